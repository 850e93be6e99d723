package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import mien.engine.Closeness;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwofoldResizeTest {

    private final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");

    @AfterEach
    void close() {
        manager.close();
    }

    @ParameterizedTest
    @CsvSource({"8, 64, 32", "16, 128, 128", "5, 40, 64", "64, 64, 30", "2, 9, 9"})
    void oneMatrixDoesWhatTheTwoResizesDo(int coarse, int middle, int side) {
        NDArray maps = new NoiseSource(1).normal(manager, new Shape(1, 3, coarse, coarse));
        NDArray ours = TwofoldResize.of(maps, middle, side);
        NDArray between = Aten.bilinearAligned(maps, middle, middle);
        NDArray theirs = Aten.bilinear(between, side, side);
        assertEquals(theirs.getShape(), ours.getShape());
        Closeness.assertRelative("resized", 1e-5, ours.toFloatArray(), theirs.toFloatArray());
    }
}
