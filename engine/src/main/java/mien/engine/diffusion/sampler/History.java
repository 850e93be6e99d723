package mien.engine.diffusion.sampler;

import ai.djl.ndarray.NDArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import mien.engine.diffusion.Past;
import mien.engine.diffusion.Step;
import mien.engine.tensor.Scope;

/** The predictions a multistep method looks back on, newest first; it owns their arrays. */
final class History implements AutoCloseable {

    /**
     * @param lambda λ where the step began
     * @param order the order of the step that was taken from there
     */
    record Entry(double alphaBar, double lambda, int order, NDArray x0) {}

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
            history.entries.addLast(
                    new Entry(p.alphaBar(), Step.lambda(p.alphaBar()), p.order(), x0));
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
        entries.addFirst(new Entry(s.alphaBar(), s.lambda(), order, copy));
        if (entries.size() > depth) {
            entries.removeLast().x0().close();
        }
    }

    List<Past> past() {
        List<Past> past = new ArrayList<>();
        entries.forEach(e -> past.add(new Past(e.alphaBar(), e.order(), e.x0().toFloatArray())));
        return past;
    }

    @Override
    public void close() {
        entries.forEach(e -> e.x0().close());
        entries.clear();
    }
}
