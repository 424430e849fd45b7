/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what is handed to a volunteer who asks what is held on her: whatever a record table calls personal,
 * and whatever refers to her.
 */
#include "plan/stafet-access.h"
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define HER "Ragnhild Østerlund"

static char *
text_of (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  char *text = stafet_access_text (f->plan, HER, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  return text;
}

/* A value of its own for a field of hers; NULL when the field is not to be set here. (transfer full) */
static char *
value_for (const StafetField *field, int n)
{
  switch (field->type)
    {
    case STAFET_FIELD_TEXT:
      if ((field->flags & STAFET_FIELD_COORDINATES) != 0)
        return g_strdup ("56.15720,10.21070");
      return (field->flags & STAFET_FIELD_PHONE) != 0 ? g_strdup_printf ("135831%02d", n)
                                                      : g_strdup_printf ("Særligt%d", n);
    case STAFET_FIELD_DATE:
      return g_strdup_printf ("2031-05-%02d", n % 28 + 1);
    case STAFET_FIELD_INTEGER:
    case STAFET_FIELD_HUNDREDTHS:
      return g_strdup_printf ("%d", 40 + n);
    case STAFET_FIELD_FLAG:
      return g_strdup ("yes");
    default:
      return NULL;
    }
}

/* What the value reads like. (transfer full) */
static char *
reads (const StafetField *field, const char *value)
{
  StafetDate date;

  if (field->type == STAFET_FIELD_DATE && stafet_date_parse (value, &date, NULL))
    {
      int year, month, day;

      stafet_date_split (date, &year, &month, &day);
      return g_strdup_printf ("%s: ", _ (field->title));
    }
  if ((field->flags & STAFET_FIELD_PHONE) != 0)
    return g_strdup ("13 58 31");
  return field->type == STAFET_FIELD_FLAG ? g_strdup (_ (field->title)) : g_strdup (value);
}

RULE (every_field_of_a_volunteer_is_told)
{
  const StafetRecordInfo *info = stafet_record_info (STAFET_KIND_VOLUNTEER);
  g_autofree char *text = NULL;
  guint n = 0;

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    {
      g_autofree char *value = g_str_equal (field->name, "name") ? NULL : value_for (field, (int) n++);
      g_autofree char *pair = value != NULL ? g_strconcat (field->name, "=", value, NULL) : NULL;

      if (pair != NULL)
        done (f, stafet_use_edit (STAFET_KIND_VOLUNTEER, HER, PAIRS (pair)));
    }
  EDIT (VOLUNTEER, HER, "kind=planner", "call_how=message", "companion=Lis Bæk");
  text = text_of (f);
  /* The history says it too: the card alone is looked at. */
  *strstr (text, "\nÆNDRINGER") = '\0';
  n = 0;
  for (const StafetField *field = info->fields; field->name != NULL; field++)
    {
      g_autofree char *value = g_str_equal (field->name, "name") ? NULL : value_for (field, (int) n++);
      g_autofree char *said = value != NULL ? reads (field, value) : g_strdup (_ (field->title));

      if (strstr (text, said) == NULL)
        g_test_message ("not told: %s (%s)\n%s", field->name, said, text);
      g_assert_nonnull (strstr (text, said));
    }
}

/* Tables whose personal fields are about somebody else: a guest's first name stands in for a volunteer. */
static gboolean
is_of_others (StafetKind kind, const StafetField *field)
{
  return ((kind == STAFET_KIND_ASSIGNMENT || kind == STAFET_KIND_ATTENDANCE)
          && g_str_equal (field->name, "guest"))
         || kind == STAFET_KIND_NOTICE || kind == STAFET_KIND_ENQUIRY || kind == STAFET_KIND_APPLICATION
         || kind == STAFET_KIND_MEMBER || kind == STAFET_KIND_REGULAR;
}

/* Rows of each kind with personal fields: whoever marks a field of another kind personal adds one here. */
RULE (every_personal_field_of_a_table_is_told)
{
  static const char *const personal[] = { "13 58 31 42",  "Særlig note",   "Særlig tilmelding",
                                          "13 99 88 77",  "Særlig vej",    "Særlig tak",
                                          "Særligt bøvl", "Særlig opgave", "Billede" };
  static const StafetKind kinds[] = { STAFET_KIND_VOLUNTEER, STAFET_KIND_PHONE, STAFET_KIND_NOTE,
                                      STAFET_KIND_SIGNUP,    STAFET_KIND_TALK,  STAFET_KIND_SNAG,
                                      STAFET_KIND_AGREEMENT, STAFET_KIND_PHOTO };
  g_autofree char *text = NULL;

  EDIT (VOLUNTEER, HER, "phones=13583142");
  ADD (NOTE, "text=Særlig note", "volunteer=" HER);
  ADD (TALK, "words=Særlig tak", "volunteer=" HER);
  ADD (SNAG, "text=Særligt bøvl", "volunteer=" HER);
  ADD (AGREEMENT, "title=Aftale", "kind=volunteer", "tasks=Særlig opgave", "volunteer=" HER);
  ADD (PHOTO, "consent=2026-11-24", "image=/9j/4AAA", "volunteer=" HER);
  EDIT (ACTIVITY, "Café", "capacity=40", "transport=yes");
  done (f, stafet_use_sign_up (
             "Café", TUESDAY + 7,
             PAIRS ("name=" HER, "phone=13998877", "note=Særlig tilmelding", "transport=Særlig vej"), FALSE));
  text = text_of (f);
  for (gsize i = 0; i < G_N_ELEMENTS (personal); i++)
    g_assert_nonnull (strstr (text, personal[i]));
  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    for (const StafetField *field = stafet_record_info ((StafetKind) kind)->fields; field->name != NULL;
         field++)
      {
        gboolean known =
          (field->flags & STAFET_FIELD_PERSONAL) == 0 || is_of_others ((StafetKind) kind, field);

        for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
          known = known || kinds[i] == (StafetKind) kind;
        if (!known)
          g_test_message ("%s.%s is personal: it must be told", stafet_kind_get_name ((StafetKind) kind),
                          field->name);
        g_assert_true (known);
      }
}

RULE (whatever_refers_to_her_is_told)
{
  static const char *const told[] = { "vaffelbagning", "Møllestien", "Lis Bæk", "Servering",
                                      "Nattevagt",     "Café",       "90",      "20. december" };
  g_autofree char *text = NULL;

  EDIT (VOLUNTEER, HER, "skills=vaffelbagning", "houses=Møllestien", "partners=Lis Bæk",
        "available=tue 09:00-14:00");
  ADD (ABSENCE, "volunteer=" HER, "from=2026-12-20", "to=2026-12-30");
  EDIT (ACTIVITY, "Café", "lead=" HER);
  done (f, stafet_use_assign_standing ("Servering", WHO (HER), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  done (f, stafet_use_attend ("Servering", WHO (HER), TUESDAY - 14, TRUE, 90));
  done (f, stafet_use_assign ("Nattevagt", WHO (HER), TUESDAY + 1, FALSE, FALSE));
  done (f, stafet_use_call ("Nattevagt", HER, TUESDAY + 2, STAFET_CALL_RANG));
  text = text_of (f);
  g_test_message ("%s", text);
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    g_assert_nonnull (strstr (text, told[i]));
  g_assert_null (strstr (text, ((StafetRecord *) FIND (VOLUNTEER, HER))->uid));
}

RULE (nothing_of_others_is_told)
{
  GPtrArray *edits = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_ptr_array_add (edits, stafet_use_add (STAFET_KIND_VOLUNTEER, PAIRS ("name=Signe Fjord", "note=Tavshed")));
  g_ptr_array_add (edits, stafet_use_edit (STAFET_KIND_VOLUNTEER, HER, PAIRS ("note=Egen")));
  done (f, stafet_use_several (NULL, edits));
  EDIT (VOLUNTEER, "Bent Krag", "phones=13402218", "note=Hemmelig");
  EDIT (VOLUNTEER, "Lis Bæk", "note=Fortroligt", "companion=" HER);
  text = text_of (f);
  g_assert_null (strstr (text, "13 40 22 18"));
  g_assert_null (strstr (text, "Hemmelig"));
  g_assert_null (strstr (text, "Tavshed"));
  g_assert_null (strstr (text, "Fortroligt"));
  g_assert_nonnull (strstr (text, "Egen"));
  g_assert_nonnull (strstr (text, "Lis Bæk"));
}

/* Who wishes to be apart from whom is told to neither, now and in the history. */
RULE (who_wants_to_be_apart_is_not_told)
{
  g_autofree char *text = NULL;

  ADD (VOLUNTEER, "name=Karen Holm");
  EDIT (VOLUNTEER, "Lis Bæk", "keep_apart=" HER);
  EDIT (VOLUNTEER, "Bent Krag", "keep_apart=" HER, "note=Uvenner");
  EDIT (VOLUNTEER, "Bent Krag", "keep_apart=");
  ADD (VOLUNTEER, "name=Signe Fjord", "keep_apart=" HER);
  done (f, stafet_edit_undo ());
  EDIT (VOLUNTEER, "Åse Kjær", "partners=" HER);
  EDIT (VOLUNTEER, HER, "keep_apart=Karen Holm");
  text = text_of (f);
  g_test_message ("%s", text);
  g_assert_null (strstr (text, "Lis Bæk"));
  g_assert_null (strstr (text, "Bent Krag"));
  g_assert_null (strstr (text, "Signe Fjord"));
  g_assert_null (strstr (text, "Uvenner"));
  /* Who wishes to be with her is, and so are her own wishes. */
  g_assert_nonnull (strstr (text, "Åse Kjær"));
  g_assert_nonnull (strstr (text, "Karen Holm"));
}

RULE (protected_people_are_volunteers)
{
  g_autofree char *text = NULL;

  EDIT (VOLUNTEER, "Lis Bæk", "partners=" HER, "companion=" HER);
  ADD (NOTE, "text=Lis Bæk kører hende, og lis  bæks bil er rød", "volunteer=" HER);
  ADD (VOLUNTEER, "name=Lis Bæk Holm", "partners=" HER);
  EDIT (VOLUNTEER, HER, "keep_apart=Lis Bæk");
  EDIT (VOLUNTEER, "Lis Bæk", "protected=yes");
  text = text_of (f);
  g_test_message ("%s", text);
  for (const char *at = strstr (text, "Lis Bæk"); at != NULL; at = strstr (at + 1, "Lis Bæk"))
    g_assert_true (g_str_has_prefix (at, "Lis Bæk Holm"));
  g_assert_null (strstr (text, "lis"));
  g_assert_nonnull (strstr (text, "Frivillig kører hende"));
  g_assert_nonnull (strstr (text, "Lis Bæk Holm"));
}

RULE (her_own_protected_name_is_hers_to_read)
{
  g_autofree char *text = NULL;

  ADD (VOLUNTEER, "name=Ragnhild Øster", "protected=yes");
  EDIT (VOLUNTEER, HER, "protected=yes", "note=" HER " ringer selv");
  text = text_of (f);
  g_assert_nonnull (strstr (text, HER " ringer selv"));
}

static void
set_up_her (Fixture *f, gconstpointer data)
{
  set_up (f, data);
  ADD (VOLUNTEER, "name=" HER);
}

#undef TEST
#define TEST(name, func) g_test_add ("/plan/access/" name, Fixture, NULL, set_up_her, func, tear_down)

int
main (int argc, char **argv)
{
  stafet_i18n_init (NULL);
  g_test_init (&argc, &argv, NULL);
  TEST ("every-field-of-a-volunteer-is-told", every_field_of_a_volunteer_is_told);
  TEST ("every-personal-field-of-a-table-is-told", every_personal_field_of_a_table_is_told);
  TEST ("whatever-refers-to-her-is-told", whatever_refers_to_her_is_told);
  TEST ("nothing-of-others-is-told", nothing_of_others_is_told);
  TEST ("who-wants-to-be-apart-is-not-told", who_wants_to_be_apart_is_not_told);
  TEST ("protected-people-are-volunteers", protected_people_are_volunteers);
  TEST ("her-own-protected-name-is-hers-to-read", her_own_protected_name_is_hers_to_read);
  return g_test_run ();
}
