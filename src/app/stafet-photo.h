/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Photographs of volunteers: shown where there is one, which she agreed to.
 */
#pragma once

#include "schedule/stafet-snapshot.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows her photograph in @avatar, else her initials; those of nobody where her name is protected. */
void stafet_photo_show (AdwAvatar *avatar, const StafetSnapshot *snapshot, const StafetVolunteer *volunteer);

/* A picture of a file, made small, as a record keeps it. (transfer full); NULL and a sentence when it is
 * none. */
char *stafet_photo_read (const char *path, GError **error);

G_END_DECLS
