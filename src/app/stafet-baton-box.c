/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The baton's lines, and what can be done with it.
 */
#include "stafet-baton-box.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-batons.h"
#include "stafet-actions.h"
#include "stafet-line.h"
#include "stafet-pass-dialog.h"
#include "stafet-record-dialog.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

struct _StafetBatonBox
{
  GtkBox parent_instance;

  StafetDesk *desk; /* owned, nullable */
  StafetUid enquiry;

  /* Template children. */
  GtkListBox *list;
  GtkButton *end;
};

G_DEFINE_FINAL_TYPE (StafetBatonBox, stafet_baton_box, GTK_TYPE_BOX)

static StafetEnquiry *
enquiry_of (StafetBatonBox *self)
{
  return self->desk != NULL
           ? stafet_snapshot_get (stafet_desk_get_snapshot (self->desk), STAFET_KIND_ENQUIRY, self->enquiry)
           : NULL;
}

static void
edit (StafetBatonBox *self, const char *const *pairs)
{
  stafet_desk_edit (self->desk, stafet_use_edit (STAFET_KIND_ENQUIRY, self->enquiry, pairs));
}

/* ——— Actions ——— */

static void
pass_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetBatonBox *self = STAFET_BATON_BOX (widget);
  StafetEnquiry *enquiry = enquiry_of (self);

  (void) name;
  (void) parameter;
  gtk_widget_activate_action (widget, "page.flush", NULL);
  if (enquiry != NULL)
    stafet_pass_dialog_show (stafet_window_of (widget), enquiry);
}

/* To whoever is asked where the citizen lives: at once, as it can be taken back; then the text. */
static StafetContact *
local_of (StafetBatonBox *self, const StafetEnquiry *enquiry)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (self->desk);
  StafetUid area = stafet_baton_area_of (snapshot, enquiry->postcode);
  const StafetHouse *house =
    area == NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, enquiry->house) : NULL;

  return stafet_baton_contact (snapshot, STAFET_DUTY_VOLUNTEERING, house, area, FALSE);
}

static gboolean
passed_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetBatonBox *self = owner;
  StafetEnquiry *enquiry = error == NULL ? enquiry_of (self) : NULL;

  (void) outcome;
  (void) data;
  if (enquiry != NULL && stafet_window_of (self) != NULL)
    stafet_pass_dialog_show_text (stafet_window_of (self), enquiry);
  return FALSE;
}

static void
pass_local_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetBatonBox *self = STAFET_BATON_BOX (widget);
  StafetEnquiry *enquiry = enquiry_of (self);
  StafetContact *local = enquiry != NULL ? local_of (self, enquiry) : NULL;

  (void) name;
  (void) parameter;
  gtk_widget_activate_action (widget, "page.flush", NULL);
  if (local != NULL)
    stafet_desk_edit_then (self->desk, stafet_use_pass_baton (self->enquiry, local->parent.uid, NULL), self,
                           passed_cb, NULL, NULL);
}

static const char *
author_of (StafetBatonBox *self)
{
  return stafet_store_get_author (stafet_plan_get_store (stafet_desk_get_plan (self->desk)));
}

static void
take_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetBatonBox *self = STAFET_BATON_BOX (widget);

  (void) name;
  (void) parameter;
  stafet_desk_edit (self->desk, stafet_use_pass_baton (self->enquiry, NULL, author_of (self)));
}

static void
ask (StafetBatonBox *self, const char *title, const char *const *keys)
{
  StafetEnquiry *enquiry = enquiry_of (self);

  if (enquiry != NULL)
    stafet_record_dialog_present (
      stafet_record_dialog_new (stafet_window_of (self), title, STAFET_KIND_ENQUIRY, enquiry, keys, NULL),
      NULL, NULL, NULL);
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const keys[] = { "next_step", "next_on", NULL };

  (void) name;
  (void) parameter;
  ask (STAFET_BATON_BOX (widget), _ ("The next step"), keys);
}

/* Where something is found, it is only asked how it goes; else there has to be another step. */
static void
done_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const pairs[] = { "next_step=", "next_on=", NULL };
  StafetBatonBox *self = STAFET_BATON_BOX (widget);
  StafetEnquiry *enquiry = enquiry_of (self);

  if (enquiry != NULL && enquiry->matched != STAFET_DATE_NONE)
    edit (self, pairs);
  else
    step_cb (widget, name, parameter);
}

static void
first_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const keys[] = { "companion", "first_on", NULL };

  (void) name;
  (void) parameter;
  ask (STAFET_BATON_BOX (widget), _ ("The first time together"), keys);
}

/* "s": "after_4=came" */
static void
outcome_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *pairs[] = { g_variant_get_string (parameter, NULL), NULL };

  (void) name;
  edit (STAFET_BATON_BOX (widget), pairs);
}

