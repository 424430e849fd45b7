/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While one of the program's windows has the keyboard everything counts as seen. What is told afterwards is
 * what has come since.
 */
#include "stafet-notifier.h"

#include "schedule/stafet-alerts.h"

#include <string.h>

#define KEY "stafet-notifier"

struct _StafetNotifier
{
  GObject parent_instance;

  GApplication *application; /* borrowed */
  StafetDesk *desk;          /* owned */
  StafetSnapshot *seen;      /* owned: the plan when somebody last looked */
  StafetWall looked;         /* when that was */
  GHashTable *told;          /* owned: id → what it says, of what the desktop shows or was shown */
  guint looking;             /* source that looks after the keyboard has moved */
};

G_DEFINE_FINAL_TYPE (StafetNotifier, stafet_notifier, G_TYPE_OBJECT)

/* ——— The desktop ——— */

static void
send (StafetNotifier *self, const StafetAlert *alert)
{
  g_autoptr (GNotification) notification = g_notification_new (alert->title);

  g_notification_set_body (notification, alert->body);
  g_notification_set_priority (notification,
                               alert->quiet ? G_NOTIFICATION_PRIORITY_LOW : G_NOTIFICATION_PRIORITY_NORMAL);
  g_notification_set_default_action_and_target_value (notification, alert->action, alert->target);
  g_application_send_notification (self->application, alert->id, notification);
}

/* What says the same as before was told already; it may have been put away. */
static void
tell (StafetNotifier *self, const StafetAlert *alert)
{
  char *text = g_strconcat (alert->title, "\n", alert->body, NULL);

  if (g_strcmp0 (g_hash_table_lookup (self->told, alert->id), text) != 0)
    send (self, alert);
  g_hash_table_insert (self->told, g_strdup (alert->id), text);
}

static gboolean
is_among (const GPtrArray *alerts, const char *id)
{
  for (guint i = 0; i < alerts->len; i++)
    if (strcmp (((StafetAlert *) g_ptr_array_index (alerts, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

/* What is not among @alerts is solved or seen. @all: what was told by itself too. */
static void
withdraw_others (StafetNotifier *self, const GPtrArray *alerts, gboolean all)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (is_among (alerts, id) || (!all && strcmp (id, STAFET_ALERT_PUBLISHING) == 0))
        continue;
      g_application_withdraw_notification (self->application, id);
      g_hash_table_iter_remove (&iter);
    }
}

static void
withdraw_all (StafetNotifier *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  withdraw_others (self, none, TRUE);
}

/* ——— Looking ——— */

/* At the window or at a dialog over it. */
static gboolean
somebody_looks (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_is_active (window))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted (StafetNotifier *self)
{
  return g_settings_get_boolean (stafet_desk_get_settings (self->desk), "notify");
}

static void
note_seen (StafetNotifier *self)
{
  StafetSnapshot *snapshot = stafet_snapshot_ref (stafet_desk_get_snapshot (self->desk));

  g_clear_pointer (&self->seen, stafet_snapshot_unref);
  self->seen = snapshot;
  self->looked = stafet_desk_now (self->desk);
}

static void
look (StafetNotifier *self)
{
  g_autoptr (GPtrArray) alerts = NULL;
  StafetAgendaQuery place;

  if (!is_wanted (self) || somebody_looks ())
    {
      note_seen (self);
      withdraw_all (self);
      return;
    }
  stafet_desk_fill_query (self->desk, &place, 0, 0);
  alerts = stafet_alerts_find (self->seen, self->looked, stafet_desk_get_snapshot (self->desk), &place,
                               stafet_desk_now (self->desk));
  withdraw_others (self, alerts, FALSE);
  for (guint i = 0; i < alerts->len; i++)
    tell (self, g_ptr_array_index (alerts, i));
}

static gboolean
look_cb (gpointer data)
{
  StafetNotifier *self = data;

  self->looking = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* From a window to its dialog nobody has the keyboard for a moment. */
static void
active_cb (StafetNotifier *self)
{
  if (self->looking == 0)
    self->looking = g_timeout_add (500, look_cb, self);
}

/* What is told leads to a window that is there. */
static void
destroyed_cb (StafetNotifier *self)
{
  g_clear_handle_id (&self->looking, g_source_remove);
  g_signal_handlers_disconnect_by_func (self->desk, look, self);
  withdraw_all (self);
}

/* ——— GObject ——— */

static void
stafet_notifier_finalize (GObject *object)
{
  StafetNotifier *self = STAFET_NOTIFIER (object);

  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_pointer (&self->seen, stafet_snapshot_unref);
  g_hash_table_unref (self->told);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (stafet_notifier_parent_class)->finalize (object);
}

static void
stafet_notifier_class_init (StafetNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stafet_notifier_finalize;
}

static void
stafet_notifier_init (StafetNotifier *self)
{
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
stafet_notifier_attach (StafetWindow *window, GApplication *application)
{
  StafetNotifier *self = g_object_new (STAFET_TYPE_NOTIFIER, NULL);

  self->application = application;
  self->desk = g_object_ref (stafet_window_get_desk (window));
  note_seen (self);
  g_object_set_data_full (G_OBJECT (window), KEY, self, g_object_unref);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "destroy", G_CALLBACK (destroyed_cb), self, G_CONNECT_SWAPPED);
}

void
stafet_notifier_tell_publishing (StafetWindow *window, gboolean failed)
{
  StafetNotifier *self = g_object_get_data (G_OBJECT (window), KEY);
  g_autoptr (StafetAlert) alert = stafet_alert_new_publishing_failed ();

  if (self != NULL && failed && is_wanted (self) && !somebody_looks ())
    tell (self, alert);
  else if (self != NULL && g_hash_table_remove (self->told, alert->id))
    g_application_withdraw_notification (self->application, alert->id);
}
