package mien.app.document.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import mien.app.document.Assets;
import mien.app.document.AtomicFile;
import mien.app.document.Malformed;
import mien.app.document.Png;
import mien.engine.picture.ContentHash;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/**
 * A folder of pictures and masks named by their content. What is there is not written again; what
 * was hashed for the last commit is not hashed again.
 */
final class Blobs implements Assets.Sink, Assets.Source {

    private static final long LARGEST = 512L << 20;

    private final Path folder;
    private Map<Object, String> known = new IdentityHashMap<>();
    private Map<Object, String> used = new IdentityHashMap<>();

    Blobs(Path folder) {
        this.folder = folder;
    }

    /** A commit is over: pictures that it did not use are forgotten. */
    void committed() {
        known = used;
        used = new IdentityHashMap<>();
    }

    /** The hashes that the last commit used. */
    Set<String> named() {
        return new HashSet<>(known.values());
    }

    @Override
    public String picture(Picture picture) {
        String hash = hash(picture, () -> ContentHash.of(picture));
        keep(file(hash), picture::png);
        return hash;
    }

    @Override
    public String mask(Mask mask) {
        String hash = hash(mask, () -> ContentHash.of(mask));
        keep(file(hash), () -> Png.of(mask));
        return hash;
    }

    private String hash(Object content, Supplier<String> computed) {
        String hash = known.containsKey(content) ? known.get(content) : computed.get();
        used.put(content, hash);
        return hash;
    }

    private void keep(Path file, Supplier<byte[]> content) {
        if (Files.exists(file)) {
            return;
        }
        try {
            byte[] png = content.get();
            AtomicFile.write(file, out -> out.write(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Picture picture(String hash) {
        return Png.picture(bytes(hash), hash);
    }

    @Override
    public Mask mask(String hash) {
        return Png.mask(bytes(hash), hash);
    }

    private byte[] bytes(String hash) {
        try {
            if (Files.size(file(hash)) > LARGEST) {
                throw new Malformed("damage.large-picture");
            }
            return Files.readAllBytes(file(hash));
        } catch (IOException e) {
            throw new Malformed("damage.no-picture");
        }
    }

    /** Removes what no commit names any more. */
    void sweep(Set<String> named) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!named.contains(name.replace(".png", ""))) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path file(String hash) {
        return folder.resolve(hash + ".png");
    }
}
