package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
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

    private final Function<NDArray, Picture> pictures;
    private final TreeMap<Integer, Waypoint> places;
    private final TreeMap<Integer, Picture> thumbnails;

    /**
     * An empty film.
     *
     * @param pictures makes a picture of x̂_0, [N, C, H, W]; a latent system decodes here
     */
    public Trajectory(Function<NDArray, Picture> pictures) {
        this(pictures, Map.of(), Map.of());
    }

    private Trajectory(
            Function<NDArray, Picture> pictures,
            Map<Integer, Waypoint> places,
            Map<Integer, Picture> thumbnails) {
        this.pictures = pictures;
        this.places = new TreeMap<>(places);
        this.thumbnails = new TreeMap<>(thumbnails);
    }

    @Override
    public void onStep(int done, int count, NDArray x0) {
        Picture thumbnail = reduced(pictures.apply(x0));
        synchronized (this) {
            thumbnails.put(done, thumbnail);
        }
    }

    @Override
    public void onWaypoint(Supplier<Waypoint> place) {
        Waypoint here = place.get();
        synchronized (this) {
            places.put(here.done(), here);
        }
    }

    /** How many steps of the walk were seen; 0 at its start, also before it. */
    public synchronized int done() {
        return places.isEmpty() ? 0 : places.lastKey();
    }

    /**
     * The place after k steps; 0 is the start.
     *
     * @throws IllegalArgumentException if the walk has not come there, or began later
     */
    public synchronized Waypoint at(int k) {
        if (!places.containsKey(k)) {
            throw new IllegalArgumentException(
                    places.isEmpty()
                            ? "this walk has not begun, so it cannot start again from step " + k
                            : "this walk can start again from steps %d to %d, not %d"
                                    .formatted(places.firstKey(), places.lastKey(), k));
        }
        return places.get(k);
    }

    /** What x̂_0 looked like after k steps, at most 96 pixels long; empty for a step not seen. */
    public synchronized Optional<Picture> thumbnail(int k) {
        return Optional.ofNullable(thumbnails.get(k));
    }

    /** A film of its own that begins with the first k steps of this one. */
    public synchronized Trajectory upTo(int k) {
        return new Trajectory(pictures, places.headMap(k, true), thumbnails.headMap(k, true));
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
