/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three lists: what waits for an answer, what is lent out, and what came to nothing.
 */
#include "stafet-loans-page.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-loans.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-line.h"
#include "stafet-loan-dialog.h"
#include "stafet-print-page.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

/* What came to nothing is shown for so long. */
#define DAYS_BACK 90

struct _StafetLoansPage
{
  StafetPage parent_instance;

  /* Template children. */
  GtkLabel *summary;
  GtkWidget *new_loan, *asked_section, *lent_section, *closed_section;
  GtkListBox *asked, *lent, *closed;
};

G_DEFINE_FINAL_TYPE (StafetLoansPage, stafet_loans_page, STAFET_TYPE_PAGE)

/* ——— Rows ——— */

static const char *
enum_title (const char *key, gint32 value)
{
  return value != STAFET_ENUM_NONE
           ? _ (stafet_record_info_field (&stafet_loan_info, key)->values[value].title)
           : NULL;
}

/* "The big hall · 20 people · association or others for local citizens · priority 2". (transfer full) */
static char *
what_words (const StafetSnapshot *snapshot, const StafetLoan *loan, const StafetActivity *activity)
{
  gpointer room = stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, activity->room);
  const char *purpose = enum_title ("purpose", loan->purpose);
  GString *text = g_string_new (room != NULL ? stafet_record_get_label (room) : _ ("no room yet"));

  if (loan->people != STAFET_INTEGER_NONE)
    g_string_append_printf (text, ngettext_ (" · %d person", " · %d people", (gulong) loan->people),
                            loan->people);
  if (activity->layout != STAFET_ENUM_NONE)
    g_string_append_printf (text, " · %s", _ (stafet_layout_values[activity->layout].title));
  g_string_append_printf (text, " · %s", purpose != NULL ? purpose : _ ("purpose not said yet"));
  if (loan->purpose != STAFET_ENUM_NONE && loan->purpose != STAFET_PURPOSE_COMMERCIAL)
    g_string_append_printf (text, _ (" · priority %d"), stafet_loan_priority (loan));
  return g_string_free (text, FALSE);
}

static void
add_button (GtkWidget *line, const char *about, const char *label, const char *action, const StafetLoan *loan)
{
  stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (
                                             label, about, action, g_variant_new_string (loan->parent.uid)));
}

static void
add_proposal (GtkWidget *line, const StafetSnapshot *snapshot, const StafetLoan *loan, const char *about)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *to = stafet_loan_proposal (snapshot, loan, language);
  g_autofree char *date = stafet_words_date (language, loan->move_date);
  g_autofree char *asked = stafet_words_short_date (language, loan->move_asked);
  g_autofree char *text = g_strdup_printf (_ ("Proposed %1$s: %2$s moves to %3$s"), asked, date, to);

  stafet_line_add_text (STAFET_LINE (line), text);
  add_button (line, about, _ ("Said no"), "page.said-no", loan);
  add_button (line, about, _ ("Said yes"), "page.said-yes", loan);
}

/* Who said so, when, why, and what the borrower was told. (transfer full) */
static char *
decision_words (const StafetLoan *loan)
{
  g_autofree char *day = stafet_words_short_date (stafet_i18n_get_language (), loan->decided_on);
  const char *reason = enum_title ("reason", loan->reason);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s", day, loan->decided_by);
  if (loan->state == STAFET_LOAN_REFUSED && reason != NULL)
    g_string_append_printf (text, ": %s", reason);
  if (*loan->answer != '\0')
    g_string_append_printf (text, " · %s", loan->answer);
  return g_string_free (text, FALSE);
}

