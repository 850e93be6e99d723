package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mien.engine.flame.CodeLayout;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.world.Portrait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleCacheTest {

    private static final int SIDE = TinyTraining.SIDE;

    @TempDir Path folder;

    @Test
    void aRecordGivesBackPictureAlbedoNormalsAndCode() {
        PeopleCache cache = TinyTraining.people(folder);
        for (int i = 0; i < cache.capacity(); i++) {
            Portrait p = TinyTraining.portrait(i);
            PeopleCache.Example e = cache.example(i, SIDE);
            assertArrayEquals(p.rgb(), e.picture(), 0.51f / 255);
            assertArrayEquals(p.buffers().normals(), e.normals(), 1e-4f);
            assertArrayEquals(cache.layout().pack(p.code()), cache.code(i));
        }
    }

    @Test
    void theRenderedBufferIsMadeAgainFromAlbedoNormalsAndLight() {
        PeopleCache cache = TinyTraining.people(folder);
        RigBatch batch = RigBatch.of(cache, new int[] {3}, new int[] {2}, SIDE);
        float[] rendered = TinyTraining.portrait(3).buffers().rendered();
        for (int i = 0; i < rendered.length; i++) {
            // albedo is kept in 8 bits and clipped to [0, 1]
            assertEquals(rendered[i], batch.buffers()[i], 0.03, "at " + i);
        }
    }

    @Test
    void aShrunkRecordIsTheMeanOfItsPixels() {
        PeopleCache cache = TinyTraining.people(folder);
        float[] full = cache.picture(1, SIDE);
        float[] half = cache.picture(1, SIDE / 2);
        int row = 5;
        int column = 9;
        int corner = SIDE * SIDE + 2 * row * SIDE + 2 * column; // in the green plane
        float mean =
                (full[corner] + full[corner + 1] + full[corner + SIDE] + full[corner + SIDE + 1])
                        / 4;
        assertEquals(mean, half[SIDE / 2 * SIDE / 2 + row * SIDE / 2 + column], 1e-5);
    }

    @Test
    void peopleWhomTheDiskCannotHoldAreNotBegun() throws Exception {
        CodeLayout layout = CodeLayout.of(BuiltinHead.rig());
        long free = Files.getFileStore(folder).getUsableSpace();
        int records = (int) Math.min(Integer.MAX_VALUE, free / (12 * 2048 * 2048) + 100);
        String refused =
                assertThrows(
                                UncheckedIOException.class,
                                () ->
                                        new PeopleCache(
                                                folder.resolve("huge"), 2048, records, layout))
                        .getMessage();
        assertTrue(refused.contains("huge") && refused.contains("MB are free"), refused);
        assertEquals(0, Files.size(folder.resolve("huge")));
    }

    @Test
    void whereAHeadIsAnErrorMayCountMore() throws Exception {
        try (PeopleCache cache = TinyTraining.people(folder);
                NDManager manager = NDManager.newBaseManager()) {
            RigBatch batch = RigBatch.of(cache, new int[] {1}, new int[] {0}, SIDE);
            float[] weights = batch.weights(manager, 3).toFloatArray();
            float[] normals = cache.example(1, SIDE).normals();
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                boolean head = normals[i] != 0 || normals[SIDE * SIDE + i] != 0;
                assertEquals(head ? 3 : 1, weights[i] / weights[0], 1e-5, "pixel " + i);
                sum += weights[i];
            }
            assertEquals(1, sum / weights.length, 1e-6, "pictures count alike");
        }
    }

    @Test
    void aReopenedCacheKnowsWhatIsComplete() throws Exception {
        CodeLayout layout = CodeLayout.of(BuiltinHead.rig());
        Path file = folder.resolve("growing");
        try (PeopleCache cache = new PeopleCache(file, SIDE, 5, layout)) {
            for (int i = 0; i < 3; i++) {
                Portrait p = TinyTraining.portrait(i);
                cache.append(p.rgb(), p.buffers(), p.code());
            }
        }
        try (PeopleCache again = new PeopleCache(file, SIDE, 5, layout)) {
            assertEquals(3, again.complete());
            Portrait third = TinyTraining.portrait(2);
            assertArrayEquals(third.rgb(), again.picture(2, SIDE), 0.51f / 255);
        }
    }
}
