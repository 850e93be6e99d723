package mien.engine.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import mien.engine.diffusion.sampler.Ddim;
import mien.engine.diffusion.sampler.Ddpm;
import mien.engine.diffusion.sampler.DpmSolver;
import mien.engine.tensor.NoiseSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final List<Step> STEPS =
            Schedule.linear(1000).respaced(Respacing.even(10)).denoising();
    private static final WalkId ID = WalkId.of("pack α, picture", 5, new DpmSolver(true), STEPS);

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("runs").resolve("one.journal");
    }

    private static Waypoint place(int done) {
        float[] x = new NoiseSource(done).normal(12);
        x[0] = Float.NaN;
        x[1] = -0.0f;
        Past past = new Past(0.25, 2, new NoiseSource(done + 1).normal(12));
        return new Waypoint(done, List.of(1L, 3L, 2L, 2L), x, List.of(past));
    }

    private Journal written(int done) {
        Journal journal = new Journal(file, ID);
        journal.onWaypoint(() -> place(done));
        return journal;
    }

    private static void assertSame(Waypoint expected, Waypoint ours) {
        assertEquals(expected.done(), ours.done());
        assertEquals(expected.shape(), ours.shape());
        assertSameBits(expected.x(), ours.x());
        assertEquals(expected.past().size(), ours.past().size());
        for (int i = 0; i < ours.past().size(); i++) {
            assertEquals(expected.past().get(i).alphaBar(), ours.past().get(i).alphaBar());
            assertEquals(expected.past().get(i).order(), ours.past().get(i).order());
            assertSameBits(expected.past().get(i).x0(), ours.past().get(i).x0());
        }
    }

    private static void assertSameBits(float[] expected, float[] ours) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(Float.floatToRawIntBits(expected[i]), Float.floatToRawIntBits(ours[i]));
        }
    }

    private static String refusal(Path file) {
        return assertThrows(JournalException.class, () -> Journal.read(file)).getMessage();
    }

    @Test
    void theNewestPlaceIsReadBackBitForBit() {
        Journal journal = written(3);
        journal.onWaypoint(() -> place(4));
        Journal.Saved saved = Journal.read(file);
        assertEquals(ID, saved.id());
        assertSame(place(4), saved.placeOn(ID));
        assertTrue(journal.problem().isEmpty());
        assertArrayEquals(new String[] {"one.journal"}, file.getParent().toFile().list());
    }

    @Test
    void aDiscardedJournalIsGone() {
        written(3).discard();
        assertFalse(Files.exists(file));
        assertEquals(
                "There is no journal " + file + ": the run ended, or never began.", refusal(file));
    }

    @Test
    void anotherRunIsRefusedAndTheDifferenceNamed() {
        written(3);
        Journal.Saved saved = Journal.read(file);
        assertEquals(
                "The journal belongs to another run (seed 5, not 6): resume it with the settings it was"
                        + " started with, or start anew.",
                otherRun(saved, WalkId.of(ID.recipe(), 6, new DpmSolver(true), STEPS)));
        String sampler = otherRun(saved, WalkId.of(ID.recipe(), 5, new Ddpm(), STEPS));
        assertTrue(
                sampler.contains("(sampler DpmSolver[firstOrderEnd=true], not Ddpm[])"), sampler);
        List<Step> other = Schedule.linear(1000).respaced(Respacing.strided(10)).denoising();
        String steps = otherRun(saved, WalkId.of(ID.recipe(), 5, new DpmSolver(true), other));
        assertTrue(steps.contains("(other steps)"), steps);
        String recipe = otherRun(saved, WalkId.of("pack β", 5, new DpmSolver(true), STEPS));
        assertTrue(recipe.contains("(another model, picture or setting)"), recipe);
    }

    private static String otherRun(Journal.Saved saved, WalkId id) {
        return assertThrows(JournalException.class, () -> saved.placeOn(id)).getMessage();
    }

    @Test
    void endingsThatDifferMakeOtherWalks() {
        Schedule trained = Schedule.stableDiffusion();
        List<Step> noisy = Pacing.DIFFUSERS_SOLVER.chain(trained, 10).denoising();
        List<Step> clean = Pacing.DIFFUSERS_SOLVER_CLEAN.chain(trained, 10).denoising();
        long one = WalkId.of("", 0, new Ddim(0), noisy).chain();
        assertTrue(one != WalkId.of("", 0, new Ddim(0), clean).chain());
    }

    @Test
    void aTruncatedJournalIsRefusedAtEveryLength() throws IOException {
        written(3);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            String sentence = refusal(file);
            assertTrue(sentence.startsWith("The journal " + file + " is broken ("), sentence);
            assertTrue(sentence.endsWith("): start the run anew."), sentence);
        }
    }

    @Test
    void aJournalWithAnyBitFlippedIsRefused() throws IOException {
        written(3);
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            assertTrue(refusal(file).contains(" is broken ("), "bit " + bit);
        }
    }

    @Test
    void numbersThatLieAreRefusedEvenWithTheRightCheckSum() throws IOException {
        written(3);
        byte[] whole = Files.readAllBytes(file);
        NoiseSource random = new NoiseSource(9);
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] lying = whole.clone();
            int[] lies = {-1, 0, 1, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 28};
            int at = 8 + random.integer(lying.length - 16 - 4);
            ByteBuffer.wrap(lying).putInt(at, lies[random.integer(lies.length)]);
            CRC32C sum = new CRC32C();
            sum.update(lying, 0, lying.length - 8);
            ByteBuffer.wrap(lying).putLong(lying.length - 8, sum.getValue());
            Files.write(file, lying);
            try {
                Journal.read(file); // the lie was about a pixel
            } catch (JournalException e) {
                refused++;
            }
        }
        assertTrue(refused > 500, refused + " refused");
    }

    @Test
    void aFileFarTooLargeIsNotRead() throws IOException {
        Files.createDirectories(file.getParent());
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((1L << 30) + 1);
        }
        assertTrue(refusal(file).contains("(it is too large)"));
    }

    @Test
    void aDiskThatFailsLaterLeavesTheOldJournal() throws IOException {
        Journal journal = written(3);
        Path runs = file.getParent();
        Path aside = folder.resolve("aside");
        Files.move(runs, aside);
        Files.writeString(runs, "a file where the folder was");
        journal.onWaypoint(() -> place(4));
        assertEquals(
                "The run goes on without its journal "
                        + file
                        + " (a file stands where its folder should be); if it is interrupted, it can"
                        + " be resumed from step 3 only.",
                journal.problem().orElseThrow());
        journal.onWaypoint(
                () -> {
                    throw new AssertionError("nothing is copied for a journal that is not kept");
                });
        Files.delete(runs);
        Files.move(aside, runs);
        assertSame(place(3), Journal.read(file).placeOn(ID));
        try (Stream<Path> left = Files.list(runs)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void aThreadThatIsInterruptedKeepsItsJournal() {
        Journal journal = written(3);
        Thread.currentThread().interrupt();
        journal.onWaypoint(() -> place(4));
        assertTrue(Thread.interrupted());
        assertSame(place(4), Journal.read(file).placeOn(ID));
    }

    @Test
    void withoutAFolderTheWalkGoesOn() throws IOException {
        Files.writeString(folder.resolve("runs"), "a file where the folder should be");
        Journal journal = written(0);
        String sentence = journal.problem().orElseThrow();
        assertEquals(
                "The run goes on without its journal "
                        + file
                        + " (a file stands where its folder should be); if it is interrupted, it"
                        + " cannot be resumed.",
                sentence);
    }
}
