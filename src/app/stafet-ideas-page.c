/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ideas, each with what it takes and how it went.
 */
#include "stafet-ideas-page.h"

#include "core/stafet-idea.h"
#include "core/stafet-text.h"
#include "stafet-actions.h"
#include "stafet-activity-editor.h"
#include "stafet-line.h"
#include "stafet-record-dialog.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

struct _StafetIdeasPage
{
  StafetPage parent_instance;

  /* Template children. */
  GtkLabel *summary;
  GtkWidget *new_idea;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StafetIdeasPage, stafet_ideas_page, STAFET_TYPE_PAGE)

/* ——— The dialog of an idea ——— */

static const char *const keys[] = { "title", "category", "minutes", "people",      "roles", "materials",
                                    "bus",   "meal",     "price",   "public_text", "went",  NULL };

static StafetAskDialog *
dialog_new (StafetWindow *window, StafetIdea *idea)
{
  StafetAskDialog *dialog = stafet_record_dialog_new (window, idea != NULL ? idea->title : _ ("New idea"),
                                                      STAFET_KIND_IDEA, idea, keys, NULL);

  g_object_set (stafet_record_dialog_get_field (dialog, "roles"), "placeholder",
                _ ("For example 3 kitchen, 2 serving"), NULL);
  g_object_set (stafet_record_dialog_get_field (dialog, "materials"), "placeholder",
                _ ("For example 10 song books, loudspeaker"), NULL);
  return dialog;
}

/* "3 kitchen, 2 serving". (transfer full) */
static char *
role_words (const StafetSnapshot *snapshot, StafetUid activity)
{
  const GPtrArray *shifts = stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, activity);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shifts->len; i++)
    {
      const StafetShift *shift = shifts->pdata[i];

      if (shift->wanted > 0)
        g_string_append_printf (text, "%s%d %s", text->len > 0 ? ", " : "", shift->wanted, shift->role);
    }
  return g_string_free (text, FALSE);
}

static void
set_text (StafetAskDialog *dialog, const char *key, const char *text)
{
  stafet_input_set_text (STAFET_INPUT (stafet_record_dialog_get_field (dialog, key)), text);
}

static void
set_number (StafetAskDialog *dialog, const char *key, gint32 number)
{
  g_autofree char *text = number != STAFET_INTEGER_NONE ? g_strdup_printf ("%d", number) : g_strdup ("");

  set_text (dialog, key, text);
}

static void
set_tick (StafetAskDialog *dialog, const char *key, gboolean active)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (stafet_record_dialog_get_field (dialog, key)), active);
}

void
stafet_idea_dialog_show_for (StafetWindow *window, const StafetActivity *activity)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  StafetAskDialog *dialog = dialog_new (window, NULL);
  g_autofree char *roles = role_words (snapshot, activity->parent.uid);

  set_text (dialog, "title", activity->title);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (stafet_record_dialog_get_field (dialog, "category")),
                              activity->category == STAFET_ENUM_NONE ? 0 : (guint) activity->category + 1);
  set_number (dialog, "minutes", activity->timing.end - activity->timing.start);
  set_number (dialog, "people", activity->capacity);
  set_text (dialog, "roles", roles);
  set_text (dialog, "materials", activity->make_ready);
  set_tick (dialog, "bus", activity->vehicle != NULL);
  set_tick (dialog, "meal", activity->meal);
  set_text (dialog, "price", activity->price);
  set_text (dialog, "public_text", activity->public_text);
  stafet_record_dialog_present (dialog, NULL, NULL, NULL);
}

/* ——— Actions ——— */

static StafetIdea *
idea_of (GtkWidget *widget, GVariant *parameter)
{
  return stafet_snapshot_lookup (stafet_page_get_snapshot (STAFET_PAGE (widget)), STAFET_KIND_IDEA,
                                 g_variant_get_string (parameter, NULL));
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  stafet_record_dialog_present (dialog_new (stafet_window_of (widget), NULL), NULL, NULL, NULL);
}

