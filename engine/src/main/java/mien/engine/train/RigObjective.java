package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import mien.engine.checkpoint.Weights;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmUnet;
import mien.engine.net.LatentEncoder;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Picture;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Numbers;

/**
 * DiffusionRig's first stage (Ding et al. 2023; reference diffusionrig.md §9): denoising given the
 * buffers and the global code. Ours may differ in three things: since a drawn person has several
 * looks, the code may be read from another look, so that it learns what stays when light and pose
 * change; the network may predict v instead of ε, and the code may be helped to begin by having to
 * draw a thumbnail.
 */
final class RigObjective implements Objective<RigObjective.Drawn> {

    private static final String THUMBNAIL = "thumbnail";
    private static final int THUMBNAIL_SIDE = 16;

    private final Recipe recipe;
    private final RigLearner learner;
    private final PeopleCache cache;
    private final AdmConfig unet;
    private final LatentEncoder.Config encoder;
    private final RigSheet sheet;
    private final RigLoss denoising;
    private final UnetPasses passes;

    RigObjective(Recipe recipe, RigLearner learner, PeopleCache cache, double[] alphaBar) {
        this.recipe = recipe;
        this.learner = learner;
        this.cache = cache;
        unet = learner.network();
        encoder = learner.encoder();
        sheet = new RigSheet(cache, recipe.data().looks(), learner);
        passes = new UnetPasses(learner.unet().checkpointing());
        denoising =
                new RigLoss(unet, encoder, alphaBar.clone(), learner.predicts(), learner.p2Gamma());
    }

    @Override
    public void build(Weights fresh) {
        new AdmUnet(fresh.at("denoisingUNet"), unet);
        new LatentEncoder(fresh.at("encoder"), encoder, Statistics.RUNNING);
        if (learner.thumbnail() > 0) {
            thumbnail(fresh);
        }
    }

    /**
     * Draws a picture of 16 × 16 pixels from the global code; helps the encoder to learn, is not
     * shipped.
     */
    private Layer thumbnail(Weights w) {
        return Layers.linear(
                w.at(THUMBNAIL), encoder.latent(), 3 * THUMBNAIL_SIDE * THUMBNAIL_SIDE);
    }

    @Override
    public boolean ships(String name) {
        return !name.startsWith(THUMBNAIL);
    }

    /**
     * A batch with the timestep of each of its pictures.
     *
     * @param thumbnails of all wanted pictures, those of the further pairs last: [M, 3·16·16]
     * @param draw batches drawn before
     */
    record Drawn(RigBatch batch, double[] t, float[] thumbnails, long draw) {}

    @Override
    public Drawn batch(Recipe.Stage stage, long draw) {
        NoiseSource random = NoiseSource.of(recipe.seed(), 2 * draw);
        int n = stage.batch();
        int all = n + learner.thumbnailPairs();
        int[] targets = new int[all];
        int[] seen = new int[all];
        int looks = recipe.data().looks();
        int people = cache.complete() / looks;
        double[] t = new double[n];
        for (int i = 0; i < all; i++) {
            int person = random.integer(people);
            int look = random.integer(looks);
            boolean other = looks > 1 && random.uniform() < learner.otherLook();
            int shift = other ? 1 + random.integer(looks - 1) : 0;
            targets[i] = person * looks + look;
            seen[i] = person * looks + (look + shift) % looks;
            if (i < n) {
                t[i] = random.integer(denoising.alphaBar().length);
            }
        }
        RigBatch batch = RigBatch.of(cache, Arrays.copyOf(targets, n), seen, stage.size());
        return new Drawn(batch, t, thumbnails(targets), draw);
    }

    private float[] thumbnails(int[] targets) {
        int numbers = 3 * THUMBNAIL_SIDE * THUMBNAIL_SIDE;
        float[] all = new float[targets.length * numbers];
        for (int i = 0; i < targets.length; i++) {
            float[] small = cache.picture(targets[i], THUMBNAIL_SIDE);
            for (int k = 0; k < numbers; k++) {
                all[i * numbers + k] = 2 * small[k] - 1;
            }
        }
        return all;
    }

    @Override
    public NDArray loss(Weights weights, NDManager manager, Drawn drawn) {
        NDArray x0 = drawn.batch().x0(manager);
        NDArray eps =
                NoiseSource.of(recipe.seed(), 2 * drawn.draw() + 1).normal(manager, x0.getShape());
        RigLoss.Terms terms =
                denoising.of(
                        weights,
                        new RigLoss.Batch(
                                x0,
                                drawn.batch().buffers(manager),
                                drawn.batch().seen(manager),
                                eps,
                                drawn.t(),
                                drawn.batch().weights(manager, learner.head())),
                        passes);
        NDArray loss = terms.perPicture().mean();
        double help = learner.thumbnail();
        return help == 0
                ? loss
                : loss.add(Numbers.times(thumbnailError(weights, terms.code(), drawn), help));
    }

    @Override
    public void backward(NDArray loss) {
        passes.backward(loss);
    }

    private NDArray thumbnailError(Weights weights, NDArray z, Drawn drawn) {
        NDArray painted = thumbnail(weights).forward(z); // M,3·16·16
        NDArray wanted = z.getManager().create(drawn.thumbnails(), painted.getShape());
        return painted.sub(wanted).square().mean();
    }

    @Override
    public Picture sheet(Weights average, NDManager manager, Recipe.Stage stage) {
        return sheet.draw(average, manager, stage.size());
    }
}
