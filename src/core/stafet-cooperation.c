/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record tables of agreements, applications, councils, meetings and links.
 */
#include "stafet-cooperation.h"

#include "stafet-error.h"
#include "stafet-i18n.h"

#include <string.h>

#define AT(Type, member) G_STRUCT_OFFSET (Type, member)
#define TITLE STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE
#define PRIVATE (STAFET_FIELD_PERSONAL | STAFET_FIELD_NEVER_EXPORTED)
#define LONG (PRIVATE | STAFET_FIELD_LINES)

static gboolean
fail (GError **error, int code, const char *text)
{
  g_set_error_literal (error, STAFET_CORE_ERROR, code, text);
  return FALSE;
}

static gboolean
is_reversed (StafetDate from, StafetDate to)
{
  return from != STAFET_DATE_NONE && to != STAFET_DATE_NONE && to < from;
}

/* ——— Agreements ——— */

const StafetEnumValue stafet_agreement_kinds[] = { { "cooperation", N_ ("cooperation agreement") },
                                                   { "volunteer", N_ ("volunteer agreement") },
                                                   { NULL } };

static const StafetField agreement_fields[] = {
  { "title", N_ ("Title"), STAFET_FIELD_TEXT, AT (StafetAgreement, title), TITLE },
  { "kind", N_ ("Kind"), STAFET_FIELD_ENUM, AT (StafetAgreement, kind), .values = stafet_agreement_kinds,
    .fallback = STAFET_AGREEMENT_COOPERATION },
  { "organiser", N_ ("Association"), STAFET_FIELD_REF, AT (StafetAgreement, organiser),
    .target = STAFET_KIND_ORGANISER },
  { "volunteer", N_ ("Volunteer"), STAFET_FIELD_REF, AT (StafetAgreement, volunteer),
    .target = STAFET_KIND_VOLUNTEER, .index = STAFET_INDEX_AGREEMENT_BY_VOLUNTEER },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetAgreement, house), .target = STAFET_KIND_HOUSE },
  { "parties", N_ ("Who agrees, and whom each asks"), STAFET_FIELD_TEXT, AT (StafetAgreement, parties),
    LONG },
  { "purpose", N_ ("Purpose"), STAFET_FIELD_TEXT, AT (StafetAgreement, purpose), LONG },
  { "target", N_ ("For whom"), STAFET_FIELD_TEXT, AT (StafetAgreement, target), LONG },
  { "tasks", N_ ("Roles and tasks"), STAFET_FIELD_TEXT, AT (StafetAgreement, tasks), LONG },
  { "boundary", N_ ("What stays the work of staff"), STAFET_FIELD_TEXT, AT (StafetAgreement, boundary),
    LONG },
  { "lead", N_ ("Who leads day by day"), STAFET_FIELD_TEXT, AT (StafetAgreement, lead), LONG },
  { "information", N_ ("Who tells whom what"), STAFET_FIELD_TEXT, AT (StafetAgreement, information), LONG },
  { "confidentiality", N_ ("Confidentiality"), STAFET_FIELD_TEXT, AT (StafetAgreement, confidentiality),
    LONG },
  { "economy", N_ ("Economy"), STAFET_FIELD_TEXT, AT (StafetAgreement, economy), LONG },
  { "insurance", N_ ("Insurance"), STAFET_FIELD_TEXT, AT (StafetAgreement, insurance), LONG },
  { "badge", N_ ("Badge and keys"), STAFET_FIELD_TEXT, AT (StafetAgreement, badge), LONG },
  { "meetings", N_ ("Meetings"), STAFET_FIELD_TEXT, AT (StafetAgreement, meetings), LONG },
  { "stop", N_ ("How either stops"), STAFET_FIELD_TEXT, AT (StafetAgreement, stop), LONG },
  { "signed", N_ ("Signed on"), STAFET_FIELD_DATE, AT (StafetAgreement, signed_on), STAFET_FIELD_PAST },
  { "from", N_ ("From"), STAFET_FIELD_DATE, AT (StafetAgreement, from) },
  { "until", N_ ("Until"), STAFET_FIELD_DATE, AT (StafetAgreement, until) },
  { "review", N_ ("Is looked at again on"), STAFET_FIELD_DATE, AT (StafetAgreement, review) },
  { NULL }
};

static gboolean
agreement_validate (StafetRecord *record, GError **error)
{
  const StafetAgreement *self = (const StafetAgreement *) record;

  if (self->kind == STAFET_AGREEMENT_VOLUNTEER ? self->organiser != NULL : self->volunteer != NULL)
    return fail (error, STAFET_CORE_ERROR_VALUE,
                 _ ("A cooperation agreement is with an association, a volunteer agreement with a volunteer. "
                    "Leave the other one out."));
  if (is_reversed (self->from, self->until))
    return fail (error, STAFET_CORE_ERROR_ORDER, _ ("The end is before the start. Mend one of the two."));
  return TRUE;
}

/* ——— Applications ——— */

