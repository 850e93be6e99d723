package mien.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Some of a source's tensors under other names. */
final class Section implements StoredTensors {

    private final StoredTensors whole;
    private final Map<String, String> fullNames;
    private final Map<String, TensorHeader> tensors;

    /**
     * @param fullNames each name here with the one it has in the whole
     */
    Section(StoredTensors whole, Map<String, String> fullNames) {
        this.whole = whole;
        this.fullNames = fullNames;
        Map<String, TensorHeader> headers = new LinkedHashMap<>();
        fullNames.forEach((here, there) -> headers.put(here, whole.tensors().get(there)));
        tensors = Collections.unmodifiableMap(headers);
    }

    static Section of(StoredTensors whole, String prefix) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String name : whole.names()) {
            if (name.startsWith(prefix)) {
                names.put(name.substring(prefix.length()), name);
            }
        }
        return new Section(whole, names);
    }

    @Override
    public NDManager manager() {
        return whole.manager();
    }

    @Override
    public Map<String, TensorHeader> tensors() {
        return tensors;
    }

    @Override
    public Optional<NDArray> tensor(String name, long... shape) {
        return Optional.ofNullable(fullNames.get(name)).flatMap(n -> whole.tensor(n, shape));
    }
}
