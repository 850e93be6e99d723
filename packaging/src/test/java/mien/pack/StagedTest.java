package mien.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedTest {

    private static final String TORCH = System.mapLibraryName("torch");

    @TempDir Path folder;
    private Path jars;
    private Path input;

    @BeforeEach
    void folders() throws IOException {
        jars = Files.createDirectories(folder.resolve("jars"));
        input = Files.createDirectories(folder.resolve("input"));
        jar(folder.resolve("launcher.jar"), "Launcher.class");
    }

    @Test
    void pytorchIsUnpackedAndLeftOffTheClassPath() throws IOException {
        String inside = "pytorch/cpu/" + Host.forTensors() + "/";
        jar(jars.resolve("pytorch-native-cpu-2.7.1-x.jar"), inside + TORCH, inside + "readme");
        jar(
                jars.resolve("pytorch-jni-2.7.1-0.35.1.jar"),
                "jnilib/" + Host.forTensors() + "/cpu/" + System.mapLibraryName("djl_torch"),
                "jnilib/" + Host.forTensors() + "/cu128/" + System.mapLibraryName("other"));

        Staged staged = Staged.into(input, folder.resolve("launcher.jar"), jars);

        assertEquals(List.of("launcher.jar", "pytorch-jni-2.7.1-0.35.1.jar"), staged.names());
        assertTrue(Files.isRegularFile(input.resolve("libtorch").resolve(TORCH)));
        assertTrue(Files.isRegularFile(input.resolve("libtorch").resolve(lib("djl_torch"))));
        assertFalse(Files.exists(input.resolve("libtorch").resolve(lib("other"))));
        assertFalse(Files.exists(input.resolve("libtorch/readme")));
    }

    @Test
    void licencesOfAPartLieInAFolderOfItsName() throws IOException {
        jar(jars.resolve("part-1.0.jar"), "META-INF/LICENSE.txt", "NOTICE", "a/LICENSE.class");
        Staged.into(input, folder.resolve("launcher.jar"), jars);
        assertTrue(Files.isRegularFile(input.resolve("legal/part-1.0/LICENSE.txt")));
        assertTrue(Files.isRegularFile(input.resolve("legal/part-1.0/NOTICE")));
        assertFalse(Files.exists(input.resolve("legal/part-1.0/LICENSE.class")));
    }

    @Test
    void aVersionIsANumberAndBeginsWithOneOnAMac() {
        assertEquals("0.1.0", ImageBuild.number("0.1.0-SNAPSHOT", false));
        assertEquals("1.1.0", ImageBuild.number("0.1.0-SNAPSHOT", true));
        assertEquals("2.0.3", ImageBuild.number("2.0.3", true));
    }

    private static String lib(String name) {
        return System.mapLibraryName(name);
    }

    private static void jar(Path file, String... entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.length());
                zip.closeEntry();
            }
        }
    }
}
