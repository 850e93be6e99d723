package mien.engine.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.diffusion.sampler.Ddim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each program's timesteps and noise levels, one for one. */
class PacingTest {

    private static final Pattern DDIM_TABLE = Pattern.compile("ddim(\\d+)\\.(t|timesteps)");

    @Test
    void pidmsWalksEqualTheOriginals() {
        for (GoldenCase golden : Goldens.find("pidm", "schedule")) {
            int walks = 0;
            for (String name : golden.names()) {
                Matcher m = DDIM_TABLE.matcher(name);
                if (m.matches()) {
                    String prefix = "ddim" + m.group(1) + ".";
                    int n = Integer.parseInt(m.group(1));
                    List<Step> steps = Pacing.PIDM.chain(Schedule.linear(1000), n).noising();
                    assertArrayEquals(golden.ints(name), timesteps(steps), name);
                    assertTable(golden, prefix + "alpha", steps, Step::alphaBar, 1e-12);
                    assertTable(golden, prefix + "alpha_next", steps, Step::alphaBarPrev, 1e-12);
                    walks++;
                }
            }
            assertTrue(walks >= 6, () -> "walks in " + golden);
        }
    }

    @Test
    void latentDiffusionsWalksEqualTheOriginals() {
        for (GoldenCase golden : Goldens.find("hsdiffusion", "schedules")) {
            int walks = 0;
            for (String name : golden.names()) {
                Matcher m = DDIM_TABLE.matcher(name);
                if (m.matches()) {
                    String prefix = "ddim" + m.group(1) + ".";
                    int n = Integer.parseInt(m.group(1));
                    List<Step> steps =
                            Pacing.LATENT_DIFFUSION.chain(Schedule.latentDiffusion(), n).noising();
                    assertArrayEquals(golden.ints(name), timesteps(steps), name);
                    assertTable(golden, prefix + "alphas", steps, Step::alphaBar, 1e-6);
                    assertTable(golden, prefix + "alphas_prev", steps, Step::alphaBarPrev, 1e-6);
                    for (int eta = 0; eta <= 1; eta++) {
                        String sigmas = prefix + "sigmas_eta" + eta;
                        Ddim ddim = new Ddim(eta);
                        assertTable(golden, sigmas, steps, s -> ddim.sigma(buffered(s)), 1e-6);
                    }
                    walks++;
                }
            }
            assertTrue(walks >= 8, () -> "walks in " + golden);
        }
    }

    /** With ᾱ rounded to float32, as the original reads it from the network's buffers. */
    private static Step buffered(Step s) {
        return new Step(
                s.index(),
                s.count(),
                s.timestep(),
                s.beta(),
                (float) s.alphaBar(),
                (float) s.alphaBarPrev(),
                s.alphaBarNext(),
                s.posteriorVariance(),
                s.posteriorLogVariance());
    }

    @Test
    void diffusersTimestepsEqualTheOriginals() {
        Pattern table = Pattern.compile("(ddim|dpm)\\.timesteps\\.(\\d+)");
        for (GoldenCase golden : Goldens.find("photoswap", "schedules")) {
            int walks = 0;
            for (String name : golden.names()) {
                Matcher m = table.matcher(name);
                if (m.matches()) {
                    int n = Integer.parseInt(m.group(2));
                    Respacing spacing =
                            m.group(1).equals("ddim")
                                    ? new Leading(n, 1, Leading.Extent.EXACT)
                                    : new AboveFirst(n);
                    int[] expected = ascending(golden.ints(name));
                    boolean usable =
                            expected[n - 1] < 1000
                                    && IntStream.of(expected).distinct().count() == n;
                    if (usable) {
                        assertArrayEquals(expected, spacing.timesteps(1000), name);
                    } else { // 1000 of 1000: out of the table, or a timestep twice
                        assertThrows(IllegalArgumentException.class, () -> spacing.timesteps(1000));
                    }
                    walks++;
                }
            }
            assertTrue(walks >= 20, () -> "walks in " + golden);
        }
    }

