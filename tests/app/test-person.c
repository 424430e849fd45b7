/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the person on a shift to what is known of her: a tick, a name with its menu, and a state in a word.
 */
#include "app-fixture.h"

#include "app/stafet-chip.h"
#include "app/stafet-person.h"

/* The first shift of the café on that date stays readable as long as its agenda. */
typedef struct
{
  StafetAgenda *agenda;
  const StafetStaffing *staffing;
  StafetDate date;
} Shift;

static void
shift_clear (Shift *shift)
{
  g_clear_pointer (&shift->agenda, stafet_agenda_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shift, shift_clear)

static Shift
shift_on (App *app, StafetDate date)
{
  Shift shift = { agenda_on (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, "Café"), date), NULL, date };

  g_assert_nonnull (shift.agenda);
  shift.staffing = &ENTRY (shift.agenda)->shifts[0];
  return shift;
}

static const StafetPlace *
place_at (const Shift *shift, guint i)
{
  g_assert_cmpuint (i, <, shift->staffing->n_places + shift->staffing->n_away);
  return &shift->staffing->places[i];
}

static StafetPerson *
show_place (App *app, const Shift *shift, guint i, gboolean ticks)
{
  GtkWidget *person = stafet_person_new ();

  stafet_person_bind (STAFET_PERSON (person), shift->staffing, shift->date, place_at (shift, i), ticks);
  return show (app, person);
}

static gpointer
child_of (StafetPerson *person, GType type)
{
  g_autoptr (GPtrArray) children = widgets_of (person, type);

  g_assert_cmpuint (children->len, >, 0);
  return children->pdata[0];
}

#define TICK(person) (child_of (person, GTK_TYPE_CHECK_BUTTON))
#define BUTTON(person) (child_of (person, GTK_TYPE_BUTTON))
#define CHIP(person) (child_of (person, STAFET_TYPE_CHIP))

/* What the menu of the name offers: "_Regrets, _Take off the shift | _Open the card". (transfer full) */
static char *
menu_of (StafetPerson *person)
{
  g_autoptr (GPtrArray) popovers = NULL;
  GMenuModel *menu;
  GString *text = g_string_new (NULL);

  g_signal_emit_by_name (BUTTON (person), "clicked");
  popovers = widgets_of (person, GTK_TYPE_POPOVER_MENU);
  menu = gtk_popover_menu_get_menu_model (popovers->pdata[0]);
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *label = NULL;

          g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_LABEL, "s", &label);
          g_string_append_printf (text, "%s%s", text->len == 0 ? "" : j == 0 ? " | " : ", ", label);
        }
    }
  gtk_popover_popdown (popovers->pdata[0]);
  settle ();
  return g_string_free (text, FALSE);
}

static void
assert_menu (StafetPerson *person, const char *expected)
{
  g_autofree char *menu = menu_of (person);

  g_assert_cmpstr (menu, ==, expected);
}

#define CARD "_Absence …, _Pause until …, _Open the card"

static void
assert_chip (StafetPerson *person, StafetChipState state, const char *text)
{
  StafetChip *chip = CHIP (person);

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chip)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (chip), stafet_chip_get_class (state)));
  assert_shows (chip, text);
}

static void
stand (App *app, const char *name)
{
  done (&app->plan,
        stafet_use_assign_standing ("Servering", WHO (name), NONE, NONE, STAFET_PARITY_NONE, 0, FALSE));
}

static void
put (App *app, const char *name, StafetDate date, gboolean asked)
{
  done (&app->plan, stafet_use_assign ("Servering", WHO (name), date, asked, FALSE));
}

/* ——— States ——— */

RULE (who_stands_on_it_has_promised_and_may_send_regrets)
{
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  stand (app, "Lis Bæk");
  shift = shift_on (app, TUESDAY + 7);
  person = show_place (app, &shift, 0, FALSE);
  assert_role (person, GROUP);
  assert_shows (person, "Lis Bæk | promised");
  assert_chip (person, STAFET_CHIP_PROMISED, "promised");
  assert_name (BUTTON (person), "Lis Bæk, promised");
  g_assert_false (gtk_widget_get_visible (TICK (person)));
  assert_menu (person,
               "_Regrets 1 December (vacant that day only), _Stops on the shift from 1 December (vacant for "
               "good), S_wap the shift … | " CARD);
  assert_finalized (app);
}

