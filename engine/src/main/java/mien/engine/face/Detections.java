package mien.engine.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Faces out of the maps of S3FD (Zhang et al. 2017; reference diffface.md §8.4). Each cell of each
 * map stands for a square prior of four strides.
 */
public final class Detections {
    private static final double CANDIDATE = 0.05;
    private static final double OVERLAP = 0.3;
    private static final double FACE = 0.5;
    private static final double CENTRE_VARIANCE = 0.1;
    private static final double SIZE_VARIANCE = 0.2;

    private Detections() {}

    /**
     * One level of the detector, 0 the finest.
     *
     * @param width columns of the map
     * @param height rows of the map
     * @param face probability of a face in each cell [height·width]
     * @param offsets x, y, width, height against the prior [4·height·width]
     */
    public record Level(int width, int height, float[] face, float[] offsets) {}

    /**
     * @param levels finest first; level i has a stride of 2^(i+2) pixels
     * @return the faces, surest first
     */
    public static List<Detection> faces(List<Level> levels) {
        List<Detection> candidates = candidates(levels);
        return keep(candidates).stream()
                .map(candidates::get)
                .filter(d -> d.score() > FACE)
                .toList();
    }

    /** Every cell that may be a face, level after level, row after row. */
    static List<Detection> candidates(List<Level> levels) {
        List<Detection> found = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            int stride = 1 << i + 2;
            for (int cell = 0; cell < level.face.length; cell++) {
                if (level.face[cell] > CANDIDATE) {
                    found.add(new Detection(box(level, cell, stride), level.face[cell]));
                }
            }
        }
        return found;
    }

    private static FaceBox box(Level level, int cell, int stride) {
        int plane = level.face.length;
        double prior = 4.0 * stride;
        double cx = stride / 2.0 + cell % level.width * stride;
        double cy = stride / 2.0 + cell / level.width * stride;
        cx += CENTRE_VARIANCE * prior * level.offsets[cell];
        cy += CENTRE_VARIANCE * prior * level.offsets[plane + cell];
        double w = prior * Math.exp(SIZE_VARIANCE * level.offsets[2 * plane + cell]);
        double h = prior * Math.exp(SIZE_VARIANCE * level.offsets[3 * plane + cell]);
        return new FaceBox(cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2);
    }

    /** Positions of the candidates that no surer one covers, surest first. */
    static List<Integer> keep(List<Detection> candidates) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -candidates.get(i).score()));
        List<Integer> kept = new ArrayList<>();
        for (int i : order) {
            FaceBox box = candidates.get(i).box();
            if (kept.stream().allMatch(k -> overlap(candidates.get(k).box(), box) <= OVERLAP)) {
                kept.add(i);
            }
        }
        return kept;
    }

    /** Intersection over union; edges belong to the box, so each side counts one pixel more. */
    private static double overlap(FaceBox a, FaceBox b) {
        double w = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left()) + 1;
        double h = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top()) + 1;
        double both = Math.max(0, w) * Math.max(0, h);
        return both / (area(a) + area(b) - both);
    }

    private static double area(FaceBox box) {
        return (box.width() + 1) * (box.height() + 1);
    }
}
