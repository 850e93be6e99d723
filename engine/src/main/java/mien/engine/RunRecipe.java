package mien.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Pack;
import mien.engine.edit.RunSettings;
import mien.engine.edit.SavedSpec;
import mien.engine.picture.ContentHash;
import mien.engine.picture.Picture;

/**
 * All that the pictures of a run depend on, as one check sum: two runs with the same one end with
 * the same bytes, so that one can go on where the other was interrupted. Safe for use by several
 * threads.
 */
final class RunRecipe {

    /** Of pictures that are still held; a large one takes longer than a step. */
    private final Map<Picture, String> hashes = Collections.synchronizedMap(new WeakHashMap<>());

    /** The check sum of one run, in hexadecimal digits. */
    <S extends EditSpec> String of(EditSystem<S> system, S spec, RunSettings settings, Pack pack) {
        SavedSpec saved = system.save(spec);
        ObjectNode values = saved.values();
        MessageDigest digest = digest();
        add(digest, system.id());
        add(digest, pack.content());
        add(digest, settings.toString());
        add(digest, saved.version() + values.toString());
        add(digest, hash(spec.source()));
        new TreeMap<>(saved.pictures()).values().forEach(picture -> add(digest, hash(picture)));
        new TreeMap<>(saved.masks()).values().forEach(mask -> add(digest, ContentHash.of(mask)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private String hash(Picture picture) {
        return hashes.computeIfAbsent(picture, ContentHash::of);
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
