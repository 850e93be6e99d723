package mien.engine.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import mien.engine.edit.RunSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that begin at a step of another one. */
@Timeout(60)
class BranchTest extends ShortRuns {

    @ParameterizedTest
    @ValueSource(strings = {"ddim", "ddpm", "dpm++2m", "unipc"})
    void aBranchEqualsAFreshRunThatChangedAtThatStep(String sampler) throws InterruptedException {
        RunSettings settings = with(sampler);
        Job first = ended(request(settings, Beginning.NOISE), Light.always(0.1f));
        for (int k : new int[] {0, 3, 7}) {
            Beginning there = new Beginning.Branch(first.film(), k);
            Job branch = ended(request(settings, there), Light.always(-0.2f));
            Job fresh = ended(request(settings, Beginning.NOISE), new Light(0.1f, -0.2f, k));
            assertArrayEquals(pixels(fresh), pixels(branch), sampler + " from step " + k);
            assertFalse(Arrays.equals(pixels(first), pixels(branch)), "the change shows");
            assertEquals(STEPS.size(), branch.film().done());
            assertEquals(first.film().thumbnail(k), branch.film().thumbnail(k));
        }
    }

    @Test
    void aBranchOfABranchBeginsAtEitherOnesSteps() throws InterruptedException {
        RunSettings settings = with("ddim");
        Job first = ended(request(settings, Beginning.NOISE), Light.always(0.1f));
        Job second =
                ended(request(settings, new Beginning.Branch(first.film(), 6)), Light.always(0.3f));
        Job early =
                ended(
                        request(settings, new Beginning.Branch(second.film(), 2)),
                        Light.always(0.1f));
        assertArrayEquals(pixels(first), pixels(early), "step 2 is the first run's");
    }

    @Test
    void anotherSeedOrStepThatIsNotThereIsRefusedInASentence() throws InterruptedException {
        Job first = ended(request(with("ddim"), Beginning.NOISE), Light.always(0));
        Beginning there = new Beginning.Branch(first.film(), 3);
        Job otherSeed = ended(request(with("ddim").withSeed(5), there), Light.always(0));
        assertEquals(
                "The run cannot branch from the other one (seed 4, not 5): keep its seed, sampler and"
                        + " number of steps, or start anew.",
                sentence(otherSeed));
        Beginning nowhere = new Beginning.Branch(first.film(), 11);
        Job beyond = ended(request(with("ddim"), nowhere), Light.always(0));
        assertEquals(
                "The run cannot branch: this walk can start again from steps 0 to 10, not 11.",
                sentence(beyond));
    }

    @Test
    void aFilmKeepsWhatWasMeasuredAndABranchTakesItOver() throws InterruptedException {
        Job first = ended(request(with("ddim"), Beginning.NOISE), Light.always(0.1f));
        assertEquals(10, first.film().readings().size());
        assertEquals(7, first.film().readings().get(7).of("step").orElseThrow());
        Job branch =
                ended(
                        request(with("ddim"), new Beginning.Branch(first.film(), 3)),
                        Light.always(0.1f));
        assertEquals(first.film().readings(), branch.film().readings());
    }

    @Test
    void aLastingRecordStaysAndCanBeBranchedFromInAnotherProcess() throws InterruptedException {
        Path folder = home.resolve("run");
        Optional<RunRecord> lasting = Optional.of(new RunRecord.Lasting(folder));
        RunSettings settings = with("ddim");
        ended(request(settings, Beginning.NOISE, lasting, "a"), Light.always(0.1f));
        Film film = Film.read(folder);
        assertEquals(11, film.steps().size());
        Path second = home.resolve("second");
        Optional<RunRecord> recording = Optional.of(new RunRecord.Lasting(second));
        Job branch =
                ended(
                        request(settings, new Beginning.Branch(film, 5), recording, "b"),
                        Light.always(-0.2f));
        Job fresh = ended(request(settings, Beginning.NOISE), new Light(0.1f, -0.2f, 5));
        assertArrayEquals(pixels(fresh), pixels(branch));
        assertEquals(11, Film.read(second).steps().size(), "it has the steps before, too");
    }
}
