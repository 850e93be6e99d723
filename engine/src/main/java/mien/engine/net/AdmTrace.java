package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import mien.engine.nn.Traced;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Scope;

/**
 * The blocks of a U-Net, forwards and back to the picture. A skip is an output of its block and an
 * input of another, so its gradient has two summands.
 */
final class AdmTrace {

    private final AdmCondition e;
    private final boolean sparing;
    private final Runnable between;
    private final Deque<Traced> down = new ArrayDeque<>();
    private final Deque<Up> up = new ArrayDeque<>();

    /** A block on the way up: how many of the channels that entered came from below. */
    private record Up(Traced block, NDArray both, long below) {}

    /**
     * @param sparing whether to keep only what enters each block, and to run it a second time on
     *     the way back (Chen et al. 2016)
     * @param between called before each block, there and back; what it throws ends the pass
     */
    AdmTrace(AdmCondition e, boolean sparing, Runnable between) {
        this.e = e;
        this.sparing = sparing;
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
            h = pushed(down, block, h);
            skips.push(h);
        }
        h = pushed(down, middle, h);
        for (List<AdmCell> block : output) {
            NDArray below = h;
            NDArray both = Aten.concatChannels(below, skips.pop());
            Traced traced = traced(block, both);
            up.push(new Up(traced, both, below.getShape().get(1)));
            below.close();
            h = traced.output();
        }
        return new Traced(h, this::back);
    }

    private NDArray pushed(Deque<Traced> done, List<AdmCell> block, NDArray x) {
        Traced traced = traced(block, x);
        done.push(traced);
        return traced.output();
    }

    private NDArray back(NDArray gradient) {
        Deque<NDArray> bySkip = new ArrayDeque<>(); // the last one belongs to the first block up
        NDArray g = gradient;
        while (!up.isEmpty()) {
            Up block = up.pop();
            try (NDArray byBoth = gone(block.block, g, gradient);
                    NDArray both = block.both) {
                NDList parts = byBoth.split(new long[] {block.below}, 1);
                bySkip.addLast(Aten.channelsLast(parts.get(1)));
                g = Aten.channelsLast(parts.get(0));
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

    private Traced traced(List<AdmCell> block, NDArray x) {
        between.run();
        if (!sparing) {
            return cells(block, x);
        }
        return new Traced(AdmUnet.through(block, x, e), g -> cells(block, x).back().apply(g));
    }

    private Traced cells(List<AdmCell> block, NDArray x) {
        Deque<Traced> done = new ArrayDeque<>();
        NDArray h = x;
        for (AdmCell cell : block) {
            done.push(cell.trace(h, e));
            h = done.peek().output();
        }
        return new Traced(h, g -> back(done, g));
    }

    private static NDArray back(Deque<Traced> done, NDArray gradient) {
        NDArray g = gradient;
        for (Traced cell : new ArrayList<>(done)) {
            g = cell.back().apply(g);
        }
        return g;
    }
}
