/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line for each thing of the network, with what can be done with it.
 */
#include "stafet-network-rows.h"

#include "core/stafet-cooperation.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "publish/stafet-smith-page.h"
#include "schedule/stafet-batons.h"
#include "schedule/stafet-match-words.h"
#include "schedule/stafet-reminders.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-line.h"

#include <string.h>

/* What the rows are made of. */
typedef struct
{
  StafetSnapshot *snapshot;
  StafetDate today;
  StafetWall now;
  StafetLanguage language;
  const StafetAgendaQuery *query; /* whose houses are in view */
  GPtrArray *rows;                /* GtkWidget, floating */
} Rows;

static void
add_buttons (GtkWidget *line, gpointer record, const char *about)
{
  int kind = (int) STAFET_RECORD_KIND (record);
  const char *uid = ((StafetRecord *) record)->uid;

  stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (_ ("Delete"), about, "page.remove",
                                                                     g_variant_new ("(is)", kind, uid)));
  stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (_ ("Change …"), about, "page.edit",
                                                                     g_variant_new ("(is)", kind, uid)));
}

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static GPtrArray *
sorted (const Rows *r, StafetKind kind)
{
  GPtrArray *all = g_ptr_array_copy ((GPtrArray *) stafet_snapshot_all (r->snapshot, kind), NULL, NULL);

  g_ptr_array_sort (all, stafet_record_compare_labels);
  return all;
}

/* Those whose wish it may be. */
static void
add_waiting (const Rows *r, GtkWidget *line, const StafetNotice *notice, const StafetMatchIndex *index)
{
  g_autoptr (GPtrArray) waiting = stafet_batons_for_notice (index, r->snapshot, notice, r->query, r->today);

  for (guint i = 0; i < waiting->len; i++)
    {
      const StafetEnquiry *enquiry = g_ptr_array_index (waiting, i);
      g_autofree char *text = g_strdup_printf (_ ("May be something for: %s"), enquiry->title);

      stafet_line_add_text (STAFET_LINE (line), text);
      stafet_line_add_end (STAFET_LINE (line),
                           stafet_action_button_new (_ ("Open the enquiry"), enquiry->title, "win.enquiry",
                                                     g_variant_new_string (enquiry->parent.uid)));
    }
}

static void
show_notices (Rows *r)
{
  g_autoptr (StafetMatchIndex) index = stafet_match_index_new (r->snapshot, r->now, FALSE);

  g_autoptr (GPtrArray) all = sorted (r, STAFET_KIND_NOTICE);

  for (guint i = 0; i < all->len; i++)
    {
      StafetNotice *notice = g_ptr_array_index (all, i);
      g_autoptr (GString) detail = g_string_new (NULL);
      g_autofree char *day = stafet_words_day_with_year (r->language, notice->until);
      g_autofree char *until = g_strdup_printf (_ ("hangs until %s"), day);
      g_autofree char *phone = *notice->phone != '\0' ? stafet_phone_format (notice->phone) : NULL;
      GtkWidget *line;

      append (detail, _ (stafet_notice_kinds[notice->kind].title));
      append (detail, until);
      append (detail, notice->contact);
      append (detail, phone);
      line = stafet_line_new ("stafet-idea-symbolic", notice->title, detail->str);
      if (notice->until >= r->today)
        add_waiting (r, line, notice, index);
      if (notice->until < r->today)
        stafet_line_add_end (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_CLOSED, _ ("taken down")));
      stafet_line_add_end (STAFET_LINE (line),
                           stafet_action_button_new (_ ("Copy the text"), notice->title, "page.copy",
                                                     g_variant_new_string (notice->parent.uid)));
      add_buttons (line, notice, notice->title);
      g_ptr_array_add (r->rows, line);
    }
}

