package mien.app.queue;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mien.app.edit.Pace;
import mien.app.job.Making;
import mien.engine.EditOrder;
import mien.engine.job.JobStatus;

/** One edit under way, or one that failed. Belongs to the window's thread. */
public final class Entry {

    private final EditOrder<?> order;
    private final Pace pace = new Pace(System.nanoTime());
    private final ReadOnlyObjectWrapper<JobStatus> status =
            new ReadOnlyObjectWrapper<>(new JobStatus.Waiting());
    private Optional<Making> job = Optional.empty();

    Entry(EditOrder<?> order) {
        this.order = order;
    }

    public EditOrder<?> order() {
        return order;
    }

    public ReadOnlyObjectProperty<JobStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    public boolean failed() {
        return status.get() instanceof JobStatus.Failed;
    }

    public boolean waiting() {
        return status.get() instanceof JobStatus.Waiting;
    }

    /** What it will probably take from here; known from its second step on. */
    public Optional<Duration> left() {
        return status.get() instanceof JobStatus.Running running
                ? pace.left(running.steps() - running.step())
                : Optional.empty();
    }

    Optional<Making> job() {
        return job;
    }

    void setJob(Making started) {
        job = Optional.of(started);
    }

    /** On the worker's thread. */
    void paced(JobStatus news) {
        if (news instanceof JobStatus.Running) {
            pace.step(System.nanoTime());
        }
    }

    void setStatus(JobStatus news) {
        status.set(news);
    }
}
