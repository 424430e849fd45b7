/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text, and beneath it whoever gets it, by how they are reached.
 */
#include "stafet-write-page.h"

#include "core/stafet-words.h"
#include "schedule/stafet-letter.h"
#include "stafet-actions.h"
#include "stafet-input.h"
#include "stafet-line.h"
#include "stafet-mail.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"
#include "stafet-write-row.h"

#include <string.h>

/* So many of each are shown at first, and as many again when more are asked for. */
#define PAGE 30
/* Of those who are written to, whose buttons are above them, so many until more are asked for. */
#define BRIEF 5
#define KEEP_MS 800

struct _StafetWritePage
{
  StafetPage parent_instance;

  StafetKind kind; /* of the series; NONE of a list of volunteers */
  StafetUid series;
  StafetDate original;          /* NONE: all of an activity */
  GPtrArray *volunteers;        /* owned, nullable: StafetUid */
  GHashTable *told;             /* owned: keys of lines, where the plan does not remember it */
  StafetRecipients *recipients; /* owned, nullable */
  StafetLetter letter;          /* what was proposed */
  guint shown, brief;           /* so many are shown of each group, and of those who are written to */
  guint draft;                  /* the one to open next */
  guint keeping;                /* source that keeps what was written */
  gboolean filled, finished;    /* all have been told of what stands there */

  /* Template children. */
  StafetInput *subject;
  GtkTextView *text;
  GtkLabel *summary, *drafts_hint;
  GtkWidget *mail, *more, *copy_text;
  GtkWidget *boxes[STAFET_N_REACHED], *left_box;
  GtkLabel *titles[STAFET_N_REACHED];
  GtkListBox *lists[STAFET_N_REACHED], *left;
  GtkWidget *sent[2]; /* by mail, by message */
};

G_DEFINE_FINAL_TYPE (StafetWritePage, stafet_write_page, STAFET_TYPE_PAGE)

/* ——— Who ——— */

static gboolean
is_of_date (const StafetWritePage *self)
{
  return self->original != STAFET_DATE_NONE;
}

/* Those that are there still. (transfer container) */
static GPtrArray *
find_volunteers (StafetWritePage *self, StafetSnapshot *snapshot)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->volunteers->len; i++)
    {
      gpointer volunteer = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, self->volunteers->pdata[i]);

      if (volunteer != NULL)
        g_ptr_array_add (found, volunteer);
    }
  return found;
}

/* NULL: what it is about is gone. */
static StafetCallList *
make_list (StafetWritePage *self)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  g_autoptr (GPtrArray) volunteers = NULL;
  StafetActivity *activity;

  if (is_of_date (self))
    return stafet_call_list_new_everybody (snapshot, self->kind, self->series, self->original);
  if (self->volunteers != NULL)
    {
      volunteers = find_volunteers (self, snapshot);
      return stafet_call_list_new_volunteers (snapshot, volunteers);
    }
  activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, self->series);
  return activity != NULL ? stafet_call_list_new_activity (
           snapshot, activity, stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self))))
                          : NULL;
}

static gboolean
is_told (const StafetWritePage *self, const StafetCallLine *line)
{
  g_autofree char *key = stafet_call_line_key (line);

  return line->called == STAFET_CALLED_TOLD || g_hash_table_contains (self->told, key);
}

static const StafetRecipient *
recipient_at (const StafetWritePage *self, guint i)
{
  return &g_array_index (self->recipients->recipients, StafetRecipient, i);
}

/* The first of those who are reached that way. */
static guint
first_by (const StafetWritePage *self, StafetReachedBy by)
{
  guint first = 0;

  for (guint i = 0; i < by; i++)
    first += self->recipients->n[i];
  return first;
}

static guint
count_told (const StafetWritePage *self, StafetReachedBy by)
{
  guint n = 0, first = first_by (self, by);

  for (guint i = 0; i < self->recipients->n[by]; i++)
    n += is_told (self, recipient_at (self, first + i)->line);
  return n;
}

/* ——— What is written ——— */

