package mien.engine;

import ai.djl.Device;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.RunSettings;
import mien.engine.evaluate.machine.Memory;
import mien.engine.job.Experience;
import mien.engine.job.Forecast;
import mien.engine.job.JobStatus;
import mien.engine.job.Networks;
import mien.engine.job.RunClock;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;
import mien.engine.tensor.Precision;

/** Says what a run will take, and watches runs to know it. */
final class Foresight {

    private static final long MIB = 1L << 20;

    private final Experience experience;
    private final Networks networks;
    private final Supplier<ModelLibrary> library;

    Foresight(Experience experience, Networks networks, Supplier<ModelLibrary> library) {
        this.experience = experience;
        this.networks = networks;
        this.library = library;
    }

    Forecast forecast(EditOrder<?> order) {
        Optional<ModelPack> pack = pack(order);
        if (pack.isEmpty()) {
            return Forecast.NOTHING;
        }
        Device device = Thrift.device(order.settings());
        boolean loaded = networks.holds(pack.get().id(), device);
        String key = key(order, pack.get(), device);
        return new Forecast(
                experience.time(key, order.settings().steps(), loaded),
                device.isGpu()
                        ? OptionalLong.empty()
                        : experience.memory(key, pack.get().bytes(), loaded),
                device.isGpu() ? OptionalLong.empty() : free());
    }

    private static OptionalLong free() {
        OptionalLong available = Memory.found().available();
        return available.isPresent()
                ? OptionalLong.of(available.getAsLong() * MIB)
                : OptionalLong.empty();
    }

    private Optional<ModelPack> pack(EditOrder<?> order) {
        try {
            return Optional.of(library.get().choose(order.system().id(), order.settings().model()));
        } catch (EditException e) {
            return Optional.empty(); // the run itself says so
        }
    }

    static <S extends EditSpec> String key(EditOrder<S> order, ModelPack pack, Device device) {
        RunSettings settings = order.settings();
        return String.join(
                " ",
                order.system().id(),
                pack.id(),
                Precision.named(settings.precision()).on(device).label(),
                device.toString(),
                order.system().effort(order.spec()));
    }

    /** The listener, and behind it one that learns what the run takes. */
    Consumer<JobStatus> watched(EditOrder<?> order, Consumer<JobStatus> listener) {
        return new Watch(order, listener);
    }

    /** Looks up what a run depends on once it has begun: on the worker, which may take its time. */
    private final class Watch implements Consumer<JobStatus> {

        private final EditOrder<?> order;
        private final Consumer<JobStatus> listener;
        private Optional<RunClock> clock = Optional.empty();

        Watch(EditOrder<?> order, Consumer<JobStatus> listener) {
            this.order = order;
            this.listener = listener;
        }

        @Override
        public void accept(JobStatus status) {
            listener.accept(status);
            if (status instanceof JobStatus.Loading) {
                clock = pack(order).map(pack -> clock(order, pack));
            }
            clock.ifPresent(c -> c.accept(status));
        }
    }

    private RunClock clock(EditOrder<?> order, ModelPack pack) {
        Device device = Thrift.device(order.settings());
        return experience.clock(
                key(order, pack, device),
                new RunClock.Machine() {
                    @Override
                    public long nanos() {
                        return System.nanoTime();
                    }

                    @Override
                    public long resident() {
                        return Memory.resident() * MIB;
                    }

                    @Override
                    public boolean loaded() {
                        return networks.holds(pack.id(), device);
                    }
                });
    }
}
