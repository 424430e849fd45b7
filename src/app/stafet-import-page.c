/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page: a worker looks at the list, so that a long one does not hold up the window.
 */
#include "stafet-import-page.h"

#include "core/stafet-i18n.h"
#include "core/stafet-task.h"
#include "core/stafet-text.h"
#include "stafet-choice.h"
#include "stafet-list-reader.h"
#include "stafet-pick.h"
#include "stafet-row-list.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"
#include "table/stafet-import.h"

#include <string.h>

struct _StafetImportPage
{
  StafetPage parent_instance;

  StafetListReader *reader; /* owned */
  StafetTable *table;       /* owned, nullable: nothing to look at yet */
  StafetMapping *mapping;   /* owned, nullable */
  StafetImport *import;     /* owned, nullable: what came of the newest look */
  GHashTable *chosen;       /* owned: folded name of an unknown house → StafetImportHouse */
  char *asked;              /* owned, nullable: of which houses it was asked last */
  guint looks;              /* how many were begun: only the newest counts */
  gboolean filling, importing;

  /* Template children. */
  GtkDropDown *kind, *house;
  GtkWidget *house_box, *columns, *found, *unknown, *fetching;
  GtkLabel *problem, *summary, *assumed;
  GtkListView *list;
  GtkButton *take;
};

G_DEFINE_FINAL_TYPE (StafetImportPage, stafet_import_page, STAFET_TYPE_PAGE)

static StafetListKind
kind_of (StafetImportPage *self)
{
  return (StafetListKind) gtk_drop_down_get_selected (self->kind);
}

/* ——— Looking ——— */

/* One look, in a thread of its own. */
typedef struct
{
  StafetPlan *plan; /* a scratch plan: owned */
  StafetTable *table;
  StafetMapping *mapping;
  StafetListKind kind;
  StafetImportHouses houses; /* the table is owned */
  StafetDate today;
  guint number;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->plan);
  stafet_table_unref (look->table);
  stafet_mapping_free (look->mapping);
  g_hash_table_unref (look->houses.chosen);
  g_free (look);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;

  (void) source;
  (void) cancellable;
  g_task_return_pointer (
    task, stafet_import_new (look->plan, look->table, look->mapping, look->kind, &look->houses, look->today),
    (GDestroyNotify) stafet_import_free);
}

static void
show_problem (StafetImportPage *self, const char *text)
{
  stafet_label_show (self->problem, text);
}

/* Faults first: they are what is to be looked at. (transfer full) of guint */
static GArray *
order_rows (const StafetImport *import)
{
  static const StafetImportState order[] = { STAFET_IMPORT_FAULTY, STAFET_IMPORT_DUPLICATE,
                                             STAFET_IMPORT_CHANGED, STAFET_IMPORT_NEW, STAFET_IMPORT_SAME };
  GArray *positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), import->rows->len);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < import->rows->len; j++)
      if (stafet_import_row_get_state (g_ptr_array_index (import->rows, j)) == order[i])
        g_array_append_val (positions, j);
  return positions;
}

static void
show_rows (StafetImportPage *self)
{
  stafet_row_list_show (self->list, order_rows (self->import));
}

static gpointer
forget_thread (gpointer import)
{
  stafet_import_free (import);
  return NULL;
}

/* What is long takes long to forget, too. */
static void
forget_import (StafetImportPage *self)
{
  if (self->import != NULL)
    g_thread_unref (g_thread_new ("forget-import", forget_thread, g_steal_pointer (&self->import)));
}

static void
show_take (StafetImportPage *self)
{
  guint n = self->import != NULL
              ? self->import->counts[STAFET_IMPORT_NEW] + self->import->counts[STAFET_IMPORT_CHANGED]
              : 0;
  g_autofree char *label = n > 0 ? g_strdup_printf (ngettext_ ("Take in %u row", "Take in %u rows", n), n)
                                 : g_strdup (_ ("Take in"));

  gtk_button_set_label (self->take, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), n > 0 && !self->importing);
}

/* ——— Houses that are not there ——— */

static void look (StafetImportPage *self);

