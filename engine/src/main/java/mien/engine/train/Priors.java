package mien.engine.train;

import java.util.List;
import mien.engine.face.FaceBox;

/**
 * What S3FD is to say of a picture (Zhang et al. 2017, section 3; reference diffface.md §8.4):
 * which of its priors stands for a face, and how the face's box lies against it. A prior stands for
 * the face it overlaps most, if by 0.35 or more, and each face has at least the prior that overlaps
 * it most.
 *
 * @param face 1 where there is one [priors], level after level, row after row
 * @param offsets x, y, width, height of its box against the prior [priors·4]
 */
record Priors(byte[] face, float[] offsets) {

    private static final int LEVELS = 6;
    private static final double LEAST = 0.35;
    private static final double CENTRE_VARIANCE = 0.1;
    private static final double SIZE_VARIANCE = 0.2;

    /** Sides of the six maps of a square picture. */
    static int[] sides(int side) {
        int deep = side / 32 + 4; // fc6 pads by three
        int deeper = (deep + 1) / 2;
        return new int[] {side / 4, side / 8, side / 16, deep, deeper, (deeper + 1) / 2};
    }

    /** How many priors a square picture has. */
    static int count(int side) {
        int sum = 0;
        for (int map : sides(side)) {
            sum += map * map;
        }
        return sum;
    }

    static Priors of(List<FaceBox> boxes, int side) {
        int count = count(side);
        Priors priors = new Priors(new byte[count], new float[4 * count]);
        double[] best = new double[count];
        double[] most = new double[boxes.size()];
        int[] where = new int[boxes.size()];
        int prior = 0;
        int[] sides = sides(side);
        for (int level = 0; level < LEVELS; level++) {
            int stride = 4 << level;
            for (int cell = 0; cell < sides[level] * sides[level]; cell++) {
                double cx = stride / 2.0 + cell % sides[level] * stride;
                double cy = stride / 2.0 + cell / sides[level] * stride;
                for (int b = 0; b < boxes.size(); b++) {
                    double overlap = overlap(boxes.get(b), cx, cy, 4.0 * stride);
                    if (overlap >= LEAST && overlap > best[prior]) {
                        best[prior] = overlap;
                        priors.stand(prior, boxes.get(b), new double[] {cx, cy, 4.0 * stride});
                    }
                    if (overlap > most[b]) {
                        most[b] = overlap;
                        where[b] = prior;
                    }
                }
                prior++;
            }
        }
        for (int b = 0; b < boxes.size(); b++) {
            if (most[b] > 0) {
                priors.stand(where[b], boxes.get(b), at(where[b], side));
            }
        }
        return priors;
    }

    /** Middle and side of a prior. */
    private static double[] at(int prior, int side) {
        int[] sides = sides(side);
        int left = prior;
        int level = 0;
        while (left >= sides[level] * sides[level]) {
            left -= sides[level] * sides[level];
            level++;
        }
        int stride = 4 << level;
        return new double[] {
            stride / 2.0 + left % sides[level] * stride,
            stride / 2.0 + left / sides[level] * stride,
            4.0 * stride
        };
    }

    /** Notes a face at a prior of a middle and a side. */
    private void stand(int prior, FaceBox b, double[] p) {
        face[prior] = 1;
        offsets[4 * prior] = (float) (((b.left() + b.right()) / 2 - p[0]) / p[2] / CENTRE_VARIANCE);
        offsets[4 * prior + 1] =
                (float) (((b.top() + b.bottom()) / 2 - p[1]) / p[2] / CENTRE_VARIANCE);
        offsets[4 * prior + 2] = (float) (Math.log(b.width() / p[2]) / SIZE_VARIANCE);
        offsets[4 * prior + 3] = (float) (Math.log(b.height() / p[2]) / SIZE_VARIANCE);
    }

    private static double overlap(FaceBox b, double cx, double cy, double size) {
        return overlap(b, new FaceBox(cx - size / 2, cy - size / 2, cx + size / 2, cy + size / 2));
    }

    /** Intersection over union. */
    static double overlap(FaceBox a, FaceBox b) {
        double w = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
        double h = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
        double both = Math.max(0, w) * Math.max(0, h);
        return both / (a.width() * a.height() + b.width() * b.height() - both);
    }
}
