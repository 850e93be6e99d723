package mien.engine.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.edit.faceswap.FaceSwap;
import mien.engine.edit.faceswap.SwapModel;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightModel;
import mien.engine.evaluate.Editor;
import mien.engine.evaluate.Evaluation;
import mien.engine.evaluate.PackJudge;
import mien.engine.evaluate.RelightEvaluation;
import mien.engine.evaluate.SwapEvaluation;
import mien.engine.evaluate.SwapSetting;
import mien.engine.evaluate.SwapSweep;
import mien.engine.evaluate.Sweep;
import mien.engine.evaluate.SweepCurves;
import mien.engine.flame.FlameCode;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;

/** The evaluations of all systems, through the engine as a person's program uses it. */
final class Evaluations {

    /**
     * How much larger the pictures of a swap are than its portraits: a face is about 0.7 of one.
     */
    private static final double AROUND = 1.5;

    private static final String RELIGHT = "relight";

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

    /** What was found, with what it was found on. */
    Evaluation found(String system, int count, Map<String, Double> metrics) {
        return new Evaluation(system, pack.id(), count, settings.seed(), steps, metrics);
    }

    /** Means by name over the people from the settings' seed on. */
    Map<String, Double> of(EditSystem<?> system, int count, Watcher watcher) {
        if (system instanceof Relight relight) {
            return new RelightEvaluation(
                            relight, new Judged<>(relight, settings), RelightModel.of(pack).size())
                    .judge(settings.seed(), count, watcher::person);
        }
        if (system instanceof FaceSwap swap) {
            return judged(
                    swap,
                    s -> new SwapEvaluation(s).judge(settings.seed(), count, watcher::person));
        }
        throw new Refusal("There is no evaluation of '%s' yet.".formatted(system.id()));
    }

    /** Turns up one setting of a face swap after another. */
    List<SweepCurves> sweep(FaceSwap swap, int count, SwapSweep.Watcher watcher) {
        return judged(
                swap, s -> new SwapSweep(s).sweep(Sweep.ALL, settings.seed(), count, watcher));
    }

    /** Means by name with all experts, and without each. */
    Map<String, Map<String, Double>> ablate(FaceSwap swap, int count, SwapSweep.Watcher watcher) {
        return judged(swap, s -> new SwapSweep(s).ablate(settings.seed(), count, watcher));
    }

    private <T> T judged(FaceSwap swap, Function<SwapSetting, T> work) {
        int side = SwapModel.of(pack).size();
        int around = Math.max(FaceSwap.LEAST_SIDE, (int) Math.round(AROUND * side));
        try (PackJudge judge = PackJudge.of(pack, heads())) {
            return work.apply(
                    new SwapSetting(swap, new Judged<>(swap, settings), judge, side, around));
        }
    }

    /** Heads as the relighting pack reads them, where there is one. */
    private Function<Picture, Optional<FlameCode>> heads() {
        if (session.engine().library().preferred(RELIGHT).isEmpty()) {
            session.warn(
                    "No model for relight is installed, so pose, expression and shape are not read.");
            return picture -> Optional.empty();
        }
        Relight relight = (Relight) session.engine().system(RELIGHT);
        return picture -> Optional.of(session.open(relight, picture, RunSettings.DEFAULT).edited());
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
