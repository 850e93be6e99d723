package mien.engine.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import mien.engine.diffusion.JournalException;
import mien.engine.diffusion.Trajectory;
import mien.engine.diffusion.WalkFolder;
import mien.engine.diffusion.WalkId;
import mien.engine.diffusion.Watcher;
import mien.engine.diffusion.Waypoint;
import mien.engine.edit.EditException;
import mien.engine.edit.Readings;
import mien.engine.picture.Picture;

/**
 * The steps of one run: to look at, and to start again from. Grows while the run goes on; safe for
 * use by several threads. A run that samples nothing has an empty film.
 */
public final class Film {

    private Trajectory trajectory = new Trajectory();
    private final TreeMap<Integer, Readings> readings = new TreeMap<>();
    private Optional<WalkId> walk = Optional.empty();
    private int count;

    /** An empty film. */
    public Film() {}

    /**
     * The film of a run of an earlier program, as far as it was kept; without thumbnails.
     *
     * @throws EditException if nothing of it can be read
     */
    public static Film read(Path folder) {
        try {
            WalkFolder.Saved saved = WalkFolder.read(folder);
            Film film = new Film();
            film.walk = Optional.of(saved.id());
            saved.places().values().forEach(film.trajectory::add);
            return film;
        } catch (JournalException e) {
            throw new EditException(e.getMessage(), e);
        }
    }

    /** How many steps are done. */
    public synchronized int done() {
        return trajectory.done();
    }

    /** How many steps the run has; 0 before its first. */
    public synchronized int count() {
        return count;
    }

    /** The steps from which a run can branch: 0 is the noise it begins with. */
    public synchronized SortedSet<Integer> steps() {
        return walk.isEmpty() ? new TreeSet<>() : trajectory.steps();
    }

    /** What the picture looked like after k steps, at most 96 pixels long. */
    public synchronized Optional<Picture> thumbnail(int k) {
        return trajectory.thumbnail(k);
    }

    /**
     * What the system's meters read, by the number of steps done; steps where nothing was measured
     * are left out, and so are those that an earlier program took.
     */
    public synchronized SortedMap<Integer, Readings> readings() {
        return new TreeMap<>(readings);
    }

    /** Where a branch begins, and what it takes over: the steps before. */
    synchronized Waypoint branch(int step, WalkId other, Film into) {
        requireSameSteps(other);
        try {
            Waypoint place = trajectory.at(step);
            into.takeOver(trajectory.upTo(step), readings.headMap(step, true));
            return place;
        } catch (IllegalArgumentException e) {
            throw new EditException("The run cannot branch: %s.".formatted(e.getMessage()), e);
        }
    }

    private void requireSameSteps(WalkId other) {
        String difference = walk.map(w -> other.stepsDifference(w)).orElse("it never sampled");
        if (!difference.isEmpty()) {
            throw new EditException(
                    "The run cannot branch from the other one (%s): keep its seed, sampler and number of steps, or start anew."
                            .formatted(difference));
        }
    }

    /** Whether it is of this very walk. */
    synchronized boolean isOf(WalkId other) {
        return walk.equals(Optional.of(other));
    }

    /** Where an interrupted run stood, which must be the same run. */
    synchronized Waypoint newest(WalkId same, Film into) {
        String difference = walk.map(w -> same.difference(w)).orElse("it never sampled");
        if (!difference.isEmpty()) {
            throw new EditException(
                    "The interrupted run was another one (%s): resume it with the settings it was started with, or start anew."
                            .formatted(difference));
        }
        into.takeOver(trajectory.upTo(trajectory.done()), readings);
        return trajectory.at(trajectory.done());
    }

    /** Where another run goes on from the newest step of this one; empty if there is none left. */
    synchronized Optional<Waypoint> onwards(WalkId other, Film into) {
        boolean under = walk.isPresent() && trajectory.done() < count;
        return under ? Optional.of(branch(trajectory.done(), other, into)) : Optional.empty();
    }

    private synchronized void takeOver(Trajectory before, Map<Integer, Readings> measured) {
        trajectory = before;
        readings.putAll(measured);
    }

    /** All places it has, the first one first. */
    synchronized List<Waypoint> places() {
        return trajectory.steps().stream().map(trajectory::at).toList();
    }

    /** A walk begins, which this film is of. */
    synchronized void begin(WalkId id, int steps) {
        walk = Optional.of(id);
        count = steps;
    }

    void show(int step, Picture x0, Readings measured) {
        current().show(step, x0);
        if (!measured.values().isEmpty()) {
            measure(step, measured);
        }
    }

    private synchronized void measure(int step, Readings measured) {
        readings.put(step, measured);
    }

    private synchronized Trajectory current() {
        return trajectory;
    }

    /** Looks at a walk. */
    Watcher watcher() {
        return new Watcher() {
            @Override
            public void onWaypoint(Supplier<Waypoint> place) {
                current().onWaypoint(place);
            }
        };
    }
}
