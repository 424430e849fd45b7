/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A block draws its words itself: labels would be measured for every block of every week, and could not
 * shorten a title to the lines that there are.
 */
#include "stafet-grid-block.h"

#include "core/stafet-words.h"
#include "schedule/stafet-entry-words.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-day-row.h"
#include "stafet-hyphens.h"
#include "stafet-widget.h"
#include "stafet-window.h"

#include <string.h>

/* Pixels. */
#define EDGE 4
#define ICON_GAP 3
/* A title of which a part is wider than the block is written so much smaller. */
#define SMALL 0.87

typedef enum
{
  LINE_TIME,
  LINE_STATE,
  LINE_PLACE,
  N_LINES
} Line;

struct _StafetGridBlock
{
  GtkWidget parent_instance;

  StafetDayAgenda *agenda;     /* owned, nullable */
  const StafetEntry *entry;    /* borrowed from it */
  const char *category;        /* static: the style class */
  int state;                   /* StafetChipState, -1: says nothing of people */
  char *time, *short_time;     /* owned: "10.00–14.00", "10–14" */
  char *people, *short_people; /* owned: "1 of 4 missing", "1 vacant" */
  gboolean shows_icon;
  PangoLayout *title;          /* owned */
  PangoLayout *lines[N_LINES]; /* owned */
  GtkIconPaintable *icon;      /* owned, nullable: that of the state */
};

G_DEFINE_FINAL_TYPE (StafetGridBlock, stafet_grid_block, GTK_TYPE_WIDGET)

/* ——— What it says ——— */

static int
state_of (const StafetEntry *entry, StafetWall now)
{
  gboolean permanent = FALSE, missing = FALSE, asked = FALSE;

  if (entry->status == STAFET_STATUS_CANCELLED)
    return STAFET_CHIP_CANCELLED;
  for (guint i = 0; i < entry->n_shifts; i++)
    {
      /* Nobody can be found for what is over. */
      if (entry->shifts[i].end <= now)
        continue;
      permanent |= entry->shifts[i].permanent > 0;
      missing |= entry->shifts[i].missing > 0;
      asked |= entry->shifts[i].asked > 0;
    }
  if (missing)
    return permanent ? STAFET_CHIP_PERMANENT : STAFET_CHIP_TEMPORARY;
  if (asked)
    return STAFET_CHIP_ASKED;
  return entry->n_shifts > 0 ? STAFET_CHIP_PROMISED : -1;
}

typedef struct
{
  int missing, wanted, filled, asked;
} Sums;

static void
sum_up (const StafetEntry *entry, StafetWall now, Sums *sums)
{
  *sums = (Sums){ .missing = stafet_entry_missing_from (entry, now) };
  for (guint i = 0; i < entry->n_shifts; i++)
    {
      sums->wanted += entry->shifts[i].wanted;
      sums->filled += entry->shifts[i].filled;
      sums->asked += entry->shifts[i].asked;
    }
}

/* What is said of the people, and the same for where there is little room. */
static void
set_people (StafetGridBlock *self, const StafetEntry *entry, StafetWall now)
{
  Sums sums;

  sum_up (entry, now, &sums);
  g_free (self->people);
  g_free (self->short_people);
  switch (self->state)
    {
    case STAFET_CHIP_CANCELLED:
      self->people = g_strdup (_ ("CANCELLED"));
      self->short_people = g_strdup (self->people);
      break;
    case STAFET_CHIP_PERMANENT:
    case STAFET_CHIP_TEMPORARY:
      self->people = g_strdup_printf (_ ("%d of %d missing"), sums.missing, sums.wanted);
      self->short_people =
        g_strdup_printf (ngettext_ ("%d vacant", "%d vacant", (gulong) sums.missing), sums.missing);
      break;
    case STAFET_CHIP_ASKED:
      self->people =
        g_strdup_printf (ngettext_ ("%d is asked", "%d are asked", (gulong) sums.asked), sums.asked);
      self->short_people =
        g_strdup_printf (ngettext_ ("%d asked", "%d asked", (gulong) sums.asked), sums.asked);
      break;
    case STAFET_CHIP_PROMISED:
      self->people = g_strdup_printf (_ ("%d of %d"), sums.filled, sums.wanted);
      self->short_people = g_strdup_printf ("%d/%d", sums.filled, sums.wanted);
      break;
    default:
      self->people = g_strdup ("");
      self->short_people = g_strdup ("");
    }
}

/* "10–14", "8.30–12": full hours without their minutes. (transfer full) */
static char *
shorten_time (const char *time)
{
  g_auto (GStrv) by_dot = g_strsplit (time, ".00", -1);
  g_auto (GStrv) by_colon = NULL;
  g_autofree char *joined = g_strjoinv ("", by_dot);

  by_colon = g_strsplit (joined, ":00", -1);
  return g_strjoinv ("", by_colon);
}

