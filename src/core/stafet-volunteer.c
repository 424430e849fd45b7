/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record tables of volunteers and their links.
 */
#include "stafet-volunteer.h"

#include "stafet-error.h"
#include "stafet-timing.h"

#include <stdio.h>
#include <string.h>

#define AT(Type, member) G_STRUCT_OFFSET (Type, member)
#define CAP .fallback = STAFET_INTEGER_NONE, .minimum = 0, .maximum = 1000
#define PERSONAL_TEXT STAFET_FIELD_PERSONAL | STAFET_FIELD_NEVER_EXPORTED

static const StafetEnumValue kinds[] = { { "regular", N_ ("regular") },
                                         { "on_call", N_ ("on call") },
                                         { "specialist", N_ ("specialist") },
                                         { "planner", N_ ("planner") },
                                         { NULL } };
static const StafetEnumValue statuses[] = {
  { "active", N_ ("active") }, { "paused", N_ ("paused") }, { "stopped", N_ ("stopped") }, { NULL }
};

static const StafetEnumValue reaches[] = {
  { "phone", N_ ("by phone") }, { "message", N_ ("by text message") }, { "mail", N_ ("by e-mail") }, { NULL }
};

static const StafetField volunteer_fields[] = {
  { "name", N_ ("Name"), STAFET_FIELD_TEXT, AT (StafetVolunteer, name),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE | STAFET_FIELD_PERSONAL },
  { "short_name", N_ ("Short name"), STAFET_FIELD_TEXT, AT (StafetVolunteer, short_name),
    STAFET_FIELD_SEARCHABLE | STAFET_FIELD_PERSONAL },
  { "mail", N_ ("E-mail"), STAFET_FIELD_TEXT, AT (StafetVolunteer, mail), PERSONAL_TEXT },
  { "address", N_ ("Address"), STAFET_FIELD_TEXT, AT (StafetVolunteer, address), PERSONAL_TEXT },
  { "postcode", N_ ("Postcode"), STAFET_FIELD_TEXT, AT (StafetVolunteer, postcode), PERSONAL_TEXT },
  { "town", N_ ("Town"), STAFET_FIELD_TEXT, AT (StafetVolunteer, town), PERSONAL_TEXT },
  { "coordinates", N_ ("Coordinates"), STAFET_FIELD_TEXT, AT (StafetVolunteer, coordinates),
    STAFET_FIELD_COORDINATES | PERSONAL_TEXT, .step = 6 },
  { "radius_km", N_ ("How far, km"), STAFET_FIELD_INTEGER, AT (StafetVolunteer, radius_km), CAP },
  { "only_these_houses", N_ ("Only these houses"), STAFET_FIELD_FLAG,
    AT (StafetVolunteer, only_these_houses) },
  { "kind", N_ ("Kind"), STAFET_FIELD_ENUM, AT (StafetVolunteer, kind), .values = kinds,
    .fallback = STAFET_VOLUNTEER_REGULAR },
  { "by_agreement", N_ ("Times by agreement"), STAFET_FIELD_FLAG, AT (StafetVolunteer, by_agreement) },
  { "per_day", N_ ("At most a day"), STAFET_FIELD_INTEGER, AT (StafetVolunteer, per_day), CAP },
  { "per_week", N_ ("At most a week"), STAFET_FIELD_INTEGER, AT (StafetVolunteer, per_week), CAP },
  { "per_month", N_ ("At most a month"), STAFET_FIELD_INTEGER, AT (StafetVolunteer, per_month), CAP },
  { "rest_minutes", N_ ("Rest between days, minutes"), STAFET_FIELD_INTEGER,
    AT (StafetVolunteer, rest_minutes), .fallback = STAFET_INTEGER_NONE, .minimum = 0, .maximum = 10080 },
  { "wished_per_week", N_ ("Wished shifts a week"), STAFET_FIELD_HUNDREDTHS,
    AT (StafetVolunteer, wished_per_week), .fallback = STAFET_INTEGER_NONE, .minimum = 0, .maximum = 10000 },
  { "protected", N_ ("Protected name and address"), STAFET_FIELD_FLAG, AT (StafetVolunteer, protected_),
    STAFET_FIELD_NEVER_EXPORTED },
  { "status", N_ ("Status"), STAFET_FIELD_ENUM, AT (StafetVolunteer, status), .values = statuses,
    .fallback = STAFET_VOLUNTEER_ACTIVE },
  { "paused_until", N_ ("Paused until"), STAFET_FIELD_DATE, AT (StafetVolunteer, paused_until) },
  { "check_asked", N_ ("Check asked for"), STAFET_FIELD_DATE, AT (StafetVolunteer, check_asked),
    PERSONAL_TEXT },
  { "check_seen", N_ ("Check seen"), STAFET_FIELD_DATE, AT (StafetVolunteer, check_seen), PERSONAL_TEXT },
  { "check_by", N_ ("Check seen by"), STAFET_FIELD_TEXT, AT (StafetVolunteer, check_by), PERSONAL_TEXT },
  { "check_until", N_ ("Check valid until"), STAFET_FIELD_DATE, AT (StafetVolunteer, check_until),
    PERSONAL_TEXT },
  { "call_how", N_ ("Would rather be reached"), STAFET_FIELD_ENUM, AT (StafetVolunteer, call_how),
    .values = reaches, .fallback = STAFET_ENUM_NONE, .step = 6 },
  { "companion", N_ ("Goes along the first time"), STAFET_FIELD_REF, AT (StafetVolunteer, companion),
    .target = STAFET_KIND_VOLUNTEER, .index = STAFET_INDEX_VOLUNTEER_BY_COMPANION, .step = 6 },
  { "call_when", N_ ("Best called"), STAFET_FIELD_TEXT, AT (StafetVolunteer, call_when), PERSONAL_TEXT },
  { "started", N_ ("Started"), STAFET_FIELD_DATE, AT (StafetVolunteer, started), STAFET_FIELD_PERSONAL },
  { "keep_until", N_ ("Kept until"), STAFET_FIELD_DATE, AT (StafetVolunteer, keep_until), .step = 6 },
  { "note", N_ ("Note"), STAFET_FIELD_TEXT, AT (StafetVolunteer, note), PERSONAL_TEXT },
  { NULL }
};

