/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of an enquiry, kept in memory while it is asked, and saved while it is written.
 */
#include "core/stafet-text.h"
#include "stafet-enquiry-page-private.h"
#include "stafet-enquiry-text.h"
#include "stafet-widget.h"
#include "stafet-window-private.h"

#include <string.h>

#define DRAFT "stafet-look-up"
#define SLIPS "stafet-enquiry-slips"
#define WARNED "stafet-enquiry-warned"

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
is_here_already (StafetEnquiryPage *self, const char *value)
{
  StafetDate date;

  return stafet_date_parse (value, &date, NULL) && date <= today_of (self)
         && g_strcmp0 (value, g_hash_table_lookup (self->known, "delete_on")) != 0;
}

static void
say_it_is_here (StafetEnquiryPage *self)
{
  stafet_input_set_problem (self->delete_on, _ ("That day is here already. Write a later one."));
}

static gboolean
check_erasing (StafetEnquiryPage *self, GPtrArray *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    if (g_str_has_prefix (pairs->pdata[i], "delete_on=")
        && is_here_already (self, (const char *) pairs->pdata[i] + strlen ("delete_on=")))
      {
        g_ptr_array_remove_index (pairs, i);
        say_it_is_here (self);
        return FALSE;
      }
  return TRUE;
}

/* Whose consent it is said to: of one that is said now, and of none that is taken back. */
static void
follow_consent (StafetEnquiryPage *self, GPtrArray *pairs)
{
  const StafetEnquiry *enquiry = enquiry_of (self);
  const char *author =
    stafet_store_get_author (stafet_plan_get_store (stafet_page_get_plan (STAFET_PAGE (self))));
  gboolean said = FALSE;

  for (guint i = 0; i < pairs->len; i++)
    said = said || (g_str_has_prefix (pairs->pdata[i], "consent=") && self->agreed != STAFET_DATE_NONE);
  if (said && (enquiry == NULL || enquiry->consent == STAFET_DATE_NONE))
    stafet_pairs_put (pairs, "consent_to", author);
  if (self->agreed == STAFET_DATE_NONE && enquiry != NULL && *enquiry->consent_to != '\0')
    stafet_pairs_put (pairs, "consent_to", "");
}

/* What is new: what others have written meanwhile is left as it is. (transfer full) */
static GPtrArray *
collect (StafetEnquiryPage *self, gboolean quietly)
{
  GPtrArray *pairs = read_form (self, self->known, quietly);

  if (pairs == NULL)
    return NULL;
  stafet_pairs_drop_known (pairs, self->known);
  if (!check_erasing (self, pairs) && !quietly)
    {
      g_ptr_array_unref (pairs);
      return NULL;
    }
  follow_consent (self, pairs);
  return pairs;
}

/* ——— What is kept in memory ——— */

/* As long as the program runs: the window may be made anew, in another language or to try something. */
static GObject *
memory_of (StafetEnquiryPage *self)
{
  return G_OBJECT (stafet_page_get_plan (STAFET_PAGE (self)));
}

void
stafet_enquiry_page_keep_look_up (StafetEnquiryPage *self)
{
  GVariantBuilder texts;
  g_autofree char *wish = text_of (self->wish), *name = text_of (self->person),
                  *times = stafet_enquiry_page_get_times (self);
  const char *side = stafet_toggles_get_key (self->side), *travel = stafet_toggles_get_key (self->travel),
             *company = stafet_toggles_get_key (self->company);

  if (self->enquiry != NULL || !self->filled)
    return;
  if (*wish == '\0' && *name == '\0')
    {
      g_object_set_data (memory_of (self), DRAFT, NULL);
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
  g_object_set_data_full (memory_of (self), DRAFT, g_variant_ref_sink (g_variant_builder_end (&texts)),
                          (GDestroyNotify) g_variant_unref);
}

void
stafet_enquiry_page_forget_look_up (StafetEnquiryPage *self)
{
  g_object_set_data (memory_of (self), DRAFT, NULL);
}

GVariant *
stafet_enquiry_page_get_look_up (StafetEnquiryPage *self)
{
  return g_object_get_data (memory_of (self), DRAFT);
}

/* ——— What cannot be saved ——— */

/* It is not understood, or would erase the enquiry at once. What was said of a consent goes with that. */
static gboolean
is_slip (StafetEnquiryPage *self, StafetInput *input)
{
  g_autofree char *value = stafet_input_peek (input);

  if (input == self->consent_words && self->agreed == STAFET_DATE_NONE)
    return FALSE;
  return value == NULL || (input == self->delete_on && is_here_already (self, value));
}

GVariant *
stafet_enquiry_page_get_slips (StafetEnquiryPage *self)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (self->form);
  g_autoptr (GVariant) slips = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(ss)}"));
  for (guint i = 0; i < inputs->len; i++)
    {
      StafetInput *input = inputs->pdata[i];
      const char *over = g_hash_table_lookup (self->known, stafet_input_get_key (input));

      if (is_slip (self, input))
        g_variant_builder_add (&builder, "{s(ss)}", stafet_input_get_key (input),
                               stafet_input_get_text (input), over != NULL ? over : "");
    }
  slips = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_n_children (slips) > 0 ? g_steal_pointer (&slips) : NULL;
}

