package mien.engine.diffusion.sampler;

import ai.djl.ndarray.NDArray;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import mien.engine.diffusion.Past;
import mien.engine.diffusion.Step;
import mien.engine.tensor.Scope;

/** The predictions a multistep method looks back on, newest first; it owns their arrays. */
final class History implements AutoCloseable {

    /** A step that was taken: where it began, with which order, and x̂_0 there. */
    static final class Entry {

        private final double alphaBar;
        private final int order;
        private final NDArray x0;
        private Optional<Past> copy; // on the host, made once however often it is asked for

        private Entry(double alphaBar, int order, NDArray x0, Optional<Past> copy) {
            this.alphaBar = alphaBar;
            this.order = order;
            this.x0 = x0;
            this.copy = copy;
        }

        double lambda() {
            return Step.lambda(alphaBar);
        }

        int order() {
            return order;
        }

        NDArray x0() {
            return x0;
        }

        private Past past() {
            if (copy.isEmpty()) {
                copy = Optional.of(new Past(alphaBar, order, x0.toFloatArray()));
            }
            return copy.get();
        }
    }

    private final int depth;
    private final Deque<Entry> entries = new ArrayDeque<>();

    History(int depth) {
        this.depth = depth;
    }

    /** What was remembered before an interruption, beside x. */
    static History of(int depth, List<Past> past, NDArray x) {
        History history = new History(depth);
        for (Past p : past) {
            NDArray x0 = Scope.keep(x.getManager().create(p.x0(), x.getShape()));
            history.entries.addLast(new Entry(p.alphaBar(), p.order(), x0, Optional.of(p)));
        }
        return history;
    }

    int size() {
        return entries.size();
    }

    /** The newest, 0, or the one before, 1. */
    Entry get(int age) {
        return entries.stream().skip(age).findFirst().orElseThrow();
    }

    /** Remembers a copy: the array itself is freed with its step. */
    void add(Step s, int order, NDArray x0) {
        NDArray copy = Scope.keep(x0.duplicate());
        entries.addFirst(new Entry(s.alphaBar(), order, copy, Optional.empty()));
        if (entries.size() > depth) {
            entries.removeLast().x0().close();
        }
    }

    List<Past> past() {
        return entries.stream().map(Entry::past).toList();
    }

    @Override
    public void close() {
        entries.forEach(e -> e.x0().close());
        entries.clear();
    }
}