/* (transfer full) */
static char *
text_of (StafetWritePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static char *
draft_key (const StafetWritePage *self)
{
  return self->volunteers != NULL ? g_strdup (STAFET_WRITE_DRAFT "volunteers")
                                  : g_strdup_printf (STAFET_WRITE_DRAFT "%d/%s/%d", (int) self->kind,
                                                     self->series, is_of_date (self) ? self->original : 0);
}

/* What is as it was proposed is made anew each time: it follows the plan. */
static gboolean
is_untouched (StafetWritePage *self)
{
  g_autofree char *text = text_of (self);

  return strcmp (text, self->letter.text) == 0
         && strcmp (stafet_input_get_text (self->subject), self->letter.subject) == 0;
}

static void
keep (StafetWritePage *self)
{
  g_autofree char *key = draft_key (self), *text = NULL;
  GVariantBuilder texts;

  g_clear_handle_id (&self->keeping, g_source_remove);
  if (!self->filled || self->finished || is_untouched (self))
    return;
  text = text_of (self);
  g_variant_builder_init (&texts, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&texts, "{ss}", "subject", stafet_input_get_text (self->subject));
  g_variant_builder_add (&texts, "{ss}", "text", text);
  stafet_desk_keep_draft (stafet_page_get_desk (STAFET_PAGE (self)), key, g_variant_builder_end (&texts));
}

static void
forget (StafetWritePage *self)
{
  g_autofree char *key = draft_key (self);
  g_autoptr (GVariant) kept = stafet_desk_read_draft (stafet_page_get_desk (STAFET_PAGE (self)), key);

  self->finished = TRUE;
  g_clear_handle_id (&self->keeping, g_source_remove);
  if (kept != NULL)
    stafet_desk_keep_draft (stafet_page_get_desk (STAFET_PAGE (self)), key, NULL);
}

static gboolean
keep_cb (gpointer data)
{
  StafetWritePage *self = data;

  self->keeping = 0;
  keep (self);
  return G_SOURCE_REMOVE;
}

static void
written_cb (StafetWritePage *self)
{
  self->draft = 0;
  if (!self->filled)
    return;
  self->finished = FALSE;
  if (self->keeping == 0)
    self->keeping = g_timeout_add (KEEP_MS, keep_cb, self);
}

static void
propose (StafetWritePage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);

  stafet_letter_clear (&self->letter);
  if (is_of_date (self))
    stafet_letter_write_date (&self->letter, self->recipients->calls->agenda);
  else if (self->volunteers == NULL)
    stafet_letter_write_activity (&self->letter, snapshot,
                                  stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, self->series));
  else
    stafet_letter_write_house (&self->letter, snapshot,
                               stafet_desk_get_view (desk) == STAFET_VIEW_HOUSE ? stafet_snapshot_get (
                                 snapshot, STAFET_KIND_HOUSE, stafet_desk_get_place (desk))
                                                                                : NULL);
}

static void
show_text (StafetWritePage *self, const char *subject, const char *text)
{
  g_autofree char *now = text_of (self);

  if (strcmp (stafet_input_get_text (self->subject), subject) != 0)
    stafet_input_set_text (self->subject, subject);
  if (strcmp (now, text) != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
}

/* What was begun, or what is proposed. What nobody touched follows the plan. */
static void
show_letter (StafetWritePage *self)
{
  g_autofree char *key = draft_key (self);
  g_autoptr (GVariant) kept = NULL;
  gboolean untouched = !self->filled || is_untouched (self);
  const char *subject, *text;

  propose (self);
  if (!untouched)
    return;
  kept = self->filled ? NULL : stafet_desk_read_draft (stafet_page_get_desk (STAFET_PAGE (self)), key);
  if (kept == NULL || !g_variant_lookup (kept, "subject", "&s", &subject)
      || !g_variant_lookup (kept, "text", "&s", &text))
    {
      subject = self->letter.subject;
      text = self->letter.text;
    }
  self->filled = FALSE;
  show_text (self, subject, text);
  self->filled = TRUE;
}

/* ——— Showing ——— */

static GtkWidget *
row_new (const StafetWritePage *self, const StafetRecipient *recipient)
{
  return stafet_write_row_new (recipient,
                               is_told (self, recipient->line) ? STAFET_CALLED_TOLD : recipient->line->called,
                               is_of_date (self));
}

static void
add_rest (GPtrArray *rows, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext_ ("+%u more", "+%u more", n), n);

  g_ptr_array_add (rows, stafet_line_new (NULL, text, ""));
}

