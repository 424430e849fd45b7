/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tries what was typed on a scratch plan: the next dates as they would be, and what is in the way.
 */
#include "core/stafet-error.h"
#include "core/stafet-words.h"
#include "schedule/stafet-agenda.h"
#include "schedule/stafet-entry.h"
#include "schedule/stafet-expand.h"
#include "schedule/stafet-free-time.h"
#include "schedule/stafet-holidays.h"
#include "schedule/stafet-loans.h"
#include "schedule/stafet-overlap.h"
#include "schedule/stafet-rooms.h"
#include "stafet-activity-editor-private.h"
#include "stafet-chip.h"
#include "stafet-choice.h"
#include "stafet-line.h"
#include "stafet-widget.h"

#define N_DATES 5
/* So far ahead a time must be free to be offered. */
#define FREE_DAYS (26 * 7)

/* What is only asked for is looked at as if it were in the programme. */
static gboolean
forget_loan (StafetActivityEditor *self, StafetPlan *scratch, StafetChangeset *changeset, GError **error)
{
  const StafetLoan *loan = stafet_loan_of (stafet_page_get_snapshot (STAFET_PAGE (self)), self->activity);
  g_autoptr (StafetEdit) edit = NULL;

  if (loan == NULL || loan->state == STAFET_LOAN_APPROVED)
    return TRUE;
  edit = stafet_use_remove (STAFET_KIND_LOAN, loan->parent.uid);
  return stafet_plan_try (scratch, edit, changeset, NULL, error);
}

/* The scratch plan with the draft in it, or NULL and why not. @instead (nullable): pairs that take the place
 * of what was written. */
static StafetPlan *
try_draft (StafetActivityEditor *self, gboolean anyway, const char *const *instead, StafetUid *activity,
           GError **error)
{
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (stafet_page_get_plan (STAFET_PAGE (self)));
  g_autoptr (StafetEditorDraft) draft = stafet_editor_draft_new ();
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (STAFET_CHANGESET_EDIT);
  g_autoptr (StafetEdit) edit = NULL;

  if (!stafet_activity_editor_read (self, STAFET_SCOPE_ALL, FALSE, draft))
    return NULL;
  if (!forget_loan (self, scratch, changeset, error))
    return NULL;
  for (; instead != NULL && *instead != NULL; instead++)
    g_ptr_array_insert (draft->pairs, (int) draft->pairs->len - 1, g_strdup (*instead));
  draft->draft.pairs = (const char *const *) draft->pairs->pdata;
  draft->draft.anyway = anyway;
  edit = stafet_use_save_activity (&draft->draft);
  if (!stafet_plan_try (scratch, edit, changeset, activity, error))
    return NULL;
  return g_steal_pointer (&scratch);
}

/* ——— The next dates ——— */

/* What has the room at the time of @date: borrowed, or NULL. @uses: of the room. */
static const char *
find_in_the_way (const GArray *uses, StafetUid activity, StafetDate date)
{
  const StafetUse *mine = NULL;

  for (guint i = 0; i < uses->len && mine == NULL; i++)
    {
      const StafetUse *use = &g_array_index (uses, StafetUse, i);

      if (use->series == activity && use->original == date)
        mine = use;
    }
  for (guint i = 0; mine != NULL && i < uses->len; i++)
    {
      const StafetUse *use = &g_array_index (uses, StafetUse, i);

      if (use->series != activity && use->start < mine->end && mine->start < use->end)
        return use->title;
    }
  return NULL;
}

/* A holiday on which the date is held, or "". */
static const char *
holiday_words (const StafetSnapshot *snapshot, const StafetEntry *entry, StafetLanguage language)
{
  StafetDate date = stafet_wall_date (entry->start);
  const char *name = stafet_holidays_name (date);
  const StafetSchoolHoliday *school =
    name == NULL ? stafet_school_holiday_find (snapshot, stafet_entry_place_house (snapshot, entry), date)
                 : NULL;

  return name != NULL ? stafet_i18n_text (language, name) : school != NULL ? school->text : "";
}

