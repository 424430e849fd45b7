/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small world that the tests of feeds and publishing share: a community house, a nursing home with two
 * wards, and people with private facts that no feed may tell.
 */
#pragma once

#include "plan/stafet-plan.h"

#include <string.h>

/* Tuesday of week 48. */
#define WORLD_TODAY (stafet_date_new (2026, 11, 24))

/* What is private of the people in the world: no feed at any level may hold one of them. Names of asked and
 * protected people are among them. */
static const char *const world_secrets[] = {
  "13583142", "13 58 31 42", "lis@",   "hemmelig", "Fjordvej", "8541", "Ane",          "Skjult", "Spurgt",
  "Kirsten",  "børne",       "set af", "13990000", "13770000", "Gæst", "hjælpemiddel", "Nøglen"
};

static inline void
world_set (gpointer record, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  stafet_record_set_text (record, stafet_record_info_field (STAFET_RECORD_INFO (record), key), value, &error);
  g_assert_no_error (error);
}

/* A valid record from "KEY", "VALUE" pairs. */
static inline gpointer
world_make (StafetKind kind, const char *uid, va_list pairs)
{
  gpointer record = stafet_record_new (kind, uid);
  g_autoptr (GError) error = NULL;

  for (const char *key = va_arg (pairs, const char *); key != NULL; key = va_arg (pairs, const char *))
    world_set (record, key, va_arg (pairs, const char *));
  stafet_record_validate (record, &error);
  g_assert_no_error (error);
  return record;
}

static inline void
world_add (StafetChangeset *world, StafetKind kind, const char *uid, ...)
{
  va_list pairs;

  va_start (pairs, uid);
  stafet_changeset_insert (world, world_make (kind, uid, pairs));
  va_end (pairs);
}

static inline void
world_add_people (StafetChangeset *w)
{
  world_add (w, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", "mail", "lis@post.example", "note",
             "hemmelig note", "address", "Fjordvej 3", "postcode", "8541", "check_by", "set af Pia",
             "call_when", "efter børnehave", NULL);
  world_add (w, STAFET_KIND_PHONE, "lis-phone", "volunteer", "lis", "number", "13583142", NULL);
  world_add (w, STAFET_KIND_VOLUNTEER, "karen", "name", "Karen Margrethe Friis", "short_name", "KM", NULL);
  world_add (w, STAFET_KIND_VOLUNTEER, "ane", "name", "Ane Skjult", "protected", "yes", NULL);
  world_add (w, STAFET_KIND_VOLUNTEER, "bo", "name", "Kirsten Spurgt", NULL);
  world_add (w, STAFET_KIND_ORGANISER, "choir", "name", "Sangvennerne", "phone", "13990000", NULL);
}

static inline void
world_add_places (StafetChangeset *w)
{
  world_add (w, STAFET_KIND_SETTINGS, STAFET_SETTINGS_UID, "language", "en", "zone", STAFET_ZONE_DEFAULT,
             NULL);
  world_add (w, STAFET_KIND_AREA, "north", "name", "Nord", NULL);
  world_add (w, STAFET_KIND_HOUSE, "home", "name", "Møllestien", "kind", "community", "phone", "13245671",
             "address", "Grønnegade 10", "postcode", "8000", "town", "Aarhus C", "area", "north", NULL);
  world_add (w, STAFET_KIND_HOUSE, "nursing", "name", "Skovvang", "kind", "nursing", NULL);
  world_add (w, STAFET_KIND_WARD, "b1", "name", "B.1", "house", "nursing", NULL);
  world_add (w, STAFET_KIND_WARD, "b2", "name", "B.2", "house", "nursing", NULL);
  world_add (w, STAFET_KIND_WARD, "b3", "name", "B.3", "house", "nursing", NULL);
  world_add (w, STAFET_KIND_ROOM, "hall", "name", "Store sal", "house", "home", NULL);
  world_add (w, STAFET_KIND_CONTACT, "pia", "name", "Pia Lauge", "role", "Oplevelsesmedarbejder", "ward",
             "b1", NULL);
}

/* Singing in B.1 and B.2 on Thursdays, a night watch in B.1 on Saturdays, krolf and a private loan at home,
 * and a café shift that stands alone. */
