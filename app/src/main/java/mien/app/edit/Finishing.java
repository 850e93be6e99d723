package mien.app.edit;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mien.app.job.Jobs;
import mien.app.job.LatestStatus;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.picture.Picture;

/**
 * Brings pictures on the canvas. What was sampled gets there with what is done to it afterwards,
 * such as laying it over the original inside a mask: on the drawing thread, the newest wins.
 */
final class Finishing<S extends EditSpec> {

    private final EditSystem<S> system;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Shown> shown;
    private final Consumer<Picture> preparing;
    private final LatestStatus<Wanted<S>> drawing;
    private final LatestStatus<Finished> window;
    private Preview preview = Preview.FULL;
    private long newest; // number of what was asked for last
    private long visible; // number of what is shown

    private record Wanted<S>(long number, S spec, Shown sampled, double opacity) {}

    private record Finished(long number, Shown shown) {}

    /**
     * @param preparing told of each picture before it is shown, on the drawing thread
     */
    Finishing(EditSystem<S> system, Jobs jobs, Consumer<Picture> preparing, Shown first) {
        this.system = system;
        this.jobs = jobs;
        this.preparing = preparing;
        this.shown = new ReadOnlyObjectWrapper<>(first);
        this.window = new LatestStatus<>(jobs.window(), this::arrived);
        this.drawing = new LatestStatus<>(jobs.drawing(), this::draw);
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** How steps are seen from now on. */
    void setPreview(Preview how) {
        preview = how;
    }

    /** Shows a picture of a spec as it forms: a step only as far as steps are wanted. */
    void follow(S spec, Shown picture) {
        boolean step = picture.kind() == Shown.Kind.STEP;
        if (!step || preview.strength() == 1) {
            show(spec, picture);
        } else if (preview.strength() > 0) {
            drawing.offer(new Wanted<>(++newest, spec, picture, preview.strength()));
        } // else what was there stays until the result
    }

    /** Shows a picture of a spec. */
    void show(S spec, Shown picture) {
        long number = ++newest;
        if (picture.raw()) {
            drawing.offer(new Wanted<>(number, spec, picture, 1));
        } else {
            visible = number; // and nothing that was asked for before comes after it
            shown.set(picture);
        }
    }

    private void draw(Wanted<S> w) {
        Picture finished = system.finished(w.spec, w.sampled.picture());
        if (w.opacity < 1) {
            finished = finished.over(w.spec.source(), w.opacity);
        }
        preparing.accept(finished);
        window.offer(new Finished(w.number, w.sampled.with(finished)));
    }

    private void arrived(Finished f) {
        if (f.number > visible) {
            visible = f.number;
            shown.set(f.shown);
        }
    }

    /** The result that a spec has in the end, on the window's thread. */
    void result(S spec, Picture sampled, Consumer<Picture> taker) {
        jobs.drawing()
                .execute(
                        () -> {
                            Picture finished = system.finished(spec, sampled);
                            jobs.window().execute(() -> taker.accept(finished));
                        });
    }
}
