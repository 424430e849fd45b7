/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row of a day or a week: what it stands for stays, what it says is swapped.
 */
#pragma once

#include "schedule/stafet-agenda.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  STAFET_DAY_HEADING, /* title, detail, button */
  STAFET_DAY_HOLE,    /* a shift that lacks people */
  STAFET_DAY_ENTRY,   /* an occurrence with its people */
  STAFET_DAY_NOTICE   /* something to know or to do: title, detail, button */
} StafetDayItemKind;

/* An agenda that several items show. */
typedef struct _StafetDayAgenda StafetDayAgenda;
/* Takes @agenda. */
StafetDayAgenda *stafet_day_agenda_new (StafetAgenda *agenda);
StafetDayAgenda *stafet_day_agenda_ref (StafetDayAgenda *self);
void stafet_day_agenda_unref (StafetDayAgenda *self);
StafetAgenda *stafet_day_agenda_get (StafetDayAgenda *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetDayAgenda, stafet_day_agenda_unref)

/* What an item says. Borrowed from the item. */
typedef struct
{
  StafetDayItemKind kind;
  StafetDayAgenda *agenda;        /* HOLE, ENTRY */
  const StafetEntry *entry;       /* HOLE, ENTRY */
  const StafetStaffing *staffing; /* HOLE */
  StafetUid house;                /* the house in view, whose name need not be said */
  StafetDate date;                /* HOLE, ENTRY: the day that it stands under */
  StafetDate today;
  StafetWall now;
  guint refusals; /* a tick that was refused is shown anew */
  char *icon;     /* NOTICE: nullable */
  char *title, *detail;
  char *button, *action;                        /* nullable: a label, and the detailed action behind it */
  char *spoken;                                 /* nullable: what a screen reader calls that button */
  char *second, *second_action, *second_spoken; /* nullable: the same of another button after it */
  char *open;                                   /* nullable: the detailed action behind the row itself */
  gboolean first, last;                         /* of a card */
  guint look;                                   /* a hash of all that is shown */
} StafetDayContent;

#define STAFET_TYPE_DAY_ITEM (stafet_day_item_get_type ())
G_DECLARE_FINAL_TYPE (StafetDayItem, stafet_day_item, STAFET, DAY_ITEM, GObject)

/* @key: which row it is, whatever it says. */
StafetDayItem *stafet_day_item_new (StafetDayItemKind kind, const char *key);
/* To be filled in before the item is shown. */
StafetDayContent *stafet_day_item_edit (StafetDayItem *self);
const StafetDayContent *stafet_day_item_get (StafetDayItem *self);

/* Sets the look: to be called when everything else is filled in. */
void stafet_day_content_seal (StafetDayContent *content);

/* Brings @store (of StafetDayItem) to @items. Rows at the beginning and the end that stay keep their item,
 * whose signal "changed" says that it looks otherwise now; rows between take over what the new ones say,
 * because GTK 4.8 makes the widgets of a new item anew. Of many rows the first come at once and the others in
 * portions afterwards, while @list (nullable) is in view, so that the window never stands still. @items is
 * kept until then and must not be used again. */
void stafet_day_items_merge (GListStore *store, GPtrArray *items, GtkWidget *list);
/* Whether all portions have come. */
gboolean stafet_day_items_is_settled (GListStore *store);

G_END_DECLS
