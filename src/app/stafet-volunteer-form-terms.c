/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The terms in the form of a volunteer: houses and people to choose, hours of rest, and what does not go
 * together.
 */
#include "stafet-volunteer-form-private.h"

#include "core/stafet-error.h"
#include "core/stafet-words.h"
#include "stafet-named.h"

#include <string.h>

#define MINUTES_PER_HOUR 60
#define HUNDREDTHS 100
#define MOST_HOURS 168

/* ——— People ——— */

static char *
read_names (StafetInput *input, const char *text, gpointer data, char **hint, GError **error)
{
  StafetVolunteerForm *self = data;

  (void) input;
  return stafet_named_list (stafet_page_get_snapshot (STAFET_PAGE (self)), text, self->known, hint, error);
}

static char *
read_companion (StafetInput *input, const char *text, gpointer data, char **hint, GError **error)
{
  g_autofree char *uids = read_names (input, text, data, hint, error);

  if (uids == NULL || strchr (uids, ',') == NULL)
    return g_steal_pointer (&uids);
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                       _ ("One goes along the first time: write one name."));
  g_clear_pointer (hint, g_free);
  return NULL;
}

static const char *
name_of (StafetVolunteerForm *self, StafetUid uid)
{
  const StafetVolunteer *person =
    stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_VOLUNTEER, uid);

  return person != NULL ? person->name : "";
}

/* "Bent Krag, Lis Bæk". (transfer full) */
static char *
partners_text (StafetVolunteerForm *self, StafetUid volunteer, gint32 relation)
{
  const GPtrArray *links = stafet_snapshot_index (stafet_page_get_snapshot (STAFET_PAGE (self)),
                                                  STAFET_INDEX_PARTNER_BY_VOLUNTEER, volunteer);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const StafetPartner *link = g_ptr_array_index (links, i);

      if (link->relation != relation)
        continue;
      g_ptr_array_add (self->known, (gpointer) link->other);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name_of (self, link->other));
    }
  return g_strdup (text->str);
}

/* ——— Numbers ——— */

/* "11", "11,5 timer": minutes. */
static char *
read_hours (StafetInput *input, const char *text, gpointer data, char **hint, GError **error)
{
  gsize figures = strspn (text, "0123456789.,");
  g_autofree char *number = g_strndup (text, figures), *unit = g_strstrip (g_strdup (text + figures));
  g_autoptr (StafetRecord) scratch = stafet_record_new (STAFET_KIND_VOLUNTEER, "");
  const StafetField *field = stafet_record_info_field (&stafet_volunteer_info, "wished_per_week");
  int minutes;

  (void) input;
  (void) data;
  (void) hint;
  if (figures == 0 || (*unit != '\0' && *unit != 't' && *unit != 'h')
      || !stafet_record_set_text (scratch, field, number, NULL))
    {
      g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                           _ ("Write how many hours, for example 11."));
      return NULL;
    }
  /* The store takes a week at most. */
  if (STAFET_FIELD_AT (gint32, scratch, field) > MOST_HOURS * HUNDREDTHS)
    {
      g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                   _ ("The rest is at most a week: %d hours."), MOST_HOURS);
      return NULL;
    }
  minutes = STAFET_FIELD_AT (gint32, scratch, field) * MINUTES_PER_HOUR / HUNDREDTHS;
  return g_strdup_printf ("%d", minutes);
}

/* "" for none. (transfer full) */
static char *
hundredths_text (gint32 hundredths)
{
  return hundredths != STAFET_INTEGER_NONE ? stafet_words_hundredths (stafet_i18n_get_language (), hundredths)
                                           : g_strdup ("");
}

char *
stafet_volunteer_form_term_text (StafetVolunteerForm *self, StafetVolunteer *volunteer, const char *key)
{
  if (strcmp (key, "partners") == 0)
    return partners_text (self, volunteer->parent.uid, STAFET_PARTNER_WITH);
  if (strcmp (key, "keep_apart") == 0)
    return partners_text (self, volunteer->parent.uid, STAFET_PARTNER_APART);
  if (strcmp (key, "companion") == 0)
    {
      g_ptr_array_add (self->known, (gpointer) volunteer->companion);
      return g_strdup (name_of (self, volunteer->companion));
    }
  if (strcmp (key, "rest_minutes") == 0)
    return volunteer->rest_minutes != STAFET_INTEGER_NONE
             ? hundredths_text (volunteer->rest_minutes * HUNDREDTHS / MINUTES_PER_HOUR)
             : g_strdup ("");
  if (strcmp (key, "wished_per_week") == 0)
    return hundredths_text (volunteer->wished_per_week);
  return NULL;
}

