/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From "KEY=VALUE" to records.
 */
#include "stafet-use-private.h"

#include "core/stafet-care.h"
#include "core/stafet-cooperation.h"
#include "core/stafet-error.h"
#include "core/stafet-note.h"
#include "core/stafet-signup.h"
#include "core/stafet-words.h"
#include "schedule/stafet-expand.h"
#include "stafet-use-clash.h"

#include <string.h>

/* Keys that nobody writes. */
#define NOT_SET (STAFET_FIELD_HIDDEN | STAFET_FIELD_TOLD)

static gboolean
refuse_key (const StafetRecordInfo *info, const char *pair, GError **error)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    if ((field->flags & NOT_SET) == 0)
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? ", " : "", field->name);
  for (const StafetList *list = info->lists; list != NULL && list->name != NULL; list++)
    g_string_append_printf (keys, ", %s", list->name);
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_KEY,
               _ ("“%s” sets nothing of the kind %s. Write KEY=VALUE with one of: %s."), pair,
               _ (info->title), keys->str);
  return FALSE;
}

static gboolean
set_one (const StafetSnapshot *snapshot, StafetRecord *record, const StafetField *field, const char *value,
         GError **error)
{
  StafetRecord *target;

  /* Without a plan a reference stands for itself. */
  if (field->type != STAFET_FIELD_REF || *value == '\0' || snapshot == NULL)
    return stafet_record_set_text (record, field, value, error);
  target = stafet_reference_find (snapshot, field->target, value, error);
  if (target != NULL)
    STAFET_FIELD_AT (StafetUid, record, field) = target->uid;
  return target != NULL;
}

gboolean
stafet_use_set_pairs (const StafetSnapshot *snapshot, StafetRecord *record, const char *const *pairs,
                      GError **error)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);

  for (; *pairs != NULL; pairs++)
    {
      const char *equals = strchr (*pairs, '=');
      g_autofree char *key = equals != NULL ? g_strndup (*pairs, (gsize) (equals - *pairs)) : g_strdup ("");
      const StafetField *field = stafet_record_info_field (info, key);

      if (stafet_record_info_list (info, key) != NULL)
        continue;
      if (field == NULL || (field->flags & NOT_SET) != 0)
        return refuse_key (info, *pairs, error);
      if (!set_one (snapshot, record, field, equals + 1, error))
        return FALSE;
    }
  return TRUE;
}

/* ——— Lists ——— */

static StafetRecord *
new_link (const StafetSnapshot *snapshot, const StafetList *list, StafetRecord *owner, const char *text,
          GError **error)
{
  const StafetRecordInfo *info = stafet_record_info (list->link);
  g_autoptr (StafetRecord) link = stafet_record_new (list->link, NULL);

  STAFET_FIELD_AT (StafetUid, link, stafet_record_info_field (info, list->owner)) = owner->uid;
  if (list->which != NULL)
    STAFET_FIELD_AT (gint32, link, stafet_record_info_field (info, list->which)) = list->which_value;
  if (list->value != NULL
        ? !set_one (snapshot, link, stafet_record_info_field (info, list->value), text, error)
        : !list->read (link, text, error))
    return NULL;
  return stafet_record_validate (link, error) ? g_steal_pointer (&link) : NULL;
}

static gboolean
same_link (gconstpointer a, gconstpointer b)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (a);

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    if (!stafet_record_same_value (a, b, field) && strcmp (field->name, "position") != 0)
      return FALSE;
  return TRUE;
}

/* The owner's links that belong to this list and not to another of the same kind. */
static GPtrArray *
current_links (const StafetSnapshot *snapshot, const StafetList *list, StafetRecord *owner)
{
  const GPtrArray *all = stafet_snapshot_index (snapshot, list->index, owner->uid);
  const StafetField *which =
    list->which != NULL ? stafet_record_info_field (stafet_record_info (list->link), list->which) : NULL;
  GPtrArray *links = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (which == NULL || STAFET_FIELD_AT (gint32, g_ptr_array_index (all, i), which) == list->which_value)
      g_ptr_array_add (links, g_ptr_array_index (all, i));
  return links;
}

static gint32 *
position_of (StafetRecord *link)
{
  return &STAFET_FIELD_AT (gint32, link, stafet_record_info_field (STAFET_RECORD_INFO (link), "position"));
}

/* Writes one link where it is new or stands elsewhere than before. Takes @link; @seen gets what stands in the
 * list, @old loses what stays. */
