package mien.engine.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RespacingTest {

    @Test
    void listsEqualDiffusionRigs() {
        for (GoldenCase golden : Goldens.find("diffusionrig", "schedule")) {
            assertTrue(assertLists(golden, Pattern.compile("respace(\\d*)\\.(.+)")) >= 9);
        }
    }

    @Test
    void listsEqualDiffFaces() {
        for (GoldenCase golden : Goldens.find("diffface", "schedules")) {
            assertTrue(assertLists(golden, Pattern.compile("space\\.(\\d+)\\.(.+)")) >= 11);
        }
    }

    private static int assertLists(GoldenCase golden, Pattern key) {
        int lists = 0;
        for (String name : golden.names()) {
            Matcher m = key.matcher(name);
            if (m.matches()) {
                int trained = m.group(1).isEmpty() ? 1000 : Integer.parseInt(m.group(1));
                int[] ours = Respacing.parse(m.group(2)).timesteps(trained);
                assertArrayEquals(golden.ints(name), ours, name);
                lists++;
            }
        }
        return lists;
    }

    @Test
    void everyImpossibleStrideIsRefusedAndEveryOtherIsNot() {
        for (GoldenCase golden : Goldens.find("diffusionrig", "schedule")) {
            int[] impossible = golden.ints("ddimN_impossible");
            for (int n = 1; n <= 1000; n++) {
                Respacing respacing = Respacing.parse("ddim" + n);
                if (Arrays.binarySearch(impossible, n) >= 0) {
                    assertThrows(IllegalArgumentException.class, () -> respacing.timesteps(1000));
                } else {
                    assertEquals(n, respacing.timesteps(1000).length);
                }
            }
        }
    }

    @Test
    void anImpossibleStrideNamesItsNeighboursAndTheWayOut() {
        assertEquals(
                "ddim60: no whole stride picks 60 of 1000 timesteps; use ddim59 or ddim63, or 60 to"
                        + " spread them evenly",
                refusal("ddim60", 1000));
        assertEquals(
                "ddim30: no whole stride picks 30 of 10 timesteps; use ddim10 or less",
                refusal("ddim30", 10));
    }

    private static String refusal(String text, int trained) {
        Respacing respacing = Respacing.parse(text);
        return assertThrows(IllegalArgumentException.class, () -> respacing.timesteps(trained))
                .getMessage();
    }

    @Test
    void nothingKeepsEverything() {
        assertArrayEquals(IntStream.range(0, 37).toArray(), Respacing.parse(" ").timesteps(37));
    }

    @Test
    void evenStepsReachFromTheFirstToTheLast() {
        for (int n = 2; n <= 1000; n += 7) {
            int[] kept = Respacing.even(n).timesteps(1000);
            assertEquals(n, IntStream.of(kept).distinct().count());
            assertEquals(0, kept[0]);
            assertEquals(999, kept[n - 1]);
        }
    }

    @Test
    void aUsersNumberOfStepsIsMetExactly() {
        for (int n = 1; n <= 1000; n++) {
            int[] kept = Respacing.steps(n).timesteps(1000);
            assertEquals(n, IntStream.of(kept).distinct().count());
        }
        assertArrayEquals(
                Respacing.parse("ddim20").timesteps(1000), Respacing.steps(20).timesteps(1000));
        assertArrayEquals(
                Respacing.parse("60").timesteps(1000), Respacing.steps(60).timesteps(1000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ddim", "ddimx", "twenty", "10,,20", "10,", "20.5", "ddim-3", "0", "4,0"})
    void whatIsNoRespacingIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Respacing.parse(text));
    }

    @Test
    void moreStepsThanASectionHasAreRefused() {
        String sentence = refusal("3,60", 100);
        assertTrue(sentence.contains("60 steps from a section of 50 timesteps"), sentence);
    }
}
