/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Four lists, each with what can be done to its rows.
 */
#include "stafet-network-page.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-match-words.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-line.h"
#include "stafet-record-dialog.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

/* A notice hangs so long unless somebody says another day. */
#define NOTICE_DAYS 30

struct _StafetNetworkPage
{
  StafetPage parent_instance;

  /* Template children. */
  GtkWidget *first;
  GtkListBox *notices, *offers, *contacts, *synonyms;
};

G_DEFINE_FINAL_TYPE (StafetNetworkPage, stafet_network_page, STAFET_TYPE_PAGE)

/* ——— Dialogs ——— */

/* What is asked of a record, and what its dialog is called. */
static const struct
{
  StafetKind kind;
  const char *new_title, *title;
  const char *keys[14];
} forms[] = {
  { STAFET_KIND_NOTICE,
    N_ ("New notice"),
    N_ ("The notice"),
    { "title", "text", "kind", "times", "postcode", "until", "contact", "phone", "public", NULL } },
  { STAFET_KIND_ORGANISER,
    N_ ("New association"),
    N_ ("The association"),
    { "name", "kind", "phone", "mail", "web", NULL } },
  { STAFET_KIND_OFFER,
    N_ ("New offer"),
    N_ ("The offer"),
    { "title", "kind", "text", "words", "address", "postcode", "home", "times", "price", "join", "waiting",
      "seeks", "checked", NULL } },
  { STAFET_KIND_CONTACT,
    N_ ("New contact"),
    N_ ("The contact"),
    { "name", "role", "phone", "mail", "duty", "public", NULL } },
  { STAFET_KIND_SYNONYM,
    N_ ("Words that mean the same"),
    N_ ("Words that mean the same"),
    { "words", NULL } },
};

static void
ask (StafetNetworkPage *self, StafetKind kind, gpointer record, const char *const *fixed)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].kind == kind)
      stafet_record_dialog_present (
        stafet_record_dialog_new (stafet_window_of (self),
                                  _ (record != NULL ? forms[i].title : forms[i].new_title), kind, record,
                                  forms[i].keys, fixed),
        NULL, NULL, NULL);
}

static StafetUid
house_in_view (StafetNetworkPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetDate today = stafet_desk_today (desk);
  StafetAgendaQuery query;

  stafet_desk_fill_query (desk, &query, today, today);
  return query.house;
}

static void
new_notice_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetNetworkPage *self = STAFET_NETWORK_PAGE (widget);
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  StafetUid house = house_in_view (self);
  char day[STAFET_DATE_SIZE];
  g_autofree char *posted = g_strconcat ("posted=", stafet_date_write (today, day), NULL);
  g_autofree char *where = g_strconcat ("house=", house != NULL ? house : "", NULL);
  const char *fixed[] = { posted, where, NULL };
  StafetAskDialog *dialog = stafet_record_dialog_new (stafet_window_of (self), _ (forms[0].new_title),
                                                      STAFET_KIND_NOTICE, NULL, forms[0].keys, fixed);
  g_autofree char *until = stafet_words_day_with_year (stafet_i18n_get_language (), today + NOTICE_DAYS);

  (void) name;
  (void) parameter;
  stafet_input_set_text (STAFET_INPUT (stafet_record_dialog_get_field (dialog, "until")), until);
  stafet_record_dialog_present (dialog, NULL, NULL, NULL);
}

static void
new_association_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  ask (STAFET_NETWORK_PAGE (widget), STAFET_KIND_ORGANISER, NULL, NULL);
}

/* "s": the association. */
static void
new_offer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *organiser = g_strconcat ("organiser=", g_variant_get_string (parameter, NULL), NULL);
  const char *fixed[] = { organiser, NULL };

  (void) name;
  ask (STAFET_NETWORK_PAGE (widget), STAFET_KIND_OFFER, NULL, fixed);
}

/* One of the area in which the house in view lies. */
static void
new_contact_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetNetworkPage *self = STAFET_NETWORK_PAGE (widget);
  const StafetHouse *house = stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)),
                                                  STAFET_KIND_HOUSE, house_in_view (self));
  g_autofree char *area =
    g_strconcat ("area=", house != NULL && house->area != NULL ? house->area : "", NULL);
  const char *fixed[] = { area, NULL };

  (void) name;
  (void) parameter;
  ask (self, STAFET_KIND_CONTACT, NULL, fixed);
}

