/** What can be grasped on the canvas: one tool for each kind of {@link mien.engine.edit.Handle}. */
package mien.app.canvas.tool;
