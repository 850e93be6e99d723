package mien.engine.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A network that can be learnt: its sizes, and what its loss is made of. In a recipe it stands
 * under its kind: {@code "learns": {"rig": {…}}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = RigLearner.class, name = "rig"),
    @JsonSubTypes.Type(value = EstimatorLearner.class, name = "estimator"),
    @JsonSubTypes.Type(value = IdentityLearner.class, name = "identity"),
    @JsonSubTypes.Type(value = SwapLearner.class, name = "swap"),
    @JsonSubTypes.Type(value = ParserLearner.class, name = "parser"),
    @JsonSubTypes.Type(value = GazeLearner.class, name = "gaze"),
    @JsonSubTypes.Type(value = LandmarkLearner.class, name = "landmarks"),
    @JsonSubTypes.Type(value = DetectorLearner.class, name = "detector"),
    @JsonSubTypes.Type(value = PoseLearner.class, name = "pose")
})
public sealed interface Learner permits Learner.OfHeads, Learner.OfFaces {

    /** The file of the network in a pack, without its ending. */
    String role();

    /** What learns from portraits with the buffers and the code of their head. */
    sealed interface OfHeads extends Learner permits RigLearner, EstimatorLearner {
        Objective<?> objective(Recipe recipe, PeopleCache people);
    }

    /** What learns from portraits with the labels of their face. */
    sealed interface OfFaces extends Learner
            permits IdentityLearner,
                    SwapLearner,
                    ParserLearner,
                    GazeLearner,
                    LandmarkLearner,
                    DetectorLearner,
                    PoseLearner {
        Objective<?> objective(Recipe recipe, Faces people);
    }
}
