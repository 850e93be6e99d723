package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mien.engine.model.KnownFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsVerbTest {

    @TempDir Path folder;

    private Cli cli;
    private Path file;

    @BeforeEach
    void aFile() {
        cli = new Cli(folder);
        file = KnownFiles.write(folder.resolve("alex.pth"), KnownFiles.SMALL);
    }

    private Path pack(String id) {
        return cli.models().resolve(id);
    }

    private Cli.Said done(Object... words) {
        Cli.Said said = cli.run(words);
        assertEquals(ExitCode.DONE, said.code(), said.err());
        return said;
    }

    /** One line on the error stream, nothing on the other. */
    private String refused(Object... words) {
        Cli.Said said = cli.run(words);
        assertEquals(ExitCode.BAD_INPUT, said.code(), said.out() + said.err());
        assertEquals("", said.out());
        assertEquals(1, said.err().strip().lines().count(), said.err());
        assertFalse(said.err().contains("Exception"), said.err());
        return said.err().strip();
    }

    private static List<String> ids(JsonNode packs) {
        return StreamSupport.stream(packs.spliterator(), false)
                .map(p -> p.path("id").asText())
                .toList();
    }

    private List<Path> left() throws IOException {
        if (!Files.exists(cli.models())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(cli.models())) {
            return files.filter(f -> !f.equals(cli.models())).toList();
        }
    }

    @Test
    void aCheckpointIsImportedListedVerifiedAndRemoved() throws IOException {
        Cli.Said said = done("models", "import", file);
        assertTrue(said.out().contains("LPIPS linear weights"), said.out());
        assertTrue(said.out().contains("license    BSD-2"), said.out());
        assertTrue(said.out().contains("copied"), said.out());
        assertEquals(-1, Files.mismatch(file, pack("lpips-alex").resolve("alex.pth")));

        JsonNode listed = done("models", "list", "--json").json();
        assertEquals(List.of("lpips-alex"), ids(listed.path("packs")));
        JsonNode part = listed.path("packs").path(0).path("published").path(0);
        assertEquals("measure", part.path("role").asText());
        assertEquals("lpips-alex", part.path("checkpoint").asText());
        assertFalse(part.path("linked").asBoolean());
        assertTrue(done("models", "list").out().startsWith("lpips-alex "));

        assertEquals(
                "lpips-alex",
                done("models", "verify", "--json").json().path("sound").path(0).asText());
        assertTrue(done("models", "verify", "lpips-alex").out().contains("sound"));

        String ask = refused("models", "remove", "lpips-alex");
        assertTrue(ask.contains("--yes"), ask);
        assertTrue(Files.exists(pack("lpips-alex")));
        done("models", "remove", "lpips-alex", "--yes");
        assertEquals(List.of(), left());
        assertTrue(Files.exists(file));
        assertTrue(done("models", "list").out().contains("No model is installed"));
    }

    @Test
    void damageIsFoundAndADamagedModelCanBeRemoved() throws IOException {
        done("models", "import", file);
        Path copy = pack("lpips-alex").resolve("alex.pth");
        byte[] bytes = Files.readAllBytes(copy);
        bytes[bytes.length - 5] ^= 1;
        Files.write(copy, bytes);
        String changed = refused("models", "verify", "lpips-alex");
        assertTrue(changed.contains("changed or damaged"), changed);
        assertTrue(changed.contains(copy.toString()), changed);

        Files.write(copy, new byte[3]);
        for (String cut :
                List.of(refused("models", "verify"), refused("models", "verify", "lpips-alex"))) {
            assertTrue(cut.contains("3 bytes instead of"), cut);
        }
        done("models", "remove", "lpips-alex", "--yes");
        assertEquals(List.of(), left());
    }

    @Test
    void verifyAsJsonTellsOfDamageAndEndsWithTwo() throws IOException {
        done("models", "import", file);
        Path copy = pack("lpips-alex").resolve("alex.pth");
        byte[] bytes = Files.readAllBytes(copy);
        bytes[bytes.length - 5] ^= 1;
        Files.write(copy, bytes);
        Cli.Said said = cli.run("models", "verify", "--json");
        assertEquals(ExitCode.BAD_INPUT, said.code());
        assertEquals(1, said.json().path("problems").size());
        assertEquals(0, said.json().path("sound").size());
    }

    @Test
    void aLinkedFileStaysWhereItIs() throws IOException {
        JsonNode installed =
                done("models", "import", file, "--link", "--as", "mine", "--json").json();
        JsonNode pack = installed.path("installed").path(0);
        assertEquals("mine", pack.path("id").asText());
        assertTrue(pack.path("published").path(0).path("linked").asBoolean());
        Path link = pack("mine").resolve("alex.pth");
        assertTrue(Files.isSameFile(file, link));
        done("models", "verify", "mine");
        assertTrue(done("models", "remove", "mine", "--yes").out().contains("0 bytes"));
        assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
        assertTrue(Files.size(file) > 2000);
    }

    @Test
    void whatAPersonPutBesideAModelStays() throws IOException {
        done("models", "import", file);
        Path notes = Files.writeString(pack("lpips-alex").resolve("notes.txt"), "mine");
        Cli.Said said = done("models", "remove", "lpips-alex", "--yes");
        assertTrue(said.err().contains("stays"), said.err());
        assertEquals(List.of(pack("lpips-alex"), notes), left());
    }

    @Test
    void aListedFileOutsideOfTheFolderIsNeverDeleted() throws IOException {
        done("models", "import", file);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path precious = Files.copy(file, elsewhere.resolve("alex.pth"));
        Path description = pack("lpips-alex").resolve("pack.json");
        Files.createSymbolicLink(pack("lpips-alex").resolve("sub"), elsewhere);
        Files.writeString(
                description,
                Files.readString(description).replace("\"alex.pth\"", "\"sub/alex.pth\""));
        String said = refused("models", "remove", "lpips-alex", "--yes");
        assertTrue(said.contains("outside of its folder"), said);
        assertTrue(Files.exists(precious));
        assertTrue(Files.exists(description));
    }

    @Test
    void aSecondImportNeedsAnotherName() {
        done("models", "import", file);
        assertTrue(refused("models", "import", file, file, "--as", "x").contains("one by one"));
        String taken = refused("models", "import", file);
        assertTrue(taken.contains("--as"), taken);
        done("models", "import", file, "--as", "lpips-again");
        assertEquals(
                List.of("lpips-again", "lpips-alex"),
                ids(done("models", "list", "--json").json().path("packs")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..", "../out", "a/b", "a\\b", "/tmp/x", "A", "", ".hidden", "con ", "a--b", "-a"
            })
    void aNameThatLeadsElsewhereIsRefused(String id) throws IOException {
        String said = refused("models", "import", file, "--as=" + id);
        assertTrue(said.contains("cannot be a model's name") || said.contains("--as"), said);
        assertEquals(List.of(), left());
        refused("models", "remove", "--yes", "--", id);
        refused("models", "verify", "--", id);
    }

    @Test
    void aBrokenFileIsNotInstalledAndTheSentenceNamesTheFault() throws IOException {
        Path cut =
                KnownFiles.write(
                        folder.resolve("cut.safetensors"),
                        "taesd-decoder",
                        "module.",
                        tensors -> tensors.remove("12.weight"));
        String said = refused("models", "import", cut);
        assertTrue(said.contains("TAESD decoder"), said);
        assertTrue(said.contains("1 missing (module.12.weight)"), said);
        assertTrue(said.contains("https://github.com/madebyollin/taesd"), said);
        assertEquals(List.of(), left());
    }

    @Test
    void aNumberThatIsNotFiniteIsFoundBeforeInstalling() throws IOException {
        Path sick =
                KnownFiles.write(
                        folder.resolve("sick.safetensors"),
                        KnownFiles.SMALL,
                        "",
                        tensors ->
                                tensors.computeIfPresent(
                                        "lin4.model.1.weight", (name, t) -> t.mul(Float.NaN)));
        String said = refused("models", "import", sick);
        assertTrue(said.contains("'lin4.model.1.weight' holds a number that is not finite"), said);
        assertEquals(List.of(), left());
    }

    @Test
    void tensorsTooManyAreLeftOutWhenTheArtistSaysWhatTheFileIs() {
        Path more =
                KnownFiles.write(
                        folder.resolve("more.safetensors"),
                        "lpips-alex",
                        "",
                        tensors -> tensors.put("extra", tensors.get("lin0.model.1.weight")));
        String said = refused("models", "import", more);
        assertTrue(said.contains("1 left over (extra)"), said);
        assertTrue(said.contains("--known lpips-alex"), said);
        done("models", "import", more, "--known", "lpips-alex");
        assertTrue(
                refused("models", "import", more, "--known", "s3fd", "--as", "x")
                        .contains("65 missing"));
        assertTrue(
                refused("models", "import", more, "--known", "nothing")
                        .contains("knows no checkpoint 'nothing'"));
    }

    @Test
    void anUnknownFileAndNoFileAreToldApart() throws IOException {
        Path text = Files.writeString(folder.resolve("x.pt"), "<html>");
        assertTrue(refused("models", "import", text).contains("web page"));
        assertTrue(
                refused("models", "import", folder.resolve("none.pt")).contains("does not exist"));
        Path other =
                KnownFiles.write(
                        folder.resolve("other.safetensors"),
                        KnownFiles.SMALL,
                        "",
                        tensors -> {
                            tensors.put("some.where", tensors.remove("lin0.model.1.weight"));
                            tensors.keySet().retainAll(List.of("some.where"));
                        });
        String said = refused("models", "import", other);
        assertTrue(said.contains("no checkpoint that Mien knows"), said);
        assertTrue(said.contains("some.where"), said);
        assertEquals(
                "unknown", done("models", "show", other, "--json").json().path("status").asText());
    }

    @Test
    void showSaysWhatAFileIsWithoutInstallingIt() throws IOException {
        JsonNode shown = done("models", "show", file, "--json").json();
        assertEquals("recognised", shown.path("status").asText());
        assertEquals("lpips-alex", shown.path("checkpoint").path("id").asText());
        assertEquals("BSD-2", shown.path("checkpoint").path("license").asText());
        assertEquals("safetensors", shown.path("container").asText());
        assertEquals(5, shown.path("tensors").asInt());
        assertEquals(64 + 192 + 384 + 256 + 256, shown.path("numbers").asInt());
        assertEquals(Files.size(file), shown.path("bytes").asLong());
        assertTrue(shown.path("sha256").asText().matches("[0-9a-f]{64}"));
        assertEquals(List.of(), left());
        assertTrue(done("models", "show", file).out().contains("checkpoint.license"));
        assertFalse(shown.has("pack"));
        done("models", "import", file, "--link", "--as", "mine");
        assertEquals("mine", done("models", "show", file, "--json").json().path("pack").asText());
    }

    @Test
    void showSaysWhatAModelHoldsAndWhereACheckpointIsFound() {
        assertEquals(
                "https://github.com/ankanbhunia/PIDM",
                done("models", "show", "pidm", "--json").json().path("page").asText());
        done("models", "import", file);
        JsonNode pack = done("models", "show", "lpips-alex", "--json").json();
        assertEquals("BSD-2", pack.path("license").asText());
        assertEquals("as published", pack.path("version").asText());
        assertEquals(5, pack.path("files").path(0).path("tensors").asInt());
        assertTrue(refused("models", "show", "nothing").contains("no installed model"));
    }

    @Test
    void theListOfKnownCheckpointsSaysWhichAreInstalled() {
        done("models", "import", file);
        JsonNode known = done("models", "list", "--known", "--json").json();
        assertTrue(known.size() > 40);
        for (JsonNode one : known) {
            assertEquals(one.path("id").asText().equals("lpips-alex"), one.has("installed"));
        }
        assertTrue(done("models", "list", "--known").out().contains("deca_model.tar"));
    }

    @Test
    void aFolderThatCannotBeMadeIsOneSentence() throws IOException {
        Files.writeString(cli.models(), "a file where the folder should be");
        Cli.Said said = cli.run("models", "import", file);
        assertEquals(ExitCode.BAD_INPUT, said.code(), said.err());
        assertEquals(1, said.err().strip().lines().count(), said.err());
        assertTrue(
                said.err().startsWith("The model cannot be installed in " + cli.models()),
                said.err());
    }

    @Test
    void anImportThatIsCancelledLeavesNothing() throws IOException {
        cli.interrupt().request();
        assertEquals(ExitCode.CANCELLED, cli.run("models", "import", file).code());
        assertEquals(List.of(), left());
    }

    @Test
    void theDemoPackIsListedAndAPublishedPartDoesNotTakeItsPlace() {
        cli.withTinyPack();
        Path rig = KnownFiles.write(folder.resolve("s3fd.pth"), "taesd-decoder");
        done("models", "import", rig, "--as", "a-part");
        assertEquals(
                List.of("a-part", "tiny"),
                ids(done("models", "list", "--json").json().path("packs")));
        assertTrue(refused("models").contains("models list"));
    }
}
