/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds typed recurrences against what people mean by them, against what the program says itself, and against
 * whatever else may be typed.
 */
#include "core/stafet-error.h"
#include "core/stafet-words.h"
#include "typed-rule-fixture.h"

#include <string.h>

#define DA STAFET_LANGUAGE_DA
#define EN STAFET_LANGUAGE_EN
#define ALL_WEEK "BYDAY=MO,TU,WE,TH,FR,SA,SU"

/* ——— What people say ——— */

static const Typed weekly[] = {
  { "hver torsdag 14-15.30", "FREQ=WEEKLY;BYDAY=TH at 840-930" },
  { "torsdag", "FREQ=WEEKLY;BYDAY=TH" },
  { "Torsdage kl. 14", "FREQ=WEEKLY;BYDAY=TH at 840" },
  { "tirsdag og torsdag", "FREQ=WEEKLY;BYDAY=TU,TH" },
  { "tirs + tors", "FREQ=WEEKLY;BYDAY=TU,TH" },
  { "man, ons og fre", "FREQ=WEEKLY;BYDAY=MO,WE,FR" },
  { "tirsdag-torsdag", "FREQ=WEEKLY;BYDAY=TU,WE,TH" },
  { "mandag til fredag", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
  { "fra mandag til fredag", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
  { "man–fre 9-12", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR at 540-720" },
  { "hverdage", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
  { "alle hverdage", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
  { "hver hverdag", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
  { "weekender", "FREQ=WEEKLY;BYDAY=SA,SU" },
  { "lør og søn", "FREQ=WEEKLY;BYDAY=SA,SU" },
  { "LØRDAGE", "FREQ=WEEKLY;BYDAY=SA" },
  { "hver uge", "FREQ=WEEKLY" },
  { "ugentligt", "FREQ=WEEKLY" },
  { "en gang om ugen", "FREQ=WEEKLY" },
  { "hver mandag og hver onsdag", "FREQ=WEEKLY;BYDAY=MO,WE" },
  { "om torsdagen kl. 14.30", "FREQ=WEEKLY;BYDAY=TH at 870" },
  { "hver fjerde uge på en torsdag", "FREQ=WEEKLY;INTERVAL=4;BYDAY=TH" },
  { "hver 14. dag torsdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH" },
  { "hver 14. dag", "FREQ=WEEKLY;INTERVAL=2" },
  { "hver anden torsdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH" },
  { "hver 3. uge onsdag", "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE" },
  { "onsdag hver anden uge", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE" },
  { "torsdage 22-6", "FREQ=WEEKLY;BYDAY=TH at 1320-1800" },
  { "hver dag undtagen søndag", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA" },
  { "hverdage undtagen onsdag", "FREQ=WEEKLY;BYDAY=MO,TU,TH,FR" },
  { "10 gange, torsdage", "FREQ=WEEKLY;BYDAY=TH;COUNT=10" },
  { "hver torsdag 10 gange fra 1/12", "FREQ=WEEKLY;BYDAY=TH;COUNT=10 first 2026-12-01" },
};

static const Typed filtered[] = {
  { "hver tirsdag undtagen 22/12", "FREQ=WEEKLY;BYDAY=TU not 2026-12-22" },
  { "hver tirsdag 10-12 undt. 22/12 og 29/12",
    "FREQ=WEEKLY;BYDAY=TU at 600-720 not 2026-12-22 not 2026-12-29" },
  { "torsdag undt. 24/12, 31/12, kl. 14-15.30",
    "FREQ=WEEKLY;BYDAY=TH at 840-930 not 2026-12-24 not 2026-12-31" },
  { "tirsdag undtagen 22/12-5/1", "FREQ=WEEKLY;BYDAY=TU not 2026-12-22/2027-01-05" },
  { "tirsdag undt. 22/12, 1/9 til 31/5", "FREQ=WEEKLY;BYDAY=TU season 09-01/05-31 not 2026-12-22" },
  { "tirsdag ikke i uge 7 og 42, 22/12 og helligdage",
    "FREQ=WEEKLY;BYDAY=TU skip 7,42 holidays off not 2026-12-22" },
  { "tirsdag 24/11 10-12 undtagen 22/12", NULL },
  { "torsdag undtagen tirsdag 24/12", NULL },
  { "torsdage i lige uger, ikke i uge 7 og 42", "FREQ=WEEKLY;BYDAY=TH even skip 7,42" },
  { "kun ulige uger torsdag", "FREQ=WEEKLY;BYDAY=TH odd" },
  { "hver lige uge torsdag", "FREQ=WEEKLY;BYDAY=TH even" },
  { "lige uger", "FREQ=WEEKLY even" },
  { "torsdag, ikke i ulige uger", "FREQ=WEEKLY;BYDAY=TH even" },
  { "hver anden uge torsdag, lige uger", "FREQ=WEEKLY;BYDAY=TH even" },
  { "hver uge undt. uge 7 og 42", "FREQ=WEEKLY skip 7,42" },
  { "torsdag undt. uge 7, 42 og 52-53", "FREQ=WEEKLY;BYDAY=TH skip 7,42,52,53" },
  { "torsdag ikke uge 7 og uge 42", "FREQ=WEEKLY;BYDAY=TH skip 7,42" },
  { "torsdage 1/9 til 31/5", "FREQ=WEEKLY;BYDAY=TH season 09-01/05-31" },
  { "1/9-31/5 torsdage", "FREQ=WEEKLY;BYDAY=TH season 09-01/05-31" },
  { "fra 1/9 til 31/5 torsdag", "FREQ=WEEKLY;BYDAY=TH season 09-01/05-31" },
  { "torsdag 1.9.-31.5.", "FREQ=WEEKLY;BYDAY=TH season 09-01/05-31" },
  { "torsdag 14-16 september til maj", "FREQ=WEEKLY;BYDAY=TH season 09-01/05-31 at 840-960" },
  { "torsdag, kun april-oktober", "FREQ=WEEKLY;BYDAY=TH season 04-01/10-31" },
  { "torsdag, kun i april-oktober", "FREQ=WEEKLY;BYMONTH=4,5,6,7,8,9,10;BYDAY=TH" },
  { "torsdag november til februar", "FREQ=WEEKLY;BYDAY=TH season 11-01/02-29" },
  { "torsdag, ikke i juli", "FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,8,9,10,11,12;BYDAY=TH" },
  { "hver dag 1/6-31/8", "FREQ=WEEKLY;" ALL_WEEK " season 06-01/08-31" },
  { "hver dag i lige uger", "FREQ=WEEKLY;" ALL_WEEK " even" },
  { "torsdag, ikke i skoleferier", "FREQ=WEEKLY;BYDAY=TH school off" },
  { "torsdag, ikke i ferier", "FREQ=WEEKLY;BYDAY=TH school off" },
  { "torsdag, ikke på helligdage", "FREQ=WEEKLY;BYDAY=TH holidays off" },
  { "torsdag undtagen helligdage", "FREQ=WEEKLY;BYDAY=TH holidays off" },
  { "torsdag også på helligdage", "FREQ=WEEKLY;BYDAY=TH holidays on" },
  { "torsdag, ikke i uge 7 og 42, helligdage og skoleferier",
    "FREQ=WEEKLY;BYDAY=TH skip 7,42 holidays off school off" },
  { "torsdag, ikke i ferier/helligdage", "FREQ=WEEKLY;BYDAY=TH holidays off school off" },
  { "den 1. torsdag i måneden i lige uger", NULL },
  { "hver måned den 15., ikke i uge 7", NULL },
};

static const Typed monthly[] = {
  { "den 2. og 4. torsdag i måneden", "FREQ=MONTHLY;BYDAY=2TH,4TH" },
  { "1. torsdag i måneden", "FREQ=MONTHLY;BYDAY=1TH" },
  { "første torsdag i måneden", "FREQ=MONTHLY;BYDAY=1TH" },
  { "hver 1. torsdag i måneden", "FREQ=MONTHLY;BYDAY=1TH" },
  { "hver 1. og 3. torsdag i måneden", "FREQ=MONTHLY;BYDAY=1TH,3TH" },
  { "sidste fredag i måneden", "FREQ=MONTHLY;BYDAY=-1FR" },
  { "den sidste fredag i hver måned", "FREQ=MONTHLY;BYDAY=-1FR" },
  { "næstsidste søndag i måneden", "FREQ=MONTHLY;BYDAY=-2SU" },
  { "den 15. i måneden", "FREQ=MONTHLY;BYMONTHDAY=15" },
  { "den 15 i måneden", "FREQ=MONTHLY;BYMONTHDAY=15" },
  { "hver måned den 15.", "FREQ=MONTHLY;BYMONTHDAY=15" },
  { "hver måned", "FREQ=MONTHLY" },
  { "månedligt", "FREQ=MONTHLY" },
  { "en gang i kvartalet", "FREQ=MONTHLY;INTERVAL=3" },
  { "hvert kvartal", "FREQ=MONTHLY;INTERVAL=3" },
  { "en gang i kvartalet torsdag 19-21", NULL },
  { "en gang om måneden på en tirsdag", NULL },
  { "hver måned, torsdag", NULL },
  { "torsdag hvert år", NULL },
  { "hver torsdag hver 3. måned", "FREQ=MONTHLY;INTERVAL=3;BYDAY=TH" },
  { "1. torsdag hver 3. måned 19-21", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TH at 1140-1260" },
  { "en gang i kvartalet den 1. torsdag", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TH" },
  { "hver 3. måned den 1. mandag", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO" },
  { "sidste dag i måneden", "FREQ=MONTHLY;BYMONTHDAY=-1" },
  { "første hverdag i måneden", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1" },
  { "1. torsdag i måneden, september til maj", "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,9,10,11,12;BYDAY=1TH" },
  { "2. tirsdag kl. 19-21", "FREQ=MONTHLY;BYDAY=2TU at 1140-1260" },
  { "den 6. torsdag i måneden", NULL },
  { "hvert år den 24. december", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24" },
  { "24. december hvert år", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24" },
  { "årligt", "FREQ=YEARLY" },
  { "hvert år sidste søndag i marts", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" },
  { "hver dag", "FREQ=DAILY" },
  { "dagligt", "FREQ=DAILY" },
  { "hver 3. dag", "FREQ=DAILY;INTERVAL=3" },
  { "1. torsdag i måneden 1/9-31/5", "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,9,10,11,12;BYDAY=1TH" },
  { "hvert halve år", "FREQ=MONTHLY;INTERVAL=6" },
  { "den 24.", NULL },
};

static const Typed limits[] = {
  { "torsdage fra 1/9", "FREQ=WEEKLY;BYDAY=TH first 2026-09-01" },
  { "torsdage til 31/5 2027", "FREQ=WEEKLY;BYDAY=TH until 2027-05-31" },
  { "torsdage til og med 31. maj 2027", "FREQ=WEEKLY;BYDAY=TH until 2027-05-31" },
  { "torsdage til 31/5", "FREQ=WEEKLY;BYDAY=TH until 2027-05-31" },
  { "torsdage til 1/11", "FREQ=WEEKLY;BYDAY=TH until 2027-11-01" },
  { "torsdage til maj 2027", "FREQ=WEEKLY;BYDAY=TH until 2027-05-31" },
  { "torsdage fra 1/9 2026 til 31/5 2027", "FREQ=WEEKLY;BYDAY=TH first 2026-09-01 until 2027-05-31" },
  { "torsdage 1/9-31/5 2027", "FREQ=WEEKLY;BYDAY=TH first 2026-09-01 until 2027-05-31" },
  { "torsdage fra i morgen 10-12", "FREQ=WEEKLY;BYDAY=TH first 2026-11-25 at 600-720" },
  { "torsdage fra 1/9 2027 til 31/5 2027", NULL },
  { "torsdage fra uge 36 til uge 20", "FREQ=WEEKLY;BYDAY=TH first 2026-08-31 until 2027-05-23" },
  { "torsdage, første gang 3/12, sidste gang 27/5",
    "FREQ=WEEKLY;BYDAY=TH first 2026-12-03 until 2027-05-27" },
  { "torsdage til jul", NULL }, /* not July */
};

static const Typed once[] = {
  { "én gang", "" },
  { "en enkelt gang", "" },
  { "en gang", "" },
  { "24/11", " first 2026-11-24" },
  { "tirsdag den 24. november kl. 10-12", " first 2026-11-24 at 600-720" },
  { "i morgen 10-12", " first 2026-11-25 at 600-720" },
  { "24. november 2000-2200", " first 2026-11-24 at 1200-1320" },
  { "24. november 2027 10.30-12", " first 2027-11-24 at 630-720" },
  { "én gang på torsdag", " first 2026-11-26" },
  { "på torsdag 10-12", " first 2026-11-26 at 600-720" },
  { "på torsdage 10-12", "FREQ=WEEKLY;BYDAY=TH at 600-720" },
  { "hver uge på torsdag", "FREQ=WEEKLY;BYDAY=TH" },
  { "næste torsdag", " first 2026-12-03" },
  { "torsdag i uge 50", " first 2026-12-10" },
  { "onsdag den 24. november", NULL },
  { "31/2", NULL },
  { "hver torsdag 24/11", NULL },
  { "24/11 i lige uger", NULL },
};

static const Typed several[] = {
  { "tirsdag 1/12, 8/12 og 15/12 10-12", "FREQ=WEEKLY;BYDAY=TU;COUNT=3 first 2026-12-01 at 600-720" },
  { "1/12 og 15/12", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=2 first 2026-12-01" },
  { "den 1/12 samt den 8/12 kl. 10-12", "FREQ=WEEKLY;BYDAY=TU;COUNT=2 first 2026-12-01 at 600-720" },
  { "fredag i uge 49 og 51", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=2 first 2026-12-04" },
  { "fredag i uge 49, 50 og uge 51 kl. 10-12", "FREQ=WEEKLY;BYDAY=FR;COUNT=3 first 2026-12-04 at 600-720" },
  { "tirsdag 1/12, 8/12 og 22/12", NULL },
  { "1/12 og 2/12", NULL },
  { "8/12 og 1/12", NULL },
  { "1/12-24/12 kl 10-12", "FREQ=DAILY first 2026-12-01 until 2026-12-24 at 600-720" },
  { "28/12-3/1 kl 10-12", "FREQ=DAILY first 2026-12-28 until 2027-01-03 at 600-720" },
  { "1/12-24/12 2026 kl 10-12", "FREQ=DAILY first 2026-12-01 until 2026-12-24 at 600-720" },
  { "24. december og 31. december hvert år", NULL },
};

static const Typed spoken[] = {
  { "Fre 14-16 ulige", "FREQ=WEEKLY;BYDAY=FR odd at 840-960" },
  { "ulige, fre 14-16", "FREQ=WEEKLY;BYDAY=FR odd at 840-960" },
  { "onsdag lige uger formiddag", "FREQ=WEEKLY;BYDAY=WE even" },
  { "torsdag formiddag 10-12", "FREQ=WEEKLY;BYDAY=TH at 600-720" },
  { "torsdag aften 19-21", "FREQ=WEEKLY;BYDAY=TH at 1140-1260" },
  { "torsdag aften 7-9", NULL },
  { "torsdag eftermiddag kl. 2", NULL },
  { "fredag 27/11 kl 10 (2 timer)", " first 2026-11-27 at 600-720" },
  { "torsdag kl. 10 i 90 minutter", "FREQ=WEEKLY;BYDAY=TH at 600-690" },
  { "torsdag kl. 14.30, 1½ time", "FREQ=WEEKLY;BYDAY=TH at 870-960" },
  { "juleaften 10-12", " first 2026-12-24 at 600-720" },
  { "2. juledag 10-12", " first 2026-12-26 at 600-720" },
  { "nytårsaften", " first 2026-12-31" },
  { "hvert år juleaften", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24" },
};

static const Typed lasting[] = {
  { "27/11 kl 10 til 29/11 kl 16", " first 2026-11-27 at 600-3840" },
  { "fra fredag den 27/11 kl. 10 - søndag 29/11 kl. 16", " first 2026-11-27 at 600-3840" },
  { "28/11-29/11", " first 2026-11-28 at 0-2880" },
  { "30/12-2/1", " first 2026-12-30 at 0-5760" },
  { "28/11-29/11 2026", " first 2026-11-28 at 0-2880" },
  { "hele dagen lørdag 28/11", " first 2026-11-28 at 0-1440" },
  { "28/11 hele dagen", " first 2026-11-28 at 0-1440" },
  { "hver lørdag hele dagen", "FREQ=WEEKLY;BYDAY=SA at 0-1440" },
  { "27/11 kl 16 til 27/11 kl 10", NULL },
  { "hver torsdag 27/11 kl 10 til 29/11 kl 16", NULL },
  { "1/9-31/5", NULL },
};

static const Typed english[] = {
  { "every Thursday", "FREQ=WEEKLY;BYDAY=TH" },
  { "Tuesday and Thursday", "FREQ=WEEKLY;BYDAY=TU,TH" },
  { "Thursday in even weeks", "FREQ=WEEKLY;BYDAY=TH even" },
  { "odd weeks", "FREQ=WEEKLY odd" },
  { "every 2 weeks", "FREQ=WEEKLY;INTERVAL=2" },
  { "every other Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH" },
  { "last Friday of the month", "FREQ=MONTHLY;BYDAY=-1FR" },
  { "2nd and 4th Thursday of the month", "FREQ=MONTHLY;BYDAY=2TH,4TH" },
  { "second last Sunday of the month", "FREQ=MONTHLY;BYDAY=-2SU" },
  { "every day", "FREQ=DAILY" },
  { "weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
  { "once", "" },
  { "once a month", "FREQ=MONTHLY" },
  { "Thursday, not in weeks 7 and 42", "FREQ=WEEKLY;BYDAY=TH skip 7,42" },
  { "Thursday, not on public holidays", "FREQ=WEEKLY;BYDAY=TH holidays off" },
  { "Thursday, not in school holidays", "FREQ=WEEKLY;BYDAY=TH school off" },
  { "Thursdays from 10 to 12, 10 times", "FREQ=WEEKLY;BYDAY=TH;COUNT=10 at 600-720" },
};

static void
weekly_rules (void)
{
  assert_typed (weekly, G_N_ELEMENTS (weekly));
}

static void
filters (void)
{
  assert_typed (filtered, G_N_ELEMENTS (filtered));
}

static void
months_and_years (void)
{
  assert_typed (monthly, G_N_ELEMENTS (monthly));
}

static void
first_and_last_days (void)
{
  assert_typed (limits, G_N_ELEMENTS (limits));
}

static void
single_days (void)
{
  assert_typed (once, G_N_ELEMENTS (once));
}

static void
several_days (void)
{
  assert_typed (several, G_N_ELEMENTS (several));
}

static void
as_people_speak (void)
{
  assert_typed (spoken, G_N_ELEMENTS (spoken));
}

static void
several_days_at_a_stretch (void)
{
  assert_typed (lasting, G_N_ELEMENTS (lasting));
}

static void
english_too (void)
{
  assert_typed (english, G_N_ELEMENTS (english));
}

static void
what_is_not_understood_is_named (void)
{
  static const Typed bad[] = { { "hver torsdag når Åse kan", "når Åse kan" },
                               { "hver blomsdag", "hver blomsdag" },
                               { "torsdag ca. 14-15", "ca." },
                               { "2 gange om ugen", "2 gange" },
                               { "torsdag 25-26", "25-26" },
                               { "torsdag 14", "14" } };
  static const char *const empty[] = { "", " ", ",", "10-12", "ikke i uge 7", "kun", "1/9 til 31/5" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (StafetTypedRule) rule = { 0 };

      g_assert_false (stafet_typed_rule (bad[i].text, today (), &rule, &error));
      g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE);
      if (strstr (error->message, bad[i].said) == NULL)
        g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, bad[i].said));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (StafetTypedRule) rule = { 0 };

      g_assert_false (stafet_typed_rule (empty[i], today (), &rule, &error));
      g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE);
    }
}

/* ——— What the program says itself ——— */

static int
pick (int low, int high)
{
  return g_test_rand_int_range (low, high + 1);
}

static gboolean
perhaps (void)
{
  return g_test_rand_bit ();
}

/* ";NAME=a,b" of one to @most numbers in [1, high], some of them from the end. */
static void
add_list (GString *rule, const char *name, int most, int high, gboolean negative)
{
  g_string_append_printf (rule, ";%s=", name);
  for (int i = 0, n = pick (1, most); i < n; i++)
    g_string_append_printf (rule, "%s%d", i > 0 ? "," : "",
                            pick (1, high) * (negative && pick (0, 2) == 0 ? -1 : 1));
}

static const char *const keys[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* Weekdays; numbered up to @highest unless it is 0. */
static void
add_days (GString *rule, int most, int highest)
{
  guint numbered = 0;

  g_string_append (rule, ";BYDAY=");
  for (int i = 0, n = pick (1, most); i < n; i++)
    {
      int day = pick (0, 6);
      gboolean number = highest > 0 && (pick (0, 3) > 0 || (numbered >> day & 1));

      /* "every Thursday and the second": the second says nothing. */
      if (highest > 0 && !number && (numbered >> (day + 8) & 1))
        number = FALSE;
      g_string_append (rule, i > 0 ? "," : "");
      if (number)
        g_string_append_printf (rule, "%d", pick (1, highest) * (pick (0, 2) == 0 ? -1 : 1));
      numbered |= number ? 1u << day : 0;
      g_string_append (rule, keys[day]);
    }
}

static void
random_daily (GString *rule)
{
  g_string_append (rule, "FREQ=DAILY");
  if (perhaps ())
    g_string_append_printf (rule, ";INTERVAL=%d", pick (2, 30));
  if (pick (0, 3) == 0)
    add_days (rule, 4, 0);
  if (pick (0, 3) == 0)
    add_list (rule, "BYMONTHDAY", 3, 31, TRUE);
  if (pick (0, 3) == 0)
    add_list (rule, "BYMONTH", 8, 12, FALSE);
}

static void
random_weekly (GString *rule)
{
  g_string_append (rule, "FREQ=WEEKLY");
  if (pick (0, 2) == 0)
    g_string_append_printf (rule, ";INTERVAL=%d", pick (2, 12));
  if (pick (0, 5) > 0)
    add_days (rule, 7, 0);
  if (pick (0, 5) == 0)
    g_string_append (rule, strstr (rule->str, "BYDAY") == NULL ? ";" ALL_WEEK : "");
  if (pick (0, 3) == 0)
    add_list (rule, "BYMONTH", 8, 12, FALSE);
}

/* The days of a month or a year, in each of the shapes that words are made of. */
static void
add_month_shape (GString *rule, int highest)
{
  switch (pick (0, 6))
    {
    case 0:
      break;
    case 1:
      add_days (rule, 4, highest);
      break;
    case 2:
      add_days (rule, 1, 5);
      break;
    case 3:
      add_list (rule, "BYMONTHDAY", 4, 31, TRUE);
      break;
    case 4:
      add_list (rule, "BYMONTHDAY", 4, 31, TRUE);
      add_days (rule, 3, perhaps () ? highest : 0);
      break;
    case 5:
      g_string_append (rule, perhaps () ? ";BYDAY=MO,TU,WE,TH,FR" : ";BYDAY=TU");
      add_list (rule, "BYSETPOS", 2, 5, TRUE);
      break;
    default:
      add_list (rule, "BYMONTHDAY", 4, 31, TRUE);
      add_list (rule, "BYSETPOS", 2, 3, TRUE);
    }
}

static void
random_monthly (GString *rule)
{
  g_string_append (rule, "FREQ=MONTHLY");
  if (perhaps ())
    g_string_append_printf (rule, ";INTERVAL=%d", pick (2, 12));
  add_month_shape (rule, 5);
  if (pick (0, 3) == 0)
    add_list (rule, "BYMONTH", 8, 12, FALSE);
}

static void
random_yearly (GString *rule)
{
  g_string_append (rule, "FREQ=YEARLY");
  if (perhaps ())
    g_string_append_printf (rule, ";INTERVAL=%d", pick (2, 6));
  add_month_shape (rule, perhaps () ? 5 : 53);
  if (perhaps ())
    add_list (rule, "BYMONTH", perhaps () ? 1 : 8, 12, FALSE);
}

static char *
random_season (void)
{
  int from = pick (1, 12), to = pick (1, 12);

  return g_strdup_printf ("%02d-%02d/%02d-%02d", from, pick (1, stafet_date_days_in_month (2024, from)), to,
                          pick (1, stafet_date_days_in_month (2024, to)));
}

static char *
random_weeks (void)
{
  GString *weeks = g_string_new (NULL);

  for (int week = pick (1, 20); week <= 53; week += pick (1, 20))
    g_string_append_printf (weeks, "%s%d", weeks->len > 0 ? "," : "", week);
  return g_string_free (weeks, FALSE);
}

static void
timing_clear (StafetTiming *timing)
{
  g_free (timing->rule);
  g_free (timing->season);
  g_free (timing->skip_weeks);
}

/* Whether it is a day that no year has, such as 31 February. */
static gboolean
is_impossible (const StafetTiming *timing)
{
  const StafetRule *rule = &timing->parsed;
  int year, month, day;

  stafet_date_split (timing->first_date, &year, &month, &day);
  if (rule->n_by_month_day > 0)
    day = rule->by_month_day[0];
  return rule->n_by_month == 1 && rule->n_by_month_day <= 1
         && ABS (day) > stafet_date_days_in_month (2024, rule->by_month[0]);
}

static void
random_timing (StafetTiming *timing)
{
  static void (*const shapes[]) (GString *) = { random_daily, random_weekly, random_monthly, random_yearly };
  int shape = pick (0, 3);
  GString *rule = g_string_new (NULL);
  gboolean is_weekly = shape == 1;
  g_autoptr (GError) error = NULL;

  shapes[shape](rule);
  *timing = (StafetTiming){ .start = stafet_wall_new (today () + pick (0, 800), 600),
                            .rule = g_string_free (rule, FALSE),
                            .parity = is_weekly ? pick (-1, 1) : STAFET_PARITY_NONE,
                            .season = is_weekly && perhaps () ? random_season () : g_strdup (""),
                            .skip_weeks = is_weekly && perhaps () ? random_weeks () : g_strdup (""),
                            .until = STAFET_DATE_NONE };
  timing->end = timing->start + 90;
  if (perhaps ())
    timing->until = stafet_wall_date (timing->start) + pick (0, 1000);
  g_assert_true (stafet_timing_validate (timing, &error));
  g_assert_no_error (error);
  stafet_timing_derive (timing);
}

/* Whether the number is one of every such weekday, or stands there twice. */
static gboolean
is_covered (const StafetRule *rule, StafetByDay day)
{
  for (int i = 0; day.ordinal != 0 && i < rule->n_by_day; i++)
    if (rule->by_day[i].ordinal == 0 && rule->by_day[i].weekday == day.weekday)
      return TRUE;
  return FALSE;
}

/* "den 2. torsdag" is the second of the month's Thursdays; "sidste dag" the last day of the month. */
static void
settle_positions (StafetRule *rule)
{
  int day = rule->by_day[0].weekday;

  if (rule->frequency != STAFET_FREQUENCY_MONTHLY || rule->n_by_set_pos == 0 || rule->n_by_month_day > 0
      || rule->n_by_day != 1 || rule->by_day[0].ordinal != 0)
    return;
  rule->n_by_day = 0;
  for (int i = 0; i < rule->n_by_set_pos; i++)
    rule->by_day[rule->n_by_day++] = (StafetByDay){ (gint8) rule->by_set_pos[i], (gint8) day };
  rule->n_by_set_pos = 0;
}

/* What the start gives is written out. */
static void
settle_start (StafetRule *rule, StafetDate start)
{
  int year, month, day;
  gboolean bare = rule->n_by_day == 0 && rule->n_by_month_day == 0;

  stafet_date_split (start, &year, &month, &day);
  if (bare && rule->frequency == STAFET_FREQUENCY_YEARLY && rule->n_by_month == 0)
    rule->by_month[rule->n_by_month++] = (gint8) month;
  if (bare && rule->frequency >= STAFET_FREQUENCY_MONTHLY)
    rule->by_month_day[rule->n_by_month_day++] = (gint8) day;
  if (bare && rule->frequency == STAFET_FREQUENCY_WEEKLY)
    rule->by_day[rule->n_by_day++] = (StafetByDay){ 0, (gint8) stafet_date_weekday (start) };
}

/* One text for all rules that give the same dates and have the same words. */
static char *
canonical (const char *text, const StafetTiming *timing)
{
  StafetRule rule, sorted;
  g_autofree char *written = NULL;
  int kept = 0;

  g_assert_true (stafet_rule_parse (text, NULL, &rule, NULL));
  for (int i = 0; i < rule.n_by_day; i++)
    if (!is_covered (&rule, rule.by_day[i]))
      rule.by_day[kept++] = rule.by_day[i];
  rule.n_by_day = (guint8) kept;
  settle_positions (&rule);
  if (rule.frequency == STAFET_FREQUENCY_DAILY && rule.interval % 7 == 0 && rule.n_by_day == 0
      && rule.n_by_month_day == 0)
    {
      rule.frequency = STAFET_FREQUENCY_WEEKLY;
      rule.interval /= 7;
    }
  if (rule.frequency == STAFET_FREQUENCY_WEEKLY && rule.interval == 1 && rule.n_by_day == 7
      && stafet_filter_is_empty (&timing->filter))
    {
      rule.frequency = STAFET_FREQUENCY_DAILY;
      rule.n_by_day = 0;
    }
  settle_start (&rule, stafet_wall_date (timing->start));
  written = stafet_rule_write (&rule);
  g_assert_true (stafet_rule_parse (written, NULL, &sorted, NULL));
  return stafet_rule_write (&sorted);
}

static void
assert_read_back (StafetLanguage language, const StafetTiming *timing)
{
  g_autofree char *words = stafet_words_rule (language, timing);
  g_autofree char *expected = canonical (timing->rule, timing), *got = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (StafetTypedRule) rule = { 0 };

  if (stafet_typed_rule (words, today (), &rule, &error))
    got = canonical (rule.rule, timing);
  if (g_strcmp0 (got, expected) != 0)
    g_test_message ("%s\n  “%s”: %s", timing->rule, words, error != NULL ? error->message : "");
  g_assert_cmpstr (got, ==, expected);
  g_assert_cmpint (rule.parity, ==, timing->parity);
  g_assert_cmpstr (rule.season, ==, timing->season);
  g_assert_cmpstr (rule.skip_weeks, ==, timing->skip_weeks);
  g_assert_cmpint (rule.until, ==, timing->until);
  g_assert_cmpint (rule.first, ==, STAFET_DATE_NONE);
  g_assert_cmpint (rule.from, ==, -1);
}

/* Every shape that stafet_words_rule() words is generated but those whose words promise less than the rule,
 * or a day that does not exist: BYSETPOS with neither days nor days of the month, RFC 5545's WKST, and a
 * sixth Thursday of a month or 31 February, which never give a date and are refused. */
static void
what_is_said_of_a_rule_is_read (gconstpointer language)
{
  for (int i = 0; i < 20000; i++)
    {
      StafetTiming timing;

      random_timing (&timing);
      if (!is_impossible (&timing))
        assert_read_back ((StafetLanguage) GPOINTER_TO_INT (language), &timing);
      timing_clear (&timing);
    }
}

/* ——— Whatever else may be typed ——— */

static void
add_texts (GPtrArray *texts, const Typed *typed, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (texts, (gpointer) typed[i].text);
}

/* Words of two phrases, some of them spoilt. */
static char *
mutate (const char *a, const char *b)
{
  g_auto (GStrv) first = g_strsplit (a, " ", -1), second = g_strsplit (b, " ", -1);
  guint n = g_strv_length (first), m = g_strv_length (second);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n + m; i++)
    if (pick (0, 3) > 0)
      g_string_append_printf (out, "%s%s", i < n ? first[i] : second[i - n], pick (0, 9) == 0 ? "" : " ");
  for (int i = pick (0, 3); i > 0 && out->len > 0; i--)
    {
      gsize at = (gsize) pick (0, (int) out->len - 1);

      if (perhaps ())
        g_string_insert_c (out, (gssize) at, "0123456789.-/,:"[pick (0, 14)]);
      else if (pick (0, 4) == 0)
        out->str[at] = (char) pick (1, 255);
      else
        g_string_erase (out, (gssize) at, 1);
    }
  return g_string_free (out, FALSE);
}

static void
assert_sound (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_auto (StafetTypedRule) typed = { 0 };
  StafetRule rule;
  StafetSeason season;
  guint64 weeks;
  gboolean read = stafet_typed_rule (text, today (), &typed, &error);

  g_assert_true (read == (error == NULL));
  g_assert_true (read == (typed.rule != NULL));
  if (!read)
    return;
  g_assert_true (*typed.rule == '\0' || stafet_rule_parse (typed.rule, NULL, &rule, NULL));
  g_assert_true (stafet_season_parse (typed.season, &season, NULL));
  g_assert_true (stafet_skip_weeks_parse (typed.skip_weeks, &weeks, NULL));
  g_assert_true (typed.to == -1 || (typed.from >= 0 && typed.to > typed.from));
  g_assert_cmpint (typed.from, <, STAFET_MINUTES_PER_DAY);
  if (*typed.rule == '\0' || rule.frequency != STAFET_FREQUENCY_WEEKLY)
    g_assert_true (typed.parity == STAFET_PARITY_NONE && season.from == 0 && weeks == 0);
}

static void
nothing_typed_does_harm (void)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  add_texts (texts, weekly, G_N_ELEMENTS (weekly));
  add_texts (texts, filtered, G_N_ELEMENTS (filtered));
  add_texts (texts, monthly, G_N_ELEMENTS (monthly));
  add_texts (texts, limits, G_N_ELEMENTS (limits));
  add_texts (texts, once, G_N_ELEMENTS (once));
  add_texts (texts, english, G_N_ELEMENTS (english));
  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *text =
        mutate (texts->pdata[pick (0, (int) texts->len - 1)], texts->pdata[pick (0, (int) texts->len - 1)]);

      assert_sound (text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
  g_test_add_func ("/core/typed-rule/weekly-rules", weekly_rules);
  g_test_add_func ("/core/typed-rule/weeks-seasons-and-holidays", filters);
  g_test_add_func ("/core/typed-rule/months-and-years", months_and_years);
  g_test_add_func ("/core/typed-rule/first-and-last-days", first_and_last_days);
  g_test_add_func ("/core/typed-rule/single-days", single_days);
  g_test_add_func ("/core/typed-rule/several-days", several_days);
  g_test_add_func ("/core/typed-rule/several-days-at-a-stretch", several_days_at_a_stretch);
  g_test_add_func ("/core/typed-rule/as-people-speak", as_people_speak);
  g_test_add_func ("/core/typed-rule/english-too", english_too);
  g_test_add_func ("/core/typed-rule/what-is-not-understood-is-named", what_is_not_understood_is_named);
  g_test_add_data_func ("/core/typed-rule/what-is-said-is-read/da", GINT_TO_POINTER (DA),
                        what_is_said_of_a_rule_is_read);
  g_test_add_data_func ("/core/typed-rule/what-is-said-is-read/en", GINT_TO_POINTER (EN),
                        what_is_said_of_a_rule_is_read);
  g_test_add_func ("/core/typed-rule/nothing-typed-does-harm", nothing_typed_does_harm);
  return g_test_run ();
}
