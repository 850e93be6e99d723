package mien.app.shell;

import java.nio.file.Path;
import mien.app.keys.KeysViewModel;
import mien.app.prefs.EngineViewModel;
import mien.app.prefs.PreferencesViewModel;
import mien.app.text.Texts;
import mien.app.tour.TourViewModel;

/**
 * What a view stands in; all but the words outlives it.
 *
 * @param files asks for files
 * @param links shows addresses
 * @param config the folder of the person's settings, for presets and poses
 */
record Surroundings(
        Texts texts,
        FileAsk files,
        ToolkitLinks links,
        Path config,
        PreferencesViewModel preferences,
        KeysViewModel keys,
        EngineViewModel engine,
        TourViewModel tour) {}