#define OWNER(Type, slot)                                                                                    \
  {                                                                                                          \
    "volunteer", N_ ("Volunteer"), STAFET_FIELD_REF, AT (Type, volunteer), STAFET_FIELD_REQUIRED,            \
      .target = STAFET_KIND_VOLUNTEER, .index = slot                                                         \
  }

/* Where it stands in its owner's list: lists are shown as they were written. */
#define POSITION(Type)                                                                                       \
  {                                                                                                          \
    "position", N_ ("Position"), STAFET_FIELD_INTEGER, AT (Type, position), STAFET_FIELD_HIDDEN              \
  }

static const StafetField phone_fields[] = {
  OWNER (StafetPhone, STAFET_INDEX_PHONE_BY_VOLUNTEER),
  { "number", N_ ("Phone"), STAFET_FIELD_TEXT, AT (StafetPhone, number),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_PHONE | STAFET_FIELD_SEARCHABLE | PERSONAL_TEXT },
  POSITION (StafetPhone),
  { NULL }
};

static const StafetField skill_fields[] = { OWNER (StafetSkill, STAFET_INDEX_SKILL_BY_VOLUNTEER),
                                            { "skill", N_ ("Skill"), STAFET_FIELD_TEXT,
                                              AT (StafetSkill, skill),
                                              STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
                                            POSITION (StafetSkill),
                                            { NULL } };

static const StafetEnumValue house_relations[] = { { "home", N_ ("comes here") },
                                                   { "blocked", N_ ("not here") },
                                                   { NULL } };

static const StafetField volunteer_house_fields[] = {
  OWNER (StafetVolunteerHouse, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER),
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetVolunteerHouse, house), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_HOUSE },
  { "relation", N_ ("Relation"), STAFET_FIELD_ENUM, AT (StafetVolunteerHouse, relation),
    .values = house_relations },
  POSITION (StafetVolunteerHouse),
  { NULL }
};

