package mien.engine.net;

import ai.djl.ndarray.NDArray;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Gradients;
import mien.engine.tensor.Scope;

/**
 * The blocks of a U-Net with gradient checkpointing (Chen et al. 2016): forwards only what enters
 * each block is kept; backwards each block runs again, now with a graph, and gives its gradient on.
 * A skip is an output of its block and an input of another, so its gradient has two summands.
 */
final class Checkpointed {

    private final List<List<AdmCell>> input;
    private final List<AdmCell> middle;
    private final List<List<AdmCell>> output;
    private final AdmCondition e; // of leaves
    private final Deque<Segment> done = new ArrayDeque<>();

    /** A block as it ran: what entered it, and the skip beside it on the way up. */
    private record Segment(List<AdmCell> block, NDArray x, Optional<NDArray> skip) {}

    Checkpointed(
            List<List<AdmCell>> input,
            List<AdmCell> middle,
            List<List<AdmCell>> output,
            AdmCondition e) {
        this.input = input;
        this.middle = middle;
        this.output = output;
        this.e = e;
    }

    /** All blocks, without a graph. */
    NDArray forward(NDArray x) {
        Deque<NDArray> skips = new ArrayDeque<>();
        NDArray h = x;
        for (List<AdmCell> block : input) {
            h = run(new Segment(block, h, Optional.empty()));
            skips.push(h);
        }
        h = run(new Segment(middle, h, Optional.empty()));
        for (List<AdmCell> block : output) {
            h = run(new Segment(block, h, Optional.of(skips.pop())));
        }
        return h;
    }

    private NDArray run(Segment s) {
        done.push(s);
        return Gradients.without(() -> Scope.freeing(() -> out(s)));
    }

    private NDArray out(Segment s) {
        NDArray x = s.skip.isPresent() ? Aten.concatChannels(s.x, s.skip.get()) : s.x;
        NDArray h = x;
        for (AdmCell cell : s.block) {
            h = cell.forward(h, e);
        }
        return h;
    }

    /**
     * The same in reverse; gradients gather in the weights and in the leaves of the condition.
     *
     * @param gradient of the loss by the last block's output
     * @return by the first block's input
     */
    NDArray backward(NDArray gradient) {
        Deque<NDArray> bySkip = new ArrayDeque<>(); // the last one belongs to the first block up
        NDArray g = gradient;
        int downwards = input.size();
        while (!done.isEmpty()) {
            Segment s = done.pop();
            NDArray above = g;
            if (s.skip.isEmpty() && done.size() < downwards) {
                try (NDArray fromAbove = bySkip.removeLast()) {
                    above = Aten.add(g, fromAbove);
                }
                closeUnless(g, gradient);
            }
            g = back(s, above, bySkip);
            closeUnless(above, gradient);
        }
        return g;
    }

    private static void closeUnless(NDArray g, NDArray callers) {
        if (g != callers) {
            g.close();
        }
    }

    private NDArray back(Segment s, NDArray g, Deque<NDArray> bySkip) {
        List<NDArray> gradients =
                Scope.freeingAll(
                        () -> {
                            NDArray x = Gradients.leaf(s.x);
                            Optional<NDArray> skip = s.skip.map(Gradients::leaf);
                            Gradients.backward(out(new Segment(s.block, x, skip)), g);
                            return Stream.concat(Stream.of(x), skip.stream())
                                    .map(NDArray::getGradient)
                                    .toList();
                        });
        gradients.stream().skip(1).forEach(bySkip::addLast);
        return gradients.get(0);
    }
}