/* Whether there are more than are shown. */
static gboolean
show_group (StafetWritePage *self, StafetReachedBy by)
{
  static const char *const titles[] = { N_ ("E-mail: %u"), N_ ("Text message: %u"), N_ ("To be rung: %u"),
                                        N_ ("Cannot be reached: %u") };
  guint n = self->recipients->n[by], first = first_by (self, by), told = count_told (self, by);
  g_autofree char *title = g_strdup_printf (_ (titles[by]), n);
  g_autofree char *whole =
    told > 0
      ? g_strdup_printf (ngettext_ ("%s, %u has been told", "%s, %u have been told", told), title, told)
      : g_strdup (title);
  guint most = by <= STAFET_REACHED_BY_MESSAGE ? self->brief : self->shown;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < n && i < most; i++)
    g_ptr_array_add (rows, row_new (self, recipient_at (self, first + i)));
  if (n > most)
    add_rest (rows, n - most);
  gtk_label_set_text (self->titles[by], whole);
  gtk_widget_set_visible (self->boxes[by], n > 0);
  stafet_list_show (self->lists[by], rows);
  if (by <= STAFET_REACHED_BY_MESSAGE)
    gtk_widget_set_sensitive (self->sent[by], told < n);
  return n > most;
}

static void
show_left_out (StafetWritePage *self)
{
  const GArray *left = self->recipients->left_out;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < left->len && i < self->shown; i++)
    {
      const StafetLeftOut *one = &g_array_index (left, StafetLeftOut, i);
      GtkWidget *line = stafet_line_new ("stafet-people-symbolic", one->volunteer->name,
                                         stafet_left_out_words (stafet_i18n_get_language (), one->reason));

      g_ptr_array_add (rows, line);
    }
  stafet_list_show (self->left, rows);
  gtk_widget_set_visible (self->left_box, left->len > 0);
}

static void
show_summary (StafetWritePage *self)
{
  guint n = self->recipients->recipients->len - self->recipients->n[STAFET_REACHED_NOT], told = 0;
  g_autofree char *text = NULL;

  for (guint by = 0; by < STAFET_REACHED_NOT; by++)
    told += count_told (self, by);
  if (n == 0)
    text = g_strdup (_ ("There is nobody to write to."));
  else if (told == n)
    text = g_strdup (_ ("All have been told."));
  else if (told > 0)
    text = g_strdup_printf (_ ("%u get it, %u of them have been told"), n, told);
  else
    text = g_strdup_printf (ngettext_ ("%u gets it", "%u get it", n), n);
  gtk_label_set_text (self->summary, text);
  if (n > 0 && told == n && !self->finished)
    forget (self);
}

/* "Write e-mail", or which of several drafts is next. */
static void
show_drafts (StafetWritePage *self)
{
  g_autofree char *text = text_of (self);
  gboolean with_text;
  g_autoptr (GPtrArray) drafts =
    stafet_letter_drafts (self->recipients, stafet_input_get_text (self->subject), text, &with_text);
  g_autofree char *label = NULL, *hint = NULL;

  self->draft = drafts->len > 0 ? self->draft % drafts->len : 0;
  label = drafts->len > 1 ? g_strdup_printf (_ ("Write e-mail %u of %u"), self->draft + 1, drafts->len)
                          : g_strdup (_ ("Write e-mail"));
  gtk_button_set_label (GTK_BUTTON (self->mail), label);
  if (drafts->len > 1)
    hint = g_strdup_printf (_ ("They are divided into %u e-mails, because mail programs cut what is longer. "
                               "Nobody sees the addresses of others."),
                            drafts->len);
  stafet_label_show (self->drafts_hint,
                     hint != NULL ? hint : _ ("As blind copies: nobody sees the addresses of others."));
}

static void
show_all (StafetWritePage *self)
{
  gboolean more = FALSE;

  for (guint by = 0; by < STAFET_N_REACHED; by++)
    more = show_group (self, by) || more;
  gtk_widget_set_visible (self->more, more || self->recipients->left_out->len > self->shown);
  show_left_out (self);
  show_drafts (self);
  show_summary (self);
}

static void
show_gone (StafetWritePage *self)
{
  gtk_label_set_text (self->summary, _ ("It is gone meanwhile: there is nobody to write to."));
  for (guint by = 0; by < STAFET_N_REACHED; by++)
    gtk_widget_hide (self->boxes[by]);
  gtk_widget_hide (self->left_box);
  gtk_widget_hide (self->more);
}

