/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said is matched while it is written. A look-up is kept nowhere but in memory, until somebody saves
 * it, chooses something or passes the baton on; from then on the enquiry is saved while it is written.
 */
#include "stafet-enquiry-page-private.h"

#include "core/stafet-text.h"
#include "core/stafet-typed.h"
#include "core/stafet-words.h"
#include "schedule/stafet-batons.h"
#include "stafet-actions.h"
#include "stafet-enquiry-text.h"
#include "stafet-match-line.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

#define MATCH_MS 250
#define SAVE_MS 3000
#define MOST_MATCHES 8
#define KEPT_DAYS 183
#define MOST_KRONER 100000

G_DEFINE_FINAL_TYPE (StafetEnquiryPage, stafet_enquiry_page, STAFET_TYPE_PAGE)

static void changed_cb (StafetEnquiryPage *self);

static gint32
value_of (const StafetEnumValue *values, const char *key)
{
  for (gint32 i = 0; key != NULL && values[i].key != NULL; i++)
    if (g_str_equal (values[i].key, key))
      return i;
  return STAFET_ENUM_NONE;
}

/* ——— What fits ——— */

static void
make_index (StafetEnquiryPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);

  if (self->indexed == snapshot)
    return;
  g_clear_pointer (&self->index, stafet_match_index_free);
  g_clear_pointer (&self->indexed, stafet_snapshot_unref);
  self->indexed = stafet_snapshot_ref (snapshot);
  self->index = stafet_match_index_new (snapshot, stafet_desk_now (desk), FALSE);
}

static gint32
price_of (StafetEnquiryPage *self)
{
  g_autofree char *text = text_of (self->price);
  gint64 kroner;

  return stafet_typed_kroner (text, &kroner) && kroner <= MOST_KRONER ? (gint32) kroner : STAFET_INTEGER_NONE;
}

static void
show_title (StafetEnquiryPage *self, const StafetMatches *matches, gboolean empty)
{
  const char *words =
    matches->matches->len == 0
      ? _ ("There is nothing to suggest yet. Activities, offers and notices stand here once they are written "
           "down.")
    : matches->nothing_fits
      ? empty ? _ ("Open to everybody") : _ ("Nothing fits these words; this is open to everybody")
      : _ ("Fits well · the best first, with reasons");

  gtk_label_set_text (self->matches_title, words);
}

static void
show_matches (StafetEnquiryPage *self)
{
  g_autofree char *text = text_of (self->wish), *times = stafet_enquiry_page_get_times (self);
  const char *postcode = postcode_of (self);
  const StafetHouse *house =
    stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_HOUSE, house_of (self));
  StafetWish wish = { .text = text,
                      .side = value_of (stafet_side_values, stafet_toggles_get_key (self->side)),
                      .times = times,
                      .from = { "", postcode != NULL ? postcode : "" },
                      .here = { house != NULL ? house->coordinates : "",
                                house != NULL ? house->postcode : "" },
                      .price = price_of (self),
                      .travel = value_of (stafet_travel_values, stafet_toggles_get_key (self->travel)),
                      .company = stafet_toggles_get (self->company, "yes") };
  g_autoptr (StafetMatches) matches = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GString) listed = NULL;

  make_index (self);
  matches = stafet_match (self->index, &wish, house_of (self), MOST_MATCHES, stafet_i18n_get_language ());
  show_title (self, matches, *text == '\0');
  listed = g_string_new (NULL);
  for (guint i = 0; i < matches->matches->len; i++)
    stafet_match_line_write (g_ptr_array_index (matches->matches, i), listed);
  /* What somebody is about to press stays where it is. */
  if (g_strcmp0 (listed->str, self->listed) == 0)
    return;
  g_free (self->listed);
  self->listed = g_strdup (listed->str);
  for (guint i = 0; i < matches->matches->len; i++)
    g_ptr_array_add (rows, stafet_match_line_new (g_ptr_array_index (matches->matches, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->matches), rows->len > 0);
  stafet_list_show (self->matches, rows);
}

