/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The card of a volunteer.
 */
#include "stafet-volunteer-card.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-due.h"
#include "schedule/stafet-entry-words.h"
#include "schedule/stafet-hours.h"
#include "schedule/stafet-load.h"
#include "schedule/stafet-terms.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-line.h"
#include "stafet-photo.h"
#include "stafet-place-target.h"
#include "stafet-volunteer-care.h"
#include "stafet-volunteer-form.h"
#include "stafet-volunteer-row.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

/* Coming shifts are shown so far, and at most so many. */
#define DAYS_AHEAD 56
#define MOST_SHIFTS 20

struct _StafetVolunteerCard
{
  StafetPage parent_instance;

  StafetUid volunteer;
  GPtrArray *lines; /* owned: of the list that is being filled in, floating */

  /* Template children. */
  AdwAvatar *avatar;
  GtkLabel *name, *since;
  StafetChip *status, *kind;
  GtkListBox *contact, *terms, *dates, *figures, *care, *shifts, *standing, *absences;
  GtkWidget *standing_box, *absences_box, *edit, *roster, *feed, *history, *absence, *pause, *come_back,
    *limits, *gone, *content, *leave, *access, *erase;
};

G_DEFINE_FINAL_TYPE (StafetVolunteerCard, stafet_volunteer_card, STAFET_TYPE_PAGE)

/* ——— Lines ——— */

static StafetLine *
add_line (StafetVolunteerCard *self, const char *icon, const char *title, const char *detail)
{
  GtkWidget *line = stafet_line_new (icon, title, detail);

  g_ptr_array_add (self->lines, line);
  return STAFET_LINE (line);
}

/* What was added since the last time is what @list shows. */
static void
show_lines (StafetVolunteerCard *self, GtkListBox *list)
{
  stafet_list_show (list, self->lines);
  g_ptr_array_set_size (self->lines, 0);
}

static char *
day_or_dash (StafetDate date)
{
  return date != STAFET_DATE_NONE ? stafet_words_day_with_year (stafet_i18n_get_language (), date) : NULL;
}

/* ——— Sections ——— */

static void
show_head (StafetVolunteerCard *self, StafetVolunteer *volunteer)
{
  static const StafetChipState states[] = { STAFET_CHIP_PROMISED, STAFET_CHIP_PAUSED, STAFET_CHIP_CANCELLED };
  const StafetField *kind = stafet_record_info_field (STAFET_RECORD_INFO (volunteer), "kind");
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  g_autofree char *state = stafet_volunteer_state (volunteer, today);
  g_autofree char *started = day_or_dash (volunteer->started);
  g_autofree char *since =
    started != NULL ? g_strdup_printf (_ ("Volunteer since %s"), started) : g_strdup ("");
  gint32 status = volunteer->status == STAFET_VOLUNTEER_PAUSED && *state == '\0' ? STAFET_VOLUNTEER_ACTIVE
                                                                                 : volunteer->status;

  stafet_photo_show (self->avatar, stafet_page_get_snapshot (STAFET_PAGE (self)), volunteer);
  gtk_label_set_text (self->name, volunteer->name);
  gtk_label_set_text (self->since, since);
  gtk_widget_set_visible (GTK_WIDGET (self->since), started != NULL);
  stafet_chip_set (self->status, states[status], *state != '\0' ? state : _ ("active"));
  stafet_chip_set (self->kind, volunteer->protected_ ? STAFET_CHIP_CLOSED : STAFET_CHIP_PLAIN,
                   volunteer->protected_ ? _ ("protected name") : _ (kind->values[volunteer->kind].title));
  gtk_widget_set_visible (self->pause, status == STAFET_VOLUNTEER_ACTIVE);
  gtk_widget_set_visible (self->come_back, status == STAFET_VOLUNTEER_PAUSED);
  gtk_widget_set_visible (self->leave, volunteer->status != STAFET_VOLUNTEER_STOPPED);
}

static void
copy_cb (GtkButton *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)),
                          g_object_get_data (G_OBJECT (button), "text"));
  stafet_window_tell (stafet_window_of (button), _ ("Copied"), FALSE);
}

