/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shell asks letter by letter; the texts are folded once a plan, in a thread, and who asks waits for it.
 *
 * https://developer.gnome.org/documentation/tutorials/search-provider.html
 */
#include "stafet-search-provider.h"

#include "core/stafet-task.h"
#include "schedule/stafet-search-public.h"
#include "stafet-found.h"

#include <string.h>

/* The shell shows five; more are there for "show all". */
#define MOST 20

static const char interface_xml[] = "<node>"
                                    "  <interface name='org.gnome.Shell.SearchProvider2'>"
                                    "    <method name='GetInitialResultSet'>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='as' name='results' direction='out'/>"
                                    "    </method>"
                                    "    <method name='GetSubsearchResultSet'>"
                                    "      <arg type='as' name='previous_results' direction='in'/>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='as' name='results' direction='out'/>"
                                    "    </method>"
                                    "    <method name='GetResultMetas'>"
                                    "      <arg type='as' name='identifiers' direction='in'/>"
                                    "      <arg type='aa{sv}' name='metas' direction='out'/>"
                                    "    </method>"
                                    "    <method name='ActivateResult'>"
                                    "      <arg type='s' name='identifier' direction='in'/>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='u' name='timestamp' direction='in'/>"
                                    "    </method>"
                                    "    <method name='LaunchSearch'>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='u' name='timestamp' direction='in'/>"
                                    "    </method>"
                                    "  </interface>"
                                    "</node>";

struct _StafetSearchProvider
{
  GObject parent_instance;

  StafetApplication *application; /* borrowed */
  GDBusNodeInfo *node;            /* owned */
  guint registered;               /* 0: not on the bus */
  GQueue waiting; /* GDBusMethodInvocation, owned: the plan is not open, or the index not made yet */

  StafetSearchIndex *index; /* owned, nullable: of … */
  gint64 head;              /* … the plan after this change */
  StafetDate today;         /* … on this day */
  gboolean indexing;        /* another is being made */
};

G_DEFINE_FINAL_TYPE (StafetSearchProvider, stafet_search_provider, G_TYPE_OBJECT)

/* ——— Answers ——— */

static gboolean
may_name_people (StafetSearchProvider *self)
{
  return g_settings_get_boolean (stafet_application_get_settings (self->application), "search-people");
}

/* "(as)" */
static GVariant *
find (StafetSearchProvider *self, const char *const *terms)
{
  g_auto (GStrv) ids =
    self->index != NULL ? stafet_search_public (self->index, terms, may_name_people (self), MOST) : NULL;

  return g_variant_new ("(^as)", ids != NULL ? ids : (char *[]){ NULL });
}

static void
add_meta (GVariantBuilder *metas, const char *id, const StafetSearchHit *hit)
{
  g_autofree char *detail = stafet_search_public_detail (hit);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (id));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (hit->name));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (detail));
  g_variant_builder_add (metas, "{sv}", "gicon", g_variant_new_string (stafet_found_icon (hit->kind)));
  g_variant_builder_close (metas);
}

/* "(aa{sv})": what is gone or may no longer be shown since it was found is passed over. */
static GVariant *
describe (StafetSearchProvider *self, const char *const *ids)
{
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; self->index != NULL && ids[i] != NULL; i++)
    {
      const StafetSearchHit *hit = NULL;
      const char *rest;
      StafetKind kind;

      if (stafet_search_read_id (ids[i], &kind, &rest))
        hit = stafet_search_index_find (self->index, kind, rest);
      if (hit != NULL && stafet_search_is_public (hit, may_name_people (self)))
        add_meta (&metas, ids[i], hit);
    }
  return g_variant_new ("(aa{sv})", &metas);
}

static void
launch (StafetSearchProvider *self, const char *const *terms, guint32 time)
{
  g_autofree char *typed = g_strjoinv (" ", (char **) terms);

  stafet_application_enter (self->application, "win.search-for", g_variant_new_string (typed), time);
}

static void
answer (StafetSearchProvider *self, GDBusMethodInvocation *invocation)
{
  const char *method = g_dbus_method_invocation_get_method_name (invocation), *id;
  GVariant *parameters = g_dbus_method_invocation_get_parameters (invocation), *result = NULL;
  g_autofree const char **words = NULL;
  guint32 time;

  if (strcmp (method, "GetInitialResultSet") == 0)
    {
      g_variant_get (parameters, "(^a&s)", &words);
      result = find (self, words);
    }
  else if (strcmp (method, "GetSubsearchResultSet") == 0)
    {
      g_variant_get (parameters, "(@as^a&s)", NULL, &words);
      result = find (self, words);
    }
  else if (strcmp (method, "GetResultMetas") == 0)
    {
      g_variant_get (parameters, "(^a&s)", &words);
      result = describe (self, words);
    }
  else if (strcmp (method, "ActivateResult") == 0)
    {
      g_variant_get (parameters, "(&s^a&su)", &id, &words, &time);
      stafet_application_enter (self->application, "win.found", g_variant_new_string (id), time);
    }
  else
    {
      g_variant_get (parameters, "(^a&su)", &words, &time);
      launch (self, words, time);
    }
  g_dbus_method_invocation_return_value (invocation, result);
}

