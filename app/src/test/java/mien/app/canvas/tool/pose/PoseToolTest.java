package mien.app.canvas.tool.pose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import mien.app.canvas.Viewport;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.Pointer.Held;
import mien.app.canvas.tool.PointerSample;
import mien.app.edit.EditViewModel;
import mien.app.keys.Gesture;
import mien.app.keys.KeyAction;
import mien.app.keys.KeyMap;
import mien.app.keys.WindowKeys;
import mien.app.text.Texts;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.Handle;
import mien.engine.picture.Picture;
import mien.engine.picture.pose.Bones;
import mien.engine.picture.pose.Joint;
import mien.engine.picture.pose.PoseFile;
import mien.engine.picture.pose.Poses;
import mien.engine.picture.pose.Skeleton;
import mien.engine.picture.pose.Spot;
import org.junit.jupiter.api.Test;

class PoseToolTest {

    private static final int SIZE = 400;
    private static final Held SHIFT = new Held(true, false, false);
    private static final Held CTRL = new Held(false, true, false);
    private static final Held ALT = new Held(false, false, true);

    private final Skeleton standing = Poses.standing(SIZE, SIZE);
    private final LooseLens lens = new LooseLens(standing);
    private final PoseModel pose = new PoseModel(lens, SIZE, SIZE);
    private final List<String> said = new ArrayList<>();
    private KeyMap keys = KeyMap.of(WindowKeys.canvas(), PoseKeys.table());
    private final PoseTool tool =
            new PoseTool(pose, new PoseStudio(() -> keys, Texts.of(Locale.ENGLISH), said::add));

    private static Pointer at(double x, double y, MouseButton button, int clicks, Held held) {
        return new Pointer(
                PointerSample.of(x, y, 0),
                new Viewport(2, 30, true, 5, 6),
                new Viewport.Size(SIZE, SIZE),
                button,
                clicks,
                held);
    }

    private static Pointer at(double x, double y, Held held) {
        return at(x, y, MouseButton.PRIMARY, 1, held);
    }

    private Pointer on(Joint joint, Held held) {
        return at(pose.figure().at(joint).x(), pose.figure().at(joint).y(), held);
    }

    private void drag(Joint joint, double dx, double dy, Held held) {
        Pointer from = on(joint, held);
        assertTrue(tool.press(from));
        tool.drag(at(from.x() + dx / 2, from.y() + dy / 2, held));
        tool.drag(at(from.x() + dx, from.y() + dy, held));
        tool.release(at(from.x() + dx, from.y() + dy, held));
    }

    private static KeyEvent key(KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
    }

    private static void assertAt(double x, double y, Spot spot) {
        assertEquals(x, spot.x(), 1e-9);
        assertEquals(y, spot.y(), 1e-9);
    }

    @Test
    void aDraggedJointIsOneStepOfTheHistory() {
        Spot was = standing.at(Joint.LEFT_WRIST);
        drag(Joint.LEFT_WRIST, 30, -40, Held.NOTHING);
        assertAt(was.x() + 30, was.y() - 40, pose.figure().at(Joint.LEFT_WRIST));
        assertEquals(standing.at(Joint.LEFT_ELBOW), pose.figure().at(Joint.LEFT_ELBOW));
        assertEquals(List.of(pose.figure()), lens.steps());
    }

    @Test
    void aClickAloneChoosesAndChangesNothing() {
        drag(Joint.NOSE, 0, 0, Held.NOTHING);
        assertEquals(Set.of(Joint.NOSE), pose.chosen());
        assertEquals(List.of(), lens.steps());
    }

    @Test
    void ctrlKeepsTheBone() {
        double bone = Bones.length(standing, Joint.LEFT_ELBOW).orElseThrow();
        double below = Bones.length(standing, Joint.LEFT_WRIST).orElseThrow();
        drag(Joint.LEFT_ELBOW, 90, -60, CTRL);
        assertEquals(bone, Bones.length(pose.figure(), Joint.LEFT_ELBOW).orElseThrow(), 1e-9);
        assertEquals(below, Bones.length(pose.figure(), Joint.LEFT_WRIST).orElseThrow(), 1e-9);
        assertNotEquals(standing.at(Joint.LEFT_ELBOW), pose.figure().at(Joint.LEFT_ELBOW));
    }

