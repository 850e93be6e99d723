package mien.engine.checkpoint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tensors that lie somewhere and are read one at a time; each is made anew for who asks. */
public interface StoredTensors extends TensorSource {

    /** Every tensor by name, in the file's order; nothing is loaded. */
    Map<String, TensorHeader> tensors();

    @Override
    default Set<String> names() {
        return tensors().keySet();
    }

    @Override
    default boolean givesAway() {
        return true;
    }

    /**
     * The tensors whose names begin with a prefix and a dot, under the rest of their names; all of
     * them for the empty prefix.
     */
    default StoredTensors section(String prefix) {
        return prefix.isEmpty() ? this : Section.of(this, prefix + ".");
    }

    /**
     * The same tensors with training's moving averages ({@code model_ema.*}) in place of the
     * weights they belong to; empty when there are no such averages. Averages that lie in a section
     * of their own, such as {@code ema}, are that section.
     */
    default Optional<StoredTensors> averaged() {
        return Averaged.of(this);
    }
}
