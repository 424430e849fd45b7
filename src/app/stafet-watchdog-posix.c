/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between its polls the main loop does nothing else than work: so the time from one to the next is what
 * somebody who presses a key would wait.
 *
 * A millisecond of CPU time is not the same everywhere: another program on the other half of the same core,
 * or another machine beside a virtual one, nearly halves what is done in it, now and then for a tenth of a
 * second. So a piece of work that is always the same is measured before and after, as a yardstick.
 */
#include "stafet-watchdog-posix.h"

#include <time.h>

/* What the yardstick takes on the machine that limits are told for, in ms of CPU time; and how often it is
 * laid on. */
#define YARD 0.175
#define YARD_BYTES 65536
#define YARD_EVERY 20

/* CPU time of the thread, in ms: when the loop last woke, how much it may use until it sleeps, and when the
 * yardstick was laid on. */
static double woke, limit, laid;
/* How many times as much as there it took. */
static double pace;

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static double
lay_yardstick (void)
{
  static const guchar bytes[YARD_BYTES];
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  double begun = cpu_ms ();

  g_checksum_update (checksum, bytes, sizeof bytes);
  laid = cpu_ms ();
  return MAX (1, (laid - begun) / YARD);
}

/* @busy is too long, unless everything took as much longer just then. */
static void
judge (double busy)
{
  for (int i = 0; i < 8; i++)
    pace = MAX (pace, lay_yardstick ());
  if (busy > limit * pace)
    g_printerr ("Stafet: the main loop was busy for %.0f ms, at a pace of %.2f\n", busy, pace);
}

static gint
poll_cb (GPollFD *fds, guint n, gint timeout)
{
  double busy = cpu_ms () - woke;
  gint result;

  if (busy > limit)
    judge (busy);
  result = g_poll (fds, n, timeout);
  if (cpu_ms () > laid + YARD_EVERY)
    pace = lay_yardstick ();
  woke = cpu_ms ();
  return result;
}

void
stafet_watchdog_start (void)
{
  const char *value = g_getenv ("STAFET_WATCHDOG_MS");

  if (value == NULL)
    return;
  limit = g_ascii_strtod (value, NULL);
  pace = lay_yardstick ();
  woke = cpu_ms ();
  g_main_context_set_poll_func (NULL, poll_cb);
}
