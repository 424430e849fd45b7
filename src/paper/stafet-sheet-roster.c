/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out the personal card.
 */
#include "stafet-sheet-roster.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-day.h"
#include "schedule/stafet-entry-people.h"
#include "schedule/stafet-entry-words.h"
#include "stafet-flow.h"
#include "stafet-frame.h"

#define NAME_SIZE 34.0
#define NUMBER_WIDTH (STAFET_SHEET_INNER - 134) /* beside the stamp */
#define TITLE_LINES 4
#define PLAIN_LINES 4
#define TEXT(msgid) stafet_i18n_text (paper->language, msgid)

static const StafetType date_type = { 24, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };
static const StafetType title_type = { 21, PANGO_WEIGHT_BOLD, STAFET_INK };
static const StafetType mark_type = { 20, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };
static const StafetType plain_type = { 20, PANGO_WEIGHT_NORMAL, STAFET_INK };
static const StafetType regret_type = { 20, PANGO_WEIGHT_BOLD, STAFET_INK };
static const StafetType number_type = { 26, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };

typedef struct
{
  StafetPaper paper;
  const StafetVolunteer *volunteer;
  StafetAgenda *agenda;     /* owned */
  const StafetHouse *house; /* that she rings; nullable */
} Roster;

/* ——— Whose it is ——— */

/* Her first home, else the house of her first shift, else our own. */
static const StafetHouse *
house_to_ring (const Roster *self)
{
  const StafetSnapshot *snapshot = self->paper.snapshot;
  const GPtrArray *houses =
    stafet_snapshot_index (snapshot, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, self->volunteer->parent.uid);

  for (guint i = 0; i < houses->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (houses, i);

      if (link->relation == STAFET_VOLUNTEER_HOUSE_HOME)
        return stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, link->house);
    }
  if (self->agenda->entries->len > 0)
    return ((StafetEntry *) g_ptr_array_index (self->agenda->entries, 0))->house;
  return stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, stafet_day_own_house (snapshot));
}

static const char *
own_name (const Roster *self)
{
  const StafetPaper *paper = &self->paper;

  return self->volunteer->protected_ ? TEXT (N_ ("Volunteer")) : self->volunteer->name;
}

static StafetBlock *
make_head (const Roster *self)
{
  const StafetPaper *paper = &self->paper;
  StafetDate last = paper->monday + 7 * STAFET_SHEET_ROSTER_WEEKS - 1;
  g_autofree char *first_week = stafet_frame_week (paper);
  g_autofree char *weeks =
    g_strdup_printf (TEXT (N_ ("%s to %d")), first_week, stafet_date_iso_week (last, NULL));
  g_autofree char *days = stafet_words_days (paper->language, paper->monday, last);
  StafetHead head = { TEXT (N_ ("My shifts")), own_name (self), weeks, days, NAME_SIZE, STAFET_INK_BLUE };

  return stafet_frame_head_new (paper, &head);
}

/* "Kan du ikke komme? Ring til Marianne Toft:" above the number. */
static StafetBlock *
make_foot (const Roster *self)
{
  const StafetPaper *paper = &self->paper;
  const StafetHouse *house = self->house;
  const StafetContact *contact =
    house != NULL ? stafet_house_public_contact (paper->snapshot, house->parent.uid) : NULL;
  const char *number = house != NULL ? stafet_house_public_number (paper->snapshot, house) : "";
  const char *who = contact != NULL ? contact->name : house != NULL ? house->name : "";
  g_autofree char *phone = stafet_phone_format (number);
  g_autofree char *uri = g_strconcat ("tel:", number, NULL);
  g_autofree char *words = g_strdup_printf (TEXT (N_ ("Can you not come? Ring %s:")), who);
  StafetBlock *foot = stafet_block_new ();
  PangoLayout *text = NULL;
  double y;

  stafet_block_add_rule (foot, 0, 0, STAFET_SHEET_INNER, 0.6, STAFET_INK_HAIR);
  if (*number == '\0')
    return foot;
  text = stafet_type_text (paper->context, STAFET_SHEET_INNER, &regret_type, words);
  stafet_type_limit (text, 2);
  y = stafet_block_add_element (foot, "P", 0, 10, text);
  stafet_block_begin (foot, "P");
  stafet_block_add_link (foot, uri, 0, y,
                         stafet_type_text (paper->context, NUMBER_WIDTH, &number_type, phone));
  stafet_block_end (foot);
  return foot;
}

