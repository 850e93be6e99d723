package mien.engine.checkpoint.objects;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mien.engine.checkpoint.objects.TorchObjects.Uncommon;
import mien.engine.checkpoint.pickle.Instance;
import mien.engine.checkpoint.pickle.PickleValue;
import mien.engine.checkpoint.pickle.PickleValue.Mapping;
import mien.engine.checkpoint.pickle.PickleValue.Real;
import mien.engine.checkpoint.pickle.PickleValue.Sequence;
import mien.engine.checkpoint.pickle.PickleValue.Truth;
import mien.engine.checkpoint.pickle.PickleValue.Whole;
import mien.engine.checkpoint.storage.Contents;
import mien.engine.checkpoint.storage.Malformed;
import mien.engine.checkpoint.storage.StoredTensor;

/**
 * Walks a pickled object and names every tensor in it by the way that leads there: keys of
 * dictionaries, attributes of objects, numbers in lists, and for modules what their state dict
 * would say. A dictionary under texts that holds tensors itself is a section, and so is the
 * outermost module.
 */
public final class TensorTree {

    /** Deeper than any network; pickles that hold themselves end here. */
    private static final int DEEPEST = 100;

    /** What is visited in all; shared parts are visited again under each of their names. */
    private static final int MOST_VISITS = 1_000_000;

    private static final Set<String> DICTIONARIES =
            Set.of("collections.OrderedDict", "collections.defaultdict");

    private static final int MOST_TENSORS = 200_000;
    private static final int MOST_NOTES = 10_000;
    private static final int LONGEST_NOTE = 200;

    private final String alone;
    private final TorchObjects torch;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final List<String> sections = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Instance, Optional<Module>> modules = new IdentityHashMap<>();
    private int visits;

    private TensorTree(String alone, Storages storages) {
        this.alone = alone;
        torch = new TorchObjects(storages);
    }

    /**
     * The tensors of an object, at least one.
     *
     * @param container the kind of file it comes from
     * @param alone the name of a tensor that is the whole object
     */
    public static Contents read(
            String container, String alone, PickleValue object, Storages storages)
            throws IOException, Malformed {
        TensorTree tree = new TensorTree(alone, storages);
        tree.visit(new Place("", 0, true), object);
        expect(!tree.tensors.isEmpty(), "it holds no tensors");
        if (tree.sections.isEmpty() && object instanceof Instance) {
            tree.sections.add(""); // a TorchScript module is an object without PyTorch's marks
        }
        NavigableSet<String> names = new TreeSet<>(tree.tensors.keySet());
        List<String> unwrapped = new ArrayList<>();
        for (String section : tree.sections) {
            unwrapped.add(Contents.unwrapped(section, names));
        }
        return new Contents(container, tree.tensors, unwrapped, tree.notes);
    }

    /**
     * Where the walk is.
     *
     * @param dictionaries whether only dictionaries under texts lead here
     */
    private record Place(String name, int depth, boolean dictionaries) {

        Place below(String key, boolean stillDictionaries) throws Malformed {
            expect(depth < DEEPEST, "it is nested more than 100 levels deep");
            expect(
                    name.length() + key.length() < PickleValue.LONGEST_NAME,
                    "a tensor's name is over 1,000 letters long");
            String full = name.isEmpty() ? key : name + "." + key;
            return new Place(full, depth + 1, dictionaries && stillDictionaries);
        }
    }

    private void visit(Place place, PickleValue value) throws IOException, Malformed {
        spend(1);
        if (value instanceof Instance instance) {
            spend(instance.attributes().map(a -> a.entries().size()).orElse(0));
            visitInstance(place, instance);
        } else if (value instanceof Mapping mapping) {
            visitMapping(place, mapping, place.dictionaries);
        } else if (value instanceof Sequence sequence) {
            visitItems(place, sequence.items());
        } else if (value instanceof Whole whole) {
            note(place, Long.toString(whole.value()));
        } else if (value instanceof Real real) {
            note(place, Double.toString(real.value()));
        } else if (value instanceof Truth truth) {
            note(place, Boolean.toString(truth.value()));
        } else {
            PickleValue.text(value).ifPresent(text -> note(place, text));
        }
    }

    private void spend(int count) throws Malformed {
        visits += count;
        expect(visits <= MOST_VISITS, "it holds more than 1,000,000 values, counted as a tree");
    }

    private void note(Place place, String text) {
        if (!place.name.isEmpty() && text.length() <= LONGEST_NOTE && notes.size() < MOST_NOTES) {
            notes.put(place.name, text);
        }
    }

