/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The editor: its fields, how they are filled in, and how they are saved.
 */
#include "stafet-activity-editor-private.h"

#include "core/stafet-error.h"
#include "core/stafet-words.h"
#include "schedule/stafet-agenda.h"
#include "stafet-choice.h"
#include "stafet-name-dialog.h"
#include "stafet-role-row.h"
#include "stafet-scope-dialog.h"
#include "stafet-speech.h"
#include "stafet-stop-row.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

#define PREVIEW_MS 250

G_DEFINE_FINAL_TYPE (StafetActivityEditor, stafet_activity_editor, STAFET_TYPE_PAGE)

/* ——— The preview ——— */

static gboolean
preview_cb (gpointer data)
{
  StafetActivityEditor *self = data;

  self->preview = 0;
  stafet_activity_editor_preview (self);
  return G_SOURCE_REMOVE;
}

static void
preview_soon (StafetActivityEditor *self)
{
  if (!self->filled)
    return;
  g_clear_handle_id (&self->preview, g_source_remove);
  self->preview = g_timeout_add (PREVIEW_MS, preview_cb, self);
}

/* Something was written or chosen. */
static void
changed_cb (StafetActivityEditor *self)
{
  if (!self->filled)
    return;
  preview_soon (self);
  stafet_activity_editor_keep_soon (self);
}

/* ——— Roles and wards ——— */

static void
ensure_empty_role (StafetActivityEditor *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->roles));

  if (last == NULL || !stafet_role_row_is_empty (STAFET_ROLE_ROW (last)))
    stafet_activity_editor_add_role (self, NULL);
}

static void
role_changed_cb (StafetActivityEditor *self)
{
  ensure_empty_role (self);
  changed_cb (self);
}

static void
role_removed_cb (StafetActivityEditor *self, StafetRoleRow *row)
{
  StafetUid shift = stafet_role_row_get_shift (row);

  if (shift != NULL)
    g_ptr_array_add (self->removed, g_strdup (shift));
  self->parts_changed = TRUE;
  gtk_box_remove (self->roles, GTK_WIDGET (row));
  ensure_empty_role (self);
  changed_cb (self);
}

void
stafet_activity_editor_add_role (StafetActivityEditor *self, StafetShift *shift)
{
  GtkWidget *row = stafet_role_row_new (stafet_page_get_snapshot (STAFET_PAGE (self)), shift);

  g_signal_connect_object (row, "changed", G_CALLBACK (role_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (role_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->roles, row);
}

/* One ward more can always be chosen. */
static void
stop_changed_cb (StafetActivityEditor *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->stops));

  if (!self->filled)
    return;
  self->stops_changed = TRUE;
  if (last == NULL || stafet_stop_row_get_ward (STAFET_STOP_ROW (last)) != NULL)
    stafet_activity_editor_add_stop (self, NULL, NULL, NULL);
  changed_cb (self);
}

void
stafet_activity_editor_add_stop (StafetActivityEditor *self, StafetUid ward, StafetUid received_by,
                                 const StafetStop *stop)
{
  GtkWidget *row = stafet_stop_row_new (stafet_page_get_snapshot (STAFET_PAGE (self)));

  if (ward != NULL)
    stafet_stop_row_set (STAFET_STOP_ROW (row), ward, received_by, stop, stafet_wall_minutes (self->start));
  g_signal_connect_object (row, "changed", G_CALLBACK (stop_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->stops, row);
}

/* ——— Houses and rooms ——— */

static void
fill_houses (StafetActivityEditor *self)
{
  const GPtrArray *houses =
    stafet_snapshot_all (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_HOUSE);
  GArray *options = stafet_options_new ();

  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);

      stafet_options_add (options, house->parent.uid, house->name);
    }
  stafet_options_sort (options, 0);
  stafet_choice_fill (self->house, options, NULL);
}

/* Who has stopped leads nothing new, but is not lost from what she leads. */
static void
fill_people (StafetActivityEditor *self)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  const GPtrArray *volunteers = stafet_snapshot_all (snapshot, STAFET_KIND_VOLUNTEER);
  const GPtrArray *organisers = stafet_snapshot_all (snapshot, STAFET_KIND_ORGANISER);
  const StafetActivity *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, self->activity);
  GArray *people = stafet_options_new (), *parties = stafet_options_new ();

  for (guint i = 0; i < volunteers->len; i++)
    {
      const StafetVolunteer *volunteer = g_ptr_array_index (volunteers, i);

      if (volunteer->status != STAFET_VOLUNTEER_STOPPED
          || (activity != NULL && activity->lead == volunteer->parent.uid))
        stafet_options_add (people, volunteer->parent.uid, volunteer->name);
    }
  for (guint i = 0; i < organisers->len; i++)
    {
      const StafetRecord *organiser = g_ptr_array_index (organisers, i);

      stafet_options_add (parties, organiser->uid, stafet_record_get_label (organiser));
    }
  stafet_options_sort (people, 0);
  stafet_options_sort (parties, 0);
  stafet_choice_fill (self->lead, people, _ ("Nobody"));
  stafet_choice_fill (self->organiser, parties, _ ("The house itself"));
}

