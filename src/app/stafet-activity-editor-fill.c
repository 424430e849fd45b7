/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the editor's fields are filled in: what there is to choose, and the activity that is opened.
 */
#include "core/stafet-idea.h"
#include "core/stafet-words.h"
#include "schedule/stafet-agenda.h"
#include "schedule/stafet-loans.h"
#include "schedule/stafet-rooms.h"
#include "stafet-activity-editor-private.h"
#include "stafet-choice.h"
#include "stafet-role-row.h"

#include <string.h>

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
void
stafet_activity_editor_fill_leads (StafetActivityEditor *self)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  const GPtrArray *volunteers = stafet_snapshot_all (snapshot, STAFET_KIND_VOLUNTEER);
  const StafetActivity *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, self->activity);
  GArray *people = stafet_options_new ();
  gboolean filled = self->filled;

  for (guint i = 0; i < volunteers->len; i++)
    {
      const StafetVolunteer *volunteer = g_ptr_array_index (volunteers, i);

      if (volunteer->status != STAFET_VOLUNTEER_STOPPED
          || (activity != NULL && activity->lead == volunteer->parent.uid))
        stafet_options_add (people, volunteer->parent.uid, volunteer->name);
    }
  stafet_options_sort (people, 0);
  /* Another row of the list, but the same person: that is no change. */
  self->filled = FALSE;
  stafet_choice_fill (self->lead, people, _ ("Nobody"));
  self->filled = filled;
}

/* Until all can be chosen from, that is who leads it. */
static void
fill_lead (StafetActivityEditor *self, StafetUid lead)
{
  const StafetVolunteer *volunteer =
    stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_VOLUNTEER, lead);
  GArray *people = stafet_options_new ();

  if (volunteer != NULL)
    stafet_options_add (people, lead, volunteer->name);
  stafet_choice_fill (self->lead, people, _ ("Nobody"));
  stafet_choice_set (self->lead, lead);
}

static void
fill_organisers (StafetActivityEditor *self)
{
  const GPtrArray *organisers =
    stafet_snapshot_all (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_ORGANISER);
  GArray *parties = stafet_options_new ();

  for (guint i = 0; i < organisers->len; i++)
    {
      const StafetRecord *organiser = g_ptr_array_index (organisers, i);

      stafet_options_add (parties, organiser->uid, stafet_record_get_label (organiser));
    }
  stafet_options_sort (parties, 0);
  stafet_choice_fill (self->organiser, parties, _ ("The house itself"));
}

/* A vehicle has a field of its own, unless it stands in this one already. */
static gboolean
is_place (StafetActivityEditor *self, const StafetRoom *room)
{
  const StafetActivity *activity =
    stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_ACTIVITY, self->activity);

  return room->kind != STAFET_ROOM_VEHICLE || room->parent.uid == self->at_room
         || (activity != NULL && activity->room == room->parent.uid)
         || (self->shown != NULL && self->shown->room == room->parent.uid);
}

void
stafet_activity_editor_fill_rooms (StafetActivityEditor *self)
{
  StafetUid house = stafet_choice_get (self->house);
  const GPtrArray *rooms =
    stafet_snapshot_index (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_INDEX_ROOM_BY_HOUSE, house);
  GArray *options = stafet_options_new (), *vehicles = stafet_options_new ();

  for (guint i = 0; i < rooms->len; i++)
    {
      const StafetRoom *room = g_ptr_array_index (rooms, i);

      if (is_place (self, room))
        stafet_options_add (options, room->parent.uid, room->name);
      if (room->kind == STAFET_ROOM_VEHICLE)
        stafet_options_add (vehicles, room->parent.uid, room->name);
    }
  stafet_options_sort (options, 0);
  stafet_options_sort (vehicles, 0);
  gtk_widget_set_visible (self->vehicles, vehicles->len > 0);
  stafet_choice_fill (self->room, options, _ ("No room"));
  stafet_choice_fill (self->vehicle, vehicles, _ ("None"));
}

/* The room or organiser that was made for the activity is the one that it has. */
void
stafet_activity_editor_take_made (StafetActivityEditor *self)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  gboolean room = self->made_kind == STAFET_KIND_ROOM;
  const GPtrArray *records =
    room ? stafet_snapshot_index (snapshot, STAFET_INDEX_ROOM_BY_HOUSE, stafet_choice_get (self->house))
         : stafet_snapshot_all (snapshot, STAFET_KIND_ORGANISER);

  for (guint i = 0; self->made != NULL && i < records->len; i++)
    {
      const StafetRecord *record = g_ptr_array_index (records, i);

      if (strcmp (stafet_record_get_label (record), self->made) != 0)
        continue;
      if (room)
        stafet_activity_editor_fill_rooms (self);
      else
        fill_organisers (self);
      stafet_choice_set (room ? self->room : self->organiser, record->uid);
      g_clear_pointer (&self->made, g_free);
    }
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
  stafet_choice_set (self->vehicle, activity->vehicle);
  gtk_drop_down_set_selected (self->layout,
                              activity->layout == STAFET_ENUM_NONE ? 0 : (guint) activity->layout + 1);
  gtk_drop_down_set_selected (self->visibility, (guint) activity->visibility);
  fill_lead (self, activity->lead);
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
  stafet_loan_section_load (self->loan,
                            stafet_loan_of (stafet_page_get_snapshot (STAFET_PAGE (self)), self->activity));
  load_parts (self, self->shown, entry);
  gtk_widget_set_visible (GTK_WIDGET (self->save_draft), activity->draft);
}

