/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panel of an occurrence.
 */
#include "stafet-entry-panel.h"

#include "core/stafet-words.h"
#include "schedule/stafet-entry-words.h"
#include "stafet-actions.h"
#include "stafet-day-row.h"
#include "stafet-line.h"
#include "stafet-shift-section.h"
#include "stafet-signup-section.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

struct _StafetEntryPanel
{
  GtkWidget parent_instance;

  const char *category; /* static: the style class */

  /* Template children. */
  GtkImage *icon;
  GtkLabel *title, *date, *notice;
  GtkListBox *facts, *visits, *texts;
  StafetSignupSection *signups;
  GtkWidget *close, *shifts, *visits_box;
  GtkWidget *edit, *move, *cancel, *calls, *restore, *write;
};

enum
{
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StafetEntryPanel, stafet_entry_panel, GTK_TYPE_WIDGET)

/* What a panel is filled from. */
typedef struct
{
  StafetEntryPanel *self;
  StafetDesk *desk;
  StafetLanguage language;
  const StafetAgenda *agenda;
  const StafetEntry *entry;
  const StafetTiming *timing;     /* of the series */
  const StafetCalendar *calendar; /* of others, which tells of it: read only; nullable */
} Build;

/* ——— The head ——— */

static void
show_category (StafetEntryPanel *self, gint32 category)
{
  const char *class_name = stafet_category_class (category);

  gtk_image_set_from_icon_name (self->icon, stafet_category_icon (category));
  if (class_name == self->category)
    return;
  if (self->category != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->category);
  gtk_widget_add_css_class (GTK_WIDGET (self), class_name);
  self->category = class_name;
}

/* Why it is not held, or what has to be looked at. (transfer full, nullable) */
static char *
notice_words (const Build *build)
{
  const StafetEntry *entry = build->entry;

  if (build->calendar != NULL)
    return g_strdup_printf (_ ("That comes from the calendar “%s”, and can only be changed there."),
                            build->calendar->name);
  if (entry->status == STAFET_STATUS_CANCELLED)
    return g_strdup_printf ("%s: %s", _ ("CANCELLED"), stafet_entry_reason (entry, build->language));
  if (entry->review != NULL)
    return g_strdup (stafet_i18n_text (build->language, entry->review));
  return NULL;
}

static void
show_head (const Build *build)
{
  StafetEntryPanel *self = build->self;
  g_autofree char *date = stafet_words_date (build->language, stafet_wall_date (build->entry->start));
  g_autofree char *notice = notice_words (build);
  gboolean cancelled = build->entry->status == STAFET_STATUS_CANCELLED;

  show_category (self, build->entry->category);
  gtk_label_set_text (self->title, build->entry->title);
  gtk_label_set_text (self->date, date);
  stafet_label_show (self->notice, notice);
  stafet_widget_set_class (GTK_WIDGET (self), "cancelled-entry", cancelled);
}

/* ——— When and where ——— */

static void
add_fact (GPtrArray *rows, const char *icon, const char *title, const char *detail)
{
  if (*title != '\0')
    g_ptr_array_add (rows, stafet_line_new (icon, title, detail));
}

static void
add_time (const Build *build, GPtrArray *rows)
{
  const StafetEntry *entry = build->entry;
  g_autofree char *time = stafet_words_time_span (build->language, entry->start, entry->end);
  g_autofree char *planned = entry->status == STAFET_STATUS_MOVED
                               ? stafet_entry_words_planned (build->agenda->snapshot, build->language, entry)
                               : NULL;
  g_autofree char *moved = planned != NULL ? g_strdup_printf (_ ("moved from %s"), planned) : g_strdup ("");
  g_autofree char *rule = build->timing->recurs ? stafet_words_rule (build->language, build->timing) : NULL;

  add_fact (rows, "stafet-clock-symbolic", time, moved);
  if (rule != NULL)
    add_fact (rows, "view-refresh-symbolic", rule, "");
}

static void
add_place (const Build *build, GPtrArray *rows)
{
  const StafetActivity *activity = build->entry->activity;
  StafetUid seen =
    stafet_desk_get_view (build->desk) == STAFET_VIEW_HOUSE ? stafet_desk_get_place (build->desk) : NULL;
  g_autofree char *place = stafet_entry_words_place (build->agenda, build->entry, seen);

  add_fact (rows, "mark-location-symbolic", place, "");
  if (activity != NULL && *activity->meeting_place != '\0')
    add_fact (rows, "mark-location-symbolic", activity->meeting_place, _ ("meeting place"));
}

