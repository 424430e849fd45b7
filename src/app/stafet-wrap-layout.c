/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Breaks children into lines and shares out what is left of each.
 */
#include "stafet-wrap-layout.h"

#include "stafet-widget.h"
struct _StafetWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing, line_spacing;
};

enum
{
  PROP_SPACING = 1,
  PROP_LINE_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StafetWrapLayout, stafet_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* One child in a line. */
typedef struct
{
  GtkWidget *widget;
  int width;
} Word;

/* Children that stand side by side. */
typedef struct
{
  const Word *words;
  guint n;
  int width;
  guint n_expanding;
} Line;

/* At 96 dpi: GTK makes text larger by way of the resolution. */
#define COLUMN_WIDTH 204
#define FORM_WIDTH 293

static int
at_text_size (GtkWidget *child, int width)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (child), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? width * (dpi / 1024) / 96 : width;
}

/* A child that expands is content with this part of the width before it goes to a line of its own, yet not
 * with so little that what is in it stands one beneath the other. */
static int
basis (GtkWidget *child, int available)
{
  int least = gtk_widget_has_css_class (child, STAFET_FORM_COLUMN) ? at_text_size (child, FORM_WIDTH)
              : gtk_widget_has_css_class (child, STAFET_SHORT)     ? 140
                                                                   : 280;

  return MAX (available * 2 / 5, MIN (available, least));
}

static int
column_width (GtkWidget *child)
{
  return gtk_widget_has_css_class (child, STAFET_COLUMN)        ? at_text_size (child, COLUMN_WIDTH)
         : gtk_widget_has_css_class (child, STAFET_FORM_COLUMN) ? at_text_size (child, FORM_WIDTH)
                                                                : 0;
}

static int
wanted_width (GtkWidget *child, int available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  natural = MAX (natural, column_width (child));
  if (available < 0)
    return natural;
  return MAX (minimum, MIN (natural, gtk_widget_get_hexpand (child) ? basis (child, available) : available));
}

/* (transfer full) of Word */
static GArray *
read_words (GtkWidget *widget, int available)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Word word = { child, 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      word.width = wanted_width (child, available);
      g_array_append_val (words, word);
    }
  return words;
}

/* Leaves what belongs with the child after it to the next line. */
static void
drop_kept (Line *line, int spacing)
{
  const Word *last = &line->words[line->n - 1];

  if (line->n == 1 || !gtk_widget_has_css_class (last->widget, STAFET_KEEP_WITH_NEXT))
    return;
  line->n--;
  line->width -= spacing + last->width;
  line->n_expanding -= gtk_widget_get_hexpand (last->widget) ? 1 : 0;
}

/* The line that begins at @first. */
static Line
read_line (const StafetWrapLayout *self, const GArray *words, guint first, int available)
{
  Line line = { &g_array_index (words, Word, first), 0, 0, 0 };

  for (guint i = first; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      int width = line.width + (line.n > 0 ? self->spacing : 0) + word->width;

      if (line.n > 0 && width > available)
        {
          drop_kept (&line, self->spacing);
          break;
        }
      line.width = width;
      line.n++;
      line.n_expanding += gtk_widget_get_hexpand (word->widget) ? 1 : 0;
    }
  return line;
}

/* How wide the word is once the rest of its line is shared out. */
static int
final_width (const Line *line, guint i, int available)
{
  int rest = MAX (0, available - line->width), share;

  if (!gtk_widget_get_hexpand (line->words[i].widget))
    return line->words[i].width;
  share = rest / (int) line->n_expanding;
  return line->words[i].width + share;
}

static int
line_height (const Line *line, int available)
{
  int height = 0;

  for (guint i = 0; i < line->n; i++)
    {
      int natural;

      gtk_widget_measure (line->words[i].widget, GTK_ORIENTATION_VERTICAL, final_width (line, i, available),
                          NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

static int
height_for_width (StafetWrapLayout *self, GtkWidget *widget, int available)
{
  g_autoptr (GArray) words = read_words (widget, available);
  int height = 0;

  for (guint first = 0; first < words->len;)
    {
      Line line = read_line (self, words, first, available);

      height += line_height (&line, available) + (first > 0 ? self->line_spacing : 0);
      first += line.n;
    }
  return height;
}

static void
measure_width (StafetWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  g_autoptr (GArray) words = read_words (widget, -1);

  *minimum = *natural = 0;
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      int least;

      gtk_widget_measure (word->widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += word->width + (i > 0 ? self->spacing : 0);
    }
}

static GtkSizeRequestMode
stafet_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  (void) manager;
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
stafet_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                            int for_size, int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  StafetWrapLayout *self = STAFET_WRAP_LAYOUT (manager);
  int least, wanted = for_size;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0)
    measure_width (self, widget, &least, &wanted);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = wanted;
    }
  else
    *minimum = *natural = height_for_width (self, widget, wanted);
}

