/**
 * What the studio remembers between two starts ({@link mien.app.prefs.Preferences}, kept by {@link
 * mien.app.prefs.PreferenceFile} in the user's folder), and the pages that show it: preferences,
 * and what the engine runs on.
 */
package mien.app.prefs;
