/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Purpose and number of people of a loan.
 */
#include "stafet-loan-section.h"

#include "core/stafet-i18n.h"
#include "core/stafet-words.h"
#include "plan/stafet-use-cases.h"
#include "stafet-choice.h"
#include "stafet-input.h"
#include "stafet-pick.h"
#include "stafet-wrap-layout.h"

struct _StafetLoanSection
{
  GtkBox parent_instance;

  StafetLoan *loan; /* owned, nullable: as it was loaded */

  /* Template children. */
  GtkLabel *state;
  GtkDropDown *purpose;
  StafetInput *people;
};

G_DEFINE_FINAL_TYPE (StafetLoanSection, stafet_loan_section, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const StafetField *
field_of (const char *key)
{
  return stafet_record_info_field (&stafet_loan_info, key);
}

static void
changed_cb (StafetLoanSection *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ——— Filling in ——— */

static void
fill_purposes (StafetLoanSection *self)
{
  g_autoptr (GListModel) titles = stafet_enum_titles (field_of ("purpose")->values, _ ("Choose …"));

  gtk_drop_down_set_model (self->purpose, titles);
}

/* (transfer full) */
static char *
state_words (const StafetLoan *loan)
{
  g_autofree char *day = NULL;

  if (loan == NULL || loan->state == STAFET_LOAN_ASKED)
    return g_strdup (_ ("A request takes up no room until it is approved on the "
                        "page of loans."));
  day = stafet_words_date (stafet_i18n_get_language (), loan->decided_on);
  if (loan->state == STAFET_LOAN_APPROVED)
    return g_strdup_printf (_ ("Approved %s by %s. When and where is moved on the page of loans, when the "
                               "borrower says yes."),
                            day, loan->decided_by);
  if (loan->state == STAFET_LOAN_REFUSED)
    return g_strdup_printf (_ ("Refused %s by %s."), day, loan->decided_by);
  return g_strdup (_ ("Withdrawn: the borrower needs the room no more."));
}

void
stafet_loan_section_load (StafetLoanSection *self, StafetLoan *loan)
{
  g_autofree char *state = state_words (loan);
  g_autofree char *people = loan != NULL ? stafet_record_get_text (loan, field_of ("people")) : g_strdup ("");

  g_set_object (&self->loan, loan);
  gtk_label_set_text (self->state, state);
  gtk_drop_down_set_selected (
    self->purpose, loan != NULL && loan->purpose != STAFET_ENUM_NONE ? (guint) loan->purpose + 1 : 0);
  stafet_input_set_text (self->people, people);
}

/* ——— Reading ——— */

static void
add_pair (StafetLoanSection *self, GPtrArray *pairs, const char *key, const char *value)
{
  g_autofree char *before =
    self->loan != NULL ? stafet_record_get_text (self->loan, field_of (key)) : g_strdup ("");

  if (g_strcmp0 (before, value) != 0)
    g_ptr_array_add (pairs, g_strdup_printf ("%s=%s", key, value));
}

GPtrArray *
stafet_loan_section_collect (StafetLoanSection *self, gboolean complain)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *people = g_strstrip (g_strdup (stafet_input_get_text (self->people)));
  guint purpose = gtk_drop_down_get_selected (self->purpose);
  g_autoptr (GError) error = NULL;

  add_pair (self, pairs, "purpose", purpose > 0 ? field_of ("purpose")->values[purpose - 1].key : "");
  add_pair (self, pairs, "people", people);
  g_ptr_array_add (pairs, NULL);
  if (stafet_use_check_pairs (STAFET_KIND_LOAN, (const char *const *) pairs->pdata, NULL, FALSE, &error))
    return g_steal_pointer (&pairs);
  if (complain)
    {
      stafet_input_set_problem (self->people, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->people));
    }
  return NULL;
}

/* ——— Kept over screens ——— */

void
stafet_loan_section_write (StafetLoanSection *self, GVariantBuilder *texts)
{
  g_autofree char *purpose = g_strdup_printf ("%u", gtk_drop_down_get_selected (self->purpose));

  g_variant_builder_add (texts, "{ss}", "loan-purpose", purpose);
  g_variant_builder_add (texts, "{ss}", "loan-people", stafet_input_get_text (self->people));
}

void
stafet_loan_section_fill (StafetLoanSection *self, GVariant *texts)
{
  const char *text;

  if (g_variant_lookup (texts, "loan-purpose", "&s", &text))
    gtk_drop_down_set_selected (self->purpose, (guint) g_ascii_strtoull (text, NULL, 10));
  if (g_variant_lookup (texts, "loan-people", "&s", &text))
    stafet_input_set_text (self->people, text);
}

/* ——— GObject ——— */

static void
stafet_loan_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_LOAN_SECTION);
  G_OBJECT_CLASS (stafet_loan_section_parent_class)->dispose (object);
}

static void
stafet_loan_section_finalize (GObject *object)
{
  g_clear_object (&STAFET_LOAN_SECTION (object)->loan);
  G_OBJECT_CLASS (stafet_loan_section_parent_class)->finalize (object);
}

static void
stafet_loan_section_class_init (StafetLoanSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_loan_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_loan_section_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  g_type_ensure (STAFET_TYPE_INPUT);
  g_type_ensure (STAFET_TYPE_PICK);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-loan-section.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetLoanSection, state);
  gtk_widget_class_bind_template_child (widget_class, StafetLoanSection, purpose);
  gtk_widget_class_bind_template_child (widget_class, StafetLoanSection, people);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
stafet_loan_section_init (StafetLoanSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_purposes (self);
}
