package mien.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mien.engine.checkpoint.storage.StoredTensor;

/**
 * A file of weights of any kind, known by its bytes and not by its name: safetensors, PyTorch's zip
 * and legacy files, NumPy's arrays and archives, pickles. It is checked whole when it is opened and
 * read one tensor at a time; nothing in it is ever executed.
 *
 * <p>A tensor's name is the way to it through the file's dictionaries and modules, joined by dots:
 * {@code state_dict.model.out.2.bias}, {@code E_flame.encoder.conv1.weight}. {@link #sections} says
 * under which prefixes networks lie and {@link #section} narrows to one. A file that is a single
 * tensor calls it {@value #ALONE}.
 */
public final class CheckpointFile implements StoredTensors, AutoCloseable {

    /** The name of a tensor that is the whole file. */
    public static final String ALONE = "value";

    private final OpenFile file;
    private final NDManager manager;
    private final Map<String, TensorHeader> tensors;

    private CheckpointFile(OpenFile file, NDManager manager) {
        this.file = file;
        this.manager = manager;
        Map<String, TensorHeader> headers = new LinkedHashMap<>();
        file.contents()
                .tensors()
                .forEach(
                        (name, t) ->
                                headers.put(
                                        name, new TensorHeader(t.type(), new Shape(t.shape()))));
        tensors = Collections.unmodifiableMap(headers);
    }

    /**
     * Opens a file and checks all of it but the tensors' numbers.
     *
     * @param manager what will own the arrays
     * @throws CheckpointException when the file is absent, of no known kind, or malformed
     */
    public static CheckpointFile open(Path file, NDManager manager) {
        return new CheckpointFile(OpenFile.of(file), manager);
    }

    static CheckpointFile open(Path file, Container container, NDManager manager) {
        return new CheckpointFile(OpenFile.of(file, container), manager);
    }

    /** The file. */
    public Path file() {
        return file.path();
    }

    /**
     * The kind of file: "safetensors", "PyTorch zip", "PyTorch legacy", "TorchScript", "NumPy zip",
     * "NumPy array" or "pickle".
     */
    public String container() {
        return file.contents().container();
    }

    @Override
    public Map<String, TensorHeader> tensors() {
        return tensors;
    }

    /**
     * The prefixes under which networks lie, outermost first: "" for a bare state dict, else
     * "state_dict", "model", "ema", "E_flame" and the like. The {@code module} that data-parallel
     * training wraps a network in is part of the prefix. Empty for a file without any state dict,
     * such as an optimiser's.
     */
    public List<String> sections() {
        return file.contents().sections();
    }

    /** Short texts and single numbers that lie beside the tensors, such as {@code global_step}. */
    public Map<String, String> metadata() {
        return file.contents().metadata();
    }

    @Override
    public NDManager manager() {
        return manager;
    }

    /**
     * @throws CheckpointException when the file cannot be read any more, or the tensor is larger
     *     than 2 GiB
     */
    @Override
    public Optional<NDArray> tensor(String name, long... shape) {
        StoredTensor t = file.contents().tensors().get(name);
        return Optional.ofNullable(t)
                .map(found -> file.read(name, found, s -> TensorLoader.load(s, manager)));
    }

    /** Closes the file; arrays read from it stay. */
    @Override
    public void close() {
        file.close();
    }
}
