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
 * @param results arrays that a pass leaves
 * @param network builds it
 */
record Expert(String name, Shape input, int results, Network network) {

    @FunctionalInterface
    interface Network {
        Passes of(Weights w, Statistics statistics);
    }

    /**
     * From a batch to something smooth.
     *
     * @param whole to something that depends on every weight
     */
    record Passes(
            UnaryOperator<NDArray> forward,
            UnaryOperator<NDArray> learning,
            UnaryOperator<NDArray> whole) {}

    static Stream<Expert> all() {
        return Stream.of(
                new Expert(
                        "ArcFace",
                        new Shape(2, 3, 32, 32),
                        1,
                        (w, s) -> {
                            ArcFace net =
                                    new ArcFace(
                                            w,
                                            new ArcFace.Config(List.of(1, 2, 1, 1), true, 8, 6, 32),
                                            s);
                            return new Passes(
                                    net::forward, net::forwardLearning, net::forwardLearning);
                        }),
                new Expert(
                        "BiSeNet",
                        new Shape(2, 3, 40, 64),
                        1,
                        (w, s) -> {
                            BiSeNet net = new BiSeNet(w, new BiSeNet.Config(4, 5, true), s);
                            UnaryOperator<NDArray> all = x -> sum(net.forwardLearning(x));
                            return new Passes(net::forward, all, all);
                        }),
                new Expert(
                        "EyeNet",
                        new Shape(2, 48, 80),
                        3,
                        (w, s) -> {
                            EyeNet net = new EyeNet(w, new EyeNetConfig(2, 8, 3, 8, 48, 80), s);
                            return new Passes(
                                    x -> net.forward(x).heatMaps(),
                                    x -> net.forwardLearning(x).heatMaps(),
                                    x -> all(net.forwardLearning(x)));
                        }));
    }

    private static NDArray sum(BiSeNet.Answers answers) {
        return answers.out().add(answers.out16()).add(answers.out32());
    }

    private static NDArray all(EyeNet.Answer answer) {
        NDArray maps = answer.heatMaps();
        return maps.reshape(maps.getShape().get(0), -1).concat(answer.gaze(), 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
