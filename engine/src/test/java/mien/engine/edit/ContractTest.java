package mien.engine.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Directions, colours and settings: what they mean and what they refuse. */
class ContractTest {

    @Test
    void aDirectionIsAVectorAndBack() {
        assertArrayEquals(new double[] {0, 0, 1}, Direction.CAMERA.vector(), 1e-12);
        assertArrayEquals(new double[] {1, 0, 0}, new Direction(90, 0).vector(), 1e-12);
        assertArrayEquals(new double[] {0, 1, 0}, new Direction(0, 90).vector(), 1e-12);
        for (double azimuth = -175; azimuth <= 175; azimuth += 25) {
            for (double elevation = -85; elevation <= 85; elevation += 17) {
                double[] v = new Direction(azimuth, elevation).vector();
                Direction back = Direction.of(3 * v[0], 3 * v[1], 3 * v[2]);
                assertEquals(azimuth, back.azimuth(), 1e-9);
                assertEquals(elevation, back.elevation(), 1e-9);
            }
        }
    }

    @Test
    void whatIsNoDirectionOrColourIsRefused() {
        assertThrows(EditException.class, () -> new Direction(181, 0));
        assertThrows(EditException.class, () -> new Direction(0, -91));
        assertThrows(EditException.class, () -> new Direction(Double.NaN, 0));
        assertThrows(EditException.class, () -> new Rgb(1.1, 0, 0));
        assertThrows(EditException.class, () -> new Rgb(0, Double.NaN, 0));
    }

    @Test
    void settingsAreReadInAnyCaseAndChangeOneAtATime() {
        RunSettings s =
                RunSettings.DEFAULT.withPrecision("BFloat16").withSampler("DDIM").withDevice("CPU");
        assertEquals("bfloat16", s.precision());
        assertEquals("ddim", s.sampler());
        assertEquals("cpu", s.device());
        assertEquals(OptionalInt.empty(), s.steps());
        assertEquals(9, s.withSeed(9).seed());
        assertEquals(s, s.withSeed(9).withSeed(s.seed()));
        assertEquals(OptionalInt.of(12), s.withSteps(12).steps());
        assertEquals("big", s.withModel("big").model().orElseThrow());
    }

    @Test
    void impossibleSettingsAreOneSentence() {
        refused(() -> RunSettings.DEFAULT.withSteps(1), "2 to 1000 steps");
        refused(() -> RunSettings.DEFAULT.withSteps(1001), "1001");
        refused(() -> RunSettings.DEFAULT.withEta(1.5), "0 to 1");
        refused(() -> RunSettings.DEFAULT.withTemperature(-0.1), "temperature runs from 0 to 1");
        refused(() -> RunSettings.DEFAULT.withTemperature(Double.NaN), "temperature");
        refused(() -> RunSettings.DEFAULT.withPrecision("half"), "half");
        refused(() -> RunSettings.DEFAULT.withDevice("abacus"), "abacus");
    }

    @Test
    void aChoiceTakesItsOwnValuesAlone() {
        Control.Choice<String> tone =
                new Control.Choice<>(
                        "tone", "all", List.of("warm", "cold"), false, s -> s, (s, v) -> v);
        assertEquals("cold", tone.value(tone.with("warm", "cold")));
        refused(() -> tone.with("warm", "hot"), "'tone' has no 'hot': choose one of warm, cold.");
    }

    @Test
    void fivePointsAreTenNumbersAndChangeOneAtATime() {
        FivePoints face = FivePoints.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, face.xy());
        for (FivePoints.Mark mark : FivePoints.Mark.values()) {
            FivePoints moved = face.with(mark, new FivePoints.Point(-1, 99));
            assertEquals(new FivePoints.Point(-1, 99), moved.at(mark));
            assertEquals(face, moved.with(mark, face.at(mark)), "the others stayed");
        }
        assertThrows(PictureException.class, () -> FivePoints.of(1, 2, 3));
        assertThrows(PictureException.class, () -> new FivePoints.Point(Double.NaN, 0));
    }

    @Test
    void whatIsNoFaceOrTooLongANoteIsRefused() {
        refused(() -> new FaceMark.Box(3, 0, 3, 5), "some width");
        Picture dot = Picture.filled(1, 1, 0xff000000);
        refused(() -> new FaceMark.Source(dot, "a", "x".repeat(501)), "at most 500 characters");
        assertTrue(new FaceMark.Box(0, 0, 2, 2).holds(1.9, 0));
        assertFalse(new FaceMark.Box(0, 0, 2, 2).holds(2, 0));
    }

    private static void refused(Executable call, String why) {
        EditException e = assertThrows(EditException.class, call);
        assertTrue(e.getMessage().contains(why), e.getMessage());
        assertEquals(EditException.Reason.REQUEST, e.reason());
    }
}
