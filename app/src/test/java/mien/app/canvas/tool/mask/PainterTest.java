package mien.app.canvas.tool.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import mien.app.toy.ManualJobs;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.Layout;
import mien.engine.picture.mask.LayoutClass;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.PointerSample;
import org.junit.jupiter.api.Test;

class PainterTest {

    private static final int W = 300;
    private static final int H = 200;
    private static final Tints TINTS = new Tints(0x80ff0000, 0x8000ff00);

    private final MaskTools tools = new MaskTools();
    private final LooseMasks lens = new LooseMasks(MaskSet.none(W, H));
    private final MaskGround ground = new MaskGround(lens, new ManualJobs(), "Mask");
    private final Picture picture = halves();
    private final Painter painter = new Painter(tools, ground, () -> picture, new ManualJobs());
    private final List<Region> seen = new ArrayList<>();

    PainterTest() {
        ground.follow(seen::addAll);
        tools.brushProperty().set(tools.brush().withSize(40).withHardness(1));
    }

    /** Black left of the middle, white right of it. */
    private static Picture halves() {
        Picture picture = Picture.filled(W, H, 0xff000000);
        for (int i = 0; i < W * H; i++) {
            picture.argb()[i] = i % W < W / 2 ? 0xff000000 : 0xffffffff;
        }
        return picture;
    }

    private static PointerSample at(double x, double y) {
        return new PointerSample(x, y);
    }

    private void stroke(boolean subtract, double... xy) {
        painter.begin(at(xy[0], xy[1]), subtract, false);
        for (int i = 2; i < xy.length; i += 2) {
            painter.move(at(xy[i], xy[i + 1]));
        }
        painter.end();
    }

    private int value(int x, int y) {
        return lens.now().current().orElseThrow().mask().painted().at(x, y);
    }

    @Test
    void aStrokeMakesTheFirstMaskAndIsOneStep() {
        stroke(false, 50, 50, 100, 50, 150, 80);
        assertEquals(1, lens.steps.size());
        assertEquals("Mask", lens.now().current().orElseThrow().name());
        assertEquals(255, value(100, 50));
        assertEquals(0, value(100, 100));
    }

    @Test
    void aLineGoesStraightFromWhereItBeganToWhereThePointerIs() {
        painter.setStraight(true);
        painter.begin(at(50, 50), false, false);
        painter.move(at(150, 150));
        painter.setStraight(false); // the key may be let go before the button
        painter.move(at(200, 50));
        byte[] row = new byte[W];
        ground.read(0, 150, W, row);
        assertEquals(0, row[150], "the line went elsewhere");
        Region last = seen.get(seen.size() - 1);
        assertTrue(last.y() + last.height() > 160, "and what was seen of it is drawn over");
        painter.end();
        assertEquals(255, value(125, 50));
        assertEquals(0, value(150, 150));
        assertEquals(1, lens.steps.size());
        stroke(false, 20, 150, 60, 190, 100, 150);
        assertEquals(255, value(60, 190), "strokes follow the hand again");
    }

    @Test
    void whileAStrokeIsDrawnItIsSeenButNoStepYet() {
        painter.begin(at(50, 50), false, false);
        painter.move(at(90, 50));
        assertTrue(lens.steps.isEmpty());
        byte[] row = new byte[W];
        ground.read(0, 50, W, row);
        assertEquals(-1, row[80]);
        assertTrue(painter.drawing());
        assertTrue(painter.cancel());
        ground.read(0, 50, W, row);
        assertEquals(0, row[80]);
        assertTrue(lens.now().masks().isEmpty());
        assertFalse(painter.cancel());
    }

    @Test
    void altTakesAwayAndGivesBackWhatAnEraserTook() {
        stroke(false, 50, 50, 150, 50);
        stroke(true, 100, 50);
        assertEquals(0, value(100, 50));
        assertEquals(255, value(60, 50));
        tools.kindProperty().set(MaskKind.ERASER);
        stroke(false, 60, 50);
        assertEquals(0, value(60, 50));
        stroke(true, 60, 50);
        assertEquals(255, value(60, 50));
    }