/* "In doubt? Frivilligkonsulent, Henrik Bay: 13 90 44 02". */
static void
show_doubt (StafetEnquiryPage *self)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  const char *said = stafet_input_get_text (self->postcode), *postcode = postcode_of (self);
  const char *town = postcode != NULL ? stafet_postcodes_town (postcode) : NULL;
  g_autofree char *where = town != NULL ? g_strdup_printf ("%s %s", postcode, town) : NULL;
  StafetUid area = postcode != NULL ? stafet_baton_area_of (snapshot, postcode) : NULL;
  const StafetHouse *house =
    area == NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, house_of (self)) : NULL;
  const StafetContact *contact =
    stafet_baton_contact (snapshot, STAFET_DUTY_VOLUNTEERING, house, area, FALSE);
  g_autofree char *phone = contact != NULL ? stafet_phone_format (contact->phone) : NULL;
  g_autofree char *words =
    contact != NULL ? g_strdup_printf (_ ("In doubt? %s, %s: %s"), contact->name, contact->role, phone)
                    : NULL;

  stafet_label_show (self->doubt, words);
  if (*said != '\0' && where == NULL)
    stafet_input_set_hint (self->postcode,
                           _ ("Stafet does not know that place: distances are from the house."));
  else
    stafet_input_set_hint (self->postcode, where);
}

static gboolean
match_cb (gpointer data)
{
  StafetEnquiryPage *self = data;

  self->matching = 0;
  show_matches (self);
  show_doubt (self);
  return G_SOURCE_REMOVE;
}

/* ——— Consent ——— */

static void
show_consent (StafetEnquiryPage *self)
{
  StafetLanguage language = stafet_i18n_get_language ();
  const StafetEnquiry *enquiry = enquiry_of (self);
  StafetStore *store = stafet_plan_get_store (stafet_page_get_plan (STAFET_PAGE (self)));
  gboolean agreed = self->agreed != STAFET_DATE_NONE;
  g_autofree char *day = agreed ? stafet_words_day_with_year (language, self->agreed) : NULL;
  g_autofree char *words = agreed ? g_strdup_printf (_ ("Said on %s to %s."), day,
                                                     enquiry != NULL && *enquiry->consent_to != '\0'
                                                       ? enquiry->consent_to
                                                       : stafet_store_get_author (store))
                                  : g_strdup (_ ("Without that no name and no telephone are kept."));

  gtk_label_set_text (self->agreed_words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->person), agreed);
  gtk_widget_set_visible (GTK_WIDGET (self->consent_words), agreed);
}

static void
consent_cb (StafetEnquiryPage *self)
{
  const StafetEnquiry *enquiry = enquiry_of (self);

  if (self->filling)
    return;
  /* Ticked again before it was saved, it is the old one. */
  self->agreed = !gtk_check_button_get_active (self->consent)              ? STAFET_DATE_NONE
                 : enquiry != NULL && enquiry->consent != STAFET_DATE_NONE ? enquiry->consent
                                                                           : today_of (self);
  show_consent (self);
  changed_cb (self);
}

static void
begin_anew_cb (StafetEnquiryPage *self)
{
  StafetWindow *window = stafet_window_of (self);
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));

  self->filled = FALSE;
  stafet_enquiry_page_forget_look_up (self);
  stafet_window_pop (window);
  stafet_window_push (window, stafet_enquiry_page_new (desk));
}

/* ——— Saving ——— */

static gboolean
save_cb (gpointer data)
{
  StafetEnquiryPage *self = data;

  self->keeping = 0;
  stafet_enquiry_page_save (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* What was typed is pressed, too: let go, it goes; and nothing else does. */
static void
show_ideas (StafetEnquiryPage *self)
{
  gboolean filling = self->filling;

  self->filling = TRUE;
  for (gsize i = 0; stafet_enquiry_ideas[i] != NULL; i++)
    stafet_toggles_set (
      self->ideas, stafet_enquiry_ideas[i],
      stafet_enquiry_has_idea (stafet_input_get_text (self->wish), stafet_enquiry_ideas[i]));
  self->filling = filling;
}

static void
changed_cb (StafetEnquiryPage *self)
{
  if (self->filling || !self->filled)
    return;
  show_ideas (self);
  g_clear_handle_id (&self->matching, g_source_remove);
  self->matching = g_timeout_add (MATCH_MS, match_cb, self);
  g_clear_handle_id (&self->keeping, g_source_remove);
  if (self->enquiry != NULL)
    self->keeping = g_timeout_add (SAVE_MS, save_cb, self);
}

/* What fits has nothing to do with who it is. */
static void
person_cb (StafetEnquiryPage *self)
{
  if (self->filling || !self->filled || self->enquiry == NULL)
    return;
  g_clear_handle_id (&self->keeping, g_source_remove);
  self->keeping = g_timeout_add (SAVE_MS, save_cb, self);
}

/* A word that is pressed stands in the wish, and one that is let go no longer does. */
static void
ideas_cb (StafetEnquiryPage *self)
{
  g_autofree char *text = text_of (self->wish);

  if (self->filling)
    return;
  for (gsize i = 0; stafet_enquiry_ideas[i] != NULL; i++)
    {
      const char *idea = stafet_enquiry_ideas[i];
      gboolean wanted = stafet_toggles_get (self->ideas, idea);
      g_autofree char *old = g_steal_pointer (&text);

      text = wanted == stafet_enquiry_has_idea (old, idea) ? g_strdup (old)
             : wanted                                      ? stafet_enquiry_add_idea (old, idea)
                                                           : stafet_enquiry_cut_idea (old, idea);
    }
  stafet_input_set_text (self->wish, text);
  changed_cb (self);
}

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  stafet_enquiry_page_save (STAFET_ENQUIRY_PAGE (widget), FALSE);
}

/* "(sss)": title, detail and uid of what was found. */
static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetEnquiryPage *self = STAFET_ENQUIRY_PAGE (widget);
  const char *title, *detail, *uid;

  (void) name;
  g_variant_get (parameter, "(&s&s&s)", &title, &detail, &uid);
  g_free (self->then_title);
  g_free (self->then_uid);
  self->then_title = g_strconcat (title, *detail != '\0' ? " · " : "", detail, NULL);
  self->then_uid = g_strdup (uid);
  stafet_enquiry_page_save (self, TRUE);
}

