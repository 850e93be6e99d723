package mien.app.edit;

import java.util.List;
import mien.app.history.Upkeep;
import mien.engine.edit.RunSettings;

/** What a person settled on: a spec, and how it is run. */
record Chosen<S>(S spec, RunSettings settings) {

    /** The upkeep of what is in the specs. */
    static <S> Upkeep<Chosen<S>> upkeep(Upkeep<S> of) {
        return new Upkeep<>() {
            @Override
            public void rest(Chosen<S> far, List<Chosen<S>> near) {
                of.rest(far.spec, near.stream().map(Chosen::spec).toList());
            }

            @Override
            public void wake(Chosen<S> near) {
                of.wake(near.spec);
            }

            @Override
            public long added(Chosen<S> version, Chosen<S> before) {
                return of.added(version.spec, before.spec);
            }
        };
    }
}
