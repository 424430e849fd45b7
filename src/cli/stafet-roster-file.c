/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads an instance: every key is known, every number within bounds, every id there.
 */
#include "stafet-roster-file.h"

#include "core/stafet-i18n.h"
#include "stafet-cli.h"
#include "stafet-json-check.h"

#include <string.h>

#define MOST_BYTES (64 * 1024 * 1024)
#define MOST_METRES 100000000
#define MOST_COUNT 100000
#define MOST_WANTED 1000
#define MOST_MINUTE G_MAXINT32
#define MOST_DAYS 400

/* One object of a list of the file: for the path of a fault. */
typedef struct
{
  JsonObject *object;
  const char *list; /* NULL: the file itself */
  guint index;
  const char *part; /* a list within the object; NULL: the object itself */
  guint part_index;
  GError **error;
} Place;

typedef struct
{
  StafetRosterInstance *instance;                             /* owned */
  GHashTable *houses, *shifts, *volunteers, *series, *skills; /* id → number + 1 */
} Reading;

/* ——— Faults ——— */

static gboolean
fault (const Place *place, const char *key, const char *sentence)
{
  g_autoptr (GString) path = g_string_new ("$");

  if (place->list != NULL)
    g_string_append_printf (path, ".%s[%u]", place->list, place->index);
  if (place->part != NULL)
    g_string_append_printf (path, ".%s[%u]", place->part, place->part_index);
  if (key != NULL)
    g_string_append_printf (path, ".%s", key);
  return stafet_cli_usage (place->error, "%s: %s", path->str, sentence);
}

static gboolean
check_keys (const Place *place, const char *const *known)
{
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init_ordered (&iter, place->object);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    if (!g_strv_contains (known, key))
      return fault (place, key, _ ("there is no such key."));
  return TRUE;
}

/* ——— Values ——— */

/* NULL where it is missing; nothing else stands for that. */
static JsonNode *
member (const Place *place, const char *key)
{
  return json_object_get_member (place->object, key);
}

/* Leaves @number as it is where the key is missing, unless it is @required. */
static gboolean
read_number (const Place *place, const char *key, gint64 least, gint64 most, gboolean required,
             gint32 *number)
{
  JsonNode *node = member (place, key);
  gint64 value;

  if (node == NULL)
    return !required || fault (place, key, _ ("it is missing."));
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return fault (place, key, _ ("it must be a whole number."));
  value = json_node_get_int (node);
  if (value < least || value > most)
    return fault (place, key, _ ("the number is out of range."));
  *number = (gint32) value;
  return TRUE;
}

static gboolean
read_flag (const Place *place, const char *key, gboolean *flag)
{
  JsonNode *node = member (place, key);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fault (place, key, _ ("it must be true or false."));
  *flag = json_node_get_boolean (node);
  return TRUE;
}

/* NULL where it is missing; borrowed. */
static gboolean
read_string (const Place *place, const char *key, gboolean required, const char **text)
{
  JsonNode *node = member (place, key);

  *text = NULL;
  if (node == NULL)
    return !required || fault (place, key, _ ("it is missing."));
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return fault (place, key, _ ("it must be a text."));
  *text = json_node_get_string (node);
  return TRUE;
}

static gboolean
read_day (const Place *place, const char *key, gint32 *day)
{
  const char *text;
  StafetDate date;

  if (!read_string (place, key, TRUE, &text))
    return FALSE;
  if (!stafet_date_parse (text, &date, NULL))
    return fault (place, key, _ ("it must be a date such as 2026-11-30."));
  *day = date - stafet_date_new (1970, 1, 1);
  return TRUE;
}

/* The list in @key; NULL when it may be missing, and is. */
static gboolean
find_list (const Place *place, const char *key, gboolean required, JsonArray **array)
{
  JsonNode *node = member (place, key);

  *array = NULL;
  if (node == NULL)
    return !required || fault (place, key, _ ("it is missing."));
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fault (place, key, _ ("it must be a list."));
  *array = json_node_get_array (node);
  return TRUE;
}

/* Calls @each for every object of the list. */
typedef gboolean (*EachFunc) (Reading *r, Place *place, gpointer data);

static gboolean
read_list (Reading *r, const Place *owner, const char *key, gboolean required, EachFunc each, gpointer data)
{
  JsonArray *array;

  if (!find_list (owner, key, required, &array))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      Place place = *owner;

      if (owner->object == NULL || owner->list == NULL)
        {
          place.list = key;
          place.index = i;
        }
      else
        {
          place.part = key;
          place.part_index = i;
        }
      if (!JSON_NODE_HOLDS_OBJECT (element))
        return fault (&place, NULL, _ ("it must be an object."));
      place.object = json_node_get_object (element);
      if (!each (r, &place, data))
        return FALSE;
    }
  return TRUE;
}

