package mien.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AbreastTest {

    private final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void resultsComeInTheOrderOfTheirPieces() {
        List<Supplier<Integer>> pieces =
                IntStream.range(0, 20).<Supplier<Integer>>mapToObj(i -> () -> i * i).toList();
        assertEquals(IntStream.range(0, 20).map(i -> i * i).boxed().toList(), Abreast.all(pieces));
        assertEquals(List.of(), Abreast.all(List.<Supplier<Integer>>of()));
    }

    @Test
    void aFailureIsToldOnlyWhenNobodyIsAtWorkAnyMore() {
        AtomicInteger done = new AtomicInteger();
        Supplier<Integer> slow =
                () -> {
                    waited();
                    return done.incrementAndGet();
                };
        Supplier<Integer> failing =
                () -> {
                    throw new IllegalStateException("no picture");
                };
        IllegalStateException e =
                assertThrows(
                        IllegalStateException.class,
                        () -> Abreast.all(List.of(failing, slow, slow, slow)));
        assertEquals("no picture", e.getMessage());
        assertEquals(3, done.get(), "all others ran to their end");
    }

    @Test
    void gradientsAreThoseOfOneAfterTheOtherAndThreadsAreGivenBack() {
        int threads = JniUtils.getNumThreads();
        NDArray x = new NoiseSource(1).normal(manager, new Shape(1, 3, 40, 40));
        List<Supplier<float[]>> pieces =
                IntStream.range(1, 5).<Supplier<float[]>>mapToObj(k -> () -> slope(x, k)).toList();
        List<float[]> abreast = Abreast.all(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            assertArrayEquals(pieces.get(i).get(), abreast.get(i), 0);
        }
        assertEquals(threads, JniUtils.getNumThreads());
    }

    /** ∂/∂x of the mean of (k·x)². */
    private static float[] slope(NDArray x, int k) {
        try (NDArray slope =
                Scope.freeing(
                        () ->
                                Gradients.with(
                                        () -> {
                                            NDArray leaf = Gradients.leaf(x);
                                            Gradients.backward(leaf.mul(k).square().mean());
                                            return leaf.getGradient();
                                        }))) {
            return slope.toFloatArray();
        }
    }

    private static void waited() {
        try {
            TimeUnit.MILLISECONDS.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
