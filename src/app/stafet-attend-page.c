/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everybody is ticked who was planned; what is unticked is kept until it is saved with all the others.
 */
#include "stafet-attend-page.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "plan/stafet-use-close.h"
#include "schedule/stafet-day.h"
#include "stafet-actions.h"
#include "stafet-attend-dialog.h"
#include "stafet-attend-regulars.h"
#include "stafet-attend-row.h"
#include "stafet-line.h"
#include "stafet-look.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

/* So many shifts are shown at first, and as many again when more are asked for; all of them are saved. */
#define PAGE 40

struct _StafetAttendPage
{
  StafetPage parent_instance;

  StafetDate day;        /* NONE: all that are open … */
  int month;             /* … of this month alone, counted from the year 0; 0: of all */
  GHashTable *otherwise; /* owned: keys of places */
  StafetAgenda *agenda;  /* owned, nullable: what is over */
  GArray *said;          /* owned, nullable: Month, those that there are buttons of */
  guint shown;
  gboolean focus; /* the keyboard waits for the rows */

  /* Template children. */
  GtkLabel *summary, *chosen;
  GtkWidget *reopen, *bar, *more, *months;
  GtkButton *save;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StafetAttendPage, stafet_attend_page, STAFET_TYPE_PAGE)

static gboolean
is_of_day (const StafetAttendPage *self)
{
  return self->day != STAFET_DATE_NONE;
}

/* ——— What is in view ——— */

static int
month_of (StafetDate date)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  return year * 12 + month - 1;
}

static gboolean
is_in_view (const StafetAttendPage *self, const StafetEntry *entry)
{
  return self->month == 0 || self->month == month_of (stafet_wall_date (entry->start));
}

/* ——— What is saved ——— */

/* @day NONE: of all that is in view. (transfer full) of StafetEdit */
static GPtrArray *
edits_of (StafetAttendPage *self, StafetDate day)
{
  GPtrArray *edits = g_ptr_array_new ();

  for (guint i = 0; i < self->agenda->entries->len; i++)
    {
      const StafetEntry *entry = self->agenda->entries->pdata[i];

      if (day != STAFET_DATE_NONE ? stafet_wall_date (entry->start) != day : !is_in_view (self, entry))
        continue;
      for (guint j = 0; j < entry->n_shifts; j++)
        stafet_use_close_shift (self->agenda->snapshot, entry, &entry->shifts[j], self->otherwise, edits);
      stafet_attend_regulars_add_edits (self->agenda->snapshot, entry, self->otherwise, edits);
    }
  return edits;
}

static gboolean
is_confirmed (const StafetAttendPage *self)
{
  for (guint i = 0; i < self->agenda->entries->len; i++)
    if (stafet_day_is_unconfirmed (self->agenda->entries->pdata[i]))
      return FALSE;
  return TRUE;
}

/* How many days it is about, and how many did not come or came unexpectedly. */
typedef struct
{
  guint days, shifts, came, did_not;
} Counts;

static void
count_shift (const StafetAttendPage *self, const StafetEntry *entry, const StafetStaffing *staffing,
             Counts *counts)
{
  counts->shifts++;
  for (guint i = 0; i < staffing->n_places + staffing->n_away; i++)
    {
      const StafetPlace *place = &staffing->places[i];
      gboolean expected = stafet_place_is_expected (place);
      gboolean ticked = expected != stafet_place_is_among (self->otherwise, staffing, entry->original, place);

      counts->came += ticked ? (guint) place->count : 0;
      counts->did_not += !ticked && (expected || place->came == 0);
    }
}

static Counts
count (const StafetAttendPage *self)
{
  Counts counts = { 0 };
  StafetDate last = STAFET_DATE_NONE;

  for (guint i = 0; i < self->agenda->entries->len; i++)
    {
      const StafetEntry *entry = self->agenda->entries->pdata[i];

      if (!is_in_view (self, entry))
        continue;
      counts.days += stafet_wall_date (entry->start) != last;
      last = stafet_wall_date (entry->start);
      for (guint j = 0; j < entry->n_shifts; j++)
        count_shift (self, entry, &entry->shifts[j], &counts);
    }
  return counts;
}

/* ——— Showing ——— */

