package mien.engine.edit;

/**
 * A colour of light.
 *
 * @param red 0 to 1
 * @param green 0 to 1
 * @param blue 0 to 1
 */
public record Rgb(double red, double green, double blue) {
    public static final Rgb WHITE = new Rgb(1, 1, 1);

    public Rgb {
        if (!part(red) || !part(green) || !part(blue)) {
            throw new EditException(
                    "A colour has red, green and blue from 0 to 1, but got %s, %s, %s."
                            .formatted(red, green, blue));
        }
    }

    private static boolean part(double v) {
        return v >= 0 && v <= 1;
    }
}
