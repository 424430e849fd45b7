/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a candidate: reasons in words, the telephone, and what came of the call.
 */
#include "stafet-candidate-row.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-actions.h"
#include "stafet-called.h"
#include "stafet-place-target.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

struct _StafetCandidateRow
{
  GtkListBoxRow parent_instance;

  /* Template children. */
  GtkLabel *rank, *name, *phone, *call_when, *called, *asked;
  AdwAvatar *avatar;
  StafetWrapBox *reasons;
  GtkWidget *who, *phone_box, *buttons;
  GtkButton *rang, *no_answer, *cannot, *waits, *if_needed, *ask, *put_on, *stand, *card;
};

G_DEFINE_FINAL_TYPE (StafetCandidateRow, stafet_candidate_row, GTK_TYPE_LIST_BOX_ROW)

/* ——— Reasons ——— */

static GtkWidget *
reason_new (const StafetReason *reason, gboolean possible)
{
  if (stafet_reason_warns (reason))
    return stafet_remark_new ("stafet-warning-symbolic", "warns", reason->text);
  return possible ? stafet_remark_new ("stafet-promised-symbolic", "good", reason->text)
                  : stafet_remark_new ("stafet-cancelled-symbolic", "dim-label", reason->text);
}

static void
show_reasons (StafetCandidateRow *self, const StafetCandidate *candidate)
{
  stafet_wrap_box_remove_all (self->reasons);
  for (guint i = 0; i < candidate->reasons->len; i++)
    stafet_wrap_box_append (self->reasons,
                            reason_new (g_ptr_array_index (candidate->reasons, i), candidate->possible));
}

/* ——— The telephone ——— */

static void
show_phone (StafetCandidateRow *self, StafetPlan *plan, const StafetVolunteer *volunteer)
{
  const GPtrArray *phones = stafet_snapshot_index (stafet_plan_get_snapshot (plan),
                                                   STAFET_INDEX_PHONE_BY_VOLUNTEER, volunteer->parent.uid);
  g_autofree char *number = phones->len > 0
                              ? stafet_phone_format (((StafetPhone *) g_ptr_array_index (phones, 0))->number)
                              : g_strdup (_ ("no phone number"));
  /* That the times go by agreement is among the reasons. */
  g_autofree char *words = stafet_volunteer_call_words (volunteer, FALSE, stafet_i18n_get_language ());

  gtk_label_set_text (self->phone, number);
  stafet_label_show (self->call_when, words);
}

static void
show_call (StafetCandidateRow *self, StafetPlan *plan, const StafetVolunteer *volunteer, StafetUid shift,
           StafetDate date)
{
  const StafetCall *call =
    stafet_called_last (stafet_plan_get_snapshot (plan), shift, date, volunteer->parent.uid);
  g_autofree char *words = call != NULL ? stafet_called_words (plan, call) : NULL;

  stafet_label_show (self->called, words);
}

/* ——— Binding ——— */

static void
set_button (GtkButton *button, const char *action, GVariant *target, const char *format, const char *name)
{
  g_autofree char *spoken = g_strdup_printf (format, name);

  stafet_actionable_set (button, action, target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* How often she was asked lately. */
static void
show_asked (StafetCandidateRow *self, const StafetCandidate *candidate)
{
  g_autofree char *asked =
    candidate->asked > 0 ? g_strdup_printf (
      ngettext_ ("asked %u time in 4 weeks", "asked %u times in 4 weeks", candidate->asked), candidate->asked)
                         : NULL;

  stafet_label_show (self->asked, candidate->possible ? asked : NULL);
}

/* Whoever is borrowed is asked: her house has to say yes before she is on. */
static void
show_lending (StafetCandidateRow *self, const StafetCandidate *candidate)
{
  gboolean lent = candidate->lender != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->put_on), !lent);
  gtk_widget_set_visible (GTK_WIDGET (self->if_needed), !lent && !candidate->if_needed);
  gtk_widget_set_visible (GTK_WIDGET (self->ask), !candidate->if_needed);
}