static GtkWidget *
copy_button_new (const char *text)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Copy"));
  g_autofree char *spoken = g_strdup_printf (_ ("Copy %s"), text);

  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

static void
show_contact (StafetVolunteerCard *self, StafetVolunteer *volunteer)
{
  const GPtrArray *phones = stafet_snapshot_index (stafet_page_get_snapshot (STAFET_PAGE (self)),
                                                   STAFET_INDEX_PHONE_BY_VOLUNTEER, volunteer->parent.uid);
  g_autofree char *address =
    g_strdup_printf ("%s%s%s %s", volunteer->address, *volunteer->address != '\0' ? ", " : "",
                     volunteer->postcode, volunteer->town);

  g_autofree char *when = stafet_volunteer_call_words (volunteer, FALSE, stafet_i18n_get_language ());

  for (guint i = 0; i < phones->len; i++)
    {
      g_autofree char *number = stafet_phone_format (((StafetPhone *) g_ptr_array_index (phones, i))->number);
      StafetLine *line = add_line (self, "stafet-phone-symbolic", number, i == 0 ? when : "");

      stafet_line_set_strong (line);
      stafet_line_add_end (line, copy_button_new (number));
    }
  if (phones->len == 0)
    add_line (self, "stafet-phone-symbolic", _ ("No phone number"), when);
  if (*volunteer->mail != '\0')
    stafet_line_add_end (add_line (self, "mail-unread-symbolic", volunteer->mail, ""),
                         copy_button_new (volunteer->mail));
  else
    add_line (self, "mail-unread-symbolic", _ ("No e-mail"), _ ("ring or write a letter"));
  if (*g_strstrip (address) != '\0')
    add_line (self, "mark-location-symbolic", address, "");
  show_lines (self, self->contact);
}

/* "Folkehuset Møllestien, Lokalcenter Dalgas": those of that relation. (transfer full) */
static char *
houses_words (const StafetSnapshot *snapshot, StafetUid volunteer, gint32 relation)
{
  const GPtrArray *links =
    stafet_snapshot_index (snapshot, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, volunteer);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (links, i);
      const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, link->house);

      if (link->relation == relation && house != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", house->name);
    }
  return g_strdup (text->str);
}

static char *
partners_words (const StafetSnapshot *snapshot, StafetUid volunteer, gint32 relation)
{
  const GPtrArray *links = stafet_snapshot_index (snapshot, STAFET_INDEX_PARTNER_BY_VOLUNTEER, volunteer);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    {
      const StafetPartner *link = g_ptr_array_index (links, i);
      const StafetVolunteer *other = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, link->other);

      if (link->relation == relation && other != NULL)
        g_ptr_array_add (names, other->name);
    }
  return names->len > 0
           ? stafet_names_join (stafet_i18n_get_language (), (const char **) names->pdata, names->len)
           : g_strdup ("");
}

/* "at most 1 a day, 2 a week · 11 hours of rest". (transfer full) */
static char *
limits_words (const StafetVolunteer *volunteer)
{
  const struct
  {
    gint32 cap;
    const char *format;
  } caps[] = { { volunteer->per_day, N_ ("at most %d a day") },
               { volunteer->per_week, N_ ("at most %d a week") },
               { volunteer->per_month, N_ ("at most %d a month") } };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *rest =
    stafet_words_hundredths (stafet_i18n_get_language (), MAX (volunteer->rest_minutes, 0) * 100 / 60);

  for (guint i = 0; i < G_N_ELEMENTS (caps); i++)
    if (caps[i].cap != STAFET_INTEGER_NONE)
      {
        g_string_append (text, text->len > 0 ? ", " : "");
        g_string_append_printf (text, _ (caps[i].format), caps[i].cap);
      }
  if (volunteer->rest_minutes > 0)
    {
      g_string_append (text, text->len > 0 ? ", " : "");
      g_string_append_printf (text, _ ("%s hours of rest between two days"), rest);
    }
  return g_strdup (text->str);
}

static void
add_term (StafetVolunteerCard *self, const char *icon, const char *words, const char *detail)
{
  if (*words != '\0')
    add_line (self, icon, words, detail);
}