/* A list of more of them has another fault: that the column says something else. */
#define MOST_ASKED 5

/* @name nullable: whatever is the given house is asked anew. A table of its own: that of a look which is
 * under way stays as it is. */
static void
choose (StafetImportPage *self, const char *name, guint chosen)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer other, what;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &other, &what))
    if (name != NULL || GPOINTER_TO_UINT (what) != STAFET_IMPORT_HOUSE_GIVEN)
      g_hash_table_insert (copy, g_strdup (other), what);
  if (name != NULL)
    g_hash_table_replace (copy, stafet_text_fold (name), GUINT_TO_POINTER (chosen));
  g_hash_table_unref (self->chosen);
  self->chosen = copy;
}

static void
unknown_cb (GtkDropDown *dropdown, G_GNUC_UNUSED GParamSpec *pspec, StafetImportPage *self)
{
  const char *name = g_object_get_data (G_OBJECT (dropdown), "name");

  choose (self, name, gtk_drop_down_get_selected (dropdown));
  look (self);
}

/* In the order of StafetImportHouse. */
static GtkWidget *
unknown_new (StafetImportPage *self, const StafetUnknownHouse *house)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autofree char *title =
    g_strdup_printf (ngettext_ ("“%s” (%u row) is not there", "“%s” (%u rows) is not there", house->rows),
                     house->name, house->rows);
  g_autofree char *name = stafet_text_fold (house->name);
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_page_get_desk (STAFET_PAGE (self)));
  const StafetHouse *given =
    stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, stafet_choice_get (self->house));
  g_autofree char *use = given != NULL ? g_strdup_printf (_ ("Use %s"), given->name) : NULL;
  GtkWidget *dropdown;

  gtk_string_list_append (choices, _ ("Leave the rows out"));
  gtk_string_list_append (choices, _ ("Add the house"));
  if (use != NULL)
    gtk_string_list_append (choices, use);
  dropdown = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (choices)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown),
                              GPOINTER_TO_UINT (g_hash_table_lookup (self->chosen, name)));
  g_object_set_data_full (G_OBJECT (dropdown), "name", g_strdup (house->name), g_free);
  g_signal_connect_object (dropdown, "notify::selected", G_CALLBACK (unknown_cb), self, 0);
  return stafet_pick_new (title, GTK_DROP_DOWN (dropdown));
}

/* The house that is given, and each that is asked of: (transfer full) */
static char *
asked_of (StafetImportPage *self)
{
  StafetUid given = stafet_choice_get (self->house);
  GString *text = g_string_new (given != NULL ? given : "");

  for (guint i = 0; i < MIN (self->import->unknown_houses->len, MOST_ASKED); i++)
    {
      const StafetUnknownHouse *house = g_ptr_array_index (self->import->unknown_houses, i);

      g_string_append_printf (text, "\n%u %s", house->rows, house->name);
    }
  return g_string_free (text, FALSE);
}

/* Whoever just answered keeps the keyboard where it is. */
static void
show_unknown (StafetImportPage *self)
{
  g_autofree char *asked = asked_of (self);
  guint n = MIN (self->import->unknown_houses->len, MOST_ASKED);

  if (g_strcmp0 (asked, self->asked) == 0)
    return;
  g_free (self->asked);
  self->asked = g_steal_pointer (&asked);
  stafet_wrap_box_remove_all (STAFET_WRAP_BOX (self->unknown));
  for (guint i = 0; i < n; i++)
    stafet_wrap_box_append (STAFET_WRAP_BOX (self->unknown),
                            unknown_new (self, g_ptr_array_index (self->import->unknown_houses, i)));
  gtk_widget_set_visible (self->unknown, n > 0);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetImportPage *self = STAFET_IMPORT_PAGE (source);
  const Look *look = g_task_get_task_data (G_TASK (result));
  StafetImport *import = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *counts = NULL;

  (void) data;
  if (look->number != self->looks || self->list == NULL)
    {
      stafet_import_free (import);
      return;
    }
  /* The rows of the list that is shown are those of the import: the old ones go after the new ones are there.
   */
  gtk_list_view_set_model (self->list, NULL);
  forget_import (self);
  self->import = import;
  counts = stafet_import_count_words (import);
  gtk_label_set_text (self->summary, counts);
  stafet_label_show (self->assumed, stafet_import_assumed (import));
  show_unknown (self);
  show_rows (self);
  show_take (self);
}