/* "s": an idea, as in those that follow. */
static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetIdea *idea = idea_of (widget, parameter);

  (void) name;
  if (idea != NULL)
    stafet_record_dialog_present (dialog_new (stafet_window_of (widget), idea), NULL, NULL, NULL);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (widget)),
                    stafet_use_remove (STAFET_KIND_IDEA, g_variant_get_string (parameter, NULL)));
}

static void
plan_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetIdea *idea = idea_of (widget, parameter);

  (void) name;
  if (idea != NULL)
    stafet_window_push (
      stafet_window_of (widget),
      stafet_activity_editor_new_from_idea (stafet_page_get_desk (STAFET_PAGE (widget)), idea->parent.uid));
}

/* ——— The page ——— */

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* "3 kitchen, 2 serving · 10 song books · the bus". (transfer full) */
static char *
needs_words (const StafetSnapshot *snapshot, StafetIdea *idea)
{
  const StafetList *list = stafet_record_info_list (&stafet_idea_info, "roles");
  g_auto (GStrv) roles = stafet_snapshot_list_texts (snapshot, &idea->parent, list);
  g_autofree char *people = g_strjoinv (", ", roles);
  g_autofree char *made_for =
    idea->people != STAFET_INTEGER_NONE ? g_strdup_printf (_ ("for %d people"), idea->people) : NULL;
  GString *text = g_string_new (NULL);

  append (text, people);
  append (text, made_for);
  append (text, idea->materials);
  append (text, idea->bus ? _ ("the bus") : NULL);
  return g_string_free (text, FALSE);
}

static GtkWidget *
row_new (const StafetSnapshot *snapshot, StafetIdea *idea)
{
  g_autofree char *needs = needs_words (snapshot, idea);
  GtkWidget *line = stafet_line_new ("stafet-idea-symbolic", idea->title, needs);
  const char *uid = idea->parent.uid;

  if (*idea->went != '\0')
    {
      g_autofree char *went = g_strdup_printf (_ ("How it went: %s"), idea->went);

      stafet_line_add_text (STAFET_LINE (line), went);
    }
  stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (_ ("Delete"), idea->title, "page.remove",
                                                                     g_variant_new_string (uid)));
  stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (_ ("Change …"), idea->title, "page.edit",
                                                                     g_variant_new_string (uid)));
  stafet_line_add_end (
    STAFET_LINE (line),
    stafet_action_button_new (_ ("Plan it …"), idea->title, "page.plan", g_variant_new_string (uid)));
  return line;
}

static void
stafet_ideas_page_refresh (StafetPage *page)
{
  StafetIdeasPage *self = STAFET_IDEAS_PAGE (page);
  StafetSnapshot *snapshot = stafet_page_get_snapshot (page);
  g_autoptr (GPtrArray) ideas =
    g_ptr_array_copy ((GPtrArray *) stafet_snapshot_all (snapshot, STAFET_KIND_IDEA), NULL, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *summary = g_strdup_printf (ngettext_ ("%u idea", "%u ideas", ideas->len), ideas->len);

  g_ptr_array_sort (ideas, stafet_record_compare_labels);
  gtk_label_set_text (self->summary, ideas->len > 0 ? summary : _ ("There are no ideas yet."));
  for (guint i = 0; i < ideas->len; i++)
    g_ptr_array_add (rows, row_new (snapshot, ideas->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  stafet_list_show (self->list, rows);
}

static void
stafet_ideas_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (STAFET_IDEAS_PAGE (page)->new_idea);
}

/* ——— GObject ——— */

static void
stafet_ideas_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_IDEAS_PAGE);
  G_OBJECT_CLASS (stafet_ideas_page_parent_class)->dispose (object);
}

static void
stafet_ideas_page_class_init (StafetIdeasPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_ideas_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_ideas_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_ideas_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-ideas-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetIdeasPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StafetIdeasPage, new_idea);
  gtk_widget_class_bind_template_child (widget_class, StafetIdeasPage, list);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "page.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "page.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "page.plan", "s", plan_cb);
}

static void
stafet_ideas_page_init (StafetIdeasPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_ideas_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_IDEAS_PAGE, "desk", desk, "title", _ ("Ideas"), NULL);
}
