package mien.engine.picture.mask;

/**
 * A round brush.
 *
 * @param size diameter in picture pixels, 1 to 1000
 * @param hardness 0 (soft from the middle on) to 1 (a sharp edge, one pixel wide)
 * @param opacity 0 to 1: as far as one stroke goes, however often it crosses itself
 * @param spacing between dabs, as a share of the size; 0 draws without gaps
 * @param sizeByPressure whether a lighter pen paints a thinner line
 * @param opacityByPressure whether a lighter pen paints a fainter one
 */
public record Brush(
        double size,
        double hardness,
        double opacity,
        double spacing,
        boolean sizeByPressure,
        boolean opacityByPressure) {

    public static final double LARGEST = 1000;

    /** A soft brush to begin with. */
    public static final Brush DEFAULT = new Brush(60, 0.5, 1, 0, true, false);

    public Brush {
        if (!(size >= 1 && size <= LARGEST)
                || !(hardness >= 0 && hardness <= 1)
                || !(opacity >= 0 && opacity <= 1)
                || !(spacing >= 0 && spacing <= 4)) {
            throw new IllegalArgumentException(
                    "a brush needs a size of 1 to 1000, hardness and opacity of 0 to 1, spacing of 0 to 4, but got %s, %s, %s, %s"
                            .formatted(size, hardness, opacity, spacing));
        }
    }

    public Brush withSize(double newSize) {
        return new Brush(newSize, hardness, opacity, spacing, sizeByPressure, opacityByPressure);
    }

    public Brush withHardness(double newHardness) {
        return new Brush(size, newHardness, opacity, spacing, sizeByPressure, opacityByPressure);
    }

    public Brush withOpacity(double newOpacity) {
        return new Brush(size, hardness, newOpacity, spacing, sizeByPressure, opacityByPressure);
    }

    public Brush withSpacing(double newSpacing) {
        return new Brush(size, hardness, opacity, newSpacing, sizeByPressure, opacityByPressure);
    }

    double radius(double pressure) {
        return Math.max(0.5, size / 2 * (sizeByPressure ? pressure : 1));
    }

    double strength(double pressure) {
        return opacityByPressure ? pressure : 1;
    }
}
