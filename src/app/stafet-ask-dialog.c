/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog that stays until its edit is done.
 */
#include "stafet-ask-dialog.h"

#include "core/stafet-task.h"
#include "stafet-pick.h"
#include "stafet-speech.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

struct _StafetAskDialog
{
  AdwWindow parent_instance;

  StafetDesk *desk;  /* owned */
  guint grow;        /* source, or 0 */
  guint said;        /* how often something was said, or is tried, beneath the fields */
  char *warned;      /* owned, nullable: what was typed when closing was refused for its sake */
  gboolean answered; /* what was answered is done, or being written */

  /* Template children. */
  GtkScrolledWindow *pane;
  GtkLabel *title, *problem, *text;
  GtkBox *fields;
  GtkButton *nothing, *answer;
};

enum
{
  ANSWERED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StafetAskDialog, stafet_ask_dialog, ADW_TYPE_WINDOW)

void
stafet_ask_dialog_set_problem (StafetAskDialog *self, const char *text)
{
  stafet_label_show (self->problem, text);
}

static void
answer_cb (StafetAskDialog *self)
{
  stafet_ask_dialog_set_problem (self, NULL);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
changed_cb (StafetAskDialog *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ——— Room for what is said ——— */

/* GTK gives a window its natural height once, when it is shown: what is said in it later grows it here. */
static gboolean
grow_cb (gpointer data)
{
  StafetAskDialog *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->pane);
  int page = (int) gtk_adjustment_get_page_size (adjustment);
  int wanted = MIN ((int) gtk_adjustment_get_upper (adjustment),
                    gtk_scrolled_window_get_max_content_height (self->pane));

  int width, height;

  self->grow = 0;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (wanted > page)
    gtk_window_set_default_size (GTK_WINDOW (self), width, MAX (height, 0) + wanted - page);
  return G_SOURCE_REMOVE;
}

static void
content_cb (StafetAskDialog *self, GtkAdjustment *adjustment)
{
  if (self->grow == 0 && gtk_widget_get_mapped (GTK_WIDGET (self))
      && gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment))
    self->grow = g_idle_add (grow_cb, self);
}

/* ——— Closing ——— */

/* So much is quicker written anew than answered for. */
#define LITTLE 20

static guint
add_typed (GtkWidget *widget, GString *typed)
{
  guint n = 0;

  if (STAFET_IS_INPUT (widget))
    {
      if (!stafet_input_is_typed (STAFET_INPUT (widget)))
        return 0;
      g_string_append_printf (typed, "%s\n", stafet_input_get_text (STAFET_INPUT (widget)));
      return 1;
    }
  /* A letter that is put right by hand. */
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      g_autofree char *text = NULL;

      if (!gtk_text_buffer_get_modified (buffer))
        return 0;
      g_object_get (buffer, "text", &text, NULL);
      g_string_append_printf (typed, "%s\n", text);
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += add_typed (child, typed);
  return n;
}

/* What was typed, NULL when it is little. (transfer full) */
static char *
typed_of (StafetAskDialog *self)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  guint n = add_typed (GTK_WIDGET (self->fields), typed);

  return n > 1 || g_utf8_strlen (typed->str, -1) > LITTLE ? g_string_free (g_steal_pointer (&typed), FALSE)
                                                          : NULL;
}

/* Escape is pressed soon, and what was typed is gone then. */
static gboolean
stafet_ask_dialog_close_request (GtkWindow *window)
{
  StafetAskDialog *self = STAFET_ASK_DIALOG (window);
  g_autofree char *typed = typed_of (self);

  if (typed == NULL || self->answered || g_strcmp0 (typed, self->warned) == 0)
    return GTK_WINDOW_CLASS (stafet_ask_dialog_parent_class)->close_request (window);
  g_free (self->warned);
  self->warned = g_steal_pointer (&typed);
  stafet_ask_dialog_set_problem (
    self, _ ("What you have written is not saved yet. Press Escape once more to close all the same."));
  return TRUE;
}

/* It says what it does. */
static void
nothing_cb (StafetAskDialog *self)
{
  g_free (self->warned);
  self->warned = typed_of (self);
  gtk_window_close (GTK_WINDOW (self));
}

/* ——— GObject ——— */

static void
stafet_ask_dialog_dispose (GObject *object)
{
  g_clear_handle_id (&STAFET_ASK_DIALOG (object)->grow, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_ASK_DIALOG);
  g_clear_object (&STAFET_ASK_DIALOG (object)->desk);
  G_OBJECT_CLASS (stafet_ask_dialog_parent_class)->dispose (object);
}

static void
stafet_ask_dialog_finalize (GObject *object)
{
  g_free (STAFET_ASK_DIALOG (object)->warned);
  G_OBJECT_CLASS (stafet_ask_dialog_parent_class)->finalize (object);
}

/* Only now are its fields there. */
static void
stafet_ask_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stafet_ask_dialog_parent_class)->map (widget);
  stafet_speech_name (widget);
}

