package mien.app.toy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import mien.app.job.Jobs;
import mien.app.job.Making;
import mien.app.job.Workshop;
import mien.engine.EditOrder;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Meter;
import mien.engine.edit.Readings;
import mien.engine.edit.RunSettings;
import mien.engine.job.Film;
import mien.engine.job.JobStatus;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;

/**
 * A workshop without networks whose runs go on on a worker's thread, as real ones do. After every
 * step it waits until the window has shown it; it can be held after one, so that a test meets it in
 * the middle of a run however fast or slow the machine is.
 */
public final class PacedWorkshop implements Workshop {

    private static final int PATIENCE = 30; // seconds, when the window is gone

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final Jobs jobs;
    private final List<EditSystem<?>> systems;
    private int held = Integer.MAX_VALUE;
    private CountDownLatch gate = new CountDownLatch(0);

    public PacedWorkshop(Jobs jobs) {
        this(jobs, List.of(new ToySystem()));
    }

    public PacedWorkshop(Jobs jobs, List<EditSystem<?>> systems) {
        this.jobs = jobs;
        this.systems = List.copyOf(systems);
    }

    /** Runs stop after so many steps, until {@link #goOn}. */
    public synchronized void holdAfter(int step) {
        held = step;
        gate = new CountDownLatch(1);
    }

    public synchronized void goOn() {
        held = Integer.MAX_VALUE;
        gate.countDown();
    }

    private synchronized CountDownLatch gateAfter(int step) {
        return step == held ? gate : new CountDownLatch(0);
    }

    @Override
    public List<EditSystem<?>> systems() {
        return systems;
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
        Paced paced = new Paced(() -> 0);
        worker.execute(() -> run(order, listener, paced));
        return paced;
    }

    /** Goes on after the newest step of the other. */
    @Override
    public <S extends EditSpec> Making steer(
            Making running, EditOrder<S> changed, Consumer<JobStatus> listener) {
        Paced before = (Paced) running;
        before.end = JobStatus.GaveWay::new;
        Paced paced = new Paced(() -> before.done);
        worker.execute(() -> run(changed, listener, paced));
        return paced;
    }

    private <S extends EditSpec> void run(
            EditOrder<S> order, Consumer<JobStatus> listener, Paced paced) {
        listener.accept(new JobStatus.Loading());
        Picture result = order.system().proxy(order.spec());
        int steps = order.settings().steps().orElse(20);
        paced.done = paced.from.getAsInt();
        try {
            while (paced.done < steps && paced.end == null) {
                paced.done++;
                double part = (double) paced.done / steps;
                Picture x0 = veiled(result, part);
                Readings readings = readings(order.system().meters(), part);
                listener.accept(new JobStatus.Running(paced.done, steps, x0, readings));
                shown();
                gateAfter(paced.done).await(PATIENCE, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            return; // closed
        }
        Supplier<JobStatus> end = paced.end;
        listener.accept(end == null ? new JobStatus.Done(result) : end.get());
    }

    /** Best when four fifths are done. */
    private static Readings readings(List<Meter> meters, double part) {
        Map<String, Double> values = new HashMap<>();
        for (Meter meter : meters) {
            double good = 1 - Math.abs(part - 0.8);
            boolean up = meter.better() == Meter.Better.HIGHER;
            double range = meter.scale().max() - meter.scale().min();
            values.put(meter.id(), meter.scale().min() + range * (up ? good : 1 - good));
        }
        return new Readings(values);
    }

    /** The window hears, the picture is finished beside it, the window shows. */
    private void shown() throws InterruptedException {
        for (Executor next : List.of(jobs.window(), jobs.drawing(), jobs.window())) {
            CountDownLatch there = new CountDownLatch(1);
            next.execute(there::countDown);
            there.await(PATIENCE, TimeUnit.SECONDS);
        }
    }

    /** A run; how it ends once it is asked to. */
    private static final class Paced implements Making {
        private final IntSupplier from;
        private final Film film = new Film();
        private volatile int done;
        private volatile Supplier<JobStatus> end; // null while it goes on

        Paced(IntSupplier from) {
            this.from = from;
        }

        @Override
        public Film film() {
            return film;
        }

        @Override
        public void cancel() {
            end = JobStatus.Cancelled::new;
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
