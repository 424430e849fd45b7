/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes each record as the words of a row.
 */
#include "stafet-export-list.h"

#include "core/stafet-network.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"

#include <string.h>

typedef struct
{
  StafetSnapshot *snapshot;
  StafetLanguage language;
  StafetDate today;
} Export;

/* What a record says of a column's key. (transfer full): NULL says nothing */
typedef char *(*CellFunc) (const Export *export, StafetRecord *record, const char *key);

/* ——— Words ——— */

/* The values of link records, ", " between. (transfer full) */
static char *
join_links (const GPtrArray *links, const char *name)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < links->len; i++)
    {
      StafetRecord *link = g_ptr_array_index (links, i);

      g_ptr_array_add (
        texts, stafet_record_get_text (link, stafet_record_info_field (STAFET_RECORD_INFO (link), name)));
    }
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (", ", (char **) texts->pdata);
}

static const char *
name_of (const Export *export, StafetKind kind, StafetUid uid)
{
  StafetRecord *record = stafet_snapshot_get (export->snapshot, kind, uid);

  return record != NULL
           ? STAFET_FIELD_AT (char *, record, stafet_record_info_field (STAFET_RECORD_INFO (record), "name"))
           : "";
}

/* A plain field: dates in figures, choices in words. (transfer full) */
static char *
plain (const Export *export, StafetRecord *record, const char *key)
{
  const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (record), key);

  if (field == NULL)
    return NULL;
  if (field->type == STAFET_FIELD_ENUM)
    {
      gint32 value = STAFET_FIELD_AT (gint32, record, field);

      return value < 0 ? NULL : g_strdup (stafet_i18n_text (export->language, field->values[value].title));
    }
  return stafet_record_get_text (record, field);
}

/* ——— Volunteers ——— */

static char *
phones_of (const GPtrArray *phones)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < phones->len; i++)
    g_ptr_array_add (texts, stafet_phone_format (((StafetPhone *) g_ptr_array_index (phones, i))->number));
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (", ", (char **) texts->pdata);
}

static char *
houses_of (const Export *export, const StafetVolunteer *volunteer)
{
  const GPtrArray *links = stafet_snapshot_index (export->snapshot, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER,
                                                  volunteer->parent.uid);

  /* The first is where she is at home; a list has one house a row. */
  for (guint i = 0; i < links->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (links, i);

      if (link->relation == STAFET_VOLUNTEER_HOUSE_HOME)
        return g_strdup (name_of (export, STAFET_KIND_HOUSE, link->house));
    }
  return NULL;
}

/* A pause is a remark in such lists. */
static char *
note_of (const Export *export, const StafetVolunteer *volunteer)
{
  g_autofree char *until = NULL, *pause = NULL;

  if (volunteer->status != STAFET_VOLUNTEER_PAUSED)
    return g_strdup (volunteer->note);
  until = volunteer->paused_until != STAFET_DATE_NONE
            ? stafet_words_day_with_year (STAFET_LANGUAGE_DA, volunteer->paused_until)
            : NULL;
  pause = until != NULL ? g_strconcat ("pause til ", until, NULL) : g_strdup ("pause");
  (void) export;
  return g_strjoin (*volunteer->note != '\0' ? ", " : "", pause, volunteer->note, NULL);
}

static char *
available_of (const Export *export, const StafetVolunteer *volunteer)
{
  char *text = stafet_words_availability (
    export->language,
    stafet_snapshot_index (export->snapshot, STAFET_INDEX_AVAILABILITY_BY_VOLUNTEER, volunteer->parent.uid));

  if (*text != '\0' || !volunteer->by_agreement)
    return text;
  g_free (text);
  return g_strdup (export->language == STAFET_LANGUAGE_DA ? "efter aftale" : "by agreement");
}

static char *
volunteer_cell (const Export *export, StafetRecord *record, const char *key)
{
  const StafetVolunteer *volunteer = (StafetVolunteer *) record;

  if (strcmp (key, "phones") == 0)
    return phones_of (stafet_snapshot_index (export->snapshot, STAFET_INDEX_PHONE_BY_VOLUNTEER, record->uid));
  if (strcmp (key, "skills") == 0)
    return join_links (stafet_snapshot_index (export->snapshot, STAFET_INDEX_SKILL_BY_VOLUNTEER, record->uid),
                       "skill");
  if (strcmp (key, "houses") == 0)
    return houses_of (export, volunteer);
  if (strcmp (key, "available") == 0)
    return available_of (export, volunteer);
  if (strcmp (key, "note") == 0)
    return note_of (export, volunteer);
  return plain (export, record, key);
}

