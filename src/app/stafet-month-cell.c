/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell draws its words itself, line by line, down to its edge.
 */
#include "stafet-month-cell.h"

#include "stafet-day-row.h"
#include "stafet-widget.h"

#define MARGIN 6
#define BAR 3

struct _StafetMonthCell
{
  GtkWidget parent_instance;

  const StafetMonthDay *day; /* borrowed, nullable */
  PangoLayout *layout;       /* owned: says one thing after the other */
};

G_DEFINE_FINAL_TYPE (StafetMonthCell, stafet_month_cell, GTK_TYPE_WIDGET)

/* Where the next line goes. */
typedef struct
{
  StafetMonthCell *self;
  GtkSnapshot *snapshot;
  int width, height, y;
} Pen;

static void
get_colour (StafetMonthCell *self, const char *name, GdkRGBA *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (name == NULL || !gtk_style_context_lookup_color (context, name, colour))
    gtk_style_context_get_color (context, colour);
}

static void
set_text (StafetMonthCell *self, const char *text, gboolean bold, gboolean struck, int width)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_width (self->layout, MAX (1, width) * PANGO_SCALE);
  pango_layout_set_text (self->layout, text, -1);
}

/* Draws what was set at @x; FALSE when it would reach beyond the cell. */
static gboolean
draw (Pen *pen, int x, const GdkRGBA *colour)
{
  int height;

  pango_layout_get_pixel_size (pen->self->layout, NULL, &height);
  if (pen->y + height > pen->height)
    return FALSE;
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) pen->y));
  gtk_snapshot_append_layout (pen->snapshot, pen->self->layout, colour);
  gtk_snapshot_restore (pen->snapshot);
  pen->y += height;
  return TRUE;
}

/* ——— What it says ——— */

static void
draw_number (Pen *pen)
{
  int day, width;
  GdkRGBA colour;
  g_autofree char *text = NULL;

  stafet_date_split (pen->self->day->date, NULL, NULL, &day);
  text = g_strdup_printf ("%d", day);
  get_colour (pen->self, pen->self->day->outside ? "dim_color" : NULL, &colour);
  set_text (pen->self, text, TRUE, FALSE, pen->width - 2 * MARGIN);
  pango_layout_get_pixel_size (pen->self->layout, &width, NULL);
  draw (pen, MARGIN, &colour);
}

static void
draw_note (Pen *pen)
{
  GdkRGBA colour;

  get_colour (pen->self, pen->self->day->closed ? NULL : "hole_fg", &colour);
  set_text (pen->self, pen->self->day->note, FALSE, FALSE, pen->width - 2 * MARGIN);
  if (*pen->self->day->note != '\0')
    draw (pen, MARGIN, &colour);
}

static void
draw_missing (Pen *pen)
{
  const StafetMonthDay *day = pen->self->day;
  g_autofree char *text =
    g_strdup_printf (ngettext_ ("%u missing", "%u missing", day->count.missing), day->count.missing);
  GdkRGBA colour;

  if (day->count.missing == 0)
    return;
  get_colour (pen->self, "warn_fg", &colour);
  set_text (pen->self, text, TRUE, FALSE, pen->width - 2 * MARGIN);
  draw (pen, MARGIN, &colour);
}

static gboolean
draw_line (Pen *pen, const StafetMonthLine *line)
{
  g_autofree char *name = g_strdup_printf ("cat_%s_edge", stafet_category_class (line->category));
  GdkRGBA edge, colour;
  int top = pen->y;

  get_colour (pen->self, line->lacks ? "warn_fg" : line->cancelled ? "dim_color" : NULL, &colour);
  get_colour (pen->self, name, &edge);
  set_text (pen->self, line->text, line->lacks, line->cancelled, pen->width - 2 * MARGIN - BAR - 4);
  if (!draw (pen, MARGIN + BAR + 4, &colour))
    return FALSE;
  gtk_snapshot_append_color (pen->snapshot, &edge,
                             &GRAPHENE_RECT_INIT (MARGIN, (float) top + 2, BAR, (float) (pen->y - top - 4)));
  return TRUE;
}

