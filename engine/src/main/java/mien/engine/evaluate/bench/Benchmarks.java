package mien.engine.evaluate.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mien.engine.edit.faceswap.SwapSettings.Form;
import mien.engine.flame.CropTransform;
import mien.engine.flame.FlameCode;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.net.AdmConfig;
import mien.engine.raster.BufferRenderer;
import mien.engine.tensor.ScalarType;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;

/** The list of benchmarks, in the order of the report. */
public final class Benchmarks {

    private static final int SIDE = 128;
    private static final int PIECES = 32;
    private static final long FIRST_PERSON = 1_000_000;

    private Benchmarks() {}

    /** What is measured when nothing else is asked for. */
    public static List<Benchmark> all() {
        return List.of(
                new PublishedUnet("unet.diffusionrig.256", AdmConfig.diffusionRig256()),
                new PublishedUnet("unet.diffface.256", AdmConfig.diffFace256()),
                new WholeEdit("demo.relight", 20, 2, 9, DemoEdit::relight),
                new WholeEdit("swap.demo", 75, 1, 5, DemoEdit::swap), // T of program and paper
                new OnAllCores("raster.128", PIECES, Benchmarks::rasterising),
                new OnAllCores("world.portrait.128", PIECES, Benchmarks::drawing),
                new LoadSafetensors(
                        "load.safetensors",
                        AdmConfig.diffusionRig256(),
                        ScalarType.FLOAT16,
                        List.of("auto")),
                new PreviewOverhead());
    }

    /** What takes minutes and is measured only when it is named. */
    public static List<Benchmark> onRequest() {
        return List.of(
                new Endurance(200),
                new Cancels(1000),
                new GuidedStep("guidance.diffface.256", Form.THROUGH),
                new GuidedStep("guidance.diffface.256.sparing", Form.SPARING),
                new GuidedStep("guidance.diffface.256.at-x0", Form.AT_X0),
                new LoadSafetensors(
                        "load.large",
                        AdmConfig.diffFace256(),
                        ScalarType.FLOAT32,
                        List.of("float32", "bfloat16")));
    }

    /** The benchmark of a name. */
    public static Optional<Benchmark> named(String name) {
        return Stream.concat(all().stream(), onRequest().stream())
                .filter(b -> b.name().equals(name))
                .findFirst();
    }

    /** Nine-channel buffers of the built-in head, another person each time. */
    private static IntConsumer rasterising() {
        List<FlameCode> codes = IntStream.range(0, PIECES).mapToObj(Benchmarks::code).toList();
        BufferRenderer renderer = new BufferRenderer(BuiltinHead.rig());
        return i -> renderer.render(codes.get(i), CropTransform.IDENTITY, SIDE, Optional.empty());
    }

    private static IntConsumer drawing() {
        return i -> {
            Identity person = Identity.of(FIRST_PERSON + i);
            DrawnPeople.render(person, Look.of(person, 0), SIDE);
        };
    }

    private static FlameCode code(int index) {
        Identity person = Identity.of(FIRST_PERSON + index);
        return DrawnPeople.code(person, Look.of(person, 0));
    }
}
