package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import mien.engine.checkpoint.Weights;
import mien.engine.picture.Picture;

/** What a network learns: its tensors, its loss on a batch, and a sheet that shows how far it is. */
interface Objective {

    /** Makes every tensor of the network by building it once from fresh weights. */
    void build(Weights fresh);

    /** Constants measured on the data before the first step, by tensor name. */
    Map<String, float[]> constants();

    /**
     * The loss of one batch, a scalar.
     *
     * @param weights the masters in the precision of the training, gradients attached
     * @param manager owns the batch; closed after the step
     * @param stage side and batch size
     * @param step counted over all stages: batches and noise follow from it and the recipe's seed
     */
    NDArray loss(Weights weights, NDManager manager, Recipe.Stage stage, long step);

    /** Rows of pictures for people to judge by, made with the moving average, and figures in the log. */
    Picture sheet(Weights average, NDManager manager, Recipe.Stage stage);
}