/* ——— Showing ——— */

static void
add_answers (StafetEnquiryPage *self)
{
  for (const StafetEnumValue *value = stafet_side_values; value->key != NULL; value++)
    {
      g_autofree char *title = stafet_text_capital (_ (value->title));

      stafet_toggles_add (self->side, value->key, title);
    }
  for (gsize i = 0; stafet_enquiry_ideas[i] != NULL; i++)
    stafet_toggles_add (self->ideas, stafet_enquiry_ideas[i], stafet_enquiry_ideas[i]);
  for (gsize i = 0; stafet_enquiry_parts[i].key != NULL; i++)
    stafet_toggles_add (self->parts, stafet_enquiry_parts[i].key, _ (stafet_enquiry_parts[i].title));
  for (const StafetEnumValue *value = stafet_travel_values; value->key != NULL; value++)
    {
      g_autofree char *title = stafet_text_capital (_ (value->title));

      stafet_toggles_add (self->travel, value->key, title);
    }
  stafet_toggles_add (self->company, "yes", _ ("Yes, please"));
  stafet_toggles_add (self->company, "no", _ ("No, thanks"));
}

/* "formiddag" is no "eftermiddag", and each stands by itself. */
static void
set_parts (StafetEnquiryPage *self, const char *text)
{
  g_auto (GStrv) times = g_strsplit (text, ", ", -1);

  for (gsize i = 0; stafet_enquiry_parts[i].key != NULL; i++)
    stafet_toggles_set (self->parts, stafet_enquiry_parts[i].key,
                        g_strv_contains ((const char *const *) times, stafet_enquiry_parts[i].key));
}

/* What the form says already, in whatever words, is left as it was typed; and so are @slips. */
static void
put (StafetEnquiryPage *self, GVariant *slips, StafetInput *input, const char *value, const char *words)
{
  g_autofree char *now = text_of (input);

  if (slips != NULL && g_variant_lookup (slips, stafet_input_get_key (input), "(&s&s)", NULL, NULL))
    return;
  if (g_strcmp0 (g_hash_table_lookup (self->known, stafet_input_get_key (input)), value) != 0
      && strcmp (now, words) != 0)
    stafet_input_set_text (input, words);
}

static void
put_person (StafetEnquiryPage *self, const StafetEnquiry *enquiry)
{
  g_autofree char *phone = *enquiry->phone != '\0' ? stafet_phone_format (enquiry->phone) : g_strdup ("");
  g_autofree char *person =
    g_strconcat (enquiry->name, *enquiry->name != '\0' && *phone != '\0' ? ", " : "", phone, NULL);
  g_autofree char *now = text_of (self->person);

  if (g_strcmp0 (g_hash_table_lookup (self->known, "name"), enquiry->name) == 0
      && g_strcmp0 (g_hash_table_lookup (self->known, "phone"), enquiry->phone) == 0)
    return;
  if (strcmp (now, person) != 0)
    stafet_input_set_text (self->person, person);
}

