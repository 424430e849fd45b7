/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Goes through everything there is, which is thousands, not millions: its folded texts are made once.
 */
#include "stafet-search.h"

#include "core/stafet-text.h"

#include <string.h>

typedef struct
{
  StafetSearchHit hit;
  char *name, *detail; /* owned, NULL where the record has it */
  char *folded;        /* owned: of the name */
  char *more;          /* owned: folded, of the detail, and telephone numbers as digits */
  int rank;            /* of its kind */
} Entry;

struct _StafetSearchIndex
{
  StafetSnapshot *snapshot; /* owned */
  GPtrArray *entries;       /* owned: Entry */
};

enum
{
  RANK_PERSON,
  RANK_ACTIVITY,
  RANK_PLACE,
  RANK_COMMAND
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry->detail);
  g_free (entry->folded);
  g_free (entry->more);
  g_free (entry);
}

/* ——— The index ——— */

/* Takes @detail and @more, which is folded here. */
static void
add (StafetSearchIndex *self, StafetKind kind, StafetRecord *record, const char *name, char *detail,
     const char *more, int rank, gpointer data)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->name = g_strdup (name);
  entry->detail = detail;
  entry->folded = stafet_text_fold (name);
  entry->more = stafet_text_fold (more);
  entry->rank = rank;
  entry->hit = (StafetSearchHit){ kind, record, entry->name, entry->detail, data };
  g_ptr_array_add (self->entries, entry);
}

static void
add_volunteer (StafetSearchIndex *self, StafetVolunteer *volunteer, StafetDate today)
{
  const GPtrArray *phones =
    stafet_snapshot_index (self->snapshot, STAFET_INDEX_PHONE_BY_VOLUNTEER, volunteer->parent.uid);
  g_autoptr (GString) detail = g_string_new (NULL), more = g_string_new (volunteer->mail);

  if (stafet_volunteer_has_stopped (volunteer, today))
    return;
  for (guint i = 0; i < phones->len; i++)
    {
      const StafetPhone *phone = g_ptr_array_index (phones, i);
      g_autofree char *number = stafet_phone_format (phone->number);

      g_string_append_printf (detail, "%s%s", i > 0 ? ", " : "", number);
      g_string_append_printf (more, " %s", phone->number);
    }
  add (self, STAFET_KIND_VOLUNTEER, &volunteer->parent, volunteer->name, g_strdup (detail->str), more->str,
       RANK_PERSON, NULL);
}

static void
add_with_phone (StafetSearchIndex *self, gpointer record, const char *phone)
{
  add (self, STAFET_RECORD_KIND (record), record, stafet_record_get_label (record),
       *phone != '\0' ? stafet_phone_format (phone) : g_strdup (""), phone, RANK_PERSON, NULL);
}

/* One that has closed for good is found, and says so. */
static void
add_house (StafetSearchIndex *self, StafetHouse *house, StafetDate today)
{
  g_autofree char *phone = *house->phone != '\0' ? stafet_phone_format (house->phone) : g_strdup ("");
  g_autofree char *closed = stafet_house_closed_words (house->closed_from, today);
  char *detail = closed != NULL ? g_strconcat (phone, *phone != '\0' ? " · " : "", closed, NULL)
                                : g_steal_pointer (&phone);

  add (self, STAFET_KIND_HOUSE, &house->parent, house->name, detail, house->phone, RANK_PLACE, NULL);
}

static void
add_activity (StafetSearchIndex *self, StafetActivity *activity, StafetDate today)
{
  const StafetRecord *house = stafet_snapshot_get (self->snapshot, STAFET_KIND_HOUSE, activity->house);
  const char *where = house != NULL ? stafet_record_get_label (house) : "";

  if (activity->timing.last_date != STAFET_DATE_NONE && activity->timing.last_date < today)
    return;
  add (self, STAFET_KIND_ACTIVITY, &activity->parent, activity->title, g_strdup (where), where, RANK_ACTIVITY,
       NULL);
}

/* A room or ward is told by its house. */
static void
add_in_house (StafetSearchIndex *self, gpointer record, StafetUid uid)
{
  const StafetRecord *house = stafet_snapshot_get (self->snapshot, STAFET_KIND_HOUSE, uid);
  const char *where = house != NULL ? stafet_record_get_label (house) : "";

  add (self, STAFET_RECORD_KIND (record), record, stafet_record_get_label (record), g_strdup (where), where,
       RANK_PLACE, NULL);
}

static void
add_record (StafetSearchIndex *self, gpointer record, StafetDate today)
{
  switch (STAFET_RECORD_KIND (record))
    {
    case STAFET_KIND_VOLUNTEER:
      add_volunteer (self, record, today);
      break;
    case STAFET_KIND_CONTACT:
      add_with_phone (self, record, ((StafetContact *) record)->phone);
      break;
    case STAFET_KIND_ORGANISER:
      add_with_phone (self, record, ((StafetOrganiser *) record)->phone);
      break;
    case STAFET_KIND_ACTIVITY:
      add_activity (self, record, today);
      break;
    case STAFET_KIND_HOUSE:
      add_house (self, record, today);
      break;
    case STAFET_KIND_ROOM:
      add_in_house (self, record, ((StafetRoom *) record)->house);
      break;
    case STAFET_KIND_WARD:
      add_in_house (self, record, ((StafetWard *) record)->house);
      break;
    default:
      g_assert_not_reached ();
    }
}

