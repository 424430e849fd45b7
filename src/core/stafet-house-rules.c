/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record tables of settings, closures, school holidays and feeds.
 */
#include "stafet-house-rules.h"

#include "stafet-error.h"
#include "stafet-volunteer.h"

#include <string.h>

#define AT(Type, member) G_STRUCT_OFFSET (Type, member)
#define TO(target_kind) .target = target_kind

static const StafetEnumValue languages[] = { { "da", N_ ("Danish") }, { "en", N_ ("English") }, { NULL } };

static const StafetField settings_fields[] = {
  { "language", N_ ("Language"), STAFET_FIELD_ENUM, AT (StafetSettings, language), .values = languages,
    .fallback = STAFET_LANGUAGE_DA },
  { "zone", N_ ("Time zone"), STAFET_FIELD_TEXT, AT (StafetSettings, zone), STAFET_FIELD_REQUIRED },
  { "house_word", N_ ("Word for the houses"), STAFET_FIELD_TEXT, AT (StafetSettings, house_word) },
  { "retention_months", N_ ("Months that personal data are kept"), STAFET_FIELD_INTEGER,
    AT (StafetSettings, retention_months), .fallback = 12, .minimum = 1, .maximum = 600 },
  { "signup_days_kept", N_ ("Days that sign-ups are kept"), STAFET_FIELD_INTEGER,
    AT (StafetSettings, signup_days_kept), .fallback = 30, .minimum = 0, .maximum = 3660 },
  { "publish_to", N_ ("Where calendars are published to"), STAFET_FIELD_TEXT, AT (StafetSettings, publish_to),
    .step = 7 },
  { "publish_user", N_ ("User name there"), STAFET_FIELD_TEXT, AT (StafetSettings, publish_user), .step = 7 },
  { "publish_address", N_ ("Address that calendars are read from"), STAFET_FIELD_TEXT,
    AT (StafetSettings, publish_address), .step = 7 },
  { NULL }
};

static const StafetField closure_fields[] = {
  { "from", N_ ("From"), STAFET_FIELD_MOMENT, AT (StafetClosure, from), STAFET_FIELD_REQUIRED },
  { "to", N_ ("To"), STAFET_FIELD_MOMENT, AT (StafetClosure, to), STAFET_FIELD_REQUIRED },
  { "text", N_ ("Text"), STAFET_FIELD_TEXT, AT (StafetClosure, text),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "area", N_ ("Area"), STAFET_FIELD_REF, AT (StafetClosure, area), TO (STAFET_KIND_AREA) },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetClosure, house), TO (STAFET_KIND_HOUSE) },
  { "ward", N_ ("Ward"), STAFET_FIELD_REF, AT (StafetClosure, ward), TO (STAFET_KIND_WARD) },
  { "room", N_ ("Room"), STAFET_FIELD_REF, AT (StafetClosure, room), TO (STAFET_KIND_ROOM) },
  { NULL }
};

static const StafetField school_holiday_fields[] = {
  { "from", N_ ("From"), STAFET_FIELD_DATE, AT (StafetSchoolHoliday, from), STAFET_FIELD_REQUIRED },
  { "to", N_ ("To"), STAFET_FIELD_DATE, AT (StafetSchoolHoliday, to), STAFET_FIELD_REQUIRED },
  { "text", N_ ("Text"), STAFET_FIELD_TEXT, AT (StafetSchoolHoliday, text), STAFET_FIELD_REQUIRED },
  { "area", N_ ("Area"), STAFET_FIELD_REF, AT (StafetSchoolHoliday, area), TO (STAFET_KIND_AREA) },
  { NULL }
};

static const StafetEnumValue feed_kinds[] = { { "arrivals", N_ ("arrivals") },
                                              { "programme", N_ ("programme") },
                                              { "own", N_ ("own shifts") },
                                              { "open", N_ ("open shifts") },
                                              { NULL } };