static void
put_slip (StafetEnquiryPage *self, StafetInput *input, const char *text, const char *over)
{
  const char *now = g_hash_table_lookup (self->known, stafet_input_get_key (input));
  g_autoptr (GError) problem = NULL;
  g_autofree char *value = NULL, *both = NULL;

  if (strcmp (stafet_input_get_text (input), text) != 0)
    stafet_input_set_text (input, text);
  value = stafet_input_read (input, &problem);
  if (value != NULL && input == self->delete_on && is_here_already (self, value))
    say_it_is_here (self);
  if (problem == NULL || now == NULL || *now == '\0' || g_strcmp0 (now, over) == 0)
    return;
  both = g_strdup_printf (_ ("%s Somebody wrote here meanwhile: “%s”."), problem->message, now);
  stafet_input_set_problem (input, both);
}

/* What is kept beneath it. */
static void
learn_beneath (StafetEnquiryPage *self, const char *key)
{
  const StafetField *field = stafet_record_info_field (&stafet_enquiry_info, key);
  StafetEnquiry *enquiry = enquiry_of (self);

  if (enquiry != NULL && field != NULL)
    g_hash_table_insert (self->known, g_strdup (key), stafet_record_get_text (enquiry, field));
}

void
stafet_enquiry_page_put_slips (StafetEnquiryPage *self, GVariant *slips)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (self->form);

  for (guint i = 0; slips != NULL && i < inputs->len; i++)
    {
      StafetInput *input = inputs->pdata[i];
      const char *text, *over;

      if (input == self->consent_words && self->agreed == STAFET_DATE_NONE)
        continue;
      if (!g_variant_lookup (slips, stafet_input_get_key (input), "(&s&s)", &text, &over))
        continue;
      learn_beneath (self, stafet_input_get_key (input));
      put_slip (self, input, text, over);
    }
}

/* Of each enquiry. */
static GHashTable *
kept_slips (GObject *memory)
{
  GHashTable *kept = g_object_get_data (memory, SLIPS);

  if (kept == NULL)
    {
      kept = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_variant_unref);
      g_object_set_data_full (memory, SLIPS, kept, (GDestroyNotify) g_hash_table_unref);
    }
  return kept;
}

void
stafet_enquiry_page_keep_slips (StafetEnquiryPage *self)
{
  GHashTable *kept = kept_slips (memory_of (self));
  StafetWindow *window = stafet_window_of (self);
  GVariant *slips = self->filled && enquiry_of (self) != NULL ? stafet_enquiry_page_get_slips (self) : NULL;

  if (slips == NULL)
    {
      g_hash_table_remove (kept, self->enquiry);
      return;
    }
  g_hash_table_insert (kept, (gpointer) self->enquiry, slips);
  if (window != NULL)
    stafet_window_tell (
      window, _ ("What is wrong in the enquiry is not saved. It stands there when you open it again."),
      FALSE);
}

void
stafet_enquiry_page_take_slips (StafetEnquiryPage *self)
{
  GHashTable *kept = kept_slips (memory_of (self));
  gpointer slips = NULL;

  g_hash_table_steal_extended (kept, self->enquiry, NULL, &slips);
  stafet_enquiry_page_put_slips (self, slips);
  g_clear_pointer ((GVariant **) &slips, g_variant_unref);
}

static gboolean
is_erased (gpointer enquiry, gpointer slips, gpointer snapshot)
{
  (void) slips;
  return stafet_snapshot_get (snapshot, STAFET_KIND_ENQUIRY, enquiry) == NULL;
}

/* All that waits. (transfer full), NULL when nothing does. */
static char *
print_slips (GHashTable *kept, GVariant *here)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer slips;

  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, NULL, &slips))
    g_variant_print_string (slips, text, FALSE);
  if (here != NULL)
    g_variant_print_string (here, text, FALSE);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

gboolean
stafet_enquiry_page_may_end (StafetWindow *window)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  GObject *memory = G_OBJECT (stafet_desk_get_plan (desk));
  GHashTable *kept = kept_slips (memory);
  StafetPage *page = stafet_window_get_page (window);
  g_autoptr (GVariant) here = STAFET_IS_ENQUIRY_PAGE (page) && STAFET_ENQUIRY_PAGE (page)->enquiry != NULL
                                ? stafet_enquiry_page_get_slips (STAFET_ENQUIRY_PAGE (page))
                                : NULL;
  g_autofree char *waits = NULL;

  g_hash_table_foreach_remove (kept, is_erased, stafet_desk_get_snapshot (desk));
  waits = print_slips (kept, here);
  if (waits == NULL || g_strcmp0 (waits, g_object_get_data (memory, WARNED)) == 0)
    return TRUE;
  g_object_set_data_full (memory, WARNED, g_steal_pointer (&waits), g_free);
  stafet_window_tell (
    window,
    _ ("What is wrong in an enquiry is not saved, and goes when the program ends. Close once "
       "more to end it all the same."),
    FALSE);
  return FALSE;
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
      /* Whoever has left the page reads it at the bottom of the window. */
      return gtk_widget_get_mapped (GTK_WIDGET (self));
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
  if (self->agreed == STAFET_DATE_NONE)
    forget_person (self);
  choose (self);
  if (self->again)
    stafet_enquiry_page_save (self, TRUE);
  /* What others wrote while it was being written. */
  else if (self->filled)
    stafet_page_refresh (STAFET_PAGE (self));
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
      if (self->enquiry == NULL)
        return;
      /* The rest is kept all the same. */
      quietly = TRUE;
      pairs = collect (self, TRUE);
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