/* Where, how much and with whom: only what was said. */
static void
add_wishes (StafetVolunteerCard *self, StafetVolunteer *volunteer)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  StafetUid uid = volunteer->parent.uid;
  const StafetVolunteer *companion =
    stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, volunteer->companion);
  g_autofree char *home = houses_words (snapshot, uid, STAFET_VOLUNTEER_HOUSE_HOME);
  g_autofree char *blocked = houses_words (snapshot, uid, STAFET_VOLUNTEER_HOUSE_BLOCKED);
  g_autofree char *limits = limits_words (volunteer);
  g_autofree char *with = partners_words (snapshot, uid, STAFET_PARTNER_WITH);
  g_autofree char *apart = partners_words (snapshot, uid, STAFET_PARTNER_APART);
  g_autofree char *far = volunteer->radius_km != STAFET_INTEGER_NONE
                           ? g_strdup_printf (_ ("Comes here, and up to %d km away"), volunteer->radius_km)
                           : NULL;

  add_term (self, "stafet-house-symbolic", home,
            volunteer->only_these_houses ? _ ("Comes to these houses only")
            : far != NULL                ? far
                                         : _ ("Comes here"));
  add_term (self, "stafet-closed-symbolic", blocked, _ ("Not these houses"));
  add_term (self, "stafet-week-symbolic", limits, _ ("How much"));
  add_term (self, "stafet-people-symbolic", with, _ ("Likes to be with"));
  add_term (self, "stafet-cancelled-symbolic", apart, _ ("Not together with"));
  add_term (self, "stafet-person-add-symbolic", companion != NULL ? companion->name : "",
            _ ("Goes along the first time"));
}

static void
show_terms (StafetVolunteerCard *self, StafetVolunteer *volunteer)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  g_autofree char *skills = stafet_volunteer_skills (snapshot, volunteer);
  g_autofree char *free_times = stafet_words_availability (
    stafet_i18n_get_language (),
    stafet_snapshot_index (snapshot, STAFET_INDEX_AVAILABILITY_BY_VOLUNTEER, volunteer->parent.uid));

  add_line (self, "stafet-activities-symbolic", *skills != '\0' ? skills : _ ("Nothing written down yet"),
            _ ("Can and would like to"));
  add_line (self, "stafet-clock-symbolic",
            volunteer->by_agreement ? _ ("By agreement: ask first")
            : *free_times != '\0'   ? free_times
                                    : _ ("No times given: ask first"),
            _ ("Free"));
  add_wishes (self, volunteer);
  if (*volunteer->note != '\0')
    add_line (self, "document-edit-symbolic", volunteer->note, _ ("Note to the house"));
  show_lines (self, self->terms);
}

/* Until when what is held on her is kept. */
static void
show_kept (StafetVolunteerCard *self, const StafetVolunteer *volunteer)
{
  StafetDate until = stafet_due_kept_until (volunteer);
  g_autofree char *day = day_or_dash (until);

  if (day == NULL)
    return;
  add_line (self, "stafet-clock-symbolic", day,
            until <= stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)))
              ? _ ("Was to be kept until then")
              : _ ("Kept until"));
}

static StafetDate
first_of_year (StafetDate date)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  return stafet_date_new (year, 1, 1);
}

/* Of this year up to now: what nobody has confirmed stands beside. */
static void
add_hours (StafetVolunteerCard *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetLanguage language = stafet_i18n_get_language ();
  StafetDate today = stafet_desk_today (desk);
  StafetAgendaQuery query = { .from = first_of_year (today), .to = today, .volunteer = self->volunteer };
  g_autoptr (StafetHours) hours =
    stafet_hours_new (stafet_desk_get_snapshot (desk), &query, stafet_desk_now (desk),
                      stafet_clock_get_zone (stafet_plan_get_clock (stafet_desk_get_plan (desk))));
  g_autofree char *confirmed = stafet_hours_words (language, hours->total.confirmed);
  g_autofree char *planned = stafet_hours_words (language, hours->total.planned);
  g_autofree char *title = g_strdup_printf (_ ("This year: %s confirmed"), confirmed);
  g_autofree char *beside = g_strdup_printf (_ ("beside it %s planned, not confirmed"), planned);

  add_line (self, "stafet-clock-symbolic", title, hours->total.planned > 0 ? beside : _ ("of closed days"));
}

