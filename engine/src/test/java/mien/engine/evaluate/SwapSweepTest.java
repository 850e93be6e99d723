package mien.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mien.engine.edit.Control.Scale;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.Control.Toggle;
import mien.engine.edit.Control.Unit;
import mien.engine.edit.faceswap.SwapSpec;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

/** A swap that follows its settings as the paper says, and one that does the opposite. */
class SwapSweepTest {

    private final List<String> told = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private int made;

    private final SwapSweep.Watcher watcher =
            new SwapSweep.Watcher() {
                @Override
                public void edit(int done, int all) {
                    told.add(done + "/" + all);
                }

                @Override
                public void person(String name, List<Picture> row) {
                    told.add(name);
                    columns.add(row.size());
                }
            };

    /** How far up a slider stands, where its expert is not switched off. */
    private static double share(SwapSpec spec, String id) {
        Slider<SwapSpec> slider =
                KnownSwap.SWAP.control(id).map(c -> (Slider<SwapSpec>) c).orElseThrow();
        boolean off =
                KnownSwap.SWAP
                        .control("guide-" + id)
                        .map(c -> !((Toggle<SwapSpec>) c).value(spec))
                        .orElse(false);
        return off ? 0 : slider.value(spec) / slider.scale().max();
    }

    /** Identity rises with its weight and falls with the mask's; parts and gaze likewise. */
    private Picture asThePaperSays(SwapSpec spec) {
        made++;
        double full = share(spec, "mask-full-at");
        double identity = share(spec, "identity") * (1 - full / 2);
        double parts = 0.4 + share(spec, "parts") / 4 + full / 4 - share(spec, "identity") / 4;
        double away = 1 - share(spec, "gaze");
        int argb = 0xff000000 | level(identity) << 16 | level(parts) << 8 | level(away);
        return Picture.filled(KnownSwap.SIZE, KnownSwap.SIZE, argb);
    }

    private static int level(double share) {
        return (int) Math.round(255 * share);
    }

    private static Picture inverted(Picture p) {
        int[] argb = Arrays.stream(p.argb()).map(v -> v ^ 0xffffff).toArray();
        return new Picture(p.width(), p.height(), argb);
    }

    private SwapSweep sweep(boolean rightly) {
        return new SwapSweep(
                new KnownSwap(false)
                        .edited(
                                (c, spec) -> {
                                    Picture right = asThePaperSays(spec);
                                    return rightly ? right : inverted(right);
                                }));
    }

    @Test
    void everyClaimHoldsOfASwapThatFollowsThePaper() {
        List<SweepCurves> found = sweep(true).sweep(Sweep.ALL, KnownSwap.SEED, 1, watcher);
        assertEquals(Sweep.ALL, found.stream().map(SweepCurves::sweep).toList());
        for (SweepCurves curves : found) {
            for (Sweep.Claim claim : curves.sweep().claims()) {
                assertTrue(claim.holds(curves.trend(claim.metric())), curves.sweep() + " " + claim);
            }
        }
        assertEquals(List.of(0.0, 3000.0, 6000.0, 12000.0), found.get(0).values(), "none twice");
        double[] untouched = found.get(1).of("d_r");
        assertEquals(untouched[0], untouched[4], "λ_sem alone changes no identity here");
    }

    @Test
    void noClaimHoldsOfASwapThatDoesTheOpposite() {
        List<SweepCurves> found = sweep(false).sweep(Sweep.ALL, KnownSwap.SEED, 1, watcher);
        for (SweepCurves curves : found) {
            for (Sweep.Claim claim : curves.sweep().claims()) {
                assertFalse(
                        claim.holds(curves.trend(claim.metric())), curves.sweep() + " " + claim);
            }
        }
    }

    @Test
    void settingsThatMeetAreMadeOnceAndEveryEditIsTold() {
        sweep(true).sweep(Sweep.ALL, KnownSwap.SEED, 1, watcher);
        assertEquals(19 - 3, made, "the model's own is in all four sweeps");
        assertEquals(19 + 4, told.size());
        assertEquals("identity", told.get(4));
        assertEquals("19/19", told.get(21));
        assertEquals(List.of(6, 7, 7, 7), columns, "target, source and the results");
    }

    @Test
    void withoutAnExpertWhatItStandsForIsLost() {
        Map<String, Map<String, Double>> table = sweep(true).ablate(KnownSwap.SEED, 1, watcher);
        assertEquals(
                List.of(
                        "all experts",
                        "without identity",
                        "without parts",
                        "without gaze",
                        "without colour"),
                new ArrayList<>(table.keySet()),
                "the head's pose has no say to begin with");
        Map<String, Double> all = table.get("all experts");
        assertTrue(table.get("without identity").get("d_r") > all.get("d_r"));
        assertTrue(table.get("without parts").get("parts_agree") < all.get("parts_agree"));
        assertTrue(table.get("without gaze").get("gaze_error") > all.get("gaze_error"));
    }

    @Test
    void valuesRunFromNothingToFourTimesTheModelsOwnAsFarAsTheSliderGoes() {
        Scale weights = new Scale(0, 800, 5, Unit.AMOUNT);
        assertEquals(List.of(0.0, 50.0, 100.0, 200.0, 400.0), Sweep.values(weights, 100));
        assertEquals(List.of(0.0, 150.0, 300.0, 600.0, 800.0), Sweep.values(weights, 300));
        assertEquals(List.of(0.0, 100.0, 200.0, 400.0, 800.0), Sweep.values(weights, 0));
        Scale walk = new Scale(5, 100, 1, Unit.PERCENT);
        assertEquals(List.of(20.0, 40.0, 60.0, 80.0, 100.0), Sweep.values(walk, 60));
    }
}
