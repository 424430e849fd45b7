/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between files, records and avatars.
 */
#include "stafet-photo.h"

#include "core/stafet-care.h"
#include "core/stafet-error.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* Pixels of the longer side. */
#define SIDE 256
#define QUALITY "80"

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

char *
stafet_photo_read (const char *path, GError **error)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_file_at_scale (path, SIDE, SIDE, TRUE, NULL);
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  upright = picture != NULL ? gdk_pixbuf_apply_embedded_orientation (picture) : NULL;
  if (upright != NULL
      && gdk_pixbuf_save_to_buffer (upright, &bytes, &length, "jpeg", NULL, "quality", QUALITY, NULL)
      && length <= STAFET_PHOTO_MAX)
    return g_base64_encode ((const guchar *) bytes, length);
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
               _ ("“%s” is no picture that can be read. Choose a JPEG or PNG file."), path);
  return NULL;
}
