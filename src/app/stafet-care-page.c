/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One section at a time; what it is about is found in a thread, because a year of many houses takes a moment.
 */
#include "stafet-care-page.h"

#include "core/stafet-enquiry.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-care.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-line.h"
#include "stafet-look.h"
#include "stafet-record-dialog.h"
#include "stafet-toggles.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

/* A town has thousands of volunteers; nobody reads them one by one, and each costs its row. */
#define MOST_ROWS 40
/* Characters that a line of text has room for beside its buttons. */
#define FITS 40

struct _StafetCarePage
{
  StafetPage parent_instance;

  guint section;
  StafetCares *cares; /* owned, nullable: not looked for yet */
  GPtrArray *rows;    /* of the section that is being shown, floating; borrowed while it is */

  /* Template children. */
  StafetToggles *sections;
  GtkLabel *hint, *nothing;
  GtkWidget *add;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StafetCarePage, stafet_care_page, STAFET_TYPE_PAGE)

/* ——— Rows ——— */

static StafetSnapshot *
snapshot_of (StafetCarePage *self)
{
  return stafet_page_get_snapshot (STAFET_PAGE (self));
}

static StafetDate
today_of (StafetCarePage *self)
{
  return stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
}

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* "last thanked 3 May", or @never. */
static void
append_date (GString *detail, const char *format, StafetDate date, const char *never)
{
  g_autofree char *day =
    date != STAFET_DATE_NONE ? stafet_words_day_with_year (stafet_i18n_get_language (), date) : NULL;
  g_autofree char *words = day != NULL ? g_strdup_printf (format, day) : NULL;

  append (detail, words != NULL ? words : never);
}

static void
append_visit (GString *detail, const StafetCare *care)
{
  g_autofree char *day = NULL, *words = NULL;

  if (care->last == STAFET_DATE_NONE)
    return;
  day = stafet_words_date (stafet_i18n_get_language (), care->last);
  words = g_strdup_printf (_ ("%s on %s"), care->what, day);
  append (detail, words);
}

static GtkWidget *
add_person (StafetCarePage *self, const StafetCare *care, const char *detail)
{
  GtkWidget *line = stafet_line_new (NULL, "", "");

  stafet_line_set_fits (STAFET_LINE (line), FITS);
  stafet_line_set (STAFET_LINE (line), "stafet-people-symbolic", care->volunteer->name, detail);
  g_ptr_array_add (self->rows, line);
  return line;
}

static void
add_button (GtkWidget *line, const char *label, const char *about, const char *action, StafetUid uid)
{
  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (label, about, action, g_variant_new_string (uid)));
}

static void
add_ends (GtkWidget *line, const StafetCare *care, const char *label, const char *action)
{
  add_button (line, label, care->volunteer->name, action, care->volunteer->parent.uid);
  add_button (line, _ ("Open the card"), care->volunteer->name, "win.volunteer", care->volunteer->parent.uid);
}

static void
show_thanks (StafetCarePage *self, const StafetCare *care)
{
  g_autoptr (GString) detail = g_string_new (NULL);
  GtkWidget *line;

  if (!care->to_thank && !care->unthanked)
    return;
  append_visit (detail, care);
  append_date (detail, _ ("last thanked on %s"), care->thanked, _ ("no thanks are noted"));
  line = add_person (self, care, detail->str);
  if (care->milestone != STAFET_MILESTONE_NONE)
    stafet_line_add_end (
      STAFET_LINE (line),
      stafet_chip_new (STAFET_CHIP_PROMISED,
                       stafet_milestone_words (care->milestone, stafet_i18n_get_language ())));
  if (care->unthanked)
    stafet_line_add_end (STAFET_LINE (line),
                         stafet_chip_new (STAFET_CHIP_PLAIN, _ ("not thanked for 30 days")));
  add_ends (line, care, _ ("Said thanks"), "page.thanked");
}

static void
show_coffee (StafetCarePage *self, const StafetCare *care)
{
  g_autoptr (GString) detail = g_string_new (NULL);

  if (!care->to_talk)
    return;
  append_date (detail, _ ("last talk on %s"), care->talked, _ ("no talk is noted"));
  append_visit (detail, care);
  add_ends (add_person (self, care, detail->str), care, _ ("We have talked"), "page.talked");
}

