/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the letter that hands a calendar over.
 */
#include "stafet-share.h"

#include "core/stafet-text.h"
#include "schedule/stafet-agenda.h"
#include "schedule/stafet-entry-people.h"
#include "schedule/stafet-feed-address.h"

#define TEXT(msgid) stafet_i18n_text (language, msgid)
#define DAYS_AHEAD 55

/* As each program words it, in Danish ones. */
const StafetShareProgram stafet_share_programs[] = {
  { N_ ("Outlook"),
    N_ ("Calendar → Add calendar → Subscribe from web, paste the link, choose Import. In older Outlook: "
        "File → Account Settings → Internet Calendars → New. Outlook looks for news a few times a "
        "day.") },
  { N_ ("Google Calendar"),
    N_ ("On a computer: + beside Other calendars → From URL, paste the link, choose Add calendar. "
        "Google looks for news a few times a day.") },
  { N_ ("iPhone, iPad and Mac"),
    N_ ("Open the link that begins with webcal, and choose Subscribe. On a Mac also: "
        "Calendar → File → New Calendar Subscription.") },
  { N_ ("Thunderbird"),
    N_ ("Calendar → New Calendar → On the Network, paste the link, choose Find Calendars and then "
        "Subscribe.") },
  { N_ ("GNOME Calendar"), N_ ("Manage Calendars → Add Calendar, paste the link, choose Add.") },
  { NULL, NULL }
};

static const char *
label_of (const StafetSnapshot *snapshot, StafetKind kind, StafetUid uid)
{
  gpointer record = stafet_snapshot_get (snapshot, kind, uid);

  return record != NULL ? stafet_record_get_label (record) : "";
}

char *
stafet_share_whose (const StafetSnapshot *snapshot, const StafetFeed *feed, StafetLanguage language)
{
  const StafetWard *ward = stafet_snapshot_get (snapshot, STAFET_KIND_WARD, feed->ward);
  const StafetVolunteer *volunteer = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, feed->volunteer);

  if (ward != NULL)
    return g_strdup_printf ("%s, %s", ward->name, label_of (snapshot, STAFET_KIND_HOUSE, ward->house));
  if (volunteer != NULL)
    return g_strdup (volunteer->protected_ ? TEXT (N_ ("Volunteer")) : volunteer->name);
  return g_strdup (feed->house != NULL ? label_of (snapshot, STAFET_KIND_HOUSE, feed->house)
                                       : label_of (snapshot, STAFET_KIND_AREA, feed->area));
}

char *
stafet_share_caution (const StafetFeed *feed, StafetLanguage language)
{
  if (feed->kind == STAFET_FEED_OWN)
    return g_strdup (
      TEXT (N_ ("It tells when and where one person comes: give the address to the volunteer alone.")));
  if (feed->kind == STAFET_FEED_PROGRAMME)
    return g_strdup (
      feed->names == STAFET_NAMES_COUNTS
        ? TEXT (N_ ("It names no volunteers: everybody may have the address."))
        : TEXT (N_ ("It shows first names and tells who is still looked for: give the address only to the "
                    "house's own people.")));
  if (feed->kind == STAFET_FEED_OPEN && feed->names == STAFET_NAMES_COUNTS)
    return g_strdup (TEXT (N_ ("It tells where somebody is missing and names nobody: everybody may have the "
                               "address.")));
  if (feed->names == STAFET_NAMES_COUNTS)
    return g_strdup (TEXT (N_ ("It says how many come and names nobody: everybody may have the address.")));
  return g_strdup (
    feed->names == STAFET_NAMES_FIRST
      ? TEXT (N_ ("It shows first names: give the address only to those who need it, and do not hang it "
                  "on a wall."))
      : TEXT (N_ ("It shows first and last names: give the address only to those who need it, and do not "
                  "hang it on a wall.")));
}

/* ——— Who sends it ——— */

static void
count_house (GHashTable *counts, const StafetHouse *house)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, house));

  g_hash_table_insert (counts, (gpointer) house, GUINT_TO_POINTER (n + 1));
}