/* What was asked for goes before what was begun earlier. */
void
stafet_activity_editor_fill_asked (StafetActivityEditor *self)
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

  stafet_input_set_today (self->to, today);
  stafet_input_set_today (self->first, today);
  stafet_input_set_today (self->until, today);
}

/* ——— An idea to begin with ——— */

static void
set_key (StafetActivityEditor *self, const char *key, const char *text)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (self->form);

  for (guint i = 0; i < inputs->len; i++)
    if (strcmp (stafet_input_get_key (inputs->pdata[i]), key) == 0)
      stafet_input_set_text (inputs->pdata[i], text);
}

/* The house's only one. */
static void
choose_vehicle (StafetActivityEditor *self)
{
  g_autoptr (GPtrArray) rooms =
    stafet_rooms_of (stafet_page_get_snapshot (STAFET_PAGE (self)), stafet_choice_get (self->house));
  StafetUid only = NULL;
  guint n = 0;

  for (guint i = 0; i < rooms->len; i++)
    {
      const StafetRoom *room = rooms->pdata[i];

      if (room->kind == STAFET_ROOM_VEHICLE && ++n == 1)
        only = room->parent.uid;
    }
  if (n == 1)
    stafet_choice_set (self->vehicle, only);
}

/* The row that waits for another role; one is added as soon as it has one. */
static StafetRoleRow *
empty_role (StafetActivityEditor *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->roles));

  if (last != NULL && stafet_role_row_is_empty (STAFET_ROLE_ROW (last)))
    return STAFET_ROLE_ROW (last);
  stafet_activity_editor_add_role (self, NULL);
  return STAFET_ROLE_ROW (gtk_widget_get_last_child (GTK_WIDGET (self->roles)));
}

static void
add_idea_roles (StafetActivityEditor *self, const StafetIdea *idea)
{
  const GPtrArray *roles = stafet_snapshot_index (stafet_page_get_snapshot (STAFET_PAGE (self)),
                                                  STAFET_INDEX_IDEA_ROLE_BY_IDEA, idea->parent.uid);

  for (guint i = 0; i < roles->len; i++)
    {
      const StafetIdeaRole *role = roles->pdata[i];

      stafet_role_row_set (empty_role (self), role->role, role->wanted);
    }
}

static void
say_how_long (StafetActivityEditor *self, const StafetIdea *idea)
{
  g_autofree char *hint = g_strdup_printf (
    ngettext_ ("it takes %d minute", "it takes %d minutes", (gulong) idea->minutes), idea->minutes);

  g_object_set (self->to, "placeholder", hint, NULL);
}

static void
fill_idea (StafetActivityEditor *self, const StafetIdea *idea)
{
  g_autofree char *people = NULL;

  if (idea == NULL)
    return;
  set_key (self, "title", idea->title);
  set_key (self, "public_text", idea->public_text);
  set_key (self, "price", idea->price);
  set_key (self, "make_ready", idea->materials);
  if (idea->people != STAFET_INTEGER_NONE)
    people = g_strdup_printf ("%d", idea->people);
  set_key (self, "capacity", people != NULL ? people : "");
  gtk_drop_down_set_selected (self->category,
                              idea->category == STAFET_ENUM_NONE ? 0 : (guint) idea->category + 1);
  gtk_check_button_set_active (self->meal, idea->meal);
  if (idea->bus)
    choose_vehicle (self);
  if (idea->minutes != STAFET_INTEGER_NONE)
    say_how_long (self, idea);
  add_idea_roles (self, idea);
}

void
stafet_activity_editor_fill (StafetActivityEditor *self)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  StafetActivity *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, self->activity);

  set_todays (self);
  fill_houses (self);
  fill_organisers (self);
  if (activity != NULL)
    {
      load (self, activity);
      return;
    }
  stafet_choice_set (self->house, stafet_desk_get_house (stafet_page_get_desk (STAFET_PAGE (self))));
  stafet_activity_editor_fill_rooms (self);
  fill_lead (self, NULL);
  /* Nobody expects the choir on Christmas Eve. */
  gtk_drop_down_set_selected (self->holidays, STAFET_HOLIDAY_CANCEL);
  if (self->asks_loan)
    {
      gtk_drop_down_set_selected (self->category, STAFET_CATEGORY_LOAN + 1);
      gtk_drop_down_set_selected (self->visibility, STAFET_VISIBILITY_OCCUPIED);
    }
  stafet_loan_section_load (self->loan, NULL);
  fill_idea (self, stafet_snapshot_get (snapshot, STAFET_KIND_IDEA, self->idea));
}
