/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sentence and two buttons.
 */
#include "stafet-begin-box.h"

#include "core/stafet-activity.h"
#include "stafet-wrap-layout.h"

struct _StafetBeginBox
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (StafetBeginBox, stafet_begin_box, GTK_TYPE_BOX)

static void
stafet_begin_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_BEGIN_BOX);
  G_OBJECT_CLASS (stafet_begin_box_parent_class)->dispose (object);
}

static void
stafet_begin_box_class_init (StafetBeginBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_begin_box_dispose;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-begin-box.ui");
}

static void
stafet_begin_box_init (StafetBeginBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Of the first record that is in view the answer is known: an empty plan alone is looked through. */
static gboolean
plans_something (StafetDesk *desk)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  const GPtrArray *activities = stafet_snapshot_all (snapshot, STAFET_KIND_ACTIVITY);
  const GPtrArray *shifts = stafet_snapshot_all (snapshot, STAFET_KIND_SHIFT);

  for (guint i = 0; i < activities->len; i++)
    if (stafet_desk_shows_house (desk, ((StafetActivity *) activities->pdata[i])->house))
      return TRUE;
  for (guint i = 0; i < shifts->len; i++)
    {
      const StafetShift *shift = g_ptr_array_index (shifts, i);

      if (shift->activity == NULL && stafet_desk_shows_house (desk, shift->house))
        return TRUE;
    }
  return FALSE;
}

void
stafet_begin_box_look (StafetBeginBox *self, StafetDesk *desk)
{
  gtk_widget_set_visible (GTK_WIDGET (self), !stafet_desk_lacks_mine (desk) && !plans_something (desk));
}
