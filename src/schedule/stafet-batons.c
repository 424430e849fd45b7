/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the baton.
 */
#include "stafet-batons.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-postcodes.h"

#include <string.h>

#define T(text) stafet_i18n_text (language, text)

/* ——— Where it stands ——— */

static gboolean
has_holder (const StafetEnquiry *enquiry)
{
  return *enquiry->holder != '\0' || enquiry->contact != NULL;
}

int
stafet_baton_asks (const StafetEnquiry *enquiry, StafetDate today)
{
  if (enquiry->matched == STAFET_DATE_NONE || enquiry->ended != STAFET_DATE_NONE)
    return 0;
  if (enquiry->after_12 == STAFET_ENUM_NONE && today >= enquiry->matched + 12 * 7)
    return 12;
  if (enquiry->after_4 == STAFET_ENUM_NONE && enquiry->after_12 == STAFET_ENUM_NONE
      && today >= enquiry->matched + 4 * 7)
    return 4;
  if (enquiry->after_1 == STAFET_ENUM_NONE && enquiry->after_4 == STAFET_ENUM_NONE
      && enquiry->after_12 == STAFET_ENUM_NONE && today >= enquiry->matched + 7)
    return 1;
  return 0;
}

StafetBatonState
stafet_baton_state (const StafetEnquiry *enquiry, StafetDate today)
{
  if (enquiry->ended != STAFET_DATE_NONE)
    return STAFET_BATON_ENDED;
  if (!has_holder (enquiry) || (enquiry->next_on != STAFET_DATE_NONE && enquiry->next_on < today))
    return STAFET_BATON_DROPPED;
  if (enquiry->next_on == today)
    return STAFET_BATON_DUE;
  if (stafet_baton_asks (enquiry, today) != 0)
    return STAFET_BATON_ASK;
  /* Whoever was found a place is asked how it goes; else there is to be a next step. */
  return enquiry->next_on == STAFET_DATE_NONE && enquiry->matched == STAFET_DATE_NONE ? STAFET_BATON_DROPPED
                                                                                      : STAFET_BATON_HELD;
}

const char *
stafet_baton_holder (const StafetSnapshot *snapshot, const StafetEnquiry *enquiry)
{
  const StafetContact *contact = stafet_snapshot_get (snapshot, STAFET_KIND_CONTACT, enquiry->contact);

  if (contact != NULL)
    return contact->name;
  return *enquiry->holder != '\0' ? enquiry->holder : NULL;
}

char *
stafet_baton_words (const StafetEnquiry *enquiry, StafetDate today, StafetLanguage language)
{
  int asks = stafet_baton_asks (enquiry, today);
  const char *step = *enquiry->next_step != '\0' ? enquiry->next_step : T (N_ ("No next step"));
  g_autofree char *day =
    enquiry->next_on != STAFET_DATE_NONE ? stafet_words_date (language, enquiry->next_on) : NULL;

  if (enquiry->ended != STAFET_DATE_NONE)
    return g_strdup (T (N_ ("Ended")));
  if (!has_holder (enquiry))
    return g_strdup (T (N_ ("Nobody has the baton")));
  if (asks != 0 && (enquiry->next_on == STAFET_DATE_NONE || enquiry->next_on > today))
    return g_strdup_printf (stafet_i18n_plural (language, "How did it go, after %d week?",
                                                "How did it go, after %d weeks?", (gulong) asks),
                            asks);
  if (day == NULL)
    return g_strdup (step);
  if (enquiry->next_on == today)
    return g_strdup_printf (T (N_ ("%s · today")), step);
  return enquiry->next_on < today ? g_strdup_printf (T (N_ ("%s · was for %s")), step, day)
                                  : g_strdup_printf ("%s · %s", step, day);
}

/* ——— Which ones ——— */

typedef struct
{
  StafetEnquiry *enquiry;
  gboolean dropped;
  StafetDate day;
} Found;

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const Found *one = a, *other = b;

  if (one->dropped != other->dropped)
    return one->dropped ? -1 : 1;
  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return strcmp (one->enquiry->parent.uid, other->enquiry->parent.uid);
}

