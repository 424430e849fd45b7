/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form of a volunteer.
 */
#include "stafet-volunteer-form-private.h"

#include "core/stafet-typed-week.h"
#include "core/stafet-words.h"
#include "stafet-choice.h"
#include "stafet-pick.h"
#include "stafet-volunteer-row.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (StafetVolunteerForm, stafet_volunteer_form, STAFET_TYPE_PAGE)

static const char *const kind_keys[] = { "regular", "on_call", "specialist", "planner" };

/* ——— Filling in ——— */

static char *
list_text (const StafetSnapshot *snapshot, StafetVolunteer *volunteer, const char *key)
{
  if (strcmp (key, "phones") == 0)
    return stafet_volunteer_phones (snapshot, volunteer);
  if (strcmp (key, "skills") == 0)
    return stafet_volunteer_skills (snapshot, volunteer);
  return stafet_words_availability (
    stafet_i18n_get_language (),
    stafet_snapshot_index (snapshot, STAFET_INDEX_AVAILABILITY_BY_VOLUNTEER, volunteer->parent.uid));
}

/* Dates stand as people write them. */
static char *
field_text (StafetVolunteer *volunteer, const StafetField *field)
{
  StafetDate date;

  if (field->type != STAFET_FIELD_DATE)
    return stafet_record_get_text (volunteer, field);
  date = STAFET_FIELD_AT (StafetDate, volunteer, field);
  return date != STAFET_DATE_NONE ? stafet_words_day_with_year (stafet_i18n_get_language (), date)
                                  : g_strdup ("");
}

static void
fill_input (StafetVolunteerForm *self, StafetInput *input, StafetVolunteer *volunteer)
{
  const StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  const char *key = stafet_input_get_key (input);
  const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (volunteer), key);
  g_autofree char *text = stafet_volunteer_form_term_text (self, volunteer, key);
  g_autofree char *value = NULL;

  if (text == NULL)
    text = field != NULL ? field_text (volunteer, field) : list_text (snapshot, volunteer, key);
  if (strcmp (key, "phones") == 0)
    {
      g_auto (GStrv) numbers = g_strsplit (text, " · ", -1);

      g_free (text);
      text = g_strjoinv (", ", numbers);
    }
  stafet_input_set_text (input, text);
  value = stafet_input_read (input, NULL);
  g_hash_table_insert (self->before, g_strdup (key), g_steal_pointer (&value));
}

static void
fill (StafetVolunteerForm *self, StafetVolunteer *volunteer)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (self->form);

  for (guint i = 0; i < inputs->len; i++)
    fill_input (self, g_ptr_array_index (inputs, i), volunteer);
  gtk_drop_down_set_selected (self->kind, (guint) volunteer->kind);
  gtk_switch_set_active (self->protected, volunteer->protected_);
  gtk_check_button_set_active (self->by_agreement, volunteer->by_agreement);
  gtk_check_button_set_active (self->only_these_houses, volunteer->only_these_houses);
  gtk_drop_down_set_selected (self->call_how, (guint) (volunteer->call_how + 1));
  stafet_volunteer_form_fill_houses (self, volunteer);
}

/* Where a new volunteer may belong: the houses in view, and no nursing home. */
static GArray *
houses_in_view (StafetVolunteerForm *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  const GPtrArray *houses = stafet_snapshot_all (stafet_desk_get_snapshot (desk), STAFET_KIND_HOUSE);
  GArray *options = stafet_options_new ();

  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);

      if (house->kind != STAFET_HOUSE_NURSING && stafet_desk_shows_house (desk, house->parent.uid))
        stafet_options_add (options, house->parent.uid, house->name);
    }
  stafet_options_sort (options, 0);
  return options;
}

/* Asked only where there is something to choose. */
static void
offer_houses (StafetVolunteerForm *self)
{
  GArray *options = houses_in_view (self);

  gtk_widget_set_visible (self->house_box, self->volunteer == NULL && options->len > 1);
  stafet_choice_fill (self->house, options, _ ("Choose a house"));
}

/* ——— What was begun ——— */

/* So much is lost at most when the machine goes dark. */
#define KEEP_MS 1000
#define REMARK_MS 400

/* One for each volunteer, and one for a new one. (transfer full) */
static char *
draft_key (StafetVolunteerForm *self)
{
  return g_strdup_printf ("volunteer/%s", self->volunteer != NULL ? self->volunteer : "new");
}

static void
add_text (GVariantBuilder *texts, const char *key, gboolean yes)
{
  g_variant_builder_add (texts, "{ss}", key, yes ? "yes" : "no");
}

