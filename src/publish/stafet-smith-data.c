/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the index of the matching as JSON.
 */
#include "stafet-smith-data.h"

#include "core/stafet-coordinates.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-batons.h"
#include "schedule/stafet-entry-people.h"
#include "schedule/stafet-match-reasons.h"
#include "schedule/stafet-match-weights.h"
#include "schedule/stafet-match-words.h"
#include "schedule/stafet-timetable.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define T(text) stafet_i18n_text (language, text)

/* So many dates of each series: a page that nobody made anew for so long tells of fewer and fewer. */
#define MOST_DATES 8
#define AHEAD_DAYS 400

/* What a number of an item means; netvaerkssmed.js reads them by these values. */
enum
{
  FLAG_JOIN = 1 << 0,
  FLAG_GIVE = 1 << 1,
  FLAG_HOME = 1 << 2,
  FLAG_LIFT = 1 << 3,
  FLAG_BRIDGE = 1 << 4,
  FLAG_TIMED = 1 << 5,
  FLAG_RECURS = 1 << 6,
  FLAG_NEVER_CHECKED = 1 << 7
};

typedef struct
{
  const StafetMatchIndex *index;
  StafetLanguage language;
  StafetDate today;
  JsonBuilder *json;
  GArray *order;  /* of guint: the index's position of each item */
  guint *place;   /* by position in the index: where it stands in @order */
  GArray *levels; /* of float: what postings weigh, each once */
} Writing;

/* ——— JSON ——— */

static void
add_string (Writing *w, const char *name, const char *value)
{
  json_builder_set_member_name (w->json, name);
  json_builder_add_string_value (w->json, value);
}

static void
add_text (Writing *w, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    add_string (w, name, value);
}

static void
add_number (Writing *w, const char *name, gint64 value)
{
  json_builder_set_member_name (w->json, name);
  json_builder_add_int_value (w->json, value);
}

static void
add_double (Writing *w, const char *name, double value)
{
  json_builder_set_member_name (w->json, name);
  json_builder_add_double_value (w->json, value);
}

static void
begin_array (Writing *w, const char *name)
{
  if (name != NULL)
    json_builder_set_member_name (w->json, name);
  json_builder_begin_array (w->json);
}

static void
begin_object (Writing *w, const char *name)
{
  if (name != NULL)
    json_builder_set_member_name (w->json, name);
  json_builder_begin_object (w->json);
}

static void
add_list (Writing *w, const char *name, const char *const *list)
{
  begin_array (w, name);
  for (; *list != NULL; list++)
    json_builder_add_string_value (w->json, *list);
  json_builder_end_array (w->json);
}

/* ——— Words and weights ——— */

static void
add_reading (Writing *w)
{
  add_list (w, "idle", stafet_match_idle_words);
  add_list (w, "endings", stafet_match_endings);
  add_list (w, "needs", stafet_match_needs_help);
  add_list (w, "gives", stafet_match_gives);
  add_list (w, "timeEndings", stafet_match_time_endings);
  add_list (w, "common", stafet_match_common_names);
  add_list (w, "before", stafet_match_before_places);
  begin_array (w, "times");
  for (const StafetTimeWord *time = stafet_match_times; time->word != NULL; time++)
    {
      json_builder_begin_array (w->json);
      json_builder_add_string_value (w->json, time->word);
      json_builder_add_int_value (w->json, time->parts);
      json_builder_add_int_value (w->json, time->weekday);
      json_builder_end_array (w->json);
    }
  json_builder_end_array (w->json);
}

