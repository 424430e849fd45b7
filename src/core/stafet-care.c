/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record tables of thanks, snags, first steps, photographs and regulars.
 */
#include "stafet-care.h"

#include "stafet-error.h"
#include "stafet-i18n.h"

#include <string.h>

#define AT(Type, member) G_STRUCT_OFFSET (Type, member)
#define PRIVATE (STAFET_FIELD_PERSONAL | STAFET_FIELD_NEVER_EXPORTED)

const StafetEnumValue stafet_talk_kinds[] = { { "thanks", N_ ("thanks") },
                                              { "coffee", N_ ("coffee") },
                                              { NULL } };

static const StafetField talk_fields[] = {
  { "volunteer", N_ ("Volunteer"), STAFET_FIELD_REF, AT (StafetTalk, volunteer), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_VOLUNTEER, .index = STAFET_INDEX_TALK_BY_VOLUNTEER },
  { "kind", N_ ("Kind"), STAFET_FIELD_ENUM, AT (StafetTalk, kind), .values = stafet_talk_kinds,
    .fallback = STAFET_TALK_THANKS },
  { "date", N_ ("Date"), STAFET_FIELD_DATE, AT (StafetTalk, date), STAFET_FIELD_PAST },
  { "words", N_ ("For what"), STAFET_FIELD_TEXT, AT (StafetTalk, words), PRIVATE },
  { NULL }
};

static const StafetField snag_fields[] = {
  { "text", N_ ("What grates"), STAFET_FIELD_TEXT, AT (StafetSnag, text), STAFET_FIELD_REQUIRED | PRIVATE },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetSnag, house), .target = STAFET_KIND_HOUSE },
  { "volunteer", N_ ("Volunteer"), STAFET_FIELD_REF, AT (StafetSnag, volunteer),
    .target = STAFET_KIND_VOLUNTEER, .index = STAFET_INDEX_SNAG_BY_VOLUNTEER },
  { "noted", N_ ("Date"), STAFET_FIELD_DATE, AT (StafetSnag, noted), STAFET_FIELD_PAST },
  { "owner", N_ ("Who sees to it"), STAFET_FIELD_TEXT, AT (StafetSnag, owner), PRIVATE },
  { "closed", N_ ("Put right on"), STAFET_FIELD_DATE, AT (StafetSnag, closed), STAFET_FIELD_PAST },
  { "outcome", N_ ("How"), STAFET_FIELD_TEXT, AT (StafetSnag, outcome), PRIVATE },
  { "delete_on", N_ ("Is erased on"), STAFET_FIELD_DATE, AT (StafetSnag, delete_on) },
  { NULL }
};

static gboolean
fail (GError **error, int code, const char *text)
{
  g_set_error_literal (error, STAFET_CORE_ERROR, code, text);
  return FALSE;
}

static gboolean
snag_validate (StafetRecord *record, GError **error)
{
  const StafetSnag *self = (const StafetSnag *) record;

  return self->noted == STAFET_DATE_NONE || self->delete_on == STAFET_DATE_NONE
         || self->delete_on >= self->noted
         || fail (error, STAFET_CORE_ERROR_ORDER, _ ("It would be erased before it begins. Mend the date."));
}

static const StafetField welcome_fields[] = {
  { "title", N_ ("Title"), STAFET_FIELD_TEXT, AT (StafetWelcome, title), STAFET_FIELD_REQUIRED },
  { "volunteer", N_ ("Volunteer"), STAFET_FIELD_REF, AT (StafetWelcome, volunteer),
    .target = STAFET_KIND_VOLUNTEER, .index = STAFET_INDEX_WELCOME_BY_VOLUNTEER },
  { "days", N_ ("Days after the start"), STAFET_FIELD_INTEGER, AT (StafetWelcome, days), .fallback = 0,
    .minimum = 0, .maximum = 1000 },
  { "done", N_ ("Done on"), STAFET_FIELD_DATE, AT (StafetWelcome, done), STAFET_FIELD_PAST },
  { NULL }
};

