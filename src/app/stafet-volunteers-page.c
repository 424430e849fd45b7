/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of volunteers.
 */
#include "stafet-volunteers-page.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-volunteer-row.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"
#include "stafet-write-page.h"

#include <string.h>

/* The choices of the first menu, in its order. */
typedef enum
{
  SHOW_ACTIVE,
  SHOW_ON_CALL,
  SHOW_PAUSED,
  SHOW_STOPPED,
  SHOW_ALL
} Show;

struct _StafetVolunteersPage
{
  StafetRecordsPage parent_instance;

  GHashTable *texts;     /* owned: uid → what is searched of her, folded; made when first asked for */
  StafetWeekday weekday; /* 0: any */

  /* Template children. */
  GtkSearchEntry *search;
  GtkDropDown *show, *days;
  GtkListView *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (StafetVolunteersPage, stafet_volunteers_page, STAFET_TYPE_RECORDS_PAGE)

/* ——— Who is shown ——— */

static void
append_links (GString *text, const GPtrArray *links, const char *key)
{
  for (guint i = 0; i < links->len; i++)
    {
      gpointer link = g_ptr_array_index (links, i);
      const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (link), key);

      g_string_append_printf (text, " %s", STAFET_FIELD_AT (char *, link, field));
    }
}

/* Name, short name, telephones and skills. */
static const char *
text_of (StafetVolunteersPage *self, const StafetVolunteer *volunteer)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  StafetUid uid = volunteer->parent.uid;
  char *folded = g_hash_table_lookup (self->texts, uid);
  g_autoptr (GString) text = NULL;

  if (folded != NULL)
    return folded;
  text = g_string_new (volunteer->name);
  g_string_append_printf (text, " %s", volunteer->short_name);
  append_links (text, stafet_snapshot_index (snapshot, STAFET_INDEX_PHONE_BY_VOLUNTEER, uid), "number");
  append_links (text, stafet_snapshot_index (snapshot, STAFET_INDEX_SKILL_BY_VOLUNTEER, uid), "skill");
  folded = stafet_text_fold (text->str);
  g_hash_table_insert (self->texts, (gpointer) uid, folded);
  return folded;
}

/* A phone number may be typed in groups. */
static gboolean
is_found (StafetVolunteersPage *self, const StafetVolunteer *volunteer, const char *needle)
{
  const char *text;
  g_autofree char *digits = NULL;

  if (*needle == '\0')
    return TRUE;
  text = text_of (self, volunteer);
  if (strstr (text, needle) != NULL)
    return TRUE;
  if (!g_ascii_isdigit (*needle))
    return FALSE;
  digits = stafet_phone_clean (needle, NULL);
  return digits != NULL && strstr (text, digits) != NULL;
}

static gboolean
is_of_houses (StafetVolunteersPage *self, const StafetVolunteer *volunteer)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  const GPtrArray *houses;

  if (stafet_desk_get_view (desk) == STAFET_VIEW_ALL)
    return TRUE;
  houses = stafet_snapshot_index (stafet_desk_get_snapshot (desk), STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER,
                                  volunteer->parent.uid);
  for (guint i = 0; i < houses->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (houses, i);

      if (link->relation == STAFET_VOLUNTEER_HOUSE_HOME && stafet_desk_shows_house (desk, link->house))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (StafetVolunteersPage *self, const StafetVolunteer *volunteer)
{
  const GPtrArray *windows;

  if (self->weekday == 0)
    return TRUE;
  windows = stafet_snapshot_index (stafet_page_get_snapshot (STAFET_PAGE (self)),
                                   STAFET_INDEX_AVAILABILITY_BY_VOLUNTEER, volunteer->parent.uid);
  for (guint i = 0; i < windows->len; i++)
    if (((StafetAvailability *) g_ptr_array_index (windows, i))->weekday == (gint32) self->weekday)
      return TRUE;
  return FALSE;
}

static StafetDate
today_of (StafetVolunteersPage *self)
{
  return stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
}

/* Whose break is over is active, whether or not somebody has written that down. */
static gboolean
has_status (StafetVolunteersPage *self, const StafetVolunteer *volunteer)
{
  StafetDate today = today_of (self);
  gboolean stopped = stafet_volunteer_has_stopped (volunteer, today);
  gboolean paused = stafet_volunteer_is_paused (volunteer, today);

  switch ((Show) gtk_drop_down_get_selected (self->show))
    {
    case SHOW_ACTIVE:
      return !stopped && !paused;
    case SHOW_ON_CALL:
      return !stopped && volunteer->kind == STAFET_VOLUNTEER_ON_CALL;
    case SHOW_PAUSED:
      return paused;
    case SHOW_STOPPED:
      return stopped;
    default:
      return TRUE;
    }
}

static gboolean
shows (StafetRecordsPage *page, gconstpointer record, const char *needle)
{
  StafetVolunteersPage *self = STAFET_VOLUNTEERS_PAGE (page);

  return has_status (self, record) && is_of_houses (self, record) && is_free (self, record)
         && is_found (self, record, needle);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return stafet_text_compare (((const StafetVolunteer *) a)->name, ((const StafetVolunteer *) b)->name);
}

static void
choice_cb (StafetVolunteersPage *self)
{
  self->weekday = (StafetWeekday) gtk_drop_down_get_selected (self->days);
  stafet_records_page_filter_anew (STAFET_RECORDS_PAGE (self));
}

static char *
count (guint n)
{
  return g_strdup_printf (ngettext_ ("%u volunteer", "%u volunteers", n), n);
}

/* ——— Writing to them ——— */

/* Which they are: "12 volunteers · Café". (transfer full) */
static char *
about_words (StafetVolunteersPage *self, guint n)
{
  g_autofree char *many = count (n);
  const char *searched = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return g_strdup_printf ("%s · %s%s%s", many,
                          stafet_desk_get_view_name (stafet_page_get_desk (STAFET_PAGE (self))),
                          *searched != '\0' ? " · " : "", searched);
}

static void
write_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetVolunteersPage *self = STAFET_VOLUNTEERS_PAGE (widget);
  GPtrArray *found = stafet_records_page_get_found (STAFET_RECORDS_PAGE (self));
  g_autofree char *about = about_words (self, found->len);

  (void) name;
  (void) parameter;
  stafet_window_push (stafet_window_of (self), stafet_write_page_new_for_volunteers (
                                                 stafet_page_get_desk (STAFET_PAGE (self)), found, about));
}