static void
place_link (StafetRecord *link, GPtrArray *seen, GPtrArray *old, StafetChangeset *changeset)
{
  g_autoptr (StafetRecord) owned = link;
  StafetRecord *before, *after;
  guint at;

  if (g_ptr_array_find_with_equal_func (seen, link, same_link, NULL))
    return;
  *position_of (link) = (gint32) seen->len;
  g_ptr_array_add (seen, g_object_ref (link));
  if (!g_ptr_array_find_with_equal_func (old, link, same_link, &at))
    {
      stafet_changeset_insert (changeset, g_steal_pointer (&owned));
      return;
    }
  before = g_ptr_array_remove_index (old, at);
  if (*position_of (before) == *position_of (link))
    return;
  after = stafet_record_copy (before);
  *position_of (after) = *position_of (link);
  stafet_changeset_update (changeset, before, after);
}

static gboolean
set_list (const StafetSnapshot *snapshot, const StafetList *list, StafetRecord *owner, const char *value,
          StafetChangeset *changeset, GError **error)
{
  g_auto (GStrv) texts = g_strsplit (value, ",", -1);
  g_autoptr (GPtrArray) old = current_links (snapshot, list, owner);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_object_unref);

  for (char **text = texts; *text != NULL; text++)
    {
      StafetRecord *link;

      if (*g_strstrip (*text) == '\0')
        continue;
      link = new_link (snapshot, list, owner, *text, error);
      if (link == NULL)
        return FALSE;
      place_link (link, seen, old, changeset);
    }
  for (guint i = 0; i < old->len; i++)
    stafet_changeset_delete (changeset, g_ptr_array_index (old, i));
  return TRUE;
}

gboolean
stafet_use_set_lists (const StafetSnapshot *snapshot, StafetRecord *owner, const char *const *pairs,
                      StafetChangeset *changeset, GError **error)
{
  for (; *pairs != NULL; pairs++)
    {
      const char *equals = strchr (*pairs, '=');
      g_autofree char *key = equals != NULL ? g_strndup (*pairs, (gsize) (equals - *pairs)) : g_strdup ("");
      const StafetList *list = stafet_record_info_list (STAFET_RECORD_INFO (owner), key);

      if (list != NULL && !set_list (snapshot, list, owner, equals + 1, changeset, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
stafet_use_names_key (const char *const *pairs, const char *key)
{
  gsize length = strlen (key);

  for (; *pairs != NULL; pairs++)
    if (strncmp (*pairs, key, length) == 0 && (*pairs)[length] == '=')
      return TRUE;
  return FALSE;
}

const char *
stafet_use_label (const StafetSnapshot *snapshot, StafetRecord *record)
{
  static const char *const owners[] = { "volunteer", "activity", "shift" };
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);

  if (info->kind == STAFET_KIND_SIGNUP)
    return ((StafetSignup *) record)->name;
  for (gsize i = 0; info->label == NULL && i < G_N_ELEMENTS (owners); i++)
    {
      const StafetField *field = stafet_record_info_field (info, owners[i]);
      StafetRecord *owner = field != NULL ? stafet_snapshot_get (snapshot, field->target,
                                                                 STAFET_FIELD_AT (StafetUid, record, field))
                                          : NULL;

      if (owner != NULL)
        return stafet_record_get_label (owner);
    }
  return stafet_record_get_label (record);
}

char *
stafet_use_name (const StafetSnapshot *snapshot, StafetRecord *record)
{
  const char *label = stafet_use_label (snapshot, record);

  /* Labels stay in the log when sign-ups are erased. */
  if (STAFET_RECORD_KIND (record) == STAFET_KIND_SIGNUP)
    return g_strdup (stafet_record_get_label (
      stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, ((StafetSignup *) record)->activity)));
  if (STAFET_RECORD_KIND (record) == STAFET_KIND_ENQUIRY)
    {
      g_autofree char *day = stafet_use_day (((StafetEnquiry *) record)->begun);

      return g_strdup_printf (_ ("the enquiry of %s"), day);
    }
  if (STAFET_RECORD_KIND (record) == STAFET_KIND_SNAG)
    {
      g_autofree char *day = stafet_use_day (((StafetSnag *) record)->noted);

      return g_strdup_printf (_ ("the snag of %s"), day);
    }
  if (STAFET_RECORD_KIND (record) == STAFET_KIND_MEMBER)
    {
      const char *role = ((StafetMember *) record)->role;

      return g_strdup (*role != '\0' ? role
                                     : stafet_record_get_label (stafet_snapshot_get (
                                       snapshot, STAFET_KIND_HOUSE, ((StafetMember *) record)->house)));
    }
  /* What was agreed with one volunteer, and the steps she took, go by her name: that is taken out with her.
   */
  if (STAFET_RECORD_KIND (record) == STAFET_KIND_AGREEMENT
      || STAFET_RECORD_KIND (record) == STAFET_KIND_WELCOME)
    {
      const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (record), "volunteer");
      StafetRecord *volunteer =
        stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, STAFET_FIELD_AT (StafetUid, record, field));

      if (volunteer != NULL)
        return g_strdup (stafet_record_get_label (volunteer));
    }
  if (STAFET_RECORD_KIND (record) == STAFET_KIND_REGULAR)
    return g_strdup (stafet_record_get_label (
      stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, ((StafetRegular *) record)->activity)));
  return STAFET_RECORD_KIND (record) == STAFET_KIND_NOTE ? stafet_note_name (label) : g_strdup (label);
}

