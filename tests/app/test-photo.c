/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of volunteers: whatever is chosen fits into a record, or is refused with a sentence.
 */
#include "app/stafet-photo.h"
#include "core/stafet-care.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

static GdkPixbuf *
noise (int width, int height)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (5);
  GdkPixbuf *picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  guchar *pixels = gdk_pixbuf_get_pixels (picture);

  for (int i = 0; i < gdk_pixbuf_get_rowstride (picture) * (height - 1) + width * 3; i++)
    pixels[i] = (guchar) g_rand_int_range (chance, 0, 256);
  return picture;
}

static void
assert_fits (const char *folder, int width, int height, const char *type)
{
  g_autofree char *path = g_build_filename (folder, type, NULL), *image = NULL;
  g_autoptr (GdkPixbuf) picture = noise (width, height);
  g_autoptr (StafetRecord) photo = stafet_record_new (STAFET_KIND_PHOTO, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (gdk_pixbuf_save (picture, path, type, &error, NULL));
  image = stafet_photo_read (path, &error);
  g_assert_no_error (error);
  stafet_record_set_text (photo, stafet_record_info_field (&stafet_photo_info, "image"), image, &error);
  g_assert_no_error (error);
  stafet_record_set_text (photo, stafet_record_info_field (&stafet_photo_info, "volunteer"), "lis", NULL);
  stafet_record_set_text (photo, stafet_record_info_field (&stafet_photo_info, "consent"), "2026-11-24",
                          NULL);
  g_assert_true (stafet_record_validate (photo, &error));
  g_remove (path);
}

static void
what_is_chosen_fits (void)
{
  g_autofree char *folder = g_dir_make_tmp ("stafet-XXXXXX", NULL);

  assert_fits (folder, 800, 1100, "png");
  assert_fits (folder, 1600, 900, "jpeg");
  assert_fits (folder, 7, 2000, "png");
  assert_fits (folder, 1, 1, "png");
  g_rmdir (folder);
}

static void
what_is_no_picture_is_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("stafet-XXXXXX", NULL),
                  *path = g_build_filename (folder, "a.png", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "\x89PNG\r\n\x1a\nnothing", -1, NULL));
  g_assert_null (stafet_photo_read (path, &error));
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);
  g_remove (path);
  g_assert_null (stafet_photo_read (path, &error));
  g_assert_nonnull (error);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/photo/what-is-chosen-fits", what_is_chosen_fits);
  g_test_add_func ("/app/photo/what-is-no-picture-is-refused", what_is_no_picture_is_refused);
  return g_test_run ();
}
