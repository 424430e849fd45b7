/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of rooms, and the dialog of one.
 */
#include "stafet-rooms-page.h"

#include "core/stafet-place.h"
#include "core/stafet-text.h"
#include "schedule/stafet-rooms.h"
#include "stafet-actions.h"
#include "stafet-line.h"
#include "stafet-record-dialog.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

struct _StafetRoomsPage
{
  StafetPage parent_instance;

  /* Template children. */
  GtkLabel *summary;
  GtkWidget *new_room, *rules;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StafetRoomsPage, stafet_rooms_page, STAFET_TYPE_PAGE)

/* ——— The dialog of a room ——— */

/* Those that it may be joined from, each with its tick. */
typedef struct
{
  GPtrArray *rooms, *ticks; /* StafetUid; GtkCheckButton, borrowed */
  char *before;             /* owned: as the list is written */
} Parts;

static void
parts_free (gpointer data)
{
  Parts *parts = data;

  g_ptr_array_unref (parts->rooms);
  g_ptr_array_unref (parts->ticks);
  g_free (parts->before);
  g_free (parts);
}

static void
add_parts_cb (gpointer data, GPtrArray *pairs)
{
  const Parts *parts = data;
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < parts->rooms->len; i++)
    if (gtk_check_button_get_active (parts->ticks->pdata[i]))
      g_string_append_printf (list, "%s%s", list->len > 0 ? "," : "", (const char *) parts->rooms->pdata[i]);
  if (strcmp (list->str, parts->before) != 0)
    g_ptr_array_add (pairs, g_strdup_printf ("parts=%s", list->str));
}

static gboolean
may_be_part (const StafetSnapshot *snapshot, const StafetRoom *part, const StafetRoom *room)
{
  return part != room && part->kind == STAFET_ROOM_ROOM
         && stafet_snapshot_index (snapshot, STAFET_INDEX_ROOM_PART_BY_ROOM, part->parent.uid)->len == 0;
}

static gboolean
is_part (const StafetSnapshot *snapshot, const StafetRoom *part, const StafetRoom *room)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (room == NULL || room == part)
    return FALSE;
  parts = stafet_room_parts (snapshot, room->parent.uid);
  return g_ptr_array_find (parts, part->parent.uid, NULL);
}

/* One that another is joined from is joined from none. */
static Parts *
append_parts (StafetAskDialog *dialog, const StafetSnapshot *snapshot, StafetUid house,
              const StafetRoom *room)
{
  g_autoptr (GPtrArray) rooms = stafet_rooms_of (snapshot, house);
  g_autoptr (GString) before = g_string_new (NULL);
  Parts *parts = g_new0 (Parts, 1);

  parts->rooms = g_ptr_array_new ();
  parts->ticks = g_ptr_array_new ();
  for (guint i = 0; i < rooms->len; i++)
    {
      const StafetRoom *part = rooms->pdata[i];
      gboolean is = is_part (snapshot, part, room);
      g_autofree char *title = g_strdup_printf (_ ("Joined from %s"), part->name);

      if (!may_be_part (snapshot, part, room))
        continue;
      g_ptr_array_add (parts->rooms, (gpointer) part->parent.uid);
      g_ptr_array_add (parts->ticks, stafet_ask_dialog_add_tick (dialog, title, is));
      if (is)
        g_string_append_printf (before, "%s%s", before->len > 0 ? "," : "", part->parent.uid);
    }
  parts->before = g_strdup (before->str);
  return parts;
}

static void
show_dialog (StafetRoomsPage *self, const char *title, StafetRoom *room)
{
  static const char *const keys[] = { "name", "kind", "tables", "rows", "setup_minutes", "cleardown_minutes",
                                      NULL };
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  StafetUid house = room != NULL ? room->house : stafet_desk_get_house (desk);
  g_autofree char *fixed = g_strconcat ("house=", house != NULL ? house : "", NULL);
  StafetAskDialog *dialog =
    stafet_record_dialog_new (stafet_window_of (self), title, STAFET_KIND_ROOM, room, keys,
                              room == NULL ? (const char *const[]){ fixed, NULL } : NULL);
  gboolean vehicle = room != NULL && room->kind == STAFET_ROOM_VEHICLE;

  if (vehicle
      || (room != NULL
          && stafet_snapshot_index (snapshot, STAFET_INDEX_ROOM_PART_BY_PART, room->parent.uid)->len > 0))
    stafet_record_dialog_present (dialog, NULL, NULL, NULL);
  else
    stafet_record_dialog_present (dialog, add_parts_cb, append_parts (dialog, snapshot, house, room),
                                  parts_free);
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  show_dialog (STAFET_ROOMS_PAGE (widget), _ ("New room or vehicle"), NULL);
}

