package mien.engine.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mien.engine.flame.CropTransform;
import mien.engine.flame.SphericalHarmonics;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.raster.BufferRenderer;
import mien.engine.raster.Buffers;
import org.junit.jupiter.api.Test;

class DrawnPeopleTest {
    private static final int SIZE = 96;

    private static Portrait portrait(long seed) {
        return DrawnPeople.render(Identity.of(seed), Look.of(seed, 0), SIZE);
    }

    @Test
    void theSameSeedGivesTheSameBytesOnEveryThread() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Portrait>> drawn = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                long seed = 40 + i / 2;
                drawn.add(threads.submit(() -> portrait(seed)));
            }
            for (int i = 0; i < 6; i += 2) {
                Portrait a = drawn.get(i).get();
                Portrait b = drawn.get(i + 1).get();
                assertArrayEquals(a.picture().argb(), b.picture().argb());
                assertArrayEquals(a.parsing(), b.parsing());
                assertArrayEquals(a.buffers().nine(), b.buffers().nine());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void differentSeedsGiveClearlyDifferentPictures() {
        for (int i = 0; i < 8; i++) {
            float[] a = portrait(300 + i).rgb();
            float[] b = portrait(301 + i).rgb();
            double sum = 0;
            for (int k = 0; k < a.length; k++) {
                sum += Math.abs(a[k] - b[k]);
            }
            assertTrue(
                    sum / a.length > 0.06,
                    "seeds " + (300 + i) + " and the next differ by " + sum / a.length);
        }
    }

    @Test
    void theBuffersAreThoseOfTheCodeAlone() {
        Portrait p = portrait(7);
        Buffers again =
                new BufferRenderer(BuiltinHead.rig())
                        .render(p.code(), CropTransform.IDENTITY, SIZE, Optional.empty());
        assertArrayEquals(again.nine(), p.buffers().nine());
    }

    @Test
    void theLambertianRenderIsAlbedoTimesShading() {
        Portrait p = portrait(8);
        Buffers b = p.buffers();
        int n = SIZE * SIZE;
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < 3; c++) {
                float shading =
                        SphericalHarmonics.shade(
                                p.look().light(),
                                c,
                                b.normals()[i],
                                b.normals()[n + i],
                                b.normals()[2 * n + i]);
                assertEquals(
                        b.albedo()[c * n + i] * shading * b.coverage()[i],
                        b.rendered()[c * n + i],
                        1e-5);
            }
        }
    }

    @Test
    void normalsAreOfUnitLengthInsideTheHead() {
        Buffers b = portrait(9).buffers();
        int n = SIZE * SIZE;
        double sum = 0;
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (b.coverage()[i] > 0) {
                double length =
                        Math.sqrt(
                                Math.pow(b.normals()[i], 2)
                                        + Math.pow(b.normals()[n + i], 2)
                                        + Math.pow(b.normals()[2 * n + i], 2));
                assertTrue(length <= 1.0001, "a normal of length " + length);
                sum += length;
                count++;
            }
        }
        assertTrue(sum / count > 0.985, "mean length " + sum / count);
    }

    @Test
    void mirroredLightMirrorsTheShading() {
        float[] left = new float[27];
        float[] right = new float[27];
        Lights.addLamp(left, -0.6f, 0.48f, 0.64f, 0.8f, 0.7f, 0.6f);
        Lights.addLamp(right, 0.6f, 0.48f, 0.64f, 0.8f, 0.7f, 0.6f);
        for (int i = 0; i < 50; i++) {
            double a = 0.7 * i;
            float x = (float) Math.sin(a) * 0.8f;
            float y = (float) Math.cos(a) * 0.8f;
            for (int c = 0; c < 3; c++) {
                assertEquals(
                        SphericalHarmonics.shade(left, c, x, y, 0.6f),
                        SphericalHarmonics.shade(right, c, -x, y, 0.6f),
                        1e-5);
            }
        }
        float[] key = Lights.key(left);
        assertArrayEquals(new float[] {-0.6f, 0.48f, 0.64f, 0.8f, 0.7f, 0.6f}, key, 1e-4f);
    }

    @Test
    void aLampFromTheLeftLightsTheLeftOfTheFace() {
        float[] light = new float[27];
        Lights.addLamp(light, -0.8f, 0, 0.6f, 0.9f, 0.9f, 0.9f);
        Lights.addAmbient(light, 0.2f, 0.2f, 0.2f);
        Look look = Look.of(11, 0).withHead(0, 0, 0).withLight(light);
        Portrait p = DrawnPeople.render(Identity.of(11), look, SIZE);
        float[] lm = p.points().landmarks();
        int middle = Math.round(lm[60]);
        double[] half = new double[2];
        int[] count = new int[2];
        for (int i = 0; i < SIZE * SIZE; i++) {
            if (p.parsing()[i] == Parsing.SKIN) {
                int side = i % SIZE < middle ? 0 : 1;
                half[side] += p.rgb()[SIZE * SIZE + i];
                count[side]++;
            }
        }
        assertTrue(half[0] / count[0] > 1.3 * half[1] / count[1]);
    }

    @Test
    void thePictureIsRicherThanItsLambertianRender() {
        double sum = 0;
        int people = 40;
        for (int k = 0; k < people; k++) {
            Portrait p = portrait(500 + k);
            int n = SIZE * SIZE;
            double square = 0;
            int count = 0;
            for (int i = 0; i < n; i++) {
                if (p.layout()[i] >= 1 && p.layout()[i] <= 3) {
                    for (int c = 0; c < 3; c++) {
                        double drawn = Math.max(0, Math.min(1, p.buffers().rendered()[c * n + i]));
                        square += Math.pow(p.rgb()[c * n + i] - drawn, 2);
                    }
                    count += 3;
                }
            }
            sum += -10 * Math.log10(square / count);
        }
        assertTrue(sum / people <= 18, "the gap is only " + sum / people + " dB");
    }

    @Test
    void facesAreNeitherBlownOutNorBlack() {
        int good = 0;
        for (int k = 0; k < 40; k++) {
            Portrait p = portrait(700 + k);
            double sum = 0;
            int count = 0;
            int n = SIZE * SIZE;
            for (int i = 0; i < n; i++) {
                if (p.layout()[i] == 2) {
                    sum += Lights.luminance(p.rgb()[i], p.rgb()[n + i], p.rgb()[2 * n + i]);
                    count++;
                }
            }
            double mean = sum / count;
            assertTrue(mean > 0.08 && mean < 0.9, "seed " + (700 + k) + " has a face of " + mean);
            good += mean > 0.2 && mean < 0.75 ? 1 : 0;
        }
        assertTrue(good >= 34, "only " + good + " of 40 faces are well exposed");
    }

    @Test
    void aTurnOfTheHeadLeavesThePlaceBetweenEyesAndMouth() {
        Identity who = Identity.of(21);
        Look look = Look.of(who, 0).withHead(0, 0, 0);
        float[] a = centre(DrawnPeople.render(who, look, SIZE));
        float[] b = centre(DrawnPeople.render(who, look.withHead(0.5f, -0.2f, 0.1f), SIZE));
        assertEquals(a[0], b[0], 0.05);
        assertEquals(a[1], b[1], 0.05);
        assertEquals((look.centreX() + 1) * SIZE / 2, a[0], 0.05);
        assertEquals((1 - look.centreY()) * SIZE / 2, a[1], 0.05);
    }

    private static float[] centre(Portrait p) {
        float[] five = p.points().five();
        float[] lm = p.points().landmarks();
        float[] c = new float[2];
        for (int k = 0; k < 2; k++) {
            float eye = 0.5f * (five[k] + five[2 + k]);
            c[k] = eye + 0.1f * (0.5f * (lm[96 + k] + lm[108 + k]) - eye);
        }
        return c;
    }

    @Test
    void thePlaceBehindAPersonStaysWhenTheFaceMoves() {
        Identity who = Identity.of(22);
        Look look = Look.of(who, 0);
        Portrait a = DrawnPeople.render(who, look, SIZE);
        Portrait b =
                DrawnPeople.render(
                        who, look.withExpression(new float[0], 0.3f).withGaze(0.2f, 0), SIZE);
        int n = SIZE * SIZE;
        int compared = 0;
        for (int i = 0; i < n; i++) {
            if (a.parsing()[i] == 0 && b.parsing()[i] == 0 && i % SIZE < 5) {
                assertEquals(a.rgb()[i], b.rgb()[i], 1e-6);
                compared++;
            }
        }
        assertTrue(compared > 50);
        assertTrue(!Arrays.equals(a.rgb(), b.rgb()));
    }
}
