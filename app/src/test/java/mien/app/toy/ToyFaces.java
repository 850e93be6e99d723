package mien.app.toy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import mien.engine.edit.Control;
import mien.engine.edit.Control.Scale;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.Control.Unit;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSystem;
import mien.engine.edit.FaceMark;
import mien.engine.edit.Handle;
import mien.engine.edit.Meter;
import mien.engine.edit.Notice;
import mien.engine.edit.Pack;
import mien.engine.edit.Readings;
import mien.engine.edit.Run;
import mien.engine.edit.SavedFields;
import mien.engine.edit.SavedSpec;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;

/**
 * Tints faces with the colours of others. A picture has as many faces as squares fit beside each
 * other; one of fewer than 32 rows has none.
 */
public final class ToyFaces implements EditSystem<ToyCast> {

    public static final Slider<ToyCast> WEIGHT =
            slider("weight", "tradeoff", ToyCast::weight, ToyCast::withWeight);
    public static final Slider<ToyCast> SHAPE =
            slider("shape", "tradeoff", ToyCast::shape, ToyCast::withShape);
    public static final Slider<ToyCast> DEPTH =
            slider("depth", "method", ToyCast::depth, ToyCast::withDepth);

    public static final Meter LIKENESS =
            new Meter("likeness", new Scale(0, 1, 0.01, Unit.AMOUNT), Meter.Better.HIGHER);
    public static final Meter DRIFT =
            new Meter("drift", new Scale(0, 50, 0.1, Unit.PERCENT), Meter.Better.LOWER);

    public static final Handle.Faces<ToyCast> FACES =
            new Handle.Faces<>("faces", ToyCast::faces, new Editing());

    private static final int LEAST = 32;
    private static final int THUMBNAIL = 24;

    private static Slider<ToyCast> slider(
            String id,
            String group,
            ToDoubleFunction<ToyCast> getter,
            Control.NumberSetter<ToyCast> setter) {
        return new Slider<>(id, group, new Scale(0, 10, 0.5, Unit.AMOUNT), s -> 5, getter, setter);
    }

    /** What a person does with faces. */
    private static final class Editing implements Handle.FaceEditing<ToyCast> {
        @Override
        public ToyCast withPoints(ToyCast spec, int face, FivePoints points) {
            if (points.leftEye().equals(points.rightEye())) {
                throw new EditException("Both eyes lie on one spot.");
            }
            return spec.with(
                    face,
                    f ->
                            new FaceMark(
                                    f.id(),
                                    ToyCast.box(points),
                                    points,
                                    f.placed(),
                                    f.chosen(),
                                    f.source()));
        }

        @Override
        public ToyCast added(ToyCast spec, FivePoints points) {
            return spec.added(points);
        }

        @Override
        public ToyCast removed(ToyCast spec, int face) {
            if (!FACES.face(spec, face).placed()) {
                throw new EditException("Face %d was found, so it stays.".formatted(face));
            }
            return spec.withFaces(spec.faces().stream().filter(f -> f.id() != face).toList());
        }

        @Override
        public ToyCast chosen(ToyCast spec, int face, boolean chosen) {
            return spec.with(
                    face,
                    f -> new FaceMark(f.id(), f.box(), f.points(), f.placed(), chosen, f.source()));
        }

        @Override
        public ToyCast taken(ToyCast spec, int face, ToyCast from, int fromFace, String name) {
            Picture thumbnail = thumbnail(from.source(), FACES.face(from, fromFace).box());
            return sourced(
                    chosen(spec, face, true),
                    face,
                    Optional.of(new FaceMark.Source(thumbnail, name, "")));
        }

        @Override
        public ToyCast noted(ToyCast spec, int face, String rights) {
            FaceMark.Source old =
                    FACES.face(spec, face)
                            .source()
                            .orElseThrow(() -> new EditException("There is no source."));
            return sourced(
                    spec,
                    face,
                    Optional.of(new FaceMark.Source(old.thumbnail(), old.name(), rights)));
        }

        @Override
        public ToyCast withoutSource(ToyCast spec, int face) {
            return sourced(spec, face, Optional.empty());
        }

