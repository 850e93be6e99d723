package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import mien.engine.checkpoint.Weights;
import mien.engine.picture.Picture;

/**
 * What a network learns: its tensors, its batches, its loss, and a sheet that shows how far it is.
 *
 * @param <B> a batch on the host
 */
interface Objective<B> {

    /** Makes every tensor of the network by building it once from fresh weights. */
    void build(Weights fresh);

    /** Constants measured on the data before the first step, by tensor name. */
    Map<String, float[]> constants();

    /**
     * One batch; called on a thread of its own while the batch before is learnt from.
     *
     * @param stage side and batch size
     * @param draw batches drawn before, over all stages: pictures and noise follow from it and the
     *     recipe's seed
     */
    B batch(Recipe.Stage stage, long draw);

    /**
     * The loss of one batch, a scalar.
     *
     * @param weights the masters in the precision of the training, gradients attached
     * @param manager owns what is made of the batch; closed after the step
     */
    NDArray loss(Weights weights, NDManager manager, B batch);

    /** Whether a tensor belongs to the finished network, or only helps to learn it. */
    default boolean ships(String name) {
        return true;
    }

    /** Rows of pictures for people to judge by, made with the moving average. */
    Picture sheet(Weights average, NDManager manager, Recipe.Stage stage);
}
