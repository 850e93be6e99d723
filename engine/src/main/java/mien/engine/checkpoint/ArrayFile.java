package mien.engine.checkpoint;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mien.engine.checkpoint.storage.NumberArray;
import mien.engine.checkpoint.storage.StoredTensor;

/**
 * A file of any kind that {@link CheckpointFile} opens, read as plain numbers in memory: head
 * models, texture maps, landmark tables. Names are the same.
 */
public final class ArrayFile implements AutoCloseable {

    private final OpenFile file;

    private ArrayFile(OpenFile file) {
        this.file = file;
    }

    /**
     * Opens a file and checks all of it but the numbers.
     *
     * @throws CheckpointException when the file is absent, of no known kind, or malformed
     */
    public static ArrayFile open(Path file) {
        return new ArrayFile(OpenFile.of(file));
    }

    /** The kind of file, as in {@link CheckpointFile#container}. */
    public String container() {
        return file.contents().container();
    }

    /** The names of all arrays. */
    public Set<String> names() {
        return file.contents().tensors().keySet();
    }

    /** Short texts and single numbers beside the arrays. */
    public Map<String, String> metadata() {
        return file.contents().metadata();
    }

    /** The dimensions of an array; empty when there is none of this name. */
    public Optional<long[]> shape(String name) {
        return Optional.ofNullable(file.contents().tensors().get(name)).map(t -> t.shape().clone());
    }

    /**
     * All numbers of an array; empty when there is none of this name.
     *
     * @throws CheckpointException when the file cannot be read any more, or the array is over 1 GiB
     */
    public Optional<NumberArray> array(String name) {
        StoredTensor t = file.contents().tensors().get(name);
        return Optional.ofNullable(t).map(found -> file.read(name, found, NumberArray::of));
    }

    /**
     * Some rows of an array, for arrays that are larger than memory.
     *
     * @param first the first of them along the first dimension
     * @param count how many
     * @throws CheckpointException when there are no such rows, besides the reasons of {@link
     *     #array}
     */
    public NumberArray rows(String name, long first, int count) {
        StoredTensor t = file.contents().tensors().get(name);
        if (t == null || t.shape().length == 0 || first < 0 || first + count > t.shape()[0]) {
            throw new CheckpointException(
                    "%s has no rows %d to %d of '%s'; choose another file."
                            .formatted(file.path(), first, first + count - 1, name));
        }
        long[] shape = t.shape().clone();
        shape[0] = count;
        long offset = t.offset() + first * t.strides()[0];
        long[] strides = Arrays.copyOf(t.strides(), shape.length);
        return file.read(
                name,
                new StoredTensor(t.type(), t.order(), t.bytes(), offset, shape, strides),
                NumberArray::of);
    }

    /** Closes the file; arrays read from it stay. */
    @Override
    public void close() {
        file.close();
    }
}
