/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be wrong with a value whatever the store holds.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StafetCoreError:
 * @STAFET_CORE_ERROR_VALUE: a value that its field cannot hold ("wanted" is not a number)
 * @STAFET_CORE_ERROR_DATE: a date or a wall time that does not exist or is not written as one
 * @STAFET_CORE_ERROR_ORDER: an end that is not after its start
 * @STAFET_CORE_ERROR_GAP: a start inside the hour that the spring night skips
 * @STAFET_CORE_ERROR_RULE: a recurrence rule that is malformed, too fine, or yields no date
 * @STAFET_CORE_ERROR_CPR: a text that holds a number shaped like a CPR number
 * @STAFET_CORE_ERROR_KEY: a key that the record kind does not have
 * @STAFET_CORE_ERROR_REQUIRED: a required field without a value
 * @STAFET_CORE_ERROR_FILE: a file that cannot be read as what it should be
 *
 * Every message is a sentence for a coordinator, in the language of the process.
 */
typedef enum
{
  STAFET_CORE_ERROR_VALUE,
  STAFET_CORE_ERROR_DATE,
  STAFET_CORE_ERROR_ORDER,
  STAFET_CORE_ERROR_GAP,
  STAFET_CORE_ERROR_RULE,
  STAFET_CORE_ERROR_CPR,
  STAFET_CORE_ERROR_KEY,
  STAFET_CORE_ERROR_REQUIRED,
  STAFET_CORE_ERROR_FILE
} StafetCoreError;

#define STAFET_CORE_ERROR (stafet_core_error_quark ())
GQuark stafet_core_error_quark (void);

G_END_DECLS
