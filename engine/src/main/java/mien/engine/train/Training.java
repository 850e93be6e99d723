package mien.engine.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import mien.engine.diffusion.Schedule;
import mien.engine.flame.CodeLayout;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.tensor.ScalarType;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;
import mien.engine.world.Portrait;

/**
 * A training from recipe to file: draws the people it needs into a cache, trains, and writes the
 * network. State and cache live in folders of the user's, so a stopped training goes on where it
 * was.
 *
 * @param recipe what to train
 * @param folder of this run
 * @param cacheFolder where drawn people are kept; shared by recipes that want the same people
 */
public record Training(Recipe recipe, Path folder, Path cacheFolder) {

    /** Side of the cached pictures; smaller ones are shrunk from it. */
    public static final int SIDE = 128;

    private static final int FIRST_RECORDS = 512;
    private static final int TRAINED_STEPS = 1000;

    /**
     * Runs until the recipe or the caller ends it, then writes the network.
     *
     * @param stop asked after every step
     * @param out the safetensors file to write, float16
     */
    public RunFolder.Facts run(BooleanSupplier stop, Consumer<Trainer.Progress> watcher, Path out) {
        Recipe.Data data = recipe.data();
        RunFolder run = new RunFolder(folder);
        CodeLayout layout = CodeLayout.of(BuiltinHead.rig());
        try (PeopleCache cache =
                        new PeopleCache(cacheFile(), SIDE, data.people() * data.looks(), layout);
                TrainingPeople people = new TrainingPeople(data, cache, Training::draw, stop)) {
            people.await(cache, FIRST_RECORDS);
            try (Trainer<?> trainer = new Trainer<>(recipe, run, objective(recipe, cache))) {
                if (!recipe.start().isEmpty() && !run.hasState()) {
                    trainer.beginFrom(Path.of(recipe.start()));
                }
                trainer.run(stop, watcher, cache);
                trainer.export(out, ScalarType.FLOAT16);
            }
            return run.facts();
        } catch (IOException e) {
            throw new UncheckedIOException("the training cache could not be closed", e);
        }
    }

    static Objective<?> objective(Recipe recipe, PeopleCache cache) {
        return switch (recipe.learns()) {
            case RIG -> {
                Schedule schedule = Schedule.linear(TRAINED_STEPS);
                double[] alphaBar =
                        IntStream.range(0, TRAINED_STEPS).mapToDouble(schedule::alphaBar).toArray();
                yield new RigObjective(recipe, cache, alphaBar);
            }
            case ESTIMATOR -> new EstimatorObjective(recipe, cache);
        };
    }

    private Path cacheFile() {
        Recipe.Data d = recipe.data();
        return cacheFolder.resolve(
                "portraits-v%d-%d-from%d-%dx%d.people"
                        .formatted(
                                DrawnPeople.VERSION, SIDE, d.firstSeed(), d.people(), d.looks()));
    }

    /**
     * Look 0 of a person sets background, camera and framing; the further looks differ from it in
     * what an edit can change: head, expression, jaw, gaze and light.
     */
    private static void draw(long seed, int index, PeopleCache cache) {
        Identity who = Identity.of(seed);
        Look look = Look.of(who, 0);
        if (index > 0) {
            Look other = Look.of(who, index);
            look =
                    look.withExpressionOf(other)
                            .withGaze(other.gaze()[0], other.gaze()[1])
                            .withHead(other.head()[0], other.head()[1], other.head()[2])
                            .withLight(other.light());
        }
        Portrait portrait = DrawnPeople.render(who, look, SIDE);
        cache.append(portrait.rgb(), portrait.buffers(), portrait.code());
    }
}