/* ——— Ids ——— */

static guint
number_of (GHashTable *table, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, id)) - 1;
}

/* Of a list of ids in @key; unknown ones are refused. */
static gboolean
read_ids (const Place *place, const char *key, gboolean required, GHashTable *table, GArray *numbers)
{
  JsonArray *array;

  if (!find_list (place, key, required, &array))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *path = g_strdup_printf ("%s[%u]", key, i);
      guint number;

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return fault (place, path, _ ("it must be a text."));
      number = number_of (table, json_node_get_string (element));
      if (number == STAFET_ROSTER_NONE)
        return fault (place, path, _ ("there is no such id."));
      g_array_append_val (numbers, number);
    }
  return TRUE;
}

static gboolean
read_id (const Place *place, const char *key, GHashTable *table, guint *number)
{
  const char *text;

  if (!read_string (place, key, TRUE, &text))
    return FALSE;
  *number = number_of (table, text);
  return *number != STAFET_ROSTER_NONE || fault (place, key, _ ("there is no such id."));
}

typedef struct
{
  GPtrArray *ids;    /* borrowed texts */
  GHashTable *table; /* what they are numbered in */
} Gathering;

static gboolean
gather_id_cb (Reading *r, Place *place, gpointer data)
{
  Gathering *g = data;
  const char *id;

  (void) r;
  if (!read_string (place, "id", TRUE, &id))
    return FALSE;
  if (*id == '\0')
    return fault (place, "id", _ ("it is empty."));
  if (!g_hash_table_insert (g->table, (char *) id, NULL))
    return fault (place, "id", _ ("there is another one of this id."));
  g_ptr_array_add (g->ids, (char *) id);
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* In byte order. */
static void
number_ids (Gathering *g)
{
  g_ptr_array_sort (g->ids, compare_ids);
  for (guint i = 0; i < g->ids->len; i++)
    g_hash_table_insert (g->table, g->ids->pdata[i], GUINT_TO_POINTER (i + 1));
}

static gboolean
read_all_ids (Reading *r, const Place *file)
{
  const struct
  {
    const char *list;
    GHashTable *table;
  } lists[] = { { "houses", r->houses }, { "shifts", r->shifts }, { "volunteers", r->volunteers } };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();
      Gathering gathering = { ids, lists[i].table };

      if (!read_list (r, file, lists[i].list, TRUE, gather_id_cb, &gathering))
        return FALSE;
      number_ids (&gathering);
    }
  return TRUE;
}

/* A series or a skill: what is named first is not there yet. */
static guint
intern (GHashTable *table, GPtrArray *names, const char *name)
{
  guint number = number_of (table, name);

  if (number != STAFET_ROSTER_NONE)
    return number;
  g_ptr_array_add (names, g_strdup (name));
  g_hash_table_insert (table, names->pdata[names->len - 1], GUINT_TO_POINTER (names->len));
  return names->len - 1;
}

/* ——— The lists ——— */

static gboolean
house_cb (Reading *r, Place *place, gpointer data)
{
  static const char *const known[] = { "id", "x", "y", NULL };
  const char *id = json_object_get_string_member (place->object, "id");
  StafetRosterHouse *house = STAFET_ROSTER_HOUSE (r->instance, number_of (r->houses, id));

  (void) data;
  house->id = g_strdup (id);
  return check_keys (place, known) && read_number (place, "x", -MOST_METRES, MOST_METRES, FALSE, &house->x)
         && read_number (place, "y", -MOST_METRES, MOST_METRES, FALSE, &house->y);
}

static gboolean
check_span (const Reading *r, const Place *place, const StafetRosterShift *shift)
{
  gint64 first = (gint64) r->instance->first * 1440, last = first + (gint64) r->instance->days * 1440;

  if (shift->end <= shift->start)
    return fault (place, "end", _ ("it ends before it starts."));
  return (shift->start >= first && shift->start < last)
         || fault (place, "start", _ ("it starts outside the days that are planned."));
}

static gboolean
shift_cb (Reading *r, Place *place, gpointer data)
{
  static const char *const known[] = { "id",     "series",   "house",     "skill", "start", "end",
                                       "wanted", "priority", "unpopular", "check", NULL };
  const char *id = json_object_get_string_member (place->object, "id"), *series, *skill;
  StafetRosterShift *shift = STAFET_ROSTER_SHIFT (r->instance, number_of (r->shifts, id));

  (void) data;
  shift->id = g_strdup (id);
  shift->priority = 2;
  shift->skill = STAFET_ROSTER_NONE;
  if (!check_keys (place, known) || !read_string (place, "series", TRUE, &series)
      || !read_id (place, "house", r->houses, &shift->house) || !read_string (place, "skill", FALSE, &skill)
      || !read_number (place, "start", 0, MOST_MINUTE, TRUE, &shift->start)
      || !read_number (place, "end", 0, MOST_MINUTE, TRUE, &shift->end) || !check_span (r, place, shift)
      || !read_number (place, "wanted", 1, MOST_WANTED, TRUE, &shift->wanted)
      || !read_number (place, "priority", 1, 3, FALSE, &shift->priority)
      || !read_flag (place, "unpopular", &shift->unpopular) || !read_flag (place, "check", &shift->check))
    return FALSE;
  shift->series = intern (r->series, r->instance->series, series);
  if (skill != NULL && *skill != '\0')
    shift->skill = intern (r->skills, r->instance->skills, skill);
  return TRUE;
}