static void
show_dates (StafetVolunteerCard *self, StafetVolunteer *volunteer)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  g_autofree char *asked = day_or_dash (volunteer->check_asked), *seen = day_or_dash (volunteer->check_seen);
  g_autofree char *until = day_or_dash (volunteer->check_until);
  g_autofree char *detail = NULL;
  gboolean valid =
    seen != NULL && (volunteer->check_until == STAFET_DATE_NONE || volunteer->check_until >= today);
  StafetLine *line;

  if (seen != NULL)
    detail = g_strdup_printf (*volunteer->check_by != '\0' ? _ ("seen on %s by %s") : _ ("seen on %s"), seen,
                              volunteer->check_by);
  else if (asked != NULL)
    detail = g_strdup_printf (_ ("asked for on %s"), asked);
  line = add_line (self, "stafet-loan-symbolic", _ ("Check"), detail != NULL ? detail : _ ("not asked for"));
  if (stafet_terms_check_ends_soon (volunteer, today))
    {
      g_autofree char *text = g_strdup_printf (_ ("new one by %s"), until);

      stafet_line_add_end (line, stafet_chip_new (STAFET_CHIP_WARNING, text));
    }
  else if (valid && until != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("valid until %s"), until);

      stafet_line_add_end (line, stafet_chip_new (STAFET_CHIP_PROMISED, text));
    }
  else if (valid)
    stafet_line_add_end (line, stafet_chip_new (STAFET_CHIP_PROMISED, _ ("valid")));
  else if (seen != NULL)
    stafet_line_add_end (line, stafet_chip_new (STAFET_CHIP_WARNING, _ ("has expired")));
  add_hours (self);
  show_kept (self, volunteer);
  show_lines (self, self->dates);
}

/* ——— Figures ——— */

/* "2 a week, so 16 in that time". (transfer full) */
static char *
wish_words (const StafetLoad *load)
{
  g_autofree char *wish = NULL;

  if (load->wished_per_week == STAFET_INTEGER_NONE)
    return g_strdup (_ ("in the last eight weeks; no wish is written down"));
  wish = stafet_words_hundredths (stafet_i18n_get_language (), load->wished_per_week);
  return g_strdup_printf (load->days < 7 * STAFET_LOAD_WEEKS
                            ? _ ("since the start; wished for: %s a week, so about %d")
                            : _ ("in the last eight weeks; wished for: %s a week, so about %d"),
                          wish, (load->wished + 50) / 100);
}

/* "Café, Banko (6 times)": those where she is a known face. (transfer full) */
static char *
known_words (const StafetLoad *load)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < load->known->len; i++)
    {
      const StafetKnownSeries *known = &g_array_index (load->known, StafetKnownSeries, i);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              stafet_record_get_label (known->series));
      if (known->regular)
        g_string_append_printf (text, " (%s)", _ ("regular"));
      else
        g_string_append_printf (text, ngettext_ (" (%d time)", " (%d times)", (gulong) known->times),
                                known->times);
    }
  return g_strdup (text->str);
}

/* Against the own wish alone: never against others. */
static void
show_figures (StafetVolunteerCard *self, StafetVolunteer *volunteer)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  g_auto (StafetLoad) load = { 0 };
  g_autofree char *count = NULL, *wish = NULL, *known = NULL, *last = NULL;

  stafet_load_init (&load, snapshot, volunteer, today);
  count = g_strdup_printf (ngettext_ ("%d shift", "%d shifts", (gulong) load.shifts), load.shifts);
  wish = wish_words (&load);
  known = known_words (&load);
  add_line (self, "stafet-calendar-symbolic", count, wish);
  if (load.unpopular_shift != NULL)
    last = stafet_words_day_with_year (stafet_i18n_get_language (), load.unpopular);
  add_line (self, "stafet-today-symbolic", last != NULL ? last : _ ("Not in the last thirteen months"),
            _ ("last on a shift that few want"));
  add_line (self, "stafet-promised-symbolic", *known != '\0' ? known : _ ("Nothing yet"),
            _ ("known face of"));
  show_lines (self, self->figures);
}

