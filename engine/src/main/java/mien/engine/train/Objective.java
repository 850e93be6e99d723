package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.picture.Picture;
import mien.engine.tensor.Gradients;

/**
 * What a network learns: its tensors, its batches, its loss, and a sheet that shows how far it is.
 *
 * @param <B> a batch on the host
 */
interface Objective<B> extends AutoCloseable {

    /** Makes every tensor of the network by building it once from fresh weights. */
    void build(Weights fresh);

    /** Constants measured on the data before the first step, by tensor name. */
    default Map<String, float[]> constants() {
        return Map.of();
    }

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

    /** The backward pass of a loss: adds to the gradients of the masters. */
    default void backward(NDArray loss) {
        Gradients.backward(loss);
    }

    /** Whether a tensor belongs to the finished network, or only helps to learn it. */
    default boolean ships(String name) {
        return true;
    }

    /**
     * How well the moving average does on people it never saw, by name of the figure.
     *
     * @param manager owns what is made; closed afterwards
     */
    default Map<String, Double> heldOut(Weights average, NDManager manager) {
        return Map.of();
    }

    /**
     * Constants measured with the finished moving average, by tensor name; they replace its own.
     * Asked again whenever a finished training is written, so they must not add up.
     *
     * @param manager owns what is made; closed afterwards
     */
    default Map<String, float[]> settled(Weights average, NDManager manager) {
        return Map.of();
    }

    /**
     * A file to begin from as the tensors of this network.
     *
     * @param file another network's tensors by their names
     */
    default TensorSource beginning(TensorSource file) {
        return file;
    }

    /** Frees what the objective holds besides the network it teaches. */
    @Override
    default void close() {}

    /** Rows of pictures for people to judge by, made with the moving average. */
    Picture sheet(Weights average, NDManager manager, Recipe.Stage stage);
}
