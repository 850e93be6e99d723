package mien.app.canvas.tool.face;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.Tool;
import mien.app.keys.KeyMap;
import mien.app.text.Texts;
import mien.engine.edit.EditSpec;
import mien.engine.edit.FaceMark;
import mien.engine.picture.FivePoints;
import mien.engine.picture.FivePoints.Point;

/**
 * Faces are picked by a click and their points dragged; a drag inside a box moves all five. Shift
 * and a click, or the other button, leave a face as it is or take it in again. While a face is
 * placed, five clicks are its points. A picture let go over a face becomes its source.
 */
public final class FaceTool<S extends EditSpec> implements Tool {

    private static final double GRIP = 10; // view pixels
    private static final double CLICK = 4; // a press that moves less, view pixels
    private static final double MIDDLE = 0.5; // points count from the middle of the first pixel
    private static final Pattern PICTURES = Pattern.compile(".*\\.(png|jpe?g|tiff?|webp|bmp|gif)");

    private final FacesModel<S> faces;
    private final FaceSources<S> sources;
    private final FaceActions keys;
    private final FacePainter painter;
    private Optional<Drag> drag = Optional.empty();
    private Optional<Pointer> pointer = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    /**
     * Something is held.
     *
     * @param before where its face lay
     */
    private record Drag(Grasp what, FivePoints before, Pointer from, boolean moving) {

        Drag to(Pointer at) {
            return new Drag(what, before, from, moving || at.distance(from.x(), from.y()) >= CLICK);
        }
    }

    /**
     * @param map the keys as they are now; it holds {@link FaceKeys#table}
     * @param askSource asks for a picture to take an identity from
     */
    public FaceTool(
            FacesModel<S> faces,
            FaceSources<S> sources,
            Supplier<KeyMap> map,
            Texts texts,
            Runnable askSource) {
        this.faces = faces;
        this.sources = sources;
        this.keys = new FaceActions(faces, map, askSource);
        this.painter = new FacePainter(texts);
    }

    @Override
    public void enter(Surface surface) {
        following =
                Subscription.combine(
                        faces.facesProperty().subscribe(f -> surface.repaint()),
                        faces.graspProperty().subscribe(g -> surface.repaint()),
                        faces.placingProperty().subscribe(p -> surface.repaint()));
    }

    @Override
    public void leave() {
        following.unsubscribe();
        faces.stopPlacing();
        pointer = Optional.empty();
    }

    @Override
    public void paint(GraphicsContext g, Frame frame) {
        Optional<Grasp> over = pointer.flatMap(this::near);
        painter.paint(g, frame, new FacePainter.Seen(faces.faces(), faces.grasped(), over));
        faces.placing().ifPresent(p -> painter.placing(g, frame, p, pointer));
    }

    @Override
    public boolean stays() {
        return true;
    }

    private Optional<Grasp> near(Pointer at) {
        return faces.near(at.x() - MIDDLE, at.y() - MIDDLE, at.inPicture(GRIP));
    }

    @Override
    public Cursor cursor(Pointer at) {
        if (faces.placing().isPresent()) {
            return Cursor.CROSSHAIR;
        }
        return near(at).isPresent() || faces.at(at.x(), at.y()).isPresent()
                ? Cursor.HAND
                : Cursor.DEFAULT;
    }

    @Override
    public void hover(Pointer at) {
        pointer = Optional.of(at);
    }

    @Override
    public void away() {
        pointer = Optional.empty();
    }

    @Override
    public boolean press(Pointer at) {
        pointer = Optional.of(at);
        if (faces.placing().isPresent() && at.primary()) {
            faces.place(new Point(at.x() - MIDDLE, at.y() - MIDDLE));
            return true;
        }
        Optional<FaceMark> face = faces.at(at.x(), at.y());
        if (at.secondary() || at.primary() && at.shift()) {
            face.ifPresent(f -> faces.choose(f.id(), !f.chosen()));
            return face.isPresent();
        }
        Optional<Grasp> what = near(at).or(() -> face.map(f -> Grasp.of(f.id())));
        what.ifPresentOrElse(w -> hold(w, at), faces::letGo);
        return what.isPresent();
    }

    private void hold(Grasp what, Pointer at) {
        faces.grasp(what);
        faces.face(what.face())
                .ifPresent(
                        f -> {
                            if (!f.chosen()) {
                                faces.choose(f.id(), true);
                            }
                            drag = Optional.of(new Drag(what, f.points(), at, false));
                        });
    }

    @Override
    public void drag(Pointer at) {
        pointer = Optional.of(at);
        drag = drag.map(d -> d.to(at));
        drag.filter(Drag::moving)
                .ifPresent(
                        d -> {
                            double dx = at.x() - d.from.x();
                            double dy = at.y() - d.from.y();
                            FivePoints to = FacesModel.moved(d.before, d.what, dx, dy);
                            faces.preview(d.what.face(), to);
                        });
    }

    @Override
    public void release(Pointer at) {
        Optional<Drag> done = drag;
        drag = Optional.empty();
        done.filter(Drag::moving).ifPresent(d -> faces.settle());
    }

    @Override
    public boolean cancel() {
        Optional<Drag> given = drag;
        drag = Optional.empty();
        given.filter(Drag::moving).ifPresent(d -> faces.revert(d.what.face(), d.before));
        if (given.isPresent() || faces.stopPlacing()) {
            return true;
        }
        boolean grasped = faces.grasped().isPresent();
        faces.letGo();
        return grasped;
    }

    @Override
    public boolean keyPressed(KeyEvent key) {
        return keys.pressed(key);
    }

    @Override
    public void keyReleased(KeyEvent key) {
        keys.released(key);
    }

    @Override
    public boolean accepts(Pointer at, List<Path> files) {
        return picture(files).isPresent() && faces.at(at.x(), at.y()).isPresent();
    }

    @Override
    public void take(Pointer at, List<Path> files) {
        picture(files)
                .ifPresent(
                        file ->
                                faces.at(at.x(), at.y())
                                        .ifPresent(f -> sources.open(file, f.id())));
    }

    /** The first picture among files. */
    static Optional<Path> picture(List<Path> files) {
        return files.stream()
                .filter(f -> PICTURES.matcher(f.toString().toLowerCase(Locale.ROOT)).matches())
                .findFirst();
    }
}
