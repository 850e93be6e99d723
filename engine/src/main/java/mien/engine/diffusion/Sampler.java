package mien.engine.diffusion;

/** An algorithm that walks the chain: an immutable record of its hyper-parameters. */
public interface Sampler {

    /** A walk from the first step on, with whatever memory the algorithm keeps between steps. */
    Stepper start();
}