static void
append_phone (StafetCarePage *self, GString *detail, StafetUid volunteer)
{
  const GPtrArray *phones =
    stafet_snapshot_index (snapshot_of (self), STAFET_INDEX_PHONE_BY_VOLUNTEER, volunteer);
  g_autofree char *phone =
    phones->len > 0 ? stafet_phone_format (((StafetPhone *) g_ptr_array_index (phones, 0))->number) : NULL;

  append (detail, phone);
}

static void
show_missed (StafetCarePage *self, const StafetCare *care)
{
  g_autoptr (GString) detail = g_string_new (NULL);

  if (!care->missed)
    return;
  append_visit (detail, care);
  append_phone (self, detail, care->volunteer->parent.uid);
  add_ends (add_person (self, care, detail->str), care, _ ("We have talked"), "page.talked");
}

static void
show_new (StafetCarePage *self, const StafetCare *care)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GString) detail = g_string_new (NULL);
  g_autofree char *taken = NULL;
  GtkWidget *line;
  guint done = 0;

  if (!care->is_new)
    return;
  steps = stafet_welcome_steps (snapshot_of (self), stafet_i18n_get_language ());
  for (guint i = 0; i < steps->len; i++)
    if (stafet_welcome_done (snapshot_of (self), care->volunteer->parent.uid, g_ptr_array_index (steps, i))
        != STAFET_DATE_NONE)
      done++;
  taken = g_strdup_printf (_ ("%u of %u first steps"), done, steps->len);
  append_date (detail, _ ("began on %s"), care->volunteer->started, NULL);
  append (detail, taken);
  line = add_person (self, care, detail->str);
  stafet_line_set_strong (STAFET_LINE (line));
  add_button (line, _ ("Open the card"), care->volunteer->name, "win.volunteer", care->volunteer->parent.uid);
  for (guint i = 0; i < steps->len; i++)
    {
      const char *step = g_ptr_array_index (steps, i);

      if (stafet_welcome_done (snapshot_of (self), care->volunteer->parent.uid, step) != STAFET_DATE_NONE)
        continue;
      /* What is for later is not asked for yet. */
      if (care->volunteer->started + stafet_welcome_days (snapshot_of (self), step) > today_of (self))
        continue;
      line = stafet_line_new (NULL, step, "");
      stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (
                                                 _ ("Done"), step, "page.step-done",
                                                 g_variant_new ("(ss)", care->volunteer->parent.uid, step)));
      g_ptr_array_add (self->rows, line);
    }
}

static void
show_away (StafetCarePage *self)
{
  for (guint i = 0; i < self->cares->away->len; i++)
    {
      const StafetAway *away = &g_array_index (self->cares->away, StafetAway, i);
      const StafetActivity *activity =
        stafet_snapshot_get (snapshot_of (self), STAFET_KIND_ACTIVITY, away->regular->activity);
      g_autoptr (GString) detail = g_string_new (NULL);
      g_autofree char *times = g_strdup_printf (_ ("was not there the last %u times"), away->times);
      g_autofree char *phone =
        *away->regular->phone != '\0' ? stafet_phone_format (away->regular->phone) : NULL;
      GtkWidget *line;

      append (detail, activity != NULL ? activity->title : NULL);
      append (detail, times);
      append (detail, phone);
      line = stafet_line_new ("stafet-people-symbolic", away->regular->name, detail->str);
      add_button (line, _ ("Was here today"), away->regular->name, "page.seen", away->regular->parent.uid);
      g_ptr_array_add (self->rows, line);
    }
}

static gboolean
is_in_view (StafetCarePage *self, StafetUid uid)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  const StafetHouse *house = stafet_snapshot_get (snapshot_of (self), STAFET_KIND_HOUSE, uid);
  StafetAgendaQuery query;

  stafet_desk_fill_query (desk, &query, today_of (self), today_of (self));
  return house == NULL || stafet_agenda_query_takes (&query, house);
}

static void
add_record_buttons (GtkWidget *line, gpointer record, const char *about)
{
  GVariant *target = g_variant_ref_sink (
    g_variant_new ("(is)", (int) STAFET_RECORD_KIND (record), ((StafetRecord *) record)->uid));

  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Delete"), about, "page.remove", target));
  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Change …"), about, "page.edit", target));
  g_variant_unref (target);
}

