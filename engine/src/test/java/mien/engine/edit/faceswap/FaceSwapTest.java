package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.diffusion.sampler.Ddpm;
import mien.engine.edit.Cancelled;
import mien.engine.edit.Control;
import mien.engine.edit.EditException;
import mien.engine.edit.Handle;
import mien.engine.edit.Readings;
import mien.engine.edit.RunSettings;
import mien.engine.edit.TestRun;
import mien.engine.face.FacePlace;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.TiledMask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole edit with the real U-Net and small made-up experts. */
class FaceSwapTest {

    private static final FivePoints LEFT = MadeUpSwap.face(48, 52, 18);
    private static final FivePoints RIGHT = MadeUpSwap.face(140, 60, 16);
    private static final Picture TARGET = MadeUpSwap.picture(192, 112, 1);
    private static final Picture OTHER = MadeUpSwap.picture(96, 96, 7);

    private final MadeUpSwap tiny = new MadeUpSwap();
    private final FaceSwap swap = new FaceSwap(tiny);
    private final TestRun run = new TestRun(null);

    @AfterEach
    void close() {
        run.close();
        tiny.close();
    }

    private static Handle.FaceEditing<SwapSpec> faces() {
        return ((Handle.Faces<SwapSpec>) FaceHandle.HANDLE).editing();
    }

    private SwapSpec opened() {
        tiny.finding(LEFT, RIGHT);
        return swap.open(TARGET, run);
    }

    private SwapSpec donor() {
        tiny.finding(MadeUpSwap.face(48, 50, 20));
        return swap.open(OTHER, run);
    }

    /** The left face alone gets the other picture's. */
    private SwapSpec one() {
        return faces().taken(opened(), 1, donor(), 1, "other.png");
    }

    private SwapSpec both() {
        return faces().taken(one(), 2, donor(), 1, "other.png");
    }

    private Picture sampled(SwapSpec spec) {
        return swap.run(spec, run.with(RunSettings.DEFAULT.withPrecision("float32")));
    }

    private static SwapSpec with(SwapSpec spec, String id, double value) {
        return new FaceSwap(null)
                .control(id)
                .map(c -> ((Control.Slider<SwapSpec>) c).with(spec, value))
                .orElseThrow();
    }

    private static SwapSpec with(SwapSpec spec, String id, String value) {
        return new FaceSwap(null)
                .control(id)
                .map(c -> ((Control.Choice<SwapSpec>) c).with(spec, value))
                .orElseThrow();
    }

    @Test
    void openingFindsTheFacesAndSwapsNobody() {
        SwapSpec spec = opened();
        assertEquals(List.of(1, 2), spec.faces().stream().map(SwapFace::id).toList());
        assertEquals(LEFT, spec.face(1).points());
        assertTrue(spec.swapped().isEmpty());
        assertEquals(spec, swap.untouched(both()));
    }

    @Test
    void whatCannotBeSwappedIsOneSentence() {
        Picture small = MadeUpSwap.picture(63, 100, 1);
        refused(() -> swap.open(small, run), "only 63 × 100 pixels");
        refused(() -> swap.run(opened(), run), "No face has a source yet");
        tiny.finding();
        SwapSpec none = swap.open(TARGET, run);
        refused(() -> swap.run(none, run), "No face was found in the picture");
        refused(() -> faces().taken(opened(), 1, none, 1, "x"), "No face was found");
        refused(() -> faces().taken(opened(), 3, donor(), 1, "x"), "no face 3: choose one of");
    }

    private static void refused(Runnable call, String why) {
        EditException e = assertThrows(EditException.class, call::run);
        assertTrue(e.getMessage().contains(why), e.getMessage());
    }

    @Test
    void theResultIsThePictureWithTheFaceChangedAndNothingElse() {
        SwapSpec spec = one();
        Picture result = swap.finished(spec, sampled(spec));
        FacePlace place = FacePlace.of(LEFT);
        Mask parsed = SwapStrip.faces(run.published.get(0)).get(0);
        TiledMask inside = spec.where().joined(place, parsed).whole();
        int changed = 0;
        for (int i = 0; i < result.argb().length; i++) {
            boolean same = result.argb()[i] == TARGET.argb()[i];
            if (inside.at(i % TARGET.width(), i / TARGET.width()) == 0) {
                assertTrue(same, "pixel " + i + " lies outside the mask");
            } else {
                changed += same ? 0 : 1;
            }
        }
        assertTrue(changed > 100, changed + " pixels of the face changed");
    }