static void
stafet_write_page_refresh (StafetPage *page)
{
  StafetWritePage *self = STAFET_WRITE_PAGE (page);
  StafetRecipients *recipients =
    stafet_recipients_new (make_list (self), stafet_desk_now (stafet_page_get_desk (page)));

  g_clear_pointer (&self->recipients, stafet_recipients_free);
  self->recipients = recipients;
  if (recipients == NULL)
    {
      show_gone (self);
      return;
    }
  show_letter (self);
  show_all (self);
}

/* ——— Sending ——— */

static void
copy (StafetWritePage *self, const char *text, const char *told)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  if (stafet_window_of (self) != NULL)
    stafet_window_tell (stafet_window_of (self), told, FALSE);
}

/* Of those who are reached that way, each once. (transfer full) */
static char *
joined (StafetWritePage *self, StafetReachedBy by)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);
  guint first = first_by (self, by);

  for (guint i = 0; i < self->recipients->n[by]; i++)
    {
      const StafetRecipient *recipient = recipient_at (self, first + i);
      const char *where = by == STAFET_REACHED_BY_MAIL ? recipient->mail : recipient->mobile;

      if (g_hash_table_add (seen, (gpointer) where))
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", where);
    }
  return g_string_free (text, FALSE);
}

/* Where no program takes it, what it was to be written to is at hand. */
static void
composed_cb (gpointer owner, const GError *error)
{
  StafetWritePage *self = owner;
  g_autofree char *addresses = NULL;

  if (self->recipients == NULL || stafet_window_of (self) == NULL)
    return;
  if (error == NULL)
    {
      stafet_window_tell (stafet_window_of (self),
                          _ ("The e-mail is ready in your mail program. Say here when it is sent."), FALSE);
      return;
    }
  addresses = joined (self, STAFET_REACHED_BY_MAIL);
  copy (self, addresses,
        _ ("No mail program answers. The addresses have been copied: paste them in as blind copies (Bcc)."));
}

static void
mail_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWritePage *self = STAFET_WRITE_PAGE (widget);
  g_autofree char *text = text_of (self);
  gboolean with_text;
  g_autoptr (GPtrArray) drafts = NULL;

  (void) name;
  (void) parameter;
  if (self->recipients == NULL || self->recipients->n[STAFET_REACHED_BY_MAIL] == 0)
    return;
  keep (self);
  drafts = stafet_letter_drafts (self->recipients, stafet_input_get_text (self->subject), text, &with_text);
  if (!with_text)
    copy (self, text, _ ("The text is too long for a draft. It has been copied: paste it into the e-mail."));
  stafet_mail_compose (GTK_WINDOW (stafet_window_of (self)), drafts->pdata[self->draft % drafts->len],
                       stafet_input_get_text (self->subject), with_text ? text : "", self, composed_cb);
  self->draft++;
  show_drafts (self);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWritePage *self = STAFET_WRITE_PAGE (widget);
  g_autofree char *text = NULL;

  (void) parameter;
  if (self->recipients == NULL)
    return;
  if (g_str_equal (name, "page.copy-text"))
    {
      text = text_of (self);
      copy (self, text, _ ("The text has been copied."));
      return;
    }
  text = joined (self, g_str_equal (name, "page.copy-numbers") ? STAFET_REACHED_BY_MESSAGE
                                                               : STAFET_REACHED_BY_MAIL);
  copy (self, text,
        g_str_equal (name, "page.copy-numbers") ? _ ("The numbers have been copied.")
                                                : _ ("The addresses have been copied."));
}

/* ——— Who was told ——— */

static void
note_told (StafetWritePage *self, const StafetCallLine *line)
{
  g_hash_table_add (self->told, stafet_call_line_key (line));
}

/* "s": mail or message. */
static void
sent_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWritePage *self = STAFET_WRITE_PAGE (widget);
  StafetReachedBy by = g_str_equal (g_variant_get_string (parameter, NULL), "mail")
                         ? STAFET_REACHED_BY_MAIL
                         : STAFET_REACHED_BY_MESSAGE;
  guint first;

  (void) name;
  if (self->recipients == NULL || self->recipients->n[by] == 0)
    return;
  if (is_of_date (self))
    {
      stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (self)), stafet_use_tell (self->recipients, by));
      return;
    }
  first = first_by (self, by);
  for (guint i = 0; i < self->recipients->n[by]; i++)
    note_told (self, recipient_at (self, first + i)->line);
  show_all (self);
}

