/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lists of sign-ups.
 */
#include "stafet-signup-section.h"

#include "core/stafet-text.h"
#include "schedule/stafet-signups.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-line.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

struct _StafetSignupSection
{
  GtkBox parent_instance;

  GtkWidget *state, *list, *sign_up; /* owned by the widget tree */
};

G_DEFINE_FINAL_TYPE (StafetSignupSection, stafet_signup_section, GTK_TYPE_BOX)

/* ——— Words ——— */

/* "18 of 24 · 2 waiting". (transfer full) */
static char *
state_words (const StafetSignups *signups)
{
  g_autofree char *coming = signups->capacity == STAFET_SIGNUPS_NO_LIMIT
                              ? g_strdup_printf ("%d", signups->signed_up)
                              : g_strdup_printf (_ ("%d of %d"), signups->signed_up, signups->capacity);

  if (signups->waiting_heads == 0)
    return g_steal_pointer (&coming);
  return g_strdup_printf (ngettext_ ("%s · %d waiting", "%s · %d waiting", (gulong) signups->waiting_heads),
                          coming, signups->waiting_heads);
}

static void
append (GString *text, const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* "13 58 31 42 · fetched from Grenåvej 701, place for an aid · takes 2 home". (transfer full) */
static char *
signup_words (const StafetSignup *signup)
{
  GString *text = g_string_new (NULL);

  if (*signup->phone != '\0')
    {
      g_autofree char *phone = stafet_phone_format (signup->phone);

      append (text, phone);
    }
  if (*signup->transport != '\0')
    {
      g_autofree char *from = g_strdup_printf (
        signup->aid ? _ ("fetched from %s, place for an aid") : _ ("fetched from %s"), signup->transport);

      append (text, from);
    }
  if (signup->take_home > 0)
    {
      g_autofree char *home = g_strdup_printf (_ ("takes %d home"), signup->take_home);

      append (text, home);
    }
  if (*signup->note != '\0')
    append (text, signup->note);
  return g_string_free (text, FALSE);
}

/* ——— Rows ——— */

static GtkWidget *
button_new (const char *label, const char *about, const char *action, GVariant *target)
{
  GtkWidget *button = stafet_action_button_new (label, about, action, target);

  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
add_signup (GPtrArray *rows, const StafetSignup *signup, guint place)
{
  g_autofree char *name =
    signup->heads > 1 ? g_strdup_printf ("%s, %d", signup->name, signup->heads) : g_strdup (signup->name);
  g_autofree char *detail = signup_words (signup);
  g_autofree char *waiting = g_strdup_printf (_ ("no. %u on the waiting list"), place);
  GtkWidget *line = stafet_line_new (NULL, name, detail);

  stafet_line_set_short (STAFET_LINE (line));
  gtk_widget_set_name (line, signup->parent.uid);
  if (place > 0)
    stafet_line_add_second (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_ASKED, waiting));
  stafet_line_add_end (STAFET_LINE (line), button_new (_ ("Edit"), signup->name, "win.edit-signup",
                                                       g_variant_new_string (signup->parent.uid)));
  stafet_line_add_end (STAFET_LINE (line), button_new (_ ("Sign off"), signup->name, "win.sign-off",
                                                       g_variant_new_string (signup->parent.uid)));
  g_ptr_array_add (rows, line);
}

static GVariant *
target_of (const StafetEntry *entry)
{
  return g_variant_new (STAFET_ENTRY_TARGET, entry->series, (gint32) entry->kind, entry->original);
}

static void
add_transport (GPtrArray *rows, const StafetSignups *signups)
{
  g_autofree char *title = NULL, *detail = NULL;

  if (signups->fetched == 0)
    return;
  title = g_strdup_printf (ngettext_ ("%d is fetched", "%d are fetched", (gulong) signups->fetched),
                           signups->fetched);
  detail = signups->aids > 0 ? g_strdup_printf (
             ngettext_ ("place for %d aid", "place for %d aids", (gulong) signups->aids), signups->aids)
                             : g_strdup ("");
  g_ptr_array_add (rows, stafet_line_new ("mark-location-symbolic", title, detail));
}

static void
add_kitchen (GPtrArray *rows, const StafetEntry *entry, const StafetSignups *signups)
{
  g_autofree char *title = NULL, *detail = NULL;
  GtkWidget *line;

  if (!entry->activity->meal)
    return;
  title = g_strdup_printf (ngettext_ ("%d eats", "%d eat", (gulong) signups->meals), signups->meals);
  detail = g_strdup_printf (
    ngettext_ ("%d portion to take home", "%d portions to take home", (gulong) signups->take_home),
    signups->take_home);
  line = stafet_line_new ("stafet-food-symbolic", title, detail);
  stafet_line_add_end (STAFET_LINE (line),
                       button_new (_ ("More …"), _ ("The kitchen"), "win.kitchen", target_of (entry)));
  g_ptr_array_add (rows, line);
}

/* "21 came", "counted". */
static void
add_count (GPtrArray *rows, const StafetEntry *entry, const StafetSignups *signups, StafetWall now)
{
  const StafetTally *tally = signups->tally;
  const StafetField *method = stafet_record_info_field (&stafet_tally_info, "method");
  gboolean counted = tally != NULL && tally->heads != STAFET_INTEGER_NONE;
  g_autofree char *title =
    counted ? g_strdup_printf (ngettext_ ("%d came", "%d came", (gulong) tally->heads), tally->heads)
            : g_strdup (_ ("Head-count"));
  GtkWidget *line;

  if (stafet_wall_date (entry->start) > stafet_wall_date (now))
    return;
  line = stafet_line_new (
    "stafet-people-symbolic", title,
    counted && tally->method != STAFET_ENUM_NONE ? _ (method->values[tally->method].title) : "");
  stafet_line_add_end (STAFET_LINE (line),
                       button_new (_ ("Count …"), _ ("Head-count"), "win.head-count", target_of (entry)));
  g_ptr_array_add (rows, line);
}

void
stafet_signup_section_show (StafetSignupSection *self, StafetSnapshot *snapshot, const StafetEntry *entry,
                            StafetWall now)
{
  g_auto (StafetSignups) signups = { NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *state = NULL;

  stafet_signups_find (snapshot, entry->activity, entry->original, &signups);
  state = state_words (&signups);
  gtk_label_set_text (GTK_LABEL (self->state), state);
  stafet_widget_set_class (self->state, "lacks", signups.free == 0);
  for (guint i = 0; i < signups.coming->len; i++)
    add_signup (rows, signups.coming->pdata[i], 0);
  for (guint i = 0; i < signups.waiting->len; i++)
    add_signup (rows, signups.waiting->pdata[i], i + 1);
  add_transport (rows, &signups);
  add_kitchen (rows, entry, &signups);
  add_count (rows, entry, &signups, now);
  stafet_list_show (GTK_LIST_BOX (self->list), rows);
  gtk_widget_set_visible (self->list, rows->len > 0);
  stafet_actionable_set (self->sign_up, "win.sign-up", target_of (entry));
  gtk_widget_set_visible (self->sign_up, entry->end > now && entry->status != STAFET_STATUS_CANCELLED);
}

/* ——— GObject ——— */

static void
stafet_signup_section_class_init (StafetSignupSectionClass *klass)
{
  (void) klass;
}

static GtkWidget *
label_new (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class_name);
  return label;
}

static void
stafet_signup_section_init (StafetSignupSection *self)
{
  GtkWidget *head = stafet_wrap_box_new (8, 2), *title = label_new (_ ("Signed up"), "section-title");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->state = label_new (NULL, "shift-state");
  self->list = gtk_list_box_new ();
  self->sign_up = gtk_button_new_with_label (_ ("Sign somebody up …"));
  gtk_widget_set_halign (self->sign_up, GTK_ALIGN_START);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "card-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Signed up"),
                                  -1);
  stafet_wrap_box_append (STAFET_WRAP_BOX (head), title);
  stafet_wrap_box_append (STAFET_WRAP_BOX (head), self->state);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->sign_up);
}
