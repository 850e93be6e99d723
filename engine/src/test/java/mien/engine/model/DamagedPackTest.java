package mien.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mien.engine.Mutations;
import mien.engine.edit.EditException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Descriptions of models that are damaged or hostile: one sentence each, little memory. */
class DamagedPackTest {
    @TempDir Path root;
    private byte[] sound;

    @BeforeEach
    void pack() throws IOException {
        Files.write(root.resolve("w.bin"), new byte[] {1, 2, 3, 4});
        ObjectNode sections = JsonNodeFactory.instance.objectNode();
        sections.putObject("network").put("levels", 3).putArray("width").add(1).add(2);
        PackWriter.write(
                root,
                new PackWriter.Label("demo", "relight", "Title", "1", "Apache-2.0", "a test"),
                Map.of("weights", "w.bin"),
                sections);
        sound = Files.readAllBytes(root.resolve(ModelPack.DESCRIPTION));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void damagedDescriptionsAreReadOrRefused() {
        Mutations mutations = new Mutations(4, 4 << 20, EditException.class);
        int refused = mutations.over(List.of(sound), this::read);
        assertTrue(refused > 100, "only " + refused + " were refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000.bin", "a\\nb.bin", "..\\\\w.bin", "C:\\\\w.bin", "./", "~/w"})
    void filesWithNamesThatPlayTricksAreRefused(String name) {
        String text = new String(sound, StandardCharsets.UTF_8).replace("w.bin", name);
        assertRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void endlessNestingAndEndlessNumbersAreRefused() {
        String deep = "[".repeat(200_000);
        assertRefused(("{\"format\":" + deep).getBytes(StandardCharsets.UTF_8));
        String number = "{\"format\":" + "9".repeat(500_000) + "}";
        assertRefused(number.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aDescriptionAsLargeAsAModelIsRefusedUnread() throws IOException {
        Path file = root.resolve(ModelPack.DESCRIPTION);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {' '}), 3L << 30);
        }
        EditException refusal = assertThrows(EditException.class, () -> ModelPack.read(root));
        assertTrue(refusal.getMessage().contains("larger than"), refusal.getMessage());
        Mutations.sentence(refusal.getMessage());
    }

    @Test
    void oneBrokenDescriptionLeavesTheOthersInTheLibrary() throws IOException {
        Path other = Files.createDirectory(root.resolve("broken"));
        Files.write(other.resolve(ModelPack.DESCRIPTION), new byte[] {0, -1, 7});
        ModelLibrary library = ModelLibrary.of(List.of(root));
        assertEquals(1, library.packs().size());
        assertEquals(1, library.problems().size());
        Mutations.sentence(library.problems().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"demo\"", "\"relight\"", "\"Title\"", "\"weights\""})
    void wordsThatBreakASentenceAreRefused(String word) {
        String broken = word.substring(0, 3) + "\\n" + word.substring(3);
        String text = new String(sound, StandardCharsets.UTF_8).replace(word, broken);
        assertTrue(text.contains("\\n"), text);
        if (word.contains("weights")) {
            text = text.replace("\"bytes\" : 4", "\"bytes\" : null"); // the refusal names the role
        }
        assertRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(byte[] description) {
        EditException refusal = assertThrows(EditException.class, () -> read(description));
        Mutations.sentence(refusal.getMessage());
    }

    private void read(byte[] description) {
        try {
            Files.write(root.resolve(ModelPack.DESCRIPTION), description);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ModelPack.read(root).verify();
    }
}
