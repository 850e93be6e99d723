package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Parameterisation;
import mien.engine.diffusion.Respacing;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.sampler.Ddim;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmUnet;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.tensor.NoiseSource;

/** How far an identity-conditional U-Net is, on people it never saw. */
final class SwapTrial {

    private static final int PEOPLE = 12;
    private static final int SHOWN = 6;
    private static final int[] LEVELS = {100, 300, 500, 700};
    private static final int SWAP = 200;
    private static final int HALF = 500;
    private static final int STEPS = 20;

    private final AdmConfig unet;
    private final Schedule chain;
    private final Parameterisation parameterisation;
    private final KnownFaces known;
    private final Once<Faces> unseen;
    private final int side;

    SwapTrial(SwapLearner learner, Schedule chain, KnownFaces known, int side) {
        unet = learner.network();
        this.chain = chain;
        this.known = known;
        this.side = side;
        parameterisation =
                new Parameterisation(
                        learner.predicts(), true, Parameterisation.Variance.LEARNED_RANGE);
        unseen = new Once<>(() -> Faces.unseen(PEOPLE, 2, side));
    }

    /**
     * How well pictures are restored from four noise levels, in decibels, given another picture of
     * the person ({@code psnr_τ}); the same given a picture of somebody else at the noisiest
     * ({@code stranger_τ}); how alike the face is that comes back from there ({@code alike_τ}); and
     * how near the picture given somebody else's identity comes to the true swap from where swaps
     * begin ({@code swap_τ}; {@code swap_nothing} is what the unswapped picture gets).
     */
    Map<String, Double> figures(Weights average, NDManager manager) {
        AdmUnet net = new AdmUnet(average, unet);
        NDArray x0 = pictures(manager, PEOPLE, 0, side);
        NDArray own = known.vectors(pictures(manager, PEOPLE, 1, side));
        NDArray others = own.get("1:").concat(own.get("0:1"), 0);
        NDArray eps = new NoiseSource(1).like(x0);
        Map<String, Double> figures = new TreeMap<>();
        for (int level : LEVELS) {
            NDArray back = restored(net, x0, eps, own, level);
            figures.put("psnr_" + level, psnr(back, x0));
            if (level == LEVELS[LEVELS.length - 1]) {
                NDArray far = SwapLoss.unlikeness(known.vectors(back), own).mean();
                figures.put("alike_" + level, 1.0 - far.getFloat());
                NDArray wrong = restored(net, x0, eps, others, level);
                figures.put("stranger_" + level, psnr(wrong, x0));
            }
        }
        NDArray truth = swaps(manager);
        figures.put("swap_" + SWAP, psnr(restored(net, x0, eps, others, SWAP), truth));
        figures.put("swap_nothing", psnr(x0, truth));
        return figures;
    }

    /** The first look of everybody with the face of the next one. */
    private NDArray swaps(NDManager manager) {
        Faces faces = unseen.get();
        int numbers = 3 * side * side;
        float[] all = new float[PEOPLE * numbers];
        for (int i = 0; i < PEOPLE; i++) {
            int next = (i + 1) % PEOPLE;
            float[] unit = faces.swapped(i * faces.looks(), next * faces.looks(), side).rgb();
            SwapObjective.put(unit, all, i * numbers);
        }
        return manager.create(all, new Shape(PEOPLE, 3, side, side));
    }

    /** x̂_0 after one evaluation at a level. */
    private NDArray restored(AdmUnet net, NDArray x0, NDArray eps, NDArray identity, int level) {
        NDArray xt = chain.noised(x0, eps, all(level, PEOPLE));
        return denoiser(net, identity).predict(xt, chain.step(level)).x0();
    }

    private Denoiser denoiser(AdmUnet net, NDArray identity) {
        int n = (int) identity.getShape().get(0);
        return parameterisation.denoiser(
                (x, step) ->
                        net.forward(
                                x,
                                Arrays.stream(all(step.timestep(), n)).asDoubleStream().toArray(),
                                AdmUnet.Conditions.identity(identity)));
    }

    private static int[] all(int value, int times) {
        return IntStream.generate(() -> value).limit(times).toArray();
    }

    private static double psnr(NDArray a, NDArray b) {
        return 10 * Math.log10(4 / a.sub(b).square().mean().getFloat());
    }

    private NDArray pictures(NDManager manager, int people, int look, int to) {
        Faces faces = unseen.get();
        int[] indices = IntStream.range(0, people).map(i -> i * faces.looks() + look).toArray();
        return manager.create(
                SwapObjective.signed(faces, indices, to), new Shape(people, 3, to, to));
    }

    /**
     * Whose identity is given; what is drawn of it from noise alone; what comes back from a
     * half-noised picture of the person; and that picture.
     */
    Picture sheet(Weights average, NDManager manager, int to) {
        AdmUnet net = new AdmUnet(average, unet);
        NDArray seen = pictures(manager, SHOWN, 1, side);
        NDArray identity = known.vectors(seen);
        NDArray x0 = pictures(manager, SHOWN, 0, to);
        NDArray noise = new NoiseSource(2).like(x0);
        Schedule steps = chain.respaced(Respacing.strided(STEPS));
        NDArray fresh =
                SamplingLoop.of(new Ddim(0), Noise.seeded(0))
                        .run(noise, steps.denoising(), denoiser(net, identity));
        NDArray half = chain.noised(x0, noise, all(HALF, SHOWN));
        NDArray back = denoiser(net, identity).predict(half, chain.step(HALF)).x0();
        return ContactSheet.of(
                List.of(
                        RigSheet.row(seen, Range.SIGNED),
                        RigSheet.row(fresh, Range.SIGNED),
                        RigSheet.row(back, Range.SIGNED),
                        RigSheet.row(x0, Range.SIGNED)));
    }
}