/* What a date meets, beside it: that it is not held, waits for an answer, or finds the room taken. */
static void
add_marks (StafetLine *line, const StafetEntry *entry, const char *in_the_way, StafetLanguage language)
{
  g_autofree char *cancelled = NULL, *waits = NULL, *taken = NULL;

  if (entry->status == STAFET_STATUS_CANCELLED)
    {
      cancelled = g_strdup_printf (_ ("%s: not held"), stafet_entry_reason (entry, language));
      gtk_widget_add_css_class (GTK_WIDGET (line), "cancelled-entry");
      stafet_line_add_end (line, stafet_chip_new (STAFET_CHIP_CANCELLED, cancelled));
      return;
    }
  if (entry->review != NULL)
    {
      waits =
        g_strdup_printf (_ ("%s: will wait for your answer"), stafet_i18n_text (language, entry->review));
      stafet_line_add_end (line, stafet_chip_new (STAFET_CHIP_WARNING, waits));
    }
  if (in_the_way != NULL)
    {
      taken = g_strdup_printf (_ ("The room is taken: %s"), in_the_way);
      stafet_line_add_end (line, stafet_chip_new (STAFET_CHIP_WARNING, taken));
    }
}

static void
add_date (StafetActivityEditor *self, StafetSnapshot *snapshot, StafetUid activity, StafetDate date,
          const GArray *uses)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (snapshot, STAFET_KIND_ACTIVITY, activity, date);
  const StafetEntry *entry = g_ptr_array_index (agenda->entries, 0);
  g_autofree char *day = stafet_words_date (language, stafet_wall_date (entry->start));
  g_autofree char *week = stafet_words_week (language, stafet_date_iso_week (date, NULL));
  gboolean cancelled = entry->status == STAFET_STATUS_CANCELLED;
  GtkWidget *line =
    stafet_line_new (cancelled ? "stafet-cancelled-symbolic" : "stafet-promised-symbolic", day,
                     cancelled || entry->review != NULL ? "" : holiday_words (snapshot, entry, language));

  add_marks (STAFET_LINE (line), entry, find_in_the_way (uses, activity, date), language);
  if (!cancelled)
    {
      GtkWidget *label = gtk_label_new (week);

      gtk_widget_add_css_class (label, "dim-label");
      stafet_line_add_end (STAFET_LINE (line), label);
    }
  gtk_list_box_append (self->dates, line);
}

static void
show_dates (StafetActivityEditor *self, StafetSnapshot *snapshot, const StafetActivity *activity)
{
  StafetDate date = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *rule = stafet_words_rule (language, &activity->timing);
  g_autofree char *time = self->no_end
                            ? stafet_words_time (language, stafet_wall_minutes (activity->timing.start))
                            : stafet_words_time_span (language, activity->timing.start, activity->timing.end);
  g_autofree char *hint = g_strdup_printf ("%s %s", rule, time);
  StafetDate dates[N_DATES];
  g_autoptr (GArray) uses = NULL;
  guint n = 0;

  for (; n < N_DATES && (date = stafet_expand_next (&activity->timing, date)) != STAFET_DATE_NONE; n++)
    dates[n] = date++;
  uses = activity->room != NULL && n > 0 && !self->no_end
           ? stafet_overlap_uses (snapshot, STAFET_KIND_ROOM, activity->room, dates[0], dates[n - 1])
           : g_array_new (FALSE, FALSE, sizeof (StafetUse));
  stafet_list_clear (self->dates);
  for (guint i = 0; i < n; i++)
    add_date (self, snapshot, activity->parent.uid, dates[i], uses);
  gtk_widget_set_visible (GTK_WIDGET (self->dates), n > 0);
  gtk_label_set_text (self->dates_hint, hint);
  stafet_input_set_hint (self->when, hint);
}

/* ——— What is in the way ——— */

/* A room of the house in which nothing would be in the way. */
static const StafetRoom *
find_free_room (StafetActivityEditor *self)
{
  StafetUid house = stafet_choice_get (self->house), chosen = stafet_choice_get (self->room);
  const GPtrArray *rooms =
    stafet_snapshot_index (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_INDEX_ROOM_BY_HOUSE, house);

  for (guint i = 0; i < rooms->len; i++)
    {
      const StafetRoom *room = g_ptr_array_index (rooms, i);
      g_autofree char *pair = g_strconcat ("room=", room->parent.uid, NULL);
      g_autoptr (StafetPlan) scratch = NULL;

      if (room->kind != STAFET_ROOM_ROOM || room->parent.uid == chosen)
        continue;
      scratch = try_draft (self, FALSE, (const char *const[]){ pair, NULL }, NULL, NULL);
      if (scratch != NULL)
        return room;
    }
  return NULL;
}

