package mien.engine.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mien.engine.edit.Control;
import mien.engine.edit.Direction;
import mien.engine.edit.RunSettings;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.picture.Film;
import mien.engine.picture.Picture;
import mien.engine.picture.export.Provenance;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;

/**
 * What relighting can do, on one drawn portrait: light from three sides, the head turned, a smile.
 */
final class RelightDemo {

    /** Somebody no network was trained on. */
    private static final long PERSON = 1_000_003;

    private static final int SIDE = 128;
    private static final String SAMPLE = "/mien/ui/samples/portrait-1.png";
    private static final int SHOWN_SIDE = 256;
    private static final int FRAME_MS = 60;
    private static final int FRAMES_TO_LOOK = 12;
    private static final int STAGES = 5;

    private final Session session;
    private final Relight relight;
    private final RunSettings settings;
    private final ProgressBar bar;
    private final Provenance made;
    private final Map<String, Picture> pictures = new LinkedHashMap<>();
    private final List<Picture> firstFilm = new ArrayList<>();
    private final List<Picture> film = new ArrayList<>();

    /**
     * @param made what the written pictures say of themselves
     */
    RelightDemo(
            Session session,
            Relight relight,
            RunSettings settings,
            ProgressBar bar,
            Provenance made) {
        this.session = session;
        this.relight = relight;
        this.settings = settings;
        this.bar = bar;
        this.made = made;
    }

    private Map<String, UnaryOperator<RelightSpec>> edits() {
        Map<String, UnaryOperator<RelightSpec>> edits = new LinkedHashMap<>();
        edits.put("light-left", lit(-60, 20));
        edits.put("light-right", lit(60, 20));
        edits.put("light-above", lit(0, 70));
        edits.put(
                "turned",
                spec -> spec.withHead(spec.head().withYaw(spec.head().yaw() > 0 ? -20 : 20)));
        edits.put(
                "smile",
                spec -> slid(slid(spec, "expression.smileLeft", 1), "expression.smileRight", 1));
        return edits;
    }

    private static UnaryOperator<RelightSpec> lit(double azimuth, double elevation) {
        return spec -> {
            double strength = Math.max(0.55, spec.light().strength());
            return spec.withLight(
                    spec.light()
                            .withDirection(new Direction(azimuth, elevation))
                            .withStrength(strength));
        };
    }

    private RelightSpec slid(RelightSpec spec, String id, double value) {
        return relight.control(id)
                .map(c -> c instanceof Control.Slider<RelightSpec> s ? s.with(spec, value) : spec)
                .orElse(spec);
    }

    /**
     * Opens, edits and writes everything.
     *
     * @return the files, the steps left out
     */
    List<Path> write(Path folder) {
        Picture portrait = sample();
        pictures.put("portrait", portrait);
        RelightSpec opened = session.open(relight, portrait, settings);
        edits().forEach(
                        (name, edit) ->
                                pictures.put(name, edited(name, edit.apply(opened), folder)));

        List<Path> files = new ArrayList<>();
        pictures.forEach(
                (name, picture) -> {
                    Path file = folder.resolve(name + ".png");
                    if (picture == portrait) {
                        Outputs.write(picture, file);
                    } else {
                        Outputs.write(picture, made, file);
                    }
                    files.add(file);
                });
        Path gif = folder.resolve("film.gif");
        Film.gif(film, FRAME_MS, gif);
        files.add(gif);
        return files;
    }

    /** The studio's first sample, or where there is no studio a drawn person. */
    private static Picture sample() {
        try (InputStream bundled = RelightDemo.class.getResourceAsStream(SAMPLE)) {
            if (bundled != null) {
                return Picture.decode(bundled.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the sample portrait cannot be read", e);
        }
        Identity person = Identity.of(PERSON);
        return DrawnPeople.render(person, Look.of(person, 0), SIDE).picture();
    }

    private Picture edited(String name, RelightSpec spec, Path folder) {
        Steps steps =
                new Steps(
                        bar,
                        Optional.of(folder.resolve("steps").resolve(name)),
                        made,
                        step -> step);
        List<Picture> forming = new ArrayList<>();
        Picture result =
                session.run(
                        relight,
                        spec,
                        settings,
                        running -> {
                            steps.shown(running);
                            forming.add(large(running.x0()));
                        });
        steps.requireWritten();
        film.addAll(forming);
        for (int i = 0; i < FRAMES_TO_LOOK; i++) {
            film.add(large(result));
        }
        if (firstFilm.isEmpty()) {
            firstFilm.addAll(forming);
        }
        return result;
    }

    /** For the contact sheet: the results, and how the first of them formed. */
    List<List<Picture>> rows() {
        List<Picture> stages = new ArrayList<>();
        int last = firstFilm.size() - 1;
        for (int i = 0; i <= STAGES && last >= 0; i++) {
            stages.add(firstFilm.get(i * last / STAGES));
        }
        return List.of(pictures.values().stream().map(RelightDemo::large).toList(), stages);
    }

    private static Picture large(Picture picture) {
        return picture.resized(SHOWN_SIDE, SHOWN_SIDE);
    }
}
