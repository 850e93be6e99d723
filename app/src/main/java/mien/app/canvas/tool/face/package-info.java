/**
 * Faces in the picture: which of them are edited, where they lie, and whose identity they get.
 * {@link mien.app.canvas.tool.face.FacesModel} says what can be done; the tool for the canvas and
 * the panel beside it only show and ask.
 */
package mien.app.canvas.tool.face;
