package mien.engine.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mien.engine.Closeness;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.diffusion.Leading.Extent;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Parameterisation.Variance;
import mien.engine.diffusion.sampler.Ddim;
import mien.engine.diffusion.sampler.DpmSolver;
import mien.engine.diffusion.sampler.UniPc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Photoswap's samplers against the original's: the network's outputs are given, so every step of
 * every run tests the sampler's arithmetic alone.
 */
class DiffusersSamplingTest {

    record Replay(GoldenCase golden, JsonNode run) {

        String name() {
            return run.get("name").asText();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static Stream<Replay> runs() {
        return Goldens.find("photoswap", "samplers").stream()
                .flatMap(
                        golden ->
                                json(golden, "runs").properties().stream()
                                        .map(run -> new Replay(golden, run.getValue())));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyStepEqualsTheOriginal(Replay replay) {
        GoldenCase golden = replay.golden();
        JsonNode run = replay.run();
        double bound = Double.parseDouble(golden.metadata().get("bound"));
        try (NDManager manager = NDManager.newBaseManager()) {
            List<Step> steps = chain(golden, run).denoising();
            assertArrayEquals(
                    golden.ints(replay.name() + ".timesteps"),
                    steps.stream().mapToInt(Step::timestep).toArray());
            List<NDArray> outputs = recorded(manager, golden, "input.model_output.", steps.size());
            List<NDArray> noise = recorded(manager, golden, "input.noise.", steps.size());
            Target target = run.get("pred").asText().equals("epsilon") ? Target.EPSILON : Target.V;
            Denoiser model =
                    new Parameterisation(target, false, Variance.FIXED_SMALL)
                            .denoiser((x, s) -> outputs.get(steps.indexOf(s)));

            RecordedWalk ours =
                    new RecordedWalk(sampler(run), noise)
                            .walk(RecordedWalk.array(manager, golden, "input.x_T"), steps, model);

            for (int i = 0; i < steps.size(); i++) {
                String x = replay.name() + ".x." + i;
                String x0 = replay.name() + ".x0." + i;
                Closeness.assertRelative(x, bound, ours.x.get(i), golden.floats(x));
                Closeness.assertRelative(x0, bound, ours.x0.get(i), golden.floats(x0));
            }
        }
    }

    private static Schedule chain(GoldenCase golden, JsonNode run) {
        JsonNode c = json(golden, "schedule");
        assertTrue(c.get("beta_schedule").asText().equals("scaled_linear"));
        Schedule trained =
                Schedule.scaledLinear(
                        1000, c.get("beta_start").asDouble(), c.get("beta_end").asDouble());
        int n = run.get("n").asInt();
        if (!run.get("kind").asText().equals("ddim")) {
            return Pacing.DIFFUSERS_SOLVER.chain(trained, n);
        }
        boolean one = run.path("one").asBoolean(false);
        return trained.respaced(
                new Leading(n, run.path("offset").asInt(1), Extent.EXACT),
                one ? Ending.CLEAN : Ending.FIRST_LEVEL);
    }

    private static Sampler sampler(JsonNode run) {
        return switch (run.get("kind").asText()) {
            case "ddim" -> new Ddim(run.path("eta").asDouble(0));
            case "dpm" -> new DpmSolver(true);
            default ->
                    new UniPc(
                            run.path("st").asText("bh2").equals("bh1") ? UniPc.B.BH1 : UniPc.B.BH2);
        };
    }

    private static List<NDArray> recorded(
            NDManager manager, GoldenCase golden, String prefix, int count) {
        List<NDArray> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(RecordedWalk.array(manager, golden, prefix + i));
        }
        return all;
    }

    private static JsonNode json(GoldenCase golden, String key) {
        try {
            return new ObjectMapper().readTree(golden.metadata().get(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