/* ——— One shift ——— */

/* Her place on the shift, or NULL. */
static const StafetPlace *
own_place (const Roster *self, const StafetStaffing *staffing)
{
  for (guint i = 0; i < staffing->n_places; i++)
    if (staffing->places[i].volunteer == self->volunteer)
      return &staffing->places[i];
  return NULL;
}

/* "sammen med Bent og Grethe"; "" when she is alone. */
static char *
others_words (const Roster *self, const StafetEntry *entry, const StafetStaffing *staffing)
{
  const StafetPaper *paper = &self->paper;
  g_autoptr (GPtrArray) places = stafet_entry_promised (entry, staffing);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const StafetPlace *place = g_ptr_array_index (places, i);
      GString *name;

      if (place->volunteer == self->volunteer)
        continue;
      name = g_string_new (NULL);
      stafet_place_append_name (name, paper->language, place, STAFET_NAMES_FIRST);
      if (place->count > 1)
        g_string_append_printf (name, " (%d)", place->count);
      g_ptr_array_add (names, g_string_free (name, FALSE));
    }
  if (names->len == 0)
    return g_strdup ("");
  joined = stafet_names_join (paper->language, (const char *const *) names->pdata, names->len);
  return g_strdup_printf (TEXT (N_ ("together with %s")), joined);
}

static double
add_line (StafetBlock *row, const StafetPaper *paper, double y, const StafetType *type, const char *words)
{
  PangoLayout *text;

  if (*words == '\0')
    return y;
  text = stafet_type_text (paper->context, STAFET_SHEET_INNER, type, words);
  stafet_type_limit (text, PLAIN_LINES);
  return stafet_block_add_element (row, "P", 0, y, text);
}

/* "mandag den 23. november  kl. 10.00–14.15" */
static double
add_when (StafetBlock *row, const StafetPaper *paper, const StafetStaffing *staffing, gboolean struck)
{
  g_autofree char *date = stafet_words_date (paper->language, stafet_wall_date (staffing->start));
  g_autofree char *span = stafet_words_time_span (paper->language, staffing->start, staffing->end);
  g_autofree char *words = g_strdup_printf ("%s  %s", date, span);
  PangoLayout *text = stafet_type_text_new (paper->context, STAFET_SHEET_INNER);

  stafet_type_append_struck (text, &date_type, words, struck);
  return stafet_block_add_element (row, "P", 0, -3, text);
}

/* "Café · Servering", with its box. */
static double
add_what (StafetBlock *row, const StafetPaper *paper, const StafetSlot *slot, const StafetStaffing *staffing,
          double y)
{
  g_autofree char *what = stafet_entry_words_shift (slot->entry, staffing);
  PangoLayout *text = stafet_type_text_new (paper->context, STAFET_SHEET_INNER);
  const char *mark = stafet_paper_mark (paper, slot);

  stafet_type_append_struck (text, &title_type, what, stafet_slot_is_struck (slot));
  stafet_type_limit (text, TITLE_LINES);
  stafet_block_add_element (row, "P", 0, y, text);
  if (mark != NULL)
    return stafet_block_add_mark (row, 0, y, STAFET_SHEET_INNER, text, &mark_type, mark);
  return y + stafet_type_get_height (text);
}

/* "Caféen · sammen med Bent og Grethe" */
static char *
where_words (const Roster *self, const StafetEntry *entry, const StafetStaffing *staffing)
{
  StafetUid house = self->house != NULL ? self->house->parent.uid : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  stafet_paper_add_part (parts, stafet_paper_place (&self->paper, self->agenda, entry, house));
  stafet_paper_add_part (parts, others_words (self, entry, staffing));
  return stafet_paper_join (parts);
}

/* Where one meets, and what the volunteers are told: only who is on the shift needs to know where the key
 * lies. */
