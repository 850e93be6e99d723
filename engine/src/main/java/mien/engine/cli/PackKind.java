package mien.engine.cli;

import java.util.Set;
import java.util.function.Consumer;
import mien.engine.edit.Pack;
import mien.engine.edit.faceswap.SwapModel;
import mien.engine.edit.relight.RelightModel;
import mien.engine.train.Learner;
import mien.engine.train.Recipe;

/** The packs that recipes bring up to date. */
enum PackKind {
    RELIGHT(
            "relight",
            "demo-relight",
            "Drawn portraits",
            Set.of("rig", "estimator"),
            RelightModel::of),
    FACE_SWAP(SwapModel.SYSTEM, "demo-faceswap", "Drawn faces", SwapModel.NEEDED, SwapModel::of);

    private final String system;
    private final String id;
    private final String title;
    private final Set<String> needed;
    private final Consumer<Pack> reader;

    PackKind(String system, String id, String title, Set<String> needed, Consumer<Pack> reader) {
        this.system = system;
        this.id = id;
        this.title = title;
        this.needed = needed;
        this.reader = reader;
    }

    /** The kind of pack that a recipe's network belongs to. */
    static PackKind of(Recipe recipe) {
        return recipe.learns() instanceof Learner.OfHeads ? RELIGHT : FACE_SWAP;
    }

    /** The editing system. */
    String system() {
        return system;
    }

    /** The name of a pack that is begun. */
    String id() {
        return id;
    }

    /** What people call it. */
    String title() {
        return title;
    }

    /**
     * Reads a pack that has all it needs as its system does: a description that nobody can read
     * must not be left behind unnoticed.
     *
     * @param roles of its files
     */
    void requireReadable(Pack pack, Set<String> roles) {
        if (roles.containsAll(needed)) {
            reader.accept(pack);
        }
    }
}
