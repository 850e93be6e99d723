package mien.engine.net;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.checkpoint.CheckpointFile;
import mien.engine.checkpoint.StoredTensors;
import mien.engine.checkpoint.TorchForge;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The experts out of files that are laid out as their authors save them (reference §9). */
class PublishedFilesTest {

    @TempDir Path folder;
    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    /** The copies of the recogniser that circulate, and the section its tensors lie in. */
    enum Copy {
        DICTIONARY("model.module"),
        DATA_PARALLEL("module"),
        BARE("");

        final String section;

        Copy(String section) {
            this.section = section;
        }

        void write(TorchForge forge, Map<String, NDArray> tensors, NDArray classes) {
            Map<String, Object> network = TorchForge.tree(tensors);
            switch (this) {
                case DICTIONARY -> {
                    forge.pickle().op("}(").text("epoch").number(21).text("model");
                    parallel(forge, network);
                    forge.pickle().text("metric_fc");
                    parallel(forge, Map.of("weight", classes));
                    forge.pickle().op('u');
                }
                case DATA_PARALLEL -> parallel(forge, network);
                case BARE -> forge.module("models.ResNet", network);
            }
        }

        private static void parallel(TorchForge forge, Map<String, Object> network) {
            forge.module("torch.nn.parallel.data_parallel.DataParallel", Map.of("module", network));
        }
    }

    @ParameterizedTest
    @EnumSource(Copy.class)
    void everyCopyOfTheRecogniserBuildsTheNetworkOfItsOwnDepth(Copy copy) throws IOException {
        ArcFace.Config config = new ArcFace.Config(List.of(1, 2, 1, 1), true, 16, 12, 32);
        LiveWeights live = new LiveWeights(manager, false);
        ArcFace expected =
                new ArcFace(Weights.of(live, Precision.FLOAT32), config, Statistics.RUNNING);
        TorchForge forge = new TorchForge();
        copy.write(forge, live.tensors(), manager.ones(new Shape(7, 12)));
        try (CheckpointFile file = opened("Arcface.tar", forge)) {
            assertTrue(file.sections().contains(copy.section), file.sections().toString());
            StoredTensors section = file.section(copy.section);
            assertEquals(config, ArcFace.Config.of(section));
            Weights w = Weights.of(section, Precision.FLOAT32);
            ArcFace read = new ArcFace(w, ArcFace.Config.of(section), Statistics.RUNNING);
            assertEquals("every tensor fits.", w.report().sentence());
            NDArray x = new NoiseSource(1).normal(manager, new Shape(1, 3, 32, 32));
            assertRelative(
                    "vector",
                    1e-5,
                    read.forward(x).toFloatArray(),
                    expected.forward(x).toFloatArray());
        }
    }

    /** A file that PyTorch itself wrote has its module's tensors where ours has them. */
    @ParameterizedTest
    @ValueSource(strings = {"bytes.module_legacy", "bytes.module_zip"})
    void aModuleThatPyTorchPickledHasTheManifestsNames(String bytes) throws IOException {
        Set<String> published = ManifestTensors.read("diffface/arcface_r18se").names();
        for (GoldenCase golden : Goldens.with("diffface", bytes)) {
            Path path = Files.write(folder.resolve("Arcface.tar"), golden.bytes(bytes));
            try (CheckpointFile file = CheckpointFile.open(path, manager)) {
                Set<String> names = file.section(Copy.DICTIONARY.section).names();
                assertEquals(
                        names.stream()
                                .filter(n -> !n.equals("odd") && !n.equals("tied.weight"))
                                .collect(Collectors.toSet()),
                        names.stream().filter(published::contains).collect(Collectors.toSet()));
                assertTrue(names.contains("layer1.0.se.fc.1.weight"), names.toString());
            }
        }
    }

    @Test
    void theGazeEstimatorsFileTellsItsSizesTwice() throws IOException {
        EyeNetConfig config = new EyeNetConfig(2, 4, 3, 4, 48, 80);
        LiveWeights live = new LiveWeights(manager, false);
        new EyeNet(Weights.of(live, Precision.FLOAT32), config, Statistics.RUNNING);
        Map<String, NDArray> tensors = new LinkedHashMap<>(live.tensors());
        tensors.put("pre.3.skip_layer.conv.weight", manager.ones(new Shape(8, 8, 1, 1)));
        tensors.put("pre.3.skip_layer.conv.bias", manager.ones(new Shape(8)));
        TorchForge forge = new TorchForge();
        forge.pickle().op("}(").text("nstack").number(2).text("nfeatures").number(4);
        forge.pickle().text("nlandmarks").number(3).text("model_state_dict");
        forge.stateDict(tensors).pickle().op('u');
        try (CheckpointFile file = opened("GazeEstimator.pt", forge)) {
            StoredTensors section = file.section("model_state_dict");
            assertEquals("3", file.metadata().get("nlandmarks"));
            EyeNetConfig read = EyeNetConfig.of(section, file.metadata());
            assertEquals(config, read);
            Weights w = Weights.of(section, Precision.FLOAT32);
            new EyeNet(w, read, Statistics.OWN);
            assertEquals("every tensor fits.", w.report().sentence());
        }
    }

    @Test
    void theParsersFileIsAPlainStateDict() throws IOException {
        BiSeNet.Config config = new BiSeNet.Config(4, 19, true);
        LiveWeights live = new LiveWeights(manager, false);
        new BiSeNet(Weights.of(live, Precision.FLOAT32), config, Statistics.RUNNING);
        TorchForge forge = new TorchForge().stateDict(live.tensors());
        try (CheckpointFile file = opened("FaceParser.pth", forge)) {
            StoredTensors section = file.section(file.sections().get(0));
            Weights w = Weights.of(section, Precision.FLOAT32);
            new BiSeNet(w, BiSeNet.Config.of(section), Statistics.RUNNING);
            assertEquals("every tensor fits.", w.report().sentence());
        }
    }

    private CheckpointFile opened(String name, TorchForge forge) throws IOException {
        return CheckpointFile.open(Files.write(folder.resolve(name), forge.zip().done()), manager);
    }
}
