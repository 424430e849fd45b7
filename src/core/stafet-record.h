/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stored thing, described once by a table of fields.
 *
 * From the table come a record's GObject properties, its row, its change images, its CSV columns, the
 * answer to "what do we hold on this person", and its erasure. Hot code reads the struct's fields
 * directly. A record is immutable once the plan has absorbed it: an edit works on a copy.
 */
#pragma once

#include "stafet-date.h"
#include "stafet-kind.h"
#include "stafet-zone.h"
#include <glib-object.h>

G_BEGIN_DECLS

/* Interned with stafet_uid_intern(): equal uids are equal pointers. NULL refers to nothing. */
typedef const char *StafetUid;

/* A date or a wall time in one number: see stafet_moment_*(). */
typedef gint64 StafetMoment;
#define STAFET_MOMENT_NONE G_MININT64

#define STAFET_INTEGER_NONE G_MININT32
#define STAFET_ENUM_NONE (-1)

/**
 * StafetFieldType:
 * @STAFET_FIELD_TEXT: char *, never NULL; NFC, trimmed, no control characters but line feeds
 * @STAFET_FIELD_INTEGER: gint32, STAFET_INTEGER_NONE when empty
 * @STAFET_FIELD_HUNDREDTHS: gint32, a real number scaled by 100; STAFET_INTEGER_NONE when empty
 * @STAFET_FIELD_FLAG: gboolean
 * @STAFET_FIELD_DATE: StafetDate
 * @STAFET_FIELD_WALL: StafetWall
 * @STAFET_FIELD_MOMENT: StafetMoment, a date or a wall time
 * @STAFET_FIELD_INSTANT: StafetInstant
 * @STAFET_FIELD_ENUM: gint32, a position in the field's values; STAFET_ENUM_NONE when empty
 * @STAFET_FIELD_REF: StafetUid of a record of the field's target kind, NULL when empty
 */
typedef enum
{
  STAFET_FIELD_TEXT,
  STAFET_FIELD_INTEGER,
  STAFET_FIELD_HUNDREDTHS,
  STAFET_FIELD_FLAG,
  STAFET_FIELD_DATE,
  STAFET_FIELD_WALL,
  STAFET_FIELD_MOMENT,
  STAFET_FIELD_INSTANT,
  STAFET_FIELD_ENUM,
  STAFET_FIELD_REF
} StafetFieldType;

/**
 * StafetFieldFlags:
 * @STAFET_FIELD_REQUIRED: a record without it is refused
 * @STAFET_FIELD_SEARCHABLE: full search looks here
 * @STAFET_FIELD_PERSONAL: says something about a person: blanked when she is erased
 * @STAFET_FIELD_NEVER_EXPORTED: leaves the program in no feed, page, sheet or table
 * @STAFET_FIELD_HIDDEN: not a key of the command line
 * @STAFET_FIELD_TOLD: a key of the command line that is only told: a use case of its own sets it
 * @STAFET_FIELD_COORDINATES: kept as stafet_coordinates_write() does
 * @STAFET_FIELD_PHONE: kept as digits, grouped for people, exempt from the CPR check
 * @STAFET_FIELD_TIMED: part of when and where; a date of its own may have another value
 * @STAFET_FIELD_SERIES_ONLY: describes the whole series: no single date may differ
 * @STAFET_FIELD_LINES: a text that may have several lines
 * @STAFET_FIELD_PAST: a date of what has been: not after today when it is written
 * @STAFET_FIELD_KRONER: a number that is typed as amounts are: stafet_typed_kroner()
 */
