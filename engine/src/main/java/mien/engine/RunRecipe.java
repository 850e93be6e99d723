package mien.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Pack;
import mien.engine.edit.RunSettings;
import mien.engine.edit.SavedSpec;
import mien.engine.picture.Picture;

/**
 * All that the pictures of a run depend on, as one check sum: two runs with the same one end with
 * the same bytes, so that one can go on where the other was interrupted.
 */
final class RunRecipe {

    private final MessageDigest digest;

    private RunRecipe() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The check sum of one run, in hexadecimal digits. */
    static <S extends EditSpec> String of(
            EditSystem<S> system, S spec, RunSettings settings, Pack pack) {
        SavedSpec saved = system.save(spec);
        ObjectNode values = saved.values();
        RunRecipe recipe = new RunRecipe();
        recipe.add(system.id());
        recipe.add(pack.content());
        recipe.add(settings.toString());
        recipe.add(saved.version() + values.toString());
        recipe.add(spec.source());
        new TreeMap<>(saved.pictures()).values().forEach(recipe::add);
        new TreeMap<>(saved.masks()).values().forEach(mask -> recipe.add(mask.values()));
        return HexFormat.of().formatHex(recipe.digest.digest());
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private void add(Picture picture) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (2 + picture.argb().length));
        bytes.putInt(picture.width()).putInt(picture.height());
        bytes.asIntBuffer().put(picture.argb());
        digest.update(bytes.array());
    }
}
