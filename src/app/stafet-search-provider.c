/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shell asks letter by letter; the texts are folded once a plan.
 *
 * https://developer.gnome.org/documentation/tutorials/search-provider.html
 */
#include "stafet-search-provider.h"

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
  GQueue waiting;                 /* GDBusMethodInvocation, owned: the plan is not open yet */

  StafetSearchIndex *index; /* owned, nullable: of … */
  gint64 head;              /* … the plan after this change */
  StafetDate today;         /* … on this day */
};

G_DEFINE_FINAL_TYPE (StafetSearchProvider, stafet_search_provider, G_TYPE_OBJECT)

/* ——— Answers ——— */

/* NULL without a plan. */
static StafetSearchIndex *
get_index (StafetSearchProvider *self)
{
  StafetPlan *plan = stafet_application_get_plan (self->application);
  StafetDate today;

  if (plan == NULL)
    return NULL;
  today = stafet_clock_today (stafet_plan_get_clock (plan));
  if (self->index != NULL && self->head == stafet_plan_get_head (plan) && self->today == today)
    return self->index;
  g_clear_pointer (&self->index, stafet_search_index_free);
  self->index = stafet_search_index_new (stafet_plan_get_snapshot (plan), today);
  self->head = stafet_plan_get_head (plan);
  self->today = today;
  stafet_found_add_commands (self->index, TRUE);
  return self->index;
}

static gboolean
may_name_people (StafetSearchProvider *self)
{
  return g_settings_get_boolean (stafet_application_get_settings (self->application), "search-people");
}

/* "(as)" */
static GVariant *
find (StafetSearchProvider *self, const char *const *terms)
{
  StafetSearchIndex *index = get_index (self);
  g_auto (GStrv) ids =
    index != NULL ? stafet_search_public (index, terms, may_name_people (self), MOST) : NULL;

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
  StafetSearchIndex *index = get_index (self);
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; index != NULL && ids[i] != NULL; i++)
    {
      const StafetSearchHit *hit = NULL;
      const char *rest;
      StafetKind kind;

      if (stafet_search_read_id (ids[i], &kind, &rest))
        hit = stafet_search_index_find (index, kind, rest);
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

/* ——— The bus ——— */

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
    answer_waiting (self);
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
  g_signal_connect_object (application, "opened", G_CALLBACK (answer_waiting), self, G_CONNECT_SWAPPED);
  return self;
}
