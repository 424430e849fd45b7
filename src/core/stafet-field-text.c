/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads and writes the text of a field by its type.
 */
#include "stafet-field-text.h"

#include "stafet-coordinates.h"

#include "stafet-cpr.h"
#include "stafet-error.h"
#include "stafet-i18n.h"
#include "stafet-text.h"
#include "stafet-typed.h"

#include <string.h>

static char *
write_number (const StafetField *field, gint32 value)
{
  if (value == STAFET_INTEGER_NONE)
    return g_strdup ("");
  if (field->type == STAFET_FIELD_INTEGER)
    return g_strdup_printf ("%d", value);
  return g_strdup_printf ("%s%d.%02d", value < 0 ? "-" : "", ABS (value) / 100, ABS (value) % 100);
}

static char *
write_moment (StafetMoment moment)
{
  char buffer[STAFET_WALL_SIZE];
  StafetWall start, end;

  if (moment == STAFET_MOMENT_NONE)
    return g_strdup ("");
  stafet_moment_span (moment, moment, &start, &end);
  if (stafet_moment_is_date (moment))
    return g_strdup (stafet_date_write (stafet_wall_date (start), buffer));
  return g_strdup (stafet_wall_write (start, buffer));
}

char *
stafet_field_text_write (gconstpointer record, const StafetField *field)
{
  char buffer[STAFET_INSTANT_SIZE];
  gint32 position;

  switch (field->type)
    {
    case STAFET_FIELD_TEXT:
      return g_strdup (STAFET_FIELD_AT (char *, record, field));
    case STAFET_FIELD_INTEGER:
    case STAFET_FIELD_HUNDREDTHS:
      return write_number (field, STAFET_FIELD_AT (gint32, record, field));
    case STAFET_FIELD_FLAG:
      return g_strdup (STAFET_FIELD_AT (gboolean, record, field) ? "yes" : "no");
    case STAFET_FIELD_DATE:
      return g_strdup (stafet_date_write (STAFET_FIELD_AT (StafetDate, record, field), buffer));
    case STAFET_FIELD_WALL:
      return g_strdup (stafet_wall_write (STAFET_FIELD_AT (StafetWall, record, field), buffer));
    case STAFET_FIELD_MOMENT:
      return write_moment (STAFET_FIELD_AT (StafetMoment, record, field));
    case STAFET_FIELD_INSTANT:
      return g_strdup (stafet_instant_write (STAFET_FIELD_AT (StafetInstant, record, field), buffer));
    case STAFET_FIELD_ENUM:
      position = STAFET_FIELD_AT (gint32, record, field);
      return g_strdup (position == STAFET_ENUM_NONE ? "" : field->values[position].key);
    case STAFET_FIELD_REF:
      return g_strdup (
        STAFET_FIELD_AT (StafetUid, record, field) != NULL ? STAFET_FIELD_AT (StafetUid, record, field) : "");
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
refuse (GError **error, const StafetField *field, const char *text, const char *expected)
{
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE, _ ("%s cannot be “%s”. %s"),
               _ (field->title), text, expected);
  return FALSE;
}

/* A phone of ten figures is a foreign one, and begins with + or 00. */
static gboolean
is_cpr_phone (const char *text)
{
  g_autofree char *digits = stafet_phone_clean (text, NULL);

  return digits != NULL && *digits != '+' && stafet_cpr_find (digits, NULL);
}

static gboolean
read_text (gpointer record, const StafetField *field, const char *text, GError **error)
{
  gboolean phone = (field->flags & STAFET_FIELD_PHONE) != 0;
  g_autofree char *clean = stafet_text_clean (text, error);

  if (clean == NULL)
    return FALSE;
  if (phone ? is_cpr_phone (clean) : stafet_cpr_find (clean, NULL))
    {
      g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_CPR,
                   _ ("%s holds a number shaped like a CPR number. Stafet keeps none: leave it out."),
                   _ (field->title));
      return FALSE;
    }
  if (phone && *clean != '\0')
    {
      char *digits = stafet_phone_clean (clean, error);

      if (digits == NULL)
        return FALSE;
      g_free (clean);
      clean = digits;
    }
  if ((field->flags & STAFET_FIELD_COORDINATES) != 0 && *clean != '\0')
    {
      StafetCoordinates coordinates;

      if (!stafet_coordinates_read (clean, &coordinates, error))
        return FALSE;
      g_free (clean);
      clean = stafet_coordinates_write (&coordinates);
    }
  stafet_record_take_text (record, field, g_steal_pointer (&clean));
  return TRUE;
}

static gboolean
in_bounds (const StafetField *field, gint64 value)
{
  if (field->minimum == 0 && field->maximum == 0)
    return value > STAFET_INTEGER_NONE && value <= G_MAXINT32;
  return value >= field->minimum && value <= field->maximum;
}