static void
offer_room (StafetActivityEditor *self, const StafetRoom *room)
{
  g_autofree char *label = g_strdup_printf (_ ("Use %s, which is free"), room->name);

  gtk_button_set_label (self->free_room, label);
  g_object_set_data (G_OBJECT (self->free_room), "room", (gpointer) room->parent.uid);
  gtk_widget_show (GTK_WIDGET (self->free_room));
}

/* The timing at another time of the day, with nothing in its way: its texts are the activity's. FALSE when
 * there is none. */
static gboolean
find_free_time (StafetActivityEditor *self, StafetSnapshot *snapshot, const StafetActivity *activity,
                StafetTiming *moved)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  StafetDate from = MAX (activity->timing.first_date, today);
  int minutes = stafet_free_time_find (snapshot, activity->parent.uid, from, from + FREE_DAYS);
  char buffer[STAFET_WALL_SIZE];
  g_autofree char *start = NULL, *end = NULL;
  g_autoptr (StafetPlan) scratch = NULL;

  if (minutes == 0)
    return FALSE;
  *moved = activity->timing;
  moved->start += minutes;
  moved->end += minutes;
  start = g_strconcat ("start=", stafet_wall_write (moved->start, buffer), NULL);
  end = g_strconcat ("end=", stafet_wall_write (moved->end, buffer), NULL);
  /* Those who are on it may be elsewhere then. */
  scratch = try_draft (self, FALSE, (const char *const[]){ start, end, NULL }, NULL, NULL);
  return scratch != NULL;
}

/* What is offered is the text of the fields, so that it can be looked at before it is saved. */
static void
offer_time (StafetActivityEditor *self, const StafetTiming *moved)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *time = stafet_words_time_span (language, moved->start, moved->end);
  g_autofree char *label = g_strdup_printf (_ ("Be there %s, when it is free"), time);

  stafet_when_texts_clear (&self->offered);
  stafet_when_write (moved, language, &self->offered);
  gtk_button_set_label (self->free_time, label);
  gtk_widget_show (GTK_WIDGET (self->free_time));
}

static void
show_clash (StafetActivityEditor *self, StafetSnapshot *snapshot, const StafetActivity *activity,
            const GError *error)
{
  StafetTiming moved;
  const StafetRoom *room = NULL;

  gtk_widget_set_visible (self->clash, error != NULL);
  if (error == NULL)
    return;
  gtk_label_set_text (self->clash_text, error->message);
  gtk_widget_hide (GTK_WIDGET (self->free_room));
  gtk_widget_hide (GTK_WIDGET (self->free_time));
  if (find_free_time (self, snapshot, activity, &moved))
    offer_time (self, &moved);
  if (stafet_choice_get (self->room) != NULL)
    room = find_free_room (self);
  if (room != NULL)
    offer_room (self, room);
}

/* ——— The room ——— */

/* "Room for 40 at tables, 60 in rows · set up in 15 minutes, cleared in 15". */
static void
show_room (StafetActivityEditor *self)
{
  const StafetRoom *room = stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)),
                                                STAFET_KIND_ROOM, stafet_choice_get (self->room));
  g_autofree char *text =
    room != NULL ? stafet_room_words (stafet_page_get_snapshot (STAFET_PAGE (self)), room) : NULL;

  stafet_label_show (self->room_hint, text);
}

void
stafet_activity_editor_preview (StafetActivityEditor *self)
{
  g_autoptr (GError) error = NULL, clash = NULL;
  StafetUid uid = NULL;
  g_autoptr (StafetPlan) scratch = try_draft (self, TRUE, NULL, &uid, &error);
  g_autoptr (StafetPlan) strict = NULL;
  const StafetActivity *activity =
    scratch != NULL ? stafet_snapshot_get (stafet_plan_get_snapshot (scratch), STAFET_KIND_ACTIVITY, uid)
                    : NULL;

  stafet_activity_editor_check_when (self);
  show_room (self);
  if (activity == NULL)
    {
      stafet_list_clear (self->dates);
      gtk_widget_hide (GTK_WIDGET (self->dates));
      gtk_label_set_text (self->dates_hint, error != NULL
                                              ? error->message
                                              : _ ("They show here when the days and times are written."));
      show_clash (self, NULL, NULL, NULL);
      return;
    }
  show_dates (self, stafet_plan_get_snapshot (scratch), activity);
  if (!self->no_end)
    strict = try_draft (self, FALSE, NULL, NULL, &clash);
  show_clash (self, stafet_plan_get_snapshot (scratch), activity,
              g_error_matches (clash, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH) ? clash : NULL);
}
