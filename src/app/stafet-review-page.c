/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the review: a thread looks it through. An answer is an edit at once: it can be undone, and
 * given again.
 */
#include "stafet-review-page.h"

#include "core/stafet-task.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-alternate.h"
#include "schedule/stafet-entry.h"
#include "schedule/stafet-review.h"
#include "schedule/stafet-school-year.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-holidays-dialog.h"
#include "stafet-line.h"
#include "stafet-look.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

/* What is decided for the coming half year. */
#define DAYS 190
#define YEAR_DAYS 365
#define HEADING "stafet-review-heading"
/* So many dates are shown at first, more than a house has, and as many again when more are asked for: a
 * municipality has thousands. Of what goes every other week it is a third of that, with two ways each. */
#define PAGE 90

struct _StafetReviewPage
{
  StafetPage parent_instance;

  guint wanted;            /* so many dates at most */
  gboolean looking, again; /* a thread is at it; and once more after that */
  gboolean focus;          /* the keyboard waits for the rows */
  GArray *asks;            /* owned: StafetAnswer, of the dates that were said to wait */

  /* Template children. */
  GtkLabel *summary;
  GtkWidget *keep_all, *cancel_all, *alternating, *schools_box, *more;
  GtkLabel *schools_text;
  GtkListBox *list, *weeks, *schools;
};

G_DEFINE_FINAL_TYPE (StafetReviewPage, stafet_review_page, STAFET_TYPE_PAGE)

/* ——— Holidays and closures ——— */

static void
add_button (GtkWidget *line, const char *title, const char *label, const char *action, GVariant *target)
{
  stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (label, title, action, target));
}

static GVariant *
answer_target (const StafetEntry *entry, StafetAnswerKind answer)
{
  return g_variant_new ("(sii)", entry->series, entry->original, answer);
}

static void
add_answers (GtkWidget *line, const StafetReviewItem *item, const char *spoken)
{
  const StafetEntry *entry = item->entry;

  switch (item->state)
    {
    case STAFET_REVIEW_ASK:
      add_button (line, spoken, _ ("Hold it"), "page.answer", answer_target (entry, STAFET_ANSWER_KEEP));
      add_button (line, spoken, _ ("Cancel it"), "page.answer", answer_target (entry, STAFET_ANSWER_CANCEL));
      break;
    case STAFET_REVIEW_HELD:
    case STAFET_REVIEW_KEPT:
      add_button (line, spoken, _ ("Cancel it"), "page.answer", answer_target (entry, STAFET_ANSWER_CANCEL));
      break;
    case STAFET_REVIEW_POLICY:
    case STAFET_REVIEW_CLOSED:
    case STAFET_REVIEW_CANCELLED:
      add_button (line, spoken, _ ("Hold it anyway"), "page.answer",
                  answer_target (entry, STAFET_ANSWER_KEEP));
      return;
    case STAFET_REVIEW_MOVED:
    default:
      break;
    }
  add_button (line, spoken, _ ("Move …"), "win.move-entry",
              g_variant_new (STAFET_ENTRY_TARGET, entry->series, (gint32) entry->kind, entry->original));
}

static StafetChipState
chip_of (StafetReviewState state)
{
  switch (state)
    {
    case STAFET_REVIEW_ASK:
      return STAFET_CHIP_WARNING;
    case STAFET_REVIEW_POLICY:
    case STAFET_REVIEW_CANCELLED:
      return STAFET_CHIP_CANCELLED;
    case STAFET_REVIEW_CLOSED:
      return STAFET_CHIP_CLOSED;
    default:
      return STAFET_CHIP_PLAIN;
    }
}