        private static ToyCast sourced(ToyCast spec, int face, Optional<FaceMark.Source> source) {
            return spec.with(
                    face,
                    f -> new FaceMark(f.id(), f.box(), f.points(), f.placed(), f.chosen(), source));
        }
    }

    private static Picture thumbnail(Picture picture, FaceMark.Box b) {
        return picture.cropped(inside(picture, b)).resized(THUMBNAIL, THUMBNAIL);
    }

    private static Region inside(Picture picture, FaceMark.Box b) {
        int left = (int) Math.max(0, b.left());
        int top = (int) Math.max(0, b.top());
        int right = (int) Math.min(picture.width(), b.right());
        int bottom = (int) Math.min(picture.height(), b.bottom());
        return new Region(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    @Override
    public String id() {
        return "cast";
    }

    @Override
    public List<Control<ToyCast>> controls() {
        return List.of(WEIGHT, SHAPE, DEPTH);
    }

    @Override
    public List<Handle<ToyCast>> handles() {
        return List.of(FACES, new Handle.Pad<>("tradeoff", "weight", "shape", true));
    }

    @Override
    public ToyCast open(Picture picture, Run run) {
        int side = picture.height();
        List<FaceMark> faces = new ArrayList<>();
        for (int i = 0; side >= LEAST && (i + 1) * side <= picture.width(); i++) {
            double x = side * (i + 0.5);
            double y = side / 2.0;
            double d = side / 6.0;
            FivePoints points =
                    FivePoints.of(x - d, y - d, x + d, y - d, x, y, x - d, y + d, x + d, y + d);
            faces.add(ToyCast.face(i + 1, points, false));
        }
        return new ToyCast(picture, faces, 5, 5, 5);
    }

    /** Every face of the cast in the colour of its source's middle. */
    @Override
    public Picture proxy(ToyCast spec) {
        Picture out =
                new Picture(
                        spec.source().width(),
                        spec.source().height(),
                        spec.source().argb().clone());
        for (FaceMark face : spec.cast()) {
            Picture of = face.source().orElseThrow().thumbnail();
            int colour = of.argb()[of.argb().length / 2 + of.width() / 2];
            Region r = inside(out, face.box());
            for (int i = 0; i < r.width() * r.height(); i++) {
                out.argb()[(r.y() + i / r.width()) * out.width() + r.x() + i % r.width()] = colour;
            }
        }
        return out;
    }

    @Override
    public Picture run(ToyCast spec, Run run) {
        return proxy(spec);
    }

    /** Names and notes, and faces that are not changed, need no run. */
    @Override
    public boolean sameRun(ToyCast a, ToyCast b) {
        return a.cast().isEmpty() && b.cast().isEmpty()
                || pixels(a).equals(pixels(b))
                        && a.weight() == b.weight()
                        && a.shape() == b.shape()
                        && a.depth() == b.depth();
    }

    private static List<Object> pixels(ToyCast spec) {
        List<Object> all = new ArrayList<>();
        spec.cast()
                .forEach(f -> all.add(List.of(f.points(), f.source().orElseThrow().thumbnail())));
        return all;
    }

    @Override
    public boolean steers(ToyCast running, ToyCast wanted) {
        return pixels(running).equals(pixels(wanted)) && running.depth() == wanted.depth();
    }

    @Override
    public List<Meter> meters() {
        return List.of(LIKENESS, DRIFT);
    }

    @Override
    public OptionalDouble score(Readings readings) {
        return readings.of(LIKENESS.id());
    }

    @Override
    public List<Notice> notices(Pack pack) {
        return List.of(new Notice("toy-base", "This toy knows no faces: it only tints them."));
    }

    @Override
    public ToyCast untouched(ToyCast spec) {
        return open(spec.source(), null);
    }

    @Override
    public void warmUp(Run run) {}

    @Override
    public SavedSpec save(ToyCast s) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        values.put("weight", s.weight()).put("shape", s.shape()).put("depth", s.depth());
        return new SavedSpec(1, values, Map.of(), Map.of());
    }

    @Override
    public ToyCast restore(SavedSpec saved, Picture source) {
        SavedFields in = SavedFields.of(id(), saved, 1);
        return open(source, null)
                .withWeight(in.real("weight"))
                .withShape(in.real("shape"))
                .withDepth(in.real("depth"));
    }
}
