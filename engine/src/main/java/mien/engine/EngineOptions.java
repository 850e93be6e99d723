package mien.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How an engine is opened.
 *
 * @param modelFolders where packs are looked for, the most important first; empty: the standard
 *     places
 * @param warmUp whether models are loaded in the background at once, so that the first edit is fast
 */
public record EngineOptions(Optional<List<Path>> modelFolders, boolean warmUp) {

    /** The standard model folders, nothing loaded before it is needed: for the command line. */
    public static final EngineOptions DEFAULT = new EngineOptions(Optional.empty(), false);

    public EngineOptions {
        modelFolders = modelFolders.map(List::copyOf);
    }

    /** Loads the models in the background at once: for the studio. */
    public EngineOptions warm() {
        return new EngineOptions(modelFolders, true);
    }

    /** Looks for packs in these folders only. */
    public EngineOptions withModelFolders(List<Path> folders) {
        return new EngineOptions(Optional.of(folders), warmUp);
    }
}
