package mien.engine.job;

import java.nio.file.Path;

/**
 * Where the places of a run are kept, so that it can go on in another process.
 *
 * @param folder of this run alone
 * @param lasting whether it stays when the run has ended; else only when the process ended first
 */
public record RunRecord(Path folder, boolean lasting) {}
