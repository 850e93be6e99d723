package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.net.AdmConfig.Heads;
import mien.engine.net.AdmConfig.Resampling;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The networks ask for exactly the tensors of the published checkpoints. */
class ManifestTest {

    @Test
    void diffusionRig() throws IOException {
        asksFor(
                "diffusionrig/diffusionrig_256",
                w -> {
                    new AdmUnet(w.at("denoisingUNet"), AdmConfig.diffusionRig256());
                    new LatentEncoder(
                            w.at("encoder"),
                            LatentEncoder.Config.diffusionRig(),
                            Statistics.RUNNING);
                });
    }

    @Test
    void decasCoarseEncoder() throws IOException {
        asksFor("diffusionrig/deca_E_flame", DecaEncoder::coarse);
    }

    @Test
    void decasDetailEncoder() throws IOException {
        asksFor("diffusionrig/deca_E_detail", DecaEncoder::detail);
    }

    @Test
    void diffFace() throws IOException {
        asksFor("diffface/unet_id_full256", w -> new AdmUnet(w, AdmConfig.diffFace256()));
    }

    @Test
    void guidedDiffusion() throws IOException {
        asksFor(
                "diffface/adm_base_full256_uncond",
                w -> new AdmUnet(w, AdmConfig.unconditional256()));
    }

    @Test
    void faceDetector() throws IOException {
        asksFor("diffface/s3fd", w -> new S3fd(w, S3fd.Config.published()));
    }

    @Test
    void landmarks() throws IOException {
        asksFor("diffface/fan4", w -> new Fan(w, Fan.Config.published(), Statistics.RUNNING));
    }

    @Test
    void guidedDiffusionsEncoder() throws IOException {
        AdmConfig c =
                new AdmConfig(
                        3,
                        10,
                        32,
                        List.of(1., 2.),
                        1,
                        Set.of(2),
                        Heads.width(16),
                        Resampling.RES_BLOCK,
                        true,
                        0,
                        0,
                        0,
                        0,
                        AdmConfig.GROUPS);
        asksFor("diffface/adm_base_E_encoder_attnpool", w -> new EncoderUnet(w, c, 32));
    }

    @ParameterizedTest
    @ValueSource(strings = {"arcface_r18se", "arcface_r101se", "arcface_r101"})
    void arcFaceOfEveryDepth(String name) throws IOException {
        ManifestTensors manifest = ManifestTensors.read("diffface/" + name);
        ArcFace.Config c = ArcFace.Config.of(manifest);
        asksFor(manifest, w -> new ArcFace(w, c, Statistics.RUNNING));
    }

    @Test
    void faceParser() throws IOException {
        asksFor(
                "diffface/bisenet",
                w -> new BiSeNet(w, BiSeNet.Config.published(), Statistics.RUNNING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyenet_small", "eyenet_full"})
    void gaze(String name) throws IOException {
        ManifestTensors manifest = ManifestTensors.read("diffface/" + name);
        EyeNetConfig c = EyeNetConfig.of(manifest, Map.of());
        asksFor(manifest, w -> new EyeNet(w, c, Statistics.RUNNING));
    }

    private static void asksFor(String manifest, Consumer<Weights> network) throws IOException {
        asksFor(ManifestTensors.read(manifest), network);
    }

    private static void asksFor(ManifestTensors manifest, Consumer<Weights> network) {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            Weights w = Weights.of(new Spread(manager, manifest), Precision.FLOAT32);
            network.accept(w);
            assertEquals("every tensor fits.", w.report().sentence());
        }
    }

    /** Answers with one number, spread out over the published shape: no tensor is made. */
    private record Spread(NDManager manager, ManifestTensors manifest) implements TensorSource {

        @Override
        public Optional<NDArray> tensor(String name, long... shape) {
            return Optional.ofNullable(manifest.tensors().get(name))
                    .map(t -> manager.zeros(new Shape(1)).broadcast(t.shape()));
        }

        @Override
        public Set<String> names() {
            return manifest.names();
        }
    }
}
