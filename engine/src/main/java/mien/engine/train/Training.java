package mien.engine.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    /** T, the length of the chain that denoising networks learn. */
    static final int STEPS = 1000;

    private static final int FIRST_RECORDS = 512;

    /** What is learnt from whom. */
    private record Lesson(People people, Runnable drawing, Supplier<Objective<?>> objective) {}

    /**
     * Runs until the recipe or the caller ends it, then writes the network.
     *
     * @param stop asked after every step
     * @param out the safetensors file to write, float16
     */
    public RunFolder.Facts run(BooleanSupplier stop, Consumer<Trainer.Progress> watcher, Path out) {
        RunFolder run = new RunFolder(folder);
        Lesson lesson = lesson();
        try (People people = lesson.people;
                TrainingPeople filling = new TrainingPeople(people, lesson.drawing, stop)) {
            filling.await(FIRST_RECORDS);
            try (Trainer<?> trainer = new Trainer<>(recipe, run, lesson.objective.get())) {
                if (!recipe.start().isEmpty() && !run.hasState()) {
                    trainer.beginFrom(Path.of(recipe.start()));
                }
                trainer.run(stop, watcher, people);
                trainer.export(out, ScalarType.FLOAT16);
            }
            return run.facts();
        } catch (IOException e) {
            throw new UncheckedIOException("the training cache could not be closed", e);
        }
    }

    private Lesson lesson() {
        Recipe.Data d = recipe.data();
        if (recipe.learns() instanceof Learner.OfHeads heads) {
            CodeLayout layout = CodeLayout.of(BuiltinHead.rig());
            PeopleCache people =
                    new PeopleCache(cacheFile("portraits"), SIDE, d.people() * d.looks(), layout);
            return new Lesson(people, () -> draw(people), () -> heads.objective(recipe, people));
        }
        Learner.OfFaces learner = (Learner.OfFaces) recipe.learns();
        Faces faces = Faces.in(cacheFile("aligned"), d, SIDE);
        return new Lesson(faces, faces::draw, () -> learner.objective(recipe, faces));
    }

    private Path cacheFile(String kind) {
        Recipe.Data d = recipe.data();
        return cacheFolder.resolve(
                "%s-v%d-%d-from%d-%dx%d.people"
                        .formatted(
                                kind,
                                DrawnPeople.VERSION,
                                SIDE,
                                d.firstSeed(),
                                d.people(),
                                d.looks()));
    }

    /**
     * Draws the next portrait. Look 0 of a person sets background, camera and framing; the further
     * looks differ from it in what an edit can change: head, expression, jaw, gaze and light.
     */
    private void draw(PeopleCache people) {
        Identity who =
                Identity.of(recipe.data().firstSeed() + people.complete() / recipe.data().looks());
        int index = people.complete() % recipe.data().looks();
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
        people.append(portrait.rgb(), portrait.buffers(), portrait.code());
    }
}
