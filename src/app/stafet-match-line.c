/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What fits, with its reasons beneath.
 */
#include "stafet-match-line.h"

#include "core/stafet-activity.h"
#include "stafet-actions.h"
#include "stafet-day-row.h"
#include "stafet-line.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

static const char *
icon_of (const StafetMatch *match)
{
  if (match->kind == STAFET_KIND_OFFER)
    return "stafet-network-symbolic";
  if (match->kind == STAFET_KIND_NOTICE)
    return "stafet-idea-symbolic";
  if (match->kind == STAFET_KIND_SHIFT || ((StafetActivity *) match->record)->category == STAFET_ENUM_NONE)
    return "stafet-people-symbolic";
  return stafet_category_icon (((StafetActivity *) match->record)->category);
}

GtkWidget *
stafet_match_line_new (const StafetMatch *match)
{
  GtkWidget *line = stafet_line_new (icon_of (match), match->title, match->detail);
  GtkWidget *reasons = stafet_wrap_box_new (12, 2);

  for (guint i = 0; i < match->reasons->len; i++)
    {
      const StafetMatchReason *reason = g_ptr_array_index (match->reasons, i);

      stafet_wrap_box_append (
        STAFET_WRAP_BOX (reasons),
        stafet_remark_new (reason->fits ? "stafet-promised-symbolic" : "stafet-warning-symbolic",
                           reason->fits ? "good" : "warns", reason->text));
    }
  stafet_line_add_second (STAFET_LINE (line), reasons);
  stafet_line_add_end (
    STAFET_LINE (line),
    stafet_action_button_new (_ ("Choose"), match->title, "page.choose",
                              g_variant_new ("(sss)", match->title, match->detail, match->record->uid)));
  return line;
}

void
stafet_match_line_write (const StafetMatch *match, GString *text)
{
  g_string_append_printf (text, "%s\t%s\t%s\t%s\n", icon_of (match), match->record->uid, match->title,
                          match->detail);
  for (guint i = 0; i < match->reasons->len; i++)
    {
      const StafetMatchReason *reason = g_ptr_array_index (match->reasons, i);

      g_string_append_printf (text, "%d\t%s\n", reason->fits, reason->text);
    }
}
