package mien.engine.train;

import mien.engine.net.BiSeNet;

/**
 * A network that tells the parts of a face.
 *
 * @param side of the pictures it reads, enlarged if they are smaller: its maps are eight times as
 *     coarse
 * @param network its sizes
 */
public record ParserLearner(int side, BiSeNet.Config network) implements Learner.OfFaces {

    @Override
    public String role() {
        return "parser";
    }

    @Override
    public Objective<?> objective(Recipe recipe, Faces people) {
        return new ParserObjective(recipe, this, people);
    }
}
