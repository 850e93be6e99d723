package mien.engine.train;

import ai.djl.ndarray.NDArray;
import java.util.ArrayDeque;
import java.util.Deque;
import mien.engine.net.AdmUnet;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.tensor.Gradients;

/**
 * How a U-Net passes forward while it learns: keeping all that the backward pass needs, or only
 * what enters each block (gradient checkpointing, Chen et al. 2016). Then the gradient of the loss
 * ends at the last block, and the blocks take it on in reverse.
 */
final class UnetPasses {

    private final boolean checkpointing;
    private final Deque<AdmUnet.Replay> open = new ArrayDeque<>(); // the newest first

    UnetPasses(boolean checkpointing) {
        this.checkpointing = checkpointing;
    }

    /** ε̂ or whatever else the network predicts, [N, C, H, W] float32. */
    NDArray forward(AdmUnet net, NDArray x, double[] steps, Conditions conditions) {
        if (!checkpointing) {
            return net.forwardLearning(x, steps, conditions);
        }
        AdmUnet.Replay replay = net.forwardCheckpointed(x, steps, conditions);
        open.push(replay);
        return replay.output();
    }

    /** The backward pass of a loss that was made of passes, once. */
    void backward(NDArray loss) {
        if (open.isEmpty()) {
            Gradients.backward(loss);
            return;
        }
        Gradients.backwardKeeping(loss); // conditions are gone back through once more
        while (!open.isEmpty()) {
            open.pop().backward();
        }
    }
}
