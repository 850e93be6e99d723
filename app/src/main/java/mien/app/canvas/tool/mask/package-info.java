/**
 * Painting masks and layouts on the canvas: brush, eraser, lasso, rectangle and fill, what they are
 * set to, and the veil that shows the mask over the picture.
 *
 * <p>{@link mien.app.canvas.tool.mask.Painter} says what gestures do, without a toolkit; {@link
 * mien.app.canvas.tool.mask.MaskTool} puts it on the canvas; {@link
 * mien.app.canvas.tool.mask.MaskOptions} is the strip beside it.
 */
package mien.app.canvas.tool.mask;