static void
look (StafetImportPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  g_autoptr (GTask) task = NULL;
  Look *run;

  if (self->table == NULL)
    return;
  run = g_new0 (Look, 1);
  run->plan = stafet_plan_new_scratch (stafet_desk_get_plan (desk));
  run->table = stafet_table_ref (self->table);
  run->mapping = stafet_mapping_copy (self->mapping);
  run->kind = kind_of (self);
  run->houses.given = run->kind < STAFET_LIST_HOUSES ? stafet_choice_get (self->house) : NULL;
  /* What the thread reads nobody changes. */
  run->houses.chosen = g_hash_table_ref (self->chosen);
  run->today = stafet_desk_today (desk);
  run->number = ++self->looks;
  gtk_label_set_text (self->summary, _ ("Looking through the list …"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), FALSE);
  task = stafet_task_new (self, NULL, looked_cb, NULL);
  g_task_set_task_data (task, run, look_free);
  g_task_run_in_thread (task, look_thread);
}

/* ——— Columns ——— */

static void column_cb (GtkDropDown *dropdown, GParamSpec *pspec, StafetImportPage *self);

static guint
position_of (StafetListKind kind, const StafetColumn *wanted)
{
  guint position = 1;

  for (const StafetColumn *column = stafet_columns_of (kind); column->key != NULL; column++, position++)
    if (column == wanted)
      return position;
  return 0;
}

/* What the drop-downs say is what the mapping says. */
static void
show_mapping (StafetImportPage *self)
{
  guint i = 0;

  self->filling = TRUE;
  for (GtkWidget *box = gtk_widget_get_first_child (self->columns); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_last_child (box)),
                                position_of (kind_of (self), self->mapping->columns[i++]));
  self->filling = FALSE;
}

static void
column_cb (GtkDropDown *dropdown, G_GNUC_UNUSED GParamSpec *pspec, StafetImportPage *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dropdown), "column"));
  guint chosen = gtk_drop_down_get_selected (dropdown);
  const StafetColumn *key = chosen > 0 ? &stafet_columns_of (kind_of (self))[chosen - 1] : NULL;
  g_autofree char *text = g_strdup_printf ("%u=%s", column + 1, key != NULL ? key->key : "");

  if (self->filling)
    return;
  stafet_mapping_set (self->mapping, self->table, kind_of (self), text, NULL);
  show_mapping (self);
  look (self);
}

/* What the column is called, else what stands first in it. (transfer full) */
static char *
column_title (StafetImportPage *self, guint column)
{
  const char *heading = stafet_table_get (self->table, self->mapping->heading_row, column);

  if (*heading == '\0')
    return g_strdup_printf (_ ("Column %u"), column + 1);
  return self->mapping->has_headings ? g_strdup (heading) : g_strdup_printf (_ ("For example %s"), heading);
}

static GtkWidget *
column_new (StafetImportPage *self, guint column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *label, *dropdown;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autofree char *title = column_title (self, column);
  g_autofree char *spoken = g_strdup_printf (_ ("What “%s” says"), title);

  gtk_string_list_append (titles, _ ("(passed over)"));
  for (const StafetColumn *key = stafet_columns_of (kind_of (self)); key->key != NULL; key++)
    gtk_string_list_append (titles, _ (key->title));
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, "field-title");
  dropdown = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (titles)), NULL);
  g_object_set_data (G_OBJECT (dropdown), "column", GUINT_TO_POINTER (column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (dropdown, "notify::selected", G_CALLBACK (column_cb), self, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), dropdown);
  return box;
}

