package mien.app.canvas.tool.mask;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyEvent;
import mien.app.keys.KeyMap;
import mien.app.keys.Place;
import mien.app.keys.PlaceKeys;
import mien.engine.picture.mask.MaskSet;

/** What the keys of the mask tools do. */
final class MaskActions {

    private final MaskTools tools;
    private final PlaceKeys keys;

    /**
     * @param masks the list of masks; empty where a layout is painted
     */
    MaskActions(
            MaskTools tools, Painter painter, Optional<MaskViewModel> masks, Supplier<KeyMap> map) {
        this.tools = tools;
        this.keys =
                new PlaceKeys(Place.MASK, map)
                        .whileHeld(MaskKeys.LINE, painter::setStraight)
                        .on(MaskKeys.SMALLER, () -> tools.step(-1, false))
                        .on(MaskKeys.LARGER, () -> tools.step(1, false))
                        .on(MaskKeys.MUCH_SMALLER, () -> tools.step(-1, true))
                        .on(MaskKeys.MUCH_LARGER, () -> tools.step(1, true))
                        .on(MaskKeys.SOFTER, () -> tools.stepHardness(-1))
                        .on(MaskKeys.HARDER, () -> tools.stepHardness(1))
                        .on(MaskKeys.SWAP, tools::swap)
                        .on(MaskKeys.DEFAULTS, tools::defaults)
                        .on(MaskKeys.HOLES, painter::fillHoles)
                        .on(MaskKeys.INVERT, () -> masks.ifPresent(MaskViewModel::invert))
                        .on(MaskKeys.NEXT, () -> masks.ifPresent(m -> walk(m, 1)))
                        .on(MaskKeys.PREVIOUS, () -> masks.ifPresent(m -> walk(m, -1)));
        kind(MaskKeys.BRUSH, MaskKind.BRUSH);
        kind(MaskKeys.ERASER, MaskKind.ERASER);
        kind(MaskKeys.LASSO, MaskKind.LASSO);
        kind(MaskKeys.RECTANGLE, MaskKind.RECTANGLE);
        kind(MaskKeys.FILL, MaskKind.FILL);
        toggle(MaskKeys.QUICK, tools.quickProperty());
        toggle(MaskKeys.VEIL, tools.veiledProperty());
    }

    private void kind(String id, MaskKind kind) {
        keys.on(id, () -> tools.kindProperty().set(kind));
    }

    private void toggle(String id, BooleanProperty property) {
        keys.on(id, () -> property.set(!property.get()));
    }

    private static void walk(MaskViewModel masks, int way) {
        MaskSet set = masks.masks().getValue();
        masks.select(set.selected() + way);
    }

    /** Whether the key was one of these. */
    boolean pressed(KeyEvent e) {
        return keys.pressed(e);
    }

    void released(KeyEvent e) {
        keys.released(e);
    }
}
