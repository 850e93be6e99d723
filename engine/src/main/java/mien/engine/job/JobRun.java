package mien.engine.job;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.WalkId;
import mien.engine.diffusion.Watcher;
import mien.engine.diffusion.Waypoint;
import mien.engine.edit.Cancelled;
import mien.engine.edit.Pack;
import mien.engine.edit.Readings;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import mien.engine.tensor.Precision;

/**
 * A run on a device's worker.
 *
 * @param film of its steps
 * @param recording keeps them beyond this process
 */
record JobRun(
        JobQueue.Request request,
        Pack pack,
        Device device,
        Networks networks,
        Film film,
        Recording recording,
        BooleanSupplier cancelled,
        Consumer<JobStatus> status)
        implements Run {

    @Override
    public RunSettings settings() {
        return request.settings();
    }

    @Override
    public Precision precision() {
        return Precision.named(settings().precision()).on(device);
    }

    @Override
    public <N> N network(String role, Precision precision, Function<Weights, N> constructor) {
        return networks.loaded(
                new Networks.Place(pack, role, precision, device),
                constructor,
                this::checkCancelled);
    }

    @Override
    public void checkCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new Cancelled();
        }
    }

    @Override
    public void publish(
            int step, int steps, Supplier<Picture> x0, Function<Picture, Readings> meters) {
        Picture picture = x0.get();
        Readings readings = meters.apply(picture);
        film.show(step, picture, readings);
        status.accept(new JobStatus.Running(step, steps, picture, readings));
    }

    @Override
    public NDArray sample(SamplingLoop loop, NDArray start, List<Step> steps, Denoiser model) {
        WalkId walk =
                WalkId.of(request.recipe().apply(pack), settings().seed(), loop.sampler(), steps);
        Optional<Waypoint> place = place(walk);
        film.begin(walk, steps.size());
        Watcher kept = film.watcher().and(recording.begin(walk, film));
        SamplingLoop watched = loop.withWatcher(asking().and(loop.watcher()).and(kept));
        return place.isEmpty()
                ? watched.run(start, steps, model)
                : watched.resume(place.get(), start.getManager(), steps, model);
    }

    private Optional<Waypoint> place(WalkId walk) {
        if (request.beginning() instanceof Beginning.Branch branch) {
            return Optional.of(branch.film().branch(branch.step(), walk, film));
        }
        if (request.beginning() instanceof Beginning.Onwards onwards) {
            return onwards.film().onwards(walk, film);
        }
        if (request.beginning() instanceof Beginning.Resumed resumed) {
            return Optional.of(resumed.film().newest(walk, film));
        }
        return recording.interrupted(walk).map(earlier -> earlier.newest(walk, film));
    }
}