/* ——— Shifts ——— */

static gboolean
is_above (const GArray *above, const StafetStaffing *staffing, StafetDate original)
{
  for (guint i = 0; i < above->len; i++)
    {
      const StafetTurn *turn = &g_array_index (above, StafetTurn, i);

      if (turn->shift->parent.uid == staffing->shift->parent.uid && turn->original == original)
        return TRUE;
    }
  return FALSE;
}

static const StafetPlace *
place_of (const StafetStaffing *staffing, StafetUid volunteer)
{
  for (guint i = 0; i < staffing->n_places; i++)
    if (staffing->places[i].volunteer != NULL && staffing->places[i].volunteer->parent.uid == volunteer)
      return &staffing->places[i];
  return NULL;
}

static void
add_shift (StafetVolunteerCard *self, const StafetEntry *entry, const StafetStaffing *staffing,
           const StafetPlace *place, const GArray *above)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *day = stafet_words_date (language, stafet_wall_date (staffing->start));
  g_autofree char *time = stafet_words_time_span (language, staffing->start, staffing->end);
  g_autofree char *shift = stafet_entry_words_shift (entry, staffing);
  g_autofree char *detail = g_strdup_printf ("%s · %s", shift, time);
  gboolean asked = !stafet_place_is_filled (place);
  StafetLine *line = add_line (self, NULL, day, detail);
  GtkWidget *button = gtk_button_new_with_label (asked ? _ ("Said no") : _ ("Regrets"));
  g_autofree char *spoken = g_strdup_printf (_ ("Regrets for %s, %s"), shift, day);

  if (is_above (above, staffing, entry->original))
    stafet_line_add_end (line, stafet_chip_new (STAFET_CHIP_WARNING, _ ("above the limit")));
  stafet_line_add_end (line, place->state == STAFET_PLACE_IF_NEEDED ? stafet_chip_new (
                               STAFET_CHIP_ASKED, C_ ("state", "takes it if nobody else can"))
                             : asked ? stafet_chip_new (STAFET_CHIP_ASKED, C_ ("state", "asked"))
                             : place->state == STAFET_PLACE_STANDING
                               ? stafet_chip_new (STAFET_CHIP_PROMISED, _ ("standing"))
                               : stafet_chip_new (STAFET_CHIP_PROMISED, C_ ("state", "promised")));
  stafet_actionable_set (button, "win.regret",
                         stafet_place_target_new (staffing->shift->parent.uid, entry->original, place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  stafet_line_add_end (line, button);
}

static void
show_shifts (StafetVolunteerCard *self, const StafetVolunteer *volunteer)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  StafetAgendaQuery query = { .from = today, .to = today + DAYS_AHEAD, .volunteer = self->volunteer };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (stafet_page_get_snapshot (STAFET_PAGE (self)), &query);
  g_autoptr (GArray) above =
    stafet_load_above (stafet_page_get_snapshot (STAFET_PAGE (self)), volunteer, today, today + DAYS_AHEAD);
  guint n = 0;

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      for (guint j = 0; entry->status != STAFET_STATUS_CANCELLED && j < entry->n_shifts; j++)
        {
          const StafetPlace *place = place_of (&entry->shifts[j], self->volunteer);

          if (place != NULL && n++ < MOST_SHIFTS)
            add_shift (self, entry, &entry->shifts[j], place, above);
        }
    }
  if (n == 0)
    add_line (self, NULL, _ ("No shifts the next eight weeks"), "");
  show_lines (self, self->shifts);
}

