package mien.engine.tensor;

import static mien.engine.Closeness.assertAbsolute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import mien.engine.tensor.Plain.Maps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Small maps of numbers for the operators, as arrays and written out. */
abstract class SmallMaps {

    static final double CLOSE = 2e-5;
    final NoiseSource noise = new NoiseSource(11);
    NDManager manager;
    Maps maps;
    NDArray x;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
        maps = new Maps(2, 4, 6, noise.normal(2 * 4 * 6 * 6));
        x = array(maps);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    NDArray array(Maps m) {
        return manager.create(m.v(), new Shape(m.n(), m.c(), m.side(), m.side()));
    }

    static void equal(Maps expected, NDArray ours) {
        assertEquals(
                new Shape(expected.n(), expected.c(), expected.side(), expected.side()),
                ours.getShape());
        assertAbsolute("values", CLOSE, ours.toFloatArray(), expected.v());
    }
}