    @Test
    void eachOfSeveralFacesComesOutAsItWouldAlone() {
        SwapSpec both = both();
        Picture strip = sampled(both);
        assertEquals(2 * MadeUpSwap.SIZE, strip.height());
        SwapSpec second = faces().withoutSource(both, 1);
        assertArrayEquals(
                SwapStrip.portraits(sampled(one())).get(0).argb(),
                SwapStrip.portraits(strip).get(0).argb());
        assertArrayEquals(
                SwapStrip.portraits(sampled(second)).get(0).argb(),
                SwapStrip.portraits(strip).get(1).argb());
        Picture result = swap.finished(both, strip);
        int[] left = swap.finished(one(), sampled(one())).argb();
        for (int i = 0; i < left.length; i++) {
            if (i % TARGET.width() < TARGET.width() / 2) {
                assertEquals(left[i], result.argb()[i], "the left face is the same");
            }
        }
    }

    @Test
    void everyStepOfAllFacesIsPublishedAndTheLastOneIsTheResult() {
        Picture strip = sampled(both());
        assertEquals(6, run.published.size(), "three quarters of a chain of eight");
        assertEquals(strip, run.published.get(5));
        assertEquals(strip.height(), run.published.get(0).height());
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
        SwapSpec spec = one();
        assertEquals(sampled(spec), sampled(spec));
        RunSettings other = RunSettings.DEFAULT.withPrecision("float32").withSeed(9);
        assertFalse(sampled(spec).equals(swap.run(spec, run.with(other))));
    }

    @Test
    void aCancelEndsTheRunWithinAStepAlsoBetweenFaces() {
        assertThrows(Cancelled.class, () -> swap.run(both(), run.cancelledAfter(2)));
        assertEquals(2, run.published.size());
    }

    private static SwapSpec silent(SwapSpec spec) {
        SwapSpec s = spec;
        for (String expert : List.of("identity", "parts", "gaze", "colour", "pose", "tone")) {
            s = with(s, expert, 0);
        }
        return s;
    }

