package mien.engine.train;

/**
 * A network that tells how a head is turned.
 *
 * @param width base channels
 * @param hidden width between its two affine maps
 */
public record PoseLearner(int width, int hidden) implements Learner.OfFaces {

    /** Axis times angle. */
    public static final int NUMBERS = 3;

    @Override
    public String role() {
        return "pose";
    }

    @Override
    public Objective<?> objective(Recipe recipe, Faces people) {
        return new PoseObjective(recipe, this, people);
    }
}
