/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The call list: wards first, which wait with their residents ready.
 */
#include "stafet-calls-page.h"

#include "core/stafet-words.h"
#include "schedule/stafet-call-list.h"
#include "stafet-actions.h"
#include "stafet-called.h"
#include "stafet-line.h"
#include "stafet-print-page.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

/* Of what concerns somebody so many dates are named. */
#define MOST_ENTRIES 4

struct _StafetCallsPage
{
  StafetPage parent_instance;

  StafetUid closure; /* or */
  StafetKind kind;
  StafetUid series;
  StafetDate original;

  /* Template children. */
  GtkLabel *summary;
  GtkListBox *list, *cancelled;
};

G_DEFINE_FINAL_TYPE (StafetCallsPage, stafet_calls_page, STAFET_TYPE_PAGE)

/* ——— Words ——— */

/* "tir. 24/11 Café". (transfer full) */
static char *
entry_words (const StafetEntry *entry)
{
  g_autofree char *day =
    stafet_words_short_date (stafet_i18n_get_language (), stafet_wall_date (entry->start));

  return g_strdup_printf ("%s %s", day, entry->title);
}

/* (transfer full) */
static char *
concern_words (const StafetCallLine *line_of)
{
  g_autoptr (GString) text = g_string_new (line_of->beside);

  for (guint i = 0; i < MIN (line_of->entries->len, MOST_ENTRIES); i++)
    {
      g_autofree char *words = entry_words (line_of->entries->pdata[i]);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
    }
  if (line_of->entries->len > MOST_ENTRIES)
    {
      guint n = line_of->entries->len - MOST_ENTRIES;

      g_string_append_printf (text, ngettext_ (" · and %u more", " · and %u more", n), n);
    }
  return g_strdup (text->str);
}

/* ——— Rows ——— */

static void
add_button (GtkWidget *line, const StafetCallLine *line_of, const char *label, const char *action)
{
  g_autofree char *key = stafet_call_line_key (line_of);

  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (label, line_of->name, action, g_variant_new_string (key)));
}

static GtkWidget *
call_row_new (const StafetCallLine *line_of)
{
  static const char *const icons[] = { [STAFET_CALL_LINE_WARD] = "stafet-ward-symbolic",
                                       [STAFET_CALL_LINE_VOLUNTEER] = "stafet-people-symbolic",
                                       [STAFET_CALL_LINE_ORGANISER] = "stafet-house-symbolic",
                                       [STAFET_CALL_LINE_CONTACT] = "stafet-ward-symbolic",
                                       [STAFET_CALL_LINE_SIGNUP] = "stafet-people-symbolic",
                                       [STAFET_CALL_LINE_GUEST] = "stafet-people-symbolic" };
  g_autofree char *phone = stafet_called_phones (line_of), *concern = concern_words (line_of);
  GtkWidget *line = stafet_line_new (icons[line_of->kind], line_of->name, phone);

  stafet_line_add_text (STAFET_LINE (line), concern);
  if (line_of->called != STAFET_CALLED_NOT)
    stafet_line_add_second (STAFET_LINE (line), stafet_called_chip_new (line_of->called));
  if (line_of->called == STAFET_CALLED_TOLD)
    return line;
  add_button (line, line_of, _ ("No answer"), "page.no-answer");
  add_button (line, line_of, _ ("Rang"), "page.rang");
  add_button (line, line_of, _ ("Told"), "page.told");
  return line;
}

/* ——— The page ——— */

static StafetCallList *
make_list (StafetCallsPage *self)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  StafetClosure *closure = stafet_snapshot_get (snapshot, STAFET_KIND_CLOSURE, self->closure);

  if (self->closure == NULL)
    return stafet_call_list_new_date (snapshot, self->kind, self->series, self->original);
  return closure != NULL ? stafet_call_list_new_closure (
           snapshot, closure, stafet_desk_now (stafet_page_get_desk (STAFET_PAGE (self))))
                         : NULL;
}

static guint
count_told (const StafetCallList *calls)
{
  guint n = 0;

  for (guint i = 0; i < calls->lines->len; i++)
    n += ((StafetCallLine *) calls->lines->pdata[i])->called == STAFET_CALLED_TOLD;
  return n;
}