static void
add_state (GtkWidget *line, const StafetSnapshot *snapshot, const StafetLoan *loan, const char *about)
{
  g_autofree char *decision = *loan->decided_by != '\0' ? decision_words (loan) : NULL;

  if (decision != NULL)
    stafet_line_add_text (STAFET_LINE (line), decision);
  switch ((StafetLoanState) loan->state)
    {
    case STAFET_LOAN_ASKED:
      stafet_line_add_second (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_ASKED, _ ("asked for")));
      add_button (line, about, _ ("Withdrawn"), "page.withdraw", loan);
      add_button (line, about, _ ("Refuse …"), "page.refuse", loan);
      add_button (line, about, _ ("Approve …"), "page.approve", loan);
      break;
    case STAFET_LOAN_APPROVED:
      stafet_line_add_second (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_PROMISED, _ ("approved")));
      if (loan->move_date != STAFET_DATE_NONE)
        add_proposal (line, snapshot, loan, about);
      add_button (line, about, _ ("Withdrawn"), "page.withdraw", loan);
      add_button (line, about, _ ("Agreement …"), "page.print", loan);
      if (loan->move_date == STAFET_DATE_NONE)
        add_button (line, about, _ ("Propose to move …"), "page.propose", loan);
      break;
    case STAFET_LOAN_REFUSED:
      stafet_line_add_second (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_CANCELLED, _ ("refused")));
      add_button (line, about, _ ("Approve …"), "page.approve", loan);
      break;
    default:
      stafet_line_add_second (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_PLAIN, _ ("withdrawn")));
    }
}

/* Opened with Enter, as an activity is. */
static GtkWidget *
row_new (const StafetSnapshot *snapshot, const StafetLoan *loan, const StafetActivity *activity)
{
  const char *borrower = stafet_loan_borrower (snapshot, loan);
  g_autofree char *when = stafet_loan_when (activity, stafet_i18n_get_language ());
  g_autofree char *upper = stafet_text_capital (when);
  g_autofree char *what = what_words (snapshot, loan, activity);
  g_autofree char *title = g_str_equal (borrower, activity->title)
                             ? g_strdup (borrower)
                             : g_strdup_printf ("%s · %s", borrower, activity->title);
  GtkWidget *line = stafet_line_new ("stafet-loan-symbolic", title, upper);

  stafet_line_add_text (STAFET_LINE (line), what);
  add_button (line, title, _ ("Change …"), "page.open", loan);
  add_state (line, snapshot, loan, title);
  return line;
}

/* ——— The page ——— */

typedef struct
{
  GPtrArray *asked, *lent, *closed; /* rows */
} Lists;

/* NULL when it is too long ago to be shown. */
static GPtrArray *
list_of (StafetLoansPage *self, const Lists *lists, const StafetLoan *loan, const StafetActivity *activity)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));

  if (loan->state == STAFET_LOAN_ASKED)
    return lists->asked;
  if (loan->state == STAFET_LOAN_APPROVED)
    return activity->timing.last_date >= today ? lists->lent : NULL;
  return loan->decided_on == STAFET_DATE_NONE || loan->decided_on >= today - DAYS_BACK ? lists->closed : NULL;
}

static int
compare_loans (gconstpointer a, gconstpointer b, gpointer snapshot)
{
  const StafetActivity *x = stafet_loan_activity (snapshot, *(StafetLoan *const *) a);
  const StafetActivity *y = stafet_loan_activity (snapshot, *(StafetLoan *const *) b);

  if (x == NULL || y == NULL)
    return (y != NULL) - (x != NULL);
  return (x->timing.start > y->timing.start) - (x->timing.start < y->timing.start);
}

static void
show (GtkWidget *section, GtkListBox *list, const GPtrArray *rows)
{
  gtk_widget_set_visible (section, rows->len > 0);
  stafet_list_show (list, rows);
}

static void
say_summary (StafetLoansPage *self, const Lists *lists)
{
  guint n = lists->asked->len;
  g_autofree char *asked =
    g_strdup_printf (ngettext_ ("%u request waits for an answer", "%u requests wait for an answer", n), n);

  if (n > 0)
    gtk_label_set_text (self->summary, asked);
  else
    gtk_label_set_text (self->summary, lists->lent->len > 0
                                         ? _ ("No request waits for an answer.")
                                         : _ ("No room is lent out, and nobody asks for one."));
}

