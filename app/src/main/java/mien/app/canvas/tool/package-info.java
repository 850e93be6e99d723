/**
 * What the pointer and the keys do on the canvas: {@link mien.app.canvas.tool.Tool} is what the
 * canvas asks of it; there is one for each kind of {@link mien.engine.edit.Handle}.
 */
package mien.app.canvas.tool;