static GtkWidget *
association_line (const Rows *r, StafetOrganiser *organiser)
{
  const StafetContact *contact = stafet_snapshot_get (r->snapshot, STAFET_KIND_CONTACT, organiser->contact);
  g_autoptr (GString) detail = g_string_new (NULL);
  g_autofree char *phone = *organiser->phone != '\0' ? stafet_phone_format (organiser->phone) : NULL;
  GtkWidget *line;

  append (detail, contact != NULL ? contact->name : NULL);
  append (detail, phone);
  line = stafet_line_new ("stafet-network-symbolic", organiser->name, detail->str);
  stafet_line_set_strong (STAFET_LINE (line));
  if (*organiser->web != '\0')
    stafet_line_add_address (STAFET_LINE (line), organiser->web);
  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("New offer …"), organiser->name, "page.new-offer",
                                                 g_variant_new_string (organiser->parent.uid)));
  stafet_line_add_end (
    STAFET_LINE (line),
    stafet_action_button_new (_ ("Change …"), organiser->name, "page.edit",
                              g_variant_new ("(is)", STAFET_KIND_ORGANISER, organiser->parent.uid)));
  return line;
}

static GtkWidget *
offer_line (const Rows *r, StafetOffer *offer)
{
  g_autoptr (GString) detail = g_string_new (NULL);
  g_autofree char *day =
    offer->checked != STAFET_DATE_NONE ? stafet_words_day_with_year (r->language, offer->checked) : NULL;
  g_autofree char *checked =
    day != NULL ? g_strdup_printf (_ ("last checked %s"), day) : g_strdup (_ ("never checked"));
  GtkWidget *line;

  append (detail, _ (stafet_offer_kinds[offer->kind].title));
  append (detail, offer->times);
  append (detail, offer->price);
  append (detail, offer->waiting);
  line = stafet_line_new ("stafet-people-symbolic", offer->title, detail->str);
  stafet_line_add_text (STAFET_LINE (line), checked);
  if (stafet_offer_is_stale (offer, r->today))
    stafet_line_add_end (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_WARNING, _ ("may be out of date")));
  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Checked today"), offer->title, "page.checked",
                                                 g_variant_new_string (offer->parent.uid)));
  add_buttons (line, offer, offer->title);
  return line;
}

/* Those without an offer are in the programme alone, unless they are an association's. */
static void
show_offers (Rows *r)
{
  g_autoptr (GPtrArray) all = sorted (r, STAFET_KIND_ORGANISER);

  for (guint i = 0; i < all->len; i++)
    {
      StafetOrganiser *organiser = g_ptr_array_index (all, i);
      const GPtrArray *offers =
        stafet_snapshot_index (r->snapshot, STAFET_INDEX_OFFER_BY_ORGANISER, organiser->parent.uid);

      if (offers->len == 0 && organiser->kind != STAFET_ORGANISER_ASSOCIATION
          && organiser->kind != STAFET_ORGANISER_CHURCH)
        continue;
      g_ptr_array_add (r->rows, association_line (r, organiser));
      for (guint j = 0; j < offers->len; j++)
        g_ptr_array_add (r->rows, offer_line (r, g_ptr_array_index (offers, j)));
    }
}

static gboolean
is_somebodys (const StafetSnapshot *snapshot, const StafetContact *contact)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_ORGANISER);

  if (contact->ward != NULL)
    return TRUE;
  for (guint i = 0; i < all->len; i++)
    if (((const StafetOrganiser *) g_ptr_array_index (all, i))->contact == contact->parent.uid)
      return TRUE;
  return FALSE;
}

static void
show_contacts (Rows *r)
{
  g_autoptr (GPtrArray) all = sorted (r, STAFET_KIND_CONTACT);

  for (guint i = 0; i < all->len; i++)
    {
      StafetContact *contact = g_ptr_array_index (all, i);
      const StafetArea *area = stafet_snapshot_get (r->snapshot, STAFET_KIND_AREA, contact->area);
      const StafetHouse *house = stafet_snapshot_get (r->snapshot, STAFET_KIND_HOUSE, contact->house);
      g_autoptr (GString) detail = g_string_new (NULL);
      g_autofree char *phone = *contact->phone != '\0' ? stafet_phone_format (contact->phone) : NULL;
      GtkWidget *line;

      /* Those of associations and wards stand with them. */
      if (contact->duty == STAFET_ENUM_NONE && is_somebodys (r->snapshot, contact))
        continue;
      append (detail, contact->role);
      append (detail, area != NULL ? area->name : house != NULL ? house->name : NULL);
      append (detail, phone);
      line = stafet_line_new ("stafet-phone-symbolic", contact->name, detail->str);
      add_buttons (line, contact, contact->name);
      g_ptr_array_add (r->rows, line);
    }
}

