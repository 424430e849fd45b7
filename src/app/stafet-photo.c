/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between files, records and avatars.
 */
#include "stafet-photo.h"

#include "core/stafet-care.h"
#include "core/stafet-error.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* (transfer full), NULL for none. */
static GdkPaintable *
picture_of (const StafetSnapshot *snapshot, StafetUid volunteer)
{
  const GPtrArray *photos = stafet_snapshot_index (snapshot, STAFET_INDEX_PHOTO_BY_VOLUNTEER, volunteer);
  g_autoptr (GBytes) bytes = NULL;
  guchar *data;
  gsize length;

  if (photos->len == 0)
    return NULL;
  data = g_base64_decode (((StafetPhoto *) g_ptr_array_index (photos, photos->len - 1))->image, &length);
  bytes = g_bytes_new_take (data, length);
  return GDK_PAINTABLE (gdk_texture_new_from_bytes (bytes, NULL));
}

void
stafet_photo_show (AdwAvatar *avatar, const StafetSnapshot *snapshot, const StafetVolunteer *volunteer)
{
  g_autoptr (GdkPaintable) picture = picture_of (snapshot, volunteer->parent.uid);

  adw_avatar_set_text (avatar, volunteer->protected_ ? "" : volunteer->name);
  adw_avatar_set_custom_image (avatar, picture);
}

/* As JPEG of no more than a record takes: smaller and coarser until it is. (transfer full), NULL when it
 * cannot be. */
static char *
shrink (const GdkPixbuf *picture)
{
  static const int sides[] = { 256, 192, 144, 96 };
  static const char *const qualities[] = { "80", "60", "40" };
  int width = gdk_pixbuf_get_width (picture), height = gdk_pixbuf_get_height (picture);

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (qualities); j++)
      {
        double scale = MIN (1, (double) sides[i] / MAX (width, height));
        g_autoptr (GdkPixbuf) small = gdk_pixbuf_scale_simple (
          picture, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)), GDK_INTERP_BILINEAR);
        g_autofree char *bytes = NULL;
        gsize length;

        if (small != NULL
            && gdk_pixbuf_save_to_buffer (small, &bytes, &length, "jpeg", NULL, "quality", qualities[j], NULL)
            && length <= STAFET_PHOTO_MAX)
          return g_base64_encode ((const guchar *) bytes, length);
      }
  return NULL;
}

char *
stafet_photo_read (const char *path, GError **error)
{
  /* Whole, so that it is known which way up it was taken. */
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_file (path, NULL), upright = NULL;
  char *image;

  upright = picture != NULL ? gdk_pixbuf_apply_embedded_orientation (picture) : NULL;
  image = upright != NULL ? shrink (upright) : NULL;
  if (image == NULL)
    g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                 _ ("“%s” is no picture that can be read. Choose a JPEG or PNG file."), path);
  return image;
}
