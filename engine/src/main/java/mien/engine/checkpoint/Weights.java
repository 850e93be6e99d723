package mien.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Precision;

/**
 * The tensors of a network by their names in the checkpoint. A network's constructor asks for each
 * of its tensors once, with the shape it expects; {@link #report} then tells what did not fit. A
 * missing tensor is answered by zeros so that one report names everything that is wrong.
 *
 * <p>{@link #at} narrows to a prefix: {@code weights.at("out.2").vector("bias", 3)} reads {@code
 * out.2.bias}.
 */
public final class Weights {

    private final TensorSource source;
    private final Precision precision;
    private final String prefix;
    private final Reading reading;

    /** What has been asked for so far, shared by all prefixes of one load. */
    private static final class Reading {
        final Set<String> read = new HashSet<>();
        final List<String> missing = new ArrayList<>();
        final List<String> misshaped = new ArrayList<>();
        final List<String> repeated = new ArrayList<>();
    }

    private Weights(TensorSource source, Precision precision, String prefix, Reading reading) {
        this.source = source;
        this.precision = precision;
        this.prefix = prefix;
        this.reading = reading;
    }

    /** All tensors of a source, prepared for a precision other than {@code AUTO}. */
    public static Weights of(TensorSource source, Precision precision) {
        if (precision == Precision.AUTO) {
            throw new IllegalArgumentException("choose a precision before loading");
        }
        return new Weights(source, precision, "", new Reading());
    }

    /** The tensors whose names begin with {@code child} and a dot. */
    public Weights at(String child) {
        return new Weights(source, precision, prefix + child + ".", reading);
    }

    public Weights at(int index) {
        return at(Integer.toString(index));
    }

    /** The same tensors for a second network made of them; the report is of the first one's. */
    public Weights again() {
        return new Weights(source, precision, prefix, new Reading());
    }

    public Precision precision() {
        return precision;
    }

    public NDManager manager() {
        return source.manager();
    }

    /** A tensor in float32: biases of norms, tables, statistics, embeddings. */
    public NDArray exact(String name, long... shape) {
        String full = prefix + name;
        if (!reading.read.add(full)) {
            reading.repeated.add(full);
        }
        Optional<NDArray> found = source.tensor(full, shape);
        if (found.isEmpty()) {
            reading.missing.add(full);
            return source.manager().zeros(new Shape(shape));
        }
        NDArray tensor = found.get();
        if (!tensor.getShape().equals(new Shape(shape))) {
            reading.misshaped.add(
                    full + " is " + tensor.getShape() + ", expected " + new Shape(shape));
            return source.manager().zeros(new Shape(shape));
        }
        return tensor;
    }

    /**
     * A tensor that multiplies activations, in the precision of the network; kernels channels-last,
     * unless a gradient flows. Nothing else is kept of a tensor that its source gives away.
     */
    public NDArray fast(String name, long... shape) {
        return fast(exact(name, shape), source.givesAway());
    }

    /**
     * What {@link #fast(String, long...)} makes of a tensor, made of one that was computed from
     * several; that one is closed.
     *
     * @param computed float32
     */
    public NDArray fast(NDArray computed) {
        return fast(computed, true);
    }

    private NDArray fast(NDArray tensor, boolean given) {
        boolean kernel = tensor.getShape().dimension() == 4 && !tensor.hasGradient();
        if (precision == Precision.FLOAT32) {
            return kernel ? replaced(tensor, Aten.channelsLast(tensor), given) : tensor;
        }
        NDArray cast = replaced(tensor, Aten.cast(tensor, precision.type()), given);
        if (!kernel) {
            return cast;
        }
        try (cast) {
            return Aten.channelsLast(cast);
        }
    }

    /**
     * Whether nobody but the network holds its tensors, so that what is computed from them once
     * stays true: those of a file, not those of a training.
     */
    public boolean lasting() {
        return source.givesAway();
    }

    private static NDArray replaced(NDArray tensor, NDArray better, boolean given) {
        if (given) {
            tensor.close();
        }
        return better;
    }

    /**
     * Marks a stored tensor as read without using it: counters that the network keeps but never
     * needs.
     */
    public void ignore(String name) {
        if (source.names().contains(prefix + name)) {
            reading.read.add(prefix + name);
        }
    }

    /** What has been missing, left over and misshaped so far, over all prefixes. */
    public LoadReport report() {
        Set<String> leftOver = new TreeSet<>(source.names());
        leftOver.removeAll(reading.read);
        return new LoadReport(
                reading.missing, List.copyOf(leftOver), reading.misshaped, reading.repeated);
    }
}