/* What is not put right first. */
static void
show_snags (StafetCarePage *self)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot_of (self), STAFET_KIND_SNAG);

  for (int closed = 0; closed <= 1; closed++)
    for (guint i = 0; i < all->len; i++)
      {
        StafetSnag *snag = g_ptr_array_index (all, i);
        const StafetVolunteer *about =
          stafet_snapshot_get (snapshot_of (self), STAFET_KIND_VOLUNTEER, snag->volunteer);
        g_autoptr (GString) detail = g_string_new (NULL);
        GtkWidget *line;

        if ((snag->closed != STAFET_DATE_NONE) != (closed == 1) || !is_in_view (self, snag->house))
          continue;
        append_date (detail, _ ("noted on %s"), snag->noted, NULL);
        append (detail, about != NULL ? about->name : NULL);
        append (detail, *snag->owner != '\0' ? snag->owner : _ ("nobody sees to it"));
        append (detail, snag->outcome);
        append_date (detail, _ ("is erased on %s"), snag->delete_on, NULL);
        line = stafet_line_new ("stafet-warning-symbolic", snag->text, detail->str);
        if (closed == 1)
          stafet_line_add_end (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_PROMISED, _ ("put right")));
        else
          add_button (line, _ ("Put right"), snag->text, "page.closed", snag->parent.uid);
        add_record_buttons (line, snag, snag->text);
        g_ptr_array_add (self->rows, line);
      }
}

static void
show_regulars (StafetCarePage *self)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot_of (self), STAFET_KIND_REGULAR);

  for (guint i = 0; i < all->len; i++)
    {
      StafetRegular *regular = g_ptr_array_index (all, i);
      const StafetActivity *activity =
        stafet_snapshot_get (snapshot_of (self), STAFET_KIND_ACTIVITY, regular->activity);
      g_autoptr (GString) detail = g_string_new (NULL);
      GtkWidget *line;

      if (activity == NULL || !is_in_view (self, activity->house))
        continue;
      append (detail, activity->title);
      append_date (detail, _ ("agreed on %s"), regular->consent, NULL);
      append_date (detail, _ ("last seen on %s"), regular->seen, NULL);
      line = stafet_line_new ("stafet-people-symbolic", regular->name, detail->str);
      add_button (line, _ ("Was here today"), regular->name, "page.seen", regular->parent.uid);
      add_record_buttons (line, regular, regular->name);
      g_ptr_array_add (self->rows, line);
    }
}

/* Steps of their own take the place of the program's. */
static void
show_steps (StafetCarePage *self)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot_of (self), STAFET_KIND_WELCOME);
  g_autoptr (GPtrArray) steps = stafet_welcome_steps (snapshot_of (self), stafet_i18n_get_language ());
  guint own = 0;

  for (guint i = 0; i < all->len; i++)
    {
      StafetWelcome *step = g_ptr_array_index (all, i);
      GtkWidget *line;

      if (step->volunteer != NULL)
        continue;
      line = stafet_line_new ("stafet-promised-symbolic", step->title, "");
      add_record_buttons (line, step, step->title);
      g_ptr_array_add (self->rows, line);
      own++;
    }
  for (guint i = 0; own == 0 && i < steps->len; i++)
    g_ptr_array_add (self->rows, stafet_line_new ("stafet-promised-symbolic", g_ptr_array_index (steps, i),
                                                  _ ("The program's own, until you write yours")));
}

/* ——— The three questions ——— */

static StafetDate
first_of_month (StafetDate date)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  return date - day + 1;
}

static void
add_figure (StafetCarePage *self, const char *icon, const char *words, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  g_ptr_array_add (self->rows, stafet_line_new (icon, number, words));
}

