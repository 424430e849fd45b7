/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of thanks, talks, agreements, snags and the photograph.
 */
#include "stafet-volunteer-care.h"

#include "core/stafet-cooperation.h"
#include "core/stafet-words.h"
#include "schedule/stafet-care.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-line.h"
#include "stafet-photo.h"
#include "stafet-record-dialog.h"
#include "stafet-widget.h"
#include "stafet-window.h"

#include <string.h>

typedef struct
{
  GtkWidget *card; /* borrowed: it owns this */
  StafetDesk *desk;
  StafetUid volunteer;
} Context;

/* ——— Lines ——— */

static char *
date_words (const char *format, StafetDate date, const char *never)
{
  g_autofree char *day =
    date != STAFET_DATE_NONE ? stafet_words_day_with_year (stafet_i18n_get_language (), date) : NULL;

  return day != NULL ? g_strdup_printf (format, day) : g_strdup (never);
}

static StafetLine *
add_line (GPtrArray *rows, const char *icon, const char *title, const char *detail)
{
  GtkWidget *line = stafet_line_new (icon, title, detail);

  g_ptr_array_add (rows, line);
  return STAFET_LINE (line);
}

static void
add_button (StafetLine *line, const char *label, const char *about, const char *action)
{
  stafet_line_add_end (line, stafet_action_button_new (label, about, action, NULL));
}

/* "12 visits within a year, the last on Tuesday 3 November" is told by her shifts; here what is to be noted.
 */
static void
add_talks (GPtrArray *rows, StafetDesk *desk, StafetUid volunteer)
{
  StafetLanguage language = stafet_i18n_get_language ();
  StafetAgendaQuery query = { .volunteer = volunteer };
  g_autoptr (StafetCares) cares =
    stafet_cares_new (stafet_desk_get_snapshot (desk), &query, stafet_desk_now (desk));
  StafetCare care = stafet_care_of (cares, volunteer);
  g_autofree char *thanked = date_words (_ ("last thanked on %s"), care.thanked, _ ("no thanks are noted"));
  g_autofree char *talked = date_words (_ ("last talk on %s"), care.talked, _ ("no talk is noted"));
  StafetLine *line = add_line (rows, "stafet-promised-symbolic", _ ("Thanks"), thanked);

  if (care.milestone != STAFET_MILESTONE_NONE)
    stafet_line_add_end (
      line, stafet_chip_new (STAFET_CHIP_PROMISED, stafet_milestone_words (care.milestone, language)));
  add_button (line, _ ("Said thanks"), _ ("Thanks"), "care.thanked");
  line = add_line (rows, "stafet-food-symbolic", _ ("Coffee"), talked);
  add_button (line, _ ("We have talked"), _ ("Coffee"), "care.talked");
}

static void
add_agreements (GPtrArray *rows, const StafetSnapshot *snapshot, StafetUid volunteer)
{
  const GPtrArray *all = stafet_snapshot_index (snapshot, STAFET_INDEX_AGREEMENT_BY_VOLUNTEER, volunteer);
  StafetLine *line;

  for (guint i = 0; i < all->len; i++)
    {
      const StafetAgreement *agreement = g_ptr_array_index (all, i);
      g_autofree char *review = date_words (_ ("is looked at again on %s"), agreement->review, "");

      line = add_line (rows, "stafet-loan-symbolic", agreement->title, review);
      stafet_line_add_end (line, stafet_action_button_new (_ ("Change …"), agreement->title, "care.agreement",
                                                           g_variant_new_string (agreement->parent.uid)));
    }
  if (all->len > 0)
    return;
  line = add_line (rows, "stafet-loan-symbolic", _ ("Agreement"), _ ("none is written down"));
  stafet_line_add_end (line, stafet_action_button_new (_ ("Write one …"), _ ("Agreement"), "care.agreement",
                                                       g_variant_new_string ("")));
}

static void
add_snags (GPtrArray *rows, const StafetSnapshot *snapshot, StafetUid volunteer)
{
  const GPtrArray *all = stafet_snapshot_index (snapshot, STAFET_INDEX_SNAG_BY_VOLUNTEER, volunteer);

  for (guint i = 0; i < all->len; i++)
    {
      const StafetSnag *snag = g_ptr_array_index (all, i);
      g_autofree char *noted = date_words (_ ("noted on %s"), snag->noted, "");
      StafetLine *line = add_line (rows, "stafet-warning-symbolic", snag->text, noted);

      if (snag->closed != STAFET_DATE_NONE)
        stafet_line_add_end (line, stafet_chip_new (STAFET_CHIP_PROMISED, _ ("put right")));
    }
}

static void
add_photo (GPtrArray *rows, const StafetSnapshot *snapshot, StafetUid volunteer)
{
  const GPtrArray *all = stafet_snapshot_index (snapshot, STAFET_INDEX_PHOTO_BY_VOLUNTEER, volunteer);
  const StafetPhoto *photo = all->len > 0 ? g_ptr_array_index (all, all->len - 1) : NULL;
  g_autofree char *agreed =
    date_words (_ ("agreed to on %s"), photo != NULL ? photo->consent : STAFET_DATE_NONE,
                _ ("none: only with her consent"));
  StafetLine *line = add_line (rows, "avatar-default-symbolic", _ ("Photograph"), agreed);

  if (photo != NULL)
    add_button (line, _ ("Remove it for good"), _ ("Photograph"), "care.no-photo");
  else
    add_button (line, _ ("She agrees: choose a picture …"), _ ("Photograph"), "care.photo");
}