/* The kind or the table is another: the columns are guessed anew. */
static void
begin (StafetImportPage *self)
{
  g_clear_pointer (&self->mapping, stafet_mapping_free);
  self->mapping = stafet_mapping_guess (self->table, kind_of (self));
  stafet_wrap_box_remove_all (STAFET_WRAP_BOX (self->columns));
  for (guint i = 0; i < self->mapping->n; i++)
    stafet_wrap_box_append (STAFET_WRAP_BOX (self->columns), column_new (self, i));
  show_mapping (self);
  gtk_widget_show (self->found);
  look (self);
}

/* ——— Pasting and opening ——— */

/* @table NULL: @problem says why. */
static void
read_cb (StafetImportPage *self, StafetTable *table, const char *problem)
{
  show_problem (self, problem);
  if (table == NULL)
    return;
  g_clear_pointer (&self->table, stafet_table_unref);
  self->table = stafet_table_ref (table);
  g_hash_table_unref (self->chosen);
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_clear_pointer (&self->asked, g_free);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->kind, stafet_list_kind_guess (table));
  self->filling = FALSE;
  gtk_widget_set_visible (self->house_box, kind_of (self) < STAFET_LIST_HOUSES);
  begin (self);
}

/* That it is being fetched stands beside the way out. */
static void
slow_cb (StafetImportPage *self)
{
  gboolean slow = stafet_list_reader_is_slow (self->reader);

  if (slow)
    show_problem (self, NULL);
  gtk_widget_set_visible (self->fetching, slow);
}

static void
stop_cb (StafetImportPage *self)
{
  stafet_list_reader_stop (self->reader);
  show_problem (self, _ ("Stopped. Nothing was fetched."));
  stafet_page_focus (STAFET_PAGE (self));
}

void
stafet_import_page_take_text (StafetImportPage *self, const char *text, gsize length)
{
  stafet_list_reader_take_text (self->reader, text, length);
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  stafet_list_reader_paste (STAFET_IMPORT_PAGE (widget)->reader, gtk_widget_get_clipboard (widget));
}

void
stafet_import_page_open (StafetImportPage *self, GFile *file)
{
  stafet_list_reader_open (self->reader, file);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, StafetImportPage *self)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    stafet_import_page_open (self, file);
  g_object_unref (dialog);
}

static void
open_cb (StafetImportPage *self)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_ ("Which list?"), GTK_WINDOW (stafet_window_of (self)),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
kind_cb (StafetImportPage *self)
{
  if (self->filling || self->table == NULL)
    return;
  gtk_widget_set_visible (self->house_box, kind_of (self) < STAFET_LIST_HOUSES);
  begin (self);
}

static void
house_cb (StafetImportPage *self)
{
  if (self->filling)
    return;
  /* Nobody means this house by what was said of another. */
  choose (self, NULL, 0);
  look (self);
}

/* ——— Taking in ——— */

static gboolean
imported_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  static const char *const sides[STAFET_N_LISTS] = { "volunteers", "activities", NULL, "network" };
  StafetImportPage *self = owner;
  StafetWindow *window = stafet_window_of (self);
  const char *side = sides[kind_of (self)];

  (void) outcome;
  (void) data;
  self->importing = FALSE;
  if (error != NULL)
    {
      show_problem (self, error->message);
      look (self);
      return window != NULL;
    }
  if (window == NULL)
    return FALSE;
  if (side != NULL)
    stafet_widget_activate_later (GTK_WIDGET (window), "win.go", side);
  else
    stafet_window_remove_page (window, STAFET_PAGE (self));
  return FALSE;
}

static void
take_cb (StafetImportPage *self)
{
  StafetEdit *edit = self->import != NULL && gtk_widget_get_sensitive (GTK_WIDGET (self->take))
                       ? stafet_import_edit (self->import)
                       : NULL;

  if (edit == NULL)
    return;
  self->importing = TRUE;
  show_take (self);
  stafet_desk_edit_then (stafet_page_get_desk (STAFET_PAGE (self)), edit, self, imported_cb,
                         g_object_ref (self), g_object_unref);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  take_cb (STAFET_IMPORT_PAGE (widget));
}

/* ——— Rows ——— */