RULE (who_promised_one_date_can_be_taken_off_it)
{
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  put (app, "Bent Krag", TUESDAY + 7, FALSE);
  shift = shift_on (app, TUESDAY + 7);
  person = show_place (app, &shift, 0, FALSE);
  assert_chip (person, STAFET_CHIP_PROMISED, "promised");
  assert_menu (person,
               "_Regrets 1 December (vacant that day only), S_wap the shift …, _Take off the shift | " CARD);
  assert_finalized (app);
}

RULE (who_is_asked_is_not_ticked_off_and_may_promise_or_say_no)
{
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  put (app, "Bent Krag", TUESDAY, TRUE);
  shift = shift_on (app, TUESDAY);
  person = show_place (app, &shift, 0, TRUE);
  assert_chip (person, STAFET_CHIP_ASKED, "asked");
  assert_name (BUTTON (person), "Bent Krag, asked");
  g_assert_false (gtk_widget_get_visible (TICK (person)));
  assert_menu (person, "_Has promised, Takes it _if nobody else can, Said _no, _Take off the shift | " CARD);
  assert_finalized (app);
}

RULE (who_sent_regrets_may_come_after_all)
{
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  stand (app, "Lis Bæk");
  done (&app->plan, stafet_use_regret ("Servering", WHO ("Lis Bæk"), TUESDAY, TRUE));
  shift = shift_on (app, TUESDAY);
  person = show_place (app, &shift, 0, TRUE);
  assert_chip (person, STAFET_CHIP_CANCELLED, "regrets");
  assert_name (BUTTON (person), "Lis Bæk, regrets");
  g_assert_false (gtk_widget_get_visible (TICK (person)));
  assert_menu (person, "_Comes after all, _Stops on the shift from 24 November (vacant for good) | " CARD);
  assert_finalized (app);
}

RULE (who_came_has_a_tick_and_no_word)
{
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  stand (app, "Lis Bæk");
  done (&app->plan, stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY, TRUE, 0));
  shift = shift_on (app, TUESDAY);
  person = show_place (app, &shift, 0, TRUE);
  g_assert_true (gtk_check_button_get_active (TICK (person)));
  g_assert_false (gtk_widget_get_visible (CHIP (person)));
  assert_shows (person, "Lis Bæk");
  assert_name (BUTTON (person), "Lis Bæk, came");
  assert_name (TICK (person), "Lis Bæk came");
  assert_menu (person, "_Did not come, Not _confirmed | " CARD);
  assert_finalized (app);
}

RULE (who_did_not_come_is_said_so)
{
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  stand (app, "Lis Bæk");
  done (&app->plan, stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, 0));
  shift = shift_on (app, TUESDAY);
  person = show_place (app, &shift, 0, TRUE);
  g_assert_false (gtk_check_button_get_active (TICK (person)));
  assert_chip (person, STAFET_CHIP_CANCELLED, "did not come");
  assert_name (BUTTON (person), "Lis Bæk, did not come");
  assert_menu (person, "Not _confirmed | " CARD);
  assert_finalized (app);
}

RULE (several_heads_of_an_organiser_are_counted_and_have_no_card)
{
  StafetWho singers = { .organiser = "Sangvennerne", .count = 2 };
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  done (&app->plan, stafet_use_assign ("Servering", &singers, TUESDAY, FALSE, FALSE));
  shift = shift_on (app, TUESDAY);
  person = show_place (app, &shift, 0, TRUE);
  assert_shows (person, "Sangvennerne, 2 | promised");
  assert_name (TICK (person), "Sangvennerne, 2 came");
  assert_menu (person, "_Regrets 24 November (vacant that day only), _Did not come, _Take off the shift");
  assert_finalized (app);
}

/* ——— Actions ——— */

static StafetUid
uid_of (App *app, StafetKind kind, const char *name)
{
  return ((StafetRecord *) find (&app->plan, kind, name))->uid;
}

static void
assert_asked_for (App *app, const char *action, const char *name)
{
  assert_recorded (app, "win.%s ('%s', %d, 0, '%s')", action, uid_of (app, STAFET_KIND_SHIFT, "Servering"),
                   TUESDAY, uid_of (app, STAFET_KIND_VOLUNTEER, name));
}

RULE (a_tick_says_that_she_came_and_taking_it_away_that_nobody_knows)
{
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  stand (app, "Lis Bæk");
  shift = shift_on (app, TUESDAY);
  person = show_place (app, &shift, 0, TRUE);
  assert_recorded (app, "");
  gtk_widget_activate (TICK (person));
  assert_asked_for (app, "came", "Lis Bæk");
  shift_clear (&shift);
  done (&app->plan, stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY, TRUE, 0));
  shift = shift_on (app, TUESDAY);
  stafet_person_bind (person, shift.staffing, shift.date, place_at (&shift, 0), TRUE);
  assert_recorded (app, "");
  gtk_widget_activate (TICK (person));
  assert_asked_for (app, "not-confirmed", "Lis Bæk");
  assert_finalized (app);
}

