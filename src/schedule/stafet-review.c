/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the days on which something is in the way, and what happens on them.
 */
#include "stafet-review.h"

#include "stafet-entry.h"
#include "stafet-holidays.h"

/* An occurrence that began so many days before a closure may still go on in it. */
#define LONGEST_DAYS 14

/* ——— One occurrence ——— */

static const StafetTiming *
timing_of (const StafetSnapshot *snapshot, const StafetEntry *entry)
{
  gpointer record = stafet_snapshot_get (snapshot, entry->kind, entry->series);

  return entry->kind == STAFET_KIND_ACTIVITY ? &((StafetActivity *) record)->timing
                                             : &((StafetShift *) record)->timing;
}

/* The policy of what decides, which @hurdle keeps alone. */
static StafetHolidayPolicy
choose (StafetHurdle *hurdle, const StafetTiming *timing)
{
  static const StafetHolidayPolicy order[] = { STAFET_HOLIDAY_CANCEL, STAFET_HOLIDAY_ASK,
                                               STAFET_HOLIDAY_KEEP };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (hurdle->holiday != NULL && timing->holidays == (gint32) order[i])
        {
          hurdle->school = NULL;
          return order[i];
        }
      if (hurdle->school != NULL && timing->school_holidays == (gint32) order[i])
        {
          hurdle->holiday = NULL;
          return order[i];
        }
    }
  return STAFET_HOLIDAY_KEEP;
}

static StafetReviewState
state_of (const StafetSnapshot *snapshot, const StafetEntry *entry, const StafetHurdle *hurdle,
          StafetHolidayPolicy policy)
{
  const StafetException *exception =
    stafet_snapshot_exception (snapshot, entry->series, entry->kind, entry->original);

  if (exception != NULL && exception->status == STAFET_EXCEPTION_CANCELLED)
    return STAFET_REVIEW_CANCELLED;
  if (exception != NULL && exception->status == STAFET_EXCEPTION_KEPT)
    return STAFET_REVIEW_KEPT;
  if (hurdle->closure != NULL)
    return STAFET_REVIEW_CLOSED;
  if (policy == STAFET_HOLIDAY_CANCEL)
    return STAFET_REVIEW_POLICY;
  return policy == STAFET_HOLIDAY_ASK ? STAFET_REVIEW_ASK : STAFET_REVIEW_HELD;
}

gboolean
stafet_review_judge (const StafetSnapshot *snapshot, const StafetEntry *entry, StafetHurdle *hurdle,
                     StafetReviewState *state)
{
  StafetDate date = stafet_wall_date (entry->start);
  StafetHolidayPolicy policy = STAFET_HOLIDAY_KEEP;

  *hurdle = (StafetHurdle){ stafet_entry_find_closure (snapshot, entry), NULL, NULL };
  if (hurdle->closure == NULL)
    {
      hurdle->holiday = stafet_holidays_name (date);
      hurdle->school =
        stafet_school_holiday_find (snapshot, stafet_entry_place_house (snapshot, entry), date);
      if (hurdle->holiday == NULL && hurdle->school == NULL)
        return FALSE;
      policy = choose (hurdle, timing_of (snapshot, entry));
    }
  *state = state_of (snapshot, entry, hurdle, policy);
  return TRUE;
}

/* ——— Groups ——— */

static void
group_free (gpointer data)
{
  StafetReviewGroup *group = data;

  g_array_unref (group->items);
  g_free (group);
}

static StafetReviewGroup *
group_new (const StafetHurdle *hurdle, StafetDate date)
{
  StafetReviewGroup *group = g_new0 (StafetReviewGroup, 1);
  StafetWall start, end;

  group->hurdle = *hurdle;
  group->from = group->to = date;
  group->items = g_array_new (FALSE, FALSE, sizeof (StafetReviewItem));
  if (hurdle->closure != NULL)
    {
      stafet_moment_span (hurdle->closure->from, hurdle->closure->to, &start, &end);
      group->from = stafet_wall_date (start);
      group->to = stafet_wall_last_date (start, end);
    }
  else if (hurdle->school != NULL)
    {
      group->from = hurdle->school->from;
      group->to = hurdle->school->to;
    }
  return group;
}

static void
add_item (StafetReview *self, const StafetHurdle *hurdle, StafetDate date, StafetEntry *entry,
          StafetReviewState state)
{
  StafetReviewItem item = { entry, state };
  StafetReviewGroup *group = NULL;

  for (guint i = 0; group == NULL && i < self->groups->len; i++)
    {
      StafetReviewGroup *other = g_ptr_array_index (self->groups, i);

      if (other->hurdle.closure == hurdle->closure && other->hurdle.school == hurdle->school
          && other->hurdle.holiday == hurdle->holiday && (hurdle->holiday == NULL || other->from == date))
        group = other;
    }
  if (group == NULL)
    {
      group = group_new (hurdle, date);
      g_ptr_array_add (self->groups, group);
    }
  g_array_append_val (group->items, item);
}

