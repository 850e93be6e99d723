package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import mien.engine.face.FaceQuad;
import mien.engine.face.Landmarks68;
import mien.engine.world.Identity;
import mien.engine.world.Parsing;
import mien.engine.world.Portrait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacesTest {

    private static final int SIDE = TinyFaces.SIDE;
    private static final Set<Byte> MIDDLE =
            Set.of(Parsing.NOSE, Parsing.SKIN, Parsing.GLASSES); // what the nose's ridge is

    @TempDir Path folder;
    private Faces faces;

    @BeforeEach
    void draw() {
        faces = TinyFaces.people(folder);
    }

    @AfterEach
    void close() throws Exception {
        faces.close();
    }

    @Test
    void aRecordGivesBackPictureParsingAndLabels() {
        for (int i = 0; i < faces.capacity(); i++) {
            long seed = i / 3;
            Portrait p = Faces.portrait(seed, i % 3, SIDE);
            assertArrayEquals(p.rgb(), faces.picture(i, SIDE), 0.51f / 255);
            assertArrayEquals(p.parsing(), faces.parsing(i));
            Labels labels = faces.labels(i);
            assertArrayEquals(p.points().landmarks(), labels.landmarks());
            assertArrayEquals(p.points().gaze(), labels.gaze());
            assertArrayEquals(Arrays.copyOf(p.code().pose(), 3), labels.head());
            assertEquals(p.code().camera()[0], labels.camera());
        }
    }

    @Test
    void theNoseLiesOnTheNoseAndTheEyesAtTheirSides() {
        int eyes = 0;
        for (int i = 0; i < faces.capacity(); i++) {
            Labels labels = faces.labels(i);
            byte[] parsing = faces.parsing(i);
            float[] p = labels.landmarks();
            assertTrue(MIDDLE.contains(at(parsing, p[2 * 29], p[2 * 29 + 1])), "the ridge of " + i);
            assertTrue(labels.eyes()[0] < labels.eyes()[2], "left is the picture's left");
            assertTrue(p[2 * 36] < labels.eyes()[0] + 2 && labels.eyes()[0] < p[2 * 39] + 2);
            assertNotEquals(Parsing.LEFT_EYE, at(parsing, labels.eyes()[0], labels.eyes()[1]));
            assertNotEquals(Parsing.RIGHT_EYE, at(parsing, labels.eyes()[2], labels.eyes()[3]));
            eyes += at(parsing, labels.eyes()[0], labels.eyes()[1]) == Parsing.RIGHT_EYE ? 1 : 0;
        }
        assertTrue(eyes > faces.capacity() / 2, eyes + " of the person's right eyes are seen");
    }

    private static byte at(byte[] parsing, float x, float y) {
        return parsing[(int) y * SIDE + (int) x];
    }

    @Test
    void aDisguiseKeepsTheFaceAndChangesHairOrClothes() {
        int disguised = 0;
        for (long seed = 0; seed < 20; seed++) {
            Identity who = Identity.of(seed);
            assertArrayEquals(who.vector(), Disguise.of(seed, 0).vector(), "the first look");
            Identity other = Disguise.of(seed, 1);
            assertArrayEquals(who.shape(), other.shape());
            assertArrayEquals(who.albedo(), other.albedo());
            assertEquals(who.marks(), other.marks());
            disguised += who.outfit().equals(other.outfit()) ? 0 : 1;
        }
        assertTrue(disguised > 9 && disguised < 20, disguised + " of 20 are disguised");
    }

    @Test
    void peopleForEvaluationBorrowFromNobodyWhoIsTrainedOn() {
        Set<String> hair = new HashSet<>();
        IntStream.range(0, 40)
                .forEach(i -> hair.add(Disguise.of(1_000_000 + i, 1).hair().toString()));
        assertTrue(hair.size() > 30, "they do not all borrow from one");
        Faces unseen = Faces.unseen(2, 2, SIDE);
        assertEquals(4, unseen.complete());
        Portrait second = Faces.portrait(1_000_000, 1, SIDE);
        assertArrayEquals(second.parsing(), unseen.parsing(1));
    }

    @Test
    void everyFaceLiesInItsSquareNearly() {
        for (int i = 0; i < faces.capacity(); i++) {
            float[] p = faces.labels(i).landmarks();
            double[] xy = new double[p.length];
            for (int k = 0; k < p.length; k++) {
                xy[k] = p[k];
            }
            FaceQuad quad = FaceQuad.of(new Landmarks68(xy));
            assertEquals(SIDE, quad.side(), 0.08 * SIDE, "side of " + i);
            assertEquals(SIDE / 2.0, quad.cx(), 0.03 * SIDE, "column of " + i);
            assertEquals(SIDE / 2.0, quad.cy(), 0.03 * SIDE, "row of " + i);
            assertEquals(0, Math.atan2(quad.ay(), quad.ax()), 0.08, "turn of " + i);
        }
    }

    @Test
    void picturesAreShrunkToTheMeanOfTheirPixels() {
        float[] full = faces.picture(0, SIDE);
        float[] half = faces.picture(0, SIDE / 2);
        float mean = (full[0] + full[1] + full[SIDE] + full[SIDE + 1]) / 4;
        assertEquals(mean, half[0], 1e-6f);
        assertEquals(3 * SIDE * SIDE / 4, half.length);
    }
}
