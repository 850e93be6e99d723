package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import mien.engine.net.BlockTrace.Entry;
import mien.engine.nn.Traced;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Scope;

/**
 * The blocks of a U-Net, forwards and back. A skip is an output of its block and an input of
 * another, so its gradient has two summands.
 */
final class AdmTrace {

    private final BlockTrace blocks;
    private final Runnable between;
    private final Deque<Traced> down = new ArrayDeque<>();
    private final Deque<Up> up = new ArrayDeque<>();

    /** A block on the way up: how many of the channels that entered came from below. */
    private record Up(Traced block, long below) {}

    /**
     * @param between called before each block, there and back; what it throws ends the pass
     */
    AdmTrace(BlockTrace blocks, Runnable between) {
        this.blocks = blocks;
        this.between = between;
    }

    /** All blocks. */
    Traced through(
            NDArray x,
            List<List<AdmCell>> input,
            List<AdmCell> middle,
            List<List<AdmCell>> output) {
        Deque<NDArray> skips = new ArrayDeque<>();
        NDArray h = x;
        for (List<AdmCell> block : input) {
            h = pushed(block, h);
            skips.push(h);
        }
        h = pushed(middle, h);
        for (List<AdmCell> block : output) {
            long below = h.getShape().get(1);
            Traced traced = traced(block, new Entry(h, Optional.of(skips.pop())));
            up.push(new Up(traced, below));
            h = traced.output();
        }
        return new Traced(h, this::back);
    }

    private NDArray pushed(List<AdmCell> block, NDArray x) {
        down.push(traced(block, new Entry(x, Optional.empty())));
        return down.element().output();
    }

    private Traced traced(List<AdmCell> block, Entry entry) {
        between.run();
        return blocks.trace(block, entry);
    }

    private NDArray back(NDArray gradient) {
        Deque<NDArray> bySkip = new ArrayDeque<>(); // the last one belongs to the first block up
        NDArray g = gradient;
        while (!up.isEmpty()) {
            Up block = up.pop();
            try (NDArray byBoth = gone(block.block, g, gradient)) {
                NDList parts = byBoth.split(new long[] {block.below}, 1);
                bySkip.addLast(parts.get(1).duplicate());
                g = parts.get(0).duplicate();
            }
        }
        g = gone(down.pop(), g, gradient); // the middle
        while (!down.isEmpty()) {
            try (NDArray other = bySkip.removeLast()) {
                Aten.addInto(g, other);
            }
            g = gone(down.pop(), g, gradient);
        }
        return g;
    }

    /** A gradient gone back through a block; it is freed unless it is the caller's. */
    private NDArray gone(Traced block, NDArray g, NDArray callers) {
        between.run();
        NDArray by = Scope.freeing(() -> block.back().apply(g));
        if (g != callers) {
            g.close();
        }
        return by;
    }
}