static void
stafet_ask_dialog_class_init (StafetAskDialogClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_ask_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_ask_dialog_finalize;
  widget_class->map = stafet_ask_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = stafet_ask_dialog_close_request;
  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-ask-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetAskDialog, pane);
  gtk_widget_class_bind_template_child (widget_class, StafetAskDialog, title);
  gtk_widget_class_bind_template_child (widget_class, StafetAskDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, StafetAskDialog, text);
  gtk_widget_class_bind_template_child (widget_class, StafetAskDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, StafetAskDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, StafetAskDialog, answer);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
  gtk_widget_class_bind_template_callback (widget_class, nothing_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
stafet_ask_dialog_init (StafetAskDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->pane), "changed",
                           G_CALLBACK (content_cb), self, G_CONNECT_SWAPPED);
}

StafetAskDialog *
stafet_ask_dialog_new (StafetWindow *window, const char *title, const char *answer, const char *style)
{
  StafetAskDialog *self =
    g_object_new (STAFET_TYPE_ASK_DIALOG, "transient-for", window, "title", title, NULL);

  self->desk = g_object_ref (stafet_window_get_desk (window));
  gtk_label_set_text (self->title, title);
  gtk_button_set_label (self->answer, answer);
  gtk_widget_add_css_class (GTK_WIDGET (self->answer), style);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

StafetDesk *
stafet_ask_dialog_get_desk (StafetAskDialog *self)
{
  return self->desk;
}

void
stafet_ask_dialog_append (StafetAskDialog *self, GtkWidget *widget)
{
  gtk_box_append (self->fields, widget);
}

StafetInput *
stafet_ask_dialog_add_input (StafetAskDialog *self, const char *title, const char *kind, const char *key,
                             const char *text)
{
  GtkWidget *input = g_object_new (STAFET_TYPE_INPUT, "title", title, "reads", "text", "kind", kind, "key",
                                   key, "text", text, NULL);

  stafet_ask_dialog_append (self, input);
  return STAFET_INPUT (input);
}

GtkDropDown *
stafet_ask_dialog_add_pick (StafetAskDialog *self, const char *title, GListModel *titles, guint selected)
{
  GtkWidget *dropdown = gtk_drop_down_new (titles, NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), selected);
  stafet_ask_dialog_append (self, stafet_pick_new (title, GTK_DROP_DOWN (dropdown)));
  return GTK_DROP_DOWN (dropdown);
}

GtkCheckButton *
stafet_ask_dialog_add_tick (StafetAskDialog *self, const char *title, gboolean active)
{
  GtkWidget *tick = gtk_check_button_new_with_label (title);

  stafet_tick_wrap (GTK_CHECK_BUTTON (tick));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), active);
  stafet_ask_dialog_append (self, tick);
  return GTK_CHECK_BUTTON (tick);
}

GPtrArray *
stafet_ask_dialog_collect (StafetAskDialog *self, GHashTable *before)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  if (!stafet_form_collect (GTK_WIDGET (self->fields), before, pairs))
    return NULL;
  return g_steal_pointer (&pairs);
}

void
stafet_ask_dialog_set_ready (StafetAskDialog *self, gboolean ready)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->answer), ready);
}

void
stafet_ask_dialog_set_text (StafetAskDialog *self, const char *text)
{
  self->said++;
  stafet_label_show (self->text, text);
}

/* ——— What it would come to ——— */

typedef struct
{
  StafetAskTrial trial;
  StafetPlan *scratch; /* owned */
  gpointer data;       /* owned */
  guint said;
} Trial;

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  g_object_unref (trial->scratch);
  g_free (trial->data);
  g_free (trial);
}

static void
try_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Trial *trial = data;
  GError *error = NULL;
  char *words = trial->trial (trial->scratch, trial->data, &error);

  (void) source;
  (void) cancellable;
  if (words != NULL)
    g_task_return_pointer (task, words, g_free);
  else
    g_task_return_error (task, error);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetAskDialog *self = STAFET_ASK_DIALOG (source);
  const Trial *trial = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_task_propagate_pointer (G_TASK (result), &error);

  (void) data;
  /* It was closed meanwhile, or something else stands there by now. */
  if (self->desk != NULL && trial->said == self->said)
    stafet_ask_dialog_set_text (self, words != NULL ? words : error->message);
}

void
stafet_ask_dialog_try (StafetAskDialog *self, StafetAskTrial trial, gpointer data)
{
  g_autoptr (GTask) task = stafet_task_new (self, NULL, tried_cb, NULL);
  Trial *trying = g_new (Trial, 1);

  *trying = (Trial){ trial, stafet_plan_new_scratch (stafet_desk_get_plan (self->desk)), data, ++self->said };
  g_task_set_task_data (task, trying, trial_free);
  g_task_run_in_thread (task, try_thread);
}

/* ——— Editing ——— */

static gboolean
edited_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetAskDialog *self = owner;

  (void) data;
  (void) outcome;
  /* It was closed before the answer came. */
  if (self->desk == NULL)
    return FALSE;
  self->answered = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->answer), TRUE);
  if (error != NULL)
    stafet_ask_dialog_set_problem (self, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
  return error != NULL;
}

void
stafet_ask_dialog_edit (StafetAskDialog *self, StafetEdit *edit)
{
  self->answered = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->answer), FALSE);
  stafet_desk_edit_then (self->desk, edit, self, edited_cb, NULL, NULL);
}

void
stafet_ask_dialog_set_done (StafetAskDialog *self)
{
  self->answered = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), FALSE);
}

void
stafet_ask_dialog_leave (StafetAskDialog *self, const char *why)
{
  stafet_window_tell (STAFET_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self))), why, FALSE);
  gtk_window_destroy (GTK_WINDOW (self));
}
