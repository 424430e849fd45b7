/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The editor: its fields, how they are filled in, and how they are saved.
 */
#include "stafet-activity-editor-private.h"

#include "core/stafet-error.h"
#include "core/stafet-words.h"
#include "schedule/stafet-agenda.h"
#include "schedule/stafet-expand.h"
#include "schedule/stafet-loans.h"
#include "stafet-actions.h"
#include "stafet-choice.h"
#include "stafet-ideas-page.h"
#include "stafet-name-dialog.h"
#include "stafet-pick.h"
#include "stafet-role-row.h"
#include "stafet-scope-dialog.h"
#include "stafet-speech.h"
#include "stafet-stop-row.h"
#include "stafet-today-page.h"
#include "stafet-week-page.h"
#include "stafet-widget.h"
#include "stafet-window-private.h"
#include "stafet-wrap-layout.h"

#include <string.h>

#define PREVIEW_MS 250

G_DEFINE_FINAL_TYPE (StafetActivityEditor, stafet_activity_editor, STAFET_TYPE_PAGE)

/* ——— The preview ——— */

static gboolean
preview_cb (gpointer data)
{
  StafetActivityEditor *self = data;

  self->preview = 0;
  stafet_activity_editor_preview (self);
  return G_SOURCE_REMOVE;
}

static void
preview_soon (StafetActivityEditor *self)
{
  if (!self->filled)
    return;
  g_clear_handle_id (&self->preview, g_source_remove);
  self->preview = g_timeout_add (PREVIEW_MS, preview_cb, self);
}

/* Something was written or chosen. */
static void
changed_cb (StafetActivityEditor *self)
{
  if (!self->filled)
    return;
  preview_soon (self);
  stafet_activity_editor_keep_soon (self);
}

static void
holidays_cb (StafetActivityEditor *self)
{
  if (!self->filled || self->following)
    return;
  self->holidays_chosen = TRUE;
  changed_cb (self);
}

/* ——— Roles and wards ——— */

static void
ensure_empty_role (StafetActivityEditor *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->roles));

  if (last == NULL || !stafet_role_row_is_empty (STAFET_ROLE_ROW (last)))
    stafet_activity_editor_add_role (self, NULL);
}

static void
role_changed_cb (StafetActivityEditor *self)
{
  ensure_empty_role (self);
  changed_cb (self);
}

static void
role_removed_cb (StafetActivityEditor *self, StafetRoleRow *row)
{
  StafetUid shift = stafet_role_row_get_shift (row);

  if (shift != NULL)
    g_ptr_array_add (self->removed, g_strdup (shift));
  self->parts_changed = TRUE;
  gtk_box_remove (self->roles, GTK_WIDGET (row));
  ensure_empty_role (self);
  changed_cb (self);
}

void
stafet_activity_editor_add_role (StafetActivityEditor *self, StafetShift *shift)
{
  GtkWidget *row = stafet_role_row_new (stafet_page_get_snapshot (STAFET_PAGE (self)), shift);

  g_signal_connect_object (row, "changed", G_CALLBACK (role_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (role_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->roles, row);
}

void
stafet_activity_editor_ensure_empty_stop (StafetActivityEditor *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->stops));

  if (last == NULL || stafet_stop_row_get_ward (STAFET_STOP_ROW (last)) != NULL)
    stafet_activity_editor_add_stop (self, NULL, NULL, NULL);
}

static void
stop_changed_cb (StafetActivityEditor *self)
{
  if (!self->filled)
    return;
  self->stops_changed = TRUE;
  stafet_activity_editor_ensure_empty_stop (self);
  changed_cb (self);
}

void
stafet_activity_editor_add_stop (StafetActivityEditor *self, StafetUid ward, StafetUid received_by,
                                 const StafetStop *stop)
{
  GtkWidget *row = stafet_stop_row_new (stafet_page_get_snapshot (STAFET_PAGE (self)));

  if (ward != NULL)
    stafet_stop_row_set (STAFET_STOP_ROW (row), ward, received_by, stop, stafet_wall_minutes (self->start));
  g_signal_connect_object (row, "changed", G_CALLBACK (stop_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->stops, row);
}

/* ——— Where ——— */

static void
house_cb (StafetActivityEditor *self)
{
  if (!self->filled)
    return;
  stafet_activity_editor_fill_rooms (self);
  changed_cb (self);
}

/* ——— Lending ——— */

/* What is in the programme without a loan was never asked for here. */
gboolean
stafet_activity_editor_lends (StafetActivityEditor *self)
{
  const StafetActivity *activity =
    stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_ACTIVITY, self->activity);

  if (gtk_drop_down_get_selected (self->category) != STAFET_CATEGORY_LOAN + 1)
    return FALSE;
  return activity == NULL || activity->draft
         || stafet_loan_of (stafet_page_get_snapshot (STAFET_PAGE (self)), self->activity) != NULL;
}

