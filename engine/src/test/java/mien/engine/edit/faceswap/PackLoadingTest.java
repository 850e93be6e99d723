package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mien.engine.edit.EditException;
import mien.engine.edit.Handle;
import mien.engine.edit.Notice;
import mien.engine.edit.Pack;
import mien.engine.edit.Readings;
import mien.engine.edit.RunSettings;
import mien.engine.edit.TestRun;
import mien.engine.model.ModelPack;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs with the real networks at tiny size. */
class PackLoadingTest {

    private static final RunSettings EXACT = RunSettings.DEFAULT.withPrecision("float32");

    @TempDir static Path folder;
    private static ModelPack whole;
    private static ModelPack bare;

    private final FaceSwap swap = new FaceSwap();

    @BeforeAll
    static void write() throws IOException {
        whole = TinySwapPack.write(folder.resolve("whole"), "whole");
        bare = TinySwapPack.bare(folder.resolve("bare"), "bare");
    }

    private SwapSpec spec(TestRun run) {
        Handle.FaceEditing<SwapSpec> faces = ((Handle.Faces<SwapSpec>) FaceHandle.HANDLE).editing();
        SwapSpec target = swap.open(MadeUpSwap.picture(100, 90, 2), run).withFaces(List.of());
        SwapSpec source = swap.open(MadeUpSwap.picture(90, 90, 5), run).withFaces(List.of());
        SwapSpec from = faces.added(source, MadeUpSwap.face(45, 45, 16));
        SwapSpec placed = faces.added(target, MadeUpSwap.face(50, 45, 15));
        return faces.taken(placed, 1, from, 1, "b.png");
    }

    @Test
    void everyNetworkOfAWholePackIsUsed() {
        try (TestRun run = new TestRun(whole)) {
            run.with(EXACT);
            SwapSpec spec = spec(run);
            Picture strip = swap.run(spec, run);
            assertEquals(TinySwapPack.SIZE, strip.width());
            assertEquals(6, run.published.size(), "a chain of 8 of which 2 are skipped");
            Readings last = run.readings.get(5);
            swap.meters().forEach(m -> assertTrue(last.of(m.id()).isPresent(), m.id()));
            SwapTools tools = new PackLoading().tools(run, Statistics.RUNNING);
            assertTrue(tools.networks().gaze().isPresent());
            assertTrue(tools.networks().pose().isPresent());
            SwapTools other = new PackLoading().tools(run, Statistics.OWN);
            assertFalse(tools.networks().gaze().equals(other.networks().gaze()));
            assertEquals(List.of(), swap.notices(whole));
        }
    }

    @Test
    void warmingUpLoadsEveryNetworkAndWalksWithThem() {
        Set<String> needed = Set.of("unet", "identity", "parser");
        try (TestRun run = new TestRun(bare)) {
            swap.warmUp(run);
            assertEquals(needed, run.loaded());
            assertEquals(2, run.predictions);
        }
        try (TestRun run = new TestRun(whole)) {
            swap.warmUp(run);
            Set<String> all = new TreeSet<>(needed);
            all.addAll(Set.of("gaze", "pose", "detector", "landmarks"));
            assertEquals(all, run.loaded());
            assertEquals(2, run.predictions);
        }
    }

    @Test
    void aPackWithoutFurtherExpertsGuidesWithoutThemAndSaysWhatItLacks() {
        try (TestRun run = new TestRun(bare)) {
            run.with(EXACT);
            SwapSpec spec = spec(run);
            Picture guided = swap.run(spec, run);
            assertEquals(
                    Optional.empty(),
                    run.readings.get(5).of("gaze-error").stream().boxed().findFirst());
            SwapSpec free = spec.withGuidance(spec.guidance().switched("identity", false));
            assertFalse(guided.equals(swap.run(free, run)), "guidance alone carries the identity");
            List<String> ids = swap.notices(bare).stream().map(Notice::id).toList();
            assertEquals(List.of("guidance-alone", "no-finder"), ids);
        }
    }

    @Test
    void aPackMaySayHowItsModelDoesBest() throws IOException {
        ModelPack calm = TinySwapPack.calm(folder.resolve("calm"), "calm");
        try (TestRun run = new TestRun(calm)) {
            run.with(EXACT);
            SwapSpec spec = spec(run);
            assertEquals(700, spec.guidance().guiding().pull("identity").weight());
            assertEquals(0.5, spec.guidance().depth());
            Picture own = swap.run(spec, run);
            assertEquals(4, run.published.size(), "half of a chain of 8");
            assertEquals(own, swap.run(spec, run.with(EXACT.withTemperature(0.3))));
            assertFalse(own.equals(swap.run(spec, run.with(EXACT.withTemperature(1)))));
        }
        try (TestRun run = new TestRun(bare)) {
            assertEquals(SwapGuidance.DEFAULT, spec(run.with(EXACT)).usual());
        }
    }

    @Test
    void aPackWithoutDefaultsIsWalkedAsDeepAsItsChainSays() {
        try (TestRun run = new TestRun(new PackSkipping(bare, 4))) {
            SwapSpec spec = spec(run.with(EXACT));
            assertEquals(0.5, spec.usual().depth());
            swap.run(spec, run);
            assertEquals(4, run.published.size(), "a chain of 8 of which 4 are skipped");
        }
    }

    private record PackSkipping(ModelPack pack, int skipped) implements Pack {
        @Override
        public String id() {
            return pack.id();
        }

        @Override
        public boolean has(String role) {
            return pack.has(role);
        }

        @Override
        public Path file(String role) {
            return pack.file(role);
        }

        @Override
        public JsonNode section(String name) {
            JsonNode section = pack.section(name).deepCopy();
            return name.equals("diffusion")
                    ? ((ObjectNode) section).put("default_skipped", skipped)
                    : section;
        }
    }

    @Test
    void aPackWithoutAParserIsOneSentence() {
        try (TestRun run = new TestRun(new PackWithout(whole, "parser"))) {
            run.with(EXACT);
            EditException e = assertThrows(EditException.class, () -> swap.run(spec(run), run));
            assertTrue(e.getMessage().contains("parser"), e.getMessage());
        }
    }

    private record PackWithout(ModelPack pack, String role) implements Pack {
        @Override
        public String id() {
            return pack.id();
        }

        @Override
        public boolean has(String other) {
            return !other.equals(role) && pack.has(other);
        }

        @Override
        public Path file(String other) {
            return pack.file(other.equals(role) ? "no " + role : other);
        }

        @Override
        public JsonNode section(String name) {
            return pack.section(name);
        }
    }
}
