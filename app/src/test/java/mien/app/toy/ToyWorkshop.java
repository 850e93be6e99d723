package mien.app.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import mien.app.job.Making;
import mien.app.job.Workshop;
import mien.engine.EditOrder;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.Beginning;
import mien.engine.job.Film;
import mien.engine.job.JobStatus;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;

/** A workshop whose runs go on as the test says. */
public final class ToyWorkshop implements Workshop {

    /** How many steps its films have. */
    public static final int STEPS = 4;

    private final List<Order> orders = new ArrayList<>();
    private final List<EditSystem<?>> systems = new ArrayList<>(List.of(new ToySystem()));

    /** Installs one more system. */
    public void add(EditSystem<?> system) {
        systems.add(system);
    }

    /** A run that was asked for. */
    public static final class Order implements Making {
        private final EditOrder<?> order;
        private final Consumer<JobStatus> listener;
        private final Film film = ToyFilm.of(STEPS);
        private boolean cancelled;

        Order(EditOrder<?> order, Consumer<JobStatus> listener) {
            this.order = order;
            this.listener = listener;
        }

        public EditSpec spec() {
            return order.spec();
        }

        public RunSettings settings() {
            return order.settings();
        }

        public Beginning beginning() {
            return order.beginning();
        }

        @Override
        public Film film() {
            return film;
        }

        @Override
        public void cancel() {
            cancelled = true;
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
        return List.copyOf(systems);
    }

    @Override
    public Optional<ModelPack> model(String system) {
        return Optional.empty();
    }

    @Override
    public <S extends EditSpec> CompletableFuture<S> open(
            EditSystem<S> system, Picture picture, RunSettings settings) {
        if (!(system instanceof ToyFaces) && picture.width() != picture.height()) {
            return CompletableFuture.failedFuture(
                    new EditException("The toy takes square pictures."));
        }
        return CompletableFuture.completedFuture(system.open(picture, null));
    }

    @Override
    public <S extends EditSpec> Making start(EditOrder<S> asked, Consumer<JobStatus> listener) {
        Order order = new Order(asked, listener);
        orders.add(order);
        return order;
    }

    @Override
    public void close() {}
}
