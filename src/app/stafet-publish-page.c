/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of publishing.
 */
#include "stafet-publish-page.h"

#include "core/stafet-task.h"
#include "core/stafet-words.h"
#include "publish/stafet-publish-order.h"
#include "publish/stafet-publish-password.h"
#include "stafet-feed-list.h"
#include "stafet-input.h"
#include "stafet-publisher.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

#include <string.h>

struct _StafetPublishPage
{
  StafetPage parent_instance;

  gulong publishing; /* handler of the publisher */
  gboolean filled;   /* the form has what the settings say */

  /* Template children. */
  GtkWidget *state, *form, *ordering, *save;
  GtkLabel *summary, *details, *problem, *tried, *order;
  StafetInput *to, *user, *address;
  StafetFeedList *feeds;
  GtkEditable *password;
};

G_DEFINE_FINAL_TYPE (StafetPublishPage, stafet_publish_page, STAFET_TYPE_PAGE)

static StafetDesk *
get_desk (StafetPublishPage *self)
{
  return stafet_page_get_desk (STAFET_PAGE (self));
}

static const StafetSettings *
get_settings (StafetPublishPage *self)
{
  return stafet_snapshot_settings (stafet_page_get_snapshot (STAFET_PAGE (self)));
}

static void
tell (StafetPublishPage *self, const char *text)
{
  if (stafet_window_of (self) != NULL)
    stafet_window_tell (stafet_window_of (self), text, FALSE);
}

/* ——— How it stands ——— */

/* "i dag kl. 10.40" (transfer full) */
static char *
instant_words (StafetPublishPage *self, StafetInstant at)
{
  StafetClock *clock = stafet_plan_get_clock (stafet_page_get_plan (STAFET_PAGE (self)));

  return stafet_words_instant (stafet_i18n_get_language (),
                               stafet_zone_to_wall (stafet_clock_get_zone (clock), at));
}

static void
show_details (StafetPublishPage *self, const StafetPublishState *state)
{
  StafetPublisher *publisher = stafet_publisher_of (get_desk (self));
  const char *reach = publisher != NULL ? stafet_publisher_get_reach (publisher) : NULL;
  const char *problem = publisher != NULL ? stafet_publisher_get_problem (publisher) : NULL;
  g_autofree char *files = g_strdup_printf (ngettext_ ("%u file", "%u files", state->files), state->files);
  g_autoptr (GString) text = g_string_new (get_settings (self)->publish_to);

  g_string_append_printf (text, " · %s", files);
  if (problem == NULL && *state->problem != '\0')
    problem = state->problem;
  if (reach != NULL && g_strcmp0 (reach, problem) != 0)
    g_string_append_printf (text, "\n%s", reach);
  else if (reach == NULL && *get_settings (self)->publish_address == '\0')
    g_string_append_printf (text, "\n%s",
                            _ ("Write below under which address readers fetch them, and Stafet looks "
                               "whether they can."));
  gtk_label_set_text (self->details, text->str);
  stafet_label_show (self->problem, problem);
}

