/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a list, understood: what a use case is given.
 */
#pragma once

#include "core/stafet-activity.h"
#include "plan/stafet-when.h"
#include "schedule/stafet-expand.h"
#include "stafet-import.h"

G_BEGIN_DECLS

struct _StafetImportRow
{
  guint number;
  StafetImportState state;
  char *name;
  GPtrArray *reasons; /* char * */
  char *words;        /* nullable: what was read */

  /* What is written. */
  StafetKind kind;
  StafetUid existing; /* nullable: the record that it is about */
  StafetImportRow
    *earlier;       /* owned, nullable: the row that made it, where it is about one of the same list */
  GPtrArray *pairs; /* char *: "KEY=VALUE" of the record; lists of an existing one are completed */
  char *room;       /* nullable: of the house, made when it has none of that name */
  char *organiser;  /* nullable: the same */
  char *area;       /* nullable: the same */
  StafetUid house;  /* nullable: that of @room */
  char *new_house;  /* nullable: the name of the one that comes in with it */
  int heads;        /* volunteers wanted; 0: nothing was said */
  GArray *left_out; /* StafetDate: dates on which it is not held */
  gboolean not_on_holidays; /* without its saying so */
};

/* What the readers of the lists look at. */
typedef struct
{
  StafetSnapshot *snapshot; /* borrowed */
  const StafetTable *table;
  const StafetMapping *mapping;
  guint row;
  const StafetImportHouses *houses; /* borrowed */
  GHashTable *unknown;              /* borrowed: folded name → StafetUnknownHouse */
  GHashTable *volunteers;           /* owned: folded name → GPtrArray of those who are called so */
  GHashTable *skills;               /* owned: folded → as the plan spells it */
  GHashTable *claimed;              /* owned: uid of an activity → the place of the row that is about it */
  gboolean grouped; /* a programme whose days stand once each, above the rows that they are for … */
  guint day_row;    /* … as this row says the day of those below it; G_MAXUINT: none does */
  StafetDate today;
} StafetImportSource;

/* What the row says of @key, cleaned; "" nothing. (transfer full) */
char *stafet_import_cell (const StafetImportSource *source, const char *key);
/* Whether some column says it. */
gboolean stafet_import_has_column (const StafetImportSource *source, const char *key);
/* What was said of @key before is forgotten; "" says nothing. */
void stafet_import_row_set (StafetImportRow *self, const char *key, const char *value);
/* A sentence about the row. */
void stafet_import_row_note (StafetImportRow *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The same, and the row is faulty. Always FALSE. */
gboolean stafet_import_row_refuse (StafetImportRow *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The one volunteer of that name, or NULL: none or several. */
StafetVolunteer *stafet_import_find_volunteer (const StafetImportSource *source, const char *name);
/* The house that a cell names: exactly, or by words that only its name has. (borrowed) */
StafetHouse *stafet_import_find_house (const StafetSnapshot *snapshot, const char *text);
/* The house of the row. NULL: what is wrong with it was said, or a new one comes in with the row. */
StafetUid stafet_import_row_house (StafetImportRow *self, const StafetImportSource *source);
/* "06-07-2020", "5/10 24", and what stafet_typed_date() reads. An empty text is STAFET_DATE_NONE. */
gboolean stafet_import_date (const char *text, StafetDate today, StafetDate *date, GError **error);

/* Finds once what every row asks for: names and skills of thousands. */
void stafet_import_source_index (StafetImportSource *self);
void stafet_import_source_clear (StafetImportSource *self);

/* Goes on to @row. */
void stafet_import_source_go_to (StafetImportSource *self, guint row);

/* Each reads a row into @self, which then has its pairs, or is faulty. */
void stafet_import_read_volunteer (StafetImportRow *self, const StafetImportSource *source);
void stafet_import_read_activity (StafetImportRow *self, const StafetImportSource *source);
void stafet_import_read_house (StafetImportRow *self, const StafetImportSource *source);
void stafet_import_read_offer (StafetImportRow *self, const StafetImportSource *source);

/* Adds @dates to those that are left out, each once. */
void stafet_import_leave_out (StafetImportRow *self, const GArray *dates);
/* Takes what leaves out single dates from @text, and gives what is left of that; see @left_out. (transfer
 * full)
 */
char *stafet_import_take_left_out (StafetImportRow *self, const char *text, StafetDate today);
/* Says what becomes of them. */
void stafet_import_note_left_out (StafetImportRow *self, const StafetTiming *timing);

/* How much an activity of the plan is like a row. */
typedef enum
{
  STAFET_LIKE_NOTHING,
  STAFET_LIKE_OTHER_DAYS, /* at the same time, on some of the same dates */
  STAFET_LIKE_OTHER_TIME, /* as often, at a time that overlaps */
  STAFET_LIKE_ALL
} StafetLikeness;

/* The one of the same house and title that is most like the row. @existing stays where that is nothing. */
StafetLikeness stafet_import_find_activity (const StafetImportRow *self, const StafetImportSource *source,
                                            const StafetWhen *when, const StafetActivity **existing);

/* What the record says, but its name; its house only if it is another than @house. (transfer full) */
char *stafet_import_words_of (const StafetSnapshot *snapshot, StafetKind kind, StafetUid uid,
                              StafetUid house);

G_END_DECLS
