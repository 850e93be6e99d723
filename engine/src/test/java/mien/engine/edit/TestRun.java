package mien.engine.edit;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Step;
import mien.engine.picture.Picture;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;

/**
 * A run on the test's own thread that remembers what was published and may be cancelled at a step.
 */
public final class TestRun implements Run, AutoCloseable {

    public final List<Picture> published = new ArrayList<>();
    public final List<Readings> readings = new ArrayList<>();
    public final NDManager weights = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    private final Map<String, Object> networks = new HashMap<>();
    private final Pack pack;
    private RunSettings settings;
    private int cancelAfter = Integer.MAX_VALUE;
    private int lastQuestion = Integer.MAX_VALUE;
    public int questions;

    /** How often the denoising network was asked. */
    public int predictions;

    public TestRun(Pack pack) {
        this.pack = pack;
        this.settings = RunSettings.DEFAULT.withPrecision("float32");
    }

    public TestRun with(RunSettings newSettings) {
        settings = newSettings;
        published.clear();
        readings.clear();
        questions = 0;
        predictions = 0;
        cancelAfter = Integer.MAX_VALUE;
        lastQuestion = Integer.MAX_VALUE;
        return this;
    }

    public TestRun cancelledAfter(int steps) {
        cancelAfter = steps;
        return this;
    }

    /** The question whether to go on that is answered with no. */
    public TestRun cancelledAtQuestion(int number) {
        lastQuestion = number;
        return this;
    }

    /** The roles of the files that were read. */
    public Set<String> loaded() {
        return Set.copyOf(networks.keySet());
    }

    @Override
    public NDArray sample(SamplingLoop loop, NDArray start, List<Step> steps, Denoiser model) {
        Denoiser counted =
                (x, step) -> {
                    predictions++;
                    return model.predict(x, step);
                };
        return Run.super.sample(loop, start, steps, counted);
    }

    @Override
    public RunSettings settings() {
        return settings;
    }

    @Override
    public Pack pack() {
        return pack;
    }

    @Override
    public Device device() {
        return Devices.cpu();
    }

    @Override
    public Precision precision() {
        return Precision.named(settings.precision()).on(device());
    }

    @Override
    @SuppressWarnings("unchecked") // each role has one kind of network
    public <N> N network(String role, Precision precision, Function<Weights, N> constructor) {
        return (N)
                networks.computeIfAbsent(
                        role,
                        r -> {
                            try (PackTensors file = PackTensors.open(pack, role, weights)) {
                                Weights w = Weights.of(file.tensors(), precision);
                                N network = constructor.apply(w);
                                w.report().require(role);
                                return network;
                            }
                        });
    }

    @Override
    public void checkCancelled() {
        questions++;
        if (published.size() >= cancelAfter || questions >= lastQuestion) {
            throw new Cancelled();
        }
    }

    @Override
    public void publish(
            int step, int steps, Supplier<Picture> x0, Function<Picture, Readings> meters) {
        Picture picture = x0.get();
        published.add(picture);
        readings.add(meters.apply(picture));
    }

    @Override
    public void close() {
        weights.close();
    }
}
