package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mien.engine.checkpoint.Weights;
import mien.engine.face.Detection;
import mien.engine.face.FaceBox;
import mien.engine.face.S3fdDetector;
import mien.engine.net.S3fd;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.tensor.Aten;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Numbers;

/**
 * Where faces are (Zhang et al. 2017, section 3.4): cross-entropy over the priors of faces and
 * three times as many of the hardest others, and the smooth absolute error of the boxes.
 */
final class DetectorObjective implements Objective<DetectorObjective.Scenes> {

    private static final int UNSEEN = 60;
    private static final int SCENES = 40;
    private static final int SHOWN = 4;
    private static final int OTHERS = 3; // priors without a face for each with one
    private static final double FOUND = 0.5;

    private final Recipe recipe;
    private final DetectorLearner learner;
    private final Faces faces;
    private final Grain grain = new Grain();
    private final Once<Faces> unseen;

    DetectorObjective(Recipe recipe, DetectorLearner learner, Faces faces) {
        this.recipe = recipe;
        this.learner = learner;
        this.faces = faces;
        int others = Math.min(UNSEEN, recipe.data().people());
        unseen = new Once<>(() -> Faces.unseen(others, 1, faces.side()));
    }

    @Override
    public void build(Weights fresh) {
        new S3fd(fresh, learner.network());
    }

    /** The norms' scales begin as published: the finer a map, the larger. */
    @Override
    public Map<String, float[]> constants() {
        int n = learner.network().base();
        return Map.of(
                "conv3_3_norm.weight", filled(4 * n, 10),
                "conv4_3_norm.weight", filled(8 * n, 8),
                "conv5_3_norm.weight", filled(8 * n, 5));
    }

    private static float[] filled(int count, float value) {
        float[] all = new float[count];
        Arrays.fill(all, value);
        return all;
    }

    /**
     * @param side S
     * @param pictures blue, green, red less their means [N·3·S²]
     * @param face 1 at the priors of faces [N·priors]
     * @param offsets of their boxes [N·priors·4]
     */
    record Scenes(int side, float[] pictures, byte[] face, float[] offsets) {}

    @Override
    public Scenes batch(Recipe.Stage stage, long draw) {
        NoiseSource random = NoiseSource.of(recipe.seed(), draw);
        int side = stage.size();
        int priors = Priors.count(side);
        int n = stage.batch();
        Scenes scenes =
                new Scenes(
                        side,
                        new float[n * 3 * side * side],
                        new byte[n * priors],
                        new float[n * priors * 4]);
        for (int i = 0; i < n; i++) {
            Crowd crowd = Crowd.of(faces, side, learner.most(), random);
            grain.over(crowd.unit(), side, 1, random);
            float[] read = read(crowd.unit());
            System.arraycopy(read, 0, scenes.pictures, i * read.length, read.length);
            Priors truth = Priors.of(crowd.boxes(), side);
            System.arraycopy(truth.face(), 0, scenes.face, i * priors, priors);
            System.arraycopy(truth.offsets(), 0, scenes.offsets, 4 * i * priors, 4 * priors);
        }
        return scenes;
    }

    /** As the network reads a picture: blue, green, red over 0 to 255 less the published means. */
    private static float[] read(float[] unit) {
        S3fdDetector.Input input = S3fdDetector.Input.published();
        float[] mean = {input.blue(), input.green(), input.red()};
        int plane = unit.length / 3;
        float[] out = new float[unit.length];
        for (int i = 0; i < out.length; i++) {
            int c = i / plane;
            out[i] = 255 * unit[(2 - c) * plane + i % plane] - mean[c];
        }
        return out;
    }

