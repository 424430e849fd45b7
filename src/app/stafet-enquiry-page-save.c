/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of an enquiry, kept in memory while it is asked, and saved while it is written.
 */
#include "core/stafet-text.h"
#include "stafet-enquiry-page-private.h"
#include "stafet-enquiry-text.h"
#include "stafet-widget.h"
#include "stafet-window.h"

#include <string.h>

#define DRAFT "stafet-look-up"
#define SLIPS "stafet-enquiry-slips/"

/* ——— What is said ——— */

/* "formiddag, aften". (transfer full) */
char *
stafet_enquiry_page_get_times (StafetEnquiryPage *self)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; stafet_enquiry_parts[i].key != NULL; i++)
    if (stafet_toggles_get (self->parts, stafet_enquiry_parts[i].key))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", stafet_enquiry_parts[i].key);
  return g_string_free (text, FALSE);
}

/* What is said, of the fields what is not as in @known. NULL when one of them is not understood: it says so;
 * or, @quietly, what is not understood is left out. (transfer full) */
static GPtrArray *
read_form (StafetEnquiryPage *self, GHashTable *known, gboolean quietly)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  const char *side = stafet_toggles_get_key (self->side), *postcode = postcode_of (self);
  g_autofree char *times = stafet_enquiry_page_get_times (self), *person = text_of (self->person),
                  *name = NULL, *phone = NULL;

  if (quietly)
    stafet_form_peek (self->form, known, pairs);
  else if (!stafet_form_collect (self->form, known, pairs))
    return NULL;
  stafet_enquiry_split_person (self->agreed != STAFET_DATE_NONE ? person : "", &name, &phone);
  stafet_pairs_put (pairs, "name", name);
  stafet_pairs_put (pairs, "phone", phone);
  stafet_pairs_put (pairs, "side", side != NULL ? side : "join");
  stafet_pairs_put (pairs, "times", times);
  stafet_pairs_put (pairs, "travel", stafet_toggles_get_key (self->travel));
  stafet_pairs_put (pairs, "company", stafet_toggles_get (self->company, "yes") ? "yes" : "no");
  stafet_pairs_put_date (pairs, "consent", self->agreed);
  /* "Viby" is kept as what it means: whoever has the baton is found by it. */
  if (postcode != NULL)
    stafet_pairs_put (pairs, "postcode", postcode);
  /* Who withdraws it is forgotten. */
  if (self->agreed == STAFET_DATE_NONE)
    stafet_pairs_put (pairs, "consent_words", "");
  return g_steal_pointer (&pairs);
}

/* A slip in the date would erase it all at once: who wants that has a button for it. */
static gboolean
check_erasing (StafetEnquiryPage *self, GPtrArray *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      StafetDate date;

      if (!g_str_has_prefix (pairs->pdata[i], "delete_on=")
          || !stafet_date_parse ((const char *) pairs->pdata[i] + strlen ("delete_on="), &date, NULL)
          || date > today_of (self))
        continue;
      g_ptr_array_remove_index (pairs, i);
      stafet_input_set_problem (self->delete_on, _ ("That day is here already. Write a later one."));
      return FALSE;
    }
  return TRUE;
}

/* What is new: what others have written meanwhile is left as it is. (transfer full) */
static GPtrArray *
collect (StafetEnquiryPage *self, gboolean quietly)
{
  GPtrArray *pairs = read_form (self, self->known, quietly);
  const StafetEnquiry *enquiry = enquiry_of (self);
  StafetStore *store = stafet_plan_get_store (stafet_page_get_plan (STAFET_PAGE (self)));

  if (pairs == NULL)
    return NULL;
  stafet_pairs_drop_known (pairs, self->known);
  if (!check_erasing (self, pairs) && !quietly)
    {
      g_ptr_array_unref (pairs);
      return NULL;
    }
  if (self->agreed != STAFET_DATE_NONE && (enquiry == NULL || enquiry->consent == STAFET_DATE_NONE))
    stafet_pairs_put (pairs, "consent_to", stafet_store_get_author (store));
  if (self->agreed == STAFET_DATE_NONE && enquiry != NULL && *enquiry->consent_to != '\0')
    stafet_pairs_put (pairs, "consent_to", "");
  return pairs;
}

