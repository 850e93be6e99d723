package mien.engine.evaluate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mien.engine.checkpoint.Weights;
import mien.engine.edit.Pack;
import mien.engine.edit.PackTensors;
import mien.engine.edit.faceswap.ExpertSizes;
import mien.engine.edit.faceswap.FaceParser;
import mien.engine.edit.faceswap.GazeReader;
import mien.engine.edit.faceswap.Recogniser;
import mien.engine.edit.faceswap.SwapModel;
import mien.engine.face.EyeBoxes;
import mien.engine.face.Gaze;
import mien.engine.face.Landmarks68;
import mien.engine.flame.FlameCode;
import mien.engine.net.ArcFace;
import mien.engine.net.EyeNetConfig;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.tensor.Precision;

/**
 * The networks of a face-swap pack that judge: {@code judge}, which no guidance asks, and beside it
 * those that guide. Heads are read by whoever is given.
 */
public final class PackJudge implements SwapJudge, AutoCloseable {

    private static final String JUDGE = "judge";

    private final NDManager manager;
    private final Recogniser judge;
    private final Recogniser guide;
    private final GazeReader eyes;
    private final FaceParser parser;
    private final Function<Picture, Optional<FlameCode>> heads;

    private PackJudge(Pack pack, Function<Picture, Optional<FlameCode>> heads, NDManager manager) {
        this.heads = heads;
        this.manager = manager;
        judge = recogniser(pack, JUDGE);
        guide = recogniser(pack, SwapModel.IDENTITY);
        EyeNetConfig gaze = SwapModel.expert(pack, ExpertSizes.GAZE, EyeNetConfig.class);
        eyes = network(pack, ExpertSizes.GAZE, w -> GazeReader.of(w, gaze, Statistics.RUNNING));
        ExpertSizes.Parser parts =
                SwapModel.expert(pack, ExpertSizes.PARSER, ExpertSizes.Parser.class);
        parser = network(pack, ExpertSizes.PARSER, parts::parser);
    }

    /**
     * @param heads reads the head's code from a whole, square picture, if anything can
     * @throws mien.engine.edit.EditException if the pack has no judge
     * @throws mien.engine.checkpoint.CheckpointException if a file is not what it should be
     */
    public static PackJudge of(Pack pack, Function<Picture, Optional<FlameCode>> heads) {
        return of(pack, heads, NDManager.newBaseManager(null, "PyTorch"));
    }

    /**
     * @param manager closed with the judge, also with one that could not be made
     */
    static PackJudge of(
            Pack pack, Function<Picture, Optional<FlameCode>> heads, NDManager manager) {
        try {
            return new PackJudge(pack, heads, manager);
        } catch (RuntimeException | Error e) {
            manager.close();
            throw e;
        }
    }

    private Recogniser recogniser(Pack pack, String role) {
        ArcFace.Config c = SwapModel.expert(pack, role, ArcFace.Config.class);
        return network(
                pack,
                role,
                w -> new Recogniser(new ArcFace(w, c, Statistics.RUNNING)::forward, c.side()));
    }

    private <N> N network(Pack pack, String role, Function<Weights, N> constructor) {
        try (PackTensors file = PackTensors.open(pack, role, manager)) {
            Weights weights = Weights.of(file.tensors(), Precision.FLOAT32);
            N network = constructor.apply(weights);
            weights.report().require("The file '%s' of the model '%s'".formatted(role, pack.id()));
            return network;
        }
    }

    @Override
    public float[] identity(Picture portrait) {
        return vector(judge, portrait);
    }

    @Override
    public float[] guiding(Picture portrait) {
        return vector(guide, portrait);
    }

    private float[] vector(Recogniser who, Picture portrait) {
        try (NDManager scratch = manager.newSubManager()) {
            return who.vectors(tensor(portrait, scratch)).toFloatArray();
        }
    }

    @Override
    public List<Gaze> gaze(Picture portrait, Landmarks68 face) {
        int side = portrait.width();
        EyeBoxes boxes = EyeBoxes.of(face, side).within(side, side);
        try (NDManager scratch = manager.newSubManager()) {
            float[] n = eyes.read(tensor(portrait, scratch), boxes).toFloatArray(); // 2,2
            return List.of(new Gaze(n[0], n[1]), new Gaze(n[2], n[3]));
        }
    }

    private static NDArray tensor(Picture p, NDManager manager) {
        return manager.create(p.planar(Range.SIGNED), new Shape(1, 3, p.height(), p.width()));
    }

    @Override
    public Mask parts(Picture portrait) {
        try (NDManager scratch = manager.newSubManager()) {
            return parser.parts(tensor(portrait, scratch));
        }
    }

    @Override
    public Optional<FlameCode> head(Picture picture) {
        return heads.apply(picture);
    }

    @Override
    public void close() {
        manager.close();
    }
}
