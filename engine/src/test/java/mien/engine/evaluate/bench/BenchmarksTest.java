package mien.engine.evaluate.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarksTest {

    @Test
    void theListBearsTheNamesOfTheContract() {
        List<String> names = Benchmarks.all().stream().map(Benchmark::name).toList();
        assertTrue(
                names.containsAll(
                        List.of(
                                "unet.diffusionrig.256",
                                "demo.relight",
                                "swap.demo",
                                "raster.128",
                                "world.portrait.128",
                                "load.safetensors",
                                "preview.overhead")),
                names::toString);
        assertEquals(names.size(), new HashSet<>(names).size());
    }

    @Test
    void guidedStepsAreMeasuredInAllThreeFormsWhenTheyAreNamed() {
        List<String> names = Benchmarks.all().stream().map(Benchmark::name).toList();
        for (String form : List.of("", ".sparing", ".at-x0")) {
            String name = "guidance.diffface.256" + form;
            assertEquals(List.of("float32"), Benchmarks.named(name).orElseThrow().precisions());
            assertFalse(names.contains(name), "it takes minutes");
        }
    }

    @Test
    void smallWorkOnAllCoresIsTimedPerPiece() {
        Measurement m =
                new OnAllCores(
                                "naps",
                                4 * Runtime.getRuntime().availableProcessors(),
                                () -> i -> nap())
                        .measure("float32");
        assertEquals("naps", m.name());
        assertEquals(Runtime.getRuntime().availableProcessors(), m.threads());
        assertTrue(m.p50() > 0.1 && m.p50() < 200, "a nap of 2 ms on all cores took " + m.p50());
        assertTrue(m.p95() >= m.p50());
        assertTrue(m.peakMemory() > 10, "a Java of " + m.peakMemory() + " MB");
    }

    private static void nap() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