/* ——— Series ——— */

StafetTiming *
stafet_use_timing (StafetRecord *series)
{
  if (STAFET_RECORD_KIND (series) == STAFET_KIND_ACTIVITY)
    return &((StafetActivity *) series)->timing;
  if (STAFET_RECORD_KIND (series) == STAFET_KIND_SHIFT && ((StafetShift *) series)->activity == NULL)
    return &((StafetShift *) series)->timing;
  return NULL;
}

StafetRecord *
stafet_use_series (const StafetSnapshot *snapshot, StafetRecord *record)
{
  StafetUid activity =
    STAFET_RECORD_KIND (record) == STAFET_KIND_SHIFT ? ((StafetShift *) record)->activity : NULL;

  return activity != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, activity) : record;
}

gboolean
stafet_use_check_gap (StafetPlan *plan, StafetWall start, GError **error)
{
  if (!stafet_zone_in_gap (stafet_clock_get_zone (stafet_plan_get_clock (plan)), start))
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_GAP,
                       _ ("The start lies in the hour that the clock skips when summer time begins. Choose a "
                          "time before 2 or from 3 on."));
  return FALSE;
}

gboolean
stafet_use_check_offsets (const StafetShift *shift, StafetWall start, StafetWall end, GError **error)
{
  if (start + shift->start_offset < end + shift->end_offset)
    return TRUE;
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_ORDER,
               _ ("The shift “%s” would end before it starts. Mend its start_offset or end_offset, or the "
                  "activity's times."),
               shift->role);
  return FALSE;
}

