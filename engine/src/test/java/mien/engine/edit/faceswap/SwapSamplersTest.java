package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import mien.engine.diffusion.Watcher;
import mien.engine.diffusion.Waypoint;
import mien.engine.diffusion.sampler.Samplers;
import mien.engine.edit.faceswap.SwapSettings.Blending;
import mien.engine.edit.faceswap.SwapSettings.Walk;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sampler and the number of steps do to a swap. */
class SwapSamplersTest {

    private static final String DDPM = "ddpm";
    private static final String DDIM = "ddim";
    private static final int TRAINED = 1000;
    private static final int SOME = 64;
    private static final int MANY = 128;

    /** Only the end is pasted, so that the sampler alone makes the face. */
    private static final Blending FREE = new Blending(0.4, false, false);

    private final TinySwap swap = new TinySwap();

    @AfterEach
    void close() {
        swap.close();
    }

    static Stream<String> samplers() {
        return Samplers.names().stream();
    }

    private static Stream<String> deterministic() {
        return samplers().filter(name -> !name.equals(DDPM));
    }

    private static SwapSettings by(String sampler, double eta, SwapSettings s) {
        return s.with(s.walk().by(Samplers.named(sampler, eta)));
    }

    private SwapPair second() {
        SwapPair first = swap.pair(6);
        return new SwapPair(
                TinySwap.picture(23), TinySwap.picture(24), first.face(), first.eyes(), 1);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void everySamplerIsGuidedAndKeepsBothTargets(String sampler) {
        SwapSettings s = by(sampler, 0, TinySwap.pulling(SwapSettings.IDENTITY, 100));
        List<SwapPair> pairs = List.of(swap.pair(), second());
        List<Picture> results =
                new SwapWalk(swap.networks(), () -> s)
                        .swap(pairs, new LooseRun(1), faces -> Watcher.NONE);
        for (int i = 0; i < 2; i++) {
            SwapPair pair = pairs.get(i);
            changedWithinAlone(pair, results.get(i));
            assertEquals(swap.swapped(s, pair, 1), results.get(i), "as it would come out alone");
        }
        Picture guided = results.get(0);
        Picture unguided = swap.swapped(by(sampler, 0, TinySwap.settings()));
        double nearer = swap.distance(SwapSettings.IDENTITY, guided);
        double plain = swap.distance(SwapSettings.IDENTITY, unguided);
        assertTrue(nearer < 0.5 * plain, nearer + " with guidance, " + plain + " without");
        double kept = swap.distance(SwapSettings.COLOUR, guided);
        double free = swap.distance(SwapSettings.COLOUR, swap.swapped(s.with(FREE)));
        assertTrue(kept < 0.9 * free, kept + " from the target blended, " + free + " free");
    }

    private static void changedWithinAlone(SwapPair pair, Picture result) {
        byte[] face = pair.face().orElseThrow().values();
        int inside = 0;
        int changed = 0;
        for (int i = 0; i < face.length; i++) {
            boolean same = result.argb()[i] == pair.target().argb()[i];
            assertTrue(same || face[i] != 0, "pixel " + i + " lies outside");
            inside += face[i] == 0 ? 0 : 1;
            changed += same ? 0 : 1;
        }
        assertTrue(changed > 0.9 * inside, changed + " of " + inside);
    }

    /** Whether a walk from one x_T ends elsewhere if what is drawn on the way is drawn anew. */
    private boolean draws(String sampler, double eta) {
        SwapSettings s = by(sampler, eta, TinySwap.settings().with(FREE));
        SwapWalk walk = new SwapWalk(swap.networks(), () -> s);
        LooseRun first = new LooseRun(1);
        Picture one = walk.swap(swap.pair(), first);
        Waypoint begun = first.places.get(0);
        assertEquals(0, begun.done());
        Picture other = walk.swap(swap.pair(), new LooseRun(2).from(begun));
        assertNotEquals(one, walk.swap(swap.pair(), new LooseRun(2)), "another x_T");
        return !one.equals(other);
    }

    @Test
    void afterTheFirstNoiseOnlyDdpmAndDdimWithItsEtaDrawAny() {
        assertTrue(draws(DDPM, 0));
        assertTrue(draws(DDIM, 1));
        deterministic().forEach(name -> assertFalse(draws(name, 0), name));
    }

    /** A swap in so many steps without guidance, from the middle of the chain. */
    private Picture free(String sampler, int steps) {
        SwapSettings s = TinySwap.settings().with(FREE);
        Walk walk = new Walk(16, 8, s.walk().sampler(), 1).of(steps, TRAINED);
        return swap.swapped(by(sampler, 0, s.with(walk)));
    }

    @Test
    void theMoreStepsTheNearerEveryDeterministicSamplerComesToOnePicture() {
        Picture limit = free(DDIM, MANY);
        deterministic()
                .forEach(
                        name -> {
                            double few = TwoFaces.apart(limit, free(name, 4));
                            double some = TwoFaces.apart(limit, free(name, 16));
                            double more = TwoFaces.apart(limit, free(name, SOME));
                            String all = name + ": " + few + ", " + some + ", " + more;
                            assertTrue(some < 0.5 * few && more < 0.5 * some, all);
                        });
    }

    @Test
    void ddpmsPicturesStayApartHoweverManyStepsItTakes() {
        Picture limit = free(DDIM, MANY);
        double ddim = TwoFaces.apart(free(DDIM, SOME), limit);
        Picture ddpm = free(DDPM, MANY);
        double apart = TwoFaces.apart(free(DDPM, SOME), ddpm);
        assertTrue(apart > 20 * ddim, apart + " and " + ddim);
        assertTrue(TwoFaces.apart(limit, ddpm) > 20 * ddim, "nor do they come to DDIM's");
    }
}
