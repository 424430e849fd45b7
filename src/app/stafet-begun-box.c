/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines made of the keys under which forms keep what is begun.
 */
#include "stafet-begun-box.h"

#include "core/stafet-activity.h"
#include "schedule/stafet-expand.h"
#include "stafet-activity-editor.h"
#include "stafet-volunteer-form.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"
#include "stafet-write-page.h"

#include <string.h>

/* More than these are a list that nobody reads. */
#define MOST_LINES 3

struct _StafetBegunBox
{
  GtkBox parent_instance;

  StafetDesk *desk; /* owned */
};

G_DEFINE_FINAL_TYPE (StafetBegunBox, stafet_begun_box, GTK_TYPE_BOX)

/* ——— What a key stands for ——— */

/* The uid that @key ends with when it begins with @prefix. */
static StafetUid
uid_behind (const char *key, const char *prefix)
{
  return g_str_has_prefix (key, prefix) ? stafet_uid_intern (key + strlen (prefix)) : NULL;
}

static StafetRecord *
record_of (StafetDesk *desk, StafetKind kind, StafetUid uid)
{
  return uid != NULL ? stafet_snapshot_get (stafet_desk_get_snapshot (desk), kind, uid) : NULL;
}

static char *
new_words (const char *what, const char *name)
{
  return *name != '\0' ? g_strdup_printf (_ ("%s “%s”"), what, name) : g_strdup (what);
}

/* What is changed, or NULL when the record is gone. */
static char *
change_words (const StafetRecord *record)
{
  return record != NULL ? g_strdup_printf (_ ("changes of “%s”"), stafet_record_get_label (record)) : NULL;
}

/* (transfer full) NULL: there is no way back to it */
static char *
words_of (StafetDesk *desk, const char *key)
{
  g_autoptr (GVariant) kept = stafet_desk_read_draft (desk, key);
  StafetRecord *idea = record_of (desk, STAFET_KIND_IDEA, uid_behind (key, "activity/idea/"));
  const char *title = idea != NULL ? stafet_record_get_label (idea) : "", *name = "";

  g_variant_lookup (kept, "title", "&s", &title);
  g_variant_lookup (kept, "name", "&s", &name);
  if (strcmp (key, "activity/new") == 0 || idea != NULL)
    return new_words (_ ("a new activity"), title);
  if (strcmp (key, "activity/loan") == 0)
    return new_words (_ ("a room that is asked for"), title);
  if (strcmp (key, "volunteer/new") == 0)
    return new_words (_ ("a new volunteer"), name);
  if (g_str_has_prefix (key, STAFET_WRITE_DRAFT))
    return stafet_write_page_draft_words (desk, key);
  if (g_str_has_prefix (key, "activity/"))
    return change_words (record_of (desk, STAFET_KIND_ACTIVITY, uid_behind (key, "activity/")));
  return change_words (record_of (desk, STAFET_KIND_VOLUNTEER, uid_behind (key, "volunteer/")));
}

/* On the next of its dates: what was begun is kept for all of them. */
static StafetPage *
activity_page (StafetDesk *desk, StafetUid uid)
{
  const StafetActivity *activity = (const StafetActivity *) record_of (desk, STAFET_KIND_ACTIVITY, uid);
  StafetDate next = stafet_expand_next (&activity->timing, stafet_desk_today (desk));

  return stafet_activity_editor_new_for (
    desk, uid, next != STAFET_DATE_NONE ? next : stafet_wall_date (activity->timing.start));
}

static StafetPage *
page_of (StafetDesk *desk, const char *key)
{
  if (strcmp (key, "activity/new") == 0)
    return stafet_activity_editor_new (desk);
  if (strcmp (key, "activity/loan") == 0)
    return stafet_activity_editor_new_loan (desk);
  if (strcmp (key, "volunteer/new") == 0)
    return stafet_volunteer_form_new (desk);
  if (g_str_has_prefix (key, STAFET_WRITE_DRAFT))
    return stafet_write_page_new_for_draft (desk, key);
  if (g_str_has_prefix (key, "activity/idea/"))
    return stafet_activity_editor_new_from_idea (desk, uid_behind (key, "activity/idea/"));
  if (g_str_has_prefix (key, "activity/"))
    return activity_page (desk, uid_behind (key, "activity/"));
  return stafet_volunteer_form_new_for (desk, uid_behind (key, "volunteer/"));
}

/* ——— Lines ——— */

static void
continue_cb (StafetBegunBox *self, GtkWidget *button)
{
  stafet_window_push (stafet_window_of (self),
                      page_of (self->desk, g_object_get_data (G_OBJECT (button), "key")));
}

static void show_lines (StafetBegunBox *self);

static void
put_off_cb (StafetBegunBox *self, GtkWidget *button)
{
  StafetPage *page = STAFET_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), STAFET_TYPE_PAGE));

  stafet_desk_put_off_draft (self->desk, g_object_get_data (G_OBJECT (button), "key"));
  show_lines (self);
  if (page != NULL)
    stafet_page_focus (page);
}

static void
add_button (StafetBegunBox *self, GtkWidget *line, const char *key, const char *label, const char *words,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, words);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (key), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  stafet_wrap_box_append (STAFET_WRAP_BOX (line), button);
}

static void
add_line (StafetBegunBox *self, const char *key, const char *words)
{
  GtkWidget *line = stafet_wrap_box_new (12, 6), *label;
  g_autofree char *text = g_strdup_printf (_ ("You had begun %s."), words);

  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  stafet_wrap_box_append (STAFET_WRAP_BOX (line), label);
  add_button (self, line, key, _ ("Continue where you left off"), words, G_CALLBACK (continue_cb));
  add_button (self, line, key, _ ("Not now"), words, G_CALLBACK (put_off_cb));
  gtk_widget_add_css_class (line, "notice");
  gtk_box_append (GTK_BOX (self), line);
}

static void
show_lines (StafetBegunBox *self)
{
  g_autoptr (GPtrArray) keys = stafet_desk_list_drafts (self->desk);
  guint n = 0;

  stafet_widget_drop_children (GTK_WIDGET (self));
  for (guint i = 0; i < keys->len && n < MOST_LINES; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      g_autofree char *words = !stafet_desk_is_put_off (self->desk, key) ? words_of (self->desk, key) : NULL;

      if (words == NULL)
        continue;
      add_line (self, key, words);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/* ——— GObject ——— */

static void
stafet_begun_box_dispose (GObject *object)
{
  StafetBegunBox *self = STAFET_BEGUN_BOX (object);

  stafet_widget_drop_children (GTK_WIDGET (self));
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (stafet_begun_box_parent_class)->dispose (object);
}

static void
stafet_begun_box_class_init (StafetBegunBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stafet_begun_box_dispose;
}

static void
stafet_begun_box_init (StafetBegunBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 1);
  gtk_widget_hide (GTK_WIDGET (self));
}

void
stafet_begun_box_watch (StafetBegunBox *self, StafetDesk *desk)
{
  if (self->desk == desk)
    return;
  g_set_object (&self->desk, desk);
  g_signal_connect_object (desk, "begun", G_CALLBACK (show_lines), self, G_CONNECT_SWAPPED);
  show_lines (self);
}