/* Shifts follow their activity: neither may turn the other upside down. */
static gboolean
check_followers (const StafetSnapshot *snapshot, StafetRecord *record, GError **error)
{
  const GPtrArray *shifts;
  StafetTiming *timing;

  if (STAFET_RECORD_KIND (record) == STAFET_KIND_SHIFT)
    {
      StafetRecord *series = stafet_use_series (snapshot, record);

      timing = series != NULL ? stafet_use_timing (series) : NULL;
      return timing == NULL || series == record
             || stafet_use_check_offsets ((StafetShift *) record, timing->start, timing->end, error);
    }
  if (STAFET_RECORD_KIND (record) != STAFET_KIND_ACTIVITY)
    return TRUE;
  timing = stafet_use_timing (record);
  shifts = stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, record->uid);
  for (guint i = 0; i < shifts->len; i++)
    if (!stafet_use_check_offsets (g_ptr_array_index (shifts, i), timing->start, timing->end, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_lists (StafetRecord *record, const char *const *pairs, GError **error)
{
  for (; *pairs != NULL; pairs++)
    {
      const char *equals = strchr (*pairs, '=');
      g_autofree char *key = g_strndup (*pairs, (gsize) (equals - *pairs));
      const StafetList *list = stafet_record_info_list (STAFET_RECORD_INFO (record), key);
      g_auto (GStrv) texts = list != NULL ? g_strsplit (equals + 1, ",", -1) : NULL;

      for (char **text = texts; text != NULL && *text != NULL; text++)
        {
          g_autoptr (StafetRecord) link =
            *g_strstrip (*text) != '\0' ? new_link (NULL, list, record, *text, error) : NULL;

          if (link == NULL && **text != '\0')
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
stafet_use_check_pairs (StafetKind kind, const char *const *pairs, const StafetZone *zone, gboolean whole,
                        GError **error)
{
  g_autoptr (StafetRecord) record = stafet_record_new (kind, "");
  StafetTiming *timing;

  if (!stafet_use_set_pairs (NULL, record, pairs, error) || !check_lists (record, pairs, error))
    return FALSE;
  timing = whole ? stafet_use_timing (record) : NULL;
  if (timing != NULL && !stafet_expand_normalise (record, timing, zone, error))
    return FALSE;
  return !whole || stafet_record_validate (record, error);
}

static StafetUid
house_of (StafetRecord *series)
{
  return STAFET_RECORD_KIND (series) == STAFET_KIND_ACTIVITY ? ((StafetActivity *) series)->house
                                                             : ((StafetShift *) series)->house;
}

/* A house that has closed for good takes nothing new: what it had may be looked after. */
static gboolean
check_open (const StafetSnapshot *snapshot, StafetRecord *series, const StafetTiming *timing, GError **error)
{
  StafetKind kind = STAFET_RECORD_KIND (series);
  const StafetHouse *record = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, house_of (series));
  StafetRecord *before = stafet_snapshot_get (snapshot, kind, series->uid);
  g_autofree char *day = NULL;

  if (record == NULL || record->closed_from == STAFET_DATE_NONE || timing->last_date < record->closed_from
      || (kind == STAFET_KIND_ACTIVITY && ((StafetActivity *) series)->draft)
      || (before != NULL && house_of (before) == house_of (series)
          && !stafet_use_moves_bookings (before, series)))
    return TRUE;
  day = stafet_words_day_with_year (stafet_i18n_get_language (), record->closed_from);
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("%s is closed from %s: end it before that, or choose another house."), record->name, day);
  return FALSE;
}

gboolean
stafet_use_finish (StafetPlan *plan, StafetRecord *record, GError **error)
{
  StafetZone *zone = stafet_clock_get_zone (stafet_plan_get_clock (plan));
  StafetTiming *timing = stafet_use_timing (record);

  if (timing != NULL && !stafet_expand_normalise (record, timing, zone, error))
    return FALSE;
  return stafet_record_validate (record, error)
         && (timing == NULL || stafet_use_check_gap (plan, timing->start, error))
         && (timing == NULL || check_open (stafet_plan_get_snapshot (plan), record, timing, error))
         && check_followers (stafet_plan_get_snapshot (plan), record, error);
}

/* ——— Dates ——— */

char *
stafet_use_day (StafetDate date)
{
  return stafet_words_date (stafet_i18n_get_language (), date);
}

/* The original date whose own start lies on @date; STAFET_DATE_NONE when none was moved there. */
static StafetDate
moved_from (const StafetSnapshot *snapshot, StafetRecord *series, StafetDate date)
{
  StafetIndex index = STAFET_RECORD_KIND (series) == STAFET_KIND_ACTIVITY ? STAFET_INDEX_EXCEPTION_BY_ACTIVITY
                                                                          : STAFET_INDEX_EXCEPTION_BY_SHIFT;
  const GPtrArray *exceptions = stafet_snapshot_index (snapshot, index, series->uid);

  for (guint i = 0; i < exceptions->len; i++)
    {
      const StafetException *exception = g_ptr_array_index (exceptions, i);
      g_autoptr (GVariant) image = stafet_image_read (exception->changes, NULL);
      const char *text;
      StafetWall start;

      if (image != NULL && g_variant_lookup (image, "start", "&s", &text)
          && stafet_wall_parse (text, &start, NULL) && stafet_wall_date (start) == date)
        return exception->date;
    }
  return STAFET_DATE_NONE;
}

gboolean
stafet_use_check_date (const StafetSnapshot *snapshot, StafetRecord *record, StafetDate date, GError **error)
{
  StafetRecord *series = stafet_use_series (snapshot, record);
  StafetTiming *timing = stafet_use_timing (series);
  g_autofree char *day = NULL, *other = NULL;
  StafetDate moved, next;

  if (stafet_expand_holds (timing, date))
    return TRUE;
  moved = moved_from (snapshot, series, date);
  next = stafet_expand_next (timing, date);
  day = stafet_use_day (date);
  if (moved != STAFET_DATE_NONE || next != STAFET_DATE_NONE)
    other =
      stafet_words_date_with_year (stafet_i18n_get_language (), moved != STAFET_DATE_NONE ? moved : next);
  if (moved != STAFET_DATE_NONE)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_NO_DATE,
                 _ ("“%s” on %s was moved there. Write its original date: %s."),
                 stafet_record_get_label (series), day, other);
  else if (next != STAFET_DATE_NONE)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_NO_DATE,
                 _ ("“%s” does not take place on %s. The next date is %s."), stafet_record_get_label (series),
                 day, other);
  else
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_NO_DATE,
                 _ ("“%s” does not take place on %s, nor later. Look at its dates."),
                 stafet_record_get_label (series), day);
  return FALSE;
}

void
stafet_shift_date_clear (StafetShiftDate *self)
{
  g_clear_pointer (&self->agenda, stafet_agenda_free);
}

gboolean
stafet_shift_date_find (StafetSnapshot *snapshot, StafetShift *shift, StafetDate date, StafetShiftDate *found,
                        GError **error)
{
  StafetRecord *series = stafet_use_series (snapshot, &shift->parent);

  memset (found, 0, sizeof *found);
  if (!stafet_use_check_date (snapshot, &shift->parent, date, error))
    return FALSE;
  found->agenda = stafet_agenda_new_occurrence (snapshot, STAFET_RECORD_KIND (series), series->uid, date);
  found->entry = g_ptr_array_index (found->agenda->entries, 0);
  for (guint i = 0; i < found->entry->n_shifts; i++)
    if (found->entry->shifts[i].shift->parent.uid == shift->parent.uid)
      found->staffing = &found->entry->shifts[i];
  return TRUE;
}