static void
add_weights (Writing *w)
{
  begin_object (w, "weights");
  add_number (w, "longEntry", STAFET_MATCH_LONG_ENTRY);
  add_number (w, "shortestStem", STAFET_MATCH_SHORTEST_STEM);
  add_double (w, "within", (double) STAFET_MATCH_WITHIN);
  add_double (w, "around", (double) STAFET_MATCH_AROUND);
  add_double (w, "amiss", (double) STAFET_MATCH_AMISS);
  add_number (w, "shortestWithin", STAFET_MATCH_SHORTEST_WITHIN);
  add_number (w, "oneAmiss", STAFET_MATCH_ONE_AMISS);
  add_number (w, "twoAmiss", STAFET_MATCH_TWO_AMISS);
  add_double (w, "halfWay", STAFET_MATCH_HALF_WAY);
  add_double (w, "otherTime", STAFET_MATCH_OTHER_TIME);
  add_double (w, "rightTime", STAFET_MATCH_RIGHT_TIME);
  add_double (w, "dear", STAFET_MATCH_DEAR);
  add_double (w, "noLift", STAFET_MATCH_NO_LIFT);
  add_double (w, "along", STAFET_MATCH_ALONG);
  add_number (w, "atThatTime", STAFET_MATCH_AT_THAT_TIME);
  add_number (w, "mostOfATitle", STAFET_MATCH_MOST_OF_A_TITLE);
  add_number (w, "near", STAFET_MATCH_NEAR_METRES);
  add_number (w, "far", STAFET_MATCH_FAR_METRES);
  json_builder_end_object (w->json);
}

/* The words of the reasons; whole numbers and texts go where %d, %02d and %s stand. */
static void
add_sayings (Writing *w)
{
  StafetLanguage language = w->language;

  begin_object (w, "says");
  add_string (w, "home", T ("comes to the home"));
  add_string (w, "close", T ("close by"));
  add_string (w, "away", T ("about %d km away"));
  add_string (w, "morning", T ("in the morning"));
  add_string (w, "afternoon", T ("in the afternoon"));
  add_string (w, "evening", T ("in the evening"));
  add_string (w, "weekend", T ("at the weekend"));
  add_string (w, "weekdays", T ("on weekdays"));
  add_string (w, "not", T ("not %s"));
  add_string (w, "otherDay", T ("on another day"));
  add_string (w, "thatDay", T ("on that day"));
  add_string (w, "free", T ("free of charge"));
  add_string (w, "kroner", T ("%d kr."));
  add_string (w, "lift", T ("a lift can be had"));
  add_string (w, "noLift", T ("no lift"));
  add_string (w, "company", T ("company the first time"));
  add_string (w, "never", T ("never checked"));
  add_string (w, "clock", stafet_i18n_context (language, "hour, minute", "%d:%02d"));
  add_string (w, "time", stafet_i18n_context (language, "time of day", "%s"));
  add_string (w, "shortDate", stafet_i18n_context (language, "weekday, day, month", "%s %d/%d"));
  begin_array (w, "weekdayNames");
  for (int day = STAFET_MONDAY; day <= STAFET_SUNDAY; day++)
    json_builder_add_string_value (w->json, stafet_words_weekday (language, (StafetWeekday) day));
  json_builder_end_array (w->json);
  begin_array (w, "shortWeekdays");
  for (int day = STAFET_MONDAY; day <= STAFET_SUNDAY; day++)
    json_builder_add_string_value (w->json, stafet_words_short_weekday (language, (StafetWeekday) day));
  json_builder_end_array (w->json);
  json_builder_end_object (w->json);
}

/* ——— Places, and who is asked there ——— */

static void
add_spot (Writing *w, StafetSpot spot)
{
  StafetCoordinates at;

  if (!stafet_postcodes_locate (spot, &at))
    return;
  begin_array (w, "at");
  json_builder_add_int_value (w->json, at.north);
  json_builder_add_int_value (w->json, at.east);
  json_builder_end_array (w->json);
}

static void
add_contact (Writing *w, const StafetContact *contact)
{
  g_autofree char *phone = *contact->phone != '\0' ? stafet_phone_format (contact->phone) : NULL;

  json_builder_begin_object (w->json);
  add_string (w, "name", contact->name);
  add_text (w, "role", contact->role);
  add_text (w, "phone", phone);
  add_text (w, "mail", contact->mail);
  json_builder_end_object (w->json);
}

/* Who is asked in an area; NULL: everywhere. */
static void
add_contacts (Writing *w, StafetUid area)
{
  static const StafetDuty duties[] = { STAFET_DUTY_VOLUNTEERING, STAFET_DUTY_GENLYD, STAFET_DUTY_PREVENTION };

  begin_array (w, "whom");
  for (gsize i = 0; i < G_N_ELEMENTS (duties); i++)
    {
      const StafetContact *contact = stafet_baton_contact (w->index->snapshot, duties[i], NULL, area, TRUE);

      if (contact != NULL)
        add_contact (w, contact);
    }
  json_builder_end_array (w->json);
}

