/**
 * The results of an edit, to go back to, to star and to compare. Start with {@link
 * mien.app.versions.VersionsStrip}; what it shows is in {@link mien.app.edit.Versions}.
 */
package mien.app.versions;