static void
new_synonym_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  ask (STAFET_NETWORK_PAGE (widget), STAFET_KIND_SYNONYM, NULL, NULL);
}

/* "(is)": kind and uid, as in what follows. */
static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetNetworkPage *self = STAFET_NETWORK_PAGE (widget);
  const char *uid;
  int kind;
  gpointer record;

  (void) name;
  g_variant_get (parameter, "(i&s)", &kind, &uid);
  record = stafet_snapshot_lookup (stafet_page_get_snapshot (STAFET_PAGE (self)), (StafetKind) kind, uid);
  if (record != NULL)
    ask (self, (StafetKind) kind, record, NULL);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *uid;
  int kind;

  (void) name;
  g_variant_get (parameter, "(i&s)", &kind, &uid);
  stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (widget)), stafet_use_remove ((StafetKind) kind, uid));
}

/* "s": an offer that was looked at today. */
static void
checked_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (widget));
  char day[STAFET_DATE_SIZE];
  g_autofree char *pair = g_strconcat ("checked=", stafet_date_write (stafet_desk_today (desk), day), NULL);
  const char *pairs[] = { pair, NULL };

  (void) name;
  stafet_desk_edit (desk, stafet_use_edit (STAFET_KIND_OFFER, g_variant_get_string (parameter, NULL), pairs));
}

/* "s": a notice as a text to be put up elsewhere. Whoever put it up is not named. */
static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetPage *page = STAFET_PAGE (widget);
  const StafetNotice *notice = stafet_snapshot_lookup (stafet_page_get_snapshot (page), STAFET_KIND_NOTICE,
                                                       g_variant_get_string (parameter, NULL));
  const StafetHouse *house =
    notice != NULL ? stafet_snapshot_get (stafet_page_get_snapshot (page), STAFET_KIND_HOUSE, notice->house)
                   : NULL;
  g_autofree char *phone = NULL, *text = NULL;

  (void) name;
  if (notice == NULL)
    return;
  phone = house != NULL && *house->phone != '\0' ? stafet_phone_format (house->phone) : g_strdup ("");
  text = g_strdup_printf ("%s\n\n%s%s%s%s%s%s%s\n", notice->title, notice->text,
                          *notice->times != '\0' ? "\n" : "", notice->times, house != NULL ? "\n\n" : "",
                          house != NULL ? house->name : "", *phone != '\0' ? ", " : "", phone);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  stafet_window_tell (stafet_window_of (widget), _ ("The text is copied."), FALSE);
}

/* "s": a row of the program's own, to be changed: a row of the plan takes its place. */
static void
change_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetNetworkPage *self = STAFET_NETWORK_PAGE (widget);
  static const char *const keys[] = { "words", NULL };
  StafetAskDialog *dialog = stafet_record_dialog_new (stafet_window_of (self), _ ("Words that mean the same"),
                                                      STAFET_KIND_SYNONYM, NULL, keys, NULL);

  (void) name;
  stafet_input_set_text (STAFET_INPUT (stafet_record_dialog_get_field (dialog, "words")),
                         g_variant_get_string (parameter, NULL));
  stafet_record_dialog_present (dialog, NULL, NULL, NULL);
}

/* ——— Rows ——— */

static void
add_buttons (GtkWidget *line, gpointer record, const char *about)
{
  int kind = (int) STAFET_RECORD_KIND (record);
  const char *uid = ((StafetRecord *) record)->uid;

  stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (_ ("Delete"), about, "page.remove",
                                                                     g_variant_new ("(is)", kind, uid)));
  stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (_ ("Change …"), about, "page.edit",
                                                                     g_variant_new ("(is)", kind, uid)));
}

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static GPtrArray *
sorted (StafetNetworkPage *self, StafetKind kind)
{
  GPtrArray *all = g_ptr_array_copy (
    (GPtrArray *) stafet_snapshot_all (stafet_page_get_snapshot (STAFET_PAGE (self)), kind), NULL, NULL);

  g_ptr_array_sort (all, stafet_record_compare_labels);
  return all;
}

static void
finish (GtkListBox *list, GPtrArray *rows)
{
  gtk_widget_set_visible (GTK_WIDGET (list), rows->len > 0);
  stafet_list_show (list, rows);
}

