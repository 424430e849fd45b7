/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The generic record: everything that follows from a table of fields.
 */
#include "stafet-record.h"

#include "stafet-activity.h"
#include "stafet-assignment.h"
#include "stafet-calendar.h"
#include "stafet-care.h"
#include "stafet-cooperation.h"
#include "stafet-enquiry.h"
#include "stafet-error.h"
#include "stafet-field-text.h"
#include "stafet-house-rules.h"
#include "stafet-i18n.h"
#include "stafet-idea.h"
#include "stafet-imported.h"
#include "stafet-loan.h"
#include "stafet-network.h"
#include "stafet-note.h"
#include "stafet-place.h"
#include "stafet-posix.h"
#include "stafet-signup.h"
#include "stafet-text.h"
#include "stafet-volunteer.h"

#include <string.h>

G_DEFINE_ABSTRACT_TYPE (StafetRecord, stafet_record, G_TYPE_OBJECT)

static StafetRecordInfo *const infos[STAFET_N_KINDS] = {
  [STAFET_KIND_SETTINGS] = &stafet_settings_info,
  [STAFET_KIND_AREA] = &stafet_area_info,
  [STAFET_KIND_HOUSE] = &stafet_house_info,
  [STAFET_KIND_WARD] = &stafet_ward_info,
  [STAFET_KIND_ROOM] = &stafet_room_info,
  [STAFET_KIND_ROOM_PART] = &stafet_room_part_info,
  [STAFET_KIND_CONTACT] = &stafet_contact_info,
  [STAFET_KIND_ORGANISER] = &stafet_organiser_info,
  [STAFET_KIND_VOLUNTEER] = &stafet_volunteer_info,
  [STAFET_KIND_PHONE] = &stafet_phone_info,
  [STAFET_KIND_SKILL] = &stafet_skill_info,
  [STAFET_KIND_VOLUNTEER_HOUSE] = &stafet_volunteer_house_info,
  [STAFET_KIND_PARTNER] = &stafet_partner_info,
  [STAFET_KIND_AVAILABILITY] = &stafet_availability_info,
  [STAFET_KIND_ABSENCE] = &stafet_absence_info,
  [STAFET_KIND_CALENDAR] = &stafet_calendar_info,
  [STAFET_KIND_ACTIVITY] = &stafet_activity_info,
  [STAFET_KIND_LOAN] = &stafet_loan_info,
  [STAFET_KIND_STOP] = &stafet_stop_info,
  [STAFET_KIND_SHIFT] = &stafet_shift_info,
  [STAFET_KIND_EXCEPTION] = &stafet_exception_info,
  [STAFET_KIND_STANDING] = &stafet_standing_info,
  [STAFET_KIND_ASSIGNMENT] = &stafet_assignment_info,
  [STAFET_KIND_ATTENDANCE] = &stafet_attendance_info,
  [STAFET_KIND_CALL] = &stafet_call_info,
  [STAFET_KIND_TOLD] = &stafet_told_info,
  [STAFET_KIND_CLOSURE] = &stafet_closure_info,
  [STAFET_KIND_SCHOOL_HOLIDAY] = &stafet_school_holiday_info,
  [STAFET_KIND_FEED] = &stafet_feed_info,
  [STAFET_KIND_NOTE] = &stafet_note_info,
  [STAFET_KIND_SIGNUP] = &stafet_signup_info,
  [STAFET_KIND_TALLY] = &stafet_tally_info,
  [STAFET_KIND_IDEA] = &stafet_idea_info,
  [STAFET_KIND_IDEA_ROLE] = &stafet_idea_role_info,
  [STAFET_KIND_OFFER] = &stafet_offer_info,
  [STAFET_KIND_NOTICE] = &stafet_notice_info,
  [STAFET_KIND_SYNONYM] = &stafet_synonym_info,
  [STAFET_KIND_ENQUIRY] = &stafet_enquiry_info,
  [STAFET_KIND_AGREEMENT] = &stafet_agreement_info,
  [STAFET_KIND_APPLICATION] = &stafet_application_info,
  [STAFET_KIND_MEMBER] = &stafet_member_info,
  [STAFET_KIND_MEETING] = &stafet_meeting_info,
  [STAFET_KIND_LINK] = &stafet_link_info,
  [STAFET_KIND_TALK] = &stafet_talk_info,
  [STAFET_KIND_SNAG] = &stafet_snag_info,
  [STAFET_KIND_WELCOME] = &stafet_welcome_info,
  [STAFET_KIND_PHOTO] = &stafet_photo_info,
  [STAFET_KIND_REGULAR] = &stafet_regular_info,
  [STAFET_KIND_IMPORTED] = &stafet_imported_info,
  [STAFET_KIND_PUBLISHED] = &stafet_published_info,
};

