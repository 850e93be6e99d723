package mien.engine.edit.faceswap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import mien.engine.SeededWeights;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.edit.faceswap.ExpertSizes.Detector;
import mien.engine.edit.faceswap.ExpertSizes.Gazes;
import mien.engine.edit.faceswap.ExpertSizes.Landmarks;
import mien.engine.edit.faceswap.ExpertSizes.Parser;
import mien.engine.edit.faceswap.ExpertSizes.Pose;
import mien.engine.model.ModelPack;
import mien.engine.model.PackWriter;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmConfig.Heads;
import mien.engine.net.AdmConfig.Resampling;
import mien.engine.net.ArcFace;
import mien.engine.net.BiSeNet;
import mien.engine.net.EyeNetConfig;
import mien.engine.net.Fan;
import mien.engine.net.S3fd;
import mien.engine.nn.Layers.Statistics;

/** A face-swap pack with the real classes at tiny size; it has learnt nothing. */
public final class TinySwapPack {

    public static final int SIZE = 32;

    private static final int VECTOR = 16;
    private static final SwapModel.Diffusion DIFFUSION =
            new SwapModel.Diffusion(1000, "linear", Target.EPSILON, "8", 2);
    private static final ArcFace.Config IDENTITY =
            new ArcFace.Config(List.of(1, 1, 1, 1), true, 4, VECTOR, 32);
    private static final ArcFace.Config JUDGE =
            new ArcFace.Config(List.of(1, 1, 1, 1), false, 4, VECTOR, 32);
    private static final Parser PARSER = new Parser(64, new BiSeNet.Config(4, 19, false));
    private static final EyeNetConfig GAZE = new EyeNetConfig(1, 4, 3, 4, 32, 40);
    private static final Pose POSE = new Pose(64, 4, 8, 9, 3);
    private static final Detector DETECTOR = new Detector(new S3fd.Config(4), 128, 104, 117, 123);
    private static final Landmarks LANDMARKS = new Landmarks(new Fan.Config(1, 8, 68), 64, true);

    private TinySwapPack() {}

    private static AdmConfig unet(int identity) {
        return new AdmConfig(
                3,
                6,
                16,
                List.of(1., 1.),
                1,
                Set.of(2),
                Heads.count(1),
                Resampling.RES_BLOCK,
                true,
                0,
                0,
                identity,
                0,
                4);
    }

    /** Writes one with every network there can be. */
    public static ModelPack write(Path folder, String id) throws IOException {
        return new Writer(folder).all(VECTOR).pack(id);
    }

    /** One with the networks alone that must be there, and a U-Net that knows nobody. */
    public static ModelPack bare(Path folder, String id) throws IOException {
        return new Writer(folder).needed(0).pack(id);
    }

    /** A bare one that says how it does best: calmly. */
    public static ModelPack calm(Path folder, String id) throws IOException {
        Writer writer = new Writer(folder).needed(VECTOR);
        SwapDefaults calm = new SwapDefaults(700, 100, 50, 20, 0, 0, true, 0.4, 0.5, 0.3);
        writer.sections.setAll(SwapModel.expertSection(SwapDefaults.SECTION, calm));
        return writer.pack(id);
    }

    /** One that can be judged: it tells gazes, and has a network that no guidance asks. */
    public static ModelPack judged(Path folder, String id) throws IOException {
        Writer writer = new Writer(folder).needed(VECTOR);
        writer.expert("gaze", GAZE, w -> Gazes.of(GAZE, w));
        writer.expert("judge", JUDGE, w -> new ArcFace(w, JUDGE, Statistics.RUNNING));
        return writer.pack(id);
    }

    private static final class Writer {

        private final Path folder;
        private final Map<String, String> files = new TreeMap<>();
        private final SeededWeights weights = new SeededWeights(17);
        private ObjectNode sections;

        Writer(Path folder) throws IOException {
            this.folder = Files.createDirectories(folder);
        }

        private Writer needed(int identity) throws IOException {
            SwapModel model = new SwapModel(SIZE, unet(identity), DIFFUSION, IDENTITY);
            sections = SwapModel.unetSections(SIZE, model.unet(), DIFFUSION);
            file("unet", model::unet);
            expert("identity", IDENTITY, model::recogniser);
            expert("parser", PARSER, PARSER::parser);
            return this;
        }

        private Writer all(int identity) throws IOException {
            needed(identity);
            expert("gaze", GAZE, w -> Gazes.of(GAZE, w));
            expert("pose", POSE, POSE::pose);
            expert("detector", DETECTOR, DETECTOR::detector);
            expert("landmarks", LANDMARKS, LANDMARKS::landmarks);
            return this;
        }

        private void expert(String role, Record sizes, Consumer<Weights> network)
                throws IOException {
            sections.setAll(SwapModel.expertSection(role, sizes));
            file(role, network);
        }

        private void file(String role, Consumer<Weights> network) throws IOException {
            files.put(role, role + ".safetensors");
            weights.write(folder.resolve(files.get(role)), Map.of(), network);
        }

        private ModelPack pack(String id) {
            return PackWriter.write(
                    folder,
                    new PackWriter.Label(id, SwapModel.SYSTEM, "Tiny", "1", "Apache-2.0", "a seed"),
                    files,
                    sections);
        }
    }
}