static char *
standing_words (const StafetSnapshot *snapshot, const StafetStanding *standing, const StafetShift *shift,
                StafetDate today)
{
  StafetLanguage language = stafet_i18n_get_language ();
  const StafetActivity *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, shift->activity);
  g_autofree char *rule = stafet_words_rule (language, activity != NULL ? &activity->timing : &shift->timing);
  const char *parity = standing->parity == STAFET_PARITY_EVEN  ? _ (", even weeks")
                       : standing->parity == STAFET_PARITY_ODD ? _ (", odd weeks")
                                                               : "";
  g_autofree char *check =
    stafet_terms_standing_words (stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, standing->volunteer),
                                 shift, standing, today, language);

  return g_strconcat (rule, parity, *check != '\0' ? " · " : "", check, NULL);
}

static void
add_end_button (StafetVolunteerCard *self, StafetLine *line, const StafetShift *shift, const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Ends now"));
  g_autofree char *spoken = g_strdup_printf (_ ("Stands no longer on %s"), title);
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));

  stafet_actionable_set (button, "win.end-standing",
                         stafet_place_target_new_volunteer (shift->parent.uid, today, self->volunteer));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  stafet_line_add_end (line, button);
}

static void
show_standing (StafetVolunteerCard *self)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  const GPtrArray *all =
    stafet_snapshot_index (snapshot, STAFET_INDEX_STANDING_BY_VOLUNTEER, self->volunteer);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const StafetStanding *standing = g_ptr_array_index (all, i);
      const StafetShift *shift = stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, standing->shift);
      const StafetActivity *activity =
        shift != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, shift->activity) : NULL;
      g_autofree char *title = NULL, *words = NULL;

      if (shift == NULL || (standing->to != STAFET_DATE_NONE && standing->to < today))
        continue;
      title =
        activity != NULL ? g_strdup_printf ("%s · %s", activity->title, shift->role) : g_strdup (shift->role);
      words = standing_words (snapshot, standing, shift, today);
      add_end_button (self, add_line (self, "stafet-promised-symbolic", title, words), shift, title);
      n++;
    }
  gtk_widget_set_visible (self->standing_box, n > 0);
  show_lines (self, self->standing);
}

static void
remove_absence_cb (GtkButton *button, StafetVolunteerCard *self)
{
  stafet_desk_edit (
    stafet_page_get_desk (STAFET_PAGE (self)),
    stafet_use_remove (STAFET_KIND_ABSENCE, g_object_get_data (G_OBJECT (button), "absence")));
}

static void
add_absence (StafetVolunteerCard *self, const StafetAbsence *absence)
{
  StafetLanguage language = stafet_i18n_get_language ();
  StafetWall start, end;
  g_autofree char *from = NULL, *to = NULL, *text = NULL;
  GtkWidget *button = gtk_button_new_with_label (_ ("Comes after all"));

  stafet_moment_span (absence->from, absence->to, &start, &end);
  from = stafet_words_day (language, stafet_wall_date (start));
  to = stafet_words_day_with_year (language, stafet_wall_last_date (start, end));
  text = g_strdup_printf ("%s – %s", from, to);
  gtk_widget_set_name (button, absence->parent.uid);
  g_object_set_data (G_OBJECT (button), "absence", (gpointer) absence->parent.uid);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_absence_cb), self, 0);
  stafet_line_add_end (add_line (self, "stafet-today-symbolic", text, ""), button);
}

static void
show_absences (StafetVolunteerCard *self)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  StafetWall midnight = stafet_wall_new (stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self))), 0);
  const GPtrArray *all = stafet_snapshot_index (snapshot, STAFET_INDEX_ABSENCE_BY_VOLUNTEER, self->volunteer);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const StafetAbsence *absence = g_ptr_array_index (all, i);
      StafetWall start, end;

      stafet_moment_span (absence->from, absence->to, &start, &end);
      if (end <= midnight)
        continue;
      add_absence (self, absence);
      n++;
    }
  gtk_widget_set_visible (self->absences_box, n > 0);
  show_lines (self, self->absences);
}

/* ——— The page ——— */

