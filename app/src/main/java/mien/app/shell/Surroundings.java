package mien.app.shell;

import mien.app.keys.KeysViewModel;
import mien.app.prefs.EngineViewModel;
import mien.app.prefs.PreferencesViewModel;
import mien.app.text.Texts;

/**
 * What a view stands in; all but the words outlives it.
 *
 * @param files asks for files
 * @param links shows addresses
 */
record Surroundings(
        Texts texts,
        FileAsk files,
        ToolkitLinks links,
        PreferencesViewModel preferences,
        KeysViewModel keys,
        EngineViewModel engine) {}
