package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import mien.app.edit.SliderScale.Grain;
import mien.engine.edit.Control.Scale;
import mien.engine.edit.Control.Unit;
import org.junit.jupiter.api.Test;

class SliderScaleTest {

    private final SliderScale degrees = new SliderScale(new Scale(-60, 60, 1, Unit.DEGREES));
    private final SliderScale amount = new SliderScale(new Scale(0, 1.5, 0.01, Unit.AMOUNT));

    @Test
    void placesRunFromEndToEndAndValuesOffTheScaleStandAtItsEnds() {
        assertEquals(0, degrees.place(-60));
        assertEquals(0.5, degrees.place(0));
        assertEquals(1, degrees.place(75));
    }

    @Test
    void valuesAreWrittenAsExactlyAsTheirStep() {
        assertEquals("15°", degrees.written(15.2));
        assertEquals("0°", degrees.written(-0.3));
        assertEquals("0.40", amount.written(0.4));
    }

    @Test
    void grainsAreStepsTenthsAndRoundValues() {
        assertEquals(13, degrees.rounded(12.7, Grain.STEP));
        assertEquals(12.7, degrees.rounded(12.68, Grain.FINE));
        assertEquals(15, degrees.rounded(13.1, Grain.SNAP));
        assertEquals(0.12, amount.rounded(0.1234, Grain.STEP));
        assertEquals(0.123, amount.rounded(0.1234, Grain.FINE));
        assertEquals(0.1, amount.rounded(0.1234, Grain.SNAP));
    }

    @Test
    void movesStayOnTheScale() {
        assertEquals(60, degrees.moved(59.5, 1, Grain.STEP));
        assertEquals(-60, degrees.moved(-58, -1, Grain.SNAP));
        assertEquals(0.31, amount.moved(0.3, 1, Grain.STEP));
    }

    @Test
    void typedNumbersMayCarryTheirUnitAndAComma() {
        assertEquals(OptionalDouble.of(12.5), degrees.read(" 12,5° "));
        assertEquals(OptionalDouble.of(-7), degrees.read("−7"));
        assertEquals(OptionalDouble.of(60), degrees.read("900"), "put on the scale");
        assertTrue(degrees.read("left").isEmpty());
        assertTrue(degrees.read("NaN").isEmpty());
        assertTrue(degrees.read("").isEmpty());
    }

    @Test
    void aDragMovesByWhatThePointerMovesAndTenTimesFinerWithShift() {
        SliderDrag drag = new SliderDrag(degrees, 10, 100);
        assertEquals(10, drag.to(100, 240, Grain.STEP), "nothing jumps");
        assertEquals(20, drag.to(120, 240, Grain.STEP));
        assertEquals(21, drag.to(140, 240, Grain.FINE), 1e-9);
        assertEquals(60, drag.to(2000, 240, Grain.STEP));
        assertEquals(
                59, drag.to(1998, 240, Grain.STEP), "the way back begins at the end of the scale");
    }

    @Test
    void aDragFromAValueOffTheScaleBeginsAtItsEnd() {
        SliderDrag drag = new SliderDrag(degrees, 80, 0);
        assertEquals(55, drag.to(-10, 240, Grain.STEP));
    }
}
