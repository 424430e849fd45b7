/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out door sheets.
 */
#include "stafet-sheet-doors.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-flow.h"
#include "stafet-frame.h"
#include "stafet-row.h"

#define ROOM_SIZE 38.0
#define TEXT(msgid) stafet_i18n_text (paper->language, msgid)

static const StafetType day_type = { 24, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };
static const StafetType date_type = { 18, PANGO_WEIGHT_NORMAL, STAFET_INK };
static const StafetType title_type = { 20, PANGO_WEIGHT_BOLD, STAFET_INK };
static const StafetType mark_type = { 16, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };
static const StafetType plain_type = { 17, PANGO_WEIGHT_NORMAL, STAFET_INK };

typedef struct
{
  StafetPaper paper;
  const StafetHouse *house;
  StafetSlots *week; /* owned */
  StafetSheet *sheet;
  StafetRowLook look;
} Doors;

/* ——— Frame ——— */

static StafetBlock *
make_head (const Doors *self, const char *name)
{
  g_autofree char *week = stafet_frame_week (&self->paper);
  g_autofree char *days = stafet_frame_days (&self->paper);
  StafetHead head = { self->house->name, name, week, days, ROOM_SIZE, STAFET_INK_BLUE };

  return stafet_frame_head_new (&self->paper, &head);
}

/* ——— Days ——— */

static char *
details_of (const Doors *self, const StafetEntry *entry)
{
  if (entry->organiser == NULL || stafet_paper_is_occupied (entry))
    return g_strdup ("");
  return g_strdup_printf (stafet_i18n_text (self->paper.language, N_ ("organiser: %s")),
                          entry->organiser->name);
}

/* "tirsdag den 24. november": the day larger than the rest. */
static StafetBlock *
make_label (const Doors *self, StafetDate date)
{
  const StafetPaper *paper = &self->paper;
  StafetBlock *label = stafet_block_new ();
  g_autofree char *rest = stafet_paper_behind_weekday (paper->language, date);
  PangoLayout *text = stafet_type_text (paper->context, STAFET_SHEET_INNER, &day_type,
                                        stafet_words_weekday (paper->language, stafet_date_weekday (date)));

  stafet_type_append (text, &date_type, rest);
  stafet_block_reach (label, stafet_block_add_element (label, "H2", 0, -4, text) + 3);
  return label;
}

static gboolean
is_in (const StafetEntry *entry, const StafetRoom *room)
{
  return entry->room == room && stafet_paper_shows (entry);
}

static void
add_day (const Doors *self, StafetFlow *flow, const StafetRoom *room, StafetDate date)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_block_free);
  StafetAgendaQuery query = { .from = date, .to = date, .house = self->house->parent.uid };
  g_autoptr (StafetBlock) notes =
    stafet_row_notes_new (&self->paper, &self->look, self->week->agenda, &query, room);
  g_autoptr (StafetBlock) label = NULL;

  for (guint i = 0; i < self->week->slots->len; i++)
    {
      const StafetSlot *slot = &g_array_index (self->week->slots, StafetSlot, i);
      g_autofree char *details = NULL;

      if (!is_in (slot->entry, room) || slot->day != date)
        continue;
      details = details_of (self, slot->entry);
      g_ptr_array_add (rows, stafet_row_new (&self->paper, &self->look, slot, details, NULL));
    }
  if (rows->len == 0 && notes == NULL)
    return;
  label = make_label (self, date);
  stafet_flow_add_section (
    flow, &(StafetSection){ .label = label, .lead = notes, .rows = rows, .gap = 4, .padding = 9 });
}

/* ——— Rooms ——— */

static int
compare_rooms (gconstpointer a, gconstpointer b)
{
  const StafetRoom *x = *(StafetRoom *const *) a, *y = *(StafetRoom *const *) b;

  return stafet_text_compare (x->name, y->name);
}

/* Those of the house that have something that week. (transfer container) */
static GPtrArray *
used_rooms (const Doors *self)
{
  GPtrArray *rooms = g_ptr_array_new ();

  for (guint i = 0; i < self->week->slots->len; i++)
    {
      const StafetEntry *entry = g_array_index (self->week->slots, StafetSlot, i).entry;

      if (entry->room != NULL && entry->room->house == self->house->parent.uid && stafet_paper_shows (entry)
          && !g_ptr_array_find (rooms, entry->room, NULL))
        g_ptr_array_add (rooms, entry->room);
    }
  g_ptr_array_sort (rooms, compare_rooms);
  return rooms;
}

static void
add_room (const Doors *self, const StafetRoom *room, const StafetBlock *foot)
{
  g_autoptr (StafetBlock) head = make_head (self, room->name);
  StafetFlow *flow = stafet_flow_new (self->sheet, head, head, foot);

  for (int day = 0; day < 7; day++)
    add_day (self, flow, room, self->paper.monday + day);
  stafet_flow_finish (flow);
}

static void
add_nothing (const Doors *self, const StafetBlock *foot)
{
  const StafetPaper *paper = &self->paper;
  g_autoptr (StafetBlock) head = make_head (self, TEXT (N_ ("Door sheet")));
  g_autoptr (StafetBlock) empty = stafet_block_new ();
  StafetFlow *flow = stafet_flow_new (self->sheet, head, head, foot);

  stafet_block_add_element (empty, "P", 0, 6,
                            stafet_type_text (paper->context, STAFET_SHEET_INNER, &title_type,
                                              TEXT (N_ ("No activities this week"))));
  stafet_flow_add (flow, empty, 0);
  stafet_flow_finish (flow);
}

StafetSheet *
stafet_sheet_doors_new (StafetSnapshot *snapshot, StafetUid house, StafetDate monday, StafetWall now)
{
  StafetAgendaQuery query = { .from = monday, .to = monday + 6, .house = house, .under_way = TRUE };
  Doors self = { .house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, house) };
  const StafetPaper *paper = &self.paper;
  g_autoptr (GPtrArray) rooms = NULL;
  g_autoptr (StafetBlock) foot = NULL;
  g_autofree char *week = NULL;
  g_autofree char *title = NULL;

  stafet_paper_init (&self.paper, snapshot, monday, now);
  self.week = stafet_slots_new (snapshot, &query);
  self.look = (StafetRowLook){ &title_type, &plain_type, &mark_type,
                               stafet_paper_hours_width (paper, &title_type), STAFET_SHEET_INNER };
  week = stafet_frame_week (paper);
  title = g_strdup_printf (TEXT (N_ ("Door sheets for %s, %s")), week, self.house->name);
  self.sheet = stafet_sheet_new (paper->language, title, self.house->name, now);
  rooms = used_rooms (&self);
  foot = stafet_frame_house_foot_new (&self.paper, self.house);
  for (guint i = 0; i < rooms->len; i++)
    add_room (&self, g_ptr_array_index (rooms, i), foot);
  if (rooms->len == 0)
    add_nothing (&self, foot);
  stafet_slots_free (self.week);
  stafet_paper_clear (&self.paper);
  return self.sheet;
}
