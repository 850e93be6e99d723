package mien.app.canvas.tool.mask;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import mien.engine.picture.mask.Brush;

/** What the mask tools are set to; it stays when the picture changes. */
public final class MaskTools {

    private static final double SMALL = 20; // sizes below change pixel by pixel
    private static final double SHARE = 0.1; // larger ones by this share
    private static final int LARGE_STEP = 10;
    private static final double HARDER = 0.1;

    private final ObjectProperty<MaskKind> kind = new SimpleObjectProperty<>(MaskKind.BRUSH);
    private final ObjectProperty<Brush> brush = new SimpleObjectProperty<>(Brush.DEFAULT);
    private final ObjectProperty<Fill> fill = new SimpleObjectProperty<>(new Fill(24, true));
    private final BooleanProperty veiled = new SimpleBooleanProperty(true);
    private final BooleanProperty quick = new SimpleBooleanProperty();

    /**
     * How the fill looks for what is alike.
     *
     * @param tolerance levels, 0 to 255
     * @param contiguous whether only what is connected counts
     */
    public record Fill(int tolerance, boolean contiguous) {}

    public ObjectProperty<MaskKind> kindProperty() {
        return kind;
    }

    public MaskKind kind() {
        return kind.get();
    }

    public ObjectProperty<Brush> brushProperty() {
        return brush;
    }

    public Brush brush() {
        return brush.get();
    }

    public ObjectProperty<Fill> fillProperty() {
        return fill;
    }

    /** Whether the mask is seen over the picture. */
    public BooleanProperty veiledProperty() {
        return veiled;
    }

    /** Whether what lies outside is veiled instead of what lies inside. */
    public BooleanProperty quickProperty() {
        return quick;
    }

    /**
     * A size, as near as brushes have it.
     *
     * @param size picture pixels
     */
    public void resize(double size) {
        brush.set(brush().withSize(Math.max(1, Math.min(Brush.LARGEST, size))));
    }

    public void harden(double hardness) {
        brush.set(brush().withHardness(Math.max(0, Math.min(1, hardness))));
    }

    public void thicken(double opacity) {
        brush.set(brush().withOpacity(Math.max(0.01, Math.min(1, opacity))));
    }

    /**
     * A step larger (1) or smaller (−1): one pixel of small brushes, a tenth of larger ones.
     *
     * @param large ten steps in one
     */
    public void step(int way, boolean large) {
        double size = brush().size();
        for (int i = 0; i < (large ? LARGE_STEP : 1); i++) {
            double below = way < 0 ? 1e-9 : 0; // from 20 down it goes pixel by pixel
            double by = size < SMALL + below ? 1 : Math.max(1, Math.rint(SHARE * size));
            size = Math.max(1, Math.min(Brush.LARGEST, Math.rint(size) + way * by));
        }
        resize(size);
    }

    /** A step harder (1) or softer (−1). */
    public void stepHardness(int way) {
        harden(Math.rint((brush().hardness() + way * HARDER) / HARDER) * HARDER);
    }

    /** The brush erases, the eraser paints. */
    public void swap() {
        kind.set(kind() == MaskKind.BRUSH ? MaskKind.ERASER : MaskKind.BRUSH);
    }

    /** The brush one begins with. */
    public void defaults() {
        kind.set(MaskKind.BRUSH);
        brush.set(Brush.DEFAULT);
    }
}
