package mien.app.canvas.tool.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mien.engine.picture.mask.Brush;
import org.junit.jupiter.api.Test;

class MaskToolsTest {

    private final MaskTools tools = new MaskTools();

    private double after(double size, int way, boolean large) {
        tools.resize(size);
        tools.step(way, large);
        return tools.brush().size();
    }

    @Test
    void smallBrushesChangePixelByPixelAndLargeOnesInProportion() {
        assertEquals(6, after(5, 1, false));
        assertEquals(4, after(5, -1, false));
        assertEquals(22, after(20, 1, false));
        assertEquals(19, after(20, -1, false));
        assertEquals(330, after(300, 1, false));
        assertEquals(270, after(300, -1, false));
    }

    @Test
    void aLargeStepIsTenSteps() {
        tools.resize(5);
        for (int i = 0; i < 10; i++) {
            tools.step(1, false);
        }
        assertEquals(tools.brush().size(), after(5, 1, true));
        assertEquals(1, after(8, -1, true));
    }

    @Test
    void sizesStayWithinTheBrushs() {
        assertEquals(1, after(1, -1, false));
        assertEquals(1000, after(990, 1, true));
        tools.resize(-4);
        assertEquals(1, tools.brush().size());
        tools.harden(7);
        assertEquals(1, tools.brush().hardness());
    }

    @Test
    void hardnessGoesInTenths() {
        tools.harden(0.57);
        tools.stepHardness(-1);
        assertEquals(0.5, tools.brush().hardness(), 1e-9);
        tools.harden(0.95);
        tools.stepHardness(1);
        assertEquals(1, tools.brush().hardness());
    }

    @Test
    void brushAndEraserAreExchangedAndDefaultsComeBack() {
        tools.swap();
        assertEquals(MaskKind.ERASER, tools.kind());
        tools.swap();
        assertEquals(MaskKind.BRUSH, tools.kind());
        tools.kindProperty().set(MaskKind.LASSO);
        tools.resize(700);
        tools.defaults();
        assertEquals(MaskKind.BRUSH, tools.kind());
        assertEquals(Brush.DEFAULT, tools.brush());
    }
}