/* ——— Activities ——— */

static char *
time_of (StafetWall wall)
{
  return g_strdup_printf ("%d.%02d", stafet_wall_minutes (wall) / 60, stafet_wall_minutes (wall) % 60);
}

/* Whoever is protected is in no list. */
static char *
lead_of (const Export *export, const StafetActivity *activity)
{
  const StafetVolunteer *lead = stafet_snapshot_get (export->snapshot, STAFET_KIND_VOLUNTEER, activity->lead);

  return lead != NULL && !lead->protected_ ? g_strdup (lead->name) : NULL;
}

/* "3 dage før". */
static char *
signup_of (const Export *export, const StafetActivity *activity)
{
  int days = activity->signup_days;

  if (days == STAFET_INTEGER_NONE)
    return NULL;
  if (days == 0)
    return g_strdup (export->language == STAFET_LANGUAGE_DA ? "samme dag" : "same day");
  return g_strdup_printf (export->language == STAFET_LANGUAGE_DA ? days == 1 ? "%d dag før" : "%d dage før"
                          : days == 1                            ? "%d day before"
                                                                 : "%d days before",
                          days);
}

static char *
flag_of (const Export *export, gboolean set)
{
  return set ? g_strdup (export->language == STAFET_LANGUAGE_DA ? "ja" : "yes") : NULL;
}

static char *
wanted_of (const Export *export, StafetUid activity)
{
  const GPtrArray *shifts =
    stafet_snapshot_index (export->snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, activity);
  int wanted = 0;

  for (guint i = 0; i < shifts->len; i++)
    wanted += ((StafetShift *) g_ptr_array_index (shifts, i))->wanted;
  return wanted > 0 ? g_strdup_printf ("%d", wanted) : NULL;
}

static char *
activity_cell (const Export *export, StafetRecord *record, const char *key)
{
  const StafetActivity *activity = (StafetActivity *) record;
  const StafetTiming *timing = &activity->timing;

  if (strcmp (key, "days") == 0)
    return timing->recurs ? NULL
                          : stafet_words_day_with_year (export->language, stafet_wall_date (timing->start));
  if (strcmp (key, "rule") == 0)
    return stafet_words_rule (export->language, timing);
  if (strcmp (key, "from") == 0)
    return time_of (timing->start);
  if (strcmp (key, "to") == 0)
    return time_of (timing->end);
  if (strcmp (key, "room") == 0)
    return g_strdup (activity->ward != NULL ? name_of (export, STAFET_KIND_WARD, activity->ward)
                                            : name_of (export, STAFET_KIND_ROOM, activity->room));
  if (strcmp (key, "organiser") == 0)
    return g_strdup (name_of (export, STAFET_KIND_ORGANISER, activity->organiser));
  if (strcmp (key, "house") == 0)
    return g_strdup (name_of (export, STAFET_KIND_HOUSE, activity->house));
  if (strcmp (key, "volunteers") == 0)
    return wanted_of (export, record->uid);
  if (strcmp (key, "note") == 0)
    return g_strdup (activity->public_text);
  if (strcmp (key, "lead") == 0)
    return lead_of (export, activity);
  if (strcmp (key, "signup_days") == 0)
    return signup_of (export, activity);
  if (strcmp (key, "meal") == 0)
    return flag_of (export, activity->meal);
  if (strcmp (key, "transport") == 0)
    return flag_of (export, activity->transport);
  return plain (export, record, key);
}

/* ——— Houses ——— */

static char *
house_cell (const Export *export, StafetRecord *record, const char *key)
{
  const StafetHouse *house = (StafetHouse *) record;

  if (strcmp (key, "area") == 0)
    return g_strdup (name_of (export, STAFET_KIND_AREA, house->area));
  if (strcmp (key, "phone") == 0 && *house->phone != '\0')
    return stafet_phone_format (house->phone);
  return plain (export, record, key);
}