static void
stafet_loans_page_refresh (StafetPage *page)
{
  StafetLoansPage *self = STAFET_LOANS_PAGE (page);
  StafetDesk *desk = stafet_page_get_desk (page);
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  g_autoptr (GPtrArray) loans =
    g_ptr_array_copy ((GPtrArray *) stafet_snapshot_all (snapshot, STAFET_KIND_LOAN), NULL, NULL);
  g_autoptr (GPtrArray) asked = g_ptr_array_new (), lent = g_ptr_array_new (), closed = g_ptr_array_new ();
  Lists lists = { asked, lent, closed };

  g_ptr_array_sort_with_data (loans, compare_loans, snapshot);
  for (guint i = 0; i < loans->len; i++)
    {
      const StafetActivity *activity = stafet_loan_activity (snapshot, loans->pdata[i]);
      GPtrArray *list;

      if (activity == NULL || !stafet_desk_shows_house (desk, activity->house))
        continue;
      list = list_of (self, &lists, loans->pdata[i], activity);
      if (list != NULL)
        g_ptr_array_add (list, row_new (snapshot, loans->pdata[i], activity));
    }
  stafet_page_set_titles (page, _ ("Rooms lent out"), stafet_desk_get_view_name (desk));
  say_summary (self, &lists);
  show (self->asked_section, self->asked, asked);
  show (self->lent_section, self->lent, lent);
  show (self->closed_section, self->closed, closed);
}

static void
stafet_loans_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (STAFET_LOANS_PAGE (page)->new_loan);
}

/* ——— Actions: "s" is a loan ——— */

static StafetLoan *
loan_of (GtkWidget *widget, GVariant *parameter)
{
  return stafet_snapshot_lookup (stafet_page_get_snapshot (STAFET_PAGE (widget)), STAFET_KIND_LOAN,
                                 g_variant_get_string (parameter, NULL));
}

static void
dialog_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetLoan *loan = loan_of (widget, parameter);
  StafetWindow *window = stafet_window_of (widget);

  if (loan == NULL)
    return;
  if (g_str_equal (name, "page.approve"))
    stafet_loan_dialog_approve (window, loan);
  else if (g_str_equal (name, "page.refuse"))
    stafet_loan_dialog_refuse (window, loan);
  else
    stafet_loan_dialog_propose (window, loan);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (widget));
  const char *uid = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, "page.withdraw"))
    stafet_desk_edit (desk, stafet_use_withdraw_loan (uid));
  else
    stafet_desk_edit (desk, stafet_use_answer_move (uid, g_str_equal (name, "page.said-yes"), FALSE));
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetLoan *loan = loan_of (widget, parameter);
  const StafetActivity *activity =
    loan != NULL ? stafet_loan_activity (stafet_page_get_snapshot (STAFET_PAGE (widget)), loan) : NULL;

  (void) name;
  if (activity != NULL)
    gtk_widget_activate_action (widget, "win.edit-entry", STAFET_ENTRY_TARGET, activity->parent.uid,
                                (gint32) STAFET_KIND_ACTIVITY, activity->timing.first_date);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetLoan *loan = loan_of (widget, parameter);

  (void) name;
  if (loan != NULL)
    stafet_window_push (
      stafet_window_of (widget),
      stafet_print_page_new_for_loan (stafet_page_get_desk (STAFET_PAGE (widget)), loan->parent.uid));
}

/* ——— GObject ——— */

static void
stafet_loans_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_LOANS_PAGE);
  G_OBJECT_CLASS (stafet_loans_page_parent_class)->dispose (object);
}

static void
stafet_loans_page_class_init (StafetLoansPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_loans_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_loans_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_loans_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-loans-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetLoansPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StafetLoansPage, new_loan);
  gtk_widget_class_bind_template_child (widget_class, StafetLoansPage, asked_section);
  gtk_widget_class_bind_template_child (widget_class, StafetLoansPage, lent_section);
  gtk_widget_class_bind_template_child (widget_class, StafetLoansPage, closed_section);
  gtk_widget_class_bind_template_child (widget_class, StafetLoansPage, asked);
  gtk_widget_class_bind_template_child (widget_class, StafetLoansPage, lent);
  gtk_widget_class_bind_template_child (widget_class, StafetLoansPage, closed);
  gtk_widget_class_install_action (widget_class, "page.approve", "s", dialog_cb);
  gtk_widget_class_install_action (widget_class, "page.refuse", "s", dialog_cb);
  gtk_widget_class_install_action (widget_class, "page.propose", "s", dialog_cb);
  gtk_widget_class_install_action (widget_class, "page.withdraw", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "page.said-yes", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "page.said-no", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "page.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "page.print", "s", print_cb);
}

static void
stafet_loans_page_init (StafetLoansPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_loans_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_LOANS_PAGE, "desk", desk, "title", _ ("Rooms lent out"), NULL);
}
