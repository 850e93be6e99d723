package mien.engine.train;

import mien.engine.net.ArcFace;

/**
 * A network that tells whose face it sees.
 *
 * @param role {@code identity} for the one that guides, {@code judge} for the one that only
 *     measures
 * @param network its sizes
 * @param margin m of {@link ArcMargin} at the end, radians
 * @param growing batches over which the margin and the distortions of the pictures grow from 0
 * @param scale s of {@link ArcMargin}
 * @param traits weight of a second loss that helps to begin: the person's shape, colours and marks
 *     are read off the vector
 */
public record IdentityLearner(
        String role,
        ArcFace.Config network,
        double margin,
        int growing,
        double scale,
        double traits)
        implements Learner.OfFaces {

    public IdentityLearner {
        if (!role.equals("identity") && !role.equals("judge")) {
            throw new IllegalArgumentException(
                    "an identity network's role is identity or judge, not '" + role + "'.");
        }
    }

    @Override
    public Objective<?> objective(Recipe recipe, Faces people) {
        return new IdentityObjective(recipe, this, people);
    }
}