static char *
offer_cell (const Export *export, StafetRecord *record, const char *key)
{
  const StafetOffer *offer = (const StafetOffer *) record;

  if (strcmp (key, "organiser") == 0)
    return g_strdup (name_of (export, STAFET_KIND_ORGANISER, offer->organiser));
  if (strcmp (key, "phone") == 0)
    return NULL;
  return plain (export, record, key);
}

/* ——— Which ——— */

static gboolean
is_at_home (const Export *export, StafetRecord *record, StafetUid house)
{
  const GPtrArray *links =
    stafet_snapshot_index (export->snapshot, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, record->uid);

  for (guint i = 0; i < links->len; i++)
    if (((StafetVolunteerHouse *) g_ptr_array_index (links, i))->house == house)
      return TRUE;
  return FALSE;
}

static gboolean
belongs (const Export *export, StafetListKind kind, StafetRecord *record, StafetUid house)
{
  switch (kind)
    {
    case STAFET_LIST_VOLUNTEERS:
      return !stafet_volunteer_has_stopped ((StafetVolunteer *) record, export->today)
             && (house == NULL || is_at_home (export, record, house));
    case STAFET_LIST_ACTIVITIES:
      return ((StafetActivity *) record)->timing.last_date >= export->today
             && !((StafetActivity *) record)->draft && ((StafetActivity *) record)->calendar == NULL
             && (house == NULL || ((StafetActivity *) record)->house == house);
    case STAFET_LIST_OFFERS:
      return TRUE;
    default:
      return house == NULL || record->uid == house;
    }
}

static const struct
{
  StafetKind kind;
  const char *label;
  CellFunc cell;
} lists[STAFET_N_LISTS] = {
  { STAFET_KIND_VOLUNTEER, "name", volunteer_cell },
  { STAFET_KIND_ACTIVITY, "title", activity_cell },
  { STAFET_KIND_HOUSE, "name", house_cell },
  { STAFET_KIND_OFFER, "title", offer_cell },
};

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  StafetRecord *x = *(StafetRecord *const *) a, *y = *(StafetRecord *const *) b;
  const StafetField *label = data;

  return stafet_text_compare (STAFET_FIELD_AT (char *, x, label), STAFET_FIELD_AT (char *, y, label));
}

/* ——— The table ——— */

static GPtrArray *
row_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* Lists that are read may have names in two; those that are written do not. */
static gboolean
is_part_of_name (const StafetColumn *column)
{
  return strcmp (column->key, "first_name") == 0 || strcmp (column->key, "last_name") == 0;
}

static GPtrArray *
headings (StafetListKind kind, StafetLanguage language)
{
  GPtrArray *row = row_new ();

  for (const StafetColumn *column = stafet_columns_of (kind); column->key != NULL; column++)
    if (!is_part_of_name (column))
      g_ptr_array_add (row, g_strdup (stafet_i18n_text (language, column->title)));
  return row;
}

static GPtrArray *
cells (const Export *export, StafetListKind kind, StafetRecord *record)
{
  GPtrArray *row = row_new ();

  for (const StafetColumn *column = stafet_columns_of (kind); column->key != NULL; column++)
    {
      char *cell = is_part_of_name (column) ? NULL : lists[kind].cell (export, record, column->key);

      if (!is_part_of_name (column))
        g_ptr_array_add (row, cell != NULL ? cell : g_strdup (""));
    }
  return row;
}

GPtrArray *
stafet_export_list (StafetSnapshot *snapshot, StafetListKind kind, StafetUid house, StafetDate today,
                    StafetLanguage language, guint *left_out)
{
  Export export = { snapshot, language, today };
  const GPtrArray *all = stafet_snapshot_all (snapshot, lists[kind].kind);
  const StafetField *label =
    stafet_record_info_field (stafet_record_info (lists[kind].kind), lists[kind].label);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  *left_out = 0;
  for (guint i = 0; i < all->len; i++)
    {
      StafetRecord *record = g_ptr_array_index (all, i);

      if (!belongs (&export, kind, record, house))
        continue;
      if (kind == STAFET_LIST_VOLUNTEERS && ((StafetVolunteer *) record)->protected_)
        (*left_out)++;
      else
        g_ptr_array_add (chosen, record);
    }
  g_ptr_array_sort_with_data (chosen, compare_cb, (gpointer) label);
  g_ptr_array_add (rows, headings (kind, language));
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (rows, cells (&export, kind, g_ptr_array_index (chosen, i)));
  return rows;
}
