/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a ward.
 */
#include "stafet-stop-row.h"

#include "core/stafet-typed.h"
#include "stafet-choice.h"
#include "stafet-input.h"
#include "stafet-pick.h"
#include "stafet-speech.h"
#include "stafet-wrap-layout.h"

#include <string.h>

struct _StafetStopRow
{
  GtkBox parent_instance;

  StafetSnapshot *snapshot; /* owned */
  char *stop;               /* owned: uid, nullable */

  /* Template children. */
  GtkDropDown *ward, *received_by;
  StafetInput *from, *to;
  GtkWidget *details;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StafetStopRow, stafet_stop_row, GTK_TYPE_BOX)

/* ——— What can be chosen ——— */

static GArray *
all_wards (StafetSnapshot *snapshot)
{
  const GPtrArray *wards = stafet_snapshot_all (snapshot, STAFET_KIND_WARD);
  GArray *options = stafet_options_new ();

  for (guint i = 0; i < wards->len; i++)
    {
      const StafetWard *ward = g_ptr_array_index (wards, i);
      const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, ward->house);
      g_autofree char *label = g_strdup_printf ("%s · %s", house != NULL ? house->name : "", ward->name);

      stafet_options_add (options, ward->parent.uid, label);
    }
  stafet_options_sort (options, 0);
  return options;
}

/* Who is of the ward, or of its nursing home. */
static GArray *
receivers_of (StafetSnapshot *snapshot, StafetUid uid)
{
  const StafetWard *ward = stafet_snapshot_get (snapshot, STAFET_KIND_WARD, uid);
  const GPtrArray *contacts = stafet_snapshot_all (snapshot, STAFET_KIND_CONTACT);
  GArray *options = stafet_options_new ();

  for (guint i = 0; ward != NULL && i < contacts->len; i++)
    {
      const StafetContact *contact = g_ptr_array_index (contacts, i);
      g_autofree char *label = NULL;

      if (contact->ward != uid && contact->house != ward->house)
        continue;
      label = g_strdup_printf ("%s, %s", contact->name, contact->role);
      stafet_options_add (options, contact->parent.uid, label);
    }
  return options;
}

/* ——— Callbacks ——— */

static void
ward_cb (StafetStopRow *self)
{
  StafetUid ward = stafet_stop_row_get_ward (self);

  if (self->snapshot == NULL)
    return;
  gtk_widget_set_visible (self->details, ward != NULL);
  stafet_choice_fill (self->received_by, receivers_of (self->snapshot, ward), _ ("Nobody in particular"));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
changed_cb (StafetStopRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ——— GObject ——— */

static void
stafet_stop_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_STOP_ROW);
  g_clear_pointer (&STAFET_STOP_ROW (object)->snapshot, stafet_snapshot_unref);
  G_OBJECT_CLASS (stafet_stop_row_parent_class)->dispose (object);
}

static void
stafet_stop_row_finalize (GObject *object)
{
  g_free (STAFET_STOP_ROW (object)->stop);
  G_OBJECT_CLASS (stafet_stop_row_parent_class)->finalize (object);
}

