package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import mien.engine.checkpoint.Weights;
import mien.engine.net.AdmCondition.Pass;
import mien.engine.nn.Convolution3;
import mien.engine.nn.GroupNormSilu;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Timesteps;
import mien.engine.nn.Traced;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Gradients;
import mien.engine.tensor.Precision;
import mien.engine.tensor.Scope;

/**
 * The ADM U-Net (Dhariwal and Nichol 2021) with the additions of DiffusionRig (a global code that
 * modulates every residual block) and DiffFace (an identity vector added to the time embedding).
 * Keys as in the checkpoints.
 */
public final class AdmUnet {

    private final AdmConfig config;
    private final Precision precision;
    private final Layer timeEmbed;
    private final Optional<Layer> identityEmbed;
    private final Optional<NDArray> labelTable;
    private final List<List<AdmCell>> input = new ArrayList<>();
    private final List<AdmCell> middle;
    private final List<List<AdmCell>> output = new ArrayList<>();
    private final GroupNormSilu outNorm;
    private final Convolution3 outConv;

    public AdmUnet(Weights w, AdmConfig c) {
        config = c;
        precision = w.precision();
        int width = c.embeddingWidth();
        timeEmbed = embed(w.at("time_embed"), c.baseChannels(), width);
        identityEmbed =
                c.identityWidth() == 0
                        ? Optional.empty()
                        : Optional.of(embed(w.at("id_embed"), c.identityWidth(), width));
        labelTable =
                c.classes() == 0
                        ? Optional.empty()
                        : Optional.of(w.at("label_emb").exact("weight", c.classes(), width));

        AdmBody body = new AdmBody(w, c);
        body.down(input);
        middle = body.middle();
        body.up(output);

        int first = c.levelChannels(0);
        outNorm = new GroupNormSilu(w.at("out.0"), first, c.groups());
        outConv = new Convolution3(w.at("out.2"), first, c.outChannels(), 1);
    }

    static Layer embed(Weights w, int in, int width) {
        return Layers.linear(w.at(0), in, width)
                .then(Aten::silu)
                .then(Layers.linear(w.at(2), width, width));
    }

    public AdmConfig config() {
        return config;
    }

    /** The conditions of one pass; each is left out by a network that does not know it. */
    public record Conditions(
            Optional<NDArray> latent, Optional<NDArray> identity, Optional<int[]> labels) {

        public static final Conditions NONE =
                new Conditions(Optional.empty(), Optional.empty(), Optional.empty());

        /** DiffusionRig's global code, [N, latentWidth]. */
        public static Conditions latent(NDArray code) {
            return new Conditions(Optional.of(code), Optional.empty(), Optional.empty());
        }

        /** DiffFace's unit identity vector, [N, identityWidth]. */
        public static Conditions identity(NDArray vector) {
            return new Conditions(Optional.empty(), Optional.of(vector), Optional.empty());
        }

        /** One class number for each picture of the batch. */
        public static Conditions labels(int... labels) {
            return new Conditions(Optional.empty(), Optional.empty(), Optional.of(labels));
        }
    }

    /**
     * One evaluation.
     *
     * @param x [N, inChannels, H, W] float32; H and W divisible by 2^(levels−1)
     * @param steps N original timesteps τ
     * @return [N, outChannels, H, W] float32
     */
    public NDArray forward(NDArray x, double[] steps, Conditions conditions) {
        return forward(x, steps, conditions, () -> {});
    }

    /**
     * The same with places to end early.
     *
     * @param between called before each block; what it throws ends the pass and frees its arrays
     */
    public NDArray forward(NDArray x, double[] steps, Conditions conditions, Runnable between) {
        return Scope.freeing(() -> run(x, steps, conditions, Pass.INFERRING, between));
    }

    /** The same while learning: dropout acts, and nothing is freed before the backward pass. */
    public NDArray forwardLearning(NDArray x, double[] steps, Conditions conditions) {
        return run(x, steps, conditions, Pass.LEARNING, () -> {});
    }

    /**
     * A pass for the gradient by the picture, as guidance takes it: no dropout, no graph.
     *
     * @param sparing whether to keep only what enters each block, and to run it a second time on
     *     the way back (Chen et al. 2016)
     * @param between called before each block, there and back; what it throws ends the pass
     * @return the output and its way back, both float32
     */
    public Traced forwardGuiding(
            NDArray x, double[] steps, Conditions conditions, boolean sparing, Runnable between) {
        require(x, steps);
        return Gradients.without(
                () -> {
                    AdmCondition e = condition(x, steps, conditions, Pass.INFERRING);
                    Traced blocks =
                            new AdmTrace(
                                            sparing ? BlockTrace.sparing(e) : BlockTrace.keeping(e),
                                            between)
                                    .through(
                                            Activations.enter(x, precision, false),
                                            input,
                                            middle,
                                            output);
                    Traced norm = outNorm.trace(blocks.output());
                    NDArray out = outConv.forward(norm.output());
                    return new Traced(
                            Activations.leave(out, precision),
                            g -> Gradients.without(() -> back(g, norm, blocks)));
                });
    }

    private NDArray back(NDArray gradient, Traced norm, Traced blocks) {
        NDArray g = Activations.enter(gradient, precision, false);
        NDArray byBlocks = norm.back().apply(outConv.back(g));
        return Activations.leave(blocks.back().apply(byBlocks), precision);
    }

