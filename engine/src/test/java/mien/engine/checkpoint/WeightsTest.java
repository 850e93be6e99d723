package mien.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;
import mien.engine.tensor.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeightsTest {

    private NDManager manager;
    private Map<String, NDArray> stored;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
        stored = new TreeMap<>();
        stored.put("a.weight", manager.ones(new Shape(2, 3)));
        stored.put("a.bias", manager.ones(new Shape(2)));
        stored.put("b.weight", manager.ones(new Shape(4)));
        stored.put("b.steps", manager.ones(new Shape()));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void oneReportNamesEverythingThatIsWrong() {
        Weights w = weights(Precision.FLOAT32, false);
        w.at("a").exact("weight", 3, 2);
        w.at("a").exact("bias", 2);
        w.at("a").exact("bias", 2);
        w.at("c").at(0).exact("weight", 5);

        LoadReport report = w.report();

        assertEquals(List.of("c.0.weight"), report.missing());
        assertEquals(List.of("b.steps", "b.weight"), report.leftOver());
        assertEquals(List.of("a.weight is (2, 3), expected (3, 2)"), report.misshaped());
        assertEquals(List.of("a.bias"), report.repeated());
        assertEquals(
                "rig.safetensors does not fit the network: 1 missing (c.0.weight); 2 left over"
                        + " (b.steps, b.weight); 1 wrong shape (a.weight is (2, 3), expected (3, 2));"
                        + " 1 asked for twice (a.bias).",
                assertThrows(CheckpointException.class, () -> report.require("rig.safetensors"))
                        .getMessage());
    }

    @Test
    void whatIsMissingOrMisshapedIsAnsweredByZerosOfTheWantedShape() {
        Weights w = weights(Precision.FLOAT32, false);
        NDArray missing = w.exact("nowhere", 2, 5);
        assertEquals(new Shape(2, 5), missing.getShape());
        assertEquals(0, missing.abs().sum().getFloat());
        assertEquals(new Shape(9), w.at("b").exact("weight", 9).getShape());
    }

    @Test
    void aNetworkThatTakesEverythingOnceIsClean() {
        Weights w = weights(Precision.FLOAT32, false);
        w.at("a").exact("weight", 2, 3);
        w.at("a").exact("bias", 2);
        w.at("b").exact("weight", 4);
        w.at("b").ignore("steps");
        w.at("b").ignore("not stored, so not missed");
        assertTrue(w.report().clean());
        assertEquals("every tensor fits.", w.report().sentence());
        w.report().require("a clean file");
    }

    @Test
    void longListsAreCutAfterFiveNames() {
        LoadReport report =
                new LoadReport(
                        List.of("a", "b", "c", "d", "e", "f", "g"),
                        List.of(),
                        List.of(),
                        List.of());
        assertFalse(report.clean());
        assertEquals("7 missing (a, b, c, d, e and 2 more).", report.sentence());
    }

    @Test
    void fastTensorsHaveThePrecisionOfTheNetworkAndExactOnesFloat32() {
        Weights w = weights(Precision.BFLOAT16, false);
        assertEquals(ScalarType.BFLOAT16, Aten.typeOf(w.at("a").fast("weight", 2, 3)));
        assertEquals(ScalarType.FLOAT32, Aten.typeOf(w.at("a").exact("bias", 2)));
        assertEquals(
                ScalarType.FLOAT32,
                Aten.typeOf(weights(Precision.FLOAT32, false).at("a").fast("weight", 2, 3)));
    }

    @Test
    void onlyASourceThatGivesAwayLosesItsFloat32Copy() {
        weights(Precision.BFLOAT16, false).at("a").fast("weight", 2, 3);
        assertEquals(6, stored.get("a.weight").sum().getFloat());
        int before = manager.getManagedArrays().size();
        weights(Precision.BFLOAT16, true).at("a").fast("weight", 2, 3);
        assertEquals(before, manager.getManagedArrays().size(), "one came, one went");
        assertThrows(IllegalStateException.class, () -> stored.get("a.weight").sum());
    }

    @Test
    void aPrecisionMustBeChosenBeforeLoading() {
        assertThrows(IllegalArgumentException.class, () -> weights(Precision.AUTO, false));
    }

    private Weights weights(Precision precision, boolean givesAway) {
        return Weights.of(new Stored(manager, stored, givesAway), precision);
    }

    private record Stored(NDManager manager, Map<String, NDArray> tensors, boolean givesAway)
            implements TensorSource {

        @Override
        public Optional<NDArray> tensor(String name, long... shape) {
            return Optional.ofNullable(tensors.get(name));
        }

        @Override
        public Set<String> names() {
            return tensors.keySet();
        }
    }
}
