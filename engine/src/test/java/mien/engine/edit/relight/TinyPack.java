package mien.engine.edit.relight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mien.engine.SeededWeights;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.flame.CodeLayout;
import mien.engine.flame.FlameCode;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.model.ModelPack;
import mien.engine.model.PackWriter;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmConfig.Heads;
import mien.engine.net.AdmConfig.Resampling;
import mien.engine.net.LatentEncoder;

/**
 * A relighting pack with the real classes at tiny size and weights from a seed; it has learnt
 * nothing.
 */
public final class TinyPack {

    public static final int SIZE = 64;
    private static final long SEED = 11;

    private TinyPack() {}

    /** Its networks' sizes. */
    public static RelightModel model() {
        AdmConfig unet =
                new AdmConfig(
                        12,
                        3,
                        32,
                        List.of(1., 1.),
                        1,
                        Set.of(2),
                        Heads.count(1),
                        Resampling.RES_BLOCK,
                        true,
                        8,
                        0,
                        0,
                        0,
                        AdmConfig.GROUPS);
        return new RelightModel(
                SIZE,
                unet,
                new LatentEncoder.Config(8, 8),
                new RelightModel.Diffusion(1000, "linear", Target.EPSILON, "ddim5", 1),
                8,
                16,
                CodeLayout.of(BuiltinHead.rig()),
                RelightModel.BUILTIN);
    }

    /** What its estimator sees in every picture, but for some hundredths. */
    public static FlameCode seen() {
        float[] light = new float[FlameCode.LIGHT];
        for (int c = 0; c < 3; c++) {
            light[c] = 2.2f - 0.2f * c; // warm
            light[3 + c] = 0.2f; // from the right,
            light[6 + c] = 0.1f; // above
            light[9 + c] = 0.3f; // and the front
        }
        return BuiltinHead.rig()
                .neutral(5.6f)
                .withLight(light)
                .withCamera(new float[] {5.6f, 0, 0.04f});
    }

    /** Writes it into a folder, which is made. */
    public static ModelPack write(Path folder, String id) throws IOException {
        Files.createDirectories(folder);
        RelightModel model = model();
        SeededWeights weights = new SeededWeights(SEED);
        weights.write(folder.resolve("rig.safetensors"), Map.of(), model::networks);
        float[] mean = model.codes().pack(seen());
        float[] deviation = new float[mean.length];
        Arrays.fill(deviation, 0.01f);
        weights.write(
                folder.resolve("estimator.safetensors"),
                Map.of("code_mean", mean, "code_std", deviation),
                model::reader);
        return PackWriter.write(
                folder,
                new PackWriter.Label(id, "relight", "Tiny", "1", "Apache-2.0", "a seed"),
                Map.of("rig", "rig.safetensors", "estimator", "estimator.safetensors"),
                model.sections());
    }
}
