package mien.engine.evaluate.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mien.engine.edit.EditException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibtorchTest {

    @TempDir Path folder;

    /** A Python installation's torch folder, its libraries empty. */
    private Path torch(String version, String... libraries) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("site-packages/torch/lib"));
        for (String name : libraries) {
            Files.writeString(lib.resolve(System.mapLibraryName(name)), "");
        }
        Files.writeString(lib.resolveSibling("version.py"), version);
        return lib;
    }

    private static String refusal(Path at) {
        return assertThrows(EditException.class, () -> Libtorch.at(at).needCuda()).getMessage();
    }

    @Test
    void anInstalledPyTorchSaysItsVersionAndItsCuda() throws IOException {
        Path lib =
                torch(
                        "from typing import Optional\n__version__ = '2.7.0+cu126'\ndebug = False\n"
                                + "cuda: Optional[str] = '12.6'\n",
                        "torch",
                        "torch_cpu",
                        "c10",
                        "torch_cuda",
                        "c10_cuda");
        Libtorch found = Libtorch.at(lib);
        assertEquals(new Libtorch(lib, "2.7.0", Optional.of("12.6")), found.needCuda());
        assertEquals(found, Libtorch.at(folder.resolve("site-packages")), "a folder around it");
        assertEquals(
                List.of("cu128", lib.toString(), "2.7.1"),
                List.copyOf(found.environment().values()));
    }

    @Test
    void whatDoesNotFitIsRefusedInASentenceThatSaysWhatToDo() throws IOException {
        assertTrue(refusal(folder).contains("name the lib folder"), refusal(folder));
        Path lib = torch("__version__ = '2.6.1'", "torch", "c10");
        assertTrue(refusal(lib).contains(System.mapLibraryName("torch_cpu") + " is missing"));
        torch("__version__ = '2.6.1'", "torch_cpu");
        assertTrue(refusal(lib).contains("PyTorch 2.6.1, but Mien needs 2.7.x"));
        torch("__version__ = '2.7.1'\ncuda = None");
        assertTrue(refusal(lib).contains("without CUDA"), refusal(lib));
        torch("__version__ = '2.7.1'\ncuda = '11.8'", "torch_cuda", "c10_cuda");
        assertTrue(refusal(lib).contains("CUDA 11.8"), refusal(lib));
        torch("no version at all");
        assertTrue(refusal(lib).contains("does not say which PyTorch"), refusal(lib));
    }

    @Test
    void theBundledLibraryIsOneWithoutCudaAndRunsAsAChosenOne() {
        Libtorch bundled = Libtorch.at(Path.of(Machine.inspected().library()));
        assertEquals(Libtorch.CALLER, bundled.version());
        assertTrue(refusal(bundled.folder()).contains("without CUDA"));
        assertEquals(
                "PyTorch from %s on cpu()".formatted(bundled.folder()),
                GpuTrial.run(bundled, "cpu"));
        String failed = assertThrows(EditException.class, () -> GpuTrial.run(bundled)).getMessage();
        assertTrue(failed.contains("cannot use a GPU"), failed);
    }

    @Test
    void theChoiceIsOneLineThatTheLauncherReads() throws IOException {
        NativeChoice choice = new NativeChoice(folder.resolve("home/natives"));
        assertEquals(Optional.empty(), choice.chosen());
        Path lib = torch("__version__ = '2.7.1'", "torch", "torch_cpu", "c10");
        choice.choose(Libtorch.at(lib));
        assertEquals(Optional.of(lib), choice.chosen());
        assertEquals(lib + "\n", Files.readString(choice.file()));
        choice.forget();
        choice.forget();
        assertFalse(Files.exists(choice.file()));
    }
}
