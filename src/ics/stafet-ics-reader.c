/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks the lines of a foreign calendar and knows which component each belongs to.
 */
#include "stafet-ics-reader.h"

#include "core/stafet-error.h"
#include "core/stafet-words.h"
#include "stafet-ics-property.h"
#include "stafet-ics-vtimezone.h"

#include <string.h>

#define MEGABYTE (1024 * 1024)
#define MOST_NESTED 32

const StafetIcsLimits stafet_ics_limits = { 10 * MEGABYTE, 20000, 64 * 1024, 200 };

typedef enum
{
  OPEN_CALENDAR,
  OPEN_EVENT,
  OPEN_ZONE,
  OPEN_OBSERVANCE,
  OPEN_TASK, /* to be counted */
  OPEN_OTHER
} Open;

typedef struct
{
  StafetIcsFile *file; /* borrowed */
  const StafetIcsLimits *limits;
  struct
  {
    const char *name;
    Open open;
  } stack[MOST_NESTED];
  guint depth;
  gboolean in_event;
  StafetIcsVtimezone *zone; /* owned; NULL outside */
  guint n_calendars, n_components, n_tasks;
} Reading;

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE, sentence);
  return FALSE;
}

static StafetIcsComponent *
last_event (Reading *reading)
{
  GArray *components = reading->file->components;

  return &g_array_index (components, StafetIcsComponent, components->len - 1);
}

/* ——— Components ——— */

static Open
kind_of (const char *name)
{
  static const struct
  {
    const char *name;
    Open open;
  } kinds[] = { { "VEVENT", OPEN_EVENT },        { "VCALENDAR", OPEN_CALENDAR },  { "VTIMEZONE", OPEN_ZONE },
                { "STANDARD", OPEN_OBSERVANCE }, { "DAYLIGHT", OPEN_OBSERVANCE }, { "VTODO", OPEN_TASK },
                { "VJOURNAL", OPEN_TASK } };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (name, kinds[i].name) == 0)
      return kinds[i].open;
  return OPEN_OTHER;
}

static void
close_zone (Reading *reading)
{
  g_autoptr (StafetIcsVtimezone) read = g_steal_pointer (&reading->zone);
  const char *name = stafet_ics_vtimezone_name (read);
  StafetZone *embedded = *name != '\0' ? stafet_ics_vtimezone_zone (read) : NULL;
  StafetIcsZone *zone;

  if (embedded == NULL)
    return;
  zone = g_hash_table_lookup (reading->file->zones, name);
  if (zone == NULL)
    {
      zone = g_new0 (StafetIcsZone, 1);
      zone->name = g_strdup (name);
      g_hash_table_insert (reading->file->zones, zone->name, zone);
    }
  if (zone->embedded != NULL)
    stafet_zone_unref (embedded);
  else
    zone->embedded = embedded;
}

/* The innermost component is over. */
static void
pop (Reading *reading)
{
  Open open = reading->stack[--reading->depth].open;

  if (open == OPEN_EVENT)
    reading->in_event = FALSE;
  if (open == OPEN_ZONE && reading->zone != NULL)
    close_zone (reading);
}

static void
break_off_event (Reading *reading)
{
  stafet_ics_component_fault (last_event (reading), _ ("It breaks off: its end is missing."));
  while (reading->in_event)
    pop (reading);
}

static gboolean
begin (Reading *reading, StafetIcsLine *line, GError **error)
{
  Open open = kind_of (g_strstrip (line->value));
  StafetIcsComponent fresh = { "", "", "", "", "", "", .rule = "" };

  if (++reading->n_components > reading->limits->components)
    return refuse (error, _ ("The calendar has more than 20,000 entries. Fetch a shorter period of it."));
  if ((open == OPEN_EVENT || open == OPEN_CALENDAR) && reading->in_event)
    break_off_event (reading);
  if (reading->depth == MOST_NESTED)
    return refuse (error, _ ("The file is not a calendar: its parts lie in one another without end."));
  if (reading->depth == 0 && open != OPEN_CALENDAR)
    open = OPEN_OTHER;
  reading->stack[reading->depth].name = line->value;
  reading->stack[reading->depth++].open = open;
  reading->n_calendars += open == OPEN_CALENDAR;
  reading->n_tasks += open == OPEN_TASK;
  if (open == OPEN_EVENT)
    {
      g_array_append_val (reading->file->components, fresh);
      reading->in_event = TRUE;
    }
  if (open == OPEN_ZONE && reading->zone == NULL)
    reading->zone = stafet_ics_vtimezone_new ();
  if (open == OPEN_OBSERVANCE && reading->zone != NULL)
    stafet_ics_vtimezone_begin (reading->zone);
  return TRUE;
}

/* What was begun inside and never ended, ends with it; an end without a beginning says nothing. */
static void
end (Reading *reading, StafetIcsLine *line)
{
  const char *name = g_strstrip (line->value);
  guint at = reading->depth;

  while (at > 0 && g_ascii_strcasecmp (reading->stack[at - 1].name, name) != 0)
    at--;
  if (at == 0)
    return;
  if (reading->in_event && reading->stack[at - 1].open == OPEN_CALENDAR)
    break_off_event (reading);
  while (reading->depth >= at)
    pop (reading);
}