static const struct
{
  StafetChipState chip;
  const char *word;
} looks[STAFET_N_IMPORT_STATES] = {
  { STAFET_CHIP_PROMISED, N_ ("new") },    { STAFET_CHIP_ASKED, N_ ("changed") },
  { STAFET_CHIP_PLAIN, N_ ("as before") }, { STAFET_CHIP_PLAIN, N_ ("duplicate") },
  { STAFET_CHIP_WARNING, N_ ("faulty") },
};

/* What was read, and a sentence for each thing that is to be said of it. (transfer full) */
static char *
row_words (const StafetImportRow *row)
{
  const GPtrArray *reasons = stafet_import_row_get_reasons (row);
  GString *text = g_string_new (stafet_import_row_get_words (row));

  for (guint i = 0; i < reasons->len; i++)
    g_string_append_printf (text, "%s%s",
                            i > 0           ? " "
                            : text->len > 0 ? "\n"
                                            : "",
                            (char *) g_ptr_array_index (reasons, i));
  return g_string_free (text, FALSE);
}

static void
read_row (gpointer owner, guint position, StafetRowLook *look)
{
  StafetImportPage *self = owner;
  const StafetImportRow *row = g_ptr_array_index (self->import->rows, position);
  StafetImportState state = stafet_import_row_get_state (row);

  look->place = g_strdup_printf (_ ("Row %u"), stafet_import_row_get_number (row));
  look->chip = looks[state].chip;
  look->word = _ (looks[state].word);
  look->title = stafet_import_row_title (row);
  look->words = row_words (row);
}

/* ——— The page ——— */

static void
fill_houses (StafetImportPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  GArray *options = stafet_options_new ();

  stafet_options_add_own_houses (options, stafet_desk_get_snapshot (desk));
  stafet_choice_fill (self->house, options, _ ("The list says it"));
}

static void
stafet_import_page_refresh (StafetPage *page)
{
  StafetImportPage *self = STAFET_IMPORT_PAGE (page);
  gboolean first = gtk_drop_down_get_model (self->house) == NULL;

  stafet_page_set_titles (page, _ ("Take in a list"), _ ("nothing is written before you say so"));
  self->filling = TRUE;
  fill_houses (self);
  if (first)
    stafet_choice_set (self->house, stafet_desk_get_house (stafet_page_get_desk (page)));
  self->filling = FALSE;
  if (!self->importing)
    look (self);
}

static void
stafet_import_page_dispose (GObject *object)
{
  StafetImportPage *self = STAFET_IMPORT_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  if (self->reader != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->reader, self);
      stafet_list_reader_stop (self->reader);
    }
  g_clear_object (&self->reader);
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_IMPORT_PAGE);
  forget_import (self);
  g_clear_pointer (&self->mapping, stafet_mapping_free);
  g_clear_pointer (&self->table, stafet_table_unref);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->asked, g_free);
  G_OBJECT_CLASS (stafet_import_page_parent_class)->dispose (object);
}

static void
stafet_import_page_class_init (StafetImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_import_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_import_page_refresh;
  g_type_ensure (STAFET_TYPE_PICK);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-import-page.ui");
#define CHILD(child) gtk_widget_class_bind_template_child (widget_class, StafetImportPage, child)
  CHILD (kind);
  CHILD (house);
  CHILD (house_box);
  CHILD (columns);
  CHILD (unknown);
  CHILD (found);
  CHILD (problem);
  CHILD (fetching);
  CHILD (summary);
  CHILD (assumed);
  CHILD (list);
  CHILD (take);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, house_cb);
  gtk_widget_class_install_action (widget_class, "page.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "page.paste", NULL);
}

static void
stafet_import_page_init (StafetImportPage *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->reader = stafet_list_reader_new ();
  g_signal_connect_object (self->reader, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "notify::slow", G_CALLBACK (slow_cb), self, G_CONNECT_SWAPPED);
  stafet_row_list_install (self->list, read_row, G_OBJECT (self));
  show_take (self);
}

StafetPage *
stafet_import_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_IMPORT_PAGE, "desk", desk, NULL);
}
