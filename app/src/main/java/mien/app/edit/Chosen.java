package mien.app.edit;

import mien.app.history.Upkeep;
import mien.engine.edit.RunSettings;

/** What a person settled on: a spec, and how it is run. */
record Chosen<S>(S spec, RunSettings settings) {

    /** The upkeep of what is in the specs. */
    static <S> Upkeep<Chosen<S>> upkeep(Upkeep<S> of) {
        return new Upkeep<>() {
            @Override
            public void rest(Chosen<S> left, Chosen<S> now) {
                of.rest(left.spec, now.spec);
            }

            @Override
            public long added(Chosen<S> version, Chosen<S> before) {
                return of.added(version.spec, before.spec);
            }
        };
    }
}
