/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says in words what speaks for or against a candidate.
 */
#include "stafet-candidate-reasons.h"

#include "core/stafet-words.h"
#include "stafet-postcodes.h"
#include "stafet-terms.h"

/* Up to here somebody lives near. */
#define NEAR_METRES 2000

typedef struct
{
  const StafetNeed *need;
  const StafetVolunteer *volunteer;
  const StafetFitness *fitness;
  const StafetExperience *experience; /* nullable */
  StafetLanguage language;
  GPtrArray *reasons;
} Telling;

static void
reason_free (StafetReason *reason)
{
  g_free (reason->text);
  g_free (reason);
}

static void
add_reason (GPtrArray *reasons, const char *code, char *text)
{
  StafetReason *reason = g_new (StafetReason, 1);

  reason->code = code;
  reason->text = text;
  g_ptr_array_add (reasons, reason);
}

static void
tell_times (const Telling *t)
{
  StafetDate date = stafet_wall_date (t->need->start);

  if (t->fitness->ask_first)
    add_reason (t->reasons, "ask_first",
                g_strdup (t->volunteer->by_agreement
                            ? stafet_i18n_text (t->language, N_ ("times by agreement: ask first"))
                            : stafet_i18n_text (t->language, N_ ("has given no times: ask first"))));
  if (t->fitness->available)
    add_reason (t->reasons, "available",
                g_strdup_printf (stafet_i18n_text (t->language, N_ ("free %s")),
                                 stafet_words_weekday (t->language, stafet_date_weekday (date))));
  if (t->fitness->preferred)
    add_reason (t->reasons, "preferred", g_strdup (stafet_i18n_text (t->language, N_ ("prefers this time"))));
}

static void
tell_experience (const Telling *t)
{
  g_autofree char *last = NULL;

  if (t->experience == NULL)
    return;
  if (t->experience->regular)
    add_reason (t->reasons, "regular", g_strdup (stafet_i18n_text (t->language, N_ ("regular here"))));
  if (t->experience->times == 0)
    return;
  last = stafet_words_short_date (t->language, t->experience->last);
  add_reason (
    t->reasons, "known",
    g_strdup_printf (stafet_i18n_plural (t->language, "has tried it %d time, last %s",
                                         "has tried it %d times, last %s", (gulong) t->experience->times),
                     t->experience->times, last));
}

/* Where a person with a protected address lives is not even hinted at. */
static void
tell_place (const Telling *t)
{
  int km = (t->fitness->metres + 500) / 1000;

  if (t->fitness->home)
    add_reason (t->reasons, "house", g_strdup (stafet_i18n_text (t->language, N_ ("belongs to the house"))));
  if (t->fitness->metres == STAFET_DISTANCE_UNKNOWN || t->volunteer->protected_)
    return;
  add_reason (t->reasons, t->fitness->metres <= NEAR_METRES ? "near" : "distance",
              km == 0 ? g_strdup (stafet_i18n_text (t->language, N_ ("lives close by")))
                      : g_strdup_printf (stafet_i18n_text (t->language, N_ ("about %d km away")), km));
}

static void
tell_partner (const Telling *t)
{
  if (t->fitness->partner == NULL)
    return;
  if (t->fitness->partner->protected_)
    add_reason (t->reasons, "partner",
                g_strdup (stafet_i18n_text (t->language, N_ ("a wished partner is on it"))));
  else
    add_reason (t->reasons, "partner",
                g_strdup_printf (stafet_i18n_text (t->language, N_ ("wished together with %s")),
                                 t->fitness->partner->name));
}

/* ——— To look out for ——— */

static const char check_soon[] = "check_soon", lent[] = "lent";

gboolean
stafet_reason_warns (const StafetReason *reason)
{
  return g_str_equal (reason->code, check_soon) || g_str_equal (reason->code, lent);
}

/* Her own house has to say yes. */
static void
tell_lender (const Telling *t)
{
  if (t->fitness->lender != NULL)
    add_reason (t->reasons, lent,
                g_strdup_printf (stafet_i18n_text (t->language, N_ ("from %s, which is asked too")),
                                 t->fitness->lender->name));
}

