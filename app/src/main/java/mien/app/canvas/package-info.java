/**
 * The picture in the middle. {@link mien.app.canvas.CanvasView} shows it, {@link
 * mien.app.canvas.Viewport} says where on the screen it lies, {@link mien.app.canvas.Gestures}
 * tells what hands do; the active {@link mien.app.canvas.tool.Tool} draws handles over it in a
 * layer of the window's size. {@link mien.app.canvas.FilmStrip} holds the steps of a run.
 */
package mien.app.canvas;