/* ——— What is kept in memory ——— */

void
stafet_enquiry_page_keep_look_up (StafetEnquiryPage *self)
{
  GVariantBuilder texts;
  g_autofree char *wish = text_of (self->wish), *name = text_of (self->person),
                  *times = stafet_enquiry_page_get_times (self);
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  const char *side = stafet_toggles_get_key (self->side), *travel = stafet_toggles_get_key (self->travel),
             *company = stafet_toggles_get_key (self->company);

  if (self->enquiry != NULL || !self->filled)
    return;
  if (*wish == '\0' && *name == '\0')
    {
      g_object_set_data (G_OBJECT (desk), DRAFT, NULL);
      return;
    }
  g_variant_builder_init (&texts, G_VARIANT_TYPE ("a{ss}"));
  stafet_form_write (self->form, &texts);
  if (side != NULL)
    g_variant_builder_add (&texts, "{ss}", "side", side);
  g_variant_builder_add (&texts, "{ss}", "times", times);
  if (travel != NULL)
    g_variant_builder_add (&texts, "{ss}", "travel", travel);
  if (company != NULL)
    g_variant_builder_add (&texts, "{ss}", "company", company);
  if (self->agreed != STAFET_DATE_NONE)
    {
      g_variant_builder_add (&texts, "{ss}", "consent", "yes");
      g_variant_builder_add (&texts, "{ss}", "person", name);
    }
  g_object_set_data_full (G_OBJECT (desk), DRAFT, g_variant_ref_sink (g_variant_builder_end (&texts)),
                          (GDestroyNotify) g_variant_unref);
}

void
stafet_enquiry_page_forget_look_up (StafetEnquiryPage *self)
{
  g_object_set_data (G_OBJECT (stafet_page_get_desk (STAFET_PAGE (self))), DRAFT, NULL);
}

GVariant *
stafet_enquiry_page_get_look_up (StafetEnquiryPage *self)
{
  return g_object_get_data (G_OBJECT (stafet_page_get_desk (STAFET_PAGE (self))), DRAFT);
}

/* ——— What cannot be saved ——— */

/* It is not understood, or would erase the enquiry at once. */
static gboolean
is_slip (StafetEnquiryPage *self, StafetInput *input)
{
  g_autofree char *value = stafet_input_peek (input);
  StafetDate date;

  return value == NULL
         || (input == self->delete_on && stafet_date_parse (value, &date, NULL) && date <= today_of (self)
             && g_strcmp0 (value, g_hash_table_lookup (self->known, "delete_on")) != 0);
}

/* (transfer full), NULL when there is none. */
static GVariant *
slips_of (StafetEnquiryPage *self)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (self->form);
  g_autoptr (GVariant) texts = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < inputs->len; i++)
    if (is_slip (self, inputs->pdata[i]))
      g_variant_builder_add (&builder, "{ss}", stafet_input_get_key (inputs->pdata[i]),
                             stafet_input_get_text (inputs->pdata[i]));
  texts = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_n_children (texts) > 0 ? g_steal_pointer (&texts) : NULL;
}

gboolean
stafet_enquiry_page_has_slips (StafetEnquiryPage *self)
{
  g_autoptr (GVariant) slips = slips_of (self);

  return slips != NULL;
}

void
stafet_enquiry_page_keep_slips (StafetEnquiryPage *self)
{
  StafetWindow *window = stafet_window_of (self);
  g_autofree char *key = g_strconcat (SLIPS, self->enquiry, NULL);
  GVariant *slips;

  if (!self->filled || enquiry_of (self) == NULL)
    return;
  slips = slips_of (self);
  g_object_set_data_full (G_OBJECT (stafet_page_get_desk (STAFET_PAGE (self))), key, slips,
                          slips != NULL ? (GDestroyNotify) g_variant_unref : NULL);
  if (slips != NULL && window != NULL)
    stafet_window_tell (
      window, _ ("What is wrong in the enquiry is not saved. It stands there when you open it again."),
      FALSE);
}

