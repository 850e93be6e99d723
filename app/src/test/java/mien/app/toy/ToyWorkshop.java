package mien.app.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import mien.app.job.Ongoing;
import mien.app.job.Workshop;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.JobStatus;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;

/** A workshop whose runs go on as the test says. */
public final class ToyWorkshop implements Workshop {

    private final List<Order> orders = new ArrayList<>();

    /** A run that was asked for. */
    public static final class Order {
        private final EditSpec spec;
        private final RunSettings settings;
        private final Consumer<JobStatus> listener;
        private boolean cancelled;

        Order(EditSpec spec, RunSettings settings, Consumer<JobStatus> listener) {
            this.spec = spec;
            this.settings = settings;
            this.listener = listener;
        }

        public EditSpec spec() {
            return spec;
        }

        public RunSettings settings() {
            return settings;
        }

        public boolean cancelled() {
            return cancelled;
        }

        public void tell(JobStatus status) {
            listener.accept(status);
        }
    }

    /** All runs that were asked for, the newest last. */
    public List<Order> orders() {
        return orders;
    }

    public Order newest() {
        return orders.get(orders.size() - 1);
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
        if (picture.width() != picture.height()) {
            return CompletableFuture.failedFuture(
                    new EditException("The toy takes square pictures."));
        }
        return CompletableFuture.completedFuture(system.open(picture, null));
    }

    @Override
    public <S extends EditSpec> Ongoing start(
            EditSystem<S> system, S spec, RunSettings settings, Consumer<JobStatus> listener) {
        Order order = new Order(spec, settings, listener);
        orders.add(order);
        return () -> order.cancelled = true;
    }

    @Override
    public void close() {}
}
