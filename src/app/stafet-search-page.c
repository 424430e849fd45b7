/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the search. The keyboard stays in the field: up and down choose among what is found, Enter
 * shows it, and Alt with a letter does what is most often done with a person.
 */
#include "stafet-search-page.h"

#include "core/stafet-task.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-search.h"
#include "stafet-found.h"
#include "stafet-line.h"
#include "stafet-place-target.h"
#include "stafet-popup.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

#define MOST 30
/* Only rows in view are shown, and a little below: so many where the view has no size yet, and so many more
 * at a time. */
#define AT_ONCE 8
#define PORTION 4
#define BELOW 60 /* pixels */
/* So many rows are made before the first letter, a few at a time. */
#define READY 16
#define READY_PORTION 2
/* A page that is not narrow has room for so many characters in one line, at every size of text. */
#define FITS 30
/* Regrets are for shifts so far ahead, of which so many are offered. */
#define DAYS_AHEAD 42
#define MOST_SHIFTS 8

/* Shows one hit after another: that takes a letter a fraction of what new widgets do. */
typedef struct
{
  StafetLine *line; /* borrowed from the list, with all in it */
  GtkWidget *ring, *regrets;
} Row;

struct _StafetSearchPage
{
  StafetPage parent_instance;

  StafetSearchIndex *index; /* owned, nullable: the first one is being made */
  gboolean indexing, again; /* one is being made; another must be, because the plan changed meanwhile */
  GPtrArray *hits;          /* owned: StafetSearchHit, borrowed from the index */
  GArray *rows;             /* owned: Row, of the first hits; those after the last that is shown are hidden */
  guint shown;              /* so many hits have a row */
  guint at_once;            /* so many rows fill the view; 0: not known yet */
  guint making;             /* source, or 0: rows are made ready */
  guint looking;            /* tick callback, or 0 */
  gboolean laid_out;        /* since it looks */

  /* Template children. */
  GtkSearchEntry *entry;
  GtkLabel *hint;
  GtkWidget *room; /* of the scroller */
  GtkScrolledWindow *scroller;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StafetSearchPage, stafet_search_page, STAFET_TYPE_PAGE)

/* ——— What is found ——— */

/* "volunteer · 13 58 31 42". (transfer full) */
static char *
detail_words (const StafetSearchHit *hit)
{
  const char *kind = hit->record != NULL ? _ (STAFET_RECORD_INFO (hit->record)->title) : _ ("command");

  return g_strconcat (kind, *hit->detail != '\0' ? " · " : "", hit->detail, NULL);
}

/* ——— What can be done with a hit ——— */

static StafetSearchHit *
chosen (StafetSearchPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int i = row != NULL ? gtk_list_box_row_get_index (row) : 0;

  return i >= 0 && i < (int) self->hits->len ? g_ptr_array_index (self->hits, (guint) i) : NULL;
}

/* The page goes before what it leads to comes: back is to where one came from. Whoever is only rung is told
 * of on the page. */
static void
show (StafetSearchPage *self, const StafetSearchHit *hit)
{
  StafetWindow *window = stafet_window_of (self);
  g_autoptr (StafetSearchPage) kept = g_object_ref (self);
  StafetUid uid = hit->record != NULL ? hit->record->uid : NULL;
  StafetKind kind = hit->kind;
  const char *command = hit->data;

  if (kind == STAFET_KIND_VOLUNTEER || kind == STAFET_KIND_ACTIVITY || kind == STAFET_KIND_WARD
      || kind == STAFET_KIND_NONE)
    stafet_window_remove_page (window, STAFET_PAGE (self));
  stafet_found_show (window, kind, uid, command);
}

/* Her next shifts, to say from which she sends regrets. */
static void
offer_regrets (StafetSearchPage *self, const StafetSearchHit *hit, GtkWidget *row)
{
  StafetLanguage language = stafet_i18n_get_language ();
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  StafetAgendaQuery query = { .from = today, .to = today + DAYS_AHEAD, .volunteer = hit->record->uid };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (stafet_page_get_snapshot (STAFET_PAGE (self)), &query);
  g_autoptr (GMenu) menu = g_menu_new ();
  guint n = 0;

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = agenda->entries->pdata[i];

      for (guint j = 0; entry->status != STAFET_STATUS_CANCELLED && j < entry->n_shifts && n < MOST_SHIFTS;
           j++)
        for (guint k = 0; k < entry->shifts[j].n_places; k++)
          if (entry->shifts[j].places[k].volunteer == (StafetVolunteer *) hit->record)
            {
              g_autofree char *day = stafet_words_short_date (language, stafet_wall_date (entry->start));
              g_autofree char *label = g_strdup_printf (_ ("Regrets %s · %s"), day, entry->title);

              stafet_menu_append (menu, label, "win.regret",
                                  stafet_place_target_new (entry->shifts[j].shift->parent.uid,
                                                           entry->original, &entry->shifts[j].places[k]));
              n++;
            }
    }
  if (n > 0)
    stafet_popup_menu (row, G_MENU_MODEL (menu));
  else
    {
      g_autofree char *text = g_strdup_printf (_ ("%s is on no shift the next six weeks."), hit->name);

      stafet_window_tell (stafet_window_of (self), text, FALSE);
    }
}

