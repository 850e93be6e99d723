package mien.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.flame.FlameCode;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Editors whose answers are known: the figures must say so. */
class RelightEvaluationTest {

    private static final int SIZE = 64;
    private static final long SEED = 1_000_000;
    private static final int COUNT = 3;
    private static final Relight RELIGHT = new Relight();

    /** The true code of every picture of the evaluation. */
    private static final Map<Key, FlameCode> CODES = new HashMap<>();

    private static final Map<Key, Picture> TRUTHS = new HashMap<>(); // by source

    /** Pictures compare by their arrays' identity; this compares pixels. */
    private record Key(List<Integer> pixels) {
        static Key of(Picture p) {
            return new Key(Arrays.stream(p.argb()).boxed().toList());
        }
    }

    @BeforeAll
    static void draw() {
        for (int i = 0; i < COUNT; i++) {
            RelightCase c = RelightCase.of(SEED + i, SIZE);
            CODES.put(Key.of(c.source().picture()), c.source().code());
            CODES.put(Key.of(c.truth().picture()), c.truth().code());
            TRUTHS.put(Key.of(c.source().picture()), c.truth().picture());
        }
    }

    /** Reads every picture rightly. */
    private abstract static class Seer implements Editor<RelightSpec> {
        @Override
        public RelightSpec open(Picture picture) {
            return RELIGHT.opened(picture, CODES.get(Key.of(picture)));
        }
    }

    private static Map<String, Double> judged(Editor<RelightSpec> editor) {
        return new RelightEvaluation(RELIGHT, editor, SIZE).judge(SEED, COUNT, (done, row) -> {});
    }

    @Test
    void aPerfectEditorReachesTheCeilingAndTheFloor() {
        Map<String, Double> m =
                judged(
                        new Seer() {
                            @Override
                            public Picture run(RelightSpec spec, long seed) {
                                return TRUTHS.get(Key.of(spec.source()));
                            }
                        });
        assertEquals(Psnr.EQUAL, m.get("psnr_true_codes"));
        assertEquals(Psnr.EQUAL, m.get("psnr_fitted_codes"));
        for (String part : List.of("light_error", "pose_error", "expression_error")) {
            assertEquals(0, m.get(part + "_floor"), 1e-6, part);
            assertEquals(m.get(part + "_floor"), m.get(part), 1e-9, part);
            assertTrue(m.get(part + "_nothing") > 0.01, part + " of doing nothing");
        }
        assertEquals(1, m.get("identity_similarity"), 1e-6);
    }

    @Test
    void anEditorThatDoesNothingIsWorthNothing() {
        Map<String, Double> m =
                judged(
                        new Seer() {
                            @Override
                            public Picture run(RelightSpec spec, long seed) {
                                return spec.source();
                            }
                        });
        assertEquals(m.get("psnr_source"), m.get("psnr_true_codes"));
        assertEquals(m.get("psnr_source"), m.get("psnr_fitted_codes"));
        for (String part : List.of("light_error", "pose_error", "expression_error")) {
            assertEquals(m.get(part + "_nothing"), m.get(part), 1e-9, part);
        }
        assertTrue(m.get("psnr_source") < 25 && m.get("psnr_lambert") < 25);
    }

    @Test
    void theMetricsAreThoseOfTheContractInItsOrder() {
        Map<String, Double> m =
                judged(
                        new Seer() {
                            @Override
                            public Picture run(RelightSpec spec, long seed) {
                                return spec.source();
                            }
                        });
        assertEquals(
                List.of(
                        "psnr_true_codes",
                        "psnr_fitted_codes",
                        "psnr_source",
                        "psnr_lambert",
                        "light_error",
                        "light_error_nothing",
                        "light_error_floor",
                        "pose_error",
                        "pose_error_nothing",
                        "pose_error_floor",
                        "expression_error",
                        "expression_error_nothing",
                        "expression_error_floor",
                        "identity_similarity"),
                new ArrayList<>(m.keySet()));
    }

    @Test
    void bothEditsAskForTheWantedLook() {
        List<FlameCode> asked = new ArrayList<>();
        judged(
                new Seer() {
                    @Override
                    public Picture run(RelightSpec spec, long seed) {
                        asked.add(spec.edited());
                        return spec.source();
                    }
                });
        for (int i = 0; i < COUNT; i++) {
            FlameCode wanted = RelightCase.of(SEED + i, SIZE).truth().code();
            for (FlameCode code : List.of(asked.get(2 * i), asked.get(2 * i + 1))) {
                assertEquals(new CodeErrors(0, 0, 0, 0), rounded(CodeErrors.between(code, wanted)));
            }
        }
    }

    private static CodeErrors rounded(CodeErrors e) {
        return new CodeErrors(
                rounded(e.light()), rounded(e.pose()), rounded(e.expression()), rounded(e.shape()));
    }

    private static double rounded(double v) {
        return Math.abs(v) < 1e-3 ? 0 : v;
    }
}
