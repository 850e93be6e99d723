package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** An algorithm that walks the chain: an immutable record of its hyper-parameters. */
public interface Sampler {

    /** A walk from the first step on, with whatever memory the algorithm keeps between steps. */
    Stepper start();

    /**
     * A walk that goes on where another stopped.
     *
     * @param past what that one's stepper {@link Stepper#past remembered}
     * @param x the picture where it stopped
     */
    default Stepper resume(List<Past> past, NDArray x) {
        return start();
    }
}
