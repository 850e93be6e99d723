package mien.engine.cli;

import java.nio.file.Path;
import mien.engine.EngineOptions;

/**
 * What every verb is given.
 *
 * @param console where it speaks
 * @param interrupt how it is ended early
 * @param engine how it opens the engine
 * @param cache folder for what can be made again
 */
record Context(Console console, Interrupt interrupt, EngineOptions engine, Path cache) {

    /** Where the training of a recipe keeps its state. */
    Path training(String recipe) {
        return cache.resolve("train").resolve(recipe);
    }

    /** The steps of the newest edits. */
    KeptRuns runs() {
        return new KeptRuns(cache.resolve("runs"));
    }

    /** Where drawn people wait for trainings. */
    Path people() {
        return cache.resolve("people");
    }
}
