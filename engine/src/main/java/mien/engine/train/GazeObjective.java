package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mien.engine.checkpoint.Weights;
import mien.engine.face.Gaze;
import mien.engine.net.EyeNet;
import mien.engine.net.EyeNetConfig;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Picture;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Numbers;

/**
 * Where eyes look (Park et al. 2018; reference diffface.md §8.3): squared errors of the heat maps
 * of every hourglass, of the landmarks read off the last, and of pitch and yaw. The boxes are moved
 * a little, since whoever finds landmarks errs.
 */
final class GazeObjective implements Objective<GazeObjective.Eyes> {

    private static final int UNSEEN = 200;
    private static final int SHOWN = 8;
    private static final double SIGMA = 1.5;
    private static final double MOVED = 1.2; // pixels of the picture
    private static final double ENLARGED = 0.2;
    private static final float ANGLES = 20;
    private static final float PLACES = 0.02f; // a landmark's error counts in map pixels

    private final Recipe recipe;
    private final GazeLearner learner;
    private final Faces faces;
    private final EyeNetConfig config;
    private final Patch patch;
    private final Peaks peaks;
    private final Grain grain = new Grain();
    private final Once<Faces> unseen;

    GazeObjective(Recipe recipe, GazeLearner learner, Faces faces) {
        this.recipe = recipe;
        this.learner = learner;
        this.faces = faces;
        config = learner.network();
        patch = new Patch(config.width(), config.height());
        peaks = new Peaks(config.width() / 2, config.height() / 2, SIGMA);
        int others = Math.min(UNSEEN, recipe.data().people());
        unseen = new Once<>(() -> Faces.unseen(others, 1, faces.side()));
    }

    @Override
    public void build(Weights fresh) {
        new EyeNet(fresh, config, Statistics.RUNNING);
    }

    /**
     * @param grey eyes [N·height·width]
     * @param places y and x of their landmarks in map pixels [N·7·2]
     * @param maps their heat maps [N·7·h·w]
     * @param gaze pitch and yaw [N·2]
     */
    record Eyes(float[] grey, float[] places, float[] maps, float[] gaze) {}

    @Override
    public Eyes batch(Recipe.Stage stage, long draw) {
        NoiseSource random = NoiseSource.of(recipe.seed(), draw);
        int n = stage.batch();
        int pixels = config.width() * config.height();
        int map = EyeCrop.LANDMARKS * pixels / 4;
        Eyes eyes =
                new Eyes(
                        new float[n * pixels],
                        new float[n * 2 * EyeCrop.LANDMARKS],
                        new float[n * map],
                        new float[n * 2]);
        for (int i = 0; i < n; i++) {
            int index = random.integer(faces.complete());
            boolean right = random.uniform() < 0.5;
            float[] picture = faces.picture(index, faces.side());
            grain.over(picture, faces.side(), 1, random);
            Labels labels = faces.labels(index);
            EyeCrop.Box box =
                    EyeCrop.Box.of(labels, faces.side(), right)
                            .moved(
                                    off(MOVED, random),
                                    off(MOVED, random),
                                    1 + off(ENLARGED, random));
            EyeCrop eye = EyeCrop.of(picture, labels, right, box, patch);
            float[] inMap = new float[eye.landmarks().length];
            for (int k = 0; k < inMap.length; k++) {
                inMap[k] = (eye.landmarks()[k] - 0.5f) / 2;
                eyes.places[i * inMap.length + (k ^ 1)] = inMap[k]; // y before x
            }
            System.arraycopy(eye.grey(), 0, eyes.grey, i * pixels, pixels);
            peaks.write(inMap, eyes.maps, i * map);
            System.arraycopy(labels.gaze(), 0, eyes.gaze, 2 * i, 2);
        }
        return eyes;
    }

    private static double off(double most, NoiseSource random) {
        return most * (2 * random.uniform() - 1);
    }

    @Override
    public NDArray loss(Weights weights, NDManager manager, Eyes e) {
        int n = e.gaze.length / 2;
        EyeNet.Answer said =
                new EyeNet(weights, config, Statistics.BATCH)
                        .forwardLearning(onDevice(manager, e.grey));
        Shape one = new Shape(n, 1, EyeCrop.LANDMARKS, peaks.height(), peaks.width());
        NDArray maps = said.heatMaps().sub(manager.create(e.maps, one)).square().mean();
        NDArray off =
                said.landmarks().sub(manager.create(e.places, new Shape(n, EyeCrop.LANDMARKS, 2)));
        NDArray places = // one that lies outside has no place
                Numbers.within(off, -10, 10).square().mean();
        NDArray angles = said.gaze().sub(manager.create(e.gaze, new Shape(n, 2))).square().mean();
        return Numbers.times(maps, learner.maps())
                .add(Numbers.times(places, PLACES))
                .add(Numbers.times(angles, ANGLES));
    }

    private NDArray onDevice(NDManager manager, float[] grey) {
        int pixels = config.width() * config.height();
        return manager.create(
                grey, new Shape(grey.length / pixels, config.height(), config.width()));
    }

    /** The mean angle between the gaze that is read and the true one, degrees. */
    @Override
    public Map<String, Double> heldOut(Weights average, NDManager manager) {
        Faces people = unseen.get();
        EyeNet net = new EyeNet(average, config, Statistics.RUNNING);
        double sum = 0;
        double nothing = 0;
        for (int i = 0; i < people.complete(); i++) {
            float[] truth = people.labels(i).gaze();
            Gaze gaze = new Gaze(truth[0], truth[1]);
            nothing += gaze.degreesFrom(new Gaze(0, 0));
            for (boolean right : new boolean[] {false, true}) {
                try (NDManager scratch = manager.newSubManager()) {
                    float[] said =
                            net.forward(onDevice(scratch, eye(i, right).grey()))
                                    .gaze()
                                    .toFloatArray();
                    sum += gaze.degreesFrom(new Gaze(said[0], said[1])) / 2;
                }
            }
        }
        return Map.of(
                "degrees", sum / people.complete(), "degrees_nothing", nothing / people.complete());
    }

    private EyeCrop eye(int index, boolean right) {
        Faces people = unseen.get();
        Labels labels = people.labels(index);
        EyeCrop.Box box = EyeCrop.Box.of(labels, people.side(), right);
        return EyeCrop.of(people.picture(index, people.side()), labels, right, box, patch);
    }

    /** Eyes of people never seen: above with the true landmarks, below with those that are read. */
    @Override
    public Picture sheet(Weights average, NDManager manager, Recipe.Stage stage) {
        EyeNet net = new EyeNet(average, config, Statistics.RUNNING);
        List<Picture> truth = new ArrayList<>();
        List<Picture> said = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, unseen.get().complete()); i++) {
            EyeCrop eye = eye(i, i % 2 == 1);
            truth.add(marked(eye.grey(), eye.landmarks()));
            float[] read = net.forward(onDevice(manager, eye.grey())).landmarks().toFloatArray();
            float[] places = new float[read.length];
            for (int k = 0; k < places.length; k++) {
                places[k ^ 1] = 2 * read[k] + 0.5f;
            }
            said.add(marked(eye.grey(), places));
        }
        return ContactSheet.of(List.of(truth, said));
    }

    private Picture marked(float[] grey, float[] points) {
        return Dots.on(Dots.grey(grey, patch.width()), points);
    }
}
