package mien.engine.picture.export;

import java.util.List;
import java.util.Optional;
import mien.engine.picture.Picture;

/**
 * Pictures over one another.
 *
 * @param width columns of the whole
 * @param height rows of the whole
 * @param layers from the lowest to the highest, at least one
 */
public record LayeredPicture(int width, int height, List<Layer> layers) {

    public LayeredPicture {
        layers = List.copyOf(layers);
        if (width < 1 || height < 1 || layers.isEmpty()) {
            throw new IllegalArgumentException(
                    "a layered picture needs a size and a layer, but got %d × %d and %d"
                            .formatted(width, height, layers.size()));
        }
    }

    /** All visible layers over one another; the topmost itself where it hides all others. */
    public Picture merged() {
        Optional<Layer> top = layers.stream().filter(Layer::visible).reduce((a, b) -> b);
        if (top.filter(this::hidesAll).isPresent()) {
            return top.get().pixels();
        }
        int[] argb = new int[width * height];
        for (Layer layer : layers) {
            for (int y = Math.max(0, layer.y()); y < bottom(layer); y++) {
                for (int x = Math.max(0, layer.x()); x < right(layer); x++) {
                    int i = y * width + x;
                    argb[i] = over(layer.seen(x, y), argb[i]);
                }
            }
        }
        return new Picture(width, height, argb);
    }

    private boolean hidesAll(Layer layer) {
        return layer.x() == 0
                && layer.y() == 0
                && layer.pixels().width() == width
                && layer.pixels().height() == height
                && layer.opacity() == 1
                && layer.mask().isEmpty()
                && layer.pixels().opaque();
    }

    private int right(Layer layer) {
        return Math.min(width, layer.x() + layer.pixels().width());
    }

    private int bottom(Layer layer) {
        return Math.min(height, layer.y() + layer.pixels().height());
    }

    /** Porter and Duff's "over" (1984) on pixels that are not premultiplied. */
    private static int over(int top, int below) {
        int a = top >>> 24;
        if (a == 0) {
            return below;
        }
        if (a == 255 || below == 0) {
            return top;
        }
        double ground = (below >>> 24) * (255 - a) / 255.0;
        double alpha = a + ground;
        int pixel = (int) Math.round(alpha);
        for (int shift = 16; shift >= 0; shift -= 8) {
            double sum = (top >> shift & 0xff) * a + (below >> shift & 0xff) * ground;
            pixel = pixel << 8 | (int) Math.round(sum / alpha);
        }
        return pixel;
    }
}
