package mien.engine.edit.relight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import mien.engine.flame.Rotation;
import mien.engine.tensor.NoiseSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Head, jaw and eyes: angles of a person and axis-angle vectors of the model. */
class HeadTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anglesThatWereNotMovedGiveTheVectorFoundBitByBit(long seed) {
        float[] r = scaled(seed, 6, 0.3f);
        assertArrayEquals(r, Gaze.of(Coefficients.of(r)).vectors());
        float[] head = {r[0], r[1], r[2]};
        assertArrayEquals(head, HeadTurn.of(Coefficients.of(head)).vector());
        assertArrayEquals(head, Jaw.of(Coefficients.of(head)).vector());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSmallMoveIsASmallChange(long seed) {
        Coefficients base = Coefficients.of(scaled(seed, 6, 0.3f));
        Gaze gaze = Gaze.of(base);
        assertArrayEquals(
                base.array(), gaze.withHorizontal(gaze.horizontal() + 1e-3).vectors(), 1e-4f);
        assertArrayEquals(base.array(), gaze.withVertical(gaze.vertical() - 1e-3).vectors(), 1e-4f);
        Coefficients three = Coefficients.of(base.array(), 0, 3);
        HeadTurn head = HeadTurn.of(three);
        assertArrayEquals(three.array(), head.withYaw(head.yaw() + 1e-3).vector(), 1e-4f);
        assertArrayEquals(three.array(), head.withPitch(head.pitch() + 1e-3).vector(), 1e-4f);
        assertArrayEquals(three.array(), head.withRoll(head.roll() + 1e-3).vector(), 1e-4f);
    }

    @Test
    void anglesComeBackAsTheyWereSet() {
        HeadTurn upright = HeadTurn.of(Coefficients.of(0, 0, 0));
        for (double yaw = -80; yaw <= 80; yaw += 40) {
            for (double pitch = -60; pitch <= 60; pitch += 30) {
                HeadTurn set = upright.withYaw(yaw).withPitch(pitch).withRoll(25);
                HeadTurn read = HeadTurn.of(Coefficients.of(set.vector()));
                assertEquals(yaw, read.yaw(), 1e-3);
                assertEquals(pitch, read.pitch(), 1e-3);
                assertEquals(25, read.roll(), 1e-3);
            }
        }
        Gaze straight = Gaze.of(Coefficients.of(new float[6]));
        Gaze seen =
                Gaze.of(Coefficients.of(straight.withHorizontal(20).withVertical(-12).vectors()));
        assertEquals(20, seen.horizontal(), 1e-3);
        assertEquals(-12, seen.vertical(), 1e-3);
        assertEquals(
                17,
                Jaw.of(Coefficients.of(Jaw.of(Coefficients.of(0, 0, 0)).withDegrees(17).vector()))
                        .degrees(),
                1e-4);
    }

    @Test
    void yawTurnsTheNoseRightPitchLiftsItAndRollTipsTheCrownRight() {
        HeadTurn upright = HeadTurn.of(Coefficients.of(0, 0, 0));
        float[] yaw = Rotation.matrix(upright.withYaw(30).vector(), 0);
        assertEquals(0.5, yaw[2], 1e-5); // the nose, +z, now points right
        float[] pitch = Rotation.matrix(upright.withPitch(30).vector(), 0);
        assertEquals(0.5, pitch[5], 1e-5); // the nose now points up
        float[] roll = Rotation.matrix(upright.withRoll(30).vector(), 0);
        assertEquals(0.5, roll[1], 1e-5); // the crown, +y, now points right
    }

    @Test
    void bothEyesTurnAlikeSoThatASquintStays() {
        Gaze squint = Gaze.of(Coefficients.of(0, 0.1f, 0, 0, -0.1f, 0));
        assertEquals(0, squint.horizontal(), 1e-5);
        float[] eyes = squint.withHorizontal(10).vectors();
        assertEquals(Math.toRadians(10) + 0.1, eyes[1], 1e-5);
        assertEquals(Math.toRadians(10) - 0.1, eyes[4], 1e-5);
    }

    @Test
    void aHalfTurnHasAnAxisToo() {
        for (double angle : new double[] {0, 1e-9, 0.5, 3, 3.1}) {
            double[] r = Turns.matrix(0.6 * angle, 0, 0.8 * angle);
            assertArrayEquals(new double[] {0.6 * angle, 0, 0.8 * angle}, Turns.axisAngle(r), 1e-7);
        }
    }

    private static float[] scaled(long seed, int count, float by) {
        float[] r = new NoiseSource(seed).normal(count);
        for (int i = 0; i < count; i++) {
            r[i] *= by;
        }
        return r;
    }
}
