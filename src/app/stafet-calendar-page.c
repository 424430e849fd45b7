/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page: a thread reads the calendar and tries it on a plan of its own.
 */
#include "stafet-calendar-page.h"

#include "core/stafet-i18n.h"
#include "core/stafet-task.h"
#include "publish/stafet-calendar-import.h"
#include "stafet-choice.h"
#include "stafet-pick.h"
#include "stafet-row-list.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

struct _StafetCalendarPage
{
  StafetPage parent_instance;

  char *source;                 /* owned: path or address; NULL: of the calendar */
  StafetUid calendar;           /* that a house looks at; nullable */
  StafetIcsFile **file;         /* rc box, nullable: what was read */
  StafetCalendarImport *import; /* owned, nullable: what came of the newest look */
  GCancellable *stopping;       /* owned */
  guint looks;                  /* how many were begun: only the newest counts */
  gboolean filling, importing;
  gboolean focus; /* when it is read */

  /* Template children. */
  GtkDropDown *house;
  GtkWidget *house_pick, *reading, *again;
  GtkLabel *problem, *summary, *notes;
  GtkListView *list;
  GtkButton *take;
};

G_DEFINE_FINAL_TYPE (StafetCalendarPage, stafet_calendar_page, STAFET_TYPE_PAGE)

/* ——— Looking ——— */

/* One look, in a thread of its own. */
typedef struct
{
  StafetPlan *plan; /* a scratch plan: owned */
  StafetZone *zone;
  StafetIcsFile **file; /* rc box, NULL: to be read */
  char *source, *name;
  StafetUid house, calendar;
  guint number;
  StafetCalendarImport *import; /* owned until it is taken */
} Look;

static void
file_clear (gpointer file)
{
  stafet_ics_file_free (*(StafetIcsFile **) file);
}

static void
file_release (StafetIcsFile **file)
{
  g_atomic_rc_box_release_full (file, file_clear);
}

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->import, stafet_calendar_import_free);
  g_clear_pointer (&look->file, file_release);
  g_object_unref (look->plan);
  stafet_zone_unref (look->zone);
  g_free (look->source);
  g_free (look->name);
  g_free (look);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  const StafetCalendar *calendar =
    stafet_snapshot_get (stafet_plan_get_snapshot (look->plan), STAFET_KIND_CALENDAR, look->calendar);
  GError *error = NULL;

  (void) source;
  if (look->file == NULL)
    {
      StafetIcsFile *file = stafet_calendar_read (look->source, look->zone, cancellable, &error);

      if (file == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      look->file = g_atomic_rc_box_new0 (StafetIcsFile *);
      *look->file = file;
    }
  look->import = stafet_calendar_import_new (look->plan, *look->file, look->house, look->name, calendar);
  g_task_return_boolean (task, TRUE);
}

static guint
count_changes (const StafetCalendarImport *import)
{
  return import == NULL ? 0
                        : import->counts[STAFET_CALENDAR_NEW] + import->counts[STAFET_CALENDAR_CHANGED]
                            + import->counts[STAFET_CALENDAR_GONE];
}

static void
show_take (StafetCalendarPage *self)
{
  guint n = count_changes (self->import);
  g_autofree char *label = n > 0
                             ? g_strdup_printf (ngettext_ ("Take in %u change", "Take in %u changes", n), n)
                             : g_strdup (_ ("Take in"));

  gtk_button_set_label (self->take, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), n > 0 && !self->importing);
}

static void
show_reading (StafetCalendarPage *self, gboolean reading)
{
  gtk_widget_set_visible (self->reading, reading);
  gtk_widget_set_visible (self->again, !reading);
}

/* What is to be looked at first. (transfer full) of guint */
static GArray *
order_rows (const StafetCalendarImport *import)
{
  static const StafetCalendarState order[] = { STAFET_CALENDAR_FAULTY, STAFET_CALENDAR_GONE,
                                               STAFET_CALENDAR_CHANGED, STAFET_CALENDAR_NEW,
                                               STAFET_CALENDAR_SAME };
  GArray *positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), import->rows->len);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < import->rows->len; j++)
      if (((StafetCalendarRow *) g_ptr_array_index (import->rows, j))->state == order[i])
        g_array_append_val (positions, j);
  return positions;
}