    @Test
    void erasingWithoutAMaskBeginsWithEverything() {
        tools.kindProperty().set(MaskKind.ERASER);
        stroke(false, 100, 100);
        assertEquals(0, value(100, 100));
        assertEquals(255, value(200, 20));
    }

    @Test
    void aStraightStrokeGoesOnFromTheLastPoint() {
        stroke(false, 30, 30);
        painter.lineTo(at(230, 130), false);
        assertEquals(255, value(130, 80));
        assertEquals(2, lens.steps.size());
    }

    @Test
    void aStrokeBesideThePictureIsNoStep() {
        stroke(false, -200, -200, -300, -300);
        assertTrue(lens.steps.isEmpty());
    }

    @Test
    void theLassoJoinsAndTakesAwayAreas() {
        tools.kindProperty().set(MaskKind.LASSO);
        stroke(false, 20, 20, 120, 20, 120, 120, 20, 120);
        assertEquals(255, value(70, 70));
        assertEquals(0, value(130, 70));
        tools.kindProperty().set(MaskKind.RECTANGLE);
        stroke(true, 60, 60, 10, 200);
        assertEquals(0, value(40, 100));
        assertEquals(255, value(100, 100));
        painter.begin(at(90, 90), true, true);
        painter.move(at(300, 300));
        assertEquals(4, painter.outline().size());
        painter.end();
        assertEquals(0, value(80, 30));
        assertEquals(255, value(100, 100));
        assertEquals(3, lens.steps.size());
    }

    @Test
    void theFillLooksAtThePicture() {
        tools.kindProperty().set(MaskKind.FILL);
        painter.begin(at(250, 100), false, false);
        assertEquals(255, value(151, 10));
        assertEquals(0, value(149, 10));
        painter.begin(at(-1, 100), false, false);
        assertEquals(1, lens.steps.size());
    }

    @Test
    void fDuringAStrokeFillsWhatItGoesRound() {
        double[] ring = new double[42];
        for (int i = 0; i <= 20; i++) {
            ring[2 * i] = 150 + 70 * Math.cos(i * Math.PI / 10);
            ring[2 * i + 1] = 100 + 70 * Math.sin(i * Math.PI / 10);
        }
        painter.begin(at(ring[0], ring[1]), false, false);
        painter.fillHoles();
        for (int i = 2; i < ring.length; i += 2) {
            painter.move(at(ring[i], ring[i + 1]));
        }
        painter.end();
        assertEquals(255, value(150, 100));
        assertEquals(1, lens.steps.size());
    }

    @Test
    void onlyWhatAStrokeTouchedIsDrawnAgain() {
        stroke(false, 50, 50);
        seen.clear();
        stroke(false, 200, 100);
        assertEquals(1, seen.size()); // what was drawn is seen already
        assertTrue(seen.get(0).width() <= 42 && seen.get(0).height() <= 42);
    }

    @Test
    void undoingASlantingStrokeDrawsNothingBesideIt() {
        stroke(false, 10, 10, 290, 190);
        MaskSet before = lens.now();
        tools.resize(10);
        stroke(false, 290, 10, 10, 190);
        seen.clear();
        lens.put(before);
        long pixels = seen.stream().mapToLong(r -> (long) r.width() * r.height()).sum();
        assertTrue(pixels > 0 && pixels < W * H * 3 / 4, "drawn " + pixels);
    }

    @Test
    void undoIsSeenAtOnce() {
        stroke(false, 50, 50);
        MaskSet before = lens.now();
        stroke(false, 200, 100);
        lens.put(before);
        byte[] row = new byte[W];
        ground.read(0, 100, W, row);
        assertEquals(0, row[200]);
    }

