package mien.engine.cli;

import mien.engine.model.ModelPack;
import mien.engine.picture.export.Provenance;

/** What the files of the verbs say of who made them. */
final class Made {

    private Made() {}

    /** An edit of a photograph. */
    static Provenance by(String system, ModelPack pack) {
        return Provenance.edit(
                Provenance.thisTool(),
                "Mien %s, %s".formatted(system, pack.title()),
                pack.version());
    }
}
