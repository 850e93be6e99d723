package mien.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.List;
import java.util.function.Supplier;

/** Frees every array made inside a block except the one it returns. */
public final class Scope {

    private Scope() {}

    /**
     * Runs a block and closes all arrays it made but its result, which then belongs to the
     * surrounding scope (if there is one). Arrays that a block wants to keep besides must be {@link
     * #keep kept}.
     */
    @SuppressWarnings("try") // the scope collects by being open; nothing calls it
    public static NDArray freeing(Supplier<NDArray> block) {
        NDArray result;
        try (NDScope scope = new NDScope()) {
            result = block.get();
            NDScope.unregister(result);
        }
        NDScope.register(result);
        return result;
    }

    /** The same for a block with several results. */
    @SuppressWarnings("try") // the scope collects by being open; nothing calls it
    public static List<NDArray> freeingAll(Supplier<List<NDArray>> block) {
        List<NDArray> results;
        try (NDScope scope = new NDScope()) {
            results = block.get();
            results.forEach(NDScope::unregister);
        }
        results.forEach(NDScope::register);
        return results;
    }

    /**
     * The result of a block, computed once and used for long: it belongs to its manager, whatever
     * scopes are open. No gradient flows into it.
     */
    public static NDArray lasting(Supplier<NDArray> block) {
        return keep(Gradients.without(() -> freeing(block)));
    }

    /** Takes an array out of the innermost scope: its owner now has to close it. */
    public static NDArray keep(NDArray array) {
        NDScope.unregister(array);
        return array;
    }
}
