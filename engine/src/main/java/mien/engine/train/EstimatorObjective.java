package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mien.engine.checkpoint.Weights;
import mien.engine.flame.CodeLayout;
import mien.engine.net.CodeEstimator;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.tensor.Aten;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Numbers;

/**
 * Picture to FLAME code: weighted mean squared error of the standardised code. Pictures are grained
 * and sometimes softened, so that the estimator also reads pictures that a network drew.
 */
final class EstimatorObjective implements Objective<EstimatorObjective.Read> {

    private static final float LEAST_DEVIATION = 1e-4f;
    private static final int MEASURED = 2000;
    private static final float WHO = 0.4f;
    private static final float EXPRESSION = 3;
    private static final float POSE = 2;
    private static final int POSE_NUMBERS = 6;

    private final Recipe recipe;
    private final PeopleCache cache;
    private final CodeEstimator.Config config;
    private final int side;
    private final float[] mean;
    private final float[] deviation;
    private final float[] importance;

    EstimatorObjective(Recipe recipe, EstimatorLearner sizes, PeopleCache cache) {
        this.recipe = recipe;
        this.cache = cache;
        side = recipe.size();
        int count = cache.layout().count();
        config = new CodeEstimator.Config(sizes.width(), sizes.hidden(), count, side);
        int n = Math.min(MEASURED, cache.complete());
        double[] sum = new double[count];
        double[] squares = new double[count];
        for (int i = 0; i < n; i++) {
            float[] code = cache.code(i);
            for (int k = 0; k < count; k++) {
                sum[k] += code[k];
                squares[k] += code[k] * (double) code[k];
            }
        }
        mean = new float[count];
        deviation = new float[count];
        for (int k = 0; k < count; k++) {
            mean[k] = (float) (sum[k] / n);
            double variance = squares[k] / n - mean[k] * (double) mean[k];
            deviation[k] = Math.max(LEAST_DEVIATION, (float) Math.sqrt(Math.max(0, variance)));
        }
        importance = importance(cache.layout());
    }

    /**
     * How much each number counts. What an edit changes counts more than who it is; the mean is 1.
     */
    private static float[] importance(CodeLayout layout) {
        float[] all = new float[layout.count()];
        int expression = layout.shape() + layout.texture();
        int pose = expression + layout.expression();
        Arrays.fill(all, 0, expression, WHO);
        Arrays.fill(all, expression, pose, EXPRESSION);
        Arrays.fill(all, pose, all.length, 1);
        Arrays.fill(all, pose, pose + POSE_NUMBERS, POSE);
        double mean = IntStream.range(0, all.length).mapToDouble(i -> all[i]).average().orElse(1);
        for (int i = 0; i < all.length; i++) {
            all[i] /= (float) mean;
        }
        return all;
    }

    @Override
    public void build(Weights fresh) {
        new CodeEstimator(fresh, config, Statistics.RUNNING);
    }

    @Override
    public Map<String, float[]> constants() {
        return Map.of("code_mean", mean, "code_std", deviation);
    }

    /** Pictures and standardised codes, on the host, and how many batches were drawn before. */
    record Read(float[] pictures, float[] codes, long draw) {}

    @Override
    public Read batch(Recipe.Stage stage, long draw) {
        NoiseSource random = NoiseSource.of(recipe.seed(), 2 * draw);
        int[] indices = new int[stage.batch()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = random.integer(cache.complete());
        }
        return new Read(pictures(indices), standardised(indices), draw);
    }

    @Override
    public NDArray loss(Weights weights, NDManager manager, Read batch) {
        NDArray x = onDevice(manager, batch.pictures());
        NDArray codes = manager.create(batch.codes(), new Shape(x.getShape().get(0), mean.length));
        NDArray read =
                new CodeEstimator(weights, config, Statistics.BATCH)
                        .forwardLearning(
                                degraded(x, NoiseSource.of(recipe.seed(), 2 * batch.draw() + 1)));
        return read.sub(codes).square().mul(manager.create(importance)).mean();
    }

    private NDArray onDevice(NDManager manager, float[] pictures) {
        return manager.create(
                pictures, new Shape(pictures.length / (3L * side * side), 3, side, side));
    }

    /** Every batch is grained a little, one in six softened. */
    private NDArray degraded(NDArray x, NoiseSource random) {
        NDArray seen =
                random.uniform() < 1 / 6.0 ? Aten.bilinear(Aten.averagePool2(x), side, side) : x;
        return seen.add(Numbers.times(random.like(x), 0.05 * random.uniform()));
    }

    private float[] pictures(int[] indices) {
        int pixels = 3 * side * side;
        float[] all = new float[indices.length * pixels];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(cache.picture(indices[i], side), 0, all, i * pixels, pixels);
        }
        return all;
    }

    private float[] standardised(int[] indices) {
        int count = mean.length;
        float[] all = new float[indices.length * count];
        for (int i = 0; i < indices.length; i++) {
            float[] code = cache.code(indices[i]);
            for (int k = 0; k < count; k++) {
                all[i * count + k] = (code[k] - mean[k]) / deviation[k];
            }
        }
        return all;
    }

    /** Portraits beside the head that the estimator reads from them. */
    @Override
    public Picture sheet(Weights average, NDManager manager, Recipe.Stage stage) {
        int[] shown = {0, cache.complete() / 3, cache.complete() / 2, cache.complete() - 1};
        NDArray codes =
                new CodeEstimator(average, config, Statistics.RUNNING)
                        .forward(onDevice(manager, pictures(shown)));
        HeadSketch sketch = new HeadSketch(side);
        List<Picture> above = new ArrayList<>();
        List<Picture> below = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            float[] picture = cache.picture(shown[i], side);
            above.add(Picture.ofPlanar(picture, side, side, Range.UNIT));
            below.add(sketch.of(cache.layout().unpack(codes.get(i).toFloatArray())));
        }
        return ContactSheet.of(List.of(above, below));
    }
}
