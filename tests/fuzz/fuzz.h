/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a fuzz target is: one function that libFuzzer calls with any octets (./dev fuzz), and mutate.c with
 * altered copies of the corpus (an ordinary test).
 */
#pragma once

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);
