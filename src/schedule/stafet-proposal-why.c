/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Solves the week once as it is and once with her on the shift, and compares.
 */
#include "stafet-proposal-why.h"

#include "core/stafet-words.h"
#include "stafet-entry-words.h"

#define AT(array, i) (g_array_index (array, guint, i))

/* ——— The week ——— */

static StafetProposal *
propose_week (StafetSnapshot *snapshot, const StafetEntry *entry, StafetWall now, StafetLanguage language)
{
  StafetHouse *house = stafet_entry_place_house (snapshot, entry);
  StafetDate monday = stafet_date_monday (stafet_wall_date (entry->start));
  StafetProposalQuery query = {
    .places = { .from = monday, .to = monday + 6, .house = house != NULL ? house->parent.uid : NULL },
    .now = MIN (now, entry->start),
    .language = language
  };

  return stafet_proposal_new (snapshot, &query, NULL);
}

/* STAFET_ROSTER_NONE when it is not among them. */
static guint
find_hole (const StafetProposal *proposal, StafetUid shift, StafetDate date)
{
  for (guint i = 0; i < proposal->holes->len; i++)
    if (STAFET_PROPOSAL_HOLE (proposal, i)->staffing->shift->parent.uid == shift
        && STAFET_PROPOSAL_HOLE (proposal, i)->entry->original == date)
      return i;
  return STAFET_ROSTER_NONE;
}

/* ——— With her ——— */

/* The best plan that has the option in it. (transfer full) The options go with it. */
static StafetRosterPlan *
solve_with (const StafetProposal *proposal, guint option, StafetRosterOptions **options)
{
  const StafetRosterOptions *all = proposal->options;
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (StafetRosterOption));
  StafetRosterPair pair = { all->options[option].shift, all->options[option].volunteer };

  g_array_append_vals (pairs, all->options, all->n);
  g_array_append_val (proposal->instance->locked, pair);
  *options = stafet_roster_options_new_given (proposal->instance, pairs);
  return stafet_roster_solve (*options, NULL, NULL);
}

static gboolean
has (const GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (AT (numbers, i) == number)
      return TRUE;
  return FALSE;
}

static void
compare_plans (StafetWhy *self, const StafetRosterPlan *with, guint hole)
{
  const StafetRosterPlan *best = self->proposal->plan;

  for (guint i = 0; i < self->proposal->holes->len; i++)
    if (with->on[i]->len < best->on[i]->len)
      g_array_append_val (self->emptied, i);
  for (guint i = 0; i < best->on[hole]->len; i++)
    if (!has (with->on[hole], AT (best->on[hole], i)))
      g_array_append_val (self->instead, AT (best->on[hole], i));
}

/* What @plan costs of each weight, times @sign. */
static void
add_weights (StafetWhy *self, const StafetRosterPlan *plan, gint64 sign)
{
  g_autoptr (GArray) lines = stafet_roster_lines_new (plan);

  for (guint i = 0; i < lines->len; i++)
    {
      const StafetRosterLine *line = &g_array_index (lines, StafetRosterLine, i);

      self->more[STAFET_WHY_FACES] += sign * line->new_face;
      self->more[STAFET_WHY_WISHES] += sign * (line->own.time + line->own.house + line->partner);
      self->more[STAFET_WHY_DISTANCE] += sign * line->own.distance;
      self->more[STAFET_WHY_FAIR] += sign * (line->load + line->unpopular + line->own.asked);
    }
}

/* The same plan with all of it chosen, nothing locked. (transfer full) */
static StafetRosterPlan *
unlock (const StafetProposal *proposal, const StafetRosterPlan *with)
{
  StafetRosterPlan *plan = stafet_roster_plan_new (proposal->options);

  for (guint s = 0; s < proposal->holes->len; s++)
    for (guint i = 0; i < with->on[s]->len; i++)
      stafet_roster_plan_add (plan, stafet_roster_plan_option (plan, s, AT (with->on[s], i)));
  return plan;
}

static StafetWhyKind
weigh (StafetWhy *self, guint hole, guint person)
{
  StafetProposal *proposal = self->proposal;
  guint option = stafet_roster_plan_option (proposal->plan, hole, person);
  g_autoptr (StafetRosterOptions) options = NULL;
  g_autoptr (StafetRosterPlan) locked = NULL, with = NULL;

  if (option == STAFET_ROSTER_NONE)
    return STAFET_WHY_UNASKED;
  if (proposal->plan->chosen[option])
    return STAFET_WHY_PROPOSED;
  locked = solve_with (proposal, option, &options);
  g_array_set_size (proposal->instance->locked, 0);
  with = unlock (proposal, locked);
  compare_plans (self, with, hole);
  add_weights (self, with, 1);
  add_weights (self, proposal->plan, -1);
  if (with->cost.coverage > proposal->plan->cost.coverage)
    return STAFET_WHY_DEARER;
  return with->cost.preference > proposal->plan->cost.preference ? STAFET_WHY_LESS_GOOD : STAFET_WHY_AS_GOOD;
}

