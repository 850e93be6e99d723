package mien.engine.picture.pose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoseFileTest {

    @TempDir private Path folder;

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    /** Numbers 1, 2, 0.5, 4, 5, 0.5, …: a place for each point. */
    private static String points(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "%d.5,%d,0.5".formatted(10 + i, 200 + i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void figuresComeBackFromOpenPoseAsTheyWere() {
        List<Skeleton> figures = DrawnFigures.some(50);
        PoseFile file = PoseFile.openPose(figures, 1000, 1000);
        assertEquals(figures, PoseFile.parse(file.text(), "a test").figures());
    }

    @Test
    void figuresComeBackFromCocoButForTheNeck() {
        for (Skeleton figure : DrawnFigures.some(50)) {
            PoseFile file = PoseFile.coco(List.of(figure), 1000, 1000);
            Skeleton back = PoseFile.parse(file.text(), "a test").figures().get(0);
            for (Joint j : Joint.ALL) {
                if (j != Joint.NECK) {
                    assertEquals(figure.at(j).presence(), back.at(j).presence(), j.id());
                    assertEquals(figure.at(j).x(), back.at(j).x(), j.id());
                    assertEquals(figure.at(j).y(), back.at(j).y(), j.id());
                }
            }
        }
    }

    @Test
    void theNeckIsPutBetweenTheShoulders() {
        Skeleton figure = Poses.standing(200, 200).with(Joint.NECK, Spot.ABSENT);
        Skeleton back = PoseFile.coco(List.of(figure), 200, 200).figures().get(0);
        assertEquals(100, back.at(Joint.NECK).x(), 1e-9);
        assertEquals(back.at(Joint.LEFT_SHOULDER).y(), back.at(Joint.NECK).y(), 1e-9);
        Skeleton oneArmed = figure.with(Joint.LEFT_SHOULDER, Spot.ABSENT);
        assertFalse(
                PoseFile.coco(List.of(oneArmed), 200, 200).figures().get(0).visible(Joint.NECK));
    }

    @Test
    void body25IsReadByItsOwnOrder() {
        String text = "{\"people\":[{\"pose_keypoints_2d\":" + points(25) + "}]}";
        PoseFile file = PoseFile.parse(text, "a test");
        Skeleton figure = file.figures().get(0);
        assertEquals(Notation.BODY_25, file.notation(0));
        assertEquals(19.5, figure.at(Joint.RIGHT_HIP).x());
        assertEquals(24.5, figure.at(Joint.LEFT_ANKLE).x());
        assertEquals(28.5, figure.at(Joint.LEFT_EAR).x());
        assertEquals(7, file.furtherPoints());
    }

    @Test
    void whatIsNoJointIsKeptAndMovesAlongWithItsJoint() throws IOException {
        String text =
                "{\"version\":1.2,\"artist\":\"me\",\"people\":[{\"person_id\":[-1],"
                        + "\"pose_keypoints_2d\":"
                        + points(25)
                        + ",\"hand_left_keypoints_2d\":[1,2,0.5,0,0,0],\"face_keypoints_2d\":[7,8,0.9]}"
                        + ",{\"pose_keypoints_2d\":"
                        + points(25)
                        + "}]}";
        PoseFile file = PoseFile.parse(text, "a test");
        assertEquals(json(text), json(file.with(0, file.figures().get(0)).text()));

        Skeleton figure = file.figures().get(0);
        Skeleton next =
                figure.shifted(List.of(Joint.LEFT_WRIST), 10, -20)
                        .shifted(List.of(Joint.RIGHT_ANKLE), 1, 2)
                        .shifted(List.of(Joint.RIGHT_HIP), 8, 0);
        JsonNode root = json(file.with(0, next).text());
        JsonNode person = root.path("people").path(0);
        assertEquals("me", root.path("artist").asText());
        assertEquals(json("[11,-18,0.5,0,0,0]"), person.path("hand_left_keypoints_2d"));
        assertEquals(json("[7,8,0.9]"), person.path("face_keypoints_2d"));
        JsonNode body = person.path("pose_keypoints_2d");
        assertEquals(18.5 + 4, body.get(3 * 8).asDouble(), "the middle hip follows half the way");
        assertEquals(32.5 + 1, body.get(3 * 22).asDouble(), "the right toe");
        assertEquals(29.5, body.get(3 * 19).asDouble(), "the left toe");
        assertEquals(json(text).path("people").path(1), root.path("people").path(1));
    }

    @Test
    void placesCountedFromNoughtToOneBecomePixelsAndGoBack() throws IOException {
        String text =
                "{\"canvas_width\":200,\"canvas_height\":100,\"people\":[{\"pose_keypoints_2d\":["
                        + "0.5,0.25,1,".repeat(17)
                        + "0,0,0]}]}";
        PoseFile file = PoseFile.parse(text, "a test");
        assertEquals(Spot.at(100, 25), file.figures().get(0).at(Joint.NOSE));
        Skeleton moved = file.figures().get(0).moved(Joint.NOSE, 50, 50);
        JsonNode numbers = json(file.with(0, moved).text()).at("/people/0/pose_keypoints_2d");
        assertEquals(0.25, numbers.get(0).asDouble());
        assertEquals(0.5, numbers.get(1).asDouble());
        assertEquals(0.5, numbers.get(3).asDouble());
    }

    @Test
    void whoeverIsNotMovedKeepsTheVeryNumbersThatWereWritten() throws IOException {
        String text =
                "{\"people\":[{\"pose_keypoints_2d\":[5,6,1,-1,-1,0,7.25,8,1.75"
                        + ",0,0,0".repeat(15)
                        + "]}]}";
        PoseFile file = PoseFile.parse(text, "a test");
        Skeleton moved = file.figures().get(0).moved(Joint.NOSE, 9, 6);
        assertEquals(json(text.replace("[5,", "[9,")), json(file.with(0, moved).text()));
    }

    @Test
    void listsOfDetectorsAreRead() {
        String body = points(18);
        String list = "[{\"people\":[{\"pose_keypoints_2d\":" + body + "}],\"canvas_width\":64}]";
        assertEquals(1, PoseFile.parse(list, "a test").figures().size());
        String results = "[{\"keypoints\":" + points(17) + ",\"score\":1.5}]";
        Spot nose = PoseFile.parse(results, "a test").figures().get(0).at(Joint.NOSE);
        assertEquals(new Spot(10.5, 200, Spot.Presence.VISIBLE, 0.5), nose);
    }

    @Test
    void cocosFlagsSayWhatIsSeen() throws IOException {
        String numbers = "5,6,2,7,8,1,9,10,0" + ",0,0,0".repeat(14);
        String text =
                "{\"annotations\":[{\"keypoints\":["
                        + numbers
                        + "],\"num_keypoints\":2,\"id\":9}]}";
        PoseFile file = PoseFile.parse(text, "a test");
        Skeleton figure = file.figures().get(0);
        assertEquals(Spot.at(5, 6), figure.at(Joint.NOSE));
        assertTrue(figure.visible(Joint.LEFT_EYE));
        assertEquals(Spot.hidden(9, 10), figure.at(Joint.RIGHT_EYE));
        assertEquals(Spot.ABSENT, figure.at(Joint.LEFT_ANKLE));
        JsonNode next =
                json(file.with(0, figure.moved(Joint.LEFT_ANKLE, 3, 4)).text())
                        .at("/annotations/0");
        assertEquals(3, next.path("num_keypoints").asInt());
        assertEquals(1, next.path("keypoints").get(5).asInt());
        assertEquals(2, next.path("keypoints").get(47).asInt());
        assertEquals(9, next.path("id").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | is not JSON (line 1)",
                "'' | holds no figure",
                "[] | holds no figure",
                "{\"people\":[]} | holds no figure",
                "{\"people\":7} | holds no figure",
                "{\"people\":[{\"pose_keypoints_2d\":[1,2,3,4]}]} | has 4 numbers in pose_keypoints_2d",
                "{\"people\":[{\"pose_keypoints_2d\":[\"a\"]}]} | has something that is no number",
                "{\"people\":[{\"pose_keypoints_2d\":{\"x\":1}}]} | has something that is no number",
                "{\"people\":[{\"pose_keypoints_2d\":[1e999]}]} | has something that is no number",
                "{\"people\":[{\"pose_keypoints_2d\":[NaN]}]} | is not JSON",
            })
    void aBadFileIsToldInOneSentence(String text, String complaint) {
        PoseException e =
                assertThrows(PoseException.class, () -> PoseFile.parse(text, "pose.json"));
        assertTrue(e.getMessage().contains("pose.json"), e.getMessage());
        assertTrue(e.getMessage().contains(complaint), e.getMessage());
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
    }

    @Test
    void cutOffAndScrambledFilesNeverCauseAnythingElse() {
        String whole = PoseFile.openPose(DrawnFigures.some(2), 10, 10).text();
        for (int i = 0; i < whole.length(); i += 7) {
            String cut = whole.substring(0, i);
            assertThrows(PoseException.class, () -> PoseFile.parse(cut, "x"));
            String holed = whole.substring(0, i) + "]" + whole.substring(i + 1);
            try {
                assertFalse(PoseFile.parse(holed, "x").figures().isEmpty());
            } catch (PoseException e) {
                assertTrue(e.getMessage().contains("x"));
            }
        }
    }

    @Test
    void aFileGoesToTheDiskAndBack() {
        Path file = folder.resolve("pose.json");
        List<Skeleton> figures = DrawnFigures.some(3);
        PoseFile.openPose(figures, 640, 480).write(file);
        assertEquals(figures, PoseFile.read(file).figures());
        PoseException e =
                assertThrows(
                        PoseException.class, () -> PoseFile.read(folder.resolve("nowhere.json")));
        assertTrue(e.getMessage().contains("nowhere.json"));
        assertThrows(
                PoseException.class,
                () -> PoseFile.openPose(figures, 1, 1).write(folder.resolve("no/pose.json")));
    }

    @Test
    void binaryFilesAreNoPoses() throws IOException {
        Path file = folder.resolve("picture.png");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, 0, 1});
        assertThrows(PoseException.class, () -> PoseFile.read(file));
    }
}
