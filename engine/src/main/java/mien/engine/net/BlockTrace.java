package mien.engine.net;

import ai.djl.ndarray.NDArray;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import mien.engine.nn.Traced;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Gradients;
import mien.engine.tensor.Scope;

/** One block of a U-Net forwards, and back by what entered it. */
@FunctionalInterface
interface BlockTrace {

    /**
     * What enters a block.
     *
     * @param x [N, C, H, W]; from below nobody else reads it
     * @param skip on the way up, what stands beside it
     */
    record Entry(NDArray x, Optional<NDArray> skip) {

        /** x and the skip, C first. */
        NDArray joined() {
            return skip.isPresent() ? Aten.concatChannels(x, skip.get()) : x;
        }
    }

    /**
     * @return the gradient that comes back is the one by {@link Entry#joined}
     */
    Traced trace(List<AdmCell> block, Entry entry);

    /** By hand, the picture's gradient alone; all is kept that the way back needs. */
    static BlockTrace keeping(AdmCondition e) {
        return (block, entry) -> {
            NDArray both = entry.joined();
            Traced cells = cells(block, both, e);
            if (entry.skip.isEmpty()) {
                return cells;
            }
            entry.x.close();
            return new Traced(
                    cells.output(),
                    g -> {
                        try (both) {
                            return cells.back().apply(g);
                        }
                    });
        };
    }

    /**
     * The same keeping only what enters each block, which runs a second time on the way back (Chen
     * et al. 2016).
     */
    static BlockTrace sparing(AdmCondition e) {
        return (block, entry) ->
                new Traced(
                        Scope.freeing(() -> AdmUnet.through(block, entry.joined(), e)),
                        g -> cells(block, entry.joined(), e).back().apply(g));
    }

    /**
     * Keeping as little, and back in a graph of the one block: gradients gather also in the weights
     * and in the leaves of the condition.
     */
    static BlockTrace learning(AdmCondition e) {
        return (block, entry) ->
                new Traced(
                        Gradients.without(
                                () ->
                                        Scope.freeing(
                                                () -> AdmUnet.through(block, entry.joined(), e))),
                        g -> {
                            NDArray leaf = Gradients.leaf(entry.joined());
                            Gradients.backward(AdmUnet.through(block, leaf, e), g);
                            return leaf.getGradient();
                        });
    }

    private static Traced cells(List<AdmCell> block, NDArray x, AdmCondition e) {
        Deque<Traced> done = new ArrayDeque<>();
        NDArray h = x;
        for (AdmCell cell : block) {
            done.push(cell.trace(h, e));
            h = done.element().output();
        }
        return new Traced(
                h,
                gradient -> {
                    NDArray g = gradient;
                    for (Traced cell : done) { // the last one first
                        g = cell.back().apply(g);
                    }
                    return g;
                });
    }
}