static GtkWidget *
row_new (StafetDesk *desk, const StafetReviewItem *item, const char *heading)
{
  StafetLanguage language = stafet_i18n_get_language ();
  const StafetEntry *entry = item->entry;
  g_autofree char *day = stafet_words_short_date (language, stafet_wall_date (entry->start));
  g_autofree char *time = stafet_words_time_span (language, entry->start, entry->end);
  g_autofree char *when = g_strdup_printf ("%s %s%s%s", day, time, entry->room != NULL ? " · " : "",
                                           entry->room != NULL ? entry->room->name : "");
  g_autofree char *detail =
    stafet_desk_add_house (desk, when, entry->house != NULL ? entry->house->parent.uid : NULL);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", entry->title, day);
  GtkWidget *line = stafet_line_new (NULL, entry->title, detail);

  stafet_line_add_second (
    STAFET_LINE (line),
    stafet_chip_new (chip_of (item->state), stafet_review_state_words (item->state, language)));
  add_answers (line, item, spoken);
  gtk_widget_set_name (line, heading);
  g_object_set_data_full (G_OBJECT (line), HEADING, g_strdup (heading), g_free);
  return line;
}

/* "Christmas Eve · Thursday 24 December 2026". (transfer full) */
static char *
heading_words (const StafetReviewGroup *group)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *days = group->from == group->to ? stafet_words_date_with_year (language, group->from)
                                                   : stafet_words_days (language, group->from, group->to);
  g_autofree char *name = stafet_text_capital (stafet_hurdle_name (&group->hurdle, language));

  return g_strdup_printf ("%s · %s", name, days);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *heading = g_object_get_data (G_OBJECT (row), HEADING);
  GtkWidget *label;

  (void) data;
  if (before != NULL && g_str_equal (heading, g_object_get_data (G_OBJECT (before), HEADING)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (heading);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "card-heading");
  gtk_list_box_row_set_header (row, label);
}

/* Whatever is answered for all of them is answered for those that were counted, not for what came since. */
static void
keep_asks (StafetReviewPage *self, const StafetReview *review)
{
  g_array_set_size (self->asks, 0);
  for (guint i = 0; i < review->groups->len; i++)
    {
      const StafetReviewGroup *group = review->groups->pdata[i];

      for (guint j = 0; j < group->items->len; j++)
        {
          const StafetReviewItem *item = &g_array_index (group->items, StafetReviewItem, j);
          StafetAnswer answer = { .series = item->entry->series,
                                  .date = item->entry->original,
                                  .end = STAFET_WALL_NONE };

          if (item->state == STAFET_REVIEW_ASK)
            g_array_append_val (self->asks, answer);
        }
    }
}

static guint
count_items (const StafetReview *review)
{
  guint n = 0;

  for (guint i = 0; i < review->groups->len; i++)
    n += ((StafetReviewGroup *) review->groups->pdata[i])->items->len;
  return n;
}

/* Whether there are more than are shown. */
static gboolean
show_holidays (StafetReviewPage *self, const StafetReview *review)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  guint asks = stafet_review_count (review, STAFET_REVIEW_ASK);
  g_autofree char *waiting =
    g_strdup_printf (ngettext_ ("%u date waits for an answer", "%u dates wait for an answer", asks), asks);

  keep_asks (self, review);
  for (guint i = 0; i < review->groups->len; i++)
    {
      const StafetReviewGroup *group = review->groups->pdata[i];
      g_autofree char *heading = heading_words (group);

      for (guint j = 0; j < group->items->len && rows->len < self->wanted; j++)
        g_ptr_array_add (rows, row_new (desk, &g_array_index (group->items, StafetReviewItem, j), heading));
    }
  gtk_label_set_text (self->summary, rows->len == 0
                                       ? _ ("Nothing that is planned meets a holiday or a closure.")
                                     : asks > 0 ? waiting
                                                : _ ("Nothing waits for an answer."));
  gtk_widget_set_visible (self->keep_all, asks > 1);
  gtk_widget_set_visible (self->cancel_all, asks > 1);
  stafet_list_show (self->list, rows);
  gtk_list_box_invalidate_headers (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  return count_items (review) > rows->len;
}

/* ——— Every other week ——— */

