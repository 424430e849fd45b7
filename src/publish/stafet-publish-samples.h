/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sample configurations of web servers for a published folder.
 */
#pragma once

#include "core/stafet-i18n.h"

G_BEGIN_DECLS

/* Writes nginx.conf.eksempel and apache.conf.eksempel into @folder where they are missing or differ. */
gboolean stafet_publish_samples_write (const char *folder, StafetLanguage language, GError **error);

G_END_DECLS
