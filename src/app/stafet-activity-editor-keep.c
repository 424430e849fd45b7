/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps what was begun in the editor: every field and choice, while it is written and over restarts.
 */
#include "stafet-activity-editor-private.h"
#include "stafet-choice.h"
#include "stafet-role-row.h"
#include "stafet-stop-row.h"

#include <string.h>

/* So much is lost at most when the machine goes dark. */
#define KEEP_MS 1000

/* One for each activity, and for each way to begin a new one. (transfer full) */
static char *
draft_key (StafetActivityEditor *self)
{
  if (self->activity != NULL)
    return g_strdup_printf ("activity/%s", self->activity);
  if (self->idea != NULL)
    return g_strdup_printf ("activity/idea/%s", self->idea);
  return g_strdup (self->asks_loan ? "activity/loan" : "activity/new");
}

/* ——— Choices ——— */

typedef struct
{
  const char *key;
  GtkDropDown *dropdown;
} Choice;

#define N_NUMBERS 5
#define N_RECORDS 5
#define N_FLAGS 2

/* Drop-downs whose choices are always the same, and those of records. */
static void
list_choices (StafetActivityEditor *self, Choice *numbers, Choice *records)
{
  numbers[0] = (Choice){ "category", self->category };
  numbers[1] = (Choice){ "visibility", self->visibility };
  numbers[2] = (Choice){ "holidays", self->holidays };
  numbers[3] = (Choice){ "school-holidays", self->school_holidays };
  numbers[4] = (Choice){ "layout", self->layout };
  /* The house first: it says which rooms there are. */
  records[0] = (Choice){ "house", self->house };
  records[1] = (Choice){ "room", self->room };
  records[2] = (Choice){ "lead", self->lead };
  records[3] = (Choice){ "organiser", self->organiser };
  records[4] = (Choice){ "vehicle", self->vehicle };
}

typedef struct
{
  const char *key;
  GtkCheckButton *tick;
} Flag;

static void
list_flags (StafetActivityEditor *self, Flag *flags)
{
  flags[0] = (Flag){ "meal", self->meal };
  flags[1] = (Flag){ "transport", self->transport };
}

static void
write_flags (StafetActivityEditor *self, GVariantBuilder *texts)
{
  Flag flags[N_FLAGS];

  list_flags (self, flags);
  for (int i = 0; i < N_FLAGS; i++)
    g_variant_builder_add (texts, "{ss}", flags[i].key,
                           gtk_check_button_get_active (flags[i].tick) ? "yes" : "no");
  g_variant_builder_add (texts, "{ss}", "holidays-chosen", self->holidays_chosen ? "yes" : "no");
}

static void
fill_flags (StafetActivityEditor *self, GVariant *kept)
{
  Flag flags[N_FLAGS];
  const char *text;

  list_flags (self, flags);
  for (int i = 0; i < N_FLAGS; i++)
    if (g_variant_lookup (kept, flags[i].key, "&s", &text))
      gtk_check_button_set_active (flags[i].tick, g_str_equal (text, "yes"));
  self->holidays_chosen =
    g_variant_lookup (kept, "holidays-chosen", "&s", &text) && g_str_equal (text, "yes");
}

static void
write_choices (StafetActivityEditor *self, GVariantBuilder *texts)
{
  Choice numbers[N_NUMBERS], records[N_RECORDS];

  list_choices (self, numbers, records);
  for (int i = 0; i < N_NUMBERS; i++)
    {
      g_autofree char *chosen = g_strdup_printf ("%u", gtk_drop_down_get_selected (numbers[i].dropdown));

      g_variant_builder_add (texts, "{ss}", numbers[i].key, chosen);
    }
  for (int i = 0; i < N_RECORDS; i++)
    {
      StafetUid uid = stafet_choice_get (records[i].dropdown);

      g_variant_builder_add (texts, "{ss}", records[i].key, uid != NULL ? uid : "");
    }
}

