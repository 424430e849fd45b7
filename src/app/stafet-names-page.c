/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shuffles the volunteers in view; whoever was not known comes again after the others.
 */
#include "stafet-names-page.h"

#include "core/stafet-text.h"
#include "stafet-photo.h"
#include "stafet-volunteer-row.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

#include <string.h>

struct _StafetNamesPage
{
  StafetPage parent_instance;

  GQueue *left; /* StafetUid: those that are not known yet, in order */
  guint all;
  gboolean begun, told;

  /* Template children. */
  AdwAvatar *avatar;
  GtkLabel *clue, *name, *progress;
  GtkWidget *show, *knew, *did_not, *again;
};

G_DEFINE_FINAL_TYPE (StafetNamesPage, stafet_names_page, STAFET_TYPE_PAGE)

/* Those of the houses in view whose names may be learnt. */
static GPtrArray *
find_people (StafetNamesPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  StafetDate today = stafet_desk_today (desk);
  const GPtrArray *links = stafet_snapshot_all (snapshot, STAFET_KIND_VOLUNTEER_HOUSE);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *people = g_ptr_array_new ();
  StafetAgendaQuery query;

  stafet_desk_fill_query (desk, &query, today, today);
  for (guint i = 0; i < links->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (links, i);
      StafetVolunteer *volunteer = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, link->volunteer);
      const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, link->house);

      if (volunteer == NULL || volunteer->protected_ || link->relation != STAFET_VOLUNTEER_HOUSE_HOME
          || stafet_volunteer_has_stopped (volunteer, today) || house == NULL
          || !stafet_agenda_query_takes (&query, house))
        continue;
      if (g_hash_table_add (seen, volunteer))
        g_ptr_array_add (people, volunteer);
    }
  return people;
}

static void
begin (StafetNamesPage *self)
{
  g_autoptr (GPtrArray) people = find_people (self);

  g_queue_clear (self->left);
  self->all = people->len;
  for (guint i = people->len; i > 0; i--)
    {
      guint other = (guint) g_random_int_range (0, (gint32) i);
      StafetVolunteer *chosen = g_ptr_array_index (people, other);

      people->pdata[other] = people->pdata[i - 1];
      g_queue_push_tail (self->left, (gpointer) chosen->parent.uid);
    }
  self->told = FALSE;
}

/* What she can and would like to; she is known by that too. (transfer full) */
static char *
clue_of (StafetNamesPage *self, StafetVolunteer *volunteer)
{
  g_autofree char *skills =
    stafet_volunteer_skills (stafet_page_get_snapshot (STAFET_PAGE (self)), volunteer);

  return *skills != '\0' ? g_strdup_printf (_ ("Who is it? Can and would like to: %s"), skills)
                         : g_strdup (_ ("Who is it?"));
}

static void
show_card (StafetNamesPage *self)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  StafetVolunteer *volunteer = NULL;
  guint known;
  g_autofree char *progress = NULL, *clue = NULL;

  /* Whoever has gone meanwhile is left out. */
  while (volunteer == NULL && !g_queue_is_empty (self->left))
    {
      volunteer = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, g_queue_peek_head (self->left));
      if (volunteer == NULL)
        {
          g_queue_pop_head (self->left);
          self->all--;
        }
    }
  known = self->all - self->left->length;
  progress = self->all > 0 ? g_strdup_printf (_ ("I know %u of %u"), known, self->all)
                           : g_strdup (_ ("No volunteer belongs to the house in view."));
  clue = volunteer != NULL ? clue_of (self, volunteer) : g_strdup ("");
  gtk_label_set_text (self->progress, progress);
  stafet_label_show (self->clue, volunteer != NULL ? clue : self->all > 0 ? _ ("You know them all.") : NULL);
  stafet_label_show (self->name, volunteer != NULL && self->told ? volunteer->name : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), volunteer != NULL);
  gtk_widget_set_visible (self->show, volunteer != NULL && !self->told);
  gtk_widget_set_visible (self->knew, volunteer != NULL && self->told);
  gtk_widget_set_visible (self->did_not, volunteer != NULL && self->told);
  gtk_widget_set_visible (self->again, volunteer == NULL && self->all > 0);
  if (volunteer != NULL)
    stafet_photo_show (self->avatar, snapshot, volunteer);
}

static void
stafet_names_page_focus (StafetPage *page)
{
  StafetNamesPage *self = STAFET_NAMES_PAGE (page);

  gtk_widget_grab_focus (gtk_widget_get_visible (self->show)   ? self->show
                         : gtk_widget_get_visible (self->knew) ? self->knew
                                                               : self->again);
}

static void
show_cb (StafetNamesPage *self)
{
  self->told = TRUE;
  show_card (self);
  stafet_names_page_focus (STAFET_PAGE (self));
}

static void
next (StafetNamesPage *self, gboolean knew)
{
  gpointer uid = g_queue_pop_head (self->left);

  if (!knew)
    g_queue_push_tail (self->left, uid);
  self->told = FALSE;
  show_card (self);
  stafet_names_page_focus (STAFET_PAGE (self));
}

static void
knew_cb (StafetNamesPage *self)
{
  next (self, TRUE);
}

static void
did_not_cb (StafetNamesPage *self)
{
  next (self, FALSE);
}

static void
again_cb (StafetNamesPage *self)
{
  begin (self);
  show_card (self);
  stafet_names_page_focus (STAFET_PAGE (self));
}

static void
stafet_names_page_refresh (StafetPage *page)
{
  StafetNamesPage *self = STAFET_NAMES_PAGE (page);

  stafet_page_set_titles (page, _ ("Learn the names"),
                          stafet_desk_get_view_name (stafet_page_get_desk (page)));
  if (!self->begun)
    begin (self);
  self->begun = TRUE;
  show_card (self);
}

static void
stafet_names_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_NAMES_PAGE);
  G_OBJECT_CLASS (stafet_names_page_parent_class)->dispose (object);
}

static void
stafet_names_page_finalize (GObject *object)
{
  g_queue_free (STAFET_NAMES_PAGE (object)->left);
  G_OBJECT_CLASS (stafet_names_page_parent_class)->finalize (object);
}

static void
stafet_names_page_class_init (StafetNamesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_names_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_names_page_finalize;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_names_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_names_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-names-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetNamesPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, StafetNamesPage, clue);
  gtk_widget_class_bind_template_child (widget_class, StafetNamesPage, name);
  gtk_widget_class_bind_template_child (widget_class, StafetNamesPage, progress);
  gtk_widget_class_bind_template_child (widget_class, StafetNamesPage, show);
  gtk_widget_class_bind_template_child (widget_class, StafetNamesPage, knew);
  gtk_widget_class_bind_template_child (widget_class, StafetNamesPage, did_not);
  gtk_widget_class_bind_template_child (widget_class, StafetNamesPage, again);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, knew_cb);
  gtk_widget_class_bind_template_callback (widget_class, did_not_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
}

static void
stafet_names_page_init (StafetNamesPage *self)
{
  self->left = g_queue_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_names_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_NAMES_PAGE, "desk", desk, "title", _ ("Learn the names"), NULL);
}
