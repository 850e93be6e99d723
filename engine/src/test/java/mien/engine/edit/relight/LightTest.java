package mien.engine.edit.relight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import mien.engine.edit.Direction;
import mien.engine.edit.EditException;
import mien.engine.edit.Rgb;
import mien.engine.flame.FlameCode;
import mien.engine.flame.SphericalHarmonics;
import mien.engine.tensor.NoiseSource;
import org.junit.jupiter.api.Test;

class LightTest {

    private final Light found = Light.of(random(1));

    @Test
    void movingNothingGivesExactlyTheNumbersFound() {
        assertArrayEquals(found.base().array(), found.numbers());
        Light there = found.withDirection(new Direction(40, 10)).withStrength(0.1);
        Light back = there.withDirection(found.direction()).withStrength(found.strength());
        assertEquals(found, back);
        assertArrayEquals(found.base().array(), back.numbers());
    }

    @Test
    void aSmallMoveIsASmallChange() {
        float[] before = found.numbers();
        double step = 1e-4;
        Direction d = found.direction();
        Light[] moved = {
            found.withDirection(new Direction(d.azimuth() + step, d.elevation())),
            found.withDirection(new Direction(d.azimuth(), d.elevation() + step)),
            found.withStrength(found.strength() + step),
            found.withStrength(found.strength() - step),
            found.withAmbience(found.ambience() + step),
            found.withColour(
                    new Rgb(
                            found.colour().red() - step,
                            found.colour().green(),
                            found.colour().blue()))
        };
        for (Light light : moved) {
            assertArrayEquals(before, light.numbers(), 1e-3f, light.toString());
        }
    }

    @Test
    void theLightComesFromWhereItWasPut() {
        for (double azimuth = -170; azimuth <= 170; azimuth += 40) {
            for (double elevation = -80; elevation <= 80; elevation += 40) {
                Light put = found.withDirection(new Direction(azimuth, elevation));
                Direction seen = Light.of(Coefficients.of(put.numbers())).direction();
                assertEquals(azimuth, seen.azimuth(), 1e-2);
                assertEquals(elevation, seen.elevation(), 1e-2);
            }
        }
    }

    @Test
    void positiveAzimuthLightsTheRightAndPositiveElevationTheTop() {
        float[] right = found.withDirection(new Direction(60, 0)).numbers();
        float[] top = found.withDirection(new Direction(0, 60)).numbers();
        assertTrue(luminance(right, 1, 0) > luminance(right, -1, 0));
        assertTrue(luminance(top, 0, 1) > luminance(top, 0, -1));
    }

    private static double luminance(float[] light, float x, float y) {
        return 0.299 * SphericalHarmonics.shade(light, 0, x, y, 0)
                + 0.587 * SphericalHarmonics.shade(light, 1, x, y, 0)
                + 0.114 * SphericalHarmonics.shade(light, 2, x, y, 0);
    }

    @Test
    void turningKeepsTheCharacterOfTheLight() {
        Light turned =
                Light.of(Coefficients.of(found.withDirection(new Direction(75, -20)).numbers()));
        assertEquals(found.strength(), turned.strength(), 1e-5);
        assertEquals(found.ambience(), turned.ambience(), 1e-5);
        assertEquals(found.colour().blue(), turned.colour().blue(), 1e-5);
    }

    @Test
    void strengthAndAmbienceAreWhatTheyWereSetTo() {
        for (double value : new double[] {0, 0.05, 0.4, 1.2}) {
            Light stronger = Light.of(Coefficients.of(found.withStrength(value).numbers()));
            assertEquals(value, stronger.strength(), 1e-5);
            Light brighter = Light.of(Coefficients.of(found.withAmbience(value).numbers()));
            assertEquals(value, brighter.ambience(), 1e-5);
        }
    }

    @Test
    void evenLightGetsADirectionWithItsStrength() {
        float[] even = new float[FlameCode.LIGHT];
        Arrays.fill(even, 0, 3, 2.5f);
        Light flat = Light.of(Coefficients.of(even));
        assertEquals(0, flat.strength());

        Light lit = flat.withDirection(new Direction(-50, 20)).withStrength(0.5);

        Light seen = Light.of(Coefficients.of(lit.numbers()));
        assertEquals(-50, seen.direction().azimuth(), 1e-2);
        assertEquals(20, seen.direction().elevation(), 1e-2);
        assertEquals(0.5, seen.strength(), 1e-5);
    }

    @Test
    void darknessBrightensWithItsAmbience() {
        Light dark = Light.of(Coefficients.of(new float[FlameCode.LIGHT]));
        assertEquals(
                0.7, Light.of(Coefficients.of(dark.withAmbience(0.7).numbers())).ambience(), 1e-5);
    }

    @Test
    void aColourIsAFilterBeforeTheWholeLight() {
        float[] white = found.withColour(Rgb.WHITE).numbers();
        float[] red = found.withColour(new Rgb(1, 0, 0)).numbers();
        float[] green = found.withColour(new Rgb(0, 1, 0)).numbers();
        for (int k = 0; k < SphericalHarmonics.BANDS; k++) {
            assertEquals(white[3 * k], red[3 * k], 1e-5);
            assertEquals(0, red[3 * k + 1], 1e-6);
            assertEquals(0, red[3 * k + 2], 1e-6);
            assertEquals(white[3 * k + 1], green[3 * k + 1], 1e-5);
            assertEquals(0, green[3 * k], 1e-6);
        }
    }

    @Test
    void halfALightIsRefused() {
        assertThrows(EditException.class, () -> Light.of(Coefficients.of(1, 2, 3)));
        assertThrows(EditException.class, () -> found.withStrength(-0.1));
        assertThrows(EditException.class, () -> found.withAmbience(Double.NaN));
    }

    /** A natural light: mostly even, a little of everything else. */
    private static Coefficients random(long seed) {
        float[] light = new NoiseSource(seed).normal(FlameCode.LIGHT);
        for (int i = 0; i < light.length; i++) {
            light[i] = i < 3 ? 2.5f + 0.2f * light[i] : 0.2f * light[i];
        }
        return Coefficients.of(light);
    }
}