void
stafet_activity_editor_follow_category (StafetActivityEditor *self)
{
  gboolean lends = stafet_activity_editor_lends (self);

  gtk_widget_set_visible (GTK_WIDGET (self->loan), lends);
  g_object_set (self->organisers, "title",
                lends ? _ ("Who borrows it") : _ ("Organiser, when it is not the house itself"), NULL);
  g_object_set (self->title, "placeholder",
                lends ? _ ("For example General meeting") : _ ("For example Singing at Skovvang"), NULL);
  if (self->activity != NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->save_draft), !lends);
  gtk_widget_set_visible (self->begin_idea, !lends && self->idea == NULL);
  gtk_button_set_label (self->save, lends ? _ ("Save the request") : _ ("Create activity"));
}

/* What a borrower does in there is nobody else's business, unless somebody says so. */
static void
category_cb (StafetActivityEditor *self)
{
  if (!self->filled)
    return;
  if (stafet_activity_editor_lends (self) && self->activity == NULL
      && gtk_drop_down_get_selected (self->visibility) == STAFET_VISIBILITY_PUBLIC)
    gtk_drop_down_set_selected (self->visibility, STAFET_VISIBILITY_OCCUPIED);
  stafet_activity_editor_follow_category (self);
  changed_cb (self);
}

/* ——— Something new on the way ——— */

static StafetEdit *
made_edit (const char *name, gpointer data)
{
  StafetActivityEditor *self = data;
  StafetUid house = stafet_choice_get (self->house);
  g_autofree char *name_pair = g_strconcat ("name=", name, NULL);
  g_autofree char *house_pair = g_strconcat ("house=", house != NULL ? house : "", NULL);
  const char *pairs[] = { name_pair, self->made_kind == STAFET_KIND_ROOM ? house_pair : NULL, NULL };

  g_free (self->made);
  self->made = g_strdup (name);
  return stafet_use_add (self->made_kind, pairs);
}

static void
new_room_cb (StafetActivityEditor *self)
{
  self->made_kind = STAFET_KIND_ROOM;
  stafet_name_dialog_show (stafet_window_of (self), _ ("New room"), _ ("What is the room called?"),
                           _ ("For example the big hall"), made_edit, g_object_ref (self), g_object_unref);
}

static void
new_organiser_cb (StafetActivityEditor *self)
{
  self->made_kind = STAFET_KIND_ORGANISER;
  stafet_name_dialog_show (stafet_window_of (self), _ ("New organiser"),
                           _ ("What is the association or group called?"), _ ("For example the chess club"),
                           made_edit, g_object_ref (self), g_object_unref);
}

static void
free_room_cb (StafetActivityEditor *self)
{
  StafetUid room = g_object_get_data (G_OBJECT (self->free_room), "room");

  stafet_choice_set (self->room, room);
  changed_cb (self);
}

/* The sentence may say the times too, unless it is the one that the store has. */
static void
free_time_cb (StafetActivityEditor *self)
{
  g_auto (StafetWhenTexts) texts = self->offered;

  self->offered = (StafetWhenTexts){ { NULL } };
  for (int i = 0; i < STAFET_N_WHEN; i++)
    if (texts.texts[i] != NULL && (i == STAFET_WHEN_FROM || i == STAFET_WHEN_TO || self->activity == NULL))
      stafet_input_set_text (stafet_activity_editor_when_input (self, (StafetWhenField) i), texts.texts[i]);
  changed_cb (self);
}

/* ——— Being shown ——— */

/* Half of it is below the edge of most windows. */
static void
show_end_later (StafetActivityEditor *self)
{
  stafet_widget_show_later (self->stops_part);
  stafet_widget_show_later (self->people_part);
  stafet_widget_show_later (self->helpers_part);
  stafet_widget_show_later (self->public_part);
}

static void
stafet_activity_editor_refresh (StafetPage *page)
{
  StafetActivityEditor *self = STAFET_ACTIVITY_EDITOR (page);

  /* What is being written is never overwritten. */
  if (self->filled)
    {
      stafet_activity_editor_take_made (self);
      preview_soon (self);
      return;
    }
  show_end_later (self);
  stafet_activity_editor_fill (self);
  ensure_empty_role (self);
  stafet_activity_editor_fill_asked (self);
  self->filled = TRUE;
  gtk_widget_set_visible (self->resumed, stafet_activity_editor_resume (self));
  stafet_activity_editor_fill_asked (self);
  stafet_activity_editor_follow_category (self);
  preview_soon (self);
}

