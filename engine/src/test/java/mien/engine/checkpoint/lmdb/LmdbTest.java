package mien.engine.checkpoint.lmdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.Mutations;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.picture.Golden8;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LmdbTest {
    @TempDir Path folder;

    static List<GoldenCase> genuine() {
        return Goldens.with("diffusionrig", "file:data.mdb", "expect:lmdb.image_000000");
    }

    /** A file that LMDB itself wrote, in DiffusionRig's layout. */
    @ParameterizedTest
    @MethodSource("genuine")
    void aGenuineFileIsRead(GoldenCase golden) throws IOException {
        Path file = folder.resolve("data.mdb");
        Files.write(file, golden.bytes("file:data.mdb"));
        Lmdb album = Lmdb.open(folder);
        int pictures = Integer.parseInt(text(album.value("length").orElseThrow()));
        for (int i = 0; i < pictures; i++) {
            String name = "image_%06d".formatted(i);
            Picture picture = Picture.decode(bytes(album.value(name).orElseThrow()));
            Picture expected = Golden8.picture(golden, "expect:lmdb." + name);
            assertArrayEquals(expected.argb(), picture.argb());
        }
        int entries = 0;
        for (Lmdb.Entry entry : album) {
            assertEquals(entry.value(), album.value(entry.name()).orElseThrow());
            entries++;
        }
        assertEquals(4 * pictures + 1, entries);
        assertEquals(entries, album.size());
        assertEquals(Optional.empty(), album.value("image_%06d".formatted(pictures)));
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 4096, 16384, 32768})
    void everyEntryIsFoundAndComesInOrder(int pageSize) {
        for (int count : new int[] {1, 2, 40, 3000}) {
            Map<byte[], byte[]> entries = entries(count, 300, count);
            assertHolds(entries, database(LmdbWriter.file(entries, pageSize)));
        }
    }

    @Test
    void longValuesSpanPagesAndPieces() {
        Map<byte[], byte[]> entries = entries(30, 9000, 5);
        byte[] file = LmdbWriter.file(entries, 512);
        assertHolds(entries, database(file));
        assertHolds(entries, new Lmdb(new Pages("small pieces", pieces(file, 1024), 1024)));
    }

    @Test
    void anEmptyDatabaseHasNothing() {
        Lmdb empty = database(LmdbWriter.file(Map.of(), 4096));
        assertEquals(0, empty.size());
        assertFalse(empty.iterator().hasNext());
        assertThrows(NoSuchElementException.class, () -> empty.iterator().next());
        assertEquals(Optional.empty(), empty.value("a"));
    }

    @Test
    void theLastFinishedWriteCounts() {
        byte[] file = LmdbWriter.file(entries(3, 10, 1), 4096);
        assertEquals(3, database(file).size());
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(144, 8); // the empty tree
        assertEquals(0, database(file).size());
    }

    @Test
    void valuesCannotBeWrittenTo() {
        Lmdb db = database(LmdbWriter.file(entries(1, 10, 1), 4096));
        assertTrue(db.iterator().next().value().isReadOnly());
    }

    @Test
    void filesOfAnotherKindAreRefusedInOneSentence() throws IOException {
        assertRefused("no database", () -> Lmdb.open(folder));
        Path empty = Files.createFile(folder.resolve("empty.mdb"));
        assertRefused("ends within", () -> Lmdb.open(empty));
        byte[] sound = LmdbWriter.file(entries(3, 10, 1), 4096);
        assertRefused("no LMDB database", changed(sound, 16, 0));
        assertRefused("big-endian", changed(sound, 16, Integer.reverseBytes(0xBEEFC0DE)));
        assertRefused("32-bit program", changed(sound, 12, 0xBEEFC0DE));
        assertRefused("format 999", changed(sound, 20, 999));
        assertRefused("3000 bytes", changed(sound, 40, 3000));
        assertRefused("disagree", changed(sound, 4096 + 40, 512));
        assertRefused("several values a key", changed(sound, 4096 + 92, 4));
        assertRefused("cannot be true", changed(sound, 4096 + 120, 0));
    }

    @Test
    void damageWithinIsRefusedWhereItIsMet() {
        byte[] sound = LmdbWriter.file(entries(3, 10, 1), 4096); // page 2 is the only leaf
        int leaf = 2 * 4096;
        int node = 4096 - 1 & 0xfffe;
        assertRefused("calls itself another", walk(changed(sound, leaf, 7)));
        assertRefused("is no leaf", walk(changed(sound, leaf + 8, 1 << 16)));
        assertRefused("is empty", walk(changed(sound, leaf + 12, 16)));
        assertRefused("bytes of places", walk(changed(sound, leaf + 12, 9999)));
        assertRefused("lies outside it", walk(changed(sound, leaf + 16, node)));
        assertRefused("should have 9 entries, but has 3", walk(changed(sound, 4096 + 120, 9)));
        assertRefused("never used", walk(changed(sound, 4096 + 128, 77)));
        byte[] cut = Arrays.copyOf(sound, 2 * 4096 + 100);
        assertRefused("ends before page 2", walk(() -> database(cut)));
    }

    @Test
    void aTreeThatGoesRoundInCirclesIsRefused() {
        byte[] file = LmdbWriter.file(entries(3000, 10, 1), 512);
        ByteBuffer b = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int root = (int) b.getLong(512 + 128) * 512;
        int nodes = (b.getShort(root + 12) - 16) / 2;
        for (int i = 1; i < nodes; i++) { // every way leads to the first page below
            b.putShort(
                    root + b.getShort(root + 16 + 2 * i), b.getShort(root + b.getShort(root + 16)));
        }
        assertRefused("out of order", walk(() -> database(file)));
    }

    @Test
    void damagedFilesAreReadOrRefused() {
        List<byte[]> sound =
                List.of(
                        LmdbWriter.file(entries(40, 300, 1), 512),
                        LmdbWriter.file(entries(6, 3000, 2), 1024),
                        LmdbWriter.file(entries(3, 40, 3), 4096),
                        genuine().get(0).bytes("file:data.mdb"));
        Mutations mutations = new Mutations(20, 4 << 20, CheckpointException.class);
        int refused = mutations.over(sound, bytes -> walk(() -> database(bytes)).run());
        assertTrue(refused > 20, "only " + refused + " were refused");
    }

    /** Opens, walks over everything, looks keys up. */
    private static Runnable walk(Supplier<Lmdb> open) {
        return () -> {
            Lmdb db = open.get();
            db.value("key");
            for (Lmdb.Entry entry : db) {
                bytes(entry.value());
                db.value(entry.key());
            }
        };
    }

    private static Supplier<Lmdb> changed(byte[] sound, int at, int value) {
        byte[] bytes = sound.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return () -> database(bytes);
    }

    private static void assertRefused(String words, Supplier<Lmdb> open) {
        assertRefused(words, () -> open.get().size());
    }

    private static void assertRefused(String words, Runnable action) {
        String message = assertThrows(CheckpointException.class, action::run).getMessage();
        assertTrue(message.contains(words), message);
        Mutations.sentence(message);
    }

    private static void assertHolds(Map<byte[], byte[]> entries, Lmdb db) {
        assertEquals(entries.size(), db.size());
        entries.forEach(
                (key, value) -> assertArrayEquals(value, bytes(db.value(key).orElseThrow())));
        List<byte[]> keys = entries.keySet().stream().sorted(Arrays::compareUnsigned).toList();
        Iterator<Lmdb.Entry> walk = db.iterator();
        for (byte[] key : keys) {
            assertArrayEquals(key, walk.next().key());
            byte[] longer = Arrays.copyOf(key, key.length + 1);
            assertEquals(Optional.empty(), db.value(longer), "a key that is not there");
        }
        assertFalse(walk.hasNext());
        assertEquals(Optional.empty(), db.value(new byte[] {}));
        assertEquals(Optional.empty(), db.value(new byte[] {-1, -1, -1, -1}));
    }

    private static Map<byte[], byte[]> entries(int count, int longest, long seed) {
        Random random = new Random(seed);
        Map<byte[], byte[]> entries = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String key = "key_%05d".formatted(i) + "x".repeat(random.nextInt(20));
            byte[] value = new byte[random.nextInt(longest)];
            random.nextBytes(value);
            entries.put(key.getBytes(StandardCharsets.UTF_8), value);
        }
        return entries;
    }

    private static Lmdb database(byte[] file) {
        return new Lmdb(new Pages("test.mdb", new ByteBuffer[] {ByteBuffer.wrap(file)}, 1 << 30));
    }

    private static ByteBuffer[] pieces(byte[] file, int size) {
        ByteBuffer[] pieces = new ByteBuffer[(file.length + size - 1) / size];
        for (int i = 0; i < pieces.length; i++) {
            int end = Math.min(file.length, (i + 1) * size);
            pieces[i] = ByteBuffer.wrap(Arrays.copyOfRange(file, i * size, end));
        }
        return pieces;
    }

    private static byte[] bytes(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }
}
