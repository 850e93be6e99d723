package mien.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may import whom; docs/architecture.md draws it. Changing the list takes a decision record.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final String ROOT = "mien.engine";

    /** Each package with those it may import directly; what they rest on is included. */
    private static final Map<String, List<String>> MAY_IMPORT = mayImport();

    private static Map<String, List<String>> mayImport() {
        Map<String, List<String>> m = new LinkedHashMap<>();
        m.put("picture", List.of());
        m.put("tensor", List.of("picture"));
        m.put("checkpoint", List.of("tensor"));
        m.put("nn", List.of("tensor", "checkpoint"));
        m.put("diffusion", List.of("tensor"));
        m.put("net", List.of("nn"));
        m.put("flame", List.of("tensor", "checkpoint"));
        m.put("raster", List.of("flame", "tensor", "picture"));
        m.put("face", List.of("net", "picture"));
        m.put("world", List.of("flame", "raster"));
        m.put("train", List.of("net", "diffusion", "world", "face"));
        m.put("edit", List.of("diffusion", "checkpoint", "tensor", "picture"));
        m.put("model", List.of("edit", "checkpoint"));
        m.put("job", List.of("edit", "model", "diffusion"));
        return m;
    }

    /** What a slice below {@code edit} may import besides {@code edit}. */
    private static final List<String> SLICE = List.of("edit", "face", "net", "raster", "flame");

    private final JavaClasses engine =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    private static Set<String> closure(List<String> direct) {
        Set<String> all = new HashSet<>();
        for (String name : direct) {
            all.add(name);
            all.addAll(closure(MAY_IMPORT.get(name)));
        }
        return all;
    }

    static Stream<String> packages() {
        return MAY_IMPORT.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageImportsOnlyWhatItRestsOn(String name) {
        Set<String> allowed = closure(MAY_IMPORT.get(name));
        allowed.add(name);
        String self = name.equals("edit") ? ROOT + ".edit" : ROOT + "." + name + "..";
        noClasses()
                .that()
                .resideInAPackage(self)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden(allowed))
                .because("docs/architecture.md lists what " + name + " rests on")
                .allowEmptyShould(true)
                .check(engine);
    }

    @Test
    void aSliceImportsNoWorldAndNoSibling() {
        Set<String> allowed = closure(SLICE);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".edit.*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden(allowed))
                .because("an editing system must work without the drawn people")
                .check(engine);
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".edit.(*)..")
                .should()
                .notDependOnEachOther()
                .check(engine);
    }

    private static String[] forbidden(Set<String> allowed) {
        Set<String> names = new HashSet<>(MAY_IMPORT.keySet());
        names.addAll(List.of("evaluate", "cli"));
        names.removeAll(allowed);
        Stream<String> packages = names.stream().map(name -> ROOT + "." + name + "..");
        return Stream.concat(packages, Stream.of(ROOT)).toArray(String[]::new);
    }

    @Test
    void packagesAreFreeOfCycles() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(engine);
    }

    @Test
    void theEngineKnowsNoWindow() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                .because(
                        "the engine runs without a display; ImageIO's BufferedImage stays in picture")
                .check(
                        engine.that(
                                DescribedPredicate.describe(
                                        "outside picture",
                                        c -> !c.getPackageName().startsWith(ROOT + ".picture"))));
    }

    @Test
    void onlyTheCommandLineWritesToTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(engine);
    }

    @Test
    void picturesComeThroughOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".picture..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.imageio..")
                .check(engine);
    }

    @Test
    void threadsAreMadeWhereJobsAndTrainingsRun() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".job..", ROOT + ".train..", ROOT + ".cli..", ROOT)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .check(engine);
    }

    /** What DJL makes of a number is gone when the backward pass reads it: see Numbers. */
    @Test
    void whereGradientsFlowNumbersAreNotHandedToDjl() {
        String[] differentiated = {
            ROOT + ".net..",
            ROOT + ".nn..",
            ROOT + ".train..",
            ROOT + ".face..",
            ROOT + ".diffusion",
            ROOT + ".edit.faceswap.."
        };
        for (String name : List.of("mul", "div", "pow", "mod", "maximum", "minimum")) {
            noClasses()
                    .that()
                    .resideInAnyPackage(differentiated)
                    .should()
                    .callMethod(NDArray.class, name, Number.class)
                    .because("tensor.Numbers is safe in a graph (docs/decisions/0014)")
                    .check(engine);
        }
        noClasses()
                .that()
                .resideInAnyPackage(differentiated)
                .should()
                .callMethod(NDArray.class, "clip", Number.class, Number.class)
                .because("tensor.Numbers is safe in a graph (docs/decisions/0014)")
                .check(engine);
    }

    @Test
    void noPackageIsLeftOutOfTheList() {
        Set<String> known = new HashSet<>(MAY_IMPORT.keySet());
        known.addAll(List.of("evaluate", "cli"));
        engine.stream()
                .map(c -> c.getPackageName())
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1).split("\\.")[0])
                .forEach(name -> assertTrue(known.contains(name), name + " is in no import list"));
    }
}