static StafetDate
day_of (const StafetEnquiry *enquiry, StafetDate today)
{
  return stafet_baton_asks (enquiry, today) != 0 ? today
         : enquiry->next_on != STAFET_DATE_NONE  ? enquiry->next_on
                                                 : G_MAXINT32;
}

GPtrArray *
stafet_batons_find (const StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetDate today)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_ENQUIRY);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray *enquiries = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      StafetEnquiry *enquiry = g_ptr_array_index (all, i);
      const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, enquiry->house);
      Found one = { enquiry, stafet_baton_state (enquiry, today) == STAFET_BATON_DROPPED,
                    day_of (enquiry, today) };

      if (enquiry->ended == STAFET_DATE_NONE && (house == NULL || stafet_agenda_query_takes (query, house)))
        g_array_append_val (found, one);
    }
  g_array_sort (found, compare_cb);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (enquiries, g_array_index (found, Found, i).enquiry);
  return enquiries;
}

/* ——— Whom to ask ——— */

static int
nearness (const StafetContact *contact, const StafetHouse *house, StafetUid area)
{
  if (house != NULL && contact->house == house->parent.uid)
    return 3;
  if (contact->area != NULL && (contact->area == area || (house != NULL && contact->area == house->area)))
    return 2;
  return contact->house == NULL && contact->ward == NULL && contact->area == NULL ? 1 : 0;
}

StafetContact *
stafet_baton_contact (const StafetSnapshot *snapshot, StafetDuty duty, const StafetHouse *house,
                      StafetUid area, gboolean public_only)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_CONTACT);
  StafetContact *best = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      StafetContact *contact = g_ptr_array_index (all, i);

      if (contact->duty == (gint32) duty && (contact->is_public || !public_only)
          && nearness (contact, house, area) > 0
          && (best == NULL || nearness (contact, house, area) > nearness (best, house, area)))
        best = contact;
    }
  return best;
}

StafetUid
stafet_baton_area_of (const StafetSnapshot *snapshot, const char *postcode)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_HOUSE);
  StafetUid area = NULL;
  int nearest = G_MAXINT;

  for (guint i = 0; i < all->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (all, i);
      int metres = stafet_postcodes_distance ((StafetSpot){ "", postcode },
                                              (StafetSpot){ house->coordinates, house->postcode });

      if (house->area != NULL && metres != STAFET_DISTANCE_UNKNOWN && metres < nearest)
        {
          nearest = metres;
          area = house->area;
        }
    }
  return area;
}

/* Among so many of the best matches. */
#define MATCHES 5

static gboolean
fits (const StafetMatchIndex *index, const StafetEnquiry *enquiry, const StafetNotice *notice)
{
  StafetWish wish = { .text = enquiry->wish,
                      .side = enquiry->side,
                      .times = enquiry->times,
                      .from = { "", enquiry->postcode },
                      .price = enquiry->price,
                      .travel = enquiry->travel,
                      .company = enquiry->company };
  g_autoptr (StafetMatches) matches =
    stafet_match (index, &wish, enquiry->house, MATCHES, STAFET_LANGUAGE_EN);

  for (guint i = 0; !matches->nothing_fits && i < matches->matches->len; i++)
    if (((StafetMatch *) g_ptr_array_index (matches->matches, i))->record == (const StafetRecord *) notice)
      return TRUE;
  return FALSE;
}

GPtrArray *
stafet_batons_for_notice (const StafetMatchIndex *index, const StafetSnapshot *snapshot,
                          const StafetNotice *notice, const StafetAgendaQuery *query, StafetDate today)
{
  GPtrArray *waiting = stafet_batons_find (snapshot, query, today);

  for (guint i = waiting->len; i-- > 0;)
    {
      const StafetEnquiry *enquiry = g_ptr_array_index (waiting, i);

      if (*enquiry->chosen != '\0' || *enquiry->wish == '\0' || !fits (index, enquiry, notice))
        g_ptr_array_remove_index (waiting, i);
    }
  return waiting;
}