static void
set_time (StafetGridBlock *self, const StafetEntry *entry)
{
  g_autofree char *span = stafet_words_time_span (stafet_i18n_get_language (), entry->start, entry->end);

  g_free (self->time);
  g_free (self->short_time);
  self->time = g_strdup (g_str_has_prefix (span, "kl. ") ? span + strlen ("kl. ") : span);
  self->short_time = shorten_time (self->time);
}

static void
set_line (StafetGridBlock *self, Line line, const char *text, gboolean bold, gboolean struck)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (self->lines[line], attributes);
  pango_layout_set_text (self->lines[line], text, -1);
}

static void
style_title (StafetGridBlock *self, gboolean small)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (small)
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  if (self->state == STAFET_CHIP_CANCELLED)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (self->title, attributes);
}

static void
set_title (StafetGridBlock *self, const char *text)
{
  g_autofree char *divided = stafet_hyphens_add (text);

  style_title (self, FALSE);
  pango_layout_set_text (self->title, divided, -1);
}

/* ——— Room ——— */

static int
line_height (StafetGridBlock *self)
{
  int height;

  pango_layout_get_pixel_size (self->lines[LINE_TIME], NULL, &height);
  return height / pango_layout_get_line_count (self->lines[LINE_TIME]);
}

static int
icon_size (StafetGridBlock *self)
{
  return line_height (self) * 3 / 4;
}

/* The icon stands before the first line alone: what is narrow needs the width. */
static int
indent (StafetGridBlock *self, Line line)
{
  return line == LINE_STATE && self->shows_icon ? icon_size (self) + ICON_GAP : 0;
}

static gboolean
has_text (StafetGridBlock *self, Line line)
{
  return *pango_layout_get_text (self->lines[line]) != '\0';
}

/* Lays @layout out in lines of whole words; where a word is wider than that, in one line that ends with an
 * ellipsis: a tower of letters cannot be read, and the tooltip says all. FALSE for the latter. */
static gboolean
lay_out (PangoLayout *layout, int width)
{
  int widest;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, MAX (1, width) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &widest, NULL);
  if (widest <= width)
    return TRUE;
  /* A single word has no second line, and without one Pango shortens nothing. */
  pango_layout_set_wrap (layout, PANGO_WRAP_CHAR);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return FALSE;
}

/* Gives @line the width that there is; its height. */
static int
fit_line (StafetGridBlock *self, Line line, int width)
{
  int height;

  pango_layout_set_indent (self->lines[line], indent (self, line) * PANGO_SCALE);
  lay_out (self->lines[line], width);
  pango_layout_get_pixel_size (self->lines[line], NULL, &height);
  return height;
}