/* ——— Rows ——— */

static StafetSearchHit *
hit_of (StafetSearchPage *self, GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return g_ptr_array_index (self->hits, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
ring_cb (GtkWidget *button, StafetSearchPage *self)
{
  stafet_found_ring (stafet_window_of (self), hit_of (self, button)->record);
}

static void
regret_cb (GtkWidget *button, StafetSearchPage *self)
{
  offer_regrets (self, hit_of (self, button), button);
}

static GtkWidget *
add_button (StafetSearchPage *self, StafetLine *line, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", callback, self, 0);
  stafet_line_add_end (line, button);
  return button;
}

static void
add_row (StafetSearchPage *self)
{
  GtkWidget *line = stafet_line_new (NULL, "", "");
  Row row = { STAFET_LINE (line), NULL, NULL };

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
  gtk_widget_set_focusable (line, TRUE);
  row.ring = add_button (self, row.line, _ ("Ring"), G_CALLBACK (ring_cb));
  row.regrets = add_button (self, row.line, _ ("Regrets"), G_CALLBACK (regret_cb));
  g_array_append_val (self->rows, row);
  gtk_list_box_append (self->list, line);
}

static void
button_show (GtkWidget *button, const StafetSearchHit *hit)
{
  g_autofree char *spoken = g_strdup_printf ("%s: %s", gtk_button_get_label (GTK_BUTTON (button)), hit->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (button, hit->kind == STAFET_KIND_VOLUNTEER);
}

static void
row_show (const Row *row, const StafetSearchHit *hit, int fits)
{
  g_autofree char *detail = detail_words (hit);

  stafet_line_set_fits (row->line, fits);
  stafet_line_set (row->line, stafet_found_icon (hit->kind), hit->name, detail);
  button_show (row->ring, hit);
  button_show (row->regrets, hit);
  gtk_widget_show (GTK_WIDGET (row->line));
}

static void
show_up_to (StafetSearchPage *self, guint n)
{
  int fits = stafet_page_is_narrow (STAFET_PAGE (self)) ? 0 : FITS;

  for (; self->shown < MIN (n, self->hits->len); self->shown++)
    {
      if (self->shown == self->rows->len)
        add_row (self);
      row_show (&g_array_index (self->rows, Row, self->shown), self->hits->pdata[self->shown], fits);
    }
}

static gboolean
make_cb (gpointer data)
{
  StafetSearchPage *self = data;

  for (int i = 0; i < READY_PORTION && self->rows->len < READY; i++)
    {
      add_row (self);
      gtk_widget_hide (GTK_WIDGET (g_array_index (self->rows, Row, self->rows->len - 1).line));
    }
  if (self->rows->len < READY)
    return G_SOURCE_CONTINUE;
  self->making = 0;
  return G_SOURCE_REMOVE;
}

/* ——— The room of the list ——— */

/* What is found scrolls, so that it asks for no height: else a window that asks how high all would be at this
 * width and that breaks every row's text anew, for each letter, to no end. */
static void
measure_room (GtkWidget *room, GtkOrientation orientation, int for_size, int *minimum, int *natural,
              int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (room);

  (void) for_size;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    child = gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (child));
  gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
}

static void
allocate_room (GtkWidget *room, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (room), width, height, baseline, NULL);
}

/* ——— As many as are in view ——— */

/* Whoever goes into the list with the keyboard or a screen reader has all of it. */
static gboolean
is_within (StafetSearchPage *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
}

/* What is shown must be laid out before its height is known: that is after the first frame. */
static gboolean
look_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  StafetSearchPage *self = STAFET_SEARCH_PAGE (widget);
  GtkAdjustment *view = gtk_scrolled_window_get_vadjustment (self->scroller);
  double top = gtk_adjustment_get_value (view), bottom = top + gtk_adjustment_get_page_size (view);

  (void) clock;
  (void) data;
  if (!self->laid_out)
    {
      self->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }
  if (self->shown < self->hits->len && (is_within (self) || gtk_adjustment_get_upper (view) < bottom + BELOW))
    {
      show_up_to (self, self->shown + PORTION);
      if (top <= 0 && !is_within (self))
        self->at_once = MAX (self->at_once, self->shown);
      self->laid_out = FALSE;
      return G_SOURCE_CONTINUE;
    }
  self->looking = 0;
  return G_SOURCE_REMOVE;
}

