package mien.app.canvas.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import mien.app.canvas.Viewport;
import mien.app.edit.EditViewModel;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.Handle;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class LightToolTest {

    private static final Picture PHOTO = Picture.filled(200, 100, 0xff808080);
    private static final double RADIUS = 36; // of the circle, in the picture

    private final ToySpec found = ToySpec.found(PHOTO);
    private final EditViewModel<ToySpec> edit =
            new EditViewModel<>(new ToySystem(), found, new ToyWorkshop(), new ManualJobs());
    private final LightTool<ToySpec> tool = new LightTool<>(edit, light());

    private Handle.Light<ToySpec> light() {
        return edit.system().handles().stream()
                .filter(h -> h instanceof Handle.Light<ToySpec>)
                .map(h -> (Handle.Light<ToySpec>) h)
                .findFirst()
                .orElseThrow();
    }

    private static Pointer at(Viewport view, double x, double y) {
        return new Pointer(
                PointerSample.of(x, y, 0),
                view,
                new Viewport.Size(200, 100),
                MouseButton.PRIMARY,
                1,
                Pointer.Held.NOTHING);
    }

    private Point2D lamp() {
        double[] v = edit.spec().light().vector();
        return new Point2D(100 + RADIUS * v[0], 50 - RADIUS * v[1]);
    }

    @Test
    void theLampIsGraspedWithinAFewPixelsOfTheScreenHoweverFarThePictureIs() {
        Point2D lamp = lamp();
        for (double scale : new double[] {0.1, 1, 8}) {
            Viewport view = new Viewport(scale, 40, true, 7, 9);
            assertTrue(tool.press(at(view, lamp.getX() + 12 / scale, lamp.getY())));
            tool.cancel();
            assertFalse(tool.press(at(view, lamp.getX() + 16 / scale, lamp.getY())));
            assertEquals(Cursor.HAND, tool.cursor(at(view, lamp.getX(), lamp.getY())));
        }
    }

    @Test
    void aDragGivenUpPutsTheLightBack() {
        Viewport view = new Viewport(1, 0, 0);
        assertTrue(tool.press(at(view, lamp().getX(), lamp().getY())));
        tool.drag(at(view, 100 - RADIUS / 2, 50));
        assertEquals(-30, edit.spec().light().azimuth(), 1e-6);
        assertTrue(tool.cancel());
        assertEquals(found, edit.spec());
        assertFalse(tool.cancel(), "nothing is left to give up");
    }

    @Test
    void whereTheLampIsLetGoTheLightComesFrom() {
        Viewport view = new Viewport(3, 0, 0);
        assertTrue(tool.press(at(view, lamp().getX(), lamp().getY())));
        tool.drag(at(view, 100, 50 - RADIUS / 2));
        tool.release(at(view, 100, 50 - RADIUS / 2));
        assertEquals(30, edit.spec().light().elevation(), 1e-6);
        assertTrue(edit.canUndoProperty().get());
    }
}
