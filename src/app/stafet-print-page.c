/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of paper: what is shown is drawn by the very functions that print.
 */
#include "stafet-print-page.h"

#include "core/stafet-words.h"
#include "paper/stafet-sheet-arrivals.h"
#include "paper/stafet-sheet-calls.h"
#include "paper/stafet-sheet-doors.h"
#include "paper/stafet-sheet-loan.h"
#include "paper/stafet-sheet-programme.h"
#include "paper/stafet-sheet-roster.h"
#include "paper/stafet-sheet-sharing.h"
#include "paper/stafet-sheet-told.h"
#include "publish/stafet-share.h"
#include "schedule/stafet-loans.h"
#include "stafet-print-watch.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

/* A page is shown so wide, in pixels at 100 % text. */
#define SHOWN_WIDTH 460
#define SHOWN_NARROW 290
#define MOST_SHOWN 24

typedef enum
{
  SHEET_PROGRAMME,
  SHEET_DOORS,
  SHEET_CALLS,
  SHEET_ARRIVALS,
  SHEET_ROSTER,
  SHEET_TOLD,
  SHEET_LOAN,
  SHEET_SHARING,
  N_SHEETS
} Sheet;

static const struct
{
  const char *title, *file; /* translatable */
} sheets[N_SHEETS] = {
  { N_ ("Week programme"), N_ ("programme") },
  { N_ ("Door sheets"), N_ ("doors") },
  { N_ ("Call list"), N_ ("calls") },
  { N_ ("Arrivals sheet"), N_ ("arrivals") },
  { N_ ("Roster card"), N_ ("roster") },
  { N_ ("Call list"), N_ ("calls") },
  { N_ ("Loan agreement"), N_ ("loan-agreement") },
  { N_ ("Sheet of the calendar"), N_ ("calendar") },
};

struct _StafetPrintPage
{
  StafetPage parent_instance;

  StafetUid house, ward, volunteer, closure, series, loan, feed; /* what it is about: one of them */
  StafetKind kind;                                               /* of the series, with … */
  StafetDate original;                                           /* … its date */
  StafetDate monday;
  GPtrArray *made;            /* owned: StafetSheet, those that are chosen; what is printed keeps it */
  GArray *kinds;              /* owned: Sheet, of each that is made */
  GtkWidget *ticks[N_SHEETS]; /* owned by the widget tree; NULL where there is no choice */
  gboolean filled;

  /* Template children. */
  GtkBox *sheets, *pages;
  GtkLabel *week;
  GtkWidget *internal, *print, *save;
};

G_DEFINE_FINAL_TYPE (StafetPrintPage, stafet_print_page, STAFET_TYPE_PAGE)

/* ——— Sheets ——— */

static gboolean
is_chosen (StafetPrintPage *self, Sheet sheet)
{
  if (self->ward != NULL)
    return sheet == SHEET_ARRIVALS;
  if (self->volunteer != NULL)
    return sheet == SHEET_ROSTER;
  if (self->closure != NULL || self->series != NULL)
    return sheet == SHEET_TOLD;
  if (self->loan != NULL)
    return sheet == SHEET_LOAN;
  if (self->feed != NULL)
    return sheet == SHEET_SHARING;
  return self->ticks[sheet] != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->ticks[sheet]));
}

/* NULL when there is nothing any more. */
static StafetSheet *
make_told (StafetPrintPage *self, StafetSnapshot *snapshot, StafetWall now)
{
  StafetClosure *closure = stafet_snapshot_get (snapshot, STAFET_KIND_CLOSURE, self->closure);
  g_autoptr (StafetCallList) calls = NULL;

  if (closure != NULL)
    calls = stafet_call_list_new_closure (snapshot, closure, now);
  else if (self->series != NULL)
    calls = stafet_call_list_new_date (snapshot, self->kind, self->series, self->original);
  if (calls == NULL)
    return NULL;
  return stafet_sheet_told_new (
    snapshot, calls,
    closure != NULL ? closure->text
                    : stafet_record_get_label (stafet_snapshot_get (snapshot, self->kind, self->series)),
    now);
}

/* Likewise. */
static StafetSheet *
make_loan (StafetSnapshot *snapshot, StafetUid uid, StafetWall now)
{
  const StafetLoan *loan = stafet_snapshot_get (snapshot, STAFET_KIND_LOAN, uid);

  return loan != NULL && stafet_loan_activity (snapshot, loan) != NULL
           ? stafet_sheet_loan_new (snapshot, loan, now)
           : NULL;
}

