package mien.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom in the window. Changing a line takes a decision record. */
@AnalyzeClasses(packages = "mien.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] OF_THE_ENGINE = {
        "mien.engine",
        "mien.engine.edit",
        "mien.engine.job",
        "mien.engine.model",
        "mien.engine.picture",
        "mien.engine.picture.export",
        "mien.engine.picture.mask",
        "mien.engine.picture.pose"
    };

    @ArchTest
    static final ArchRule THE_WINDOW_SEES_THE_DOOR_AND_WHAT_SYSTEMS_SAY_OF_THEMSELVES =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("mien.engine..")
                                    .and(resideOutsideOfPackages(OF_THE_ENGINE)));

    @ArchTest
    static final ArchRule NO_TENSOR_NO_AWT =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("ai.djl..", "java.awt..", "javax.imageio..");

    @ArchTest
    static final ArchRule ONE_PLACE_NAMES_THE_TOOLKITS_THREAD =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("mien.app.job")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("javafx.application.Platform");

    @ArchTest
    static final ArchRule ONE_PLACE_STARTS_THREADS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("mien.app.job")
                    .should()
                    .callConstructor(Thread.class, Runnable.class)
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.concurrent.Executors");

    @ArchTest
    static final ArchRule VIEW_MODELS_SEE_NO_SCENE =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    @ArchTest
    static final ArchRule PACKAGES_DO_NOT_GO_ROUND_IN_CIRCLES =
            slices().matching("mien.app.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_ENGINE_IS_OPENED_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*\\.(EngineWorkshop(\\$.*)?|StudioApp)")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("mien.engine.Engine");
}
