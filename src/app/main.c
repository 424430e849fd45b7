/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * stafet: the window.
 */
#include "stafet-application.h"
#include "stafet-watchdog-posix.h"

int
main (int argc, char **argv)
{
  g_autoptr (StafetApplication) application = NULL;

  stafet_i18n_init (STAFET_LOCALE_DIR_DEFAULT);
  /* The message locale was chosen above, whatever the machine's. */
  gtk_disable_setlocale ();
  g_set_application_name ("Stafet");
  g_set_prgname (STAFET_APPLICATION_ID);
  stafet_watchdog_start ();
  application = stafet_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
