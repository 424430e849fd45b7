/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says who, where to, and what came of it.
 */
#include "stafet-write-row.h"

#include "core/stafet-text.h"
#include "stafet-actions.h"
#include "stafet-called.h"
#include "stafet-chip.h"
#include "stafet-line.h"

static const char *
icon_of (const StafetCallLine *line)
{
  switch (line->kind)
    {
    case STAFET_CALL_LINE_WARD:
    case STAFET_CALL_LINE_CONTACT:
      return "stafet-ward-symbolic";
    case STAFET_CALL_LINE_ORGANISER:
      return "stafet-house-symbolic";
    default:
      return "stafet-people-symbolic";
    }
}

/* The address or the number. (transfer full) */
static char *
where_of (const StafetRecipient *recipient)
{
  if (recipient->by == STAFET_REACHED_BY_MAIL)
    return g_strdup (recipient->mail);
  if (recipient->by == STAFET_REACHED_BY_MESSAGE)
    return stafet_phone_format (recipient->mobile);
  if (recipient->by == STAFET_REACHED_NOT)
    return g_strdup (_ ("Neither an e-mail address nor a telephone number is written down"));
  return stafet_called_phones (recipient->line);
}

static void
add_button (GtkWidget *line, const StafetCallLine *line_of, const char *label, const char *action)
{
  g_autofree char *key = stafet_call_line_key (line_of);

  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (label, line_of->name, action, g_variant_new_string (key)));
}

GtkWidget *
stafet_write_row_new (const StafetRecipient *recipient, StafetCalled called, gboolean outcomes)
{
  const StafetCallLine *line_of = recipient->line;
  g_autofree char *where = where_of (recipient), *key = stafet_call_line_key (line_of);
  GtkWidget *line = stafet_line_new (icon_of (line_of), line_of->name, where);

  gtk_widget_set_name (line, key);
  if (*line_of->beside != '\0')
    stafet_line_add_text (STAFET_LINE (line), line_of->beside);
  if (line_of->only_asked)
    stafet_line_add_second (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_ASKED, C_ ("state", "asked")));
  if (called != STAFET_CALLED_NOT)
    stafet_line_add_second (STAFET_LINE (line), stafet_called_chip_new (called));
  if (recipient->by < STAFET_REACHED_BY_CALL || called == STAFET_CALLED_TOLD)
    return line;
  if (outcomes)
    {
      add_button (line, line_of, _ ("No answer"), "page.no-answer");
      add_button (line, line_of, _ ("Rang"), "page.rang");
    }
  add_button (line, line_of, _ ("Told"), "page.told");
  return line;
}