/* Whether more must be shown. */
static void
look (StafetSearchPage *self)
{
  if (self->shown == self->hits->len)
    return;
  self->laid_out = FALSE;
  if (self->looking == 0)
    self->looking = gtk_widget_add_tick_callback (GTK_WIDGET (self), look_cb, NULL, NULL);
}

/* A screen reader is told of another choice, though it is the same row. */
static void
choose_first (StafetSearchPage *self)
{
  gtk_list_box_select_row (self->list, NULL);
  if (self->hits->len > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/* What fits in the view when all are as high as the first one, which is shown. */
static guint
count_in_view (StafetSearchPage *self)
{
  GtkAdjustment *view = gtk_scrolled_window_get_vadjustment (self->scroller);
  int width = gtk_widget_get_width (GTK_WIDGET (self->scroller)), height;

  if (width <= 0)
    return AT_ONCE;
  gtk_widget_measure (GTK_WIDGET (g_array_index (self->rows, Row, 0).line), GTK_ORIENTATION_VERTICAL, width,
                      NULL, &height, NULL, NULL);
  return (guint) ((gtk_adjustment_get_page_size (view) + BELOW) / MAX (height, 1)) + 1;
}

/* At least @n rows, where there is as much to show. */
static void
search (StafetSearchPage *self, guint n)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_ptr_array_unref (self->hits);
  self->hits = self->index != NULL ? stafet_search (self->index, typed, MOST) : g_ptr_array_new ();
  self->shown = 0;
  show_up_to (self, 1);
  choose_first (self);
  if (self->at_once == 0 && self->shown > 0)
    self->at_once = count_in_view (self);
  show_up_to (self, MAX (n, self->at_once));
  for (guint i = self->shown; i < self->rows->len; i++)
    gtk_widget_hide (GTK_WIDGET (g_array_index (self->rows, Row, i).line));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->hits->len > 0);
  gtk_label_set_text (self->hint,
                      *typed == '\0' || self->hits->len > 0 || self->index == NULL
                        ? _ ("Enter shows what is chosen. Alt+R: its telephone number. Alt+A: regrets.")
                        : _ ("Nothing is called that. Try fewer letters, or another word."));
  look (self);
}

static void
changed_cb (StafetSearchPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  search (self, 0);
}

/* ——— What is searched ——— */

typedef struct
{
  StafetSnapshot *snapshot; /* owned */
  StafetDate today;
} Ground;

static void
ground_free (gpointer data)
{
  Ground *ground = data;

  stafet_snapshot_unref (ground->snapshot);
  g_free (ground);
}

static Ground *
ground_new (StafetSearchPage *self)
{
  Ground *ground = g_new (Ground, 1);

  ground->snapshot = stafet_snapshot_ref (stafet_page_get_snapshot (STAFET_PAGE (self)));
  ground->today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  return ground;
}

static void
index_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Ground *ground = data;

  (void) source;
  (void) cancellable;
  g_task_return_pointer (task, stafet_search_index_new (ground->snapshot, ground->today),
                         (GDestroyNotify) stafet_search_index_free);
}

/* Takes @index. A hit is borrowed from its index, and goes before it. */
static void
use_index (StafetSearchPage *self, StafetSearchIndex *index)
{
  g_ptr_array_set_size (self->hits, 0);
  g_clear_pointer (&self->index, stafet_search_index_free);
  self->index = index;
  stafet_found_add_commands (self->index, FALSE);
  search (self, self->shown);
}

static void make_index (StafetSearchPage *self);

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetSearchPage *self = STAFET_SEARCH_PAGE (source);
  g_autoptr (StafetSearchIndex) index = g_task_propagate_pointer (G_TASK (result), NULL);

  (void) data;
  self->indexing = FALSE;
  /* It went away meanwhile. */
  if (self->list == NULL)
    return;
  use_index (self, g_steal_pointer (&index));
  if (self->again)
    make_index (self);
}

/* Thousands of names to fold: beside the window, which searches what it has until then. */
static void
make_index (StafetSearchPage *self)
{
  g_autoptr (GTask) task = NULL;

  self->again = self->indexing;
  if (self->indexing)
    return;
  self->indexing = TRUE;
  task = stafet_task_new (self, NULL, indexed_cb, NULL);
  g_task_set_task_data (task, ground_new (self), ground_free);
  g_task_run_in_thread (task, index_thread);
}

