package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import mien.engine.edit.Direction;
import org.junit.jupiter.api.Test;

class LightDiscTest {

    @Test
    void everyDirectionComesBackFromItsPlaceOnTheDisc() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            Direction to =
                    Direction.of(
                            random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            double[] there = to.vector();
            double[] back = LightDisc.of(to).direction().vector();
            double dot = there[0] * back[0] + there[1] * back[1] + there[2] * back[2];
            assertEquals(1, dot, 1e-6, to::toString);
        }
    }

    @Test
    void lightFromTheCameraIsInTheMiddleAndLightFromTheRightAtTheRightEdge() {
        assertEquals(new LightDisc(0, 0), LightDisc.of(Direction.CAMERA));
        LightDisc right = LightDisc.of(new Direction(90, 0));
        assertEquals(1, right.x(), 1e-9);
        assertEquals(0, right.y(), 1e-9);
    }

    @Test
    void lightFromBehindIsOnTheRim() {
        assertFalse(LightDisc.of(new Direction(80, 0)).behind());
        assertTrue(LightDisc.of(new Direction(135, 0)).behind());
        assertEquals(LightDisc.RIM, Math.hypot(0, LightDisc.of(new Direction(180, 0)).y()), 1e-9);
    }

    @Test
    void pointsBeyondTheRimCountAsOnIt() {
        assertEquals(180, Math.abs(new LightDisc(7, 0).direction().azimuth()), 1e-6);
    }

    @Test
    void turningStopsAtThePoles() {
        assertEquals(90, LightDisc.turned(new Direction(0, 85), 0, 30).elevation());
        assertEquals(-180, LightDisc.turned(new Direction(-170, 0), -30, 0).azimuth());
    }
}