static void
add_lead (const Build *build, GPtrArray *rows)
{
  const StafetActivity *activity = build->entry->activity;
  const StafetRecord *lead =
    activity != NULL ? stafet_snapshot_get (build->agenda->snapshot, STAFET_KIND_VOLUNTEER, activity->lead)
                     : NULL;

  if (lead != NULL)
    add_fact (rows, "stafet-people-symbolic", stafet_record_get_label (lead), _ ("lead volunteer"));
  if (build->entry->organiser != NULL)
    add_fact (rows, "stafet-house-symbolic", stafet_record_get_label (build->entry->organiser),
              _ ("organiser"));
}

static void
add_practical (const Build *build, GPtrArray *rows)
{
  const StafetActivity *activity = build->entry->activity;

  if (activity == NULL)
    return;
  add_fact (rows, "stafet-talk-symbolic", activity->doors_open, _ ("doors open"));
  add_fact (rows, "stafet-calendar-symbolic", activity->price, _ ("price"));
  add_fact (rows, "stafet-workshop-symbolic", activity->make_ready, _ ("make ready"));
}

static void
show_facts (const Build *build)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  add_time (build, rows);
  add_place (build, rows);
  add_lead (build, rows);
  add_practical (build, rows);
  stafet_list_show (build->self->facts, rows);
  /* A place for the keyboard to begin at where Enter does nothing. */
  gtk_widget_set_focusable (GTK_WIDGET (gtk_list_box_get_row_at_index (build->self->facts, 0)), TRUE);
}

/* ——— People ——— */

static void
show_shifts (const Build *build)
{
  const StafetEntry *entry = build->entry;
  GtkWidget *section = gtk_widget_get_first_child (build->self->shifts);

  for (guint i = 0; i < entry->n_shifts; i++)
    {
      if (section == NULL)
        {
          section = stafet_shift_section_new ();
          gtk_box_append (GTK_BOX (build->self->shifts), section);
        }
      stafet_shift_section_show (STAFET_SHIFT_SECTION (section), build->agenda->snapshot, entry,
                                 &entry->shifts[i], stafet_desk_now (build->desk));
      gtk_widget_show (section);
      section = gtk_widget_get_next_sibling (section);
    }
  for (; section != NULL; section = gtk_widget_get_next_sibling (section))
    gtk_widget_hide (section);
}

/* ——— Who comes ——— */

static void
show_signups (const Build *build)
{
  gboolean activity = build->entry->kind == STAFET_KIND_ACTIVITY && build->calendar == NULL;

  gtk_widget_set_visible (GTK_WIDGET (build->self->signups), activity);
  if (activity)
    stafet_signup_section_show (build->self->signups, build->agenda->snapshot, build->entry,
                                stafet_desk_now (build->desk));
}

/* ——— Wards ——— */

static void
show_visits (const Build *build)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < build->entry->n_visits; i++)
    {
      const StafetVisit *visit = &build->entry->visits[i];
      g_autofree char *time = stafet_words_time_span (build->language, visit->start, visit->end);
      g_autofree char *received =
        visit->received_by != NULL
          ? g_strdup_printf (_ ("%s · received by %s"), time, stafet_record_get_label (visit->received_by))
          : g_strdup (time);

      if (visit->ward != NULL)
        add_fact (rows, "stafet-ward-symbolic", visit->ward->name, received);
    }
  gtk_widget_set_visible (build->self->visits_box, rows->len > 0);
  stafet_list_show (build->self->visits, rows);
}

/* ——— Texts ——— */

static void
add_text (const Build *build, GPtrArray *rows, const char *key, const char *text, const char *title)
{
  GtkWidget *line = stafet_line_new (NULL, *text != '\0' ? text : _ ("Nothing yet"), title);
  GtkWidget *button =
    stafet_action_button_new (*text != '\0' ? _ ("Edit") : _ ("Write"), title, "win.write-entry",
                              g_variant_new (STAFET_TEXT_TARGET, build->entry->series,
                                             (gint32) build->entry->kind, build->entry->original, key));

  gtk_widget_add_css_class (button, "flat");
  stafet_line_add_end (STAFET_LINE (line), button);
  g_ptr_array_add (rows, line);
}

/* When it was last changed, and the way to all of it. */
static void
add_history (const Build *build, GPtrArray *rows)
{
  StafetZone *zone = stafet_clock_get_zone (stafet_plan_get_clock (stafet_desk_get_plan (build->desk)));
  g_autofree char *day =
    stafet_words_day (build->language, stafet_wall_date (stafet_zone_to_wall (zone, build->entry->changed)));
  g_autofree char *changed = g_strdup_printf (_ ("changed %s"), day);
  GtkWidget *line =
    stafet_line_new ("stafet-clock-symbolic", _ ("History"), build->entry->changed > 0 ? changed : "");
  GtkWidget *button = gtk_button_new_with_label (_ ("Show"));

  gtk_widget_add_css_class (button, "flat");
  stafet_actionable_set (button, "win.history",
                         g_variant_new ("(is)", (gint32) build->entry->kind, build->entry->series));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show the history"), -1);
  stafet_line_add_end (STAFET_LINE (line), button);
  g_ptr_array_add (rows, line);
}

