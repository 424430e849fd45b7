/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Offers those who are asked about such things, the local one first.
 */
#include "stafet-pass-dialog.h"

#include "core/stafet-text.h"
#include "schedule/stafet-batons.h"
#include "stafet-ask-dialog.h"
#include "stafet-choice.h"
#include "stafet-mail.h"
#include "stafet-pick.h"
#include "stafet-reading.h"
#include "stafet-wrap-layout.h"

#define KEY "stafet-pass"

typedef struct
{
  StafetAskDialog *dialog; /* borrowed */
  StafetUid enquiry;
  GtkDropDown *whom;  /* borrowed */
  StafetInput *other; /* borrowed */
  GtkTextView *text;  /* borrowed */
} Pass;

static StafetSnapshot *
snapshot_of (const Pass *pass)
{
  return stafet_desk_get_snapshot (stafet_ask_dialog_get_desk (pass->dialog));
}

/* ——— Whom ——— */

/* "Henrik Bay, frivilligkonsulent, Område Midt · 13 90 44 02". (transfer full) */
static char *
words_of (const StafetSnapshot *snapshot, const StafetContact *contact)
{
  const StafetArea *area = stafet_snapshot_get (snapshot, STAFET_KIND_AREA, contact->area);
  const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, contact->house);
  const char *where = area != NULL ? area->name : house != NULL ? house->name : "";
  g_autofree char *phone = *contact->phone != '\0' ? stafet_phone_format (contact->phone) : g_strdup ("");

  return g_strconcat (contact->name, ", ", contact->role, *where != '\0' ? ", " : "", where,
                      *phone != '\0' ? " · " : "", phone, NULL);
}

static void
add_contact (GArray *options, GHashTable *added, const StafetSnapshot *snapshot, const StafetContact *contact)
{
  g_autofree char *words = NULL;

  if (contact == NULL || !g_hash_table_add (added, (gpointer) contact->parent.uid))
    return;
  words = words_of (snapshot, contact);
  stafet_options_add (options, contact->parent.uid, words);
}

/* The local ones, then all others who are asked about anything. */
static void
offer (Pass *pass, const StafetEnquiry *enquiry)
{
  static const StafetDuty first[] = { STAFET_DUTY_VOLUNTEERING, STAFET_DUTY_GENLYD, STAFET_DUTY_PREVENTION,
                                      STAFET_DUTY_MANAGER };
  StafetSnapshot *snapshot = snapshot_of (pass);
  const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, enquiry->house);
  StafetUid area = stafet_baton_area_of (snapshot, enquiry->postcode);
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_CONTACT);
  g_autoptr (GHashTable) added = g_hash_table_new (NULL, NULL);
  GArray *options = stafet_options_new ();
  guint local;

  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    add_contact (options, added, snapshot,
                 stafet_baton_contact (snapshot, first[i], area != NULL ? NULL : house, area, FALSE));
  local = options->len;
  for (guint i = 0; i < all->len; i++)
    if (((StafetContact *) g_ptr_array_index (all, i))->duty != STAFET_ENUM_NONE)
      add_contact (options, added, snapshot, g_ptr_array_index (all, i));
  stafet_options_sort (options, local);
  stafet_choice_fill (pass->whom, options, _ ("Somebody else"));
  if (local > 0)
    gtk_drop_down_set_selected (pass->whom, 1);
}

/* ——— The text ——— */

static StafetContact *
contact_of (const Pass *pass)
{
  StafetSnapshot *snapshot = snapshot_of (pass);
  const StafetEnquiry *enquiry = stafet_snapshot_get (snapshot, STAFET_KIND_ENQUIRY, pass->enquiry);

  if (pass->whom == NULL)
    return enquiry != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_CONTACT, enquiry->contact) : NULL;
  return stafet_snapshot_get (snapshot, STAFET_KIND_CONTACT, stafet_choice_get (pass->whom));
}

static void
show_text (Pass *pass)
{
  StafetSnapshot *snapshot = snapshot_of (pass);
  StafetEnquiry *enquiry = stafet_snapshot_get (snapshot, STAFET_KIND_ENQUIRY, pass->enquiry);
  g_autofree char *letter = NULL;

  if (pass->other != NULL)
    gtk_widget_set_visible (GTK_WIDGET (pass->other), contact_of (pass) == NULL);
  if (enquiry == NULL)
    return;
  letter = stafet_baton_letter (snapshot, enquiry, contact_of (pass),
                                (StafetLanguage) stafet_snapshot_settings (snapshot)->language);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (pass->text), letter, -1);
  gtk_text_buffer_set_modified (gtk_text_view_get_buffer (pass->text), FALSE);
}

/* When the enquiry has changed, or goes to somebody else; what was written into it by hand stays. */
static void
show_text_anew (Pass *pass)
{
  if (!gtk_text_buffer_get_modified (gtk_text_view_get_buffer (pass->text)))
    show_text (pass);
  else if (pass->other != NULL)
    gtk_widget_set_visible (GTK_WIDGET (pass->other), contact_of (pass) == NULL);
}

/* (transfer full) */
static char *
text_of (Pass *pass)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (pass->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
copy_cb (Pass *pass)
{
  g_autofree char *text = text_of (pass);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (pass->dialog)), text);
  stafet_ask_dialog_set_text (pass->dialog, _ ("The text is copied."));
}

static void
print_cb (Pass *pass)
{
  g_autofree char *text = text_of (pass);

  stafet_reading_show (STAFET_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (pass->dialog))),
                       _ ("The text that goes with the baton"), text, _ ("baton.txt"));
}

static void
composed_cb (gpointer owner, const GError *error)
{
  if (error != NULL)
    stafet_ask_dialog_set_problem (STAFET_ASK_DIALOG (owner), error->message);
}