/* Counts since the first of the month; nobody by name. */
static void
add_figures (StafetCarePage *self)
{
  StafetDate since = first_of_month (today_of (self));
  const GPtrArray *enquiries = stafet_snapshot_all (snapshot_of (self), STAFET_KIND_ENQUIRY);
  guint came = 0, thanked = 0, talked = 0, begun = 0, found = 0;

  for (guint i = 0; i < self->cares->people->len; i++)
    {
      const StafetCare *care = &g_array_index (self->cares->people, StafetCare, i);

      came += care->last != STAFET_DATE_NONE && care->last >= since;
      thanked += care->thanked != STAFET_DATE_NONE && care->thanked >= since;
      talked += care->talked != STAFET_DATE_NONE && care->talked >= since;
    }
  for (guint i = 0; i < enquiries->len; i++)
    {
      const StafetEnquiry *enquiry = g_ptr_array_index (enquiries, i);

      if (!is_in_view (self, enquiry->house))
        continue;
      begun += enquiry->begun != STAFET_DATE_NONE && enquiry->begun >= since;
      found += enquiry->matched != STAFET_DATE_NONE && enquiry->matched >= since;
    }
  add_figure (self, "stafet-people-symbolic", _ ("volunteers came this month"), came);
  add_figure (self, "stafet-promised-symbolic", _ ("of them were thanked"), thanked);
  add_figure (self, "stafet-food-symbolic", _ ("had a talk"), talked);
  add_figure (self, "stafet-baton-symbolic", _ ("citizens asked for a community"), begun);
  add_figure (self, "stafet-network-symbolic", _ ("found one"), found);
}

static void
show_questions (StafetCarePage *self)
{
  static const char *const questions[] = { N_ ("How do you support communities?"),
                                           N_ ("How do you support the cooperation with volunteers?"),
                                           N_ ("Whom would you ask?") };

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      GtkWidget *line = stafet_line_new (NULL, _ (questions[i]), "");

      stafet_line_set_strong (STAFET_LINE (line));
      g_ptr_array_add (self->rows, line);
    }
  add_figures (self);
}

/* They were looked at: Today is silent until next month. */
static void
note_questions (StafetCarePage *self)
{
  GSettings *settings = stafet_desk_get_settings (stafet_page_get_desk (STAFET_PAGE (self)));
  char day[STAFET_DATE_SIZE];

  stafet_date_write (today_of (self), day);
  day[7] = '\0';
  if (settings != NULL)
    g_settings_set_string (settings, "reflected", day);
}

/* ——— Sections ——— */

static const struct
{
  const char *key, *label, *hint, *nothing, *add;
  StafetKind kind;                                                    /* of @add */
  void (*show_person) (StafetCarePage *self, const StafetCare *care); /* nullable */
  void (*show) (StafetCarePage *self);                                /* nullable */
} sections[] = {
  { "thanks", N_ ("Thanks"),
    N_ (
      "Those who came within a fortnight and have not been thanked since, and those not thanked for 30 days. "
      "One press notes it."),
    N_ ("Everybody who came has been thanked."), NULL, STAFET_KIND_NONE, show_thanks, NULL },
  { "coffee", N_ ("Coffee"), N_ ("With whom has nobody sat down for half a year?"),
    N_ ("Somebody has talked with everybody within half a year."), NULL, STAFET_KIND_NONE, show_coffee,
    NULL },
  { "missed", N_ ("Whom do we miss?"),
    N_ ("Came regularly, and then no more: not counted are holidays, breaks and whoever is on a shift to "
        "come. Regulars "
        "are asked after when they agreed to it."),
    N_ ("Nobody is missed."), NULL, STAFET_KIND_NONE, show_missed, show_away },
  { "new", N_ ("New ones"), N_ ("Those who began within four months, and the first steps that are left."),
    N_ ("Nobody is new."), NULL, STAFET_KIND_NONE, show_new, NULL },
  { "snags", N_ ("Snags"),
    N_ ("What grates between people or in the house: who sees to it, and when it is put right. Never about "
        "residents. "
        "A volunteer has the right to read what is written about her. Each is erased on its day."),
    N_ ("Nothing grates."), N_ ("New snag …"), STAFET_KIND_SNAG, NULL, show_snags },
  { "regulars", N_ ("Regulars"),
    N_ ("Citizens who agreed to be asked after when they do not come. Who was not seen for a year is "
        "forgotten."),
    N_ ("No regular is written down."), N_ ("New regular …"), STAFET_KIND_REGULAR, NULL, show_regulars },
  { "steps", N_ ("First steps"),
    N_ ("What everybody new goes through. Your own take the place of the program's."), "", N_ ("New step …"),
    STAFET_KIND_WELCOME, NULL, show_steps },
  { "questions", N_ ("Three questions"),
    N_ ("For yourself, or for a meeting of the staff, beside the house's own figures of this month. Nothing "
        "is kept of "
        "what you think. Preferences turn the monthly reminder off."),
    "", NULL, STAFET_KIND_NONE, NULL, show_questions },
};

