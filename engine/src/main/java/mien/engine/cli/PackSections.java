package mien.engine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import mien.engine.edit.faceswap.ExpertSizes;
import mien.engine.edit.faceswap.SwapModel;
import mien.engine.edit.relight.RelightModel;
import mien.engine.face.S3fdDetector;
import mien.engine.flame.CodeLayout;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.train.DetectorLearner;
import mien.engine.train.EstimatorLearner;
import mien.engine.train.GazeLearner;
import mien.engine.train.IdentityLearner;
import mien.engine.train.LandmarkLearner;
import mien.engine.train.Learner;
import mien.engine.train.ParserLearner;
import mien.engine.train.PoseLearner;
import mien.engine.train.Recipe;
import mien.engine.train.RigLearner;
import mien.engine.train.SwapLearner;
import mien.engine.train.Training;

/** What a recipe knows of a pack's description: the sections of its network's file. */
final class PackSections {

    private static final int STEPS = 1000;
    private static final int LOOKED_AT = 256; // side at which faces are looked for
    private static final double TEMPERATURE = 0.6; // of a small network; see decision 7

    private PackSections() {}

    /** The sections that belong to the network, all of them and no others. */
    static ObjectNode of(Recipe recipe) {
        Learner learner = recipe.learns();
        if (learner instanceof RigLearner rig) {
            return RelightModel.rigSections(
                    recipe.size(),
                    rig.network(),
                    rig.encoder(),
                    new RelightModel.Diffusion(
                            STEPS, "linear", rig.predicts(), "ddim20", TEMPERATURE));
        }
        if (learner instanceof EstimatorLearner e) {
            return RelightModel.estimatorSections(
                    e.width(), e.hidden(), CodeLayout.of(BuiltinHead.rig()));
        }
        if (learner instanceof SwapLearner swap) {
            return SwapModel.unetSections(
                    recipe.size(),
                    swap.network(),
                    new SwapModel.Diffusion(STEPS, "linear", swap.predicts(), "100", 25));
        }
        if (learner instanceof IdentityLearner identity) {
            return SwapModel.expertSection(identity.role(), identity.network());
        }
        return SwapModel.expertSection(learner.role(), sizes(recipe));
    }

    /** What the section of an expert tells of it. */
    private static Record sizes(Recipe recipe) {
        if (recipe.learns() instanceof ParserLearner parser) {
            return new ExpertSizes.Parser(parser.side(), parser.network());
        }
        if (recipe.learns() instanceof GazeLearner gaze) {
            return gaze.network();
        }
        if (recipe.learns() instanceof LandmarkLearner landmarks) {
            return new ExpertSizes.Landmarks(landmarks.network(), landmarks.side(), false);
        }
        if (recipe.learns() instanceof DetectorLearner detector) {
            S3fdDetector.Input in = S3fdDetector.Input.published();
            return new ExpertSizes.Detector(
                    detector.network(), LOOKED_AT, in.blue(), in.green(), in.red());
        }
        if (recipe.learns() instanceof PoseLearner pose) {
            return new ExpertSizes.Pose(
                    Training.SIDE, pose.width(), pose.hidden(), PoseLearner.NUMBERS, 0);
        }
        throw new IllegalStateException("no pack has a file for " + recipe.learns());
    }
}
