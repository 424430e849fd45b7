/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts become fields, enums drop-downs and flags ticks.
 */
#include "stafet-record-dialog.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "plan/stafet-references.h"
#include "stafet-choice.h"
#include "stafet-pick.h"

#define KEY "stafet-record-form"

typedef struct
{
  const StafetRecordInfo *info;
  StafetUid uid;           /* NULL: a new one */
  char **fixed;            /* owned, nullable */
  GHashTable *before;      /* owned: key → text */
  GHashTable *widgets;     /* owned: key (borrowed from the table) → drop-down, tick or input */
  GtkWidget *first;        /* borrowed: the first field */
  GPtrArray *chosen;       /* owned: StafetField of drop-downs and ticks */
  StafetAskDialog *dialog; /* borrowed */
  StafetRecordDialogMore more;
  gpointer data;
  GDestroyNotify destroy;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  if (form->destroy != NULL)
    form->destroy (form->data);
  g_strfreev (form->fixed);
  g_hash_table_unref (form->before);
  g_hash_table_unref (form->widgets);
  g_ptr_array_unref (form->chosen);
  g_free (form);
}

/* ——— Fields ——— */

static guint
enum_position (const StafetField *field, const char *text)
{
  for (guint i = 0; field->values[i].key != NULL; i++)
    if (g_str_equal (field->values[i].key, text))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* An enum that may be left open has a first choice for that. */
static gboolean
has_none (const StafetField *field)
{
  return field->fallback == STAFET_ENUM_NONE && (field->flags & STAFET_FIELD_REQUIRED) == 0;
}

static GtkWidget *
add_enum (Form *form, const StafetField *field, const char *title, const char *text)
{
  guint none = has_none (field) ? 1 : 0, at = enum_position (field, text);

  return GTK_WIDGET (stafet_ask_dialog_add_pick (
    form->dialog, title, stafet_enum_titles (field->values, none > 0 ? _ ("Not said") : NULL),
    at != GTK_INVALID_LIST_POSITION ? at + none : 0));
}

/* As people write dates; the machine's form is what comes of it. */
static void
make_date (Form *form, const StafetField *field, gpointer record, StafetInput *input)
{
  StafetDate date = STAFET_FIELD_AT (StafetDate, record, field);
  g_autofree char *words =
    date != STAFET_DATE_NONE ? stafet_words_day_with_year (stafet_i18n_get_language (), date) : NULL;

  g_object_set (input, "reads", "date", NULL);
  stafet_input_set_today (input, stafet_desk_today (stafet_ask_dialog_get_desk (form->dialog)));
  stafet_input_set_text (input, words != NULL ? words : "");
}

/* What tells apart those that are called the same. (transfer full) */
static char *
reference_label (StafetSnapshot *snapshot, StafetRecord *record)
{
  StafetUid uid = STAFET_RECORD_KIND (record) == STAFET_KIND_ROOM       ? ((StafetRoom *) record)->house
                  : STAFET_RECORD_KIND (record) == STAFET_KIND_ACTIVITY ? ((StafetActivity *) record)->house
                                                                        : NULL;
  const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, uid);

  return g_strdup_printf ("%s%s%s", stafet_record_get_label (record), house != NULL ? ", " : "",
                          house != NULL ? house->name : "");
}

/* Activities that are over, drafts and others' are not offered. */
static gboolean
is_offered (const Form *form, StafetRecord *record)
{
  const StafetActivity *activity = (const StafetActivity *) record;

  return STAFET_RECORD_KIND (record) != STAFET_KIND_ACTIVITY
         || (!activity->draft && activity->calendar == NULL
             && activity->timing.last_date >= stafet_desk_today (stafet_ask_dialog_get_desk (form->dialog)));
}

/* Those that it can refer to, by name; what it refers to now is always among them. Nothing is chosen for
 * whoever must choose. */
