/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happens in a period, with everything a person wants to know of it: the one answer that the command
 * line, the window, feeds and paper are made from.
 */
#pragma once

#include "core/stafet-calendar.h"
#include "stafet-staffing.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_STATUS_PLANNED,
  STAFET_STATUS_MOVED,
  STAFET_STATUS_CANCELLED
} StafetStatus;

typedef struct
{
  StafetStop *stop; /* borrowed */
  StafetWard *ward; /* borrowed, nullable */
  StafetWall start, end;
  StafetContact *received_by; /* borrowed, nullable */
} StafetVisit;

/* One occurrence of an activity (its shifts and stops inside) or of a free-standing shift. Borrowed
 * pointers live as long as the agenda, which holds its snapshot. */
typedef struct
{
  StafetKind kind; /* STAFET_KIND_ACTIVITY or STAFET_KIND_SHIFT */
  StafetUid series;
  StafetDate original;
  StafetWall start, end;
  StafetStatus status;
  const char *reason; /* "" or why it is cancelled: borrowed, or a translatable msgid of a holiday … */
  gboolean reason_is_msgid;   /* … which this says */
  const char *review;         /* msgid or text of the holiday that policy "ask" puts up for review; NULL */
  StafetActivity *activity;   /* as it is on this date: owned; NULL for a free-standing shift */
  const char *title;          /* borrowed */
  StafetHouse *house;         /* the organising house */
  StafetRoom *room;           /* nullable */
  StafetWard *ward;           /* nullable */
  StafetOrganiser *organiser; /* nullable */
  gint32 category;            /* StafetCategory, STAFET_ENUM_NONE */
  StafetVisit *visits;        /* owned, in order of start */
  guint n_visits;
  StafetStaffing *shifts; /* owned, in order of role */
  guint n_shifts;
  StafetInstant changed; /* the newest change of any record that made it */
} StafetEntry;

typedef struct
{
  StafetSnapshot *snapshot; /* owned */
  GPtrArray *entries;       /* StafetEntry, sorted by start, title (Danish order), series */
} StafetAgenda;

/* Which entries: at most one of the five; all NULL is everything in the snapshot. */
typedef struct
{
  StafetDate from, to; /* of actual starts, both included */
  StafetUid house;     /* the organising house or the house of the place (room, ward, stops) */
  StafetUid ward;      /* also stops */
  StafetUid area;      /* houses of the area, as house */
  GHashTable *houses;  /* a set of StafetUid: each as house; borrowed */
  StafetUid volunteer; /* entries where she is on a place (standing, promised, asked) */
  gboolean drafts;     /* also drafts */
  gboolean foreign;    /* also what calendars of others tell of */
  gboolean under_way;  /* also what began before @from and is not over then */
} StafetAgendaQuery;

/* Whether @query asks about @house (nullable) itself, its area or everything. */
gboolean stafet_agenda_query_takes (const StafetAgendaQuery *query, const StafetHouse *house);

StafetAgenda *stafet_agenda_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query);
void stafet_agenda_free (StafetAgenda *self);
/* The entry for one original date whatever its actual start, or NULL when the series does not have that
 * date. Free with stafet_agenda_free(): it is the agenda's only entry. */
StafetAgenda *stafet_agenda_new_occurrence (StafetSnapshot *snapshot, StafetKind kind, StafetUid series,
                                            StafetDate original);

/* The calendar of others that tells of it: then it is read only; NULL: the house's own. Borrowed. */
StafetCalendar *stafet_entry_calendar (const StafetSnapshot *snapshot, const StafetEntry *entry);
/* Sums over an entry's shifts; 0 when it is cancelled. */
int stafet_entry_missing (const StafetEntry *entry);
/* Only of shifts that are not over at @now. */
int stafet_entry_missing_from (const StafetEntry *entry, StafetWall now);
int stafet_entry_heads (const StafetEntry *entry);
/* The reason in @language. Borrowed. */
const char *stafet_entry_reason (const StafetEntry *entry, StafetLanguage language);

/* The house where an entry takes place: the ward's, else the room's, else the organising one. */
StafetHouse *stafet_entry_place_house (const StafetSnapshot *snapshot, const StafetEntry *entry);

/* The closure that shuts a place during a span, or NULL. Any of the uids may be NULL. */
StafetClosure *stafet_closure_find (const StafetSnapshot *snapshot, StafetUid house, StafetUid ward,
                                    StafetUid room, StafetWall start, StafetWall end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetAgenda, stafet_agenda_free)

G_END_DECLS