    private static int[] ascending(int[] descending) {
        int[] sorted = descending.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static int[] timesteps(List<Step> steps) {
        return steps.stream().mapToInt(Step::timestep).toArray();
    }

    private static void assertTable(
            GoldenCase golden,
            String name,
            List<Step> steps,
            ToDoubleFunction<Step> ours,
            double bound) {
        double[] expected = golden.doubles(name);
        for (int i = 0; i < expected.length; i++) {
            double ourOne = ours.applyAsDouble(steps.get(i));
            assertEquals(expected[i], ourOne, bound * Math.abs(expected[i]), name + " at " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(Pacing.class)
    void everyWalkStaysInsideTheChainAndAscends(Pacing pacing) {
        Schedule trained = Schedule.stableDiffusion();
        for (int n = 2; n <= 999; n += n < 60 ? 1 : 13) {
            List<Step> steps;
            try {
                steps = pacing.chain(trained, n).noising();
            } catch (IllegalArgumentException e) {
                assertEquals(Pacing.LATENT_DIFFUSION, pacing, n + ": " + e.getMessage());
                continue;
            }
            int[] t = timesteps(steps);
            assertTrue(t[0] >= 0 && t[t.length - 1] < 1000, () -> pacing + ": " + t[0]);
            assertEquals(t.length, IntStream.of(t).distinct().count());
            assertArrayEquals(ascending(t), t);
            boolean exact = pacing != Pacing.PIDM && pacing != Pacing.LATENT_DIFFUSION;
            assertTrue(exact ? t.length == n : t.length >= n, pacing + " of " + n);
            for (Step s : steps) {
                assertEquals(trained.alphaBar(s.timestep()), s.alphaBar(), 1e-11 * s.alphaBar());
            }
        }
    }

    @Test
    void latentDiffusionRefusesExactlyTheNumbersThatLeaveItsChain() {
        for (int n = 1; n <= 1000; n++) { // reference of HS-Diffusion, section 8
            boolean invalid =
                    Set.of(3, 9, 27, 36, 37).contains(n)
                            || n >= 101 && n <= 111
                            || n >= 251 && n <= 333
                            || n > 500;
            Respacing spacing = new Leading(n, 1, Leading.Extent.FULL);
            if (invalid) {
                assertThrows(IllegalArgumentException.class, () -> spacing.timesteps(1000));
            } else {
                assertEquals(1, spacing.timesteps(1000)[0]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 107, 300, 900, 5000})
    void aRefusalNamesTheNearestNumberThatWorks(int n) {
        Respacing spacing = new Leading(n, 1, Leading.Extent.FULL);
        String sentence =
                assertThrows(IllegalArgumentException.class, () -> spacing.timesteps(1000))
                        .getMessage();
        int other = Integer.parseInt(sentence.replaceAll(".* is (\\d+)$", "$1"));
        assertTrue(new Leading(other, 1, Leading.Extent.FULL).timesteps(1000).length >= other);
        for (int d = 1; d < Math.abs(other - n); d++) {
            for (int nearer : new int[] {n - d, n + d}) {
                Respacing closer = new Leading(Math.max(nearer, 1), 1, Leading.Extent.FULL);
                assertThrows(IllegalArgumentException.class, () -> closer.timesteps(1000));
            }
        }
    }

    @Test
    void stepsEvenInLambdaAreAsEvenAsTimestepsAllow() {
        for (Schedule trained : List.of(Schedule.linear(1000), Schedule.stableDiffusion())) {
            for (int n : new int[] {2, 8, 20, 50, 200}) {
                List<Step> steps = Pacing.EVEN_IN_LAMBDA.chain(trained, n).noising();
                assertEquals(999, steps.get(n - 1).timestep());
                double clean = trained.step(0).lambda();
                double part = (clean - trained.step(999).lambda()) / n;
                int before = 0;
                for (Step s : steps) {
                    double length = (s.index() == 0 ? clean : s.lambdaPrev()) - s.lambda();
                    Step earlier = trained.step(s.timestep() - 1);
                    double timestep = earlier.lambda() - trained.step(s.timestep()).lambda();
                    boolean next = s.timestep() == before + 1;
                    assertTrue(
                            next || Math.abs(length - part) <= 2 * timestep + 1e-9,
                            n + " steps: " + length + " at " + s.timestep() + ", not " + part);
                    before = s.timestep();
                }
            }
        }
        assertEquals(999, Pacing.EVEN_IN_LAMBDA.chain(Schedule.linear(1000), 999).size());
    }

    @Test
    void trailingBeginsAtTheNoisiestTimestep() {
        for (int n = 1; n <= 1000; n++) {
            int[] t = Respacing.trailing(n).timesteps(1000);
            assertEquals(n, IntStream.of(t).distinct().count());
            assertEquals(999, t[n - 1]);
        }
        assertArrayEquals(new int[] {249, 499, 749, 999}, Respacing.trailing(4).timesteps(1000));
        assertArrayEquals(new int[] {332, 666, 999}, Respacing.trailing(3).timesteps(1000));
        assertThrows(
                IllegalArgumentException.class, () -> Respacing.trailing(1001).timesteps(1000));
    }
}
