package mien.engine.edit.faceswap;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Watcher;
import mien.engine.diffusion.Waypoint;
import mien.engine.edit.Cancelled;
import mien.engine.edit.Pack;
import mien.engine.edit.Readings;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;

/** A run of networks that lie in no pack; remembers what was published, may be cancelled. */
final class LooseRun implements Run {

    final List<Picture> published = new ArrayList<>();
    final List<Waypoint> places = new ArrayList<>();
    private final long seed;
    private int cancelAfter = Integer.MAX_VALUE;
    private int patience = Integer.MAX_VALUE; // how often it may still be asked
    private Optional<Waypoint> beginning = Optional.empty();

    LooseRun(long seed) {
        this.seed = seed;
    }

    /** Cancelled after so many pictures. */
    LooseRun cancelledAfter(int pictures) {
        cancelAfter = pictures;
        return this;
    }

    /** Cancelled when it is asked for the n-th time. */
    LooseRun cancelledWhenAsked(int n) {
        patience = n;
        return this;
    }

    /** Goes on from a place of another. */
    LooseRun from(Waypoint place) {
        beginning = Optional.of(place);
        return this;
    }

    @Override
    public NDArray sample(SamplingLoop loop, NDArray start, List<Step> steps, Denoiser model) {
        Watcher kept =
                new Watcher() {
                    @Override
                    public void onWaypoint(Supplier<Waypoint> place) {
                        places.add(place.get());
                    }
                };
        SamplingLoop watched = loop.withWatcher(asking().and(loop.watcher()).and(kept));
        return beginning.isEmpty()
                ? watched.run(start, steps, model)
                : watched.resume(beginning.get(), start.getManager(), steps, model);
    }

    @Override
    public RunSettings settings() {
        return RunSettings.DEFAULT.withSeed(seed);
    }

    @Override
    public Pack pack() {
        throw new AssertionError("there is no pack");
    }

    @Override
    public Device device() {
        return Devices.cpu();
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT32;
    }

    @Override
    public <N> N network(String role, Precision precision, Function<Weights, N> constructor) {
        throw new AssertionError("there is no pack");
    }

    @Override
    public void checkCancelled() {
        patience--;
        if (published.size() >= cancelAfter || patience == 0) {
            throw new Cancelled();
        }
    }

    @Override
    public void publish(
            int step, int steps, Supplier<Picture> x0, Function<Picture, Readings> meters) {
        published.add(x0.get());
    }
}
