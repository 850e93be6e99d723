package mien.engine.evaluate.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibtorchDownloadTest {

    private static final List<String> LIBRARIES =
            List.of("torch", "torch_cpu", "c10", "torch_cuda", "c10_cuda");

    @TempDir Path folder;

    private final byte[] content = new byte[3_000_000];
    private Path place;

    @BeforeEach
    void publish() throws IOException {
        new Random(3).nextBytes(content);
        place = folder.resolve("place");
        List<String> lines = new ArrayList<>(List.of("cpu/linux-x86_64/native/lib/x.gz"));
        for (String name : LIBRARIES) {
            String file =
                    "cu128/%s/native/lib/%s.gz"
                            .formatted(LibtorchDownload.platform(), System.mapLibraryName(name));
            lines.add(file);
            Files.createDirectories(place.resolve(file).getParent());
            try (OutputStream out =
                    new GZIPOutputStream(Files.newOutputStream(place.resolve(file)))) {
                out.write(content);
            }
        }
        Files.write(place.resolve("files.txt"), lines);
    }

    private LibtorchDownload download() {
        return new LibtorchDownload(place.toUri(), folder.resolve("cache"));
    }

    private List<String> cached() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    @Test
    void everyFileOfThisMachinesCudaBuildIsUnpackedAndFound() throws IOException {
        List<Long> seen = new ArrayList<>();
        Libtorch library = download().fetch((file, done, all, bytes) -> seen.add(bytes));
        assertEquals("12.8", library.needCuda().cuda().orElseThrow());
        assertArrayEquals(
                content,
                Files.readAllBytes(library.folder().resolve(System.mapLibraryName("torch_cpu"))));
        assertTrue(seen.size() >= LIBRARIES.size());
        assertEquals(1, cached().size());
        Files.delete(place.resolve("files.txt"));
        assertEquals(
                library, download().fetch((file, done, all, bytes) -> {}), "it is there already");
    }

    @Test
    void aDownloadThatIsEndedOrBreaksLeavesNothing() throws IOException {
        assertThrows(
                Cancelled.class,
                () ->
                        download()
                                .fetch(
                                        (file, done, all, bytes) -> {
                                            if (done == 2) {
                                                throw new Cancelled();
                                            }
                                        }));
        assertEquals(List.of(), cached());
        Path broken =
                place.resolve(
                        "cu128/%s/native/lib/%s.gz"
                                .formatted(
                                        LibtorchDownload.platform(),
                                        System.mapLibraryName("c10_cuda")));
        Files.write(broken, new byte[] {1, 2, 3});
        EditException refused =
                assertThrows(EditException.class, () -> download().fetch((f, d, a, b) -> {}));
        assertTrue(refused.getMessage().contains("check the network"), refused.getMessage());
        assertEquals(List.of(), cached());
    }

    @Test
    void withoutANetworkASentenceSaysWhatElseThereIs() {
        LibtorchDownload nowhere =
                new LibtorchDownload(
                        URI.create("http://no-such-host.invalid/pytorch/"),
                        folder.resolve("cache"));
        EditException refused =
                assertThrows(EditException.class, () -> nowhere.fetch((f, d, a, b) -> {}));
        assertTrue(refused.getMessage().contains("no-such-host.invalid"), refused.getMessage());
        assertTrue(refused.getMessage().contains("gpu use DIR"), refused.getMessage());
    }
}