    @Test
    void withRHeldTheWholeLimbTurns() {
        assertTrue(tool.keyPressed(key(KeyCode.R, false)));
        Spot shoulder = standing.at(Joint.LEFT_SHOULDER);
        Spot elbow = standing.at(Joint.LEFT_ELBOW);
        drag(
                Joint.LEFT_ELBOW,
                shoulder.x() + 50 - elbow.x(),
                shoulder.y() - elbow.y(),
                Held.NOTHING);
        assertEquals(shoulder.y(), pose.figure().at(Joint.LEFT_ELBOW).y(), 1e-9);
        assertEquals(
                Bones.length(standing, Joint.LEFT_WRIST).orElseThrow(),
                Bones.length(pose.figure(), Joint.LEFT_WRIST).orElseThrow(),
                1e-9);
        assertNotEquals(standing.at(Joint.LEFT_WRIST), pose.figure().at(Joint.LEFT_WRIST));
        tool.keyReleased(key(KeyCode.R, false));
        Skeleton turned = pose.figure();
        drag(Joint.LEFT_ELBOW, 5, 5, Held.NOTHING);
        assertEquals(turned.at(Joint.LEFT_WRIST), pose.figure().at(Joint.LEFT_WRIST));
    }

    @Test
    void shiftChoosesSeveralAndTheyMoveTogether() {
        drag(Joint.LEFT_WRIST, 0, 0, Held.NOTHING);
        drag(Joint.LEFT_ELBOW, 0, 0, SHIFT);
        drag(Joint.LEFT_WRIST, 12, 5, Held.NOTHING);
        assertAt(
                standing.at(Joint.LEFT_ELBOW).x() + 12,
                standing.at(Joint.LEFT_ELBOW).y() + 5,
                pose.figure().at(Joint.LEFT_ELBOW));
        drag(Joint.LEFT_ELBOW, 0, 0, SHIFT);
        assertEquals(Set.of(Joint.LEFT_WRIST), pose.chosen());
    }

    @Test
    void aFrameChoosesWhatIsInside() {
        Spot knee = standing.at(Joint.LEFT_KNEE);
        assertTrue(tool.press(at(knee.x() + 60, knee.y() - 20, Held.NOTHING)));
        tool.drag(at(0, SIZE, Held.NOTHING));
        tool.release(at(0, SIZE, Held.NOTHING));
        assertEquals(
                EnumSet.of(Joint.LEFT_KNEE, Joint.RIGHT_KNEE, Joint.LEFT_ANKLE, Joint.RIGHT_ANKLE),
                pose.chosen());
        assertEquals(List.of(), lens.steps());
        assertTrue(tool.cancel(), "Esc lets them go");
        assertEquals(Set.of(), pose.chosen());
        assertFalse(tool.cancel());
    }

    @Test
    void aDoubleClickTakesTheLimb() {
        Pointer one = on(Joint.RIGHT_HIP, Held.NOTHING);
        assertTrue(tool.press(at(one.x(), one.y(), MouseButton.PRIMARY, 2, Held.NOTHING)));
        assertEquals(Joint.RIGHT_HIP.subtree(), pose.chosen());
    }

    @Test
    void theOtherButtonHidesAndShows() {
        Spot ear = standing.at(Joint.LEFT_EAR);
        assertTrue(tool.press(at(ear.x(), ear.y(), MouseButton.SECONDARY, 1, Held.NOTHING)));
        assertFalse(pose.figure().visible(Joint.LEFT_EAR));
        assertTrue(tool.press(at(ear.x(), ear.y(), MouseButton.SECONDARY, 1, Held.NOTHING)));
        assertEquals(standing, pose.figure());
        assertFalse(tool.press(at(1, 1, MouseButton.SECONDARY, 1, Held.NOTHING)));
    }

    @Test
    void escDuringADragPutsTheFigureBack() {
        Pointer from = on(Joint.NECK, Held.NOTHING);
        assertTrue(tool.press(from));
        tool.drag(at(9, 9, Held.NOTHING));
        assertNotEquals(standing, pose.figure());
        assertTrue(tool.cancel());
        assertEquals(standing, pose.figure());
    }

    @Test
    void arrowsNudgeAndAreOneStepUntilTheyAreLetGo() {
        pose.choose(Joint.NOSE);
        assertTrue(tool.keyPressed(key(KeyCode.LEFT, false)));
        assertTrue(tool.keyPressed(key(KeyCode.DOWN, true)));
        assertEquals(List.of(), lens.steps());
        tool.keyReleased(key(KeyCode.DOWN, true));
        tool.keyReleased(key(KeyCode.LEFT, true));
        Spot nose = standing.at(Joint.NOSE);
        assertAt(nose.x() - 1, nose.y() + 10, pose.figure().at(Joint.NOSE));
        assertEquals(1, lens.steps().size());
    }

