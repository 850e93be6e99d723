package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Parameterisation;
import mien.engine.diffusion.Respacing;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.sampler.Ddim;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmUnet;
import mien.engine.net.LatentEncoder;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.tensor.NoiseSource;

/**
 * How far the rig is, to look at: the picture whose code is read, the Lambertian render of the
 * wanted look, what the network makes of both, and the truth.
 */
final class RigSheet {

    private static final int PEOPLE = 6;
    private static final int GAP = 4;
    private static final int BACKGROUND = 0xFF202020;

    private final PeopleCache cache;
    private final int looks;
    private final Parameterisation parameterisation;
    private final AdmConfig unet;
    private final LatentEncoder.Config encoder;

    RigSheet(PeopleCache cache, int looks, RigLearner learner) {
        this.cache = cache;
        this.looks = looks;
        parameterisation =
                new Parameterisation(
                        learner.predicts(), true, Parameterisation.Variance.FIXED_LARGE);
        unet = learner.network();
        encoder = learner.encoder();
    }

    Picture draw(Weights average, NDManager manager, int side) {
        int people = Math.min(PEOPLE, cache.complete() / looks);
        int[] targets = new int[people];
        int[] seen = new int[people];
        for (int i = 0; i < people; i++) {
            seen[i] = i * looks;
            targets[i] = i * looks + looks - 1;
        }
        RigBatch batch = RigBatch.of(cache, targets, seen, side);
        NDArray x0 = batch.x0(manager);
        NDArray buffers = batch.buffers(manager);
        NDArray portraits = batch.seen(manager);
        NDArray z =
                new LatentEncoder(average.at("encoder"), encoder, Statistics.RUNNING)
                        .forward(portraits);
        AdmUnet net = new AdmUnet(average.at("denoisingUNet"), unet);
        Schedule schedule = Schedule.linear(1000).respaced(Respacing.strided(20));
        NDArray start = new NoiseSource(0).like(x0);
        NDArray drawn =
                SamplingLoop.of(new Ddim(0), Noise.seeded(0))
                        .run(
                                start,
                                schedule.denoising(),
                                parameterisation.denoiser(
                                        (x, step) ->
                                                net.forward(
                                                        x.concat(buffers, 1),
                                                        repeated(step.timestep(), people),
                                                        AdmUnet.Conditions.latent(z))));
        return ContactSheet.of(
                List.of(
                        row(portraits, Range.SIGNED),
                        row(buffers.get(":, 0:3"), Range.UNIT),
                        row(drawn, Range.SIGNED),
                        row(x0, Range.SIGNED)),
                GAP,
                BACKGROUND);
    }

    private static double[] repeated(int step, int times) {
        double[] steps = new double[times];
        Arrays.fill(steps, step);
        return steps;
    }

    /** Each picture of a batch. */
    static List<Picture> row(NDArray x, Range range) { // x: N,3,S,S
        int side = (int) x.getShape().get(2);
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < x.getShape().get(0); i++) {
            pictures.add(Picture.ofPlanar(x.get(i).toFloatArray(), side, side, range));
        }
        return pictures;
    }
}
