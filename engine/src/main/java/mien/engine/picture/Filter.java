package mien.engine.picture;

/** The kernels of {@link FilteredResize}, as Pillow defines them. */
public enum Filter {
    /** The mean of the covered pixels. */
    BOX(0.5),
    /** A triangle. */
    BILINEAR(1),
    /** Keys 1981 with a = −1/2. */
    BICUBIC(2),
    /** A sinc windowed by a three times wider sinc. */
    LANCZOS(3);

    /** Half the width of the kernel in pixels, when the size stays. */
    final double support;

    Filter(double support) {
        this.support = support;
    }

    /** The kernel at a distance in pixels. */
    double at(double distance) {
        double x = Math.abs(distance);
        return switch (this) {
            case BOX -> distance > -0.5 && distance <= 0.5 ? 1 : 0;
            case BILINEAR -> Math.max(0, 1 - x);
            case BICUBIC -> cubic(x);
            case LANCZOS -> distance >= -3 && distance < 3 ? sinc(x) * sinc(x / 3) : 0;
        };
    }

    private static double cubic(double x) {
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
