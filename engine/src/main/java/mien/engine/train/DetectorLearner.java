package mien.engine.train;

import mien.engine.net.S3fd;

/**
 * A network that finds faces.
 *
 * @param network its sizes
 * @param most people in one picture
 */
public record DetectorLearner(S3fd.Config network, int most) implements Learner.OfFaces {

    @Override
    public String role() {
        return "detector";
    }

    @Override
    public Objective<?> objective(Recipe recipe, Faces people) {
        return new DetectorObjective(recipe, this, people);
    }
}
