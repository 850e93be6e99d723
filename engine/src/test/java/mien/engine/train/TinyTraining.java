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

    static Recipe recipe(Recipe.Learner learns, Target predicts, int steps) {
        return new Recipe(
                "tiny",
                learns,
                predicts,
                new Recipe.Sizes(32, List.of(1.0, 1.0), 1, 32, 2, false, 0, 8, 8, 8, 16),
                new Recipe.Data(PEOPLE, LOOKS, 0, 0.5),
                new Recipe.Optimiser(0.99, 0, 1, 0.9, 0.5, 0.5, 3, "float32"),
                List.of(new Recipe.Stage(SIDE, 4, 1, steps, 0, 2e-3, 2e-3)),
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
        return Training.objective(recipe, cache);
    }
}