static StafetCallOutcome
outcome_of (const char *action)
{
  if (g_str_equal (action, "page.told"))
    return STAFET_CALL_TOLD;
  return g_str_equal (action, "page.rang") ? STAFET_CALL_RANG : STAFET_CALL_NO_ANSWER;
}

/* "s": the key of a line. */
static void
called_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWritePage *self = STAFET_WRITE_PAGE (widget);

  for (guint i = 0; self->recipients != NULL && i < self->recipients->recipients->len; i++)
    {
      const StafetCallLine *line = recipient_at (self, i)->line;
      g_autofree char *key = stafet_call_line_key (line);

      if (!g_str_equal (key, g_variant_get_string (parameter, NULL)))
        continue;
      if (is_of_date (self))
        stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (self)),
                          stafet_use_call_line (line, outcome_of (name)));
      else
        note_told (self, line);
    }
  if (self->recipients != NULL && !is_of_date (self))
    show_all (self);
}

static void
more_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWritePage *self = STAFET_WRITE_PAGE (widget);

  (void) name;
  (void) parameter;
  self->brief = self->brief == BRIEF ? self->shown : self->brief + stafet_widget_portion (PAGE);
  self->shown += stafet_widget_portion (PAGE);
  if (self->recipients != NULL)
    show_all (self);
}

/* ——— GObject ——— */

static void
stafet_write_page_unmap (GtkWidget *widget)
{
  StafetWritePage *self = STAFET_WRITE_PAGE (widget);

  if (self->recipients != NULL)
    keep (self);
  GTK_WIDGET_CLASS (stafet_write_page_parent_class)->unmap (widget);
}

static void
stafet_write_page_focus (StafetPage *page)
{
  StafetWritePage *self = STAFET_WRITE_PAGE (page);

  gtk_widget_grab_focus (gtk_widget_get_visible (self->boxes[STAFET_REACHED_BY_MAIL]) ? self->mail
                                                                                      : self->copy_text);
}

static void
stafet_write_page_dispose (GObject *object)
{
  g_clear_handle_id (&STAFET_WRITE_PAGE (object)->keeping, g_source_remove);
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_WRITE_PAGE);
  G_OBJECT_CLASS (stafet_write_page_parent_class)->dispose (object);
}

static void
stafet_write_page_finalize (GObject *object)
{
  StafetWritePage *self = STAFET_WRITE_PAGE (object);

  g_clear_pointer (&self->volunteers, g_ptr_array_unref);
  g_clear_pointer (&self->recipients, stafet_recipients_free);
  g_hash_table_unref (self->told);
  stafet_letter_clear (&self->letter);
  G_OBJECT_CLASS (stafet_write_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const ways[] = { "mail", "message", "call", "not" };

#define CHILD(child) gtk_widget_class_bind_template_child (widget_class, StafetWritePage, child)
  CHILD (subject);
  CHILD (text);
  CHILD (summary);
  CHILD (drafts_hint);
  CHILD (mail);
  CHILD (more);
  CHILD (copy_text);
  CHILD (left_box);
  CHILD (left);
#undef CHILD
  for (guint by = 0; by < STAFET_N_REACHED; by++)
    {
      g_autofree char *box = g_strconcat (ways[by], "_box", NULL),
                      *list = g_strconcat (ways[by], "_list", NULL);
      g_autofree char *title = g_strconcat (ways[by], "_title", NULL),
                      *sent = g_strconcat (ways[by], "_sent", NULL);

#define CHILD(name, at)                                                                                      \
  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,                                      \
                                             G_STRUCT_OFFSET (StafetWritePage, at) + by * sizeof (gpointer))
      CHILD (box, boxes);
      CHILD (list, lists);
      CHILD (title, titles);
      if (by <= STAFET_REACHED_BY_MESSAGE)
        CHILD (sent, sent);
#undef CHILD
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.mail", NULL, mail_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-addresses", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-numbers", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-text", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "page.sent", "s", sent_cb);
  gtk_widget_class_install_action (widget_class, "page.told", "s", called_cb);
  gtk_widget_class_install_action (widget_class, "page.no-answer", "s", called_cb);
  gtk_widget_class_install_action (widget_class, "page.rang", "s", called_cb);
  gtk_widget_class_install_action (widget_class, "page.more", NULL, more_cb);
}

