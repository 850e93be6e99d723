package mien.app.toy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import mien.app.job.Making;
import mien.app.job.Workshop;
import mien.engine.EditOrder;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.Film;
import mien.engine.job.JobStatus;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;

/**
 * A workshop without networks whose steps take their time on a worker's thread, as real ones do.
 */
public final class PacedWorkshop implements Workshop {

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private volatile long stepMillis;

    public PacedWorkshop(long stepMillis) {
        this.stepMillis = stepMillis;
    }

    public void setStepMillis(long millis) {
        stepMillis = millis;
    }

    @Override
    public List<EditSystem<?>> systems() {
        return List.of(new ToySystem());
    }

    @Override
    public Optional<ModelPack> model(String system) {
        return Optional.empty();
    }

    @Override
    public <S extends EditSpec> CompletableFuture<S> open(
            EditSystem<S> system, Picture picture, RunSettings settings) {
        return CompletableFuture.supplyAsync(() -> system.open(picture, null), worker);
    }

    @Override
    public <S extends EditSpec> Making start(EditOrder<S> order, Consumer<JobStatus> listener) {
        AtomicBoolean cancelled = new AtomicBoolean();
        worker.execute(
                () -> {
                    listener.accept(new JobStatus.Loading());
                    Picture result = order.system().proxy(order.spec());
                    int steps = order.settings().steps().orElse(20);
                    for (int step = 1; step <= steps && !cancelled.get(); step++) {
                        LockSupport.parkNanos(stepMillis * 1_000_000);
                        listener.accept(
                                new JobStatus.Running(
                                        step, steps, veiled(result, (double) step / steps)));
                    }
                    listener.accept(
                            cancelled.get()
                                    ? new JobStatus.Cancelled()
                                    : new JobStatus.Done(result));
                });
        return new Paced(cancelled, new Film());
    }

    private record Paced(AtomicBoolean cancelled, Film film) implements Making {
        @Override
        public void cancel() {
            cancelled.set(true);
        }
    }

    /** Grey at first, then clearer and clearer. */
    private static Picture veiled(Picture result, double clear) {
        int[] out = new int[result.argb().length];
        for (int i = 0; i < out.length; i++) {
            int pixel = 0xff;
            for (int shift = 16; shift >= 0; shift -= 8) {
                pixel =
                        pixel << 8
                                | (int) (128 + clear * ((result.argb()[i] >> shift & 0xff) - 128));
            }
            out[i] = pixel;
        }
        return new Picture(result.width(), result.height(), out);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
