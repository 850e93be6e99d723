package mien.engine.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import mien.engine.EditOrder;
import mien.engine.Engine;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.evaluate.machine.Machine;
import mien.engine.job.Job;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;

/**
 * The engine while one verb uses it: waits for answers, passes Ctrl-C on, frees everything at the
 * end.
 */
final class Session implements AutoCloseable {

    private final Context context;
    private final Engine engine;

    Session(Context context) {
        this.context = context;
        this.engine = Engine.open(context.engine());
    }

    Engine engine() {
        return engine;
    }

    /** Fits a picture. */
    @SuppressWarnings("try") // the span acts by being open
    <S extends EditSpec> S open(EditSystem<S> system, Picture picture, RunSettings settings) {
        CompletableFuture<S> spec = engine.open(system, picture, settings);
        try (Interrupt.Span ending = context.interrupt().during(() -> spec.cancel(true))) {
            return spec.get();
        } catch (CancellationException e) {
            throw new Cancelled();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EditException told
                    ? told
                    : new EditException(e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Edits; told of every step on the worker's thread. */
    <S extends EditSpec> Picture run(
            EditSystem<S> system,
            S spec,
            RunSettings settings,
            Consumer<JobStatus.Running> onStep) {
        return run(new EditOrder<>(system, spec, settings), onStep);
    }

    /** Edits; told of every step on the worker's thread. */
    @SuppressWarnings("try") // the span acts by being open
    <S extends EditSpec> Picture run(EditOrder<S> order, Consumer<JobStatus.Running> onStep) {
        Job job =
                engine.start(
                        order,
                        status -> {
                            if (status instanceof JobStatus.Running running) {
                                onStep.accept(running);
                            }
                        });
        try (Interrupt.Span ending = context.interrupt().during(job::cancel)) {
            return result(job.await());
        } catch (InterruptedException e) {
            job.cancel();
            throw interrupted();
        }
    }

    private static Picture result(JobStatus end) {
        if (end instanceof JobStatus.Done done) {
            return done.result();
        }
        if (end instanceof JobStatus.Failed failed) {
            throw new EditException(failed.sentence(), failed.reason());
        }
        throw new Cancelled();
    }

    private static Cancelled interrupted() {
        Thread.currentThread().interrupt();
        return new Cancelled();
    }

    /** Something to know that is not the result. */
    void warn(String line) {
        context.console().warn(line);
    }

    /** Says, loudly, when a graphics processor lies idle. */
    void noticeIdleGpu() {
        Machine.inspected().notice().ifPresent(context.console()::warn);
    }

    @Override
    public void close() {
        engine.close();
    }
}