static void
show_texts (const Build *build)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  const StafetActivity *activity = build->entry->activity;

  if (build->calendar != NULL && *activity->public_text != '\0')
    add_fact (rows, NULL, activity->public_text, _ ("for everybody"));
  else if (activity != NULL && build->calendar == NULL)
    {
      add_text (build, rows, "public_text", activity->public_text, _ ("for everybody"));
      add_text (build, rows, "volunteer_text", activity->volunteer_text, _ ("for the volunteers"));
      add_text (build, rows, "note", activity->note, _ ("for the staff"));
    }
  add_history (build, rows);
  stafet_list_show (build->self->texts, rows);
}

/* ——— What can be done ——— */

/* Whether this date is another than the series says. */
static gboolean
is_changed (const Build *build)
{
  const StafetException *exception = stafet_snapshot_exception (build->agenda->snapshot, build->entry->series,
                                                                build->entry->kind, build->entry->original);

  return exception != NULL && exception->changes[0] != '\0';
}

static void
show_actions (const Build *build)
{
  StafetEntryPanel *self = build->self;
  const StafetEntry *entry = build->entry;
  gboolean cancelled = entry->status == STAFET_STATUS_CANCELLED;
  gboolean own = build->calendar == NULL;
  g_autoptr (GVariant) target = g_variant_ref_sink (
    g_variant_new (STAFET_ENTRY_TARGET, entry->series, (gint32) entry->kind, entry->original));

  stafet_actionable_set (self->edit, "win.edit-entry", target);
  stafet_actionable_set (self->move, "win.move-entry", target);
  stafet_actionable_set (self->cancel, "win.cancel-entry", target);
  stafet_actionable_set (self->calls, "win.calls", target);
  stafet_actionable_set (self->write, "win.write-to", target);
  stafet_actionable_set (self->restore, "win.restore-entry", target);
  gtk_widget_set_visible (self->edit, own && entry->kind == STAFET_KIND_ACTIVITY);
  gtk_widget_set_visible (self->move, own && !cancelled);
  gtk_widget_set_visible (self->cancel, own && !cancelled);
  gtk_widget_set_visible (self->calls, own && (cancelled || is_changed (build)));
  gtk_widget_set_visible (self->write, own);
  gtk_widget_set_visible (self->restore, own && cancelled);
}

gboolean
stafet_entry_panel_show (StafetEntryPanel *self, StafetDesk *desk, StafetKind kind, StafetUid series,
                         StafetDate original)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  gpointer record = stafet_snapshot_get (snapshot, kind, series);
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new_occurrence (snapshot, kind, series, original);
  Build build = { .self = self, .desk = desk, .language = stafet_i18n_get_language (), .agenda = agenda };

  if (agenda == NULL)
    return FALSE;
  build.entry = g_ptr_array_index (agenda->entries, 0);
  build.calendar = stafet_entry_calendar (snapshot, build.entry);
  build.timing =
    kind == STAFET_KIND_ACTIVITY ? &((StafetActivity *) record)->timing : &((StafetShift *) record)->timing;
  show_head (&build);
  show_facts (&build);
  show_shifts (&build);
  show_signups (&build);
  show_visits (&build);
  show_texts (&build);
  show_actions (&build);
  return TRUE;
}

void
stafet_entry_panel_focus (StafetEntryPanel *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->facts, 0)));
}

void
stafet_entry_panel_set_closable (StafetEntryPanel *self, gboolean closable)
{
  gtk_widget_set_visible (self->close, closable);
}

static void
close_cb (StafetEntryPanel *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

/* ——— GObject ——— */

static void
stafet_entry_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_ENTRY_PANEL);
  stafet_widget_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (stafet_entry_panel_parent_class)->dispose (object);
}

static void
stafet_entry_panel_class_init (StafetEntryPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_entry_panel_dispose;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  g_type_ensure (STAFET_TYPE_SIGNUP_SECTION);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entrypanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-entry-panel.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, StafetEntryPanel, name)
  CHILD (icon);
  CHILD (title);
  CHILD (date);
  CHILD (notice);
  CHILD (facts);
  CHILD (visits);
  CHILD (texts);
  CHILD (close);
  CHILD (shifts);
  CHILD (signups);
  CHILD (visits_box);
  CHILD (edit);
  CHILD (move);
  CHILD (cancel);
  CHILD (calls);
  CHILD (restore);
  CHILD (write);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  signals[CLOSE] =
    g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stafet_entry_panel_init (StafetEntryPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