void
stafet_activity_editor_fill_rooms (StafetActivityEditor *self)
{
  StafetUid house = stafet_choice_get (self->house);
  const GPtrArray *rooms =
    stafet_snapshot_index (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_INDEX_ROOM_BY_HOUSE, house);
  GArray *options = stafet_options_new ();

  for (guint i = 0; i < rooms->len; i++)
    {
      const StafetRoom *room = g_ptr_array_index (rooms, i);

      stafet_options_add (options, room->parent.uid, room->name);
    }
  stafet_options_sort (options, 0);
  stafet_choice_fill (self->room, options, _ ("No room"));
}

static void
house_cb (StafetActivityEditor *self)
{
  if (!self->filled)
    return;
  stafet_activity_editor_fill_rooms (self);
  changed_cb (self);
}

/* ——— A new room ——— */

static StafetEdit *
room_edit (const char *name, gpointer data)
{
  StafetActivityEditor *self = data;
  StafetUid house = stafet_choice_get (self->house);
  g_autofree char *name_pair = g_strconcat ("name=", name, NULL);
  g_autofree char *house_pair = g_strconcat ("house=", house != NULL ? house : "", NULL);
  const char *pairs[] = { name_pair, house_pair, NULL };

  g_free (self->new_room);
  self->new_room = g_strdup (name);
  return stafet_use_add (STAFET_KIND_ROOM, pairs);
}

static void
new_room_cb (StafetActivityEditor *self)
{
  stafet_name_dialog_show (stafet_window_of (self), _ ("New room"), _ ("What is the room called?"),
                           _ ("For example the big hall"), room_edit, g_object_ref (self), g_object_unref);
}

/* The room that was made for the activity is the one that it takes place in. */
static void
take_new_room (StafetActivityEditor *self)
{
  const GPtrArray *rooms =
    stafet_snapshot_index (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_INDEX_ROOM_BY_HOUSE,
                           stafet_choice_get (self->house));

  for (guint i = 0; self->new_room != NULL && i < rooms->len; i++)
    {
      const StafetRoom *room = g_ptr_array_index (rooms, i);

      if (strcmp (room->name, self->new_room) != 0)
        continue;
      stafet_activity_editor_fill_rooms (self);
      stafet_choice_set (self->room, room->parent.uid);
      g_clear_pointer (&self->new_room, g_free);
    }
}

static void
free_room_cb (StafetActivityEditor *self)
{
  StafetUid room = g_object_get_data (G_OBJECT (self->free_room), "room");

  stafet_choice_set (self->room, room);
  changed_cb (self);
}

/* ——— Filling in ——— */

static void
load_key (StafetActivityEditor *self, const StafetActivity *activity, StafetInput *input)
{
  const char *key = stafet_input_get_key (input);
  const StafetField *field = stafet_record_info_field (&stafet_activity_info, key);
  g_autofree char *text = stafet_record_get_text (activity, field);

  stafet_input_set_text (input, text);
  g_hash_table_insert (self->before, g_strdup (key), g_steal_pointer (&text));
}

/* The date in view stands where the first one does in a new activity, with its own times. */
static void
load_when (StafetActivityEditor *self, const StafetActivity *activity)
{
  StafetInput *inputs[] = { self->when, self->from, self->to, self->first, self->until };
  StafetLanguage language = stafet_i18n_get_language ();

  stafet_when_write (&activity->timing, language, &self->loaded);
  stafet_when_write_span (self->start, self->end, language, &self->loaded);
  for (int i = 0; i < STAFET_N_WHEN; i++)
    stafet_input_set_text (inputs[i], self->loaded.texts[i]);
  g_object_set (self->first, "title", activity->timing.recurs ? _ ("This date") : _ ("Date"), NULL);
}

/* As many may be wanted on that date as on no other. */
static StafetShift *
shift_on_date (StafetShift *shift, const StafetEntry *entry)
{
  for (guint i = 0; entry != NULL && i < entry->n_shifts; i++)
    if (entry->shifts[i].shift->parent.uid == shift->parent.uid)
      return entry->shifts[i].shift;
  return shift;
}

