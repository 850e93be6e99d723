package mien.engine.job;

import ai.djl.Device;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import mien.engine.checkpoint.Weights;
import mien.engine.edit.Cancelled;
import mien.engine.edit.Pack;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import mien.engine.tensor.Precision;

/** A run on a device's worker. */
record JobRun(
        RunSettings settings,
        Pack pack,
        Device device,
        Networks networks,
        BooleanSupplier cancelled,
        Consumer<JobStatus> status)
        implements Run {

    @Override
    public Precision precision() {
        return Precision.named(settings.precision()).on(device);
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
    public void publish(int step, int steps, Supplier<Picture> x0) {
        status.accept(new JobStatus.Running(step, steps, x0.get()));
    }
}