/* Whether @text fits in one line. */
static gboolean
fits (StafetGridBlock *self, Line line, const char *text, int width)
{
  int wanted;

  pango_layout_set_ellipsize (self->lines[line], PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width (self->lines[line], -1);
  pango_layout_set_indent (self->lines[line], 0);
  pango_layout_set_text (self->lines[line], text, -1);
  pango_layout_get_pixel_size (self->lines[line], &wanted, NULL);
  return wanted <= width;
}

/* The time in the form that fits. */
static void
fit_time (StafetGridBlock *self, int width)
{
  if (!fits (self, LINE_TIME, self->time, width))
    pango_layout_set_text (self->lines[LINE_TIME], self->short_time, -1);
}

/* The people with their icon, in short, and at last without it. */
static void
fit_people (StafetGridBlock *self, int width)
{
  int beside = width - icon_size (self) - ICON_GAP;

  self->shows_icon = self->icon != NULL;
  if (!fits (self, LINE_STATE, self->people, beside) && !fits (self, LINE_STATE, self->short_people, beside))
    self->shows_icon = FALSE;
}

/* The height of all of the title. */
static int
fit_title (StafetGridBlock *self, int width)
{
  int height;

  style_title (self, FALSE);
  if (!lay_out (self->title, width))
    {
      style_title (self, TRUE);
      lay_out (self->title, width);
    }
  pango_layout_get_pixel_size (self->title, NULL, &height);
  return height;
}

/* Shows @line when @left is enough for it. */
static void
take (StafetGridBlock *self, Line line, const int heights[N_LINES], gboolean shown[N_LINES], int *left)
{
  if (shown[line] || !has_text (self, line) || heights[line] > *left)
    return;
  shown[line] = TRUE;
  *left -= heights[line];
}

/* Decides what is shown of a block so large: the title's first line; then what its people lack; then the rest
 * of the title, because the time can be told from where it stands; then time, people, place. */
static void
fit (StafetGridBlock *self, int width, int height, int *title_height, gboolean shown[N_LINES])
{
  int heights[N_LINES], first, whole, lines, left;

  fit_time (self, width);
  fit_people (self, width);
  for (int line = 0; line < N_LINES; line++)
    {
      heights[line] = fit_line (self, (Line) line, width);
      shown[line] = FALSE;
    }
  whole = fit_title (self, width);
  lines = pango_layout_get_line_count (self->title);
  first = (whole + lines - 1) / lines;
  left = height - first;
  if (self->state >= 0 && self->state != STAFET_CHIP_PROMISED)
    take (self, LINE_STATE, heights, shown, &left);
  *title_height = MIN (whole, first + MAX (0, left) / first * first);
  left -= *title_height - first;
  if (*title_height < whole)
    {
      pango_layout_set_height (self->title, *title_height * PANGO_SCALE);
      pango_layout_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
    }
  for (int line = LINE_TIME; *title_height == whole && line < N_LINES; line++)
    take (self, (Line) line, heights, shown, &left);
}

/* ——— Drawing ——— */

static void
look_up (GtkWidget *self, GdkRGBA *colour, const char *format, const char *word)
{
  GtkStyleContext *context = gtk_widget_get_style_context (self);
  g_autofree char *name = g_strdup_printf ("%s%s%s", format, word, *word != '\0' ? "_edge" : "");

  if (!gtk_style_context_lookup_color (context, name, colour))
    gtk_style_context_get_color (context, colour);
}

static void
get_state_colour (StafetGridBlock *self, GdkRGBA *colour)
{
  static const char *const names[STAFET_N_CHIPS] = {
    [STAFET_CHIP_TEMPORARY] = "warn_fg",      [STAFET_CHIP_PERMANENT] = "hole_fg",
    [STAFET_CHIP_ASKED] = "asked_fg",         [STAFET_CHIP_PROMISED] = "window_fg_color",
    [STAFET_CHIP_CANCELLED] = "cancelled_fg",
  };

  look_up (GTK_WIDGET (self), colour, self->state >= 0 ? names[self->state] : "window_fg_color", "");
}

static void
draw_icon (StafetGridBlock *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  int size = icon_size (self);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) (line_height (self) - size) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->icon), snapshot, size, size, colour,
                                            1);
  gtk_snapshot_restore (snapshot);
}

static void
draw_line (StafetGridBlock *self, GtkSnapshot *snapshot, Line line, const GdkRGBA *colour)
{
  int height;

  pango_layout_get_pixel_size (self->lines[line], NULL, &height);
  if (indent (self, line) > 0)
    draw_icon (self, snapshot, colour);
  gtk_snapshot_append_layout (snapshot, self->lines[line], colour);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) height));
}

static void
draw_words (StafetGridBlock *self, GtkSnapshot *snapshot, int width, int height)
{
  gboolean shown[N_LINES];
  int title_height;
  GdkRGBA colour, state;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  get_state_colour (self, &state);
  fit (self, width, height, &title_height, shown);
  gtk_snapshot_append_layout (snapshot, self->title, &colour);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) title_height));
  for (int line = 0; line < N_LINES; line++)
    if (shown[line])
      draw_line (self, snapshot, (Line) line, line == LINE_STATE ? &state : &colour);
}

static void
stafet_grid_block_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StafetGridBlock *self = STAFET_GRID_BLOCK (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA edge;

  if (self->entry == NULL || width <= EDGE || height <= 0)
    return;
  look_up (widget, &edge, "cat_", self->category);
  gtk_snapshot_append_color (snapshot, &edge, &GRAPHENE_RECT_INIT (0, 0, EDGE, (float) height));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (EDGE + 3, 1));
  draw_words (self, snapshot, width - EDGE - 4, height - 2);
  gtk_snapshot_pop (snapshot);
}

/* Whoever places it says how large it is. */
static void
stafet_grid_block_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  (void) widget;
  (void) orientation;
  (void) for_size;
  (void) minimum_baseline;
  (void) natural_baseline;
  *minimum = *natural = 0;
}