static const StafetEnumValue partner_relations[] = { { "with", N_ ("together with") },
                                                     { "apart", N_ ("apart from") },
                                                     { NULL } };

static const StafetField partner_fields[] = { OWNER (StafetPartner, STAFET_INDEX_PARTNER_BY_VOLUNTEER),
                                              { "other", N_ ("Other volunteer"), STAFET_FIELD_REF,
                                                AT (StafetPartner, other), STAFET_FIELD_REQUIRED,
                                                .target = STAFET_KIND_VOLUNTEER },
                                              { "relation", N_ ("Relation"), STAFET_FIELD_ENUM,
                                                AT (StafetPartner, relation), .values = partner_relations },
                                              POSITION (StafetPartner),
                                              { NULL } };

static const StafetField availability_fields[] = {
  OWNER (StafetAvailability, STAFET_INDEX_AVAILABILITY_BY_VOLUNTEER),
  { "weekday", N_ ("Weekday"), STAFET_FIELD_INTEGER, AT (StafetAvailability, weekday), STAFET_FIELD_REQUIRED,
    .minimum = 1, .maximum = 7 },
  { "from_minute", N_ ("From"), STAFET_FIELD_INTEGER, AT (StafetAvailability, from_minute), .minimum = 0,
    .maximum = 1439 },
  { "to_minute", N_ ("To"), STAFET_FIELD_INTEGER, AT (StafetAvailability, to_minute), .minimum = 1,
    .maximum = 2880 },
  { "weeks", N_ ("Even or odd weeks"), STAFET_FIELD_ENUM, AT (StafetAvailability, weeks),
    .values = stafet_parity_values, .fallback = STAFET_PARITY_NONE },
  { "preferred", N_ ("Preferred"), STAFET_FIELD_FLAG, AT (StafetAvailability, preferred) },
  POSITION (StafetAvailability),
  { NULL }
};

static const StafetField absence_fields[] = {
  OWNER (StafetAbsence, STAFET_INDEX_ABSENCE_BY_VOLUNTEER),
  { "from", N_ ("From"), STAFET_FIELD_MOMENT, AT (StafetAbsence, from), STAFET_FIELD_REQUIRED },
  { "to", N_ ("To"), STAFET_FIELD_MOMENT, AT (StafetAbsence, to), STAFET_FIELD_REQUIRED },
  { NULL }
};

static const char *const weekday_keys[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* "mon 09:00-13:00 odd preferred" */
static char *
availability_write (StafetRecord *link)
{
  StafetAvailability *a = (StafetAvailability *) link;

  return g_strdup_printf ("%s %02d:%02d-%02d:%02d%s%s", weekday_keys[a->weekday - 1], a->from_minute / 60,
                          a->from_minute % 60, a->to_minute / 60, a->to_minute % 60,
                          a->weeks == STAFET_PARITY_ODD    ? " odd"
                          : a->weeks == STAFET_PARITY_EVEN ? " even"
                                                           : "",
                          a->preferred ? " preferred" : "");
}

static gboolean
availability_words (StafetAvailability *a, char **words)
{
  for (; *words != NULL; words++)
    {
      if (a->weeks == STAFET_PARITY_NONE && (strcmp (*words, "odd") == 0 || strcmp (*words, "even") == 0))
        a->weeks = **words == 'o' ? STAFET_PARITY_ODD : STAFET_PARITY_EVEN;
      else if (strcmp (*words, "preferred") == 0)
        a->preferred = TRUE;
      else
        return FALSE;
    }
  return TRUE;
}

gboolean
stafet_availability_is_written (const char *text)
{
  static const char pattern[] = "^\\s*(?:(?:mon|tue|wed|thu|fri|sat|sun) +\\d+:\\d+-\\d+:\\d+"
                                "(?: +(?:odd|even|preferred))*\\s*(?:,\\s*|$))+$";

  return g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0);
}

