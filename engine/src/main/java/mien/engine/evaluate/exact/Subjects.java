package mien.engine.evaluate.exact;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Parameterisation;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Parameterisation.Variance;
import mien.engine.diffusion.Respacing;
import mien.engine.diffusion.Sampler;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.sampler.Ddim;
import mien.engine.diffusion.sampler.Ddpm;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmUnet;
import mien.engine.net.CodeEstimator;
import mien.engine.net.DecaEncoder;
import mien.engine.net.LatentEncoder;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;

/** The classes of networks, each with weights that need no file, and the installed pack. */
public final class Subjects {

    private static final int STEPS = 20;
    private static final int BASE = 64;
    private static final int CODES = 157; // as many as the built-in head's

    private Subjects() {}

    /** All of them. */
    public static List<Subject> all() {
        return List.of(
                rig(64),
                diffFace(64),
                latentEncoder(),
                codeEstimator(),
                decaEncoder(),
                DemoSubject.relight());
    }

    /** DiffusionRig's U-Net with all its blocks, at a width of 64, walked by DDIM. */
    static Subject rig(int side) {
        AdmConfig config = narrow(AdmConfig.diffusionRig256());
        return new Subject(
                "unet.diffusionrig",
                "blocks as published, width %d, %d × %d; DDIM, %d steps"
                        .formatted(BASE, side, side, STEPS),
                true,
                onBench(
                        (weights, manager) -> {
                            AdmUnet unet = new AdmUnet(weights, config);
                            NDArray buffers = normal(manager, 2, 1, 9, side, side);
                            AdmUnet.Conditions z =
                                    AdmUnet.Conditions.latent(
                                            normal(manager, 3, 1, config.latentWidth()));
                            return walk(
                                    normal(manager, 1, 1, 3, side, side),
                                    new Ddim(0),
                                    Parameterisation.EPSILON,
                                    (x, t) -> unet.forward(x.concat(buffers, 1), t, z));
                        }));
    }

    /** DiffFace's U-Net with all its blocks, at a width of 64, walked by DDPM. */
    static Subject diffFace(int side) {
        AdmConfig config = narrow(AdmConfig.diffFace256());
        return new Subject(
                "unet.diffface",
                "blocks as published, width %d, %d × %d; DDPM, %d steps"
                        .formatted(BASE, side, side, STEPS),
                true,
                onBench(
                        (weights, manager) -> {
                            AdmUnet unet = new AdmUnet(weights, config);
                            AdmUnet.Conditions face =
                                    AdmUnet.Conditions.identity(
                                            normal(manager, 2, 1, config.identityWidth()));
                            return walk(
                                    normal(manager, 1, 1, 3, side, side),
                                    new Ddpm(),
                                    new Parameterisation(
                                            Target.EPSILON, true, Variance.LEARNED_RANGE),
                                    (x, t) -> unet.forward(x, t, face));
                        }));
    }

    private static Subject latentEncoder() {
        return new Subject(
                "encoder.latent",
                "as published, 256 × 256; one pass",
                false,
                onBench(
                        (weights, manager) ->
                                new LatentEncoder(
                                                weights,
                                                LatentEncoder.Config.diffusionRig(),
                                                Statistics.RUNNING)
                                        .forward(normal(manager, 1, 1, 3, 256, 256))));
    }

    private static Subject codeEstimator() {
        CodeEstimator.Config config = new CodeEstimator.Config(32, 256, CODES, 128);
        return new Subject(
                "estimator.codes",
                "width 32, 128 × 128; one pass",
                false,
                onBench(
                        (weights, manager) ->
                                new CodeEstimator(weights, config, Statistics.RUNNING)
                                        .forward(normal(manager, 1, 1, 3, 128, 128))));
    }

    private static Subject decaEncoder() {
        return new Subject(
                "encoder.deca",
                "as published, 224 × 224; one pass",
                false,
                onBench(
                        (weights, manager) ->
                                DecaEncoder.coarse(weights)
                                        .forward(
                                                normal(
                                                        manager,
                                                        1,
                                                        1,
                                                        3,
                                                        DecaEncoder.SIDE,
                                                        DecaEncoder.SIDE))));
    }

    /** The same blocks, fewer channels, as many channels in each group of a normalisation. */
    private static AdmConfig narrow(AdmConfig c) {
        return new AdmConfig(
                c.inChannels(),
                c.outChannels(),
                BASE,
                c.multipliers(),
                c.resBlocks(),
                c.attentionFactors(),
                c.heads(),
                c.resampling(),
                c.film(),
                c.latentWidth(),
                c.classes(),
                c.identityWidth(),
                c.dropout(),
                BASE * c.groups() / c.baseChannels());
    }

    private static NDArray walk(
            NDArray noise,
            Sampler sampler,
            Parameterisation meaning,
            BiFunction<NDArray, double[], NDArray> network) {
        return SamplingLoop.of(sampler, Noise.seeded(1))
                .run(
                        noise,
                        Schedule.linear(1000).respaced(Respacing.even(STEPS)).denoising(),
                        meaning.denoiser(
                                (x, step) -> network.apply(x, new double[] {step.timestep()})));
    }

    private static Function<Precision, float[]> onBench(
            BiFunction<Weights, NDManager, NDArray> run) {
        return precision -> {
            try (NDManager manager = NDManager.newBaseManager(Devices.best(), "PyTorch")) {
                Weights weights = Weights.of(new SpreadTensors(manager), precision);
                return run.apply(weights, manager).toFloatArray();
            }
        };
    }

    private static NDArray normal(NDManager manager, long seed, long... shape) {
        return new NoiseSource(seed).normal(manager, new Shape(shape));
    }
}