/* The area's place in the list of areas, from 1; 0: none. */
static int
number_of_area (const Writing *w, StafetUid area)
{
  const GPtrArray *all = stafet_snapshot_all (w->index->snapshot, STAFET_KIND_AREA);

  for (guint i = 0; area != NULL && i < all->len; i++)
    if (((const StafetRecord *) g_ptr_array_index (all, i))->uid == area)
      return (int) i + 1;
  return 0;
}

static void
add_areas (Writing *w)
{
  const GPtrArray *all = stafet_snapshot_all (w->index->snapshot, STAFET_KIND_AREA);

  begin_array (w, "areas");
  json_builder_begin_object (w->json);
  add_string (w, "name", "");
  add_contacts (w, NULL);
  json_builder_end_object (w->json);
  for (guint i = 0; i < all->len; i++)
    {
      const StafetArea *area = g_ptr_array_index (all, i);

      json_builder_begin_object (w->json);
      add_string (w, "name", area->name);
      add_contacts (w, area->parent.uid);
      json_builder_end_object (w->json);
    }
  json_builder_end_array (w->json);
}

static void
add_postcodes (Writing *w)
{
  begin_array (w, "postcodes");
  for (guint i = 0; i < stafet_postcodes_count (); i++)
    {
      const char *code, *town;

      stafet_postcodes_nth (i, &code, &town);
      json_builder_begin_object (w->json);
      add_string (w, "code", code);
      add_string (w, "town", town);
      add_spot (w, (StafetSpot){ "", code });
      add_number (w, "area", number_of_area (w, stafet_baton_area_of (w->index->snapshot, code)));
      json_builder_end_object (w->json);
    }
  json_builder_end_array (w->json);
}

static void
add_houses (Writing *w)
{
  const GPtrArray *all = stafet_snapshot_all (w->index->snapshot, STAFET_KIND_HOUSE);

  begin_array (w, "houses");
  for (guint i = 0; i < all->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (all, i);

      json_builder_begin_object (w->json);
      add_string (w, "name", house->name);
      add_spot (w, (StafetSpot){ house->coordinates, house->postcode });
      add_number (w, "area", number_of_area (w, house->area));
      json_builder_end_object (w->json);
    }
  json_builder_end_array (w->json);
}

/* ——— What there is ——— */

void
stafet_smith_words (const StafetMatchIndex *index, const StafetMatchItem *item, StafetSmithWords *words)
{
  const StafetHouse *house = item->house;
  const StafetOrganiser *organiser = item->organiser;

  *words = (StafetSmithWords){ .about = "",
                               .price = item->price != NULL ? item->price : "",
                               .address = house != NULL ? house->address : "",
                               .join = "",
                               .phone = house != NULL ? stafet_house_public_number (index->snapshot, house)
                                        : organiser != NULL ? organiser->phone
                                                            : "",
                               .whose = house != NULL       ? house->name
                                        : organiser != NULL ? organiser->name
                                                            : "" };
  switch ((int) item->kind)
    {
    case STAFET_KIND_ACTIVITY:
      words->about = ((StafetActivity *) item->record)->public_text;
      if (*((StafetActivity *) item->record)->address != '\0')
        words->address = ((StafetActivity *) item->record)->address;
      break;
    case STAFET_KIND_OFFER:
      words->about = ((StafetOffer *) item->record)->text;
      words->address = ((StafetOffer *) item->record)->address;
      words->join = ((StafetOffer *) item->record)->join;
      break;
    case STAFET_KIND_NOTICE:
      words->about = ((StafetNotice *) item->record)->text;
      /* It hangs at the house; whoever goes there would look in vain for what takes place elsewhere. */
      if (*((StafetNotice *) item->record)->postcode != '\0')
        words->address = ((StafetNotice *) item->record)->postcode;
      break;
    default:
      break;
    }
}

typedef struct
{
  Writing *w;
  const StafetTimetable *timetable;
  int n;
} Dates;

