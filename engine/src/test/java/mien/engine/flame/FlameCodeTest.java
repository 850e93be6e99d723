package mien.engine.flame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FlameCodeTest {
    private final FlameCode source = filled(1);
    private final FlameCode target = filled(2);

    @Test
    void poseTakesTheHeadAndLeavesTheJaw() {
        FlameCode edited = source.taking(EditMode.POSE, target);
        assertArrayEquals(new float[] {2, 2, 2, 1, 1, 1}, edited.pose());
        assertSame(source.expression(), edited.expression());
    }

    @Test
    void expressionTakesTheJawAndLeavesTheHead() {
        FlameCode edited = source.taking(EditMode.EXPRESSION, target);
        assertArrayEquals(new float[] {1, 1, 1, 2, 2, 2}, edited.pose());
        assertSame(target.expression(), edited.expression());
    }

    @Test
    void lightTakesTheLightAlone() {
        FlameCode edited = source.taking(EditMode.LIGHT, target);
        assertSame(target.light(), edited.light());
        assertSame(source.pose(), edited.pose());
        assertSame(source.shape(), edited.shape());
    }

    @Test
    void latentLeavesTheCodeAlone() {
        assertSame(source, source.taking(EditMode.LATENT, target));
    }

    @Test
    void aCodeWithTooFewLightNumbersIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> source.withLight(new float[9]));
    }

    @Test
    void likenessIsOneForTheSamePersonAndMinusOneForTheOpposite() {
        FlameCode someone =
                source.withShape(new float[] {1, -2, 0.5f}).withTexture(new float[] {0.3f, 1});
        FlameCode opposite =
                source.withShape(new float[] {-1, 2, -0.5f}).withTexture(new float[] {-0.3f, -1});
        FlameCode mean = source.withShape(new float[3]).withTexture(new float[2]);
        assertEquals(1, someone.likeness(someone.withExpression(of(2, 9))), 1e-9);
        assertEquals(-1, someone.likeness(opposite), 1e-9);
        assertEquals(0, someone.likeness(mean));
    }

    private static FlameCode filled(float value) {
        return new FlameCode(
                of(4, value),
                of(3, value),
                of(2, value),
                of(6, value),
                of(6, value),
                of(3, value),
                of(27, value));
    }

    private static float[] of(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }
}