static void
show_state (StafetPublishPage *self)
{
  StafetStore *store = stafet_plan_get_store (stafet_page_get_plan (STAFET_PAGE (self)));
  StafetPublisher *publisher = stafet_publisher_of (get_desk (self));
  g_autoptr (StafetPublishState) state = stafet_publish_read_state (store, get_settings (self)->publish_to);
  gboolean busy = publisher != NULL && stafet_publisher_is_busy (publisher);
  g_autofree char *when = state->at != STAFET_INSTANT_NONE ? instant_words (self, state->at) : NULL;
  g_autofree char *summary = when != NULL ? g_strdup_printf (_ ("Published %s"), when) : NULL;

  gtk_label_set_text (self->summary, busy              ? _ ("Publishing now …")
                                     : summary != NULL ? summary
                                                       : _ ("Not published yet."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.publish", publisher != NULL && !busy);
  show_details (self, state);
}

static void
fill_form (StafetPublishPage *self)
{
  const StafetSettings *settings = get_settings (self);

  self->filled = TRUE;
  stafet_input_set_text (self->to, settings->publish_to);
  stafet_input_set_text (self->user, settings->publish_user);
  stafet_input_set_text (self->address, settings->publish_address);
}

static void
stafet_publish_page_refresh (StafetPage *page)
{
  StafetPublishPage *self = STAFET_PUBLISH_PAGE (page);
  StafetPublisher *publisher = stafet_publisher_of (get_desk (self));
  gboolean placed = *get_settings (self)->publish_to != '\0';
  g_autofree char *order =
    placed ? NULL : stafet_publish_order_write (stafet_page_get_snapshot (page), stafet_i18n_get_language ());

  if (publisher != NULL && self->publishing == 0)
    self->publishing = g_signal_connect_object (publisher, "changed", G_CALLBACK (stafet_page_refresh), self,
                                                G_CONNECT_SWAPPED);
  stafet_page_set_titles (page, _ ("Publishing"), "");
  gtk_widget_set_visible (self->state, placed);
  gtk_widget_set_visible (self->ordering, !placed);
  stafet_widget_set_class (self->save, "suggested-action", !placed);
  if (placed)
    show_state (self);
  else
    gtk_label_set_text (self->order, order);
  if (!self->filled)
    fill_form (self);
  stafet_feed_list_show (self->feeds, get_desk (self));
}

/* ——— Actions ——— */

static void
publish_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  stafet_publisher_publish (stafet_publisher_of (get_desk (STAFET_PUBLISH_PAGE (widget))));
}

static void
copy_order_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetPublishPage *self = STAFET_PUBLISH_PAGE (widget);

  (void) name;
  (void) parameter;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), gtk_label_get_text (self->order));
  tell (self, _ ("The order is copied"));
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, StafetPublishPage *self)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    stafet_input_set_text (self->to, path);
  g_object_unref (dialog);
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Where should the calendars lie?"), GTK_WINDOW (stafet_window_of (widget)),
    GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));

  (void) name;
  (void) parameter;
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ——— Trying ——— */

typedef struct
{
  StafetPlan *plan;           /* owned: a scratch plan */
  char *to, *user, *password; /* owned */
} Trial;

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  g_object_unref (trial->plan);
  g_free (trial->to);
  g_free (trial->user);
  stafet_publish_password_free (trial->password);
  g_free (trial);
}

static void
try_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Trial *trial = data;
  StafetPublishPlace place = { .to = trial->to, .user = trial->user };
  GError *error = NULL;

  (void) source;
  (void) cancellable;
  if (*trial->password == '\0' && *trial->user != '\0')
    {
      stafet_publish_password_free (trial->password);
      trial->password = stafet_publish_password_look_up (trial->to, trial->user);
    }
  place.password = trial->password;
  if (stafet_publish_try (trial->plan, &place, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetPublishPage *self = STAFET_PUBLISH_PAGE (source);
  g_autoptr (GError) error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  (void) data;
  /* It went away meanwhile. */
  if (self->tried == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.try", TRUE);
  stafet_widget_set_class (GTK_WIDGET (self->tried), "problem", !good);
  stafet_label_show (self->tried,
                     good ? _ ("The connection is good: calendars can be published there.") : error->message);
}

/* What is written is tried as it would be saved: what cannot be said so is said beside the field. */
static gboolean
check_form (StafetPublishPage *self, GPtrArray *pairs)
{
  StafetPlan *plan = stafet_page_get_plan (STAFET_PAGE (self));
  const StafetZone *zone = stafet_clock_get_zone (stafet_plan_get_clock (plan));
  g_autoptr (StafetRecord) record = stafet_record_copy (get_settings (self));
  g_autoptr (GError) error = NULL;

  if (!stafet_form_collect (self->form, NULL, pairs))
    return FALSE;
  for (guint i = 0; i < pairs->len; i++)
    {
      g_auto (GStrv) pair = g_strsplit (g_ptr_array_index (pairs, i), "=", 2);

      stafet_record_set_text (record, stafet_record_info_field (&stafet_settings_info, pair[0]), pair[1],
                              &error);
      if (error == NULL)
        stafet_record_validate (record, &error);
      if (error == NULL)
        continue;
      g_ptr_array_add (pairs, NULL);
      if (!stafet_form_show_error (self->form, pairs, STAFET_KIND_SETTINGS, zone, error))
        stafet_input_set_problem (self->to, error->message);
      return FALSE;
    }
  return TRUE;
}

static void
try_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetPublishPage *self = STAFET_PUBLISH_PAGE (widget);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GTask) task = NULL;
  Trial *trial;

  (void) name;
  (void) parameter;
  if (!check_form (self, pairs))
    return;
  if (*stafet_input_get_text (self->to) == '\0')
    {
      stafet_input_set_problem (self->to, _ ("Which folder? Write its path, or choose it."));
      return;
    }
  gtk_widget_action_set_enabled (widget, "page.try", FALSE);
  stafet_widget_set_class (GTK_WIDGET (self->tried), "problem", FALSE);
  stafet_label_show (self->tried, _ ("Trying …"));
  trial = g_new (Trial, 1);
  *trial = (Trial){ stafet_plan_new_scratch (stafet_page_get_plan (STAFET_PAGE (self))),
                    g_strstrip (g_strdup (stafet_input_get_text (self->to))),
                    g_strstrip (g_strdup (stafet_input_get_text (self->user))),
                    g_strdup (gtk_editable_get_text (self->password)) };
  task = stafet_task_new (self, NULL, tried_cb, NULL);
  g_task_set_task_data (task, trial, trial_free);
  g_task_run_in_thread (task, try_thread);
}

