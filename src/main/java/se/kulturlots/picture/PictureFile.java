package se.kulturlots.picture;

/**
 * A file of a picture.
 *
 * @param width in pixels
 * @param format jpg or webp
 * @param content the file
 */
record PictureFile(int width, String format, byte[] content) {
}