static GtkSizeRequestMode
stafet_grid_block_get_request_mode (GtkWidget *widget)
{
  (void) widget;
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
context_changed_cb (StafetGridBlock *self)
{
  pango_layout_context_changed (self->title);
  for (int line = 0; line < N_LINES; line++)
    pango_layout_context_changed (self->lines[line]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stafet_grid_block_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (stafet_grid_block_parent_class)->css_changed (widget, change);
  context_changed_cb (STAFET_GRID_BLOCK (widget));
}

/* ——— What the pointer is told ——— */

static gboolean
stafet_grid_block_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  StafetGridBlock *self = STAFET_GRID_BLOCK (widget);
  g_autofree char *name = NULL;

  (void) x;
  (void) y;
  (void) keyboard;
  if (self->entry == NULL)
    return FALSE;
  name = stafet_entry_words_sentence (self->entry, NULL);
  gtk_tooltip_set_text (tooltip, name);
  return TRUE;
}

/* ——— GObject ——— */

static void
stafet_grid_block_finalize (GObject *object)
{
  StafetGridBlock *self = STAFET_GRID_BLOCK (object);

  g_clear_pointer (&self->agenda, stafet_day_agenda_unref);
  g_clear_object (&self->title);
  g_clear_object (&self->icon);
  for (int line = 0; line < N_LINES; line++)
    g_clear_object (&self->lines[line]);
  g_free (self->time);
  g_free (self->short_time);
  g_free (self->people);
  g_free (self->short_people);
  G_OBJECT_CLASS (stafet_grid_block_parent_class)->finalize (object);
}

static void
stafet_grid_block_class_init (StafetGridBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stafet_grid_block_finalize;
  widget_class->snapshot = stafet_grid_block_snapshot;
  widget_class->measure = stafet_grid_block_measure;
  widget_class->get_request_mode = stafet_grid_block_get_request_mode;
  widget_class->css_changed = stafet_grid_block_css_changed;
  widget_class->query_tooltip = stafet_grid_block_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "gridblock");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
stafet_grid_block_init (StafetGridBlock *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  self->state = -1;
  self->title = gtk_widget_create_pango_layout (widget, NULL);
  for (int line = 0; line < N_LINES; line++)
    self->lines[line] = gtk_widget_create_pango_layout (widget, NULL);
}

GtkWidget *
stafet_grid_block_new (void)
{
  return g_object_new (STAFET_TYPE_GRID_BLOCK, NULL);
}

/* ——— Binding ——— */

static void
show_category (StafetGridBlock *self, gint32 category)
{
  const char *class_name = stafet_category_class (category);

  if (class_name == self->category)
    return;
  if (self->category != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->category);
  gtk_widget_add_css_class (GTK_WIDGET (self), class_name);
  self->category = class_name;
}

static void
show_state (StafetGridBlock *self, int state)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  if (state == self->state && self->icon != NULL)
    return;
  if (self->state >= 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self), stafet_chip_get_class ((StafetChipState) self->state));
  g_clear_object (&self->icon);
  self->state = state;
  if (state < 0)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (self), stafet_chip_get_class ((StafetChipState) state));
  self->icon =
    gtk_icon_theme_lookup_icon (theme, stafet_chip_get_icon ((StafetChipState) state), NULL, 16,
                                gtk_widget_get_scale_factor (GTK_WIDGET (self)), GTK_TEXT_DIR_LTR, 0);
}

/* A room's column need not say where. (transfer full) */
static char *
place_words (const StafetGridContent *content, const StafetEntry *entry)
{
  if (content->by_room)
    return g_strdup ("");
  return stafet_entry_words_place (stafet_day_agenda_get (content->agenda), entry, content->house);
}

static void
name (StafetGridBlock *self, const char *place)
{
  g_autofree char *sentence = stafet_entry_words_sentence (self->entry, NULL);
  g_autofree char *text = *place != '\0' ? g_strdup_printf ("%s, %s", sentence, place) : g_strdup (sentence);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
stafet_grid_block_bind (StafetGridBlock *self, const StafetGridContent *content, const StafetEntry *entry)
{
  g_autofree char *place = place_words (content, entry);
  gboolean cancelled = entry->status == STAFET_STATUS_CANCELLED;

  gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  stafet_day_agenda_ref (content->agenda);
  g_clear_pointer (&self->agenda, stafet_day_agenda_unref);
  self->agenda = content->agenda;
  self->entry = entry;
  show_category (self, entry->category);
  show_state (self, state_of (entry, content->now));
  set_people (self, entry, content->now);
  set_time (self, entry);
  set_title (self, entry->title);
  set_line (self, LINE_TIME, self->time, FALSE, cancelled);
  set_line (self, LINE_STATE, self->people, self->state != STAFET_CHIP_PROMISED, FALSE);
  set_line (self, LINE_PLACE, place, FALSE, FALSE);
  name (self, place);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const StafetEntry *
stafet_grid_block_get_entry (StafetGridBlock *self)
{
  return self->entry;
}

GVariant *
stafet_grid_block_get_target (StafetGridBlock *self)
{
  return g_variant_ref_sink (g_variant_new (STAFET_ENTRY_TARGET, self->entry->series,
                                            (gint32) self->entry->kind, self->entry->original));
}