/* Likewise, and where nobody knows its address. */
static StafetSheet *
make_sharing (StafetSnapshot *snapshot, StafetUid uid, StafetWall now)
{
  StafetLanguage language = (StafetLanguage) stafet_snapshot_settings (snapshot)->language;
  const StafetFeed *feed = stafet_snapshot_get (snapshot, STAFET_KIND_FEED, uid);
  g_autofree char *whose = feed != NULL ? stafet_share_whose (snapshot, feed, language) : NULL;
  g_autofree char *caution = feed != NULL ? stafet_share_caution (feed, language) : NULL;
  StafetSharing sharing = { feed, whose, caution, NULL };

  if (feed == NULL)
    return NULL;
  sharing.sender = stafet_share_sender (snapshot, feed, stafet_wall_date (now));
  return stafet_sheet_sharing_new (snapshot, &sharing, now);
}

static StafetSheet *
make_sheet (StafetPrintPage *self, Sheet sheet)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  StafetWall now = stafet_desk_now (stafet_page_get_desk (STAFET_PAGE (self)));

  switch (sheet)
    {
    case SHEET_PROGRAMME:
      return stafet_sheet_programme_new (snapshot, self->house, self->monday, now);
    case SHEET_DOORS:
      return stafet_sheet_doors_new (snapshot, self->house, self->monday, now);
    case SHEET_CALLS:
      return stafet_sheet_calls_new (snapshot, self->house, self->monday, now);
    case SHEET_TOLD:
      return make_told (self, snapshot, now);
    case SHEET_LOAN:
      return make_loan (snapshot, self->loan, now);
    case SHEET_SHARING:
      return make_sharing (snapshot, self->feed, now);
    case SHEET_ARRIVALS:
      return stafet_sheet_arrivals_new (snapshot, NULL, self->ward, self->monday, now);
    default:
      return stafet_sheet_roster_new (snapshot, self->volunteer, self->monday, now);
    }
}

static guint
count_pages (StafetPrintPage *self)
{
  guint n = 0;

  for (guint i = 0; i < self->made->len; i++)
    n += stafet_sheet_get_n_pages (self->made->pdata[i]);
  return n;
}

/* Page @page of all that are @made, one sheet after the other. */
static const StafetSheet *
find_page (const GPtrArray *made, guint page, guint *within)
{
  for (guint i = 0; i < made->len; i++)
    {
      guint n = stafet_sheet_get_n_pages (made->pdata[i]);

      if (page < n)
        {
          *within = page;
          return made->pdata[i];
        }
      page -= n;
    }
  *within = 0;
  return NULL;
}

static void
make_sheets (StafetPrintPage *self)
{
  g_ptr_array_unref (self->made);
  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_sheet_free);
  g_array_set_size (self->kinds, 0);
  for (int sheet = 0; sheet < N_SHEETS; sheet++)
    if (is_chosen (self, (Sheet) sheet))
      {
        Sheet kind = (Sheet) sheet;
        StafetSheet *made = make_sheet (self, kind);

        if (made == NULL)
          continue;
        g_ptr_array_add (self->made, made);
        g_array_append_val (self->kinds, kind);
      }
}

/* ——— How they look ——— */

typedef struct
{
  StafetPrintPage *page;
  guint number;
} Shown;

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Shown *shown = data;
  guint within;
  const StafetSheet *sheet = find_page (shown->page->made, shown->number, &within);

  double paper_width, paper_height;

  (void) area;
  (void) height;
  if (sheet == NULL)
    return;
  stafet_sheet_get_size (sheet, &paper_width, &paper_height);
  cairo_scale (cr, width / paper_width, width / paper_width);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  stafet_sheet_draw_page (sheet, cr, within);
}

static GtkWidget *
page_view_new (StafetPrintPage *self, guint number)
{
  guint within;
  const StafetSheet *sheet = find_page (self->made, number, &within);
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  Shown *shown = g_new (Shown, 1);
  int width = stafet_page_is_narrow (STAFET_PAGE (self)) ? SHOWN_NARROW : SHOWN_WIDTH;
  g_autofree char *name = g_strdup_printf (_ ("%s, page %u of %u"), stafet_sheet_get_title (sheet),
                                           within + 1, stafet_sheet_get_n_pages (sheet));

  double paper_width, paper_height;

  *shown = (Shown){ self, number };
  stafet_sheet_get_size (sheet, &paper_width, &paper_height);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), (int) (width * paper_height / paper_width));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, shown, g_free);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (area, "paper");
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return area;
}

static void
add_note (StafetPrintPage *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->pages, label);
}

