package mien.engine.cli;

import mien.engine.EngineOptions;

/**
 * What every verb is given.
 *
 * @param console where it speaks
 * @param interrupt how it is ended early
 * @param engine how it opens the engine
 */
record Context(Console console, Interrupt interrupt, EngineOptions engine) {}
