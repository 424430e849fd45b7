/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Composes an event's texts line by line.
 */
#include "stafet-feed-text.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-entry-words.h"
#include "schedule/stafet-feeds.h"

#include <string.h>

#define TEXT(msgid) stafet_i18n_text (voice->language, msgid)

gboolean
stafet_feed_text_is_occupied (const StafetFeedVoice *voice, const StafetEntry *entry)
{
  return voice->feed->kind == STAFET_FEED_PROGRAMME && entry->activity != NULL
         && entry->activity->visibility == STAFET_VISIBILITY_OCCUPIED;
}

static const StafetWard *
ward_of (const StafetEntry *entry, const StafetVisit *visit)
{
  return visit != NULL ? visit->ward : entry->ward;
}

static const StafetHouse *
place_of (const StafetFeedVoice *voice, const StafetEntry *entry, const StafetVisit *visit)
{
  if (visit != NULL && visit->ward != NULL)
    return stafet_snapshot_get (voice->snapshot, STAFET_KIND_HOUSE, visit->ward->house);
  return stafet_entry_place_house (voice->snapshot, entry);
}

/* ——— Summary and location ——— */

void
stafet_feed_text_title (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
                        const StafetVisit *visit)
{
  const StafetWard *ward = ward_of (entry, visit);

  if (stafet_feed_text_is_occupied (voice, entry))
    g_string_append (out, TEXT (N_ ("Occupied")));
  else if (ward == NULL || strstr (entry->title, ward->name) != NULL)
    g_string_append (out, entry->title);
  else
    /* An activity in a ward: "Singing in B.1". */
    g_string_append_printf (out, TEXT (N_ ("%1$s in %2$s")), entry->title, ward->name);
}

static int
sum_asked (const StafetEntry *entry)
{
  int asked = 0;

  for (guint i = 0; i < entry->n_shifts; i++)
    asked += entry->shifts[i].asked;
  return asked;
}

static void
append_arrivals (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry)
{
  gsize before = out->len;

  g_string_append (out, ": ");
  if (stafet_feed_people_append (out, voice->language, entry, NULL, stafet_feed_names (voice->feed), NULL))
    return;
  if (sum_asked (entry) > 0)
    g_string_append (out, TEXT (N_ ("we are asking")));
  else if (stafet_entry_missing (entry) > 0)
    g_string_append (out, TEXT (N_ ("nobody yet")));
  else
    g_string_truncate (out, before);
}

/* What the volunteer of an own feed is told beside the title where she has not promised anything on this
 * date; NULL: she has, or is away. */
static const char *
only_words (const StafetFeedVoice *voice, const StafetEntry *entry)
{
  const char *words = NULL;

  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      {
        const StafetPlace *place = &entry->shifts[i].places[j];

        if (place->volunteer == NULL || place->volunteer->parent.uid != voice->feed->volunteer)
          continue;
        if (stafet_place_is_filled (place))
          return NULL;
        if (place->state == STAFET_PLACE_ASKED)
          words = N_ ("you are asked");
        else if (words == NULL)
          words = N_ ("you take it if nobody else can");
      }
  return words;
}

static void
append_missing (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry)
{
  int missing = stafet_entry_missing (entry);

  g_string_append (out, ": ");
  g_string_append_printf (
    out, stafet_i18n_plural (voice->language, "%d is missing", "%d are missing", (gulong) missing), missing);
}

/* What follows the title tells each kind of reader what she looks for. */
static void
append_tail (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry)
{
  switch (voice->feed->kind)
    {
    case STAFET_FEED_ARRIVALS:
      append_arrivals (out, voice, entry);
      break;
    case STAFET_FEED_OWN:
      {
        const char *words = only_words (voice, entry);

        if (words != NULL)
          g_string_append_printf (out, " (%s)", TEXT (words));
        break;
      }
    case STAFET_FEED_OPEN:
      append_missing (out, voice, entry);
      break;
    default:
      break;
    }
}

/* Summaries and places stand on one line. */
static void
to_one_line (GString *out, gsize from)
{
  for (gsize i = from; i < out->len; i++)
    if (out->str[i] == '\n')
      out->str[i] = ' ';
}