char *
stafet_baton_first_words (const StafetEnquiry *enquiry, StafetLanguage language)
{
  const char *name =
    enquiry->consent != STAFET_DATE_NONE && *enquiry->name != '\0' ? enquiry->name : T (N_ ("a newcomer"));
  g_autofree char *day = stafet_words_date (language, enquiry->first_on);
  const char *found = *enquiry->chosen != '\0' ? enquiry->chosen : T (N_ ("not found yet"));

  if (*enquiry->companion == '\0')
    return g_strdup_printf (T (N_ ("The first time: %s, %s, %s. Nobody goes along yet.")), name, found, day);
  return g_strdup_printf (T (N_ ("The first time together: %s with %s, %s, %s")), name, enquiry->companion,
                          found, day);
}

/* ——— The letter ——— */

static void
add_line (GString *text, const char *title, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s: %s\n", title, value);
}

static void
add_person (GString *text, const StafetEnquiry *enquiry, StafetLanguage language)
{
  g_autofree char *phone = *enquiry->phone != '\0' ? stafet_phone_format (enquiry->phone) : NULL;
  g_autofree char *day = NULL;

  if (enquiry->consent == STAFET_DATE_NONE)
    {
      g_string_append_printf (text, "%s\n",
                              T (N_ ("The citizen has not agreed to be contacted, and is not named.")));
      return;
    }
  day = stafet_words_day_with_year (language, enquiry->consent);
  add_line (text, T (N_ ("Name")), enquiry->name);
  add_line (text, T (N_ ("Phone")), phone);
  g_string_append_printf (text, T (N_ ("Agreed on %s to be contacted")), day);
  if (*enquiry->consent_to != '\0')
    g_string_append_printf (text, T (N_ (", said to %s")), enquiry->consent_to);
  g_string_append (text, ".\n");
}

static void
add_wish (GString *text, const StafetEnquiry *enquiry, StafetLanguage language)
{
  g_autofree char *price =
    enquiry->price != STAFET_INTEGER_NONE ? g_strdup_printf (T (N_ ("%d kr.")), enquiry->price) : NULL;
  const char *town = stafet_postcodes_town (enquiry->postcode);
  g_autofree char *where =
    town != NULL ? g_strdup_printf ("%s %s", enquiry->postcode, town) : g_strdup (enquiry->postcode);

  add_line (text, T (N_ ("Wants to")), T (stafet_side_values[enquiry->side].title));
  add_line (text, T (N_ ("Wish")), enquiry->wish);
  add_line (text, T (N_ ("Lives in")), where);
  add_line (text, T (N_ ("When")), enquiry->times);
  if (enquiry->travel != STAFET_ENUM_NONE)
    add_line (text, T (N_ ("Transport")), T (stafet_travel_values[enquiry->travel].title));
  add_line (text, T (N_ ("May cost at most")), price);
  if (enquiry->company)
    g_string_append_printf (text, "%s\n", T (N_ ("Would like company the first time.")));
  add_line (text, T (N_ ("Found so far")), enquiry->chosen);
}

char *
stafet_baton_letter (const StafetSnapshot *snapshot, const StafetEnquiry *enquiry, const StafetContact *to,
                     StafetLanguage language)
{
  GString *text = g_string_new (NULL);
  const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, enquiry->house);
  g_autofree char *day = stafet_words_day_with_year (language, enquiry->delete_on);
  g_autofree char *phone = house != NULL && *house->phone != '\0' ? stafet_phone_format (house->phone) : NULL;

  if (to != NULL)
    g_string_append_printf (text, T (N_ ("Dear %s")), to->name);
  else
    g_string_append (text, T (N_ ("Hello")));
  g_string_append_printf (
    text, "\n\n%s\n\n",
    enquiry->consent != STAFET_DATE_NONE
      ? T (N_ ("I pass the baton on to you. The first step is to contact the citizen."))
      : T (N_ ("I pass the baton on to you, for when the citizen comes back: we may not "
               "contact anybody.")));
  add_person (text, enquiry, language);
  add_wish (text, enquiry, language);
  if (*enquiry->next_step != '\0' && enquiry->consent != STAFET_DATE_NONE)
    add_line (text, T (N_ ("Next step")), enquiry->next_step);
  g_string_append_printf (text, "\n");
  g_string_append_printf (text, T (N_ ("Our note of this is erased on %s.")), day);
  if (house != NULL)
    g_string_append_printf (text, "\n\n%s%s%s", house->name, phone != NULL ? ", " : "",
                            phone != NULL ? phone : "");
  g_string_append (text, "\n");
  return g_string_free (text, FALSE);
}
