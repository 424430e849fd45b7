/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Day, from and to.
 */
#include "stafet-span-fields.h"

#include "core/stafet-typed.h"
#include "core/stafet-words.h"
#include "plan/stafet-when.h"

static StafetDate
today_of (const StafetSpanFields *self)
{
  return stafet_desk_today (stafet_ask_dialog_get_desk (self->dialog));
}

static StafetInput *
add (const StafetSpanFields *self, const char *title, const char *reads)
{
  StafetInput *input =
    g_object_new (STAFET_TYPE_INPUT, "title", title, "reads", reads, "kind", "activity", NULL);

  stafet_input_set_today (input, today_of (self));
  stafet_ask_dialog_append (self->dialog, GTK_WIDGET (input));
  return input;
}

void
stafet_span_fields_add (StafetSpanFields *self, StafetAskDialog *dialog, const char *title)
{
  self->dialog = dialog;
  self->date = add (self, title, "date");
  self->from = add (self, _ ("From"), "time-or-span");
  self->to = add (self, C_ ("time", "To"), "time");
}

void
stafet_span_fields_show (StafetSpanFields *self, StafetWall start, StafetWall end)
{
  g_auto (StafetWhenTexts) texts = { { NULL } };

  stafet_when_write_span (start, end, stafet_i18n_get_language (), &texts);
  stafet_input_set_text (self->date, texts.texts[STAFET_WHEN_FIRST]);
  stafet_input_set_text (self->from, texts.texts[STAFET_WHEN_FROM]);
  stafet_input_set_text (self->to, texts.texts[STAFET_WHEN_TO]);
}

static gboolean
say_wrong (StafetInput *input, const GError *error)
{
  stafet_input_set_problem (input, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (input));
  return FALSE;
}

/* The day in words is a sentence of when it is, that of one date. */
static gboolean
fill_texts (const StafetSpanFields *self, StafetWhenTexts *texts, GError **error)
{
  StafetDate date;

  if (!stafet_typed_date (stafet_input_get_text (self->date), today_of (self), &date, error))
    return FALSE;
  texts->texts[STAFET_WHEN_RULE] = stafet_words_day_with_year (stafet_i18n_get_language (), date);
  texts->texts[STAFET_WHEN_FROM] = g_strdup (stafet_input_get_text (self->from));
  texts->texts[STAFET_WHEN_TO] = g_strdup (stafet_input_get_text (self->to));
  return TRUE;
}

gboolean
stafet_span_fields_read (StafetSpanFields *self, StafetWall *start, StafetWall *end)
{
  StafetInput *const inputs[STAFET_N_WHEN] = { [STAFET_WHEN_FROM] = self->from, [STAFET_WHEN_TO] = self->to };
  g_auto (StafetWhenTexts) texts = { { NULL } };
  g_auto (StafetWhen) when = { 0 };
  g_autoptr (GError) error = NULL;
  StafetWhenField wrong;

  if (!fill_texts (self, &texts, &error))
    return say_wrong (self->date, error);
  if (!stafet_when_read (&texts, today_of (self), &when, &wrong, &error))
    return say_wrong (inputs[wrong] != NULL ? inputs[wrong] : self->date, error);
  *start = when.start;
  *end = when.end;
  return TRUE;
}