static void
end_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetBatonBox *self = STAFET_BATON_BOX (widget);
  const StafetEnquiry *enquiry = enquiry_of (self);
  char day[STAFET_DATE_SIZE];
  g_autofree char *pair = NULL;
  const char *pairs[2] = { NULL };

  (void) name;
  (void) parameter;
  gtk_widget_activate_action (widget, "page.flush", NULL);
  if (enquiry == NULL)
    return;
  pair = g_strconcat (
    "ended=",
    enquiry->ended == STAFET_DATE_NONE ? stafet_date_write (stafet_desk_today (self->desk), day) : "", NULL);
  pairs[0] = pair;
  edit (self, pairs);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetBatonBox *self = STAFET_BATON_BOX (widget);

  (void) name;
  (void) parameter;
  gtk_widget_activate_action (widget, "page.flush", NULL);
  stafet_desk_edit (self->desk, stafet_use_remove (STAFET_KIND_ENQUIRY, self->enquiry));
}

/* ——— Lines ——— */

static GtkWidget *
holder_line (StafetBatonBox *self, const StafetEnquiry *enquiry)
{
  const char *holder = stafet_baton_holder (stafet_desk_get_snapshot (self->desk), enquiry);
  GtkWidget *line = stafet_line_new (holder != NULL ? "stafet-people-symbolic" : "stafet-warning-symbolic",
                                     holder != NULL ? holder : _ ("Nobody has the baton"),
                                     holder != NULL ? _ ("has the baton") : "");

  stafet_line_set_strong (STAFET_LINE (line));
  if (enquiry->ended != STAFET_DATE_NONE)
    return line;
  if (g_strcmp0 (holder, author_of (self)) != 0)
    stafet_line_add_end (STAFET_LINE (line),
                         stafet_action_button_new (_ ("I take it"), _ ("The baton"), "baton.take", NULL));
  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Pass it on …"), _ ("The baton"), "baton.pass", NULL));
  return line;
}

/* Whom to ring, and where: NULL of whom nothing may be kept. */
static GtkWidget *
person_line (const StafetEnquiry *enquiry)
{
  g_autofree char *phone = *enquiry->phone != '\0' ? stafet_phone_format (enquiry->phone) : NULL;
  GtkWidget *line, *number;

  if (phone == NULL || enquiry->ended != STAFET_DATE_NONE)
    return NULL;
  line = stafet_line_new ("stafet-phone-symbolic", *enquiry->name != '\0' ? enquiry->name : _ ("The citizen"),
                          _ ("has agreed to be contacted"));
  number = gtk_label_new (phone);
  gtk_label_set_selectable (GTK_LABEL (number), TRUE);
  gtk_widget_add_css_class (number, "phone");
  stafet_line_add_end (STAFET_LINE (line), number);
  return line;
}

/* NULL where nobody is asked, or has it already. */
static GtkWidget *
local_line (StafetBatonBox *self, const StafetEnquiry *enquiry)
{
  StafetContact *local = local_of (self, enquiry);
  GtkWidget *line;

  if (local == NULL || enquiry->ended != STAFET_DATE_NONE || enquiry->contact == local->parent.uid)
    return NULL;
  line = stafet_line_new ("stafet-baton-symbolic", local->name, local->role);
  stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (_ ("Pass it on to this one"),
                                                                     local->name, "baton.pass-local", NULL));
  return line;
}

static GtkWidget *
step_line (const StafetEnquiry *enquiry, StafetDate today)
{
  StafetBatonState state = stafet_baton_state (enquiry, today);
  gboolean late = enquiry->next_on != STAFET_DATE_NONE && enquiry->next_on < today;
  g_autofree char *day = enquiry->next_on != STAFET_DATE_NONE
                           ? stafet_words_date (stafet_i18n_get_language (), enquiry->next_on)
                           : NULL;
  g_autofree char *when = day == NULL                 ? g_strdup (_ ("Next step"))
                          : enquiry->next_on == today ? g_strdup (_ ("Next step · today"))
                          : late                      ? g_strdup_printf (_ ("Next step · was for %s"), day)
                                                      : g_strdup_printf (_ ("Next step · %s"), day);
  GtkWidget *line =
    stafet_line_new (state == STAFET_BATON_DROPPED ? "stafet-warning-symbolic" : "stafet-clock-symbolic",
                     *enquiry->next_step != '\0' ? enquiry->next_step : _ ("No next step"), when);

  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Change …"), _ ("Next step"), "baton.step", NULL));
  if (*enquiry->next_step != '\0')
    stafet_line_add_end (STAFET_LINE (line),
                         stafet_action_button_new (_ ("Done"), _ ("Next step"), "baton.done", NULL));
  return line;
}