/* ——— Saving ——— */

static void
show_problem (StafetActivityEditor *self, const char *text)
{
  stafet_label_show (self->problem, text);
}

static void save_scope (StafetActivityEditor *self, StafetScope scope, gboolean anyway);

static void
anyway_cb (AdwMessageDialog *dialog, const char *response, StafetActivityEditor *self)
{
  (void) dialog;
  if (strcmp (response, "anyway") == 0)
    save_scope (self, self->scope, TRUE);
}

static void
ask_anyway (StafetActivityEditor *self, const GError *error)
{
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (stafet_window_of (self)), _ ("Save anyway?"), error->message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Back to the editor"),
                                    "anyway", _ ("Save _anyway"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (anyway_cb), self, 0);
  stafet_speech_name (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* One attempt at a time: the keyboard asks as often as it likes. */
static void
set_saving (StafetActivityEditor *self, gboolean saving)
{
  self->saving = saving;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), !saving);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_draft), !saving);
}

/* A day or a week that is in view goes on to the first that has it: else it looks as if nothing was made. */
static void
show_created (StafetWindow *window, StafetUid uid)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  StafetPage *page = stafet_window_get_page (window);
  const StafetActivity *activity =
    uid != NULL ? stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_ACTIVITY, uid) : NULL;
  StafetDate date = stafet_desk_get_date (desk), next;

  if (activity == NULL || activity->draft || !(STAFET_IS_TODAY_PAGE (page) || STAFET_IS_WEEK_PAGE (page)))
    return;
  next =
    stafet_expand_next (&activity->timing, STAFET_IS_WEEK_PAGE (page) ? stafet_date_monday (date) : date);
  if (next == STAFET_DATE_NONE)
    next = stafet_wall_date (activity->timing.start);
  if (!STAFET_IS_WEEK_PAGE (page) || stafet_date_monday (next) != stafet_date_monday (date))
    stafet_desk_set_date (desk, next);
}

static gboolean
saved_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetActivityEditor *self = owner;
  StafetWindow *window = stafet_window_of (self);

  (void) data;
  set_saving (self, FALSE);
  /* Who has left the editor meanwhile is told at the bottom of the window. */
  if (error != NULL && window == NULL)
    return FALSE;
  if (g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH))
    {
      ask_anyway (self, error);
      return TRUE;
    }
  if (error != NULL)
    {
      show_problem (self, error->message);
      return TRUE;
    }
  stafet_activity_editor_forget (self);
  if (window == NULL)
    return FALSE;
  stafet_window_remove_page (window, STAFET_PAGE (self));
  if (self->activity == NULL)
    show_created (window, outcome->created);
  return FALSE;
}

static void
save_scope (StafetActivityEditor *self, StafetScope scope, gboolean anyway)
{
  g_autoptr (StafetEditorDraft) draft = stafet_editor_draft_new ();

  if (self->saving || !stafet_activity_editor_read (self, scope, TRUE, draft))
    return;
  draft->draft.anyway = anyway;
  self->scope = scope;
  set_saving (self, TRUE);
  stafet_desk_edit_then (stafet_page_get_desk (STAFET_PAGE (self)), stafet_use_save_activity (&draft->draft),
                         self, saved_cb, g_object_ref (self), g_object_unref);
}

static void
scope_cb (gpointer owner, StafetScope scope, gpointer data)
{
  (void) data;
  save_scope (owner, scope, FALSE);
}

static void
ask_scope (StafetActivityEditor *self)
{
  stafet_scope_dialog_show (stafet_window_of (self), STAFET_KIND_ACTIVITY, self->activity, self->date,
                            stafet_activity_editor_changes_series (self), _ ("_Back to the editor"), self,
                            scope_cb, NULL, NULL);
}

static void
save (StafetActivityEditor *self, gboolean as_draft)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  const StafetActivity *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, self->activity);
  g_autoptr (StafetEditorDraft) draft = stafet_editor_draft_new ();

  if (self->saving)
    return;
  show_problem (self, NULL);
  self->as_draft = as_draft;
  if (!stafet_activity_editor_read (self, STAFET_SCOPE_ALL, TRUE, draft))
    return;
  /* Nobody goes by the dates of a draft: it is changed as a whole. */
  if (activity != NULL && activity->timing.recurs && !activity->draft)
    ask_scope (self);
  else
    save_scope (self, STAFET_SCOPE_ALL, FALSE);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetActivityEditor *self = STAFET_ACTIVITY_EDITOR (widget);
  const StafetLoan *loan = stafet_loan_of (stafet_page_get_snapshot (STAFET_PAGE (self)), self->activity);

  (void) name;
  (void) parameter;
  /* What nobody has approved stays a draft. */
  save (self, stafet_activity_editor_lends (self) && (loan == NULL || loan->state != STAFET_LOAN_APPROVED));
}

