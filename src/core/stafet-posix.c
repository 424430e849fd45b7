/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The core's only system calls.
 */
#include "stafet-posix.h"

#include <sys/random.h>

void
stafet_random_bytes (guint8 *bytes, gsize length)
{
  while (length > 0)
    {
      gssize got = getrandom (bytes, MIN (length, 256), 0);

      if (got <= 0)
        g_error ("The system gives no random bytes");
      bytes += got;
      length -= (gsize) got;
    }
}