static void
show_counts (StafetAttendPage *self, Counts counts)
{
  g_autofree char *came = g_strdup_printf (ngettext_ ("%u came", "%u came", counts.came), counts.came);
  g_autofree char *did_not =
    g_strdup_printf (ngettext_ ("%u did not", "%u did not", counts.did_not), counts.did_not);
  g_autofree char *text = g_strdup_printf (counts.did_not > 0 ? "%s, %s" : "%s", came, did_not);
  g_autofree char *label =
    is_of_day (self)
      ? g_strdup (is_confirmed (self) ? _ ("Save what is put right") : _ ("Confirm the day"))
      : g_strdup_printf (ngettext_ ("Confirm %u day", "Confirm %u days", counts.days), counts.days);

  gtk_label_set_text (self->chosen, text);
  gtk_button_set_label (self->save, label);
  gtk_widget_set_visible (self->bar, counts.shifts > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.save",
                                 !is_of_day (self) || !is_confirmed (self)
                                   || g_hash_table_size (self->otherwise) > 0);
}

static void
show_chosen (StafetAttendPage *self)
{
  show_counts (self, count (self));
}

static void
show_summary (StafetAttendPage *self, Counts counts)
{
  g_autofree char *days = g_strdup_printf (
    ngettext_ ("%u day is not confirmed yet", "%u days are not confirmed yet", counts.days), counts.days);

  if (is_of_day (self))
    gtk_label_set_text (self->summary, counts.shifts == 0 ? _ ("Nobody was planned that day.")
                                       : is_confirmed (self)
                                         ? _ ("The day is confirmed. Put right what was not so, and save it.")
                                         : _ ("All are ticked who were planned. Untick who did not come."));
  else
    gtk_label_set_text (self->summary,
                        counts.shifts == 0 ? _ ("All days of the last 13 months are confirmed.") : days);
}

static GtkWidget *
day_row_new (StafetDate day)
{
  g_autofree char *words = stafet_words_date (stafet_i18n_get_language (), day);
  GtkWidget *line = stafet_line_new ("stafet-calendar-symbolic", words, "");
  GtkWidget *button = stafet_action_button_new (_ ("Confirm that day alone"), words, "page.save-day",
                                                g_variant_new_int32 (day));

  stafet_line_add_end (STAFET_LINE (line), button);
  gtk_widget_add_css_class (line, "day-line");
  return line;
}

static void
show_rows (StafetAttendPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  StafetDate last = STAFET_DATE_NONE;
  guint n = 0;

  for (guint i = 0; i < self->agenda->entries->len; i++)
    {
      const StafetEntry *entry = self->agenda->entries->pdata[i];
      GtkWidget *regulars;

      if (!is_in_view (self, entry))
        continue;
      if (!is_of_day (self) && n < self->shown && stafet_wall_date (entry->start) != last)
        g_ptr_array_add (rows, day_row_new (stafet_wall_date (entry->start)));
      last = stafet_wall_date (entry->start);
      for (guint j = 0; j < entry->n_shifts; j++)
        if (n++ < self->shown)
          g_ptr_array_add (rows, stafet_attend_row_new (desk, entry, &entry->shifts[j], self->otherwise));
      regulars = n <= self->shown ? stafet_attend_regulars_new (desk, entry, self->otherwise) : NULL;
      if (regulars != NULL)
        g_ptr_array_add (rows, regulars);
    }
  stafet_list_show (self->list, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  gtk_widget_set_visible (self->more, n > self->shown);
}

/* Whether anything was said of the day that can be taken back. */
static gboolean
has_rows (const StafetAttendPage *self)
{
  for (guint i = 0; i < self->agenda->entries->len; i++)
    {
      const StafetEntry *entry = self->agenda->entries->pdata[i];

      for (guint j = 0; j < entry->n_shifts; j++)
        for (guint k = 0; k < entry->shifts[j].n_places + entry->shifts[j].n_away; k++)
          if (entry->shifts[j].places[k].came >= 0)
            return TRUE;
    }
  return FALSE;
}

/* ——— Month by month ——— */

typedef struct
{
  int month;
  guint days;
} Month;

/* Those with open days, the newest first. */
static GArray *
find_months (const StafetAttendPage *self)
{
  GArray *months = g_array_new (FALSE, FALSE, sizeof (Month));
  StafetDate last = STAFET_DATE_NONE;

  for (guint i = 0; i < self->agenda->entries->len; i++)
    {
      StafetDate date = stafet_wall_date (((StafetEntry *) self->agenda->entries->pdata[i])->start);
      Month month = { month_of (date), 0 };

      if (date == last)
        continue;
      last = date;
      if (months->len == 0 || g_array_index (months, Month, months->len - 1).month != month.month)
        g_array_append_val (months, month);
      g_array_index (months, Month, months->len - 1).days++;
    }
  return months;
}

/* "May: 20 days" */
static char *
month_words (StafetAttendPage *self, const Month *month)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  const char *name = stafet_words_month (stafet_i18n_get_language (), month->month % 12 + 1);
  g_autofree char *capital = stafet_text_capital (name);
  g_autofree char *days = g_strdup_printf (ngettext_ ("%u day", "%u days", month->days), month->days);

  if (month->month / 12 == month_of (stafet_desk_today (desk)) / 12)
    return g_strdup_printf ("%s: %s", capital, days);
  return g_strdup_printf ("%s %d: %s", capital, month->month / 12, days);
}

