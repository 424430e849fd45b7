/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of the page of the network, section by section.
 */
#pragma once

#include "stafet-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  STAFET_NETWORK_NOTICES,
  STAFET_NETWORK_OFFERS,
  STAFET_NETWORK_CONTACTS,
  STAFET_NETWORK_AGREEMENTS,
  STAFET_NETWORK_APPLICATIONS,
  STAFET_NETWORK_COUNCIL,
  STAFET_NETWORK_LINKS,
  STAFET_NETWORK_WORDS,
  STAFET_NETWORK_N_SECTIONS
} StafetNetworkSection;

/* Their buttons are the page's actions. (transfer container) of floating GtkWidget. */
GPtrArray *stafet_network_rows_new (StafetDesk *desk, StafetNetworkSection section);

G_END_DECLS