static void
fill (StafetEnquiryPage *self, const StafetEnquiry *enquiry, GVariant *slips)
{
  g_autofree char *day = stafet_words_day_with_year (stafet_i18n_get_language (), enquiry->delete_on);
  g_autofree char *price =
    enquiry->price != STAFET_INTEGER_NONE ? g_strdup_printf ("%d", enquiry->price) : g_strdup ("");
  char date[STAFET_DATE_SIZE];

  put (self, slips, self->wish, enquiry->wish, enquiry->wish);
  put (self, slips, self->postcode, enquiry->postcode, enquiry->postcode);
  put (self, slips, self->price, price, price);
  put_person (self, enquiry);
  put (self, slips, self->consent_words, enquiry->consent_words, enquiry->consent_words);
  put (self, slips, self->delete_on, stafet_date_write (enquiry->delete_on, date), day);
  stafet_toggles_set (self->side, stafet_side_values[enquiry->side].key, TRUE);
  set_parts (self, enquiry->times);
  for (gint32 i = 0; stafet_travel_values[i].key != NULL; i++)
    stafet_toggles_set (self->travel, stafet_travel_values[i].key, i == enquiry->travel);
  stafet_toggles_set (self->company, "yes", enquiry->company);
  self->agreed = enquiry->consent;
}

static void
resume (StafetEnquiryPage *self)
{
  GVariant *kept = stafet_enquiry_page_get_look_up (self);
  const char *text;

  gtk_widget_set_visible (self->resumed, kept != NULL);
  if (kept == NULL)
    return;
  stafet_form_fill (self->form, kept);
  if (g_variant_lookup (kept, "side", "&s", &text))
    stafet_toggles_set (self->side, text, TRUE);
  if (g_variant_lookup (kept, "times", "&s", &text))
    set_parts (self, text);
  if (g_variant_lookup (kept, "travel", "&s", &text))
    stafet_toggles_set (self->travel, text, TRUE);
  if (g_variant_lookup (kept, "company", "&s", &text))
    stafet_toggles_set (self->company, text, TRUE);
  if (g_variant_lookup (kept, "consent", "&s", &text))
    self->agreed = today_of (self);
  if (g_variant_lookup (kept, "person", "&s", &text))
    stafet_input_set_text (self->person, text);
}

static void
fill_once (StafetEnquiryPage *self)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (self->form);
  const StafetEnquiry *enquiry = enquiry_of (self);

  self->filling = TRUE;
  for (guint i = 0; i < inputs->len; i++)
    {
      stafet_input_set_today (g_ptr_array_index (inputs, i), today_of (self));
      g_signal_connect_object (g_ptr_array_index (inputs, i), "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  /* Of no key of its own, and not one of the form's. */
  g_signal_connect_object (self->person, "changed", G_CALLBACK (person_cb), self, G_CONNECT_SWAPPED);
  if (enquiry != NULL)
    fill (self, enquiry, NULL);
  else
    {
      g_autofree char *day =
        stafet_words_day_with_year (stafet_i18n_get_language (), today_of (self) + KEPT_DAYS);

      stafet_input_set_text (self->delete_on, day);
      resume (self);
    }
  show_ideas (self);
  gtk_check_button_set_active (self->consent, self->agreed != STAFET_DATE_NONE);
  stafet_enquiry_page_learn (self);
  if (enquiry != NULL)
    stafet_enquiry_page_take_slips (self);
  self->filling = FALSE;
  self->filled = TRUE;
}

/* Somebody else changed it, or it was taken back: what is there is shown, unless something is being written.
 */
static void
fill_again (StafetEnquiryPage *self, const StafetEnquiry *enquiry)
{
  g_autoptr (GVariant) slips = NULL;

  if (self->shown == (const StafetRecord *) enquiry || self->saving || self->keeping != 0)
    return;
  slips = stafet_enquiry_page_get_slips (self);
  self->filling = TRUE;
  fill (self, enquiry, slips);
  gtk_check_button_set_active (self->consent, self->agreed != STAFET_DATE_NONE);
  stafet_enquiry_page_learn (self);
  stafet_enquiry_page_put_slips (self, slips);
  show_ideas (self);
  self->filling = FALSE;
}

static void
stafet_enquiry_page_refresh (StafetPage *page)
{
  StafetEnquiryPage *self = STAFET_ENQUIRY_PAGE (page);
  StafetEnquiry *enquiry = enquiry_of (self);

  if (self->enquiry != NULL && enquiry == NULL)
    {
      self->filled = FALSE;
      stafet_page_leave (page);
      return;
    }
  if (!self->filled)
    fill_once (self);
  else if (enquiry != NULL)
    fill_again (self, enquiry);
  if (enquiry != NULL)
    {
      g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), enquiry->begun);
      g_autofree char *subtitle = g_strdup_printf (_ ("enquiry of %s · saved while you write"), day);

      /* A button that nobody sees would leave its bar without height. The window looks when the titles are
       * told. */
      g_object_set (page, "header-end", NULL, NULL);
      stafet_page_set_titles (page, enquiry->title, subtitle);
      stafet_baton_box_show (self->baton, stafet_page_get_desk (page), enquiry);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->baton), enquiry != NULL);
  show_consent (self);
  show_matches (self);
  show_doubt (self);
}