#define TEXT_AT(record, field) STAFET_FIELD_AT (char *, record, field)
#define EACH_FIELD(info, field) for (const StafetField *field = (info)->fields; field->name != NULL; field++)

/* ——— Kinds ——— */

const char *
stafet_kind_get_name (StafetKind kind)
{
  return kind > STAFET_KIND_NONE && kind < STAFET_N_KINDS ? infos[kind]->name : "";
}

StafetKind
stafet_kind_from_name (const char *name)
{
  for (int kind = 1; kind < STAFET_N_KINDS; kind++)
    if (strcmp (infos[kind]->name, name) == 0)
      return (StafetKind) kind;
  return STAFET_KIND_NONE;
}

const StafetField *
stafet_record_info_field (const StafetRecordInfo *info, const char *name)
{
  EACH_FIELD (info, field)
    if (strcmp (field->name, name) == 0)
      return field;
  return NULL;
}

const StafetList *
stafet_record_info_list (const StafetRecordInfo *info, const char *name)
{
  for (const StafetList *list = info->lists; list != NULL && list->name != NULL; list++)
    if (strcmp (list->name, name) == 0)
      return list;
  return NULL;
}

/* ——— Properties ——— */

static void
record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const StafetField *field = &STAFET_RECORD_INFO (object)->fields[id - 1];

  switch (field->type)
    {
    case STAFET_FIELD_FLAG:
      g_value_set_boolean (value, STAFET_FIELD_AT (gboolean, object, field));
      break;
    case STAFET_FIELD_INTEGER:
    case STAFET_FIELD_HUNDREDTHS:
      g_value_set_int (value, STAFET_FIELD_AT (gint32, object, field));
      break;
    default:
      g_value_take_string (value, stafet_record_get_text (object, field));
    }
  (void) pspec;
}

static GParamSpec *
field_pspec (const StafetField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;

  switch (field->type)
    {
    case STAFET_FIELD_FLAG:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case STAFET_FIELD_INTEGER:
    case STAFET_FIELD_HUNDREDTHS:
      return g_param_spec_int (field->name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
    default:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);
    }
}

static void
record_finalize (GObject *object)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (object);

  if (info->clear != NULL)
    info->clear (STAFET_RECORD (object));
  EACH_FIELD (info, field)
    if (field->type == STAFET_FIELD_TEXT)
      stafet_record_take_text (object, field, NULL);
  G_OBJECT_CLASS (stafet_record_parent_class)->finalize (object);
}

static void
kind_class_init (gpointer klass, gpointer data)
{
  GObjectClass *object_class = klass;
  const StafetRecordInfo *info = data;
  guint id = 1;

  STAFET_RECORD_CLASS (klass)->info = info;
  object_class->get_property = record_get_property;
  EACH_FIELD (info, field)
    g_object_class_install_property (object_class, id++, field_pspec (field));
}

static char empty_text[] = "";

static void
kind_instance_init (GTypeInstance *instance, gpointer klass)
{
  const StafetRecordInfo *info = STAFET_RECORD_CLASS (klass)->info;

  EACH_FIELD (info, field)
    switch (field->type)
      {
      case STAFET_FIELD_TEXT:
        TEXT_AT (instance, field) = empty_text;
        break;
      case STAFET_FIELD_DATE:
      case STAFET_FIELD_WALL:
        STAFET_FIELD_AT (gint32, instance, field) = STAFET_DATE_NONE;
        break;
      case STAFET_FIELD_MOMENT:
      case STAFET_FIELD_INSTANT:
        STAFET_FIELD_AT (gint64, instance, field) = STAFET_MOMENT_NONE;
        break;
      case STAFET_FIELD_REF:
        break;
      default:
        STAFET_FIELD_AT (gint32, instance, field) = field->fallback;
      }
}

static void
stafet_record_class_init (StafetRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = record_finalize;
}

static void
stafet_record_init (StafetRecord *self)
{
  self->changed = STAFET_INSTANT_NONE;
}

static void
register_kind (StafetRecordInfo *info)
{
  const GTypeInfo type_info = { .class_size = sizeof (StafetRecordClass),
                                .class_init = kind_class_init,
                                .class_data = info,
                                .instance_size = (guint16) info->instance_size,
                                .instance_init = kind_instance_init };

  info->order_field = -1;
  if (info->table == NULL)
    info->table = info->name;
  EACH_FIELD (info, field)
    {
      if (info->order != NULL && strcmp (field->name, info->order) == 0)
        info->order_field = (int) info->n_fields;
      info->n_fields++;
    }
  info->type = g_type_register_static (STAFET_TYPE_RECORD, info->type_name, &type_info, 0);
  g_type_class_ref (info->type); /* for ever: its class is asked without a lock */
}

