package mien.app.canvas.tool.face;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import mien.app.keys.KeyMap;
import mien.app.keys.Place;
import mien.app.keys.PlaceKeys;

/** What the keys of {@link FaceKeys} do, on the canvas and in the list. */
final class FaceActions {

    private static final double FAR = 10;

    private final FacesModel<?> faces;
    private final PlaceKeys keys;
    private boolean nudged;

    /**
     * @param askSource asks for a picture to take an identity from
     */
    FaceActions(FacesModel<?> faces, Supplier<KeyMap> map, Runnable askSource) {
        this.faces = faces;
        this.keys =
                new PlaceKeys(Place.FACES, map)
                        .on(FaceKeys.ADD, faces::beginPlacing)
                        .on(FaceKeys.SOURCE, askSource);
        when(FaceKeys.NEXT, () -> faces.step(1));
        when(FaceKeys.PREVIOUS, () -> faces.step(-1));
        when(FaceKeys.POINT_NEXT, () -> faces.stepPoint(1));
        when(FaceKeys.POINT_PREVIOUS, () -> faces.stepPoint(-1));
        when(FaceKeys.CHOOSE, this::choose);
        when(FaceKeys.REMOVE, faces::removeGrasped);
        when(FaceKeys.CLEAR, faces::clearGrasped);
        nudge(FaceKeys.LEFT, -1, 0);
        nudge(FaceKeys.RIGHT, 1, 0);
        nudge(FaceKeys.UP, 0, -1);
        nudge(FaceKeys.DOWN, 0, 1);
        nudge(FaceKeys.FAR_LEFT, -FAR, 0);
        nudge(FaceKeys.FAR_RIGHT, FAR, 0);
        nudge(FaceKeys.FAR_UP, 0, -FAR);
        nudge(FaceKeys.FAR_DOWN, 0, FAR);
    }

    private void when(String id, BooleanSupplier action) {
        keys.on(id, action, () -> {});
    }

    /** While a face is placed, a usual one is put there: nobody needs a pointer. */
    private boolean choose() {
        if (faces.placing().isPresent()) {
            faces.placeUsual();
            return true;
        }
        return faces.toggleGrasped();
    }

    private void nudge(String id, double dx, double dy) {
        keys.on(
                id,
                () -> {
                    boolean moved = faces.nudge(dx, dy);
                    nudged |= moved;
                    return moved;
                },
                this::settle);
    }

    /** What was nudged becomes a step of the history. */
    void settle() {
        if (nudged) {
            nudged = false;
            faces.settle();
        }
    }

    /** Whether the key was one of these. */
    boolean pressed(KeyEvent e) {
        return keys.pressed(e);
    }

    void released(KeyEvent e) {
        keys.released(e);
    }
}
