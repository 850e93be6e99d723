package mien.app.edit;

import java.time.Duration;
import java.util.Optional;
import mien.app.job.Jobs;
import mien.app.job.Ongoing;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;

/**
 * Changes that act on the run that goes on: it goes on from where it stands once they rest, so that
 * a drag does not change it at every pixel. Belongs to the window's thread.
 */
final class Steering<S extends EditSpec> {

    private final EditSystem<S> system;
    private final Runs<S> runs;
    private final FilmReel film;
    private final Jobs jobs;
    private Optional<Ongoing> rest = Optional.empty(); // while a change waits for its rest

    Steering(EditSystem<S> system, Runs<S> runs, FilmReel film, Jobs jobs) {
        this.system = system;
        this.runs = runs;
        this.film = film;
        this.jobs = jobs;
    }

    /** Whether a change can act on the run, from its next step; one at a step is a branch. */
    boolean possible(S next) {
        return film.inspectedProperty().get().isEmpty()
                && runs.spec().filter(running -> system.steers(running, next)).isPresent();
    }

    /** A change was made, and will probably change again; it acts after a rest. */
    void soon(Duration pause, Runnable rested) {
        forget();
        rest = Optional.of(jobs.after(pause, rested));
    }

    /** Whether a change waits to act. */
    boolean waiting() {
        return rest.isPresent();
    }

    void forget() {
        rest.ifPresent(Ongoing::cancel);
        rest = Optional.empty();
    }

    /**
     * The run goes on with what was changed.
     *
     * @return whether it does; if not, it has ended meanwhile
     */
    boolean act(S spec, RunSettings settings) {
        forget();
        Optional<S> running = runs.spec();
        running.filter(s -> !system.sameRun(s, spec))
                .ifPresent(s -> film.turn(runs.steer(spec, settings)));
        return running.isPresent();
    }
}