/* Minutes after the first of the day on which the page is made. */
static gboolean
date_cb (StafetDate date, gpointer data)
{
  Dates *dates = data;
  StafetWall midnight = stafet_wall_new (dates->w->today, 0);
  StafetOccasion occasion;

  if (!stafet_timetable_read (dates->timetable, date, &occasion) || occasion.end <= midnight)
    return TRUE;
  json_builder_begin_array (dates->w->json);
  json_builder_add_int_value (dates->w->json, occasion.start - midnight);
  json_builder_add_int_value (dates->w->json, occasion.end - midnight);
  json_builder_end_array (dates->w->json);
  return ++dates->n < MOST_DATES;
}

static void
add_dates (Writing *w, const StafetMatchItem *item)
{
  StafetTimetable timetable;
  Dates dates = { w, &timetable, 0 };

  if (item->timing == NULL)
    return;
  begin_array (w, "dates");
  if (stafet_timetable_init (&timetable, w->index->snapshot, item->record))
    stafet_timetable_each (&timetable, w->today - 1, w->today + AHEAD_DAYS, date_cb, &dates);
  json_builder_end_array (w->json);
  if (item->timing->last_date < w->today + AHEAD_DAYS)
    add_number (w, "last", item->timing->last_date - w->today);
}

static int
flags_of (const StafetMatchItem *item)
{
  return (item->join ? FLAG_JOIN : 0) | (item->give ? FLAG_GIVE : 0) | (item->home ? FLAG_HOME : 0)
         | (item->lift ? FLAG_LIFT : 0) | (stafet_match_is_bridge (item) ? FLAG_BRIDGE : 0)
         | (item->timing != NULL ? FLAG_TIMED : 0)
         | (item->timing != NULL && item->timing->recurs ? FLAG_RECURS : 0)
         | (item->kind == STAFET_KIND_OFFER && ((StafetOffer *) item->record)->checked == STAFET_DATE_NONE
              ? FLAG_NEVER_CHECKED
              : 0);
}

static void
add_offer (Writing *w, const StafetOffer *offer)
{
  StafetLanguage language = w->language;
  g_autofree char *day = NULL, *text = NULL;

  add_text (w, "times", offer->times);
  add_text (w, "waiting", offer->waiting);
  if (offer->checked == STAFET_DATE_NONE)
    return;
  day = stafet_words_day_with_year (language, offer->checked);
  text = g_strdup_printf (T ("last checked %s"), day);
  add_string (w, "checked", text);
  add_number (w, "stale", offer->checked + STAFET_OFFER_STALE_DAYS + 1 - w->today);
}

static void
add_notice (Writing *w, const StafetNotice *notice)
{
  StafetLanguage language = w->language;
  g_autofree char *day = stafet_words_short_date (language, notice->until);
  g_autofree char *text = g_strdup_printf (T ("hangs until %s"), day);

  add_text (w, "times", notice->times);
  add_string (w, "hangs", text);
  add_number (w, "last", notice->until - w->today);
}

static void
add_item (Writing *w, const StafetMatchItem *item)
{
  gint32 price = stafet_match_price (item->price != NULL ? item->price : "");
  StafetSmithWords words;
  g_autofree char *phone = NULL;

  stafet_smith_words (w->index, item, &words);
  phone = *words.phone != '\0' ? stafet_phone_format (words.phone) : NULL;
  json_builder_begin_object (w->json);
  add_string (w, "kind", stafet_kind_get_name (item->kind));
  add_string (w, "title", item->title);
  add_number (w, "flags", flags_of (item));
  add_text (w, "where", words.whose);
  add_text (w, "address", words.address);
  add_text (w, "about", words.about);
  add_text (w, "cost", words.price);
  add_text (w, "join", words.join);
  add_text (w, "phone", phone);
  add_spot (w, item->spot);
  if (item->parts != 0)
    add_number (w, "parts", item->parts);
  if (item->weekdays != 0)
    add_number (w, "weekdays", item->weekdays);
  if (price != STAFET_INTEGER_NONE)
    add_number (w, "price", price);
  if (item->open != 0)
    add_number (w, "open", item->open);
  add_dates (w, item);
  if (item->kind == STAFET_KIND_OFFER)
    add_offer (w, (StafetOffer *) item->record);
  if (item->kind == STAFET_KIND_NOTICE)
    add_notice (w, (StafetNotice *) item->record);
  json_builder_end_object (w->json);
}

