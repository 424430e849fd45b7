/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One section at a time, each a list with what can be done to its rows.
 */
#include "stafet-network-page.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "publish/stafet-export.h"
#include "publish/stafet-smith-page.h"
#include "schedule/stafet-record-text.h"
#include "stafet-actions.h"
#include "stafet-activity-editor.h"
#include "stafet-choice.h"
#include "stafet-network-rows.h"
#include "stafet-reading.h"
#include "stafet-record-dialog.h"
#include "stafet-toggles.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

/* A notice hangs so long unless somebody says another day. */
#define NOTICE_DAYS 30

/* An agreement that was looked at is looked at again in so many days. */
#define REVIEW_DAYS 365

struct _StafetNetworkPage
{
  StafetPage parent_instance;

  StafetNetworkSection section;

  /* Template children. */
  StafetToggles *sections;
  GtkLabel *title, *hint, *nothing;
  GtkWidget *buttons;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StafetNetworkPage, stafet_network_page, STAFET_TYPE_PAGE)

/* ——— Dialogs ——— */

/* What is asked of a record, and what its dialog is called. */
static const struct
{
  StafetKind kind;
  const char *new_title, *title;
  const char *keys[24];
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
    { "name", "role", "phone", "mail", "duty", "area", "house", "public", NULL } },
  { STAFET_KIND_AGREEMENT,
    N_ ("New agreement"),
    N_ ("The agreement"),
    { "title",    "kind",     "organiser", "volunteer",   "house",           "parties", "purpose",   "target",
      "tasks",    "boundary", "lead",      "information", "confidentiality", "economy", "insurance", "badge",
      "meetings", "stop",     "signed",    "from",        "until",           "review",  NULL } },
  { STAFET_KIND_APPLICATION,
    N_ ("New application"),
    N_ ("The application"),
    { "title", "pool", "status", "house", "purpose", "target", "activities", "budget", "amount", "granted",
      "contact", "deadline", "answer", "report", NULL } },
  { STAFET_KIND_MEMBER,
    N_ ("New member"),
    N_ ("The member"),
    { "name", "role", "house", "phone", "mail", "from", "until", NULL } },
  { STAFET_KIND_MEETING,
    N_ ("New meeting"),
    N_ ("The meeting"),
    { "title", "date", "time", "place", "house", "organiser", "agenda", "decisions", NULL } },
  { STAFET_KIND_LINK, N_ ("New address"), N_ ("The address"), { "title", "address", "kind", "text", NULL } },
  { STAFET_KIND_SYNONYM,
    N_ ("Words that mean the same"),
    N_ ("Words that mean the same"),
    { "words", NULL } },
};

/* Borrowed from the window. */
static StafetAskDialog *
ask (StafetNetworkPage *self, StafetKind kind, gpointer record, const char *const *fixed)
{
  gsize i = 0;
  StafetAskDialog *dialog;

  while (forms[i].kind != kind)
    i++;
  dialog = stafet_record_dialog_new (stafet_window_of (self),
                                     _ (record != NULL ? forms[i].title : forms[i].new_title), kind, record,
                                     forms[i].keys, fixed);
  stafet_record_dialog_present (dialog, NULL, NULL, NULL);
  return dialog;
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

/* "i": a new record of a kind, of the house in view. */
static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetNetworkPage *self = STAFET_NETWORK_PAGE (widget);
  StafetKind kind = (StafetKind) g_variant_get_int32 (parameter);
  StafetUid house = house_in_view (self);
  StafetAskDialog *dialog = ask (self, kind, NULL, NULL);
  GtkWidget *pick =
    stafet_record_info_field (stafet_record_info (kind), "house") != NULL && kind != STAFET_KIND_CONTACT
      ? stafet_record_dialog_get_field (dialog, "house")
      : NULL;

  (void) name;
  if (pick != NULL && house != NULL)
    stafet_choice_set (GTK_DROP_DOWN (pick), house);
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

/* "(is)": a record as a text to read, copy and print. */
static void
read_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (widget));
  const char *uid;
  int kind;
  gpointer record;
  g_autofree char *text = NULL, *file = NULL;

  (void) name;
  g_variant_get (parameter, "(i&s)", &kind, &uid);
  record = stafet_snapshot_lookup (snapshot, (StafetKind) kind, uid);
  if (record == NULL)
    return;
  text =
    stafet_record_text (snapshot, record, (StafetLanguage) stafet_snapshot_settings (snapshot)->language);
  file = g_strdup_printf ("%s.txt", stafet_kind_get_name ((StafetKind) kind));
  stafet_reading_show (stafet_window_of (widget), stafet_record_get_label (record), text, file);
}

