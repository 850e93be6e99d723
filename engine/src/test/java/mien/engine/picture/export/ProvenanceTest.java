package mien.engine.picture.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import mien.engine.picture.Picture;
import mien.engine.picture.WriteProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** metadata-extractor, which knows nothing of Mien, reads what Mien writes. */
class ProvenanceTest {
    private static final String IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String MIEN = "urn:mien:export:1.0/";
    private static final String COMPOSITE =
            "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

    /** What names and notes may hold. */
    private static final String HOSTILE =
            "<rdf:li>\"]]>&amp;\u0000\u0001\r\n\t Ö 한글 \ud83d\ude00 \ud800 ?><!--";

    private static final Provenance FULL =
            new Provenance(
                    Provenance.Origin.COMPOSITE,
                    "Mien 0.1",
                    "Mien relight (demo-relight)",
                    "3",
                    Optional.of(new Provenance.Prompt("a dog in the snow", "Anna Writer")),
                    List.of(
                            new Provenance.Source("anna.jpg", "Anna Kim, release of 3 May 2026"),
                            new Provenance.Source("beach.png", "")),
                    Optional.of("{\"system\":\"relight\",\"seed\":7}"),
                    Optional.empty());

    @TempDir private Path folder;

    private static XMPMeta read(Path file) throws IOException {
        try {
            return ImageMetadataReader.readMetadata(file.toFile())
                    .getFirstDirectoryOfType(XmpDirectory.class)
                    .getXMPMeta();
        } catch (ImageProcessingException e) {
            throw new IOException(e);
        }
    }