const StafetRecordInfo *
stafet_record_info (StafetKind kind)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered))
    {
      for (int i = 1; i < STAFET_N_KINDS; i++)
        register_kind (infos[i]);
      g_once_init_leave (&registered, 1);
    }
  g_return_val_if_fail (kind > STAFET_KIND_NONE && kind < STAFET_N_KINDS, NULL);
  return infos[kind];
}

/* ——— Making ——— */

StafetUid
stafet_uid_intern (const char *uid)
{
  static GMutex lock;
  static GStringChunk *chunk;
  static GHashTable *uids;
  char *interned;

  g_mutex_lock (&lock);
  if (uids == NULL)
    {
      chunk = g_string_chunk_new (16384);
      uids = g_hash_table_new (g_str_hash, g_str_equal);
    }
  interned = g_hash_table_lookup (uids, uid);
  if (interned == NULL)
    {
      interned = g_string_chunk_insert (chunk, uid);
      g_hash_table_add (uids, interned);
    }
  g_mutex_unlock (&lock);
  return interned;
}

StafetUid
stafet_uid_new (void)
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  guint8 bytes[16];
  char uid[17];

  stafet_random_bytes (bytes, sizeof bytes);
  for (int i = 0; i < 16; i++)
    uid[i] = alphabet[bytes[i] & 31];
  uid[16] = '\0';
  return stafet_uid_intern (uid);
}

gpointer
stafet_record_new (StafetKind kind, const char *uid)
{
  StafetRecord *self = g_object_new (stafet_record_info (kind)->type, NULL);

  self->uid = uid != NULL ? stafet_uid_intern (uid) : stafet_uid_new ();
  return self;
}

void
stafet_record_take_text (gpointer self, const StafetField *field, char *text)
{
  if (TEXT_AT (self, field) != empty_text)
    g_free (TEXT_AT (self, field));
  TEXT_AT (self, field) = empty_text;
  if (text != NULL && *text != '\0')
    TEXT_AT (self, field) = text;
  else
    g_free (text);
}

void
stafet_record_copy_value (gpointer to, gconstpointer from, const StafetField *field)
{
  switch (field->type)
    {
    case STAFET_FIELD_TEXT:
      stafet_record_take_text (to, field, g_strdup (TEXT_AT (from, field)));
      break;
    case STAFET_FIELD_MOMENT:
    case STAFET_FIELD_INSTANT:
      STAFET_FIELD_AT (gint64, to, field) = STAFET_FIELD_AT (gint64, from, field);
      break;
    case STAFET_FIELD_REF:
      STAFET_FIELD_AT (StafetUid, to, field) = STAFET_FIELD_AT (StafetUid, from, field);
      break;
    default:
      STAFET_FIELD_AT (gint32, to, field) = STAFET_FIELD_AT (gint32, from, field);
    }
}

gboolean
stafet_record_same_value (gconstpointer a, gconstpointer b, const StafetField *field)
{
  switch (field->type)
    {
    case STAFET_FIELD_TEXT:
      return strcmp (TEXT_AT (a, field), TEXT_AT (b, field)) == 0;
    case STAFET_FIELD_MOMENT:
    case STAFET_FIELD_INSTANT:
      return STAFET_FIELD_AT (gint64, a, field) == STAFET_FIELD_AT (gint64, b, field);
    case STAFET_FIELD_REF:
      return STAFET_FIELD_AT (StafetUid, a, field) == STAFET_FIELD_AT (StafetUid, b, field);
    default:
      return STAFET_FIELD_AT (gint32, a, field) == STAFET_FIELD_AT (gint32, b, field);
    }
}

gpointer
stafet_record_copy (gconstpointer record)
{
  const StafetRecord *self = record;
  const StafetRecordInfo *info = STAFET_RECORD_INFO (self);
  StafetRecord *copy = stafet_record_new (info->kind, self->uid);

  copy->version = self->version;
  copy->changed = self->changed;
  copy->booking_version = self->booking_version;
  EACH_FIELD (info, field)
    stafet_record_copy_value (copy, self, field);
  stafet_record_derive (copy);
  return copy;
}

void
stafet_record_derive (gpointer self)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (self);

  if (info->derive != NULL)
    info->derive (self);
}

