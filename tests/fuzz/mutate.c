/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs a fuzz target without a fuzzer: every file of its corpus as it is, cut off anywhere, and altered by
 * chance that is the same each time.
 */
#include "fuzz.h"

#include <string.h>

#define ROUNDS 400
#define MOST_CUTS 200

/* Octets in an allocation of their own, so that a sanitizer sees the first one beyond. */
static void
run (const char *octets, gsize length)
{
  g_autofree guint8 *exact = g_malloc (MAX (length, 1));

  memcpy (exact, octets, length);
  LLVMFuzzerTestOneInput (exact, length);
}

static void
cut_off (const char *octets, gsize length)
{
  gsize step = length / MOST_CUTS + 1;

  for (gsize n = 0; n <= length; n += step)
    run (octets, n);
}

/* Overwrites, takes out or doubles a piece. */
static void
alter (GString *text, GRand *rand)
{
  gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) text->len);
  gsize most = (gsize) g_rand_int_range (rand, 1, 40), n = MIN (most, text->len - at);
  g_autofree char *piece = g_memdup2 (text->str + at, n);

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      text->str[at] = (char) g_rand_int_range (rand, 0, 256);
      break;
    case 1:
      g_string_erase (text, (gssize) at, (gssize) n);
      break;
    default:
      g_string_insert_len (text, g_rand_int_range (rand, 0, (gint32) text->len), piece, (gssize) n);
    }
}

static void
survives (gconstpointer data)
{
  const char *path = data;
  g_autofree char *octets = NULL;
  gsize length;
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_str_hash (path + strlen (path) / 2));

  g_assert_true (g_file_get_contents (path, &octets, &length, NULL));
  cut_off (octets, length);
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GString) text = g_string_new_len (octets, (gssize) length);

      for (int i = g_rand_int_range (rand, 1, 8); i > 0 && text->len > 0; i--)
        alter (text, rand);
      run (text->str, text->len);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *title = g_strdup_printf ("/fuzz/survives-alterations-of/%s", name);

      g_ptr_array_add (paths, g_build_filename (argv[1], name, NULL));
      g_test_add_data_func (title, paths->pdata[paths->len - 1], survives);
    }
  return g_test_run ();
}
