/**
 * Pictures leaving the studio: what a file says of how it was made, layers, contact sheets.
 *
 * <p>{@link mien.engine.picture.export.Provenance} is what is written as XMP into every kind of
 * file, and {@link mien.engine.picture.export.XmpFile} reads it back. {@link
 * mien.engine.picture.export.LayeredPicture} becomes a PSD or OpenRaster file. Start with {@link
 * mien.engine.picture.export.Export}.
 */
package mien.engine.picture.export;