void
stafet_wrap_layout_place (GtkWidget *child, const GtkAllocation *place)
{
  GtkAllocation own = *place;

  if (gtk_widget_has_css_class (child, STAFET_MIDDLE))
    {
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place->width, NULL, &own.height, NULL, NULL);
      own.height = MIN (own.height, place->height);
      own.y += (place->height - own.height) / 2;
    }
  gtk_widget_size_allocate (child, &own, -1);
}

static void
place_line (StafetWrapLayout *self, GtkWidget *widget, const Line *line, int available, int y, int height)
{
  gboolean backwards = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < line->n; i++)
    {
      int width = final_width (line, i, available);
      GtkAllocation place = { backwards ? available - x - width : x, y, width, height };

      stafet_wrap_layout_place (line->words[i].widget, &place);
      x += width + self->spacing;
    }
}

static void
stafet_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                             int baseline)
{
  StafetWrapLayout *self = STAFET_WRAP_LAYOUT (manager);
  g_autoptr (GArray) words = read_words (widget, width);
  int y = 0;

  (void) baseline;
  for (guint first = 0; first < words->len;)
    {
      Line line = read_line (self, words, first, width);
      int high = line_height (&line, width);

      /* A single line has all the height there is. */
      if (line.n == words->len)
        high = MAX (high, height);
      place_line (self, widget, &line, width, y, high);
      y += high + self->line_spacing;
      first += line.n;
    }
}

static void
stafet_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StafetWrapLayout *self = STAFET_WRAP_LAYOUT (object);

  (void) pspec;
  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else
    self->line_spacing = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
stafet_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StafetWrapLayout *self = STAFET_WRAP_LAYOUT (object);

  (void) pspec;
  g_value_set_int (value, id == PROP_SPACING ? self->spacing : self->line_spacing);
}

static void
stafet_wrap_layout_class_init (StafetWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->set_property = stafet_wrap_layout_set_property;
  object_class->get_property = stafet_wrap_layout_get_property;
  layout_class->get_request_mode = stafet_wrap_layout_get_request_mode;
  layout_class->measure = stafet_wrap_layout_measure;
  layout_class->allocate = stafet_wrap_layout_allocate;
  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINE_SPACING] =
    g_param_spec_int ("line-spacing", NULL, NULL, 0, 1000, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
stafet_wrap_layout_init (StafetWrapLayout *self)
{
  (void) self;
}

/* ——— The container ——— */

struct _StafetWrapBox
{
  GtkWidget parent_instance;
};

static void stafet_wrap_box_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StafetWrapBox, stafet_wrap_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, stafet_wrap_box_buildable_init))

static GtkBuildableIface *parent_buildable;

static void
stafet_wrap_box_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
stafet_wrap_box_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = stafet_wrap_box_add_child;
}

static void
stafet_wrap_box_dispose (GObject *object)
{
  stafet_wrap_box_remove_all (STAFET_WRAP_BOX (object));
  G_OBJECT_CLASS (stafet_wrap_box_parent_class)->dispose (object);
}

/* Expanding children fill lines inside; they do not make the box itself greedy. */
static void
stafet_wrap_box_compute_expand (GtkWidget *widget, gboolean *hexpand, gboolean *vexpand)
{
  (void) widget;
  *hexpand = *vexpand = FALSE;
}

/* GTK goes by where the middles of the children are: one that is higher for a sentence beneath it would come
 * after its neighbour. */
static gboolean
stafet_wrap_box_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (stafet_wrap_box_parent_class)->focus (widget, direction);
  if (child == NULL)
    child = forward ? gtk_widget_get_first_child (widget) : gtk_widget_get_last_child (widget);
  for (; child != NULL;
       child = forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

static void
stafet_wrap_box_class_init (StafetWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_wrap_box_dispose;
  widget_class->compute_expand = stafet_wrap_box_compute_expand;
  widget_class->focus = stafet_wrap_box_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, STAFET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
stafet_wrap_box_init (StafetWrapBox *self)
{
  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 12, "line-spacing", 6, NULL);
}

GtkWidget *
stafet_wrap_box_new (int spacing, int line_spacing)
{
  GtkWidget *self = g_object_new (STAFET_TYPE_WRAP_BOX, NULL);

  g_object_set (gtk_widget_get_layout_manager (self), "spacing", spacing, "line-spacing", line_spacing, NULL);
  return self;
}

void
stafet_wrap_box_append (StafetWrapBox *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
stafet_wrap_box_remove_all (StafetWrapBox *self)
{
  stafet_widget_drop_children (GTK_WIDGET (self));
}
