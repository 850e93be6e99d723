package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Schedule;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmUnet;
import mien.engine.picture.Picture;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Numbers;
import mien.engine.world.Portrait;

/**
 * DiffFace's identity-conditional DDPM (Kim et al. 2022; reference diffface.md §10). Ours may
 * differ in this: the identity may be read from another picture of the person, as it is when a face
 * is swapped; the network may predict v instead of ε; the identity term may stay away from most
 * batches; and the noise may hide somebody else, as it does when a face is swapped.
 */
final class SwapObjective implements Objective<SwapObjective.Drawn> {

    private final Recipe recipe;
    private final SwapLearner learner;
    private final Faces faces;
    private final AdmConfig unet;
    private final SwapLoss loss;
    private final KnownFaces known;
    private final SwapTrial trial;
    private final UnetPasses passes;

    SwapObjective(Recipe recipe, SwapLearner learner, Faces faces) {
        this.recipe = recipe;
        this.learner = learner;
        this.faces = faces;
        unet = learner.network();
        passes = new UnetPasses(learner.unet().checkpointing());
        Schedule chain = Schedule.linear(Training.STEPS);
        loss = new SwapLoss(chain, learner.predicts(), learner.p2Gamma());
        known = new KnownFaces(learner.identity());
        trial = new SwapTrial(learner, chain, known, faces.side());
    }

    @Override
    public void build(Weights fresh) {
        new AdmUnet(fresh, unet);
    }

    @Override
    public TensorSource beginning(TensorSource file) {
        return new FromRig(file);
    }

    /**
     * @param side S
     * @param hidden pictures that the noise hides [N·3·S²] in [−1, 1]
     * @param x0 pictures that are to come out of it, like them
     * @param weights how much each pixel counts [N·S²]
     * @param bounds 1 where the variational bound counts [N]: the noise hides what is to be seen
     * @param seen the pictures whose identity is taken, at full side [N·3·n²] in [−1, 1]
     * @param t the step of each picture [N]
     * @param draw batches drawn before
     */
    record Drawn(
            int side,
            float[] hidden,
            float[] x0,
            float[] weights,
            float[] bounds,
            float[] seen,
            int[] t,
            long draw) {}

    @Override
    public Drawn batch(Recipe.Stage stage, long draw) {
        NoiseSource random = NoiseSource.of(recipe.seed(), 2 * draw);
        int n = stage.batch();
        int looks = faces.looks();
        int[] targets = new int[n];
        int[] sources = new int[n];
        int[] t = new int[n];
        float[] bounds = new float[n];
        for (int i = 0; i < n; i++) {
            int person = random.integer(faces.people());
            int look = random.integer(looks);
            targets[i] = person * looks + look;
            if (swaps(random)) {
                int another = (person + 1 + random.integer(faces.people() - 1)) % faces.people();
                sources[i] = another * looks + random.integer(looks);
                t[i] = learner.swapStep(Training.STEPS, random);
            } else {
                boolean other = looks > 1 && random.uniform() < learner.otherLook();
                int shift = other ? 1 + random.integer(looks - 1) : 0;
                sources[i] = person * looks + (look + shift) % looks;
                t[i] = learner.step(Training.STEPS, random);
                bounds[i] = 1;
            }
        }
        int side = stage.size();
        float[] hidden = signed(faces, targets, side);
        float[] seen = signed(faces, sources, faces.side());
        float[] x0 = hidden.clone();
        float[] weights = new float[n * side * side];
        for (int i = 0; i < n; i++) {
            byte[] parsing = faces.parsing(targets[i]);
            if (bounds[i] == 0) {
                Portrait answer = faces.swapped(targets[i], sources[i], side);
                put(answer.rgb(), x0, i * 3 * side * side);
                parsing = answer.parsing();
            }
            float[] counts = learner.emphasis().of(parsing, side);
            System.arraycopy(counts, 0, weights, i * counts.length, counts.length);
        }
        return new Drawn(side, hidden, x0, weights, bounds, seen, t, draw);
    }

    private boolean swaps(NoiseSource random) {
        return learner.swapped() > 0 && faces.people() > 1 && random.uniform() < learner.swapped();
    }

    /** Pictures in [−1, 1], one after another. */
    static float[] signed(Faces faces, int[] indices, int side) {
        int numbers = 3 * side * side;
        float[] all = new float[indices.length * numbers];
        for (int i = 0; i < indices.length; i++) {
            put(faces.picture(indices[i], side), all, i * numbers);
        }
        return all;
    }

    /** Brings numbers of 0 to 1 to −1 to 1. */
    static void put(float[] unit, float[] into, int at) {
        for (int k = 0; k < unit.length; k++) {
            into[at + k] = 2 * unit[k] - 1;
        }
    }

    @Override
    public NDArray loss(Weights weights, NDManager manager, Drawn b) {
        int n = b.t.length;
        Shape shape = new Shape(n, 3, b.side, b.side);
        NDArray x0 = manager.create(b.x0, shape);
        NDArray noise = NoiseSource.of(recipe.seed(), 2 * b.draw + 1).normal(manager, shape);
        NDArray eps = loss.between(manager.create(b.hidden, shape), noise, b.t, x0);
        NDArray seen = manager.create(b.seen, new Shape(n, 3, faces.side(), faces.side()));
        NDArray counts = manager.create(b.weights, new Shape(n, 1, b.side, b.side));
        NDArray identity = known.vectors(seen).stopGradient(); // N,D
        AdmUnet net = new AdmUnet(weights, unet);
        double[] steps = Arrays.stream(b.t).asDoubleStream().toArray();
        SwapLoss.Terms terms =
                loss.of(
                        xt -> passes.forward(net, xt, steps, AdmUnet.Conditions.identity(identity)),
                        new SwapLoss.Batch(x0, eps, b.t, counts));
        NDArray bound = terms.bound().mul(manager.create(b.bounds));
        NDArray sum = terms.error().add(Numbers.times(bound, learner.bound())).mean();
        if (learner.alike() == 0 || b.draw % learner.alikeEvery() != 0) {
            return sum;
        }
        NDArray drawn = known.vectors(Numbers.within(terms.pictured(), -1, 1));
        double lambda = learner.alike() * learner.alikeEvery();
        return sum.add(Numbers.times(SwapLoss.unlikeness(drawn, identity).mean(), lambda));
    }

    @Override
    public void backward(NDArray loss) {
        passes.backward(loss);
    }

    @Override
    public Map<String, Double> heldOut(Weights average, NDManager manager) {
        return trial.figures(average, manager);
    }

    @Override
    public Picture sheet(Weights average, NDManager manager, Recipe.Stage stage) {
        return trial.sheet(average, manager, stage.size());
    }

    @Override
    public void close() {
        known.close();
    }
}