typedef enum
{
  STAFET_FIELD_REQUIRED = 1 << 0,
  STAFET_FIELD_SEARCHABLE = 1 << 1,
  STAFET_FIELD_PERSONAL = 1 << 2,
  STAFET_FIELD_NEVER_EXPORTED = 1 << 3,
  STAFET_FIELD_HIDDEN = 1 << 4,
  STAFET_FIELD_PHONE = 1 << 5,
  STAFET_FIELD_TIMED = 1 << 6,
  STAFET_FIELD_SERIES_ONLY = 1 << 7,
  STAFET_FIELD_TOLD = 1 << 8,
  STAFET_FIELD_COORDINATES = 1 << 9,
  STAFET_FIELD_LINES = 1 << 10,
  STAFET_FIELD_KRONER = 1 << 11,
  STAFET_FIELD_PAST = 1 << 12
} StafetFieldFlags;

typedef struct
{
  const char *key;   /* in CLI, store and JSON */
  const char *title; /* for people; translatable; NULL-key ends a table */
} StafetEnumValue;

typedef struct
{
  const char *name;  /* the key of CLI, store and JSON; NULL ends the table */
  const char *title; /* for people; translatable */
  StafetFieldType type;
  guint offset; /* in the record's struct */
  guint flags;
  StafetKind target;             /* REF; NONE: the store does not hold what it refers to */
  const StafetEnumValue *values; /* ENUM */
  gint32 fallback;               /* INTEGER, HUNDREDTHS, FLAG, ENUM: the value of a new record */
  StafetIndex index;             /* REF: STAFET_INDEX_NONE when nothing asks for it */
  gint32 minimum, maximum;       /* INTEGER, HUNDREDTHS: both 0 for no bounds */
  int step;                      /* of the schema that added its column; 0: the one that made the table */
} StafetField;

/* Written out, not G_DECLARE_DERIVABLE_TYPE: the fields of a record are open to every reader. */
typedef struct _StafetRecord StafetRecord;
typedef struct _StafetRecordClass StafetRecordClass;

#define STAFET_TYPE_RECORD (stafet_record_get_type ())
#define STAFET_RECORD(object) (G_TYPE_CHECK_INSTANCE_CAST ((object), STAFET_TYPE_RECORD, StafetRecord))
#define STAFET_RECORD_CLASS(klass) ((StafetRecordClass *) (klass))
#define STAFET_IS_RECORD(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), STAFET_TYPE_RECORD))
GType stafet_record_get_type (void);

typedef struct _StafetRecordInfo StafetRecordInfo;

/* A many-valued fact of a record, kept as link records and written as a comma list under one key. */
typedef struct
{
  const char *name;  /* the key; NULL ends the table */
  const char *title; /* translatable */
  StafetKind link;
  StafetIndex index;  /* finds the owner's links */
  const char *owner;  /* the link's field that refers to the owner */
  const char *value;  /* the link's field that holds the value; NULL: the codec below */
  const char *which;  /* nullable: the link's enum field that tells lists of one kind apart … */
  gint32 which_value; /* … and its value for this list */
  char *(*write) (StafetRecord *link); /* (transfer full) */
  gboolean (*read) (StafetRecord *link, const char *text, GError **error);
} StafetList;

struct _StafetRecordInfo
{
  StafetKind kind;
  const char *name;  /* CLI kind, and what the log calls it */
  const char *table; /* nullable: the table's name where it is another; filled in at start */
  const char *title;
  const char *type_name;
  gsize instance_size;
  const StafetField *fields;
  const StafetList *lists; /* nullable */
  const char *order;       /* nullable: DATE or INTEGER field by which a parent's children are ordered */
  const char *label;       /* nullable: TEXT field that names the record to people and on the CLI */
  gboolean books;          /* carries a booking version */
  gboolean public_kind;    /* a kind of the command line's list and add */
  /* Beyond required fields: nullable. */
  gboolean (*validate) (StafetRecord *self, GError **error);
  /* Computes what is derived from the fields, after load and after every change: nullable. */
  void (*derive) (StafetRecord *self);
  /* Frees what derive() made: nullable. */
  void (*clear) (StafetRecord *self);
  /* Filled in at start. */
  GType type;
  guint n_fields;
  int order_field; /* -1 */
};

struct _StafetRecord
{
  GObject parent_instance;

