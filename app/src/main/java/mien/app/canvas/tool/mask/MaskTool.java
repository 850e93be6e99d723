package mien.app.canvas.tool.mask;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.Tool;
import mien.app.pixels.TiledImage;
import mien.engine.picture.Region;
import mien.engine.picture.mask.PointerSample;

/**
 * Paints on the canvas. Alt takes away; Shift and a click draw a straight stroke, as does a drag
 * while the key for lines is held; Shift and a drag change the brush's size, and so do Alt and the
 * wheel; Alt and a drag with the other button change size and hardness.
 */
public final class MaskTool implements Tool {

    private static final double CLICK = 3; // a press that moves less, in view pixels
    private static final double WHEEL = 1.1; // a notch of the wheel
    private static final double HARDNESS_WAY = 200; // view pixels from soft to hard
    private static final double SEEN = 3; // smaller circles are not seen, in view pixels

    private final MaskTools tools;
    private final Painter painter;
    private final Ground ground;
    private final MaskActions actions;
    private final BrushCursor circle = new BrushCursor();
    private final ObjectProperty<Tints> tints = new SimpleObjectProperty<>(Tints.NONE);
    private Optional<Veil> veil = Optional.empty(); // while the tool is in use
    private Optional<Sizing> sizing = Optional.empty();
    private Optional<Pointer> pointer = Optional.empty();
    private int[] colours = new int[0]; // of the veil as it is
    private Subscription following = Subscription.EMPTY;

    /** A drag that changes the brush. */
    private record Sizing(Pointer from, double size, double hardness, boolean both, boolean moved) {
        Sizing moving() {
            return new Sizing(from, size, hardness, both, true);
        }
    }

    /**
     * @param ground what the painter paints on
     */
    MaskTool(MaskTools tools, Painter painter, Ground ground, MaskActions actions) {
        this.tools = tools;
        this.painter = painter;
        this.ground = ground;
        this.actions = actions;
    }

    /** The colours of the veil; the style sheets give them, see {@link MaskOptions}. */
    public ObjectProperty<Tints> tintsProperty() {
        return tints;
    }

    @Override
    public void enter(Surface surface) {
        veil = Optional.of(new Veil(ground));
        colours = new int[0];
        following =
                Subscription.combine(
                        ground.follow(
                                parts -> {
                                    write(parts);
                                    surface.repaint();
                                }),
                        tools.brushProperty().subscribe(b -> surface.repaint()),
                        tools.kindProperty().subscribe(k -> surface.repaint()),
                        tools.veiledProperty().subscribe(v -> surface.repaint()),
                        tools.quickProperty().subscribe(q -> recolour(surface)),
                        tints.subscribe(t -> recolour(surface)));
    }

    private void write(List<Region> parts) {
        int[] now = ground.colours(tints.get(), tools.quickProperty().get());
        boolean same = Arrays.equals(now, colours);
        colours = now;
        veil.ifPresent(
                v -> {
                    if (same) {
                        v.write(parts);
                    } else {
                        v.colour(now);
                    }
                });
    }

    private void recolour(Surface surface) {
        write(List.of());
        surface.repaint();
    }

    @Override
    public void leave() {
        following.unsubscribe();
        veil = Optional.empty();
        pointer = Optional.empty();
    }

    @Override
    public Optional<TiledImage> overlay() {
        return veil.filter(v -> tools.veiledProperty().get()).map(Veil::image);
    }

    @Override
    public void paint(GraphicsContext g, Frame frame) {
        if (!painter.outline().isEmpty()) {
            circle.outline(g, frame, painter.outline());
        } else {
            brushAt().ifPresent(p -> circle.paint(g, frame, p, tools.brush()));
        }
    }

    /** Where the brush is seen. */
    private Optional<Pointer> brushAt() {
        return tools.kind().brushes()
                ? sizing.map(Sizing::from).or(() -> pointer)
                : Optional.empty();
    }

    @Override
    public Optional<Bounds> reach(Frame frame) {
        if (!painter.outline().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                brushAt()
                        .map(p -> circle.reach(frame, p, tools.brush()))
                        .orElse(new BoundingBox(0, 0, 0, 0)));
    }

    @Override
    public Cursor cursor(Pointer at) {
        boolean circleSeen =
                tools.kind().brushes() && at.viewport().scale() * tools.brush().size() > 2 * SEEN;
        return circleSeen ? Cursor.NONE : Cursor.CROSSHAIR;
    }

    @Override
    public void hover(Pointer at) {
        pointer = Optional.of(at);
    }

    @Override
    public void away() {
        pointer = Optional.empty();
    }

    private static PointerSample sample(Pointer at) {
        return new PointerSample(at.x(), at.y(), at.sample().pressure());
    }

    @Override
    public boolean press(Pointer at) {
        pointer = Optional.of(at);
        boolean brushes = tools.kind().brushes();
        if (at.secondary() && at.alt() && brushes || at.primary() && at.shift() && brushes) {
            sizing =
                    Optional.of(
                            new Sizing(
                                    at,
                                    tools.brush().size(),
                                    tools.brush().hardness(),
                                    at.secondary(),
                                    false));
            return true;
        }
        if (at.primary()) {
            painter.begin(sample(at), at.alt(), at.alt() && at.shift());
        }
        return at.primary();
    }

    @Override
    public KeyPress keyPress(Pointer at) {
        return switch (tools.kind()) {
            case LASSO -> KeyPress.CORNERS;
            case FILL -> KeyPress.CLICK;
            case RECTANGLE -> KeyPress.DRAG;
            case BRUSH, ERASER -> Tool.super.keyPress(at); // with Shift a straight stroke
        };
    }

    @Override
    public void drag(Pointer at) {
        pointer = Optional.of(at);
        if (sizing.isPresent()) {
            sizing = Optional.of(sized(sizing.get(), at));
        } else {
            painter.move(sample(at));
        }
    }

    private Sizing sized(Sizing s, Pointer at) {
        if (!s.moved && at.distance(s.from.x(), s.from.y()) < CLICK) {
            return s;
        }
        Point2D now = at.viewport().toView(at.x(), at.y());
        Point2D then = s.from.viewport().toView(s.from.x(), s.from.y());
        tools.resize(s.size + 2 * at.inPicture(now.getX() - then.getX()));
        if (s.both) {
            tools.harden(s.hardness - (now.getY() - then.getY()) / HARDNESS_WAY);
        }
        return s.moving();
    }

    @Override
    public void release(Pointer at) {
        Optional<Sizing> sized = sizing;
        sizing = Optional.empty();
        if (sized.isEmpty()) {
            painter.end();
        } else if (!sized.get().both && !sized.get().moved) {
            painter.lineTo(sample(at), at.alt());
        }
    }

    @Override
    public boolean cancel() {
        sizing.ifPresent(
                s -> {
                    tools.resize(s.size);
                    tools.harden(s.hardness);
                });
        boolean something = sizing.isPresent();
        sizing = Optional.empty();
        return painter.cancel() || something;
    }

    @Override
    public boolean scroll(Pointer at, double notches) {
        if (at.alt() && tools.kind().brushes()) {
            tools.resize(tools.brush().size() * Math.pow(WHEEL, notches));
            return true;
        }
        return false;
    }

    @Override
    public boolean keyPressed(KeyEvent key) {
        return actions.pressed(key);
    }

    @Override
    public void keyReleased(KeyEvent key) {
        actions.released(key);
    }

    @Override
    public boolean stays() {
        return painter.drawing();
    }
}
