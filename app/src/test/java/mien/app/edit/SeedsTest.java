package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.app.toy.ToyWorkshop;
import mien.engine.job.Beginning;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class SeedsTest {

    private static final Picture PHOTO = Picture.filled(8, 8, 0xff808080);
    private static final Picture RESULT = Picture.filled(8, 8, 0xfff0f0f0);

    private final ToyWorkshop workshop = new ToyWorkshop();
    private final EditViewModel<ToySpec> edit =
            new EditViewModel<>(new ToySystem(), ToySpec.found(PHOTO), workshop, new ManualJobs());

    private void prepare() {
        edit.apply(edit.spec().withJaw(10));
        workshop.newest().tell(new JobStatus.Done(RESULT));
    }

    private List<Long> seeds(int from) {
        return workshop.orders().stream().skip(from).map(o -> o.settings().seed()).toList();
    }

    @Test
    void theNextSeedsAreMadeAndBecomeVersionsWhileTheCanvasStays() {
        prepare();
        edit.seeds().make(3);
        assertEquals(List.of(1L, 2L, 3L), seeds(1));
        assertEquals(3, edit.seeds().leftProperty().get());
        Shown before = edit.shownProperty().get();
        for (ToyWorkshop.Order order : workshop.orders().subList(1, 4)) {
            order.tell(new JobStatus.Running(1, 4, PHOTO));
            order.tell(new JobStatus.Done(Picture.filled(8, 8, 0xff000000)));
        }
        assertSame(before, edit.shownProperty().get());
        assertEquals(0, edit.settingsProperty().get().seed());
        assertEquals(0, edit.seeds().leftProperty().get());
        assertEquals(
                List.of(3L, 2L, 1L, 0L),
                edit.versions().all().stream().map(v -> v.settings().seed()).toList());
    }

    @Test
    void askingAgainGoesOnWithSeedsThatWereNotMade() {
        prepare();
        edit.seeds().make(2);
        workshop.orders().get(1).tell(new JobStatus.Done(RESULT));
        edit.seeds().make(2);
        assertEquals(List.of(1L, 2L, 3L, 4L), seeds(1));
    }

    @Test
    void cancellingEndsThemAllAndTheirLastWordsAreNotHeard() {
        prepare();
        edit.seeds().make(3);
        edit.seeds().cancel();
        assertEquals(0, edit.seeds().leftProperty().get());
        for (ToyWorkshop.Order order : workshop.orders().subList(1, 4)) {
            assertTrue(order.cancelled());
            order.tell(new JobStatus.Done(RESULT));
        }
        assertEquals(1, edit.versions().all().size());
        assertEquals(4, workshop.orders().size());
    }

    @Test
    void theEditsOwnRunStopsAVariationThatGoesOnLaterWhereItStood() {
        prepare();
        edit.seeds().make(2);
        ToyWorkshop.Order running = workshop.orders().get(1);
        ToyWorkshop.Order waiting = workshop.orders().get(2);
        running.tell(new JobStatus.Running(2, 4, PHOTO));
        edit.apply(edit.spec().withJaw(20));
        assertTrue(running.cancelled());
        assertFalse(waiting.cancelled());
        running.tell(new JobStatus.Cancelled());
        ToyWorkshop.Order again = workshop.newest();
        assertEquals(10, ((ToySpec) again.spec()).jaw());
        assertEquals(1, again.settings().seed());
        Beginning.Resumed on = assertInstanceOf(Beginning.Resumed.class, again.beginning());
        assertSame(running.film(), on.film());
        assertEquals(2, edit.seeds().leftProperty().get());
    }

    @Test
    void aFailureEndsThatVariationAlone() {
        prepare();
        edit.seeds().make(2);
        workshop.orders().get(1).tell(new JobStatus.Failed("No memory."));
        assertEquals(1, edit.seeds().leftProperty().get());
        workshop.orders().get(2).tell(new JobStatus.Done(RESULT));
        assertEquals(2, edit.versions().all().size());
    }

    @Test
    void closingThePictureEndsThem() {
        prepare();
        edit.seeds().make(2);
        edit.close();
        assertTrue(workshop.newest().cancelled());
    }
}