static void show_all (StafetAttendPage *self);

#define MONTH "stafet-month"

static void
month_cb (GtkToggleButton *button, StafetAttendPage *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->month = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), MONTH));
  self->shown = PAGE;
  show_all (self);
}

/* Returns the first of its group. */
static GtkToggleButton *
add_month (StafetAttendPage *self, GtkToggleButton *first, int month, const char *words)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (words));

  g_object_set_data (G_OBJECT (button), MONTH, GINT_TO_POINTER (month));
  gtk_toggle_button_set_group (button, first);
  gtk_toggle_button_set_active (button, month == self->month);
  g_signal_connect (button, "toggled", G_CALLBACK (month_cb), self);
  stafet_wrap_box_append (STAFET_WRAP_BOX (self->months), GTK_WIDGET (button));
  return first != NULL ? first : button;
}

static void
fill_months (StafetAttendPage *self, const GArray *months)
{
  GtkToggleButton *first = NULL;
  Month all = { 0, 0 };
  g_autofree char *days = NULL, *words = NULL;

  for (guint i = 0; i < months->len; i++)
    all.days += g_array_index (months, Month, i).days;
  days = g_strdup_printf (ngettext_ ("%u day", "%u days", all.days), all.days);
  words = g_strdup_printf ("%s: %s", C_ ("months", "All"), days);
  stafet_wrap_box_remove_all (STAFET_WRAP_BOX (self->months));
  first = add_month (self, NULL, 0, words);
  for (guint i = 0; i < months->len; i++)
    {
      const Month *month = &g_array_index (months, Month, i);
      g_autofree char *its_words = month_words (self, month);

      add_month (self, first, month->month, its_words);
    }
}

static gboolean
are_same_months (const GArray *a, const GArray *b)
{
  return a != NULL && a->len == b->len && memcmp (a->data, b->data, a->len * sizeof (Month)) == 0;
}

/* Those that are there stay as long as they say the same: the keyboard may be on one. */
static void
show_months (StafetAttendPage *self)
{
  g_autoptr (GArray) months = find_months (self);
  gboolean found = FALSE;

  for (guint i = 0; i < months->len; i++)
    found = found || g_array_index (months, Month, i).month == self->month;
  if (!found)
    self->month = 0;
  if (are_same_months (self->said, months))
    return;
  fill_months (self, months);
  gtk_widget_set_visible (self->months, !is_of_day (self) && months->len > 1);
  g_clear_pointer (&self->said, g_array_unref);
  self->said = g_steal_pointer (&months);
}

static void
show_all (StafetAttendPage *self)
{
  Counts counts;

  show_months (self);
  show_rows (self);
  counts = count (self);
  show_summary (self, counts);
  show_counts (self, counts);
  gtk_widget_set_visible (self->reopen, is_of_day (self) && has_rows (self));
}

/* ——— Looking ——— */

/* Of a day what has begun; of those before what is open. */
static gboolean
is_wanted (const StafetEntry *entry, StafetWall now, gboolean day)
{
  if (entry->status == STAFET_STATUS_CANCELLED || entry->n_shifts == 0)
    return FALSE;
  return day ? entry->start <= now : stafet_day_is_unconfirmed (entry);
}

/* What was last is remembered best. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const StafetEntry *one = *(StafetEntry *const *) a, *other = *(StafetEntry *const *) b;
  StafetDate day = stafet_wall_date (one->start), other_day = stafet_wall_date (other->start);

  if (day != other_day)
    return day > other_day ? -1 : 1;
  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return strcmp (one->series, other->series);
}

/* So many days at once: a year of many houses would take much memory before it is sifted. */
#define DAYS_AT_ONCE 28

static StafetAgenda *
find_some (const StafetLook *look, StafetDate from, gboolean day)
{
  StafetAgendaQuery query = look->query;
  StafetAgenda *agenda;

  query.from = from;
  query.to = MIN (from + DAYS_AT_ONCE - 1, look->query.to);
  agenda = stafet_agenda_new (look->snapshot, &query);
  for (guint i = agenda->entries->len; i > 0; i--)
    if (!is_wanted (agenda->entries->pdata[i - 1], look->now, day))
      g_ptr_array_remove_index_fast (agenda->entries, i - 1);
  return agenda;
}