/* The plan's own rows first, then the program's. */
static void
show_synonyms (Rows *r)
{
  g_autoptr (GPtrArray) all = sorted (r, STAFET_KIND_SYNONYM);

  for (guint i = 0; i < all->len; i++)
    {
      StafetSynonym *row = g_ptr_array_index (all, i);
      g_autofree char *first = g_strndup (row->words, strcspn (row->words, ","));
      GtkWidget *line = stafet_line_new (NULL, first, row->words);

      add_buttons (line, row, first);
      g_ptr_array_add (r->rows, line);
    }
  for (const char *const *words = stafet_synonym_rows; *words != NULL; words++)
    {
      g_autofree char *first = g_strndup (*words, strcspn (*words, ","));
      GtkWidget *line = stafet_line_new (NULL, first, *words);

      stafet_line_add_end (
        STAFET_LINE (line),
        stafet_action_button_new (_ ("Change …"), first, "page.change-row", g_variant_new_string (*words)));
      g_ptr_array_add (r->rows, line);
    }
}

/* ——— Agreements and applications ——— */

static gboolean
is_in_view (const Rows *r, StafetUid uid)
{
  const StafetHouse *house = stafet_snapshot_get (r->snapshot, STAFET_KIND_HOUSE, uid);

  return house == NULL || stafet_agenda_query_takes (r->query, house);
}

/* What is to be done with it, when there is something. Whether it is to be looked at again. */
static gboolean
add_reminder (const Rows *r, GtkWidget *line, const StafetRecord *record, const GArray *reminders)
{
  gboolean review = FALSE;

  for (guint i = 0; i < reminders->len; i++)
    {
      const StafetReminder *reminder = &g_array_index (reminders, StafetReminder, i);
      g_autofree char *words = NULL;

      if (reminder->record != record)
        continue;
      words = stafet_reminder_words (reminder, r->today, r->language);
      stafet_line_add_end (
        STAFET_LINE (line),
        stafet_chip_new (reminder->date < r->today ? STAFET_CHIP_WARNING : STAFET_CHIP_PLAIN, words));
      review = review || reminder->kind == STAFET_REMINDER_REVIEW;
    }
  return review;
}

static void
add_read_button (GtkWidget *line, gpointer record)
{
  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Read and print …"), stafet_record_get_label (record),
                                                 "page.read",
                                                 g_variant_new ("(is)", (int) STAFET_RECORD_KIND (record),
                                                                ((StafetRecord *) record)->uid)));
}

static void
append_date (const Rows *r, GString *detail, const char *format, StafetDate date)
{
  g_autofree char *day = date != STAFET_DATE_NONE ? stafet_words_day_with_year (r->language, date) : NULL;
  g_autofree char *words = day != NULL ? g_strdup_printf (format, day) : NULL;

  append (detail, words);
}

static void
show_agreements (Rows *r)
{
  g_autoptr (GPtrArray) all = sorted (r, STAFET_KIND_AGREEMENT);
  g_autoptr (GArray) reminders = stafet_reminders_find (r->snapshot, r->query, r->today);

  for (guint i = 0; i < all->len; i++)
    {
      StafetAgreement *agreement = g_ptr_array_index (all, i);
      StafetRecord *other =
        agreement->kind == STAFET_AGREEMENT_VOLUNTEER
          ? stafet_snapshot_get (r->snapshot, STAFET_KIND_VOLUNTEER, agreement->volunteer)
          : stafet_snapshot_get (r->snapshot, STAFET_KIND_ORGANISER, agreement->organiser);
      const StafetHouse *house = stafet_snapshot_get (r->snapshot, STAFET_KIND_HOUSE, agreement->house);
      g_autoptr (GString) detail = g_string_new (NULL);
      GtkWidget *line;

      if (!is_in_view (r, agreement->house))
        continue;
      append (detail, _ (stafet_agreement_kinds[agreement->kind].title));
      append (detail, other != NULL ? stafet_record_get_label (other) : NULL);
      append (detail, house != NULL ? house->name : NULL);
      append_date (r, detail, _ ("signed on %s"), agreement->signed_on);
      append_date (r, detail, _ ("until %s"), agreement->until);
      line = stafet_line_new ("stafet-loan-symbolic", agreement->title, detail->str);
      if (add_reminder (r, line, &agreement->parent, reminders))
        stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (
                                                   _ ("Looked at today"), agreement->title, "page.reviewed",
                                                   g_variant_new_string (agreement->parent.uid)));
      add_read_button (line, agreement);
      add_buttons (line, agreement, agreement->title);
      g_ptr_array_add (r->rows, line);
    }
}