static void
take_calendar_line (Reading *reading, StafetIcsLine *line)
{
  if (*reading->file->name == '\0'
      && (stafet_ics_line_is (line, "X-WR-CALNAME") || stafet_ics_line_is (line, "NAME")))
    reading->file->name = g_strstrip (stafet_ics_unescape (line->value));
}

static gboolean
take_line (Reading *reading, StafetIcsLine *line, GError **error)
{
  if (stafet_ics_line_is (line, "BEGIN"))
    return begin (reading, line, error);
  if (stafet_ics_line_is (line, "END"))
    {
      end (reading, line);
      return TRUE;
    }
  if (reading->depth == 0)
    return TRUE;
  switch (reading->stack[reading->depth - 1].open)
    {
    case OPEN_EVENT:
      stafet_ics_property_take (reading->file, last_event (reading), line, reading->limits);
      break;
    case OPEN_ZONE:
    case OPEN_OBSERVANCE:
      if (reading->zone != NULL)
        stafet_ics_vtimezone_line (reading->zone, line);
      break;
    case OPEN_CALENDAR:
      take_calendar_line (reading, line);
      break;
    default:
      break;
    }
  return TRUE;
}

/* ——— Bytes ——— */

/* The first octets that are no white space. */
static const char *
skip_space (const char *bytes, gsize length)
{
  while (length > 0 && (g_ascii_isspace (*bytes) || *bytes == '\0'))
    {
      bytes++;
      length--;
    }
  return bytes;
}

static gboolean
may_be_calendar (const char *bytes, gsize length, const StafetIcsLimits *limits, GError **error)
{
  const char *first = skip_space (bytes, length);

  if (length > limits->octets)
    return refuse (error, _ ("The file is larger than 10 MB. Fetch a shorter period of the calendar."));
  if (first == bytes + length)
    return refuse (error, _ ("The file is empty."));
  if (*first == '<')
    return refuse (error,
                   _ ("This is a web page, not a calendar. The address may ask for a password first, or "
                      "lead to the page about the calendar: copy the link that ends in .ics."));
  if (memchr (bytes, '\0', length) != NULL)
    return refuse (error, _ ("This file is not a calendar: calendars are text (iCalendar, .ics)."));
  return TRUE;
}

/* Makes valid UTF-8 of the unfolded text. */
static gboolean
decode (StafetIcsFile *file, gsize length, GError **error)
{
  char *wide;

  if (g_utf8_validate (file->text, (gssize) length, NULL))
    return TRUE;
  wide = g_convert (file->text, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  if (wide == NULL)
    return refuse (error,
                   _ ("The letters of the file cannot be read: it is neither UTF-8 nor Windows-1252."));
  g_free (file->text);
  file->text = wide;
  g_ptr_array_add (file->notes,
                   g_strdup (_ ("The file is not UTF-8 and was read as Windows-1252: look at the "
                                "letters æ, ø and å.")));
  return TRUE;
}

/* ——— When all is read ——— */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
note_zones (StafetIcsFile *file)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();
  GHashTableIter iter;
  StafetIcsZone *zone;

  g_hash_table_iter_init (&iter, file->zones);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &zone))
    if (!stafet_ics_zone_resolve (zone, file->local))
      g_ptr_array_add (unknown, zone->name);
  g_ptr_array_sort (unknown, compare_names);
  for (guint i = 0; i < unknown->len; i++)
    g_ptr_array_add (file->notes,
                     g_strdup_printf (_ ("Nobody knows the time zone “%s”: its times are taken as %s."),
                                      (char *) g_ptr_array_index (unknown, i),
                                      stafet_zone_get_name (file->local)));
}

static void
note_floating (StafetIcsFile *file)
{
  guint n = 0;

  for (guint i = 0; i < file->components->len; i++)
    n += stafet_ics_file_get (file, i)->start.form == STAFET_ICS_FLOATING;
  if (n > 0)
    g_ptr_array_add (
      file->notes,
      g_strdup_printf (ngettext_ ("%u event names no time zone: its times are taken as %s.",
                                  "%u events name no time zone: their times are taken as %s.", n),
                       n, stafet_zone_get_name (file->local)));
}

/* Of two events that speak of the same, one counts: the other is not lost without a word. */
static void
note_repeated (StafetIcsFile *file)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < file->components->len; i++)
    {
      const StafetIcsComponent *component = stafet_ics_file_get (file, i);
      const StafetIcsTime *date = &component->recurrence;

      if (component->fault == NULL)
        n += !g_hash_table_add (seen, g_strdup_printf ("%d %d %s", date->form, date->wall, component->uid));
    }
  if (n > 0)
    g_ptr_array_add (
      file->notes, g_strdup_printf (ngettext_ ("%u event stands there again under the same name (UID): the "
                                               "newer one counts.",
                                               "%u events stand there again under the same names (UID): the "
                                               "newer ones count.",
                                               n),
                                    n));
}

