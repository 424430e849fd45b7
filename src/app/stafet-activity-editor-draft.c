/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the editor's fields into what the use case takes, and keeps what was begun.
 */
#include "core/stafet-error.h"
#include "core/stafet-typed-rule.h"
#include "core/stafet-typed.h"
#include "core/stafet-words.h"
#include "stafet-activity-editor-private.h"
#include "stafet-choice.h"
#include "stafet-role-row.h"
#include "stafet-stop-row.h"

#include <stdlib.h>
#include <string.h>

StafetEditorDraft *
stafet_editor_draft_new (void)
{
  StafetEditorDraft *self = g_new0 (StafetEditorDraft, 1);

  self->pairs = g_ptr_array_new_with_free_func (g_free);
  self->part_pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->shifts = g_array_new (FALSE, TRUE, sizeof (StafetActivityPart));
  self->stops = g_array_new (FALSE, TRUE, sizeof (StafetActivityPart));
  return self;
}

void
stafet_editor_draft_free (StafetEditorDraft *self)
{
  g_ptr_array_unref (self->pairs);
  g_ptr_array_unref (self->part_pairs);
  g_array_unref (self->shifts);
  g_array_unref (self->stops);
  g_clear_pointer (&self->loan, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_array_unref);
  g_free (self);
}

static void
add_pair (StafetEditorDraft *draft, const char *key, const char *value)
{
  g_ptr_array_add (draft->pairs, g_strdup_printf ("%s=%s", key, value != NULL ? value : ""));
}

/* ——— When ——— */

static const StafetActivity *
activity_of (StafetActivityEditor *self)
{
  return stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_ACTIVITY,
                              self->activity);
}

StafetInput *
stafet_activity_editor_when_input (StafetActivityEditor *self, StafetWhenField field)
{
  StafetInput *inputs[] = { self->when, self->from, self->to, self->first, self->until };

  return inputs[field];
}

void
stafet_activity_editor_read_when (StafetActivityEditor *self, StafetWhenTexts *texts)
{
  for (int i = 0; i < STAFET_N_WHEN; i++)
    texts->texts[i] = g_strstrip (
      g_strdup (stafet_input_get_text (stafet_activity_editor_when_input (self, (StafetWhenField) i))));
}

static gboolean
differs (const StafetActivityEditor *self, const StafetWhenTexts *texts, StafetWhenField field)
{
  return self->before == NULL || g_strcmp0 (texts->texts[field], self->loaded.texts[field]) != 0;
}

static gboolean
changes_rule (const StafetActivityEditor *self, const StafetWhenTexts *texts)
{
  return differs (self, texts, STAFET_WHEN_RULE) || differs (self, texts, STAFET_WHEN_UNTIL);
}

static gboolean
changes_policy (StafetActivityEditor *self)
{
  const StafetActivity *before = self->shown;

  return before != NULL
         && ((gint32) gtk_drop_down_get_selected (self->holidays) != before->timing.holidays
             || (gint32) gtk_drop_down_get_selected (self->school_holidays)
                  != before->timing.school_holidays);
}

gboolean
stafet_activity_editor_changes_series (StafetActivityEditor *self)
{
  g_auto (StafetWhenTexts) texts = { { NULL } };

  stafet_activity_editor_read_when (self, &texts);
  if (self->stops_changed || self->parts_changed || changes_rule (self, &texts) || changes_policy (self))
    return TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->roles)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (stafet_role_row_get_shift (STAFET_ROLE_ROW (row)) == NULL
        && !stafet_role_row_is_empty (STAFET_ROLE_ROW (row)))
      return TRUE;
  return FALSE;
}

/* Where the start goes: a date that was moved in the form moves as far in the series. */
static StafetDate
start_date (StafetActivityEditor *self, const StafetWhenTexts *texts, const StafetWhen *when,
            StafetScope scope)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  const StafetActivity *activity = activity_of (self);
  StafetDate shown = stafet_wall_date (self->start), date;

  if (activity == NULL)
    return stafet_wall_date (when->start);
  if (!differs (self, texts, STAFET_WHEN_FIRST)
      || !stafet_typed_date (texts->texts[STAFET_WHEN_FIRST], today, &date, NULL))
    date = shown;
  if (scope == STAFET_SCOPE_THIS)
    return date;
  return (scope == STAFET_SCOPE_ALL ? stafet_wall_date (activity->timing.start) : self->date) + date - shown;
}

