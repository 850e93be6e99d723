package mien.app.canvas.tool.face;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import mien.app.canvas.tool.Captions;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.Tool.Frame;
import mien.app.pixels.PictureImage;
import mien.app.text.Texts;
import mien.engine.edit.FaceMark;
import mien.engine.picture.FivePoints.Mark;
import mien.engine.picture.FivePoints.Point;
import mien.engine.picture.Picture;

/** Draws boxes, points, numbers, and a small picture of whose identity a face gets. */
final class FacePainter {

    private static final double DOT = 3;
    private static final double RING = 7;
    private static final double SOURCE = 44; // side of the source's picture, view pixels
    private static final double LEAST = 60; // smaller boxes have no room for it
    private static final double GAP = 6;
    private static final double MIDDLE = 0.5; // of a pixel

    private final Texts texts;
    private final Map<Integer, Thumb> thumbs = new HashMap<>(); // by the ids of faces

    private record Thumb(Picture of, Image image) {}

    /** What there is to draw. */
    record Seen(List<FaceMark> faces, Optional<Grasp> grasped, Optional<Grasp> under) {

        boolean holds(FaceMark face) {
            return grasped.filter(g -> g.face() == face.id()).isPresent();
        }
    }

    FacePainter(Texts texts) {
        this.texts = texts;
    }

    void paint(GraphicsContext g, Frame frame, Seen seen) {
        thumbs.keySet()
                .retainAll(seen.faces.stream().map(FaceMark::id).collect(Collectors.toSet()));
        for (int i = 0; i < seen.faces.size(); i++) {
            face(g, frame, seen, i);
        }
        seen.grasped
                .or(() -> seen.under)
                .filter(grasp -> grasp.mark().isPresent())
                .ifPresent(grasp -> name(g, frame, seen, grasp));
    }

    private void face(GraphicsContext g, Frame frame, Seen seen, int at) {
        FaceMark face = seen.faces.get(at);
        boolean held = seen.holds(face);
        Corners box = Corners.of(frame, face.box());
        g.setStroke(frame.inks().shade());
        g.setLineWidth(held ? 5 : 3.5);
        box.stroke(g);
        g.setStroke(face.chosen() ? frame.inks().handle() : frame.inks().line());
        g.setLineWidth(held ? 2.5 : 1.5);
        if (!face.chosen()) {
            g.setLineDashes(5, 4);
        }
        box.stroke(g);
        g.setLineDashes();
        if (face.chosen() || held) {
            for (Mark mark : Mark.values()) {
                boolean ringed =
                        held && seen.grasped.flatMap(Grasp::mark).equals(Optional.of(mark));
                dot(g, frame, face.points().at(mark), ringed);
            }
        }
        Captions.write(
                g, frame.inks(), box.left() + GAP, box.top() - GAP, Integer.toString(at + 1));
        face.source().ifPresent(s -> source(g, frame, face.id(), s.thumbnail(), box));
    }

    /** The four corners of a box in the view, which may be turned or mirrored. */
    private record Corners(double[] xs, double[] ys) {

        static Corners of(Frame frame, FaceMark.Box b) {
            double[] xs = {b.left(), b.right(), b.right(), b.left()};
            double[] ys = {b.top(), b.top(), b.bottom(), b.bottom()};
            for (int i = 0; i < xs.length; i++) {
                Point2D p = frame.viewport().toView(xs[i], ys[i]);
                xs[i] = p.getX();
                ys[i] = p.getY();
            }
            return new Corners(xs, ys);
        }

        void stroke(GraphicsContext g) {
            g.strokePolygon(xs, ys, xs.length);
        }

        double left() {
            return least(xs);
        }

        double top() {
            return least(ys);
        }

        double right() {
            return -least(new double[] {-xs[0], -xs[1], -xs[2], -xs[3]});
        }

        private static double least(double[] values) {
            return Math.min(Math.min(values[0], values[1]), Math.min(values[2], values[3]));
        }
    }

    private static Point2D view(Frame frame, Point p) {
        return frame.viewport().toView(p.x() + MIDDLE, p.y() + MIDDLE);
    }

    private static void dot(GraphicsContext g, Frame frame, Point point, boolean ringed) {
        Point2D at = view(frame, point);
        if (ringed) {
            g.setStroke(frame.inks().shade());
            g.setLineWidth(4);
            ring(g, at);
            g.setStroke(frame.inks().handle());
            g.setLineWidth(2);
            ring(g, at);
        }
        g.setFill(frame.inks().shade());
        disc(g, at, DOT + 1.5);
        g.setFill(frame.inks().handle());
        disc(g, at, DOT);
    }

    private static void ring(GraphicsContext g, Point2D at) {
        g.strokeOval(at.getX() - RING, at.getY() - RING, 2 * RING, 2 * RING);
    }

    private static void disc(GraphicsContext g, Point2D at, double radius) {
        g.fillOval(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
    }

    /** Whose identity it gets: in the upper corner of the box, upright whatever the view does. */
    private void source(GraphicsContext g, Frame frame, int face, Picture of, Corners box) {
        if (box.right() - box.left() < LEAST) {
            return;
        }
        Thumb thumb = thumbs.get(face);
        if (thumb == null || !thumb.of.equals(of)) {
            thumb = new Thumb(of, PictureImage.still(of));
            thumbs.put(face, thumb);
        }
        double x = box.right() - SOURCE / 2;
        double y = box.top() - SOURCE / 2;
        g.setFill(frame.inks().shade());
        g.fillRoundRect(x - 3, y - 3, SOURCE + 6, SOURCE + 6, 9, 9);
        g.drawImage(thumb.image, x, y, SOURCE, SOURCE);
        g.setStroke(frame.inks().handle());
        g.setLineWidth(1.5);
        g.strokeRoundRect(x - 1, y - 1, SOURCE + 2, SOURCE + 2, 6, 6);
    }

    private void name(GraphicsContext g, Frame frame, Seen seen, Grasp grasp) {
        seen.faces.stream()
                .filter(f -> f.id() == grasp.face())
                .findFirst()
                .ifPresent(
                        f -> {
                            Mark mark = grasp.mark().orElseThrow();
                            Point2D at = view(frame, f.points().at(mark));
                            Captions.write(
                                    g, frame.inks(), at.getX() + 13, at.getY() - 9, named(mark));
                        });
    }

    private String named(Mark mark) {
        return FaceWords.mark(texts, mark);
    }

    /** The points so far, and which one is next, beside the pointer. */
    void placing(GraphicsContext g, Frame frame, Placing placing, Optional<Pointer> pointer) {
        placing.so().forEach(p -> dot(g, frame, p, false));
        placing.next()
                .ifPresent(
                        next ->
                                pointer.map(p -> frame.viewport().toView(p.x(), p.y()))
                                        .ifPresent(
                                                at ->
                                                        Captions.write(
                                                                g,
                                                                frame.inks(),
                                                                at.getX() + 16,
                                                                at.getY() - 14,
                                                                named(next))));
    }
}