static void
show_section (StafetCarePage *self)
{
  const char *add = sections[self->section].add;

  gtk_label_set_text (self->hint, _ (sections[self->section].hint));
  gtk_label_set_text (self->nothing, _ (sections[self->section].nothing));
  gtk_widget_set_visible (self->add, add != NULL);
  if (add != NULL)
    gtk_button_set_label (GTK_BUTTON (self->add), _ (add));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (sections[self->section].label), -1);
}

static void
show_rows (StafetCarePage *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  gboolean more = FALSE; /* one too many was found: there are others yet */

  self->rows = rows;
  if (self->cares != NULL && sections[self->section].show_person != NULL)
    for (guint i = 0; i < self->cares->people->len && rows->len <= MOST_ROWS; i++)
      sections[self->section].show_person (self, &g_array_index (self->cares->people, StafetCare, i));
  more = rows->len > MOST_ROWS;
  if (self->cares != NULL && sections[self->section].show != NULL)
    sections[self->section].show (self);
  self->rows = NULL;
  if (more)
    g_ptr_array_add (rows,
                     stafet_line_new (NULL, _ ("There are more"), _ ("They are shown when these are done.")));
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), rows->len == 0 && self->cares != NULL);
  stafet_list_show (self->list, rows);
}

static void
section_cb (StafetCarePage *self)
{
  self->section = (guint) stafet_toggles_get_position (self->sections);
  if (sections[self->section].show == show_questions)
    note_questions (self);
  show_section (self);
  show_rows (self);
}

/* "s": the key of a section. */
static void
show_section_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  stafet_toggles_choose (STAFET_CARE_PAGE (widget)->sections, g_variant_get_string (parameter, NULL));
}

/* ——— Looking ——— */

static gpointer
find (const StafetLook *look)
{
  return stafet_cares_new (look->snapshot, &look->query, look->now);
}

static void
show (StafetPage *page, gpointer found)
{
  StafetCarePage *self = STAFET_CARE_PAGE (page);

  g_clear_pointer (&self->cares, stafet_cares_free);
  self->cares = found;
  show_rows (self);
}

static void
stafet_care_page_refresh (StafetPage *page)
{
  static const StafetLookKind kind = { find, (GDestroyNotify) stafet_cares_free, show };
  StafetDesk *desk = stafet_page_get_desk (page);
  StafetDate today = stafet_desk_today (desk);
  StafetAgendaQuery query;

  stafet_page_set_titles (page, _ ("Good cooperation"), stafet_desk_get_view_name (desk));
  stafet_desk_fill_query (desk, &query, today, today);
  stafet_look_run (page, &query, &kind);
}

/* ——— Actions ——— */

static void
add_talk (GtkWidget *widget, const char *volunteer, const char *kind)
{
  g_autofree char *who = g_strconcat ("volunteer=", volunteer, NULL);
  g_autofree char *what = g_strconcat ("kind=", kind, NULL);
  const char *pairs[] = { who, what, NULL };

  stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (widget)), stafet_use_add (STAFET_KIND_TALK, pairs));
}

/* "s": a volunteer. */
static void
thanked_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  add_talk (widget, g_variant_get_string (parameter, NULL), "thanks");
}

static void
talked_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  add_talk (widget, g_variant_get_string (parameter, NULL), "coffee");
}

/* "(ss)": a volunteer and a step. */
static void
step_done_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *volunteer, *step;
  g_autofree char *who = NULL, *what = NULL;
  const char *pairs[3] = { NULL };

  (void) name;
  g_variant_get (parameter, "(&s&s)", &volunteer, &step);
  pairs[0] = who = g_strconcat ("volunteer=", volunteer, NULL);
  pairs[1] = what = g_strconcat ("title=", step, NULL);
  stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (widget)), stafet_use_add (STAFET_KIND_WELCOME, pairs));
}

static void
set_today (GtkWidget *widget, StafetKind kind, const char *key, GVariant *parameter)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (widget));
  char day[STAFET_DATE_SIZE];
  g_autofree char *pair = g_strdup_printf ("%s=%s", key, stafet_date_write (stafet_desk_today (desk), day));
  const char *pairs[] = { pair, NULL };

  stafet_desk_edit (desk, stafet_use_edit (kind, g_variant_get_string (parameter, NULL), pairs));
}

