/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates, times and recurrence in words, as people in Denmark say them.
 *
 * Every text names its language, because feeds and paper follow the store's, not the process's. Texts
 * begin in lower case in Danish, ready to stand inside a sentence. They are (transfer full) unless they
 * are const.
 */
#pragma once

#include "stafet-i18n.h"
#include "stafet-timing.h"

G_BEGIN_DECLS

/* "tirsdag"; "Tuesday". */
const char *stafet_words_weekday (StafetLanguage language, StafetWeekday weekday);
/* "tir."; "Tue". */
const char *stafet_words_short_weekday (StafetLanguage language, StafetWeekday weekday);
/* "november"; @month is 1-12. */
const char *stafet_words_month (StafetLanguage language, int month);

/* "24. november"; "24 November". */
char *stafet_words_day (StafetLanguage language, StafetDate date);
/* "24. november 2026" */
char *stafet_words_day_with_year (StafetLanguage language, StafetDate date);
/* "23.–29. november", "30. november – 6. december". */
char *stafet_words_days (StafetLanguage language, StafetDate from, StafetDate to);
/* "23.–29. november 2026", "16. oktober 2026": with the year of the last day. */
char *stafet_words_days_with_year (StafetLanguage language, StafetDate from, StafetDate to);
/* "tirsdag den 24. november"; "Tuesday 24 November". */
char *stafet_words_date (StafetLanguage language, StafetDate date);
/* "tirsdag den 24. november 2026" */
char *stafet_words_date_with_year (StafetLanguage language, StafetDate date);
/* "tir. 24/11"; "Tue 24/11". */
char *stafet_words_short_date (StafetLanguage language, StafetDate date);
/* "uge 48"; @week is an ISO week number. */
char *stafet_words_week (StafetLanguage language, int week);
/* "2", "1,5" or "0,75" of so many hundredths. (transfer full) */
char *stafet_words_hundredths (StafetLanguage language, gint32 hundredths);

/* "8.30": without the word before it. @minutes after midnight. */
char *stafet_words_clock (StafetLanguage language, int minutes);
/* "kl. 8.30"; "8:30". @minutes after midnight. */
char *stafet_words_time (StafetLanguage language, int minutes);
/* "kl. 10.00–12.00"; "10:00–12:00". The night 22-06 is "kl. 22.00–6.00", an end at midnight is 24.00. A
 * span of more than 24 hours names the date of its end: "kl. 10.00 – 26. november kl. 12.00". */
char *stafet_words_time_span (StafetLanguage language, StafetWall start, StafetWall end);
/* The same in a column of times: "10.00–12.00". */
char *stafet_words_hours (StafetLanguage language, StafetWall start, StafetWall end);
/* "23. november kl. 8.30" */
char *stafet_words_instant (StafetLanguage language, StafetWall wall);
/* The same as somebody says it on @today: "i dag kl. 8.30", "i går kl. 8.30", "23. november 2025 kl. 8.30".
 */
char *stafet_words_when (StafetLanguage language, StafetWall wall, StafetDate today);

/* When a series happens, without its time of day: "hver uge mandag og onsdag", "den 2. og 4. torsdag i
 * måneden", "tirsdag i lige uger, 1. september til 31. maj, ikke uge 7 og 42, til 31. maj 2027", "én
 * gang". @timing is derived (stafet_timing_derive()). */
char *stafet_words_rule (StafetLanguage language, const StafetTiming *timing);

/* The times at which a volunteer can come, of StafetAvailability: "tirsdag og torsdag kl. 8–14, fredag kl.
 * 9–12 i lige uger (helst)". "" for none. Read back by stafet_typed_availability(). */
char *stafet_words_availability (StafetLanguage language, const GPtrArray *windows);

G_END_DECLS
