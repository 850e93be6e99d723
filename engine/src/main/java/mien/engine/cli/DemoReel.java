package mien.engine.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mien.engine.EditOrder;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Film;
import mien.engine.picture.Picture;
import mien.engine.picture.export.Provenance;

/** What a demo makes: pictures by name, the steps of each, and one film of all. */
final class DemoReel {

    private static final int SHOWN_SIDE = 256;
    private static final int FRAME_MS = 60;
    private static final int FRAMES_TO_LOOK = 12;
    private static final int STAGES = 5;

    private final Session session;
    private final RunSettings settings;
    private final ProgressBar bar;
    private final Provenance made;
    private final Path folder;
    private final Map<String, Picture> pictures = new LinkedHashMap<>();
    private final List<Path> files = new ArrayList<>();
    private final List<Picture> firstFilm = new ArrayList<>();
    private final List<Picture> film = new ArrayList<>();

    /**
     * @param made what the written pictures say of themselves
     * @param folder everything goes there
     */
    DemoReel(Session session, RunSettings settings, ProgressBar bar, Provenance made, Path folder) {
        this.session = session;
        this.settings = settings;
        this.bar = bar;
        this.made = made;
        this.folder = folder;
    }

    /** Opens a picture that was given, and writes it as it is. */
    <S extends EditSpec> S given(EditSystem<S> system, String name, Picture picture) {
        pictures.put(name, picture);
        Path file = file(name);
        Outputs.write(picture, file);
        return session.open(system, picture, settings);
    }

    /** Makes an edit, its steps beside it. */
    <S extends EditSpec> void make(EditSystem<S> system, String name, S spec) {
        Steps steps =
                new Steps(
                        bar,
                        Optional.of(folder.resolve("steps").resolve(name)),
                        made,
                        step -> system.finished(spec, step));
        List<Picture> forming = new ArrayList<>();
        Picture sampled =
                session.run(
                        new EditOrder<>(system, spec, settings),
                        running -> {
                            steps.shown(running);
                            forming.add(large(system.finished(spec, running.x0())));
                        });
        steps.requireWritten();
        Picture result = system.finished(spec, sampled);
        pictures.put(name, result);
        Outputs.write(result, made, file(name));
        film.addAll(forming);
        for (int i = 0; i < FRAMES_TO_LOOK; i++) {
            film.add(large(result));
        }
        if (firstFilm.isEmpty()) {
            firstFilm.addAll(forming);
        }
    }

    private Path file(String name) {
        Path file = folder.resolve(name + ".png");
        files.add(file);
        return file;
    }

    /**
     * Writes the film.
     *
     * @return all files, the steps left out
     */
    List<Path> end(String name) {
        Path gif = folder.resolve(name + ".gif");
        Film.gif(film, FRAME_MS, gif);
        files.add(gif);
        return List.copyOf(files);
    }

    /** For the contact sheet: the pictures, and how the first result formed. */
    List<List<Picture>> rows() {
        List<Picture> stages = new ArrayList<>();
        int last = firstFilm.size() - 1;
        for (int i = 0; i <= STAGES && last >= 0; i++) {
            stages.add(firstFilm.get(i * last / STAGES));
        }
        return List.of(pictures.values().stream().map(DemoReel::large).toList(), stages);
    }

    private static Picture large(Picture picture) {
        return picture.resized(SHOWN_SIDE, SHOWN_SIDE);
    }
}
