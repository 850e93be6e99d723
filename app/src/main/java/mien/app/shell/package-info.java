/**
 * The window and what stands in it. {@link mien.app.shell.StudioApp} opens it, {@link
 * mien.app.shell.StudioViewModel} is its state, {@link mien.app.shell.StudioView} its layout. All
 * keys stand in {@link mien.app.shell.Actions}.
 */
package mien.app.shell;