    @Override
    public NDArray loss(Weights weights, NDManager manager, Scenes b) {
        int priors = Priors.count(b.side);
        int n = b.face.length / priors;
        NDArray x = manager.create(b.pictures, new Shape(n, 3, b.side, b.side));
        NDArray face =
                manager.create(
                        ByteBuffer.wrap(b.face), new Shape((long) n * priors), DataType.INT8);
        NDArray wanted = manager.create(b.offsets, new Shape((long) n * priors, 4));
        NDList classes = new NDList();
        NDList offsets = new NDList();
        for (S3fd.Level level : new S3fd(weights, learner.network()).forwardLearning(x)) {
            classes.add(level.classes().reshape(n, 2, -1));
            offsets.add(level.offsets().reshape(n, 4, -1));
        }
        NDArray said = NDArrays.concat(classes, 2).transpose(0, 2, 1).reshape(-1, 2); // N·priors,2
        NDArray boxes = NDArrays.concat(offsets, 2).transpose(0, 2, 1).reshape(-1, 4);
        NDArray here = face.toType(DataType.FLOAT32, false);
        float count = Math.max(1, here.sum().getFloat());
        NDArray losses = Aten.crossEntropy(said, face); // N·priors
        int hardest = (int) Math.min(OTHERS * count, losses.size() - count);
        NDArray others = losses.mul(here.neg().add(1)).topK(hardest, 0).get(0).sum();
        NDArray seen = Numbers.over(losses.mul(here).sum().add(others), count);
        NDArray off = boxes.sub(wanted).abs();
        NDArray smooth = // Girshick 2015, eq. 3
                NDArrays.where(off.lt(1f), Numbers.times(off.square(), 0.5), off.sub(0.5f));
        NDArray placed = Numbers.over(smooth.sum(new int[] {1}).mul(here).sum(), count);
        return seen.add(placed);
    }

    /**
     * Of faces in pictures of several people never seen, the share that is found with an overlap of
     * a half or more, and the share of what is found that is a face.
     */
    @Override
    public Map<String, Double> heldOut(Weights average, NDManager manager) {
        int faceCount = 0;
        int found = 0;
        int said = 0;
        for (int i = 0; i < SCENES; i++) {
            Crowd crowd = scene(i);
            List<Detection> all = detected(average, manager, crowd);
            said += all.size();
            for (FaceBox box : crowd.boxes()) {
                faceCount++;
                found += all.stream().anyMatch(d -> Priors.overlap(d.box(), box) >= FOUND) ? 1 : 0;
            }
        }
        return Map.of(
                "recall", (double) found / Math.max(1, faceCount),
                "precision", (double) found / Math.max(1, said));
    }

    private Crowd scene(int index) {
        return Crowd.of(unseen.get(), recipe.size(), learner.most(), new NoiseSource(index));
    }

    private List<Detection> detected(Weights average, NDManager manager, Crowd crowd) {
        S3fdDetector detector =
                new S3fdDetector(
                        new S3fd(average, learner.network()),
                        manager,
                        S3fdDetector.Input.published());
        return detector.faces(picture(crowd));
    }

    private Picture picture(Crowd crowd) {
        return Picture.ofPlanar(crowd.unit(), recipe.size(), recipe.size(), Range.UNIT);
    }

    /** Several people never seen, with the corners of the boxes that are found. */
    @Override
    public Picture sheet(Weights average, NDManager manager, Recipe.Stage stage) {
        List<Picture> row = new ArrayList<>();
        for (int i = 0; i < SHOWN; i++) {
            Crowd crowd = scene(i);
            Picture picture = picture(crowd);
            for (Detection d : detected(average, manager, crowd)) {
                picture = Dots.on(picture, outline(d.box()));
            }
            row.add(picture);
        }
        return ContactSheet.of(List.of(row));
    }

    private static float[] outline(FaceBox b) {
        int steps = 40;
        float[] points = new float[8 * steps];
        for (int k = 0; k < steps; k++) {
            float x = (float) (b.left() + b.width() * k / steps);
            float y = (float) (b.top() + b.height() * k / steps);
            float[] four = {
                x, (float) b.top(), x, (float) b.bottom(), (float) b.left(), y, (float) b.right(), y
            };
            System.arraycopy(four, 0, points, 8 * k, 8);
        }
        return points;
    }
}
