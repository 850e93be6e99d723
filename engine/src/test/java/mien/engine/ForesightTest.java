package mien.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mien.engine.edit.RunSettings;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.job.Experience;
import mien.engine.job.JobStatus;
import mien.engine.job.Networks;
import mien.engine.model.ModelLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForesightTest {

    @TempDir Path folder;

    private final List<Object> order = new ArrayList<>();

    private ModelLibrary library() {
        order.add("looked up");
        return ModelLibrary.of(List.of(folder));
    }

    @Test
    void whatARunDependsOnIsLookedUpWhenItBeginsAndAfterWhoeverWaitsForIt() {
        try (Networks networks = new Networks()) {
            Foresight foresight =
                    new Foresight(new Experience(Optional.empty()), networks, this::library);
            EditOrder<RelightSpec> edit = new EditOrder<>(new Relight(), null, RunSettings.DEFAULT);
            Consumer<JobStatus> watched = foresight.watched(edit, order::add);
            assertEquals(List.of(), order, "nothing on the thread that orders");
            watched.accept(new JobStatus.Loading());
            watched.accept(new JobStatus.Cancelled());
            assertEquals(
                    List.of(new JobStatus.Loading(), "looked up", new JobStatus.Cancelled()),
                    order);
            order.clear();
            foresight.watched(edit, order::add).accept(new JobStatus.Cancelled());
            assertEquals(List.of(new JobStatus.Cancelled()), order, "it never began");
        }
    }
}
