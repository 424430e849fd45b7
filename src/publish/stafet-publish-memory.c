/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The note is the text form of a GVariant: folder → (head, week, program, at, files).
 */
#include "stafet-publish-memory.h"

#define NOTE_KEY "publish"
#define FILES_TYPE "a(ssxx)"
#define FOLDER_TYPE "(xisx" FILES_TYPE ")"
#define NOTE_TYPE "a{s" FOLDER_TYPE "}"

static void
file_free (StafetPublishFile *file)
{
  g_free (file->file);
  g_free (file);
}

StafetPublishMemory *
stafet_publish_memory_new (gint64 head, StafetDate week, StafetInstant at)
{
  StafetPublishMemory *self = g_new0 (StafetPublishMemory, 1);

  self->head = head;
  self->week = week;
  self->program = g_strdup (STAFET_VERSION);
  self->at = at;
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) file_free);
  return self;
}

void
stafet_publish_memory_free (StafetPublishMemory *self)
{
  g_hash_table_unref (self->files);
  g_free (self->program);
  g_free (self);
}

void
stafet_publish_memory_add (StafetPublishMemory *self, StafetUid feed, const char *name, gint64 size,
                           gint64 changed)
{
  StafetPublishFile *file = g_new (StafetPublishFile, 1);

  *file = (StafetPublishFile){ feed, g_strdup (name), size, changed };
  g_hash_table_replace (self->files, file->file, file);
}

/* ——— Reading ——— */

/* A damaged note is as good as none: everything is made anew. */
static GVariant *
read_note (StafetStore *store, GError **error)
{
  g_autofree char *text = stafet_store_read_note (store, NOTE_KEY, error);
  GVariant *note;

  if (text == NULL)
    return NULL;
  note = *text != '\0' ? g_variant_parse (G_VARIANT_TYPE (NOTE_TYPE), text, NULL, NULL, NULL) : NULL;
  return note != NULL ? note : g_variant_ref_sink (g_variant_new (NOTE_TYPE, NULL));
}

static StafetPublishMemory *
unpack (GVariant *value)
{
  StafetPublishMemory *self = stafet_publish_memory_new (-1, STAFET_DATE_NONE, STAFET_INSTANT_NONE);
  g_autoptr (GVariantIter) files = NULL;
  const char *feed, *name;
  gint64 size, changed;

  g_clear_pointer (&self->program, g_free);
  g_variant_get (value, FOLDER_TYPE, &self->head, &self->week, &self->program, &self->at, &files);
  while (g_variant_iter_next (files, "(&s&sxx)", &feed, &name, &size, &changed))
    stafet_publish_memory_add (self, stafet_uid_intern (feed), name, size, changed);
  return self;
}

StafetPublishMemory *
stafet_publish_memory_read (StafetStore *store, const char *folder, GError **error)
{
  g_autoptr (GVariant) note = read_note (store, error);
  g_autoptr (GVariant) value = NULL;

  if (note == NULL)
    return NULL;
  value = g_variant_lookup_value (note, folder, G_VARIANT_TYPE (FOLDER_TYPE));
  return value != NULL ? unpack (value)
                       : stafet_publish_memory_new (-1, STAFET_DATE_NONE, STAFET_INSTANT_NONE);
}

static gboolean
holds_feed (const StafetPublishMemory *self, StafetUid feed)
{
  GHashTableIter iter;
  gpointer file;

  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, NULL, &file))
    if (((StafetPublishFile *) file)->feed == feed)
      return TRUE;
  return FALSE;
}

StafetInstant
stafet_publish_memory_last (StafetStore *store, StafetUid feed)
{
  g_autoptr (GVariant) note = read_note (store, NULL);
  StafetInstant last = STAFET_INSTANT_NONE;

  for (gsize i = 0; note != NULL && i < g_variant_n_children (note); i++)
    {
      g_autoptr (GVariant) value = NULL;
      g_autoptr (StafetPublishMemory) memory = NULL;

      g_variant_get_child (note, i, "{s@" FOLDER_TYPE "}", NULL, &value);
      memory = unpack (value);
      if (holds_feed (memory, feed))
        last = MAX (last, memory->at);
    }
  return last;
}

/* ——— Writing ——— */

/* Sorted, so that the same memory is the same text. */
static GVariant *
pack (const StafetPublishMemory *self)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->files), (GCompareFunc) g_strcmp0);
  GVariantBuilder files;

  g_variant_builder_init (&files, G_VARIANT_TYPE (FILES_TYPE));
  for (GList *l = names; l != NULL; l = l->next)
    {
      const StafetPublishFile *file = g_hash_table_lookup (self->files, l->data);

      g_variant_builder_add (&files, "(ssxx)", file->feed, file->file, file->size, file->changed);
    }
  return g_variant_new (FOLDER_TYPE, self->head, self->week, self->program, self->at, &files);
}

gboolean
stafet_publish_memory_save (const StafetPublishMemory *self, StafetStore *store, const char *folder,
                            GPtrArray *published, GError **error)
{
  g_autoptr (GVariant) note = read_note (store, error);
  g_autoptr (GVariant) changed = NULL;
  g_autofree char *text = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (note == NULL)
    return FALSE;
  g_variant_builder_init (&builder, G_VARIANT_TYPE (NOTE_TYPE));
  g_variant_iter_init (&iter, note);
  while (g_variant_iter_loop (&iter, "{&s@" FOLDER_TYPE "}", &name, &value))
    if (g_strcmp0 (name, folder) != 0)
      g_variant_builder_add (&builder, "{s@" FOLDER_TYPE "}", name, value);
  g_variant_builder_add (&builder, "{s@" FOLDER_TYPE "}", folder, pack (self));
  changed = g_variant_ref_sink (g_variant_builder_end (&builder));
  text = g_variant_print (changed, FALSE);
  return stafet_store_remember (store, published, NOTE_KEY, text, error);
}