static void
show_list (StafetCallsPage *self, const StafetCallList *calls)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new (), dates = g_ptr_array_new ();
  guint n = calls->lines->len, told = count_told (calls);
  g_autofree char *summary = told > 0
                               ? g_strdup_printf (_ ("%u to be rung, %u of them have been told"), n, told)
                               : g_strdup_printf (ngettext_ ("%u to be rung", "%u to be rung", n), n);

  gtk_label_set_text (self->summary, n > 0 ? summary : _ ("Nobody has to be rung."));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, call_row_new (calls->lines->pdata[i]));
  for (guint i = 0; i < calls->agenda->entries->len; i++)
    {
      const StafetEntry *entry = calls->agenda->entries->pdata[i];
      g_autofree char *words = entry_words (entry);
      g_autofree char *time = stafet_words_time_span (stafet_i18n_get_language (), entry->start, entry->end);

      g_ptr_array_add (dates, stafet_line_new ("stafet-cancelled-symbolic", words, time));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->cancelled), dates->len > 0);
  stafet_list_show (self->list, rows);
  stafet_list_show (self->cancelled, dates);
}

static void
stafet_calls_page_refresh (StafetPage *page)
{
  StafetCallsPage *self = STAFET_CALLS_PAGE (page);
  g_autoptr (StafetCallList) calls = make_list (self);

  if (calls != NULL)
    show_list (self, calls);
  else
    {
      gtk_label_set_text (self->summary, _ ("It has been taken back meanwhile: nobody has to be rung."));
      stafet_list_clear (self->list);
      stafet_list_clear (self->cancelled);
    }
}

/* ——— Ticking off ——— */

static StafetCallOutcome
outcome_of (const char *action)
{
  if (g_str_equal (action, "page.told"))
    return STAFET_CALL_TOLD;
  return g_str_equal (action, "page.rang") ? STAFET_CALL_RANG : STAFET_CALL_NO_ANSWER;
}

/* "s": the key of a line. What is said is noted about all that concerns her now. */
static void
called_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetCallsPage *self = STAFET_CALLS_PAGE (widget);
  g_autoptr (StafetCallList) calls = make_list (self);

  for (guint i = 0; calls != NULL && i < calls->lines->len; i++)
    {
      const StafetCallLine *line = calls->lines->pdata[i];
      g_autofree char *key = stafet_call_line_key (line);

      if (g_str_equal (key, g_variant_get_string (parameter, NULL)))
        stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (self)),
                          stafet_use_call_line (line, outcome_of (name)));
    }
}

/* ——— GObject ——— */

static void
stafet_calls_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_CALLS_PAGE);
  G_OBJECT_CLASS (stafet_calls_page_parent_class)->dispose (object);
}

static void
stafet_calls_page_class_init (StafetCallsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_calls_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_calls_page_refresh;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-calls-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetCallsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StafetCallsPage, list);
  gtk_widget_class_bind_template_child (widget_class, StafetCallsPage, cancelled);
  gtk_widget_class_install_action (widget_class, "page.told", "s", called_cb);
  gtk_widget_class_install_action (widget_class, "page.no-answer", "s", called_cb);
  gtk_widget_class_install_action (widget_class, "page.rang", "s", called_cb);
}

static void
stafet_calls_page_init (StafetCallsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_calls_page_new_for_closure (StafetDesk *desk, StafetUid closure)
{
  const StafetRecord *record =
    stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_CLOSURE, closure);
  StafetCallsPage *self =
    g_object_new (STAFET_TYPE_CALLS_PAGE, "desk", desk, "title", _ ("Whom to ring"), "subtitle",
                  record != NULL ? ((StafetClosure *) record)->text : "", NULL);

  self->closure = closure;
  return STAFET_PAGE (self);
}

StafetPage *
stafet_calls_page_new_print (StafetCallsPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));

  if (self->closure != NULL)
    return stafet_print_page_new_for_closure (desk, self->closure);
  return stafet_print_page_new_for_date (desk, self->kind, self->series, self->original);
}

StafetPage *
stafet_calls_page_new_for_date (StafetDesk *desk, StafetKind kind, StafetUid series, StafetDate original)
{
  const StafetRecord *record = stafet_snapshot_get (stafet_desk_get_snapshot (desk), kind, series);
  StafetCallsPage *self =
    g_object_new (STAFET_TYPE_CALLS_PAGE, "desk", desk, "title", _ ("Whom to ring"), "subtitle",
                  record != NULL ? stafet_record_get_label (record) : "", NULL);

  self->kind = kind;
  self->series = series;
  self->original = original;
  return STAFET_PAGE (self);
}
