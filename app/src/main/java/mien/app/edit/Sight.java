package mien.app.edit;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import mien.app.job.Jobs;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.picture.Picture;

/**
 * What the canvas shows: what happens, the step of the film that is looked at instead, or the
 * original while it is compared with. Belongs to the window's thread.
 */
final class Sight<S extends EditSpec> {

    private final Supplier<S> spec;
    private final FilmReel film;
    private final ReadOnlyObjectWrapper<Shown> live;
    private final BooleanProperty comparing = new SimpleBooleanProperty();
    private final Finishing<S> finishing;
    private final Proxies<S> proxies;
    private volatile Consumer<Picture> preparing = picture -> {};
    private boolean formed = true; // it shows more than a proxy of the spec

    /**
     * @param spec the one that is worked on
     */
    Sight(EditSystem<S> system, Supplier<S> spec, Jobs jobs, FilmReel film) {
        this.spec = spec;
        this.film = film;
        this.live = new ReadOnlyObjectWrapper<>(Shown.original(spec.get().source()));
        Consumer<Picture> screen = picture -> preparing.accept(picture);
        this.finishing = new Finishing<>(system, jobs, screen, live.get());
        this.proxies = new Proxies<>(system, jobs, screen, this::showProxy);
        live.subscribe(this::show);
        film.inspectedProperty().subscribe(this::show);
        comparing.subscribe(this::show);
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return finishing.shownProperty();
    }

    /** Whether the original is shown instead. */
    BooleanProperty comparingProperty() {
        return comparing;
    }

    /** Who makes pictures ready on the drawing thread before they are shown. */
    void setPreparing(Consumer<Picture> screen) {
        preparing = screen;
    }

    Finishing<S> finishing() {
        return finishing;
    }

    /** What happens, with what is done to it for the spec as it is now. */
    void show() {
        Optional<Shown> chosen =
                comparing.get()
                        ? Optional.of(Shown.original(spec.get().source()))
                        : film.inspectedProperty().get().map(Shown::step);
        chosen.ifPresentOrElse(
                s -> finishing.show(spec.get(), s), () -> finishing.follow(spec.get(), live.get()));
    }

    /** Something else was chosen: what is shown is not of it. */
    void change() {
        formed = false;
    }

    /** Shows a draft of what was chosen, until there is something better. */
    void draft(S wanted) {
        if (!formed) {
            proxies.draw(wanted);
        }
    }

    private void showProxy(Picture proxy) {
        if (!formed) {
            live.set(Shown.proxy(proxy));
        }
    }

    /** A picture of what was chosen. */
    void form(Shown picture) {
        formed = true;
        live.set(picture);
    }
}