static void
load_parts (StafetActivityEditor *self, const StafetActivity *activity, const StafetEntry *entry)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  const GPtrArray *shifts = stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, self->activity);
  const GPtrArray *stops = stafet_snapshot_index (snapshot, STAFET_INDEX_STOP_BY_ACTIVITY, self->activity);

  for (guint i = 0; i < shifts->len; i++)
    stafet_activity_editor_add_role (self, shift_on_date (g_ptr_array_index (shifts, i), entry));
  if (activity->ward != NULL)
    stafet_activity_editor_add_stop (self, activity->ward, activity->received_by, NULL);
  for (guint i = 0; i < stops->len; i++)
    {
      const StafetStop *stop = g_ptr_array_index (stops, i);

      stafet_activity_editor_add_stop (self, stop->ward, stop->received_by, stop);
    }
}

static void
load_choices (StafetActivityEditor *self, const StafetActivity *activity)
{
  gtk_drop_down_set_selected (self->category,
                              activity->category == STAFET_ENUM_NONE ? 0 : (guint) activity->category + 1);
  stafet_choice_set (self->house, activity->house);
  stafet_activity_editor_fill_rooms (self);
  stafet_choice_set (self->room, activity->room);
  gtk_drop_down_set_selected (self->visibility, (guint) activity->visibility);
  stafet_choice_set (self->lead, activity->lead);
  stafet_choice_set (self->organiser, activity->organiser);
  gtk_check_button_set_active (self->meal, activity->meal);
  gtk_check_button_set_active (self->transport, activity->transport);
  gtk_drop_down_set_selected (self->holidays, (guint) activity->timing.holidays);
  gtk_drop_down_set_selected (self->school_holidays, (guint) activity->timing.school_holidays);
}

/* The date that was opened, with what is otherwise on it; of a date that is gone, the series. */
static void
load_date (StafetActivityEditor *self, StafetActivity *activity, const StafetEntry *entry)
{
  const StafetTiming *timing = &activity->timing;

  self->shown = g_object_ref (entry != NULL ? entry->activity : activity);
  self->start =
    entry != NULL ? entry->start : stafet_wall_new (self->date, stafet_wall_minutes (timing->start));
  self->end = entry != NULL ? entry->end : self->start + (timing->end - timing->start);
}

static void
load (StafetActivityEditor *self, StafetActivity *activity)
{
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new_occurrence (
    stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_ACTIVITY, self->activity, self->date);
  const StafetEntry *entry = agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (self->form);

  load_date (self, activity, entry);
  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < inputs->len; i++)
    load_key (self, self->shown, g_ptr_array_index (inputs, i));
  load_when (self, activity);
  load_choices (self, self->shown);
  load_parts (self, self->shown, entry);
  gtk_widget_set_visible (GTK_WIDGET (self->save_draft), activity->draft);
}

/* What was asked for goes before what was begun earlier. */
static void
fill_asked (StafetActivityEditor *self)
{
  static const StafetWhenField fields[] = { STAFET_WHEN_FROM, STAFET_WHEN_TO, STAFET_WHEN_FIRST };
  const StafetRoom *room =
    stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_ROOM, self->at_room);
  g_auto (StafetWhenTexts) texts = { { NULL } };

  if (self->activity != NULL || self->start == STAFET_WALL_NONE)
    return;
  stafet_when_write_span (self->start, self->end, stafet_i18n_get_language (), &texts);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    stafet_input_set_text (stafet_activity_editor_when_input (self, fields[i]), texts.texts[fields[i]]);
  if (room == NULL)
    return;
  stafet_choice_set (self->house, room->house);
  stafet_activity_editor_fill_rooms (self);
  stafet_choice_set (self->room, room->parent.uid);
}

static void
set_todays (StafetActivityEditor *self)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));

  stafet_input_set_today (self->first, today);
  stafet_input_set_today (self->until, today);
}

static void
stafet_activity_editor_refresh (StafetPage *page)
{
  StafetActivityEditor *self = STAFET_ACTIVITY_EDITOR (page);
  StafetSnapshot *snapshot = stafet_page_get_snapshot (page);
  StafetActivity *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, self->activity);

  /* What is being written is never overwritten. */
  if (self->filled)
    {
      take_new_room (self);
      preview_soon (self);
      return;
    }
  set_todays (self);
  fill_houses (self);
  fill_people (self);
  if (activity != NULL)
    load (self, activity);
  else
    {
      stafet_choice_set (self->house, stafet_desk_get_house (stafet_page_get_desk (page)));
      stafet_activity_editor_fill_rooms (self);
      /* Nobody expects the choir on Christmas Eve. */
      gtk_drop_down_set_selected (self->holidays, STAFET_HOLIDAY_CANCEL);
    }
  ensure_empty_role (self);
  stafet_activity_editor_add_stop (self, NULL, NULL, NULL);
  fill_asked (self);
  self->filled = TRUE;
  gtk_widget_set_visible (self->resumed, stafet_activity_editor_resume (self));
  fill_asked (self);
  preview_soon (self);
}