/* "even weeks: 8/1, 22/1 …". (transfer full) */
static char *
way_words (StafetAlternateWay way, const GArray *dates)
{
  StafetLanguage language = stafet_i18n_get_language ();
  GString *text = g_string_new (stafet_alternate_way_words (way, language));

  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *day = stafet_words_short_date (language, g_array_index (dates, StafetDate, i));

      g_string_append_printf (text, "%s %s", i > 0 ? "," : ":", day);
    }
  return g_string_free (text, FALSE);
}

static void
add_way (GtkWidget *line, const StafetAlternation *found, const StafetAlternating *item,
         StafetAlternateWay way, const GArray *dates)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *words = way_words (way, dates);
  g_autofree char *name = stafet_alternating_name (found, item);
  g_autofree char *label = NULL, *so = NULL;
  StafetUid uid = item->standing != NULL ? item->standing->parent.uid : item->series->uid;

  if (item->stands == way)
    {
      so = g_strdup_printf (_ ("%s. So it stands now."), words);
      stafet_line_add_text (STAFET_LINE (line), so);
      return;
    }
  label = g_strdup_printf (_ ("Go on in %s"), stafet_alternate_way_words (way, language));
  stafet_line_add_text (STAFET_LINE (line), words);
  add_button (line, name, label, "page.settle", g_variant_new ("(sii)", uid, (gint32) way, found->turn));
}

static GtkWidget *
alternating_row_new (StafetDesk *desk, const StafetAlternation *found, const StafetAlternating *item)
{
  g_autofree char *name = stafet_alternating_name (found, item);
  StafetSeries series;
  g_autofree char *detail =
    stafet_desk_add_house (desk, item->standing != NULL ? stafet_record_get_label (item->series) : "",
                           stafet_series_init (&series, item->series) ? series.house : NULL);
  GtkWidget *line = stafet_line_new (NULL, name, detail);

  if (item->stands == STAFET_ALTERNATE_BOTH)
    stafet_line_add_text (STAFET_LINE (line),
                          stafet_alternate_way_words (STAFET_ALTERNATE_BOTH, stafet_i18n_get_language ()));
  add_way (line, found, item, item->weeks, item->by_week);
  add_way (line, found, item, STAFET_ALTERNATE_FORTNIGHT, item->by_count);
  return line;
}

/* Only where the two ways differ there is something to ask. TRUE when there are more than are shown. */
static gboolean
show_alternating (StafetReviewPage *self, const StafetAlternation *found)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetDate today = stafet_desk_today (desk);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  gboolean more = FALSE;

  for (guint i = 0; found->week_53 && found->turn > today && i < found->items->len && !more; i++)
    {
      const StafetAlternating *item = found->items->pdata[i];

      if (item->agree)
        continue;
      more = rows->len == self->wanted / 3;
      if (!more)
        g_ptr_array_add (rows, alternating_row_new (desk, found, item));
    }
  stafet_list_show (self->weeks, rows);
  gtk_widget_set_visible (self->alternating, rows->len > 0);
  return more;
}

/* ——— School holidays ——— */

static GtkWidget *
school_row_new (StafetReviewPage *self, const StafetSchoolHoliday *holiday)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  const StafetRecord *area = stafet_snapshot_get (snapshot, STAFET_KIND_AREA, holiday->area);
  g_autofree char *days =
    stafet_words_days_with_year (stafet_i18n_get_language (), holiday->from, holiday->to);
  g_autofree char *detail =
    g_strdup_printf ("%s · %s", days, area != NULL ? stafet_record_get_label (area) : _ ("everywhere"));
  g_autofree char *spoken = g_strdup_printf ("%s, %s", holiday->text, days);
  GtkWidget *line = stafet_line_new (NULL, holiday->text, detail);

  add_button (line, spoken, _ ("Delete"), "page.remove-school", g_variant_new_string (holiday->parent.uid));
  gtk_widget_set_name (line, holiday->parent.uid);
  return line;
}

/* "School holidays that are known: Winter holiday, 13–21 February 2027; …"; without any of the school year
 * into which the review reaches nothing can meet one, and that is said. (transfer full) */
