/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was understood of a list, in words: of each row, and of all of it.
 */
#include "core/stafet-activity.h"
#include "core/stafet-network.h"
#include "core/stafet-text.h"
#include "core/stafet-volunteer.h"
#include "core/stafet-words.h"
#include "stafet-import-row.h"

/* @text (transfer full); "" and NULL are no part. */
static void
add_part (GString *words, char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", text);
  g_free (text);
}

static char *
label_of (const StafetSnapshot *snapshot, StafetKind kind, StafetUid uid)
{
  gpointer record = uid != NULL ? stafet_snapshot_get (snapshot, kind, uid) : NULL;

  return record != NULL ? g_strdup (stafet_record_get_label (record)) : NULL;
}

/* The cells of a list have lines. */
static char *
quoted (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');

  return *line != '\0' ? g_strdup_printf (_ ("“%s”"), line) : NULL;
}

/* ——— Activities ——— */

static char *
days_of (const StafetTiming *timing)
{
  StafetLanguage language = stafet_i18n_get_language ();

  return timing->recurs ? stafet_words_rule (language, timing)
                        : stafet_words_day_with_year (language, stafet_wall_date (timing->start));
}

static char *
wanted_of (const StafetSnapshot *snapshot, StafetUid activity)
{
  const GPtrArray *shifts = stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, activity);
  int wanted = 0;

  for (guint i = 0; i < shifts->len; i++)
    wanted += ((StafetShift *) g_ptr_array_index (shifts, i))->wanted;
  return wanted > 0 ? g_strdup_printf (ngettext_ ("%d volunteer", "%d volunteers", (gulong) wanted), wanted)
                    : NULL;
}

static char *
doors_of (const StafetActivity *activity)
{
  return *activity->doors_open != '\0' ? g_strdup_printf (_ ("doors open %s"), activity->doors_open) : NULL;
}

static char *
meeting_of (const StafetActivity *activity)
{
  return *activity->meeting_place != '\0' ? g_strdup_printf (_ ("meeting place: %s"), activity->meeting_place)
                                          : NULL;
}

static char *
signup_of (const StafetActivity *activity)
{
  int days = activity->signup_days;

  if (days == STAFET_INTEGER_NONE)
    return NULL;
  return days == 0 ? g_strdup (_ ("sign-up until the same day"))
                   : g_strdup_printf (
                     ngettext_ ("sign-up until %d day before", "sign-up until %d days before", days), days);
}

static void
add_activity (GString *words, const StafetSnapshot *snapshot, const StafetActivity *activity, StafetUid house)
{
  const StafetTiming *timing = &activity->timing;

  add_part (words, days_of (timing));
  add_part (words, stafet_words_time_span (stafet_i18n_get_language (), timing->start, timing->end));
  if (activity->house != house)
    add_part (words, label_of (snapshot, STAFET_KIND_HOUSE, activity->house));
  add_part (words, label_of (snapshot, STAFET_KIND_WARD, activity->ward));
  add_part (words, label_of (snapshot, STAFET_KIND_ROOM, activity->room));
  add_part (words, meeting_of (activity));
  add_part (words, label_of (snapshot, STAFET_KIND_ORGANISER, activity->organiser));
  add_part (words, g_strdup (activity->price));
  add_part (words, doors_of (activity));
  add_part (words, signup_of (activity));
  add_part (words, wanted_of (snapshot, activity->parent.uid));
  add_part (words, quoted (activity->public_text));
  add_part (words, activity->draft ? g_strdup (_ ("draft")) : NULL);
}

/* ——— Volunteers ——— */

static void
add_phones (GString *words, const StafetSnapshot *snapshot, StafetUid volunteer)
{
  const GPtrArray *phones = stafet_snapshot_index (snapshot, STAFET_INDEX_PHONE_BY_VOLUNTEER, volunteer);

  for (guint i = 0; i < phones->len; i++)
    add_part (words, stafet_phone_format (((StafetPhone *) g_ptr_array_index (phones, i))->number));
}

static char *
skills_of (const StafetSnapshot *snapshot, StafetUid volunteer)
{
  const GPtrArray *skills = stafet_snapshot_index (snapshot, STAFET_INDEX_SKILL_BY_VOLUNTEER, volunteer);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < skills->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            ((StafetSkill *) g_ptr_array_index (skills, i))->skill);
  return g_string_free (text, FALSE);
}

static void
add_houses (GString *words, const StafetSnapshot *snapshot, StafetUid volunteer, StafetUid house)
{
  const GPtrArray *links =
    stafet_snapshot_index (snapshot, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, volunteer);

  for (guint i = 0; i < links->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (links, i);

      if (link->relation == STAFET_VOLUNTEER_HOUSE_HOME && (link->house != house || links->len > 1))
        add_part (words, label_of (snapshot, STAFET_KIND_HOUSE, link->house));
    }
}

