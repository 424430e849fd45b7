/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of a note: what to remember, and as wished for when and about whom.
 */
#include "stafet-note-dialog.h"

#include "core/stafet-note.h"
#include "core/stafet-text.h"
#include "core/stafet-volunteer.h"
#include "core/stafet-words.h"
#include "plan/stafet-references.h"
#include "stafet-ask-dialog.h"
#include "stafet-input.h"

#include <string.h>

/* So many of those who may be meant are named. */
#define MOST_NAMES 4

typedef struct
{
  StafetUid note;                 /* NULL: a new one */
  StafetUid house;                /* of a new one; nullable */
  StafetInput *text, *on, *about; /* borrowed */
  StafetAskDialog *dialog;        /* borrowed */
} Note;

static void
note_free (gpointer data, GClosure *closure)
{
  (void) closure;
  g_free (data);
}

/* Who has a name of which a word begins like that: "lis" is Lis Bæk, and not Elise. (transfer container) */
static GPtrArray *
find_called (StafetSnapshot *snapshot, const char *name)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_VOLUNTEER);
  g_autofree char *folded = stafet_text_fold (name), *within = g_strconcat (" ", folded, NULL);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      StafetVolunteer *volunteer = g_ptr_array_index (all, i);
      g_autofree char *called = stafet_text_fold (volunteer->name);

      if (g_str_has_prefix (called, folded) || strstr (called, within) != NULL)
        g_ptr_array_add (found, volunteer);
    }
  return found;
}

/* Why it is not clear who is meant. (transfer full) */
static char *
unclear_words (const GPtrArray *found, const char *name)
{
  const char *names[MOST_NAMES];
  g_autofree char *joined = NULL;

  if (found->len == 0)
    return g_strdup_printf (_ ("No volunteer is called “%s”."), name);
  if (found->len > MOST_NAMES)
    return g_strdup_printf (_ ("%u are called “%s”. Write the whole name."), found->len, name);
  for (guint i = 0; i < found->len; i++)
    names[i] = ((StafetVolunteer *) found->pdata[i])->name;
  joined = stafet_names_join (stafet_i18n_get_language (), names, found->len);
  return g_strdup_printf (_ ("“%s” may be %s. Write the whole name."), name, joined);
}

/* The person who is named, as a uid; "" for nobody. NULL when nobody, or more than one, is called so: that is
 * said beside the field. (transfer full) */
static char *
read_about (const Note *note)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_ask_dialog_get_desk (note->dialog));
  g_autofree char *name = g_strstrip (g_strdup (stafet_input_get_text (note->about))), *problem = NULL;
  g_autoptr (GPtrArray) found = NULL;
  StafetRecord *person;

  if (*name == '\0')
    return g_strdup ("");
  person = stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, name, NULL);
  if (person != NULL)
    return g_strdup (person->uid);
  found = find_called (snapshot, name);
  if (found->len == 1)
    return g_strdup (((StafetRecord *) found->pdata[0])->uid);
  problem = unclear_words (found, name);
  stafet_input_set_problem (note->about, problem);
  return NULL;
}

static StafetInput *
wrong_input (const Note *note, const char *text, const char *on)
{
  if (text == NULL || *text == '\0')
    return note->text;
  return on == NULL ? note->on : note->about;
}

static void
answered_cb (StafetAskDialog *dialog, const Note *note)
{
  g_autofree char *text = stafet_input_read (note->text, NULL), *on = stafet_input_read (note->on, NULL);
  g_autofree char *about = read_about (note);
  g_autofree char *text_pair = NULL, *on_pair = NULL, *about_pair = NULL, *house_pair = NULL;
  const char *pairs[5];

  if (text != NULL && *text == '\0')
    stafet_input_set_problem (note->text, _ ("Write what is to be remembered first."));
  if (text == NULL || *text == '\0' || on == NULL || about == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (wrong_input (note, text, on)));
      return;
    }
  text_pair = g_strconcat ("text=", text, NULL);
  on_pair = g_strconcat ("on=", on, NULL);
  about_pair = g_strconcat ("volunteer=", about, NULL);
  house_pair = note->house != NULL ? g_strconcat ("house=", note->house, NULL) : NULL;
  pairs[0] = text_pair;
  pairs[1] = on_pair;
  pairs[2] = about_pair;
  pairs[3] = house_pair;
  pairs[4] = NULL;
  stafet_ask_dialog_edit (dialog, note->note != NULL ? stafet_use_edit (STAFET_KIND_NOTE, note->note, pairs)
                                                     : stafet_use_add (STAFET_KIND_NOTE, pairs));
}

static StafetInput *
add_input (const Note *note, const char *title, const char *placeholder, const char *reads, const char *key,
           const char *text)
{
  GtkWidget *input = g_object_new (STAFET_TYPE_INPUT, "title", title, "placeholder", placeholder, "reads",
                                   reads, "kind", "note", "key", key, "text", text, NULL);

  stafet_ask_dialog_append (note->dialog, input);
  return STAFET_INPUT (input);
}

void
stafet_note_dialog_show (StafetWindow *window, StafetUid uid)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  const StafetNote *record = stafet_snapshot_get (snapshot, STAFET_KIND_NOTE, uid);
  const StafetRecord *person =
    record != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, record->volunteer) : NULL;
  g_autofree char *on = record != NULL && record->on != STAFET_DATE_NONE
                          ? stafet_words_day_with_year (stafet_i18n_get_language (), record->on)
                          : g_strdup ("");
  Note *note;

  if (uid != NULL && record == NULL)
    return;
  note = g_new0 (Note, 1);
  note->note = uid;
  note->house =
    uid == NULL && stafet_desk_get_view (desk) == STAFET_VIEW_HOUSE ? stafet_desk_get_place (desk) : NULL;
  note->dialog = stafet_ask_dialog_new (window, uid != NULL ? _ ("Note") : _ ("New note"), _ ("_Keep it"),
                                        "suggested-action");
  note->text = add_input (note, _ ("What is to be remembered?"), _ ("For example: ring Lis about the cake"),
                          "text", "text", record != NULL ? record->text : "");
  note->on =
    add_input (note, _ ("For when (if it has a day)"), _ ("tomorrow, Thursday, 24/11"), "date", "on", on);
  note->about = add_input (note, _ ("About whom (if it is about a volunteer)"), "", "text", NULL,
                           person != NULL ? stafet_record_get_label (person) : "");
  stafet_input_set_today (note->on, stafet_desk_today (desk));
  stafet_ask_dialog_set_text (note->dialog, _ ("It stands on Today until somebody says that it is done."));
  g_signal_connect_data (note->dialog, "answered", G_CALLBACK (answered_cb), note, note_free, 0);
  gtk_window_present (GTK_WINDOW (note->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (note->text));
}