/* ——— Saving ——— */

static void
keep_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Trial *trial = data;
  GError *error = NULL;

  (void) source;
  (void) cancellable;
  if (stafet_publish_password_keep (trial->to, trial->user, trial->password, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetPublishPage *self = STAFET_PUBLISH_PAGE (source);
  g_autoptr (GError) error = NULL;

  (void) data;
  if (!g_task_propagate_boolean (G_TASK (result), &error) && self->tried != NULL)
    tell (self, error->message);
}

static void
keep_password (StafetPublishPage *self)
{
  StafetPublisher *publisher = stafet_publisher_of (get_desk (self));
  const char *password = gtk_editable_get_text (self->password);
  g_autoptr (GTask) task = NULL;
  Trial *trial;

  if (*password == '\0')
    return;
  if (publisher != NULL)
    stafet_publisher_set_password (publisher, password);
  trial = g_new (Trial, 1);
  *trial = (Trial){ stafet_plan_new_scratch (stafet_page_get_plan (STAFET_PAGE (self))),
                    g_strdup (get_settings (self)->publish_to), g_strdup (get_settings (self)->publish_user),
                    g_strdup (password) };
  gtk_editable_set_text (self->password, "");
  task = stafet_task_new (self, NULL, kept_cb, NULL);
  g_task_set_task_data (task, trial, trial_free);
  g_task_run_in_thread (task, keep_thread);
}

static gboolean
saved_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetPublishPage *self = owner;
  StafetPublisher *publisher;

  (void) outcome;
  (void) data;
  if (self->tried == NULL)
    return FALSE;
  if (error != NULL)
    {
      stafet_input_set_problem (self->to, error->message);
      return TRUE;
    }
  keep_password (self);
  publisher = stafet_publisher_of (get_desk (self));
  if (publisher != NULL)
    stafet_publisher_publish (publisher);
  return FALSE;
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetPublishPage *self = STAFET_PUBLISH_PAGE (widget);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  (void) name;
  (void) parameter;
  if (!check_form (self, pairs))
    return;
  g_ptr_array_add (pairs, NULL);
  stafet_desk_edit_then (
    get_desk (self),
    stafet_use_edit (STAFET_KIND_SETTINGS, STAFET_SETTINGS_UID, (const char *const *) pairs->pdata), self,
    saved_cb, NULL, NULL);
}

/* ——— GObject ——— */

static void
stafet_publish_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_PUBLISH_PAGE);
  G_OBJECT_CLASS (stafet_publish_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.publish", NULL, publish_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-order", NULL, copy_order_cb);
  gtk_widget_class_install_action (widget_class, "page.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "page.try", NULL, try_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_cb);
}

static void
stafet_publish_page_class_init (StafetPublishPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_publish_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_publish_page_refresh;
  g_type_ensure (STAFET_TYPE_FEED_LIST);
  g_type_ensure (STAFET_TYPE_INPUT);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-publish-page.ui");
#define CHILD(child) gtk_widget_class_bind_template_child (widget_class, StafetPublishPage, child)
  CHILD (state);
  CHILD (form);
  CHILD (ordering);
  CHILD (save);
  CHILD (summary);
  CHILD (details);
  CHILD (problem);
  CHILD (tried);
  CHILD (order);
  CHILD (to);
  CHILD (user);
  CHILD (address);
  CHILD (password);
  CHILD (feeds);
#undef CHILD
  install_actions (widget_class);
}

static void
stafet_publish_page_init (StafetPublishPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_publish_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_PUBLISH_PAGE, "desk", desk, "title", _ ("Publishing"), NULL);
}