const StafetEnumValue stafet_application_statuses[] = { { "idea", N_ ("idea") },
                                                        { "draft", N_ ("being written") },
                                                        { "sent", N_ ("sent") },
                                                        { "granted", N_ ("granted") },
                                                        { "refused", N_ ("refused") },
                                                        { "reported", N_ ("reported on") },
                                                        { NULL } };

static const StafetField application_fields[] = {
  { "title", N_ ("Title"), STAFET_FIELD_TEXT, AT (StafetPoolApplication, title), TITLE },
  { "pool", N_ ("Pool"), STAFET_FIELD_TEXT, AT (StafetPoolApplication, pool), STAFET_FIELD_SEARCHABLE },
  { "status", N_ ("How far it is"), STAFET_FIELD_ENUM, AT (StafetPoolApplication, status),
    .values = stafet_application_statuses, .fallback = STAFET_APPLICATION_IDEA },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetPoolApplication, house), .target = STAFET_KIND_HOUSE },
  { "activity", N_ ("Activity"), STAFET_FIELD_REF, AT (StafetPoolApplication, activity),
    .target = STAFET_KIND_ACTIVITY, .index = STAFET_INDEX_APPLICATION_BY_ACTIVITY },
  { "purpose", N_ ("Purpose"), STAFET_FIELD_TEXT, AT (StafetPoolApplication, purpose), STAFET_FIELD_LINES },
  { "target", N_ ("For whom"), STAFET_FIELD_TEXT, AT (StafetPoolApplication, target), STAFET_FIELD_LINES },
  { "activities", N_ ("What is done, and when"), STAFET_FIELD_TEXT, AT (StafetPoolApplication, activities),
    STAFET_FIELD_LINES },
  { "budget", N_ ("Budget, a line each"), STAFET_FIELD_TEXT, AT (StafetPoolApplication, budget),
    STAFET_FIELD_LINES },
  { "amount", N_ ("Applied for, kroner"), STAFET_FIELD_INTEGER, AT (StafetPoolApplication, amount),
    STAFET_FIELD_KRONER, .fallback = STAFET_INTEGER_NONE, .minimum = 0, .maximum = 100000000 },
  { "granted", N_ ("Granted, kroner"), STAFET_FIELD_INTEGER, AT (StafetPoolApplication, granted),
    STAFET_FIELD_KRONER, .fallback = STAFET_INTEGER_NONE, .minimum = 0, .maximum = 100000000 },
  { "contact", N_ ("Who writes it"), STAFET_FIELD_TEXT, AT (StafetPoolApplication, contact), PRIVATE },
  { "deadline", N_ ("Deadline"), STAFET_FIELD_DATE, AT (StafetPoolApplication, deadline) },
  { "answer", N_ ("Answer expected on"), STAFET_FIELD_DATE, AT (StafetPoolApplication, answer) },
  { "report", N_ ("Report due on"), STAFET_FIELD_DATE, AT (StafetPoolApplication, report) },
  { NULL }
};

/* The digits at the end of a line, with "kr." and ",-" around them and points between them. */
static gint64
number_at_end (const char *line, gsize length)
{
  gint64 value = 0, place = 1;
  gboolean any = FALSE;

  while (length > 0 && strchr (" .,-krKR:", line[length - 1]) != NULL)
    length--;
  for (; length > 0 && place <= 1000000000; length--)
    if (g_ascii_isdigit (line[length - 1]))
      {
        value += place * (line[length - 1] - '0');
        place *= 10;
        any = TRUE;
      }
    else if (!any || line[length - 1] != '.')
      break;
  return value;
}

gint32
stafet_budget_sum (const char *budget)
{
  gint64 sum = 0;

  while (*budget != '\0')
    {
      gsize length = strcspn (budget, "\n");

      sum += number_at_end (budget, length);
      budget += length + (budget[length] == '\n');
    }
  return (gint32) MIN (sum, G_MAXINT32);
}

/* ——— The council and its meetings ——— */

static const StafetField member_fields[] = {
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetMember, house), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_HOUSE, .index = STAFET_INDEX_MEMBER_BY_HOUSE },
  { "name", N_ ("Name"), STAFET_FIELD_TEXT, AT (StafetMember, name),
    TITLE | STAFET_FIELD_PERSONAL | STAFET_FIELD_NEVER_EXPORTED },
  { "role", N_ ("Role"), STAFET_FIELD_TEXT, AT (StafetMember, role), PRIVATE },
  { "phone", N_ ("Phone"), STAFET_FIELD_TEXT, AT (StafetMember, phone), PRIVATE | STAFET_FIELD_PHONE },
  { "mail", N_ ("E-mail"), STAFET_FIELD_TEXT, AT (StafetMember, mail), PRIVATE },
  { "volunteer", N_ ("Volunteer"), STAFET_FIELD_REF, AT (StafetMember, volunteer),
    .target = STAFET_KIND_VOLUNTEER, .index = STAFET_INDEX_MEMBER_BY_VOLUNTEER },
  { "from", N_ ("From"), STAFET_FIELD_DATE, AT (StafetMember, from) },
  { "until", N_ ("Until"), STAFET_FIELD_DATE, AT (StafetMember, until) },
  { NULL }
};