/* The times of a single date are not the series', unless somebody wrote them. */
static void
take_series_times (StafetActivityEditor *self, StafetWhen *when)
{
  const StafetActivity *activity = activity_of (self);

  if (activity == NULL)
    return;
  when->start =
    stafet_wall_new (stafet_wall_date (when->start), stafet_wall_minutes (activity->timing.start));
  when->end = when->start + (activity->timing.end - activity->timing.start);
}

/* The day of something new says when it is, also beneath an empty sentence. */
static gboolean
borrow_day (StafetActivityEditor *self, StafetWhenTexts *texts)
{
  StafetDate date;

  if (self->activity != NULL || *texts->texts[STAFET_WHEN_RULE] != '\0'
      || *texts->texts[STAFET_WHEN_FIRST] == '\0')
    return FALSE;
  g_free (texts->texts[STAFET_WHEN_RULE]);
  /* "tirsdag" is one Tuesday there, and every one in the sentence. */
  texts->texts[STAFET_WHEN_RULE] =
    stafet_typed_date (texts->texts[STAFET_WHEN_FIRST],
                       stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self))), &date, NULL)
      ? stafet_words_day_with_year (stafet_i18n_get_language (), date)
      : g_strdup (texts->texts[STAFET_WHEN_FIRST]);
  return TRUE;
}

/* The sentence itself may say it. Nobody expects the choir on Christmas Eve, but who writes "24/12" does. */
static gint32
said_of_holidays (const StafetTypedRule *rule)
{
  if (rule->holidays >= 0)
    return rule->holidays;
  return *rule->rule == '\0' ? STAFET_HOLIDAY_KEEP : STAFET_HOLIDAY_CANCEL;
}

static void
follow_holidays (StafetActivityEditor *self, const StafetTypedRule *rule)
{
  if (self->holidays_chosen)
    return;
  self->following = TRUE;
  gtk_drop_down_set_selected (self->holidays, (guint) said_of_holidays (rule));
  self->following = FALSE;
}

static void
show_unsaid (StafetActivityEditor *self, StafetWhenField field, const char *said)
{
  StafetInput *input = stafet_activity_editor_when_input (self, field);

  if (self->unsaid.texts[field] == NULL)
    g_object_get (input, "placeholder", &self->unsaid.texts[field], NULL);
  g_object_set (input, "placeholder", said != NULL ? said : self->unsaid.texts[field], NULL);
}

/* "31. december 2026", "after 10 times", or NULL: for ever. (transfer full) */
static char *
last_words (const StafetTypedRule *rule)
{
  const char *count = strstr (rule->rule, "COUNT=");
  int times = count != NULL ? atoi (count + strlen ("COUNT=")) : 0;

  if (rule->until != STAFET_DATE_NONE)
    return stafet_words_day_with_year (stafet_i18n_get_language (), rule->until);
  if (times == 0)
    return *rule->rule == '\0' ? g_strdup ("") : NULL;
  return g_strdup_printf (ngettext_ ("after %d time", "after %d times", (gulong) times), times);
}

/* A grey example beside a sentence that says otherwise looks like what will be saved. @rule (nullable): not
 * understood. */
static void
follow_times (StafetActivityEditor *self, const StafetTypedRule *rule)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self))), day;
  StafetLanguage language = stafet_i18n_get_language ();
  gboolean from = rule != NULL && rule->from >= 0, to = rule != NULL && rule->to >= 0;
  gboolean first = rule != NULL && rule->first != STAFET_DATE_NONE;
  g_autofree char *last = rule != NULL ? last_words (rule) : NULL;
  g_auto (StafetWhenTexts) said = { { NULL } };

  day = first ? rule->first : today;
  stafet_when_write_span (stafet_wall_new (day, from ? rule->from : 0),
                          stafet_wall_new (day, 0) + (to ? rule->to : 0), language, &said);
  show_unsaid (self, STAFET_WHEN_FROM, from ? said.texts[STAFET_WHEN_FROM] : NULL);
  show_unsaid (self, STAFET_WHEN_TO, to ? said.texts[STAFET_WHEN_TO] : from ? "" : NULL);
  show_unsaid (self, STAFET_WHEN_FIRST, first ? said.texts[STAFET_WHEN_FIRST] : NULL);
  show_unsaid (self, STAFET_WHEN_UNTIL, last);
}

