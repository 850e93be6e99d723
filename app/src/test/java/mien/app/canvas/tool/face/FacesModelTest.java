package mien.app.canvas.tool.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mien.app.edit.EditViewModel;
import mien.app.edit.Opening;
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

/** What can be done with faces, without a window. */
class FacesModelTest {

    private static final Picture TWO = Picture.filled(120, 60, 0xff808080);

    @TempDir private Path folder;

    private final ManualJobs jobs = new ManualJobs();
    private final ToyWorkshop workshop = new ToyWorkshop();
    private final List<String> said = new ArrayList<>();
    private final EditViewModel<ToyCast> edit =
            new EditViewModel<>(new ToyFaces(), new ToyFaces().open(TWO, null), workshop, jobs);
    private final FacesModel<ToyCast> faces = new FacesModel<>(edit, ToyFaces.FACES, said::add);
    private final FaceSources<ToyCast> sources =
            new FaceSources<>(
                    faces, new Opening<>(edit, workshop, Texts.of(Locale.ENGLISH), said::add));

    private Path picture(String name, int width, int colour) {
        Path file = folder.resolve(name);
        Picture.filled(width, 60, colour).write(file);
        return file;
    }

    private FaceMark face(int id) {
        return faces.face(id).orElseThrow();
    }

    @Test
    void keysGoThroughFacesAndTheirPointsAndStopAtTheEnds() {
        assertTrue(faces.step(1));
        assertEquals(Optional.of(Grasp.of(1)), faces.grasped());
        assertTrue(faces.step(1));
        assertFalse(faces.step(1), "Tab leaves the canvas then");
        assertTrue(faces.stepPoint(1));
        assertEquals(Optional.of(Grasp.of(2, Mark.LEFT_EYE)), faces.grasped());
        for (int i = 0; i < 5; i++) {
            faces.stepPoint(1);
        }
        assertEquals(Optional.of(Grasp.of(2)), faces.grasped(), "round to the whole face");
        assertTrue(faces.stepPoint(-1));
        assertEquals(Optional.of(Grasp.of(2, Mark.MOUTH_RIGHT)), faces.grasped());
    }

    @Test
    void aNudgedPointIsOneStepOnceItIsSettledAndUndoPutsItBack() {
        Point was = face(1).points().nose();
        faces.grasp(Grasp.of(1, Mark.NOSE));
        faces.nudge(3, 0);
        faces.nudge(0, -2);
        faces.settle();
        assertEquals(new Point(was.x() + 3, was.y() - 2), face(1).points().nose());
        edit.undo();
        assertEquals(was, face(1).points().nose());
        assertFalse(edit.canUndoProperty().get(), "it was one step");
    }

    @Test
    void aWholeFaceMovesWithAllItsPoints() {
        double[] was = face(2).points().xy();
        faces.grasp(Grasp.of(2));
        faces.nudge(-4, 1);
        double[] now = face(2).points().xy();
        for (int i = 0; i < was.length; i += 2) {
            assertEquals(was[i] - 4, now[i], 1e-9);
            assertEquals(was[i + 1] + 1, now[i + 1], 1e-9);
        }
    }

    @Test
    void fiveClicksAreAFaceThatIsGraspedAndGoesAgain() {
        faces.beginPlacing();
        double[] xy = {10, 10, 20, 10, 15, 15, 11, 20};
        for (int i = 0; i < xy.length; i += 2) {
            faces.place(new Point(xy[i], xy[i + 1]));
        }
        assertEquals(Optional.of(Mark.MOUTH_RIGHT), faces.placing().flatMap(Placing::next));
        assertEquals(2, faces.faces().size());
        faces.place(new Point(19, 20));
        assertEquals(3, faces.faces().size());
        assertTrue(faces.graspedFace().orElseThrow().placed());
        assertTrue(faces.placing().isEmpty());
        faces.removeGrasped();
        assertEquals(2, faces.faces().size());
        faces.grasp(Grasp.of(1));
        faces.removeGrasped();
        assertEquals(List.of("Face 1 was found, so it stays."), said);
    }

    @Test
    void aFaceThatIsGivenUpHalfWayLeavesNothing() {
        faces.beginPlacing();
        faces.place(new Point(1, 1));
        assertTrue(faces.stopPlacing());
        assertFalse(faces.stopPlacing());
        assertEquals(2, faces.faces().size());
        assertFalse(edit.canUndoProperty().get());
    }

    @Test
    void theFaceOfASourceWithOneFaceIsGivenAtOnceToTheOneThatIsNext() {
        sources.open(picture("anna.png", 60, 0xff2040c0));
        assertEquals("anna.png", face(1).source().orElseThrow().name());
        assertTrue(edit.spec().faces().get(1).source().isEmpty());
        faces.letGo();
        sources.open(picture("bea.png", 60, 0xffc04020));
        assertEquals("bea.png", face(2).source().orElseThrow().name(), "the one without a source");
        assertEquals(List.of("bea.png", "anna.png"), names());
        assertEquals(2, workshop.orders().size(), "each is swapped at once");
    }

    private List<String> names() {
        return sources.pictures().stream().map(SourcePicture::name).toList();
    }

    @Test
    void ofSeveralFacesOneIsPickedAndOfNoneNoneIsGiven() {
        sources.open(picture("crowd.png", 180, 0xff2040c0));
        assertTrue(face(1).source().isEmpty());
        SourcePicture<ToyCast> crowd = sources.pictures().get(0);
        assertEquals(3, crowd.faces().size());
        faces.grasp(Grasp.of(2));
        sources.give(crowd, crowd.faces().get(1).id());
        assertEquals("crowd.png", face(2).source().orElseThrow().name());
        Path flat = folder.resolve("flat.png");
        Picture.filled(60, 16, -1).write(flat);
        sources.open(flat);
        assertEquals(0, sources.pictures().get(0).faces().size());
        sources.forget(crowd);
        assertEquals(List.of("flat.png"), names());
        assertTrue(face(2).source().isPresent(), "what was taken stays");
    }

    @Test
    void aNoteStaysWithItsSourceAndGoesWithIt() {
        sources.open(picture("anna.png", 60, 0xff2040c0));
        faces.note(1, "by Anna, 3 May 2026");
        assertEquals("by Anna, 3 May 2026", face(1).source().orElseThrow().rights());
        faces.grasp(Grasp.of(1));
        assertTrue(faces.clearGrasped());
        assertTrue(face(1).source().isEmpty());
        assertFalse(faces.clearGrasped());
        edit.undo();
        assertEquals("by Anna, 3 May 2026", face(1).source().orElseThrow().rights());
    }

    @Test
    void aPictureThatCannotBeReadIsOneSentence() {
        sources.open(folder.resolve("nothing.png"));
        assertEquals(1, said.size());
        assertFalse(sources.readingProperty().get());
        assertEquals(List.of(), names());
    }

    @Test
    void whatIsGraspedIsLetGoWithItsFace() {
        faces.beginPlacing();
        faces.placeUsual();
        assertTrue(faces.grasped().isPresent());
        edit.undo();
        assertTrue(faces.grasped().isEmpty());
        assertFalse(faces.nudge(1, 0));
    }
}
