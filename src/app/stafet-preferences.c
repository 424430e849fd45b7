/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of preferences.
 */
#include "stafet-preferences.h"

#include "core/stafet-house-rules.h"
#include "stafet-speech.h"

#define STAFET_TYPE_PREFERENCES (stafet_preferences_get_type ())
G_DECLARE_FINAL_TYPE (StafetPreferences, stafet_preferences, STAFET, PREFERENCES, AdwPreferencesWindow)

struct _StafetPreferences
{
  AdwPreferencesWindow parent_instance;

  StafetDesk *desk; /* owned */

  /* Template children. */
  AdwEntryRow *house_word, *signup_days;
  AdwComboRow *language;
  GtkSwitch *notify, *reflection, *search_people;
  GtkSpinButton *text_size;
};

G_DEFINE_FINAL_TYPE (StafetPreferences, stafet_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const StafetSettings *
settings_of (StafetPreferences *self)
{
  return stafet_snapshot_settings (stafet_desk_get_snapshot (self->desk));
}

static void
edit (StafetPreferences *self, const char *pair, StafetDeskDone done, gpointer data)
{
  const char *pairs[] = { pair, NULL };

  stafet_desk_edit_then (self->desk, stafet_use_edit (STAFET_KIND_SETTINGS, STAFET_SETTINGS_UID, pairs), self,
                         done, data, NULL);
}

/* What is refused is said beside the field, and the text stays. */
static gboolean
text_saved_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer row)
{
  StafetPreferences *self = owner;

  (void) outcome;
  if (error == NULL || self->desk == NULL)
    return FALSE;
  gtk_widget_add_css_class (row, "error");
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (error->message));
  return TRUE;
}

static void
save_text (StafetPreferences *self, AdwEntryRow *row, const char *key)
{
  g_autofree char *pair = g_strconcat (key, "=", gtk_editable_get_text (GTK_EDITABLE (row)), NULL);

  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  edit (self, pair, text_saved_cb, row);
}

static void
word_cb (StafetPreferences *self)
{
  save_text (self, self->house_word, "house_word");
}

static void
days_cb (StafetPreferences *self)
{
  save_text (self, self->signup_days, "signup_days_kept");
}

/* The program makes its window anew in the new language. A choice that is refused goes back to what holds. */
static gboolean
language_saved_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetPreferences *self = owner;

  (void) data;
  (void) outcome;
  if (error == NULL || self->desk == NULL)
    return error == NULL;
  adw_combo_row_set_selected (self->language, (guint) settings_of (self)->language);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (error->message));
  return TRUE;
}

static void
language_cb (StafetPreferences *self)
{
  static const char *const pairs[] = { "language=da", "language=en" };
  guint chosen = adw_combo_row_get_selected (self->language);

  if (self->desk != NULL && chosen < G_N_ELEMENTS (pairs) && (gint32) chosen != settings_of (self)->language)
    edit (self, pairs[chosen], language_saved_cb, NULL);
}

static void
stafet_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_PREFERENCES);
  g_clear_object (&STAFET_PREFERENCES (object)->desk);
  G_OBJECT_CLASS (stafet_preferences_parent_class)->dispose (object);
}

static void
stafet_preferences_class_init (StafetPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetPreferences, house_word);
  gtk_widget_class_bind_template_child (widget_class, StafetPreferences, signup_days);
  gtk_widget_class_bind_template_child (widget_class, StafetPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, StafetPreferences, notify);
  gtk_widget_class_bind_template_child (widget_class, StafetPreferences, reflection);
  gtk_widget_class_bind_template_child (widget_class, StafetPreferences, search_people);
  gtk_widget_class_bind_template_child (widget_class, StafetPreferences, text_size);
  gtk_widget_class_bind_template_callback (widget_class, word_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
}

static void
stafet_preferences_init (StafetPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stafet_preferences_show (StafetWindow *window)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  StafetPreferences *self = g_object_new (STAFET_TYPE_PREFERENCES, "transient-for", window, NULL);
  g_autofree char *days = NULL;

  self->desk = g_object_ref (desk);
  days = g_strdup_printf ("%d", settings_of (self)->signup_days_kept);
  gtk_editable_set_text (GTK_EDITABLE (self->signup_days), days);
  gtk_editable_set_text (GTK_EDITABLE (self->house_word), settings_of (self)->house_word);
  adw_combo_row_set_selected (self->language, (guint) settings_of (self)->language);
  g_settings_bind (stafet_desk_get_settings (desk), "notify", self->notify, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (stafet_desk_get_settings (desk), "reflection", self->reflection, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (stafet_desk_get_settings (desk), "search-people", self->search_people, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (stafet_desk_get_settings (desk), "text-size", self->text_size, "value",
                   G_SETTINGS_BIND_DEFAULT);
  stafet_speech_name (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