static void
show_pages (StafetPrintPage *self)
{
  guint n = count_pages (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_box_remove (self->pages, child);
  for (guint i = 0; i < MIN (n, MOST_SHOWN); i++)
    gtk_box_append (self->pages, page_view_new (self, i));
  if (n == 0)
    add_note (self, _ ("Choose what is to be printed."));
  if (n > MOST_SHOWN)
    {
      g_autofree char *more =
        g_strdup_printf (ngettext_ ("and %u page more", "and %u pages more", n - MOST_SHOWN), n - MOST_SHOWN);

      add_note (self, more);
    }
}

static void
show_sheets (StafetPrintPage *self)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *week = stafet_words_week (language, stafet_date_iso_week (self->monday, NULL));
  g_autofree char *days = stafet_words_days (language, self->monday, self->monday + 6);
  g_autofree char *text = g_strdup_printf ("%s\n%s", week, days);

  make_sheets (self);
  gtk_label_set_text (self->week, text);
  gtk_widget_set_visible (self->internal, is_chosen (self, SHEET_CALLS) || is_chosen (self, SHEET_TOLD));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->week)),
                          !is_chosen (self, SHEET_TOLD) && !is_chosen (self, SHEET_LOAN)
                            && !is_chosen (self, SHEET_SHARING));
  gtk_widget_set_sensitive (self->print, self->made->len > 0);
  gtk_widget_set_sensitive (self->save, self->made->len > 0);
  show_pages (self);
}

static void
before_cb (StafetPrintPage *self)
{
  self->monday -= 7;
  show_sheets (self);
}

static void
after_cb (StafetPrintPage *self)
{
  self->monday += 7;
  show_sheets (self);
}

/* ——— Printing ——— */

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, const GPtrArray *made)
{
  guint within;
  const StafetSheet *sheet = find_page (made, (guint) number, &within);

  (void) operation;
  if (sheet != NULL)
    stafet_sheet_draw_page (sheet, gtk_print_context_get_cairo_context (context), within);
}

static void
unref_cb (gpointer made, GClosure *closure)
{
  (void) closure;
  g_ptr_array_unref (made);
}

static void
tell (gpointer self, const char *sentence)
{
  StafetWindow *window = stafet_window_of (self);

  if (window != NULL)
    stafet_window_tell (window, sentence, FALSE);
}

static void
print_cb (StafetPrintPage *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper =
    gtk_paper_size_new (is_chosen (self, SHEET_SHARING) ? GTK_PAPER_NAME_A5 : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) count_pages (self));
  gtk_print_operation_set_job_name (operation, stafet_sheet_get_title (self->made->pdata[0]));
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* Pages are drawn one by one while the window goes on: what is chosen by then is not what was printed. */
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_ptr_array_ref (self->made),
                         unref_cb, 0);
  stafet_print_watch (operation, self, tell);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (stafet_window_of (self)), NULL);
}

static void
print_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetPrintPage *self = STAFET_PRINT_PAGE (widget);

  (void) name;
  (void) parameter;
  if (self->made->len > 0)
    print_cb (self);
}

/* ——— Saving ——— */

/* "programme-2026-W48.pdf". (transfer full) */
static char *
file_name (StafetPrintPage *self, guint i)
{
  int year, week = stafet_date_iso_week (self->monday, &year);

  return g_strdup_printf ("%s-%d-W%02d.pdf", _ (sheets[g_array_index (self->kinds, Sheet, i)].file), year,
                          week);
}

static void
write_all (StafetPrintPage *self, const char *path, gboolean is_folder)
{
  StafetWindow *window = stafet_window_of (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->made->len; i++)
    {
      g_autofree char *name = file_name (self, i);
      g_autofree char *file = is_folder ? g_build_filename (path, name, NULL) : g_strdup (path);

      if (!stafet_sheet_write_pdf (self->made->pdata[i], file, &error))
        {
          stafet_window_tell (window, error->message, FALSE);
          return;
        }
    }
  text = g_strdup_printf (_ ("Saved: %s"), path);
  stafet_window_tell (window, text, FALSE);
}

static void
saved_cb (StafetPrintPage *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    write_all (self, path,
               gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog))
                 == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
  g_object_unref (dialog);
}

/* One sheet is a file; of several each gets a file of its own in a folder. */
static void
save_cb (StafetPrintPage *self)
{
  gboolean one = self->made->len == 1;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    one ? _ ("Save as PDF") : _ ("In which folder?"), GTK_WINDOW (stafet_window_of (self)),
    one ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
  g_autofree char *name = file_name (self, 0);

  if (one)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ——— The page ——— */

static void
add_tick (StafetPrintPage *self, Sheet sheet, gboolean chosen)
{
  GtkWidget *tick = gtk_check_button_new_with_label (_ (sheets[sheet].title));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), chosen);
  gtk_box_append (self->sheets, tick);
  self->ticks[sheet] = tick;
  g_signal_connect_object (tick, "toggled", G_CALLBACK (show_sheets), self, G_CONNECT_SWAPPED);
}

