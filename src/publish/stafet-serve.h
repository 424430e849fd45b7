/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the local server's files come from: the plan, made when somebody asks, or a folder published before.
 */
#pragma once

#include "plan/stafet-plan.h"
#include "stafet-server.h"

G_BEGIN_DECLS

/* The calendars and pages of the plan's feeds and the heartbeat, as publishing would write them now. Each is
 * made once for a state of the store and a week; what other processes change is seen within a second. */
typedef struct _StafetServePlan StafetServePlan;

StafetServePlan *stafet_serve_plan_new (StafetPlan *plan);
/* Ends when nothing is being made any more. */
void stafet_serve_plan_free (StafetServePlan *self);
extern const StafetServerSource stafet_serve_plan_source;

/* The files of a folder that look as if they were published: TOKEN.ics, TOKEN.html and the heartbeat. The
 * data is the folder's path. */
extern const StafetServerSource stafet_serve_folder_source;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetServePlan, stafet_serve_plan_free)

G_END_DECLS
