package mien.engine.checkpoint.objects;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import mien.engine.checkpoint.pickle.Instance;
import mien.engine.checkpoint.pickle.PickleValue;
import mien.engine.checkpoint.pickle.PickleValue.Mapping;
import mien.engine.checkpoint.storage.Bytes;
import mien.engine.checkpoint.storage.Malformed;
import mien.engine.checkpoint.storage.NumberArray;
import mien.engine.checkpoint.storage.StoredTensor;
import mien.engine.checkpoint.storage.StoredType;

/**
 * A pickled SciPy matrix of compressed columns (csc), compressed rows (csr) or coordinates (coo),
 * spread out as float64 when it is read.
 */
final class SparseMatrix implements Bytes {

    private static final String NO_MATRIX = "its sparse matrix is not described as SciPy does";

    /** A joint regressor has some 25,000 elements. */
    private static final long MOST_ELEMENTS = 1 << 22;

    private final boolean columns; // csc
    private final boolean coordinates; // coo
    private final int width;
    private final long size;
    private final StoredTensor values;
    private final StoredTensor minor; // number within the compressed line; coo: row
    private final StoredTensor major; // where each line begins; coo: column

    private SparseMatrix(String kind, long[] shape, Mapping attributes) throws Malformed {
        columns = kind.equals("csc");
        coordinates = kind.equals("coo");
        expect(shape.length == 2, NO_MATRIX);
        long elements = StoredTensor.count(shape);
        expect(elements <= MOST_ELEMENTS, "its sparse matrix is too large to be spread out");
        width = (int) shape[1];
        size = elements * Double.BYTES;
        values = part(attributes, "data");
        minor = part(attributes, coordinates ? "row" : "indices");
        major = part(attributes, coordinates ? "col" : "indptr");
        long lines = shape[columns ? 1 : 0];
        expect(minor.count() == values.count(), NO_MATRIX);
        expect(major.count() == (coordinates ? values.count() : lines + 1), NO_MATRIX);
        expect(values.count() <= MOST_ELEMENTS, NO_MATRIX);
    }

    /** The matrix that an object stands for, [rows, columns]; empty when it is something else. */
    static Optional<StoredTensor> tensor(Instance instance) throws Malformed {
        Optional<String> kind =
                switch (instance.made()) {
                    case "scipy.sparse.csc.csc_matrix", "scipy.sparse.csc.csc_array" ->
                            Optional.of("csc");
                    case "scipy.sparse.csr.csr_matrix", "scipy.sparse.csr.csr_array" ->
                            Optional.of("csr");
                    case "scipy.sparse.coo.coo_matrix", "scipy.sparse.coo.coo_array" ->
                            Optional.of("coo");
                    default -> Optional.empty();
                };
        Optional<Mapping> attributes = instance.attributes();
        if (kind.isEmpty() || attributes.isEmpty()) {
            return Optional.empty();
        }
        long[] shape = Numbers.of(attributes.get().at("_shape"), NO_MATRIX);
        SparseMatrix matrix = new SparseMatrix(kind.get(), shape, attributes.get());
        return Optional.of(
                StoredTensor.rowMajor(StoredType.F64, ByteOrder.LITTLE_ENDIAN, matrix, shape));
    }

    private static StoredTensor part(Mapping attributes, String name) throws Malformed {
        Optional<PickleValue> value = attributes.at(name);
        expect(value.isPresent() && value.get() instanceof Instance, NO_MATRIX);
        return NumpyObjects.array((Instance) value.get())
                .orElseThrow(() -> new Malformed(NO_MATRIX));
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, ByteBuffer into) throws IOException, Malformed {
        reaches(position, into.remaining());
        into.put(spread().slice((int) position, into.remaining()));
    }

    @Override
    public Bytes part(long position, long count) throws Malformed {
        reaches(position, count);
        expect(position == 0 && count == size, "a part of a sparse matrix is wanted");
        return this;
    }

    private ByteBuffer spread() throws IOException, Malformed {
        NumberArray value = NumberArray.of(values);
        NumberArray inner = NumberArray.of(minor);
        NumberArray outer = NumberArray.of(major);
        ByteBuffer dense = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        int count = (int) values.count();
        int line = 0;
        for (int i = 0; i < count; i++) {
            while (!coordinates && line + 1 < major.count() && outer.whole(line + 1) <= i) {
                line++;
            }
            long a = inner.whole(i);
            long b = coordinates ? outer.whole(i) : line;
            long row = columns || coordinates ? a : b;
            long column = columns || coordinates ? b : a;
            boolean within =
                    row >= 0
                            && column >= 0
                            && column < width
                            && row < size / 8 / Math.max(width, 1);
            expect(within, "its sparse matrix has an element outside itself");
            int at = (int) (row * width + column) * Double.BYTES;
            dense.putDouble(at, dense.getDouble(at) + value.real(i)); // SciPy sums what is doubled
        }
        return dense;
    }
}