static void
add_items (Writing *w)
{
  begin_array (w, "items");
  for (guint i = 0; i < w->order->len; i++)
    add_item (w, &g_array_index (w->index->items, StafetMatchItem, g_array_index (w->order, guint, i)));
  json_builder_end_array (w->json);
}

/* ——— Their words ——— */

static guint
level_of (Writing *w, float weight)
{
  for (guint i = 0; i < w->levels->len; i++)
    {
      float level = g_array_index (w->levels, float, i);

      if (level <= weight && level >= weight)
        return i;
    }
  g_array_append_val (w->levels, weight);
  return w->levels->len - 1;
}

/* [item, level, item, level, …] */
static void
add_postings (Writing *w, const StafetMatchTerm *term)
{
  json_builder_begin_array (w->json);
  for (guint i = 0; i < term->postings->len; i++)
    {
      const StafetPosting *posting = &g_array_index (term->postings, StafetPosting, i);

      json_builder_add_int_value (w->json, w->place[posting->item]);
      json_builder_add_int_value (w->json, level_of (w, posting->weight));
    }
  json_builder_end_array (w->json);
}

static void
add_terms (Writing *w)
{
  guint n = stafet_synonyms_count (w->index->synonyms);

  begin_array (w, "rows");
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_array (w->json);
      json_builder_add_string_value (w->json, stafet_synonyms_words (w->index->synonyms, i));
      add_postings (w, &g_array_index (w->index->terms, StafetMatchTerm, i));
      json_builder_end_array (w->json);
    }
  json_builder_end_array (w->json);
  begin_array (w, "terms");
  for (guint i = n; i < w->index->terms->len; i++)
    {
      const StafetMatchTerm *term = &g_array_index (w->index->terms, StafetMatchTerm, i);

      json_builder_begin_array (w->json);
      json_builder_add_string_value (w->json, term->stem);
      add_postings (w, term);
      json_builder_end_array (w->json);
    }
  json_builder_end_array (w->json);
  begin_array (w, "levels");
  for (guint i = 0; i < w->levels->len; i++)
    json_builder_add_double_value (w->json, (double) g_array_index (w->levels, float, i));
  json_builder_end_array (w->json);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const StafetMatchIndex *index = data;

  return strcmp (g_array_index (index->items, StafetMatchItem, *(const guint *) a).record->uid,
                 g_array_index (index->items, StafetMatchItem, *(const guint *) b).record->uid);
}

GArray *
stafet_smith_order (const StafetMatchIndex *index)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < index->items->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_items, (gpointer) index);
  return order;
}

/* ——— The whole ——— */

/* "</script>" within a text must not end the element. (HTML, script data state) */
static char *
escape (const char *json)
{
  GString *out = g_string_sized_new (strlen (json) + 64);

  for (const char *c = json; *c != '\0'; c++)
    if (*c == '<' || *c == '>' || *c == '&')
      g_string_append_printf (out, "\\u%04x", (guint) *c);
    else
      g_string_append_c (out, *c);
  return g_string_free (out, FALSE);
}

char *
stafet_smith_data_write (const StafetMatchIndex *index, StafetLanguage language)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GArray) order = stafet_smith_order (index);
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (float));
  g_autofree guint *place = g_new (guint, MAX (index->items->len, 1));
  g_autofree char *text = NULL;
  Writing w = { index, language, stafet_wall_date (index->now), json, order, place, levels };
  char day[STAFET_DATE_SIZE];

  for (guint i = 0; i < order->len; i++)
    place[g_array_index (order, guint, i)] = i;
  json_builder_begin_object (json);
  add_string (&w, "made", stafet_date_write (w.today, day));
  add_reading (&w);
  add_weights (&w);
  add_sayings (&w);
  add_areas (&w);
  add_postcodes (&w);
  add_houses (&w);
  add_items (&w);
  add_terms (&w);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  return escape (text);
}
