package mien.engine.model.known;

import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tensors of a network.
 *
 * @param shapes of every tensor by name, in the network's order
 * @param dispensable names of those that some published copies do without and the network never
 *     needs
 */
public record TensorList(Map<String, Shape> shapes, Set<String> dispensable) {

    public TensorList {
        shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
        dispensable = Set.copyOf(dispensable);
        if (!shapes.keySet().containsAll(dispensable) || shapes.size() == dispensable.size()) {
            throw new IllegalArgumentException(
                    "what may be lacking must be some of the network's tensors, not all");
        }
    }

    /** Those that every copy has. */
    public List<String> needed() {
        return shapes.keySet().stream().filter(n -> !dispensable.contains(n)).toList();
    }

    /** How many numbers they hold together. */
    public long numbers() {
        return shapes.values().stream().mapToLong(Shape::size).sum();
    }

    static TensorList of(Map<String, Shape> shapes, NamePatterns mayLack) {
        return new TensorList(
                shapes,
                shapes.keySet().stream().filter(mayLack::match).collect(Collectors.toSet()));
    }
}
