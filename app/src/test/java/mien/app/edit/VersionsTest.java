package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.RunSettings;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static final Picture PHOTO = Picture.filled(8, 8, 0xff808080);

    private final ManualJobs jobs = new ManualJobs();
    private final ToyWorkshop workshop = new ToyWorkshop();
    private final ToySpec found = ToySpec.found(PHOTO);
    private final EditViewModel<ToySpec> edit =
            new EditViewModel<>(new ToySystem(), found, workshop, jobs);

    private Picture make(double jaw) {
        edit.apply(edit.spec().withJaw(jaw));
        return finish((int) jaw);
    }

    private Picture finish(int grey) {
        Picture result = Picture.filled(8, 8, 0xff000000 | grey * 0x10101);
        workshop.newest().tell(new JobStatus.Running(4, 4, result));
        workshop.newest().tell(new JobStatus.Done(result));
        return result;
    }

    private List<Version<ToySpec>> all() {
        return edit.versions().all();
    }

    @Test
    void everyResultIsAVersionTheNewestFirst() {
        make(10);
        Picture second = make(20);
        assertEquals(List.of(20.0, 10.0), all().stream().map(v -> v.spec().jaw()).toList());
        assertSame(second, all().get(0).result().picture());
        assertSame(
                edit.resultProperty().get().orElseThrow(),
                all().get(0).result().picture(),
                "shared, not copied");
    }

    @Test
    void aRunThatWasStoppedLeavesNoVersion() {
        edit.apply(found.withJaw(10));
        workshop.newest().tell(new JobStatus.Cancelled());
        assertTrue(all().isEmpty());
    }

    @Test
    void goingToAVersionBringsItsSpecSettingsAndResultWithoutARunAndIsUndone() {
        Picture first = make(10);
        edit.choose(edit.settingsProperty().get().withSeed(7));
        finish(70);
        make(20);
        int runs = workshop.orders().size();
        edit.goTo(all().get(2));
        assertEquals(10, edit.spec().jaw());
        assertEquals(0, edit.settingsProperty().get().seed());
        assertSame(first, edit.resultProperty().get().orElseThrow());
        assertSame(first, edit.shownProperty().get().picture());
        edit.undo();
        assertEquals(20, edit.spec().jaw());
        assertEquals(7, edit.settingsProperty().get().seed());
        assertEquals(runs, workshop.orders().size(), "nothing ran");
    }

    @Test
    void goingToAVersionEndsTheRunOfTheEdit() {
        make(10);
        edit.apply(found.withJaw(20));
        ToyWorkshop.Order running = workshop.newest();
        edit.goTo(all().get(0));
        assertTrue(running.cancelled());
        running.tell(new JobStatus.Done(PHOTO));
        assertEquals(1, all().size(), "its last words are not heard");
    }

    @Test
    void anotherSeedIsUndone() {
        Picture first = make(10);
        edit.choose(edit.settingsProperty().get().withSeed(7));
        finish(70);
        edit.undo();
        assertEquals(0, edit.settingsProperty().get().seed());
        assertSame(first, edit.resultProperty().get().orElseThrow());
        edit.redo();
        assertEquals(7, edit.settingsProperty().get().seed());
    }

    @Test
    void choosingHowAnUntouchedPictureIsRunIsNothingToUndo() {
        edit.choose(RunSettings.DEFAULT.withSteps(10));
        assertFalse(edit.canUndoProperty().get());
        make(10);
        edit.undo();
        assertFalse(edit.canUndoProperty().get());
        assertEquals(10, edit.settingsProperty().get().steps().orElseThrow());
    }

    @Test
    void theSameMadeAgainTakesItsPlaceAndKeepsItsStar() {
        make(10);
        edit.versions().star(all().get(0));
        edit.run();
        Picture again = finish(11);
        assertEquals(1, all().size());
        assertSame(again, all().get(0).result().picture());
        assertTrue(all().get(0).starred());
    }

    @Test
    void aBranchSaysWhereItBegan() {
        make(10);
        workshop.newest();
        edit.film().inspect(new Frame(2, 4, PHOTO));
        edit.apply(found.withJaw(20));
        finish(20);
        assertEquals(OptionalInt.of(2), all().get(0).branch());
        assertEquals(OptionalInt.empty(), all().get(1).branch());
    }

    @Test
    void ofABranchAndARunFromTheFirstStepOnlyTheOneThatIsShownIsCurrent() {
        make(10);
        edit.film().inspect(new Frame(2, 4, PHOTO));
        edit.apply(found.withJaw(20));
        finish(20);
        edit.leaveBranch();
        finish(21);
        assertEquals(List.of(3, 2, 1), all().stream().map(Version::number).toList());
        assertSame(all().get(0), current());
        edit.goTo(all().get(1));
        assertSame(all().get(1), current());
        assertEquals(OptionalInt.of(2), current().branch());
        edit.goTo(all().get(2));
        assertSame(all().get(2), current());
        edit.versions().delete(all().get(0));
        edit.run();
        finish(11);
        assertEquals(List.of(1, 2), all().stream().map(Version::number).toList());
        make(30);
        assertEquals(4, all().get(0).number(), "numbers are not given twice");
    }

    private Version<ToySpec> current() {
        return edit.versions()
                .current(
                        edit.spec(),
                        edit.settingsProperty().get(),
                        edit.film().resultProperty().get())
                .orElseThrow();
    }

    @Test
    void starsAreToldAndADocumentsVersionComesBackWithItsPicture() {
        AtomicInteger told = new AtomicInteger();
        edit.versions().setStarsChanged(told::incrementAndGet);
        Picture kept = Picture.filled(8, 8, 0xff123456);
        edit.versions().restore(found.withJaw(15), RunSettings.DEFAULT.withSeed(3), kept);
        assertEquals(0, told.get());
        edit.goTo(all().get(0));
        assertEquals(Optional.of(kept), edit.resultProperty().get());
        assertEquals(3, edit.settingsProperty().get().seed());
        assertTrue(workshop.orders().isEmpty());
        edit.versions().star(all().get(0));
        assertEquals(1, told.get());
        assertTrue(edit.versions().starred().isEmpty());
        edit.versions().delete(all().get(0));
        assertEquals(1, told.get(), "it had no star any more");
    }

    @Test
    void oldVersionsArePackedAndLetGoButNoStarred() {
        Versions<ToySpec> few = new Versions<>(new ToySystem(), jobs, 60_000);
        for (int i = 0; i < 20; i++) {
            few.add(
                    new Sampled<>(found.withJaw(i), RunSettings.DEFAULT, noisy(i)),
                    OptionalInt.empty());
            if (i == 1) {
                few.star(few.all().get(0));
            }
        }
        assertTrue(few.all().size() < 20, "some were let go");
        assertTrue(few.all().size() >= 4, "the newest stay");
        assertEquals(1, few.all().get(few.all().size() - 1).spec().jaw(), "the starred one stayed");
        Version<ToySpec> far = few.all().get(few.all().size() - 1);
        assertTrue(far.result().resting());
        assertEquals(noisy(1), far.result().picture());
    }

    private static Picture noisy(long seed) {
        return new Picture(
                64, 64, new Random(seed).ints(64 * 64).map(p -> p | 0xff000000).toArray());
    }
}
