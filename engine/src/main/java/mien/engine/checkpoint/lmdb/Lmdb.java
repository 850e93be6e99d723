package mien.engine.checkpoint.lmdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Optional;
import mien.engine.checkpoint.CheckpointException;

/**
 * A read-only LMDB database: byte values by byte keys, as its last finished write left it. Made by
 * 64-bit programs on little-endian machines, any page size; one unnamed database, one value a key.
 *
 * <p>DiffusionRig keeps its album under {@code image_000000} (PNG), {@code albedo_000000}, {@code
 * normal_000000}, {@code rendered_000000} (pickled tensors) and {@code length} (decimal text); PIDM
 * its pictures under their paths. Values are windows into the mapped file and stay valid after the
 * database itself is let go. Safe for many threads.
 */
public final class Lmdb implements Iterable<Lmdb.Entry> {
    private static final String DATA = "data.mdb";

    private final Pages pages;
    private final Meta meta;

    Lmdb(Pages pages) {
        this.pages = pages;
        meta = Meta.newest(pages);
        pages.use(meta.pageSize(), meta.lastPage());
    }

    /**
     * @param key its bytes
     * @param value its bytes, read-only
     */
    public record Entry(byte[] key, ByteBuffer value) {
        /** The key as UTF-8 text. */
        public String name() {
            return new String(key, StandardCharsets.UTF_8);
        }
    }

    /**
     * @param path a data file, or a folder with {@code data.mdb} in it
     * @throws CheckpointException if it is absent, of another kind, or damaged at its beginning;
     *     later calls throw it where they meet damage
     */
    public static Lmdb open(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(DATA) : path;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new Lmdb(Pages.mapped(channel, file.toString()));
        } catch (NoSuchFileException e) {
            throw new CheckpointException(
                    "There is no database %s; check the name.".formatted(file), e);
        } catch (IOException e) {
            throw new CheckpointException(
                    "%s cannot be read (%s); check the disk and the file's permissions."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** How many entries there are. */
    public long size() {
        return meta.entries();
    }

    /**
     * @param key as UTF-8 text
     * @return its value, read-only
     */
    public Optional<ByteBuffer> value(String key) {
        return value(key.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param key its bytes
     * @return its value, read-only
     */
    public Optional<ByteBuffer> value(byte[] key) {
        if (meta.isEmpty()) {
            return Optional.empty();
        }
        Page page = pages.page(meta.root());
        for (int level = 1; level < meta.depth(); level++) {
            page = pages.page(page.branch().child(page.lastNotAbove(key)));
        }
        int at = page.leaf().lastNotAbove(key);
        return at >= 0 && page.compare(at, key) == 0
                ? Optional.of(page.value(at))
                : Optional.empty();
    }

    /**
     * All entries in the order of their keys' bytes. The walk itself checks the tree: {@link
     * Iterator#next} throws {@link CheckpointException} where keys are out of order or entries are
     * missing.
     */
    @Override
    public Iterator<Entry> iterator() {
        return new Walk(pages, meta);
    }
}
