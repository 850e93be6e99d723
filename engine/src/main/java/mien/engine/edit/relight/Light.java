package mien.engine.edit.relight;

import mien.engine.edit.Direction;
import mien.engine.edit.EditException;
import mien.engine.edit.Rgb;
import mien.engine.flame.FlameCode;

/**
 * The light of a portrait: the 27 numbers found in it, and what the person made of them. Setting
 * nothing gives exactly the numbers found; every value moves the light continuously, so that its
 * character stays.
 *
 * @param base 27 numbers, nine bands by red, green, blue
 * @param direction where the light comes from; the base is turned as a whole
 * @param strength how much brighter the lit side of a white ball is than its middle; more is added
 *     as a distant lamp, less flattens the base
 * @param ambience mean brightness of a white ball in the base
 * @param colour a filter before all light; at the base's own colour it does nothing
 */
public record Light(
        Coefficients base, Direction direction, double strength, double ambience, Rgb colour) {

    private static final double RED = 0.299; // luminance, Rec. 601
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;

    /** Below this a light has no direction worth the name. */
    private static final double FLAT = 1e-4;

    /** The least share of a colour in a light, so that a filter can bring it back. */
    private static final double LEAST_TINT = 0.02;

    public Light {
        requireWhole(base);
        if (!(strength >= 0) || !(ambience >= 0)) {
            throw new EditException(
                    "A light is not negative, but got strength %s and ambience %s."
                            .formatted(strength, ambience));
        }
    }

    /** A light as it is. */
    public static Light of(Coefficients base) {
        requireWhole(base);
        ShadingBands[] bands = ShadingBands.colours(base.array());
        double[] linear = linear(bands);
        double strength =
                Math.sqrt(linear[0] * linear[0] + linear[1] * linear[1] + linear[2] * linear[2]);
        Direction direction =
                strength < FLAT ? Direction.CAMERA : Direction.of(linear[0], linear[1], linear[2]);
        double ambience = luminance(bands[0].a(), bands[1].a(), bands[2].a());
        return new Light(base, direction, strength, Math.max(0, ambience), tint(bands));
    }

    private static void requireWhole(Coefficients base) {
        if (base.size() != FlameCode.LIGHT) {
            throw new EditException("A light has 27 numbers, but got %d.".formatted(base.size()));
        }
    }

    public Light withDirection(Direction newDirection) {
        return new Light(base, newDirection, strength, ambience, colour);
    }

    public Light withStrength(double newStrength) {
        return new Light(base, direction, newStrength, ambience, colour);
    }

    public Light withAmbience(double newAmbience) {
        return new Light(base, direction, strength, newAmbience, colour);
    }

    public Light withColour(Rgb newColour) {
        return new Light(base, direction, strength, ambience, newColour);
    }

    /** The 27 numbers that the renderer and the network see. */
    public float[] numbers() {
        Light found = of(base);
        if (equals(found)) {
            return base.array();
        }
        double[] turn = turn(found.direction, direction);
        double even = found.ambience < FLAT ? 1 : ambience / found.ambience;
        double directed = found.strength < FLAT ? 1 : Math.min(1, strength / found.strength);
        double lampStrength = Math.max(0, strength - found.strength);
        double extraAmbience = found.ambience < FLAT ? ambience : 0;
        ShadingBands lamp = ShadingBands.lamp(direction.vector());
        ShadingBands added = lamp.scaled(lampStrength, lampStrength).brighter(extraAmbience);
        double[] tint = parts(found.colour);
        double[] filter = parts(colour);
        double luminance = luminance(tint[0], tint[1], tint[2]);

        ShadingBands[] bands = ShadingBands.colours(base.array());
        float[] light = new float[FlameCode.LIGHT];
        for (int c = 0; c < 3; c++) {
            double share = tint[c] / luminance; // what is added has the colour of what is there
            double gain = filter[c] / tint[c];
            ShadingBands changed = bands[c].rotated(turn).scaled(even, directed);
            changed.plus(added.scaled(share, share)).scaled(gain, gain).write(light, c);
        }
        return light;
    }

    /** Turns round the vertical and up or down, never sideways: azimuth stays azimuth. */
    private static double[] turn(Direction from, Direction to) {
        double[] level =
                Turns.product(
                        Turns.aboutX(Math.toRadians(from.elevation())),
                        Turns.aboutY(-Math.toRadians(from.azimuth())));
        double[] aim =
                Turns.product(
                        Turns.aboutY(Math.toRadians(to.azimuth())),
                        Turns.aboutX(-Math.toRadians(to.elevation())));
        return Turns.product(aim, level);
    }

    /** The linear part of the light's luminance: it points where the light comes from. */
    private static double[] linear(ShadingBands[] bands) {
        double[] sum = new double[3];
        for (int i = 0; i < 3; i++) {
            sum[i] = luminance(bands[0].b()[i], bands[1].b()[i], bands[2].b()[i]);
        }
        return sum;
    }

    /** The colour of the mean light, its strongest part 1. */
    private static Rgb tint(ShadingBands[] bands) {
        double max = Math.max(bands[0].a(), Math.max(bands[1].a(), bands[2].a()));
        return max < FLAT
                ? Rgb.WHITE
                : new Rgb(
                        share(bands[0].a() / max),
                        share(bands[1].a() / max),
                        share(bands[2].a() / max));
    }

    private static double share(double part) {
        return Math.max(LEAST_TINT, Math.min(1, part));
    }

    private static double[] parts(Rgb c) {
        return new double[] {c.red(), c.green(), c.blue()};
    }

    private static double luminance(double r, double g, double b) {
        return RED * r + GREEN * g + BLUE * b;
    }
}