static gboolean
member_validate (StafetRecord *record, GError **error)
{
  const StafetMember *self = (const StafetMember *) record;

  return !is_reversed (self->from, self->until)
         || fail (error, STAFET_CORE_ERROR_ORDER, _ ("The end is before the start. Mend one of the two."));
}

static const StafetField meeting_fields[] = {
  { "title", N_ ("Title"), STAFET_FIELD_TEXT, AT (StafetMeeting, title), TITLE },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetMeeting, house), .target = STAFET_KIND_HOUSE },
  { "organiser", N_ ("Association"), STAFET_FIELD_REF, AT (StafetMeeting, organiser),
    .target = STAFET_KIND_ORGANISER },
  { "date", N_ ("Date"), STAFET_FIELD_DATE, AT (StafetMeeting, date), STAFET_FIELD_REQUIRED },
  { "time", N_ ("Time"), STAFET_FIELD_TEXT, AT (StafetMeeting, time) },
  { "place", N_ ("Place"), STAFET_FIELD_TEXT, AT (StafetMeeting, place) },
  { "agenda", N_ ("Agenda"), STAFET_FIELD_TEXT, AT (StafetMeeting, agenda),
    STAFET_FIELD_NEVER_EXPORTED | STAFET_FIELD_LINES },
  { "decisions", N_ ("What was decided"), STAFET_FIELD_TEXT, AT (StafetMeeting, decisions),
    STAFET_FIELD_NEVER_EXPORTED | STAFET_FIELD_LINES },
  { NULL }
};

/* ——— Links ——— */

const StafetEnumValue stafet_link_kinds[] = { { "directory", N_ ("directory") },
                                              { "genlyd", N_ ("GENLYD") },
                                              { "guideline", N_ ("guideline") },
                                              { "other", N_ ("other") },
                                              { NULL } };

static const StafetField link_fields[] = {
  { "title", N_ ("Title"), STAFET_FIELD_TEXT, AT (StafetLink, title), TITLE },
  { "address", N_ ("Address"), STAFET_FIELD_TEXT, AT (StafetLink, address), STAFET_FIELD_REQUIRED },
  { "kind", N_ ("Kind"), STAFET_FIELD_ENUM, AT (StafetLink, kind), .values = stafet_link_kinds,
    .fallback = STAFET_LINK_OTHER },
  { "text", N_ ("What is there"), STAFET_FIELD_TEXT, AT (StafetLink, text), STAFET_FIELD_SEARCHABLE },
  { NULL }
};

/* It is opened by whatever opens web pages: nothing else may be. */
static gboolean
link_validate (StafetRecord *record, GError **error)
{
  const StafetLink *self = (const StafetLink *) record;

  if (g_str_has_prefix (self->address, "https://") || g_str_has_prefix (self->address, "http://"))
    return TRUE;
  return fail (error, STAFET_CORE_ERROR_VALUE,
               _ ("That is no address of a web page. Write it with https:// in front."));
}

/* ——— The kinds ——— */

StafetRecordInfo stafet_agreement_info = { .kind = STAFET_KIND_AGREEMENT,
                                           .name = "agreement",
                                           .title = N_ ("agreement"),
                                           .type_name = "StafetAgreement",
                                           .instance_size = sizeof (StafetAgreement),
                                           .fields = agreement_fields,
                                           .label = "title",
                                           .public_kind = TRUE,
                                           .validate = agreement_validate };
StafetRecordInfo stafet_application_info = { .kind = STAFET_KIND_APPLICATION,
                                             .name = "application",
                                             .title = N_ ("application to a pool"),
                                             .type_name = "StafetPoolApplication",
                                             .instance_size = sizeof (StafetPoolApplication),
                                             .fields = application_fields,
                                             .label = "title",
                                             .public_kind = TRUE };
StafetRecordInfo stafet_member_info = { .kind = STAFET_KIND_MEMBER,
                                        .name = "member",
                                        .title = N_ ("member of a users' council"),
                                        .type_name = "StafetMember",
                                        .instance_size = sizeof (StafetMember),
                                        .fields = member_fields,
                                        .label = "name",
                                        .public_kind = TRUE,
                                        .validate = member_validate };
StafetRecordInfo stafet_meeting_info = { .kind = STAFET_KIND_MEETING,
                                         .name = "meeting",
                                         .title = N_ ("meeting"),
                                         .type_name = "StafetMeeting",
                                         .instance_size = sizeof (StafetMeeting),
                                         .fields = meeting_fields,
                                         .label = "title",
                                         .public_kind = TRUE };
StafetRecordInfo stafet_link_info = { .kind = STAFET_KIND_LINK,
                                      .name = "link",
                                      .title = N_ ("link"),
                                      .type_name = "StafetLink",
                                      .instance_size = sizeof (StafetLink),
                                      .fields = link_fields,
                                      .label = "title",
                                      .public_kind = TRUE,
                                      .validate = link_validate };
