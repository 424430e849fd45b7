/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page with a long list of records of one kind, which is searched, narrowed by choices, and sorted.
 *
 * A page of its own says which records are shown and what a row of them says; the list, the search field and
 * the stack ("list", "none": of those there are, "begin": there are none at all, "no-houses") come from its
 * template.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_RECORDS_PAGE (stafet_records_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (StafetRecordsPage, stafet_records_page, STAFET, RECORDS_PAGE, StafetPage)

struct _StafetRecordsPageClass
{
  StafetPageClass parent_class;

  StafetKind kind;
  const char *title; /* untranslated: what the list is called */
  /* Returns: (transfer full): how many are in it, in words */
  char *(*count) (guint n);
  /* @needle: what is searched for, folded; empty when nothing is. */
  gboolean (*shows) (StafetRecordsPage *self, gconstpointer record, const char *needle);
  int (*compare) (gconstpointer a, gconstpointer b);
  GtkWidget *(*make_row) (void);
  /* Returns: (transfer full): what a screen reader calls the row */
  char *(*bind_row) (StafetRecordsPage *self, GtkWidget *row, gpointer record);
  /* Opens what the row stands for. */
  void (*open) (StafetRecordsPage *self, gconstpointer record);
};

/* For init(), behind gtk_widget_init_template(): children of the template. */
void stafet_records_page_set_parts (StafetRecordsPage *self, GtkSearchEntry *search, GtkListView *list,
                                    GtkStack *stack);
/* The uids of all that is found now, in the list's order. (transfer full) */
GPtrArray *stafet_records_page_get_found (StafetRecordsPage *self);
/* Another choice was made. */
void stafet_records_page_filter_anew (StafetRecordsPage *self);

G_END_DECLS