void
stafet_activity_editor_follow_when (StafetActivityEditor *self)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  g_auto (StafetWhenTexts) texts = { { NULL } };
  g_auto (StafetTypedRule) rule = { 0 };
  gboolean said;

  if (self->activity != NULL)
    return;
  stafet_activity_editor_read_when (self, &texts);
  borrow_day (self, &texts);
  said = stafet_typed_rule (texts.texts[STAFET_WHEN_RULE], today, &rule, NULL);
  follow_times (self, said ? &rule : NULL);
  if (said)
    follow_holidays (self, &rule);
}

/* Dates are shown before it is said when they end: until then they are there till midnight. */
static gboolean
read_without_end (StafetActivityEditor *self, StafetWhenTexts *texts, StafetWhen *when)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  StafetWhenField wrong;

  g_free (texts->texts[STAFET_WHEN_TO]);
  texts->texts[STAFET_WHEN_TO] = g_strdup ("24");
  self->no_end = stafet_when_read (texts, today, when, &wrong, NULL);
  return self->no_end;
}

/* TRUE when @when was not to be read, because it stands as it stood. */
static gboolean
is_untouched (StafetActivityEditor *self, const StafetWhenTexts *texts, gboolean *rule, gboolean *span)
{
  *rule = changes_rule (self, texts);
  *span = differs (self, texts, STAFET_WHEN_FROM) || differs (self, texts, STAFET_WHEN_TO)
          || differs (self, texts, STAFET_WHEN_FIRST);
  return !*rule && !*span;
}

static void
say_wrong (StafetActivityEditor *self, StafetInput *input, const GError *error)
{
  self->wrong = input;
  stafet_input_set_problem (input, error->message);
}

static gboolean
read_when (StafetActivityEditor *self, StafetScope scope, gboolean complain, StafetEditorDraft *draft)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  g_auto (StafetWhenTexts) texts = { { NULL } };
  g_auto (StafetWhen) when = { 0 };
  g_autoptr (GError) error = NULL;
  StafetWhenField wrong;
  gboolean rule, span, day;

  self->no_end = FALSE;
  stafet_activity_editor_read_when (self, &texts);
  day = borrow_day (self, &texts);
  if (is_untouched (self, &texts, &rule, &span))
    return TRUE;
  if (!stafet_when_read (&texts, today, &when, &wrong, &error))
    {
      gboolean no_end =
        wrong == STAFET_WHEN_TO && g_error_matches (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_REQUIRED);

      if (!complain && (!no_end || !read_without_end (self, &texts, &when)))
        return FALSE;
    }
  if (error != NULL && complain)
    {
      if (day && wrong == STAFET_WHEN_RULE)
        wrong = STAFET_WHEN_FIRST;
      say_wrong (self, stafet_activity_editor_when_input (self, wrong), error);
      gtk_widget_grab_focus (GTK_WIDGET (self->wrong));
      return FALSE;
    }
  if (!span)
    take_series_times (self, &when);
  if (span || scope == STAFET_SCOPE_FOLLOWING)
    stafet_when_append_span (&when, start_date (self, &texts, &when, scope), draft->pairs);
  if (!rule || scope == STAFET_SCOPE_THIS)
    return TRUE;
  stafet_when_append_rule (&when, draft->pairs);
  draft->left_out = g_steal_pointer (&when.left_out);
  return TRUE;
}

static gboolean
is_written_in (StafetInput *input)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (input));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (input));
}