    private void visitMapping(Place place, Mapping mapping, boolean mayBeSection)
            throws IOException, Malformed {
        int section = sections.size();
        boolean holdsTensors = false;
        Map<String, Mapping.Entry> last = new LinkedHashMap<>();
        for (Mapping.Entry entry : mapping.entries()) {
            PickleValue.text(entry.key())
                    .or(() -> PickleValue.whole(entry.key()).map(k -> Long.toString(k)))
                    .ifPresent(key -> last.put(key, entry));
        }
        for (Map.Entry<String, Mapping.Entry> entry : last.entrySet()) {
            boolean text = PickleValue.text(entry.getValue().key()).isPresent();
            Place below = place.below(entry.getKey(), text);
            visit(below, entry.getValue().value());
            holdsTensors |= tensors.containsKey(below.name);
        }
        if (mayBeSection && holdsTensors) {
            sections.add(section, place.name);
        }
    }

    private void visitItems(Place place, List<PickleValue> items) throws IOException, Malformed {
        for (int i = 0; i < items.size(); i++) {
            visit(place.below(Integer.toString(i), false), items.get(i));
        }
    }

    private void visitInstance(Place place, Instance instance) throws IOException, Malformed {
        Optional<PickleValue> wrapped = TorchObjects.wrapped(instance);
        if (wrapped.isPresent()) {
            expect(place.depth < DEEPEST, "it is nested more than 100 levels deep");
            visit(new Place(place.name, place.depth + 1, place.dictionaries), wrapped.get());
            return;
        }
        try {
            Optional<StoredTensor> tensor = tensor(instance);
            if (tensor.isPresent()) {
                put(place, tensor.get());
                return;
            }
        } catch (Uncommon e) {
            note(place, e.getMessage());
            return;
        } catch (Malformed e) {
            throw place.name.isEmpty() ? e : e.about(place.name);
        }
        Optional<Sequence> objects = NumpyObjects.objects(instance);
        Optional<String> number = NumpyObjects.number(instance);
        if (objects.isPresent()) {
            visitObjects(place, objects.get());
        } else if (number.isPresent()) {
            note(place, number.get());
        } else if (DICTIONARIES.contains(instance.made())) {
            visitDictionary(place, instance);
        } else if (module(instance).isPresent()) {
            visitModule(place, module(instance).get());
        } else if (seen.add(instance)) {
            visitStranger(place, instance);
        }
    }

    /** What an object is as a module, found out once: a module may be shared a thousand times. */
    private Optional<Module> module(Instance instance) throws Malformed {
        Optional<Module> known = modules.get(instance);
        if (known == null) {
            known = Module.of(instance);
            modules.put(instance, known);
        }
        return known;
    }

    private Optional<StoredTensor> tensor(Instance instance)
            throws IOException, Malformed, Uncommon {
        Optional<StoredTensor> tensor = torch.tensor(instance);
        if (tensor.isEmpty()) {
            tensor = NumpyObjects.array(instance);
        }
        if (tensor.isEmpty()) {
            tensor = SparseMatrix.tensor(instance);
        }
        return tensor.isEmpty() ? Chumpy.array(instance) : tensor;
    }

    private void put(Place place, StoredTensor tensor) throws Malformed {
        String name = place.name.isEmpty() ? alone : place.name;
        expect(tensors.put(name, tensor) == null, "two of its tensors are called '" + name + "'");
        expect(tensors.size() <= MOST_TENSORS, "it holds more than 200,000 tensors");
    }

    /** A single object in an array is the array's place; several have numbers. */
    private void visitObjects(Place place, Sequence objects) throws IOException, Malformed {
        if (objects.items().size() == 1) {
            expect(place.depth < DEEPEST, "it is nested more than 100 levels deep");
            Place same = new Place(place.name, place.depth + 1, place.dictionaries);
            visit(same, objects.items().get(0));
        } else {
            visitItems(place, objects.items());
        }
    }

    /** OrderedDict, defaultdict: entries set one by one, or (Python 2) given as a list of pairs. */
    private void visitDictionary(Place place, Instance instance) throws IOException, Malformed {
        Mapping all = instance.entries();
        if (instance.argument(0).orElse(instance) instanceof Sequence pairs) {
            spend(pairs.items().size());
            all = Module.paired(pairs, instance.entries());
        }
        visitMapping(place, all, place.dictionaries);
    }

    private void visitModule(Place place, Module module) throws IOException, Malformed {
        if (place.dictionaries) {
            sections.add(place.name);
        }
        Place inside = new Place(place.name, place.depth, false);
        for (Mapping part : module.parts()) {
            visitMapping(inside, part, false);
        }
    }

    /** An object of a class that means nothing here: its attributes, entries and items, once. */
    private void visitStranger(Place place, Instance instance) throws IOException, Malformed {
        Place inside = new Place(place.name, place.depth, false);
        if (instance.attributes().isPresent()) {
            visitMapping(inside, instance.attributes().get(), false);
        }
        visitMapping(inside, instance.entries(), false);
        visitItems(inside, instance.items());
    }
}
