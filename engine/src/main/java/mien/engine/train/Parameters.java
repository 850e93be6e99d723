package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import mien.engine.checkpoint.TensorSource;
import mien.engine.tensor.Descent;
import mien.engine.tensor.Descent.Adam;

/**
 * The float32 masters of a network while it learns, with Adam's moments and the moving average
 * (EMA) of each. Running statistics and constants are kept beside them: they have an average but no
 * gradient.
 */
final class Parameters {

    private static final double BETA1 = 0.9;
    private static final double EPS = 1e-8;

    private final NDManager manager;
    private final Map<String, NDArray> masters = new LinkedHashMap<>();
    private final Map<String, NDArray> average = new LinkedHashMap<>();
    private final List<NDArray> learnt = new ArrayList<>();
    private final List<String> learntNames = new ArrayList<>();
    private final List<NDArray> m = new ArrayList<>();
    private final List<NDArray> v = new ArrayList<>();
    private long step;

    Parameters(NDManager manager, Map<String, NDArray> initial) {
        this(manager, initial, name -> true);
    }

    /**
     * @param learns which of the weights learn; the others stay as they are
     */
    Parameters(NDManager manager, Map<String, NDArray> initial, Predicate<String> learns) {
        this.manager = manager;
        initial.forEach(
                (name, tensor) -> {
                    masters.put(name, tensor);
                    average.put(name, tensor.duplicate());
                    if (isWeight(name) && learns.test(name)) {
                        tensor.setRequiresGradient(true);
                        learnt.add(tensor);
                        learntNames.add(name);
                        m.add(manager.zeros(tensor.getShape()));
                        v.add(manager.zeros(tensor.getShape()));
                    }
                });
    }

    private static boolean isWeight(String name) {
        return !(name.endsWith("running_mean")
                || name.endsWith("running_var")
                || name.endsWith("code_mean")
                || name.endsWith("code_std"));
    }

    /** The masters, to build the learning network from. */
    TensorSource masters() {
        return source(masters);
    }

    /** The moving average, to look at and to ship. */
    TensorSource average() {
        return source(average);
    }

    Map<String, NDArray> averageTensors() {
        return average;
    }

    long step() {
        return step;
    }

    long count() {
        return learnt.stream().mapToLong(NDArray::size).sum();
    }

    /**
     * One step: clip the joint gradient norm, AdamW, moving average, gradients to zero.
     *
     * @return the norm before clipping; a step whose norm is not finite changes nothing
     */
    double descend(double rate, Recipe.Optimiser o) {
        List<NDArray> gradients = learnt.stream().map(NDArray::getGradient).toList();
        double norm = Descent.norm(gradients);
        if (Double.isFinite(norm)) {
            step++;
            if (norm > o.clip()) {
                Descent.scale(gradients, o.clip() / norm);
            }
            Adam s = new Adam(rate, BETA1, o.beta2(), EPS, o.decay(), step);
            Descent.adam(learnt, gradients, m, v, s);
            double kept = Math.min(o.ema(), (1.0 + step) / (10.0 + step)); // young averages move on
            Descent.lerp(List.copyOf(average.values()), List.copyOf(masters.values()), 1 - kept);
        }
        Descent.scale(gradients, 0);
        return norm;
    }

    /** Everything a resume needs, by name. */
    Map<String, NDArray> state() {
        Map<String, NDArray> all = new LinkedHashMap<>();
        masters.forEach((name, t) -> all.put("master." + name, t));
        average.forEach((name, t) -> all.put("average." + name, t));
        for (int i = 0; i < learnt.size(); i++) {
            all.put("m." + learntNames.get(i), m.get(i));
            all.put("v." + learntNames.get(i), v.get(i));
        }
        return all;
    }

    /** Takes up a saved {@link #state}; every tensor must be there. */
    void restore(TensorSource saved, long savedStep) {
        List<NDArray> to = new ArrayList<>();
        List<NDArray> from = new ArrayList<>();
        state().forEach(
                        (name, tensor) -> {
                            to.add(tensor);
                            from.add(
                                    saved.tensor(name, tensor.getShape().getShape())
                                            .orElseThrow(
                                                    () ->
                                                            new IllegalArgumentException(
                                                                    "the saved training has no '"
                                                                            + name
                                                                            + "': the recipe's"
                                                                            + " sizes changed;"
                                                                            + " start afresh.")));
                        });
        Descent.copy(to, from);
        from.forEach(NDArray::close);
        step = savedStep;
    }

    /** Begins from the tensors of a pack, where names and shapes agree. */
    int begin(TensorSource pack) {
        int taken = 0;
        for (Map.Entry<String, NDArray> entry : masters.entrySet()) {
            NDArray master = entry.getValue();
            Optional<NDArray> tensor =
                    pack.tensor(entry.getKey(), master.getShape().getShape())
                            .filter(t -> t.getShape().equals(master.getShape()));
            if (tensor.isPresent()) {
                Descent.copy(
                        List.of(master, average.get(entry.getKey())),
                        List.of(tensor.get(), tensor.get()));
                taken++;
            }
        }
        return taken;
    }

    private TensorSource source(Map<String, NDArray> tensors) {
        return new TensorSource() {
            @Override
            public NDManager manager() {
                return manager;
            }

            @Override
            public Optional<NDArray> tensor(String name, long... shape) {
                return Optional.ofNullable(tensors.get(name));
            }

            @Override
            public Set<String> names() {
                return tensors.keySet();
            }
        };
    }
}