    /** What an expert says after the last step of a walk in which it alone has a say. */
    private double heard(String expert, double weight) {
        SwapSpec spec = silent(one());
        SwapTarget target =
                SwapTarget.of(spec.face(1), spec, tiny.tools(run, Statistics.RUNNING), run);
        SwapSettings settings =
                new SwapSettings(
                        new SwapSettings.Walk(MadeUpSwap.CHAIN, 2, new Ddpm(), 1),
                        spec.guidance().guiding().with(expert, Pull.of(weight)),
                        spec.guidance().blending());
        List<Double> said = new ArrayList<>();
        new SwapWalk(tiny.tools(run, Statistics.RUNNING).networks(), () -> settings)
                .hearing((step, distances) -> said.add(distances.get(expert)))
                .swap(target.pair(spec), run);
        return said.get(said.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({"identity, 2000", "parts, 400", "gaze, 400", "colour, 200", "pose, 200", "tone, 200"})
    void anExpertWithMoreWeightFindsLessToSayInTheEnd(String expert, double weight) {
        double unheeded = heard(expert, 1e-6);
        double heeded = heard(expert, weight);
        assertTrue(heeded < unheeded, unheeded + " became " + heeded);
    }

    @ParameterizedTest
    @CsvSource({"identity, 3000", "parts, 600", "gaze, 600", "colour, 200", "pose, 1000", "tone, 200"})
    void anExpertsWeightChangesTheResultUnlessItIsSwitchedOff(String id, double weight) {
        SwapSpec none = silent(one());
        SwapSpec much = with(none, id, weight);
        Picture before = sampled(none);
        assertFalse(before.equals(sampled(much)));
        SwapSpec off = much.withGuidance(much.guidance().switched(id, false));
        assertEquals(before, sampled(off));
        SwapSpec never =
                with(with(much, "window." + id + "-opens", 0), "window." + id + "-closes", 5);
        assertEquals(before, sampled(never), "its window is shut before the first step is done");
    }

    @Test
    void whatIsReadOfAFaceIsReadOfWhatIsSeen() {
        SwapSpec spec = one();
        sampled(spec);
        for (int step = 1; step <= 6; step++) {
            Readings r = run.readings.get(step - 1);
            boolean all = step == 5 || step == 6;
            assertEquals(all, r.of("parts-agree").isPresent());
            assertEquals(all, r.of("gaze-error").isPresent());
            assertEquals(all, swap.score(r).isPresent());
            assertTrue(r.of("source-likeness").isPresent() && r.of("drift").isPresent());
        }
        Picture same =
                SwapTarget.of(spec.face(1), spec, tiny.tools(run, Statistics.RUNNING), run)
                        .portrait();
        SwapSpec nothing = with(silent(spec), "join", "instead");
        TiledMask nowhere = TiledMask.empty(TARGET.width(), TARGET.height());
        MaskSet painted =
                MaskSet.none(TARGET.width(), TARGET.height()).added("a", EditableMask.of(nowhere));
        Picture strip = sampled(nothing.withWhere(nothing.where().withPainted(painted)));
        assertArrayEquals(same.argb(), SwapStrip.portraits(strip).get(0).argb());
        Readings last = run.readings.get(5);
        assertEquals(1, last.of("target-likeness").orElseThrow(), 1e-5, "it is the target");
        assertEquals(100, last.of("parts-agree").orElseThrow());
        assertEquals(0, last.of("gaze-error").orElseThrow(), 0.1);
    }

    /** Mean difference from the target within the face, levels. */
    private double away(SwapSpec spec) {
        Picture strip = sampled(spec);
        Picture portrait = SwapStrip.portraits(strip).get(0);
        Picture target = FacePlace.of(LEFT).crop(TARGET, MadeUpSwap.SIZE);
        Mask face = SwapStrip.faces(strip).get(0);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < portrait.argb().length; i++) {
            if (face.values()[i] != 0) {
                sum += Math.abs((portrait.argb()[i] & 0xff) - (target.argb()[i] & 0xff));
                count++;
            }
        }
        return sum / count;
    }

    @Test
    void moreColourWeightALaterFullMaskAndLessDepthKeepMoreOfTheTarget() {
        SwapSpec free = silent(one());
        double plain = away(free);
        assertTrue(away(with(free, "colour", 200)) < plain, "λ of the colours");
        assertTrue(away(with(free, "mask-full-at", 100)) < plain, "T̂: the mask is full later");
        assertTrue(away(with(free, "mask-full-at", 5)) > away(with(free, "mask-full-at", 100)));
        assertTrue(away(with(free, "depth", 30)) < plain, "T: the walk begins nearer to it");
    }

    @ParameterizedTest
    @CsvSource({
        "distance, squared",
        "experts-see, x0",
        "gradient, at-x0",
        "parser-input, twice",
        "join, within"
    })
    void everyChoiceChangesTheResult(String id, String value) {
        SwapSpec spec = with(one(), "parts", 800);
        if (id.equals("join")) {
            TiledMask left = TiledMask.filled(192, 112, 255);
            spec =
                    spec.withWhere(
                            spec.where()
                                    .withPainted(MaskSet.none(192, 112).added("a", half(left))));
        }
        Picture before = swap.finished(spec, sampled(spec));
        SwapSpec other = with(spec, id, value);
        assertFalse(before.equals(swap.finished(other, sampled(other))));
    }

    private static EditableMask half(TiledMask whole) {
        Mask plain = whole.plain();
        byte[] values = plain.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i % plain.width() < 48 ? 255 : 0);
        }
        return EditableMask.of(TiledMask.of(new Mask(plain.width(), plain.height(), values)));
    }

    @Test
    void anotherSamplerOrNumberOfStepsGivesAnotherResult() {
        SwapSpec spec = one();
        Picture ddpm = sampled(spec);
        RunSettings exact = RunSettings.DEFAULT.withPrecision("float32");
        assertFalse(ddpm.equals(swap.run(spec, run.with(exact.withSampler("ddim")))));
        assertFalse(ddpm.equals(swap.run(spec, run.with(exact.withSteps(4)))));
        assertEquals(4, run.published.size());
        assertFalse(ddpm.equals(swap.run(spec, run.with(exact.withTemperature(0.5)))));
    }

    @Test
    void theGradientThatSparesMemoryGivesTheSameFaceButForRounding() {
        SwapSpec spec = one();
        Picture through = sampled(spec);
        double sparing = apart(through, sampled(with(spec, "gradient", "sparing")));
        double cheaper = apart(through, sampled(with(spec, "gradient", "at-x0")));
        assertTrue(sparing < 1 && sparing < cheaper / 5, sparing + " and " + cheaper);
    }

    /** Mean difference of two pictures, levels. */
    private static double apart(Picture a, Picture b) {
        double sum = 0;
        for (int i = 0; i < a.argb().length; i++) {
            sum += Math.abs((a.argb()[i] & 0xff) - (b.argb()[i] & 0xff));
        }
        return sum / a.argb().length;
    }

    @Test
    void strengthAndTheBandAreLaidOverAfterwards() {
        SwapSpec spec = one();
        SwapSpec half = with(with(spec, "strength", 50), "edge", 4);
        assertTrue(swap.sameRun(spec, half));
        Picture strip = sampled(spec);
        Picture full = swap.finished(spec, strip);
        assertArrayEquals(TARGET.argb(), swap.finished(with(spec, "strength", 0), strip).argb());
        assertFalse(full.equals(swap.finished(half, strip)));
        assertFalse(full.equals(swap.finished(with(spec, "edge", 4), strip)));
    }

    @Test
    void runsAreTheSameUntilSomethingThatIsSampledChanges() {
        SwapSpec spec = one();
        assertTrue(swap.sameRun(opened(), with(opened(), "identity", 10)), "nobody is swapped");
        assertTrue(swap.sameRun(spec, faces().noted(spec, 1, "my own photograph")));
        assertTrue(swap.sameRun(spec, faces().chosen(spec, 2, false)), "it has no donor anyway");
        assertFalse(swap.sameRun(spec, faces().chosen(spec, 1, false)));
        assertFalse(swap.sameRun(spec, with(spec, "identity", 10)));
        assertFalse(swap.sameRun(spec, both()));
    }

    @Test
    void guidanceAndMasksMayChangeWhileARunGoesOnButNotWhoIsInIt() {
        SwapSpec spec = one();
        assertTrue(swap.steers(spec, with(spec, "identity", 100)));
        assertTrue(swap.steers(spec, with(spec, "mask-full-at", 90)));
        assertTrue(swap.steers(spec, with(spec, "join", "within")));
        assertFalse(swap.steers(spec, both()));
        assertFalse(swap.steers(spec, with(spec, "depth", 50)));
        assertFalse(swap.steers(spec, faces().withPoints(spec, 1, MadeUpSwap.face(50, 52, 18))));
    }

    @Test
    void aMovedPointTakesAnotherPortraitAndThePlacedFaceCanGo() {
        SwapSpec spec = one();
        SwapSpec moved = faces().withPoints(spec, 1, MadeUpSwap.face(54, 54, 20));
        assertFalse(sampled(spec).equals(sampled(moved)));
        assertEquals(Optional.empty(), moved.face(1).landmarks());
        assertEquals(spec, faces().withPoints(moved, 1, LEFT), "moved back, all is as it was");
        SwapSpec three = faces().added(spec, MadeUpSwap.face(96, 60, 12));
        assertEquals(List.of(1, 3, 2), three.faces().stream().map(SwapFace::id).toList());
        assertEquals(spec, faces().removed(three, 3));
        refused(() -> faces().removed(three, 1), "was found in the picture");
        FivePoints spot = FivePoints.of(5, 5, 5, 5, 5, 5, 5, 5, 5, 5);
        refused(() -> faces().added(spec, spot), "on one spot");
        refused(() -> faces().added(spec, MadeUpSwap.face(900, 60, 12)), "outside the picture");
    }

    @Test
    void rightsAreNotedForAFaceThatHasASource() {
        SwapSpec noted = faces().noted(one(), 1, "with consent, 3 May");
        assertEquals("with consent, 3 May", noted.face(1).mark().source().orElseThrow().rights());
        assertEquals("other.png", noted.face(1).mark().source().orElseThrow().name());
        refused(() -> faces().noted(opened(), 1, "x"), "no source yet");
        refused(() -> faces().noted(one(), 1, "x".repeat(501)), "at most 500");
    }

    @Test
    void theProxyShowsTheDonorInPlaceAndTheMoreIdentityTheMore() {
        SwapSpec spec = one();
        assertArrayEquals(TARGET.argb(), swap.proxy(opened()).argb());
        Picture proxy = swap.proxy(spec);
        assertEquals(TARGET.argb()[0], proxy.argb()[0]);
        int middle = 52 * TARGET.width() + 48;
        assertFalse(TARGET.argb()[middle] == proxy.argb()[middle]);
        Picture less = swap.proxy(with(spec, "identity", 600));
        assertTrue(apart(less, TARGET) < apart(proxy, TARGET));
    }

    @Test
    void warmingUpLoadsAndRunsEverythingOnce() {
        tiny.finding(LEFT);
        swap.warmUp(run);
        assertEquals(0, run.published.size());
    }
}
