/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much everything weighs by which matches are ranked: for stafet-match.c and its parts, and for the page
 * that ranks without the program.
 */
#pragma once

/* From so many letters on an entry is also found at either end of a compound: "gymnastik" in
 * "stolegymnastik". */
#define STAFET_MATCH_LONG_ENTRY 5
#define STAFET_MATCH_SHORTEST_STEM 3

/* What a word within another, and one with letters amiss, is worth beside the word itself. */
#define STAFET_MATCH_WITHIN 0.8f
#define STAFET_MATCH_AROUND 0.6f
#define STAFET_MATCH_AMISS 0.6f
/* The shortest stem that counts within another. */
#define STAFET_MATCH_SHORTEST_WITHIN 4
/* From so many letters on one may be amiss, and two. */
#define STAFET_MATCH_ONE_AMISS 5
#define STAFET_MATCH_TWO_AMISS 9

/* So many metres halve what something is worth. */
#define STAFET_MATCH_HALF_WAY 12000.0
#define STAFET_MATCH_OTHER_TIME 0.7
#define STAFET_MATCH_RIGHT_TIME 1.15
#define STAFET_MATCH_DEAR 0.6
#define STAFET_MATCH_NO_LIFT 0.85
#define STAFET_MATCH_FULL 0.75
#define STAFET_MATCH_HERE 1.05
/* Somebody who comes along the first time. */
#define STAFET_MATCH_ALONG 1.0
/* When no word is found. */
#define STAFET_MATCH_AT_THAT_TIME 4
/* Of what is called the same, so many are listed. */
#define STAFET_MATCH_MOST_OF_A_TITLE 2

/* Nearer than that speaks for it; farther than that does not. */
#define STAFET_MATCH_NEAR_METRES 3000
#define STAFET_MATCH_FAR_METRES 6000
