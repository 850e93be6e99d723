package mien.engine.evaluate.exact;

import java.util.OptionalDouble;

/**
 * What was found of a subject in one precision.
 *
 * @param subject its name
 * @param what was run
 * @param precision {@code float32}, {@code bfloat16} or {@code float16}
 * @param runs with each number of threads
 * @param sameOverRuns whether all runs with the same number of threads gave the same bytes
 * @param sameOverThreads whether one thread and all threads gave the same bytes
 * @param overThreads largest difference between one thread and all threads
 * @param drift from float32: length of the difference as a share of the length of the result
 * @param driftPsnr the same as a peak signal-to-noise ratio in dB, for pictures that differ
 */
public record Finding(
        String subject,
        String what,
        String precision,
        int runs,
        boolean sameOverRuns,
        boolean sameOverThreads,
        double overThreads,
        double drift,
        OptionalDouble driftPsnr) {}
