/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes a volunteer who is erased out of all that the log says, and forgets what somebody began to write
 * about her.
 *
 * In what was about her she goes by all her names. Elsewhere others may be called the same: there she is
 * taken out where she is named in full, for short if that is nobody else's, by telephone or by e-mail.
 */
#include "core/stafet-i18n.h"
#include "stafet-store-private.h"

#include <string.h>

static StafetTraces *
traces_new (void)
{
  StafetTraces *traces = g_new (StafetTraces, 1);

  traces->names = g_ptr_array_new_with_free_func (g_free);
  traces->short_names = g_ptr_array_new_with_free_func (g_free);
  traces->phones = g_ptr_array_new_with_free_func (g_free);
  traces->mails = g_ptr_array_new_with_free_func (g_free);
  return traces;
}

static void
traces_free (StafetTraces *traces)
{
  g_ptr_array_unref (traces->names);
  g_ptr_array_unref (traces->short_names);
  g_ptr_array_unref (traces->phones);
  g_ptr_array_unref (traces->mails);
  g_free (traces);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetTraces, traces_free)

gboolean
stafet_store_read_others (StafetStore *self, StafetUid uid, GPtrArray *names, GPtrArray *short_names,
                          GError **error)
{
  StafetStatement *statement = stafet_connection_prepare (
    self->connection, "SELECT name, short_name FROM volunteer WHERE uid <> $1", error);
  StafetStep step;

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_text (self->connection, statement, 1, uid);
  while ((step = stafet_connection_step (self->connection, statement, error)) == STAFET_STEP_ROW)
    {
      const char *short_name = stafet_connection_get_text (self->connection, statement, 1);

      g_ptr_array_add (names, g_strdup (stafet_connection_get_text (self->connection, statement, 0)));
      if (short_names != NULL && *short_name != '\0')
        g_ptr_array_add (short_names, g_strdup (short_name));
    }
  return step == STAFET_STEP_DONE;
}

static void
add_each (StafetMentions *mentions, void (*add) (StafetMentions *, const char *), const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    add (mentions, g_ptr_array_index (texts, i));
}

/* A change that is about her may be about her namesake, too, but only she is asked about. */
static gboolean
is_one_of (GPtrArray *names, const char *name)
{
  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

/* Where it was about her. */
static StafetMentions *
mentions_about_her (const StafetTraces *traces, const StafetTraces *others)
{
  StafetMentions *mentions = stafet_mentions_new ();

  add_each (mentions, stafet_mentions_add_words, traces->names);
  add_each (mentions, stafet_mentions_add_words, traces->short_names);
  for (guint i = 0; i < traces->names->len; i++)
    {
      const char *name = g_ptr_array_index (traces->names, i);
      g_autofree char *first = g_strndup (name, strcspn (name, " "));

      stafet_mentions_add_name (mentions, first);
    }
  for (guint i = 0; i < others->names->len; i++)
    if (!is_one_of (traces->names, g_ptr_array_index (others->names, i)))
      stafet_mentions_spare (mentions, g_ptr_array_index (others->names, i));
  return mentions;
}

/* Anywhere else. */
static StafetMentions *
mentions_elsewhere (const StafetTraces *traces, const StafetTraces *others)
{
  StafetMentions *mentions = stafet_mentions_new ();

  for (guint i = 0; i < traces->names->len; i++)
    if (strchr (g_ptr_array_index (traces->names, i), ' ') != NULL)
      stafet_mentions_add_name (mentions, g_ptr_array_index (traces->names, i));
  add_each (mentions, stafet_mentions_add_short_name, traces->short_names);
  add_each (mentions, stafet_mentions_add_phone, traces->phones);
  add_each (mentions, stafet_mentions_add_mail, traces->mails);
  add_each (mentions, stafet_mentions_spare, others->names);
  add_each (mentions, stafet_mentions_spare, others->short_names);
  return mentions;
}

/* ——— What was begun ——— */

static gboolean
forget_drafts (StafetStore *store, StafetUid uid, const StafetMentions *mentions, GError **error)
{
  g_autoptr (GPtrArray) keys = stafet_store_list_notes (store, "draft/", error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autofree char *text = stafet_store_read_note (store, g_ptr_array_index (keys, i), error);

      if (text == NULL)
        return FALSE;
      if ((strstr (text, uid) != NULL || stafet_mentions_are_in (mentions, text))
          && !stafet_store_write_note (store, g_ptr_array_index (keys, i), "", error))
        return FALSE;
    }
  return keys != NULL;
}

static gboolean
forget_subjects (StafetStore *store, StafetUid uid, GError **error)
{
  StafetStatement *statement =
    stafet_connection_prepare (store->connection, "DELETE FROM change_subject WHERE uid = $1", error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_text (store->connection, statement, 1, uid);
  return stafet_connection_run (store->connection, statement, error);
}

/* ——— All of it ——— */

static gboolean
take_out (StafetStore *store, StafetUid uid, const StafetMentions *about_her, const StafetMentions *elsewhere,
          GError **error)
{
  const StafetNaming hers = { about_her, _ ("A volunteer"), C_ ("in a sentence", "a volunteer") },
                     others = { elsewhere, hers.first, hers.later };

  return stafet_store_rewrite_labels_about (store, uid, G_MAXINT64, &hers, error)
         && stafet_store_rewrite_labels (store, &others, error)
         && forget_drafts (store, uid, elsewhere, error) && stafet_store_blank_volunteer (store, uid, error)
         && stafet_store_rewrite_texts (store, &others, error) && forget_subjects (store, uid, error);
}

gboolean
stafet_store_erase_from_log (StafetStore *self, StafetUid uid, GError **error)
{
  g_autoptr (StafetTraces) traces = traces_new (), others = traces_new ();
  g_autoptr (StafetMentions) about_her = NULL, elsewhere = NULL;

  if (!stafet_store_read_traces (self, uid, traces, error)
      || !stafet_store_read_others (self, uid, others->names, others->short_names, error))
    return FALSE;
  about_her = mentions_about_her (traces, others);
  elsewhere = mentions_elsewhere (traces, others);
  return take_out (self, uid, about_her, elsewhere, error);
}