/* ——— Houses ——— */

static gboolean
is_linked (StafetVolunteerForm *self, StafetUid house)
{
  const GPtrArray *links = stafet_snapshot_index (stafet_page_get_snapshot (STAFET_PAGE (self)),
                                                  STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, self->volunteer);

  for (guint i = 0; i < links->len; i++)
    if (((StafetVolunteerHouse *) g_ptr_array_index (links, i))->house == house)
      return TRUE;
  return FALSE;
}

/* Every house that is open, without those that are only visited when @home, and those that the terms name.
 * (transfer full) of StafetOption. */
static GArray *
all_houses (StafetVolunteerForm *self, gboolean home)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  const GPtrArray *houses = stafet_snapshot_all (stafet_desk_get_snapshot (desk), STAFET_KIND_HOUSE);
  GArray *options = stafet_options_new ();

  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);

      if (is_linked (self, house->parent.uid)
          || (!stafet_desk_is_closed (desk, house) && !(home && house->kind == STAFET_HOUSE_NURSING)))
        stafet_options_add (options, house->parent.uid, house->name);
    }
  stafet_options_sort (options, 0);
  return options;
}

static void
fill_picks (StafetVolunteerForm *self, StafetHousePicks *picks, StafetVolunteer *volunteer, const char *key)
{
  const StafetList *list = stafet_record_info_list (&stafet_volunteer_info, key);
  g_auto (GStrv) uids =
    stafet_snapshot_list_texts (stafet_page_get_snapshot (STAFET_PAGE (self)), &volunteer->parent, list);
  g_autofree char *joined = g_strjoinv (",", uids);

  stafet_house_picks_set_list (picks, joined);
  g_hash_table_insert (self->before, g_strdup (key), g_steal_pointer (&joined));
}

void
stafet_volunteer_form_fill_houses (StafetVolunteerForm *self, StafetVolunteer *volunteer)
{
  fill_picks (self, self->houses, volunteer, "houses");
  fill_picks (self, self->blocked_houses, volunteer, "blocked_houses");
}

void
stafet_volunteer_form_set_up_terms (StafetVolunteerForm *self)
{
  stafet_input_set_reader (self->rest, read_hours, self);
  stafet_input_set_reader (self->partners, read_names, self);
  stafet_input_set_reader (self->keep_apart, read_names, self);
  stafet_input_set_reader (self->companion, read_companion, self);
  stafet_house_picks_set_options (self->houses, all_houses (self, TRUE));
  stafet_house_picks_set_options (self->blocked_houses, all_houses (self, FALSE));
  if (self->volunteer == NULL)
    g_object_set (self->houses, "title", _ ("More houses"), NULL);
}

/* ——— What does not go together ——— */

static void
remark_houses (StafetHousePicks *picks, const GPtrArray *terms, const char *key)
{
  const StafetTerm *found = NULL;

  for (guint i = terms->len; i-- > 0;)
    if (g_str_equal (((StafetTerm *) g_ptr_array_index (terms, i))->key, key))
      found = g_ptr_array_index (terms, i);
  stafet_house_picks_set_remark (picks, found != NULL ? found->text : NULL, found != NULL && found->refused);
}

void
stafet_volunteer_form_remark (StafetVolunteerForm *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free), terms = NULL;

  stafet_form_peek (self->form, self->before, pairs);
  stafet_volunteer_form_collect_choices (self, pairs);
  g_ptr_array_add (pairs, NULL);
  terms = stafet_use_try_terms (stafet_desk_get_snapshot (desk), self->volunteer,
                                (const char *const *) pairs->pdata, stafet_desk_today (desk));
  if (terms == NULL)
    return;
  stafet_form_remark (self->form, terms);
  remark_houses (self->houses, terms, "houses");
  remark_houses (self->blocked_houses, terms, "blocked_houses");
}