/* "" for one that is not said. */
static const char *
reach_key (StafetVolunteerForm *self)
{
  const StafetField *field = stafet_record_info_field (&stafet_volunteer_info, "call_how");
  guint selected = gtk_drop_down_get_selected (self->call_how);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION ? field->values[selected - 1].key : "";
}

/* Every field and choice as it stands. (transfer full) */
static GVariant *
write_all (StafetVolunteerForm *self)
{
  StafetUid house = stafet_choice_get (self->house);
  g_autofree char *houses = stafet_house_picks_get_list (self->houses);
  g_autofree char *blocked = stafet_house_picks_get_list (self->blocked_houses);
  GVariantBuilder texts;

  g_variant_builder_init (&texts, G_VARIANT_TYPE ("a{ss}"));
  stafet_form_write (self->form, &texts);
  g_variant_builder_add (&texts, "{ss}", "kind", kind_keys[gtk_drop_down_get_selected (self->kind)]);
  g_variant_builder_add (&texts, "{ss}", "house", house != NULL ? house : "");
  add_text (&texts, "protected", gtk_switch_get_active (self->protected));
  add_text (&texts, "by_agreement", gtk_check_button_get_active (self->by_agreement));
  add_text (&texts, "only_these_houses", gtk_check_button_get_active (self->only_these_houses));
  g_variant_builder_add (&texts, "{ss}", "call_how", reach_key (self));
  g_variant_builder_add (&texts, "{ss}", "houses", houses);
  g_variant_builder_add (&texts, "{ss}", "blocked_houses", blocked);
  return g_variant_ref_sink (g_variant_builder_end (&texts));
}

static void
keep (StafetVolunteerForm *self)
{
  g_autoptr (GVariant) texts = NULL;
  g_autofree char *key = draft_key (self);

  g_clear_handle_id (&self->keeping, g_source_remove);
  if (self->saved || self->untouched == NULL)
    return;
  texts = write_all (self);
  stafet_desk_keep_draft (stafet_page_get_desk (STAFET_PAGE (self)), key,
                          g_variant_equal (texts, self->untouched) ? NULL : texts);
}

static gboolean
keep_cb (gpointer data)
{
  StafetVolunteerForm *self = data;

  self->keeping = 0;
  keep (self);
  return G_SOURCE_REMOVE;
}

static gboolean
remark_cb (gpointer data)
{
  StafetVolunteerForm *self = data;

  self->remarking = 0;
  stafet_volunteer_form_remark (self);
  return G_SOURCE_REMOVE;
}

/* Something was written or chosen. */
static void
changed_cb (StafetVolunteerForm *self)
{
  if (!self->filled)
    return;
  if (self->keeping == 0)
    self->keeping = g_timeout_add (KEEP_MS, keep_cb, self);
  /* While somebody types, nothing is said of what is half there. */
  g_clear_handle_id (&self->remarking, g_source_remove);
  self->remarking = g_timeout_add (REMARK_MS, remark_cb, self);
}

static void
fill_reach (StafetVolunteerForm *self, const char *key)
{
  const StafetField *field = stafet_record_info_field (&stafet_volunteer_info, "call_how");

  gtk_drop_down_set_selected (self->call_how, 0);
  for (guint i = 0; field->values[i].key != NULL; i++)
    if (strcmp (field->values[i].key, key) == 0)
      gtk_drop_down_set_selected (self->call_how, i + 1);
}

static void
fill_choices (StafetVolunteerForm *self, GVariant *kept)
{
  const char *text;

  if (g_variant_lookup (kept, "kind", "&s", &text))
    for (guint i = 0; i < G_N_ELEMENTS (kind_keys); i++)
      if (strcmp (text, kind_keys[i]) == 0)
        gtk_drop_down_set_selected (self->kind, i);
  if (g_variant_lookup (kept, "house", "&s", &text) && *text != '\0')
    stafet_choice_set (self->house, stafet_uid_intern (text));
  if (g_variant_lookup (kept, "protected", "&s", &text))
    gtk_switch_set_active (self->protected, strcmp (text, "yes") == 0);
  if (g_variant_lookup (kept, "by_agreement", "&s", &text))
    gtk_check_button_set_active (self->by_agreement, strcmp (text, "yes") == 0);
  if (g_variant_lookup (kept, "only_these_houses", "&s", &text))
    gtk_check_button_set_active (self->only_these_houses, strcmp (text, "yes") == 0);
  if (g_variant_lookup (kept, "call_how", "&s", &text))
    fill_reach (self, text);
  if (g_variant_lookup (kept, "houses", "&s", &text))
    stafet_house_picks_set_list (self->houses, text);
  if (g_variant_lookup (kept, "blocked_houses", "&s", &text))
    stafet_house_picks_set_list (self->blocked_houses, text);
}