static char *
school_words (const GPtrArray *holidays, StafetDate last)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (!stafet_school_year_is_known (holidays, last))
    {
      g_autofree char *year = stafet_school_year_words (last);

      return g_strdup_printf (_ ("No school holidays are known yet for the school year %s, so nothing is "
                                 "said here of what meets them."),
                              year);
    }
  for (guint i = 0; i < holidays->len; i++)
    {
      const StafetSchoolHoliday *holiday = g_ptr_array_index (holidays, i);
      g_autofree char *days =
        stafet_words_days_with_year (stafet_i18n_get_language (), holiday->from, holiday->to);

      g_string_append_printf (names, "%s%s, %s", i > 0 ? "; " : "", holiday->text, days);
    }
  return g_strdup_printf (_ ("Known school holidays: %s."), names->str);
}

/* Those of the coming year, and of all of the school year into which the review reaches. */
static void
show_schools (StafetReviewPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetDate today = stafet_desk_today (desk), last = today + DAYS;
  g_autoptr (GPtrArray) holidays = NULL, rows = g_ptr_array_new ();
  g_autofree char *text = NULL;
  StafetAgendaQuery query;

  stafet_desk_fill_query (desk, &query, today,
                          MAX (today + YEAR_DAYS, stafet_school_year_begin (last) + YEAR_DAYS));
  holidays = stafet_school_holidays_find (stafet_page_get_snapshot (STAFET_PAGE (self)), &query);
  for (guint i = 0; i < holidays->len; i++)
    g_ptr_array_add (rows, school_row_new (self, holidays->pdata[i]));
  stafet_list_show (self->schools, rows);
  gtk_widget_set_visible (self->schools_box, holidays->len > 0);
  text = school_words (holidays, last);
  gtk_label_set_text (self->schools_text, text);
}

/* ——— Looking ——— */

typedef struct
{
  StafetReview *review;
  StafetAlternation *alternation;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  stafet_review_free (found->review);
  stafet_alternation_free (found->alternation);
  g_free (found);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const StafetLook *look = data;
  Found *found = g_new0 (Found, 1);
  int year;

  (void) source;
  (void) cancellable;
  stafet_date_split (look->query.to, &year, NULL, NULL);
  found->review = stafet_review_new (look->snapshot, &look->query);
  found->alternation = stafet_alternation_new (look->snapshot, &look->query, year);
  g_task_return_pointer (task, found, found_free);
}

static void
show_found (StafetReviewPage *self, const Found *found)
{
  gboolean more = show_alternating (self, found->alternation);

  more = show_holidays (self, found->review) || more;
  gtk_widget_set_visible (self->more, more);
  if (self->focus)
    stafet_page_focus (STAFET_PAGE (self));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetReviewPage *self = STAFET_REVIEW_PAGE (source);
  Found *found = g_task_propagate_pointer (G_TASK (result), NULL);

  (void) data;
  self->looking = FALSE;
  /* It went away meanwhile. */
  if (self->list != NULL)
    show_found (self, found);
  found_free (found);
  if (self->list != NULL && self->again)
    stafet_page_refresh (STAFET_PAGE (self));
}

static void
stafet_review_page_refresh (StafetPage *page)
{
  StafetReviewPage *self = STAFET_REVIEW_PAGE (page);
  StafetDesk *desk = stafet_page_get_desk (page);
  StafetDate today = stafet_desk_today (desk);
  StafetAgendaQuery query;
  g_autoptr (GTask) task = NULL;

  show_schools (self);
  self->again = self->looking;
  if (self->looking)
    return;
  self->looking = TRUE;
  stafet_desk_fill_query (desk, &query, today, today + DAYS);
  task = stafet_task_new (self, NULL, looked_cb, NULL);
  g_task_set_task_data (task, stafet_look_new (desk, &query), (GDestroyNotify) stafet_look_free);
  g_task_run_in_thread (task, look_thread);
}