static double
add_activity (const Roster *self, StafetBlock *row, const StafetEntry *entry, const StafetPlace *own,
              double y)
{
  const StafetPaper *paper = &self->paper;
  const StafetActivity *activity = entry->activity;
  g_autofree char *meeting = NULL;

  if (activity == NULL)
    return y;
  meeting = *activity->meeting_place != '\0'
              ? g_strdup_printf (TEXT (N_ ("meeting place: %s")), activity->meeting_place)
              : g_strdup ("");
  y = add_line (row, paper, y, &plain_type, meeting);
  return stafet_place_is_filled (own) ? add_line (row, paper, y, &plain_type, activity->volunteer_text) : y;
}

static StafetBlock *
make_row (const Roster *self, const StafetEntry *entry, const StafetStaffing *staffing,
          const StafetPlace *own)
{
  const StafetPaper *paper = &self->paper;
  StafetBlock *row = stafet_block_new ();
  StafetSlot slot = stafet_slot_of (entry);
  gboolean cancelled = stafet_slot_is_struck (&slot);
  g_autofree char *where = where_words (self, entry, staffing);
  g_autofree char *change = stafet_paper_change (paper, &slot);
  double y;

  stafet_block_begin (row, "LI");
  stafet_block_begin (row, "LBody");
  y = add_when (row, paper, staffing, cancelled);
  y = add_what (row, paper, &slot, staffing, y);
  y = add_line (row, paper, y, &plain_type, change);
  if (!cancelled)
    {
      y = add_line (row, paper, y, &plain_type, where);
      y = add_activity (self, row, entry, own, y);
    }
  if (!cancelled && own->state == STAFET_PLACE_ASKED)
    add_line (row, paper, y, &regret_type, TEXT (N_ ("you are asked: ring and say yes or no")));
  else if (!cancelled && own->state == STAFET_PLACE_IF_NEEDED)
    add_line (row, paper, y, &regret_type, TEXT (N_ ("you take it if nobody else can: we ring you then")));
  stafet_block_end (row);
  stafet_block_end (row);
  return row;
}

/* ——— The sheet ——— */

static GPtrArray *
make_rows (const Roster *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_block_free);

  for (guint i = 0; i < self->agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (self->agenda->entries, i);

      for (guint j = 0; j < entry->n_shifts; j++)
        {
          const StafetPlace *own = own_place (self, &entry->shifts[j]);

          if (own != NULL)
            g_ptr_array_add (rows, make_row (self, entry, &entry->shifts[j], own));
        }
    }
  return rows;
}

static void
fill (const Roster *self, StafetSheet *sheet)
{
  const StafetPaper *paper = &self->paper;
  g_autoptr (StafetBlock) head = make_head (self);
  g_autoptr (StafetBlock) foot = make_foot (self);
  g_autoptr (GPtrArray) rows = make_rows (self);
  StafetFlow *flow = stafet_flow_new (sheet, head, head, foot);

  if (rows->len > 0)
    stafet_flow_add_section (flow, &(StafetSection){ .rows = rows, .gap = 22, .padding = 11, .ruled = TRUE });
  else
    {
      g_autoptr (StafetBlock) empty = stafet_block_new ();

      stafet_block_add_element (empty, "P", 0, 6,
                                stafet_type_text (paper->context, STAFET_SHEET_INNER, &title_type,
                                                  TEXT (N_ ("No shifts in these eight weeks"))));
      stafet_flow_add (flow, empty, 0);
    }
  stafet_flow_finish (flow);
}

StafetSheet *
stafet_sheet_roster_new (StafetSnapshot *snapshot, StafetUid volunteer, StafetDate monday, StafetWall now)
{
  StafetAgendaQuery query = { .from = monday,
                              .to = monday + 7 * STAFET_SHEET_ROSTER_WEEKS - 1,
                              .volunteer = volunteer };
  Roster self = { .volunteer = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, volunteer) };
  const StafetPaper *paper = &self.paper;
  g_autofree char *title = NULL;
  StafetSheet *sheet;

  stafet_paper_init (&self.paper, snapshot, monday, now);
  self.agenda = stafet_agenda_new (snapshot, &query);
  self.house = house_to_ring (&self);
  title = g_strdup_printf (TEXT (N_ ("Shifts of %s")), own_name (&self));
  sheet = stafet_sheet_new (paper->language, title, self.house != NULL ? self.house->name : "", now);
  fill (&self, sheet);
  stafet_agenda_free (self.agenda);
  stafet_paper_clear (&self.paper);
  return sheet;
}