static void
show_notices (StafetNetworkPage *self)
{
  StafetLanguage language = stafet_i18n_get_language ();
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  g_autoptr (GPtrArray) all = sorted (self, STAFET_KIND_NOTICE), rows = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      StafetNotice *notice = g_ptr_array_index (all, i);
      g_autoptr (GString) detail = g_string_new (NULL);
      g_autofree char *day = stafet_words_day_with_year (language, notice->until);
      g_autofree char *until = g_strdup_printf (_ ("hangs until %s"), day);
      g_autofree char *phone = *notice->phone != '\0' ? stafet_phone_format (notice->phone) : NULL;
      GtkWidget *line;

      append (detail, _ (stafet_notice_kinds[notice->kind].title));
      append (detail, until);
      append (detail, notice->contact);
      append (detail, phone);
      line = stafet_line_new ("stafet-idea-symbolic", notice->title, detail->str);
      if (notice->until < today)
        stafet_line_add_end (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_CLOSED, _ ("taken down")));
      stafet_line_add_end (STAFET_LINE (line),
                           stafet_action_button_new (_ ("Copy the text"), notice->title, "page.copy",
                                                     g_variant_new_string (notice->parent.uid)));
      add_buttons (line, notice, notice->title);
      g_ptr_array_add (rows, line);
    }
  finish (self->notices, rows);
}

static GtkWidget *
association_line (StafetNetworkPage *self, StafetOrganiser *organiser)
{
  const StafetContact *contact = stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)),
                                                      STAFET_KIND_CONTACT, organiser->contact);
  g_autoptr (GString) detail = g_string_new (NULL);
  g_autofree char *phone = *organiser->phone != '\0' ? stafet_phone_format (organiser->phone) : NULL;
  GtkWidget *line;

  append (detail, contact != NULL ? contact->name : NULL);
  append (detail, phone);
  line = stafet_line_new ("stafet-network-symbolic", organiser->name, detail->str);
  stafet_line_set_strong (STAFET_LINE (line));
  if (*organiser->web != '\0')
    stafet_line_add_address (STAFET_LINE (line), organiser->web);
  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("New offer …"), organiser->name, "page.new-offer",
                                                 g_variant_new_string (organiser->parent.uid)));
  stafet_line_add_end (
    STAFET_LINE (line),
    stafet_action_button_new (_ ("Change …"), organiser->name, "page.edit",
                              g_variant_new ("(is)", STAFET_KIND_ORGANISER, organiser->parent.uid)));
  return line;
}

static GtkWidget *
offer_line (StafetNetworkPage *self, StafetOffer *offer)
{
  StafetLanguage language = stafet_i18n_get_language ();
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  g_autoptr (GString) detail = g_string_new (NULL);
  g_autofree char *day =
    offer->checked != STAFET_DATE_NONE ? stafet_words_day_with_year (language, offer->checked) : NULL;
  g_autofree char *checked =
    day != NULL ? g_strdup_printf (_ ("last checked %s"), day) : g_strdup (_ ("never checked"));
  GtkWidget *line;

  append (detail, _ (stafet_offer_kinds[offer->kind].title));
  append (detail, offer->times);
  append (detail, offer->price);
  append (detail, offer->waiting);
  line = stafet_line_new ("stafet-people-symbolic", offer->title, detail->str);
  stafet_line_add_text (STAFET_LINE (line), checked);
  if (stafet_offer_is_stale (offer, today))
    stafet_line_add_end (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_WARNING, _ ("may be out of date")));
  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Checked today"), offer->title, "page.checked",
                                                 g_variant_new_string (offer->parent.uid)));
  add_buttons (line, offer, offer->title);
  return line;
}

/* Those without an offer are in the programme alone, unless they are an association's. */
static void
show_offers (StafetNetworkPage *self)
{
  const StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  g_autoptr (GPtrArray) all = sorted (self, STAFET_KIND_ORGANISER), rows = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      StafetOrganiser *organiser = g_ptr_array_index (all, i);
      const GPtrArray *offers =
        stafet_snapshot_index (snapshot, STAFET_INDEX_OFFER_BY_ORGANISER, organiser->parent.uid);

      if (offers->len == 0 && organiser->kind != STAFET_ORGANISER_ASSOCIATION
          && organiser->kind != STAFET_ORGANISER_CHURCH)
        continue;
      g_ptr_array_add (rows, association_line (self, organiser));
      for (guint j = 0; j < offers->len; j++)
        g_ptr_array_add (rows, offer_line (self, g_ptr_array_index (offers, j)));
    }
  finish (self->offers, rows);
}

