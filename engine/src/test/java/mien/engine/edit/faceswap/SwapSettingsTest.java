package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mien.engine.diffusion.sampler.Ddim;
import mien.engine.diffusion.sampler.Ddpm;
import mien.engine.edit.faceswap.FaceParser.Normalisation;
import mien.engine.edit.faceswap.SwapSettings.Blending;
import mien.engine.edit.faceswap.SwapSettings.Form;
import mien.engine.edit.faceswap.SwapSettings.Guiding;
import mien.engine.edit.faceswap.SwapSettings.Shown;
import mien.engine.edit.faceswap.SwapSettings.Walk;
import mien.engine.nn.Layers.Statistics;
import org.junit.jupiter.api.Test;

/** Presets against the table of reference diffface.md §7 and, for the program, §1 and §5. */
class SwapSettingsTest {

    private static final List<String> EXPERTS =
            List.of("identity", "parts", "gaze", "colour", "pose", "tone");

    private static double[] weights(SwapSettings s) {
        return EXPERTS.stream().mapToDouble(n -> s.guiding().pull(n).weight()).toArray();
    }

    private static void alwaysHeardExceptFor(List<String> windowed, SwapSettings s) {
        for (String expert : s.guiding().pulls().keySet()) {
            boolean always = s.guiding().pull(expert).window().equals(Window.ALWAYS);
            assertEquals(!windowed.contains(expert), always, expert);
        }
    }

    @Test
    void theProgramsPresetSaysWhatTheProgramDoes() {
        SwapSettings program = SwapSettings.asProgram();
        assertEquals(new Walk(100, 25, new Ddpm(), 1), program.walk());
        assertArrayEquals(new double[] {6000, 200, 200, 50, 0, 0}, weights(program));
        alwaysHeardExceptFor(List.of("gaze"), program);
        Window gaze = program.guiding().pull("gaze").window();
        for (int t = 0; t < 75; t++) {
            assertEquals(10 < t && t < 50, gaze.open(t, 75), "t = " + t);
        }
        Guiding g = program.guiding();
        assertEquals(Distance.ABSOLUTE, g.distance());
        assertEquals(Shown.MIXED, g.shown());
        assertEquals(Form.THROUGH, g.form());
        assertEquals(8, g.copies());
        assertEquals(Normalisation.TWICE, g.parsing());
        assertEquals(Statistics.OWN, g.eyes(), "the gaze network was never switched to evaluation");
        assertEquals(new Blending(30 / 75.0, true, false), program.blending(), "noise of level t");
    }

    @Test
    void theProgramsDdimKeepsNothingBetweenTheSteps() {
        SwapSettings ddim = SwapSettings.asProgramWithDdim();
        assertEquals(SwapSettings.asProgram().guiding(), ddim.guiding());
        assertEquals(new Walk(100, 25, new Ddim(0), 1), ddim.walk());
        assertEquals(new Blending(30 / 75.0, false, false), ddim.blending());
    }

    @Test
    void thePapersPresetSaysWhatThePaperSays() {
        SwapSettings paper = SwapSettings.asPaper();
        assertArrayEquals(new double[] {2000, 150, 200, 0, 0, 0}, weights(paper));
        alwaysHeardExceptFor(List.of(), paper);
        Guiding g = paper.guiding();
        assertEquals(Distance.SQUARED, g.distance());
        assertEquals(Shown.X0, g.shown());
        assertEquals(Normalisation.ONCE, g.parsing(), "it tells of no slip");
        assertEquals(Statistics.RUNNING, g.eyes(), "it tells of no slip");
        assertTrue(paper.blending().matched(), "noise of level t − 1");
        assertTrue(paper.blending().between());
        assertEquals(75, paper.walk().chain() - paper.walk().skipped(), "T");
        assertEquals(SwapSettings.asProgram().walk(), paper.walk(), "where it says nothing");
        assertEquals(8, g.copies(), "where it says nothing");
        assertEquals(30 / 75.0, paper.blending().fullFrom(), "where it says nothing");
    }

    @Test
    void withoutSlipsIsTheSameButForTheTwo() {
        SwapSettings program = SwapSettings.asProgram();
        SwapSettings mended = program.withoutSlips();
        assertEquals(Normalisation.ONCE, mended.guiding().parsing());
        assertEquals(Statistics.RUNNING, mended.guiding().eyes());
        assertFalse(program.equals(mended));
        Guiding back = mended.guiding().with(Normalisation.TWICE).with(Statistics.OWN);
        assertEquals(program, mended.with(back));
    }
}