static void
show_applications (Rows *r)
{
  g_autoptr (GPtrArray) all = sorted (r, STAFET_KIND_APPLICATION);
  g_autoptr (GArray) reminders = stafet_reminders_find (r->snapshot, r->query, r->today);

  for (guint i = 0; i < all->len; i++)
    {
      StafetPoolApplication *application = g_ptr_array_index (all, i);
      g_autoptr (GString) detail = g_string_new (NULL);
      gint32 amount = application->amount != STAFET_INTEGER_NONE ? application->amount
                                                                 : stafet_budget_sum (application->budget);
      g_autofree char *kroner = amount > 0 ? g_strdup_printf (_ ("%d kr."), amount) : NULL;
      GtkWidget *line;

      if (!is_in_view (r, application->house))
        continue;
      append (detail, application->pool);
      append (detail, _ (stafet_application_statuses[application->status].title));
      append (detail, kroner);
      line = stafet_line_new ("stafet-idea-symbolic", application->title, detail->str);
      add_reminder (r, line, &application->parent, reminders);
      if (application->activity == NULL)
        stafet_line_add_end (STAFET_LINE (line),
                             stafet_action_button_new (_ ("Plan it as a draft …"), application->title,
                                                       "page.draft",
                                                       g_variant_new_string (application->parent.uid)));
      else
        stafet_line_add_end (STAFET_LINE (line),
                             stafet_action_button_new (_ ("Open the activity"), application->title,
                                                       "page.activity",
                                                       g_variant_new_string (application->activity)));
      add_read_button (line, application);
      add_buttons (line, application, application->title);
      g_ptr_array_add (r->rows, line);
    }
}

/* ——— The council, meetings ——— */

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  return (*(StafetMeeting *const *) b)->date - (*(StafetMeeting *const *) a)->date;
}

/* The next ones first, then those that were held, the newest first. */
static void
show_meetings (Rows *r)
{
  g_autoptr (GPtrArray) all = sorted (r, STAFET_KIND_MEETING);

  g_ptr_array_sort (all, compare_dates);
  for (guint i = 0; i < all->len; i++)
    {
      StafetMeeting *meeting = g_ptr_array_index (all, i);
      const StafetHouse *house = stafet_snapshot_get (r->snapshot, STAFET_KIND_HOUSE, meeting->house);
      g_autoptr (GString) detail = g_string_new (NULL);
      g_autofree char *day = stafet_words_date_with_year (r->language, meeting->date);
      GtkWidget *line;

      if (!is_in_view (r, meeting->house))
        continue;
      append (detail, day);
      append (detail, meeting->time);
      append (detail, meeting->place);
      append (detail, house != NULL ? house->name : NULL);
      line = stafet_line_new ("stafet-calendar-symbolic", meeting->title, detail->str);
      if (meeting->date < r->today && *meeting->decisions == '\0')
        stafet_line_add_end (STAFET_LINE (line),
                             stafet_chip_new (STAFET_CHIP_PLAIN, _ ("what was decided is not written")));
      add_read_button (line, meeting);
      add_buttons (line, meeting, meeting->title);
      g_ptr_array_add (r->rows, line);
    }
}