    @Test
    void keysMirrorHideAndGroup() {
        pose.apply(standing.moved(Joint.RIGHT_WRIST, 20, 30));
        assertTrue(tool.keyPressed(key(KeyCode.M, true)));
        assertFalse(tool.keyPressed(key(KeyCode.M, false)), "M alone mirrors the view");
        assertEquals(30, pose.figure().at(Joint.LEFT_WRIST).y(), 1e-9);
        pose.choose(Joint.LEFT_SHOULDER);
        assertTrue(tool.keyPressed(key(KeyCode.G, false)));
        assertTrue(tool.keyPressed(key(KeyCode.DELETE, false)));
        assertFalse(pose.figure().visible(Joint.LEFT_WRIST));
        assertTrue(tool.keyPressed(key(KeyCode.H, false)));
        assertTrue(pose.figure().visible(Joint.LEFT_WRIST));
        pose.choose(List.of());
        assertFalse(tool.keyPressed(key(KeyCode.LEFT, false)), "nothing is chosen");
    }

    @Test
    void aKeyOfTheArtistsOwnTurnsTheLimb() {
        KeyAction turn =
                keys.actions().stream()
                        .filter(a -> a.id().equals(PoseKeys.TURN))
                        .findFirst()
                        .orElseThrow();
        keys = keys.removing(turn, Gesture.of("R")).adding(turn, Gesture.of("T"));
        assertFalse(tool.keyPressed(key(KeyCode.R, false)));
        assertTrue(tool.keyPressed(key(KeyCode.T, false)));
        double below = Bones.length(standing, Joint.LEFT_WRIST).orElseThrow();
        drag(Joint.LEFT_ELBOW, 40, -30, Held.NOTHING);
        assertEquals(below, Bones.length(pose.figure(), Joint.LEFT_WRIST).orElseThrow(), 1e-9);
        assertNotEquals(standing.at(Joint.LEFT_WRIST), pose.figure().at(Joint.LEFT_WRIST));
        assertEquals(List.of(), keys.conflicts());
    }

    @Test
    void theWheelScalesAndTurnsWithAKey() {
        assertTrue(tool.scroll(at(0, 0, CTRL), 5));
        double grown = pose.figure().box().orElseThrow().height();
        assertEquals(standing.box().orElseThrow().height() * Math.pow(1.02, 5), grown, 1e-6);
        assertTrue(tool.scroll(at(0, 0, ALT), 45));
        assertEquals(grown, pose.figure().box().orElseThrow().width(), 1e-6);
        assertFalse(tool.scroll(at(0, 0, Held.NOTHING), 1));
    }

    @Test
    void aJointWithoutAPlaceIsPutWhereOneClicks() {
        pose.apply(standing.with(Joint.LEFT_ANKLE, Spot.ABSENT));
        pose.choose(Joint.LEFT_ANKLE);
        assertTrue(tool.press(at(11, 12, Held.NOTHING)));
        assertEquals(Spot.at(11, 12), pose.figure().at(Joint.LEFT_ANKLE));
    }

    @Test
    void whatCameFromAFileGoesBackIntoIt() {
        String text =
                PoseFile.openPose(List.of(standing), SIZE, SIZE)
                        .text()
                        .replaceFirst("\\{", "{\"artist\":\"me\",");
        assertEquals(0, pose.put(PoseFile.parse(text, "a test")));
        drag(Joint.NOSE, 5, 5, Held.NOTHING);
        assertTrue(pose.file(PoseForm.OPENPOSE).text().contains("\"artist\":\"me\""));
        assertEquals(pose.figure(), pose.file(PoseForm.OPENPOSE).figures().get(0));
        pose.putDefault();
        assertFalse(pose.file(PoseForm.OPENPOSE).text().contains("artist"));
    }

    @Test
    void theLargestOfSeveralPeopleIsTaken() {
        Skeleton small = standing.scaled(Joint.ALL, 0.5, 0, 0);
        assertEquals(1, pose.put(PoseFile.openPose(List.of(small, standing), SIZE, SIZE)));
        assertEquals(standing, pose.figure());
    }

    @Test
    void theFigureOfAnEditIsUndoneWithAllElse() {
        Handle.Figure<ToySpec> handle =
                new Handle.Figure<>(
                        "figure",
                        s -> Skeleton.EMPTY.moved(Joint.NOSE, s.jaw(), 0),
                        (s, f) -> s.withJaw(f.at(Joint.NOSE).x()));
        EditViewModel<ToySpec> edit =
                new EditViewModel<>(
                        new ToySystem(),
                        ToySpec.found(new Picture(2, 2, new int[4])),
                        new ToyWorkshop(),
                        new ManualJobs());
        PoseModel model = new PoseModel(PoseLens.of(edit, handle), 2, 2);
        model.choose(Joint.NOSE);
        model.nudge(5, 0);
        model.nudge(5, 0);
        model.settle();
        assertEquals(12, edit.spec().jaw());
        edit.undo();
        assertEquals(2, model.figure().at(Joint.NOSE).x());
    }
}
