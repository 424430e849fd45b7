/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The error domain of values and records.
 */
#include "stafet-error.h"

/* clang-format off */
G_DEFINE_QUARK (stafet-core-error-quark, stafet_core_error)
/* clang-format on */
