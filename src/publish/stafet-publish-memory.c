/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The note is the text form of a GVariant: place → (head, day, program, instants, problem, files).
 */
#include "stafet-publish-memory.h"

#define NOTE_KEY "publish"
#define FILES_TYPE "a(sssss)"
#define PLACE_TYPE "(xisxxxs" FILES_TYPE ")"
#define NOTE_TYPE "a{s" PLACE_TYPE "}"
/* As it was written before there were other places than folders. */
#define OLD_PLACE_TYPE "(xisxa(ssxx))"
#define OLD_NOTE_TYPE "a{s" OLD_PLACE_TYPE "}"

static void
file_free (StafetPublishFile *file)
{
  g_free (file->file);
  g_free (file->stamp);
  g_free (file->print);
  g_free (file->planned);
  g_free (file);
}

StafetPublishMemory *
stafet_publish_memory_new (void)
{
  StafetPublishMemory *self = g_new0 (StafetPublishMemory, 1);

  self->head = -1;
  self->day = STAFET_DATE_NONE;
  self->program = g_strdup (STAFET_VERSION);
  self->at = self->beat = self->tried = STAFET_INSTANT_NONE;
  self->problem = g_strdup ("");
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) file_free);
  return self;
}

void
stafet_publish_memory_free (StafetPublishMemory *self)
{
  g_hash_table_unref (self->files);
  g_free (self->program);
  g_free (self->problem);
  g_free (self);
}

void
stafet_publish_memory_add (StafetPublishMemory *self, StafetUid feed, const char *name, const char *stamp,
                           const char *print, const char *planned)
{
  StafetPublishFile *file = g_new (StafetPublishFile, 1);

  *file =
    (StafetPublishFile){ feed, g_strdup (name), g_strdup (stamp), g_strdup (print), g_strdup (planned) };
  g_hash_table_replace (self->files, file->file, file);
}

void
stafet_publish_memory_set_problem (StafetPublishMemory *self, const char *problem)
{
  g_free (self->problem);
  self->problem = g_strdup (problem);
}

/* ——— Packing ——— */

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

      g_variant_builder_add (&files, "(sssss)", file->feed, file->file, file->stamp, file->print,
                             file->planned);
    }
  return g_variant_new (PLACE_TYPE, self->head, self->day, self->program, self->at, self->beat, self->tried,
                        self->problem, &files);
}

static StafetPublishMemory *
unpack (GVariant *value)
{
  StafetPublishMemory *self = stafet_publish_memory_new ();
  g_autoptr (GVariantIter) files = NULL;
  const char *feed, *name, *stamp, *print, *planned;

  g_clear_pointer (&self->program, g_free);
  g_clear_pointer (&self->problem, g_free);
  g_variant_get (value, PLACE_TYPE, &self->head, &self->day, &self->program, &self->at, &self->beat,
                 &self->tried, &self->problem, &files);
  while (g_variant_iter_next (files, "(&s&s&s&s&s)", &feed, &name, &stamp, &print, &planned))
    stafet_publish_memory_add (self, stafet_uid_intern (feed), name, stamp, print, planned);
  return self;
}

/* Keeps which files are ours; all of them are made anew. */
static StafetPublishMemory *
unpack_old (GVariant *value)
{
  StafetPublishMemory *self = stafet_publish_memory_new ();
  g_autoptr (GVariantIter) files = NULL;
  const char *feed, *name;

  g_variant_get (value, OLD_PLACE_TYPE, NULL, NULL, NULL, &self->at, &files);
  while (g_variant_iter_next (files, "(&s&sxx)", &feed, &name, NULL, NULL))
    stafet_publish_memory_add (self, stafet_uid_intern (feed), name, "", "", "");
  return self;
}

