package mien.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void onlyTheResultSurvives() {
        NDArray x = manager.ones(new Shape(4));
        NDArray y = Scope.freeing(() -> Aten.silu(Aten.relu(x.add(1).mul(2))));
        assertEquals(2, manager.getManagedArrays().size());
        assertEquals(4 / (1 + Math.exp(-4)), y.getFloat(0), 1e-5);
    }

    @Test
    void anInnerResultLivesUntilTheOuterScopeEnds() {
        NDArray x = manager.ones(new Shape(4));
        NDArray y =
                Scope.freeing(
                        () -> {
                            NDArray inner = Scope.freeing(() -> x.add(1).add(1));
                            assertEquals(3, inner.getFloat(0));
                            return inner.mul(2);
                        });
        assertEquals(2, manager.getManagedArrays().size());
        assertEquals(6, y.getFloat(0));
    }

    @Test
    void whatIsKeptOutlivesItsScope() {
        NDArray x = manager.ones(new Shape(4));
        List<NDArray> kept = new ArrayList<>();
        Scope.freeing(
                () -> {
                    kept.add(Scope.keep(x.add(1)));
                    return x.add(2);
                });
        assertEquals(2, kept.get(0).getFloat(0));
        kept.get(0).close();
    }

    @Test
    void severalResultsSurviveTogether() {
        NDArray x = manager.ones(new Shape(4));
        List<NDArray> both =
                Scope.freeingAll(
                        () -> {
                            NDArray between = x.add(1);
                            return List.of(between.add(1), between.add(2));
                        });
        assertEquals(3, manager.getManagedArrays().size());
        assertEquals(7, both.get(0).getFloat(0) + both.get(1).getFloat(0));
    }

    @Test
    void aFailureFreesEverythingToo() {
        NDArray x = manager.ones(new Shape(4));
        assertThrows(
                IllegalStateException.class,
                () ->
                        Scope.freeing(
                                () -> {
                                    Aten.silu(x);
                                    throw new IllegalStateException("cancelled");
                                }));
        assertEquals(1, manager.getManagedArrays().size());
    }
}
