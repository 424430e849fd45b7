/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader: a program that is asked for the clipboard may take its time, and so may a file and a long list.
 */
#include "stafet-list-reader.h"

#include "core/stafet-i18n.h"
#include "core/stafet-task.h"

#include <string.h>

/* So much is read before a frame is due; more is read by a worker. In bytes. */
#define READ_AT_ONCE 100000
/* After so long people wonder whether anything happens. In milliseconds. */
#define SLOW_AFTER 300

struct _StafetListReader
{
  GObject parent_instance;

  GCancellable *cancellable; /* owned: of what is under way; NULL when nothing is */
  guint waiting;             /* source: until it is slow */
  gboolean slow;
};

enum
{
  PROP_SLOW = 1,
  N_PROPS
};

enum
{
  READ,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StafetListReader, stafet_list_reader, G_TYPE_OBJECT)

/* ——— What is under way ——— */

static void
set_slow (StafetListReader *self, gboolean slow)
{
  if (slow == self->slow)
    return;
  self->slow = slow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SLOW]);
}

static gboolean
waited_cb (gpointer data)
{
  StafetListReader *self = data;

  self->waiting = 0;
  set_slow (self, TRUE);
  return G_SOURCE_REMOVE;
}

void
stafet_list_reader_stop (StafetListReader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->waiting, g_source_remove);
  set_slow (self, FALSE);
}

/* One thing that was asked for; not every source hears that it is cancelled. */
typedef struct
{
  StafetListReader *reader;
  GCancellable *cancellable;
} Run;

static void
run_free (Run *run)
{
  g_object_unref (run->reader);
  g_object_unref (run->cancellable);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static gboolean
is_forgotten (const Run *run)
{
  return g_cancellable_is_cancelled (run->cancellable);
}

static Run *
run_new (StafetListReader *self)
{
  Run *run = g_new0 (Run, 1);

  stafet_list_reader_stop (self);
  self->cancellable = g_cancellable_new ();
  self->waiting = g_timeout_add (SLOW_AFTER, waited_cb, self);
  run->reader = g_object_ref (self);
  run->cancellable = g_object_ref (self->cancellable);
  return run;
}

static void
finish (StafetListReader *self, StafetTable *table, const char *problem)
{
  gboolean empty = table != NULL && table->n_columns == 0;

  stafet_list_reader_stop (self);
  g_signal_emit (self, signals[READ], 0, empty ? NULL : table,
                 empty ? _ ("There is nothing in it. Copy the cells in the spreadsheet first.") : problem);
}

/* ——— Reading ——— */

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (data, &length);
  StafetTable *table = stafet_table_read (text, length, &error);

  (void) source;
  (void) cancellable;
  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) stafet_table_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Run) run = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetTable) table = g_task_propagate_pointer (G_TASK (result), &error);

  (void) source;
  if (!is_forgotten (run))
    finish (run->reader, table, error != NULL ? error->message : NULL);
}

void
stafet_list_reader_take_text (StafetListReader *self, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetTable) table = NULL;
  g_autoptr (GTask) task = NULL;
  Run *run;

  /* What is too much is refused without being read. */
  if (length <= READ_AT_ONCE || length > STAFET_TABLE_BYTES_MAX)
    {
      table = stafet_table_read (text, length, &error);
      finish (self, table, error != NULL ? error->message : NULL);
      return;
    }
  run = run_new (self);
  task = stafet_task_new (self, run->cancellable, read_cb, run);
  g_task_set_task_data (task, g_bytes_new (text, length), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_thread);
}

/* ——— The clipboard ——— */

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Run) run = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (is_forgotten (run))
    return;
  if (text == NULL)
    finish (run->reader, NULL, _ ("There is nothing to paste. Copy the cells in the spreadsheet first."));
  else
    stafet_list_reader_take_text (run->reader, text, strlen (text));
}

void
stafet_list_reader_paste (StafetListReader *self, GdkClipboard *clipboard)
{
  Run *run = run_new (self);

  gdk_clipboard_read_text_async (clipboard, run->cancellable, pasted_cb, run);
}

/* ——— A file ——— */

static const char *
failure_format (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _ ("“%s” is not there any more. Open the list from where it is now.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("You may not read “%s”. Ask whoever made the list for a copy of it.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return _ ("“%s” is a folder. Open the list that is in it.");
  return _ ("“%s” could not be read. Look whether its disk or network drive is there, and open it again.");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Run) run = data;
  g_autofree char *bytes = NULL, *name = NULL, *problem = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (g_file_load_partial_contents_finish (G_FILE (source), result, &bytes, &length, NULL, &error))
    {
      if (!is_forgotten (run))
        stafet_list_reader_take_text (run->reader, bytes, length);
      return;
    }
  if (is_forgotten (run))
    return;
  name = g_file_get_basename (G_FILE (source));
  problem = g_strdup_printf (failure_format (error), name);
  finish (run->reader, NULL, problem);
}

/* More than a table may be is not taken into memory. */
static gboolean
more_cb (const char *contents, goffset size, gpointer data)
{
  (void) contents;
  (void) data;
  return size <= STAFET_TABLE_BYTES_MAX;
}

void
stafet_list_reader_open (StafetListReader *self, GFile *file)
{
  Run *run = run_new (self);

  g_file_load_partial_contents_async (file, run->cancellable, more_cb, loaded_cb, run);
}

/* ——— GObject ——— */

gboolean
stafet_list_reader_is_slow (StafetListReader *self)
{
  return self->slow;
}

static void
stafet_list_reader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SLOW)
    g_value_set_boolean (value, STAFET_LIST_READER (object)->slow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stafet_list_reader_dispose (GObject *object)
{
  stafet_list_reader_stop (STAFET_LIST_READER (object));
  G_OBJECT_CLASS (stafet_list_reader_parent_class)->dispose (object);
}

static void
stafet_list_reader_class_init (StafetListReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = stafet_list_reader_get_property;
  object_class->dispose = stafet_list_reader_dispose;
  properties[PROP_SLOW] =
    g_param_spec_boolean ("slow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
stafet_list_reader_init (StafetListReader *self)
{
  (void) self;
}

StafetListReader *
stafet_list_reader_new (void)
{
  return g_object_new (STAFET_TYPE_LIST_READER, NULL);
}
