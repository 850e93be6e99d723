package mien.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.checkpoint.CheckpointFile;
import mien.engine.edit.EditException;
import mien.engine.model.known.Identification.Recognised;
import mien.engine.tensor.Devices;

/** Looks into some tensors before a file is installed: a sound header can stand before ruins. */
final class SampleCheck {

    private static final int TENSORS = 32;

    /** Larger ones are left out, so that a check takes seconds. */
    private static final long LARGEST = 3_000_000;

    private SampleCheck() {}

    /**
     * Reads tensors spread over the network, the last one among them.
     *
     * @throws EditException if one holds a number that is not finite
     */
    static void finite(Path file, Recognised found) {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
                CheckpointFile open = CheckpointFile.open(file, manager)) {
            for (String name : sample(found)) {
                Shape shape = open.tensors().get(name).shape();
                Optional<NDArray> tensor = open.tensor(name, shape.getShape());
                try (NDArray t = tensor.orElseThrow()) {
                    if (!finite(t)) {
                        throw new EditException(
                                "%s is damaged: '%s' holds a number that is not finite; get it again from %s."
                                        .formatted(file, name, found.known().page()));
                    }
                }
            }
        }
    }

    private static List<String> sample(Recognised found) {
        List<String> names =
                found.known().tensors().needed().stream()
                        .filter(n -> found.known().tensors().shapes().get(n).size() <= LARGEST)
                        .toList();
        List<String> some = new ArrayList<>();
        int count = Math.min(TENSORS, names.size());
        for (int i = 0; i < count; i++) {
            int at = (int) ((i + 1L) * names.size() / count) - 1;
            some.add(found.prefix() + names.get(at));
        }
        return some;
    }

    private static boolean finite(NDArray tensor) {
        if (tensor.getDataType() != DataType.FLOAT32) {
            return true; // whole numbers
        }
        for (float v : tensor.toFloatArray()) {
            if (!Float.isFinite(v)) {
                return false;
            }
        }
        return true;
    }
}
