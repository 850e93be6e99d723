package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mien.engine.edit.Control;
import mien.engine.edit.EditException;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.edit.relight.TinyPack;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.MaskFiles;
import mien.engine.picture.mask.TiledMask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ControlOptionsTest {

    private static final Relight RELIGHT = new Relight();

    @TempDir static Path folder;

    private static RelightSpec opened;
    private static RelightSpec other;

    @BeforeAll
    static void open() {
        opened = RELIGHT.opened(Picture.filled(64, 64, 0xff808080), TinyPack.seen());
        RelightSpec turned = opened.withHead(opened.head().withYaw(33).withPitch(-9));
        RelightSpec lit = turned.withLight(turned.light().withStrength(1.1));
        other =
                lit.withJaw(lit.jaw().withDegrees(21))
                        .withLatentFrom(Picture.filled(64, 64, 0xff102030));
    }

    private static List<ControlOption<RelightSpec>> options() {
        return ControlOptions.of(RELIGHT, name -> true);
    }

    /** The opened spec after these words of a command line. */
    private static RelightSpec after(String... words) {
        List<ControlOption<RelightSpec>> options = options();
        CommandSpec command = CommandSpec.create();
        options.forEach(o -> command.addOption(o.option()));
        CommandLine.ParseResult parsed = new CommandLine(command).parseArgs(words);
        RelightSpec spec = opened;
        for (ControlOption<RelightSpec> o : options) {
            OptionSpec given = parsed.matchedOption(o.option().longestName());
            if (given != null) {
                spec = o.setting().with(spec, given.getValue(), file -> other);
            }
        }
        return spec;
    }

    /** An example of every option, by its longest name. */
    private static Map<String, List<String>> examples() throws IOException {
        Path light = folder.resolve("light.txt");
        Files.writeString(light, "0.5 ".repeat(27));
        Map<String, List<String>> examples = new LinkedHashMap<>();
        examples.put("--take", List.of("pose", "other.png"));
        examples.put("--light-coefficients", List.of(light.toString()));
        examples.put("--light", List.of("60,20"));
        examples.put("--light-colour", List.of("1,0.5,0.2"));
        examples.put("--no-keep-centre", List.of());
        Path mask = folder.resolve("mask.png");
        MaskFiles.write(TiledMask.filled(64, 64, 200), mask);
        examples.put("--mask", List.of(mask.toString()));
        examples.put("--mask-grow", List.of("3", "--mask", mask.toString()));
        examples.put("--mask-feather", List.of("2", "--mask", mask.toString()));
        examples.put("--mask-invert", List.of("--mask", mask.toString()));
        examples.put("--light-azimuth", List.of("-70"));
        examples.put("--light-elevation", List.of("45"));
        examples.put("--light-strength", List.of("0.9"));
        examples.put("--light-ambience", List.of("0.2"));
        examples.put("--head-yaw", List.of("15"));
        examples.put("--head-pitch", List.of("-10"));
        examples.put("--head-roll", List.of("5"));
        examples.put("--gaze", List.of("10,-5"));
        examples.put("--jaw", List.of("12"));
        examples.put("--expression", List.of("smile=0.8", "browFurrow=0.3"));
        examples.put("--shape", List.of("noseLength=1.5"));
        return examples;
    }

    @Test
    void everyOptionChangesTheSpec() throws IOException {
        for (Map.Entry<String, List<String>> example : examples().entrySet()) {
            String[] words = new String[1 + example.getValue().size()];
            words[0] = example.getKey();
            System.arraycopy(example.getValue().toArray(), 0, words, 1, words.length - 1);
            assertNotEquals(opened, after(words), () -> String.join(" ", words));
        }
    }

    @Test
    void everyControlAndHandleHasItsOption() throws IOException {
        Set<String> made = options().stream().map(ControlOption::name).collect(Collectors.toSet());
        Set<String> shown =
                examples().keySet().stream()
                        .map(name -> name.replace("--no-", "--"))
                        .collect(Collectors.toSet());
        assertEquals(shown, made);
    }

    @Test
    void noTwoOptionsBearOneName() {
        List<String> names =
                options().stream().flatMap(o -> Arrays.stream(o.option().names())).toList();
        assertEquals(names.size(), new HashSet<>(names).size(), names::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "--yaw,            15,  head.yaw",
        "--head-pitch,    -10,  head.pitch",
        "--roll,            5,  head.roll",
        "--jaw,            12,  jaw",
        "--azimuth,       -70,  light.azimuth",
        "--strength,      0.9,  light.strength"
    })
    void aSlidersOptionSetsThatSliderAndNoOther(String option, String value, String id) {
        RelightSpec spec = after(option, value);
        for (Control<RelightSpec> control : RELIGHT.controls()) {
            if (control instanceof Control.Slider<RelightSpec> s) {
                double expected = s.id().equals(id) ? Double.parseDouble(value) : s.neutral(opened);
                assertEquals(expected, s.value(spec), 1e-3, s.id());
            }
        }
    }

    @Test
    void lightIsDirectionAndStrength() {
        RelightSpec spec = after("--light", "60,20,0.8");
        assertEquals(60, spec.light().direction().azimuth(), 1e-6);
        assertEquals(20, spec.light().direction().elevation(), 1e-6);
        assertEquals(0.8, spec.light().strength(), 1e-6);
        assertEquals(opened.light().strength(), after("--light", "60,20").light().strength(), 1e-6);
    }

    @Test
    void gazeIsToTheRightAndUp() {
        RelightSpec spec = after("--gaze", "10,-5");
        assertEquals(10, spec.gaze().horizontal(), 1e-3);
        assertEquals(-5, spec.gaze().vertical(), 1e-3);
    }

    @Test
    void aNameWithoutASideMeansBothSides() {
        assertEquals(
                after("--expression", "smileLeft=0.7", "smileRight=0.7"),
                after("--expression", "smile=0.7"));
        assertEquals(
                after("--expression", "smileLeft=0.7,smileRight=0.7"),
                after("--expression", "smile=0.7"));
    }

    @Test
    void aMaskComesFromAFileAndWhatIsDoneToItStaysAdjustable() throws IOException {
        List<String> grown = examples().get("--mask-grow");
        RelightSpec spec =
                after(
                        "--mask-invert",
                        "--mask-grow",
                        "3",
                        "--mask-feather",
                        "2",
                        "--mask",
                        grown.get(2));
        EditableMask mask = spec.where().current().orElseThrow().mask();
        assertEquals(TiledMask.filled(64, 64, 200), mask.painted());
        assertEquals(new EditableMask(mask.painted(), 3, 2, true), mask);
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        Path small = folder.resolve("small.png");
        MaskFiles.write(TiledMask.empty(32, 64), small);
        PictureException e =
                assertThrows(PictureException.class, () -> after("--mask", small.toString()));
        assertTrue(e.getMessage().contains("32 × 64"), e::getMessage);
    }

    @Test
    void whatIsBorrowedComesBeforeWhatIsSet() {
        RelightSpec spec =
                after("--jaw", "5", "--take", "expression", "b.png", "--take", "pose", "c.png");
        assertEquals(5, spec.jaw().degrees(), 1e-3);
        assertEquals(33, spec.head().yaw(), 1e-3);
        assertEquals(other.latentFrom(), after("--take", "latent", "b.png").latentFrom());
    }

    @Test
    void coefficientsComeFromAFileInAnyForm() throws IOException {
        Path nested = folder.resolve("light.json");
        Files.writeString(nested, "[" + "[0.5,0.25,1],".repeat(8) + "[0.5,0.25,1]]");
        float[] light = after("--sh", nested.toString()).light().numbers();
        assertEquals(27, light.length);
        assertEquals(0.25f, light[4], 1e-6f);
        Path lines = folder.resolve("light.csv");
        Files.writeString(lines, "0.5,0.25,1\n".repeat(9));
        assertEquals(after("--sh", nested.toString()), after("--sh", lines.toString()));
    }

    @Test
    void aFlagCanBeSetBothWays() {
        assertFalse(after("--no-keep-centre").keepCentre());
        assertTrue(after("--keep-centre").keepCentre());
    }

    @Test
    void anEndingThatIsTakenElsewhereIsLeftOut() {
        Set<String> names =
                ControlOptions.of(RELIGHT, name -> !name.equals("--yaw")).stream()
                        .flatMap(o -> Arrays.stream(o.option().names()))
                        .collect(Collectors.toSet());
        assertFalse(names.contains("--yaw"));
        assertTrue(names.contains("--head-yaw"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--light 60",
                "--light 60,20,1,4",
                "--light x,20",
                "--light 200,0",
                "--light NaN,0",
                "--light-color 1,1",
                "--light-color 1,2,1",
                "--gaze 5",
                "--gaze 90,0",
                "--yaw 99",
                "--jaw -30",
                "--expression grin=1",
                "--expression smile=9",
                "--take hair other.png",
                "--mask-grow 3",
                "--mask-invert",
                "--sh nothing.txt"
            })
    void whatCannotBeMeantIsRefusedInASentence(String words) {
        RuntimeException e = assertThrows(RuntimeException.class, () -> after(words.split(" ")));
        assertTrue(e instanceof EditException || e instanceof Refusal, () -> e.toString());
        assertTrue(e.getMessage().length() > 20 && e.getMessage().endsWith("."), e::getMessage);
    }
}