/* ——— Rows ——— */

static char *
bind_row (StafetRecordsPage *page, GtkWidget *row, gpointer record)
{
  const StafetVolunteer *volunteer = record;

  stafet_volunteer_row_bind (STAFET_VOLUNTEER_ROW (row), stafet_page_get_snapshot (STAFET_PAGE (page)),
                             volunteer, today_of (STAFET_VOLUNTEERS_PAGE (page)));
  return g_strdup (volunteer->name);
}

static void
open_volunteer (StafetRecordsPage *page, gconstpointer record)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.volunteer", "s", ((const StafetRecord *) record)->uid);
}

static void
stafet_volunteers_page_refresh (StafetPage *page)
{
  g_hash_table_remove_all (STAFET_VOLUNTEERS_PAGE (page)->texts);
  STAFET_PAGE_CLASS (stafet_volunteers_page_parent_class)->refresh (page);
}

/* ——— GObject ——— */

static void
stafet_volunteers_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_VOLUNTEERS_PAGE);
  G_OBJECT_CLASS (stafet_volunteers_page_parent_class)->dispose (object);
}

static void
stafet_volunteers_page_finalize (GObject *object)
{
  g_hash_table_unref (STAFET_VOLUNTEERS_PAGE (object)->texts);
  G_OBJECT_CLASS (stafet_volunteers_page_parent_class)->finalize (object);
}

static void
stafet_volunteers_page_class_init (StafetVolunteersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StafetRecordsPageClass *page_class = STAFET_RECORDS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_volunteers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_volunteers_page_finalize;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_volunteers_page_refresh;
  page_class->kind = STAFET_KIND_VOLUNTEER;
  page_class->title = N_ ("Volunteers");
  page_class->count = count;
  page_class->shows = shows;
  page_class->compare = compare;
  page_class->make_row = stafet_volunteer_row_new;
  page_class->bind_row = bind_row;
  page_class->open = open_volunteer;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-volunteers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteersPage, search);
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteersPage, show);
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteersPage, days);
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteersPage, list);
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteersPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_install_action (widget_class, "page.write", NULL, write_cb);
}

static void
fill_days (StafetVolunteersPage *self)
{
  GtkStringList *days = GTK_STRING_LIST (gtk_drop_down_get_model (self->days));

  for (int day = STAFET_MONDAY; day <= STAFET_SUNDAY; day++)
    {
      g_autofree char *text = g_strdup_printf (
        _ ("Free %s"), stafet_words_weekday (stafet_i18n_get_language (), (StafetWeekday) day));

      gtk_string_list_append (days, text);
    }
}

static void
stafet_volunteers_page_init (StafetVolunteersPage *self)
{
  self->texts = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_days (self);
  stafet_records_page_set_parts (STAFET_RECORDS_PAGE (self), self->search, self->list, self->stack);
}
