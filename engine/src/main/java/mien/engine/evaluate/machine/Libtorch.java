package mien.engine.evaluate.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mien.engine.edit.EditException;

/**
 * A PyTorch library on this machine that Mien could load instead of its own.
 *
 * @param folder where libtorch lies
 * @param version such as 2.7.1
 * @param cuda the CUDA it was built for, such as 12.8; empty for a build for the processor
 */
public record Libtorch(Path folder, String version, Optional<String> cuda) {

    /** The versions that fit what calls them. */
    public static final String FITTING = "2.7";

    /** The one whose names the caller's own library carries. */
    static final String CALLER = "2.7.1";

    private static final String CUDA_MAJOR = "12.";

    /** The only CUDA build of the caller's library. */
    static final String FLAVOR = "cu128";

    private static final Pattern VERSION = Pattern.compile("(\\d+\\.\\d+\\.\\d+)");
    private static final Pattern PYTHON =
            Pattern.compile("__version__[^=]*=\\s*'(\\d+\\.\\d+\\.\\d+)");
    private static final Pattern PYTHON_CUDA = Pattern.compile("cuda[^=]*=\\s*'(\\d+\\.\\d+)'");
    private static final Pattern FLAVORED = Pattern.compile("[+-]cu(\\d+)(\\d)");

    /**
     * The library of a folder: the {@code lib} of an installed PyTorch, or a folder around it.
     *
     * @throws EditException if there is none, it is incomplete, or of a version that does not fit
     */
    public static Libtorch at(Path named) {
        Path folder =
                Stream.of("", "lib", "torch/lib")
                        .map(named::resolve)
                        .filter(f -> Files.isRegularFile(f.resolve(library("torch"))))
                        .findFirst()
                        .orElseThrow(() -> new EditException(none(named)))
                        .toAbsolutePath()
                        .normalize();
        for (String part : List.of("torch_cpu", "c10")) {
            need(folder, part);
        }
        String label = label(folder);
        Libtorch found = new Libtorch(folder, version(label, folder), cuda(label, folder));
        if (!found.version.startsWith(FITTING + ".")) {
            throw new EditException(
                    "%s holds PyTorch %s, but Mien needs %s.x: install that version and name its lib folder."
                            .formatted(folder, found.version, FITTING));
        }
        return found;
    }

    private static String library(String name) {
        return System.mapLibraryName(name);
    }

    private static String none(Path named) {
        return "%s holds no %s: name the lib folder of an installed PyTorch %s.x, such as …/site-packages/torch/lib."
                .formatted(named, library("torch"), FITTING);
    }

    private static void need(Path folder, String part) {
        if (!Files.isRegularFile(folder.resolve(library(part)))) {
            throw new EditException(
                    "%s is incomplete, %s is missing: install PyTorch %s.x again."
                            .formatted(folder, library(part), FITTING));
        }
    }

    /** What says the version: Python's file, that of the plain download, or the folder's name. */
    private static String label(Path folder) {
        Path around = Optional.ofNullable(folder.getParent()).orElse(folder);
        return read(around.resolve("version.py"))
                .or(() -> read(around.resolve("build-version")))
                .orElse(String.valueOf(folder.getFileName()));
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // then something else may say it
        }
    }

    private static String version(String label, Path folder) {
        return first(PYTHON, label)
                .or(() -> first(VERSION, label))
                .orElseThrow(
                        () ->
                                new EditException(
                                        "%s does not say which PyTorch it is (no version.py or build-version beside it): name the lib folder of an installed PyTorch %s.x."
                                                .formatted(folder, FITTING)));
    }

    /** Only where the CUDA parts lie beside. */
    private static Optional<String> cuda(String label, Path folder) {
        boolean parts =
                Stream.of("torch_cuda", "c10_cuda")
                        .allMatch(part -> Files.isRegularFile(folder.resolve(library(part))));
        if (!parts) {
            return Optional.empty();
        }
        Matcher flavored = FLAVORED.matcher(label);
        return first(PYTHON_CUDA, label)
                .or(
                        () ->
                                flavored.find()
                                        ? Optional.of(flavored.group(1) + "." + flavored.group(2))
                                        : Optional.of("of a version that it does not say"));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * The same, if it can use a GPU.
     *
     * @throws EditException if it was built without CUDA, or for another one than the caller
     */
    public Libtorch needCuda() {
        if (cuda.isEmpty()) {
            throw new EditException(
                    "%s is PyTorch %s without CUDA, so it would leave the GPU idle as the bundled one does: install the build for CUDA 12.8 (pip install torch==%s --index-url https://download.pytorch.org/whl/cu128), or use 'studio gpu install'."
                            .formatted(folder, version, CALLER));
        }
        if (cuda.get().matches("\\d.*") && !cuda.get().startsWith(CUDA_MAJOR)) {
            throw new EditException(
                    "%s is built for CUDA %s, but Mien calls CUDA 12: install the build for CUDA 12.8."
                            .formatted(folder, cuda.get()));
        }
        return this;
    }

    /** What the environment of a process that loads it must say. */
    Map<String, String> environment() {
        Map<String, String> all = new TreeMap<>();
        all.put("PYTORCH_LIBRARY_PATH", folder.toString());
        all.put("PYTORCH_VERSION", CALLER);
        all.put("PYTORCH_FLAVOR", cuda.isPresent() ? FLAVOR : "cpu");
        return all;
    }
}