static const StafetHouse *
most_counted (GHashTable *counts)
{
  const StafetHouse *best = NULL;
  guint most = 0;
  gpointer house, n;
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &house, &n))
    if (GPOINTER_TO_UINT (n) > most
        || (GPOINTER_TO_UINT (n) == most && best != NULL
            && stafet_text_compare (((StafetHouse *) house)->name, best->name) < 0))
      {
        best = house;
        most = GPOINTER_TO_UINT (n);
      }
  return best;
}

const StafetHouse *
stafet_share_sender (StafetSnapshot *snapshot, const StafetFeed *feed, StafetDate today)
{
  const StafetHouse *own = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, feed->house);
  StafetAgendaQuery query = { .from = today,
                              .to = today + DAYS_AHEAD,
                              .house = feed->house,
                              .ward = feed->ward,
                              .area = feed->area,
                              .volunteer = feed->volunteer };
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  if (own != NULL && own->kind != STAFET_HOUSE_NURSING)
    return own;
  agenda = stafet_agenda_new (snapshot, &query);
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (entry->house != NULL && entry->house->kind != STAFET_HOUSE_NURSING)
        count_house (counts, entry->house);
    }
  return most_counted (counts);
}

/* ——— The letter ——— */

char *
stafet_share_subject (const StafetSnapshot *snapshot, const StafetFeed *feed, StafetLanguage language)
{
  g_autofree char *whose = stafet_share_whose (snapshot, feed, language);

  return g_strdup_printf (feed->kind == STAFET_FEED_ARRIVALS
                            ? TEXT (N_ ("When volunteers come: a calendar for %s"))
                            : TEXT (N_ ("A calendar: %s")),
                          whose);
}

static void
add_steps (GString *text, StafetLanguage language)
{
  for (const StafetShareProgram *program = stafet_share_programs; program->name != NULL; program++)
    g_string_append_printf (text, "%s: %s\n", TEXT (program->name), TEXT (program->steps));
}

static void
add_sender (GString *text, StafetSnapshot *snapshot, const StafetHouse *sender, StafetLanguage language)
{
  const StafetContact *contact =
    sender != NULL ? stafet_house_public_contact (snapshot, sender->parent.uid) : NULL;
  const char *number = sender != NULL ? stafet_house_public_number (snapshot, sender) : "";
  g_autofree char *phone = stafet_phone_format (number);

  if (*number != '\0')
    g_string_append_printf (text, TEXT (N_ ("\nQuestions: %s, %s\n")),
                            contact != NULL ? contact->name : sender->name, phone);
  if (sender != NULL)
    g_string_append_printf (text, TEXT (N_ ("\nKind regards\n%s\n")), sender->name);
}

char *
stafet_share_letter (StafetSnapshot *snapshot, const StafetFeed *feed, StafetDate today,
                     StafetLanguage language)
{
  g_autofree char *calendar = stafet_feed_address (snapshot, feed, STAFET_ADDRESS_CALENDAR);
  g_autofree char *page = stafet_feed_address (snapshot, feed, STAFET_ADDRESS_PAGE);
  g_autofree char *subscribe = stafet_feed_address (snapshot, feed, STAFET_ADDRESS_SUBSCRIBE);
  g_autofree char *caution = stafet_share_caution (feed, language);
  GString *text;

  if (calendar == NULL)
    return NULL;
  text = g_string_new (NULL);
  g_string_append (
    text, feed->kind == STAFET_FEED_ARRIVALS
            ? TEXT (N_ ("Here is a calendar that shows when which volunteers come to you. It corrects "
                        "itself when something changes.\n\n"))
            : TEXT (N_ ("Here is a calendar that corrects itself when something changes.\n\n")));
  g_string_append_printf (text, TEXT (N_ ("To read on a telephone or a screen: %s\n")), page);
  g_string_append_printf (text, TEXT (N_ ("The link for your own calendar: %s\n")), calendar);
  g_string_append_printf (text, TEXT (N_ ("The same for iPhone, iPad and Mac: %s\n\n")), subscribe);
  g_string_append_printf (text, "%s\n\n", TEXT (N_ ("This is how it gets into your calendar:")));
  add_steps (text, language);
  g_string_append_printf (text, "\n%s\n", caution);
  add_sender (text, snapshot, stafet_share_sender (snapshot, feed, today), language);
  return g_string_free (text, FALSE);
}
