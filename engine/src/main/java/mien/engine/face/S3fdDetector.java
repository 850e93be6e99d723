package mien.engine.face;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import mien.engine.face.Detections.Level;
import mien.engine.net.S3fd;
import mien.engine.picture.Filter;
import mien.engine.picture.FilteredResize;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;

/**
 * S3FD on pictures of any size: large ones are looked at on a reduced copy (reference diffface.md
 * §8.4).
 *
 * @param net the network
 * @param manager on the network's device
 * @param input what the network was taught to read
 */
public record S3fdDetector(S3fd net, NDManager manager, Input input) implements FaceDetector {

    /**
     * What the network was taught to read: blue, green, red over 0 to 255, less a mean.
     *
     * @param blue mean of the blue
     * @param green mean of the green
     * @param red mean of the red
     * @param longest side of what is looked at, in pixels; larger pictures are reduced to it
     */
    public record Input(float blue, float green, float red, int longest) {
        public Input {
            if (longest < S3fd.LEAST_SIDE) {
                throw new IllegalArgumentException(
                        "the detector reads at least %d pixels a side, but got %d"
                                .formatted(S3fd.LEAST_SIDE, longest));
            }
        }

        /** As published; 512 pixels show faces a fortieth of the picture wide. */
        public static Input published() {
            return new Input(104, 117, 123, 512);
        }
    }

    @Override
    public List<Detection> faces(Picture picture) {
        double scale =
                Math.min(1, (double) input.longest / Math.max(picture.width(), picture.height()));
        int w = Math.max(1, (int) Math.rint(picture.width() * scale));
        int h = Math.max(1, (int) Math.rint(picture.height() * scale));
        Picture small = FilteredResize.of(picture, w, h, Filter.BILINEAR);
        double across = (double) picture.width() / w;
        double down = (double) picture.height() / h;
        return Detections.faces(levels(small)).stream()
                .map(d -> new Detection(enlarged(d.box(), across, down), d.score()))
                .toList();
    }

    private static FaceBox enlarged(FaceBox b, double across, double down) {
        return new FaceBox(
                b.left() * across, b.top() * down, b.right() * across, b.bottom() * down);
    }

    private List<Level> levels(Picture small) {
        int w = Math.max(S3fd.LEAST_SIDE, small.width()); // black beside a picture that is smaller
        int h = Math.max(S3fd.LEAST_SIDE, small.height());
        float[] read = read(small.cropped(new Region(0, 0, w, h)));
        List<Level> levels = new ArrayList<>();
        try (NDManager inside = manager.newSubManager()) {
            for (S3fd.Level maps : net.forward(inside.create(read, new Shape(1, 3, h, w)))) {
                levels.add(level(maps));
            }
        }
        return levels;
    }

    /** Planar blue, green, red [3·h·w]. */
    float[] read(Picture picture) {
        int n = picture.argb().length;
        float[] read = new float[3 * n];
        for (int i = 0; i < n; i++) {
            int pixel = picture.argb()[i];
            read[i] = (pixel & 0xff) - input.blue;
            read[n + i] = (pixel >> 8 & 0xff) - input.green;
            read[2 * n + i] = (pixel >> 16 & 0xff) - input.red;
        }
        return read;
    }

    private static Level level(S3fd.Level maps) {
        Shape shape = maps.classes().getShape();
        NDArray share = maps.classes().softmax(1).get(":, 1"); // 1,h,w
        return new Level(
                (int) shape.get(3),
                (int) shape.get(2),
                share.toFloatArray(),
                maps.offsets().toFloatArray());
    }
}
