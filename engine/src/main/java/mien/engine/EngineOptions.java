package mien.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How an engine is opened.
 *
 * @param modelFolders where packs are looked for, the most important first; empty: the standard
 *     places
 * @param warmUp whether the model of the first system is loaded in the background at once, and that
 *     of another one as soon as a picture is opened in it, so that the first edit is fast
 * @param runs a folder where runs are kept while they go on, so that one goes on after a crash;
 *     empty: they are not
 * @param experience a file that says what runs took, to tell it of those to come; empty: it is
 *     forgotten with the engine
 */
public record EngineOptions(
        Optional<List<Path>> modelFolders,
        boolean warmUp,
        Optional<Path> runs,
        Optional<Path> experience) {

    /** The standard model folders, nothing loaded before it is needed: for the command line. */
    public static final EngineOptions DEFAULT =
            new EngineOptions(Optional.empty(), false, Optional.empty(), Optional.empty());

    public EngineOptions {
        modelFolders = modelFolders.map(List::copyOf);
    }

    /** Loads models in the background before they are asked for: for the studio. */
    public EngineOptions warm() {
        return new EngineOptions(modelFolders, true, runs, experience);
    }

    /** Looks for packs in these folders only. */
    public EngineOptions withModelFolders(List<Path> folders) {
        return new EngineOptions(Optional.of(folders), warmUp, runs, experience);
    }

    /** Keeps runs in a folder while they go on: for the studio. */
    public EngineOptions withRuns(Path folder) {
        return new EngineOptions(modelFolders, warmUp, Optional.of(folder), experience);
    }

    /** Keeps what runs took in a file: for the studio. */
    public EngineOptions withExperience(Path file) {
        return new EngineOptions(modelFolders, warmUp, runs, Optional.of(file));
    }
}
