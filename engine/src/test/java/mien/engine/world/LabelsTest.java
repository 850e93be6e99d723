package mien.engine.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mien.engine.flame.head.BuiltinHead;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final int SIZE = 128;

    private static Portrait plain(long seed) {
        Identity who = Identity.of(seed);
        Outfit o = who.outfit();
        Outfit bare =
                new Outfit(
                        o.garment(),
                        o.pattern(),
                        o.first(),
                        o.second(),
                        o.colourName(),
                        o.scale(),
                        Headwear.NONE,
                        o.headColour(),
                        Glasses.NONE,
                        o.frameColour(),
                        false,
                        o.build());
        Identity uncovered =
                new Identity(seed, who.shape(), who.albedo(), who.hair(), who.marks(), bare);
        Look look = Look.of(seed, 0).withHead(0.1f, 0, 0).withExpression(new float[0], 0);
        return DrawnPeople.render(uncovered, look, SIZE);
    }

    private static byte at(Portrait p, float x, float y) {
        return p.parsing()[(int) y * SIZE + (int) x];
    }

    @Test
    void theLayoutFollowsFromTheParsing() {
        for (int k = 0; k < 6; k++) {
            Portrait p = DrawnPeople.render(Identity.of(60 + k), Look.of(60 + k, 1), SIZE);
            for (int i = 0; i < p.parsing().length; i++) {
                assertEquals(Parsing.layout(p.parsing()[i]), p.layout()[i]);
                assertTrue(p.parsing()[i] >= 0 && p.parsing()[i] < Parsing.COUNT);
            }
        }
    }

    @Test
    void landmarksLieOnTheirParts() {
        int good = 0;
        int all = 0;
        for (int k = 0; k < 12; k++) {
            Portrait p = plain(80 + k);
            float[] lm = p.points().landmarks();
            // just inside the lips' outline
            good += at(p, lm[102], lm[103] + 1.2f) == Parsing.UPPER_LIP ? 1 : 0;
            good += at(p, lm[114], lm[115] - 1.2f) == Parsing.LOWER_LIP ? 1 : 0;
            good += at(p, lm[60], lm[61]) == Parsing.NOSE ? 1 : 0;
            good += at(p, p.points().five()[0], p.points().five()[1]) == Parsing.RIGHT_EYE ? 1 : 0;
            good += at(p, p.points().five()[2], p.points().five()[3]) == Parsing.LEFT_EYE ? 1 : 0;
            all += 5;
        }
        assertTrue(good >= 0.93 * all, good + " of " + all + " landmarks lie on their parts");
    }

    @Test
    void bothEyesAndBrowsAreLabelledOnTheRightSides() {
        Portrait p = plain(95);
        float nose = p.points().landmarks()[60];
        for (int i = 0; i < p.parsing().length; i++) {
            float x = i % SIZE + 0.5f;
            byte c = p.parsing()[i];
            if (c == Parsing.LEFT_EYE || c == Parsing.LEFT_EAR) {
                assertTrue(x > nose - 3, "a left part at column " + x);
            } else if (c == Parsing.RIGHT_EYE || c == Parsing.RIGHT_EAR) {
                assertTrue(x < nose + 3, "a right part at column " + x);
            }
        }
    }

    @Test
    void closingTheEyesTakesTheirPixelsAway() {
        Identity who = Identity.of(96);
        Look open = Look.of(96, 0).withHead(0, 0, 0).withExpression(new float[0], 0);
        float[] e = new float[BuiltinHead.rig().expressionNames().size()];
        e[BuiltinHead.rig().expressionNames().indexOf("blinkLeft")] = 1;
        int before = count(DrawnPeople.render(who, open, SIZE), Parsing.LEFT_EYE);
        int after =
                count(DrawnPeople.render(who, open.withExpression(e, 0), SIZE), Parsing.LEFT_EYE);
        assertTrue(before > 12, "an open eye has " + before + " pixels");
        assertTrue(after < 0.5 * before, before + " pixels became " + after);
    }

    private static int count(Portrait p, byte wanted) {
        int n = 0;
        for (byte c : p.parsing()) {
            n += c == wanted ? 1 : 0;
        }
        return n;
    }

    @Test
    void theGazeIsTheEyesDirectionBeforeTheCamera() {
        Identity who = Identity.of(97);
        Look look = Look.of(97, 0).withHead(0.3f, 0, 0).withGaze(0.2f, -0.1f);
        float[] gaze = DrawnPeople.render(who, look, SIZE).points().gaze();
        assertEquals(0.1f, gaze[0], 0.01); // eyes pitched up by 0.1
        assertEquals(0.5f, gaze[1], 0.01);
    }

    @Test
    void captionsNameHairClothesAndLight() {
        Portrait p = portraitOf(98);
        assertTrue(p.caption().startsWith("a portrait of a person with "));
        assertTrue(p.caption().contains(p.identity().outfit().garment().words()));
        assertTrue(p.caption().contains("lit from "));
        assertTrue(p.caption().endsWith(p.look().backdrop().words()));
    }

    private static Portrait portraitOf(long seed) {
        return DrawnPeople.render(Identity.of(seed), Look.of(seed, 0), 64);
    }
}