/* What is kept is opened for what comes next: its words, selected, would be written over by the next key. */
static void
stafet_enquiry_page_focus (StafetPage *page)
{
  StafetEnquiryPage *self = STAFET_ENQUIRY_PAGE (page);

  if (self->enquiry == NULL || !gtk_widget_child_focus (GTK_WIDGET (self->baton), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->wish));
}

gboolean
stafet_enquiry_page_is_new (StafetEnquiryPage *self)
{
  return self->enquiry == NULL;
}

/* Before anything is done with the enquiry: what was written belongs to it. */
static void
flush_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetEnquiryPage *self = STAFET_ENQUIRY_PAGE (widget);

  (void) name;
  (void) parameter;
  if (self->keeping != 0)
    stafet_enquiry_page_save (self, TRUE);
}

static void
stafet_enquiry_page_unmap (GtkWidget *widget)
{
  StafetEnquiryPage *self = STAFET_ENQUIRY_PAGE (widget);

  stafet_enquiry_page_keep_look_up (self);
  stafet_enquiry_page_keep_slips (self);
  if (self->filled && enquiry_of (self) != NULL)
    stafet_enquiry_page_save (self, TRUE);
  GTK_WIDGET_CLASS (stafet_enquiry_page_parent_class)->unmap (widget);
}

/* ——— GObject ——— */

static void
stafet_enquiry_page_dispose (GObject *object)
{
  StafetEnquiryPage *self = STAFET_ENQUIRY_PAGE (object);

  g_clear_handle_id (&self->matching, g_source_remove);
  g_clear_handle_id (&self->keeping, g_source_remove);
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_ENQUIRY_PAGE);
  g_clear_pointer (&self->index, stafet_match_index_free);
  g_clear_pointer (&self->indexed, stafet_snapshot_unref);
  g_clear_pointer (&self->then_title, g_free);
  g_clear_pointer (&self->then_uid, g_free);
  g_clear_pointer (&self->listed, g_free);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_object (&self->shown);
  G_OBJECT_CLASS (stafet_enquiry_page_parent_class)->dispose (object);
}

static void
stafet_enquiry_page_class_init (StafetEnquiryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_enquiry_page_dispose;
  widget_class->unmap = stafet_enquiry_page_unmap;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_enquiry_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_enquiry_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  g_type_ensure (STAFET_TYPE_TOGGLES);
  g_type_ensure (STAFET_TYPE_INPUT);
  g_type_ensure (STAFET_TYPE_BATON_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-enquiry-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, StafetEnquiryPage, name)
  CHILD (form);
  CHILD (save);
  CHILD (resumed);
  CHILD (person);
  CHILD (problem);
  CHILD (agreed_words);
  CHILD (matches_title);
  CHILD (doubt);
  CHILD (side);
  CHILD (ideas);
  CHILD (parts);
  CHILD (travel);
  CHILD (company);
  CHILD (wish);
  CHILD (postcode);
  CHILD (price);
  CHILD (delete_on);
  CHILD (consent);
  CHILD (consent_words);
  CHILD (matches);
  CHILD (baton);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ideas_cb);
  gtk_widget_class_bind_template_callback (widget_class, consent_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_anew_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "page.flush", NULL, flush_cb);
  gtk_widget_class_install_action (widget_class, "page.choose", "(sss)", choose_cb);
}

static void
stafet_enquiry_page_init (StafetEnquiryPage *self)
{
  self->agreed = STAFET_DATE_NONE;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  stafet_tick_wrap (self->consent);
  add_answers (self);
}

StafetPage *
stafet_enquiry_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_ENQUIRY_PAGE, "desk", desk, "title", _ ("New enquiry"), "subtitle",
                       _ ("nothing is kept before you save it"), NULL);
}

StafetPage *
stafet_enquiry_page_new_for (StafetDesk *desk, StafetUid enquiry)
{
  StafetEnquiryPage *self =
    g_object_new (STAFET_TYPE_ENQUIRY_PAGE, "desk", desk, "title", _ ("Enquiry"), NULL);

  self->enquiry = enquiry;
  return STAFET_PAGE (self);
}
