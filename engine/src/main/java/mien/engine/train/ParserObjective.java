package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mien.engine.checkpoint.Weights;
import mien.engine.face.FaceParts;
import mien.engine.face.ImageNet;
import mien.engine.net.BiSeNet;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.tensor.Aten;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Numbers;
import mien.engine.world.Parsing;

/**
 * The parts of a face (Yu et al. 2018; reference diffface.md §8.2): cross-entropy of three answers,
 * over the pixels that are hardest ("OHEM", Shrivastava et al. 2016): those given less than 0.7,
 * and at least a sixteenth of all.
 */
final class ParserObjective implements Objective<ParserObjective.Parsed> {

    private static final int UNSEEN = 64;
    private static final int SHOWN = 6;
    private static final double SURE = -Math.log(0.7);
    private static final int LEAST_SHARE = 16;

    private final Recipe recipe;
    private final ParserLearner learner;
    private final Faces faces;
    private final Grain grain = new Grain();
    private final Once<Faces> unseen;

    ParserObjective(Recipe recipe, ParserLearner learner, Faces faces) {
        this.recipe = recipe;
        this.learner = learner;
        this.faces = faces;
        int others = Math.min(UNSEEN, recipe.data().people());
        unseen = new Once<>(() -> Faces.unseen(others, 1, faces.side()));
    }

    @Override
    public void build(Weights fresh) {
        new BiSeNet(fresh, learner.network(), Statistics.RUNNING);
    }

    /**
     * @param pictures ImageNet-normalised [N·3·S²]
     * @param classes of every pixel [N·S²]
     */
    record Parsed(float[] pictures, byte[] classes) {}

    @Override
    public Parsed batch(Recipe.Stage stage, long draw) {
        NoiseSource random = NoiseSource.of(recipe.seed(), draw);
        int side = faces.side();
        float[] pictures = new float[stage.batch() * 3 * side * side];
        byte[] classes = new byte[stage.batch() * side * side];
        for (int i = 0; i < stage.batch(); i++) {
            int index = random.integer(faces.complete());
            float[] picture = faces.picture(index, side);
            grain.over(picture, side, 1, random);
            float[] normal = ImageNet.standardised(picture);
            System.arraycopy(normal, 0, pictures, i * normal.length, normal.length);
            System.arraycopy(faces.parsing(index), 0, classes, i * side * side, side * side);
        }
        return new Parsed(pictures, classes);
    }

    @Override
    public NDArray loss(Weights weights, NDManager manager, Parsed batch) {
        int side = faces.side();
        int n = batch.classes.length / (side * side);
        NDArray x = onDevice(manager, batch.pictures, n);
        NDArray classes =
                manager.create(
                        ByteBuffer.wrap(batch.classes), new Shape(n, side, side), DataType.INT8);
        BiSeNet.Answers said =
                new BiSeNet(weights, learner.network(), Statistics.BATCH).forwardLearning(x);
        return hardest(said.out(), classes)
                .add(hardest(said.out16(), classes))
                .add(hardest(said.out32(), classes));
    }

    /** Pictures as the network reads them. */
    private NDArray onDevice(NDManager manager, float[] pictures, int n) {
        int side = faces.side();
        NDArray x = manager.create(pictures, new Shape(n, 3, side, side));
        return side == learner.side() ? x : Aten.bilinear(x, learner.side(), learner.side());
    }

    /** The mean loss of the hardest pixels. */
    private NDArray hardest(NDArray logits, NDArray classes) {
        int side = faces.side();
        NDArray near = side == learner.side() ? logits : Aten.bilinear(logits, side, side);
        NDArray losses = Aten.crossEntropy(near, classes).flatten(); // N·S·S
        long least = losses.size() / LEAST_SHARE;
        NDArray hard = losses.gt(SURE).toType(DataType.FLOAT32, false);
        float count = hard.sum().getFloat();
        return count > least
                ? Numbers.over(losses.mul(hard).sum(), count)
                : losses.topK((int) least, 0).get(0).mean();
    }

    /** Mean over the classes of intersection over union, of all people never seen together. */
    @Override
    public Map<String, Double> heldOut(Weights average, NDManager manager) {
        Faces people = unseen.get();
        long[] both = new long[Parsing.COUNT];
        long[] either = new long[Parsing.COUNT];
        for (int i = 0; i < people.complete(); i++) {
            byte[] said = parsed(average, manager, i);
            byte[] truth = people.parsing(i);
            for (int k = 0; k < said.length; k++) {
                either[said[k]]++;
                if (said[k] == truth[k]) {
                    both[said[k]]++;
                } else {
                    either[truth[k]]++;
                }
            }
        }
        double all = 0;
        double face = 0;
        int seen = 0;
        int parts = 0;
        for (int k = 0; k < Parsing.COUNT; k++) {
            if (either[k] > 0) {
                double share = (double) both[k] / either[k];
                all += share;
                seen++;
                face += FaceParts.FACE.contains(k) ? share : 0;
                parts += FaceParts.FACE.contains(k) ? 1 : 0;
            }
        }
        return Map.of("iou", all / Math.max(1, seen), "iou_face", face / Math.max(1, parts));
    }

    /** The classes that the network sees in a person never seen. */
    private byte[] parsed(Weights average, NDManager manager, int index) {
        int side = faces.side();
        float[] normal = ImageNet.standardised(unseen.get().picture(index, side));
        try (NDManager scratch = manager.newSubManager()) {
            NDArray logits =
                    new BiSeNet(average, learner.network(), Statistics.RUNNING)
                            .forward(onDevice(scratch, normal, 1));
            NDArray near = side == learner.side() ? logits : Aten.bilinear(logits, side, side);
            return FaceParts.classes(near.toFloatArray(), side, side).values();
        }
    }

    /** People never seen, what the network sees in them, and what is there. */
    @Override
    public Picture sheet(Weights average, NDManager manager, Recipe.Stage stage) {
        Faces people = unseen.get();
        int side = people.side();
        List<Picture> pictures = new ArrayList<>();
        List<Picture> said = new ArrayList<>();
        List<Picture> truth = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, people.complete()); i++) {
            pictures.add(Picture.ofPlanar(people.picture(i, side), side, side, Range.UNIT));
            said.add(coloured(parsed(average, manager, i), side));
            truth.add(coloured(people.parsing(i), side));
        }
        return ContactSheet.of(List.of(pictures, said, truth));
    }

    /** Each class a colour of its own, the golden angle apart. */
    private static Picture coloured(byte[] classes, int side) {
        int[] argb = new int[classes.length];
        for (int i = 0; i < argb.length; i++) {
            double turn = 2 * Math.PI * 0.618 * classes[i];
            int value = classes[i] == 0 ? 0 : 150;
            argb[i] = 0xff000000;
            for (int c = 0; c < 3; c++) {
                double swing = classes[i] == 0 ? 0 : 100 * Math.cos(turn + 2.1 * c);
                argb[i] |= (int) (value + swing) << 8 * c;
            }
        }
        return new Picture(side, side, argb);
    }
}
