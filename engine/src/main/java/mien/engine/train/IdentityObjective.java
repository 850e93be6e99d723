package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import mien.engine.checkpoint.Weights;
import mien.engine.net.ArcFace;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Numbers;

/**
 * ArcFace on drawn people (Deng et al. 2019): pictures of one person, in whatever pose, light, hair
 * and clothes, seen as {@link Glimpse} has it, point in one direction.
 */
final class IdentityObjective implements Objective<IdentityObjective.Seen> {

    private static final String TRAITS = "traits";
    private static final String BIAS = "bn3.bias";
    private static final int KNOWN = 400;
    private static final int UNSEEN = 200;
    private static final int SHOWN = 8;
    private static final int LEAST = 4; // two looks of two people

    private final Recipe recipe;
    private final IdentityLearner learner;
    private final Faces faces;
    private final ArcFace.Config config;
    private final Glimpse glimpse;
    private final Once<Faces> unseen;

    IdentityObjective(Recipe recipe, IdentityLearner learner, Faces faces) {
        this.recipe = recipe;
        this.learner = learner;
        this.faces = faces;
        config = learner.network();
        glimpse = new Glimpse(config.side());
        int others = Math.min(UNSEEN, recipe.data().people());
        unseen = new Once<>(() -> Faces.unseen(others, 2, faces.side()));
        if (faces.looks() < 2 || recipe.stages().stream().anyMatch(s -> s.batch() < LEAST)) {
            throw new IllegalArgumentException(
                    "recipe %s: who learns to know people needs two looks of each, and %d pictures a batch."
                            .formatted(recipe.name(), LEAST));
        }
    }

    @Override
    public void build(Weights fresh) {
        new ArcFace(fresh, config, Statistics.RUNNING);
        traits(fresh);
    }

    /** Reads the traits of a person off the vector; helps to learn, is not shipped. */
    private Layer traits(Weights w) {
        return Layers.linear(w.at(TRAITS), config.embedding(), Traits.COUNT);
    }

    @Override
    public boolean ships(String name) {
        return !name.startsWith(TRAITS);
    }

    /**
     * One look of each of n people, then another look of each.
     *
     * @param pictures [2n·3·side²]
     * @param traits of the people [n·traits]
     * @param draw batches drawn before
     */
    record Seen(float[] pictures, float[] traits, long draw) {}

    @Override
    public Seen batch(Recipe.Stage stage, long draw) {
        NoiseSource random = NoiseSource.of(recipe.seed(), draw);
        int n = Math.min(stage.batch() / 2, faces.people());
        int numbers = 3 * config.side() * config.side();
        float[] pictures = new float[2 * n * numbers];
        float[] traits = new float[n * Traits.COUNT];
        Set<Integer> people = new LinkedHashSet<>();
        while (people.size() < n) {
            people.add(random.integer(faces.people()));
        }
        int i = 0;
        for (int person : people) {
            int look = random.integer(faces.looks());
            int other = (look + 1 + random.integer(faces.looks() - 1)) % faces.looks();
            float[] one = seen(person * faces.looks() + look, draw, random);
            float[] two = seen(person * faces.looks() + other, draw, random);
            System.arraycopy(one, 0, pictures, i * numbers, numbers);
            System.arraycopy(two, 0, pictures, (n + i) * numbers, numbers);
            float[] known = Traits.of(faces.identity(person * faces.looks()));
            System.arraycopy(known, 0, traits, i * Traits.COUNT, Traits.COUNT);
            i++;
        }
        return new Seen(pictures, traits, draw);
    }

    private float[] seen(int index, long draw, NoiseSource random) {
        float[] picture = faces.picture(index, faces.side());
        return glimpse.drawn(picture, faces.parsing(index), grown(draw), random);
    }

    /** From 0 to 1 over the first batches. */
    private double grown(long draw) {
        return Math.min(1, (draw + 1.0) / Math.max(1, learner.growing()));
    }