static void
save_draft_cb (StafetActivityEditor *self)
{
  save (self, TRUE);
}

/* The same kind of beginning as this one had. */
static StafetPage *
anew (StafetActivityEditor *self, StafetDesk *desk)
{
  if (self->activity != NULL)
    return stafet_activity_editor_new_for (desk, self->activity, self->date);
  if (self->idea != NULL)
    return stafet_activity_editor_new_from_idea (desk, self->idea);
  if (self->asks_loan)
    return stafet_activity_editor_new_loan (desk);
  return stafet_activity_editor_new_at (
    desk, self->start, self->end,
    stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_ROOM, self->at_room));
}

static void
begin_anew_cb (StafetActivityEditor *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetWindow *window = stafet_window_of (self);
  g_autoptr (StafetActivityEditor) kept = g_object_ref (self);

  stafet_activity_editor_forget (self);
  stafet_window_pop (window);
  stafet_window_push (window, anew (self, desk));
}

static void
save_idea_cb (StafetActivityEditor *self)
{
  stafet_idea_dialog_show_for (stafet_window_of (self), self->shown);
}

/* ——— GObject ——— */

static void
stafet_activity_editor_focus (StafetPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (STAFET_ACTIVITY_EDITOR (page)->title));
}

static void
stafet_activity_editor_unmap (GtkWidget *widget)
{
  StafetActivityEditor *self = STAFET_ACTIVITY_EDITOR (widget);

  stafet_activity_editor_keep (self);
  GTK_WIDGET_CLASS (stafet_activity_editor_parent_class)->unmap (widget);
}

static void
stafet_activity_editor_dispose (GObject *object)
{
  StafetActivityEditor *self = STAFET_ACTIVITY_EDITOR (object);

  /* Fields that go lose the focus and their text: that is no change. */
  self->filled = FALSE;
  g_clear_handle_id (&self->preview, g_source_remove);
  g_clear_handle_id (&self->keeping, g_source_remove);
  g_clear_object (&self->shown);
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_ACTIVITY_EDITOR);
  G_OBJECT_CLASS (stafet_activity_editor_parent_class)->dispose (object);
}

