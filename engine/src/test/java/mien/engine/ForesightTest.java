package mien.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.edit.faceswap.FaceSwap;
import mien.engine.edit.faceswap.TinySwapPack;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.flame.FlameCode;
import mien.engine.job.Experience;
import mien.engine.job.JobStatus;
import mien.engine.job.Networks;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;
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

    @Test
    void whatASystemNeedsIsLearntByWhatItSaysItDependsOn() throws IOException {
        ModelPack pack = TinySwapPack.bare(folder, "tiny");
        FaceSwap swap = new FaceSwap();
        assertEquals(
                key(swap, swap.opened(grey(64), List.of()), pack),
                key(swap, swap.opened(grey(96), List.of()), pack));
        Relight relight = new Relight();
        Identity who = Identity.of(1);
        FlameCode code = DrawnPeople.render(who, Look.of(who, 0), 64).code();
        assertNotEquals(
                key(relight, relight.opened(grey(64), code), pack),
                key(relight, relight.opened(grey(96), code), pack));
    }

    private static Picture grey(int side) {
        return Picture.filled(side, side, 0xff808080);
    }

    private static <S extends EditSpec> String key(EditSystem<S> system, S spec, ModelPack pack) {
        return Foresight.key(
                new EditOrder<>(system, spec, RunSettings.DEFAULT), pack, Device.cpu());
    }
}
