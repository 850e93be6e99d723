package mien.engine.checkpoint.objects;

import java.util.Optional;
import mien.engine.checkpoint.pickle.Instance;
import mien.engine.checkpoint.pickle.PickleValue;
import mien.engine.checkpoint.storage.Malformed;
import mien.engine.checkpoint.storage.StoredTensor;

/** The containers of chumpy, the library that FLAME's files were made with. */
final class Chumpy {

    private Chumpy() {}

    /**
     * The array in a container.
     *
     * @throws Malformed for chumpy's expressions, which only exist once they are computed
     */
    static Optional<StoredTensor> array(Instance instance) throws Malformed {
        String made = instance.made();
        if (!made.startsWith("chumpy.")) {
            return Optional.empty();
        }
        Optional<PickleValue> x = instance.attributes().flatMap(a -> a.at("x"));
        boolean plain = made.equals("chumpy.ch.Ch") && x.isPresent();
        if (!plain || !(x.get() instanceof Instance inner)) {
            throw new Malformed(
                    "it is an expression of chumpy (%s), which would have to be computed"
                            .formatted(made));
        }
        return NumpyObjects.array(inner);
    }
}
