/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes records from a seed.
 */
#include "stafet-example-maker.h"

#include "core/stafet-cpr.h"
#include "core/stafet-i18n.h"
#include "schedule/stafet-expand.h"

#include <string.h>

#define GOLDEN G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/* splitmix64 (Steele, Lea and Flood 2014): the same numbers on every machine and with every library. */
static guint64
mix (guint64 z)
{
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static guint64
draw (StafetMaker *self)
{
  self->chance += GOLDEN;
  return mix (self->chance);
}

StafetMaker *
stafet_maker_new (guint32 seed, StafetDate today)
{
  StafetMaker *self = g_new0 (StafetMaker, 1);

  self->seed = seed;
  self->today = today;
  self->chance = mix (seed + GOLDEN);
  for (int kind = 0; kind < STAFET_N_KINDS; kind++)
    self->made[kind] = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
stafet_maker_free (StafetMaker *self)
{
  for (int kind = 0; kind < STAFET_N_KINDS; kind++)
    g_ptr_array_unref (self->made[kind]);
  g_free (self);
}

guint
stafet_maker_below (StafetMaker *self, guint n)
{
  return (guint) (draw (self) % n);
}

gboolean
stafet_maker_one_in (StafetMaker *self, guint n)
{
  return stafet_maker_below (self, n) == 0;
}

/* One in some hundreds would look like it held a CPR number: it is passed over. */
char *
stafet_maker_token (StafetMaker *self)
{
  for (;;)
    {
      guint64 high = draw (self), low = draw (self);
      g_autofree char *token =
        g_strdup_printf ("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", high, low);

      if (!stafet_cpr_find (token, NULL))
        return g_steal_pointer (&token);
    }
}

/* ——— Records ——— */

/* Apart from the other chances, so that one more record of a kind moves no other uid. */
static void
write_uid (const StafetMaker *self, StafetKind kind, char uid[17])
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  guint64 base = mix (mix (self->seed) + kind), place = (guint64) self->made[kind]->len * 2;
  guint64 bits[2] = { mix (base + GOLDEN * place), mix (base + GOLDEN * (place + 1)) };

  for (int i = 0; i < 16; i++)
    {
      uid[i] = alphabet[bits[i / 8] & 31];
      bits[i / 8] >>= 5;
    }
  uid[16] = '\0';
}

gpointer
stafet_maker_add (StafetMaker *self, StafetKind kind)
{
  StafetRecord *record;
  char uid[17];

  write_uid (self, kind, uid);
  record = stafet_record_new (kind, kind == STAFET_KIND_SETTINGS ? STAFET_SETTINGS_UID : uid);
  g_ptr_array_add (self->made[kind], record);
  return record;
}

gpointer
stafet_maker_find (const StafetMaker *self, StafetKind kind, const char *label)
{
  for (guint i = 0; i < self->made[kind]->len; i++)
    {
      gpointer record = g_ptr_array_index (self->made[kind], i);

      if (strcmp (stafet_record_get_label (record), label) == 0)
        return record;
    }
  g_error ("There is no %s “%s”", stafet_kind_get_name (kind), label);
}

StafetUid
stafet_maker_uid (const StafetMaker *self, StafetKind kind, const char *label)
{
  return label != NULL ? ((StafetRecord *) stafet_maker_find (self, kind, label))->uid : NULL;
}

static const StafetField *
find_field (gpointer record, const char *key)
{
  const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (record), key);

  if (field == NULL)
    g_error ("%s has no key %s", STAFET_RECORD_INFO (record)->name, key);
  return field;
}

void
stafet_maker_set (gpointer record, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (!stafet_record_set_text (record, find_field (record, key), value, &error))
    g_error ("%s of %s: %s", key, STAFET_RECORD_INFO (record)->name, error->message);
}

void
stafet_maker_set_text (gpointer record, const char *key, const char *text)
{
  stafet_record_take_text (record, find_field (record, key), g_strdup (text));
}