/* ——— Answers ——— */

static void
answer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetAnswer answer = { 0 };
  gint32 kind;

  (void) name;
  g_variant_get (parameter, "(&sii)", &answer.series, &answer.date, &kind);
  answer.answer = (StafetAnswerKind) kind;
  answer.end = STAFET_WALL_NONE;
  stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (widget)), stafet_use_answer_review (&answer, 1));
}

/* Everything that waits is answered alike, as one change. */
static void
answer_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GArray *asks = STAFET_REVIEW_PAGE (widget)->asks;
  StafetAnswerKind kind = g_str_equal (name, "page.keep-all") ? STAFET_ANSWER_KEEP : STAFET_ANSWER_CANCEL;

  (void) parameter;
  for (guint i = 0; i < asks->len; i++)
    g_array_index (asks, StafetAnswer, i).answer = kind;
  if (asks->len > 0)
    stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (widget)),
                      stafet_use_answer_review ((StafetAnswer *) (gpointer) asks->data, asks->len));
}

static void
more_cb (StafetReviewPage *self)
{
  self->wanted += PAGE;
  stafet_page_refresh (STAFET_PAGE (self));
}

static void
settle_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *uid;
  gint32 way;
  StafetDate from;

  (void) name;
  g_variant_get (parameter, "(&sii)", &uid, &way, &from);
  stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (widget)),
                    stafet_use_settle (uid, (StafetAlternateWay) way, from, FALSE));
}

static void
remove_school_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (widget)),
                    stafet_use_remove (STAFET_KIND_SCHOOL_HOLIDAY, g_variant_get_string (parameter, NULL)));
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *window = stafet_window_of (widget);

  (void) name;
  (void) parameter;
  if (window != NULL)
    stafet_holidays_dialog_choose (window);
}

/* ——— GObject ——— */

static void
stafet_review_page_focus (StafetPage *page)
{
  StafetReviewPage *self = STAFET_REVIEW_PAGE (page);
  GtkWidget *first =
    gtk_widget_get_visible (self->alternating) ? GTK_WIDGET (self->weeks) : GTK_WIDGET (self->list);

  self->focus = !gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD) && self->looking;
}

static void
stafet_review_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_REVIEW_PAGE);
  G_OBJECT_CLASS (stafet_review_page_parent_class)->dispose (object);
}

static void
stafet_review_page_finalize (GObject *object)
{
  g_array_unref (STAFET_REVIEW_PAGE (object)->asks);
  G_OBJECT_CLASS (stafet_review_page_parent_class)->finalize (object);
}

static void
stafet_review_page_class_init (StafetReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_review_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_review_page_finalize;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_review_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_review_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-review-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, StafetReviewPage, name)
  CHILD (summary);
  CHILD (keep_all);
  CHILD (cancel_all);
  CHILD (alternating);
  CHILD (list);
  CHILD (weeks);
  CHILD (schools_text);
  CHILD (schools_box);
  CHILD (schools);
  CHILD (more);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_install_action (widget_class, "page.answer", "(sii)", answer_cb);
  gtk_widget_class_install_action (widget_class, "page.keep-all", NULL, answer_all_cb);
  gtk_widget_class_install_action (widget_class, "page.cancel-all", NULL, answer_all_cb);
  gtk_widget_class_install_action (widget_class, "page.settle", "(sii)", settle_cb);
  gtk_widget_class_install_action (widget_class, "page.remove-school", "s", remove_school_cb);
  gtk_widget_class_install_action (widget_class, "page.import-schools", NULL, import_cb);
}

static void
stafet_review_page_init (StafetReviewPage *self)
{
  self->wanted = PAGE;
  self->asks = g_array_new (FALSE, TRUE, sizeof (StafetAnswer));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

StafetPage *
stafet_review_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_REVIEW_PAGE, "desk", desk, "title", _ ("Holidays and closed days"),
                       "subtitle", stafet_desk_get_view_name (desk), NULL);
}