void
stafet_feed_text_summary (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
                          const StafetVisit *visit)
{
  gsize start = out->len;

  if (entry->status == STAFET_STATUS_CANCELLED)
    {
      g_string_append (out, TEXT (N_ ("CANCELLED")));
      g_string_append (out, ": ");
    }
  stafet_feed_text_title (out, voice, entry, visit);
  if (entry->status != STAFET_STATUS_CANCELLED && !stafet_feed_text_is_occupied (voice, entry))
    append_tail (out, voice, entry);
  to_one_line (out, start);
}

static void
append_part (GString *out, gsize start, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (out->len > start)
    g_string_append (out, separator);
  g_string_append (out, part);
}

static void
append_house (GString *out, gsize start, const StafetHouse *house)
{
  append_part (out, start, ", ", house->name);
  append_part (out, start, ", ", house->address);
  append_part (out, start, ", ", house->postcode);
  append_part (out, start, house->postcode[0] != '\0' ? " " : ", ", house->town);
}

void
stafet_feed_text_location (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
                           const StafetVisit *visit)
{
  const StafetHouse *house = place_of (voice, entry, visit);
  const StafetWard *ward = ward_of (entry, visit);
  gsize start = out->len;

  if (visit == NULL && entry->activity != NULL && entry->activity->address[0] != '\0')
    g_string_append (out, entry->activity->address);
  else
    {
      if (visit == NULL && entry->room != NULL)
        append_part (out, start, ", ", entry->room->name);
      if (ward != NULL)
        append_part (out, start, ", ", ward->name);
      if (house != NULL)
        append_house (out, start, house);
    }
  to_one_line (out, start);
}

/* ——— Description ——— */

static void
begin_line (GString *out)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
}

/* "LABEL: TEXT", when there is a text. */
static void
append_labelled (GString *out, const char *label, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  begin_line (out);
  g_string_append (out, label);
  g_string_append (out, ": ");
  g_string_append (out, text);
}

static void
append_cancelled (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry)
{
  const char *reason = stafet_entry_reason (entry, voice->language);

  begin_line (out);
  g_string_append (out, TEXT (N_ ("Cancelled")));
  if (reason != NULL && *reason != '\0' && !stafet_feed_text_is_occupied (voice, entry))
    g_string_append_printf (out, ": %s", reason);
  else
    g_string_append_c (out, '.');
}

static void
append_moved (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry)
{
  g_autofree char *from = stafet_entry_words_planned (voice->snapshot, voice->language, entry);

  append_labelled (out, TEXT (N_ ("Moved from")), from);
}

/* "Servering kl. 9.30–12.00: Karen og Bent" */
static void
append_shift (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
              const StafetStaffing *staffing)
{
  gboolean own_time = staffing->start != entry->start || staffing->end != entry->end;
  g_autoptr (GString) people = g_string_new (NULL);

  if (!stafet_feed_people_append (people, voice->language, entry, staffing, stafet_feed_names (voice->feed),
                                  voice->faces))
    return;
  begin_line (out);
  g_string_append (out,
                   entry->kind == STAFET_KIND_ACTIVITY ? staffing->shift->role : TEXT (N_ ("Who comes")));
  if (own_time)
    {
      g_autofree char *span = stafet_words_time_span (voice->language, staffing->start, staffing->end);

      g_string_append_printf (out, " %s", span);
    }
  g_string_append_printf (out, ": %s", people->str);
}

static void
append_count (GString *out, const StafetFeedVoice *voice, const char *one, const char *many, int n)
{
  if (n <= 0)
    return;
  begin_line (out);
  g_string_append_printf (out, n == 1 ? TEXT (one) : TEXT (many), n);
}

static void
append_holes (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry)
{
  StafetEntryHoles holes;

  stafet_entry_count_holes (entry, &holes);
  append_count (out, voice, N_ ("We are asking one more."), N_ ("We are asking %d more."), holes.asked);
  append_count (out, voice, N_ ("We are looking for a stand-in."), N_ ("We are looking for %d stand-ins."),
                holes.stand_ins);
  append_count (out, voice, N_ ("We are looking for one more."), N_ ("We are looking for %d more."),
                holes.others);
  append_count (out, voice, N_ ("A regular volunteer is missing."), N_ ("%d regular volunteers are missing."),
                holes.permanent);
}

