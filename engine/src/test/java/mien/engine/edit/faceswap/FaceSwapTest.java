package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import mien.engine.edit.Cancelled;
import mien.engine.edit.Readings;
import mien.engine.edit.RunSettings;
import mien.engine.face.FacePlace;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.TiledMask;
import org.junit.jupiter.api.Test;

/** The whole edit: what it finds, what it makes, and what it says of it. */
class FaceSwapTest extends TwoFaces {

    /** Of a photograph no larger than a portrait. */
    private static final FivePoints SMALL = MadeUpSwap.face(16, 16, 5);

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
    void manyStepsMayBeAskedForAlsoWhereLittleIsWalked() {
        SwapSpec shallow = with(one(), "depth", 25);
        run.with(RunSettings.DEFAULT.withPrecision("float32").withSteps(1000)).cancelledAfter(2);
        assertThrows(Cancelled.class, () -> swap.run(shallow, run));
        assertEquals(2, run.published.size());
    }

    @Test
    void aFinishedPictureStaysAsItIsAlsoIfItIsAsSquareAsAStrip() {
        int side = MadeUpSwap.SIZE;
        int[] thin = MadeUpSwap.picture(side, side, 1).argb();
        for (int i = 0; i < side; i++) {
            thin[i] &= 0x80ffffff; // the first row of the photograph is half transparent
        }
        for (Picture square :
                List.of(MadeUpSwap.picture(side, side, 1), new Picture(side, side, thin))) {
            SwapSpec plain = swap.opened(square, List.of(MadeUpSwap.landmarks(SMALL)));
            SwapSpec spec = faces().taken(plain, 1, donor(), 1, "other.png");
            Mask all = new Mask(side, side, allFace(side));
            Picture strip = SwapStrip.of(List.of(Picture.filled(side, side, -1)), List.of(all));
            Picture finished = swap.finished(spec, strip);
            assertFalse(finished.equals(strip) || finished.equals(square), "it is pasted once");
            assertSame(finished, swap.finished(spec, finished));
            SwapSpec faint = with(spec, "strength", 40);
            Picture laid = swap.finished(faint, strip);
            assertSame(laid, swap.finished(faint, laid));
        }
    }

    private static byte[] allFace(int side) {
        byte[] all = new byte[side * side];
        Arrays.fill(all, (byte) 255);
        return all;
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
    void warmingUpFindsGuidesAndWalksAndShowsNothing() {
        swap.warmUp(run);
        assertEquals(2, run.predictions, "the denoising network, for two steps");
        assertEquals(1, tiny.asked.get("finder"));
        assertEquals(1 + 2, tiny.asked.get("identity"), "of the source and at every step");
        assertTrue(tiny.asked.get("parts") > 2, "of the target and at every step");
        assertEquals(0, run.published.size());
    }
}
