/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every page has.
 */
#include "stafet-page.h"

#include "stafet-speech.h"

typedef struct
{
  StafetDesk *desk; /* owned */
  char *title, *subtitle;
  GtkWidget *header_end; /* owned, nullable */
  GtkWidget *focus;      /* weak: had the keyboard when another page came in front */
  gboolean stale;        /* something changed while it was not shown */
  gboolean narrow;
  gboolean edited; /* what it was told of and has not shown came of an edit here */
  guint leaving;   /* source that says so */
} StafetPagePrivate;

enum
{
  PROP_DESK = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_HEADER_END,
  N_PROPS
};

enum
{
  LEAVE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StafetPage, stafet_page, ADW_TYPE_BIN)

#define PRIVATE(self) ((StafetPagePrivate *) stafet_page_get_instance_private (self))

static void
changed_cb (StafetPage *self)
{
  PRIVATE (self)->edited =
    stafet_desk_has_edited (PRIVATE (self)->desk) || (PRIVATE (self)->stale && PRIVATE (self)->edited);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    stafet_page_refresh (self);
  else
    PRIVATE (self)->stale = TRUE;
}

static void
stafet_page_constructed (GObject *object)
{
  StafetPage *self = STAFET_PAGE (object);

  G_OBJECT_CLASS (stafet_page_parent_class)->constructed (object);
  PRIVATE (self)->stale = TRUE;
  /* Before it is in a window: there GTK tells the desktop of everything that it is told. */
  stafet_speech_name (GTK_WIDGET (self));
  g_signal_connect_object (PRIVATE (self)->desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* What is shown is true from its first frame on. */
static void
stafet_page_map (GtkWidget *widget)
{
  StafetPage *self = STAFET_PAGE (widget);

  if (PRIVATE (self)->stale)
    stafet_page_refresh (self);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
  GTK_WIDGET_CLASS (stafet_page_parent_class)->map (widget);
  stafet_speech_name (widget);
}

/* In GTK 4.8 the accessible tree has every page of a stack: a screen reader would read those out of view. */
static void
stafet_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stafet_page_parent_class)->unmap (widget);
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

static void
stafet_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StafetPagePrivate *private = PRIVATE (STAFET_PAGE (object));

  switch (id)
    {
    case PROP_DESK:
      private
      ->desk = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      g_free (private->title);
      private->title = g_value_dup_string (value);
      break;
    case PROP_SUBTITLE:
      g_free (private->subtitle);
      private->subtitle = g_value_dup_string (value);
      break;
    case PROP_HEADER_END:
      g_clear_object (&private->header_end);
      private->header_end = g_value_get_object (value);
      if (private->header_end != NULL)
        g_object_ref_sink (private->header_end);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stafet_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StafetPagePrivate *private = PRIVATE (STAFET_PAGE (object));

  switch (id)
    {
    case PROP_DESK:
      g_value_set_object (value, private->desk);
      break;
    case PROP_TITLE:
      g_value_set_string (value, private->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, private->subtitle);
      break;
    case PROP_HEADER_END:
      g_value_set_object (value, private->header_end);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stafet_page_dispose (GObject *object)
{
  g_clear_handle_id (&PRIVATE (STAFET_PAGE (object))->leaving, g_source_remove);
  g_clear_object (&PRIVATE (STAFET_PAGE (object))->header_end);
  g_clear_weak_pointer (&PRIVATE (STAFET_PAGE (object))->focus);
  G_OBJECT_CLASS (stafet_page_parent_class)->dispose (object);
}

static void
stafet_page_finalize (GObject *object)
{
  StafetPagePrivate *private = PRIVATE (STAFET_PAGE (object));

  g_clear_object (&private->desk);
  g_free (private->title);
  g_free (private->subtitle);
  G_OBJECT_CLASS (stafet_page_parent_class)->finalize (object);
}

static void
stafet_page_class_init (StafetPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = stafet_page_constructed;
  object_class->set_property = stafet_page_set_property;
  object_class->get_property = stafet_page_get_property;
  object_class->dispose = stafet_page_dispose;
  object_class->finalize = stafet_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = stafet_page_map;
  GTK_WIDGET_CLASS (klass)->unmap = stafet_page_unmap;
  properties[PROP_DESK] =
    g_param_spec_object ("desk", NULL, NULL, STAFET_TYPE_DESK, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags | G_PARAM_CONSTRUCT);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags | G_PARAM_CONSTRUCT);
  properties[PROP_HEADER_END] = g_param_spec_object ("header-end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
stafet_page_init (StafetPage *self)
{
  (void) self;
}

void
stafet_page_remember_focus (StafetPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    focus = NULL;
  g_set_weak_pointer (&PRIVATE (self)->focus, focus);
}

void
stafet_page_return_focus (StafetPage *self)
{
  GtkWidget *focus = PRIVATE (self)->focus;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) || !gtk_widget_get_mapped (focus)
      || !gtk_widget_grab_focus (focus))
    stafet_page_focus (self);
}

StafetDesk *
stafet_page_get_desk (StafetPage *self)
{
  return PRIVATE (self)->desk;
}

StafetPlan *
stafet_page_get_plan (StafetPage *self)
{
  return stafet_desk_get_plan (PRIVATE (self)->desk);
}

StafetSnapshot *
stafet_page_get_snapshot (StafetPage *self)
{
  return stafet_plan_get_snapshot (stafet_page_get_plan (self));
}

const char *
stafet_page_get_title (StafetPage *self)
{
  return PRIVATE (self)->title;
}

void
stafet_page_set_titles (StafetPage *self, const char *title, const char *subtitle)
{
  g_object_set (self, "title", title, "subtitle", subtitle, NULL);
}

GtkWidget *
stafet_page_get_header_end (StafetPage *self)
{
  return PRIVATE (self)->header_end;
}

void
stafet_page_refresh (StafetPage *self)
{
  PRIVATE (self)->stale = FALSE;
  STAFET_PAGE_GET_CLASS (self)->refresh (self);
}

static gboolean
leave_cb (gpointer data)
{
  PRIVATE (data)->leaving = 0;
  g_signal_emit (data, signals[LEAVE], 0, !PRIVATE (data)->edited);
  return G_SOURCE_REMOVE;
}

void
stafet_page_leave (StafetPage *self)
{
  if (PRIVATE (self)->leaving == 0)
    PRIVATE (self)->leaving = g_idle_add_full (G_PRIORITY_HIGH_IDLE, leave_cb, self, NULL);
}

gboolean
stafet_page_is_narrow (StafetPage *self)
{
  return PRIVATE (self)->narrow;
}

void
stafet_page_set_narrow (StafetPage *self, gboolean narrow)
{
  if (PRIVATE (self)->narrow == narrow)
    return;
  PRIVATE (self)->narrow = narrow;
  changed_cb (self);
}

gboolean
stafet_page_can_step (StafetPage *self)
{
  return STAFET_PAGE_GET_CLASS (self)->step != NULL;
}

void
stafet_page_step (StafetPage *self, int steps)
{
  if (stafet_page_can_step (self))
    STAFET_PAGE_GET_CLASS (self)->step (self, steps);
}

/* The first that takes it. */
static gboolean
focus_first (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return FALSE;
  if (gtk_widget_get_focusable (widget) && gtk_widget_grab_focus (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (focus_first (child))
      return TRUE;
  return FALSE;
}

/* GTK looks where widgets lie, which is not known before a page has been shown: it says then that it has
 * found one, and leaves the keyboard where it is. */
static void
focus_any (StafetPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus;

  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  focus = gtk_root_get_focus (root);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    focus_first (GTK_WIDGET (self));
}

void
stafet_page_focus (StafetPage *self)
{
  /* What it waited for may come when the page is gone. One that leaves has nothing to work on. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || PRIVATE (self)->leaving != 0)
    return;
  if (STAFET_PAGE_GET_CLASS (self)->focus != NULL)
    STAFET_PAGE_GET_CLASS (self)->focus (self);
  else
    focus_any (self);
}

/* The template would drop the child that the bin still points at and unparents once more. */
void
stafet_page_dispose_template (StafetPage *self, GType type)
{
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), type);
}
