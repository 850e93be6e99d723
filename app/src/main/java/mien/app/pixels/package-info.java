/**
 * Pictures of the engine on their way to the screen; {@link mien.app.pixels.PictureImage} takes the
 * newest there.
 */
package mien.app.pixels;