static void
stafet_activity_editor_finalize (GObject *object)
{
  StafetActivityEditor *self = STAFET_ACTIVITY_EDITOR (object);

  g_clear_pointer (&self->before, g_hash_table_unref);
  g_clear_pointer (&self->untouched, g_variant_unref);
  g_clear_pointer (&self->made, g_free);
  stafet_when_texts_clear (&self->loaded);
  stafet_when_texts_clear (&self->offered);
  stafet_when_texts_clear (&self->unsaid);
  g_ptr_array_unref (self->removed);
  G_OBJECT_CLASS (stafet_activity_editor_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define CHILD(child) gtk_widget_class_bind_template_child (widget_class, StafetActivityEditor, child)
  CHILD (form);
  CHILD (title);
  CHILD (when);
  CHILD (from);
  CHILD (to);
  CHILD (first);
  CHILD (until);
  CHILD (category);
  CHILD (house);
  CHILD (room);
  CHILD (layout);
  CHILD (vehicle);
  CHILD (vehicles);
  CHILD (room_hint);
  CHILD (loan);
  CHILD (save_idea);
  CHILD (write);
  CHILD (organisers);
  CHILD (begin_idea);
  CHILD (stops_part);
  CHILD (people_part);
  CHILD (helpers_part);
  CHILD (public_part);
  CHILD (visibility);
  CHILD (holidays);
  CHILD (school_holidays);
  CHILD (lead);
  CHILD (organiser);
  CHILD (meal);
  CHILD (transport);
  CHILD (roles);
  CHILD (stops);
  CHILD (dates);
  CHILD (dates_hint);
  CHILD (problem);
  CHILD (clash_text);
  CHILD (clash);
  CHILD (resumed);
  CHILD (free_room);
  CHILD (free_time);
  CHILD (save);
  CHILD (save_draft);
#undef CHILD
}

static void
stafet_activity_editor_class_init (StafetActivityEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_activity_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_activity_editor_finalize;
  widget_class->unmap = stafet_activity_editor_unmap;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_activity_editor_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_activity_editor_focus;
  g_type_ensure (STAFET_TYPE_INPUT);
  g_type_ensure (STAFET_TYPE_LOAN_SECTION);
  g_type_ensure (STAFET_TYPE_PICK);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  g_type_ensure (STAFET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-activity-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, holidays_cb);
  gtk_widget_class_bind_template_callback (widget_class, house_cb);
  gtk_widget_class_bind_template_callback (widget_class, stafet_activity_editor_ensure_empty_stop);
  gtk_widget_class_bind_template_callback (widget_class, stafet_activity_editor_fill_leads);
  gtk_widget_class_bind_template_callback (widget_class, free_room_cb);
  gtk_widget_class_bind_template_callback (widget_class, free_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_room_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_organiser_cb);
  gtk_widget_class_bind_template_callback (widget_class, category_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_draft_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_anew_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_idea_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_cb);
}

/* Who leaves a field of when is told what is wrong with it. */
static void
watch_when (StafetActivityEditor *self)
{
  for (int i = 0; i < STAFET_N_WHEN; i++)
    {
      StafetInput *input = stafet_activity_editor_when_input (self, (StafetWhenField) i);
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_object (focus, "leave", G_CALLBACK (preview_soon), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (GTK_WIDGET (input), focus);
    }
}

static void
stafet_activity_editor_init (StafetActivityEditor *self)
{
  self->removed = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  stafet_tick_wrap (self->meal);
  stafet_tick_wrap (self->transport);
  watch_when (self);
}

#define PREPARED "stafet-prepared-editor"

void
stafet_activity_editor_prepare (StafetDesk *desk)
{
  if (g_object_get_data (G_OBJECT (desk), PREPARED) == NULL)
    g_object_set_data_full (
      G_OBJECT (desk), PREPARED,
      g_object_ref_sink (g_object_new (STAFET_TYPE_ACTIVITY_EDITOR, "desk", desk, NULL)), g_object_unref);
}

void
stafet_activity_editor_drop_prepared (StafetDesk *desk)
{
  g_object_set_data (G_OBJECT (desk), PREPARED, NULL);
}

/* (transfer floating) */
static StafetActivityEditor *
make (StafetDesk *desk, const char *title, const char *subtitle)
{
  StafetActivityEditor *self = g_object_steal_data (G_OBJECT (desk), PREPARED);

  if (self != NULL)
    g_object_force_floating (G_OBJECT (self));
  else
    self = g_object_new (STAFET_TYPE_ACTIVITY_EDITOR, "desk", desk, NULL);
  stafet_page_set_titles (STAFET_PAGE (self), title, subtitle);
  return self;
}

StafetPage *
stafet_activity_editor_new (StafetDesk *desk)
{
  return stafet_activity_editor_new_at (desk, STAFET_WALL_NONE, STAFET_WALL_NONE, NULL);
}

StafetPage *
stafet_activity_editor_new_at (StafetDesk *desk, StafetWall start, StafetWall end, const StafetRoom *room)
{
  StafetActivityEditor *self = make (desk, _ ("New activity"), _ ("what you write is kept while you write"));

  self->start = start;
  self->end = end;
  self->at_room = room != NULL ? room->parent.uid : NULL;
  return STAFET_PAGE (self);
}

StafetPage *
stafet_activity_editor_new_loan (StafetDesk *desk)
{
  StafetPage *page = stafet_activity_editor_new (desk);

  STAFET_ACTIVITY_EDITOR (page)->asks_loan = TRUE;
  g_object_set (page, "title", _ ("A room is asked for"), NULL);
  return page;
}

StafetPage *
stafet_activity_editor_new_from_idea (StafetDesk *desk, StafetUid idea)
{
  StafetPage *page = stafet_activity_editor_new (desk);

  STAFET_ACTIVITY_EDITOR (page)->idea = idea;
  return page;
}

StafetPage *
stafet_activity_editor_new_for (StafetDesk *desk, StafetUid uid, StafetDate date)
{
  const StafetActivity *activity =
    stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_ACTIVITY, uid);
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), date);
  StafetActivityEditor *self = make (desk, activity != NULL ? activity->title : "", day);

  self->activity = uid;
  self->date = date;
  gtk_button_set_label (self->save, _ ("Save changes"));
  gtk_widget_hide (self->begin_idea);
  gtk_widget_show (self->save_idea);
  gtk_widget_show (self->write);
  stafet_actionable_set (self->write, "win.write-to-activity", g_variant_new_string (uid));
  return STAFET_PAGE (self);
}