static void
show_contacts (StafetNetworkPage *self)
{
  const StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  g_autoptr (GPtrArray) all = sorted (self, STAFET_KIND_CONTACT), rows = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      StafetContact *contact = g_ptr_array_index (all, i);
      const StafetArea *area = stafet_snapshot_get (snapshot, STAFET_KIND_AREA, contact->area);
      const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, contact->house);
      g_autoptr (GString) detail = g_string_new (NULL);
      g_autofree char *phone = *contact->phone != '\0' ? stafet_phone_format (contact->phone) : NULL;
      GtkWidget *line;

      if (contact->duty == STAFET_ENUM_NONE)
        continue;
      append (detail, contact->role);
      append (detail, area != NULL ? area->name : house != NULL ? house->name : NULL);
      append (detail, phone);
      line = stafet_line_new ("stafet-phone-symbolic", contact->name, detail->str);
      add_buttons (line, contact, contact->name);
      g_ptr_array_add (rows, line);
    }
  finish (self->contacts, rows);
}

/* The plan's own rows first, then the program's. */
static void
show_synonyms (StafetNetworkPage *self)
{
  g_autoptr (GPtrArray) all = sorted (self, STAFET_KIND_SYNONYM), rows = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      StafetSynonym *row = g_ptr_array_index (all, i);
      g_autofree char *first = g_strndup (row->words, strcspn (row->words, ","));
      GtkWidget *line = stafet_line_new (NULL, first, row->words);

      add_buttons (line, row, first);
      g_ptr_array_add (rows, line);
    }
  for (const char *const *words = stafet_synonym_rows; *words != NULL; words++)
    {
      g_autofree char *first = g_strndup (*words, strcspn (*words, ","));
      GtkWidget *line = stafet_line_new (NULL, first, *words);

      stafet_line_add_end (
        STAFET_LINE (line),
        stafet_action_button_new (_ ("Change …"), first, "page.change-row", g_variant_new_string (*words)));
      g_ptr_array_add (rows, line);
    }
  finish (self->synonyms, rows);
}

static void
stafet_network_page_refresh (StafetPage *page)
{
  StafetNetworkPage *self = STAFET_NETWORK_PAGE (page);

  show_notices (self);
  show_offers (self);
  show_contacts (self);
  show_synonyms (self);
}

static void
stafet_network_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (STAFET_NETWORK_PAGE (page)->first);
}

/* ——— GObject ——— */

static void
stafet_network_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_NETWORK_PAGE);
  G_OBJECT_CLASS (stafet_network_page_parent_class)->dispose (object);
}

static void
stafet_network_page_class_init (StafetNetworkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_network_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_network_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_network_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-network-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetNetworkPage, first);
  gtk_widget_class_bind_template_child (widget_class, StafetNetworkPage, notices);
  gtk_widget_class_bind_template_child (widget_class, StafetNetworkPage, offers);
  gtk_widget_class_bind_template_child (widget_class, StafetNetworkPage, contacts);
  gtk_widget_class_bind_template_child (widget_class, StafetNetworkPage, synonyms);
  gtk_widget_class_install_action (widget_class, "page.new-notice", NULL, new_notice_cb);
  gtk_widget_class_install_action (widget_class, "page.new-association", NULL, new_association_cb);
  gtk_widget_class_install_action (widget_class, "page.new-offer", "s", new_offer_cb);
  gtk_widget_class_install_action (widget_class, "page.new-contact", NULL, new_contact_cb);
  gtk_widget_class_install_action (widget_class, "page.new-synonym", NULL, new_synonym_cb);
  gtk_widget_class_install_action (widget_class, "page.edit", "(is)", edit_cb);
  gtk_widget_class_install_action (widget_class, "page.remove", "(is)", remove_cb);
  gtk_widget_class_install_action (widget_class, "page.checked", "s", checked_cb);
  gtk_widget_class_install_action (widget_class, "page.copy", "s", copy_cb);
  gtk_widget_class_install_action (widget_class, "page.change-row", "s", change_row_cb);
}

static void
stafet_network_page_init (StafetNetworkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