static int
rank (const StafetReviewGroup *group)
{
  return group->hurdle.closure != NULL ? 0 : group->hurdle.holiday != NULL ? 1 : 2;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const StafetReviewGroup *x = *(StafetReviewGroup *const *) a, *y = *(StafetReviewGroup *const *) b;
  int order = (x->from > y->from) - (x->from < y->from);

  if (order == 0)
    order = rank (x) - rank (y);
  return order != 0 ? order
                    : g_strcmp0 (stafet_hurdle_name (&x->hurdle, STAFET_LANGUAGE_EN),
                                 stafet_hurdle_name (&y->hurdle, STAFET_LANGUAGE_EN));
}

/* Those that were moved are found after the others. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const StafetEntry *x = ((const StafetReviewItem *) a)->entry, *y = ((const StafetReviewItem *) b)->entry;
  int order = (x->start > y->start) - (x->start < y->start);

  return order != 0 ? order : g_strcmp0 (x->series, y->series);
}

/* ——— Days with something in the way ——— */

static void
mark (GArray *days, StafetDate first, StafetDate from, StafetDate to)
{
  StafetDate last = first + (StafetDate) days->len - 1;

  for (StafetDate date = MAX (from, first); date <= MIN (to, last); date++)
    g_array_index (days, gboolean, (guint) (date - first)) = TRUE;
}

/* A flag for each day from @from to @to: holidays of both kinds. (transfer full) */
static GArray *
holiday_days (const StafetSnapshot *snapshot, StafetDate from, StafetDate to)
{
  const GPtrArray *schools = stafet_snapshot_all (snapshot, STAFET_KIND_SCHOOL_HOLIDAY);
  GArray *days = g_array_sized_new (FALSE, TRUE, sizeof (gboolean), (guint) (to - from + 1));

  g_array_set_size (days, (guint) (to - from + 1));
  for (StafetDate date = from; date <= to; date++)
    if (stafet_holidays_name (date) != NULL)
      mark (days, from, date, date);
  for (guint i = 0; i < schools->len; i++)
    {
      const StafetSchoolHoliday *school = g_ptr_array_index (schools, i);

      mark (days, from, school->from, school->to);
    }
  return days;
}

/* The same with what is closed. (transfer full) */
static GArray *
hurdle_days (const StafetSnapshot *snapshot, StafetDate from, StafetDate to)
{
  const GPtrArray *closures = stafet_snapshot_all (snapshot, STAFET_KIND_CLOSURE);
  GArray *days = holiday_days (snapshot, from, to);

  for (guint i = 0; i < closures->len; i++)
    {
      const StafetClosure *closure = g_ptr_array_index (closures, i);
      StafetWall start, end;

      stafet_moment_span (closure->from, closure->to, &start, &end);
      mark (days, from, stafet_wall_date (start) - LONGEST_DAYS, stafet_wall_last_date (start, end));
    }
  return days;
}

typedef void (*AgendaFunc) (StafetReview *self, const StafetSnapshot *snapshot, StafetAgenda *agenda);

/* Calls @func with an agenda for each run of such days. */
static void
each_run (StafetReview *self, StafetSnapshot *snapshot, StafetSnapshot *asked, const StafetAgendaQuery *query,
          const GArray *days, AgendaFunc func)
{
  for (guint i = 0; i < days->len;)
    {
      StafetAgendaQuery run = *query;
      StafetAgenda *agenda;
      guint n = 0;

      while (i + n < days->len && g_array_index (days, gboolean, i + n))
        n++;
      if (n > 0)
        {
          run.from = query->from + (StafetDate) i;
          run.to = run.from + (StafetDate) n - 1;
          agenda = stafet_agenda_new (asked, &run);
          g_ptr_array_add (self->agendas, agenda);
          func (self, snapshot, agenda);
        }
      i += MAX (n, 1);
    }
}

static void
add_met (StafetReview *self, const StafetSnapshot *snapshot, StafetAgenda *agenda)
{
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      StafetEntry *entry = g_ptr_array_index (agenda->entries, i);
      StafetHurdle hurdle;
      StafetReviewState state;

      if (stafet_review_judge (snapshot, entry, &hurdle, &state))
        add_item (self, &hurdle, stafet_wall_date (entry->start), entry, state);
    }
}

/* ——— What was moved away ——— */

/* @agenda holds what would have been without any changes of single dates. */
static void
add_moved (StafetReview *self, const StafetSnapshot *snapshot, StafetAgenda *agenda)
{
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      StafetEntry *without = g_ptr_array_index (agenda->entries, i), *entry;
      const StafetException *exception =
        stafet_snapshot_exception (snapshot, without->series, without->kind, without->original);
      StafetAgenda *moved;
      StafetHurdle hurdle, own;
      StafetReviewState state;

      if (exception == NULL || exception->changes[0] == '\0'
          || !stafet_review_judge (agenda->snapshot, without, &hurdle, &state))
        continue;
      moved = stafet_agenda_new_occurrence ((StafetSnapshot *) snapshot, without->kind, without->series,
                                            without->original);
      g_ptr_array_add (self->agendas, moved);
      entry = g_ptr_array_index (moved->entries, 0);
      if (!stafet_review_judge (snapshot, entry, &own, &state))
        add_item (self, &hurdle, stafet_wall_date (without->start), entry,
                  entry->status == STAFET_STATUS_CANCELLED ? STAFET_REVIEW_CANCELLED : STAFET_REVIEW_MOVED);
    }
}

