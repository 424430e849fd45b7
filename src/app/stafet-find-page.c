/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of candidates.
 */
#include "stafet-find-page.h"

#include "core/stafet-words.h"
#include "schedule/stafet-candidates.h"
#include "schedule/stafet-entry-words.h"
#include "stafet-actions.h"
#include "stafet-called.h"
#include "stafet-candidate-row.h"
#include "stafet-hole-view.h"
#include "stafet-line.h"
#include "stafet-place-target.h"
#include "stafet-volunteer-row.h"
#include "stafet-widget.h"
#include "stafet-window.h"

/* So many are shown at first. */
#define PAGE_SIZE 20

struct _StafetFindPage
{
  StafetPage parent_instance;

  StafetUid shift;
  StafetDate date;
  guint shown;        /* how many possible candidates may be shown */
  gboolean was_short; /* somebody was missing when the page was last shown */
  char *asked_shown;  /* owned: who was asked, and their telephones, as the list says it */

  /* Template children. */
  StafetHoleView *hole;
  GtkLabel *possible_title, *lent_title, *impossible_title, *nobody;
  GtkListBox *asked, *possible, *lent, *impossible;
  GtkWidget *asked_box, *lent_box, *more, *impossible_box, *gone, *content;
};

G_DEFINE_FINAL_TYPE (StafetFindPage, stafet_find_page, STAFET_TYPE_PAGE)

/* ——— The hole ——— */

static const StafetStaffing *
find_staffing (const StafetEntry *entry, StafetUid shift)
{
  for (guint i = 0; i < entry->n_shifts; i++)
    if (entry->shifts[i].shift->parent.uid == shift)
      return &entry->shifts[i];
  return NULL;
}

/* The agenda of the one date; NULL when it or the shift is gone, or cancelled. */
static StafetDayAgenda *
read_date (StafetFindPage *self, const StafetEntry **entry, const StafetStaffing **staffing)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  StafetShift *shift = stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, self->shift);
  StafetKind kind = shift != NULL && shift->activity != NULL ? STAFET_KIND_ACTIVITY : STAFET_KIND_SHIFT;
  StafetAgenda *agenda;

  if (shift == NULL)
    return NULL;
  agenda = stafet_agenda_new_occurrence (snapshot, kind,
                                         shift->activity != NULL ? shift->activity : self->shift, self->date);
  if (agenda == NULL)
    return NULL;
  *entry = g_ptr_array_index (agenda->entries, 0);
  *staffing = find_staffing (*entry, self->shift);
  if (*staffing != NULL && (*entry)->status != STAFET_STATUS_CANCELLED)
    return stafet_day_agenda_new (agenda);
  stafet_agenda_free (agenda);
  return NULL;
}

static void
show_hole (StafetFindPage *self, StafetDayAgenda *agenda, const StafetEntry *entry,
           const StafetStaffing *staffing)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetDayContent content = { .kind = STAFET_DAY_HOLE,
                               .agenda = agenda,
                               .entry = entry,
                               .staffing = staffing,
                               .today = stafet_desk_today (desk) };
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), stafet_wall_date (staffing->start));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", entry->title, day);

  stafet_hole_view_bind (self->hole, &content);
  stafet_page_set_titles (STAFET_PAGE (self), _ ("Find a volunteer"), subtitle);
}

/* ——— Who was asked and has not answered ——— */

