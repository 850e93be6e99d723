package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mien.app.edit.Progress.Phase;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.Control;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Handle;
import mien.engine.edit.Run;
import mien.engine.edit.SavedSpec;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

/** Edits that need no new run, such as a mask that is painted over a result. */
class RefiningTest {

    private static final Picture BLACK = Picture.filled(2, 2, 0xff000000);
    private static final Picture WHITE = Picture.filled(2, 2, 0xffffffff);

    /** A light, which is sampled, and how much of it shows, which is not. */
    private record Spec(Picture source, int light, int share) implements EditSpec {
        Spec lit(int newLight) {
            return new Spec(source, newLight, share);
        }

        Spec showing(int newShare) {
            return new Spec(source, light, newShare);
        }
    }

    private static final class Lighting implements EditSystem<Spec> {
        @Override
        public String id() {
            return "lighting";
        }

        @Override
        public List<Control<Spec>> controls() {
            return List.of();
        }

        @Override
        public List<Handle<Spec>> handles() {
            return List.of();
        }

        @Override
        public Spec open(Picture portrait, Run run) {
            return new Spec(portrait, 0, 100);
        }

        @Override
        public Picture proxy(Spec spec) {
            return spec.source();
        }

        @Override
        public Picture run(Spec spec, Run run) {
            return WHITE;
        }

        @Override
        public Picture finished(Spec spec, Picture sampled) {
            int grey = (sampled.argb()[0] & 0xff) * spec.share() / 100;
            return Picture.filled(2, 2, 0xff000000 | grey * 0x010101);
        }

        @Override
        public boolean sameRun(Spec a, Spec b) {
            return a.light() == b.light();
        }

        @Override
        public Spec untouched(Spec spec) {
            return open(spec.source(), null);
        }

        @Override
        public void warmUp(Run run) {}

        @Override
        public SavedSpec save(Spec spec) {
            return new SavedSpec(1, JsonNodeFactory.instance.objectNode(), Map.of(), Map.of());
        }

        @Override
        public Spec restore(SavedSpec saved, Picture source) {
            return open(source, null);
        }
    }

    private final ManualJobs jobs = new ManualJobs();
    private final ToyWorkshop workshop = new ToyWorkshop();
    private final Spec opened = new Spec(BLACK, 0, 100);
    private final EditViewModel<Spec> edit =
            new EditViewModel<>(new Lighting(), opened, workshop, jobs);

    private void step(int step, Picture x0) {
        workshop.newest().tell(new JobStatus.Running(step, 4, x0));
    }

    private void done() {
        workshop.newest().tell(new JobStatus.Done(WHITE));
    }

    private int level() {
        return edit.shownProperty().get().picture().argb()[0] & 0xff;
    }

    private int result() {
        return edit.resultProperty().get().orElseThrow().argb()[0] & 0xff;
    }

    @Test
    void aResultIsFinishedAnewWithoutAnotherRun() {
        edit.apply(opened.lit(5));
        done();
        assertEquals(255, level());
        edit.preview(edit.spec().showing(40));
        assertEquals(102, level(), "it follows the brush");
        assertTrue(edit.resultProperty().get().isEmpty(), "not settled yet");
        edit.settle();
        assertEquals(102, result());
        assertEquals(1, workshop.orders().size());
        assertEquals(Phase.DONE, edit.progressProperty().get().phase());
    }

    @Test
    void aRunGoesOnWhileAMaskIsPaintedAndShowsThroughIt() {
        edit.apply(opened.lit(5));
        step(1, WHITE);
        edit.apply(edit.spec().showing(20));
        assertFalse(workshop.newest().cancelled());
        assertEquals(51, level());
        step(2, WHITE);
        assertEquals(51, level());
        done();
        assertEquals(51, result());
        assertEquals(1, workshop.orders().size());
    }

    @Test
    void undoAndRedoOfAMaskRunNothing() {
        edit.apply(opened.lit(5));
        done();
        edit.apply(edit.spec().showing(40));
        edit.apply(edit.spec().showing(80));
        edit.undo();
        assertEquals(102, level());
        assertEquals(102, result());
        edit.undo();
        assertEquals(255, result());
        edit.redo();
        edit.redo();
        assertEquals(204, result());
        assertEquals(1, workshop.orders().size());
    }

    @Test
    void aMaskOnAPhotographThatWasNotEditedRunsNothing() {
        edit.apply(opened.showing(50));
        jobs.pass();
        assertTrue(workshop.orders().isEmpty());
        assertEquals(Shown.Kind.ORIGINAL, edit.shownProperty().get().kind());
        assertTrue(edit.canUndoProperty().get(), "but it can be undone");
        edit.apply(edit.spec().lit(3));
        done();
        assertEquals(127, result());
    }

    @Test
    void aStepThatIsLookedAtIsSeenThroughTheMaskToo() {
        edit.apply(opened.lit(5).showing(40));
        step(1, WHITE);
        done();
        edit.film().inspect(edit.film().frames().get(0));
        assertEquals(102, level());
        edit.comparingProperty().set(true);
        assertEquals(0, level(), "the original is the original");
    }

    @Test
    void stepsCoverAsMuchAsIsWantedAndTheResultAllOfIt() {
        edit.showSteps(new Preview(0.2));
        edit.apply(opened.lit(5));
        step(1, WHITE);
        assertEquals(51, level());
        edit.film().inspect(edit.film().frames().get(0));
        assertEquals(255, level(), "a step that is looked at is shown as it is");
        edit.film().followLive();
        edit.showSteps(Preview.NONE);
        step(2, WHITE);
        assertEquals(51, level(), "what was there stays");
        assertEquals(2, edit.film().frames().size(), "the film has it");
        done();
        assertEquals(255, level());
    }

    @Test
    void everyPictureOfTheRunIsMadeReadyForTheScreenBeforeItIsShown() {
        List<Picture> ready = new ArrayList<>();
        List<Picture> late = new ArrayList<>();
        edit.setPreparing(ready::add);
        edit.shownProperty()
                .subscribe(
                        shown -> {
                            boolean made = shown.kind() != Shown.Kind.ORIGINAL;
                            if (made && ready.stream().noneMatch(p -> p == shown.picture())) {
                                late.add(shown.picture());
                            }
                        });
        edit.apply(opened.lit(5).showing(40));
        step(1, WHITE);
        step(2, WHITE);
        done();
        assertEquals(List.of(), late);
        assertEquals(4, ready.size(), "the proxy, two steps, the result");
    }
}