void
stafet_volunteer_care_show (GtkListBox *list, StafetDesk *desk, StafetUid volunteer)
{
  const StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  add_talks (rows, desk, volunteer);
  add_agreements (rows, snapshot, volunteer);
  add_snags (rows, snapshot, volunteer);
  add_photo (rows, snapshot, volunteer);
  stafet_list_show (list, rows);
}

/* ——— Actions ——— */

static void
add_talk (const Context *context, const char *kind)
{
  g_autofree char *who = g_strconcat ("volunteer=", context->volunteer, NULL);
  g_autofree char *what = g_strconcat ("kind=", kind, NULL);
  const char *pairs[] = { who, what, NULL };

  stafet_desk_edit (context->desk, stafet_use_add (STAFET_KIND_TALK, pairs));
}

static void
thanked_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (void) action;
  (void) parameter;
  add_talk (data, "thanks");
}

static void
talked_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (void) action;
  (void) parameter;
  add_talk (data, "coffee");
}

/* "s": an agreement; "": a new one. */
static void
agreement_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const keys[] = { "title", "tasks",  "lead", "confidentiality", "insurance", "badge",
                                      "stop",  "signed", "from", "until",           "review",    NULL };
  const Context *context = data;
  const StafetSnapshot *snapshot = stafet_desk_get_snapshot (context->desk);
  const char *uid = g_variant_get_string (parameter, NULL);
  gpointer record = *uid != '\0' ? stafet_snapshot_lookup (snapshot, STAFET_KIND_AGREEMENT, uid) : NULL;
  g_autofree char *who = g_strconcat ("volunteer=", context->volunteer, NULL);
  const char *fixed[] = { who, "kind=volunteer", NULL };
  StafetAskDialog *dialog = stafet_record_dialog_new (
    stafet_window_of (context->card), record != NULL ? _ ("The agreement") : _ ("New agreement"),
    STAFET_KIND_AGREEMENT, record, keys, record == NULL ? fixed : NULL);

  (void) action;
  if (record == NULL)
    stafet_input_set_text (STAFET_INPUT (stafet_record_dialog_get_field (dialog, "title")),
                           _ ("Volunteer agreement"));
  stafet_record_dialog_present (dialog, NULL, NULL, NULL);
}

static void
chosen_cb (GtkWidget *card, int response, GtkNativeDialog *dialog)
{
  const Context *context = g_object_get_data (G_OBJECT (card), "stafet-volunteer-care");
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL, *image = NULL;
  g_autofree char *who = NULL, *when = NULL, *what = NULL;
  g_autoptr (GError) error = NULL;
  char day[STAFET_DATE_SIZE];
  const char *pairs[4] = { NULL };

  g_object_unref (dialog);
  if (path == NULL)
    return;
  image = stafet_photo_read (path, &error);
  if (image == NULL)
    {
      stafet_window_tell (stafet_window_of (card), error->message, FALSE);
      return;
    }
  pairs[0] = who = g_strconcat ("volunteer=", context->volunteer, NULL);
  pairs[1] = when =
    g_strconcat ("consent=", stafet_date_write (stafet_desk_today (context->desk), day), NULL);
  pairs[2] = what = g_strconcat ("image=", image, NULL);
  stafet_desk_edit (context->desk, stafet_use_add (STAFET_KIND_PHOTO, pairs));
}

static void
photo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Context *context = data;
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_ ("Which picture?"), GTK_WINDOW (stafet_window_of (context->card)),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  (void) action;
  (void) parameter;
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), context->card, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
no_photo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Context *context = data;
  const GPtrArray *all = stafet_snapshot_index (stafet_desk_get_snapshot (context->desk),
                                                STAFET_INDEX_PHOTO_BY_VOLUNTEER, context->volunteer);

  (void) action;
  (void) parameter;
  if (all->len > 0)
    stafet_desk_edit (
      context->desk,
      stafet_use_remove (STAFET_KIND_PHOTO, ((StafetRecord *) g_ptr_array_index (all, all->len - 1))->uid));
}

void
stafet_volunteer_care_install (GtkWidget *card, StafetDesk *desk, StafetUid volunteer)
{
  static const GActionEntry entries[] = { { "thanked", thanked_cb },
                                          { "talked", talked_cb },
                                          { "agreement", agreement_cb, "s" },
                                          { "photo", photo_cb },
                                          { "no-photo", no_photo_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Context *context = g_new (Context, 1);

  *context = (Context){ card, desk, volunteer };
  g_object_set_data_full (G_OBJECT (card), "stafet-volunteer-care", context, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), context);
  gtk_widget_insert_action_group (card, "care", G_ACTION_GROUP (group));
}
