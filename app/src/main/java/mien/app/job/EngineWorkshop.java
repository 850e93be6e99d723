package mien.app.job;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import mien.engine.EditOrder;
import mien.engine.Engine;
import mien.engine.EngineOptions;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.Film;
import mien.engine.job.Forecast;
import mien.engine.job.Job;
import mien.engine.job.JobStatus;
import mien.engine.model.ModelDesk;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;

/** The engine itself. */
public record EngineWorkshop(Engine engine) implements Workshop {

    /** The engine as it is usually opened, for work without a window. */
    public static EngineWorkshop open() {
        return new EngineWorkshop(Engine.open(EngineOptions.DEFAULT));
    }

    @Override
    public List<EditSystem<?>> systems() {
        return engine.systems();
    }

    @Override
    public Optional<ModelPack> model(String system) {
        return engine.library().preferred(system);
    }

    @Override
    public <S extends EditSpec> CompletableFuture<S> open(
            EditSystem<S> system, Picture picture, RunSettings settings) {
        return engine.open(system, picture, settings);
    }

    @Override
    public <S extends EditSpec> Making start(EditOrder<S> order, Consumer<JobStatus> listener) {
        return new EngineMaking(engine, engine.start(order, listener));
    }

    @Override
    public <S extends EditSpec> Making steer(
            Making running, EditOrder<S> changed, Consumer<JobStatus> listener) {
        return running instanceof EngineMaking making
                ? new EngineMaking(engine, engine.steer(making.job(), changed, listener))
                : Workshop.super.steer(running, changed, listener);
    }

    private record EngineMaking(Engine engine, Job job) implements Making {

        @Override
        public Film film() {
            return job.film();
        }

        @Override
        public void cancel() {
            job.cancel();
        }

        @Override
        public boolean move(int place) {
            return engine.move(job, place);
        }
    }

    @Override
    public void hold() {
        engine.hold();
    }

    @Override
    public void release() {
        engine.release();
    }

    @Override
    public CompletableFuture<Void> releaseMemory() {
        return engine.releaseMemory();
    }

    @Override
    public Forecast forecast(EditOrder<?> order) {
        return engine.forecast(order);
    }

    @Override
    public Optional<RunSettings> smaller(RunSettings settings) {
        return engine.smaller(settings);
    }

    @Override
    public Optional<ModelDesk> models() {
        return Optional.of(new ModelDesk(engine::reread));
    }

    @Override
    public void close() {
        engine.close();
    }
}
