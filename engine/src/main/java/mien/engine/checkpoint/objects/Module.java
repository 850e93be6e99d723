package mien.engine.checkpoint.objects;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mien.engine.checkpoint.pickle.Instance;
import mien.engine.checkpoint.pickle.PickleValue;
import mien.engine.checkpoint.pickle.PickleValue.Mapping;
import mien.engine.checkpoint.pickle.PickleValue.Sequence;
import mien.engine.checkpoint.storage.Malformed;

/**
 * A pickled PyTorch module, of whatever class.
 *
 * @param parts what a state dict of it holds, in its order: parameters, buffers, modules
 */
record Module(List<Mapping> parts) {

    /** The module that an object is; empty when it is something else. */
    static Optional<Module> of(Instance instance) throws Malformed {
        Optional<Mapping> attributes = instance.attributes();
        if (attributes.isEmpty() || attributes.get().at("_modules").isEmpty()) {
            return Optional.empty();
        }
        Mapping own = attributes.get();
        Mapping buffers = dictionary(own, "_buffers");
        Set<String> passing = names(own.at("_non_persistent_buffers_set").orElse(own));
        List<Mapping.Entry> lasting =
                buffers.entries().stream()
                        .filter(e -> PickleValue.text(e.key()).filter(passing::contains).isEmpty())
                        .toList();
        return Optional.of(
                new Module(
                        List.of(
                                dictionary(own, "_parameters"),
                                Mapping.of(lasting),
                                dictionary(own, "_modules"))));
    }

    /** The texts of a set, however its pickle makes it. */
    private static Set<String> names(PickleValue set) {
        PickleValue items = set instanceof Instance made ? made.argument(0).orElse(set) : set;
        Set<String> names = new HashSet<>();
        if (items instanceof Sequence sequence) {
            sequence.items().forEach(item -> PickleValue.text(item).ifPresent(names::add));
        }
        return names;
    }

    private static Mapping dictionary(Mapping attributes, String name) throws Malformed {
        PickleValue value = attributes.at(name).orElse(attributes);
        if (value instanceof Instance ordered) {
            return ordered.argument(0).orElse(ordered) instanceof Sequence pairs
                    ? paired(pairs, ordered.entries())
                    : ordered.entries();
        }
        return value instanceof Mapping mapping && mapping != attributes
                ? mapping
                : Mapping.of(List.of());
    }

    /** A dictionary from pairs and the entries set after it was made. */
    static Mapping paired(Sequence pairs, Mapping entries) throws Malformed {
        List<Mapping.Entry> all = new ArrayList<>();
        for (PickleValue pair : pairs.items()) {
            boolean two = pair instanceof Sequence sequence && sequence.items().size() == 2;
            expect(two, "it has a dictionary that is not made of pairs");
            List<PickleValue> both = ((Sequence) pair).items();
            all.add(new Mapping.Entry(both.get(0), both.get(1)));
        }
        all.addAll(entries.entries());
        return Mapping.of(all);
    }
}