static gboolean
welcome_validate (StafetRecord *record, GError **error)
{
  const StafetWelcome *self = (const StafetWelcome *) record;

  return self->volunteer != NULL || self->done == STAFET_DATE_NONE
         || fail (error, STAFET_CORE_ERROR_VALUE,
                  _ ("A step for everybody has no day on which it was done. Say whose it is."));
}

static const StafetField photo_fields[] = {
  { "volunteer", N_ ("Volunteer"), STAFET_FIELD_REF, AT (StafetPhoto, volunteer), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_VOLUNTEER, .index = STAFET_INDEX_PHOTO_BY_VOLUNTEER },
  { "consent", N_ ("Agreed to the photograph on"), STAFET_FIELD_DATE, AT (StafetPhoto, consent),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_PAST },
  { "image", N_ ("Photograph"), STAFET_FIELD_TEXT, AT (StafetPhoto, image), STAFET_FIELD_REQUIRED | PRIVATE },
  { NULL }
};

static gboolean
photo_validate (StafetRecord *record, GError **error)
{
  g_autofree char *image = g_strdup (((const StafetPhoto *) record)->image);
  gsize length = 0;

  if (strspn (image, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") == strlen (image))
    g_base64_decode_inplace (image, &length);
  if (length > 3 && length <= STAFET_PHOTO_MAX && memcmp (image, "\xff\xd8\xff", 3) == 0)
    return TRUE;
  return fail (error, STAFET_CORE_ERROR_VALUE, _ ("That is no small JPEG picture."));
}

static const StafetField regular_fields[] = {
  { "activity", N_ ("Activity"), STAFET_FIELD_REF, AT (StafetRegular, activity), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_ACTIVITY, .index = STAFET_INDEX_REGULAR_BY_ACTIVITY },
  { "name", N_ ("Name"), STAFET_FIELD_TEXT, AT (StafetRegular, name), STAFET_FIELD_REQUIRED | PRIVATE },
  { "phone", N_ ("Phone"), STAFET_FIELD_TEXT, AT (StafetRegular, phone), PRIVATE | STAFET_FIELD_PHONE },
  { "consent", N_ ("Agreed to be asked after on"), STAFET_FIELD_DATE, AT (StafetRegular, consent),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_PAST },
  { "seen", N_ ("Was last here on"), STAFET_FIELD_DATE, AT (StafetRegular, seen), STAFET_FIELD_PAST },
  { NULL }
};

StafetRecordInfo stafet_talk_info = { .kind = STAFET_KIND_TALK,
                                      .name = "talk",
                                      .title = N_ ("thanks or talk"),
                                      .type_name = "StafetTalk",
                                      .instance_size = sizeof (StafetTalk),
                                      .fields = talk_fields,
                                      .public_kind = TRUE };
StafetRecordInfo stafet_snag_info = { .kind = STAFET_KIND_SNAG,
                                      .name = "snag",
                                      .title = N_ ("snag"),
                                      .type_name = "StafetSnag",
                                      .instance_size = sizeof (StafetSnag),
                                      .fields = snag_fields,
                                      .label = "text",
                                      .public_kind = TRUE,
                                      .validate = snag_validate };
StafetRecordInfo stafet_welcome_info = { .kind = STAFET_KIND_WELCOME,
                                         .name = "welcome",
                                         .title = N_ ("first step"),
                                         .type_name = "StafetWelcome",
                                         .instance_size = sizeof (StafetWelcome),
                                         .fields = welcome_fields,
                                         .label = "title",
                                         .public_kind = TRUE,
                                         .validate = welcome_validate };
StafetRecordInfo stafet_photo_info = { .kind = STAFET_KIND_PHOTO,
                                       .name = "photo",
                                       .title = N_ ("photograph"),
                                       .type_name = "StafetPhoto",
                                       .instance_size = sizeof (StafetPhoto),
                                       .fields = photo_fields,
                                       .public_kind = TRUE,
                                       .validate = photo_validate };
StafetRecordInfo stafet_regular_info = { .kind = STAFET_KIND_REGULAR,
                                         .name = "regular",
                                         .title = N_ ("regular"),
                                         .type_name = "StafetRegular",
                                         .instance_size = sizeof (StafetRegular),
                                         .fields = regular_fields,
                                         .label = "name",
                                         .public_kind = TRUE };