static void
note_tasks (StafetIcsFile *file, guint n)
{
  if (n > 0)
    g_ptr_array_add (file->notes,
                     g_strdup_printf (ngettext_ ("%u task or journal entry was passed over.",
                                                 "%u tasks and journal entries were passed over.", n),
                                      n));
}

static gboolean
finish (Reading *reading, GError **error)
{
  StafetIcsFile *file = reading->file;

  if (reading->n_calendars == 0)
    return refuse (error, _ ("This file is not a calendar: calendars are text (iCalendar, .ics)."));
  if (reading->depth > 0)
    return refuse (error,
                   _ ("The calendar breaks off in the middle (END:VCALENDAR is missing). Fetch it again."));
  note_zones (file);
  for (guint i = 0; i < file->components->len; i++)
    stafet_ics_component_finish (file, &g_array_index (file->components, StafetIcsComponent, i));
  note_floating (file);
  note_repeated (file);
  note_tasks (file, reading->n_tasks);
  return TRUE;
}

/* ——— The file ——— */

static StafetIcsFile *
file_new (const char *bytes, gsize length, StafetZone *local)
{
  StafetIcsFile *self = g_new0 (StafetIcsFile, 1);

  self->name = "";
  self->components = g_array_new (FALSE, FALSE, sizeof (StafetIcsComponent));
  g_array_set_clear_func (self->components, stafet_ics_component_clear);
  self->raw = g_ptr_array_new ();
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->made = g_ptr_array_new_with_free_func (g_free);
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) stafet_ics_zone_free);
  self->local = stafet_zone_ref (local);
  self->text = g_malloc (length + 1);
  memcpy (self->text, bytes, length);
  self->text[length] = '\0';
  return self;
}

void
stafet_ics_file_free (StafetIcsFile *self)
{
  g_array_unref (self->components);
  g_ptr_array_unref (self->raw);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->made);
  g_hash_table_unref (self->zones);
  stafet_zone_unref (self->local);
  g_free (self->text);
  g_free (self);
}

static gboolean
read_lines (StafetIcsFile *file, const StafetIcsLimits *limits, GError **error)
{
  Reading reading = { .file = file, .limits = limits };
  char *at = file->text;
  StafetIcsLine line;
  gboolean good = TRUE;

  if (g_str_has_prefix (at, "\xef\xbb\xbf"))
    at += 3;
  while (good && stafet_ics_line_next (&at, &line))
    good = take_line (&reading, &line, error);
  good = good && finish (&reading, error);
  g_clear_pointer (&reading.zone, stafet_ics_vtimezone_free);
  return good;
}

StafetIcsFile *
stafet_ics_read (const char *bytes, gsize length, StafetZone *local, const StafetIcsLimits *limits,
                 GError **error)
{
  g_autoptr (StafetIcsFile) file = NULL;

  if (limits == NULL)
    limits = &stafet_ics_limits;
  if (!may_be_calendar (bytes, length, limits, error))
    return NULL;
  file = file_new (bytes, length, local);
  if (!decode (file, stafet_ics_unfold (file->text, length), error) || !read_lines (file, limits, error))
    return NULL;
  return g_steal_pointer (&file);
}

StafetIcsFile *
stafet_ics_read_file (const char *path, StafetZone *local, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &cause);
  gsize room = stafet_ics_limits.octets + 1, length = 0;
  g_autofree char *bytes = g_malloc (room);

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, room, &length, NULL, &cause))
    {
      g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE, _ ("“%s” cannot be read: %s"), path,
                   cause->message);
      return NULL;
    }
  return stafet_ics_read (bytes, length, local, NULL, error);
}

const StafetIcsComponent *
stafet_ics_file_get (const StafetIcsFile *self, guint i)
{
  return &g_array_index (self->components, StafetIcsComponent, i);
}

/* Works on a copy: what is kept raw stays whole. */
char *
stafet_ics_file_raw_text (const StafetIcsFile *self, const StafetIcsComponent *component, const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; i < component->n_raw; i++)
    {
      const char *raw = g_ptr_array_index (self->raw, component->first_raw + i);
      const char *colon;

      if (g_ascii_strncasecmp (raw, name, length) != 0 || (raw[length] != ':' && raw[length] != ';'))
        continue;
      colon = strchr (raw + length, ':');
      if (colon != NULL)
        return stafet_ics_unescape (g_strdup (colon + 1));
    }
  return NULL;
}

char *
stafet_ics_component_words (const StafetIcsComponent *component, StafetLanguage language)
{
  const char *title = *component->title != '\0' ? component->title : component->uid;
  g_autofree char *date = NULL;

  if (component->start.form == STAFET_ICS_NEVER)
    return g_strdup (title);
  date = stafet_words_date_with_year (language, stafet_wall_date (component->start.wall));
  return g_strdup_printf ("%s (%s)", title, date);
}
