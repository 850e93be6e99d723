package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mien.engine.checkpoint.Weights;
import mien.engine.face.FaceBox;
import mien.engine.face.FanCrop;
import mien.engine.face.HeatMaps;
import mien.engine.net.Fan;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Homography;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Numbers;

/**
 * The points of a face (Bulat and Tzimiropoulos 2017; reference diffface.md §8.4): squared errors
 * of the heat maps of every hourglass, peaks weighing more than emptiness. The crop follows a box
 * as a detector would give it, that is not quite.
 */
final class LandmarkObjective implements Objective<LandmarkObjective.Crops> {

    private static final int UNSEEN = 100;
    private static final int SHOWN = 6;
    private static final double SIGMA = 1.3;
    private static final float PEAK = 30; // as much more as emptiness weighs the top of a peak
    private static final double MOVED = 0.12; // of the box
    private static final double ENLARGED = 0.15;
    private static final double TURNED = 0.35; // radians

    private final Recipe recipe;
    private final LandmarkLearner learner;
    private final Faces faces;
    private final Patch patch;
    private final Peaks peaks;
    private final Grain grain = new Grain();
    private final Once<Faces> unseen;

    LandmarkObjective(Recipe recipe, LandmarkLearner learner, Faces faces) {
        this.recipe = recipe;
        this.learner = learner;
        this.faces = faces;
        int map = learner.side() / Fan.STRIDE;
        patch = new Patch(learner.side(), learner.side());
        peaks = new Peaks(map, map, SIGMA);
        int others = Math.min(UNSEEN, recipe.data().people());
        unseen = new Once<>(() -> Faces.unseen(others, 1, faces.side()));
    }

    @Override
    public void build(Weights fresh) {
        new Fan(fresh, learner.network(), Statistics.RUNNING);
    }

    /**
     * @param pictures crops over 0 to 1 [N·3·side²]
     * @param maps heat maps of their points [N·68·map²]
     */
    record Crops(float[] pictures, float[] maps) {}

    @Override
    public Crops batch(Recipe.Stage stage, long draw) {
        NoiseSource random = NoiseSource.of(recipe.seed(), draw);
        int n = stage.batch();
        int numbers = 3 * learner.side() * learner.side();
        int map = peaks.width() * peaks.height() * learner.network().landmarks();
        Crops crops = new Crops(new float[n * numbers], new float[n * map]);
        for (int i = 0; i < n; i++) {
            int index = random.integer(faces.complete());
            float[] picture = faces.picture(index, faces.side());
            grain.over(picture, faces.side(), 1, random);
            float[] points = faces.labels(index).landmarks();
            Homography from = from(missed(box(points), random), off(TURNED, random));
            float[] crop = patch.of(picture, faces.side(), from);
            System.arraycopy(crop, 0, crops.pictures, i * numbers, numbers);
            peaks.write(inMap(points, from), crops.maps, i * map);
        }
        return crops;
    }

    private static double off(double most, NoiseSource random) {
        return most * (2 * random.uniform() - 1);
    }

    /** The box of all points. */
    static FaceBox box(float[] points) {
        double left = points[0];
        double right = left;
        double top = points[1];
        double bottom = top;
        for (int i = 0; i < points.length; i += 2) {
            left = Math.min(left, points[i]);
            right = Math.max(right, points[i]);
            top = Math.min(top, points[i + 1]);
            bottom = Math.max(bottom, points[i + 1]);
        }
        return new FaceBox(left, top, right, bottom);
    }

    private static FaceBox missed(FaceBox b, NoiseSource random) {
        double dx = off(MOVED, random) * b.width();
        double dy = off(MOVED, random) * b.height();
        double more = off(ENLARGED, random) / 2;
        return new FaceBox(
                b.left() + dx - more * b.width(),
                b.top() + dy - more * b.height(),
                b.right() + dx + more * b.width(),
                b.bottom() + dy + more * b.height());
    }

    /** Where pixels of the crop around a box come from. */
    private Homography from(FaceBox box, double angle) {
        FanCrop crop = FanCrop.around(box);
        double side = 200 * crop.scale();
        return patch.rectangle(crop.cx() - side / 2, crop.cy() - side / 2, side, side, angle);
    }