static void
show_buttons (StafetCandidateRow *self, const StafetCandidate *candidate, StafetUid shift, StafetDate date,
              guint rank, gboolean permanent)
{
  const StafetVolunteer *volunteer = candidate->volunteer;
  gboolean lent = candidate->lender != NULL;
  g_autoptr (GVariant) target =
    g_variant_ref_sink (stafet_place_target_new_volunteer (shift, date, volunteer->parent.uid));

  set_button (self->rang, "win.rang", target, _ ("Rang %s"), volunteer->name);
  set_button (self->no_answer, "win.no-answer", target, _ ("%s did not answer"), volunteer->name);
  set_button (self->cannot, "win.cannot", target, _ ("%s cannot"), volunteer->name);
  set_button (self->waits, "win.waits", target, _ ("%s wants to think about it"), volunteer->name);
  set_button (self->if_needed, "win.if-needed", target, _ ("%s takes it if nobody else can"),
              volunteer->name);
  /* Before what is said of it, which it would take the place of. */
  gtk_button_set_label (self->ask, lent ? _ ("Borrow") : _ ("Asked"));
  set_button (self->ask, "win.ask", target, lent ? _ ("Borrow %s") : _ ("%s is asked"), volunteer->name);
  set_button (self->put_on, "win.put-on", target, _ ("Put %s on the shift"), volunteer->name);
  set_button (self->stand, "win.stand", target, _ ("Put %s on the shift for good"), volunteer->name);
  gtk_widget_set_visible (GTK_WIDGET (self->stand), permanent);
  if (rank == 1)
    gtk_widget_add_css_class (GTK_WIDGET (self->put_on), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->put_on), "suggested-action");
}

static void
describe (StafetCandidateRow *self, const StafetCandidate *candidate)
{
  g_autoptr (GString) text = g_string_new (candidate->volunteer->name);

  for (guint i = 0; i < candidate->reasons->len; i++)
    g_string_append_printf (text, ", %s", ((StafetReason *) g_ptr_array_index (candidate->reasons, i))->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

/* At 96 dpi or more; a longer name has what it needs. */
#define NAME_WIDTH 190

/* Whoever cannot come takes a line, the reasons in a column of their own; the others have room for what one
 * does about them. */
static void
show_shape (StafetCandidateRow *self, gboolean possible)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->who),
                                  possible ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->card), possible ? -1 : NAME_WIDTH, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->reasons), GTK_ALIGN_CENTER);
  adw_avatar_set_size (self->avatar, possible ? 40 : 28);
  gtk_widget_set_visible (GTK_WIDGET (self->rank), possible);
  gtk_widget_set_visible (self->phone_box, possible);
  gtk_widget_set_visible (self->buttons, possible);
}

void
stafet_candidate_row_bind (StafetCandidateRow *self, StafetPlan *plan, const StafetCandidate *candidate,
                           StafetUid shift, StafetDate date, guint rank, gboolean permanent)
{
  StafetVolunteer *volunteer = candidate->volunteer;
  g_autofree char *number = candidate->ask_first ? g_strdup ("–") : g_strdup_printf ("%u", rank);
  g_autofree char *open = g_strdup_printf (_ ("The card of %s"), volunteer->name);

  gtk_label_set_text (self->rank, number);
  gtk_label_set_text (self->name, volunteer->name);
  adw_avatar_set_text (self->avatar, volunteer->name);
  show_shape (self, candidate->possible);
  stafet_actionable_set (self->card, "win.volunteer", g_variant_new_string (volunteer->parent.uid));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL, open, -1);
  show_reasons (self, candidate);
  show_phone (self, plan, volunteer);
  show_call (self, plan, volunteer, shift, date);
  show_asked (self, candidate);
  show_buttons (self, candidate, shift, date, rank, permanent && candidate->lender == NULL);
  show_lending (self, candidate);
  describe (self, candidate);
}

/* ——— GObject ——— */

static void
stafet_candidate_row_dispose (GObject *object)
{
  /* GTK 4.8 would unparent it once more, after it is gone with the template. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_CANDIDATE_ROW);
  G_OBJECT_CLASS (stafet_candidate_row_parent_class)->dispose (object);
}

static void
stafet_candidate_row_class_init (StafetCandidateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_candidate_row_dispose;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-candidate-row.ui");
#define CHILD(child) gtk_widget_class_bind_template_child (widget_class, StafetCandidateRow, child)
  CHILD (rank);
  CHILD (name);
  CHILD (phone);
  CHILD (call_when);
  CHILD (called);
  CHILD (avatar);
  CHILD (reasons);
  CHILD (who);
  CHILD (phone_box);
  CHILD (buttons);
  CHILD (asked);
  CHILD (no_answer);
  CHILD (cannot);
  CHILD (waits);
  CHILD (if_needed);
  CHILD (rang);
  CHILD (ask);
  CHILD (put_on);
  CHILD (stand);
  CHILD (card);
#undef CHILD
}

static void
stafet_candidate_row_init (StafetCandidateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stafet_candidate_row_new (void)
{
  return g_object_new (STAFET_TYPE_CANDIDATE_ROW, NULL);
}
