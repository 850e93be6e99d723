package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mien.engine.diffusion.sampler.Ddpm;
import mien.engine.face.FacePlace;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.TiledMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each weight, window and choice does to a result. */
class SwapKnobsTest extends TwoFaces {

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
    @CsvSource({
        "identity, 2000",
        "parts, 400",
        "gaze, 400",
        "colour, 200",
        "pose, 200",
        "tone, 10"
    })
    void anExpertWithMoreWeightFindsLessToSayInTheEnd(String expert, double weight) {
        double unheeded = heard(expert, 1e-6);
        double heeded = heard(expert, weight);
        assertTrue(heeded < unheeded, unheeded + " became " + heeded);
    }

    @ParameterizedTest
    @CsvSource({
        "identity, 3000",
        "parts, 600",
        "gaze, 600",
        "colour, 200",
        "pose, 1000",
        "tone, 10"
    })
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
        assertTrue(
                away(with(free, "mask-full-at", 100)) < plain,
                "a smaller T̂: the mask is full later");
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
    void theGradientThatSparesMemoryGivesTheSameFaceButForRounding() {
        SwapSpec spec = one();
        Picture through = sampled(spec);
        double sparing = apart(through, sampled(with(spec, "gradient", "sparing")));
        double cheaper = apart(through, sampled(with(spec, "gradient", "at-x0")));
        assertTrue(sparing < 1 && sparing < cheaper / 5, sparing + " and " + cheaper);
    }
}