/* "s": a snag. */
static void
closed_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  set_today (widget, STAFET_KIND_SNAG, "closed", parameter);
}

/* "s": a regular. */
static void
seen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  set_today (widget, STAFET_KIND_REGULAR, "seen", parameter);
}

static void
ask (StafetCarePage *self, StafetKind kind, gpointer record)
{
  static const char *const snag[] = { "text",   "volunteer", "owner", "outcome",
                                      "closed", "delete_on", "house", NULL };
  static const char *const regular[] = { "name", "phone", "activity", "consent", "seen", NULL };
  static const char *const step[] = { "title", "days", NULL };
  const char *const *keys = kind == STAFET_KIND_SNAG ? snag : kind == STAFET_KIND_REGULAR ? regular : step;
  const char *title = kind == STAFET_KIND_SNAG      ? _ ("Snag")
                      : kind == STAFET_KIND_REGULAR ? C_ ("person", "Regular")
                                                    : _ ("First step");
  StafetAskDialog *dialog =
    stafet_record_dialog_new (stafet_window_of (self), title, kind, record, keys, NULL);

  if (kind == STAFET_KIND_SNAG)
    stafet_ask_dialog_append (
      dialog, stafet_remark_new (
                NULL, "dim-label",
                _ ("The volunteer has the right to read this. Nothing about residents, no illnesses.")));
  stafet_record_dialog_present (dialog, NULL, NULL, NULL);
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetCarePage *self = STAFET_CARE_PAGE (widget);

  (void) name;
  (void) parameter;
  ask (self, sections[self->section].kind, NULL);
}

/* "(is)": kind and uid. */
static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetCarePage *self = STAFET_CARE_PAGE (widget);
  const char *uid;
  int kind;
  gpointer record;

  (void) name;
  g_variant_get (parameter, "(i&s)", &kind, &uid);
  record = stafet_snapshot_lookup (snapshot_of (self), (StafetKind) kind, uid);
  if (record != NULL)
    ask (self, (StafetKind) kind, record);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *uid;
  int kind;

  (void) name;
  g_variant_get (parameter, "(i&s)", &kind, &uid);
  stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (widget)), stafet_use_remove ((StafetKind) kind, uid));
}

/* ——— GObject ——— */

static void
stafet_care_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (STAFET_CARE_PAGE (page)->sections));
}

static void
stafet_care_page_dispose (GObject *object)
{
  g_clear_pointer (&STAFET_CARE_PAGE (object)->cares, stafet_cares_free);
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_CARE_PAGE);
  G_OBJECT_CLASS (stafet_care_page_parent_class)->dispose (object);
}

static void
stafet_care_page_class_init (StafetCarePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_care_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_care_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_care_page_focus;
  g_type_ensure (STAFET_TYPE_TOGGLES);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-care-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetCarePage, sections);
  gtk_widget_class_bind_template_child (widget_class, StafetCarePage, hint);
  gtk_widget_class_bind_template_child (widget_class, StafetCarePage, nothing);
  gtk_widget_class_bind_template_child (widget_class, StafetCarePage, add);
  gtk_widget_class_bind_template_child (widget_class, StafetCarePage, list);
  gtk_widget_class_install_action (widget_class, "page.thanked", "s", thanked_cb);
  gtk_widget_class_install_action (widget_class, "page.talked", "s", talked_cb);
  gtk_widget_class_install_action (widget_class, "page.step-done", "(ss)", step_done_cb);
  gtk_widget_class_install_action (widget_class, "page.closed", "s", closed_cb);
  gtk_widget_class_install_action (widget_class, "page.seen", "s", seen_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "page.show", "s", show_section_cb);
  gtk_widget_class_install_action (widget_class, "page.edit", "(is)", edit_cb);
  gtk_widget_class_install_action (widget_class, "page.remove", "(is)", remove_cb);
}

static void
stafet_care_page_init (StafetCarePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    stafet_toggles_add (self->sections, sections[i].key, _ (sections[i].label));
  stafet_toggles_set (self->sections, sections[0].key, TRUE);
  g_signal_connect_object (self->sections, "changed", G_CALLBACK (section_cb), self, G_CONNECT_SWAPPED);
  show_section (self);
}

StafetPage *
stafet_care_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_CARE_PAGE, "desk", desk, "title", _ ("Good cooperation"), NULL);
}