/* Whoever asks keeps a program that was started for that alone. */
static void
answer_waiting (StafetSearchProvider *self)
{
  GDBusMethodInvocation *invocation;

  while ((invocation = g_queue_pop_head (&self->waiting)) != NULL)
    {
      answer (self, invocation);
      g_application_release (G_APPLICATION (self->application));
    }
}

/* ——— The index ——— */

/* What it is made of, and then what was made. */
typedef struct
{
  StafetSnapshot *snapshot; /* owned */
  gint64 head;
  StafetDate today;
} Ground;

static void
ground_free (gpointer data)
{
  Ground *ground = data;

  stafet_snapshot_unref (ground->snapshot);
  g_free (ground);
}

static void
index_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Ground *ground = data;

  (void) source;
  (void) cancellable;
  g_task_return_pointer (task, stafet_search_index_new (ground->snapshot, ground->today),
                         (GDestroyNotify) stafet_search_index_free);
}

/* Who waits is answered from the plan as it was when they asked: the next question sees what changed. */
static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetSearchProvider *self = STAFET_SEARCH_PROVIDER (source);
  const Ground *ground = g_task_get_task_data (G_TASK (result));

  (void) data;
  self->indexing = FALSE;
  g_clear_pointer (&self->index, stafet_search_index_free);
  self->index = g_task_propagate_pointer (G_TASK (result), NULL);
  self->head = ground->head;
  self->today = ground->today;
  stafet_found_add_commands (self->index, TRUE);
  /* The program is leaving otherwise. */
  if (self->registered != 0)
    answer_waiting (self);
}

static void
make_index (StafetSearchProvider *self, StafetPlan *plan, StafetDate today)
{
  g_autoptr (GTask) task = stafet_task_new (self, NULL, indexed_cb, NULL);
  Ground *ground = g_new (Ground, 1);

  *ground =
    (Ground){ stafet_snapshot_ref (stafet_plan_get_snapshot (plan)), stafet_plan_get_head (plan), today };
  self->indexing = TRUE;
  g_task_set_task_data (task, ground, ground_free);
  g_task_run_in_thread (task, index_thread);
}

/* Without a plan there is nothing to find. */
static void
go_on (StafetSearchProvider *self)
{
  StafetPlan *plan = stafet_application_get_plan (self->application);
  StafetDate today = plan != NULL ? stafet_clock_today (stafet_plan_get_clock (plan)) : STAFET_DATE_NONE;

  if (self->indexing || g_queue_is_empty (&self->waiting))
    return;
  if (plan == NULL
      || (self->index != NULL && self->head == stafet_plan_get_head (plan) && self->today == today))
    answer_waiting (self);
  else
    make_index (self, plan, today);
}

/* ——— The bus ——— */

static void
call_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
         const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  StafetSearchProvider *self = data;

  (void) connection;
  (void) sender;
  (void) path;
  (void) interface;
  (void) method;
  (void) parameters;
  g_application_hold (G_APPLICATION (self->application));
  g_queue_push_tail (&self->waiting, invocation);
  if (!stafet_application_is_opening (self->application))
    go_on (self);
}

gboolean
stafet_search_provider_export (StafetSearchProvider *self, GDBusConnection *connection, const char *path,
                               GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = call_cb };
  g_autofree char *own = g_strconcat (path, "/SearchProvider", NULL);

  self->registered = g_dbus_connection_register_object (connection, own, self->node->interfaces[0], &vtable,
                                                        self, NULL, error);
  return self->registered != 0;
}

void
stafet_search_provider_unexport (StafetSearchProvider *self, GDBusConnection *connection)
{
  if (self->registered != 0)
    g_dbus_connection_unregister_object (connection, self->registered);
  self->registered = 0;
}

/* ——— GObject ——— */

static void
stafet_search_provider_finalize (GObject *object)
{
  StafetSearchProvider *self = STAFET_SEARCH_PROVIDER (object);

  g_queue_clear_full (&self->waiting, g_object_unref);
  g_dbus_node_info_unref (self->node);
  g_clear_pointer (&self->index, stafet_search_index_free);
  G_OBJECT_CLASS (stafet_search_provider_parent_class)->finalize (object);
}

static void
stafet_search_provider_class_init (StafetSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stafet_search_provider_finalize;
}

static void
stafet_search_provider_init (StafetSearchProvider *self)
{
  self->node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_queue_init (&self->waiting);
}

StafetSearchProvider *
stafet_search_provider_new (StafetApplication *application)
{
  StafetSearchProvider *self = g_object_new (STAFET_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  g_signal_connect_object (application, "opened", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
  return self;
}
