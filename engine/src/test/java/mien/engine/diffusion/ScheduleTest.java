package mien.engine.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    /**
     * The original's tables and what we call them; relative error 1e-12, as the golden files ask.
     */
    private static final Map<String, ToDoubleFunction<Step>> TABLES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("betas", Step::beta),
                            Map.entry("alphas_cumprod", Step::alphaBar),
                            Map.entry("alphas_cumprod_prev", Step::alphaBarPrev),
                            Map.entry("alphas_cumprod_next", Step::alphaBarNext),
                            Map.entry("sqrt_alphas_cumprod", s -> Math.sqrt(s.alphaBar())),
                            Map.entry(
                                    "sqrt_one_minus_alphas_cumprod",
                                    s -> Math.sqrt(1 - s.alphaBar())),
                            Map.entry(
                                    "sqrt_recip_alphas_cumprod", s -> Math.sqrt(1 / s.alphaBar())),
                            Map.entry(
                                    "sqrt_recipm1_alphas_cumprod",
                                    s -> Math.sqrt(1 / s.alphaBar() - 1)),
                            Map.entry("posterior_variance", Step::posteriorVariance),
                            Map.entry("posterior_log_variance_clipped", Step::posteriorLogVariance),
                            Map.entry("posterior_mean_coef1", Step::meanOfX0),
                            Map.entry("posterior_mean_coef2", Step::meanOfXt),
                            Map.entry("snr", Step::snr),
                            Map.entry("log_betas", Step::logBeta),
                            Map.entry(
                                    "model_variance_fixed_large",
                                    s -> Math.exp(s.largeLogVariance())),
                            Map.entry("model_log_variance_fixed_large", Step::largeLogVariance),
                            Map.entry("timestep_map", Step::timestep)));

    private static int assertTables(GoldenCase golden, String prefix, Schedule schedule) {
        int found = 0;
        for (String table : TABLES.keySet()) {
            if (golden.has(prefix + table)) {
                double[] ours =
                        schedule.noising().stream().mapToDouble(TABLES.get(table)).toArray();
                assertTable(prefix + table, golden.doubles(prefix + table), ours);
                found++;
            }
        }
        return found;
    }

    private static void assertTable(String what, double[] golden, double[] ours) {
        assertEquals(golden.length, ours.length, what);
        for (int i = 0; i < ours.length; i++) {
            assertEquals(golden[i], ours[i], 1e-12 * Math.abs(golden[i]), what + " at " + i);
        }
    }

    @Test
    void tablesEqualDiffusionRigs() {
        for (GoldenCase golden : Goldens.find("diffusionrig", "schedule")) {
            Schedule linear = Schedule.linear(1000);
            assertTrue(assertTables(golden, "", linear) >= 15);
            Schedule ddim20 = linear.respaced(Respacing.parse("ddim20"));
            assertTrue(assertTables(golden, "ddim20.", ddim20) >= 16);
            assertTrue(assertTables(golden, "cosine50.", Schedule.cosine(50)) >= 1);
            assertTable("p2", golden.doubles("p2_weight"), linear.p2Weights(1, 1));
            assertTable(
                    "p2 γ 0.5 k 2",
                    golden.doubles("p2_weight_gamma0.5_k2"),
                    linear.p2Weights(0.5, 2));
            assertTable("p2 ddim20", golden.doubles("ddim20.p2_weight"), ddim20.p2Weights(1, 1));
        }
    }

    @Test
    void tablesEqualDiffFaces() {
        Pattern chain = Pattern.compile("((linear|cosine)(\\d+)\\.(full|respace(\\d+))\\.)betas");
        for (GoldenCase golden : Goldens.find("diffface", "schedules")) {
            int chains = 0;
            for (String name : golden.names()) {
                Matcher m = chain.matcher(name);
                if (m.matches()) {
                    int steps = Integer.parseInt(m.group(3));
                    Schedule full =
                            m.group(2).equals("linear")
                                    ? Schedule.linear(steps)
                                    : Schedule.cosine(steps);
                    Schedule schedule =
                            m.group(5) == null ? full : full.respaced(Respacing.parse(m.group(5)));
                    assertTrue(assertTables(golden, m.group(1), schedule) >= 14);
                    chains++;
                }
            }
            assertTrue(chains >= 5, () -> "chains in " + golden);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 100, 1000, 4000})
    void aLinearChainOfAnyLengthEndsInNoise(int steps) {
        assertTrue(Schedule.linear(steps).alphaBar(steps - 1) < 1e-4);
    }

    @Test
    void respacingKeepsTheNoiseLevelOfEveryTimestepItKeeps() {
        Schedule full = Schedule.cosine(1000);
        for (Step s : full.respaced(Respacing.parse("7,20,3")).noising()) {
            assertEquals(full.alphaBar(s.timestep()), s.alphaBar(), 1e-9 * s.alphaBar());
        }
    }

    @Test
    void respacingTwiceRemembersTheFirstTimesteps() {
        Schedule twice =
                Schedule.linear(1000)
                        .respaced(Respacing.parse("ddim100"))
                        .respaced(Respacing.parse("ddim10"));
        assertEquals(
                List.of(0, 100, 200, 300, 400, 500, 600, 700, 800, 900),
                twice.noising().stream().map(Step::timestep).toList());
    }

    @Test
    void p2WeightsWithTheAuthorsConstantsAreTheNoiseShare() {
        Schedule schedule = Schedule.linear(1000);
        double[] weights = schedule.p2Weights(1, 1);
        for (Step s : schedule.noising()) {
            assertEquals(1 - s.alphaBar(), weights[s.index()], 1e-15);
        }
    }

    @Test
    void stepsOfSamplingRunFromTheNoisiestDown() {
        List<Step> steps = Schedule.linear(1000).respaced(Respacing.strided(4)).denoising();
        assertEquals(List.of(750, 500, 250, 0), steps.stream().map(Step::timestep).toList());
        assertEquals(List.of(3, 2, 1, 0), steps.stream().map(Step::index).toList());
        assertTrue(steps.get(3).last());
        assertEquals(1, steps.get(3).alphaBarPrev());
        assertEquals(0, steps.get(0).alphaBarNext());
    }

    @Test
    void aChainOfOneStepIsRefused() {
        Schedule schedule = Schedule.linear(1000);
        Exception e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> schedule.respaced(Respacing.parse("1")));
        assertTrue(e.getMessage().contains("at least 2 steps"), e.getMessage());
    }

    @Test
    void aBetaOutsideItsRangeIsNamed() {
        Exception e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Schedule.of(new double[] {0.1, 1.5, 0.2}));
        assertTrue(e.getMessage().contains("β[1] is 1.5"), e.getMessage());
    }

    @Test
    void theChainIsNotChangedThroughTheArrayItWasMadeOf() {
        double[] beta = {0.1, 0.2};
        Schedule schedule = Schedule.of(beta);
        beta[0] = 0.5;
        assertEquals(0.1, schedule.step(0).beta());
    }
}