/* The plan as if no date of the period had changes of its own; NULL when none has. (transfer full) */
static StafetSnapshot *
without_changes (StafetSnapshot *snapshot, StafetDate from, StafetDate to)
{
  const GPtrArray *exceptions = stafet_snapshot_all (snapshot, STAFET_KIND_EXCEPTION);
  StafetSnapshot *without = NULL;

  for (guint i = 0; i < exceptions->len; i++)
    {
      const StafetException *exception = g_ptr_array_index (exceptions, i);

      if (exception->changes[0] == '\0' || exception->date < from || exception->date > to)
        continue;
      if (without == NULL)
        without = stafet_snapshot_copy (snapshot);
      stafet_snapshot_remove (without, STAFET_KIND_EXCEPTION, exception->parent.uid);
    }
  return without;
}

/* ——— The review ——— */

static StafetReview *
review_new (void)
{
  StafetReview *self = g_new0 (StafetReview, 1);

  self->agendas = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_agenda_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  return self;
}

StafetReview *
stafet_review_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query)
{
  StafetReview *self = review_new ();
  g_autoptr (StafetSnapshot) without = without_changes (snapshot, query->from, query->to);
  g_autoptr (GArray) days = hurdle_days (snapshot, query->from, query->to);

  each_run (self, snapshot, snapshot, query, days, add_met);
  if (without != NULL)
    each_run (self, snapshot, without, query, days, add_moved);
  g_ptr_array_sort (self->groups, compare_groups);
  for (guint i = 0; i < self->groups->len; i++)
    g_array_sort (((StafetReviewGroup *) g_ptr_array_index (self->groups, i))->items, compare_items);
  return self;
}

void
stafet_review_free (StafetReview *self)
{
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->agendas);
  g_free (self);
}

guint
stafet_review_count (const StafetReview *self, StafetReviewState state)
{
  guint n = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const GArray *items = ((StafetReviewGroup *) g_ptr_array_index (self->groups, i))->items;

      for (guint j = 0; j < items->len; j++)
        n += g_array_index (items, StafetReviewItem, j).state == state;
    }
  return n;
}

/* ——— What waits ——— */

static gboolean
any_asks (const StafetSnapshot *snapshot)
{
  const GPtrArray *activities = stafet_snapshot_all (snapshot, STAFET_KIND_ACTIVITY);
  const GPtrArray *shifts = stafet_snapshot_all (snapshot, STAFET_KIND_SHIFT);

  for (guint i = 0; i < activities->len + shifts->len; i++)
    {
      const StafetTiming *timing = i < activities->len
                                     ? &((StafetActivity *) activities->pdata[i])->timing
                                     : &((StafetShift *) shifts->pdata[i - activities->len])->timing;

      if (timing->holidays == STAFET_HOLIDAY_ASK || timing->school_holidays == STAFET_HOLIDAY_ASK)
        return TRUE;
    }
  return FALSE;
}

static void
note_waiting (const StafetReviewGroup *group, guint *n, StafetDate *first)
{
  for (guint i = 0; i < group->items->len; i++)
    {
      const StafetReviewItem *item = &g_array_index (group->items, StafetReviewItem, i);
      StafetDate date = stafet_wall_date (item->entry->start);

      if (item->state != STAFET_REVIEW_ASK)
        continue;
      *first = *n == 0 ? date : MIN (*first, date);
      (*n)++;
    }
}

guint
stafet_review_count_waiting (StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetDate *first)
{
  g_autoptr (StafetReview) review = review_new ();
  g_autoptr (GArray) days = NULL;
  guint n = 0;

  *first = STAFET_DATE_NONE;
  if (!any_asks (snapshot))
    return 0;
  /* What is closed does not wait, and what was moved away neither. */
  days = holiday_days (snapshot, query->from, query->to);
  each_run (review, snapshot, snapshot, query, days, add_met);
  for (guint i = 0; i < review->groups->len; i++)
    note_waiting (g_ptr_array_index (review->groups, i), &n, first);
  return n;
}

/* ——— In words ——— */

const char *
stafet_hurdle_name (const StafetHurdle *hurdle, StafetLanguage language)
{
  if (hurdle->closure != NULL)
    return hurdle->closure->text;
  return hurdle->holiday != NULL ? stafet_i18n_text (language, hurdle->holiday) : hurdle->school->text;
}

const char *
stafet_review_state_words (StafetReviewState state, StafetLanguage language)
{
  static const char *const words[] = { N_ ("held as usual"),
                                       N_ ("held all the same"),
                                       N_ ("still planned: hold, cancel or move it?"),
                                       N_ ("cancelled, as always on such days"),
                                       N_ ("cancelled: closed"),
                                       N_ ("cancelled by hand"),
                                       N_ ("moved") };

  return stafet_i18n_text (language, words[state]);
}