static void
stafet_stop_row_class_init (StafetStopRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_stop_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_stop_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  g_type_ensure (STAFET_TYPE_INPUT);
  g_type_ensure (STAFET_TYPE_PICK);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-stop-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetStopRow, ward);
  gtk_widget_class_bind_template_child (widget_class, StafetStopRow, received_by);
  gtk_widget_class_bind_template_child (widget_class, StafetStopRow, from);
  gtk_widget_class_bind_template_child (widget_class, StafetStopRow, to);
  gtk_widget_class_bind_template_child (widget_class, StafetStopRow, details);
  gtk_widget_class_bind_template_callback (widget_class, ward_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
stafet_stop_row_init (StafetStopRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stafet_speech_name (GTK_WIDGET (self));
}

GtkWidget *
stafet_stop_row_new (StafetSnapshot *snapshot)
{
  StafetStopRow *self = g_object_new (STAFET_TYPE_STOP_ROW, NULL);

  stafet_choice_fill (self->ward, all_wards (snapshot), _ ("No ward"));
  stafet_choice_fill (self->received_by, stafet_options_new (), _ ("Nobody in particular"));
  self->snapshot = stafet_snapshot_ref (snapshot);
  return GTK_WIDGET (self);
}

/* ——— Values ——— */

static void
set_time (StafetInput *input, int minutes)
{
  g_autofree char *text = g_strdup_printf ("%d.%02d", minutes / 60 % 24, minutes % 60);

  stafet_input_set_text (input, text);
}

void
stafet_stop_row_set (StafetStopRow *self, StafetUid ward, StafetUid received_by, const StafetStop *stop,
                     int start)
{
  stafet_choice_set (self->ward, ward);
  ward_cb (self);
  stafet_choice_set (self->received_by, received_by);
  g_free (self->stop);
  self->stop = stop != NULL ? g_strdup (stop->parent.uid) : NULL;
  if (stop == NULL)
    return;
  set_time (self->from, start + stop->from_minute);
  set_time (self->to, start + stop->to_minute);
}

StafetUid
stafet_stop_row_get_ward (StafetStopRow *self)
{
  return stafet_choice_get (self->ward);
}

StafetUid
stafet_stop_row_get_received_by (StafetStopRow *self)
{
  return stafet_choice_get (self->received_by);
}

StafetUid
stafet_stop_row_get_stop (StafetStopRow *self)
{
  return self->stop != NULL ? stafet_uid_intern (self->stop) : NULL;
}

gboolean
stafet_stop_row_has_times (StafetStopRow *self)
{
  return *stafet_input_get_text (self->from) != '\0' || *stafet_input_get_text (self->to) != '\0';
}

/* Minutes after the activity's start. */
static gboolean
read_offset (StafetInput *input, int start, int fallback, int *offset)
{
  g_autofree char *read = stafet_input_read (input, NULL);
  int minutes;

  *offset = fallback;
  if (read == NULL)
    return FALSE;
  if (*read == '\0')
    return TRUE;
  if (!stafet_typed_time (stafet_input_get_text (input), &minutes, NULL))
    return FALSE;
  *offset = minutes - start;
  /* Of an activity that passes midnight. */
  if (*offset < 0 && start > 12 * 60)
    *offset += STAFET_MINUTES_PER_DAY;
  return TRUE;
}

GPtrArray *
stafet_stop_row_pairs (StafetStopRow *self, int start, int end)
{
  StafetUid received_by = stafet_stop_row_get_received_by (self);
  GPtrArray *pairs;
  int from, to;

  if (!read_offset (self->from, start, 0, &from) || !read_offset (self->to, start, end - start, &to))
    return NULL;
  if (to <= from)
    {
      stafet_input_set_problem (self->to, _ ("The end is before the start. Mend one of the two."));
      return NULL;
    }
  pairs = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (pairs, g_strdup_printf ("ward=%s", stafet_stop_row_get_ward (self)));
  g_ptr_array_add (pairs, g_strdup_printf ("from_minute=%d", from));
  g_ptr_array_add (pairs, g_strdup_printf ("to_minute=%d", to));
  g_ptr_array_add (pairs, g_strdup_printf ("received_by=%s", received_by != NULL ? received_by : ""));
  g_ptr_array_add (pairs, NULL);
  return pairs;
}

/* ——— What was begun ——— */

static void
add_text (GVariantBuilder *texts, const char *prefix, const char *key, const char *text)
{
  g_autofree char *whole = g_strconcat (prefix, key, NULL);

  g_variant_builder_add (texts, "{ss}", whole, text != NULL ? text : "");
}

void
stafet_stop_row_write (StafetStopRow *self, const char *prefix, GVariantBuilder *texts)
{
  add_text (texts, prefix, "stop", self->stop);
  add_text (texts, prefix, "ward", stafet_stop_row_get_ward (self));
  add_text (texts, prefix, "received-by", stafet_stop_row_get_received_by (self));
  add_text (texts, prefix, "from", stafet_input_get_text (self->from));
  add_text (texts, prefix, "to", stafet_input_get_text (self->to));
}

/* "" when it is not there. Borrowed from @texts. */
static const char *
find_text (GVariant *texts, const char *prefix, const char *key)
{
  g_autofree char *whole = g_strconcat (prefix, key, NULL);
  const char *text = "";

  return g_variant_lookup (texts, whole, "&s", &text) ? text : "";
}

static StafetUid
find_uid (GVariant *texts, const char *prefix, const char *key)
{
  const char *text = find_text (texts, prefix, key);

  return *text != '\0' ? stafet_uid_intern (text) : NULL;
}

/* The same text is no change. */
static void
fill_input (StafetInput *input, const char *text)
{
  if (strcmp (stafet_input_get_text (input), text) != 0)
    stafet_input_set_text (input, text);
}

void
stafet_stop_row_fill (StafetStopRow *self, const char *prefix, GVariant *texts)
{
  g_autofree char *known = g_strconcat (prefix, "ward", NULL);
  StafetUid stop = find_uid (texts, prefix, "stop");

  if (!g_variant_lookup (texts, known, "&s", NULL))
    {
      stafet_choice_set (self->ward, NULL);
      return;
    }
  g_free (self->stop);
  self->stop = stafet_snapshot_get (self->snapshot, STAFET_KIND_STOP, stop) != NULL ? g_strdup (stop) : NULL;
  stafet_choice_set (self->ward, find_uid (texts, prefix, "ward"));
  stafet_choice_set (self->received_by, find_uid (texts, prefix, "received-by"));
  fill_input (self->from, find_text (texts, prefix, "from"));
  fill_input (self->to, find_text (texts, prefix, "to"));
}