/* "s": an agreement was looked at today. */
static void
reviewed_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (widget));
  char day[STAFET_DATE_SIZE];
  g_autofree char *pair =
    g_strconcat ("review=", stafet_date_write (stafet_desk_today (desk) + REVIEW_DAYS, day), NULL);
  const char *pairs[] = { pair, NULL };

  (void) name;
  stafet_desk_edit (desk,
                    stafet_use_edit (STAFET_KIND_AGREEMENT, g_variant_get_string (parameter, NULL), pairs));
}

/* "s": what is applied for, as a draft of an activity. */
static void
draft_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (widget)),
                    stafet_use_plan_application (g_variant_get_string (parameter, NULL)));
}

/* "s": an activity. */
static void
activity_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (widget));
  StafetActivity *activity = stafet_snapshot_lookup (stafet_desk_get_snapshot (desk), STAFET_KIND_ACTIVITY,
                                                     g_variant_get_string (parameter, NULL));

  (void) name;
  if (activity != NULL)
    stafet_window_push (
      stafet_window_of (widget),
      stafet_activity_editor_new_for (desk, activity->parent.uid, activity->timing.first_date));
}

static void
opened_cb (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error))
    stafet_window_tell (STAFET_WINDOW (window), error->message, FALSE);
}

/* "s": an address on the web. */
static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  gtk_show_uri_full (GTK_WINDOW (stafet_window_of (widget)), g_variant_get_string (parameter, NULL),
                     GDK_CURRENT_TIME, NULL, opened_cb, NULL);
}

/* ——— The page for every member of staff ——— */

static void
smith_saved_cb (StafetNetworkPage *self, int response, GtkNativeDialog *dialog)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL, *saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) text = NULL;

  g_object_unref (dialog);
  if (path == NULL)
    return;
  bytes = stafet_smith_page_render (snapshot, stafet_desk_today (desk),
                                    (StafetLanguage) stafet_snapshot_settings (snapshot)->language);
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  saved = g_strdup_printf (_ ("Saved: %s"), path);
  stafet_window_tell (
    stafet_window_of (self),
    stafet_export_write (stafet_desk_get_plan (desk), text, path, &error) ? saved : error->message, FALSE);
}

static void
save_smith_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_ ("Where should the page lie?"), GTK_WINDOW (stafet_window_of (widget)),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  (void) name;
  (void) parameter;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), STAFET_SMITH_FILE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (smith_saved_cb), widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ——— Sections ——— */

static const struct
{
  const char *key, *label, *title, *hint, *nothing;
  struct
  {
    const char *label, *action;
    StafetKind kind; /* of page.new */
  } buttons[2];
} sections[] = {
  [STAFET_NETWORK_NOTICES] = { "notices",
                               N_ ("Notices"),
                               N_ ("Notices"),
                               N_ ("Short and dated: a walking companion, a fourth for cards, an idea. Each "
                                   "comes down on "
                                   "its day, and is found for whoever asks."),
                               N_ ("No notice hangs here."),
                               { { N_ ("New notice …"), "page.new-notice", STAFET_KIND_NONE } } },
  [STAFET_NETWORK_OFFERS] = { "offers",
                              N_ ("Associations"),
                              N_ ("Associations and what they offer"),
                              N_ ("What is there all the time, whoever asks. What was last checked more than "
                                  "a year ago "
                                  "says so."),
                              N_ ("No association is written down yet."),
                              { { N_ ("New association …"), "page.new", STAFET_KIND_ORGANISER } } },
  [STAFET_NETWORK_CONTACTS] = { "contacts",
                                N_ ("Contacts"),
                                N_ ("Who is asked about what"),
                                N_ ("The local ones are offered when the baton is passed on, and stand under "
                                    "“Whom do I "
                                    "ring?”."),
                                N_ ("Nobody is written down yet."),
                                { { N_ ("New contact …"), "page.new", STAFET_KIND_CONTACT } } },
  [STAFET_NETWORK_AGREEMENTS] = { "agreements",
                                  N_ ("Agreements"),
                                  N_ ("Agreements"),
                                  N_ ("With associations and with volunteers, in everyday words. Each is "
                                      "looked at again "
                                      "on its day, and stands on Today then. The municipality's guidelines "
                                      "are among the "
                                      "addresses."),
                                  N_ ("No agreement is written down yet."),
                                  { { N_ ("New agreement …"), "page.new", STAFET_KIND_AGREEMENT },
                                    { N_ ("The guidelines …"), "page.guidelines", STAFET_KIND_NONE } } },
  [STAFET_NETWORK_APPLICATIONS] = { "applications",
                                    N_ ("Pools"),
                                    N_ ("Pools"),
                                    N_ ("From an idea to the report: deadlines stand on Today a fortnight "
                                        "before. The text "
                                        "can be copied into the pool's own form."),
                                    N_ ("Nothing is applied for."),
                                    { { N_ ("New application …"), "page.new", STAFET_KIND_APPLICATION } } },
  [STAFET_NETWORK_COUNCIL] = { "council",
                               N_ ("Users' council"),
                               N_ ("Users' council"),
                               N_ ("Who sits on it and until when, and its meetings with what was decided."),
                               N_ ("No council is written down yet."),
                               { { N_ ("New member …"), "page.new", STAFET_KIND_MEMBER },
                                 { N_ ("New meeting …"), "page.new", STAFET_KIND_MEETING } } },
  [STAFET_NETWORK_LINKS] = { "links",
                             N_ ("Addresses"),
                             N_ ("Addresses"),
                             N_ ("Directories, GENLYD, guidelines: what everybody looks for and nobody "
                                 "remembers."),
                             "",
                             { { N_ ("New address …"), "page.new", STAFET_KIND_LINK } } },
  [STAFET_NETWORK_WORDS] = { "words",
                             N_ ("Words"),
                             N_ ("Words that mean the same"),
                             N_ ("By these everyday words are understood. A row of your own takes the place "
                                 "of the "
                                 "program's row that begins with the same word."),
                             "",
                             { { N_ ("New row …"), "page.new", STAFET_KIND_SYNONYM } } },
};

