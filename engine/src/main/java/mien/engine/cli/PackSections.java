package mien.engine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import mien.engine.edit.faceswap.SwapModel;
import mien.engine.edit.relight.RelightModel;
import mien.engine.flame.CodeLayout;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.train.EstimatorLearner;
import mien.engine.train.IdentityLearner;
import mien.engine.train.Learner;
import mien.engine.train.Recipe;
import mien.engine.train.RigLearner;
import mien.engine.train.SwapLearner;

/** What a recipe knows of a pack's description: the sections of its network's file. */
final class PackSections {

    private static final int STEPS = 1000;
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
            return SwapModel.expertSection(
                    identity.role(), identity.network());
        }
        throw new IllegalStateException("no pack has a file for " + learner);
    }
}
