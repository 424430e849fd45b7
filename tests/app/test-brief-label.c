/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds a brief label to needing no room, and to being called by all of its text.
 */
#include "app-fixture.h"

#include "app/stafet-brief-label.h"

RULE (it_is_as_narrow_as_it_must_be_and_a_line_high)
{
  StafetBriefLabel *label = STAFET_BRIEF_LABEL (stafet_brief_label_new ("grid-title", 0));
  int least, wanted, brief, height, more;

  stafet_brief_label_set (label, "man.", "man.");
  show (app, label);
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, &least, &brief, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  stafet_brief_label_set (label, "mandag den 23. november", "man.");
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_VERTICAL, 10, &more, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, 0);
  g_assert_cmpint (wanted, >, brief);
  g_assert_cmpint (more, ==, height);
  assert_finalized (app);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  APP_TEST ("/app/brief-label/needs-no-room", it_is_as_narrow_as_it_must_be_and_a_line_high);
  return g_test_run ();
}