static inline void
world_add_series (StafetChangeset *w)
{
  world_add (w, STAFET_KIND_ACTIVITY, "song", "title", "Sang", "house", "home", "start", "2026-03-05T10:00",
             "end", "2026-03-05T12:00", "rule", "FREQ=WEEKLY", "received_by", "pia", "make_ready",
             "Stole og kaffe", "meeting_place", "Dagligstuen", "category", "music", NULL);
  world_add (w, STAFET_KIND_STOP, "stop1", "activity", "song", "ward", "b1", "from_minute", "0", "to_minute",
             "45", NULL);
  world_add (w, STAFET_KIND_STOP, "stop2", "activity", "song", "ward", "b2", "from_minute", "60", "to_minute",
             "105", NULL);
  world_add (w, STAFET_KIND_SHIFT, "singers", "role", "Sangere", "wanted", "3", "max", "9", "activity",
             "song", NULL);
  world_add (w, STAFET_KIND_ACTIVITY, "night", "title", "Vågetjeneste", "house", "home", "ward", "b1",
             "start", "2026-03-07T22:00", "end", "2026-03-08T06:00", "rule", "FREQ=WEEKLY", NULL);
  world_add (w, STAFET_KIND_SHIFT, "watch", "role", "Våger", "wanted", "1", "activity", "night", NULL);
  world_add (w, STAFET_KIND_ACTIVITY, "krolf", "title", "Krolf", "house", "home", "room", "hall", "start",
             "2026-03-04T10:00", "end", "2026-03-04T12:00", "rule", "FREQ=WEEKLY", "price", "20 kr.", NULL);
  world_add (w, STAFET_KIND_ACTIVITY, "loan", "title", "Privat fest", "house", "home", "start",
             "2026-11-28T18:00", "end", "2026-11-28T23:00", "visibility", "occupied", NULL);
  world_add (w, STAFET_KIND_ACTIVITY, "inner", "title", "Personalemøde", "house", "home", "start",
             "2026-11-27T14:00", "end", "2026-11-27T15:00", "visibility", "hidden", NULL);
  world_add (w, STAFET_KIND_SHIFT, "cafe", "role", "Café", "wanted", "2", "house", "home", "start",
             "2026-03-02T09:00", "end", "2026-03-02T12:00", "rule", "FREQ=WEEKLY", NULL);
}

static inline void
world_add_staff (StafetChangeset *w)
{
  world_add (w, STAFET_KIND_STANDING, "s1", "shift", "singers", "volunteer", "lis", NULL);
  world_add (w, STAFET_KIND_STANDING, "s2", "shift", "singers", "volunteer", "ane", NULL);
  world_add (w, STAFET_KIND_STANDING, "s3", "shift", "watch", "volunteer", "karen", NULL);
  world_add (w, STAFET_KIND_STANDING, "s4", "shift", "singers", "organiser", "choir", "count", "4", NULL);
  world_add (w, STAFET_KIND_ASSIGNMENT, "a1", "shift", "cafe", "date", "2026-11-30", "volunteer", "bo",
             "state", "asked", NULL);
}

/* What is said of the song and of its next date to volunteers, or to nobody else; and who signed up for it.
 */
static inline void
world_add_own (StafetChangeset *w)
{
  world_add (w, STAFET_KIND_EXCEPTION, "own", "activity", "song", "date", "2026-11-26", "changes",
             "{'note': 'hemmelig den dag', 'volunteer_text': 'Nøglen ligger i skuret', 'transport': 'yes'}",
             NULL);
  world_add (w, STAFET_KIND_SIGNUP, "guest", "activity", "song", "date", "2026-11-26", "name", "Gæst",
             "phone", "13770000", "transport", "Fjordvej 8", "aid", "yes", "note", "hemmelig", "position",
             "1", NULL);
  world_add (w, STAFET_KIND_TALLY, "tally", "activity", "song", "date", "2026-11-19", "heads", "17", "note",
             "hemmelig", NULL);
}

static inline StafetChangeset *
world_new (void)
{
  StafetChangeset *w = stafet_changeset_new (STAFET_CHANGESET_SYSTEM);

  world_add_places (w);
  world_add_people (w);
  world_add_series (w);
  world_add_staff (w);
  world_add_own (w);
  stafet_changeset_set_label (w, "world");
  return w;
}

/* The text of a calendar as a reader sees it: unfolded. */
static inline char *
world_unfold (const char *calendar)
{
  g_auto (GStrv) folds = g_strsplit (calendar, "\r\n ", -1);

  return g_strjoinv ("", folds);
}