    @Test
    void grownAndFeatheredMasksAreSeenSoWhenTheStrokeIsOver() {
        stroke(false, 100, 100);
        EditableMask mask = lens.now().current().orElseThrow().mask();
        lens.put(lens.now().withCurrent("", mask.withGrow(20)));
        byte[] row = new byte[W];
        ground.read(0, 100, W, row);
        assertEquals(-1, row[135]);
        painter.begin(at(200, 100), false, false);
        ground.read(0, 100, W, row);
        assertEquals(0, row[225]);
        painter.end();
        ground.read(0, 100, W, row);
        assertEquals(-1, row[235]);
        assertEquals(255, value(215, 100));
        assertEquals(0, value(235, 100));
    }

    @Test
    void theVeilLiesInsideOrInQuickMaskOutside() {
        assertEquals(0, ground.colours(TINTS, true)[0]);
        stroke(false, 50, 50);
        assertEquals(0x80800000, ground.colours(TINTS, false)[255]);
        assertEquals(0, ground.colours(TINTS, false)[0]);
        assertEquals(0x80008000, ground.colours(TINTS, true)[0]);
        EditableMask mask = lens.now().current().orElseThrow().mask();
        lens.put(lens.now().withCurrent("", mask.withInverted(true)));
        assertEquals(0x80800000, ground.colours(TINTS, false)[0]);
    }

    @Test
    void theListAddsRenamesJoinsAndRemoves() {
        MaskViewModel masks = new MaskViewModel(lens, tools, new ManualJobs(), "Mask");
        stroke(false, 50, 50);
        masks.add();
        stroke(false, 200, 100);
        assertEquals(0, value(50, 50));
        masks.rename("Hair");
        masks.select(0);
        assertEquals(255, value(50, 50));
        masks.join(mien.engine.picture.mask.Join.UNION, 1);
        assertEquals(255, value(200, 100));
        masks.previewGrow(999);
        assertEquals(200, lens.now().current().orElseThrow().mask().grow());
        masks.invert();
        assertTrue(lens.now().current().orElseThrow().mask().inverted());
        masks.remove();
        assertEquals("Hair", lens.now().current().orElseThrow().name());
        masks.remove();
        masks.remove();
        assertEquals(Optional.empty(), lens.now().current());
    }

    @Test
    void aLayoutsBrushPaintsTheChosenClassAndItsEraserTheFirst() {
        List<LayoutClass> classes =
                List.of(new LayoutClass(0, "none", 0), new LayoutClass(7, "hair", 0x123456));
        SimpleObjectProperty<Layout> layout =
                new SimpleObjectProperty<>(Layout.filled(classes, W, H, 0));
        LayoutLens loose =
                new LayoutLens() {
                    @Override
                    public ObservableValue<Layout> layout() {
                        return layout;
                    }

                    @Override
                    public void apply(Layout next) {
                        layout.set(next);
                    }
                };
        LayoutGround painted = new LayoutGround(loose, new ManualJobs(), () -> 7);
        Painter brush = new Painter(tools, painted, () -> picture, new ManualJobs());
        painted.follow(seen::addAll);
        brush.begin(at(50, 50), false, false);
        brush.move(at(150, 50));
        assertEquals(0, layout.get().at(100, 50).id());
        byte[] row = new byte[W];
        painted.read(0, 50, W, row);
        assertEquals(7, row[100]);
        brush.end();
        assertEquals(7, layout.get().at(100, 50).id());
        brush.begin(at(100, 50), true, false);
        brush.end();
        assertEquals(0, layout.get().at(100, 50).id());
        assertEquals(7, layout.get().at(60, 50).id());
        tools.kindProperty().set(MaskKind.FILL);
        brush.begin(at(250, 50), false, false);
        assertEquals(7, layout.get().at(299, 199).id());
        assertEquals(0x80091a2b, painted.colours(TINTS, false)[7]);
    }
}
