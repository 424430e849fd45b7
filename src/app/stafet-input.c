/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The field of a form, and forms made of fields.
 */
#include "stafet-input.h"
#include "core/stafet-typed-week.h"
#include "core/stafet-typed.h"
#include "core/stafet-words.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

#include <string.h>

/* Characters beneath a field that is short. */
#define SHORT_LINE 18

struct _StafetInput
{
  GtkBox parent_instance;

  char *key, *reads, *kind; /* owned, nullable */
  StafetDate today;
  StafetInputReader reader; /* nullable */
  gpointer reader_data;
  char *given;  /* owned, nullable: what was set */
  char *remark; /* owned, nullable */
  gboolean remark_refused;

  /* Template children. */
  GtkLabel *title, *message;
  GtkEntry *entry;

  /* Of several lines, in the entry's place. */
  GtkTextView *view; /* nullable */
  char *lines;       /* owned: what stands in it */
};

enum
{
  PROP_TITLE = 1,
  PROP_PLACEHOLDER,
  PROP_TEXT,
  PROP_KEY,
  PROP_READS,
  PROP_KIND,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StafetInput, stafet_input, GTK_TYPE_BOX)

/* What is typed into. */
static GtkWidget *
field_of (StafetInput *self)
{
  return self->view != NULL ? GTK_WIDGET (self->view) : GTK_WIDGET (self->entry);
}

/* ——— What stands beneath ——— */

typedef enum
{
  LOOK_PLAIN,
  LOOK_ODD,
  LOOK_PROBLEM
} Look;