  StafetUid uid;
  gint64 version;        /* id of the change that wrote it; 0 before it is stored */
  StafetInstant changed; /* when that was */
  gint64 booking_version;
};

struct _StafetRecordClass
{
  GObjectClass parent_class;

  const StafetRecordInfo *info;
};

/* The description of @kind; borrowed for ever. Thread-safe after the first call. */
const StafetRecordInfo *stafet_record_info (StafetKind kind);
#define STAFET_RECORD_INFO(record) (((StafetRecordClass *) ((GTypeInstance *) (record))->g_class)->info)
#define STAFET_RECORD_KIND(record) (STAFET_RECORD_INFO (record)->kind)

/* NULL when the kind has no such field or list. */
const StafetField *stafet_record_info_field (const StafetRecordInfo *info, const char *name);
const StafetList *stafet_record_info_list (const StafetRecordInfo *info, const char *name);

/* A new record with the fallbacks of its table. @uid NULL makes a fresh one. */
gpointer stafet_record_new (StafetKind kind, const char *uid);
/* The one copy of @uid, kept for ever. Thread-safe. Not g_intern_string(): GLib copies its whole table each
 * time 2048 more are interned, and never frees the old one. */
StafetUid stafet_uid_intern (const char *uid);
/* A fresh random uid: 16 letters and digits, 80 bits. */
StafetUid stafet_uid_new (void);
/* An unshared copy with the same uid, versions and fields. */
gpointer stafet_record_copy (gconstpointer self);

/* Texts as CLI and change images write them. Setting refuses a malformed text with a sentence that names
 * the field, and leaves the record as it was. An empty text clears. */
char *stafet_record_get_text (gconstpointer self, const StafetField *field);
gboolean stafet_record_set_text (gpointer self, const StafetField *field, const char *text, GError **error);
/* Whether two records of a kind hold the same value. */
gboolean stafet_record_same_value (gconstpointer a, gconstpointer b, const StafetField *field);
void stafet_record_copy_value (gpointer to, gconstpointer from, const StafetField *field);

/* Raw access for code that has a field at hand; the caller knows its type. */
#define STAFET_FIELD_AT(ctype, record, field) (*(ctype *) (((char *) (record)) + (field)->offset))
/* Takes a copy of @text. */
void stafet_record_take_text (gpointer self, const StafetField *field, char *text);

/* Checks required fields and the kind's own rules, then derives. */
gboolean stafet_record_validate (gpointer self, GError **error);
/* Derives without checking: for rows that were checked when they were written. */
void stafet_record_derive (gpointer self);

/* What names the record to people: its label, or its uid. Borrowed. */
const char *stafet_record_get_label (gconstpointer self);
/* In Danish order of what names them, for g_ptr_array_sort(). */
int stafet_record_compare_labels (gconstpointer a, gconstpointer b);

/* What stands in a change image in place of a personal value that is no longer kept: no text may hold it. */
#define STAFET_IMAGE_BLANK "\x1a"

/* Change images: a{ss} of field names and texts. @against NULL images every set field, otherwise those
 * whose value differs from @against's. */
GVariant *stafet_record_image (gconstpointer self, gconstpointer against);
/* Sets the fields an image holds; unknown names (of a newer program) and what was blanked are passed over. */
gboolean stafet_record_apply_image (gpointer self, GVariant *image, GError **error);
char *stafet_image_write (GVariant *image);
GVariant *stafet_image_read (const char *text, GError **error);

/* A moment: date-only or date and time. */
StafetMoment stafet_moment_from_date (StafetDate date);
StafetMoment stafet_moment_from_wall (StafetWall wall);
gboolean stafet_moment_is_date (StafetMoment moment);
StafetDate stafet_moment_date (StafetMoment moment);
/* Half-open span of wall time that from-to covers; dates count whole days, both included. */
void stafet_moment_span (StafetMoment from, StafetMoment to, StafetWall *start, StafetWall *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetRecord, g_object_unref)

G_END_DECLS