    /** Points of the picture in pixels of a heat map, the first one's middle at 0. */
    private static float[] inMap(float[] points, Homography from) {
        Homography to = from.inverse();
        float[] out = new float[points.length];
        for (int i = 0; i < points.length; i += 2) {
            double x = points[i] - 0.5;
            double y = points[i + 1] - 0.5;
            double w = to.w(x, y);
            out[i] = (float) ((to.x(x, y) / w + 0.5) / Fan.STRIDE - 0.5);
            out[i + 1] = (float) ((to.y(x, y) / w + 0.5) / Fan.STRIDE - 0.5);
        }
        return out;
    }

    @Override
    public NDArray loss(Weights weights, NDManager manager, Crops batch) {
        NDArray x = onDevice(manager, batch.pictures);
        NDArray wanted =
                manager.create(
                        batch.maps,
                        new Shape(
                                x.getShape().get(0),
                                learner.network().landmarks(),
                                peaks.height(),
                                peaks.width()));
        NDArray weight = Numbers.times(wanted, PEAK).add(1f);
        NDArray sum = manager.create(0f);
        for (NDArray said :
                new Fan(weights, learner.network(), Statistics.BATCH).forwardLearning(x)) {
            sum = said.sub(wanted).square().mul(weight).mean().add(sum);
        }
        return sum;
    }

    private NDArray onDevice(NDManager manager, float[] pictures) {
        int side = learner.side();
        return manager.create(
                pictures, new Shape(pictures.length / (3L * side * side), 3, side, side));
    }

    /**
     * The mean distance of the points from the true ones, in pixels and over the distance of the
     * outer corners of the eyes ("NME"), given the true box.
     */
    @Override
    public Map<String, Double> heldOut(Weights average, NDManager manager) {
        Faces people = unseen.get();
        double pixels = 0;
        double relative = 0;
        for (int i = 0; i < people.complete(); i++) {
            float[] truth = people.labels(i).landmarks();
            float[] said = found(average, manager, i);
            double sum = 0;
            for (int k = 0; k < truth.length; k += 2) {
                sum += Math.hypot(truth[k] - said[k], truth[k + 1] - said[k + 1]);
            }
            double mean = 2 * sum / truth.length;
            pixels += mean;
            relative += mean / Math.hypot(truth[90] - truth[72], truth[91] - truth[73]);
        }
        return Map.of("pixels", pixels / people.complete(), "nme", relative / people.complete());
    }

    /** The points that the network finds in a person never seen, in pixels of the picture. */
    private float[] found(Weights average, NDManager manager, int index) {
        Faces people = unseen.get();
        Homography from = from(box(people.labels(index).landmarks()), 0);
        float[] crop = patch.of(people.picture(index, people.side()), people.side(), from);
        try (NDManager scratch = manager.newSubManager()) {
            NDArray maps =
                    new Fan(average, learner.network(), Statistics.RUNNING)
                            .forward(onDevice(scratch, crop));
            float[] points = HeatMaps.points(maps.toFloatArray(), peaks.width());
            for (int k = 0; k < points.length; k += 2) {
                double x = points[k] * Fan.STRIDE - 0.5;
                double y = points[k + 1] * Fan.STRIDE - 0.5;
                points[k] = (float) (from.x(x, y) + 0.5);
                points[k + 1] = (float) (from.y(x, y) + 0.5);
            }
            return points;
        }
    }

    /** People never seen: above with their true points, below with those that are found. */
    @Override
    public Picture sheet(Weights average, NDManager manager, Recipe.Stage stage) {
        Faces people = unseen.get();
        int side = people.side();
        List<Picture> truth = new ArrayList<>();
        List<Picture> said = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, people.complete()); i++) {
            Picture picture = Picture.ofPlanar(people.picture(i, side), side, side, Range.UNIT);
            truth.add(Dots.on(picture, people.labels(i).landmarks()));
            said.add(Dots.on(picture, found(average, manager, i)));
        }
        return ContactSheet.of(List.of(truth, said));
    }
}