static gpointer
find_open (const StafetLook *look)
{
  gboolean day = look->query.from == look->query.to;
  StafetAgenda *agenda = find_some (look, look->query.from, day);

  for (StafetDate from = look->query.from + DAYS_AT_ONCE; from <= look->query.to; from += DAYS_AT_ONCE)
    {
      g_autoptr (StafetAgenda) more = find_some (look, from, day);

      g_ptr_array_extend_and_steal (agenda->entries, g_steal_pointer (&more->entries));
      more->entries = g_ptr_array_new ();
    }
  g_ptr_array_sort (agenda->entries, compare_entries);
  return agenda;
}

static void
show_open (StafetPage *page, gpointer found)
{
  StafetAttendPage *self = STAFET_ATTEND_PAGE (page);

  g_clear_pointer (&self->agenda, stafet_agenda_free);
  self->agenda = found;
  show_all (self);
  if (self->focus)
    stafet_page_focus (page);
}

static void
stafet_attend_page_refresh (StafetPage *page)
{
  static const StafetLookKind kind = { find_open, (GDestroyNotify) stafet_agenda_free, show_open };
  StafetAttendPage *self = STAFET_ATTEND_PAGE (page);
  StafetDesk *desk = stafet_page_get_desk (page);
  StafetAgendaQuery query;

  if (is_of_day (self))
    stafet_desk_fill_query (desk, &query, self->day, self->day);
  else
    stafet_desk_fill_past_query (desk, &query);
  stafet_look_run (page, &query, &kind);
}

/* ——— Actions ——— */

/* "s": the key of a place: ticked, or unticked. */
static void
tick_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetAttendPage *self = STAFET_ATTEND_PAGE (widget);
  const char *key = g_variant_get_string (parameter, NULL);

  (void) name;
  if (!g_hash_table_remove (self->otherwise, key))
    g_hash_table_add (self->otherwise, g_strdup (key));
  if (self->agenda != NULL)
    show_chosen (self);
}

static void
add_keys (const StafetEntry *entry, const StafetStaffing *staffing, GPtrArray *keys)
{
  for (guint i = 0; i < staffing->n_places + staffing->n_away; i++)
    g_ptr_array_add (keys, stafet_place_key (staffing, entry->original, &staffing->places[i]));
}

/* Of all places that an edit is about. @day NONE: all in view. (transfer full) */
static GPtrArray *
keys_of (const StafetAttendPage *self, StafetDate day)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->agenda->entries->len; i++)
    {
      const StafetEntry *entry = self->agenda->entries->pdata[i];

      if (day == STAFET_DATE_NONE ? !is_in_view (self, entry) : stafet_wall_date (entry->start) != day)
        continue;
      for (guint j = 0; j < entry->n_shifts; j++)
        add_keys (entry, &entry->shifts[j], keys);
      stafet_attend_regulars_add_keys (self->agenda->snapshot, entry, keys);
    }
  return keys;
}

/* @data: the keys of what is said now, and so expected. */
static gboolean
saved_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetAttendPage *self = owner;
  const GPtrArray *keys = data;

  (void) outcome;
  for (guint i = 0; error == NULL && i < keys->len; i++)
    g_hash_table_remove (self->otherwise, keys->pdata[i]);
  return FALSE;
}

/* @day NONE: about all that is in view; @label: transfer full */
static void
run (StafetAttendPage *self, GPtrArray *edits, StafetDate day, char *label)
{
  g_autofree char *owned = label;

  stafet_desk_edit_then (stafet_page_get_desk (STAFET_PAGE (self)), stafet_use_several (owned, edits), self,
                         saved_cb, keys_of (self, day), (GDestroyNotify) g_ptr_array_unref);
}

static char *
day_label (const char *format, StafetDate day)
{
  g_autofree char *words = stafet_words_date (stafet_i18n_get_language (), day);

  return g_strdup_printf (format, words);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetAttendPage *self = STAFET_ATTEND_PAGE (widget);
  guint days;

  (void) name;
  (void) parameter;
  if (self->agenda == NULL)
    return;
  days = count (self).days;
  run (self, edits_of (self, STAFET_DATE_NONE), STAFET_DATE_NONE,
       !is_of_day (self)
         ? g_strdup_printf (ngettext_ ("Confirmed who came on %u day", "Confirmed who came on %u days", days),
                            days)
         : day_label (is_confirmed (self) ? _ ("Put right: who came on %s") : _ ("Confirmed who came on %s"),
                      self->day));
}