/* "3 new, 1 gone, 40 as before". (transfer full) */
static char *
count_words (const StafetCalendarImport *import)
{
  GString *text = g_string_new (NULL);

  for (int state = 0; state < STAFET_N_CALENDAR_STATES; state++)
    if (import->counts[state] > 0)
      g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", import->counts[state],
                              stafet_calendar_state_word ((StafetCalendarState) state));
  if (text->len == 0)
    g_string_append (text, _ ("Nothing stands in it that is not over long ago."));
  return g_string_free (text, FALSE);
}

static char *
note_words (const StafetCalendarImport *import)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < import->notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (import->notes, i));
  return g_string_free (text, FALSE);
}

static void
show_import (StafetCalendarPage *self)
{
  g_autofree char *counts = count_words (self->import), *notes = note_words (self->import);

  gtk_label_set_text (self->summary, counts);
  stafet_label_show (self->notes, notes);
  stafet_row_list_show (self->list, order_rows (self->import));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetCalendarPage *self = STAFET_CALENDAR_PAGE (source);
  Look *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  (void) data;
  if (look->number != self->looks || self->list == NULL)
    return;
  show_reading (self, FALSE);
  stafet_label_show (self->problem, good ? NULL : error->message);
  /* The rows of the list that is shown are those of the import. */
  gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->import, stafet_calendar_import_free);
  self->import = g_steal_pointer (&look->import);
  if (self->file == NULL && look->file != NULL)
    self->file = g_atomic_rc_box_acquire (look->file);
  if (good)
    show_import (self);
  else
    gtk_label_set_text (self->summary, "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), good);
  show_take (self);
  if (self->focus)
    stafet_page_focus (STAFET_PAGE (self));
}

static const StafetCalendar *
get_calendar (StafetCalendarPage *self)
{
  return stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_CALENDAR,
                              self->calendar);
}

static void
look (StafetCalendarPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  const StafetCalendar *calendar = get_calendar (self);
  g_autoptr (GTask) task = NULL;
  Look *run;

  if (self->calendar != NULL && calendar == NULL)
    return;
  run = g_new0 (Look, 1);
  run->plan = stafet_plan_new_scratch (stafet_desk_get_plan (desk));
  run->zone = stafet_zone_ref (stafet_clock_get_zone (stafet_plan_get_clock (run->plan)));
  run->file = self->file != NULL ? g_atomic_rc_box_acquire (self->file) : NULL;
  run->source = g_strdup (calendar != NULL ? calendar->address : self->source);
  run->name = g_path_get_basename (run->source);
  run->calendar = self->calendar;
  run->house = calendar != NULL ? calendar->house : stafet_choice_get (self->house);
  run->number = ++self->looks;
  show_reading (self, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), FALSE);
  task = stafet_task_new (self, self->stopping, looked_cb, NULL);
  g_task_set_task_data (task, run, look_free);
  g_task_run_in_thread (task, look_thread);
}

/* ——— Taking in ——— */

static gboolean
imported_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetCalendarPage *self = owner;
  StafetWindow *window = stafet_window_of (self);

  (void) outcome;
  (void) data;
  self->importing = FALSE;
  if (error != NULL)
    {
      stafet_label_show (self->problem, error->message);
      look (self);
      return window != NULL;
    }
  if (window != NULL)
    stafet_window_remove_page (window, STAFET_PAGE (self));
  return FALSE;
}

static void
take_cb (StafetCalendarPage *self)
{
  StafetEdit *edit = self->import != NULL && gtk_widget_get_sensitive (GTK_WIDGET (self->take))
                       ? stafet_calendar_import_edit (self->import)
                       : NULL;

  if (edit == NULL)
    return;
  self->importing = TRUE;
  show_take (self);
  stafet_desk_edit_then (stafet_page_get_desk (STAFET_PAGE (self)), edit, self, imported_cb,
                         g_object_ref (self), g_object_unref);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  take_cb (STAFET_CALENDAR_PAGE (widget));
}

static void
again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetCalendarPage *self = STAFET_CALENDAR_PAGE (widget);

  (void) name;
  (void) parameter;
  g_clear_pointer (&self->file, file_release);
  look (self);
}

static void
house_cb (StafetCalendarPage *self)
{
  if (!self->filling && self->source != NULL)
    look (self);
}

/* ——— Rows ——— */