static void
show_council (Rows *r)
{
  g_autoptr (GPtrArray) all = sorted (r, STAFET_KIND_MEMBER);

  for (guint i = 0; i < all->len; i++)
    {
      StafetMember *member = g_ptr_array_index (all, i);
      const StafetHouse *house = stafet_snapshot_get (r->snapshot, STAFET_KIND_HOUSE, member->house);
      g_autoptr (GString) detail = g_string_new (NULL);
      g_autofree char *phone = *member->phone != '\0' ? stafet_phone_format (member->phone) : NULL;
      GtkWidget *line;

      if (!is_in_view (r, member->house))
        continue;
      append (detail, member->role);
      append (detail, house != NULL ? house->name : NULL);
      append_date (r, detail, _ ("from %s"), member->from);
      append_date (r, detail, _ ("until %s"), member->until);
      append (detail, phone);
      line = stafet_line_new ("stafet-people-symbolic", member->name, detail->str);
      if (member->until != STAFET_DATE_NONE && member->until < r->today)
        stafet_line_add_end (STAFET_LINE (line),
                             stafet_chip_new (STAFET_CHIP_CLOSED, _ ("the term is over")));
      add_buttons (line, member, member->name);
      g_ptr_array_add (r->rows, line);
    }
  show_meetings (r);
}

/* ——— Links ——— */

/* The page for every member of staff stands among the addresses, though it is made here. */
static void
add_smith (Rows *r)
{
  const StafetSettings *settings = stafet_snapshot_settings (r->snapshot);
  gboolean slash = g_str_has_suffix (settings->publish_address, "/");
  GtkWidget *line = stafet_line_new ("stafet-network-symbolic", _ ("The page for every member of staff"),
                                     _ ("Finds what fits a citizen, and whom to ring; works from a folder, "
                                        "without Stafet and without a network."));

  if (*settings->publish_address != '\0')
    {
      g_autofree char *address =
        g_strconcat (settings->publish_address, slash ? "" : "/", STAFET_SMITH_FILE, NULL);

      stafet_line_add_address (STAFET_LINE (line), address);
      stafet_line_add_end (STAFET_LINE (line),
                           stafet_action_button_new (_ ("Open"), STAFET_SMITH_FILE, "page.open",
                                                     g_variant_new_string (address)));
    }
  stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (_ ("Save as …"), STAFET_SMITH_FILE,
                                                                     "page.save-smith", NULL));
  g_ptr_array_add (r->rows, line);
}

static void
show_links (Rows *r)
{
  g_autoptr (GPtrArray) all = sorted (r, STAFET_KIND_LINK);

  add_smith (r);
  for (gint32 kind = 0; kind <= STAFET_LINK_OTHER; kind++)
    for (guint i = 0; i < all->len; i++)
      {
        StafetLink *link = g_ptr_array_index (all, i);
        g_autoptr (GString) detail = g_string_new (NULL);
        GtkWidget *line;

        if (link->kind != kind)
          continue;
        append (detail, _ (stafet_link_kinds[link->kind].title));
        append (detail, link->text);
        line = stafet_line_new ("stafet-publish-symbolic", link->title, detail->str);
        stafet_line_add_address (STAFET_LINE (line), link->address);
        stafet_line_add_end (STAFET_LINE (line),
                             stafet_action_button_new (_ ("Open"), link->title, "page.open",
                                                       g_variant_new_string (link->address)));
        add_buttons (line, link, link->title);
        g_ptr_array_add (r->rows, line);
      }
}

/* ——— All ——— */

GPtrArray *
stafet_network_rows_new (StafetDesk *desk, StafetNetworkSection section)
{
  static void (*const show[]) (Rows * r) = {
    [STAFET_NETWORK_NOTICES] = show_notices,
    [STAFET_NETWORK_OFFERS] = show_offers,
    [STAFET_NETWORK_CONTACTS] = show_contacts,
    [STAFET_NETWORK_AGREEMENTS] = show_agreements,
    [STAFET_NETWORK_APPLICATIONS] = show_applications,
    [STAFET_NETWORK_COUNCIL] = show_council,
    [STAFET_NETWORK_LINKS] = show_links,
    [STAFET_NETWORK_WORDS] = show_synonyms,
  };
  StafetDate today = stafet_desk_today (desk);
  StafetAgendaQuery query;
  Rows r = { stafet_desk_get_snapshot (desk), today,  stafet_desk_now (desk),
             stafet_i18n_get_language (),     &query, g_ptr_array_new () };

  stafet_desk_fill_query (desk, &query, today, today);
  show[section](&r);
  return r.rows;
}