/* Whoever is faster than that does not press Enter in vain. */
static void
need_index (StafetSearchPage *self)
{
  if (self->index == NULL)
    use_index (self, stafet_search_index_new (stafet_page_get_snapshot (STAFET_PAGE (self)),
                                              stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)))));
}

/* ——— Choosing ——— */

static void
activate_cb (StafetSearchPage *self)
{
  const StafetSearchHit *hit;

  need_index (self);
  hit = chosen (self);
  if (hit != NULL)
    show (self, hit);
}

static void
row_cb (StafetSearchPage *self, GtkListBoxRow *row)
{
  show (self, g_ptr_array_index (self->hits, (guint) gtk_list_box_row_get_index (row)));
}

/* Escape: first the text, then the page. */
static void
stop_cb (StafetSearchPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    stafet_window_remove_page (stafet_window_of (self), STAFET_PAGE (self));
}

/* ——— The keyboard ——— */

/* What is chosen is in view, though the keyboard stays in the field. */
static void
scroll_to (StafetSearchPage *self, GtkListBoxRow *row)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds)
      && bounds.size.height > 0)
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroller), bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

static void
choose (StafetSearchPage *self, int steps)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int i = (row != NULL ? gtk_list_box_row_get_index (row) : -1) + steps;

  if (self->hits->len == 0)
    return;
  i = CLAMP (i, 0, (int) self->hits->len - 1);
  show_up_to (self, (guint) i + PORTION);
  row = gtk_list_box_get_row_at_index (self->list, i);
  gtk_list_box_select_row (self->list, row);
  scroll_to (self, row);
}

static gboolean
key_cb (StafetSearchPage *self, guint key, guint code, GdkModifierType state)
{
  StafetSearchHit *hit = chosen (self);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  (void) code;
  state &= gtk_accelerator_get_default_mod_mask ();
  if (state == GDK_ALT_MASK && hit != NULL && hit->kind == STAFET_KIND_VOLUNTEER)
    switch (key)
      {
      case GDK_KEY_r:
        stafet_found_ring (stafet_window_of (self), hit->record);
        return TRUE;
      case GDK_KEY_a:
        offer_regrets (self, hit, GTK_WIDGET (row));
        return TRUE;
      default:
        return FALSE;
      }
  if (state != 0 || (key != GDK_KEY_Down && key != GDK_KEY_Up))
    return FALSE;
  choose (self, key == GDK_KEY_Down ? 1 : -1);
  return TRUE;
}

/* ——— The page ——— */

static void
stafet_search_page_refresh (StafetPage *page)
{
  StafetSearchPage *self = STAFET_SEARCH_PAGE (page);

  search (self, self->shown);
  make_index (self);
}

static void
stafet_search_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (STAFET_SEARCH_PAGE (page)->entry));
}

static void
stafet_search_page_dispose (GObject *object)
{
  g_clear_handle_id (&STAFET_SEARCH_PAGE (object)->making, g_source_remove);
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_SEARCH_PAGE);
  G_OBJECT_CLASS (stafet_search_page_parent_class)->dispose (object);
}

static void
stafet_search_page_finalize (GObject *object)
{
  g_ptr_array_unref (STAFET_SEARCH_PAGE (object)->hits);
  g_array_unref (STAFET_SEARCH_PAGE (object)->rows);
  g_clear_pointer (&STAFET_SEARCH_PAGE (object)->index, stafet_search_index_free);
  G_OBJECT_CLASS (stafet_search_page_parent_class)->finalize (object);
}

static void
stafet_search_page_class_init (StafetSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_search_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_search_page_finalize;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_search_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_search_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, StafetSearchPage, hint);
  gtk_widget_class_bind_template_child (widget_class, StafetSearchPage, room);
  gtk_widget_class_bind_template_child (widget_class, StafetSearchPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StafetSearchPage, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, look);
}

static void
stafet_search_page_init (StafetSearchPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkAdjustment *view;

  self->hits = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->making = g_timeout_add_full (G_PRIORITY_LOW, 15, make_cb, self, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->room, gtk_custom_layout_new (NULL, measure_room, allocate_room));
  view = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (view, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "value-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  /* Before the field, which would move its cursor. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

void
stafet_search_page_search (StafetSearchPage *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

StafetPage *
stafet_search_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_SEARCH_PAGE, "desk", desk, "title", _ ("Search"), NULL);
}