static void
fill_choices (StafetActivityEditor *self, GVariant *kept)
{
  Choice numbers[N_NUMBERS], records[N_RECORDS];
  const char *text;

  list_choices (self, numbers, records);
  for (int i = 0; i < N_NUMBERS; i++)
    if (g_variant_lookup (kept, numbers[i].key, "&s", &text))
      gtk_drop_down_set_selected (numbers[i].dropdown, (guint) g_ascii_strtoull (text, NULL, 10));
  for (int i = 0; i < N_RECORDS; i++)
    if (g_variant_lookup (kept, records[i].key, "&s", &text))
      stafet_choice_set (records[i].dropdown, *text != '\0' ? stafet_uid_intern (text) : NULL);
}

/* ——— Roles ——— */

/* Of a new role "role/0/", of one that is there "shift/UID/". (transfer full) */
static char *
role_prefix (StafetRoleRow *row, int *n)
{
  StafetUid shift = stafet_role_row_get_shift (row);

  return shift != NULL ? g_strdup_printf ("shift/%s/", shift) : g_strdup_printf ("role/%d/", (*n)++);
}

static void
write_roles (StafetActivityEditor *self, GVariantBuilder *texts)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->roles)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *prefix = NULL;

      if (stafet_role_row_is_empty (STAFET_ROLE_ROW (child)))
        continue;
      prefix = role_prefix (STAFET_ROLE_ROW (child), &n);
      stafet_role_row_write (STAFET_ROLE_ROW (child), prefix, texts);
    }
  for (guint i = 0; i < self->removed->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("removed/%s", (char *) g_ptr_array_index (self->removed, i));

      g_variant_builder_add (texts, "{ss}", key, "yes");
    }
}

/* A role that is there is as it was kept, or goes. */
static void
fill_shift (StafetRoleRow *row, GVariant *kept)
{
  StafetUid shift = stafet_role_row_get_shift (row);
  g_autofree char *removed = g_strdup_printf ("removed/%s", shift);
  g_autofree char *prefix = g_strdup_printf ("shift/%s/", shift);

  if (g_variant_lookup (kept, removed, "&s", NULL))
    g_signal_emit_by_name (row, "removed");
  else
    stafet_role_row_fill (row, prefix, kept);
}

static void
fill_roles (StafetActivityEditor *self, GVariant *kept)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->roles)); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (stafet_role_row_get_shift (STAFET_ROLE_ROW (child)) != NULL)
        fill_shift (STAFET_ROLE_ROW (child), kept);
    }
  for (int n = 0;; n++)
    {
      g_autofree char *prefix = g_strdup_printf ("role/%d/", n);
      GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->roles));

      /* One more follows each that is filled in. */
      if (!stafet_role_row_fill (STAFET_ROLE_ROW (last), prefix, kept))
        return;
    }
}

/* ——— Wards ——— */

static void
write_stops (StafetActivityEditor *self, GVariantBuilder *texts)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stops)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      StafetStopRow *row = STAFET_STOP_ROW (child);
      g_autofree char *prefix = NULL;

      if (stafet_stop_row_get_ward (row) == NULL && stafet_stop_row_get_stop (row) == NULL)
        continue;
      prefix = g_strdup_printf ("stop/%d/", n++);
      stafet_stop_row_write (row, prefix, texts);
    }
}

