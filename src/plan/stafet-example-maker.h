/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes the records of an example: chance and uids from a seed, series that began months ago, and the
 * changeset that holds it all.
 */
#pragma once

#include "core/stafet-changeset.h"
#include "core/stafet-timing.h"
#include "schedule/stafet-snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 seed;
  StafetDate today;
  guint64 chance;                  /* state of the generator */
  guint phones, people;            /* how many phone numbers and names were given out */
  GPtrArray *made[STAFET_N_KINDS]; /* StafetRecord, owned, in the order of making */
} StafetMaker;

StafetMaker *stafet_maker_new (guint32 seed, StafetDate today);
void stafet_maker_free (StafetMaker *self);

/* A number from 0 to @n - 1. */
guint stafet_maker_below (StafetMaker *self, guint n);
gboolean stafet_maker_one_in (StafetMaker *self, guint n);
/* Sixteen random bytes as 32 hex digits. (transfer full) */
char *stafet_maker_token (StafetMaker *self);

/* A new record, owned by the maker, for the caller to fill in. Its uid follows from the seed, the kind and
 * how many of the kind came before. */
gpointer stafet_maker_add (StafetMaker *self, StafetKind kind);
/* The same with keys and values, as the command line writes them, up to a NULL key. */
gpointer stafet_maker_make (StafetMaker *self, StafetKind kind, ...) G_GNUC_NULL_TERMINATED;
/* The first record of @kind that people know as @label; there must be one. */
gpointer stafet_maker_find (const StafetMaker *self, StafetKind kind, const char *label);
/* Its uid; NULL for a NULL label. */
StafetUid stafet_maker_uid (const StafetMaker *self, StafetKind kind, const char *label);

/* Sets one value by its key. Examples are fixed tables: a value that is refused ends the program. */
void stafet_maker_set (gpointer record, const char *key, const char *value);
/* The same for "key=value|key=value"; "" sets nothing. */
void stafet_maker_set_pairs (gpointer record, const char *pairs);
/* Sets a text that is known to be clean: many times faster. */
void stafet_maker_set_text (gpointer record, const char *key, const char *text);

/* Gives a series its hours, @from and @to in minutes after midnight (@to may pass 1440). With a rule it
 * begins on the first date that the rule yields from @first on, else on @first itself. */
void stafet_maker_schedule (gpointer series, StafetTiming *timing, StafetDate first, int from, int to);

/* A dated place of a volunteer on a shift, of a StafetAssignmentState. */
gpointer stafet_maker_assign (StafetMaker *self, StafetUid shift, StafetUid volunteer, StafetDate date,
                              int state);
/* Marks that a stand-in is being looked for. */
void stafet_maker_look (StafetMaker *self, StafetUid shift, StafetDate date);

/* Checks every record and gathers them. (transfer full) */
StafetSnapshot *stafet_maker_snapshot (StafetMaker *self);
/* Checks every record and hands them over as inserts. (transfer full) */
StafetChangeset *stafet_maker_finish (StafetMaker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetMaker, stafet_maker_free)

G_END_DECLS