static char *
status_of (const StafetVolunteer *volunteer)
{
  g_autofree char *day = NULL;

  if (volunteer->status == STAFET_VOLUNTEER_STOPPED)
    return g_strdup (_ ("has stopped"));
  if (volunteer->status != STAFET_VOLUNTEER_PAUSED)
    return NULL;
  if (volunteer->paused_until == STAFET_DATE_NONE)
    return g_strdup (_ ("pause until further notice"));
  day = stafet_words_date_with_year (stafet_i18n_get_language (), volunteer->paused_until);
  return g_strdup_printf (_ ("pause until %s"), day);
}

static void
add_volunteer (GString *words, const StafetSnapshot *snapshot, const StafetVolunteer *volunteer,
               StafetUid house)
{
  StafetUid uid = volunteer->parent.uid;

  add_phones (words, snapshot, uid);
  add_part (words, g_strdup (volunteer->mail));
  add_houses (words, snapshot, uid, house);
  add_part (words, skills_of (snapshot, uid));
  add_part (words, stafet_words_availability (
                     stafet_i18n_get_language (),
                     stafet_snapshot_index (snapshot, STAFET_INDEX_AVAILABILITY_BY_VOLUNTEER, uid)));
  add_part (words, volunteer->by_agreement ? g_strdup (_ ("times by agreement")) : NULL);
  add_part (words, status_of (volunteer));
  add_part (words,
            *volunteer->call_when != '\0' ? g_strdup_printf (_ ("call %s"), volunteer->call_when) : NULL);
  add_part (words, volunteer->protected_ ? g_strdup (_ ("protected name and address")) : NULL);
  add_part (words, quoted (volunteer->note));
}

/* ——— Houses ——— */

static void
add_house (GString *words, const StafetSnapshot *snapshot, StafetHouse *house)
{
  static const char *const said[] = { "kind", "address", "postcode", "town", "phone", "mail" };

  (void) snapshot;
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (house), said[i]);

      if (field->values != NULL)
        add_part (words, g_strdup (_ (field->values[house->kind].title)));
      else
        add_part (words, stafet_record_get_text (house, field));
    }
  add_part (words, label_of (snapshot, STAFET_KIND_AREA, house->area));
}

/* ——— The row and the list ——— */

const char *
stafet_import_row_title (const StafetImportRow *self)
{
  return *self->name != '\0' ? self->name : _ ("(no name)");
}

static void
add_offer (GString *words, const StafetSnapshot *snapshot, const StafetOffer *offer)
{
  const StafetOrganiser *organiser = stafet_snapshot_get (snapshot, STAFET_KIND_ORGANISER, offer->organiser);

  add_part (words, g_strdup (organiser != NULL ? organiser->name : ""));
  add_part (words, g_strdup (_ (stafet_offer_kinds[offer->kind].title)));
  add_part (words, g_strdup (offer->times));
  add_part (words, g_strdup (offer->price));
}

char *
stafet_import_words_of (const StafetSnapshot *snapshot, StafetKind kind, StafetUid uid, StafetUid house)
{
  gpointer record = stafet_snapshot_get (snapshot, kind, uid);
  GString *words = g_string_new (NULL);

  if (kind == STAFET_KIND_ACTIVITY)
    add_activity (words, snapshot, record, house);
  else if (kind == STAFET_KIND_VOLUNTEER)
    add_volunteer (words, snapshot, record, house);
  else if (kind == STAFET_KIND_OFFER)
    add_offer (words, snapshot, record);
  else
    add_house (words, snapshot, record);
  return g_string_free (words, FALSE);
}

/* @text: with the number */
static void
add_count (GString *words, guint n, const char *text)
{
  if (n > 0)
    add_part (words, g_strdup_printf (text, n));
}

char *
stafet_import_count_words (const StafetImport *self)
{
  const guint *n = self->counts;
  GString *words = g_string_new (NULL);

  add_count (words, n[STAFET_IMPORT_NEW], ngettext_ ("%u new", "%u new", n[STAFET_IMPORT_NEW]));
  add_count (words, n[STAFET_IMPORT_CHANGED],
             ngettext_ ("%u changed", "%u changed", n[STAFET_IMPORT_CHANGED]));
  add_count (words, n[STAFET_IMPORT_SAME], ngettext_ ("%u as before", "%u as before", n[STAFET_IMPORT_SAME]));
  add_count (words, n[STAFET_IMPORT_DUPLICATE],
             ngettext_ ("%u duplicate", "%u duplicates", n[STAFET_IMPORT_DUPLICATE]));
  add_count (words, n[STAFET_IMPORT_FAULTY],
             ngettext_ ("%u with a fault", "%u with faults", n[STAFET_IMPORT_FAULTY]));
  if (words->len == 0)
    g_string_append (words, _ ("The list has no rows."));
  return g_string_free (words, FALSE);
}

const char *
stafet_import_assumed (const StafetImport *self)
{
  if (!self->not_on_holidays)
    return "";
  return _ ("What repeats is not held on public holidays, unless the list says that it is.");
}
