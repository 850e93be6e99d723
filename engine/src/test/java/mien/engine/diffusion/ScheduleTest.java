package mien.engine.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                                    "log_one_minus_alphas_cumprod",
                                    s -> Math.log(1 - s.alphaBar())),
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
        return assertTables(golden, prefix, schedule, Set.of());
    }

    private static int assertTables(
            GoldenCase golden, String prefix, Schedule schedule, Set<String> without) {
        int found = 0;
        for (String table : TABLES.keySet()) {
            if (golden.has(prefix + table) && !without.contains(table)) {
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

    @Test
    void tablesEqualPidms() {
        for (GoldenCase golden : Goldens.find("pidm", "schedule")) {
            JsonNode c = golden.config();
            for (String name : List.of("linear1000", "linear6")) {
                JsonNode range = c.get(name);
                Schedule linear =
                        Schedule.linear(
                                range.get("T").asInt(),
                                range.get("start").asDouble(),
                                range.get("end").asDouble());
                assertTrue(assertTables(golden, name + ".", linear) >= 12);
            }
            Schedule quadratic = Schedule.scaledLinear(1000, 1e-4, 0.02);
            assertEquals(1, assertTables(golden, "quad1000.", quadratic));
            double[] cosine = golden.doubles("cosine1000.betas");
            for (Step s : Schedule.cosine(1000).noising()) {
                // β is 1 minus a number near 1, whose last bit depends on the order of operations
                double bound = 1e-12 * s.beta() + Math.ulp(1.0);
                assertEquals(cosine[s.index()], s.beta(), bound, "cosine β at " + s.index());
            }
        }
    }

    @Test
    void tablesEqualLatentDiffusions() {
        for (GoldenCase golden : Goldens.find("hsdiffusion", "schedules")) {
            JsonNode c = golden.config();
            Schedule chain =
                    Schedule.scaledLinear(
                            c.get("T").asInt(),
                            c.get("linear_start").asDouble(),
                            c.get("linear_end").asDouble());
            String floored = "posterior_log_variance_clipped";
            assertTrue(assertTables(golden, "", chain, Set.of(floored)) >= 10);
            // entry 0, which no sampler reads, is a floor there and entry 1 here
            double[] logs = golden.doubles(floored);
            assertEquals(Math.log(1e-20), logs[0], 1e-9);
            logs[0] = logs[1];
            double[] ours =
                    chain.noising().stream().mapToDouble(Step::posteriorLogVariance).toArray();
            assertTable(floored, logs, ours);
        }
        assertSameLevels(Schedule.scaledLinear(1000, 0.0015, 0.0205), Schedule.latentDiffusion());
    }

    @Test
    void tablesEqualStableDiffusions() {
        for (GoldenCase golden : Goldens.find("photoswap", "schedules")) {
            Schedule chain = Schedule.stableDiffusion();
            double[] beta = chain.noising().stream().mapToDouble(Step::beta).toArray();
            double[] alphaBar = chain.noising().stream().mapToDouble(Step::alphaBar).toArray();
            double[] lambda = chain.noising().stream().mapToDouble(Step::lambda).toArray();
            assertTable("betas64", golden.doubles("betas64"), beta);
            assertTable("alphas_cumprod64", golden.doubles("alphas_cumprod64"), alphaBar);
            for (int t = 0; t < chain.size(); t++) { // |λ| passes 0, so absolute
                assertEquals(golden.doubles("lambda64")[t], lambda[t], 1e-11, "λ at " + t);
            }
            // the reference computes in float32
            assertEquals(1000, golden.doubles("alphas_cumprod32").length);
            for (int t = 0; t < chain.size(); t++) {
                double expected = golden.doubles("alphas_cumprod32")[t];
                assertEquals(expected, alphaBar[t], 1e-5 * expected, "float32 ᾱ at " + t);
            }
        }
    }

    private static void assertSameLevels(Schedule expected, Schedule ours) {
        for (int t = 0; t < expected.size(); t++) {
            assertEquals(expected.alphaBar(t), ours.alphaBar(t), "ᾱ at " + t);
        }
    }

    @Test
    void aChainMayEndAtTheFirstLevelOfTheTrainedOne() {
        Schedule trained = Schedule.stableDiffusion();
        Respacing four = Respacing.strided(4);
        Step clean = trained.respaced(four).step(0);
        assertEquals(1, clean.alphaBarPrev());
        assertEquals(Double.POSITIVE_INFINITY, clean.lambdaPrev());
        Schedule noisy = trained.respaced(four, Ending.FIRST_LEVEL);
        assertEquals(trained.alphaBar(0), noisy.step(0).alphaBarPrev());
        assertEquals(0, noisy.step(0).beta(), "it begins where it ends");
        for (int i = 0; i < 4; i++) { // the rest is the same
            double expected = trained.respaced(four).alphaBar(i);
            assertEquals(expected, noisy.alphaBar(i), 1e-12);
        }
    }

    @Test
    void inversionAheadIsToldWhereItGoes() {
        List<Step> steps =
                Pacing.DIFFUSERS_DDIM.chain(Schedule.stableDiffusion(), 5).noisingAhead();
        Schedule trained = Schedule.stableDiffusion();
        for (int k = 0; k < 5; k++) { // z at t − d, ᾱ_0 when that is negative
            Step s = steps.get(k);
            int t = 1 + 200 * k;
            assertEquals(t, s.timestep());
            assertEquals(trained.alphaBar(Math.max(t - 200, 0)), s.alphaBar(), 1e-12);
            assertEquals(trained.alphaBar(t), s.alphaBarNext(), 1e-12);
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
