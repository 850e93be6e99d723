package mien.engine.checkpoint.pickle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object as its pickle describes it: what would be called, with which arguments, and what would
 * be put into it afterwards. Nothing of it has happened.
 */
public final class Instance implements PickleValue {

    private final PickleValue called;
    private final Sequence arguments;
    private final List<PickleValue> items = new ArrayList<>(0);
    private final Mapping entries = new Mapping();
    private Optional<PickleValue> state = Optional.empty();

    Instance(PickleValue called, Sequence arguments) {
        this.called = called;
        this.arguments = arguments;
    }

    /**
     * The class, or the function that would make the object, named the newer way; "" if unclear.
     */
    public String made() {
        if (!(name(called) instanceof GlobalName global)) {
            return "";
        }
        String made = ClassNames.current(global);
        boolean byProxy =
                made.equals("copyreg._reconstructor") || made.equals("copyreg.__newobj__");
        if (byProxy && argument(0).map(Instance::name).orElse(called) instanceof GlobalName real) {
            return ClassNames.current(real);
        }
        return made;
    }

    /** PyTorch wraps the class of a module, with its source text, into a persistent id. */
    private static PickleValue name(PickleValue called) {
        if (called instanceof Persistent p
                && p.id() instanceof Sequence id
                && id.at(0).flatMap(PickleValue::text).filter("module"::equals).isPresent()) {
            return id.at(1).orElse(called);
        }
        return called;
    }

    public Optional<PickleValue> argument(int index) {
        return arguments.at(index);
    }

    public Sequence arguments() {
        return arguments;
    }

    /** What would be set as the object's state. */
    public Optional<PickleValue> state() {
        return state;
    }

    /** The object's attributes, when its state is a dict. */
    public Optional<Mapping> attributes() {
        return state.filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    /** What would be appended. */
    public List<PickleValue> items() {
        return items;
    }

    /** What would be set under keys. */
    public Mapping entries() {
        return entries;
    }

    void build(PickleValue newState) {
        state = Optional.of(newState);
    }
}
