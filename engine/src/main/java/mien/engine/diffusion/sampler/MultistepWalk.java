package mien.engine.diffusion.sampler;

import java.util.List;
import mien.engine.diffusion.Past;
import mien.engine.diffusion.Stepper;

/** A walk that looks back on the predictions of the steps before. */
abstract class MultistepWalk implements Stepper {

    /** What is looked back on; freed with the walk. */
    final History history;

    MultistepWalk(History history) {
        this.history = history;
    }

    @Override
    public final List<Past> past() {
        return history.past();
    }

    @Override
    public final void close() {
        history.close();
    }
}
