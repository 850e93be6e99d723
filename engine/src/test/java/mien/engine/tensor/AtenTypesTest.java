package mien.engine.tensor;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import mien.engine.tensor.Plain.Maps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Number types, orders in memory, owners, and what is refused. */
class AtenTypesTest extends SmallMaps {

    @ParameterizedTest
    @EnumSource
    void castingRoundsToTheTypeAndBack(ScalarType type) {
        double lastBit =
                switch (type) {
                    case FLOAT64, FLOAT32 -> 0;
                    case FLOAT16 -> 0x1p-11;
                    case BFLOAT16 -> 0x1p-8;
                };
        NDArray cast = Aten.cast(x, type);
        assertEquals(type, Aten.typeOf(cast));
        float[] back = Aten.cast(cast, ScalarType.FLOAT32).toFloatArray();
        int inexact = 0;
        for (int i = 0; i < back.length; i++) {
            float v = maps.v()[i];
            assertEquals(v, back[i], Math.abs(v) * lastBit + 1e-7);
            inexact += back[i] == v ? 0 : 1;
        }
        assertEquals(lastBit > 0, inexact > 0);
    }

    @Test
    void aTypeThatIsNotRealIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Aten.typeOf(manager.create(new int[] {1, 2})));
    }

    @Test
    void layoutChangesTheOrderInMemoryOnly() {
        NDArray last = Aten.channelsLast(x);
        equal(maps, Aten.rowMajor(last));
        equal(Plain.mapped(maps, Plain::silu), Aten.rowMajor(Aten.silu(last)));
    }

    @Test
    void bfloat16ConvolutionStaysWithinItsRounding() {
        float[] w = noise.normal(5 * 4 * 9);
        Maps expected = Plain.conv2d(maps, w, new float[5], 3, 1, 1);
        NDArray kernel = Aten.cast(manager.create(w, new Shape(5, 4, 3, 3)), ScalarType.BFLOAT16);
        NDArray y = Aten.conv2d(Aten.cast(x, ScalarType.BFLOAT16), kernel, 1, 1);
        assertEquals(ScalarType.BFLOAT16, Aten.typeOf(y));
        assertRelative(
                "bfloat16", 5e-3, Aten.cast(y, ScalarType.FLOAT32).toFloatArray(), expected.v());
    }

    @Test
    void shapesThatDoNotFitAreRefusedWithoutEndingTheProcess() {
        NDArray kernel = manager.ones(new Shape(5, 3, 3, 3));
        assertThrows(EngineException.class, () -> Aten.conv2d(x, kernel, 1, 1));
        equal(Plain.mapped(maps, Plain::silu), Aten.silu(x));
    }

    @Test
    void aResultBelongsToTheManagerOfTheFirstOperand() {
        try (NDManager other = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            NDArray kernel = other.ones(new Shape(1, 4, 1, 1));
            int weights = other.getManagedArrays().size();
            int before = manager.getManagedArrays().size();
            Aten.conv2d(x, kernel, 1, 0);
            assertEquals(weights, other.getManagedArrays().size());
            assertEquals(before + 1, manager.getManagedArrays().size());
        }
    }
}