RULE (a_tick_that_was_refused_goes_back_without_asking_again)
{
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  stand (app, "Lis Bæk");
  shift = shift_on (app, TUESDAY);
  person = show_place (app, &shift, 0, TRUE);
  gtk_widget_activate (TICK (person));
  assert_asked_for (app, "came", "Lis Bæk");
  stafet_person_bind (person, shift.staffing, shift.date, place_at (&shift, 0), TRUE);
  g_assert_false (gtk_check_button_get_active (TICK (person)));
  assert_recorded (app, "");
  assert_finalized (app);
}

static void
choose (StafetPerson *person, const char *label)
{
  choose_item (person, BUTTON (person), label);
}

RULE (each_item_of_the_menu_asks_for_its_action_on_her_place)
{
  static const struct
  {
    const char *label, *action;
  } items[] = { { "Regrets 24 November (vacant that day only)", "regret" },
                { "Did not come", "did-not-come" },
                { "Take off the shift", "take-off" } };
  StafetUid bent = uid_of (app, STAFET_KIND_VOLUNTEER, "Bent Krag");
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  put (app, "Bent Krag", TUESDAY, FALSE);
  shift = shift_on (app, TUESDAY);
  person = show_place (app, &shift, 0, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      choose (person, items[i].label);
      assert_asked_for (app, items[i].action, "Bent Krag");
    }
  choose (person, "Absence …");
  assert_recorded (app, "win.absence '%s'", bent);
  choose (person, "Pause until …");
  assert_recorded (app, "win.pause '%s'", bent);
  choose (person, "Open the card");
  assert_recorded (app, "win.volunteer '%s'", bent);
  assert_finalized (app);
}

RULE (a_guest_is_named_in_the_target)
{
  StafetWho guest = { .guest = "Signe" };
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  done (&app->plan, stafet_use_assign ("Servering", &guest, TUESDAY, FALSE, FALSE));
  shift = shift_on (app, TUESDAY);
  person = show_place (app, &shift, 0, TRUE);
  gtk_widget_activate (TICK (person));
  assert_recorded (app, "win.came ('%s', %d, %d, 'Signe')", uid_of (app, STAFET_KIND_SHIFT, "Servering"),
                   TUESDAY, STAFET_HOLDER_GUEST);
  assert_finalized (app);
}

RULE (a_menu_that_is_left_is_dropped)
{
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  stand (app, "Lis Bæk");
  shift = shift_on (app, TUESDAY);
  person = show_place (app, &shift, 0, TRUE);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *menu = menu_of (person);
      g_autoptr (GPtrArray) left = widgets_of (person, GTK_TYPE_POPOVER);

      g_assert_cmpuint (left->len, ==, 0);
    }
  assert_finalized (app);
}

RULE (a_person_who_goes_takes_her_open_menu_along)
{
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  stand (app, "Lis Bæk");
  shift = shift_on (app, TUESDAY);
  person = show_place (app, &shift, 0, TRUE);
  g_signal_emit_by_name (BUTTON (person), "clicked");
  settle ();
  assert_finalized (app);
}

/* ——— As a widget ——— */

RULE (tab_goes_from_the_tick_to_the_name)
{
  g_auto (Shift) shift = { NULL };
  StafetPerson *person;

  stand (app, "Lis Bæk");
  shift = shift_on (app, TUESDAY);
  person = show_place (app, &shift, 0, TRUE);
  assert_tab_order (app, "GtkCheckButton GtkButton");
  stafet_person_bind (person, shift.staffing, shift.date, place_at (&shift, 0), FALSE);
  assert_tab_order (app, "GtkButton");
  assert_measures (GTK_WIDGET (person));
  assert_finalized (app);
}

/* Everything that is shown of one state, to be compared. (transfer full) */
static char *
looks_of (StafetPerson *person)
{
  g_autofree char *text = text_of (person), *menu = menu_of (person);
  g_auto (GStrv) classes = gtk_widget_get_css_classes (CHIP (person));
  g_autofree char *joined = g_strjoinv (" ", classes);
  gboolean silent = !gtk_widget_get_visible (CHIP (person));

  return g_strdup_printf ("%s; %s; tick %d%d; chip %s", text, menu, gtk_widget_get_visible (TICK (person)),
                          gtk_check_button_get_active (TICK (person)), silent ? "none" : joined);
}