static gboolean
availability_read (StafetRecord *link, const char *text, GError **error)
{
  StafetAvailability *a = (StafetAvailability *) link;
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  int h1, m1, h2, m2, used = 0;

  a->weekday = 0;
  for (int i = 0; words[0] != NULL && i < 7; i++)
    if (g_ascii_strcasecmp (words[0], weekday_keys[i]) == 0)
      a->weekday = i + 1;
  if (a->weekday > 0 && words[1] != NULL
      && sscanf (words[1], "%2d:%2d-%2d:%2d%n", &h1, &m1, &h2, &m2, &used) == 4 && words[1][used] == '\0'
      && h1 >= 0 && h1 < 24 && m1 >= 0 && m1 < 60 && h2 >= 0 && h2 <= 48 && m2 >= 0 && m2 < 60
      && availability_words (a, words + 2))
    {
      a->from_minute = h1 * 60 + m1;
      a->to_minute = h2 * 60 + m2;
      if (a->to_minute > a->from_minute && a->to_minute <= 2880)
        return TRUE;
    }
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
               _ ("“%s” is not a weekly time. Write for example “mon 09:00-13:00”, and behind it “odd”, "
                  "“even” or “preferred” as needed."),
               text);
  return FALSE;
}

static const StafetList volunteer_lists[] = {
  { "phones", N_ ("Phones"), STAFET_KIND_PHONE, STAFET_INDEX_PHONE_BY_VOLUNTEER, "volunteer", "number" },
  { "houses", N_ ("Houses"), STAFET_KIND_VOLUNTEER_HOUSE, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER,
    "volunteer", "house", "relation", STAFET_VOLUNTEER_HOUSE_HOME },
  { "blocked_houses", N_ ("Not these houses"), STAFET_KIND_VOLUNTEER_HOUSE,
    STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, "volunteer", "house", "relation",
    STAFET_VOLUNTEER_HOUSE_BLOCKED },
  { "partners", N_ ("Partners"), STAFET_KIND_PARTNER, STAFET_INDEX_PARTNER_BY_VOLUNTEER, "volunteer", "other",
    "relation", STAFET_PARTNER_WITH },
  { "keep_apart", N_ ("Keep apart from"), STAFET_KIND_PARTNER, STAFET_INDEX_PARTNER_BY_VOLUNTEER, "volunteer",
    "other", "relation", STAFET_PARTNER_APART },
  { "skills", N_ ("Skills"), STAFET_KIND_SKILL, STAFET_INDEX_SKILL_BY_VOLUNTEER, "volunteer", "skill" },
  { "available", N_ ("Available"), STAFET_KIND_AVAILABILITY, STAFET_INDEX_AVAILABILITY_BY_VOLUNTEER,
    "volunteer", NULL, NULL, 0, availability_write, availability_read },
  { NULL }
};

static void
add_words (GString *words, const char *more)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", more);
}

char *
stafet_volunteer_call_words (const StafetVolunteer *self, gboolean agreement, StafetLanguage language)
{
  GString *words = g_string_new (NULL);

  if (self->call_how != STAFET_ENUM_NONE)
    add_words (words, stafet_i18n_text (language, reaches[self->call_how].title));
  if (*self->call_when != '\0')
    add_words (words, self->call_when);
  if (agreement && self->by_agreement)
    add_words (words, stafet_i18n_text (language, N_ ("times by agreement")));
  return g_string_free (words, FALSE);
}

gboolean
stafet_volunteer_goes_by (const StafetRecordInfo *info, const StafetField *field)
{
  static const char *const own[] = { "name", "short_name", "mail", NULL };

  return info->kind == STAFET_KIND_PHONE
         || (info->kind == STAFET_KIND_VOLUNTEER && g_strv_contains (own, field->name));
}

gboolean
stafet_volunteer_is_paused (const StafetVolunteer *self, StafetDate date)
{
  return self->status == STAFET_VOLUNTEER_PAUSED
         && (self->paused_until == STAFET_DATE_NONE || date < self->paused_until);
}

gboolean
stafet_volunteer_is_checked (const StafetVolunteer *self, StafetDate date)
{
  return self->check_seen != STAFET_DATE_NONE && self->check_seen <= date
         && (self->check_until == STAFET_DATE_NONE || self->check_until >= date);
}

