package mien.engine.picture;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import mien.engine.picture.KernelSampler.Planes;

/**
 * Planes seen through a similarity, on all cores.
 *
 * @param planes what is seen
 * @param filter the kernel it is sampled by
 * @param way from what is being made to the planes
 */
public record Sampling(Planes planes, Filter filter, Similarity way) {

    /** Takes the planes' numbers at a pixel; several threads call it, each for its own pixels. */
    @FunctionalInterface
    public interface Pixel {
        /**
         * @param index of the pixel in its region, row after row
         * @param values one a plane, to be read at once
         */
        void take(int index, float[] values);
    }

    /**
     * @param region of what is being made
     * @param wanted which of its pixels are, by their indices
     */
    public void read(Region region, IntPredicate wanted, Pixel pixel) {
        IntStream.range(0, region.height())
                .parallel()
                .forEach(row -> read(region, row, wanted, pixel));
    }

    private void read(Region region, int row, IntPredicate wanted, Pixel pixel) {
        KernelSampler sampler = new KernelSampler(planes, filter, way.scale());
        float[] values = new float[planes.count()];
        double v = region.y() + row + 0.5;
        for (int i = 0; i < region.width(); i++) {
            int index = row * region.width() + i;
            if (wanted.test(index)) {
                double u = region.x() + i + 0.5;
                sampler.read(way.x(u, v), way.y(u, v), values);
                pixel.take(index, values);
            }
        }
    }
}
