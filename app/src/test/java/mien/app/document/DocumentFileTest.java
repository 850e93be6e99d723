package mien.app.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import mien.app.toy.ToySpec;
import mien.engine.picture.ContentHash;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFileTest {

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("a.mien");
    }

    @Test
    void aDocumentComesBackAsItWas() {
        for (long seed = 0; seed < 10; seed++) {
            DocumentState state = SomeDocuments.document(seed);
            DocumentFile.write(state, file());
            DocumentJson.Opened back = DocumentFile.read(file());
            assertEquals(List.of(), back.lost());
            Enlivened live = Enlivened.of(back.state(), List.of(SomeDocuments.TOY));
            assertEquals(List.of(), live.problems());
            assertEquals(state, live.state());
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        DocumentState state = SomeDocuments.document(3);
        DocumentFile.write(state, file());
        byte[] first = Files.readAllBytes(file());
        DocumentFile.write(DocumentFile.read(file()).state(), folder.resolve("b.mien"));
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("b.mien")));
    }

    @Test
    void onePictureIsKeptOnceAndNotDeflatedTwice() throws IOException {
        Picture picture = SomeDocuments.picture(5, 40);
        LiveEdit<ToySpec> edit = SomeDocuments.edit(picture, 6);
        DocumentState state =
                DocumentState.of("twice", picture)
                        .withEdit(0, edit.withResult(Optional.of(picture)))
                        .withEdit(1, edit.withResult(Optional.of(picture)));
        DocumentFile.write(state, file());
        try (ZipFile zip = new ZipFile(file().toFile())) {
            List<? extends ZipEntry> parts = zip.stream().toList();
            assertEquals(2, parts.size());
            assertEquals(ZipEntry.STORED, parts.get(1).getMethod());
        }
    }

    @Test
    void anEditOfAnUnknownSystemIsKeptAsItIs() {
        StoredEdit foreign = SomeDocuments.foreign(8);
        Picture picture = SomeDocuments.picture(7, 12);
        DocumentState state = DocumentState.of("later", picture).withEdit(0, foreign);
        DocumentFile.write(state, file());
        Enlivened live =
                Enlivened.of(DocumentFile.read(file()).state(), List.of(SomeDocuments.TOY));
        assertEquals(state, live.state());
        Damage.sentence(live.problems().get(0).english());
    }

    @Test
    void aDocumentOfTheFirstSchemaIsBroughtUpToDate() {
        Path old = resource("schema-1.mien");
        DocumentState state = DocumentFile.read(old).state();
        assertEquals("An old document", state.name());
        assertEquals(4, state.picture().width());
        assertEquals(0xffff0000, state.picture().argb()[0]);
        assertEquals(View.FITTED, state.view());
        Enlivened live = Enlivened.of(state, List.of(SomeDocuments.TOY));
        assertEquals(List.of(), live.problems());
        LiveEdit<?> edit = (LiveEdit<?>) live.state().current().orElseThrow();
        assertEquals(12.5, ((ToySpec) edit.spec()).light().azimuth());
        assertEquals(41, edit.settings().seed());
        DocumentFile.write(state, file());
        assertEquals(state, DocumentFile.read(file()).state());
    }

    @Test
    void aDocumentOfANewerSchemaAsksForANewerMien() {
        refused(resource("schema-99.mien"), "update Mien");
    }

    @Test
    void whatIsNoDocumentIsRefusedInASentence() throws IOException {
        refused(folder.resolve("none.mien"), "moved or renamed");
        Files.write(file(), new byte[0]);
        refused(file(), "open an older copy");
        Files.writeString(file(), "no zip archive at all");
        refused(file(), "open an older copy");
    }

    @Test
    void aLostResultDoesNotLoseTheDocument() throws IOException {
        DocumentState state = SomeDocuments.document(4);
        DocumentFile.write(state, file());
        String last = PackedAssets.pictureFile(ContentHash.of(last(state)));
        ZipForge.without(file(), last);
        DocumentJson.Opened back = DocumentFile.read(file());
        assertEquals(1, back.lost().size());
        assertEquals(Optional.empty(), back.state().edits().get(1).result());
        ZipForge.without(file(), PackedAssets.pictureFile(ContentHash.of(state.picture())));
        refused(file(), "has no part");
    }

    private static Picture last(DocumentState state) {
        return state.outcome().orElseThrow();
    }

    @Test
    void aPictureThatIsNotTheOneNamedIsRefused() throws IOException {
        DocumentState state = SomeDocuments.document(4);
        DocumentFile.write(state, file());
        String source = PackedAssets.pictureFile(ContentHash.of(state.picture()));
        ZipForge.with(file(), source, SomeDocuments.picture(99, 24).png());
        refused(file(), "is damaged");
    }

    @Test
    void bombsAndPathTricksAreRefusedOrLeftAlone() throws IOException {
        DocumentState state = SomeDocuments.document(4);
        DocumentFile.write(state, file());
        ZipForge.with(file(), "../../escaped.txt", "boo".getBytes());
        assertEquals(state.name(), DocumentFile.read(file()).state().name());
        assertFalse(Files.exists(folder.getParent().resolve("escaped.txt")));
        ZipForge.with(file(), DocumentFile.TEXT, new byte[40 << 20]);
        refused(file(), "too large");
        ZipForge.with(file(), DocumentFile.TEXT, "[".repeat(100_000).getBytes());
        refused(file(), "text is damaged");
    }

    @Test
    void picturesThatNeedTooMuchMemoryAreRefusedBeforeTheyAreDecoded() throws IOException {
        DocumentState state = SomeDocuments.document(4);
        DocumentFile.write(state, file());
        try (ZipFile zip = new ZipFile(file().toFile())) {
            ZippedAssets assets = new ZippedAssets(zip, 24 * 24 * 4 - 1);
            String hash = ContentHash.of(state.picture());
            Malformed e = assertThrows(Malformed.class, () -> assets.picture(hash));
            assertTrue(e.getMessage().contains("memory"), e.getMessage());
        }
    }

    @Test
    void namesAreCappedAndFreeOfControls() {
        String long10k = "é\n".repeat(5000);
        DocumentState state =
                DocumentState.of(long10k, SomeDocuments.picture(1, 4))
                        .withMarks(
                                List.of(
                                        new Mark(
                                                "\u0000/../\"}\u202e",
                                                0,
                                                SomeDocuments.foreign(2))));
        DocumentFile.write(state, file());
        DocumentState back = DocumentFile.read(file()).state();
        assertEquals(state, back);
        assertEquals(DocumentNames.LONGEST, back.name().length());
        assertEquals("/../\"}", back.marks().get(0).label());
        assertEquals("anna.mien", DocumentNames.proposed("anna.jpeg"));
        assertEquals("a_b_c.mien", DocumentNames.proposed("a/b:c"));
        assertEquals("picture.mien", DocumentNames.proposed("  "));
        assertEquals(Path.of("x", "a.MIEN"), DocumentNames.named(Path.of("x", "a.MIEN")));
        assertEquals(Path.of("x", "a.png.mien"), DocumentNames.named(Path.of("x", "a.png")));
    }

    private static void refused(Path file, String why) {
        DocumentException e = assertThrows(DocumentException.class, () -> DocumentFile.read(file));
        assertTrue(e.getMessage().contains(why), e.getMessage());
        Damage.sentence(e.getMessage());
    }

    private static Path resource(String name) {
        try {
            return Path.of(DocumentFileTest.class.getResource("/documents/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
