package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mien.app.document.DocumentViewModel;
import mien.app.document.journal.StateFolder;
import mien.app.edit.EditViewModel;
import mien.app.edit.RunHabits;
import mien.app.job.Making;
import mien.app.job.Workshop;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToyWorkshop;
import mien.engine.EditOrder;
import mien.engine.edit.Control;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.JobStatus;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioViewModelTest {

    private static final Picture SQUARE = Picture.filled(8, 8, 0xff808080);
    private static final Picture WIDE = Picture.filled(9, 8, 0xff808080);
    private static final Picture RESULT = Picture.filled(8, 8, 0xff404040);

    @TempDir private Path folder;

    private final ToyWorkshop workshop = new ToyWorkshop();
    private final List<Notice> notices = new ArrayList<>();
    private StudioViewModel studio;

    @BeforeEach
    void begin() {
        studio = studio(() -> workshop);
        studio.setNotices(notices::add);
    }

    private StudioViewModel studio(Supplier<Workshop> engine) {
        ManualJobs jobs = new ManualJobs();
        StateFolder state = new StateFolder(folder.resolve("state"));
        return new StudioViewModel(
                jobs,
                engine,
                new RunHabits(RunSettings.DEFAULT.withSteps(20)),
                new DocumentViewModel(jobs, state));
    }

    private EditViewModel<?> edit() {
        return studio.editProperty().get().orElseThrow();
    }

    private static <S extends EditSpec> void jaw(EditViewModel<S> edit, double degrees) {
        edit.system()
                .control("jaw")
                .map(c -> (Control.Slider<S>) c)
                .ifPresent(c -> edit.apply(c.with(edit.spec(), degrees)));
    }

    @Test
    void aPictureOpenedBeforeTheEngineIsReadyIsShownAtOnceAndReadLater() {
        studio.open("a.png", () -> SQUARE);
        assertSame(SQUARE, studio.documentProperty().get().orElseThrow().picture());
        assertTrue(studio.editProperty().get().isEmpty());
        studio.start();
        assertEquals("relight", edit().system().id());
    }

    @Test
    void aPictureTheSystemCannotReadLeavesASentence() {
        studio.start();
        studio.open("wide.png", () -> WIDE);
        assertEquals(
                "The toy takes square pictures.",
                studio.problemProperty().get().orElseThrow().english());
        assertTrue(studio.editProperty().get().isEmpty());
        studio.open("a.png", () -> SQUARE);
        assertTrue(studio.problemProperty().get().isEmpty());
        assertFalse(studio.readingProperty().get());
    }

    @Test
    void aFileThatIsNoPictureIsToldAndTheOpenedOneStays() throws IOException {
        studio.start();
        studio.open("a.png", () -> SQUARE);
        EditViewModel<?> before = edit();
        studio.open(Files.writeString(folder.resolve("notes.txt"), "hello"));
        assertSame(before, edit());
        assertEquals(Notice.Kind.PROBLEM, notices.get(0).kind());
        assertTrue(notices.get(0).values().get(0).toString().contains("notes.txt"));
    }

    @Test
    void anotherPictureCancelsTheRunOfTheOneBefore() {
        studio.start();
        studio.open("a.png", () -> SQUARE);
        EditViewModel<?> before = edit();
        jaw(before, 12);
        studio.open("b.png", () -> Picture.filled(8, 8, 0xff111111));
        assertTrue(workshop.newest().cancelled());
        assertNotSame(before, edit());
    }

    @Test
    void anotherPictureKeepsStepsAndSeed() {
        studio.start();
        studio.open("a.png", () -> SQUARE);
        edit().choose(edit().settingsProperty().get().withSteps(50).withSeed(9));
        studio.open("b.png", () -> RESULT);
        assertEquals(50, edit().settingsProperty().get().steps().orElseThrow());
        assertEquals(9, edit().settingsProperty().get().seed());
    }

    @Test
    void anEngineThatCannotStartSaysWhy() {
        StudioViewModel broken =
                studio(
                        () -> {
                            throw new EditException("There is no engine.");
                        });
        broken.start();
        assertEquals("There is no engine.", broken.problemProperty().get().orElseThrow().english());
    }

    @Test
    void closingCancelsAndClosesTheEngine() {
        boolean[] shut = new boolean[1];
        StudioViewModel closing = studio(() -> new ClosingWorkshop(workshop, shut));
        closing.start();
        closing.open("a.png", () -> SQUARE);
        jaw(closing.editProperty().get().orElseThrow(), 12);
        closing.close();
        assertTrue(workshop.newest().cancelled());
        assertTrue(shut[0]);
    }

    @Test
    void thereIsNoSixthRoom() {
        studio.start();
        studio.open("a.png", () -> SQUARE);
        EditViewModel<?> before = edit();
        studio.use(5);
        assertSame(before, edit());
        assertEquals(ToySpec.found(SQUARE), before.spec());
    }

    /** Says when it is closed. */
    private record ClosingWorkshop(ToyWorkshop toy, boolean[] shut) implements Workshop {
        @Override
        public List<EditSystem<?>> systems() {
            return toy.systems();
        }

        @Override
        public Optional<ModelPack> model(String system) {
            return toy.model(system);
        }

        @Override
        public <S extends EditSpec> CompletableFuture<S> open(
                EditSystem<S> system, Picture picture, RunSettings settings) {
            return toy.open(system, picture, settings);
        }

        @Override
        public <S extends EditSpec> Making start(EditOrder<S> order, Consumer<JobStatus> listener) {
            return toy.start(order, listener);
        }

        @Override
        public void close() {
            shut[0] = true;
        }
    }
}