static StafetWhyKind
find_kind (StafetWhy *self, const StafetCandidate *candidate, guint hole)
{
  guint person;

  if (!candidate->possible)
    return STAFET_WHY_BARRED;
  if (candidate->if_needed)
    return STAFET_WHY_RESERVE;
  if (hole == STAFET_ROSTER_NONE)
    return STAFET_WHY_FULL;
  if (!g_ptr_array_find (self->proposal->people, candidate->volunteer, &person))
    return STAFET_WHY_UNASKED;
  return weigh (self, hole, person);
}

StafetWhy *
stafet_why_new (StafetSnapshot *snapshot, StafetShift *shift, StafetDate date, StafetVolunteer *volunteer,
                StafetWall now, StafetLanguage language, GError **error)
{
  StafetKind kind = shift->activity != NULL ? STAFET_KIND_ACTIVITY : STAFET_KIND_SHIFT;
  StafetUid series = shift->activity != NULL ? shift->activity : shift->parent.uid;
  g_autoptr (GPtrArray) candidates =
    stafet_candidates_judge (snapshot, shift, date, now, volunteer, language, error);
  g_autoptr (StafetAgenda) agenda = NULL;
  StafetCandidate *candidate;
  StafetWhy *self;

  if (candidates == NULL)
    return NULL;
  candidate = g_ptr_array_index (candidates, 0);
  agenda = stafet_agenda_new_occurrence (snapshot, kind, series, date);
  self = g_new0 (StafetWhy, 1);
  self->proposal = propose_week (snapshot, g_ptr_array_index (agenda->entries, 0), now, language);
  self->emptied = g_array_new (FALSE, FALSE, sizeof (guint));
  self->instead = g_array_new (FALSE, FALSE, sizeof (guint));
  self->hole = find_hole (self->proposal, shift->parent.uid, date);
  self->kind = find_kind (self, candidate, self->hole);
  self->reasons = g_ptr_array_ref (candidate->reasons);
  return self;
}

void
stafet_why_free (StafetWhy *self)
{
  stafet_proposal_free (self->proposal);
  g_ptr_array_unref (self->reasons);
  g_array_unref (self->emptied);
  g_array_unref (self->instead);
  g_free (self);
}

/* ——— In words ——— */

/* "is absent, has enough that day". (transfer full) */
static char *
join_reasons (const StafetWhy *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->reasons->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            ((StafetReason *) g_ptr_array_index (self->reasons, i))->text);
  return g_string_free (text, FALSE);
}

/* "Café · Servering on Tuesday 24 November". (transfer full) */
static char *
join_emptied (const StafetWhy *self, StafetLanguage language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->emptied->len; i++)
    {
      const StafetHole *hole = STAFET_PROPOSAL_HOLE (self->proposal, AT (self->emptied, i));
      g_autofree char *shift = stafet_entry_words_shift (hole->entry, hole->staffing);
      g_autofree char *day = stafet_words_date (language, stafet_wall_date (hole->entry->start));

      g_string_append_printf (text, stafet_i18n_text (language, N_ ("%s%s on %s")), i > 0 ? ", " : "", shift,
                              day);
    }
  return g_string_free (text, FALSE);
}

/* "Lis Bæk, Bo Holm". (transfer full) */
static char *
join_instead (const StafetWhy *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->instead->len; i++)
    g_string_append_printf (
      text, "%s%s", i > 0 ? ", " : "",
      ((StafetVolunteer *) g_ptr_array_index (self->proposal->people, AT (self->instead, i)))->name);
  return g_string_free (text, FALSE);
}

/* "regular here": what makes @person a known face of the line's shift; NULL when nothing does. */
static const char *
known_by (const StafetProposal *proposal, guint person, guint hole)
{
  for (guint i = 0; i < proposal->lines->len; i++)
    {
      const StafetRosterLine *line = &g_array_index (proposal->lines, StafetRosterLine, i);
      const GPtrArray *reasons = g_ptr_array_index (proposal->reasons, i);

      for (guint j = 0; line->shift == hole && line->volunteer == person && j < reasons->len; j++)
        {
          const StafetReason *reason = g_ptr_array_index (reasons, j);

          if (g_str_equal (reason->code, "regular") || g_str_equal (reason->code, "known"))
            return reason->text;
        }
    }
  return NULL;
}