static const StafetEnumValue names_levels[] = {
  { "counts", N_ ("counts only") }, { "first", N_ ("first names") }, { "full", N_ ("full names") }, { NULL }
};
static const StafetEnumValue feed_cancelled[] = { { "confirmed", N_ ("confirmed") },
                                                  { "cancelled", N_ ("cancelled") },
                                                  { NULL } };

static const StafetField feed_fields[] = {
  { "name", N_ ("Name"), STAFET_FIELD_TEXT, AT (StafetFeed, name),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "kind", N_ ("Kind"), STAFET_FIELD_ENUM, AT (StafetFeed, kind), STAFET_FIELD_REQUIRED,
    .values = feed_kinds, .fallback = STAFET_FEED_ARRIVALS },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetFeed, house), TO (STAFET_KIND_HOUSE) },
  { "ward", N_ ("Ward"), STAFET_FIELD_REF, AT (StafetFeed, ward), TO (STAFET_KIND_WARD) },
  { "volunteer", N_ ("Volunteer"), STAFET_FIELD_REF, AT (StafetFeed, volunteer), TO (STAFET_KIND_VOLUNTEER) },
  { "area", N_ ("Area"), STAFET_FIELD_REF, AT (StafetFeed, area), TO (STAFET_KIND_AREA) },
  { "names", N_ ("Names shown"), STAFET_FIELD_ENUM, AT (StafetFeed, names), .values = names_levels,
    .fallback = STAFET_NAMES_COUNTS },
  { "weeks_back", N_ ("Weeks back"), STAFET_FIELD_INTEGER, AT (StafetFeed, weeks_back), .fallback = 4,
    .minimum = 0, .maximum = 60 },
  { "weeks_on", N_ ("Weeks on"), STAFET_FIELD_INTEGER, AT (StafetFeed, weeks_on), .fallback = 56,
    .minimum = 1, .maximum = 110 },
  { "cancelled", N_ ("Status of what is cancelled"), STAFET_FIELD_ENUM, AT (StafetFeed, cancelled),
    .values = feed_cancelled, .fallback = STAFET_FEED_CANCELLED_CONFIRMED },
  { "token", N_ ("Token"), STAFET_FIELD_TEXT, AT (StafetFeed, token), STAFET_FIELD_HIDDEN },
  { "given_to", N_ ("Given to"), STAFET_FIELD_TEXT, AT (StafetFeed, given_to), .step = 7 },
  { "given_on", N_ ("Given on"), STAFET_FIELD_DATE, AT (StafetFeed, given_on), .step = 7 },
  { NULL }
};

static const StafetField published_fields[] = {
  { "feed", N_ ("Feed"), STAFET_FIELD_REF, AT (StafetPublished, feed), STAFET_FIELD_REQUIRED,
    TO (STAFET_KIND_NONE) },
  { "event", N_ ("Event"), STAFET_FIELD_TEXT, AT (StafetPublished, event), STAFET_FIELD_REQUIRED },
  { "hash", N_ ("Hash"), STAFET_FIELD_TEXT, AT (StafetPublished, hash), STAFET_FIELD_REQUIRED },
  { "sequence", N_ ("Sequence"), STAFET_FIELD_INTEGER, AT (StafetPublished, sequence) },
  { "at", N_ ("At"), STAFET_FIELD_INSTANT, AT (StafetPublished, at) },
  { NULL }
};

/* Whether @text is an address of the web, without a name or a password in it. */
static gboolean
is_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_HAS_PASSWORD, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";

  return (strcmp (scheme, "http") == 0 || strcmp (scheme, "https") == 0) && g_uri_get_user (uri) == NULL
         && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' && g_uri_get_query (uri) == NULL
         && g_uri_get_fragment (uri) == NULL;
}