static void
fill (StafetPrintPage *self)
{
  if (self->house != NULL)
    {
      add_tick (self, SHEET_PROGRAMME, TRUE);
      add_tick (self, SHEET_DOORS, TRUE);
      add_tick (self, SHEET_CALLS, FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sheets), self->house != NULL);
  self->filled = TRUE;
}

static void
stafet_print_page_refresh (StafetPage *page)
{
  StafetPrintPage *self = STAFET_PRINT_PAGE (page);

  if (!self->filled)
    fill (self);
  show_sheets (self);
}

static void
stafet_print_page_focus (StafetPage *page)
{
  if (!gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (STAFET_PRINT_PAGE (page)->print);
}

static void
stafet_print_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_PRINT_PAGE);
  G_OBJECT_CLASS (stafet_print_page_parent_class)->dispose (object);
}

static void
stafet_print_page_finalize (GObject *object)
{
  g_ptr_array_unref (STAFET_PRINT_PAGE (object)->made);
  g_array_unref (STAFET_PRINT_PAGE (object)->kinds);
  G_OBJECT_CLASS (stafet_print_page_parent_class)->finalize (object);
}

static void
stafet_print_page_class_init (StafetPrintPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_print_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_print_page_finalize;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_print_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_print_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  g_type_ensure (STAFET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-print-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetPrintPage, sheets);
  gtk_widget_class_bind_template_child (widget_class, StafetPrintPage, pages);
  gtk_widget_class_bind_template_child (widget_class, StafetPrintPage, week);
  gtk_widget_class_bind_template_child (widget_class, StafetPrintPage, internal);
  gtk_widget_class_bind_template_child (widget_class, StafetPrintPage, print);
  gtk_widget_class_bind_template_child (widget_class, StafetPrintPage, save);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, before_cb);
  gtk_widget_class_bind_template_callback (widget_class, after_cb);
}

static void
stafet_print_page_init (StafetPrintPage *self)
{
  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_sheet_free);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (Sheet));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static StafetPrintPage *
page_new (StafetDesk *desk, StafetKind kind, StafetUid uid)
{
  const StafetRecord *record = stafet_snapshot_get (stafet_desk_get_snapshot (desk), kind, uid);
  StafetPrintPage *self =
    g_object_new (STAFET_TYPE_PRINT_PAGE, "desk", desk, "title", _ ("Print"), "subtitle",
                  record != NULL ? stafet_record_get_label (record) : "", NULL);

  self->monday = stafet_date_monday (stafet_desk_get_date (desk));
  return self;
}

StafetPage *
stafet_print_page_new (StafetDesk *desk)
{
  StafetUid house = stafet_desk_get_house (desk);
  StafetPrintPage *self = page_new (desk, STAFET_KIND_HOUSE, house);

  self->house = house;
  return STAFET_PAGE (self);
}

StafetPage *
stafet_print_page_new_for_ward (StafetDesk *desk, StafetUid ward)
{
  StafetPrintPage *self = page_new (desk, STAFET_KIND_WARD, ward);

  self->ward = ward;
  return STAFET_PAGE (self);
}

StafetPage *
stafet_print_page_new_for_closure (StafetDesk *desk, StafetUid closure)
{
  StafetPrintPage *self = page_new (desk, STAFET_KIND_CLOSURE, closure);

  self->closure = closure;
  return STAFET_PAGE (self);
}

StafetPage *
stafet_print_page_new_for_date (StafetDesk *desk, StafetKind kind, StafetUid series, StafetDate original)
{
  StafetPrintPage *self = page_new (desk, kind, series);

  self->kind = kind;
  self->series = series;
  self->original = original;
  return STAFET_PAGE (self);
}

StafetPage *
stafet_print_page_new_for_volunteer (StafetDesk *desk, StafetUid volunteer)
{
  StafetPrintPage *self = page_new (desk, STAFET_KIND_VOLUNTEER, volunteer);

  self->volunteer = volunteer;
  return STAFET_PAGE (self);
}

StafetPage *
stafet_print_page_new_for_loan (StafetDesk *desk, StafetUid loan)
{
  const StafetLoan *record = stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_LOAN, loan);
  StafetPrintPage *self = page_new (desk, STAFET_KIND_ACTIVITY, record != NULL ? record->activity : NULL);

  self->loan = loan;
  return STAFET_PAGE (self);
}

StafetPage *
stafet_print_page_new_for_feed (StafetDesk *desk, StafetUid feed)
{
  const StafetFeed *record = stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_FEED, feed);
  StafetPrintPage *self = page_new (desk, STAFET_KIND_WARD, record != NULL ? record->ward : NULL);

  self->feed = feed;
  return STAFET_PAGE (self);
}
