package mien.engine.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import mien.engine.edit.Readings;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import mien.engine.picture.export.Provenance;

/**
 * The steps of a run: counted, timed, shown in a bar, and written one picture each where a folder
 * was named.
 */
final class Steps {

    private final ProgressBar bar;
    private final Optional<Path> folder;
    private final Provenance made;
    private final UnaryOperator<Picture> finishing;
    private final TreeMap<Integer, Readings> readings = new TreeMap<>();
    private final long start = System.nanoTime();
    private final List<Path> files = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();
    private int count;
    private double firstMs;

    /**
     * @param made what the written steps say of themselves
     * @param finishing what is done to a step before it is written
     */
    Steps(
            ProgressBar bar,
            Optional<Path> folder,
            Provenance made,
            UnaryOperator<Picture> finishing) {
        this.finishing = finishing;
        this.bar = bar;
        this.folder = folder;
        this.made = made;
    }

    /**
     * Called on the worker's thread, which must not be stopped by a full disk: see {@link
     * #requireWritten}.
     */
    synchronized void shown(JobStatus.Running running) {
        if (running.step() == 1) {
            firstMs = sinceStartMs();
        }
        count = running.steps();
        readings.put(running.step(), running.readings());
        bar.show(running.step(), running.steps());
        if (folder.isPresent() && failure.isEmpty()) {
            try {
                write(running, folder.get());
            } catch (RuntimeException e) {
                failure = Optional.of(e);
            }
        }
    }

    private void write(JobStatus.Running running, Path to) {
        int digits = Math.max(2, Integer.toString(running.steps()).length());
        Path file = to.resolve(("step-%0" + digits + "d.png").formatted(running.step()));
        Outputs.write(finishing.apply(running.x0()), made, file);
        files.add(file);
    }

    /** Throws what went wrong with writing a step, if anything did. */
    synchronized void requireWritten() {
        failure.ifPresent(
                e -> {
                    throw e;
                });
    }

    /** How many steps the run takes; 0 before the first. */
    synchronized int count() {
        return count;
    }

    /** What was measured, by the number of steps done. */
    synchronized SortedMap<Integer, Readings> readings() {
        return new TreeMap<>(readings);
    }

    synchronized double firstMs() {
        return firstMs;
    }

    double sinceStartMs() {
        return (System.nanoTime() - start) / 1e6;
    }

    /** The pictures written, one a step. */
    synchronized List<Path> files() {
        return List.copyOf(files);
    }
}
