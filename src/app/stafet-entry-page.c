/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds a panel and keeps it up to date; goes away with its occurrence.
 */
#include "stafet-entry-page.h"

#include "core/stafet-words.h"
#include "stafet-entry-panel.h"

struct _StafetEntryPage
{
  StafetPage parent_instance;

  StafetKind kind;
  StafetUid series;
  StafetDate original;
  StafetEntryPanel *panel; /* owned by the widget tree */
};

G_DEFINE_FINAL_TYPE (StafetEntryPage, stafet_entry_page, STAFET_TYPE_PAGE)

static void
stafet_entry_page_refresh (StafetPage *page)
{
  StafetEntryPage *self = STAFET_ENTRY_PAGE (page);

  if (!stafet_entry_panel_show (self->panel, stafet_page_get_desk (page), self->kind, self->series,
                                self->original))
    stafet_page_leave (page);
}

static void
stafet_entry_page_focus (StafetPage *page)
{
  stafet_entry_panel_focus (STAFET_ENTRY_PAGE (page)->panel);
}

static void
stafet_entry_page_class_init (StafetEntryPageClass *klass)
{
  STAFET_PAGE_CLASS (klass)->refresh = stafet_entry_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_entry_page_focus;
}

static void
stafet_entry_page_init (StafetEntryPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->panel = g_object_new (STAFET_TYPE_ENTRY_PANEL, NULL);
  stafet_entry_panel_set_closable (self->panel, FALSE);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->panel));
  adw_bin_set_child (ADW_BIN (self), clamp);
}

StafetPage *
stafet_entry_page_new (StafetDesk *desk, StafetKind kind, StafetUid series, StafetDate original)
{
  const StafetRecord *record = stafet_snapshot_get (stafet_desk_get_snapshot (desk), kind, series);
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), original);
  StafetEntryPage *self =
    g_object_new (STAFET_TYPE_ENTRY_PAGE, "desk", desk, "title",
                  record != NULL ? stafet_record_get_label (record) : "", "subtitle", day, NULL);

  self->kind = kind;
  self->series = series;
  self->original = original;
  return STAFET_PAGE (self);
}