StafetSearchIndex *
stafet_search_index_new (StafetSnapshot *snapshot, StafetDate today)
{
  static const StafetKind kinds[] = { STAFET_KIND_VOLUNTEER, STAFET_KIND_CONTACT, STAFET_KIND_ORGANISER,
                                      STAFET_KIND_ACTIVITY,  STAFET_KIND_HOUSE,   STAFET_KIND_ROOM,
                                      STAFET_KIND_WARD };
  StafetSearchIndex *self = g_new0 (StafetSearchIndex, 1);

  self->snapshot = stafet_snapshot_ref (snapshot);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const GPtrArray *records = stafet_snapshot_all (snapshot, kinds[i]);

      for (guint j = 0; j < records->len; j++)
        add_record (self, g_ptr_array_index (records, j), today);
    }
  return self;
}

void
stafet_search_index_free (StafetSearchIndex *self)
{
  g_ptr_array_unref (self->entries);
  stafet_snapshot_unref (self->snapshot);
  g_free (self);
}

void
stafet_search_index_add (StafetSearchIndex *self, const char *name, const char *detail, gpointer data)
{
  add (self, STAFET_KIND_NONE, NULL, name, g_strdup (detail), "", RANK_COMMAND, data);
}

const StafetSearchHit *
stafet_search_index_find (const StafetSearchIndex *self, StafetKind kind, const char *uid_or_data)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const StafetSearchHit *hit = &((Entry *) g_ptr_array_index (self->entries, i))->hit;

      if (hit->kind == kind && strcmp (hit->record != NULL ? hit->record->uid : hit->data, uid_or_data) == 0)
        return hit;
    }
  return NULL;
}

/* ——— Matching ——— */

/* What is typed, made ready. */
typedef struct
{
  char *folded; /* all of it */
  char **words;
  char *digits; /* "" when it is no number */
} Needle;

/* "31 42", "1358 3142", "+45 13583142". (transfer full) */
static char *
digits_of (const char *typed)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = typed; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (strchr (" +-.", *p) == NULL)
      {
        g_string_truncate (digits, 0);
        break;
      }
  if (digits->len < 3)
    g_string_truncate (digits, 0);
  return g_string_free (digits, FALSE);
}

/* 0: a word of @text begins so; 1: it stands within one; -1: nowhere. */
static int
find_word (const char *text, const char *word)
{
  const char *at = strstr (text, word);
  int best = at != NULL ? 1 : -1;

  for (; at != NULL && best > 0; at = strstr (at + 1, word))
    if (at == text || !g_ascii_isalnum (at[-1]))
      best = 0;
  return best;
}

/* Numbers stand in @more, a space apart: 0 at the end of one, 1 within. */
static int
find_digits (const char *more, const char *digits)
{
  gsize n = strlen (digits);
  int best = -1;

  for (const char *at = strstr (more, digits); at != NULL; at = strstr (at + 1, digits))
    {
      if (at[n] == '\0' || at[n] == ' ')
        return 0;
      best = 1;
    }
  return best;
}

/* The lower the better; -1: it is not what is looked for. */
static int
score (const Entry *entry, const Needle *needle)
{
  int sum = 0;

  if (*needle->digits != '\0')
    {
      int found = find_digits (entry->more, needle->digits);

      if (found >= 0)
        return found;
    }
  if (g_str_has_prefix (entry->folded, needle->folded))
    return 0;
  for (char **word = needle->words; *word != NULL; word++)
    {
      int in_name = find_word (entry->folded, *word), in_more = find_word (entry->more, *word);

      if (in_name < 0 && in_more < 0)
        return -1;
      sum += in_name == 0 ? 1 : in_name == 1 ? 3 : 4;
    }
  return sum;
}

typedef struct
{
  const Entry *entry;
  int score;
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = a, *y = b;

  if (x->score != y->score)
    return x->score - y->score;
  if (x->entry->rank != y->entry->rank)
    return x->entry->rank - y->entry->rank;
  return stafet_text_compare (x->entry->hit.name, y->entry->hit.name);
}

/* Many letters are found by hundreds: only the best ones are put in order. */
static void
keep_best (GArray *found, guint most)
{
  g_autofree guint *counts = NULL;
  guint n = 0;
  int worst = 0;

  if (found->len <= 4 * most)
    return;
  for (guint i = 0; i < found->len; i++)
    worst = MAX (worst, g_array_index (found, Found, i).score);
  counts = g_new0 (guint, worst + 1);
  for (guint i = 0; i < found->len; i++)
    counts[g_array_index (found, Found, i).score]++;
  for (worst = 0, n = counts[0]; n < most; n += counts[++worst])
    ;
  for (guint i = found->len; i > 0; i--)
    if (g_array_index (found, Found, i - 1).score > worst)
      g_array_remove_index_fast (found, i - 1);
}

GPtrArray *
stafet_search (const StafetSearchIndex *self, const char *typed, guint most)
{
  GPtrArray *hits = g_ptr_array_new ();
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autofree char *folded = stafet_text_fold (typed), *digits = digits_of (typed);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  Needle needle = { folded, words, digits };

  if (*folded == '\0')
    return hits;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Found one = { g_ptr_array_index (self->entries, i), 0 };

      one.score = score (one.entry, &needle);
      if (one.score >= 0)
        g_array_append_val (found, one);
    }
  keep_best (found, most);
  g_array_sort (found, compare_found);
  for (guint i = 0; i < MIN (found->len, most); i++)
    g_ptr_array_add (hits, (gpointer) &g_array_index (found, Found, i).entry->hit);
  return hits;
}