static GtkWidget *
add_reference (Form *form, const StafetField *field, gpointer record, const char *title)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_ask_dialog_get_desk (form->dialog));
  const GPtrArray *all = stafet_snapshot_all (snapshot, field->target);
  StafetUid now = STAFET_FIELD_AT (StafetUid, record, field);
  GtkDropDown *dropdown = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  GArray *options = stafet_options_new ();

  for (guint i = 0; i < all->len; i++)
    {
      StafetRecord *other = g_ptr_array_index (all, i);
      g_autofree char *label = reference_label (snapshot, other);

      if (other->uid == now || is_offered (form, other))
        stafet_options_add (options, other->uid, label);
    }
  stafet_options_sort (options, 0);
  stafet_choice_fill (dropdown, options,
                      (field->flags & STAFET_FIELD_REQUIRED) == 0 ? _ ("Not said") : _ ("Choose …"));
  stafet_choice_set (dropdown, now);
  stafet_ask_dialog_append (form->dialog, stafet_pick_new (title, dropdown));
  return GTK_WIDGET (dropdown);
}

static void
add_field (Form *form, const StafetField *field, gpointer record)
{
  g_autofree char *title = stafet_text_capital (_ (field->title));
  g_autofree char *text = stafet_record_get_text (record, field);
  GtkWidget *widget;

  if (field->type == STAFET_FIELD_ENUM)
    widget = add_enum (form, field, title, text);
  else if (field->type == STAFET_FIELD_REF)
    widget = add_reference (form, field, record, title);
  else if (field->type == STAFET_FIELD_FLAG)
    widget = GTK_WIDGET (
      stafet_ask_dialog_add_tick (form->dialog, title, STAFET_FIELD_AT (gboolean, record, field)));
  else
    widget =
      GTK_WIDGET (stafet_ask_dialog_add_input (form->dialog, title, form->info->name, field->name, text));
  if ((field->flags & STAFET_FIELD_LINES) != 0)
    {
      stafet_input_set_lines (STAFET_INPUT (widget));
      stafet_input_set_text (STAFET_INPUT (widget), text);
    }
  if (field->type == STAFET_FIELD_DATE)
    make_date (form, field, record, STAFET_INPUT (widget));
  if (field->type == STAFET_FIELD_ENUM || field->type == STAFET_FIELD_FLAG || field->type == STAFET_FIELD_REF)
    g_ptr_array_add (form->chosen, (gpointer) field);
  g_hash_table_insert (form->widgets, (gpointer) field->name, widget);
  g_hash_table_insert (form->before, g_strdup (field->name), g_steal_pointer (&text));
}

static void
add_list (Form *form, const StafetList *list, gpointer record)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_ask_dialog_get_desk (form->dialog));
  g_auto (GStrv) texts = stafet_snapshot_list_texts (snapshot, record, list);
  char *text = g_strjoinv (", ", texts);
  StafetInput *input =
    stafet_ask_dialog_add_input (form->dialog, _ (list->title), form->info->name, list->name, text);

  g_hash_table_insert (form->widgets, (gpointer) list->name, input);
  g_hash_table_insert (form->before, g_strdup (list->name), text);
}

/* ——— Saving ——— */

/* (transfer full) */
static char *
chosen_text (const Form *form, const StafetField *field)
{
  GtkWidget *widget = g_hash_table_lookup (form->widgets, field->name);
  guint at;

  if (field->type == STAFET_FIELD_FLAG)
    return g_strdup (gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)) ? "yes" : "no");
  if (field->type == STAFET_FIELD_REF)
    {
      StafetUid uid = stafet_choice_get (GTK_DROP_DOWN (widget));

      return g_strdup (uid != NULL ? uid : "");
    }
  at = gtk_drop_down_get_selected (GTK_DROP_DOWN (widget));
  if (has_none (field) && at-- == 0)
    return g_strdup ("");
  return g_strdup (field->values[at].key);
}

static void
add_chosen (const Form *form, GPtrArray *pairs)
{
  for (guint i = 0; i < form->chosen->len; i++)
    {
      const StafetField *field = g_ptr_array_index (form->chosen, i);
      g_autofree char *text = chosen_text (form, field);

      if (form->uid == NULL || g_strcmp0 (text, g_hash_table_lookup (form->before, field->name)) != 0)
        g_ptr_array_add (pairs, g_strdup_printf ("%s=%s", field->name, text));
    }
}

