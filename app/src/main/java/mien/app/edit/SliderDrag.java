package mien.app.edit;

import mien.app.edit.SliderScale.Grain;

/**
 * One drag along a bar. It moves by what the pointer moves, so that nothing jumps when it begins.
 */
final class SliderDrag {

    private static final double FINE = 0.1;

    private final SliderScale scale;
    private final double start;
    private double raw;
    private double lastX;

    SliderDrag(SliderScale scale, double start, double x) {
        this.scale = scale;
        this.start = start;
        this.raw = scale.scale().clamped(start);
        this.lastX = x;
    }

    /** The value the drag began at. */
    double start() {
        return start;
    }

    /**
     * The pointer is at x.
     *
     * @param width of the bar
     */
    double to(double x, double width, Grain grain) {
        double way = (x - lastX) / Math.max(1, width) * scale.range();
        lastX = x;
        raw = scale.scale().clamped(raw + (grain == Grain.FINE ? FINE * way : way));
        return scale.rounded(raw, grain);
    }
}
