package mien.engine.flame.head;

import static mien.engine.flame.head.Field.bell;
import static mien.engine.flame.head.Field.eye;
import static mien.engine.flame.head.Field.step;

import java.util.ArrayList;
import java.util.List;

/** What makes one head differ from another: thirty fields, one standard deviation each. */
final class ShapeBasis {
    private final List<String> names = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();

    ShapeBasis() {
        skull();
        jaw();
        nose();
        eyes();
        softParts();
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** Offsets of all vertices, metres [S][V·3]. */
    float[][] columns(HeadMesh mesh) {
        float[][] columns = new float[fields.size()][3 * mesh.size()];
        double[] d = new double[3];
        for (int k = 0; k < columns.length; k++) {
            for (int v = 0; v < mesh.size(); v++) {
                d[0] = d[1] = d[2] = 0;
                offset(mesh, v, fields.get(k), names.get(k).equals("eyeSize"), d);
                for (int i = 0; i < 3; i++) {
                    columns[k][3 * v + i] = (float) (d[i] / 100);
                }
            }
        }
        return columns;
    }

    /** Eyeballs move as a whole; rims follow their lips and lids. */
    private static void offset(HeadMesh m, int v, Field field, boolean scalesEyes, double[] d) {
        int f = m.follows[v];
        byte part = m.parts[v];
        boolean ball = part == HeadPart.LEFT_EYE || part == HeadPart.RIGHT_EYE;
        if (ball && !scalesEyes) {
            double x = part == HeadPart.LEFT_EYE ? HeadField.EYE_X : -HeadField.EYE_X;
            field.bend(x, 0, HeadField.EYE_Z + 1, 0, d);
        } else {
            field.bend(m.xyz[3 * f], m.xyz[3 * f + 1], m.xyz[3 * f + 2], m.sides[v], d);
        }
    }

    private void add(String name, Field field) {
        names.add(name);
        fields.add(field);
    }

    private void skull() {
        add("headWidth", (x, y, z, s, d) -> d[0] = 0.036 * x * step(-13, -5, y));
        add("headLength", (x, y, z, s, d) -> d[2] = 0.038 * (z - 1) * step(-13, -5, y));
        add("skullHeight", (x, y, z, s, d) -> d[1] = 0.05 * Math.max(0, y - 1.5));
        add(
                "faceWidth",
                (x, y, z, s, d) ->
                        d[0] = 0.045 * x * step(-1, 4, z) * step(6, 1, y) * step(-14, -10, y));
        add("faceLength", (x, y, z, s, d) -> d[1] = 0.05 * Math.max(-11.5, Math.min(0, y + 1)));
        add("foreheadSlope", (x, y, z, s, d) -> d[2] = -0.42 * bell(x, y, z, 0, 6.5, 7.5, 3.6));
        add("browRidge", (x, y, z, s, d) -> d[2] = 0.24 * bell(x, y, z, 2.2, 1.7, 8.4, 1.8));
        add("browHeight", (x, y, z, s, d) -> d[1] = 0.2 * bell(x, y, z, 3.1, 2.1, 8.2, 1.5));
        add(
                "cheekbones",
                (x, y, z, s, d) -> {
                    double w = bell(x, y, z, 4.7, -2.2, 6.2, 2.1);
                    d[0] = 0.24 * w * Math.signum(x);
                    d[2] = 0.2 * w;
                });
    }

    private void jaw() {
        add(
                "jawWidth",
                (x, y, z, s, d) ->
                        d[0] =
                                0.42
                                        * Math.signum(x)
                                        * bell(x, y, z, 5.0, -7.2, 2.5, 3.6)
                                        * step(0, 1.5, Math.abs(x)));
        add("chinLength", (x, y, z, s, d) -> d[1] = -0.36 * bell(x, y, z, 0, -11, 8.3, 2.8));
        add("chinForward", (x, y, z, s, d) -> d[2] = 0.36 * bell(x, y, z, 0, -10.3, 9.2, 2.4));
        add("chinWidth", (x, y, z, s, d) -> d[0] = 0.16 * x * bell(x, y, z, 0, -10.4, 8.6, 2.5));
    }

    private void nose() {
        add(
                "noseLength",
                (x, y, z, s, d) ->
                        d[1] =
                                -0.3
                                        * step(1, -4, y)
                                        * step(-6.2, -4.9, y)
                                        * step(2.4, 1.2, Math.abs(x))
                                        * step(6.5, 8.5, z));
        add(
                "noseWidth",
                (x, y, z, s, d) ->
                        d[0] =
                                0.21
                                        * Math.signum(x)
                                        * bell(x, y, z, 1.4, -4.0, 9.5, 1.25)
                                        * step(0, 0.6, Math.abs(x)));
        add("noseForward", (x, y, z, s, d) -> d[2] = 0.32 * bell(x, y, z, 0, -3.8, 10.8, 1.9));
        add("noseBridge", (x, y, z, s, d) -> d[2] = 0.24 * bell(x, y, z, 0, -0.9, 9.4, 1.5));
        add("noseTipUp", (x, y, z, s, d) -> d[1] = 0.26 * bell(x, y, z, 0, -3.9, 11.2, 1.2));
        add(
                "bridgeWidth",
                (x, y, z, s, d) ->
                        d[0] =
                                0.12
                                        * Math.signum(x)
                                        * bell(x, y, z, 0.9, -1.5, 9, 1.3)
                                        * step(0, 0.5, Math.abs(x)));
    }

    private void eyes() {
        add(
                "eyeSize",
                (x, y, z, s, d) -> {
                    double w = 0.055 * eye(x, y, z);
                    d[0] = w * (x - Math.signum(x) * HeadField.EYE_X);
                    d[1] = w * y;
                    d[2] = w * (z - HeadField.EYE_Z);
                });
        add("eyeSpacing", (x, y, z, s, d) -> d[0] = 0.13 * Math.signum(x) * eye(x, y, z));
        add(
                "eyeTilt",
                (x, y, z, s, d) -> d[1] = 0.1 * (Math.abs(x) - HeadField.EYE_X) * eye(x, y, z));
        add("eyeDepth", (x, y, z, s, d) -> d[2] = -0.13 * eye(x, y, z));
    }

    private void softParts() {
        add(
                "fullness",
                (x, y, z, s, d) -> {
                    double w =
                            bell(x, y, z, 4.8, -6.2, 4, 3.4)
                                    + 0.5 * bell(x, y, z, 0, -12.5, 5, 2.5);
                    d[0] =
                            0.36 * Math.signum(x) * w * step(0, 2, Math.abs(x))
                                    + 0.03 * x * step(-11, -13, y);
                    d[1] = -0.15 * bell(x, y, z, 0, -12.3, 5.5, 3);
                    d[2] = 0.1 * w;
                });
        add(
                "lipFullness",
                (x, y, z, s, d) -> {
                    double up = bell(x, y, z, 0.6, -6.35, 9.8, 0.9);
                    double low = bell(x, y, z, 0.4, -7.7, 9.7, 1.0);
                    d[1] = s >= 0 ? 0.13 * up * step(-7, -6.4, y) : -0.14 * low * step(-7, -7.6, y);
                    d[2] = 0.16 * (up + low) * step(2.6, 1, Math.abs(x));
                });
        add(
                "mouthWidth",
                (x, y, z, s, d) ->
                        d[0] =
                                0.2
                                        * Math.signum(x)
                                        * bell(x, y, z, 2.4, -6.95, 8.7, 1.4)
                                        * step(0, 1.2, Math.abs(x)));
        add("mouthHeight", (x, y, z, s, d) -> d[1] = 0.16 * bell(x, y, z, 0.8, -6.9, 9.2, 2.1));
        add(
                "earSize",
                (x, y, z, s, d) -> {
                    double w =
                            0.09
                                    * step(6.4, 7.2, Math.abs(x))
                                    * step(-6, -4.7, y)
                                    * step(3, 1.6, y);
                    d[1] = w * (y + 1.6);
                    d[2] = w * (z + 0.4);
                });
        add(
                "earsOut",
                (x, y, z, s, d) ->
                        d[0] =
                                0.35
                                        * Math.signum(x)
                                        * Math.max(0, Math.min(1.4, -z + 0.2))
                                        * step(6.6, 7.4, Math.abs(x))
                                        * step(-5.8, -4, y)
                                        * step(3, 1, y));
        add(
                "neckWidth",
                (x, y, z, s, d) -> {
                    double w = 0.06 * step(-9.5, -13, y);
                    d[0] = w * x;
                    d[2] = w * (z + 2.5) * 0.7;
                });
        add(
                "lopsided",
                (x, y, z, s, d) ->
                        d[0] = 0.022 * Math.min(0, y + 1) * step(-13, -9, y) * step(0, 6, z));
    }
}