/* "Lis Bæk is known there (regular here)". (transfer full) */
static char *
faces_words (const StafetWhy *self, StafetLanguage language)
{
  for (guint i = 0; i < self->instead->len; i++)
    {
      guint person = AT (self->instead, i);
      const char *known = known_by (self->proposal, person, self->hole);
      const StafetVolunteer *volunteer = g_ptr_array_index (self->proposal->people, person);

      if (known != NULL)
        return g_strdup_printf (stafet_i18n_text (language, N_ ("%s is known there (%s)")), volunteer->name,
                                known);
    }
  return g_strdup (stafet_i18n_text (language, N_ ("more would be new faces")));
}

/* (transfer full) */
static char *
fair_words (const StafetVolunteer *volunteer, StafetLanguage language)
{
  return volunteer->wished_per_week == 0
           ? g_strdup_printf (stafet_i18n_text (language, N_ ("%s wishes no shifts")), volunteer->name)
           : g_strdup (stafet_i18n_text (language, N_ ("shifts would be shared less evenly")));
}

/* What of the four weights would be worse, in their order. (transfer full) */
static char *
join_more (const StafetWhy *self, const StafetVolunteer *volunteer, StafetLanguage language)
{
  char *words[] = { faces_words (self, language),
                    g_strdup (stafet_i18n_text (language, N_ ("fewer wishes would be met"))),
                    g_strdup (stafet_i18n_text (language, N_ ("people would have further to go"))),
                    fair_words (volunteer, language) };
  GString *text = g_string_new (NULL);

  for (int i = 0; i < STAFET_WHY_N_WEIGHTS; i++)
    {
      if (self->more[i] > 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? stafet_i18n_text (language, N_ (", and ")) : "",
                                words[i]);
      g_free (words[i]);
    }
  return g_string_free (text, FALSE);
}

/* (transfer full) */
static char *
less_good_words (const StafetWhy *self, const StafetVolunteer *volunteer, StafetLanguage language)
{
  g_autofree char *more = join_more (self, volunteer, language), *instead = join_instead (self);

  return self->instead->len > 0
           ? g_strdup_printf (stafet_i18n_text (language, N_ ("%s could instead of %s, but %s.")),
                              volunteer->name, instead, more)
           : g_strdup_printf (stafet_i18n_text (language, N_ ("%s could, but %s.")), volunteer->name, more);
}

char *
stafet_why_words (const StafetWhy *self, const StafetVolunteer *volunteer, StafetLanguage language)
{
  g_autofree char *reasons = join_reasons (self), *emptied = join_emptied (self, language),
                  *instead = join_instead (self);

  switch (self->kind)
    {
    case STAFET_WHY_PROPOSED:
      return g_strdup_printf (stafet_i18n_text (language, N_ ("%s is proposed: %s.")), volunteer->name,
                              reasons);
    case STAFET_WHY_RESERVE:
      return g_strdup_printf (
        stafet_i18n_text (language, N_ ("%s takes it if nobody else can, and is therefore not proposed.")),
        volunteer->name);
    case STAFET_WHY_FULL:
      return g_strdup_printf (stafet_i18n_text (language, N_ ("Nobody is missing there. %s could: %s.")),
                              volunteer->name, reasons);
    case STAFET_WHY_BARRED:
      return g_strdup_printf (stafet_i18n_text (language, N_ ("%s cannot: %s.")), volunteer->name, reasons);
    case STAFET_WHY_UNASKED:
      return g_strdup_printf (
        stafet_i18n_text (language,
                          N_ ("%s could, but is not proposed before she has said that she comes there, "
                              "and when: %s.")),
        volunteer->name, reasons);
    case STAFET_WHY_DEARER:
      return g_strdup_printf (
        stafet_i18n_text (language, N_ ("%s could, but then somebody is missing at %s.")), volunteer->name,
        emptied);
    case STAFET_WHY_LESS_GOOD:
      return less_good_words (self, volunteer, language);
    case STAFET_WHY_AS_GOOD:
    default:
      return self->instead->len > 0
               ? g_strdup_printf (
                 stafet_i18n_text (language,
                                   N_ ("%s could as well, instead of %s, and nothing more stays empty: %s.")),
                 volunteer->name, instead, reasons)
               : g_strdup_printf (
                 stafet_i18n_text (language, N_ ("%s could as well, and nothing more stays empty: %s.")),
                 volunteer->name, reasons);
    }
}