/* ——— Saving ——— */

static void
show_problem (StafetActivityEditor *self, const char *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void save_scope (StafetActivityEditor *self, StafetScope scope, gboolean anyway);

static void
anyway_cb (AdwMessageDialog *dialog, const char *response, StafetActivityEditor *self)
{
  (void) dialog;
  if (strcmp (response, "anyway") == 0)
    save_scope (self, self->scope, TRUE);
}

static void
ask_anyway (StafetActivityEditor *self, const GError *error)
{
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (stafet_window_of (self)), _ ("Save anyway?"), error->message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Back to the editor"),
                                    "anyway", _ ("Save _anyway"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (anyway_cb), self, 0);
  stafet_speech_name (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* One attempt at a time: the keyboard asks as often as it likes. */
static void
set_saving (StafetActivityEditor *self, gboolean saving)
{
  self->saving = saving;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), !saving);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_draft), !saving);
}

static gboolean
saved_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetActivityEditor *self = owner;
  StafetWindow *window = stafet_window_of (self);

  (void) data;
  (void) outcome;
  set_saving (self, FALSE);
  /* Who has left the editor meanwhile is told at the bottom of the window. */
  if (error != NULL && window == NULL)
    return FALSE;
  if (g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH))
    {
      ask_anyway (self, error);
      return TRUE;
    }
  if (error != NULL)
    {
      show_problem (self, error->message);
      return TRUE;
    }
  stafet_activity_editor_forget (self);
  if (window != NULL)
    stafet_window_remove_page (window, STAFET_PAGE (self));
  return FALSE;
}

static void
save_scope (StafetActivityEditor *self, StafetScope scope, gboolean anyway)
{
  g_autoptr (StafetEditorDraft) draft = stafet_editor_draft_new ();

  if (self->saving || !stafet_activity_editor_read (self, scope, TRUE, draft))
    return;
  draft->draft.anyway = anyway;
  self->scope = scope;
  set_saving (self, TRUE);
  stafet_desk_edit_then (stafet_page_get_desk (STAFET_PAGE (self)), stafet_use_save_activity (&draft->draft),
                         self, saved_cb, g_object_ref (self), g_object_unref);
}

static void
scope_cb (gpointer owner, StafetScope scope, gpointer data)
{
  (void) data;
  save_scope (owner, scope, FALSE);
}

static void
ask_scope (StafetActivityEditor *self)
{
  stafet_scope_dialog_show (stafet_window_of (self), STAFET_KIND_ACTIVITY, self->activity, self->date,
                            stafet_activity_editor_changes_series (self), _ ("_Back to the editor"), self,
                            scope_cb, NULL, NULL);
}

static void
save (StafetActivityEditor *self, gboolean as_draft)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  const StafetActivity *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, self->activity);
  g_autoptr (StafetEditorDraft) draft = stafet_editor_draft_new ();

  if (self->saving)
    return;
  show_problem (self, NULL);
  self->as_draft = as_draft;
  if (!stafet_activity_editor_read (self, STAFET_SCOPE_ALL, TRUE, draft))
    return;
  /* Nobody goes by the dates of a draft: it is changed as a whole. */
  if (activity != NULL && activity->timing.recurs && !activity->draft)
    ask_scope (self);
  else
    save_scope (self, STAFET_SCOPE_ALL, FALSE);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  save (STAFET_ACTIVITY_EDITOR (widget), FALSE);
}

static void
save_draft_cb (StafetActivityEditor *self)
{
  save (self, TRUE);
}

static void
begin_anew_cb (StafetActivityEditor *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetWindow *window = stafet_window_of (self);
  g_autoptr (StafetActivityEditor) kept = g_object_ref (self);

  stafet_activity_editor_forget (self);
  stafet_window_pop (window);
  if (self->activity == NULL)
    stafet_window_push (
      window, stafet_activity_editor_new_at (
                desk, self->start, self->end,
                stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_ROOM, self->at_room)));
  else
    stafet_window_push (window, stafet_activity_editor_new_for (desk, self->activity, self->date));
}

/* ——— GObject ——— */