static GtkWidget *
found_line (const StafetEnquiry *enquiry)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *day = stafet_words_date (language, enquiry->matched);
  g_autofree char *found = g_strdup_printf (_ ("found on %s"), day);
  g_autofree char *first =
    enquiry->first_on != STAFET_DATE_NONE ? stafet_words_date (language, enquiry->first_on) : NULL;
  GtkWidget *line = stafet_line_new ("stafet-promised-symbolic", enquiry->chosen, found);

  if (*enquiry->companion != '\0')
    {
      g_autofree char *along =
        first != NULL ? g_strdup_printf (_ ("%s comes along the first time, %s"), enquiry->companion, first)
                      : g_strdup_printf (_ ("%s comes along the first time"), enquiry->companion);

      stafet_line_add_text (STAFET_LINE (line), along);
    }
  else if (enquiry->company)
    stafet_line_add_text (STAFET_LINE (line), _ ("Nobody comes along the first time yet"));
  stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (_ ("First time together …"),
                                                                     enquiry->chosen, "baton.first", NULL));
  return line;
}

static const char *
outcome_words (gint32 outcome)
{
  return outcome != STAFET_ENUM_NONE ? _ (stafet_outcome_values[outcome].title) : NULL;
}

static GtkWidget *
outcome_line (const StafetEnquiry *enquiry, StafetDate today)
{
  static const int weeks[] = { 1, 4, 12 };
  const gint32 outcomes[] = { enquiry->after_1, enquiry->after_4, enquiry->after_12 };
  int asks = stafet_baton_asks (enquiry, today);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *question =
    asks != 0 ? g_strdup_printf (
      ngettext_ ("How did it go, after %d week?", "How did it go, after %d weeks?", asks), asks)
              : g_strdup (_ ("How did it go?"));
  GtkWidget *line;

  for (gsize i = 0; i < G_N_ELEMENTS (weeks); i++)
    if (outcomes[i] != STAFET_ENUM_NONE)
      g_string_append_printf (told, "%s%d %s: %s", told->len > 0 ? " · " : "", weeks[i],
                              ngettext_ ("week", "weeks", (gulong) weeks[i]), outcome_words (outcomes[i]));
  line = stafet_line_new (asks != 0 ? "stafet-warning-symbolic" : "stafet-clock-symbolic", question,
                          told->len > 0 ? told->str : _ ("It is asked after 1, 4 and 12 weeks"));
  if (asks != 0)
    {
      GtkWidget *answers = stafet_wrap_box_new (6, 6);

      for (const StafetEnumValue *value = stafet_outcome_values; value->key != NULL; value++)
        {
          g_autofree char *pair = g_strdup_printf ("after_%d=%s", asks, value->key);

          stafet_wrap_box_append (STAFET_WRAP_BOX (answers),
                                  stafet_action_button_new (_ (value->title), question, "baton.outcome",
                                                            g_variant_new_string (pair)));
        }
      stafet_line_add_second (STAFET_LINE (line), answers);
    }
  return line;
}

void
stafet_baton_box_show (StafetBatonBox *self, StafetDesk *desk, StafetEnquiry *enquiry)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  StafetDate today = stafet_desk_today (desk);
  GtkWidget *person = person_line (enquiry), *local;

  g_set_object (&self->desk, desk);
  self->enquiry = enquiry->parent.uid;
  g_ptr_array_add (rows, holder_line (self, enquiry));
  local = local_line (self, enquiry);
  if (local != NULL)
    g_ptr_array_add (rows, local);
  if (enquiry->ended == STAFET_DATE_NONE)
    g_ptr_array_add (rows, step_line (enquiry, today));
  if (person != NULL)
    g_ptr_array_add (rows, person);
  if (enquiry->matched != STAFET_DATE_NONE)
    {
      g_ptr_array_add (rows, found_line (enquiry));
      g_ptr_array_add (rows, outcome_line (enquiry, today));
    }
  stafet_list_show (self->list, rows);
  gtk_button_set_label (self->end,
                        enquiry->ended == STAFET_DATE_NONE ? _ ("End the enquiry") : _ ("Take it up again"));
}

/* ——— GObject ——— */

static void
stafet_baton_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_BATON_BOX);
  g_clear_object (&STAFET_BATON_BOX (object)->desk);
  G_OBJECT_CLASS (stafet_baton_box_parent_class)->dispose (object);
}

static void
stafet_baton_box_class_init (StafetBatonBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_baton_box_dispose;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-baton-box.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetBatonBox, list);
  gtk_widget_class_bind_template_child (widget_class, StafetBatonBox, end);
  gtk_widget_class_install_action (widget_class, "baton.pass", NULL, pass_cb);
  gtk_widget_class_install_action (widget_class, "baton.pass-local", NULL, pass_local_cb);
  gtk_widget_class_install_action (widget_class, "baton.take", NULL, take_cb);
  gtk_widget_class_install_action (widget_class, "baton.step", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "baton.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "baton.first", NULL, first_cb);
  gtk_widget_class_install_action (widget_class, "baton.outcome", "s", outcome_cb);
  gtk_widget_class_install_action (widget_class, "baton.end", NULL, end_cb);
  gtk_widget_class_install_action (widget_class, "baton.remove", NULL, remove_cb);
}

static void
stafet_baton_box_init (StafetBatonBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
