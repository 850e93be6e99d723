/**
 * Pictures as plain arrays: reading, writing, resizing, contact sheets and short films.
 *
 * <p>This is the only package that talks to ImageIO; everything else sees {@link
 * mien.engine.picture.Picture}. Start there.
 */
package mien.engine.picture;