static void
stafet_volunteer_card_refresh (StafetPage *page)
{
  StafetVolunteerCard *self = STAFET_VOLUNTEER_CARD (page);
  StafetVolunteer *volunteer =
    stafet_snapshot_get (stafet_page_get_snapshot (page), STAFET_KIND_VOLUNTEER, self->volunteer);

  gtk_widget_set_visible (self->content, volunteer != NULL);
  gtk_widget_set_visible (self->gone, volunteer == NULL);
  if (volunteer == NULL)
    return;
  stafet_page_set_titles (page, volunteer->name, _ ("Volunteer"));
  show_head (self, volunteer);
  show_contact (self, volunteer);
  show_terms (self, volunteer);
  show_dates (self, volunteer);
  show_figures (self, volunteer);
  stafet_volunteer_care_show (self->care, stafet_page_get_desk (page), self->volunteer);
  show_shifts (self, volunteer);
  show_standing (self);
  show_absences (self);
}

static void
edit_cb (StafetVolunteerCard *self)
{
  stafet_window_push (stafet_window_of (self), stafet_volunteer_form_new_for (
                                                 stafet_page_get_desk (STAFET_PAGE (self)), self->volunteer));
}

static void
come_back_cb (StafetVolunteerCard *self)
{
  const char *pairs[] = { "status=active", "paused_until=", NULL };

  stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (self)),
                    stafet_use_edit (STAFET_KIND_VOLUNTEER, self->volunteer, pairs));
}

static void
stafet_volunteer_card_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_VOLUNTEER_CARD);
  G_OBJECT_CLASS (stafet_volunteer_card_parent_class)->dispose (object);
}

static void
stafet_volunteer_card_finalize (GObject *object)
{
  g_ptr_array_unref (STAFET_VOLUNTEER_CARD (object)->lines);
  G_OBJECT_CLASS (stafet_volunteer_card_parent_class)->finalize (object);
}

static void
stafet_volunteer_card_class_init (StafetVolunteerCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_volunteer_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_volunteer_card_finalize;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_volunteer_card_refresh;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  g_type_ensure (STAFET_TYPE_CHIP);
  g_type_ensure (STAFET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-volunteer-card.ui");
#define CHILD(child) gtk_widget_class_bind_template_child (widget_class, StafetVolunteerCard, child)
  CHILD (avatar);
  CHILD (name);
  CHILD (since);
  CHILD (status);
  CHILD (kind);
  CHILD (contact);
  CHILD (terms);
  CHILD (dates);
  CHILD (figures);
  CHILD (care);
  CHILD (shifts);
  CHILD (standing);
  CHILD (absences);
  CHILD (standing_box);
  CHILD (absences_box);
  CHILD (edit);
  CHILD (roster);
  CHILD (feed);
  CHILD (history);
  CHILD (absence);
  CHILD (pause);
  CHILD (come_back);
  CHILD (limits);
  CHILD (gone);
  CHILD (content);
  CHILD (leave);
  CHILD (access);
  CHILD (erase);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, come_back_cb);
}

static void
stafet_volunteer_card_init (StafetVolunteerCard *self)
{
  self->lines = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_volunteer_card_new (StafetDesk *desk, StafetUid volunteer)
{
  StafetVolunteerCard *self = g_object_new (STAFET_TYPE_VOLUNTEER_CARD, "desk", desk, NULL);

  self->volunteer = volunteer;
  stafet_volunteer_care_install (GTK_WIDGET (self), desk, volunteer);
  stafet_actionable_set (self->roster, "win.print-roster", g_variant_new_string (volunteer));
  stafet_actionable_set (self->feed, "win.feed", g_variant_new ("(is)", (gint32) STAFET_FEED_OWN, volunteer));
  stafet_actionable_set (self->history, "win.history",
                         g_variant_new ("(is)", (gint32) STAFET_KIND_VOLUNTEER, volunteer));
  stafet_actionable_set (self->absence, "win.absence", g_variant_new_string (volunteer));
  stafet_actionable_set (self->pause, "win.pause", g_variant_new_string (volunteer));
  stafet_actionable_set (self->limits, "win.limits", g_variant_new_string (volunteer));
  stafet_actionable_set (self->leave, "win.leave", g_variant_new_string (volunteer));
  stafet_actionable_set (self->access, "win.access", g_variant_new_string (volunteer));
  stafet_actionable_set (self->erase, "win.erase", g_variant_new_string (volunteer));
  return STAFET_PAGE (self);
}
