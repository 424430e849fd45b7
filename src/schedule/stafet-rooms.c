/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the parts of joined rooms, both ways.
 */
#include "stafet-rooms.h"

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
