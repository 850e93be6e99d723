package mien.app.canvas.tool.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import mien.app.canvas.Viewport;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.Pointer.Held;
import mien.app.canvas.tool.PointerSample;
import mien.app.edit.EditViewModel;
import mien.app.edit.Opening;
import mien.app.keys.KeyMap;
import mien.app.keys.WindowKeys;
import mien.app.text.Texts;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToyCast;
import mien.app.toy.ToyFaces;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.FaceMark;
import mien.engine.picture.FivePoints.Mark;
import mien.engine.picture.FivePoints.Point;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faces under the pointer and the keys, without a window. */
class FaceToolTest {

    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);
    private static final KeyMap KEYS =
            KeyMap.of(WindowKeys.table(), WindowKeys.canvas(), FaceKeys.table());
    private static final Held SHIFT = new Held(true, false, false);

    @TempDir private Path folder;

    private final ToyWorkshop workshop = new ToyWorkshop();
    private final EditViewModel<ToyCast> edit =
            new EditViewModel<>(
                    new ToyFaces(),
                    new ToyFaces().open(Picture.filled(240, 120, 0xff808080), null),
                    workshop,
                    new ManualJobs());
    private final List<String> said = new ArrayList<>();
    private final FacesModel<ToyCast> faces = new FacesModel<>(edit, ToyFaces.FACES, said::add);
    private final FaceSources<ToyCast> sources =
            new FaceSources<>(faces, new Opening<>(edit, workshop, TEXTS, said::add));
    private final FaceTool<ToyCast> tool =
            new FaceTool<>(faces, sources, () -> KEYS, TEXTS, () -> said.add("asked"));

    private static Pointer at(double x, double y, MouseButton button, Held held) {
        return new Pointer(
                PointerSample.of(x, y, 0),
                new Viewport(2, 30, true, 5, 6),
                new Viewport.Size(240, 120),
                button,
                1,
                held);
    }

    private static Pointer at(double x, double y) {
        return at(x, y, MouseButton.PRIMARY, Held.NOTHING);
    }

    /** A point's middle lies half a pixel in. */
    private Pointer on(int face, Mark mark, double dx, double dy) {
        Point p = face(face).points().at(mark);
        return at(p.x() + 0.5 + dx, p.y() + 0.5 + dy);
    }

    private FaceMark face(int id) {
        return faces.face(id).orElseThrow();
    }

    private void drag(Pointer from, double dx, double dy) {
        assertTrue(tool.press(from));
        tool.drag(at(from.x() + dx / 2, from.y() + dy / 2));
        tool.drag(at(from.x() + dx, from.y() + dy));
        tool.release(at(from.x() + dx, from.y() + dy));
    }

    private static KeyEvent key(KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
    }

    private boolean type(KeyCode code, boolean shift) {
        boolean taken = tool.keyPressed(key(code, shift));
        tool.keyReleased(key(code, shift));
        return taken;
    }

    @Test
    void aDraggedPointIsOneStepOfTheHistory() {
        Point was = face(1).points().leftEye();
        drag(on(1, Mark.LEFT_EYE, 0, 0), 6, 9);
        Point now = face(1).points().leftEye();
        assertEquals(was.x() + 6, now.x(), 1e-9);
        assertEquals(was.y() + 9, now.y(), 1e-9);
        edit.undo();
        assertEquals(was, face(1).points().leftEye());
        assertFalse(edit.canUndoProperty().get());
    }

    @Test
    void aDragInABoxMovesTheWholeFaceAndAClickAloneMovesNothing() {
        double[] was = face(2).points().xy();
        Pointer inside = on(2, Mark.NOSE, 12, 8);
        tool.press(inside);
        tool.drag(at(inside.x() + 1, inside.y()));
        tool.release(inside);
        assertEquals(Optional.of(Grasp.of(2)), faces.grasped());
        assertFalse(edit.canUndoProperty().get());
        drag(inside, 10, 0);
        assertEquals(was[8] + 10, face(2).points().xy()[8], 1e-9);
    }

    @Test
    void clicksPickFacesAndShiftLeavesThemAsTheyAre() {
        Pointer one = on(1, Mark.NOSE, 12, 8);
        assertTrue(tool.press(at(one.x(), one.y(), MouseButton.PRIMARY, SHIFT)));
        assertFalse(face(1).chosen());
        tool.release(one);
        assertTrue(tool.press(one));
        tool.release(one);
        assertTrue(face(1).chosen(), "a click takes it in again");
        assertTrue(tool.press(at(one.x(), one.y(), MouseButton.SECONDARY, Held.NOTHING)));
        assertFalse(face(1).chosen());
        assertFalse(tool.press(at(1, 1)), "there is no face");
        assertTrue(faces.grasped().isEmpty());
    }

    @Test
    void escPutsAFaceBackThenLetsItGo() {
        Point was = face(1).points().nose();
        Pointer nose = on(1, Mark.NOSE, 0, 0);
        tool.press(nose);
        tool.drag(at(nose.x() + 20, nose.y()));
        assertTrue(tool.cancel());
        assertEquals(was, face(1).points().nose());
        assertTrue(tool.cancel(), "it is still grasped");
        assertFalse(tool.cancel());
    }

    @Test
    void fiveClicksPlaceAFaceWhereverTheyFall() {
        assertTrue(type(KeyCode.A, false));
        double[] xy = {30, 30, 50, 30, 40, 40, 32, 50, 48, 50};
        for (int i = 0; i < xy.length; i += 2) {
            assertTrue(tool.press(at(xy[i], xy[i + 1])));
            tool.release(at(xy[i], xy[i + 1]));
        }
        assertEquals(3, faces.faces().size());
        assertEquals(29.5, faces.graspedFace().orElseThrow().points().leftEye().x(), 1e-9);
        type(KeyCode.A, false);
        tool.press(at(5, 5));
        assertTrue(tool.cancel());
        assertEquals(3, faces.faces().size());
    }

    @Test
    void allOfItGoesByKeysAlone() {
        assertTrue(type(KeyCode.TAB, false));
        assertEquals(Optional.of(Grasp.of(1)), faces.grasped());
        assertTrue(type(KeyCode.TAB, false));
        assertFalse(type(KeyCode.TAB, false), "the focus goes on from here");
        assertTrue(type(KeyCode.TAB, true));
        double was = face(1).points().nose().x();
        assertTrue(type(KeyCode.RIGHT, true));
        assertEquals(was + 10, face(1).points().nose().x(), 1e-9);
        assertTrue(type(KeyCode.PAGE_DOWN, false));
        assertTrue(type(KeyCode.LEFT, false));
        assertEquals(was + 10, face(1).points().nose().x(), 1e-9, "only the eye moved");
        assertTrue(type(KeyCode.ENTER, false));
        assertFalse(face(1).chosen());
        assertTrue(type(KeyCode.S, false));
        assertEquals(List.of("asked"), said);
        type(KeyCode.A, false);
        type(KeyCode.ENTER, false);
        assertEquals(3, faces.faces().size(), "a usual face, without a pointer");
        assertTrue(type(KeyCode.DELETE, false));
        assertEquals(2, faces.faces().size());
    }

    @Test
    void aPictureLetGoOverAFaceBecomesItsSource() {
        Path anna = folder.resolve("Anna.PNG");
        Picture.filled(60, 60, 0xff2040c0).write(folder.resolve("anna.png"));
        Pointer two = on(2, Mark.NOSE, 12, 8);
        assertTrue(tool.accepts(two, List.of(anna)));
        assertFalse(tool.accepts(two, List.of(folder.resolve("weights.pt"))));
        assertFalse(tool.accepts(at(1, 1), List.of(anna)), "there the window opens it");
        tool.take(two, List.of(folder.resolve("anna.png")));
        assertEquals("anna.png", face(2).source().orElseThrow().name());
        assertTrue(face(1).source().isEmpty());
    }

    @Test
    void theKeysClashWithNoOthers() {
        assertEquals(List.of(), KEYS.conflicts().stream().filter(c -> !c.shadowed()).toList());
    }
}