static gboolean
resume (StafetVolunteerForm *self)
{
  g_autofree char *key = draft_key (self);
  g_autoptr (GVariant) kept = stafet_desk_read_draft (stafet_page_get_desk (STAFET_PAGE (self)), key);

  self->untouched = write_all (self);
  if (kept == NULL)
    return FALSE;
  stafet_form_fill (self->form, kept);
  fill_choices (self, kept);
  return TRUE;
}

static void
forget (StafetVolunteerForm *self)
{
  g_autofree char *key = draft_key (self);

  self->saved = TRUE;
  g_clear_handle_id (&self->keeping, g_source_remove);
  g_clear_handle_id (&self->remarking, g_source_remove);
  stafet_desk_keep_draft (stafet_page_get_desk (STAFET_PAGE (self)), key, NULL);
}

static void
begin_anew_cb (StafetVolunteerForm *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetWindow *window = stafet_window_of (self);
  StafetUid volunteer = self->volunteer;

  forget (self);
  stafet_window_pop (window);
  stafet_window_push (window, volunteer != NULL ? stafet_volunteer_form_new_for (desk, volunteer)
                                                : stafet_volunteer_form_new (desk));
}

static void
stafet_volunteer_form_unmap (GtkWidget *widget)
{
  StafetVolunteerForm *self = STAFET_VOLUNTEER_FORM (widget);

  keep (self);
  GTK_WIDGET_CLASS (stafet_volunteer_form_parent_class)->unmap (widget);
}

static void
stafet_volunteer_form_refresh (StafetPage *page)
{
  StafetVolunteerForm *self = STAFET_VOLUNTEER_FORM (page);
  StafetVolunteer *volunteer =
    stafet_snapshot_get (stafet_page_get_snapshot (page), STAFET_KIND_VOLUNTEER, self->volunteer);
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (self->form);

  /* What is being written is never overwritten. */
  if (self->filled)
    return;
  for (guint i = 0; i < inputs->len; i++)
    {
      stafet_input_set_today (g_ptr_array_index (inputs, i), stafet_desk_today (stafet_page_get_desk (page)));
      g_signal_connect_object (g_ptr_array_index (inputs, i), "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  offer_houses (self);
  stafet_volunteer_form_set_up_terms (self);
  if (volunteer != NULL)
    fill (self, volunteer);
  gtk_widget_set_visible (self->resumed, resume (self));
  self->filled = TRUE;
  stafet_volunteer_form_remark (self);
}

/* ——— Saving ——— */

static void
add_pair (GPtrArray *pairs, const char *key, const char *value)
{
  g_ptr_array_add (pairs, g_strdup_printf ("%s=%s", key, value));
}

/* "By agreement" may be typed where the times stand. */
static gboolean
says_by_agreement (StafetVolunteerForm *self)
{
  g_autofree char *list = NULL;
  gboolean by_agreement = FALSE;

  return stafet_typed_availability (stafet_input_get_text (self->available), &list, &by_agreement, NULL)
         && by_agreement;
}

/* A new volunteer belongs to the house in view or the one that was chosen, and to those chosen beside it. */
static void
add_houses (StafetVolunteerForm *self, GPtrArray *pairs)
{
  StafetUid chosen = stafet_choice_get (self->house);
  StafetUid first =
    chosen != NULL ? chosen : stafet_desk_get_house (stafet_page_get_desk (STAFET_PAGE (self)));
  g_autofree char *list = stafet_house_picks_get_list (self->houses);
  g_autofree char *blocked = stafet_house_picks_get_list (self->blocked_houses);
  const char *before;
  g_autofree char *houses = self->volunteer != NULL || first == NULL
                              ? g_strdup (list)
                              : g_strconcat (first, *list != '\0' ? "," : "", list, NULL);

  before = g_hash_table_lookup (self->before, "houses");
  if (strcmp (houses, before != NULL ? before : "") != 0)
    add_pair (pairs, "houses", houses);
  before = g_hash_table_lookup (self->before, "blocked_houses");
  if (strcmp (blocked, before != NULL ? before : "") != 0)
    add_pair (pairs, "blocked_houses", blocked);
}

void
stafet_volunteer_form_collect_choices (StafetVolunteerForm *self, GPtrArray *pairs)
{
  const StafetVolunteer *before = stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)),
                                                       STAFET_KIND_VOLUNTEER, self->volunteer);
  gint32 reach = (gint32) gtk_drop_down_get_selected (self->call_how) - 1;
  gboolean only = gtk_check_button_get_active (self->only_these_houses);
  guint kind = gtk_drop_down_get_selected (self->kind);
  gboolean protected = gtk_switch_get_active (self->protected);
  gboolean by_agreement = gtk_check_button_get_active (self->by_agreement) || says_by_agreement (self);

  if (kind != (before != NULL ? (guint) before->kind : 0))
    add_pair (pairs, "kind", kind_keys[kind]);
  if (protected != (before != NULL && before->protected_))
    add_pair (pairs, "protected", protected ? "yes" : "no");
  if (by_agreement != (before != NULL && before->by_agreement))
    add_pair (pairs, "by_agreement", by_agreement ? "yes" : "no");
  if (only != (before != NULL && before->only_these_houses))
    add_pair (pairs, "only_these_houses", only ? "yes" : "no");
  if (reach != (before != NULL ? before->call_how : STAFET_ENUM_NONE))
    add_pair (pairs, "call_how", reach_key (self));
  add_houses (self, pairs);
}

