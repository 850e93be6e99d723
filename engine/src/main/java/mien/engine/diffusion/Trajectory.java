package mien.engine.diffusion;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import mien.engine.picture.Picture;

/**
 * The film of a walk: after every step, the place to go on from and what the picture looked like.
 * It watches the walk on its thread and may be looked at from any other.
 *
 * <p>To start again from step k, {@link SamplingLoop#resume resume} from {@link #at at(k)}, watched
 * by the film {@link #upTo upTo(k)}; what was changed meanwhile, such as a mask, acts from there
 * on.
 */
public final class Trajectory implements Watcher {

    /** The longer side of a thumbnail, pixels. */
    private static final int SIDE = 96;

    private static final long BUDGET = 256L << 20;

    private final Kept kept = new Kept(BUDGET);
    private final TreeMap<Integer, Waypoint> places = new TreeMap<>();
    private final TreeMap<Integer, Picture> thumbnails = new TreeMap<>();

    @Override
    public void onWaypoint(Supplier<Waypoint> place) {
        add(place.get());
    }

    /** A place, also one of an earlier program's walk. */
    public synchronized void add(Waypoint place) {
        kept.add(place.done(), place.bytes()).forEach(places::remove);
        places.put(place.done(), place);
    }

    /** Keeps a thumbnail of x̂_0 after k steps. */
    public void show(int k, Picture x0) {
        Picture thumbnail = reduced(x0);
        synchronized (this) {
            thumbnails.put(k, thumbnail);
        }
    }

    /** How many steps of the walk were seen; 0 at its start, also before it. */
    public synchronized int done() {
        return places.isEmpty() ? 0 : places.lastKey();
    }

    /** The steps from which it can start again, 0 being the start; in a long walk not all. */
    public synchronized SortedSet<Integer> steps() {
        return new TreeSet<>(places.keySet());
    }

    /**
     * The place after k steps; 0 is the start.
     *
     * @throws IllegalArgumentException if it is none of {@link #steps}
     */
    public synchronized Waypoint at(int k) {
        if (!places.containsKey(k)) {
            throw new IllegalArgumentException(
                    places.isEmpty()
                            ? "this walk has not begun, so it cannot start again from step " + k
                            : "this walk can start again from steps %s, not %d"
                                    .formatted(words(), k));
        }
        return places.get(k);
    }

    /** What x̂_0 looked like after k steps, at most 96 pixels long; empty for a step not seen. */
    public synchronized Optional<Picture> thumbnail(int k) {
        return Optional.ofNullable(thumbnails.get(k));
    }

    private String words() {
        boolean all = places.lastKey() - places.firstKey() + 1 == places.size();
        return all
                ? "%d to %d".formatted(places.firstKey(), places.lastKey())
                : places.keySet().toString();
    }

    /** A film of its own that begins with the first k steps of this one. */
    public synchronized Trajectory upTo(int k) {
        Trajectory beginning = new Trajectory();
        places.headMap(k, true).values().forEach(beginning::add);
        beginning.thumbnails.putAll(thumbnails.headMap(k, true));
        return beginning;
    }

    private static Picture reduced(Picture picture) {
        int longer = Math.max(picture.width(), picture.height());
        if (longer <= SIDE) {
            return picture;
        }
        double scale = (double) SIDE / longer;
        return picture.resized(
                (int) Math.max(1, Math.round(picture.width() * scale)),
                (int) Math.max(1, Math.round(picture.height() * scale)));
    }
}