static void
show_message (StafetInput *self, const char *text, Look look)
{
  gboolean problem = look == LOOK_PROBLEM;

  /* A field that shares its line keeps to it. */
  if (gtk_widget_has_css_class (GTK_WIDGET (self), STAFET_SHORT))
    gtk_label_set_max_width_chars (self->message, SHORT_LINE);
  stafet_label_show (self->message, text);
  stafet_widget_set_class (GTK_WIDGET (self->message), "problem", problem);
  stafet_widget_set_class (GTK_WIDGET (self->message), "warns", look == LOOK_ODD);
  stafet_widget_set_class (field_of (self), "error", problem);
  gtk_accessible_update_state (GTK_ACCESSIBLE (field_of (self)), GTK_ACCESSIBLE_STATE_INVALID,
                               problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
stafet_input_set_problem (StafetInput *self, const char *problem)
{
  show_message (self, problem, problem != NULL ? LOOK_PROBLEM : LOOK_PLAIN);
}

void
stafet_input_set_hint (StafetInput *self, const char *hint)
{
  g_autofree char *both = NULL;

  /* What is written already is not said once more. */
  if (g_strcmp0 (hint, stafet_input_get_text (self)) == 0)
    hint = NULL;
  if (self->remark == NULL)
    {
      show_message (self, hint, LOOK_PLAIN);
      return;
    }
  both = hint != NULL && *hint != '\0' ? g_strdup_printf ("%s\n%s", hint, self->remark) : NULL;
  show_message (self, both != NULL ? both : self->remark, self->remark_refused ? LOOK_PROBLEM : LOOK_ODD);
}

/* ——— Understanding ——— */

static char *
read_date (StafetInput *self, const char *text, char **hint, GError **error)
{
  char buffer[STAFET_DATE_SIZE];
  StafetDate date;

  if (!(g_strcmp0 (self->reads, "last-date") == 0 ? stafet_typed_last_date
                                                  : stafet_typed_date) (text, self->today, &date, error))
    return NULL;
  *hint = stafet_words_date_with_year (stafet_i18n_get_language (), date);
  return g_strdup (stafet_date_write (date, buffer));
}

/* Whoever reads the field takes the day and the time apart. */
static gboolean
is_instant (StafetInput *self, const char *text)
{
  StafetWall instant;

  return g_strcmp0 (self->reads, "time-or-instant") == 0
         && stafet_typed_instant (text, self->today != STAFET_DATE_NONE ? self->today : 0, &instant);
}

static char *
read_time (const char *text, gboolean span, GError **error)
{
  int minutes, end;

  /* Whoever reads the field takes both apart. */
  if (span && stafet_typed_span (text, &minutes, &end, NULL))
    return g_strdup (text);
  if (!stafet_typed_time (text, &minutes, error))
    return NULL;
  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

/* The command line's list in words. */
static char *
available_words (const char *list)
{
  const StafetList *windows = stafet_record_info_list (&stafet_volunteer_info, "available");
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) texts = g_strsplit (list, ",", -1);

  for (char **text = texts; *text != NULL; text++)
    {
      g_autoptr (StafetRecord) link = stafet_record_new (windows->link, "");

      if (windows->read (link, g_strstrip (*text), NULL))
        g_ptr_array_add (links, g_steal_pointer (&link));
    }
  return stafet_words_availability (stafet_i18n_get_language (), links);
}

static char *
read_available (const char *text, char **hint, GError **error)
{
  gboolean by_agreement;
  char *list;

  if (!stafet_typed_availability (text, &list, &by_agreement, error))
    return NULL;
  *hint = by_agreement ? g_strdup (_ ("By agreement: ask first")) : available_words (list);
  return list;
}

static char *
read_text (StafetInput *self, const char *text, GError **error)
{
  g_autofree char *pair = self->key != NULL ? g_strdup_printf ("%s=%s", self->key, text) : NULL;
  const char *pairs[] = { pair, NULL };
  StafetKind kind = self->kind != NULL ? stafet_kind_from_name (self->kind) : STAFET_KIND_NONE;

  if (kind != STAFET_KIND_NONE && pair != NULL && !stafet_use_check_pairs (kind, pairs, NULL, FALSE, error))
    return NULL;
  return g_strdup (text);
}

/* @hint (set to NULL, transfer full): what to say of it. */
static char *
understand (StafetInput *self, char **hint, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (stafet_input_get_text (self)));

  *hint = NULL;
  if (*text == '\0')
    return g_strdup ("");
  if (self->reader != NULL)
    return self->reader (self, text, self->reader_data, hint, error);
  if (g_strcmp0 (self->reads, "date") == 0 || g_strcmp0 (self->reads, "last-date") == 0)
    return read_date (self, text, hint, error);
  if (is_instant (self, text))
    return g_strdup (text);
  if (g_strcmp0 (self->reads, "time") == 0 || g_strcmp0 (self->reads, "time-or-instant") == 0)
    return read_time (text, FALSE, error);
  if (g_strcmp0 (self->reads, "time-or-span") == 0)
    return read_time (text, TRUE, error);
  if (g_strcmp0 (self->reads, "available") == 0)
    return read_available (text, hint, error);
  return read_text (self, text, error);
}

char *
stafet_input_read (StafetInput *self, GError **error)
{
  g_autofree char *hint = NULL;
  g_autoptr (GError) problem = NULL;
  char *value = understand (self, &hint, &problem);

  if (problem != NULL)
    {
      stafet_input_set_problem (self, problem->message);
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  stafet_input_set_hint (self, hint);
  return value;
}

char *
stafet_input_peek (StafetInput *self)
{
  g_autofree char *hint = NULL;

  return understand (self, &hint, NULL);
}

void
stafet_input_set_remark (StafetInput *self, const char *remark, gboolean refused)
{
  g_autofree char *hint = NULL, *value = NULL;

  if (g_strcmp0 (self->remark, remark) == 0)
    return;
  g_free (self->remark);
  self->remark = g_strdup (remark);
  self->remark_refused = refused;
  value = understand (self, &hint, NULL);
  /* What is not understood is mended first. */
  if (value != NULL)
    stafet_input_set_hint (self, hint);
}

/* While typing only what was understood is said; what is not may yet be finished. */
static void
changed_cb (StafetInput *self)
{
  g_autofree char *hint = NULL;
  g_autofree char *value = understand (self, &hint, NULL);

  stafet_input_set_hint (self, hint);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
left_cb (StafetInput *self)
{
  g_autofree char *value = stafet_input_read (self, NULL);

  (void) value;
}

/* ——— GObject ——— */

static void
stafet_input_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StafetInput *self = STAFET_INPUT (object);
  const char *text = g_value_get_string (value);

  switch (id)
    {
    case PROP_TITLE:
      stafet_label_show (self->title, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      text != NULL ? text : "", -1);
      break;
    case PROP_PLACEHOLDER:
      gtk_entry_set_placeholder_text (self->entry, text);
      break;
    case PROP_TEXT:
      stafet_input_set_text (self, text);
      break;
    case PROP_KEY:
      g_free (self->key);
      self->key = g_strdup (text);
      break;
    case PROP_READS:
      g_free (self->reads);
      self->reads = g_strdup (text);
      break;
    case PROP_KIND:
      g_free (self->kind);
      self->kind = g_strdup (text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stafet_input_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StafetInput *self = STAFET_INPUT (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (self->title));
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_entry_get_placeholder_text (self->entry));
      break;
    case PROP_TEXT:
      g_value_set_string (value, stafet_input_get_text (self));
      break;
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    case PROP_READS:
      g_value_set_string (value, self->reads);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
stafet_input_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (field_of (STAFET_INPUT (widget)));
}

static void
stafet_input_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_INPUT);
  G_OBJECT_CLASS (stafet_input_parent_class)->dispose (object);
}

static void
stafet_input_finalize (GObject *object)
{
  StafetInput *self = STAFET_INPUT (object);

  g_free (self->key);
  g_free (self->reads);
  g_free (self->kind);
  g_free (self->given);
  g_free (self->remark);
  g_free (self->lines);
  G_OBJECT_CLASS (stafet_input_parent_class)->finalize (object);
}

static void
stafet_input_class_init (StafetInputClass *klass)
{
  static const char *const names[] = { NULL, "title", "placeholder", "text", "key", "reads", "kind" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = stafet_input_set_property;
  object_class->get_property = stafet_input_get_property;
  object_class->dispose = stafet_input_dispose;
  object_class->finalize = stafet_input_finalize;
  widget_class->grab_focus = stafet_input_grab_focus;
  for (guint id = 1; id < N_PROPS; id++)
    properties[id] =
      g_param_spec_string (names[id], NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-input.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetInput, title);
  gtk_widget_class_bind_template_child (widget_class, StafetInput, message);
  gtk_widget_class_bind_template_child (widget_class, StafetInput, entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
stafet_input_init (StafetInput *self)
{
  self->today = STAFET_DATE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->message, NULL, -1);
}

const char *
stafet_input_get_text (StafetInput *self)
{
  GtkTextIter start, end;

  if (self->view == NULL)
    return gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->view), &start, &end);
  g_free (self->lines);
  self->lines = gtk_text_buffer_get_text (gtk_text_view_get_buffer (self->view), &start, &end, FALSE);
  return self->lines;
}

void
stafet_input_set_text (StafetInput *self, const char *text)
{
  g_free (self->given);
  self->given = g_strdup (text);
  /* What stands there is no typing that could be undone. */
  if (self->view != NULL)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

      gtk_text_buffer_begin_irreversible_action (buffer);
      gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
      gtk_text_buffer_end_irreversible_action (buffer);
    }
  else
    {
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
    }
}