static void
show_problem (StafetVolunteerForm *self, const char *text)
{
  stafet_label_show (self->problem, text);
}

/* Beside the field that it is about, else at the top. */
static void
show_refusal (StafetVolunteerForm *self, const char *message)
{
  StafetInput *input;

  stafet_volunteer_form_remark (self);
  input = stafet_form_find_remark (self->form, message);
  if (input == NULL)
    {
      show_problem (self, message);
      return;
    }
  if (gtk_widget_is_ancestor (GTK_WIDGET (input), self->more))
    gtk_expander_set_expanded (GTK_EXPANDER (self->more), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (input));
}

/* One attempt at a time: the keyboard asks as often as it likes. */
static void
set_saving (StafetVolunteerForm *self, gboolean saving)
{
  self->saving = saving;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), !saving);
}

/* Whether whoever the form is about is not there any more. */
static gboolean
is_gone (StafetVolunteerForm *self, const GError *error)
{
  return g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_UNKNOWN) && self->volunteer != NULL
         && stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_VOLUNTEER,
                                 self->volunteer)
              == NULL;
}

static gboolean
saved_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetVolunteerForm *self = owner;
  StafetWindow *window = stafet_window_of (self);
  StafetUid made = outcome != NULL && self->volunteer == NULL ? outcome->created : NULL;
  gboolean seen;

  (void) data;
  set_saving (self, FALSE);
  /* Who has left the form meanwhile is told at the bottom of the window. */
  if (error != NULL && window == NULL)
    return FALSE;
  if (error != NULL)
    {
      show_refusal (self, is_gone (self, error) ? _ (
                            "This volunteer is no longer there: she was erased or removed meanwhile. What "
                            "you have written is not saved.")
                                                : error->message);
      return TRUE;
    }
  forget (self);
  if (window == NULL)
    return FALSE;
  seen = gtk_widget_get_mapped (GTK_WIDGET (self));
  stafet_window_remove_page (window, STAFET_PAGE (self));
  if (made != NULL && seen)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.volunteer", "s", made);
  return FALSE;
}

static gboolean
collect (StafetVolunteerForm *self, GPtrArray *pairs)
{
  if (*stafet_input_get_text (self->name) == '\0')
    {
      stafet_input_set_problem (self->name, _ ("What is the volunteer called?"));
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return FALSE;
    }
  if (gtk_widget_get_visible (self->house_box) && stafet_choice_get (self->house) == NULL)
    {
      show_problem (self, _ ("Which house does the volunteer belong to?"));
      gtk_widget_grab_focus (GTK_WIDGET (self->house));
      return FALSE;
    }
  if (!stafet_form_collect (self->form, self->before, pairs))
    {
      /* What is wrong may be among the rest: where it is seen, it can have the focus. */
      gtk_expander_set_expanded (GTK_EXPANDER (self->more), TRUE);
      stafet_form_collect (self->form, self->before, pairs);
      return FALSE;
    }
  stafet_volunteer_form_collect_choices (self, pairs);
  return TRUE;
}

static gboolean
names_key (const GPtrArray *pairs, const char *prefix)
{
  for (guint i = 0; i < pairs->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (pairs, i), prefix))
      return TRUE;
  return FALSE;
}