/* It was put right in another field. */
static void
withdraw_wrong (StafetActivityEditor *self)
{
  StafetInput *input = g_steal_pointer (&self->wrong);

  if (input == NULL)
    return;
  stafet_input_set_problem (input, NULL);
  if (!is_written_in (input))
    g_free (stafet_input_read (input, NULL));
}

/* What is not written yet is no fault before it is saved, but the rest waits for it. */
static void
say_missing (StafetActivityEditor *self, StafetInput *input, const GError *error)
{
  if (input == self->when || is_written_in (self->when))
    return;
  self->wrong = input;
  stafet_input_set_hint (input, error->message);
}

void
stafet_activity_editor_check_when (StafetActivityEditor *self)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  g_auto (StafetWhenTexts) texts = { { NULL } };
  g_auto (StafetWhen) when = { 0 };
  g_autoptr (GError) error = NULL;
  StafetWhenField wrong;
  StafetInput *input = NULL;
  gboolean rule, span, day;

  stafet_activity_editor_read_when (self, &texts);
  day = borrow_day (self, &texts);
  if (!is_untouched (self, &texts, &rule, &span) && !stafet_when_read (&texts, today, &when, &wrong, &error))
    input = stafet_activity_editor_when_input (self, wrong);
  /* The field of the day has said so itself. */
  if (day && input == self->when)
    input = NULL;
  if (input != self->wrong)
    withdraw_wrong (self);
  if (input == NULL || is_written_in (input))
    return;
  if (g_error_matches (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_REQUIRED))
    say_missing (self, input, error);
  else
    say_wrong (self, input, error);
}

/* ——— Choices ——— */

static const char *
enum_key (const char *field, guint value)
{
  return stafet_record_info_field (&stafet_activity_info, field)->values[value].key;
}

/* A policy is the whole series'. */
static void
read_policy (GtkDropDown *dropdown, const char *key, gint32 before, StafetScope scope,
             StafetEditorDraft *draft)
{
  guint chosen = gtk_drop_down_get_selected (dropdown);

  if ((gint32) chosen != before && scope != STAFET_SCOPE_THIS)
    add_pair (draft, key, enum_key (key, chosen));
}

static void
read_flag (GtkCheckButton *tick, const char *key, gboolean before, StafetEditorDraft *draft)
{
  gboolean active = gtk_check_button_get_active (tick);

  if (active != before)
    add_pair (draft, key, active ? "yes" : "no");
}

static void
read_choices (StafetActivityEditor *self, StafetScope scope, gboolean as_draft, StafetEditorDraft *draft)
{
  const StafetActivity *before = self->shown;
  guint category = gtk_drop_down_get_selected (self->category);
  guint visibility = gtk_drop_down_get_selected (self->visibility);
  guint layout = gtk_drop_down_get_selected (self->layout);
  StafetUid house = stafet_choice_get (self->house), room = stafet_choice_get (self->room);

  if ((gint32) category - 1 != (before != NULL ? before->category : STAFET_ENUM_NONE))
    add_pair (draft, "category", category > 0 ? enum_key ("category", category - 1) : "");
  if ((gint32) layout - 1 != (before != NULL ? before->layout : STAFET_ENUM_NONE))
    add_pair (draft, "layout", layout > 0 ? enum_key ("layout", layout - 1) : "");
  if ((gint32) visibility != (before != NULL ? before->visibility : 0))
    add_pair (draft, "visibility", enum_key ("visibility", visibility));
  read_policy (self->holidays, "holidays", before != NULL ? before->timing.holidays : 0, scope, draft);
  read_policy (self->school_holidays, "school_holidays", before != NULL ? before->timing.school_holidays : 0,
               scope, draft);
  if (before == NULL || house != before->house)
    add_pair (draft, "house", house);
  if (room != (before != NULL ? before->room : NULL))
    add_pair (draft, "room", room);
  if (stafet_choice_get (self->vehicle) != (before != NULL ? before->vehicle : NULL))
    add_pair (draft, "vehicle", stafet_choice_get (self->vehicle));
  if (stafet_choice_get (self->lead) != (before != NULL ? before->lead : NULL))
    add_pair (draft, "lead", stafet_choice_get (self->lead));
  if (stafet_choice_get (self->organiser) != (before != NULL ? before->organiser : NULL))
    add_pair (draft, "organiser", stafet_choice_get (self->organiser));
  read_flag (self->meal, "meal", before != NULL && before->meal, draft);
  read_flag (self->transport, "transport", before != NULL && before->transport, draft);
  if (as_draft != (before != NULL && before->draft) && scope == STAFET_SCOPE_ALL)
    add_pair (draft, "draft", as_draft ? "yes" : "no");
}

