package mien.app.toy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mien.engine.diffusion.WalkFolder;
import mien.engine.diffusion.WalkId;
import mien.engine.diffusion.Waypoint;
import mien.engine.job.Film;

/** The film of a run that never was. */
public final class ToyFilm {

    private ToyFilm() {}

    /** As if so many steps had been done. */
    public static Film of(int steps) {
        try {
            Path folder = Files.createTempDirectory("toy-film");
            WalkFolder walk = new WalkFolder(folder, new WalkId("toy", 0, "toy", 0));
            for (int k = 0; k <= steps; k++) {
                Waypoint place = new Waypoint(k, List.of(1L), new float[1], List.of());
                walk.onWaypoint(() -> place);
            }
            Film film = Film.read(folder);
            WalkFolder.discard(folder);
            return film;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