static void
stafet_activity_editor_focus (StafetPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (STAFET_ACTIVITY_EDITOR (page)->title));
}

static void
stafet_activity_editor_unmap (GtkWidget *widget)
{
  StafetActivityEditor *self = STAFET_ACTIVITY_EDITOR (widget);

  stafet_activity_editor_keep (self);
  GTK_WIDGET_CLASS (stafet_activity_editor_parent_class)->unmap (widget);
}

static void
stafet_activity_editor_dispose (GObject *object)
{
  StafetActivityEditor *self = STAFET_ACTIVITY_EDITOR (object);

  /* Fields that go lose the focus and their text: that is no change. */
  self->filled = FALSE;
  g_clear_handle_id (&self->preview, g_source_remove);
  g_clear_handle_id (&self->keeping, g_source_remove);
  g_clear_object (&self->shown);
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_ACTIVITY_EDITOR);
  G_OBJECT_CLASS (stafet_activity_editor_parent_class)->dispose (object);
}

static void
stafet_activity_editor_finalize (GObject *object)
{
  StafetActivityEditor *self = STAFET_ACTIVITY_EDITOR (object);

  g_clear_pointer (&self->before, g_hash_table_unref);
  g_clear_pointer (&self->untouched, g_variant_unref);
  g_clear_pointer (&self->new_room, g_free);
  stafet_when_texts_clear (&self->loaded);
  g_ptr_array_unref (self->removed);
  G_OBJECT_CLASS (stafet_activity_editor_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define CHILD(child) gtk_widget_class_bind_template_child (widget_class, StafetActivityEditor, child)
  CHILD (form);
  CHILD (title);
  CHILD (when);
  CHILD (from);
  CHILD (to);
  CHILD (first);
  CHILD (until);
  CHILD (category);
  CHILD (house);
  CHILD (room);
  CHILD (visibility);
  CHILD (holidays);
  CHILD (school_holidays);
  CHILD (lead);
  CHILD (organiser);
  CHILD (meal);
  CHILD (transport);
  CHILD (roles);
  CHILD (stops);
  CHILD (dates);
  CHILD (dates_hint);
  CHILD (problem);
  CHILD (clash_text);
  CHILD (clash);
  CHILD (resumed);
  CHILD (free_room);
  CHILD (save);
  CHILD (save_draft);
#undef CHILD
}

static void
stafet_activity_editor_class_init (StafetActivityEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_activity_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_activity_editor_finalize;
  widget_class->unmap = stafet_activity_editor_unmap;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_activity_editor_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_activity_editor_focus;
  g_type_ensure (STAFET_TYPE_INPUT);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  g_type_ensure (STAFET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-activity-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, house_cb);
  gtk_widget_class_bind_template_callback (widget_class, free_room_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_room_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_draft_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_anew_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_cb);
}

/* Who leaves a field of when is told what is wrong with it. */
static void
watch_when (StafetActivityEditor *self)
{
  for (int i = 0; i < STAFET_N_WHEN; i++)
    {
      StafetInput *input = stafet_activity_editor_when_input (self, (StafetWhenField) i);
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_object (focus, "leave", G_CALLBACK (preview_soon), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (GTK_WIDGET (input), focus);
    }
}

static void
stafet_activity_editor_init (StafetActivityEditor *self)
{
  self->removed = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  watch_when (self);
}

StafetPage *
stafet_activity_editor_new (StafetDesk *desk)
{
  return stafet_activity_editor_new_at (desk, STAFET_WALL_NONE, STAFET_WALL_NONE, NULL);
}

StafetPage *
stafet_activity_editor_new_at (StafetDesk *desk, StafetWall start, StafetWall end, const StafetRoom *room)
{
  StafetActivityEditor *self =
    g_object_new (STAFET_TYPE_ACTIVITY_EDITOR, "desk", desk, "title", _ ("New activity"), "subtitle",
                  _ ("what you write is kept while you write"), NULL);

  self->start = start;
  self->end = end;
  self->at_room = room != NULL ? room->parent.uid : NULL;
  return STAFET_PAGE (self);
}

StafetPage *
stafet_activity_editor_new_for (StafetDesk *desk, StafetUid uid, StafetDate date)
{
  const StafetActivity *activity =
    stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_ACTIVITY, uid);
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), date);
  StafetActivityEditor *self = g_object_new (STAFET_TYPE_ACTIVITY_EDITOR, "desk", desk, "title",
                                             activity != NULL ? activity->title : "", "subtitle", day, NULL);

  self->activity = uid;
  self->date = date;
  gtk_button_set_label (self->save, _ ("Save changes"));
  return STAFET_PAGE (self);
}
