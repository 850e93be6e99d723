package mien.engine.train;

import mien.engine.net.EyeNetConfig;

/**
 * A network that tells where an eye looks, by seven landmarks of it.
 *
 * @param network its sizes
 * @param maps weight of the error of its heat maps against that of the angles
 */
public record GazeLearner(EyeNetConfig network, double maps) implements Learner.OfFaces {

    public GazeLearner {
        if (network.landmarks() != EyeCrop.LANDMARKS) {
            throw new IllegalArgumentException(
                    "drawn eyes have %d landmarks, not %d."
                            .formatted(EyeCrop.LANDMARKS, network.landmarks()));
        }
    }

    @Override
    public String role() {
        return "gaze";
    }

    @Override
    public Objective<?> objective(Recipe recipe, Faces people) {
        return new GazeObjective(recipe, this, people);
    }
}
