package mien.engine.cli;

import java.util.List;
import java.util.Map;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.edit.faceswap.FaceSwap;
import mien.engine.edit.faceswap.SwapModel;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightModel;
import mien.engine.evaluate.Editor;
import mien.engine.evaluate.PackJudge;
import mien.engine.evaluate.RelightEvaluation;
import mien.engine.evaluate.SwapEvaluation;
import mien.engine.flame.FlameCode;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;

/** The evaluations of all systems, through the engine as a person's program uses it. */
final class Evaluations {

    /**
     * How much larger the pictures of a swap are than its portraits: a face is about 0.7 of one.
     */
    private static final double AROUND = 1.5;

    private final Session session;
    private final RunSettings settings;
    private final ModelPack pack;
    private volatile int steps;

    /** Told after each person, with a row of pictures for the sheet. */
    @FunctionalInterface
    interface Watcher {
        void person(int done, List<Picture> row);
    }

    /**
     * @param pack that is judged
     */
    Evaluations(Session session, RunSettings settings, ModelPack pack) {
        this.session = session;
        this.settings = settings;
        this.pack = pack;
    }

    /** Steps of the edits that were made. */
    int steps() {
        return steps;
    }

    /** Means by name over the people from the settings' seed on. */
    Map<String, Double> of(EditSystem<?> system, int count, Watcher watcher) {
        if (system instanceof Relight relight) {
            return new RelightEvaluation(
                            relight, new Judged<>(relight, settings), RelightModel.of(pack).size())
                    .judge(settings.seed(), count, watcher::person);
        }
        if (system instanceof FaceSwap swap) {
            return swap(swap, count, watcher);
        }
        throw new Refusal("There is no evaluation of '%s' yet.".formatted(system.id()));
    }

    private Map<String, Double> swap(FaceSwap swap, int count, Watcher watcher) {
        int side = SwapModel.of(pack).size();
        try (PackJudge judge = PackJudge.of(pack, this::head)) {
            return new SwapEvaluation(
                            swap,
                            new Judged<>(swap, settings),
                            judge,
                            side,
                            (int) Math.round(AROUND * side))
                    .judge(settings.seed(), count, watcher::person);
        }
    }

    /** The head of a picture, as the relighting pack reads it. */
    private FlameCode head(Picture picture) {
        Relight relight = (Relight) session.engine().system("relight");
        return session.open(relight, picture, RunSettings.DEFAULT).edited();
    }

    /** Opens and edits. */
    private final class Judged<S extends EditSpec> implements Editor<S> {
        private final EditSystem<S> system;
        private final RunSettings own;

        Judged(EditSystem<S> system, RunSettings own) {
            this.system = system;
            this.own = own;
        }

        @Override
        public S open(Picture picture) {
            return session.open(system, picture, own);
        }

        @Override
        public Picture run(S spec, long seed) {
            return session.run(system, spec, own.withSeed(seed), s -> steps = s.steps());
        }
    }
}
