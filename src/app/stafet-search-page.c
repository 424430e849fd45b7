/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the search. The keyboard stays in the field: up and down choose among what is found, Enter
 * shows it, and Alt with a letter does what is most often done with a person.
 */
#include "stafet-search-page.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-search.h"
#include "stafet-found.h"
#include "stafet-line.h"
#include "stafet-place-target.h"
#include "stafet-popup.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

#define MOST 30
/* Regrets are for shifts so far ahead, of which so many are offered. */
#define DAYS_AHEAD 42
#define MOST_SHIFTS 8

struct _StafetSearchPage
{
  StafetPage parent_instance;

  StafetSearchIndex *index; /* owned, nullable: made when it is asked for */
  GPtrArray *hits;          /* owned: StafetSearchHit, borrowed from the index */

  /* Template children. */
  GtkSearchEntry *entry;
  GtkLabel *hint;
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

static StafetSearchIndex *
get_index (StafetSearchPage *self)
{
  if (self->index == NULL)
    {
      self->index = stafet_search_index_new (stafet_page_get_snapshot (STAFET_PAGE (self)),
                                             stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self))));
      stafet_found_add_commands (self->index, FALSE);
    }
  return self->index;
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

static void
add_button (StafetSearchPage *self, GtkWidget *line, const StafetSearchHit *hit, const char *label,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", label, hit->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  stafet_line_add_end (STAFET_LINE (line), button);
}

static GtkWidget *
row_new (StafetSearchPage *self, const StafetSearchHit *hit)
{
  g_autofree char *detail = detail_words (hit);
  GtkWidget *line = stafet_line_new (stafet_found_icon (hit->kind), hit->name, detail);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
  gtk_widget_set_focusable (line, TRUE);
  gtk_widget_set_name (line, hit->record != NULL ? hit->record->uid : hit->data);
  if (hit->kind == STAFET_KIND_VOLUNTEER)
    {
      add_button (self, line, hit, _ ("Ring"), G_CALLBACK (ring_cb));
      add_button (self, line, hit, _ ("Regrets"), G_CALLBACK (regret_cb));
    }
  return line;
}

/* What was made for what is no longer there must not be kept: a hit is borrowed from the index. */
static void
search (StafetSearchPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  g_ptr_array_unref (self->hits);
  self->hits = stafet_search (get_index (self), typed, MOST);
  for (guint i = 0; i < self->hits->len; i++)
    g_ptr_array_add (rows, row_new (self, g_ptr_array_index (self->hits, i)));
  stafet_list_show (self->list, rows);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->hits->len > 0);
  if (*typed == '\0')
    gtk_label_set_text (self->hint,
                        _ ("Enter shows what is chosen. Alt+R: its telephone number. Alt+A: regrets."));
  else
    gtk_label_set_text (self->hint,
                        self->hits->len > 0
                          ? _ ("Enter shows what is chosen. Alt+R: its telephone number. Alt+A: regrets.")
                          : _ ("Nothing is called that. Try fewer letters, or another word."));
}

static void
changed_cb (StafetSearchPage *self)
{
  search (self);
}

static void
activate_cb (StafetSearchPage *self)
{
  const StafetSearchHit *hit = chosen (self);

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

static void
choose (StafetSearchPage *self, int steps)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int i = (row != NULL ? gtk_list_box_row_get_index (row) : -1) + steps;

  row = gtk_list_box_get_row_at_index (self->list, CLAMP (i, 0, MAX (0, (int) self->hits->len - 1)));
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
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

  g_ptr_array_set_size (self->hits, 0);
  g_clear_pointer (&self->index, stafet_search_index_free);
  search (self);
}

static void
stafet_search_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (STAFET_SEARCH_PAGE (page)->entry));
}

static void
stafet_search_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_SEARCH_PAGE);
  G_OBJECT_CLASS (stafet_search_page_parent_class)->dispose (object);
}

static void
stafet_search_page_finalize (GObject *object)
{
  g_ptr_array_unref (STAFET_SEARCH_PAGE (object)->hits);
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
  gtk_widget_class_bind_template_child (widget_class, StafetSearchPage, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
}

static void
stafet_search_page_init (StafetSearchPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->hits = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
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
