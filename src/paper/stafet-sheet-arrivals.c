/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out arrivals sheets.
 */
#include "stafet-sheet-arrivals.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-day.h"
#include "schedule/stafet-entry-people.h"
#include "stafet-flow.h"
#include "stafet-frame.h"
#include "stafet-visit-row.h"

#include <string.h>

#define WARD_SIZE 36.0
#define HEART 21.0
#define TINT 0xdff2f2
#define HOUSES_MAX 3
#define TEXT(msgid) stafet_i18n_text (paper->language, msgid)

static const StafetType thanks_type = { 24, PANGO_WEIGHT_ULTRABOLD, STAFET_INK_TEAL };
static const StafetType day_type = { 18, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };
static const StafetType none_type = { 16, PANGO_WEIGHT_NORMAL, STAFET_INK };
static const StafetType kind_type = { 20, PANGO_WEIGHT_BOLD, STAFET_INK };

/* The page or pages of one ward. */
typedef struct
{
  const StafetPaper *paper;
  StafetSheet *sheet;
  const StafetWard *ward;
  GArray *visits; /* StafetWardVisit in order of start, owned */
} Arrivals;

/* ——— Visits ——— */

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const StafetWardVisit *x = a, *y = b;

  return (x->slot.start > y->slot.start) - (x->slot.start < y->slot.start);
}

static void
add_slot (Arrivals *self, const StafetSlot *slot)
{
  const StafetEntry *entry = slot->entry;
  guint before = self->visits->len;
  StafetWardVisit whole = { *slot, NULL };

  if (entry->activity != NULL)
    whole.received_by =
      stafet_snapshot_get (self->paper->snapshot, STAFET_KIND_CONTACT, entry->activity->received_by);
  for (guint i = 0; i < entry->n_visits; i++)
    {
      const StafetVisit *stop = &entry->visits[i];
      StafetWardVisit visit = whole;

      if (stop->ward != self->ward)
        continue;
      visit.slot.start = slot->start + (stop->start - entry->start);
      visit.slot.end = slot->start + (stop->end - entry->start);
      if (stop->received_by != NULL)
        visit.received_by = stop->received_by;
      g_array_append_val (self->visits, visit);
    }
  if (self->visits->len == before)
    g_array_append_val (self->visits, whole);
}

/* ——— Head and foot ——— */

/* "Afdeling B.1"; a ward that calls itself one is not called so twice. */
static char *
ward_title (const StafetPaper *paper, const StafetWard *ward)
{
  g_autofree char *title = g_strdup_printf (TEXT (N_ ("Ward %s")), ward->name);
  g_autofree char *word = g_strndup (title, strcspn (title, " "));
  g_autofree char *folded = stafet_text_fold (word);
  g_autofree char *name = stafet_text_fold (ward->name);

  return strstr (name, folded) != NULL ? g_strdup (ward->name) : g_steal_pointer (&title);
}

static StafetBlock *
make_head (const Arrivals *self)
{
  const StafetPaper *paper = self->paper;
  const StafetHouse *house = stafet_snapshot_get (paper->snapshot, STAFET_KIND_HOUSE, self->ward->house);
  g_autofree char *title = ward_title (paper, self->ward);
  g_autofree char *week = stafet_frame_week (paper);
  g_autofree char *days = stafet_frame_days (paper);
  StafetHead head = { house != NULL ? house->name : "", title, week, days, WARD_SIZE, STAFET_INK_TEAL };

  return stafet_frame_head_new (paper, &head);
}

static void
add_number (const StafetPaper *paper, StafetBlock *foot, const StafetHouse *house)
{
  const StafetContact *contact = stafet_house_public_contact (paper->snapshot, house->parent.uid);
  const char *number = stafet_house_public_number (paper->snapshot, house);
  g_autofree char *who =
    contact != NULL ? g_strconcat (contact->name, ", ", house->name, NULL) : g_strdup (house->name);

  if (*number != '\0')
    stafet_frame_add_number (paper, foot, who, number);
}

