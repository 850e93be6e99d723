package mien.app.canvas.tool.mask;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import mien.app.keys.KeyAction;
import mien.app.keys.KeyMap;
import mien.app.keys.Place;
import mien.engine.picture.mask.MaskSet;

/** What the keys of the mask tools do. */
final class MaskActions {

    private final Supplier<KeyMap> keys;
    private final Map<String, Runnable> actions;

    /**
     * @param masks the list of masks; empty where a layout is painted
     */
    MaskActions(
            MaskTools tools,
            Painter painter,
            Optional<MaskViewModel> masks,
            Supplier<KeyMap> keys) {
        this.keys = keys;
        this.actions =
                Map.ofEntries(
                        Map.entry(MaskKeys.BRUSH, () -> tools.kindProperty().set(MaskKind.BRUSH)),
                        Map.entry(MaskKeys.ERASER, () -> tools.kindProperty().set(MaskKind.ERASER)),
                        Map.entry(MaskKeys.LASSO, () -> tools.kindProperty().set(MaskKind.LASSO)),
                        Map.entry(
                                MaskKeys.RECTANGLE,
                                () -> tools.kindProperty().set(MaskKind.RECTANGLE)),
                        Map.entry(MaskKeys.FILL, () -> tools.kindProperty().set(MaskKind.FILL)),
                        Map.entry(MaskKeys.SMALLER, () -> tools.step(-1, false)),
                        Map.entry(MaskKeys.LARGER, () -> tools.step(1, false)),
                        Map.entry(MaskKeys.MUCH_SMALLER, () -> tools.step(-1, true)),
                        Map.entry(MaskKeys.MUCH_LARGER, () -> tools.step(1, true)),
                        Map.entry(MaskKeys.SOFTER, () -> tools.stepHardness(-1)),
                        Map.entry(MaskKeys.HARDER, () -> tools.stepHardness(1)),
                        Map.entry(MaskKeys.SWAP, tools::swap),
                        Map.entry(MaskKeys.DEFAULTS, tools::defaults),
                        Map.entry(MaskKeys.HOLES, painter::fillHoles),
                        Map.entry(
                                MaskKeys.QUICK,
                                () -> tools.quickProperty().set(!tools.quickProperty().get())),
                        Map.entry(
                                MaskKeys.VEIL,
                                () -> tools.veiledProperty().set(!tools.veiledProperty().get())),
                        Map.entry(MaskKeys.INVERT, () -> masks.ifPresent(MaskViewModel::invert)),
                        Map.entry(MaskKeys.NEXT, () -> masks.ifPresent(m -> walk(m, 1))),
                        Map.entry(MaskKeys.PREVIOUS, () -> masks.ifPresent(m -> walk(m, -1))));
    }

    private static void walk(MaskViewModel masks, int way) {
        MaskSet set = masks.masks().getValue();
        masks.select(set.selected() + way);
    }

    /** Whether the key was one of these. */
    boolean pressed(KeyEvent e) {
        Optional<Runnable> action =
                keys.get()
                        .asked(e, p -> p.equals(Place.MASK), false)
                        .map(KeyAction::id)
                        .map(actions::get);
        action.ifPresent(Runnable::run);
        return action.isPresent();
    }
}