static void
show_section (StafetNetworkPage *self)
{
  stafet_widget_drop_children (self->buttons);
  for (gsize i = 0; i < G_N_ELEMENTS (sections[0].buttons); i++)
    {
      const char *label = sections[self->section].buttons[i].label;
      const char *action = sections[self->section].buttons[i].action;
      StafetKind kind = sections[self->section].buttons[i].kind;
      GtkWidget *button;

      if (label == NULL)
        continue;
      button = gtk_button_new_with_label (_ (label));
      stafet_actionable_set (button, action,
                             kind != STAFET_KIND_NONE ? g_variant_new_int32 ((int) kind) : NULL);
      stafet_wrap_box_append (STAFET_WRAP_BOX (self->buttons), button);
    }
  gtk_label_set_text (self->title, _ (sections[self->section].title));
  gtk_label_set_text (self->hint, _ (sections[self->section].hint));
  gtk_label_set_text (self->nothing, _ (sections[self->section].nothing));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (sections[self->section].title), -1);
}

static void
show_rows (StafetNetworkPage *self)
{
  g_autoptr (GPtrArray) rows =
    stafet_network_rows_new (stafet_page_get_desk (STAFET_PAGE (self)), self->section);

  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), rows->len == 0);
  stafet_list_show (self->list, rows);
}

static void
section_cb (StafetNetworkPage *self)
{
  self->section = (StafetNetworkSection) stafet_toggles_get_position (self->sections);
  show_section (self);
  show_rows (self);
}

/* "s": the key of a section. */
static void
show_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  stafet_toggles_choose (STAFET_NETWORK_PAGE (widget)->sections, g_variant_get_string (parameter, NULL));
}

static void
guidelines_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  gtk_widget_activate_action (widget, "page.show", "s", sections[STAFET_NETWORK_LINKS].key);
}

static void
stafet_network_page_refresh (StafetPage *page)
{
  show_rows (STAFET_NETWORK_PAGE (page));
}

static void
stafet_network_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (STAFET_NETWORK_PAGE (page)->sections));
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
  g_type_ensure (STAFET_TYPE_TOGGLES);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-network-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetNetworkPage, sections);
  gtk_widget_class_bind_template_child (widget_class, StafetNetworkPage, title);
  gtk_widget_class_bind_template_child (widget_class, StafetNetworkPage, hint);
  gtk_widget_class_bind_template_child (widget_class, StafetNetworkPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, StafetNetworkPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, StafetNetworkPage, list);
  gtk_widget_class_install_action (widget_class, "page.new-notice", NULL, new_notice_cb);
  gtk_widget_class_install_action (widget_class, "page.new-offer", "s", new_offer_cb);
  gtk_widget_class_install_action (widget_class, "page.new", "i", new_cb);
  gtk_widget_class_install_action (widget_class, "page.read", "(is)", read_cb);
  gtk_widget_class_install_action (widget_class, "page.reviewed", "s", reviewed_cb);
  gtk_widget_class_install_action (widget_class, "page.draft", "s", draft_cb);
  gtk_widget_class_install_action (widget_class, "page.activity", "s", activity_cb);
  gtk_widget_class_install_action (widget_class, "page.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "page.save-smith", NULL, save_smith_cb);
  gtk_widget_class_install_action (widget_class, "page.show", "s", show_cb);
  gtk_widget_class_install_action (widget_class, "page.guidelines", NULL, guidelines_cb);
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
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    stafet_toggles_add (self->sections, sections[i].key, _ (sections[i].label));
  stafet_toggles_set (self->sections, sections[0].key, TRUE);
  g_signal_connect_object (self->sections, "changed", G_CALLBACK (section_cb), self, G_CONNECT_SWAPPED);
  show_section (self);
}
