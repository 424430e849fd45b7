/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes lines of a proposal into the plan.
 */
#include "stafet-use-propose.h"

static StafetEdit *
ask (const StafetProposal *proposal, const StafetRosterLine *line)
{
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (proposal, line->shift);
  const StafetVolunteer *volunteer = g_ptr_array_index (proposal->people, line->volunteer);
  const StafetWho who = { .volunteer = volunteer->parent.uid };

  return stafet_use_assign (hole->staffing->shift->parent.uid, &who, hole->entry->original, TRUE, FALSE);
}

static StafetEdit *
take_back (const StafetProposal *proposal, const StafetRosterPair *pair)
{
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (proposal, pair->shift);
  const StafetVolunteer *volunteer = g_ptr_array_index (proposal->people, pair->volunteer);
  const StafetWho who = { .volunteer = volunteer->parent.uid };

  return stafet_use_unassign (hole->staffing->shift->parent.uid, &who, hole->entry->original);
}

/* Of what is not chosen nothing is taken back. */
static gboolean
makes_room (const StafetRosterPair *pair, const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const StafetRosterLine *line = &g_array_index (lines, StafetRosterLine, i);

      if (line->shift == pair->shift || line->volunteer == pair->volunteer)
        return TRUE;
    }
  return FALSE;
}

StafetEdit *
stafet_use_ask_proposed (const StafetProposal *proposal, const GArray *lines)
{
  g_autofree char *label =
    g_strdup_printf (ngettext_ ("Asked for %u place", "Asked for %u places", lines->len), lines->len);
  GPtrArray *edits = g_ptr_array_new ();

  for (guint i = 0; i < proposal->withdrawn->len; i++)
    {
      const StafetRosterPair *pair = &g_array_index (proposal->withdrawn, StafetRosterPair, i);

      if (makes_room (pair, lines))
        g_ptr_array_add (edits, take_back (proposal, pair));
    }
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (edits, ask (proposal, &g_array_index (lines, StafetRosterLine, i)));
  return stafet_use_several (label, edits);
}