/* Every state that there is, some on other dates. */
static void
make_every_state (App *app)
{
  StafetWho singers = { .organiser = "Sangvennerne", .count = 2 };

  stand (app, "Lis Bæk");
  stand (app, "Bent Krag");
  done (&app->plan, stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY, TRUE));
  put (app, "Åse Kjær", TUESDAY, TRUE);
  done (&app->plan, stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY, TRUE, 0));
  done (&app->plan, stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY - 7, FALSE, 0));
  done (&app->plan, stafet_use_assign ("Servering", &singers, TUESDAY + 14, FALSE, TRUE));
}

static void
bind (StafetPerson *person, const Shift *shift, guint i)
{
  stafet_person_bind (person, shift->staffing, shift->date, place_at (shift, i), shift->date <= TUESDAY);
}

/* What a widget that was never bound before looks like. (transfer full) */
static char *
fresh_looks (GtkBox *box, const Shift *shift, guint i)
{
  GtkWidget *fresh = stafet_person_new ();
  char *looks;

  gtk_box_append (box, fresh);
  bind (STAFET_PERSON (fresh), shift, i);
  looks = looks_of (STAFET_PERSON (fresh));
  gtk_box_remove (box, fresh);
  return looks;
}

RULE (bound_again_it_shows_nothing_of_before)
{
  GtkBox *box = show (app, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  StafetPerson *person = STAFET_PERSON (stafet_person_new ());
  Shift shifts[4];
  const Shift *of[16];
  guint index[16], n = 0;

  gtk_box_append (box, GTK_WIDGET (person));
  make_every_state (app);
  for (int i = 0; i < 4; i++)
    {
      shifts[i] = shift_on (app, TUESDAY + 7 * (i - 1));
      for (guint j = 0; j < shifts[i].staffing->n_places + shifts[i].staffing->n_away; j++, n++)
        {
          of[n] = &shifts[i];
          index[n] = j;
        }
    }
  g_assert_cmpuint (n, >=, 8);
  for (guint before = 0; before < n; before++)
    for (guint after = 0; after < n; after++)
      {
        g_autofree char *expected = fresh_looks (box, of[after], index[after]), *looks = NULL;

        bind (person, of[before], index[before]);
        bind (person, of[after], index[after]);
        looks = looks_of (person);
        g_assert_cmpstr (looks, ==, expected);
      }
  assert_recorded (app, "");
  for (int i = 0; i < 4; i++)
    shift_clear (&shifts[i]);
  assert_finalized (app);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define PERSON(name, func) APP_TEST ("/app/person/" name, func)
  PERSON ("who-stands-on-it-has-promised-and-may-send-regrets",
          who_stands_on_it_has_promised_and_may_send_regrets);
  PERSON ("who-promised-one-date-can-be-taken-off-it", who_promised_one_date_can_be_taken_off_it);
  PERSON ("who-is-asked-is-not-ticked-off-and-may-promise-or-say-no",
          who_is_asked_is_not_ticked_off_and_may_promise_or_say_no);
  PERSON ("who-sent-regrets-may-come-after-all", who_sent_regrets_may_come_after_all);
  PERSON ("who-came-has-a-tick-and-no-word", who_came_has_a_tick_and_no_word);
  PERSON ("who-did-not-come-is-said-so", who_did_not_come_is_said_so);
  PERSON ("several-heads-of-an-organiser-are-counted-and-have-no-card",
          several_heads_of_an_organiser_are_counted_and_have_no_card);
  PERSON ("a-tick-says-that-she-came-and-taking-it-away-that-nobody-knows",
          a_tick_says_that_she_came_and_taking_it_away_that_nobody_knows);
  PERSON ("a-tick-that-was-refused-goes-back-without-asking-again",
          a_tick_that_was_refused_goes_back_without_asking_again);
  PERSON ("each-item-of-the-menu-asks-for-its-action-on-her-place",
          each_item_of_the_menu_asks_for_its_action_on_her_place);
  PERSON ("a-guest-is-named-in-the-target", a_guest_is_named_in_the_target);
  PERSON ("a-menu-that-is-left-is-dropped", a_menu_that_is_left_is_dropped);
  PERSON ("a-person-who-goes-takes-her-open-menu-along", a_person_who_goes_takes_her_open_menu_along);
  PERSON ("tab-goes-from-the-tick-to-the-name", tab_goes_from_the_tick_to_the_name);
  PERSON ("bound-again-it-shows-nothing-of-before", bound_again_it_shows_nothing_of_before);
  return g_test_run ();
}
