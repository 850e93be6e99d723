package mien.engine.edit.relight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import mien.engine.edit.Control;
import mien.engine.edit.Control.Borrow;
import mien.engine.edit.Control.Colour;
import mien.engine.edit.Control.NumberSetter;
import mien.engine.edit.Control.Numbers;
import mien.engine.edit.Control.Scale;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.Control.Toggle;
import mien.engine.edit.Control.Unit;
import mien.engine.edit.Direction;
import mien.engine.flame.FaceRig;
import mien.engine.flame.FlameCode;

/** Everything that can be set on a portrait, in the order of the panel. */
final class RelightControls {

    private static final Scale EXPRESSION = new Scale(-0.5, 1.5, 0.01, Unit.AMOUNT);
    private static final Scale DEVIATIONS = new Scale(-3, 3, 0.05, Unit.DEVIATIONS);

    private final List<Control<RelightSpec>> list = new ArrayList<>();

    private RelightControls() {}

    static List<Control<RelightSpec>> of(FaceRig rig) {
        RelightControls c = new RelightControls();
        c.light();
        c.head();
        c.expression(rig);
        c.shape(rig);
        c.source();
        return List.copyOf(c.list);
    }

    private void light() {
        Part<Light> light =
                new Part<>("light", RelightSpec::light, Portrait::light, RelightSpec::withLight);
        slider(
                light,
                "light.azimuth",
                degrees(180),
                l -> l.direction().azimuth(),
                (l, v) -> l.withDirection(new Direction(v, l.direction().elevation())));
        slider(
                light,
                "light.elevation",
                degrees(90),
                l -> l.direction().elevation(),
                (l, v) -> l.withDirection(new Direction(l.direction().azimuth(), v)));
        slider(
                light,
                "light.strength",
                new Scale(0, 1.5, 0.01, Unit.AMOUNT),
                Light::strength,
                Light::withStrength);
        slider(
                light,
                "light.ambience",
                new Scale(0, 2, 0.01, Unit.AMOUNT),
                Light::ambience,
                Light::withAmbience);
        list.add(
                new Colour<>(
                        "light.colour",
                        "light",
                        s -> s.portrait().light().colour(),
                        s -> s.light().colour(),
                        (s, colour) -> s.withLight(s.light().withColour(colour))));
        list.add(
                new Numbers<>(
                        "light.coefficients",
                        "light",
                        FlameCode.LIGHT,
                        s -> s.light().numbers(),
                        (s, numbers) -> s.withLight(Light.of(Coefficients.of(numbers)))));
    }

    private void head() {
        Part<HeadTurn> head =
                new Part<>("head", RelightSpec::head, Portrait::head, RelightSpec::withHead);
        slider(head, "head.yaw", degrees(60), HeadTurn::yaw, HeadTurn::withYaw);
        slider(head, "head.pitch", degrees(45), HeadTurn::pitch, HeadTurn::withPitch);
        slider(head, "head.roll", degrees(45), HeadTurn::roll, HeadTurn::withRoll);
        Part<Gaze> gaze =
                new Part<>("gaze", RelightSpec::gaze, Portrait::gaze, RelightSpec::withGaze);
        slider(gaze, "gaze.horizontal", degrees(40), Gaze::horizontal, Gaze::withHorizontal);
        slider(gaze, "gaze.vertical", degrees(30), Gaze::vertical, Gaze::withVertical);
    }

    private void expression(FaceRig rig) {
        Part<Jaw> jaw =
                new Part<>("expression", RelightSpec::jaw, Portrait::jaw, RelightSpec::withJaw);
        slider(jaw, "jaw", new Scale(-5, 30, 0.5, Unit.DEGREES), Jaw::degrees, Jaw::withDegrees);
        Part<Coefficients> row =
                new Part<>(
                        "expression",
                        RelightSpec::expression,
                        Portrait::expression,
                        RelightSpec::withExpression);
        row(row, rig.expressionNames(), rig.model().expressionCount(), EXPRESSION);
    }

    private void shape(FaceRig rig) {
        Part<Coefficients> row =
                new Part<>("shape", RelightSpec::shape, Portrait::shape, RelightSpec::withShape);
        row(row, rig.shapeNames(), rig.model().shapeCount(), DEVIATIONS);
    }

    private void source() {
        list.add(new Borrow<>("take", "source", Taken.names(), Taken::take));
        list.add(
                new Toggle<>(
                        "keep-centre",
                        "source",
                        RelightSpec::keepCentre,
                        RelightSpec::withKeepCentre));
    }

    /** A part of the spec: where it is now, what was found in the picture, how to replace it. */
    private record Part<P>(
            String group,
            Function<RelightSpec, P> now,
            Function<Portrait, P> found,
            BiFunction<RelightSpec, P, RelightSpec> with) {}

    private <P> void slider(
            Part<P> part,
            String id,
            Scale scale,
            ToDoubleFunction<P> value,
            NumberSetter<P> setter) {
        list.add(
                new Slider<>(
                        id,
                        part.group,
                        scale,
                        s -> value.applyAsDouble(part.found.apply(s.portrait())),
                        s -> value.applyAsDouble(part.now.apply(s)),
                        (s, v) -> part.with.apply(s, setter.with(part.now.apply(s), v))));
    }

    /**
     * One slider for each coefficient; named ones run from nothing to all, unnamed ones over the
     * population.
     */
    private void row(Part<Coefficients> part, List<String> names, int count, Scale named) {
        for (int i = 0; i < count; i++) {
            int index = i;
            String name = names.isEmpty() ? Integer.toString(i) : names.get(i);
            slider(
                    part,
                    part.group + "." + name,
                    names.isEmpty() ? DEVIATIONS : named,
                    c -> c.at(index),
                    (c, v) -> c.with(index, (float) v));
        }
    }

    private static Scale degrees(double limit) {
        return new Scale(-limit, limit, 1, Unit.DEGREES);
    }
}
