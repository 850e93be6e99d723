package mien.engine.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mien.engine.edit.EditException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelLibraryTest {

    @TempDir Path root;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        ModelPack written = pack("demo/relight", "demo-relight", "relight");
        ModelPack read = ModelPack.read(written.folder());
        assertEquals(written, read);
        assertEquals("relight", read.system());
        assertEquals("Apache-2.0", read.license());
        assertEquals(3, read.section("network").path("levels").asInt());
        assertEquals(written.folder().resolve("w.bin"), read.file("weights"));
        assertDoesNotThrow(() -> read.verify());
        assertEquals(Optional.empty(), read.card());
        Files.writeString(written.folder().resolve("MODEL_CARD.md"), "# Card");
        assertEquals(Optional.of(written.folder().resolve("MODEL_CARD.md")), read.card());
        try (Stream<Path> files = Files.list(written.folder())) {
            assertEquals(3, files.count(), "no half-written file is left");
        }
    }

    @Test
    void everyPackBelowTheFoldersIsFoundAndTheFirstOneIsPreferred() throws IOException {
        pack("user/mine", "mine", "relight");
        pack("bundled/demo/relight", "demo-relight", "relight");
        pack("bundled/demo/pose", "demo-pose", "pose");
        ModelLibrary library =
                ModelLibrary.of(
                        List.of(
                                root.resolve("user"),
                                root.resolve("bundled"),
                                root.resolve("nowhere")));
        assertEquals(List.of(), library.problems());
        assertEquals(3, library.packs().size());
        assertEquals("mine", library.choose("relight", Optional.empty()).id());
        assertEquals("demo-relight", library.choose("relight", Optional.of("demo-relight")).id());
        assertEquals("demo-pose", library.preferred("pose").orElseThrow().id());
    }

    @Test
    void aChoiceThatCannotBeMadeSaysWhy() throws IOException {
        pack("demo/pose", "demo-pose", "pose");
        ModelLibrary library = ModelLibrary.of(List.of(root));
        assertSentence(
                () -> library.choose("relight", Optional.empty()),
                "No model for relight is installed");
        assertSentence(
                () -> library.choose("relight", Optional.of("x")), "choose one of demo-pose");
        assertSentence(() -> library.choose("relight", Optional.of("demo-pose")), "is for pose");
    }

    @Test
    void aBrokenPackIsLeftOutWithASentenceAndTheOthersStay() throws IOException {
        pack("a", "good", "relight");
        Files.writeString(
                pack("b", "bad", "relight").folder().resolve("pack.json"), "{\n\"format\": 1,,\n}");
        ModelLibrary library = ModelLibrary.of(List.of(root));
        assertEquals(List.of("good"), library.packs().stream().map(ModelPack::id).toList());
        assertEquals(1, library.problems().size());
        assertTrue(library.problems().get(0).contains("line 2"), library.problems().get(0));
        pack("b", "bad", "relight");
        assertEquals(2, library.refreshed().packs().size());
    }

    @Test
    void theSameNameTwiceIsAProblem() throws IOException {
        pack("a", "same", "relight");
        pack("b", "same", "relight");
        ModelLibrary library = ModelLibrary.of(List.of(root));
        assertEquals(1, library.packs().size());
        assertTrue(library.problems().get(0).contains("'same'"));
    }

    @Test
    void aFileThatIsMissingCutOffOrChangedIsNoticed() throws IOException {
        ModelPack pack = pack("a", "demo", "relight");
        Path file = pack.folder().resolve("w.bin");
        Files.write(file, new byte[] {1, 2, 3, 5});
        assertEquals(pack, ModelPack.read(pack.folder()), "the length is right");
        assertSentence(() -> pack.file("weights"), "SHA-256");
        assertSentence(pack::verify, "install the pack 'demo' again");
        Files.write(file, new byte[] {1, 2, 3});
        assertSentence(() -> ModelPack.read(pack.folder()), "has 3 bytes instead of 4");
        Files.delete(file);
        assertSentence(() -> ModelPack.read(pack.folder()), "w.bin is missing");
        assertSentence(() -> pack.file("estimator"), "no file for 'estimator'");
        assertSentence(() -> pack.section("diffusion"), "no 'diffusion'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\" : 1|\"format\" : 2|is of format 2, but this Mien reads format 1",
                "\"format\" : 1|\"form\" : 1|'format' is missing",
                "\"title\" : \"Title\"|\"title\" : \"\"|'title' is missing or no text",
                "\"license\" : \"Apache-2.0\"|\"license\" : 2|'license' is missing or no text",
                "\"path\" : \"w.bin\"|\"path\" : \"../w.bin\"|lies in its folder",
                "\"path\" : \"w.bin\"|\"path\" : \"/w.bin\"|lies in its folder",
                "\"bytes\" : 4|\"bytes\" : \"4\"|needs path, bytes and sha256",
                "\"sha256\" : \"|\"sha256\" : \"x|64 hexadecimal digits",
                "\"version\" : \"1\"|\"version\" : \"1\", \"version\" : \"2\"|is broken at line",
            })
    void eachMistakeInADescriptionIsNamed(String right, String wrong, String why)
            throws IOException {
        Path description = pack("a", "demo", "relight").folder().resolve("pack.json");
        String text = Files.readString(description);
        assertTrue(text.contains(right), text);
        Files.writeString(description, text.replace(right, wrong));
        assertSentence(() -> ModelPack.read(description.getParent()), why);
    }

    @Test
    void aFolderWithoutADescriptionIsNoPack() {
        assertSentence(() -> ModelPack.read(root), "holds no model");
    }

    @Test
    void theChosenFolderIsTheBundledOne() {
        String before = System.getProperty("mien.models");
        try {
            System.setProperty("mien.models", root.toString());
            assertEquals(Optional.of(root), ModelFolders.bundled());
            assertEquals(ModelFolders.userData().resolve("models"), ModelFolders.standard().get(0));
            assertEquals(root, ModelFolders.standard().get(1));
        } finally {
            if (before == null) {
                System.clearProperty("mien.models");
            } else {
                System.setProperty("mien.models", before);
            }
        }
        assertFalse(ModelFolders.userData().toString().isBlank());
    }

    private ModelPack pack(String folder, String id, String system) throws IOException {
        Path at = Files.createDirectories(root.resolve(folder));
        Files.write(at.resolve("w.bin"), new byte[] {1, 2, 3, 4});
        ObjectNode sections = JsonNodeFactory.instance.objectNode();
        sections.putObject("network").put("levels", 3);
        return PackWriter.write(
                at,
                new PackWriter.Label(id, system, "Title", "1", "Apache-2.0", "a test"),
                Map.of("weights", "w.bin"),
                sections);
    }

    private static void assertSentence(Executable call, String part) {
        EditException e = assertThrows(EditException.class, call);
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }
}