static void
mail_cb (Pass *pass)
{
  g_autofree char *text = text_of (pass);
  const StafetContact *contact = contact_of (pass);
  g_autoptr (GPtrArray) addresses = g_ptr_array_new ();
  StafetMailDraft draft = { addresses, NULL };
  const char *subject = _ ("I pass the baton on: a citizen who looks for a community");

  copy_cb (pass);
  if (contact == NULL || *contact->mail == '\0')
    {
      stafet_mail_compose_to_nobody (GTK_WINDOW (pass->dialog), subject, text, pass->dialog, composed_cb);
      return;
    }
  g_ptr_array_add (addresses, contact->mail);
  {
    g_autofree char *body = g_uri_escape_string (text, NULL, FALSE);
    g_autofree char *about = g_uri_escape_string (subject, NULL, FALSE);
    g_autofree char *uri = g_strdup_printf ("mailto:%s?subject=%s&body=%s", contact->mail, about, body);

    draft.uri = uri;
    stafet_mail_compose (GTK_WINDOW (pass->dialog), &draft, subject, text, pass->dialog, composed_cb);
  }
}

/* ——— The answer ——— */

static void
answered_cb (Pass *pass)
{
  const StafetContact *contact = contact_of (pass);
  g_autofree char *other = g_strstrip (g_strdup (stafet_input_get_text (pass->other)));

  if (contact == NULL && *other == '\0')
    {
      stafet_input_set_problem (pass->other, _ ("Who takes it? Write a name, or an institution."));
      gtk_widget_grab_focus (GTK_WIDGET (pass->other));
      return;
    }
  stafet_ask_dialog_edit (pass->dialog,
                          stafet_use_pass_baton (pass->enquiry, contact != NULL ? contact->parent.uid : NULL,
                                                 contact != NULL ? NULL : other));
}

static GtkWidget *
text_new (Pass *pass)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  pass->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (pass->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (pass->text, FALSE);
  gtk_text_view_set_left_margin (pass->text, 8);
  gtk_text_view_set_right_margin (pass->text, 8);
  gtk_text_view_set_top_margin (pass->text, 8);
  gtk_text_view_set_bottom_margin (pass->text, 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pass->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The text that goes with it"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (pass->text), "letter");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (pass->text));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 220);
  gtk_widget_set_focusable (scrolled, FALSE);
  return scrolled;
}

static GtkWidget *
buttons_new (Pass *pass)
{
  GtkWidget *box = stafet_wrap_box_new (8, 8);
  GtkWidget *copy = gtk_button_new_with_label (_ ("Copy the text"));
  GtkWidget *mail = gtk_button_new_with_label (_ ("Write an e-mail …"));
  GtkWidget *print = gtk_button_new_with_label (_ ("Read and print …"));

  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), pass);
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), pass);
  g_signal_connect_swapped (mail, "clicked", G_CALLBACK (mail_cb), pass);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), copy);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), mail);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), print);
  return box;
}

/* @told: to whom is settled. */
static Pass *
pass_new (StafetWindow *window, const StafetEnquiry *enquiry, gboolean told)
{
  Pass *pass = g_new0 (Pass, 1);

  if (told)
    {
      const char *holder =
        stafet_baton_holder (stafet_desk_get_snapshot (stafet_window_get_desk (window)), enquiry);
      g_autofree char *title =
        g_strdup_printf (_ ("%s has the baton now. Send the text along"), holder != NULL ? holder : "");

      pass->dialog = stafet_ask_dialog_new (window, title, _ ("_Finished"), "suggested-action");
      stafet_ask_dialog_set_done (pass->dialog);
    }
  else
    pass->dialog =
      stafet_ask_dialog_new (window, _ ("Pass the baton on"), _ ("_Pass it on"), "suggested-action");
  pass->enquiry = enquiry->parent.uid;
  g_object_set_data_full (G_OBJECT (pass->dialog), KEY, pass, g_free);
  return pass;
}

void
stafet_pass_dialog_show (StafetWindow *window, StafetEnquiry *enquiry)
{
  Pass *pass = pass_new (window, enquiry, FALSE);

  pass->whom = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  stafet_ask_dialog_append (pass->dialog, stafet_pick_new (_ ("To whom"), pass->whom));
  pass->other = stafet_ask_dialog_add_input (pass->dialog, _ ("Name or institution"), NULL, NULL, "");
  stafet_ask_dialog_append (pass->dialog, text_new (pass));
  stafet_ask_dialog_append (pass->dialog, buttons_new (pass));
  offer (pass, enquiry);
  show_text (pass);
  g_signal_connect_swapped (pass->whom, "notify::selected", G_CALLBACK (show_text_anew), pass);
  g_signal_connect_swapped (pass->dialog, "changed", G_CALLBACK (show_text_anew), pass);
  g_signal_connect_swapped (pass->dialog, "answered", G_CALLBACK (answered_cb), pass);
  gtk_window_present (GTK_WINDOW (pass->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (pass->whom));
}

void
stafet_pass_dialog_show_text (StafetWindow *window, StafetEnquiry *enquiry)
{
  Pass *pass = pass_new (window, enquiry, TRUE);
  GtkWidget *buttons = buttons_new (pass);

  stafet_ask_dialog_append (pass->dialog, text_new (pass));
  stafet_ask_dialog_append (pass->dialog, buttons);
  show_text (pass);
  g_signal_connect_swapped (pass->dialog, "changed", G_CALLBACK (show_text_anew), pass);
  g_signal_connect_swapped (pass->dialog, "answered", G_CALLBACK (gtk_window_close), pass->dialog);
  gtk_window_present (GTK_WINDOW (pass->dialog));
  gtk_widget_child_focus (buttons, GTK_DIR_TAB_FORWARD);
}
