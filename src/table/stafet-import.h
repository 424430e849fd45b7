/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list that somebody kept in a spreadsheet, taken into the plan: first looked at row by row, then written
 * as one change.
 */
#pragma once

#include "plan/stafet-plan.h"
#include "stafet-columns.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_IMPORT_NEW,
  STAFET_IMPORT_CHANGED,   /* somebody or something that is there gets more */
  STAFET_IMPORT_SAME,      /* the plan says all of it already */
  STAFET_IMPORT_DUPLICATE, /* says what an earlier row says */
  STAFET_IMPORT_FAULTY,    /* cannot be taken in as it stands */
  STAFET_N_IMPORT_STATES
} StafetImportState;

typedef struct _StafetImportRow StafetImportRow;

/* What becomes of rows that name a house which the plan does not know. */
typedef enum
{
  STAFET_IMPORT_HOUSE_REFUSE, /* they are faulty */
  STAFET_IMPORT_HOUSE_ADD,    /* a community centre of that name comes in with them */
  STAFET_IMPORT_HOUSE_GIVEN   /* they are of the house of those that name none */
} StafetImportHouse;

/* Of which house a row is that does not say it in a way that is understood. */
typedef struct
{
  StafetUid given;           /* nullable: of rows that name none */
  StafetImportHouse unknown; /* of rows that name an unknown one … */
  GHashTable *chosen;        /* nullable: … but of these: folded name → StafetImportHouse */
} StafetImportHouses;

/* A house that rows name and the plan does not know, whatever becomes of them. */
typedef struct
{
  char *name; /* owned: as the first of them writes it */
  guint rows;
} StafetUnknownHouse;

/* What came of looking at a list. */
typedef struct
{
  StafetListKind kind;
  GPtrArray
    *rows; /* StafetImportRow, in the order of the table: empty rows and headings are not among them */
  guint counts[STAFET_N_IMPORT_STATES];
  GPtrArray *unknown_houses; /* StafetUnknownHouse: those that most rows name first */
  gboolean not_on_holidays;  /* some row repeats, and is not held on holidays because it does not say so */
} StafetImport;

/* Each row is tried on a scratch plan by the very use case that writes it: what is refused there is faulty,
 * with its sentence. @today: dates without a year are near it. (transfer full) */
StafetImport *stafet_import_new (StafetPlan *plan, const StafetTable *table, const StafetMapping *mapping,
                                 StafetListKind kind, const StafetImportHouses *houses, StafetDate today);
void stafet_import_free (StafetImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetImport, stafet_import_free)

/* The row's place in the table, from 1 on, as a spreadsheet counts. */
guint stafet_import_row_get_number (const StafetImportRow *self);
StafetImportState stafet_import_row_get_state (const StafetImportRow *self);
/* Whom or what it is about; "" when it does not say. */
const char *stafet_import_row_get_name (const StafetImportRow *self);
/* The same for people: "(no name)". */
const char *stafet_import_row_title (const StafetImportRow *self);
/* char *: sentences, in the language of the process: why it is not taken in, and what was made of it. */
const GPtrArray *stafet_import_row_get_reasons (const StafetImportRow *self);

/* What was read, as the plan will say it: "every Monday in even weeks · 10:00–12:00 · Hall". "" but for the
 * new and the changed. */
const char *stafet_import_row_get_words (const StafetImportRow *self);

/* "118 new · 2 duplicates · 4 with faults"; (transfer full) */
char *stafet_import_count_words (const StafetImport *self);
/* A sentence about what no row says and all get, or "". */
const char *stafet_import_assumed (const StafetImport *self);

/* The new and the changed rows as one change. NULL when there is none. Outlives the import. */
StafetEdit *stafet_import_edit (const StafetImport *self);

G_END_DECLS
