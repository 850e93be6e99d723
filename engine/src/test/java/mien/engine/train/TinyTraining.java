package mien.engine.train;

import java.nio.file.Path;
import java.util.List;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.flame.CodeLayout;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;
import mien.engine.world.Portrait;

/**
 * The smallest training there can be: four people of two looks at 32 pixels, networks of a few
 * layers.
 */
final class TinyTraining {

    static final int SIDE = 32;
    static final int PEOPLE = 4;
    static final int LOOKS = 2;

    private TinyTraining() {}

    /** A rig and its encoder. */
    static Recipe rig(Target predicts, int steps) {
        return recipe(
                new RigLearner(predicts, unet(2), 8, 8, 0.5, 0.5, 0.5, 3, 2),
                new Batches(4, steps));
    }

    static Recipe estimator(int steps) {
        return recipe(new EstimatorLearner(8, 16), new Batches(4, steps));
    }

    /** A U-Net of two levels that attends at one. */
    static UnetSizes unet(int attentionFactor) {
        return new UnetSizes(32, List.of(1.0, 1.0), 1, 32, attentionFactor, false, 0, false);
    }

    /** How many pictures at once, and how often. */
    record Batches(int size, int count) {}

    static Recipe recipe(Learner learner, Batches batches) {
        return new Recipe(
                "tiny",
                learner,
                new Recipe.Data(PEOPLE, LOOKS, 0),
                new Recipe.Optimiser(0.99, 0, 1, 0.9, "float32"),
                List.of(new Recipe.Stage(SIDE, batches.size, 1, batches.count, 0, 2e-3, 2e-3)),
                7,
                "");
    }

    static PeopleCache people(Path folder) {
        CodeLayout layout = CodeLayout.of(BuiltinHead.rig());
        PeopleCache cache = new PeopleCache(folder.resolve("people"), SIDE, PEOPLE * LOOKS, layout);
        while (cache.complete() < cache.capacity()) {
            Portrait p = portrait(cache.complete());
            cache.append(p.rgb(), p.buffers(), p.code());
        }
        return cache;
    }

    static Portrait portrait(int record) {
        Identity who = Identity.of(record / LOOKS);
        return DrawnPeople.render(who, Look.of(who, record % LOOKS), SIDE);
    }

    static Objective<?> objective(Recipe recipe, PeopleCache cache) {
        return ((Learner.OfHeads) recipe.learns()).objective(recipe, cache);
    }
}
