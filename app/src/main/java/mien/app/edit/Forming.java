package mien.app.edit;

import java.util.List;
import java.util.function.Supplier;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;

/**
 * What becomes of a run: its steps go to the film and the canvas, its result to the versions.
 *
 * @param spec the one that is worked on
 */
record Forming<S extends EditSpec>(
        EditSystem<S> system,
        Supplier<S> spec,
        FilmReel film,
        Sight<S> sight,
        Results<S> results,
        Versions<S> versions)
        implements Runs.Audience<S> {

    @Override
    public void stepped(List<Frame> fresh) {
        film.add(fresh);
    }

    @Override
    public void formed(Frame newest) {
        sight.form(Shown.step(newest));
    }

    @Override
    public void made(Sampled<S> made) {
        film.keep(made.result());
        if (system.sameRun(made.spec(), spec.get())) { // else something was changed at the end
            sight.form(Shown.result(made.picture()));
            results.take(spec.get(), made);
        }
        versions.add(made, film.branchStep());
    }

    @Override
    public void overtaken(Sampled<S> made) {
        film.keep(made.result());
        versions.add(made, film.branchStep());
        film.begin();
    }
}
