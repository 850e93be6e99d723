package mien.engine.train;

import mien.engine.face.Landmarks68;
import mien.engine.net.Fan;

/**
 * A network that finds the 68 points of a face whose box is known.
 *
 * @param side of the crops it reads
 * @param network its sizes
 */
public record LandmarkLearner(int side, Fan.Config network) implements Learner.OfFaces {

    public LandmarkLearner {
        if (network.landmarks() != Landmarks68.COUNT) {
            throw new IllegalArgumentException(
                    "a face has %d points, not %d."
                            .formatted(Landmarks68.COUNT, network.landmarks()));
        }
    }

    @Override
    public String role() {
        return "landmarks";
    }

    @Override
    public Objective<?> objective(Recipe recipe, Faces people) {
        return new LandmarkObjective(recipe, this, people);
    }
}