void
stafet_maker_set_pairs (gpointer record, const char *pairs)
{
  g_auto (GStrv) parts = g_strsplit (pairs, "|", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *equals = strchr (*part, '=');

      if (equals == NULL)
        g_error ("“%s” is not key=value", *part);
      *equals = '\0';
      stafet_maker_set (record, *part, equals + 1);
    }
}

gpointer
stafet_maker_make (StafetMaker *self, StafetKind kind, ...)
{
  gpointer record = stafet_maker_add (self, kind);
  const char *key;
  va_list args;

  va_start (args, kind);
  while ((key = va_arg (args, const char *)) != NULL)
    stafet_maker_set (record, key, va_arg (args, const char *));
  va_end (args);
  return record;
}

void
stafet_maker_schedule (gpointer series, StafetTiming *timing, StafetDate first, int from, int to)
{
  g_autoptr (GError) error = NULL;
  StafetDate begin = first;

  timing->start = stafet_wall_new (first, from);
  timing->end = timing->start + (to - from);
  stafet_timing_derive (timing);
  if (timing->recurs)
    begin = stafet_expand_next (timing, first);
  if (begin == STAFET_DATE_NONE)
    g_error ("%s: the rule %s gives no date", stafet_record_get_label (series), timing->rule);
  timing->start += (begin - first) * STAFET_MINUTES_PER_DAY;
  timing->end += (begin - first) * STAFET_MINUTES_PER_DAY;
  if (!stafet_expand_normalise (series, timing, NULL, &error))
    g_error ("%s: %s", stafet_record_get_label (series), error->message);
}

/* ——— Single dates ——— */

gpointer
stafet_maker_assign (StafetMaker *self, StafetUid shift, StafetUid volunteer, StafetDate date, int state)
{
  StafetAssignment *assignment = stafet_maker_add (self, STAFET_KIND_ASSIGNMENT);

  assignment->shift = shift;
  assignment->volunteer = volunteer;
  assignment->date = date;
  assignment->state = state;
  return assignment;
}

void
stafet_maker_look (StafetMaker *self, StafetUid shift, StafetDate date)
{
  const GPtrArray *made = self->made[STAFET_KIND_EXCEPTION];
  StafetException *mark;

  /* Two who miss the same date leave one mark. */
  for (guint i = 0; i < made->len; i++)
    {
      const StafetException *other = g_ptr_array_index (made, i);

      if (other->shift == shift && other->date == date)
        return;
    }
  mark = stafet_maker_add (self, STAFET_KIND_EXCEPTION);
  mark->shift = shift;
  mark->date = date;
  mark->looking = TRUE;
}

/* ——— Handing over ——— */

static void
check (gpointer record)
{
  g_autoptr (GError) error = NULL;

  if (!stafet_record_validate (record, &error))
    g_error ("%s %s: %s", STAFET_RECORD_INFO (record)->name, stafet_record_get_label (record),
             error->message);
}

StafetSnapshot *
stafet_maker_snapshot (StafetMaker *self)
{
  StafetSnapshot *snapshot = stafet_snapshot_new ();

  for (int kind = 0; kind < STAFET_N_KINDS; kind++)
    for (guint i = 0; i < self->made[kind]->len; i++)
      {
        gpointer record = g_ptr_array_index (self->made[kind], i);

        check (record);
        stafet_snapshot_put (snapshot, record);
      }
  return snapshot;
}

StafetChangeset *
stafet_maker_finish (StafetMaker *self)
{
  StafetChangeset *changeset = stafet_changeset_new (STAFET_CHANGESET_SYSTEM);

  stafet_changeset_set_label (changeset, "%s", _ ("Example data"));
  for (int kind = 0; kind < STAFET_N_KINDS; kind++)
    for (guint i = 0; i < self->made[kind]->len; i++)
      {
        gpointer record = g_ptr_array_index (self->made[kind], i);

        check (record);
        stafet_changeset_insert (changeset, g_object_ref (record));
      }
  return changeset;
}
