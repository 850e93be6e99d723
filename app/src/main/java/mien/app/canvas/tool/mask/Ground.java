package mien.app.canvas.tool.mask;

import java.util.List;
import java.util.function.Consumer;
import javafx.util.Subscription;
import mien.engine.picture.Region;
import mien.engine.picture.mask.TiledMask;

/** What is painted on: a mask, or a class of a layout. */
public interface Ground {

    int width();

    int height();

    /** Whether a class is painted instead of more or less of a mask. */
    boolean classes();

    /** What a stroke begins on. */
    TiledMask base(boolean erase);

    /**
     * A stroke goes on.
     *
     * @param stroke what was painted so far, on top of the base
     * @param touched where it differs from before
     * @param erase whether it takes away
     */
    void preview(TiledMask stroke, Region touched, boolean erase);

    /** The stroke is over: it becomes one step of the history. */
    void settle(TiledMask stroke, boolean erase);

    /** The stroke is given up. */
    void revert();

    /** Copies what is seen in a part of a row: mask values or class ids. */
    void read(int x, int y, int count, byte[] into);

    /**
     * The colour of every value.
     *
     * @param tints those of the theme
     * @param quick whether what lies outside is veiled
     * @return 256 premultiplied colours
     */
    int[] colours(Tints tints, boolean quick);

    /** Tells where what is seen changed; {@link #colours} may have changed as well. */
    Subscription follow(Consumer<List<Region>> listener);
}
