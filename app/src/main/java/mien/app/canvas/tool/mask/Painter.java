package mien.app.canvas.tool.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import mien.app.job.Jobs;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;
import mien.engine.picture.mask.FloodFill;
import mien.engine.picture.mask.Holes;
import mien.engine.picture.mask.Join;
import mien.engine.picture.mask.PointerSample;
import mien.engine.picture.mask.Polygon;
import mien.engine.picture.mask.Stroke;
import mien.engine.picture.mask.TiledMask;

/** What gestures do to a mask. Belongs to the window's thread. */
public final class Painter {

    private final MaskTools tools;
    private final Ground ground;
    private final Supplier<Picture> picture;
    private final Jobs jobs;
    private Optional<Stroke> stroke = Optional.empty();
    private Optional<PointerSample> lastPoint = Optional.empty();
    private List<Polygon.Point> outline = List.of();
    private Join join = Join.UNION;
    private boolean erasing;
    private boolean closing; // holes are filled when the stroke ends
    private boolean straight; // strokes that begin now are lines
    private Optional<PointerSample> lineFrom = Optional.empty();
    private Optional<Region> lineOver = Optional.empty(); // where the line was seen

    /**
     * @param picture what the fill looks at
     */
    public Painter(MaskTools tools, Ground ground, Supplier<Picture> picture, Jobs jobs) {
        this.tools = tools;
        this.ground = ground;
        this.picture = picture;
        this.jobs = jobs;
    }

    /** Whether a stroke or an outline is being drawn. */
    public boolean drawing() {
        return stroke.isPresent() || !outline.isEmpty();
    }

    /** The outline of the lasso or the rectangle that is being drawn. */
    public List<Polygon.Point> outline() {
        return outline;
    }

    /** Whether strokes that begin from now on are straight lines. */
    void setStraight(boolean lines) {
        straight = lines;
    }

    /**
     * The pointer is pressed.
     *
     * @param subtract whether it takes away, or gives back what an eraser took
     * @param intersect whether an outline or fill keeps only what lies in both
     */
    public void begin(PointerSample at, boolean subtract, boolean intersect) {
        join = intersect ? Join.INTERSECT : subtract ? Join.SUBTRACT : Join.UNION;
        switch (tools.kind()) {
            case BRUSH, ERASER -> stroke(at, (tools.kind() == MaskKind.ERASER) != subtract);
            case LASSO, RECTANGLE -> outline = List.of(point(at));
            case FILL -> fill(at);
        }
    }

    private void stroke(PointerSample at, boolean erase) {
        erasing = erase;
        closing = false;
        stroke = Optional.of(fresh());
        lineFrom = straight ? Optional.of(at) : Optional.empty();
        lineOver = Optional.empty();
        go(at);
    }

    private Stroke fresh() {
        boolean away = erasing && !ground.classes(); // a layout's eraser paints its first class
        return new Stroke(ground.base(erasing), tools.brush(), away);
    }

    private void go(PointerSample at) {
        lastPoint = Optional.of(at);
        stroke.ifPresent(s -> s.to(at).ifPresent(r -> ground.preview(s.mask(), r, erasing)));
    }

    /** The line is drawn anew to where the pointer is now. */
    private void line(PointerSample from, PointerSample to) {
        Stroke drawn = fresh();
        Optional<Region> begun = drawn.to(from);
        Optional<Region> over = joined(begun, drawn.to(to));
        if (ground.classes()) {
            ground.revert(); // a layout holds what was seen of the line before
        }
        joined(over, lineOver).ifPresent(r -> ground.preview(drawn.mask(), r, erasing));
        lineOver = over;
        stroke = Optional.of(drawn);
        lastPoint = Optional.of(to);
    }

    private static Optional<Region> joined(Optional<Region> a, Optional<Region> b) {
        return a.map(r -> b.map(r::with).orElse(r)).or(() -> b);
    }

    /** The pointer goes on. */
    public void move(PointerSample at) {
        if (stroke.isPresent() && lineFrom.isPresent()) {
            line(lineFrom.get(), at);
        } else if (stroke.isPresent()) {
            go(at);
        } else if (outline.isEmpty()) {
            return;
        } else if (tools.kind() == MaskKind.RECTANGLE) {
            Polygon.Point first = outline.get(0);
            outline = Polygon.rectangle(first, point(at)).points();
        } else {
            List<Polygon.Point> longer = new ArrayList<>(outline);
            longer.add(point(at));
            outline = longer;
        }
    }

    /** The pointer is let go. */
    public void end() {
        if (stroke.isPresent()) {
            TiledMask done = stroke.get().mask();
            boolean changed = done != stroke.get().base();
            stroke = Optional.empty();
            if (changed) {
                ground.settle(closing ? Holes.filled(done) : done, erasing);
            }
        } else if (!outline.isEmpty()) {
            Polygon drawn = new Polygon(outline);
            outline = List.of();
            if (drawn.bounds(ground.width(), ground.height()).isPresent()) {
                make(() -> drawn.mask(ground.width(), ground.height()));
            }
        }
    }

    /**
     * What was begun is given up.
     *
     * @return whether there was anything
     */
    public boolean cancel() {
        boolean something = drawing();
        if (stroke.isPresent()) {
            stroke = Optional.empty();
            ground.revert();
        }
        outline = List.of();
        return something;
    }

    /** A straight stroke from where the last one ended; a dab where there was none. */
    public void lineTo(PointerSample at, boolean subtract) {
        PointerSample from = lastPoint.orElse(at);
        stroke(from, (tools.kind() == MaskKind.ERASER) != subtract);
        go(at);
        end();
    }

    /** The stroke's holes are filled when it ends; without a stroke those of the mask, now. */
    public void fillHoles() {
        if (stroke.isPresent()) {
            closing = true;
        } else if (!ground.classes()) {
            change(Holes::filled);
        }
    }

    private void fill(PointerSample at) {
        int x = pixel(at.x(), ground.width());
        int y = pixel(at.y(), ground.height());
        if (x < 0 || y < 0 || x >= ground.width() || y >= ground.height()) {
            return;
        }
        MaskTools.Fill how = tools.fillProperty().get();
        Picture seen = picture.get();
        make(() -> FloodFill.of(seen, x, y, how.tolerance(), how.contiguous()));
    }

    /** The pixel at a place; the picture's far edge belongs to its last one. */
    private static int pixel(double at, int size) {
        return at == size ? size - 1 : (int) Math.floor(at);
    }

    /** An area is made beside the window and joined with what is there by then. */
    private void make(Supplier<TiledMask> area) {
        Join how = join;
        jobs.fetch(
                area,
                made -> {
                    boolean erase = how == Join.SUBTRACT;
                    if (ground.classes()) {
                        ground.settle(made, erase);
                    } else {
                        // where there is no mask yet, taking away begins with everything
                        TiledMask base = ground.base(how != Join.UNION);
                        ground.settle(base.joined(how, made), erase);
                    }
                },
                e -> {
                    throw e;
                });
    }

    private void change(UnaryOperator<TiledMask> how) {
        TiledMask base = ground.base(false);
        jobs.fetch(
                () -> how.apply(base),
                made -> ground.settle(made, false),
                e -> {
                    throw e;
                });
    }

    private static Polygon.Point point(PointerSample at) {
        return new Polygon.Point(at.x(), at.y());
    }
}