gboolean
stafet_input_is_typed (StafetInput *self)
{
  return g_strcmp0 (stafet_input_get_text (self), self->given != NULL ? self->given : "") != 0;
}

void
stafet_input_set_lines (StafetInput *self)
{
  GtkWidget *view = gtk_text_view_new (), *frame = gtk_scrolled_window_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_return_if_fail (self->view == NULL);
  self->view = GTK_TEXT_VIEW (view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 64);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 200);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), view);
  gtk_widget_add_css_class (view, "letter");
  gtk_text_view_set_top_margin (self->view, 6);
  gtk_text_view_set_bottom_margin (self->view, 6);
  gtk_text_view_set_left_margin (self->view, 8);
  gtk_text_view_set_right_margin (self->view, 8);
  gtk_box_insert_child_after (GTK_BOX (self), frame, GTK_WIDGET (self->title));
  gtk_widget_set_visible (GTK_WIDGET (self->entry), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->title), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->message,
                                  NULL, -1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (view, focus);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

const char *
stafet_input_get_key (StafetInput *self)
{
  return self->key;
}

void
stafet_input_set_today (StafetInput *self, StafetDate today)
{
  self->today = today;
}

void
stafet_input_set_reader (StafetInput *self, StafetInputReader reader, gpointer data)
{
  self->reader = reader;
  self->reader_data = data;
}

/* ——— Forms ——— */

