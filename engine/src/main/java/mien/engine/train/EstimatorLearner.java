package mien.engine.train;

/**
 * Picture to FLAME code and light.
 *
 * @param width base channels
 * @param hidden width between its two affine maps
 */
public record EstimatorLearner(int width, int hidden) implements Learner.OfHeads {

    @Override
    public String role() {
        return "estimator";
    }

    @Override
    public Objective<?> objective(Recipe recipe, PeopleCache people) {
        return new EstimatorObjective(recipe, this, people);
    }
}