/* What must be chosen and is not is said at the top, and has the keyboard. */
static gboolean
all_chosen (Form *form)
{
  for (guint i = 0; i < form->chosen->len; i++)
    {
      const StafetField *field = g_ptr_array_index (form->chosen, i);
      GtkWidget *widget = g_hash_table_lookup (form->widgets, field->name);
      g_autofree char *title = NULL, *problem = NULL;

      if (field->type != STAFET_FIELD_REF || (field->flags & STAFET_FIELD_REQUIRED) == 0
          || stafet_choice_get (GTK_DROP_DOWN (widget)) != NULL)
        continue;
      title = stafet_text_capital (_ (field->title));
      problem = g_strdup_printf (_ ("Choose one under “%s”."), title);
      stafet_ask_dialog_set_problem (form->dialog, problem);
      gtk_widget_grab_focus (widget);
      return FALSE;
    }
  return TRUE;
}

static void
answered_cb (Form *form)
{
  g_autoptr (GPtrArray) pairs =
    stafet_ask_dialog_collect (form->dialog, form->uid != NULL ? form->before : NULL);
  const char *const *list;

  if (pairs == NULL || !all_chosen (form))
    return;
  add_chosen (form, pairs);
  if (form->more != NULL)
    form->more (form->data, pairs);
  for (char **pair = form->fixed; pair != NULL && *pair != NULL; pair++)
    g_ptr_array_add (pairs, g_strdup (*pair));
  g_ptr_array_add (pairs, NULL);
  list = (const char *const *) pairs->pdata;
  stafet_ask_dialog_edit (form->dialog, form->uid != NULL
                                          ? stafet_use_edit (form->info->kind, form->uid, list)
                                          : stafet_use_add (form->info->kind, list));
}

/* ——— Making it ——— */

StafetAskDialog *
stafet_record_dialog_new (StafetWindow *window, const char *title, StafetKind kind, gpointer record,
                          const char *const *keys, const char *const *fixed)
{
  g_autoptr (StafetRecord) blank = record == NULL ? stafet_record_new (kind, NULL) : NULL;
  gpointer shown = record != NULL ? record : blank;
  Form *form = g_new0 (Form, 1);

  form->info = stafet_record_info (kind);
  form->uid = record != NULL ? ((StafetRecord *) record)->uid : NULL;
  form->fixed = g_strdupv ((char **) fixed);
  form->before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  form->widgets = g_hash_table_new (g_str_hash, g_str_equal);
  form->chosen = g_ptr_array_new ();
  form->dialog = stafet_ask_dialog_new (window, title, _ ("_Save"), "suggested-action");
  g_object_set_data_full (G_OBJECT (form->dialog), KEY, form, form_free);
  for (const char *const *key = keys; *key != NULL; key++)
    {
      const StafetField *field = stafet_record_info_field (form->info, *key);

      if (field != NULL)
        add_field (form, field, shown);
      else
        add_list (form, stafet_record_info_list (form->info, *key), shown);
    }
  form->first = g_hash_table_lookup (form->widgets, keys[0]);
  g_signal_connect_swapped (form->dialog, "answered", G_CALLBACK (answered_cb), form);
  return form->dialog;
}

void
stafet_record_dialog_present (StafetAskDialog *dialog, StafetRecordDialogMore more, gpointer data,
                              GDestroyNotify destroy)
{
  Form *form = g_object_get_data (G_OBJECT (dialog), KEY);

  form->more = more;
  form->data = data;
  form->destroy = destroy;
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->first);
}

GtkWidget *
stafet_record_dialog_get_field (StafetAskDialog *dialog, const char *key)
{
  Form *form = g_object_get_data (G_OBJECT (dialog), KEY);

  return g_hash_table_lookup (form->widgets, key);
}