static void
find_inputs (GtkWidget *widget, GPtrArray *inputs)
{
  if (STAFET_IS_INPUT (widget))
    {
      if (STAFET_INPUT (widget)->key != NULL)
        g_ptr_array_add (inputs, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_inputs (child, inputs);
}

GPtrArray *
stafet_form_inputs (GtkWidget *root)
{
  GPtrArray *inputs = g_ptr_array_new ();

  find_inputs (root, inputs);
  return inputs;
}

/* What its record cannot be without; what is neither a text nor a date says so in words of its own. */
static gboolean
is_required (const StafetInput *input)
{
  StafetKind kind = input->kind != NULL ? stafet_kind_from_name (input->kind) : STAFET_KIND_NONE;
  const StafetField *field = kind != STAFET_KIND_NONE && input->key != NULL
                               ? stafet_record_info_field (stafet_record_info (kind), input->key)
                               : NULL;

  return field != NULL && (field->type == STAFET_FIELD_TEXT || field->type == STAFET_FIELD_DATE)
         && (field->flags & STAFET_FIELD_REQUIRED) != 0;
}

gboolean
stafet_form_collect (GtkWidget *root, GHashTable *before, GPtrArray *pairs)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (root);
  StafetInput *wrong = NULL;

  for (guint i = 0; i < inputs->len; i++)
    {
      StafetInput *input = g_ptr_array_index (inputs, i);
      g_autofree char *value = stafet_input_read (input, NULL);
      const char *old = before != NULL ? g_hash_table_lookup (before, input->key) : "";

      if (value != NULL && *value == '\0' && is_required (input))
        {
          stafet_input_set_problem (input, _ ("This is to be filled in."));
          g_clear_pointer (&value, g_free);
        }
      if (value == NULL)
        wrong = wrong != NULL ? wrong : input;
      else if (g_strcmp0 (value, old != NULL ? old : "") != 0)
        g_ptr_array_add (pairs, g_strdup_printf ("%s=%s", input->key, value));
    }
  if (wrong != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (wrong));
  return wrong == NULL;
}

void
stafet_form_peek (GtkWidget *root, GHashTable *before, GPtrArray *pairs)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (root);

  for (guint i = 0; i < inputs->len; i++)
    {
      StafetInput *input = g_ptr_array_index (inputs, i);
      g_autofree char *value = stafet_input_peek (input);
      const char *old = before != NULL ? g_hash_table_lookup (before, input->key) : NULL;

      if (value != NULL && strcmp (value, old != NULL ? old : "") != 0)
        g_ptr_array_add (pairs, g_strdup_printf ("%s=%s", input->key, value));
    }
}

void
stafet_form_remark (GtkWidget *root, const GPtrArray *terms)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (root);

  for (guint i = 0; i < inputs->len; i++)
    {
      StafetInput *input = g_ptr_array_index (inputs, i);
      const StafetTerm *found = NULL;

      for (guint j = terms->len; j-- > 0;)
        if (g_str_equal (((StafetTerm *) g_ptr_array_index (terms, j))->key, input->key))
          found = g_ptr_array_index (terms, j);
      stafet_input_set_remark (input, found != NULL ? found->text : NULL, found != NULL && found->refused);
    }
}

StafetInput *
stafet_form_find_remark (GtkWidget *root, const char *remark)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (root);

  for (guint i = 0; i < inputs->len; i++)
    if (g_strcmp0 (STAFET_INPUT (g_ptr_array_index (inputs, i))->remark, remark) == 0)
      return g_ptr_array_index (inputs, i);
  return NULL;
}

/* The field whose pair alone brings the same refusal is the one that it is about. */
gboolean
stafet_form_show_error (GtkWidget *root, const GPtrArray *pairs, StafetKind kind, const StafetZone *zone,
                        const GError *error)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (root);

  for (guint i = 0; i < inputs->len; i++)
    {
      StafetInput *input = g_ptr_array_index (inputs, i);

      for (guint j = 0; j < pairs->len && g_ptr_array_index (pairs, j) != NULL; j++)
        {
          const char *pair[] = { g_ptr_array_index (pairs, j), NULL };
          g_autoptr (GError) own = NULL;

          if (!g_str_has_prefix (pair[0], input->key) || pair[0][strlen (input->key)] != '='
              || stafet_use_check_pairs (kind, pair, zone, FALSE, &own)
              || strcmp (own->message, error->message) != 0)
            continue;
          stafet_input_set_problem (input, error->message);
          gtk_widget_grab_focus (GTK_WIDGET (input));
          return TRUE;
        }
    }
  return FALSE;
}

void
stafet_form_write (GtkWidget *root, GVariantBuilder *texts)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (root);

  for (guint i = 0; i < inputs->len; i++)
    {
      StafetInput *input = g_ptr_array_index (inputs, i);

      g_variant_builder_add (texts, "{ss}", input->key, stafet_input_get_text (input));
    }
}

void
stafet_form_fill (GtkWidget *root, GVariant *texts)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (root);

  for (guint i = 0; i < inputs->len; i++)
    {
      StafetInput *input = g_ptr_array_index (inputs, i);
      const char *text;

      if (g_variant_lookup (texts, input->key, "&s", &text))
        stafet_input_set_text (input, text);
    }
}
