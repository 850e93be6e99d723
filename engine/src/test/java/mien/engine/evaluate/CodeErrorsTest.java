package mien.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import mien.engine.flame.FlameCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeErrorsTest {

    private static final FlameCode NEUTRAL = FlameCode.neutral(3, 2, 4, 5);

    private static FlameCode posed(double x, double y, double z, double jaw) {
        return NEUTRAL.withPose(new float[] {(float) x, (float) y, (float) z, (float) jaw, 0, 0});
    }

    @Test
    void aCodeIsNoErrorAwayFromItself() {
        CodeErrors none =
                CodeErrors.between(posed(0.3, -0.2, 0.1, 0.2), posed(0.3, -0.2, 0.1, 0.2));
        assertEquals(new CodeErrors(0, 0, 0, 0), none);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 30, 90, 170})
    void theErrorOfThePoseIsTheAngleBetweenTheHeads(double degrees) {
        double half = Math.toRadians(degrees) / 2;
        CodeErrors e = CodeErrors.between(posed(0, half, 0, 0), posed(0, -half, 0, 0));
        assertEquals(degrees, e.pose(), 2e-3 + 1e-5 * degrees);
    }

    @Test
    void theErrorOfTheLightIsItsRootMeanSquare() {
        float[] brighter = NEUTRAL.light().clone();
        for (int i = 0; i < brighter.length; i++) {
            brighter[i] += i % 2 == 0 ? 0.25f : -0.25f;
        }
        assertEquals(0.25, CodeErrors.between(NEUTRAL.withLight(brighter), NEUTRAL).light(), 1e-6);
    }

    @Test
    void theErrorOfTheShapeIsItsRootMeanSquare() {
        float[] other = new float[3];
        Arrays.fill(other, 0.5f);
        assertEquals(0.5, CodeErrors.between(NEUTRAL.withShape(other), NEUTRAL).shape(), 1e-6);
    }

    @Test
    void theExpressionCountsTheJawAsOneOfItsNumbers() {
        float[] all = new float[4];
        Arrays.fill(all, 0.5f);
        FlameCode moved = posed(0, 0, 0, 0.5).withExpression(all);
        assertEquals(0.5, CodeErrors.between(moved, NEUTRAL).expression(), 1e-6);
    }
}
