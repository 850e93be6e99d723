/**
 * What the studio remembers between two starts; {@link mien.app.prefs.PreferenceFile} keeps it in
 * the user's folder.
 */
package mien.app.prefs;
