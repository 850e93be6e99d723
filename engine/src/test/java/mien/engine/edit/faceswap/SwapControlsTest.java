package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import mien.engine.edit.Control;
import mien.engine.edit.Control.Choice;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.Control.Toggle;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SwapControlsTest {

    private static final SwapSpec SPEC =
            SwapSpec.of(Picture.filled(64, 64, 0xff808080), List.of(), SwapGuidance.DEFAULT);

    static Stream<Control<SwapSpec>> controls() {
        return SwapControls.all().stream();
    }

    @SuppressWarnings("unchecked")
    private static <C extends Control<SwapSpec>> C control(String id) {
        return (C) controls().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void aControlShowsWhatItWasSetToAndSettingThatChangesNothing(Control<SwapSpec> control) {
        if (control instanceof Slider<SwapSpec> s) {
            assertEquals(SPEC, s.with(SPEC, s.value(SPEC)));
            assertEquals(s.neutral(SPEC), s.value(SPEC));
            for (double share : new double[] {0.4, 0.7}) {
                double v = s.scale().min() + share * (s.scale().max() - s.scale().min());
                v = s.id().equals("copies") ? Math.rint(v) : v;
                SwapSpec set = s.with(SPEC, v);
                assertEquals(v, s.value(set), 1e-9);
                assertEquals(set, s.with(set, s.value(set)));
            }
        } else if (control instanceof Toggle<SwapSpec> t) {
            SwapSpec set = t.with(SPEC, !t.value(SPEC));
            assertNotEquals(SPEC, set);
            assertEquals(!t.value(SPEC), t.value(set));
            assertEquals(SPEC, t.with(set, t.value(SPEC)));
        } else {
            Choice<SwapSpec> c = (Choice<SwapSpec>) control;
            assertTrue(c.values().contains(c.value(SPEC)));
            assertEquals(SPEC, c.with(SPEC, c.value(SPEC)));
            for (String value : c.values()) {
                String shown = c.value(c.with(SPEC, value));
                boolean same =
                        List.of("preset own", "preset mended").contains(c.id() + " " + value);
                assertEquals(same ? "model" : value, shown);
            }
        }
    }

    @Test
    void idsAreUnique() {
        assertEquals(controls().count(), controls().map(Control::id).distinct().count());
    }

    @Test
    void aPresetIsShownUntilAValueOfItIsChanged() {
        Choice<SwapSpec> preset = control("preset");
        Slider<SwapSpec> identity = control("identity");
        assertEquals("model", preset.value(SPEC));
        SwapSpec paper = preset.with(SPEC, "as-paper");
        assertEquals(2000, identity.value(paper));
        assertEquals("own", preset.value(identity.with(paper, 1500)));
        assertEquals("as-paper", preset.value(identity.with(identity.with(paper, 1500), 2000)));
        Choice<SwapSpec> gradient = control("gradient");
        SwapSpec sparing = gradient.with(paper, "sparing");
        assertEquals("as-paper", preset.value(sparing), "how it is computed is no matter of taste");
        assertEquals("sparing", gradient.value(preset.with(sparing, "as-program")));
    }

    @ParameterizedTest
    @CsvSource({
        "mended, 6000, 60, 50, 200",
        "as-program, 6000, 60, 50, 200",
        "as-paper, 2000, 60, 37.5, 150",
        "pose-safe, 2500, 73.33333, 50, 200"
    })
    void presetsHaveTheWeightsOfTheirSource(
            String name, double identity, double full, double structure, double parts) {
        Choice<SwapSpec> preset = control("preset");
        SwapSpec spec = preset.with(SPEC, name);
        assertEquals(identity, value("identity", spec));
        assertEquals(full, value("mask-full-at", spec), 1e-4);
        assertEquals(structure, value("structure", spec));
        assertEquals(parts, value("parts", spec));
    }

    private static double value(String id, SwapSpec spec) {
        Slider<SwapSpec> slider = control(id);
        return slider.value(spec);
    }

    @Test
    void aModelsOwnNumbersAreWhereSlidersGoBackTo() {
        SwapDefaults calm = new SwapDefaults(900, 120, 60, 20, 5, 40, true, 0.5, 0.6, 0.4);
        SwapSpec spec = SwapSpec.of(SPEC.source(), List.of(), calm.guidance());
        Choice<SwapSpec> preset = control("preset");
        assertEquals("model", preset.value(spec));
        assertEquals(900, value("identity", spec));
        assertEquals(60, value("depth", spec), 1e-9);
        Slider<SwapSpec> identity = control("identity");
        SwapSpec more = identity.with(spec, 2000);
        assertEquals(900, identity.neutral(more));
        assertEquals(spec, preset.with(more, "model"));
        assertEquals(6000, value("identity", preset.with(spec, "mended")));
        assertEquals("mended", preset.value(preset.with(spec, "mended")));
        assertEquals(SwapGuidance.DEFAULT, SwapDefaults.PROGRAM.guidance());
    }

    @Test
    void structureMovesTheWeightOfThePartsAndTheMaskTogether() {
        Slider<SwapSpec> structure = control("structure");
        SwapSpec more = structure.with(SPEC, 75);
        assertEquals(300, value("parts", more));
        assertEquals(80, value("mask-full-at", more), 1e-9);
        SwapSpec half = structure.with(more, 50);
        assertEquals(SPEC, half, "the program's values lie in the middle");
        Slider<SwapSpec> full = control("mask-full-at");
        assertEquals(50, value("structure", full.with(SPEC, 90)), "each can still be set alone");
    }

    @Test
    void theGazeWindowIsTheProgramsAndItsEndsPushEachOther() {
        assertEquals(100.0 / 3, value("window.gaze-opens", SPEC), 1e-9);
        assertEquals(100 - 1000.0 / 75, value("window.gaze-closes", SPEC), 1e-9);
        Slider<SwapSpec> opens = control("window.gaze-opens");
        SwapSpec late = opens.with(SPEC, 95);
        assertEquals(95, value("window.gaze-opens", late), 1e-9);
        assertEquals(96, value("window.gaze-closes", late), 1e-9);
        Slider<SwapSpec> closes = control("window.gaze-closes");
        assertEquals(9, value("window.gaze-opens", closes.with(SPEC, 10)), 1e-9);
        assertEquals(SPEC, opens.with(opens.with(SPEC, 50), opens.neutral(SPEC)));
    }
}
