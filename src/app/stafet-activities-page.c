/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of activities.
 */
#include "stafet-activities-page.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-expand.h"
#include "schedule/stafet-loans.h"
#include "stafet-activity-row.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

/* The choices of the menu, in its order. */
typedef enum
{
  SHOW_REGULAR,
  SHOW_EVENTS,
  SHOW_DRAFTS,
  SHOW_PAST
} Show;

struct _StafetActivitiesPage
{
  StafetRecordsPage parent_instance;

  /* Template children. */
  GtkSearchEntry *search;
  GtkDropDown *show;
  GtkListView *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (StafetActivitiesPage, stafet_activities_page, STAFET_TYPE_RECORDS_PAGE)

/* ——— Which are shown ——— */

static gboolean
has_kind (StafetActivitiesPage *self, const StafetActivity *activity)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  gboolean past = activity->timing.last_date < today;

  switch ((Show) gtk_drop_down_get_selected (self->show))
    {
    case SHOW_REGULAR:
      return activity->timing.recurs && !activity->draft && !past;
    case SHOW_EVENTS:
      return !activity->timing.recurs && !activity->draft && !past;
    case SHOW_DRAFTS:
      /* Rooms that are asked for have a page of their own. */
      return activity->draft
             && stafet_loan_of (stafet_page_get_snapshot (STAFET_PAGE (self)), activity->parent.uid) == NULL;
    default:
      return past && !activity->draft;
    }
}

/* Where it takes place counts too: a ward's singing belongs to the nursing home. */
static gboolean
is_of_houses (StafetActivitiesPage *self, const StafetActivity *activity)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  const StafetWard *ward =
    stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_WARD, activity->ward);

  return stafet_desk_shows_house (desk, activity->house)
         || (ward != NULL && stafet_desk_shows_house (desk, ward->house));
}

static gboolean
is_found (const StafetActivity *activity, const char *needle)
{
  g_autofree char *folded = *needle != '\0' ? stafet_text_fold (activity->title) : NULL;

  return folded == NULL || strstr (folded, needle) != NULL;
}

static gboolean
shows (StafetRecordsPage *page, gconstpointer record, const char *needle)
{
  StafetActivitiesPage *self = STAFET_ACTIVITIES_PAGE (page);

  /* What others do is no work of the house. */
  return ((const StafetActivity *) record)->calendar == NULL && has_kind (self, record)
         && is_of_houses (self, record) && is_found (record, needle);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const StafetActivity *x = a, *y = b;
  int order = stafet_text_compare (x->title, y->title);

  return order != 0 ? order : (x->timing.start > y->timing.start) - (x->timing.start < y->timing.start);
}

static char *
count (guint n)
{
  return g_strdup_printf (ngettext_ ("%u activity", "%u activities", n), n);
}

/* ——— Rows ——— */

static char *
bind_row (StafetRecordsPage *page, GtkWidget *row, gpointer record)
{
  return stafet_activity_row_bind (STAFET_ACTIVITY_ROW (row), stafet_page_get_desk (STAFET_PAGE (page)),
                                   record);
}

/* The next date of a series is the one to look at; of one that is over, its first. */
static void
open_activity (StafetRecordsPage *page, gconstpointer record)
{
  const StafetActivity *activity = record;
  StafetDate date =
    stafet_expand_next (&activity->timing, stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (page))));

  if (date == STAFET_DATE_NONE)
    date = stafet_expand_next (&activity->timing, activity->timing.first_date);
  gtk_widget_activate_action (GTK_WIDGET (page), "win.edit-entry", STAFET_ENTRY_TARGET, activity->parent.uid,
                              (gint32) STAFET_KIND_ACTIVITY, date);
}

/* ——— GObject ——— */

static void
stafet_activities_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_ACTIVITIES_PAGE);
  G_OBJECT_CLASS (stafet_activities_page_parent_class)->dispose (object);
}

static void
stafet_activities_page_class_init (StafetActivitiesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StafetRecordsPageClass *page_class = STAFET_RECORDS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_activities_page_dispose;
  page_class->kind = STAFET_KIND_ACTIVITY;
  page_class->title = N_ ("Activities");
  page_class->count = count;
  page_class->shows = shows;
  page_class->compare = compare;
  page_class->make_row = stafet_activity_row_new;
  page_class->bind_row = bind_row;
  page_class->open = open_activity;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-activities-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetActivitiesPage, search);
  gtk_widget_class_bind_template_child (widget_class, StafetActivitiesPage, show);
  gtk_widget_class_bind_template_child (widget_class, StafetActivitiesPage, list);
  gtk_widget_class_bind_template_child (widget_class, StafetActivitiesPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, stafet_records_page_filter_anew);
}

static void
stafet_activities_page_init (StafetActivitiesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stafet_records_page_set_parts (STAFET_RECORDS_PAGE (self), self->search, self->list, self->stack);
}