static void
tell_check (const Telling *t)
{
  g_autofree char *until = NULL;

  if (!t->need->staffing->shift->check
      || !stafet_terms_check_ends_soon (t->volunteer, stafet_wall_date (t->need->start)))
    return;
  until = stafet_words_short_date (t->language, t->volunteer->check_until);
  add_reason (t->reasons, check_soon,
              g_strdup_printf (stafet_i18n_text (t->language, N_ ("the check expires on %s")), until));
}

/* ——— Against ——— */

/* In the order of StafetHindrance; a text with %s is completed below. */
static const struct
{
  const char *code, *text;
} against[STAFET_N_HINDRANCES] = {
  { "already", N_ ("is on the shift already, or asked") },
  { "declined", N_ ("has said no to this date") },
  { "stopped", N_ ("has stopped") },
  { "paused", N_ ("takes a break") },
  { "absent", N_ ("not free") },
  { "not_available", N_ ("not free at that time") },
  { "skill", N_ ("does not have the skill “%s”") },
  { "check", N_ ("has no valid check on that day") },
  { "blocked", N_ ("does not come to this house") },
  { "too_far", N_ ("too far away") },
  { "overlap", N_ ("is on “%s” at that time") },
  { "rest", N_ ("needs more rest between shifts") },
  { "travel", N_ ("is on “%s” at another house just before or after") },
  { "cap_day", N_ ("has enough that day") },
  { "cap_week", N_ ("has enough that week") },
  { "cap_month", N_ ("has enough that month") },
  { "apart", N_ ("not free together") },
};

static const char *
turn_title (const Telling *t, const StafetTurn *turn)
{
  const StafetActivity *activity =
    stafet_snapshot_get (t->need->snapshot, STAFET_KIND_ACTIVITY, turn->shift->activity);

  return activity != NULL ? activity->title : turn->shift->role;
}

static void
tell_hindrances (const Telling *t)
{
  for (guint i = 0; i < STAFET_N_HINDRANCES; i++)
    {
      guint bit = 1u << i;

      if ((t->fitness->hindrances & bit) == 0)
        continue;
      if (bit == STAFET_HINDRANCE_SKILL)
        add_reason (
          t->reasons, against[i].code,
          g_strdup_printf (stafet_i18n_text (t->language, against[i].text), t->need->staffing->shift->skill));
      else if (bit == STAFET_HINDRANCE_DECLINED && t->fitness->refused)
        add_reason (t->reasons, "refused",
                    g_strdup (stafet_i18n_text (t->language, N_ ("the house said no to lending"))));
      else if (bit == STAFET_HINDRANCE_OVERLAP || bit == STAFET_HINDRANCE_TRAVEL)
        add_reason (t->reasons, against[i].code,
                    g_strdup_printf (stafet_i18n_text (t->language, against[i].text),
                                     turn_title (t, bit == STAFET_HINDRANCE_OVERLAP ? &t->fitness->overlap
                                                                                    : &t->fitness->away)));
      else
        add_reason (t->reasons, against[i].code, g_strdup (stafet_i18n_text (t->language, against[i].text)));
    }
}

GPtrArray *
stafet_candidate_reasons_new (const StafetNeed *need, const StafetVolunteer *volunteer,
                              const StafetFitness *fitness, const StafetExperience *experience,
                              StafetLanguage language)
{
  Telling t = { need,       volunteer, fitness,
                experience, language,  g_ptr_array_new_with_free_func ((GDestroyNotify) reason_free) };

  if (fitness->hindrances != 0)
    tell_hindrances (&t);
  else
    {
      if (fitness->if_needed)
        add_reason (t.reasons, "if_needed",
                    g_strdup (stafet_i18n_text (language, N_ ("takes it if nobody else can"))));
      tell_times (&t);
      tell_experience (&t);
      tell_place (&t);
      tell_partner (&t);
      tell_lender (&t);
      tell_check (&t);
    }
  return t.reasons;
}