static gboolean
settings_validate (StafetRecord *record, GError **error)
{
  const StafetSettings *self = (const StafetSettings *) record;
  g_autoptr (StafetZone) zone = stafet_zone_new (self->zone, error);

  if (zone == NULL)
    return FALSE;
  if (*self->publish_to != '\0' && !g_path_is_absolute (self->publish_to) && !is_address (self->publish_to))
    g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                 _ ("Nothing can be published to “%s”. Write the whole path of a folder, or a WebDAV address "
                    "that begins with https:// and has neither a user name nor a password in it."),
                 self->publish_to);
  else if (*self->publish_address != '\0' && !is_address (self->publish_address))
    g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                 _ ("“%s” is no address that readers could fetch. It begins with https:// and has neither a "
                    "user name nor a password in it."),
                 self->publish_address);
  else
    return TRUE;
  return FALSE;
}

static gboolean
closure_validate (StafetRecord *record, GError **error)
{
  StafetClosure *self = (StafetClosure *) record;

  if ((self->area != NULL) + (self->house != NULL) + (self->ward != NULL) + (self->room != NULL) != 1)
    {
      g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_REQUIRED,
                           _ ("Say what is closed: one area, house, ward or room."));
      return FALSE;
    }
  return stafet_moment_order (self->from, self->to, error);
}

static gboolean
school_holiday_validate (StafetRecord *record, GError **error)
{
  StafetSchoolHoliday *self = (StafetSchoolHoliday *) record;

  return stafet_moment_order (stafet_moment_from_date (self->from), stafet_moment_from_date (self->to),
                              error);
}

static gboolean
feed_validate (StafetRecord *record, GError **error)
{
  StafetFeed *self = (StafetFeed *) record;
  gboolean place = self->house != NULL || self->ward != NULL || self->area != NULL;

  if ((self->house != NULL) + (self->ward != NULL) + (self->volunteer != NULL) + (self->area != NULL) != 1)
    g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_REQUIRED,
                         _ ("Say whose calendar it is: one house, ward, volunteer or area."));
  else if (place == (self->kind == STAFET_FEED_OWN))
    g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                         _ ("A calendar of own shifts belongs to a volunteer, every other kind to a place."));
  else
    return TRUE;
  return FALSE;
}

StafetRecordInfo stafet_settings_info = { .kind = STAFET_KIND_SETTINGS,
                                          .name = "settings",
                                          .title = N_ ("settings"),
                                          .type_name = "StafetSettings",
                                          .instance_size = sizeof (StafetSettings),
                                          .fields = settings_fields,
                                          .validate = settings_validate };
StafetRecordInfo stafet_closure_info = { .kind = STAFET_KIND_CLOSURE,
                                         .name = "closure",
                                         .title = N_ ("closure"),
                                         .type_name = "StafetClosure",
                                         .instance_size = sizeof (StafetClosure),
                                         .fields = closure_fields,
                                         .label = "text",
                                         .validate = closure_validate,
                                         .public_kind = TRUE };
StafetRecordInfo stafet_school_holiday_info = { .kind = STAFET_KIND_SCHOOL_HOLIDAY,
                                                .name = "school_holiday",
                                                .title = N_ ("school holiday"),
                                                .type_name = "StafetSchoolHoliday",
                                                .instance_size = sizeof (StafetSchoolHoliday),
                                                .fields = school_holiday_fields,
                                                .label = "text",
                                                .validate = school_holiday_validate };
StafetRecordInfo stafet_feed_info = { .kind = STAFET_KIND_FEED,
                                      .name = "feed",
                                      .title = N_ ("feed"),
                                      .type_name = "StafetFeed",
                                      .instance_size = sizeof (StafetFeed),
                                      .fields = feed_fields,
                                      .label = "name",
                                      .validate = feed_validate,
                                      .public_kind = TRUE };
StafetRecordInfo stafet_published_info = { .kind = STAFET_KIND_PUBLISHED,
                                           .name = "published",
                                           .title = N_ ("published event"),
                                           .type_name = "StafetPublished",
                                           .instance_size = sizeof (StafetPublished),
                                           .fields = published_fields };