/* "3", "3.5" or "3,50" scaled by 100. */
static gboolean
parse_hundredths (const char *text, gint64 *value)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ".,", -1);
  guint n = g_strv_length (parts);
  gint64 whole, part = 0;

  if (n < 1 || n > 2 || !g_ascii_string_to_signed (parts[0], 10, 0, 1000000, &whole, NULL))
    return FALSE;
  if (n == 2)
    {
      gsize digits = strlen (parts[1]);

      if (digits < 1 || digits > 2 || !g_ascii_string_to_signed (parts[1], 10, 0, 99, &part, NULL))
        return FALSE;
      if (digits == 1)
        part *= 10;
    }
  *value = whole * 100 + part;
  return TRUE;
}

static gboolean
read_number (gpointer record, const StafetField *field, const char *text, GError **error)
{
  g_autofree char *expected = NULL;
  gboolean hundredths = field->type == STAFET_FIELD_HUNDREDTHS;
  int scale = hundredths ? 100 : 1;
  gint64 value = field->fallback;
  gboolean number = *text == '\0'
                    || (hundredths ? parse_hundredths (text, &value)
                        : (field->flags & STAFET_FIELD_KRONER) != 0
                          ? stafet_typed_kroner (text, &value)
                          : g_ascii_string_to_signed (text, 10, G_MININT32 + 1, G_MAXINT32, &value, NULL));

  if (number && (*text == '\0' || in_bounds (field, value)))
    {
      STAFET_FIELD_AT (gint32, record, field) = (gint32) value;
      return TRUE;
    }
  if (field->minimum == 0 && field->maximum == 0)
    expected = g_strdup (_ ("Write a whole number."));
  else
    expected =
      g_strdup_printf (_ ("Write a number from %d to %d."), field->minimum / scale, field->maximum / scale);
  return refuse (error, field, text, expected);
}

static gboolean
read_flag (gpointer record, const StafetField *field, const char *text, GError **error)
{
  if (*text == '\0')
    STAFET_FIELD_AT (gboolean, record, field) = field->fallback;
  else if (strcmp (text, "yes") == 0 || strcmp (text, "no") == 0)
    STAFET_FIELD_AT (gboolean, record, field) = *text == 'y';
  else
    return refuse (error, field, text, _ ("Write yes or no."));
  return TRUE;
}

static gboolean
read_enum (gpointer record, const StafetField *field, const char *text, GError **error)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autofree char *expected = NULL;

  if (*text == '\0')
    {
      STAFET_FIELD_AT (gint32, record, field) = field->fallback;
      return TRUE;
    }
  for (int i = 0; field->values[i].key != NULL; i++)
    {
      if (strcmp (field->values[i].key, text) == 0)
        {
          STAFET_FIELD_AT (gint32, record, field) = i;
          return TRUE;
        }
      g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", field->values[i].key);
    }
  expected = g_strdup_printf (_ ("Write one of: %s."), keys->str);
  return refuse (error, field, text, expected);
}

static gboolean
read_moment (gpointer record, const StafetField *field, const char *text, GError **error)
{
  StafetMoment moment = STAFET_MOMENT_NONE;
  StafetDate date;
  StafetWall wall;

  if (strchr (text, 'T') != NULL)
    {
      if (!stafet_wall_parse (text, &wall, error))
        return FALSE;
      moment = stafet_moment_from_wall (wall);
    }
  else if (*text != '\0')
    {
      if (!stafet_date_parse (text, &date, error))
        return FALSE;
      moment = stafet_moment_from_date (date);
    }
  STAFET_FIELD_AT (StafetMoment, record, field) = moment;
  return TRUE;
}

static gboolean
read_time (gpointer record, const StafetField *field, const char *text, GError **error)
{
  gint32 value = STAFET_DATE_NONE;
  StafetInstant instant = STAFET_INSTANT_NONE;

  if (field->type == STAFET_FIELD_INSTANT)
    {
      if (*text != '\0' && !stafet_instant_parse (text, &instant, error))
        return FALSE;
      STAFET_FIELD_AT (StafetInstant, record, field) = instant;
      return TRUE;
    }
  if (*text != '\0'
      && !(field->type == STAFET_FIELD_DATE ? stafet_date_parse (text, &value, error)
                                            : stafet_wall_parse (text, &value, error)))
    return FALSE;
  STAFET_FIELD_AT (gint32, record, field) = value;
  return TRUE;
}

gboolean
stafet_field_text_read (gpointer record, const StafetField *field, const char *text, GError **error)
{
  switch (field->type)
    {
    case STAFET_FIELD_TEXT:
      return read_text (record, field, text, error);
    case STAFET_FIELD_INTEGER:
    case STAFET_FIELD_HUNDREDTHS:
      return read_number (record, field, text, error);
    case STAFET_FIELD_FLAG:
      return read_flag (record, field, text, error);
    case STAFET_FIELD_ENUM:
      return read_enum (record, field, text, error);
    case STAFET_FIELD_MOMENT:
      return read_moment (record, field, text, error);
    case STAFET_FIELD_REF:
      STAFET_FIELD_AT (StafetUid, record, field) = *text != '\0' ? stafet_uid_intern (text) : NULL;
      return TRUE;
    default:
      return read_time (record, field, text, error);
    }
}