void
stafet_enquiry_page_show_slips (StafetEnquiryPage *self)
{
  g_autofree char *key = g_strconcat (SLIPS, self->enquiry, NULL);
  g_autoptr (GVariant) slips =
    g_object_steal_data (G_OBJECT (stafet_page_get_desk (STAFET_PAGE (self))), key);
  g_autoptr (GPtrArray) all = NULL;

  if (slips == NULL)
    return;
  stafet_form_fill (self->form, slips);
  /* Each says what is wrong with it. */
  all = collect (self, FALSE);
  g_clear_pointer (&all, g_ptr_array_unref);
}

/* ——— Saving ——— */

static void
choose (StafetEnquiryPage *self)
{
  g_autofree char *title = g_steal_pointer (&self->then_title), *uid = g_steal_pointer (&self->then_uid);

  if (title != NULL && self->enquiry != NULL)
    stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (self)),
                      stafet_use_choose_match (self->enquiry, title, uid));
}

/* Once nothing of it is kept. */
static void
forget_person (StafetEnquiryPage *self)
{
  self->filling = TRUE;
  stafet_input_set_text (self->person, "");
  stafet_input_set_text (self->consent_words, "");
  self->filling = FALSE;
}

/* What is saved while it is written is not told of; that it began is. */
static gboolean
saved_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetEnquiryPage *self = owner;
  gboolean quietly = GPOINTER_TO_INT (data);
  g_autoptr (GPtrArray) saved = g_steal_pointer (&self->pending);

  self->saving = FALSE;
  if (error != NULL)
    {
      stafet_label_show (self->problem, error->message);
      g_clear_pointer (&self->then_title, g_free);
      return TRUE;
    }
  stafet_label_show (self->problem, NULL);
  if (self->enquiry == NULL && outcome->created != NULL)
    {
      self->enquiry = outcome->created;
      stafet_enquiry_page_forget_look_up (self);
      gtk_widget_hide (self->resumed);
      g_set_object (&self->shown, (StafetRecord *) enquiry_of (self));
      stafet_page_refresh (STAFET_PAGE (self));
    }
  stafet_pairs_learn (saved, self->known);
  g_set_object (&self->shown, (StafetRecord *) enquiry_of (self));
  if (self->agreed == STAFET_DATE_NONE)
    forget_person (self);
  choose (self);
  if (self->again)
    stafet_enquiry_page_save (self, TRUE);
  return quietly;
}

void
stafet_enquiry_page_save (StafetEnquiryPage *self, gboolean quietly)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  g_autoptr (GPtrArray) pairs = NULL;
  StafetUid house = house_of (self);

  g_clear_handle_id (&self->keeping, g_source_remove);
  self->again = self->saving;
  if (self->saving)
    return;
  pairs = collect (self, quietly && self->then_title == NULL);
  if (pairs == NULL)
    {
      /* What is not understood is put right first; and then what is chosen may be something else. */
      g_clear_pointer (&self->then_title, g_free);
      return;
    }
  if (self->enquiry != NULL && pairs->len == 0)
    {
      choose (self);
      return;
    }
  if (self->enquiry == NULL && house != NULL)
    stafet_pairs_put (pairs, "house", house);
  g_ptr_array_add (pairs, NULL);
  self->saving = TRUE;
  self->pending = g_ptr_array_ref (pairs);
  stafet_desk_edit_then (
    desk,
    self->enquiry != NULL
      ? stafet_use_edit (STAFET_KIND_ENQUIRY, self->enquiry, (const char *const *) pairs->pdata)
      : stafet_use_add (STAFET_KIND_ENQUIRY, (const char *const *) pairs->pdata),
    self, saved_cb, GINT_TO_POINTER (quietly), NULL);
}

/* What the form says now is what is kept. */
void
stafet_enquiry_page_learn (StafetEnquiryPage *self)
{
  g_autoptr (GPtrArray) all = NULL;

  g_set_object (&self->shown, (StafetRecord *) enquiry_of (self));
  if (self->shown == NULL)
    return;
  g_hash_table_remove_all (self->known);
  all = read_form (self, self->known, TRUE);
  stafet_pairs_learn (all, self->known);
}
