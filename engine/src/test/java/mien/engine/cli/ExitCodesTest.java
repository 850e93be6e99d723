package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import mien.engine.edit.EditException.Reason;
import mien.engine.evaluate.machine.Machine;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCodesTest {

    @TempDir static Path folder;

    private static Path portrait;

    @BeforeAll
    static void pictures() throws IOException {
        new Cli(folder).withTinyPack();
        portrait = Cli.portrait(folder.resolve("portrait.png"), 1_000_000);
        Files.createFile(folder.resolve("empty.png"));
        Files.writeString(folder.resolve("text.png"), "not a picture");
        Picture.filled(20_001, 1, 0xff000000).write(folder.resolve("giant.png"));
        Picture.filled(96, 64, 0xff000000).write(folder.resolve("wide.png"));
        Picture.filled(16, 16, 0xff000000).write(folder.resolve("small.png"));
        byte[] whole = Files.readAllBytes(portrait);
        Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(folder.resolve("recipe.json"), "{\"name\": 3");
    }

    private static Cli.Said run(String words) {
        return new Cli(folder)
                .run(
                        (Object[])
                                words.replace("$P", portrait.toString())
                                        .replace("$D", folder.toString())
                                        .split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relight --portrait $D/none.png --out $D/o.png",
                "relight --portrait $D/empty.png --out $D/o.png",
                "relight --portrait $D/text.png --out $D/o.png",
                "relight --portrait $D/cut.png --out $D/o.png",
                "relight --portrait $D/giant.png --out $D/o.png",
                "relight --portrait $D/wide.png --out $D/o.png",
                "relight --portrait $D/small.png --out $D/o.png",
                "relight --portrait $P --out $D/o.bmp",
                "relight --portrait $P --out $D",
                "relight --portrait $P --out $D/text.png/o.png",
                "relight --portrait $P",
                "relight --portrait $P --out $D/o.png --sampler euler",
                "relight --portrait $P --out $D/o.png --steps 0",
                "relight --portrait $P --out $D/o.png --steps 1001",
                "relight --portrait $P --out $D/o.png --steps many",
                "relight --portrait $P --out $D/o.png --precision float8",
                "relight --portrait $P --out $D/o.png --device tpu",
                "relight --portrait $P --out $D/o.png --eta 2",
                "relight --portrait $P --out $D/o.png --model other",
                "relight --portrait $P --out $D/o.png --yaw 99",
                "relight --portrait $P --out $D/o.png --yaw fast",
                "relight --portrait $P --out $D/o.png --light 60",
                "relight --portrait $P --out $D/o.png --expression grin=1",
                "relight --portrait $P --out $D/o.png --take hair $P",
                "relight --portrait $P --out $D/o.png --take light $D/none.png",
                "relight --portrait $P --out $D/o.png --hat on",
                "fit $D/empty.png",
                "world --out $D/w",
                "world --seed 1 --count 0 --out $D/w",
                "world --seed 1 --out $D/w --framing figure",
                "world --seed 1 --out $D/w --size 4",
                "world --seed 1 --out $D/text.png",
                "evaluate faceswap",
                "evaluate relight --count 0",
                "evaluate relight --sheet $D/sheet.pdf",
                "train $D/none.json",
                "train $D/recipe.json",
                "bench --only nothing",
                "gpu install",
                "gpu use",
                "gpu use $D",
                "gpu use bundled",
                "gpu dance",
                "paint --out x",
                "--nonsense"
            })
    void badInputIsOneClearLineAndTwo(String words) {
        Cli.Said said = run(words);
        assertEquals(ExitCode.BAD_INPUT, said.code(), said.err());
        oneLine(said);
        assertTrue(said.err().strip().length() > 20, said.err());
    }

    private static void oneLine(Cli.Said said) {
        assertEquals("", said.out());
        assertEquals(1, said.err().strip().lines().count(), said.err());
        assertFalse(said.err().contains("Exception"), said.err());
    }

    @Test
    void withoutAModelTheLineSaysWhereToPutOne() {
        Cli.Said said =
                new Cli(folder.resolve("bare"))
                        .run("relight", "--portrait", portrait, "--out", folder.resolve("o.png"));
        assertEquals(ExitCode.BAD_INPUT, said.code());
        oneLine(said);
        assertTrue(said.err().contains(folder.resolve("bare/models").toString()), said.err());
    }

    @Test
    void aDeviceThatIsNotThereIsFour() {
        assumeFalse(Machine.inspected().cuda(), "this machine has the device");
        Cli.Said said = run("relight --portrait $P --out $D/o.png --device cuda");
        assertEquals(ExitCode.DEVICE, said.code());
        oneLine(said);
        assertTrue(said.err().startsWith("--device cuda: "), said.err());
    }

    @Test
    @Timeout(60)
    void cancellingARunIsThreeAndLeavesNoResult() throws Exception {
        Cli cli = new Cli(folder);
        Path steps = folder.resolve("steps");
        Path out = folder.resolve("never.png");
        Thread ctrlC =
                new Thread(
                        () -> {
                            while (!Files.exists(steps.resolve("step-0001.png"))) {
                                pause();
                            }
                            cli.interrupt().request();
                        });
        ctrlC.start();
        Cli.Said said =
                cli.run(
                        "relight",
                        "--portrait",
                        portrait,
                        "--out",
                        out,
                        "--steps",
                        1000,
                        "--previews",
                        steps);
        ctrlC.join();
        assertEquals(ExitCode.CANCELLED, said.code(), said.err());
        oneLine(said);
        assertFalse(Files.exists(out));
        assertFalse(Files.exists(steps.resolve("step-1000.png")));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void cancellingBeforeTheStartIsThree() {
        Cli cli = new Cli(folder);
        cli.interrupt().request();
        assertEquals(
                ExitCode.CANCELLED,
                cli.run("world", "--seed", 1, "--out", folder.resolve("w")).code());
        assertFalse(Files.exists(folder.resolve("w")));
    }

    @Test
    void whatWentWrongDecidesTheCode() {
        assertEquals(ExitCode.CANCELLED, Failures.code(new Cancelled()));
        assertEquals(ExitCode.DEVICE, Failures.code(new OutOfMemoryError()));
        assertEquals(
                ExitCode.DEVICE, Failures.code(new EditException("No memory.", Reason.MACHINE)));
        assertEquals(ExitCode.BUG, Failures.code(new EditException("An error.", Reason.DEFECT)));
        assertEquals(ExitCode.BAD_INPUT, Failures.code(new EditException("Not so.")));
        assertEquals(ExitCode.BUG, Failures.code(new NullPointerException("x")));
        assertTrue(Failures.sentence(new NullPointerException("x")).contains("--verbose"));
    }

    @Test
    void helpAndVersionAreNoErrors() {
        Cli.Said help = run("--help");
        assertEquals(ExitCode.DONE, help.code());
        for (String verb :
                new String[] {
                    "relight",
                    "fit",
                    "world",
                    "train",
                    "evaluate",
                    "demo",
                    "models",
                    "bench",
                    "doctor",
                    "gpu"
                }) {
            assertTrue(help.out().contains(" " + verb + " "), verb);
        }
        assertFalse(help.out().contains("train-child"));
        assertTrue(run("--version").out().startsWith("Mien "));
        assertTrue(run("relight --help").out().contains("--light=AZ,EL[,STRENGTH]"));
    }

    @Test
    void aStackTraceIsPrintedOnlyWhenAskedFor() {
        assertFalse(run("fit $D/empty.png").err().contains("\tat "));
        assertTrue(run("fit $D/empty.png --verbose").err().contains("\tat "));
    }
}
