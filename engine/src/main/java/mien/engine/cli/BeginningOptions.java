package mien.engine.cli;

import mien.engine.job.Beginning;
import mien.engine.job.Film;
import picocli.CommandLine.Option;

/** Where an edit begins: with noise, or with what an earlier run kept. */
final class BeginningOptions {

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = {
                "Go on where an interrupted run (its name, or 'last') stood, with the options it",
                "was started with;",
                "with --from-step: begin at a step of that run, with other options."
            })
    String resume;

    @Option(
            names = "--from-step",
            paramLabel = "K",
            description =
                    "With --resume: what is changed acts after step K of that run; 0 is its noise.")
    Integer fromStep;

    /**
     * Where the run begins.
     *
     * @throws Refusal if there is no such run, or it has no such step
     */
    Beginning beginning(KeptRuns runs) {
        if (resume == null) {
            if (fromStep != null) {
                throw new Refusal(
                        "--from-step %d: name the run with --resume RUN.".formatted(fromStep));
            }
            return Beginning.NOISE;
        }
        Film film = runs.film(runs.named(resume));
        if (fromStep == null) {
            return new Beginning.Resumed(film);
        }
        if (!film.steps().contains(fromStep)) {
            throw new Refusal(
                    "--from-step %d: the run %s has the steps %s."
                            .formatted(fromStep, resume, film.steps()));
        }
        return new Beginning.Branch(film, fromStep);
    }

    /** The run whose steps are written on, or a new one's name. */
    String run(KeptRuns runs) {
        return resume != null && fromStep == null ? runs.named(resume) : runs.next();
    }
}
