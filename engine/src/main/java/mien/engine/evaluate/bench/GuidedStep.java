package mien.engine.evaluate.bench;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.sampler.Ddpm;
import mien.engine.edit.RunSettings;
import mien.engine.edit.faceswap.ExpertSizes;
import mien.engine.edit.faceswap.GazeReader;
import mien.engine.edit.faceswap.Pull;
import mien.engine.edit.faceswap.SwapModel;
import mien.engine.edit.faceswap.SwapNetworks;
import mien.engine.edit.faceswap.SwapPair;
import mien.engine.edit.faceswap.SwapSettings;
import mien.engine.edit.faceswap.SwapSettings.Form;
import mien.engine.edit.faceswap.SwapSettings.Walk;
import mien.engine.edit.faceswap.SwapWalk;
import mien.engine.edit.faceswap.Window;
import mien.engine.evaluate.machine.Machine;
import mien.engine.face.EyeBoxes;
import mien.engine.net.AdmConfig;
import mien.engine.net.ArcFace;
import mien.engine.net.EyeNetConfig;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;
import mien.engine.world.Portrait;

/**
 * One step of DiffFace's walk at 256² with U-Net and experts of the published sizes (the recogniser
 * with 101 layers), synthetic weights and the program's weights of guidance, the gaze asked too:
 * from the end of one step to the end of the next.
 *
 * @param name of the benchmark
 * @param form how the gradient is taken
 */
record GuidedStep(String name, Form form) implements Benchmark {

    private static final int SIDE = 256;
    private static final int WARM_UP = 1;
    private static final int RUNS = 3;
    private static final long SOURCE = 1_000_001;
    private static final long TARGET = 1_000_000;

    private static final ArcFace.Config RECOGNISER =
            new ArcFace.Config(List.of(3, 4, 23, 3), true, 64, 512, 112);
    private static final EyeBoxes EYES =
            new EyeBoxes(new Region(78, 104, 40, 18), new Region(138, 104, 40, 18));

    @Override
    public List<String> precisions() {
        return List.of("float32");
    }

    @Override
    public Measurement measure(String precision) {
        Machine machine = Machine.inspected();
        try (NDManager manager = NDManager.newBaseManager(Devices.best(), "PyTorch");
                BenchRun run = new BenchRun(RunSettings.DEFAULT, BenchRun.NO_PACK)) {
            SwapWalk walk = new SwapWalk(networks(manager, precision), this::settings);
            SwapPair pair = pair();
            return new Taking(name, precision, machine.device(), machine.threads())
                    .of(
                            () -> {
                                walk.swap(pair, run);
                                return Times.of(run.steps(1 + WARM_UP));
                            });
        }
    }

    private static SwapNetworks networks(NDManager manager, String precision) {
        SwapModel model =
                new SwapModel(
                        SIDE, AdmConfig.diffFace256(), SwapModel.Diffusion.published(), RECOGNISER);
        return new SwapNetworks(
                SIDE,
                model.unet(weights(manager, precision)),
                model.diffusion().chain(),
                model.diffusion().parameterisation(),
                model.recogniser(weights(manager, precision)),
                ExpertSizes.Parser.published().parser(weights(manager, precision)),
                Optional.of(
                        GazeReader.of(
                                weights(manager, precision),
                                EyeNetConfig.published(),
                                Statistics.RUNNING)),
                Optional.empty());
    }

    private static Weights weights(NDManager manager, String precision) {
        return Weights.of(GivenAway.by(manager), Precision.named(precision));
    }

    /** A first step, in which targets are looked at, those that warm up, and those measured. */
    private SwapSettings settings() {
        SwapSettings program = SwapSettings.asProgram().withoutSlips();
        Pull gaze = new Pull(program.guiding().pull(SwapSettings.GAZE).weight(), Window.ALWAYS);
        return program.with(new Walk(1 + WARM_UP + RUNS, 0, new Ddpm(), 1))
                .with(program.guiding().with(form).with(SwapSettings.GAZE, gaze));
    }

    private static SwapPair pair() {
        Picture target = portrait(TARGET);
        byte[] face = new byte[SIDE * SIDE];
        for (int i = 0; i < face.length; i++) {
            boolean inside = Math.abs(i % SIDE - SIDE / 2) < SIDE / 4 && i / SIDE > SIDE / 4;
            face[i] = (byte) (inside ? 255 : 0);
        }
        return new SwapPair(
                portrait(SOURCE),
                target,
                Optional.of(new Mask(SIDE, SIDE, face)),
                Optional.of(EYES));
    }

    private static Picture portrait(long seed) {
        Identity person = Identity.of(seed);
        Portrait portrait = DrawnPeople.render(person, Look.of(person, 0), SIDE);
        return portrait.picture();
    }
}