static GVariant *
note_from_old (GVariant *old)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (NOTE_TYPE));
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_loop (&iter, "{&s@" OLD_PLACE_TYPE "}", &name, &value))
    {
      g_autoptr (StafetPublishMemory) memory = unpack_old (value);

      g_variant_builder_add (&builder, "{s@" PLACE_TYPE "}", name, pack (memory));
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* ——— Reading ——— */

/* A damaged note is as good as none: everything is made anew. */
static GVariant *
read_note (StafetStore *store, GError **error)
{
  g_autofree char *text = stafet_store_read_note (store, NOTE_KEY, error);
  g_autoptr (GVariant) old = NULL;
  GVariant *note;

  if (text == NULL)
    return NULL;
  note = *text != '\0' ? g_variant_parse (G_VARIANT_TYPE (NOTE_TYPE), text, NULL, NULL, NULL) : NULL;
  if (note != NULL)
    return note;
  old = *text != '\0' ? g_variant_parse (G_VARIANT_TYPE (OLD_NOTE_TYPE), text, NULL, NULL, NULL) : NULL;
  return old != NULL ? note_from_old (old) : g_variant_ref_sink (g_variant_new (NOTE_TYPE, NULL));
}

char *
stafet_publish_memory_place (const char *to)
{
  if (!g_str_has_prefix (to, "http://") && !g_str_has_prefix (to, "https://"))
    return g_canonicalize_filename (to, NULL);
  return g_str_has_suffix (to, "/") ? g_strdup (to) : g_strconcat (to, "/", NULL);
}

StafetPublishMemory *
stafet_publish_memory_read (StafetStore *store, const char *place, GError **error)
{
  g_autoptr (GVariant) note = read_note (store, error);
  g_autoptr (GVariant) value = NULL;

  if (note == NULL)
    return NULL;
  value = g_variant_lookup_value (note, place, G_VARIANT_TYPE (PLACE_TYPE));
  return value != NULL ? unpack (value) : stafet_publish_memory_new ();
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

static void
add_later (GHashTable *last, StafetUid feed, StafetInstant at)
{
  const StafetInstant *before = g_hash_table_lookup (last, feed);

  if (before == NULL || *before < at)
    g_hash_table_insert (last, (gpointer) feed, g_memdup2 (&at, sizeof at));
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

      g_variant_get_child (note, i, "{s@" PLACE_TYPE "}", NULL, &value);
      memory = unpack (value);
      if (holds_feed (memory, feed))
        last = MAX (last, memory->at);
    }
  return last;
}

void
stafet_publish_memory_add_last (StafetStore *store, GHashTable *last)
{
  g_autoptr (GVariant) note = read_note (store, NULL);

  for (gsize i = 0; note != NULL && i < g_variant_n_children (note); i++)
    {
      g_autoptr (GVariant) value = NULL;
      g_autoptr (StafetPublishMemory) memory = NULL;
      GHashTableIter iter;
      gpointer file;

      g_variant_get_child (note, i, "{s@" PLACE_TYPE "}", NULL, &value);
      memory = unpack (value);
      g_hash_table_iter_init (&iter, memory->files);
      while (g_hash_table_iter_next (&iter, NULL, &file))
        add_later (last, ((StafetPublishFile *) file)->feed, memory->at);
    }
}

/* ——— Writing ——— */

gboolean
stafet_publish_memory_save (const StafetPublishMemory *self, StafetStore *store, const char *place,
                            GPtrArray *published, GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
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
  while (g_variant_iter_loop (&iter, "{&s@" PLACE_TYPE "}", &name, &value))
    if (g_strcmp0 (name, place) != 0)
      g_variant_builder_add (&builder, "{s@" PLACE_TYPE "}", name, value);
  g_variant_builder_add (&builder, "{s@" PLACE_TYPE "}", place, pack (self));
  changed = g_variant_ref_sink (g_variant_builder_end (&builder));
  text = g_variant_print (changed, FALSE);
  return stafet_store_remember (store, published != NULL ? published : none, NOTE_KEY, text, error);
}