    @Override
    public NDArray loss(Weights weights, NDManager manager, Seen batch) {
        NDArray vectors =
                new ArcFace(weights, config, Statistics.BATCH)
                        .forwardLearning(onDevice(manager, batch.pictures)); // 2n,D
        NDList looks = vectors.split(2); // n,D each
        int n = (int) looks.get(0).getShape().get(0);
        int[] who = IntStream.range(0, n).toArray();
        ArcMargin margin = new ArcMargin(grown(batch.draw) * learner.margin(), learner.scale());
        NDArray known = manager.create(batch.traits, new Shape(n, Traits.COUNT));
        NDArray read = traits(weights).forward(vectors); // 2n,traits
        NDArray error = read.sub(known.concat(known, 0)).square().mean();
        NDArray there = margin.loss(looks.get(0), looks.get(1), who);
        NDArray back = margin.loss(looks.get(1), looks.get(0), who);
        return Numbers.over(there.add(back), 2).add(Numbers.times(error, learner.traits()));
    }

    private NDArray onDevice(NDManager manager, float[] pictures) {
        int side = config.side();
        return manager.create(
                pictures, new Shape(pictures.length / (3L * side * side), 3, side, side));
    }

    /**
     * The last norm's bias, such that the vectors of pictures as they are used, with a mask and
     * without, are zero on average. The norm learns the statistics of pictures that chance has
     * worked on; those of clean ones lie to one side of them, and everybody would look alike.
     */
    @Override
    public Map<String, float[]> settled(Weights average, NDManager manager) {
        ArcFace net = new ArcFace(average, config, Statistics.RUNNING);
        int people = Math.min(KNOWN, faces.people());
        float[] mean = new float[config.embedding()];
        for (int person = 0; person < people; person++) {
            int index = person * faces.looks() + person % faces.looks();
            float[] picture = faces.picture(index, faces.side());
            float[][] views = {
                glimpse.plain(picture), glimpse.masked(picture, faces.parsing(index))
            };
            for (float[] view : views) {
                try (NDManager scratch = manager.newSubManager()) {
                    float[] v = net.forward(onDevice(scratch, view)).toFloatArray();
                    for (int k = 0; k < mean.length; k++) {
                        mean[k] += v[k] / (people * views.length);
                    }
                }
            }
        }
        float[] bias = average.exact(BIAS, config.embedding()).toFloatArray();
        for (int k = 0; k < bias.length; k++) {
            bias[k] -= mean[k];
        }
        return Map.of(BIAS, bias);
    }

    /** How well two looks of people are told from looks of others. */
    @Override
    public Map<String, Double> heldOut(Weights average, NDManager manager) {
        float[][] plain = vectors(average, manager, 0, false);
        float[][] other = vectors(average, manager, 1, false);
        float[][] masked = vectors(average, manager, 1, true);
        return new Likeness(plain, other)
                .figures("", new Likeness(plain, masked).figures("masked_", Map.of()));
    }

    /** The unit vectors of one look of all people never seen. */
    private float[][] vectors(Weights average, NDManager manager, int look, boolean masked) {
        Faces people = unseen.get();
        ArcFace net = new ArcFace(average, config, Statistics.RUNNING);
        float[][] all = new float[people.people()][];
        for (int person = 0; person < all.length; person++) {
            int index = person * people.looks() + look;
            float[] picture = people.picture(index, people.side());
            float[] seen =
                    masked
                            ? glimpse.masked(picture, people.parsing(index))
                            : glimpse.plain(picture);
            try (NDManager scratch = manager.newSubManager()) {
                all[person] = ArcMargin.unit(net.forward(onDevice(scratch, seen))).toFloatArray();
            }
        }
        return all;
    }

    /** People never seen, another look of each, and whom else the network takes it for. */
    @Override
    public Picture sheet(Weights average, NDManager manager, Recipe.Stage stage) {
        Likeness likeness =
                new Likeness(
                        vectors(average, manager, 0, false), vectors(average, manager, 1, false));
        List<Picture> first = new ArrayList<>();
        List<Picture> second = new ArrayList<>();
        List<Picture> nearest = new ArrayList<>();
        for (int person = 0; person < Math.min(SHOWN, unseen.get().people()); person++) {
            first.add(picture(person, 0));
            second.add(picture(person, 1));
            nearest.add(picture(likeness.nearest(person), 0));
        }
        return ContactSheet.of(List.of(first, second, nearest));
    }

    private Picture picture(int person, int look) {
        Faces people = unseen.get();
        return Picture.ofPlanar(
                people.picture(person * people.looks() + look, people.side()),
                people.side(),
                people.side(),
                Range.UNIT);
    }
}
