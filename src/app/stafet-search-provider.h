/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers the desktop's own search (org.gnome.Shell.SearchProvider2) with what the plan has.
 */
#pragma once

#include "stafet-application.h"

G_BEGIN_DECLS

#define STAFET_TYPE_SEARCH_PROVIDER (stafet_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (StafetSearchProvider, stafet_search_provider, STAFET, SEARCH_PROVIDER, GObject)

/* @application is borrowed: it has the provider. */
StafetSearchProvider *stafet_search_provider_new (StafetApplication *application);

/* At "SearchProvider" below @path; questions that come before the plan is open wait for it. */
gboolean stafet_search_provider_export (StafetSearchProvider *self, GDBusConnection *connection,
                                        const char *path, GError **error);
void stafet_search_provider_unexport (StafetSearchProvider *self, GDBusConnection *connection);

G_END_DECLS