/* "s": a room. */
static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetRoom *room = stafet_snapshot_lookup (stafet_page_get_snapshot (STAFET_PAGE (widget)),
                                             STAFET_KIND_ROOM, g_variant_get_string (parameter, NULL));

  (void) name;
  if (room != NULL)
    show_dialog (STAFET_ROOMS_PAGE (widget), room->name, room);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (widget)),
                    stafet_use_remove (STAFET_KIND_ROOM, g_variant_get_string (parameter, NULL)));
}

/* Who decides, and how long before a loan may be asked to move. */
static void
rules_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const keys[] = { "loan_role", "loan_notice_days", NULL };
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (widget));
  StafetHouse *house =
    stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_HOUSE, stafet_desk_get_house (desk));
  StafetAskDialog *dialog;

  (void) name;
  (void) parameter;
  if (house == NULL)
    return;
  dialog = stafet_record_dialog_new (stafet_window_of (widget), _ ("Rules for lending rooms out"),
                                     STAFET_KIND_HOUSE, house, keys, NULL);
  stafet_ask_dialog_set_text (dialog,
                              _ ("What was agreed with a borrower is moved only when she says yes, and "
                                 "with at least so many days' notice: 14 unless you write another "
                                 "number."));
  stafet_record_dialog_present (dialog, NULL, NULL, NULL);
}

/* ——— The page ——— */

static GtkWidget *
row_new (const StafetSnapshot *snapshot, const StafetRoom *room)
{
  g_autofree char *words = stafet_room_words (snapshot, room);
  g_autofree char *detail =
    stafet_text_capital (*words != '\0' ? words : _ ("nobody has said what it holds"));
  GtkWidget *line = stafet_line_new (
    room->kind == STAFET_ROOM_VEHICLE ? "stafet-bus-symbolic" : "stafet-room-symbolic", room->name, detail);
  GVariant *target = g_variant_new_string (room->parent.uid);

  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Delete"), room->name, "page.remove", target));
  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Change …"), room->name, "page.edit",
                                                 g_variant_new_string (room->parent.uid)));
  return line;
}

static void
stafet_rooms_page_refresh (StafetPage *page)
{
  StafetRoomsPage *self = STAFET_ROOMS_PAGE (page);
  StafetDesk *desk = stafet_page_get_desk (page);
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  StafetUid uid = stafet_desk_get_house (desk);
  const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, uid);
  g_autoptr (GPtrArray) rooms = stafet_rooms_of (snapshot, uid);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *summary =
    g_strdup_printf (ngettext_ ("%u room or vehicle", "%u rooms and vehicles", rooms->len), rooms->len);

  stafet_page_set_titles (page, _ ("Rooms and vehicles"), house != NULL ? house->name : "");
  gtk_label_set_text (self->summary, rooms->len > 0 ? summary : _ ("There are no rooms yet."));
  gtk_widget_set_sensitive (self->new_room, house != NULL);
  gtk_widget_set_sensitive (self->rules, house != NULL);
  for (guint i = 0; i < rooms->len; i++)
    g_ptr_array_add (rows, row_new (snapshot, rooms->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  stafet_list_show (self->list, rows);
}

static void
stafet_rooms_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (STAFET_ROOMS_PAGE (page)->new_room);
}

/* ——— GObject ——— */

static void
stafet_rooms_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_ROOMS_PAGE);
  G_OBJECT_CLASS (stafet_rooms_page_parent_class)->dispose (object);
}

static void
stafet_rooms_page_class_init (StafetRoomsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_rooms_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_rooms_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_rooms_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-rooms-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetRoomsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StafetRoomsPage, new_room);
  gtk_widget_class_bind_template_child (widget_class, StafetRoomsPage, rules);
  gtk_widget_class_bind_template_child (widget_class, StafetRoomsPage, list);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "page.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "page.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "page.rules", NULL, rules_cb);
}

static void
stafet_rooms_page_init (StafetRoomsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_rooms_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_ROOMS_PAGE, "desk", desk, "title", _ ("Rooms and vehicles"), NULL);
}
