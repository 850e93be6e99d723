package mien.app.toy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import mien.engine.edit.Control;
import mien.engine.edit.Control.Scale;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.Control.Unit;
import mien.engine.edit.Direction;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Handle;
import mien.engine.edit.Rgb;
import mien.engine.edit.Run;
import mien.engine.edit.SavedFields;
import mien.engine.edit.SavedSpec;
import mien.engine.picture.Picture;

/** Lights a flat picture from a side: bright where the light comes from. */
public class ToySystem implements EditSystem<ToySpec> {

    public static final Slider<ToySpec> AZIMUTH =
            new Slider<>(
                    "light.azimuth",
                    "light",
                    new Scale(-180, 180, 1, Unit.DEGREES),
                    s -> ToySpec.found(s.source()).light().azimuth(),
                    s -> s.light().azimuth(),
                    (s, v) -> s.withLight(new Direction(v, s.light().elevation())));

    public static final Slider<ToySpec> STRENGTH =
            new Slider<>(
                    "light.strength",
                    "light",
                    new Scale(0, 1.5, 0.01, Unit.AMOUNT),
                    s -> 0.5,
                    ToySpec::strength,
                    ToySpec::withStrength);

    public static final Slider<ToySpec> JAW =
            new Slider<>(
                    "jaw",
                    "expression",
                    new Scale(-5, 30, 0.5, Unit.DEGREES),
                    s -> 2,
                    ToySpec::jaw,
                    ToySpec::withJaw);

    private static final Control<ToySpec> COLOUR =
            new Control.Colour<>(
                    "light.colour",
                    "light",
                    s -> ToySpec.found(s.source()).colour(),
                    ToySpec::colour,
                    ToySpec::withColour);

    private static final Control<ToySpec> NUMBERS =
            new Control.Numbers<>(
                    "light.coefficients",
                    "light",
                    2,
                    s -> new float[] {(float) s.light().azimuth(), (float) s.light().elevation()},
                    (s, n) -> s.withLight(new Direction(n[0], n[1])));

    private static final Control<ToySpec> KEEP =
            new Control.Toggle<>("keep-centre", "source", ToySpec::keep, ToySpec::withKeep);

    @Override
    public String id() {
        return "relight";
    }

    @Override
    public List<Control<ToySpec>> controls() {
        return List.of(AZIMUTH, STRENGTH, COLOUR, NUMBERS, JAW, KEEP);
    }

    @Override
    public List<Handle<ToySpec>> handles() {
        return List.of(
                new Handle.Light<>(
                        "light",
                        ToySpec::light,
                        ToySpec::withLight,
                        (s, side) -> ball(side, s.light().vector())));
    }

    @Override
    public ToySpec open(Picture portrait, Run run) {
        return ToySpec.found(portrait);
    }

    /** The source, brighter toward the light. */
    @Override
    public Picture proxy(ToySpec spec) {
        Picture in = spec.source();
        double[] to = spec.light().vector();
        int[] out = new int[in.argb().length];
        for (int i = 0; i < out.length; i++) {
            double x = 2.0 * (i % in.width()) / in.width() - 1;
            int row = i / in.width();
            double y = 1 - 2.0 * row / in.height();
            out[i] = scaled(in.argb()[i], 0.6 + spec.strength() * (x * to[0] + y * to[1]));
        }
        return new Picture(in.width(), in.height(), out);
    }

    @Override
    public Picture run(ToySpec spec, Run run) {
        return proxy(spec);
    }

    @Override
    public ToySpec untouched(ToySpec spec) {
        return ToySpec.found(spec.source());
    }

    @Override
    public void warmUp(Run run) {}

    @Override
    public SavedSpec save(ToySpec s) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        values.put("azimuth", s.light().azimuth()).put("elevation", s.light().elevation());
        values.put("strength", s.strength()).put("jaw", s.jaw()).put("keep", s.keep());
        values.put("red", s.colour().red()).put("green", s.colour().green());
        values.put("blue", s.colour().blue());
        return new SavedSpec(1, values, Map.of(), Map.of());
    }

    @Override
    public ToySpec restore(SavedSpec saved, Picture source) {
        SavedFields in = SavedFields.of(id(), saved, 1);
        return new ToySpec(
                source,
                new Direction(in.real("azimuth"), in.real("elevation")),
                in.real("strength"),
                in.real("jaw"),
                new Rgb(in.real("red"), in.real("green"), in.real("blue")),
                in.flag("keep"));
    }

    private static int scaled(int argb, double k) {
        int out = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            out = out << 8 | (int) Math.max(0, Math.min(255, (argb >> shift & 0xff) * k));
        }
        return out;
    }

    private static Picture ball(int side, double[] to) {
        int[] out = new int[side * side];
        for (int i = 0; i < out.length; i++) {
            double x = 2 * (i % side + 0.5) / side - 1;
            int row = i / side;
            double y = 1 - 2 * (row + 0.5) / side;
            double zz = 1 - x * x - y * y;
            if (zz > 0) {
                out[i] =
                        scaled(
                                0xffffffff,
                                0.3
                                        + 0.6
                                                * Math.max(
                                                        0,
                                                        x * to[0]
                                                                + y * to[1]
                                                                + Math.sqrt(zz) * to[2]));
            }
        }
        return new Picture(side, side, out);
    }
}
