package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layers.Statistics;

/**
 * A network that guides, at a tiny size, as far as all of them are alike.
 *
 * @param name for the test's name
 * @param input the shape of a batch of two
 * @param network builds it
 */
record Expert(String name, Shape input, Network network) {

    @FunctionalInterface
    interface Network {
        Passes of(Weights w, Statistics statistics);
    }

    /** From a batch to what guides. */
    record Passes(UnaryOperator<NDArray> forward, UnaryOperator<NDArray> learning) {}

    static Stream<Expert> all() {
        return Stream.of(
                new Expert(
                        "ArcFace",
                        new Shape(2, 3, 32, 32),
                        (w, s) -> {
                            ArcFace net =
                                    new ArcFace(
                                            w,
                                            new ArcFace.Config(List.of(1, 2, 1, 1), true, 8, 6, 32),
                                            s);
                            return new Passes(net::forward, net::forwardLearning);
                        }),
                new Expert(
                        "BiSeNet",
                        new Shape(2, 3, 40, 64),
                        (w, s) -> {
                            BiSeNet net = new BiSeNet(w, new BiSeNet.Config(4, 5, true), s);
                            return new Passes(net::forward, x -> sum(net.forwardLearning(x)));
                        }));
    }

    private static NDArray sum(BiSeNet.Answers answers) {
        return answers.out().add(answers.out16()).add(answers.out32());
    }

    @Override
    public String toString() {
        return name;
    }
}
