/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libsecret, in a main context of its own: a keyring that waits for somebody who is not there, as under a
 * timer, must not hold anything up for ever.
 */
#include "stafet-publish-password.h"

#include "core/stafet-i18n.h"
#include "stafet-publish.h"

#include <libsecret/secret.h>
#include <string.h>

#define PATIENCE_SECONDS 60

static const SecretSchema schema = {
  "dk.stafet.Stafet.Publish",
  SECRET_SCHEMA_NONE,
  { { "address", SECRET_SCHEMA_ATTRIBUTE_STRING }, { "user", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } }
};

/* One question to the keyring. */
typedef struct
{
  GMainContext *context;
  GCancellable *cancellable;
  GAsyncResult *result; /* owned, once there is one */
} Question;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  (void) source;
  ((Question *) data)->result = g_object_ref (result);
}

static gboolean
late_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
begin (Question *question)
{
  question->context = g_main_context_new ();
  question->cancellable = g_cancellable_new ();
  g_main_context_push_thread_default (question->context);
}

static void
wait (Question *question)
{
  g_autoptr (GSource) deadline = g_timeout_source_new_seconds (PATIENCE_SECONDS);

  g_source_set_callback (deadline, late_cb, question->cancellable, NULL);
  g_source_attach (deadline, question->context);
  while (question->result == NULL)
    g_main_context_iteration (question->context, TRUE);
  g_source_destroy (deadline);
}

static void
end (Question *question)
{
  g_main_context_pop_thread_default (question->context);
  g_clear_object (&question->result);
  g_clear_object (&question->cancellable);
  g_main_context_unref (question->context);
}

char *
stafet_publish_password_look_up (const char *to, const char *user)
{
  Question question = { 0 };
  char *password;

  begin (&question);
  secret_password_lookup (&schema, question.cancellable, answered_cb, &question, "address", to, "user", user,
                          NULL);
  wait (&question);
  password = secret_password_lookup_finish (question.result, NULL);
  end (&question);
  return password;
}

gboolean
stafet_publish_password_keep (const char *to, const char *user, const char *password, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Stafet's calendars at %s"), to);
  g_autoptr (GError) problem = NULL;
  Question question = { 0 };
  gboolean kept;

  begin (&question);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, password, question.cancellable,
                         answered_cb, &question, "address", to, "user", user, NULL);
  wait (&question);
  kept = secret_password_store_finish (question.result, &problem);
  end (&question);
  if (!kept)
    g_set_error (
      error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_PASSWORD,
      _ ("The password could not be kept in the keyring (%s). It is known until the program ends."),
      problem->message);
  return kept;
}

char *
stafet_publish_password_read_file (const char *path, GError **error)
{
  g_autoptr (GError) problem = NULL;
  char *text = NULL;

  if (g_file_get_contents (path, &text, NULL, &problem))
    {
      text[strcspn (text, "\r\n")] = '\0';
      return text;
    }
  g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_PASSWORD,
               _ ("The password cannot be read from a file (%s)."), problem->message);
  return NULL;
}

void
stafet_publish_password_free (char *password)
{
  if (password != NULL)
    secret_password_wipe (password);
  g_free (password);
}