static GtkWidget *
answer_button_new (const char *label, const char *format, const char *action, GVariant *target,
                   const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *spoken = g_strdup_printf (format, name);

  stafet_actionable_set (button, action, target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

static char *
phones_of (StafetFindPage *self, const StafetPlace *place)
{
  if (place->volunteer == NULL)
    return g_strdup ("");
  return stafet_volunteer_phones (stafet_page_get_snapshot (STAFET_PAGE (self)), place->volunteer);
}

/* What came of the newest call, and that her house is asked, too. (transfer full) */
static char *
about_words (StafetFindPage *self, const StafetPlace *place)
{
  const StafetCall *call = place->volunteer != NULL
                             ? stafet_called_last (stafet_page_get_snapshot (STAFET_PAGE (self)), self->shift,
                                                   self->date, place->volunteer->parent.uid)
                             : NULL;
  g_autofree char *called =
    call != NULL ? stafet_called_words (stafet_page_get_plan (STAFET_PAGE (self)), call) : g_strdup ("");
  const char *lent =
    place->borrowed == STAFET_BORROWED_ASKED ? _ ("the house has not said yes to lending yet") : "";

  return g_strconcat (called, *called != '\0' && *lent != '\0' ? " · " : "", lent, NULL);
}

static void
add_about (StafetFindPage *self, StafetLine *line, const StafetPlace *place)
{
  g_autofree char *about = about_words (self, place);

  if (*about != '\0')
    stafet_line_add_text (line, about);
}

static void
add_asked (StafetFindPage *self, const StafetPlace *place)
{
  const char *name = stafet_place_get_name (place);
  g_autofree char *phones = phones_of (self, place);
  StafetLine *line = STAFET_LINE (stafet_line_new ("stafet-asked-symbolic", name, phones));
  GtkWidget *promised = answer_button_new (_ ("Has promised"), _ ("%s has promised"), "win.put-on",
                                           stafet_place_target_new (self->shift, self->date, place), name);

  add_about (self, line, place);
  gtk_widget_add_css_class (promised, "suggested-action");
  stafet_line_add_end (line, promised);
  stafet_line_add_end (line,
                       answer_button_new (_ ("Said no"), _ ("%s said no"), "win.regret",
                                          stafet_place_target_new (self->shift, self->date, place), name));
  if (place->volunteer != NULL)
    {
      stafet_line_add_end (
        line, answer_button_new (_ ("Wants to think"), _ ("%s wants to think about it"), "win.waits",
                                 stafet_place_target_new (self->shift, self->date, place), name));
      stafet_line_add_end (line, answer_button_new (_ ("No answer"), _ ("%s did not answer"), "win.no-answer",
                                                    stafet_place_target_new (self->shift, self->date, place),
                                                    name));
    }
  gtk_list_box_append (self->asked, GTK_WIDGET (line));
}

static char *
describe_asked (StafetFindPage *self, const StafetStaffing *staffing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < staffing->n_places; i++)
    {
      const StafetPlace *place = &staffing->places[i];
      g_autofree char *phones = NULL, *about = NULL;

      if (place->state != STAFET_PLACE_ASKED)
        continue;
      phones = phones_of (self, place);
      about = about_words (self, place);
      g_string_append_printf (text, "%p %s %s %s\n", (gpointer) place->volunteer,
                              stafet_place_get_name (place), phones, about);
    }
  return g_string_free (text, FALSE);
}

/* The rows stay while they say the same, so that the keyboard stays where it was. */
static void
show_asked (StafetFindPage *self, const StafetStaffing *staffing)
{
  char *asked = describe_asked (self, staffing);
  gboolean same = g_strcmp0 (asked, self->asked_shown) == 0;

  g_free (self->asked_shown);
  self->asked_shown = asked;
  if (same)
    return;
  stafet_list_clear (self->asked);
  for (guint i = 0; i < staffing->n_places; i++)
    if (staffing->places[i].state == STAFET_PLACE_ASKED)
      add_asked (self, &staffing->places[i]);
  gtk_widget_set_visible (self->asked_box, staffing->asked > 0);
}

/* ——— Candidates ——— */

static StafetCandidateRow *
row_at (GtkListBox *list, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) i);

  if (row != NULL)
    return STAFET_CANDIDATE_ROW (row);
  row = GTK_LIST_BOX_ROW (stafet_candidate_row_new ());
  gtk_list_box_append (list, GTK_WIDGET (row));
  return STAFET_CANDIDATE_ROW (row);
}

static void
drop_rows (GtkListBox *list, guint from)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, (int) from)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

typedef enum
{
  PART_POSSIBLE,
  PART_LENT, /* possible, if another house agrees */
  PART_IMPOSSIBLE
} Part;

static Part
part_of (const StafetCandidate *candidate)
{
  if (!candidate->possible)
    return PART_IMPOSSIBLE;
  return candidate->lender != NULL ? PART_LENT : PART_POSSIBLE;
}

/* Rows are filled in anew where they stand, so that the keyboard stays where it was. */
static guint
show_candidates (StafetFindPage *self, const GPtrArray *candidates, Part part, gboolean permanent,
                 GtkListBox *list)
{
  StafetPlan *plan = stafet_page_get_plan (STAFET_PAGE (self));
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const StafetCandidate *candidate = g_ptr_array_index (candidates, i);

      if (part_of (candidate) != part)
        continue;
      if (n < self->shown)
        stafet_candidate_row_bind (row_at (list, n), plan, candidate, self->shift, self->date, n + 1,
                                   permanent);
      n++;
    }
  drop_rows (list, MIN (n, self->shown));
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
  return n;
}

