package mien.engine.train;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What is trained, on what, for how long; a JSON file in {@code models/demo/recipes}.
 *
 * @param name names the run's folder
 * @param learns which network, its sizes and its loss
 * @param data the drawn people to learn from
 * @param optimiser AdamW's settings and what goes with them
 * @param stages one after another; the picture's side may grow from stage to stage
 * @param seed of initial weights, batches and noise
 * @param start folder of a pack to begin from, empty for fresh weights
 */
public record Recipe(
        String name,
        Learner learns,
        Data data,
        Optimiser optimiser,
        List<Stage> stages,
        long seed,
        String start) {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    public Recipe {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("recipe " + name + " has no stages.");
        }
    }

    /**
     * @param people how many identities, seeds from {@code firstSeed} on
     * @param looks pictures of each
     * @param firstSeed below 1,000,000: seeds above are for evaluation
     */
    public record Data(int people, int looks, long firstSeed) {

        public Data {
            if (firstSeed < 0 || firstSeed + people > 1_000_000) {
                throw new IllegalArgumentException(
                        "training people must have seeds from 0 to 999,999.");
            }
        }
    }

    /**
     * @param beta2 of Adam; beta1 is 0.9, ε 1e-8
     * @param decay decoupled weight decay
     * @param clip largest norm of the whole gradient
     * @param ema share of the moving average kept per step
     * @param precision {@code float32} or {@code bfloat16}
     */
    public record Optimiser(
            double beta2, double decay, double clip, double ema, String precision) {}

    /**
     * @param size side of the pictures
     * @param batch pictures that go through the network at once
     * @param accumulate how many batches' gradients make one step: as good as a batch so many times
     *     as large, in the memory of one
     * @param steps how many
     * @param warmUp steps until the rate is reached
     * @param rate learning rate at the start
     * @param endRate learning rate at the end; between them half a cosine
     */
    public record Stage(
            int size,
            int batch,
            int accumulate,
            int steps,
            int warmUp,
            double rate,
            double endRate) {

        public Stage {
            if (batch < 1 || accumulate < 1) {
                throw new IllegalArgumentException(
                        "a stage needs at least one picture a batch and one batch a step.");
            }
        }

        double rateAt(int step) {
            double warm = warmUp == 0 ? 1 : Math.min(1, (step + 1.0) / warmUp);
            double phase = Math.min(1, (double) step / Math.max(1, steps));
            return warm * (endRate + (rate - endRate) * (1 + Math.cos(Math.PI * phase)) / 2);
        }
    }

    /** Side of the pictures at the end. */
    public int size() {
        return stages.get(stages.size() - 1).size();
    }

    /** Steps of all stages together. */
    public int totalSteps() {
        return stages.stream().mapToInt(Stage::steps).sum();
    }

    /** How many batches are drawn before a step. */
    long drawnBefore(long step) {
        return before(step, Stage::accumulate);
    }

    /** How many pictures the network has seen before a step, repetitions counted. */
    long picturesBefore(long step) {
        return before(step, stage -> (long) stage.batch * stage.accumulate);
    }

    /** The sum over the steps before one, each worth what its stage says. */
    private long before(long step, ToLongFunction<Stage> worth) {
        long left = step;
        long sum = 0;
        for (Stage stage : stages) {
            long here = Math.min(left, stage.steps);
            sum += here * worth.applyAsLong(stage);
            left -= here;
        }
        return sum;
    }

    /** Where a step counted over all stages falls. */
    record Position(Stage stage, int step) {

        /** The learning rate there. */
        double rate() {
            return stage.rateAt(step);
        }
    }

    Position at(int step) {
        int left = step;
        for (Stage stage : stages) {
            if (left < stage.steps) {
                return new Position(stage, left);
            }
            left -= stage.steps;
        }
        Stage last = stages.get(stages.size() - 1);
        return new Position(last, last.steps);
    }

    /** Reads a recipe; anything unknown or missing in it is an error. */
    public static Recipe read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Recipe.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "recipe " + file + " cannot be read: " + firstLine(e.getMessage()), e);
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("no details");
    }
}
