/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the parts of joined rooms, both ways.
 */
#include "stafet-rooms.h"

#include "core/stafet-i18n.h"

static int
compare_rooms (gconstpointer a, gconstpointer b)
{
  const StafetRoom *x = *(StafetRoom *const *) a, *y = *(StafetRoom *const *) b;

  return x->kind != y->kind ? x->kind - y->kind : stafet_record_compare_labels (a, b);
}

GPtrArray *
stafet_rooms_of (const StafetSnapshot *snapshot, StafetUid house)
{
  const GPtrArray *all = stafet_snapshot_index (snapshot, STAFET_INDEX_ROOM_BY_HOUSE, house);
  GPtrArray *rooms = g_ptr_array_sized_new (all->len);

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (rooms, g_ptr_array_index (all, i));
  g_ptr_array_sort (rooms, compare_rooms);
  return rooms;
}

static const GPtrArray *
links_of (const StafetSnapshot *snapshot, StafetUid room)
{
  return stafet_snapshot_index (snapshot, STAFET_INDEX_ROOM_PART_BY_ROOM, room);
}

static void
add_once (GPtrArray *rooms, StafetUid room)
{
  if (!g_ptr_array_find (rooms, room, NULL))
    g_ptr_array_add (rooms, (gpointer) room);
}

GPtrArray *
stafet_room_parts (const StafetSnapshot *snapshot, StafetUid room)
{
  const GPtrArray *links = links_of (snapshot, room);
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    add_once (parts, ((StafetRoomPart *) g_ptr_array_index (links, i))->part);
  if (parts->len == 0)
    g_ptr_array_add (parts, (gpointer) room);
  return parts;
}

GPtrArray *
stafet_rooms_sharing (const StafetSnapshot *snapshot, StafetUid room)
{
  GPtrArray *rooms = g_ptr_array_new ();
  g_autoptr (GPtrArray) parts = NULL;

  g_ptr_array_add (rooms, (gpointer) room);
  if (stafet_snapshot_all (snapshot, STAFET_KIND_ROOM_PART)->len == 0)
    return rooms;
  parts = stafet_room_parts (snapshot, room);
  for (guint i = 0; i < parts->len; i++)
    {
      const GPtrArray *whole =
        stafet_snapshot_index (snapshot, STAFET_INDEX_ROOM_PART_BY_PART, g_ptr_array_index (parts, i));

      add_once (rooms, g_ptr_array_index (parts, i));
      for (guint j = 0; j < whole->len; j++)
        add_once (rooms, ((StafetRoomPart *) g_ptr_array_index (whole, j))->room);
    }
  return rooms;
}

gboolean
stafet_rooms_meet (const StafetSnapshot *snapshot, StafetUid a, StafetUid b)
{
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) others = NULL;

  if (a == b)
    return a != NULL;
  if (a == NULL || b == NULL || stafet_snapshot_all (snapshot, STAFET_KIND_ROOM_PART)->len == 0)
    return FALSE;
  mine = stafet_room_parts (snapshot, a);
  others = stafet_room_parts (snapshot, b);
  for (guint i = 0; i < mine->len; i++)
    if (g_ptr_array_find (others, g_ptr_array_index (mine, i), NULL))
      return TRUE;
  return FALSE;
}

/* ——— In words ——— */

static void G_GNUC_PRINTF (3, 4) append (GString *text, const char *separator, const char *format, ...)
{
  va_list args;

  if (text->len > 0)
    g_string_append (text, separator);
  va_start (args, format);
  g_string_append_vprintf (text, format, args);
  va_end (args);
}

static void
append_seats (GString *text, const StafetRoom *room)
{
  if (room->kind == STAFET_ROOM_VEHICLE && stafet_room_capacity (room, STAFET_ENUM_NONE) > 0)
    append (text, " · ", _ ("%d seats"), stafet_room_capacity (room, STAFET_ENUM_NONE));
  else if (room->tables > 0 && room->rows > 0)
    append (text, " · ", _ ("room for %d at tables, %d in rows"), room->tables, room->rows);
  else if (room->tables > 0)
    append (text, " · ", _ ("room for %d at tables"), room->tables);
  else if (room->rows > 0)
    append (text, " · ", _ ("room for %d in rows"), room->rows);
}

static void
append_parts (GString *text, const StafetSnapshot *snapshot, const StafetRoom *room)
{
  const GPtrArray *links = links_of (snapshot, room->parent.uid);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const StafetRoomPart *link = g_ptr_array_index (links, i);
      gpointer part = stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, link->part);

      if (part != NULL)
        append (names, " + ", "%s", stafet_record_get_label (part));
    }
  if (names->len > 0)
    append (text, " · ", "%s", names->str);
}

char *
stafet_room_words (const StafetSnapshot *snapshot, const StafetRoom *room)
{
  GString *text = g_string_new (NULL);

  append_seats (text, room);
  if (room->setup_minutes > 0)
    append (text, " · ", _ ("%d min. to set up"), room->setup_minutes);
  if (room->cleardown_minutes > 0)
    append (text, " · ", _ ("%d min. to clear"), room->cleardown_minutes);
  append_parts (text, snapshot, room);
  return g_string_free (text, FALSE);
}
