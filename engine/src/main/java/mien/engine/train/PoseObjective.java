package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mien.engine.checkpoint.Weights;
import mien.engine.flame.FlameCode;
import mien.engine.flame.Rotation;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.net.CodeEstimator;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Numbers;

/** How a head is turned: the squared error of its rotation, axis times angle, standardised. */
final class PoseObjective implements Objective<PoseObjective.Turned> {

    private static final int UNSEEN = 200;
    private static final int SHOWN = 6;
    private static final float DEVIATION = 0.25f; // radians, about that of drawn people

    private final Recipe recipe;
    private final Faces faces;
    private final CodeEstimator.Config config;
    private final Grain grain = new Grain();
    private final Once<Faces> unseen;

    PoseObjective(Recipe recipe, PoseLearner learner, Faces faces) {
        this.recipe = recipe;
        this.faces = faces;
        config =
                new CodeEstimator.Config(
                        learner.width(), learner.hidden(), PoseLearner.NUMBERS, faces.side());
        int others = Math.min(UNSEEN, recipe.data().people());
        unseen = new Once<>(() -> Faces.unseen(others, 1, faces.side()));
    }

    @Override
    public void build(Weights fresh) {
        new CodeEstimator(fresh, config, Statistics.RUNNING);
    }

    @Override
    public Map<String, float[]> constants() {
        return Map.of(
                "code_mean", new float[PoseLearner.NUMBERS],
                "code_std", new float[] {DEVIATION, DEVIATION, DEVIATION});
    }

    /**
     * @param pictures over 0 to 1 [N·3·side²]
     * @param turns their heads' rotations [N·3]
     */
    record Turned(float[] pictures, float[] turns) {}

    @Override
    public Turned batch(Recipe.Stage stage, long draw) {
        NoiseSource random = NoiseSource.of(recipe.seed(), draw);
        int numbers = 3 * faces.side() * faces.side();
        Turned batch = new Turned(new float[stage.batch() * numbers], new float[stage.batch() * 3]);
        for (int i = 0; i < stage.batch(); i++) {
            int index = random.integer(faces.complete());
            float[] picture = faces.picture(index, faces.side());
            grain.over(picture, faces.side(), 1, random);
            System.arraycopy(picture, 0, batch.pictures, i * numbers, numbers);
            System.arraycopy(faces.labels(index).head(), 0, batch.turns, 3 * i, 3);
        }
        return batch;
    }

    @Override
    public NDArray loss(Weights weights, NDManager manager, Turned batch) {
        NDArray x = onDevice(manager, batch.pictures);
        NDArray turns =
                manager.create(batch.turns, new Shape(x.getShape().get(0), PoseLearner.NUMBERS));
        return new CodeEstimator(weights, config, Statistics.BATCH)
                .forwardLearning(x)
                .sub(Numbers.over(turns, DEVIATION))
                .square()
                .mean();
    }

    private NDArray onDevice(NDManager manager, float[] pictures) {
        int side = faces.side();
        return manager.create(
                pictures, new Shape(pictures.length / (3L * side * side), 3, side, side));
    }

    /** The mean angle between the rotation that is read and the true one, degrees. */
    @Override
    public Map<String, Double> heldOut(Weights average, NDManager manager) {
        Faces people = unseen.get();
        double sum = 0;
        double nothing = 0;
        for (int i = 0; i < people.complete(); i++) {
            float[] truth = people.labels(i).head();
            sum += Math.toDegrees(Rotation.angle(truth, read(average, manager, i)));
            nothing += Math.toDegrees(Rotation.angle(truth, new float[PoseLearner.NUMBERS]));
        }
        return Map.of(
                "degrees", sum / people.complete(), "degrees_nothing", nothing / people.complete());
    }

    private float[] read(Weights average, NDManager manager, int index) {
        try (NDManager scratch = manager.newSubManager()) {
            return new CodeEstimator(average, config, Statistics.RUNNING)
                    .forward(onDevice(scratch, unseen.get().picture(index, faces.side())))
                    .toFloatArray();
        }
    }

    /** People never seen and a head turned as theirs is read to be. */
    @Override
    public Picture sheet(Weights average, NDManager manager, Recipe.Stage stage) {
        Faces people = unseen.get();
        int side = people.side();
        HeadSketch sketch = new HeadSketch(side);
        List<Picture> pictures = new ArrayList<>();
        List<Picture> heads = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, people.complete()); i++) {
            float[] r = read(average, manager, i);
            FlameCode neutral = BuiltinHead.rig().neutral(5.5f);
            float[] pose = {r[0], r[1], r[2], 0, 0, 0};
            pictures.add(Picture.ofPlanar(people.picture(i, side), side, side, Range.UNIT));
            heads.add(sketch.of(neutral.withPose(pose)));
        }
        return ContactSheet.of(List.of(pictures, heads));
    }
}
