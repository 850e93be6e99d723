package mien.engine.face;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import mien.engine.net.Fan;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;

/**
 * 2D-FAN on the full resolution of a face (reference diffface.md §8.4).
 *
 * @param net the network
 * @param manager on the network's device
 * @param input what the network was taught to read
 */
public record FanLandmarks(Fan net, NDManager manager, Input input) implements LandmarkFinder {

    /**
     * What the network was taught to read: red, green, blue over 0 to 1.
     *
     * @param side of the crop in pixels, divisible by 64
     * @param wholePixels whether points are cut down to whole pixels, as the original reports them
     */
    public record Input(int side, boolean wholePixels) {

        /** As published. */
        public static Input published() {
            return new Input(FanCrop.SIDE, true);
        }
    }

    @Override
    public Landmarks68 landmarks(Picture picture, FaceBox box) {
        FanCrop crop = FanCrop.around(box);
        int side = input.side;
        float[] rgb = crop.cut(picture, side).planar(Range.UNIT);
        try (NDManager inside = manager.newSubManager()) {
            NDArray maps = net.forward(inside.create(rgb, new Shape(1, 3, side, side)));
            int map = side / Fan.STRIDE;
            double[] points = crop.toPicture(HeatMaps.points(maps.toFloatArray(), map), map);
            return new Landmarks68(input.wholePixels ? FanCrop.truncated(points) : points);
        }
    }
}
