package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import mien.app.document.DocumentState;
import mien.app.document.DocumentViewModel;
import mien.app.document.journal.StateFolder;
import mien.app.edit.EditViewModel;
import mien.app.edit.RunHabits;
import mien.app.edit.Version;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.EditSpec;
import mien.engine.edit.RunSettings;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starred versions belong to the document. */
class StarsTest {

    private static final Picture PHOTO = Picture.filled(8, 8, 0xff808080);
    private static final Picture FIRST = Picture.filled(8, 8, 0xff404040);
    private static final Picture SECOND = Picture.filled(8, 8, 0xffc0c0c0);

    @TempDir private Path folder;

    private final ToyWorkshop workshop = new ToyWorkshop();

    private StudioViewModel studio() {
        ManualJobs jobs = new ManualJobs();
        StudioViewModel studio =
                new StudioViewModel(
                        jobs,
                        () -> workshop,
                        new RunHabits(RunSettings.DEFAULT.withSteps(20)),
                        new DocumentViewModel(jobs, new StateFolder(folder.resolve("state"))));
        studio.start();
        return studio;
    }

    @SuppressWarnings("unchecked") // the toy is the only system there is
    private static EditViewModel<ToySpec> edit(StudioViewModel studio) {
        return (EditViewModel<ToySpec>) studio.editProperty().get().orElseThrow();
    }

    private void make(EditViewModel<ToySpec> edit, double jaw, Picture result) {
        edit.apply(edit.spec().withJaw(jaw));
        workshop.newest().tell(new JobStatus.Done(result));
    }

    private static DocumentState state(StudioViewModel studio) {
        return studio.documents().stateProperty().get().orElseThrow();
    }

    private static <S extends EditSpec> void star(EditViewModel<S> edit, int at) {
        edit.versions().star(edit.versions().all().get(at));
    }

    @Test
    void aStarComesBackWithTheDocumentAndItsVersionWithoutARun() {
        Path file = folder.resolve("anna.mien");
        StudioViewModel studio = studio();
        studio.open("anna.png", () -> PHOTO);
        make(edit(studio), 10, FIRST);
        make(edit(studio), 20, SECOND);
        star(edit(studio), 1);
        assertEquals(1, state(studio).marks().size());
        studio.documents().saveAs(file);
        studio.close();

        int runs = workshop.orders().size();
        StudioViewModel later = studio();
        later.open(file);
        EditViewModel<ToySpec> edit = edit(later);
        assertEquals(20, edit.spec().jaw());
        Version<ToySpec> starred = edit.versions().starred().get(0);
        assertEquals(10, starred.spec().jaw());
        assertFalse(later.documents().dirtyProperty().get(), "looking at it changes nothing");
        edit.goTo(starred);
        assertEquals(Optional.of(FIRST), edit.resultProperty().get());
        assertEquals(10, ((ToySpec) edit.spec()).jaw());
        assertEquals(runs, workshop.orders().size());
        later.close();
    }

    @Test
    void aStarThatIsTakenAwayLeavesTheDocument() {
        StudioViewModel studio = studio();
        studio.open("anna.png", () -> PHOTO);
        make(edit(studio), 10, FIRST);
        star(edit(studio), 0);
        assertTrue(studio.documents().dirtyProperty().get());
        star(edit(studio), 0);
        assertTrue(state(studio).marks().isEmpty());
        star(edit(studio), 0);
        edit(studio).versions().delete(edit(studio).versions().all().get(0));
        assertTrue(state(studio).marks().isEmpty());
        studio.close();
    }
}