static void
show_counts (StafetFindPage *self, guint possible, guint lent, guint impossible)
{
  g_autofree char *borrow = g_strdup_printf (_ ("Can be borrowed from other houses (%u)"), lent);
  g_autofree char *can = g_strdup_printf (_ ("Can be asked (%u)"), possible);
  g_autofree char *cannot = g_strdup_printf (_ ("Cannot, and why (%u)"), impossible);

  gtk_label_set_text (self->possible_title, can);
  gtk_label_set_text (self->impossible_title, cannot);
  gtk_label_set_text (self->lent_title, borrow);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), possible + lent == 0);
  gtk_widget_set_visible (self->more,
                          possible > self->shown || lent > self->shown || impossible > self->shown);
  gtk_widget_set_visible (GTK_WIDGET (self->possible_title), possible > 0 || lent == 0);
  gtk_widget_set_visible (self->lent_box, lent > 0);
  gtk_widget_set_visible (self->impossible_box, impossible > 0);
}

static void
show_gone (StafetFindPage *self)
{
  gtk_widget_hide (self->content);
  gtk_widget_show (self->gone);
  stafet_list_clear (self->possible);
  stafet_list_clear (self->lent);
  stafet_list_clear (self->impossible);
}

/* The hole was filled: back to where it was seen. */
static gboolean
leave_cb (gpointer data)
{
  StafetFindPage *self = data;
  StafetWindow *window = stafet_window_of (self);

  if (window != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    stafet_window_pop (window);
  return G_SOURCE_REMOVE;
}

static void
stafet_find_page_refresh (StafetPage *page)
{
  StafetFindPage *self = STAFET_FIND_PAGE (page);
  StafetSnapshot *snapshot = stafet_page_get_snapshot (page);
  const StafetEntry *entry;
  const StafetStaffing *staffing;
  g_autoptr (StafetDayAgenda) agenda = read_date (self, &entry, &staffing);
  g_autoptr (GPtrArray) candidates = NULL;
  guint possible, lent, impossible;

  if (agenda != NULL)
    candidates = stafet_candidates_find (
      snapshot, stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, self->shift), self->date,
      stafet_desk_now (stafet_page_get_desk (page)), stafet_i18n_get_language (), NULL);
  if (candidates == NULL)
    {
      show_gone (self);
      return;
    }
  gtk_widget_show (self->content);
  gtk_widget_hide (self->gone);
  show_hole (self, agenda, entry, staffing);
  show_asked (self, staffing);
  possible = show_candidates (self, candidates, PART_POSSIBLE, staffing->permanent > 0, self->possible);
  lent = show_candidates (self, candidates, PART_LENT, FALSE, self->lent);
  impossible = show_candidates (self, candidates, PART_IMPOSSIBLE, FALSE, self->impossible);
  show_counts (self, possible, lent, impossible);
  if (self->was_short && staffing->missing == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_cb, g_object_ref (self), g_object_unref);
  self->was_short = staffing->missing > 0;
}

static void
stafet_find_page_focus (StafetPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (STAFET_FIND_PAGE (page)->possible), GTK_DIR_TAB_FORWARD);
}

static void
more_cb (StafetFindPage *self)
{
  self->shown += 100;
  stafet_page_refresh (STAFET_PAGE (self));
}

/* ——— GObject ——— */

static void
stafet_find_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_FIND_PAGE);
  G_OBJECT_CLASS (stafet_find_page_parent_class)->dispose (object);
}

static void
stafet_find_page_finalize (GObject *object)
{
  g_free (STAFET_FIND_PAGE (object)->asked_shown);
  G_OBJECT_CLASS (stafet_find_page_parent_class)->finalize (object);
}

static void
stafet_find_page_class_init (StafetFindPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_find_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_find_page_finalize;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_find_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_find_page_focus;
  g_type_ensure (STAFET_TYPE_HOLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-find-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, hole);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, possible_title);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, impossible_title);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, lent_title);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, lent);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, lent_box);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, possible);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, asked);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, asked_box);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, impossible);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, more);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, impossible_box);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, gone);
  gtk_widget_class_bind_template_child (widget_class, StafetFindPage, content);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
stafet_find_page_init (StafetFindPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stafet_hole_view_hide_button (self->hole);
  self->shown = PAGE_SIZE;
}

StafetPage *
stafet_find_page_new (StafetDesk *desk, StafetUid shift, StafetDate date)
{
  StafetFindPage *self =
    g_object_new (STAFET_TYPE_FIND_PAGE, "desk", desk, "title", _ ("Find a volunteer"), NULL);

  self->shift = shift;
  self->date = date;
  return STAFET_PAGE (self);
}