/* A new volunteer starts today. */
static void
add_start (StafetVolunteerForm *self, GPtrArray *pairs)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  char today[STAFET_DATE_SIZE];

  if (!names_key (pairs, "started="))
    add_pair (pairs, "started", stafet_date_write (stafet_desk_today (desk), today));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetVolunteerForm *self = STAFET_VOLUNTEER_FORM (widget);
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  const char *const *all;

  (void) name;
  (void) parameter;
  if (self->saving)
    return;
  show_problem (self, NULL);
  if (!collect (self, pairs))
    return;
  if (self->volunteer == NULL)
    add_start (self, pairs);
  g_ptr_array_add (pairs, NULL);
  all = (const char *const *) pairs->pdata;
  set_saving (self, TRUE);
  stafet_desk_edit_then (desk,
                         self->volunteer == NULL
                           ? stafet_use_add (STAFET_KIND_VOLUNTEER, all)
                           : stafet_use_edit (STAFET_KIND_VOLUNTEER, self->volunteer, all),
                         self, saved_cb, g_object_ref (self), g_object_unref);
}

/* ——— GObject ——— */

static void
stafet_volunteer_form_focus (StafetPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (STAFET_VOLUNTEER_FORM (page)->name));
}

static void
stafet_volunteer_form_dispose (GObject *object)
{
  StafetVolunteerForm *self = STAFET_VOLUNTEER_FORM (object);

  /* Fields that go lose the focus and their text: that is no change. */
  self->filled = FALSE;
  g_clear_handle_id (&self->keeping, g_source_remove);
  g_clear_handle_id (&self->remarking, g_source_remove);
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_VOLUNTEER_FORM);
  G_OBJECT_CLASS (stafet_volunteer_form_parent_class)->dispose (object);
}

static void
stafet_volunteer_form_finalize (GObject *object)
{
  g_hash_table_unref (STAFET_VOLUNTEER_FORM (object)->before);
  g_ptr_array_unref (STAFET_VOLUNTEER_FORM (object)->known);
  g_clear_pointer (&STAFET_VOLUNTEER_FORM (object)->untouched, g_variant_unref);
  G_OBJECT_CLASS (stafet_volunteer_form_parent_class)->finalize (object);
}

static void
stafet_volunteer_form_class_init (StafetVolunteerFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_volunteer_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_volunteer_form_finalize;
  widget_class->unmap = stafet_volunteer_form_unmap;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_volunteer_form_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_volunteer_form_focus;
  g_type_ensure (STAFET_TYPE_HOUSE_PICKS);
  g_type_ensure (STAFET_TYPE_INPUT);
  g_type_ensure (STAFET_TYPE_PICK);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-volunteer-form.ui");
#define CHILD(child) gtk_widget_class_bind_template_child (widget_class, StafetVolunteerForm, child)
  CHILD (form);
  CHILD (more);
  CHILD (resumed);
  CHILD (name);
  CHILD (available);
  CHILD (rest);
  CHILD (partners);
  CHILD (keep_apart);
  CHILD (companion);
  CHILD (houses);
  CHILD (blocked_houses);
  CHILD (kind);
  CHILD (call_how);
  CHILD (house);
  CHILD (house_box);
  CHILD (protected);
  CHILD (by_agreement);
  CHILD (only_these_houses);
  CHILD (problem);
  CHILD (save);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, begin_anew_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_cb);
}

static void
stafet_volunteer_form_init (StafetVolunteerForm *self)
{
  const StafetField *reach = stafet_record_info_field (&stafet_volunteer_info, "call_how");
  g_autoptr (GListModel) reaches = stafet_enum_titles (reach->values, _ ("It does not matter"));

  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->known = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->call_how, reaches);
  stafet_tick_wrap (self->by_agreement);
  stafet_tick_wrap (self->only_these_houses);
}

StafetPage *
stafet_volunteer_form_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_VOLUNTEER_FORM, "desk", desk, "title", _ ("New volunteer"), "subtitle",
                       stafet_desk_get_view_name (desk), NULL);
}

StafetPage *
stafet_volunteer_form_new_for (StafetDesk *desk, StafetUid uid)
{
  StafetVolunteer *volunteer =
    stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_VOLUNTEER, uid);
  StafetVolunteerForm *self =
    g_object_new (STAFET_TYPE_VOLUNTEER_FORM, "desk", desk, "title", _ ("Edit a volunteer"), "subtitle",
                  volunteer != NULL ? volunteer->name : "", NULL);

  self->volunteer = uid;
  gtk_expander_set_expanded (GTK_EXPANDER (self->more), TRUE);
  return STAFET_PAGE (self);
}
