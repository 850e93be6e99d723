package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.OptionalInt;
import mien.app.toy.ManualJobs;
import mien.app.toy.OtherToy;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

/** How the next edit is run: as the last one, but for the steps, which are each system's own. */
class RunHabitsTest {

    private static final EditSystem<ToySpec> RELIGHT = new ToySystem();
    private static final EditSystem<ToySpec> OTHER = new OtherToy();

    private final RunHabits habits = new RunHabits(RunSettings.DEFAULT);

    private EditViewModel<ToySpec> edit(EditSystem<ToySpec> system) {
        ToySpec found = ToySpec.found(Picture.filled(8, 8, 0xff808080));
        return new EditViewModel<>(system, found, new ToyWorkshop(), new ManualJobs());
    }

    private static RunSettings now(EditViewModel<?> edit) {
        return edit.settingsProperty().get();
    }

    private OptionalInt steps(EditSystem<?> system) {
        return habits.of(system).steps();
    }

    @Test
    void whatWasChosenForOneSystemIsNoneOfAnothers() {
        EditViewModel<ToySpec> edit = edit(RELIGHT);
        habits.follow(edit);
        edit.choose(now(edit).withSteps(10).withSeed(9));
        assertEquals(OptionalInt.of(10), steps(RELIGHT));
        assertEquals(OptionalInt.empty(), steps(OTHER), "as many as its model was made for");
        assertEquals(9, habits.of(OTHER).seed(), "the seed goes along");
        assertEquals(Map.of("relight", 10), habits.steps());
    }

    @Test
    void whoGoesBackToTheModelsOwnStepsHasChosenNone() {
        RunHabits kept = new RunHabits(RunSettings.DEFAULT, Map.of("relight", 50));
        EditViewModel<ToySpec> edit = edit(RELIGHT);
        edit.choose(kept.of(RELIGHT));
        kept.follow(edit);
        edit.choose(now(edit).withSteps(OptionalInt.empty()));
        assertEquals(Map.of(), kept.steps());
        assertEquals(OptionalInt.empty(), kept.of(RELIGHT).steps());
    }

    @Test
    void theStepsThatADocumentCameWithWereNotChosenNow() {
        EditViewModel<ToySpec> edit = edit(OTHER);
        edit.choose(now(edit).withSteps(7).withSeed(4));
        habits.follow(edit);
        edit.choose(now(edit).withSeed(5));
        assertEquals(OptionalInt.empty(), steps(OTHER));
        assertEquals(5, habits.of(RELIGHT).seed());
    }

    @Test
    void anotherDeviceIsOneForAllSystemsAndLeavesTheirSteps() {
        RunHabits kept = new RunHabits(RunSettings.DEFAULT, Map.of("relight", 50));
        kept.change(s -> s.withDevice("cpu"));
        assertEquals(RunSettings.DEFAULT.withDevice("cpu").withSteps(50), kept.of(RELIGHT));
        assertEquals(RunSettings.DEFAULT.withDevice("cpu"), kept.of(OTHER));
    }
}