static gboolean
window_cb (Reading *r, Place *place, gpointer data)
{
  static const char *const known[] = { "weekday", "from", "to", "preferred", "weeks", NULL };
  static const char *const weeks[] = { "all", "odd", "even", NULL };
  StafetRosterVolunteer *volunteer = data;
  StafetRosterWindow window = { 0 };
  const char *which;

  (void) r;
  if (!check_keys (place, known) || !read_number (place, "weekday", 1, 7, TRUE, &window.weekday)
      || !read_number (place, "from", 0, MOST_COUNT, TRUE, &window.from)
      || !read_number (place, "to", 0, MOST_COUNT, TRUE, &window.to)
      || !read_flag (place, "preferred", &window.preferred) || !read_string (place, "weeks", FALSE, &which))
    return FALSE;
  if (window.to <= window.from)
    return fault (place, "to", _ ("it ends before it starts."));
  if (which != NULL && !g_strv_contains (weeks, which))
    return fault (place, "weeks", _ ("write all, odd or even."));
  for (int i = 0; which != NULL && weeks[i] != NULL; i++)
    if (strcmp (weeks[i], which) == 0)
      window.weeks = (StafetRosterWeeks) i;
  g_array_append_val (volunteer->windows, window);
  return TRUE;
}

static gboolean
absence_cb (Reading *r, Place *place, gpointer data)
{
  static const char *const known[] = { "from", "to", NULL };
  StafetRosterVolunteer *volunteer = data;
  StafetRosterAbsence absence;

  (void) r;
  if (!check_keys (place, known) || !read_day (place, "from", &absence.from)
      || !read_day (place, "to", &absence.to))
    return FALSE;
  if (absence.to < absence.from)
    return fault (place, "to", _ ("it ends before it starts."));
  g_array_append_val (volunteer->absences, absence);
  return TRUE;
}

static gboolean
read_caps (const Place *place, StafetRosterVolunteer *v)
{
  const struct
  {
    const char *key;
    gint32 *number;
  } counts[] = { { "radius", &v->radius },
                 { "per_day", &v->per_day },
                 { "per_week", &v->per_week },
                 { "per_month", &v->per_month },
                 { "rest", &v->rest },
                 { "wished_per_week_hundredths", &v->wished },
                 { "taken_this_week", &v->taken_this_week },
                 { "taken_this_month", &v->taken_this_month },
                 { "recent_load", &v->recent_load },
                 { "recent_unpopular", &v->recent_unpopular } };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    if (!read_number (place, counts[i].key, 0, i == 0 ? MOST_METRES : MOST_COUNT, FALSE, counts[i].number))
      return FALSE;
  return TRUE;
}

static gboolean
read_names (const Place *place, const char *key, GHashTable *table, GPtrArray *names, GArray *numbers)
{
  JsonNode *node = member (place, key);
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fault (place, key, _ ("it must be a list."));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *path = g_strdup_printf ("%s[%u]", key, i);
      guint number;

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return fault (place, path, _ ("it must be a text."));
      number = intern (table, names, json_node_get_string (element));
      g_array_append_val (numbers, number);
    }
  return TRUE;
}

static gboolean
check_partners (const Place *place, const GArray *partners, guint self)
{
  for (guint i = 0; i < partners->len; i++)
    if (g_array_index (partners, guint, i) == self)
      {
        g_autofree char *path = g_strdup_printf ("partners[%u]", i);

        return fault (place, path, _ ("nobody is a partner of themselves."));
      }
  return TRUE;
}