static void
stafet_write_page_class_init (StafetWritePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_write_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_write_page_finalize;
  widget_class->unmap = stafet_write_page_unmap;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_write_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_write_page_focus;
  g_type_ensure (STAFET_TYPE_INPUT);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-write-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
  install_actions (widget_class);
}

static void
stafet_write_page_init (StafetWritePage *self)
{
  self->original = STAFET_DATE_NONE;
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shown = stafet_widget_portion (PAGE);
  self->brief = BRIEF;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (written_cb), self,
                           G_CONNECT_SWAPPED);
  stafet_actionable_set (self->sent[STAFET_REACHED_BY_MAIL], "page.sent", g_variant_new_string ("mail"));
  stafet_actionable_set (self->sent[STAFET_REACHED_BY_MESSAGE], "page.sent",
                         g_variant_new_string ("message"));
}

/* ——— What it is about ——— */

static StafetWritePage *
page_new (StafetDesk *desk, const char *about)
{
  return g_object_new (STAFET_TYPE_WRITE_PAGE, "desk", desk, "title", _ ("Write to everybody"), "subtitle",
                       about, NULL);
}

StafetPage *
stafet_write_page_new_for_date (StafetDesk *desk, StafetKind kind, StafetUid series, StafetDate original)
{
  const StafetRecord *record = stafet_snapshot_get (stafet_desk_get_snapshot (desk), kind, series);
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), original);
  g_autofree char *about =
    g_strdup_printf ("%s, %s", record != NULL ? stafet_record_get_label (record) : "", day);
  StafetWritePage *self = page_new (desk, about);

  self->kind = kind;
  self->series = series;
  self->original = original;
  return STAFET_PAGE (self);
}

StafetPage *
stafet_write_page_new_for_activity (StafetDesk *desk, StafetUid activity)
{
  const StafetRecord *record =
    stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_ACTIVITY, activity);
  StafetWritePage *self = page_new (desk, record != NULL ? stafet_record_get_label (record) : "");

  self->kind = STAFET_KIND_ACTIVITY;
  self->series = activity;
  return STAFET_PAGE (self);
}

StafetPage *
stafet_write_page_new_for_volunteers (StafetDesk *desk, GPtrArray *volunteers, const char *about)
{
  StafetWritePage *self = page_new (desk, about);

  self->volunteers = volunteers;
  return STAFET_PAGE (self);
}

/* ——— What was begun ——— */

/* "write/KIND/UID/DATE". */
static gboolean
read_key (const char *key, StafetKind *kind, StafetUid *series, StafetDate *original)
{
  g_auto (GStrv) parts = g_strsplit (key, "/", -1);

  if (g_strv_length (parts) != 4)
    return FALSE;
  *kind = (StafetKind) g_ascii_strtoll (parts[1], NULL, 10);
  *series = stafet_uid_intern (parts[2]);
  *original = (StafetDate) g_ascii_strtoll (parts[3], NULL, 10);
  return *kind == STAFET_KIND_ACTIVITY || *kind == STAFET_KIND_SHIFT;
}

char *
stafet_write_page_draft_words (StafetDesk *desk, const char *key)
{
  StafetKind kind;
  StafetUid series;
  StafetDate original;
  const StafetRecord *record;

  if (!read_key (key, &kind, &series, &original))
    return NULL;
  record = stafet_snapshot_get (stafet_desk_get_snapshot (desk), kind, series);
  return record != NULL ? g_strdup_printf (_ ("a message about “%s”"), stafet_record_get_label (record))
                        : NULL;
}

StafetPage *
stafet_write_page_new_for_draft (StafetDesk *desk, const char *key)
{
  StafetKind kind = STAFET_KIND_NONE;
  StafetUid series = NULL;
  StafetDate original = 0;

  if (!read_key (key, &kind, &series, &original) || original == 0)
    return stafet_write_page_new_for_activity (desk, series);
  return stafet_write_page_new_for_date (desk, kind, series, original);
}