/* "i": one of the days. */
static void
save_day_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetAttendPage *self = STAFET_ATTEND_PAGE (widget);
  StafetDate day = g_variant_get_int32 (parameter);

  (void) name;
  if (self->agenda != NULL)
    run (self, edits_of (self, day), day, day_label (_ ("Confirmed who came on %s"), day));
}

static void
reopen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetAttendPage *self = STAFET_ATTEND_PAGE (widget);
  GPtrArray *edits;

  (void) name;
  (void) parameter;
  if (self->agenda == NULL)
    return;
  edits = g_ptr_array_new ();
  for (guint i = 0; i < self->agenda->entries->len; i++)
    {
      const StafetEntry *entry = self->agenda->entries->pdata[i];

      for (guint j = 0; j < entry->n_shifts; j++)
        g_ptr_array_add (edits, stafet_use_reopen (entry->shifts[j].shift->parent.uid, entry->original));
    }
  run (self, edits, STAFET_DATE_NONE, day_label (_ ("Opened again: %s"), self->day));
}

/* "(si)": a shift and its original date. */
static void
dialog_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *window = stafet_window_of (widget);
  const char *shift;
  gint32 date;

  g_variant_get (parameter, "(&si)", &shift, &date);
  if (g_str_equal (name, "page.times"))
    stafet_times_dialog_show (window, stafet_uid_intern (shift), date);
  else
    stafet_helper_dialog_show (window, stafet_uid_intern (shift), date);
}

static void
more_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetAttendPage *self = STAFET_ATTEND_PAGE (widget);

  (void) name;
  (void) parameter;
  self->shown += PAGE;
  if (self->agenda != NULL)
    show_rows (self);
}

/* ——— GObject ——— */

static void
stafet_attend_page_focus (StafetPage *page)
{
  StafetAttendPage *self = STAFET_ATTEND_PAGE (page);

  self->focus = self->agenda == NULL;
  if (gtk_widget_get_visible (self->bar))
    gtk_widget_grab_focus (GTK_WIDGET (self->save));
  else if (!self->focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
stafet_attend_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_ATTEND_PAGE);
  G_OBJECT_CLASS (stafet_attend_page_parent_class)->dispose (object);
}

static void
stafet_attend_page_finalize (GObject *object)
{
  StafetAttendPage *self = STAFET_ATTEND_PAGE (object);

  g_clear_pointer (&self->agenda, stafet_agenda_free);
  g_clear_pointer (&self->said, g_array_unref);
  g_hash_table_unref (self->otherwise);
  G_OBJECT_CLASS (stafet_attend_page_parent_class)->finalize (object);
}

static void
stafet_attend_page_class_init (StafetAttendPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_attend_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_attend_page_finalize;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_attend_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_attend_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-attend-page.ui");
#define CHILD(child) gtk_widget_class_bind_template_child (widget_class, StafetAttendPage, child)
  CHILD (summary);
  CHILD (chosen);
  CHILD (reopen);
  CHILD (bar);
  CHILD (more);
  CHILD (months);
  CHILD (save);
  CHILD (list);
#undef CHILD
  gtk_widget_class_install_action (widget_class, "page.tick", "s", tick_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "page.all-came", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "page.save-day", "i", save_day_cb);
  gtk_widget_class_install_action (widget_class, "page.reopen", NULL, reopen_cb);
  gtk_widget_class_install_action (widget_class, "page.times", "(si)", dialog_cb);
  gtk_widget_class_install_action (widget_class, "page.helper", "(si)", dialog_cb);
  gtk_widget_class_install_action (widget_class, "page.more", NULL, more_cb);
}

static void
stafet_attend_page_init (StafetAttendPage *self)
{
  self->otherwise = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shown = PAGE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_attend_page_new_for_day (StafetDesk *desk, StafetDate day)
{
  g_autofree char *words = stafet_words_date (stafet_i18n_get_language (), day);
  StafetAttendPage *self =
    g_object_new (STAFET_TYPE_ATTEND_PAGE, "desk", desk, "title", _ ("Who came?"), "subtitle", words, NULL);

  self->day = day;
  return STAFET_PAGE (self);
}

StafetPage *
stafet_attend_page_new_open (StafetDesk *desk)
{
  StafetAttendPage *self = g_object_new (STAFET_TYPE_ATTEND_PAGE, "desk", desk, "title", _ ("Who came?"),
                                         "subtitle", _ ("Days not confirmed yet"), NULL);

  self->day = STAFET_DATE_NONE;
  return STAFET_PAGE (self);
}