/* The houses that send the visitors, else our own. (transfer container) */
static GPtrArray *
sending_houses (const Arrivals *self)
{
  GPtrArray *houses = g_ptr_array_new ();
  StafetHouse *own = stafet_snapshot_get (self->paper->snapshot, STAFET_KIND_HOUSE,
                                          stafet_day_own_house (self->paper->snapshot));

  for (guint i = 0; i < self->visits->len && houses->len < HOUSES_MAX; i++)
    {
      StafetHouse *house = g_array_index (self->visits, StafetWardVisit, i).slot.entry->house;

      if (house != NULL && !g_ptr_array_find (houses, house, NULL))
        g_ptr_array_add (houses, house);
    }
  if (houses->len == 0 && own != NULL)
    g_ptr_array_add (houses, own);
  return houses;
}

static StafetBlock *
make_foot (const Arrivals *self)
{
  const StafetPaper *paper = self->paper;
  g_autoptr (GPtrArray) houses = sending_houses (self);
  StafetBlock *foot =
    stafet_frame_foot_new (paper, TEXT (N_ ("Questions, or a visit that must be cancelled? Ring:")));

  for (guint i = 0; i < houses->len; i++)
    add_number (paper, foot, g_ptr_array_index (houses, i));
  stafet_frame_add_duty (paper, foot, STAFET_DUTY_EXPERIENCE,
                         stafet_snapshot_get (paper->snapshot, STAFET_KIND_HOUSE, self->ward->house), TRUE);
  return foot;
}

/* ——— Days ——— */

static StafetBlock *
make_thanks (const StafetPaper *paper)
{
  StafetBlock *block = stafet_block_new ();
  PangoLayout *text = stafet_type_text (paper->context, STAFET_SHEET_INNER - HEART - 12, &thanks_type,
                                        TEXT (N_ ("Say good morning and thank you to:")));

  stafet_block_add_icon (block, STAFET_ICON_HEART, 0, stafet_type_get_baseline (text) - HEART + 3, HEART,
                         STAFET_INK_TEAL);
  stafet_block_add_element (block, "P", HEART + 12, 0, text);
  return block;
}

static StafetBlock *
make_label (const StafetPaper *paper, StafetDate date, const char *more)
{
  StafetBlock *label = stafet_block_new ();
  g_autofree char *words = stafet_words_date (paper->language, date);
  PangoLayout *text = stafet_type_text (paper->context, STAFET_SHEET_INNER, &day_type, words);

  if (more != NULL)
    {
      stafet_type_append (text, &none_type, " · ");
      stafet_type_append (text, &none_type, more);
    }
  stafet_block_add_element (label, "H2", 0, 0, text);
  return label;
}

static void
add_day (const Arrivals *self, StafetFlow *flow, StafetDate date)
{
  const StafetPaper *paper = self->paper;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_block_free);
  g_autoptr (StafetBlock) label = NULL;
  g_autoptr (StafetBlock) again = NULL;
  StafetSection section = { .rows = rows, .gap = 13, .padding = 7, .ruled = TRUE };

  for (guint i = 0; i < self->visits->len; i++)
    {
      const StafetWardVisit *visit = &g_array_index (self->visits, StafetWardVisit, i);

      if (MIN (stafet_wall_date (visit->slot.start), paper->monday + 6) == date)
        stafet_visit_rows_add (paper, visit, rows);
    }
  if (rows->len == 0 && stafet_date_weekday (date) >= STAFET_SATURDAY)
    return;
  label = make_label (paper, date, rows->len == 0 ? TEXT (N_ ("nobody comes")) : NULL);
  again = make_label (paper, date, TEXT (N_ ("continued")));
  if (rows->len > 0)
    {
      stafet_block_reach (label, stafet_block_get_height (label) + 5);
      stafet_block_reach (again, stafet_block_get_height (again) + 5);
    }
  section.label = label;
  section.label_again = again;
  stafet_flow_add_section (flow, &section);
}

/* ——— Wards ——— */

static void
add_nothing (const StafetPaper *paper, StafetFlow *flow)
{
  g_autoptr (StafetBlock) empty = stafet_block_new ();

  stafet_block_add_element (
    empty, "P", 0, 6,
    stafet_type_text (paper->context, STAFET_SHEET_INNER, &kind_type, TEXT (N_ ("No visits this week"))));
  stafet_flow_add (flow, empty, 0);
}