/* ——— Parts ——— */

static void
add_part (StafetEditorDraft *draft, GArray *parts, StafetUid uid, GPtrArray *pairs)
{
  StafetActivityPart part = { .uid = uid, .pairs = (const char *const *) pairs->pdata };

  g_ptr_array_add (draft->part_pairs, pairs);
  g_array_append_val (parts, part);
}

static void
add_removed_part (GArray *parts, StafetUid uid)
{
  static const char *const none[] = { NULL };
  StafetActivityPart part = { .uid = uid, .removed = TRUE, .pairs = none };

  g_array_append_val (parts, part);
}

static void
add_removed_shifts (StafetActivityEditor *self, GArray *parts)
{
  for (guint i = 0; i < self->removed->len; i++)
    {
      StafetUid uid = stafet_uid_intern (g_ptr_array_index (self->removed, i));

      if (stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_SHIFT, uid) != NULL)
        add_removed_part (parts, uid);
    }
}

/* A stop whose ward is taken away goes, as long as none is chosen again. */
static void
add_removed_stops (StafetActivityEditor *self, GArray *parts)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stops)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      StafetUid stop = stafet_stop_row_get_stop (STAFET_STOP_ROW (child));

      if (stop != NULL && stafet_stop_row_get_ward (STAFET_STOP_ROW (child)) == NULL)
        add_removed_part (parts, stop);
    }
}

static gboolean
check_role (StafetRoleRow *row, const GPtrArray *pairs, gboolean complain)
{
  g_autoptr (GError) error = NULL;

  if (stafet_use_check_pairs (STAFET_KIND_SHIFT, (const char *const *) pairs->pdata, NULL, FALSE, &error))
    return TRUE;
  if (complain)
    stafet_role_row_set_problem (row, error->message);
  return FALSE;
}

static gboolean
read_roles (StafetActivityEditor *self, gboolean complain, StafetEditorDraft *draft)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->roles)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      StafetRoleRow *row = STAFET_ROLE_ROW (child);
      GPtrArray *pairs;

      if (stafet_role_row_is_empty (row))
        continue;
      pairs = stafet_role_row_pairs (row);
      if (!check_role (row, pairs, complain))
        {
          g_ptr_array_unref (pairs);
          return FALSE;
        }
      add_part (draft, draft->shifts, stafet_role_row_get_shift (row), pairs);
    }
  add_removed_shifts (self, draft->shifts);
  return TRUE;
}

/* The rows with a ward; (transfer container). */
static GPtrArray *
stop_rows (StafetActivityEditor *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stops)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (stafet_stop_row_get_ward (STAFET_STOP_ROW (child)) != NULL)
      g_ptr_array_add (rows, child);
  return rows;
}

/* The activity's span in minutes, as far as it is known. */
static void
read_span (StafetActivityEditor *self, int *start, int *end)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  g_auto (StafetWhenTexts) texts = { { NULL } };
  g_auto (StafetWhen) when = { 0 };
  StafetWhenField wrong;

  *start = 0;
  *end = STAFET_MINUTES_PER_DAY;
  stafet_activity_editor_read_when (self, &texts);
  if (!stafet_when_read (&texts, today, &when, &wrong, NULL))
    return;
  *start = stafet_wall_minutes (when.start);
  *end = *start + (when.end - when.start);
}

static void
set_place (StafetActivityEditor *self, StafetEditorDraft *draft, StafetUid ward, StafetUid received_by)
{
  const StafetActivity *before = self->shown;

  if (ward != (before != NULL ? before->ward : NULL))
    add_pair (draft, "ward", ward);
  if (received_by != (before != NULL ? before->received_by : NULL))
    add_pair (draft, "received_by", received_by);
}