static gboolean
is_empty (gconstpointer self, const StafetField *field)
{
  switch (field->type)
    {
    case STAFET_FIELD_TEXT:
      return TEXT_AT (self, field)[0] == '\0';
    case STAFET_FIELD_FLAG:
      return FALSE;
    case STAFET_FIELD_ENUM:
      return STAFET_FIELD_AT (gint32, self, field) == STAFET_ENUM_NONE;
    case STAFET_FIELD_REF:
      return STAFET_FIELD_AT (StafetUid, self, field) == NULL;
    case STAFET_FIELD_MOMENT:
    case STAFET_FIELD_INSTANT:
      return STAFET_FIELD_AT (gint64, self, field) == STAFET_MOMENT_NONE;
    default:
      return STAFET_FIELD_AT (gint32, self, field) == STAFET_INTEGER_NONE;
    }
}

gboolean
stafet_record_validate (gpointer self, GError **error)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (self);

  EACH_FIELD (info, field)
    if ((field->flags & STAFET_FIELD_REQUIRED) != 0 && is_empty (self, field))
      {
        g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_REQUIRED,
                     _ ("%s is missing: give %s a value."), _ (field->title), field->name);
        return FALSE;
      }
  if (info->validate != NULL && !info->validate (self, error))
    return FALSE;
  stafet_record_derive (self);
  return TRUE;
}

const char *
stafet_record_get_label (gconstpointer record)
{
  const StafetRecord *self = record;
  const StafetRecordInfo *info = STAFET_RECORD_INFO (self);
  const StafetField *field = info->label != NULL ? stafet_record_info_field (info, info->label) : NULL;

  return field != NULL ? TEXT_AT (self, field) : self->uid;
}

int
stafet_record_compare_labels (gconstpointer a, gconstpointer b)
{
  const StafetRecord *x = *(StafetRecord *const *) a, *y = *(StafetRecord *const *) b;
  int order = stafet_text_compare (stafet_record_get_label (x), stafet_record_get_label (y));

  return order != 0 ? order : strcmp (x->uid, y->uid);
}

/* ——— Texts and images ——— */

char *
stafet_record_get_text (gconstpointer self, const StafetField *field)
{
  return stafet_field_text_write (self, field);
}

gboolean
stafet_record_set_text (gpointer self, const StafetField *field, const char *text, GError **error)
{
  return stafet_field_text_read (self, field, text, error);
}

GVariant *
stafet_record_image (gconstpointer self, gconstpointer against)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (self);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  EACH_FIELD (info, field)
    {
      g_autofree char *text = NULL;

      if (against != NULL && stafet_record_same_value (self, against, field))
        continue;
      text = stafet_record_get_text (self, field);
      if (against != NULL || *text != '\0')
        g_variant_builder_add (&builder, "{ss}", field->name, text);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

gboolean
stafet_record_apply_image (gpointer self, GVariant *image, GError **error)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (self);
  GVariantIter iter;
  const char *name, *text;

  g_variant_iter_init (&iter, image);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    {
      const StafetField *field = stafet_record_info_field (info, name);

      if (field == NULL || strcmp (text, STAFET_IMAGE_BLANK) == 0)
        continue;
      if (field->type == STAFET_FIELD_TEXT)
        stafet_record_take_text (self, field, g_strdup (text));
      else if (!stafet_record_set_text (self, field, text, error))
        return FALSE;
    }
  stafet_record_derive (self);
  return TRUE;
}

char *
stafet_image_write (GVariant *image)
{
  return g_variant_print (image, FALSE);
}

GVariant *
stafet_image_read (const char *text, GError **error)
{
  return g_variant_parse (G_VARIANT_TYPE ("a{ss}"), *text != '\0' ? text : "{}", NULL, NULL, error);
}

/* ——— Moments: wall minutes, doubled; the low bit says that a time of day was given ——— */

StafetMoment
stafet_moment_from_date (StafetDate date)
{
  return (gint64) date * STAFET_MINUTES_PER_DAY * 2;
}

StafetMoment
stafet_moment_from_wall (StafetWall wall)
{
  return (gint64) wall * 2 + 1;
}

gboolean
stafet_moment_is_date (StafetMoment moment)
{
  return (moment & 1) == 0;
}

static StafetWall
moment_wall (StafetMoment moment)
{
  return (StafetWall) ((moment - (moment & 1)) / 2);
}

StafetDate
stafet_moment_date (StafetMoment moment)
{
  return moment == STAFET_MOMENT_NONE ? STAFET_DATE_NONE : stafet_wall_date (moment_wall (moment));
}

void
stafet_moment_span (StafetMoment from, StafetMoment to, StafetWall *start, StafetWall *end)
{
  *start = moment_wall (from);
  *end = moment_wall (to) + (stafet_moment_is_date (to) ? STAFET_MINUTES_PER_DAY : 0);
}
