package mien.engine.evaluate.machine;

import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import mien.engine.edit.EditException;

/**
 * Fetches the CUDA build of the library from the place where DJL keeps it, into DJL's own cache:
 * complete or not at all.
 *
 * @param from address of the version's folder
 * @param cache DJL's folder of libraries
 */
public record LibtorchDownload(URI from, Path cache) {

    private static final URI PLACE =
            URI.create("https://publish.djl.ai/pytorch/" + Libtorch.CALLER + "/");
    private static final int PATIENCE_MS = 30_000;
    private static final String LIST = "files.txt";
    private static final String PACKED = ".gz";

    /** Is told while it goes on; ends it by throwing {@link mien.engine.edit.Cancelled}. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * @param file what is fetched now
         * @param done files so far
         * @param all files in all
         * @param bytes unpacked so far
         */
        void fetched(String file, int done, int all, long bytes);
    }

    public static LibtorchDownload standard() {
        return new LibtorchDownload(PLACE, Utils.getEngineCacheDir("pytorch"));
    }

    /** As DJL names this machine, such as {@code linux-x86_64}. */
    static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("win") ? "win" : os.contains("mac") ? "osx" : "linux";
        String arch = System.getProperty("os.arch");
        return system + "-" + (arch.equals("amd64") ? "x86_64" : arch);
    }

    /** Where it lies when it is there. */
    public Path folder() {
        return cache.resolve(Libtorch.CALLER + "-" + Libtorch.FLAVOR + "-" + platform());
    }

    /**
     * Fetches what is not there yet.
     *
     * @throws EditException if there is no network, no build for this machine, or no room
     */
    public Libtorch fetch(Watcher watcher) {
        Path library = folder().resolve(System.mapLibraryName("torch"));
        if (!Files.isRegularFile(library)) {
            try {
                download(watcher);
            } catch (UnknownHostException | ConnectException e) {
                throw new EditException(
                        "%s cannot be reached, so the CUDA library was not fetched: connect to the network, or name an installed PyTorch %s.x with 'studio gpu use DIR'."
                                .formatted(from.getHost(), Libtorch.FITTING),
                        e);
            } catch (IOException e) {
                throw new EditException(
                        "The CUDA library could not be fetched from %s (%s): check the network and the free space in %s, about 5 GB are needed."
                                .formatted(from, e.getMessage(), cache),
                        e);
            }
        }
        return Libtorch.at(folder());
    }

    private void download(Watcher watcher) throws IOException {
        String start = Libtorch.FLAVOR + "/" + platform() + "/";
        List<String> files =
                listed().stream().filter(f -> f.startsWith(start) && f.endsWith(PACKED)).toList();
        if (files.isEmpty()) {
            throw new EditException(
                    "There is no CUDA build of PyTorch %s for %s: edits run on the processor here."
                            .formatted(Libtorch.CALLER, platform()));
        }
        Files.createDirectories(cache);
        Path half = Files.createTempDirectory(cache, "fetching");
        try {
            long bytes = 0;
            for (int i = 0; i < files.size(); i++) {
                bytes += unpack(files.get(i), half, i, files.size(), bytes, watcher);
            }
            place(half);
        } finally {
            delete(half);
        }
    }

    private List<String> listed() throws IOException {
        try (InputStream in = opened(LIST)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** A connection that fell silent ends in an error, since nobody can cancel a read. */
    private InputStream opened(String file) throws IOException {
        URLConnection connection = from.resolve(file).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        return connection.getInputStream();
    }

    private long unpack(String file, Path to, int done, int all, long before, Watcher watcher)
            throws IOException {
        String packed = file.substring(file.lastIndexOf('/') + 1);
        String name =
                URLDecoder.decode(
                        packed.substring(0, packed.length() - PACKED.length()),
                        StandardCharsets.UTF_8);
        long bytes = 0;
        try (InputStream in = new GZIPInputStream(opened(file));
                var out = Files.newOutputStream(to.resolve(Path.of(name).getFileName()))) {
            byte[] part = new byte[1 << 20];
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                watcher.fetched(name, done, all, before + bytes);
                out.write(part, 0, n);
                bytes += n;
            }
        }
        return bytes;
    }

    /** Into the folder of its name; what calls the library may lie there already. */
    private void place(Path half) throws IOException {
        Files.createDirectories(folder());
        List<Path> files;
        try (Stream<Path> all = Files.list(half)) {
            // the one that says "all is there" comes last
            Path last = half.resolve(System.mapLibraryName("torch"));
            files = all.sorted(Comparator.comparing(last::equals)).toList();
        }
        for (Path file : files) {
            Files.move(
                    file,
                    folder().resolve(file.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