/* A single ward for the whole time is the activity's place; several, or one with times of its own, are stops.
 */
static gboolean
read_stops (StafetActivityEditor *self, StafetEditorDraft *draft)
{
  g_autoptr (GPtrArray) rows = stop_rows (self);
  StafetStopRow *only = rows->len == 1 ? g_ptr_array_index (rows, 0) : NULL;
  int start, end;

  if (!self->stops_changed)
    return TRUE;
  add_removed_stops (self, draft->stops);
  if (only != NULL && stafet_stop_row_get_stop (only) == NULL && !stafet_stop_row_has_times (only))
    {
      set_place (self, draft, stafet_stop_row_get_ward (only), stafet_stop_row_get_received_by (only));
      return TRUE;
    }
  set_place (self, draft, NULL, NULL);
  read_span (self, &start, &end);
  for (guint i = 0; i < rows->len; i++)
    {
      StafetStopRow *row = g_ptr_array_index (rows, i);
      GPtrArray *pairs = stafet_stop_row_pairs (row, start, end);

      if (pairs == NULL)
        return FALSE;
      add_part (draft, draft->stops, stafet_stop_row_get_stop (row), pairs);
    }
  return TRUE;
}

/* ——— The loan ——— */

static gboolean
read_loan (StafetActivityEditor *self, gboolean complain, StafetEditorDraft *draft)
{
  /* A date that is tried takes up its room, whether somebody approved it or not. */
  if (!complain || !stafet_activity_editor_lends (self))
    return TRUE;
  draft->loan = stafet_loan_section_collect (self->loan, TRUE);
  return draft->loan != NULL;
}

/* ——— All ——— */

/* While typing an empty title is no fault; when saving it is. */
static gboolean
check_title (StafetActivityEditor *self, gboolean complain)
{
  if (!complain || *stafet_input_get_text (self->title) != '\0')
    return TRUE;
  stafet_input_set_problem (self->title, _ ("What is it called?"));
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  return FALSE;
}

/* Texts that are not understood are passed over while typing: they have said so themselves. */
static gboolean
read_texts (StafetActivityEditor *self, gboolean complain, StafetEditorDraft *draft)
{
  g_autoptr (GPtrArray) inputs = NULL;

  if (complain)
    return stafet_form_collect (self->form, self->before, draft->pairs);
  inputs = stafet_form_inputs (self->form);
  if (*stafet_input_get_text (self->title) == '\0')
    add_pair (draft, "title", "…");
  for (guint i = 0; i < inputs->len; i++)
    {
      StafetInput *input = g_ptr_array_index (inputs, i);

      if (*stafet_input_get_text (input) != '\0')
        add_pair (draft, stafet_input_get_key (input), stafet_input_get_text (input));
    }
  return TRUE;
}

gboolean
stafet_activity_editor_read (StafetActivityEditor *self, StafetScope scope, gboolean complain,
                             StafetEditorDraft *draft)
{
  if (!check_title (self, complain) || !read_texts (self, complain, draft))
    return FALSE;
  stafet_activity_editor_follow_when (self);
  /* What the words of when say of holidays weighs more than what was chosen before. */
  read_choices (self, scope, complain && self->as_draft, draft);
  if (!read_when (self, scope, complain, draft))
    return FALSE;
  if (!read_roles (self, complain, draft) || !read_stops (self, draft) || !read_loan (self, complain, draft))
    return FALSE;
  g_ptr_array_add (draft->pairs, NULL);
  draft->draft =
    (StafetActivityDraft){ .activity = self->activity,
                           .scope = scope,
                           .date = self->date,
                           .pairs = (const char *const *) draft->pairs->pdata,
                           .shifts = (StafetActivityPart *) (gpointer) draft->shifts->data,
                           .stops = (StafetActivityPart *) (gpointer) draft->stops->data,
                           .n_shifts = draft->shifts->len,
                           .n_stops = draft->stops->len,
                           .left_out = draft->left_out,
                           .loan = draft->loan != NULL ? (const char *const *) draft->loan->pdata : NULL };
  return TRUE;
}
