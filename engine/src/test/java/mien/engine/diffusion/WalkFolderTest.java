package mien.engine.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mien.engine.diffusion.sampler.Ddim;
import mien.engine.tensor.NoiseSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkFolderTest {

    private static final WalkId ID = new WalkId("a recipe", 3, new Ddim(0).toString(), 11);

    @TempDir Path home;

    private static Waypoint place(int done) {
        return new Waypoint(done, List.of(1L, 6L), new NoiseSource(done).normal(6), List.of());
    }

    private Path kept(int steps) {
        Path folder = home.resolve("one");
        WalkFolder walk = new WalkFolder(folder, ID);
        for (int k = 0; k <= steps; k++) {
            int done = k;
            walk.onWaypoint(() -> place(done));
        }
        assertTrue(walk.problem().isEmpty());
        return folder;
    }

    @Test
    void everyPlaceIsReadBack() {
        WalkFolder.Saved saved = WalkFolder.read(kept(12));
        assertEquals(ID, saved.id());
        assertEquals(13, saved.places().size());
        saved.places().forEach((k, p) -> assertArrayEquals(place(k).x(), p.x()));
    }

    @Test
    void aPlaceThatWasBeingWrittenIsLeftOut() throws IOException {
        Path folder = kept(4);
        Path newest = folder.resolve("step-0004.walk");
        Files.write(newest, Arrays.copyOf(Files.readAllBytes(newest), 30));
        assertEquals(3, WalkFolder.read(folder).places().lastKey());
    }

    @Test
    void aDiscardedWalkIsGoneWithItsFolder() {
        Path folder = kept(2);
        WalkFolder.discard(folder);
        assertFalse(Files.exists(folder));
        String sentence =
                assertThrows(JournalException.class, () -> WalkFolder.read(folder)).getMessage();
        assertEquals(
                "There is no run " + folder + ": it ended and was removed, or never began.",
                sentence);
    }

    @Test
    void whatWasBeingWrittenWhenTheProgramWasKilledIsDiscardedToo() throws IOException {
        Path folder = kept(2);
        Files.writeString(folder.resolve(".mien-3.part"), "half a pl");
        WalkFolder.discard(folder);
        assertFalse(Files.exists(folder));
    }

    @Test
    void aPlaceThatIsToldAgainStays() {
        Kept kept = new Kept(5 * 100);
        for (int k = 0; k <= 23; k++) {
            assertFalse(kept.add(k, 100).contains(k));
            assertEquals(List.of(), kept.add(k, 100), "step " + k);
        }
    }

    @Test
    void discardingLeavesStrangersAlone() throws IOException {
        Path folder = kept(2);
        Path stranger = Files.writeString(folder.resolve("letter.txt"), "mine");
        WalkFolder.discard(folder);
        assertEquals("mine", Files.readString(stranger));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void withoutAFolderTheWalkGoesOnAndSaysSo() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "in the way");
        WalkFolder walk = new WalkFolder(file, ID);
        walk.onWaypoint(() -> place(0));
        assertTrue(walk.problem().orElseThrow().contains("a file stands where its folder"));
        walk.onWaypoint(
                () -> {
                    throw new AssertionError("nothing is copied for a walk that is not kept");
                });
    }

    @Test
    void aWalkTooLongForTheBudgetKeepsEverySecondThenEveryFourthPlaceAndTheNewest() {
        Kept kept = new Kept(5 * 100);
        Set<Integer> there = new TreeSet<>();
        for (int k = 0; k <= 23; k++) {
            kept.add(k, 100).forEach(there::remove);
            there.add(k);
            assertTrue(there.size() <= 5, there + " are more than fit");
            assertTrue(there.contains(k) && there.contains(0), there.toString());
        }
        assertEquals(Set.of(0, 8, 16, 23), there);
    }
}
