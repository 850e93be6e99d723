/**
 * Pictures of the engine on their way to the screen; {@link mien.app.pixels.PictureImage} takes the
 * newest there, {@link mien.app.pixels.TiledImage} shows it at the resolution that is looked at.
 */
package mien.app.pixels;