    private Path written(String name, Provenance provenance) {
        Path file = folder.resolve(name);
        Picture picture = Pictures.noise(40, 30, 5, false);
        if (name.endsWith(".psd")) {
            LayeredPicture layers =
                    new LayeredPicture(40, 30, List.of(Layer.of("Result", picture)));
            Export.psd(layers, provenance, file, WriteProgress.NONE);
        } else {
            Export.flat(picture, provenance, file);
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.tif", "a.psd"})
    void anotherReaderFindsTheMarks(String name) throws IOException, XMPException {
        XMPMeta xmp = read(written(name, FULL));
        assertEquals(COMPOSITE, xmp.getPropertyString(IPTC, "DigitalSourceType"));
        assertEquals("Mien relight (demo-relight)", xmp.getPropertyString(IPTC, "AISystemUsed"));
        assertEquals("3", xmp.getPropertyString(IPTC, "AISystemVersionUsed"));
        assertEquals("a dog in the snow", xmp.getPropertyString(IPTC, "AIPromptInformation"));
        assertEquals("Anna Writer", xmp.getPropertyString(IPTC, "AIPromptWriterName"));
        assertEquals(
                "Mien 0.1", xmp.getPropertyString("http://ns.adobe.com/xap/1.0/", "CreatorTool"));
        assertEquals(
                "Anna Kim, release of 3 May 2026",
                xmp.getLocalizedText("http://purl.org/dc/elements/1.1/", "rights", null, "en")
                        .getValue());
        assertEquals(2, xmp.countArrayItems(MIEN, "Sources"));
        assertEquals("beach.png", xmp.getArrayItem(MIEN, "Sources", 2).getValue());
        assertEquals(FULL.recipe().orElseThrow(), xmp.getPropertyString(MIEN, "Recipe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.tif", "a.psd"})
    void miensOwnReaderFindsWhatWasWritten(String name) {
        Path file = written(name, FULL);
        assertEquals(FULL.fields(), XmpFile.fields(file));
        assertEquals(FULL.recipe(), XmpFile.recipe(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.tif", "a.psd"})
    void aShareCopyKeepsTheMarksAndNothingPrivate(String name) throws IOException, XMPException {
        Path file = written(name, FULL.shared());
        XMPMeta xmp = read(file);
        assertEquals(COMPOSITE, xmp.getPropertyString(IPTC, "DigitalSourceType"));
        assertTrue(xmp.doesPropertyExist(IPTC, "AISystemUsed"));
        assertTrue(xmp.doesPropertyExist("http://purl.org/dc/elements/1.1/", "rights"));
        assertEquals(Optional.empty(), XmpFile.recipe(file));
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String secret : Set.of("anna.jpg", "beach.png", "snow", "Anna Writer", "seed")) {
            assertFalse(bytes.contains(secret), secret);
        }
    }

    @Test
    void aSessionTravelsInFilesThatHaveRoomForIt() {
        String session = "s".repeat(200_000);
        for (String name : List.of("a.png", "a.tif", "a.psd")) {
            assertEquals(
                    Optional.of(session),
                    XmpFile.session(written(name, FULL.withSession(session))));
        }
        Path jpeg = written("a.jpg", FULL.withSession(session));
        assertEquals(Optional.empty(), XmpFile.session(jpeg));
        assertEquals(FULL.recipe(), XmpFile.recipe(jpeg));
        assertEquals(
                Optional.empty(),
                XmpFile.session(written("b.png", FULL.withSession(session).shared())));
    }

    @Test
    void onlyAPictureWithoutAPhotographIsCalledWhollyMade() {
        assertEquals(COMPOSITE, FULL.fields().get(0).shown());
        Provenance synthetic =
                new Provenance(
                        Provenance.Origin.SYNTHETIC,
                        "Mien",
                        "s",
                        "",
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
        assertEquals(
                "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
                synthetic.fields().get(0).shown());
        assertEquals(
                Set.of(XmpName.DIGITAL_SOURCE_TYPE, XmpName.AI_SYSTEM_USED, XmpName.CREATOR_TOOL),
                synthetic.fields().stream().map(XmpField::name).collect(Collectors.toSet()),
                "what is empty is left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.tif", "a.psd"})
    void hostileTextsHarmNothing(String name) throws IOException, XMPException {
        String tame = HOSTILE.replaceAll("[\u0000\u0001\ud800]", "\ufffd");
        Provenance hostile =
                Provenance.edit("Mien", HOSTILE, "1")
                        .withSources(List.of(new Provenance.Source(HOSTILE, HOSTILE)))
                        .withRecipe(HOSTILE);
        Path file = written(name, hostile);
        assertEquals(Optional.of(tame), XmpFile.recipe(file));
        assertEquals(tame, read(file).getPropertyString(IPTC, "AISystemUsed"));
        assertEquals(40, Picture.read(written("b.png", hostile)).width());
    }

    @Test
    void aFileThatIsBrokenOrForeignSaysNothing() throws IOException {
        Random random = new Random(4);
        for (String name : List.of("a.png", "a.jpg", "a.tif", "a.psd")) {
            byte[] whole = Files.readAllBytes(written(name, FULL));
            for (int i = 0; i < 300; i++) {
                byte[] bytes = whole.clone();
                for (int k = 0; k < 3; k++) {
                    bytes[random.nextInt(Math.min(bytes.length, 3000))] = (byte) random.nextInt();
                }
                Path file = Files.write(folder.resolve("broken"), bytes);
                assertTrue(XmpFile.fields(file).size() <= FULL.fields().size());
            }
            Files.write(folder.resolve("cut"), Arrays.copyOf(whole, 30));
            assertEquals(List.of(), XmpFile.fields(folder.resolve("cut")));
        }
        assertEquals(List.of(), XmpFile.fields(folder.resolve("absent")));
        Path text = Files.writeString(folder.resolve("text"), "no picture");
        assertEquals(List.of(), XmpFile.fields(text));
    }

    @Test
    @Timeout(60) // it would go round for ever
    void aResourceThatClaimsToEndBeforeItBeginsIsNotFollowed() throws IOException {
        ByteBuffer psd = ByteBuffer.allocate(200).putInt(0x38425053);
        psd.position(26);
        psd.putInt(0).putInt(100); // no palette; resources
        psd.putInt(0x3842494d).putShort((short) 1).putShort((short) 0).putInt(-14);
        Path file = Files.write(folder.resolve("round.psd"), psd.array());
        assertEquals(List.of(), XmpFile.fields(file));
    }

    @Test
    void aPacketThatNamesOtherFilesIsNotFollowed() {
        String bomb =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + FULL.packet().replace("Mien 0.1", "&e;");
        assertEquals(List.of(), XmpPacket.read(bomb));
        assertEquals(FULL.fields(), XmpPacket.read(FULL.packet()));
    }
}
