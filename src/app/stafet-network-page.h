/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The network around the houses: associations and what they offer, notices, who is asked about what, and the
 * words by which all of it is found.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_NETWORK_PAGE (stafet_network_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetNetworkPage, stafet_network_page, STAFET, NETWORK_PAGE, StafetPage)

G_END_DECLS