static void
add_week (const Arrivals *self, StafetFlow *flow)
{
  const StafetPaper *paper = self->paper;
  g_autoptr (StafetBlock) thanks = make_thanks (paper);
  g_autoptr (StafetBlock) spaced = stafet_block_new ();
  g_autoptr (StafetBlock) banner = stafet_frame_banner_new (
    paper, STAFET_ICON_HEART, TEXT (N_ ("A name, a greeting and a cup of coffee make them come again.")),
    STAFET_INK_TEAL, TINT);

  stafet_flow_add (flow, thanks, 10);
  for (int day = 0; day < 7; day++)
    add_day (self, flow, paper->monday + day);
  stafet_block_put (spaced, banner, 0, 8);
  stafet_flow_add_if_room (flow, spaced);
}

static void
add_ward (const StafetPaper *paper, StafetSheet *sheet, const StafetWard *ward)
{
  StafetAgendaQuery query = { .from = paper->monday, .to = paper->monday + 6, .ward = ward->parent.uid };
  Arrivals self = { .paper = paper, .sheet = sheet, .ward = ward };
  g_autoptr (StafetSlots) week = stafet_slots_new (paper->snapshot, &query);
  g_autoptr (GArray) visits = g_array_new (FALSE, FALSE, sizeof (StafetWardVisit));
  g_autoptr (StafetBlock) head = NULL;
  g_autoptr (StafetBlock) foot = NULL;
  StafetFlow *flow;

  self.visits = visits;
  for (guint i = 0; i < week->slots->len; i++)
    add_slot (&self, &g_array_index (week->slots, StafetSlot, i));
  g_array_sort (visits, compare_visits);
  head = make_head (&self);
  foot = make_foot (&self);
  flow = stafet_flow_new (sheet, head, head, foot);
  if (visits->len > 0)
    add_week (&self, flow);
  else
    add_nothing (paper, flow);
  stafet_flow_finish (flow);
}

static int
compare_wards (gconstpointer a, gconstpointer b)
{
  const StafetWard *x = *(StafetWard *const *) a, *y = *(StafetWard *const *) b;

  return stafet_text_compare (x->name, y->name);
}

/* (transfer container) */
static GPtrArray *
wards_of (const StafetSnapshot *snapshot, StafetUid house, StafetUid ward)
{
  const GPtrArray *all = stafet_snapshot_index (snapshot, STAFET_INDEX_WARD_BY_HOUSE, house);
  GPtrArray *wards = g_ptr_array_new ();

  if (ward != NULL)
    g_ptr_array_add (wards, stafet_snapshot_get (snapshot, STAFET_KIND_WARD, ward));
  for (guint i = 0; ward == NULL && i < all->len; i++)
    g_ptr_array_add (wards, g_ptr_array_index (all, i));
  g_ptr_array_sort (wards, compare_wards);
  return wards;
}

StafetSheet *
stafet_sheet_arrivals_new (StafetSnapshot *snapshot, StafetUid house, StafetUid ward, StafetDate monday,
                           StafetWall now)
{
  g_autoptr (GPtrArray) wards = wards_of (snapshot, house, ward);
  const StafetWard *first = g_ptr_array_index (wards, 0);
  const StafetHouse *home = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, first->house);
  const char *name = home != NULL ? home->name : "";
  StafetPaper built;
  const StafetPaper *paper = &built;
  g_autofree char *week = NULL;
  g_autofree char *title = NULL;
  StafetSheet *sheet;

  stafet_paper_init (&built, snapshot, monday, now);
  week = stafet_frame_week (paper);
  title = g_strdup_printf (TEXT (N_ ("Arrivals in %s, %s")), week, ward != NULL ? first->name : name);
  sheet = stafet_sheet_new (paper->language, title, name, now);
  for (guint i = 0; i < wards->len; i++)
    add_ward (paper, sheet, g_ptr_array_index (wards, i));
  stafet_paper_clear (&built);
  return sheet;
}
