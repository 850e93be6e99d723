package mien.app.edit;

import java.util.function.Consumer;
import mien.app.job.Jobs;
import mien.app.job.LatestStatus;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.picture.Picture;

/** Draws what a spec asks for while it changes: on the drawing thread, the newest wins. */
final class Proxies<S extends EditSpec> {

    private final LatestStatus<S> wanted;

    /**
     * @param preparing told first, on the drawing thread
     * @param window told on the window's thread
     */
    Proxies(
            EditSystem<S> system,
            Jobs jobs,
            Consumer<Picture> preparing,
            Consumer<Picture> window) {
        LatestStatus<Picture> drawn = new LatestStatus<>(jobs.window(), window);
        wanted =
                new LatestStatus<>(
                        jobs.drawing(),
                        s -> {
                            Picture proxy = system.proxy(s);
                            preparing.accept(proxy);
                            drawn.offer(proxy);
                        });
    }

    void draw(S spec) {
        wanted.offer(spec);
    }
}
