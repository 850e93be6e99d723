package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mien.engine.edit.Control.Scale;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.Control.Unit;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class PadAxisTest {

    private static final SidedSpec SPEC = SidedSpec.found(new Picture(2, 2, new int[4]));

    /** From 0 to 10; 1 is neutral. */
    private static final PadAxis<SidedSpec> WEIGHT = new PadAxis<>(SidedSystem.slider(0), true);

    private static double at(double place) {
        return WEIGHT.with(SPEC, place).at(0);
    }

    @Test
    void whatIsNeutralLiesInTheMiddleAndHalfAsFarFromItAsTwice() {
        assertEquals(1, at(0.5));
        assertEquals(2, at(2 / 3.0));
        assertEquals(0.5, at(1 / 3.0));
        assertEquals(0, at(0));
        assertEquals(10, at(1), "the scale ends there");
        assertEquals(10, at(7), "and so it does outside");
    }

    @Test
    void aPlaceIsFoundAgainByItsValue() {
        for (double value : new double[] {0, 0.2, 1, 3, 10}) {
            double place = WEIGHT.place(SPEC.with(0, value));
            assertEquals(value, at(place), 1e-9);
            assertTrue(place >= 0 && place < 1);
        }
        assertEquals(WEIGHT.place(SPEC.with(0, 10)), WEIGHT.place(SPEC.with(0, 99)));
    }

    @Test
    void whereNothingIsNeutralTheSideIsTheScale() {
        Slider<SidedSpec> none =
                new Slider<>(
                        "none",
                        "face",
                        new Scale(0, 10, 0.1, Unit.AMOUNT),
                        s -> 0,
                        s -> s.at(0),
                        (s, v) -> s.with(0, v));
        for (boolean weight : new boolean[] {true, false}) {
            PadAxis<SidedSpec> axis = new PadAxis<>(none, weight);
            assertEquals(0.25, axis.place(SPEC.with(0, 2.5)));
            assertEquals(2.5, axis.with(SPEC, 0.25).at(0));
        }
        PadAxis<SidedSpec> plain = new PadAxis<>(SidedSystem.slider(0), false);
        assertEquals(0.1, plain.place(SPEC));
    }

    @Test
    void stepsAreThoseOfTheSliderAndNoneChangeNothing() {
        assertEquals(1.2, WEIGHT.moved(SPEC, 2, false).at(0), 1e-9);
        assertEquals(2, WEIGHT.moved(SPEC, 1, true).at(0), 1e-9);
        assertEquals(SPEC, WEIGHT.moved(SPEC, 0, true));
        assertEquals(1, WEIGHT.reset(SPEC.with(0, 4)).at(0));
    }
}
