/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a role.
 */
#include "stafet-role-row.h"

#include "core/stafet-text.h"
#include "stafet-chip.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

#include <string.h>

struct _StafetRoleRow
{
  GtkBox parent_instance;

  StafetShift *shift; /* owned, nullable */

  /* Template children. */
  GtkEntry *role;
  GtkSpinButton *wanted;
  GtkCheckButton *check;
  GtkButton *remove;
  StafetChip *regulars;
  GtkLabel *problem;
};

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StafetRoleRow, stafet_role_row, GTK_TYPE_BOX)

static void
changed_cb (StafetRoleRow *self)
{
  stafet_role_row_set_problem (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (StafetRoleRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
stafet_role_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_ROLE_ROW);
  g_clear_object (&STAFET_ROLE_ROW (object)->shift);
  G_OBJECT_CLASS (stafet_role_row_parent_class)->dispose (object);
}

static void
stafet_role_row_class_init (StafetRoleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_role_row_dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (STAFET_TYPE_CHIP);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-role-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetRoleRow, role);
  gtk_widget_class_bind_template_child (widget_class, StafetRoleRow, wanted);
  gtk_widget_class_bind_template_child (widget_class, StafetRoleRow, check);
  gtk_widget_class_bind_template_child (widget_class, StafetRoleRow, remove);
  gtk_widget_class_bind_template_child (widget_class, StafetRoleRow, regulars);
  gtk_widget_class_bind_template_child (widget_class, StafetRoleRow, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
stafet_role_row_init (StafetRoleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ——— Who stands on it ——— */

static const char *
holder_name (const StafetSnapshot *snapshot, const StafetStanding *standing)
{
  gpointer holder = standing->volunteer != NULL
                      ? stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, standing->volunteer)
                      : stafet_snapshot_get (snapshot, STAFET_KIND_ORGANISER, standing->organiser);

  return holder != NULL ? stafet_record_get_label (holder) : "";
}

static void
show_regulars (StafetRoleRow *self, const StafetSnapshot *snapshot)
{
  const GPtrArray *standings =
    stafet_snapshot_index (snapshot, STAFET_INDEX_STANDING_BY_SHIFT, self->shift->parent.uid);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL, *text = NULL;

  for (guint i = 0; i < standings->len; i++)
    if (((StafetStanding *) g_ptr_array_index (standings, i))->to == STAFET_DATE_NONE)
      g_ptr_array_add (names, (gpointer) holder_name (snapshot, g_ptr_array_index (standings, i)));
  if (names->len == 0)
    return;
  joined = stafet_names_join (stafet_i18n_get_language (), (const char *const *) names->pdata, names->len);
  text = g_strdup_printf (_ ("standing: %s"), joined);
  stafet_chip_set (self->regulars, STAFET_CHIP_PROMISED, text);
  gtk_widget_show (GTK_WIDGET (self->regulars));
}

GtkWidget *
stafet_role_row_new (const StafetSnapshot *snapshot, StafetShift *shift)
{
  StafetRoleRow *self = g_object_new (STAFET_TYPE_ROLE_ROW, NULL);

  if (shift != NULL)
    {
      stafet_role_row_set (self, shift->role, shift->wanted);
      gtk_check_button_set_active (self->check, shift->check);
      self->shift = g_object_ref (shift);
      show_regulars (self, snapshot);
    }
  return GTK_WIDGET (self);
}

/* ——— What was typed ——— */

const char *
stafet_role_row_get_role (StafetRoleRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->role));
}

int
stafet_role_row_get_wanted (StafetRoleRow *self)
{
  /* What is typed there is no value yet while the keyboard is in it. */
  gtk_spin_button_update (self->wanted);
  return gtk_spin_button_get_value_as_int (self->wanted);
}

void
stafet_role_row_set (StafetRoleRow *self, const char *role, int wanted)
{
  gtk_editable_set_text (GTK_EDITABLE (self->role), role);
  gtk_spin_button_set_value (self->wanted, wanted);
}

gboolean
stafet_role_row_is_empty (StafetRoleRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (stafet_role_row_get_role (self)));

  return self->shift == NULL && *text == '\0';
}

StafetUid
stafet_role_row_get_shift (StafetRoleRow *self)
{
  return self->shift != NULL ? self->shift->parent.uid : NULL;
}

static void
add_wanted (StafetRoleRow *self, GPtrArray *pairs)
{
  int wanted = stafet_role_row_get_wanted (self);

  if (self->shift != NULL && wanted == self->shift->wanted)
    return;
  g_ptr_array_add (pairs, g_strdup_printf ("wanted=%d", wanted));
  /* As many may come as are wanted, at the least; and nobody must who is not wanted. */
  if (self->shift != NULL && self->shift->max < wanted)
    g_ptr_array_add (pairs, g_strdup_printf ("max=%d", wanted));
  if (self->shift != NULL && self->shift->min > wanted)
    g_ptr_array_add (pairs, g_strdup_printf ("min=%d", wanted));
}

GPtrArray *
stafet_role_row_pairs (StafetRoleRow *self)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);
  gboolean check = gtk_check_button_get_active (self->check);

  if (self->shift == NULL || strcmp (self->shift->role, stafet_role_row_get_role (self)) != 0)
    g_ptr_array_add (pairs, g_strdup_printf ("role=%s", stafet_role_row_get_role (self)));
  add_wanted (self, pairs);
  if (check != (self->shift != NULL && self->shift->check))
    g_ptr_array_add (pairs, g_strdup (check ? "check=yes" : "check=no"));
  g_ptr_array_add (pairs, NULL);
  return pairs;
}

void
stafet_role_row_set_problem (StafetRoleRow *self, const char *problem)
{
  stafet_label_show (self->problem, problem);
}

/* ——— What was begun ——— */

static void
add_text (GVariantBuilder *texts, const char *prefix, const char *key, const char *text)
{
  g_autofree char *whole = g_strconcat (prefix, key, NULL);

  g_variant_builder_add (texts, "{ss}", whole, text);
}

void
stafet_role_row_write (StafetRoleRow *self, const char *prefix, GVariantBuilder *texts)
{
  g_autofree char *wanted = g_strdup_printf ("%d", stafet_role_row_get_wanted (self));

  add_text (texts, prefix, "role", stafet_role_row_get_role (self));
  add_text (texts, prefix, "wanted", wanted);
  add_text (texts, prefix, "check", gtk_check_button_get_active (self->check) ? "yes" : "no");
}

/* NULL when it is not there. Borrowed from @texts. */
static const char *
find_text (GVariant *texts, const char *prefix, const char *key)
{
  g_autofree char *whole = g_strconcat (prefix, key, NULL);
  const char *text = NULL;

  return g_variant_lookup (texts, whole, "&s", &text) ? text : NULL;
}

gboolean
stafet_role_row_fill (StafetRoleRow *self, const char *prefix, GVariant *texts)
{
  const char *role = find_text (texts, prefix, "role"), *wanted = find_text (texts, prefix, "wanted");
  const char *check = find_text (texts, prefix, "check");

  if (role != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->role), role);
  if (wanted != NULL)
    gtk_spin_button_set_value (self->wanted, (double) g_ascii_strtoll (wanted, NULL, 10));
  if (check != NULL)
    gtk_check_button_set_active (self->check, strcmp (check, "yes") == 0);
  return role != NULL || wanted != NULL || check != NULL;
}
