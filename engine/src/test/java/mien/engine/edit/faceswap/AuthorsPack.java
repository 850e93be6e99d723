package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import mien.engine.checkpoint.PickleForge;
import mien.engine.checkpoint.Safetensors;
import mien.engine.checkpoint.TorchForge;
import mien.engine.checkpoint.ZipForge;
import mien.engine.model.ModelPack;
import mien.engine.model.PackWriter;
import mien.engine.tensor.Devices;

/** The networks of a pack in files as DiffFace's authors have them (reference diffface.md §9). */
public final class AuthorsPack {

    private final Path folder;
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, String> within = new TreeMap<>();

    private AuthorsPack(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /**
     * Writes one.
     *
     * @param of with every network there can be
     */
    public static ModelPack write(Path folder, String id, ModelPack of) throws IOException {
        AuthorsPack pack = new AuthorsPack(folder);
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            pack.state("unet", "Model.pt", tensors(of, "unet", manager));
            pack.recogniser(tensors(of, "identity", manager));
            pack.state("parser", "FaceParser.pth", tensors(of, "parser", manager));
            pack.gaze(tensors(of, "gaze", manager));
            pack.state("detector", "s3fd.pth", tensors(of, "detector", manager));
            pack.landmarks(tensors(of, "landmarks", manager));
        }
        ObjectNode sections = of.description();
        for (String said : new String[] {"format", "id", "system", "title", "version", "license"}) {
            sections.remove(said);
        }
        sections.remove("source");
        sections.remove("files");
        return PackWriter.write(
                folder,
                new PackWriter.Label(
                        id, SwapModel.SYSTEM, "As published", "1", "CC BY-NC 4.0", "x"),
                pack.files,
                pack.within,
                sections);
    }

    private static Map<String, NDArray> tensors(ModelPack of, String role, NDManager manager) {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        try (Safetensors file = Safetensors.open(of.file(role), manager)) {
            file.names().forEach(name -> tensors.put(name, file.tensor(name).orElseThrow()));
        }
        return tensors;
    }

    /** A plain state dict. */
    private void state(String role, String name, Map<String, NDArray> tensors) throws IOException {
        put(role, name, "", new TorchForge().stateDict(tensors).zip().done());
    }

    /** A pickled network in a data-parallel wrapper in a dictionary, in the old stream. */
    private void recogniser(Map<String, NDArray> tensors) throws IOException {
        TorchForge forge = new TorchForge();
        forge.pickle().op("}(").text("epoch").number(21).text("model");
        forge.module(
                "torch.nn.parallel.data_parallel.DataParallel",
                Map.of("module", TorchForge.tree(tensors)));
        forge.pickle().op('u');
        put("identity", "Arcface.tar", "model.module", forge.legacy());
    }

    private void gaze(Map<String, NDArray> tensors) throws IOException {
        TorchForge forge = new TorchForge();
        forge.pickle().op("}(").text("nstack").number(1).text("model_state_dict");
        forge.stateDict(tensors).pickle().op('u');
        put("gaze", "GazeEstimator.pt", "model_state_dict", forge.zip().done());
    }

    private void landmarks(Map<String, NDArray> tensors) throws IOException {
        ZipForge zip = new TorchForge().scripted(TorchForge.tree(tensors)).zip();
        zip.part("archive/constants.pkl", PickleForge.begun().op(")").done())
                .part(
                        "archive/code/__torch__/nets.py",
                        "import os".getBytes(StandardCharsets.US_ASCII));
        put("landmarks", "2DFAN4.zip", "", zip.done());
    }

    private void put(String role, String name, String before, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        files.put(role, name);
        within.put(role, before);
    }
}