    /**
     * A pass under an open gradient collector that keeps only what enters each block, about a tenth
     * of what {@link #forwardLearning} keeps, and runs each block a second time on the way back.
     * Dropout must be off: it would not be the same twice.
     */
    public Replay forwardCheckpointed(NDArray x, double[] steps, Conditions conditions) {
        if (config.dropout() > 0) {
            throw new IllegalStateException("a network with dropout cannot run its blocks twice");
        }
        require(x, steps);
        return new Replay(x, condition(x, steps, conditions, Pass.LEARNING));
    }

    /**
     * A checkpointed pass. First the caller makes a loss of {@link #output} and calls the
     * collector's backward pass, then {@link #backward} takes the gradient on: into the weights,
     * the picture and the conditions, as far as they require one.
     */
    public final class Replay {

        private final AdmCondition e;
        private final AdmCondition leaves;
        private final NDArray entered;
        private final Traced blocks;
        private final NDArray last; // a leaf
        private final NDArray output;

        private Replay(NDArray x, AdmCondition e) {
            this.e = e;
            leaves =
                    new AdmCondition(
                            leafIfReached(e.activated()),
                            e.activatedLatent().map(this::leafIfReached),
                            precision,
                            e.pass());
            entered = Activations.enter(x, precision, true);
            List<List<AdmCell>> up = AdmUnet.this.output;
            blocks =
                    new AdmTrace(BlockTrace.learning(leaves), () -> {})
                            .through(entered, input, middle, up);
            last = Gradients.leaf(blocks.output());
            output = Activations.leave(outConv.forward(outNorm.forward(last)), precision);
        }

        /** The gradients by all scales and shifts cost a tenth: without a use they are left out. */
        private NDArray leafIfReached(NDArray embedding) {
            return Gradients.reach(embedding) ? Gradients.leaf(embedding) : embedding;
        }

        /** [N, outChannels, H, W] float32. */
        public NDArray output() {
            return output;
        }

        /** Once, after the backward pass of a loss of {@link #output}. */
        public void backward() {
            NDArray gradient = blocks.back().apply(last.getGradient());
            if (Gradients.reach(entered)) {
                Gradients.backward(entered, gradient);
            }
            goOn(e.activated(), leaves.activated());
            e.activatedLatent().ifPresent(z -> goOn(z, leaves.activatedLatent().get()));
        }

        private void goOn(NDArray embedding, NDArray leaf) {
            if (leaf != embedding) {
                Gradients.backward(embedding, leaf.getGradient());
            }
        }
    }

    private NDArray run(
            NDArray x, double[] steps, Conditions conditions, Pass pass, Runnable between) {
        require(x, steps);
        AdmCondition e = condition(x, steps, conditions, pass);
        Deque<NDArray> skips = new ArrayDeque<>();
        NDArray h = Activations.enter(x, precision, pass.keeps());
        for (List<AdmCell> block : input) {
            between.run();
            h = through(block, h, e);
            skips.push(h);
        }
        between.run();
        h = through(middle, h, e);
        for (List<AdmCell> block : output) {
            between.run();
            NDArray below = h;
            NDArray skip = skips.pop();
            h = through(block, Aten.concatChannels(below, skip), e);
            if (!pass.keeps()) {
                below.close();
                skip.close();
            }
        }
        NDArray out = outConv.forward(outNorm.forward(h));
        return Activations.leave(out, precision);
    }

    private void require(NDArray x, double[] steps) {
        Shape s = x.getShape();
        int factor = 1 << (config.multipliers().size() - 1);
        boolean fits =
                s.dimension() == 4
                        && s.get(0) == steps.length
                        && s.get(1) == config.inChannels()
                        && s.get(2) % factor == 0
                        && s.get(3) % factor == 0;
        if (!fits) {
            throw new IllegalArgumentException(
                    "the network reads [%d, %d, H, W] with sides divisible by %d, but got %s"
                            .formatted(steps.length, config.inChannels(), factor, s));
        }
    }

    private AdmCondition condition(NDArray x, double[] steps, Conditions conditions, Pass pass) {
        NDArray emb =
                timeEmbed.forward(
                        Timesteps.embedding(x.getManager(), steps, config.baseChannels())); // N,4C₀
        if (identityEmbed.isPresent() && conditions.identity().isPresent()) {
            emb = emb.add(identityEmbed.get().forward(conditions.identity().get()));
        }
        if (labelTable.isPresent() && conditions.labels().isPresent()) {
            NDArray index = x.getManager().create(conditions.labels().get());
            emb = emb.add(labelTable.get().get(index));
        }
        return new AdmCondition(
                Aten.silu(emb), conditions.latent().map(Aten::silu), precision, pass);
    }

    static NDArray through(List<AdmCell> block, NDArray x, AdmCondition e) {
        if (e.pass().keeps()) {
            return forward(block, x, e);
        }
        return Scope.freeing(() -> forward(block, x, e));
    }

    private static NDArray forward(List<AdmCell> block, NDArray x, AdmCondition e) {
        NDArray h = x;
        for (AdmCell cell : block) {
            h = cell.forward(h, e);
        }
        return h;
    }
}
