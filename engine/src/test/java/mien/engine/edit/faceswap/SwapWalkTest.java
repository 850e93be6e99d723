package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import mien.engine.diffusion.sampler.Ddim;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import mien.engine.edit.faceswap.SwapSettings.Blending;
import mien.engine.edit.faceswap.SwapSettings.Form;
import mien.engine.edit.faceswap.SwapSettings.Walk;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each setting does to the result, and what it costs. */
class SwapWalkTest {

    private static final int STEPS = 12;

    private final TinySwap swap = new TinySwap();

    @AfterEach
    void close() {
        swap.close();
    }

    /** Stronger, but not so strong that the step overshoots. */
    @ParameterizedTest
    @CsvSource({
        "identity, 10, 100",
        "parts, 0.02, 0.1",
        "gaze, 0.1, 0.3",
        "colour, 30, 100",
        "pose, 40, 150",
        "tone, 5, 15"
    })
    void theMoreAnExpertHasToSayTheMoreItGets(String expert, double some, double more) {
        double none = mean(expert, 0);
        double little = mean(expert, some);
        double much = mean(expert, more);
        assertTrue(little < none && much < little, none + " > " + little + " > " + much);
    }

    private double mean(String expert, double weight) {
        return LongStream.range(1, 5)
                .mapToObj(seed -> swap.swapped(TinySwap.pulling(expert, weight), swap.pair(), seed))
                .mapToDouble(result -> swap.distance(expert, result))
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormOfTheGradientBringsTheFaceNearer(Form form) {
        SwapSettings s = TinySwap.pulling(SwapSettings.IDENTITY, 100);
        double none = swap.distance(SwapSettings.IDENTITY, swap.swapped(TinySwap.settings()));
        Picture pulled = swap.swapped(s.with(s.guiding().with(form)));
        assertTrue(swap.distance(SwapSettings.IDENTITY, pulled) < 0.7 * none);
    }

    @Test
    void theLongerTheMaskIsFullTheFurtherIsTheFaceFromTheTarget() {
        double before = 0;
        for (double fullFrom : new double[] {0, 0.2, 0.4, 0.8}) {
            SwapSettings s = TinySwap.settings();
            Picture result = swap.swapped(s.with(s.blending().from(fullFrom)));
            double off = swap.distance(SwapSettings.COLOUR, result);
            assertTrue(off > before, "full from " + fullFrom + ": " + off + " after " + before);
            before = off;
        }
    }

    @Test
    void theFewerStepsAreWalkedTheNearerIsTheResultToTheTarget() {
        double before = Double.POSITIVE_INFINITY;
        for (int skipped : new int[] {4, 8, 12}) {
            SwapSettings s = TinySwap.settings();
            Walk walk = new Walk(16, skipped, s.walk().sampler(), 1);
            double off = swap.distance(SwapSettings.COLOUR, swap.swapped(s.with(walk)));
            assertTrue(off < before, "skipped " + skipped + ": " + off + " after " + before);
            before = off;
        }
    }

    @Test
    void outsideAHardMaskEveryPixelIsTheTargets() {
        SwapSettings s = TinySwap.pulling(SwapSettings.IDENTITY, 100);
        for (int margin : new int[] {2, 4, 6}) {
            SwapPair pair = swap.pair(margin);
            Picture result = swap.swapped(s, pair, 1);
            byte[] face = pair.face().orElseThrow().values();
            int changed = 0;
            for (int i = 0; i < face.length; i++) {
                boolean same = result.argb()[i] == pair.target().argb()[i];
                assertTrue(same || face[i] != 0, "pixel " + i);
                changed += same ? 0 : 1;
            }
            int inside = (TinySwap.SIDE - 2 * margin) * (TinySwap.SIDE - 2 * margin);
            assertTrue(changed > 0.9 * inside, changed + " of " + inside);
        }
    }

    @Test
    void aSoftMaskMixesAndAnEmptyOneKeepsTheTarget() {
        SwapPair hard = swap.pair();
        byte[] half = hard.face().orElseThrow().values().clone();
        for (int i = 0; i < half.length; i++) {
            half[i] = (byte) ((half[i] & 0xff) / 2);
        }
        Picture soft = swap.swapped(TinySwap.settings(), masked(hard, half), 1);
        Picture full = swap.swapped(TinySwap.settings(), hard, 1);
        assertTrue(
                swap.distance(SwapSettings.COLOUR, soft)
                        < swap.distance(SwapSettings.COLOUR, full));
        Picture none = swap.swapped(TinySwap.settings(), masked(hard, new byte[half.length]), 1);
        assertEquals(hard.target(), none);
    }

    private static SwapPair masked(SwapPair pair, byte[] face) {
        Mask mask = new Mask(TinySwap.SIDE, TinySwap.SIDE, face);
        return new SwapPair(pair.source(), pair.target(), Optional.of(mask), pair.eyes());
    }

    @Test
    void withoutAMaskTheParsersIsTaken() {
        SwapPair pair = swap.pair();
        SwapWalk walk = new SwapWalk(swap.networks(), TinySwap::settings);
        Mask parsed = walk.faceMask(pair.target(), new LooseRun(1));
        SwapPair open = new SwapPair(pair.source(), pair.target(), Optional.empty(), pair.eyes());
        Picture own = swap.swapped(TinySwap.settings(), open, 1);
        assertEquals(swap.swapped(TinySwap.settings(), masked(pair, parsed.values()), 1), own);
        assertNotEquals(swap.swapped(TinySwap.settings()), own);
    }

    @Test
    void eachSamplerWalksItsOwnWayAndTheProgramsDdimKeepsNothingBetween() {
        SwapSettings ddpm = TinySwap.settings();
        SwapSettings ddim = ddpm.with(ddpm.walk().by(new Ddim(0)));
        SwapSettings program = ddim.with(new Blending(0.4, false, false));
        SwapSettings matched = ddpm.with(new Blending(0.4, true, true));
        Set<Picture> results =
                Set.of(
                        swap.swapped(ddpm),
                        swap.swapped(ddim),
                        swap.swapped(program),
                        swap.swapped(matched));
        assertEquals(4, results.size());
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() {
        SwapSettings s = TinySwap.pulling(SwapSettings.IDENTITY, 10);
        assertEquals(swap.swapped(s, swap.pair(), 1), swap.swapped(s, swap.pair(), 1));
        assertNotEquals(swap.swapped(s, swap.pair(), 1), swap.swapped(s, swap.pair(), 2));
    }

    @Test
    void anUnconditionalNetworkIsGuidedAlone() {
        try (TinySwap unconditional = new TinySwap(0)) {
            double none =
                    unconditional.distance(
                            SwapSettings.IDENTITY, unconditional.swapped(TinySwap.settings()));
            Picture guided = unconditional.swapped(TinySwap.pulling(SwapSettings.IDENTITY, 100));
            assertTrue(unconditional.distance(SwapSettings.IDENTITY, guided) < 0.7 * none);
        }
        try (TinySwap stranger = new TinySwap(5)) {
            assertEquals(
                    "The denoising network knows people by 5 numbers, but the recogniser tells 8:"
                            + " they do not belong together.",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> stranger.swapped(TinySwap.settings()))
                            .getMessage());
        }
    }

    @Test
    void whatHasNoWeightIsNeverAsked() {
        swap.swapped(TinySwap.settings());
        assertEquals(Map.of(SwapSettings.IDENTITY, 1), swap.asked, "once for the source's vector");
        swap.asked.clear();
        swap.swapped(TinySwap.pulling(SwapSettings.PARTS, 0.02));
        assertEquals(STEPS + 1, swap.asked.get(SwapSettings.PARTS), "once for the target");
        assertFalse(swap.asked.containsKey(SwapSettings.GAZE));
    }

    @Test
    void whatHasAWindowIsAskedWithinIt() {
        SwapSettings s = TinySwap.settings();
        Pull pull = new Pull(0.3, new Window(2.0 / STEPS, 5.0 / STEPS));
        swap.swapped(s.with(s.guiding().with(SwapSettings.GAZE, pull)));
        assertEquals(2 + 1, swap.asked.get(SwapSettings.GAZE), "t = 4 and 3, and the target");
    }

    @Test
    void withoutEyesNobodyLooksAtTheGaze() {
        SwapPair pair = swap.pair();
        SwapPair blind = new SwapPair(pair.source(), pair.target(), pair.face(), Optional.empty());
        swap.swapped(TinySwap.pulling(SwapSettings.GAZE, 1), blind, 1);
        assertFalse(swap.asked.containsKey(SwapSettings.GAZE));
    }

    @Test
    void aChangeTakesEffectAtTheNextStep() {
        LooseRun run = new LooseRun(1);
        SwapWalk walk =
                new SwapWalk(
                        swap.networks(),
                        () ->
                                run.published.size() < 5
                                        ? TinySwap.settings()
                                        : TinySwap.pulling(SwapSettings.GAZE, 0.3));
        walk.swap(swap.pair(), run);
        assertEquals(STEPS - 5 + 1, swap.asked.get(SwapSettings.GAZE));
    }

    @Test
    void whatTheExpertsSayIsHeardAtEveryStep() {
        List<Integer> places = new ArrayList<>();
        List<Map<String, Double>> heard = new ArrayList<>();
        SwapSettings s = TinySwap.pulling(SwapSettings.IDENTITY, 100);
        new SwapWalk(swap.networks(), () -> s)
                .hearing(
                        (step, distances) -> {
                            places.add(step.index());
                            heard.add(distances);
                        })
                .swap(swap.pair(), new LooseRun(1));
        assertEquals(List.of(11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0), places);
        for (Map<String, Double> distances : heard) {
            assertEquals(Set.of(SwapSettings.IDENTITY), distances.keySet());
        }
        double first = heard.get(0).get(SwapSettings.IDENTITY);
        double last = heard.get(STEPS - 1).get(SwapSettings.IDENTITY);
        assertTrue(last < first, last + " after " + first);
    }

    @Test
    void aFurtherExpertGuidesToo() {
        SwapSettings s = TinySwap.settings();
        SwapSettings bright = s.with(s.guiding().with("bright", 3000));
        Picture result =
                new SwapWalk(swap.networks(), () -> bright)
                        .with("bright", (source, target) -> (x, step) -> x.mean().neg())
                        .swap(swap.pair(), new LooseRun(1));
        assertTrue(light(result) > light(swap.swapped(s)) + 3);
    }

    private static double light(Picture p) {
        double sum = 0;
        for (int pixel : p.argb()) {
            sum += (pixel & 0xff) + (pixel >> 8 & 0xff) + (pixel >> 16 & 0xff);
        }
        return sum / (3 * p.argb().length);
    }

    @Test
    void aCancelledWalkEndsBeforeItsNextStep() {
        LooseRun run = new LooseRun(1).cancelledAfter(2);
        SwapSettings s = TinySwap.pulling(SwapSettings.GAZE, 0.3);
        SwapWalk walk = new SwapWalk(swap.networks(), () -> s);
        assertThrows(Cancelled.class, () -> walk.swap(swap.pair(), run));
        assertEquals(2, run.published.size());
        assertEquals(2 + 1, swap.asked.get(SwapSettings.GAZE));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aWalkMayBeCancelledAnywhereWithinAStepAndLeavesNothing(Form form) {
        SwapSettings s = TinySwap.pulling(SwapSettings.GAZE, 0.3);
        SwapSettings formed = s.with(s.guiding().with(form));
        SwapWalk walk = new SwapWalk(swap.networks(), () -> formed);
        Picture result = walk.swap(swap.pair(), new LooseRun(1));
        int arrays = swap.manager.getManagedArrays().size();
        int asked = 0;
        LooseRun run = new LooseRun(1);
        while (run.published.size() < 2) { // every place of the first two steps
            run = new LooseRun(1).cancelledWhenAsked(++asked);
            LooseRun cancelled = run;
            assertThrows(Cancelled.class, () -> walk.swap(swap.pair(), cancelled));
        }
        assertTrue(asked > 2 * 5, "between blocks and experts, not only between steps: " + asked);
        assertEquals(arrays, swap.manager.getManagedArrays().size());
        assertEquals(result, walk.swap(swap.pair(), new LooseRun(1)));
    }

    @Test
    void aWalkThatGoesOnEndsWithTheBytesOfOneThatWasNeverInterrupted() {
        SwapSettings s = TinySwap.pulling(SwapSettings.IDENTITY, 100);
        SwapWalk walk = new SwapWalk(swap.networks(), () -> s);
        LooseRun whole = new LooseRun(1);
        Picture result = walk.swap(swap.pair(), whole);
        assertEquals(result, whole.published.get(STEPS - 1), "the last picture shown");
        for (int k : new int[] {0, 7, STEPS}) {
            LooseRun resumed = new LooseRun(1).from(whole.places.get(k));
            assertEquals(result, walk.swap(swap.pair(), resumed), "from step " + k);
            assertEquals(STEPS - k, resumed.published.size());
        }
    }

    @Test
    void aWalkLeavesNothingBehind() {
        SwapSettings s = TinySwap.settings();
        SwapSettings all =
                s.with(
                        s.guiding()
                                .with(SwapSettings.IDENTITY, 10)
                                .with(SwapSettings.PARTS, 0.02)
                                .with(SwapSettings.GAZE, 0.3)
                                .with(SwapSettings.COLOUR, 30)
                                .with(SwapSettings.POSE, 30)
                                .with(SwapSettings.TONE, 30));
        int before = swap.manager.getManagedArrays().size();
        swap.swapped(all);
        assertEquals(before, swap.manager.getManagedArrays().size());
        for (NDArray weight : swap.manager.getManagedArrays()) {
            assertFalse(weight.hasGradient());
        }
    }

    @Test
    void aPictureOfAnotherSizeIsRefusedInWords() {
        SwapPair pair = swap.pair();
        SwapPair large =
                new SwapPair(
                        pair.source(), pair.target().resized(20, 16), pair.face(), pair.eyes());
        assertEquals(
                "The target has 20 × 16 pixels, but this model swaps faces in 16 × 16: align it first.",
                assertThrows(EditException.class, () -> swap.swapped(TinySwap.settings(), large, 1))
                        .getMessage());
    }
}