static void
read_row (gpointer owner, guint position, StafetRowLook *look)
{
  static const StafetChipState chips[STAFET_N_CALENDAR_STATES] = { STAFET_CHIP_PROMISED, STAFET_CHIP_ASKED,
                                                                   STAFET_CHIP_PLAIN, STAFET_CHIP_PLAIN,
                                                                   STAFET_CHIP_WARNING };
  const StafetCalendarPage *self = owner;
  const StafetCalendarRow *row = g_ptr_array_index (self->import->rows, position);

  look->chip = chips[row->state];
  look->word = stafet_calendar_state_word (row->state);
  look->title = row->title;
  look->words =
    g_strconcat (row->words, *row->words != '\0' && *row->reason != '\0' ? "\n" : "", row->reason, NULL);
}

/* ——— The page ——— */

static void
fill_houses (StafetCalendarPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  GArray *options = stafet_options_new ();
  gboolean first = gtk_drop_down_get_model (self->house) == NULL;

  stafet_options_add_own_houses (options, stafet_desk_get_snapshot (desk));
  self->filling = TRUE;
  stafet_choice_fill (self->house, options, NULL);
  if (first && stafet_desk_get_house (desk) != NULL)
    stafet_choice_set (self->house, stafet_desk_get_house (desk));
  self->filling = FALSE;
}

static void
stafet_calendar_page_refresh (StafetPage *page)
{
  StafetCalendarPage *self = STAFET_CALENDAR_PAGE (page);
  const StafetCalendar *calendar = get_calendar (self);
  g_autofree char *name = self->source != NULL ? g_path_get_basename (self->source) : NULL;

  stafet_page_set_titles (page,
                          calendar != NULL ? calendar->name
                          : name != NULL   ? name
                                           : "",
                          _ ("nothing is written before you say so"));
  gtk_widget_set_visible (self->house_pick, self->source != NULL);
  fill_houses (self);
  if (!self->importing)
    look (self);
}

static void
stafet_calendar_page_focus (StafetPage *page)
{
  StafetCalendarPage *self = STAFET_CALENDAR_PAGE (page);

  self->focus = gtk_widget_get_visible (self->reading);
  gtk_widget_grab_focus (gtk_widget_get_sensitive (GTK_WIDGET (self->take)) ? GTK_WIDGET (self->take)
                         : self->source != NULL                             ? GTK_WIDGET (self->house)
                                                                            : self->again);
}

static void
stafet_calendar_page_dispose (GObject *object)
{
  StafetCalendarPage *self = STAFET_CALENDAR_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  if (self->stopping != NULL)
    g_cancellable_cancel (self->stopping);
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_CALENDAR_PAGE);
  g_clear_object (&self->stopping);
  g_clear_pointer (&self->import, stafet_calendar_import_free);
  g_clear_pointer (&self->file, file_release);
  g_clear_pointer (&self->source, g_free);
  G_OBJECT_CLASS (stafet_calendar_page_parent_class)->dispose (object);
}

static void
stafet_calendar_page_class_init (StafetCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_calendar_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_calendar_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_calendar_page_focus;
  g_type_ensure (STAFET_TYPE_PICK);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-calendar-page.ui");
#define CHILD(child) gtk_widget_class_bind_template_child (widget_class, StafetCalendarPage, child)
  CHILD (house);
  CHILD (house_pick);
  CHILD (reading);
  CHILD (again);
  CHILD (problem);
  CHILD (summary);
  CHILD (notes);
  CHILD (list);
  CHILD (take);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, house_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "page.again", NULL, again_cb);
}

static void
stafet_calendar_page_init (StafetCalendarPage *self)
{
  self->stopping = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  stafet_row_list_install (self->list, read_row, G_OBJECT (self));
  show_take (self);
}

StafetPage *
stafet_calendar_page_new_for_source (StafetDesk *desk, const char *source)
{
  StafetCalendarPage *self = g_object_new (STAFET_TYPE_CALENDAR_PAGE, "desk", desk, NULL);

  self->source = g_strdup (source);
  return STAFET_PAGE (self);
}

StafetPage *
stafet_calendar_page_new_for_calendar (StafetDesk *desk, StafetUid calendar)
{
  StafetCalendarPage *self = g_object_new (STAFET_TYPE_CALENDAR_PAGE, "desk", desk, NULL);

  self->calendar = calendar;
  return STAFET_PAGE (self);
}
