/**
 * One picture being edited, and the inspector beside it. {@link mien.app.edit.EditViewModel} is the
 * whole state (start there); {@link mien.app.edit.Inspector} is built from what the editing system
 * says can be set, so that no room has code of its own.
 */
package mien.app.edit;