gboolean
stafet_volunteer_lacks_check (const StafetVolunteer *self, StafetDate date)
{
  return self->check_seen == STAFET_DATE_NONE
         || (self->check_until != STAFET_DATE_NONE && self->check_until < date);
}

gboolean
stafet_volunteer_has_stopped (const StafetVolunteer *self, StafetDate date)
{
  return self->status == STAFET_VOLUNTEER_STOPPED
         && (self->paused_until == STAFET_DATE_NONE || date >= self->paused_until);
}

StafetDate
stafet_volunteer_default_keep (StafetDate stopped)
{
  int year, month, day;

  stafet_date_split (stopped, &year, &month, &day);
  return stafet_date_new (year + 1, 12, 31);
}

gboolean
stafet_moment_order (StafetMoment from, StafetMoment to, GError **error)
{
  StafetWall start, end;

  stafet_moment_span (from, to, &start, &end);
  if (end > start)
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_ORDER,
                       _ ("The end is before the start. Mend one of the two."));
  return FALSE;
}

static gboolean
absence_validate (StafetRecord *record, GError **error)
{
  StafetAbsence *self = (StafetAbsence *) record;

  return stafet_moment_order (self->from, self->to, error);
}

static gboolean
partner_validate (StafetRecord *record, GError **error)
{
  StafetPartner *self = (StafetPartner *) record;

  if (self->volunteer != self->other)
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                       _ ("Nobody is her own partner, or kept apart from herself. Name somebody else."));
  return FALSE;
}

StafetRecordInfo stafet_volunteer_info = { .kind = STAFET_KIND_VOLUNTEER,
                                           .name = "volunteer",
                                           .title = N_ ("volunteer"),
                                           .type_name = "StafetVolunteer",
                                           .instance_size = sizeof (StafetVolunteer),
                                           .fields = volunteer_fields,
                                           .lists = volunteer_lists,
                                           .label = "name",
                                           .books = TRUE,
                                           .public_kind = TRUE };
StafetRecordInfo stafet_phone_info = { .kind = STAFET_KIND_PHONE,
                                       .name = "phone",
                                       .title = N_ ("phone"),
                                       .type_name = "StafetPhone",
                                       .instance_size = sizeof (StafetPhone),
                                       .fields = phone_fields,
                                       .order = "position" };
StafetRecordInfo stafet_skill_info = { .kind = STAFET_KIND_SKILL,
                                       .name = "skill",
                                       .title = N_ ("skill"),
                                       .type_name = "StafetSkill",
                                       .instance_size = sizeof (StafetSkill),
                                       .fields = skill_fields,
                                       .order = "position" };
StafetRecordInfo stafet_volunteer_house_info = { .kind = STAFET_KIND_VOLUNTEER_HOUSE,
                                                 .name = "volunteer_house",
                                                 .title = N_ ("a volunteer's house"),
                                                 .type_name = "StafetVolunteerHouse",
                                                 .instance_size = sizeof (StafetVolunteerHouse),
                                                 .fields = volunteer_house_fields,
                                                 .order = "position" };
StafetRecordInfo stafet_partner_info = { .kind = STAFET_KIND_PARTNER,
                                         .name = "partner",
                                         .title = N_ ("partner"),
                                         .type_name = "StafetPartner",
                                         .instance_size = sizeof (StafetPartner),
                                         .fields = partner_fields,
                                         .validate = partner_validate,
                                         .order = "position" };
StafetRecordInfo stafet_availability_info = { .kind = STAFET_KIND_AVAILABILITY,
                                              .name = "availability",
                                              .title = N_ ("availability"),
                                              .type_name = "StafetAvailability",
                                              .instance_size = sizeof (StafetAvailability),
                                              .fields = availability_fields,
                                              .order = "position" };
StafetRecordInfo stafet_absence_info = { .kind = STAFET_KIND_ABSENCE,
                                         .name = "absence",
                                         .title = N_ ("absence"),
                                         .type_name = "StafetAbsence",
                                         .instance_size = sizeof (StafetAbsence),
                                         .fields = absence_fields,
                                         .validate = absence_validate,
                                         .public_kind = TRUE };