static int
line_height (StafetMonthCell *self)
{
  int height;

  set_text (self, "8", TRUE, FALSE, 100);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  return height;
}

/* As many as fit; where not all do, the last line says how many more there are. */
static void
draw_lines (Pen *pen)
{
  const GArray *lines = pen->self->day->lines;
  int each = line_height (pen->self), room = (pen->height - pen->y) / MAX (1, each);
  guint shown = lines->len <= (guint) MAX (0, room) ? lines->len : (guint) MAX (0, room - 1);
  GdkRGBA colour;

  for (guint i = 0; i < shown; i++)
    if (!draw_line (pen, &g_array_index (lines, StafetMonthLine, i)))
      return;
  if (shown < lines->len && room > 0)
    {
      g_autofree char *more =
        shown > 0
          ? g_strdup_printf (ngettext_ ("+%u more", "+%u more", lines->len - shown), lines->len - shown)
          : g_strdup_printf (ngettext_ ("%u activity", "%u activities", lines->len), lines->len);

      get_colour (pen->self, "dim_color", &colour);
      set_text (pen->self, more, FALSE, FALSE, pen->width - 2 * MARGIN);
      draw (pen, MARGIN, &colour);
    }
}

/* So narrow that only numbers can be read. */
static gboolean
is_narrow (StafetMonthCell *self, int width)
{
  return width < 4 * line_height (self);
}

static void
stafet_month_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StafetMonthCell *self = STAFET_MONTH_CELL (widget);
  Pen pen = { self, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget), 3 };
  GdkRGBA colour;

  if (self->day == NULL)
    return;
  draw_number (&pen);
  if (is_narrow (self, pen.width))
    {
      g_autofree char *missing = g_strdup_printf ("%u", self->day->count.missing);

      if (self->day->count.missing == 0)
        return;
      get_colour (self, "warn_fg", &colour);
      set_text (self, missing, TRUE, FALSE, pen.width - 2 * MARGIN);
      gtk_snapshot_append_color (
        snapshot, &colour, &GRAPHENE_RECT_INIT (MARGIN, (float) pen.y, (float) (pen.width - 2 * MARGIN), 2));
      pen.y += 3;
      draw (&pen, MARGIN, &colour);
      return;
    }
  draw_note (&pen);
  draw_missing (&pen);
  draw_lines (&pen);
}

static void
stafet_month_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  StafetMonthCell *self = STAFET_MONTH_CELL (widget);
  int line = line_height (self);

  (void) for_size;
  (void) minimum_baseline;
  (void) natural_baseline;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : 3 * line + 8;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 8 * line : 6 * line;
}

static void
stafet_month_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (stafet_month_cell_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (STAFET_MONTH_CELL (widget)->layout);
  gtk_widget_queue_resize (widget);
}

/* ——— GObject ——— */

static void
stafet_month_cell_finalize (GObject *object)
{
  g_clear_object (&STAFET_MONTH_CELL (object)->layout);
  G_OBJECT_CLASS (stafet_month_cell_parent_class)->finalize (object);
}

static void
stafet_month_cell_class_init (StafetMonthCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stafet_month_cell_finalize;
  widget_class->snapshot = stafet_month_cell_snapshot;
  widget_class->measure = stafet_month_cell_measure;
  widget_class->css_changed = stafet_month_cell_css_changed;
  gtk_widget_class_set_css_name (widget_class, "monthcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
stafet_month_cell_init (StafetMonthCell *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_CHAR);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
stafet_month_cell_new (void)
{
  return g_object_new (STAFET_TYPE_MONTH_CELL, NULL);
}

void
stafet_month_cell_bind (StafetMonthCell *self, const StafetMonthDay *day)
{
  g_autofree char *name = day != NULL ? stafet_month_day_describe (day) : g_strdup ("");

  self->day = day;
  stafet_widget_set_class (GTK_WIDGET (self), "today", day != NULL && day->is_today);
  stafet_widget_set_class (GTK_WIDGET (self), "outside", day != NULL && day->outside);
  stafet_widget_set_class (GTK_WIDGET (self), "closed", day != NULL && day->closed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const StafetMonthDay *
stafet_month_cell_get (StafetMonthCell *self)
{
  return self->day;
}