static gboolean
volunteer_cb (Reading *r, Place *place, gpointer data)
{
  static const char *const known[] = { "id",
                                       "x",
                                       "y",
                                       "radius",
                                       "houses",
                                       "only_these_houses",
                                       "skills",
                                       "check",
                                       "available",
                                       "absent",
                                       "per_day",
                                       "per_week",
                                       "per_month",
                                       "rest",
                                       "wished_per_week_hundredths",
                                       "taken_this_week",
                                       "taken_this_month",
                                       "recent_load",
                                       "recent_unpopular",
                                       "regular_on",
                                       "partners",
                                       NULL };
  const char *id = json_object_get_string_member (place->object, "id");
  StafetRosterVolunteer *v = STAFET_ROSTER_VOLUNTEER (r->instance, number_of (r->volunteers, id));

  (void) data;
  stafet_roster_volunteer_init (v, id);
  return check_keys (place, known) && read_number (place, "x", -MOST_METRES, MOST_METRES, FALSE, &v->x)
         && read_number (place, "y", -MOST_METRES, MOST_METRES, FALSE, &v->y)
         && read_ids (place, "houses", TRUE, r->houses, v->houses)
         && read_flag (place, "only_these_houses", &v->only_these_houses)
         && read_names (place, "skills", r->skills, r->instance->skills, v->skills)
         && read_flag (place, "check", &v->check) && read_list (r, place, "available", TRUE, window_cb, v)
         && read_list (r, place, "absent", FALSE, absence_cb, v) && read_caps (place, v)
         && read_names (place, "regular_on", r->series, r->instance->series, v->regular_on)
         && read_ids (place, "partners", FALSE, r->volunteers, v->partners)
         && check_partners (place, v->partners, number_of (r->volunteers, id));
}

typedef struct
{
  GArray *pairs;     /* StafetRosterPair */
  GHashTable *known; /* of gint64: both numbers in one */
} Pairs;

static gboolean
pair_cb (Reading *r, Place *place, gpointer data)
{
  static const char *const known[] = { "shift", "volunteer", NULL };
  Pairs *pairs = data;
  StafetRosterPair pair;
  gint64 both;

  if (!check_keys (place, known) || !read_id (place, "shift", r->shifts, &pair.shift)
      || !read_id (place, "volunteer", r->volunteers, &pair.volunteer))
    return FALSE;
  both = ((gint64) pair.shift << 32) | pair.volunteer;
  if (!g_hash_table_add (pairs->known, g_memdup2 (&both, sizeof both)))
    return fault (place, NULL, _ ("the pair is there already."));
  g_array_append_val (pairs->pairs, pair);
  return TRUE;
}

static gboolean
read_pairs (Reading *r, const Place *file, const char *key, GArray *numbers)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Pairs pairs = { numbers, known };

  return read_list (r, file, key, FALSE, pair_cb, &pairs);
}

/* ——— The file ——— */

/* Empty until each is read: nothing that fails in between is freed twice. */
static void
clear_table (GArray *table, guint n)
{
  g_array_set_size (table, n);
  if (n > 0)
    memset (table->data, 0, n * g_array_get_element_size (table));
}

static void
make_tables (Reading *r)
{
  clear_table (r->instance->houses, g_hash_table_size (r->houses));
  clear_table (r->instance->shifts, g_hash_table_size (r->shifts));
  clear_table (r->instance->volunteers, g_hash_table_size (r->volunteers));
}

static gboolean
read_file (Reading *r, const Place *file)
{
  static const char *const known[] = { "first_day",  "days",   "houses",    "shifts",
                                       "volunteers", "locked", "published", NULL };

  if (!check_keys (file, known) || !read_day (file, "first_day", &r->instance->first)
      || !read_number (file, "days", 1, MOST_DAYS, TRUE, &r->instance->days) || !read_all_ids (r, file))
    return FALSE;
  make_tables (r);
  return read_list (r, file, "houses", TRUE, house_cb, NULL)
         && read_list (r, file, "shifts", TRUE, shift_cb, NULL)
         && read_list (r, file, "volunteers", TRUE, volunteer_cb, NULL)
         && read_pairs (r, file, "locked", r->instance->locked)
         && read_pairs (r, file, "published", r->instance->published);
}

static JsonParser *
parse (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GError) cause = NULL;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (length > MOST_BYTES)
    stafet_cli_usage (error, "$: %s", _ ("the file is larger than 64 MB."));
  else if (!stafet_json_check (text, length, error))
    return NULL;
  else if (!json_parser_load_from_data (parser, text, (gssize) length, &cause))
    stafet_cli_usage (error, "$: %s", cause->message);
  else if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    stafet_cli_usage (error, "$: %s", _ ("it must be an object."));
  else
    return g_steal_pointer (&parser);
  return NULL;
}

StafetRosterInstance *
stafet_roster_file_read (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = parse (path, error);
  g_autoptr (GHashTable) houses = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) shifts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) volunteers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) series = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) skills = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (StafetRosterInstance) instance = NULL;
  Reading r = { NULL, houses, shifts, volunteers, series, skills };
  Place file = { .error = error };

  if (parser == NULL)
    return NULL;
  instance = r.instance = stafet_roster_instance_new ();
  file.object = json_node_get_object (json_parser_get_root (parser));
  if (!read_file (&r, &file))
    return NULL;
  stafet_roster_instance_finish (instance);
  return g_steal_pointer (&instance);
}
