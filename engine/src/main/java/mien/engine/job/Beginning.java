package mien.engine.job;

/** Where a run begins. */
public sealed interface Beginning {

    /** With noise: a run like any other. */
    Beginning NOISE = new Noise();

    /** With the noise of the seed. */
    record Noise() implements Beginning {}

    /**
     * After a step of another run with the same seed, sampler and number of steps. What is
     * different, such as the light, acts from there on, as if it had been changed at that step.
     *
     * @param film of that run
     * @param step how many of its steps are kept; one of {@link Film#steps}
     */
    record Branch(Film film, int step) implements Beginning {}

    /**
     * After the newest step of another run, which has ended by the time this one begins; with noise
     * if that one had not begun, or had come to its end already.
     *
     * @param film of that run
     */
    record Onwards(Film film) implements Beginning {}

    /**
     * Where the same run was interrupted: it ends with the bytes of one that never was.
     *
     * @param film as far as it came
     */
    record Resumed(Film film) implements Beginning {}
}
