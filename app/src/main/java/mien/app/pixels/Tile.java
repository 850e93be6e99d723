package mien.app.pixels;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * A piece of a picture at one resolution, in a buffer that the screen reads. The only tile of a
 * level shares the level's pixels until they are replaced.
 *
 * <p>Tiles of an opaque picture overlap a little, since the screen blends the edge of a tile that
 * lies between its pixels with what is below. Others must not: of an upright view they are cells,
 * which hold a rim of their neighbours' pixels and are cut off at {@link #core} by whoever shows
 * them; else they are as large as a texture can be, so that there are few edges. The screen always
 * interpolates; where single pixels are to be seen, a tile holds each as a square of pixels.
 */
public final class Tile {

    private static final int SIDE = 512;
    private static final int WHOLE = 1024; // up to here a level is one tile
    private static final int CLEAR_SIDE = 4096; // of those that something shines through
    private static final int CELL = 128; // of theirs in an upright view: little is drawn anew
    private static final int RIM = 2; // round a cell: what the screen interpolates with
    private static final int LARGEST_SQUARE = 64;

    /**
     * Which one it is.
     *
     * @param square how many pixels of the tile lie along one of the level
     * @param cell whether it is cut off at its core
     */
    public record Key(int level, int square, boolean cell, int column, int row) {}

    private final Key key;
    private final double pixel; // of the level, in the picture
    private final Raster.Cut cut;
    private final Raster.Cut core;
    private PixelBuffer<IntBuffer> buffer;
    private Image image;
    private boolean borrowed; // the pixels are somebody else's and must not be written

    /** The piece of a pyramid that a key names. */
    Tile(Key key, Pyramid pyramid) {
        Raster level = pyramid.level(key.level);
        int side = side(level, key.square, key.cell, pyramid.opaque());
        int before = key.cell ? RIM : 0;
        int more = key.cell ? RIM : pyramid.opaque() ? key.square == 1 ? 2 : 1 : 0;
        this.key = key;
        this.pixel = 1 / pyramid.scale(key.level);
        int left = key.column * side;
        int top = key.row * side;
        this.cut =
                new Raster.Cut(left - before, top - before, left + side + more, top + side + more)
                        .and(level.all());
        this.core = new Raster.Cut(left, top, left + side, top + side).and(level.all());
        if (key.square == 1 && cut.equals(level.all())) {
            borrowed = true;
            hold(level.argb());
        } else {
            int[] pixels = new int[width() * height()];
            level.copy(cut, key.square, pixels, width(), 0, 0);
            hold(pixels);
        }
    }

    /** How many pixels of a level lie along a side of its tiles. */
    static int side(Raster level, int square, boolean cell, boolean opaque) {
        if (cell) {
            return CELL;
        }
        if (square > 1) {
            return SIDE / square;
        }
        int longest = Math.max(level.width(), level.height());
        int most = opaque ? WHOLE : CLEAR_SIDE;
        return longest <= most ? longest : opaque ? SIDE : CLEAR_SIDE;
    }

    /** How large squares are that stand for single pixels at a scale. */
    static int squareFor(double screenScale) {
        int square = 1;
        while (square < screenScale * 0.999 && square < LARGEST_SQUARE) {
            square *= 2;
        }
        return square;
    }

    private int width() {
        return cut.width() * key.square;
    }

    private int height() {
        return cut.height() * key.square;
    }

    private void hold(int[] pixels) {
        buffer =
                new PixelBuffer<>(
                        width(),
                        height(),
                        IntBuffer.wrap(pixels),
                        PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    public Key key() {
        return key;
    }

    public Image image() {
        return image;
    }

    /** Where it lies in the picture, in the picture's own pixels. */
    public Rectangle2D place() {
        return placed(cut);
    }

    /** The part of its place that no neighbour has. */
    public Rectangle2D core() {
        return placed(core);
    }

    private Rectangle2D placed(Raster.Cut c) {
        return new Rectangle2D(
                c.left() * pixel, c.top() * pixel, c.width() * pixel, c.height() * pixel);
    }

    /**
     * Takes pixels of the level that changed; nothing where they are not of this tile. The image
     * becomes another one if its pixels belonged to somebody else.
     */
    void take(Raster level, Raster.Cut changed) {
        Raster.Cut here = cut.and(changed);
        if (here.empty()) {
            return;
        }
        boolean same = buffer.getBuffer().array() == level.argb();
        if (borrowed && !same) {
            borrowed = false;
            hold(level.argb().clone());
            return;
        }
        int x = (here.left() - cut.left()) * key.square;
        int y = (here.top() - cut.top()) * key.square;
        buffer.updateBuffer(
                held -> {
                    if (!same) {
                        level.copy(here, key.square, held.getBuffer().array(), width(), x, y);
                    }
                    return new Rectangle2D(
                            x, y, here.width() * key.square, here.height() * key.square);
                });
    }
}