static void
append_received_by (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
                    const StafetVisit *visit)
{
  const StafetContact *contact = visit != NULL ? visit->received_by : NULL;
  g_autoptr (GString) name = NULL;

  if (contact == NULL && entry->activity != NULL)
    contact = stafet_snapshot_get (voice->snapshot, STAFET_KIND_CONTACT, entry->activity->received_by);
  if (contact == NULL)
    return;
  name = g_string_new (NULL);
  stafet_contact_append_name (name, contact, voice->feed->names);
  append_labelled (out, TEXT (N_ ("Received by")), name->str);
}

/* What the house tells everybody. */
static void
append_public (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry)
{
  const StafetActivity *activity = entry->activity;
  g_autofree char *date = NULL;

  if (activity->public_text[0] != '\0')
    {
      begin_line (out);
      g_string_append (out, activity->public_text);
    }
  if (entry->organiser != NULL)
    append_labelled (out, TEXT (N_ ("Organiser")), entry->organiser->name);
  append_labelled (out, TEXT (N_ ("Doors open")), activity->doors_open);
  append_labelled (out, TEXT (N_ ("Price")), activity->price);
  if (activity->signup_days == STAFET_INTEGER_NONE || activity->signup_days <= 0)
    return;
  date = stafet_words_date (voice->language, stafet_wall_date (entry->start) - activity->signup_days);
  append_labelled (out, TEXT (N_ ("Sign up no later than")), date);
}

static void
append_planned (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
                const StafetVisit *visit)
{
  gboolean to_staff = voice->feed->kind != STAFET_FEED_PROGRAMME;

  if (entry->activity != NULL)
    append_public (out, voice, entry);
  for (guint i = 0; i < entry->n_shifts; i++)
    append_shift (out, voice, entry, &entry->shifts[i]);
  /* A programme without names is for everybody: only staff read who is still looked for. */
  if (to_staff || voice->feed->names != STAFET_NAMES_COUNTS)
    append_holes (out, voice, entry);
  if (entry->activity != NULL)
    append_labelled (out, TEXT (N_ ("Meeting place")), entry->activity->meeting_place);
  if (!to_staff)
    return;
  append_received_by (out, voice, entry, visit);
  if (entry->activity != NULL)
    append_labelled (out, TEXT (N_ ("Make ready")), entry->activity->make_ready);
}

/* ——— Whom to ring ——— */

const StafetHouse *
stafet_feed_text_house (const StafetFeedVoice *voice, const StafetEntry *entry, const StafetVisit *visit)
{
  return entry->house != NULL ? entry->house : place_of (voice, entry, visit);
}

/* "Questions? Ring: Karen Holm, 13 24 56 71, Folkehuset Møllestien" */
void
stafet_feed_text_contact (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
                          const StafetVisit *visit)
{
  const StafetHouse *house = stafet_feed_text_house (voice, entry, visit);
  const StafetContact *contact =
    house != NULL ? stafet_house_public_contact (voice->snapshot, house->parent.uid) : NULL;
  const char *number = house != NULL ? stafet_house_public_number (voice->snapshot, house) : "";
  g_autofree char *phone = *number != '\0' ? stafet_phone_format (number) : NULL;
  g_autoptr (GString) who = NULL;

  if (phone == NULL)
    return;
  who = g_string_new (NULL);
  if (contact != NULL)
    append_part (who, 0, ", ", contact->name);
  append_part (who, 0, ", ", phone);
  append_part (who, 0, ", ", house->name);
  append_labelled (out, TEXT (N_ ("Questions? Ring")), who->str);
}

void
stafet_feed_text_details (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
                          const StafetVisit *visit)
{
  if (entry->status == STAFET_STATUS_CANCELLED)
    append_cancelled (out, voice, entry);
  else
    {
      if (entry->status == STAFET_STATUS_MOVED)
        append_moved (out, voice, entry);
      if (!stafet_feed_text_is_occupied (voice, entry))
        append_planned (out, voice, entry, visit);
    }
}