static void
fill_stops (StafetActivityEditor *self, GVariant *kept)
{
  int n = 0;

  stafet_activity_editor_ensure_empty_stop (self);
  /* A ward that is chosen in the last row brings one row more. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stops)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *prefix = g_strdup_printf ("stop/%d/", n++);

      stafet_stop_row_fill (STAFET_STOP_ROW (child), prefix, kept);
    }
}

/* ——— All ——— */

static void
write_when (StafetActivityEditor *self, GVariantBuilder *texts)
{
  for (int i = 0; i < STAFET_N_WHEN; i++)
    {
      StafetInput *input = stafet_activity_editor_when_input (self, (StafetWhenField) i);
      g_autofree char *key = g_strdup_printf ("when-%d", i);

      g_variant_builder_add (texts, "{ss}", key, stafet_input_get_text (input));
    }
}

GVariant *
stafet_activity_editor_write (StafetActivityEditor *self)
{
  GVariantBuilder texts;

  g_variant_builder_init (&texts, G_VARIANT_TYPE ("a{ss}"));
  stafet_form_write (self->form, &texts);
  write_when (self, &texts);
  write_choices (self, &texts);
  write_flags (self, &texts);
  stafet_loan_section_write (self->loan, &texts);
  write_roles (self, &texts);
  write_stops (self, &texts);
  return g_variant_ref_sink (g_variant_builder_end (&texts));
}

/* What stands as it was shown is left out: it is that of the date, and another may be opened next. Wards
 * stand together. (transfer none, floating) */
static GVariant *
changed_texts (StafetActivityEditor *self, GVariant *texts)
{
  GVariantBuilder changed;
  GVariantIter iter;
  const char *key, *text, *before;

  g_variant_builder_init (&changed, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&changed, "{ss}", "begun", "yes");
  g_variant_iter_init (&iter, texts);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &text))
    if (g_str_has_prefix (key, "stop/") || !g_variant_lookup (self->untouched, key, "&s", &before)
        || strcmp (text, before) != 0)
      g_variant_builder_add (&changed, "{ss}", key, text);
  return g_variant_builder_end (&changed);
}

void
stafet_activity_editor_keep (StafetActivityEditor *self)
{
  g_autoptr (GVariant) texts = NULL;
  g_autofree char *key = draft_key (self);

  g_clear_handle_id (&self->keeping, g_source_remove);
  if (self->saved || self->untouched == NULL)
    return;
  texts = stafet_activity_editor_write (self);
  stafet_desk_keep_draft (stafet_page_get_desk (STAFET_PAGE (self)), key,
                          g_variant_equal (texts, self->untouched) ? NULL : changed_texts (self, texts));
}

static gboolean
keep_cb (gpointer data)
{
  StafetActivityEditor *self = data;

  self->keeping = 0;
  stafet_activity_editor_keep (self);
  return G_SOURCE_REMOVE;
}

void
stafet_activity_editor_keep_soon (StafetActivityEditor *self)
{
  if (self->keeping == 0)
    self->keeping = g_timeout_add (KEEP_MS, keep_cb, self);
}

gboolean
stafet_activity_editor_resume (StafetActivityEditor *self)
{
  g_autofree char *key = draft_key (self);
  g_autoptr (GVariant) kept = stafet_desk_read_draft (stafet_page_get_desk (STAFET_PAGE (self)), key);

  self->untouched = stafet_activity_editor_write (self);
  if (kept == NULL)
    return FALSE;
  stafet_form_fill (self->form, kept);
  for (int i = 0; i < STAFET_N_WHEN; i++)
    {
      g_autofree char *when = g_strdup_printf ("when-%d", i);
      const char *text;

      if (g_variant_lookup (kept, when, "&s", &text))
        stafet_input_set_text (stafet_activity_editor_when_input (self, (StafetWhenField) i), text);
    }
  stafet_activity_editor_fill_leads (self);
  fill_choices (self, kept);
  fill_flags (self, kept);
  stafet_loan_section_fill (self->loan, kept);
  fill_roles (self, kept);
  fill_stops (self, kept);
  return TRUE;
}

void
stafet_activity_editor_forget (StafetActivityEditor *self)
{
  g_autofree char *key = draft_key (self);

  self->saved = TRUE;
  g_clear_handle_id (&self->keeping, g_source_remove);
  stafet_desk_keep_draft (stafet_page_get_desk (STAFET_PAGE (self)), key, NULL);
}
