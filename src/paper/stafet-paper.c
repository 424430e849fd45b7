/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says what an entry says on paper.
 */
#include "stafet-paper.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-day.h"
#include "schedule/stafet-entry-words.h"

#include <string.h>

#define HOURS_MAX 250.0
#define HOURS_GAP 13.0
#define TEXT(msgid) stafet_i18n_text (paper->language, msgid)

void
stafet_paper_init (StafetPaper *paper, StafetSnapshot *snapshot, StafetDate monday, StafetWall now)
{
  StafetLanguage language = (StafetLanguage) stafet_snapshot_settings (snapshot)->language;

  *paper = (StafetPaper){ .snapshot = snapshot,
                          .language = language,
                          .monday = monday,
                          .now = now,
                          .context = stafet_type_context_new (language) };
}

void
stafet_paper_clear (StafetPaper *paper)
{
  g_clear_object (&paper->context);
}

gboolean
stafet_paper_shows (const StafetEntry *entry)
{
  return entry->activity != NULL && entry->activity->visibility != STAFET_VISIBILITY_HIDDEN;
}

gboolean
stafet_paper_is_occupied (const StafetEntry *entry)
{
  return entry->activity != NULL && entry->activity->visibility == STAFET_VISIBILITY_OCCUPIED;
}

const char *
stafet_paper_title (const StafetPaper *paper, const StafetEntry *entry)
{
  return stafet_paper_is_occupied (entry) ? TEXT (N_ ("Occupied")) : entry->title;
}

char *
stafet_paper_hours (const StafetPaper *paper, StafetWall start, StafetWall end)
{
  return stafet_words_hours (paper->language, start, end);
}

char *
stafet_paper_slot_hours (const StafetPaper *paper, const StafetSlot *slot)
{
  StafetDate first = stafet_wall_date (slot->start);

  if (stafet_day_last (slot->start, slot->end) == first)
    return stafet_paper_hours (paper, slot->start, slot->end);
  if (slot->day > first)
    return g_strdup (TEXT (N_ ("continued")));
  return stafet_words_clock (paper->language, stafet_wall_minutes (slot->start));
}

double
stafet_paper_hours_width (const StafetPaper *paper, const StafetType *type)
{
  g_autofree char *widest =
    stafet_paper_hours (paper, stafet_wall_new (0, 20 * 60), stafet_wall_new (0, 20 * 60 + 50));
  g_autoptr (PangoLayout) text = stafet_type_text (paper->context, HOURS_MAX, type, widest);

  return stafet_type_get_width (text) + HOURS_GAP;
}

char *
stafet_paper_behind_weekday (StafetLanguage language, StafetDate date)
{
  g_autofree char *day = stafet_words_day (language, date);

  return g_strdup_printf (stafet_i18n_context (language, "behind a weekday", " %s"), day);
}

/* ——— Where ——— */

/* The nursing homes on its way: "Plejehjem Skovvang". */
static char *
visited_houses (const StafetPaper *paper, const StafetEntry *entry)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < entry->n_visits; i++)
    {
      const StafetWard *ward = entry->visits[i].ward;
      const StafetHouse *house =
        ward != NULL ? stafet_snapshot_get (paper->snapshot, STAFET_KIND_HOUSE, ward->house) : NULL;

      if (house != NULL && !g_ptr_array_find (names, house->name, NULL))
        g_ptr_array_add (names, house->name);
    }
  return stafet_names_join (paper->language, (const char *const *) names->pdata, names->len);
}

char *
stafet_paper_place (const StafetPaper *paper, const StafetAgenda *agenda, const StafetEntry *entry,
                    StafetUid asked)
{
  const StafetHouse *house = stafet_snapshot_get (paper->snapshot, STAFET_KIND_HOUSE, asked);
  g_autofree char *place = NULL;

  if (entry->n_visits > 0 && entry->room == NULL && entry->ward == NULL)
    return visited_houses (paper, entry);
  if (entry->ward != NULL && strstr (entry->title, entry->ward->name) != NULL)
    {
      const StafetHouse *home = stafet_entry_place_house (paper->snapshot, entry);

      return g_strdup (home != NULL && home != house ? home->name : "");
    }
  place = stafet_entry_words_place (agenda, entry, asked);
  if (house != NULL && strcmp (place, house->name) == 0)
    return g_strdup ("");
  return g_steal_pointer (&place);
}

/* ——— Facts ——— */

void
stafet_paper_add_part (GPtrArray *parts, char *part)
{
  if (part != NULL && *part != '\0')
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

static void
add_fact (GPtrArray *parts, const char *format, const char *fact)
{
  if (fact[0] != '\0')
    g_ptr_array_add (parts, g_strdup_printf (format, fact));
}

GPtrArray *
stafet_paper_facts (const StafetPaper *paper, const StafetEntry *entry)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const StafetActivity *activity = entry->activity;

  if (activity == NULL || stafet_paper_is_occupied (entry))
    return parts;
  add_fact (parts, "%s", activity->price);
  add_fact (parts, TEXT (N_ ("doors open %s")), activity->doors_open);
  add_fact (parts, TEXT (N_ ("meeting place: %s")), activity->meeting_place);
  if (entry->organiser != NULL)
    add_fact (parts, TEXT (N_ ("organiser: %s")), entry->organiser->name);
  return parts;
}

char *
stafet_paper_join (const GPtrArray *parts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", (const char *) g_ptr_array_index (parts, i));
  return g_strdup (text->str);
}

/* ——— What became of it ——— */

/* "flyttet til fredag den 27. november kl. 11.00–12.00" */
static char *
moved_to (const StafetPaper *paper, const StafetEntry *entry)
{
  g_autofree char *date = stafet_words_date (paper->language, stafet_wall_date (entry->start));
  g_autofree char *span = stafet_words_time_span (paper->language, entry->start, entry->end);

  return g_strdup_printf (TEXT (N_ ("moved to %s %s")), date, span);
}

static char *
change_words (const StafetPaper *paper, const StafetSlot *slot)
{
  const StafetEntry *entry = slot->entry;
  g_autofree char *planned = NULL;

  if (entry->status == STAFET_STATUS_CANCELLED)
    return g_strdup (stafet_paper_is_occupied (entry) ? "" : stafet_entry_reason (entry, paper->language));
  if (slot->gone)
    return moved_to (paper, entry);
  if (entry->status != STAFET_STATUS_MOVED)
    return g_strdup ("");
  planned = stafet_entry_words_planned (paper->snapshot, paper->language, entry);
  return planned != NULL ? g_strdup_printf (TEXT (N_ ("moved from %s")), planned) : g_strdup ("");
}

char *
stafet_paper_change (const StafetPaper *paper, const StafetSlot *slot)
{
  g_autofree char *until = stafet_entry_words_until (paper->language, slot->start, slot->end, slot->day);
  g_autofree char *change = change_words (paper, slot);

  return g_strconcat (until, *until != '\0' && *change != '\0' ? " · " : "", change, NULL);
}

const char *
stafet_paper_mark (const StafetPaper *paper, const StafetSlot *slot)
{
  if (slot->entry->status == STAFET_STATUS_CANCELLED)
    return TEXT (N_ ("CANCELLED"));
  return slot->entry->status == STAFET_STATUS_MOVED ? TEXT (N_ ("MOVED")) : NULL;
}
