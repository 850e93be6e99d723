package mien.engine.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import mien.engine.Closeness;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Convolution3Test {

    private final NoiseSource noise = new NoiseSource(5);
    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    /** Bands of rows, batches, a single row, a single tile, heights that no band divides. */
    @ParameterizedTest
    @CsvSource({
        "1, 3, 8, 12, 5",
        "2, 8, 5, 4, 4",
        "2, 4, 1, 8, 3",
        "1, 16, 37, 16, 8",
        "3, 256, 20, 128, 16",
        "1, 64, 9, 1024, 4"
    })
    void minimalFilteringIsTheSameConvolution(int n, int in, int h, int w, int out) {
        NDArray x = Aten.channelsLast(noise.normal(manager, new Shape(n, in, h, w)));
        NDArray kernel = noise.normal(manager, new Shape(out, in, 3, 3));
        NDArray bias = noise.normal(manager, new Shape(out));
        NDArray plain = Aten.conv2d(x, kernel, bias, 1, 1);
        NDArray tiled = new Winograd(kernel).forward(x, bias);
        Closeness.assertRelative("tiled", 1e-5, tiled.toFloatArray(), plain.toFloatArray());
    }

    @Test
    void theEndsOfARowDoNotSeeTheNextRow() {
        NDArray kernel = manager.ones(new Shape(1, 1, 3, 3));
        float[] values = new float[4 * 8];
        values[7] = 1; // end of row 0
        values[16] = 1e6f; // begin of row 2
        NDArray x = Aten.channelsLast(manager.create(values, new Shape(1, 1, 4, 8)));
        NDArray bias = manager.zeros(new Shape(1));
        assertArrayEquals(
                Aten.conv2d(x, kernel, bias, 1, 1).toFloatArray(),
                new Winograd(kernel).forward(x, bias).toFloatArray(),
                0.5f); // a millionth of what must not leak
    }

    @Test
    void onlyLargePicturesOfTilesAndModestLayersAreTiled() {
        assertTrue(Winograd.pays(128, 128, 32));
        assertTrue(Winograd.pays(512, 256, 16));
        assertFalse(Winograd.pays(512, 512, 16), "too many weights");
        assertFalse(Winograd.pays(64, 64, 128), "too few weights");
        assertFalse(Winograd.pays(128, 128, 8), "too small a picture");
        assertFalse(Winograd.pays(128, 128, 18), "no whole tiles");
    }

    @Test
    void aPointwiseConvolutionAddsItselfToTheRest() {
        NDArray y = Aten.channelsLast(noise.normal(manager, new Shape(2, 6, 5, 7)));
        NDArray x = Aten.channelsLast(noise.normal(manager, new Shape(2, 9, 5, 7)));
        NDArray w = noise.normal(manager, new Shape(6, 9, 1, 1));
        float[] expected = Aten.add(y, Aten.conv2d(x, w, 1, 0)).toFloatArray();
        NDArray sum = Aten.addPointwise(y, x, w);
        Closeness.assertRelative("sum", 1e-6, sum.toFloatArray(), expected);
    }
}
