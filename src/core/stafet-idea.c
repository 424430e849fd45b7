/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record tables of ideas.
 */
#include "stafet-idea.h"

#include "stafet-activity.h"
#include "stafet-error.h"
#include "stafet-i18n.h"

#include <stdlib.h>

#define AT(Type, member) G_STRUCT_OFFSET (Type, member)
#define MOST_WANTED 999

static const StafetField idea_fields[] = {
  { "title", N_ ("Title"), STAFET_FIELD_TEXT, AT (StafetIdea, title),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "category", N_ ("Category"), STAFET_FIELD_ENUM, AT (StafetIdea, category),
    .values = stafet_category_values, .fallback = STAFET_ENUM_NONE },
  { "minutes", N_ ("Minutes it lasts"), STAFET_FIELD_INTEGER, AT (StafetIdea, minutes),
    .fallback = STAFET_INTEGER_NONE, .minimum = 1, .maximum = 10080 },
  { "people", N_ ("Made for how many"), STAFET_FIELD_INTEGER, AT (StafetIdea, people),
    .fallback = STAFET_INTEGER_NONE, .minimum = 1, .maximum = 100000 },
  { "public_text", N_ ("Public text"), STAFET_FIELD_TEXT, AT (StafetIdea, public_text),
    STAFET_FIELD_SEARCHABLE },
  { "price", N_ ("Price"), STAFET_FIELD_TEXT, AT (StafetIdea, price) },
  { "materials", N_ ("Materials"), STAFET_FIELD_TEXT, AT (StafetIdea, materials), STAFET_FIELD_SEARCHABLE },
  { "bus", N_ ("Needs the bus"), STAFET_FIELD_FLAG, AT (StafetIdea, bus) },
  { "meal", N_ ("There is a meal"), STAFET_FIELD_FLAG, AT (StafetIdea, meal) },
  { "went", N_ ("How it went"), STAFET_FIELD_TEXT, AT (StafetIdea, went),
    STAFET_FIELD_NEVER_EXPORTED | STAFET_FIELD_SEARCHABLE },
  { NULL }
};

static const StafetField idea_role_fields[] = {
  { "idea", N_ ("Idea"), STAFET_FIELD_REF, AT (StafetIdeaRole, idea), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_IDEA, .index = STAFET_INDEX_IDEA_ROLE_BY_IDEA },
  { "role", N_ ("Role"), STAFET_FIELD_TEXT, AT (StafetIdeaRole, role), STAFET_FIELD_REQUIRED },
  { "wanted", N_ ("Wanted"), STAFET_FIELD_INTEGER, AT (StafetIdeaRole, wanted), .fallback = 1, .minimum = 1,
    .maximum = MOST_WANTED },
  { "position", N_ ("Position"), STAFET_FIELD_INTEGER, AT (StafetIdeaRole, position), STAFET_FIELD_HIDDEN },
  { NULL }
};

/* "3 Kitchen" */
static char *
role_write (StafetRecord *link)
{
  const StafetIdeaRole *self = (const StafetIdeaRole *) link;

  return g_strdup_printf ("%d %s", self->wanted, self->role);
}

static gboolean
role_read (StafetRecord *link, const char *text, GError **error)
{
  StafetIdeaRole *self = (StafetIdeaRole *) link;
  char *rest;
  unsigned long wanted = strtoul (text, &rest, 10);
  g_autofree char *role = g_strstrip (g_strdup (rest));

  if (rest == text)
    wanted = 1;
  if (*role == '\0' || wanted < 1 || wanted > MOST_WANTED)
    {
      g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                   _ ("“%s” is no role. Write how many and what they do, for example: 3 kitchen."), text);
      return FALSE;
    }
  self->wanted = (gint32) wanted;
  stafet_record_take_text (self, stafet_record_info_field (&stafet_idea_role_info, "role"),
                           g_steal_pointer (&role));
  return TRUE;
}

static const StafetList idea_lists[] = { { "roles", N_ ("Roles"), STAFET_KIND_IDEA_ROLE,
                                           STAFET_INDEX_IDEA_ROLE_BY_IDEA, "idea", NULL, NULL, 0, role_write,
                                           role_read },
                                         { NULL } };

StafetRecordInfo stafet_idea_info = { .kind = STAFET_KIND_IDEA,
                                      .name = "idea",
                                      .title = N_ ("idea"),
                                      .type_name = "StafetIdea",
                                      .instance_size = sizeof (StafetIdea),
                                      .fields = idea_fields,
                                      .lists = idea_lists,
                                      .label = "title",
                                      .public_kind = TRUE };
StafetRecordInfo stafet_idea_role_info = { .kind = STAFET_KIND_IDEA_ROLE,
                                           .name = "idea_role",
                                           .title = N_ ("role of an idea"),
                                           .type_name = "StafetIdeaRole",
                                           .instance_size = sizeof (StafetIdeaRole),
                                           .fields = idea_role_fields,
                                           .order = "position" };
