package mien.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.app.canvas.KeyPointer.Reach;
import mien.app.canvas.KeyPointer.Way;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.Tool;
import org.junit.jupiter.api.Test;

/** What a tool is told when keys use it; no toolkit runs. */
class KeyHandTest {

    private static final Viewport.Size PICTURE = new Viewport.Size(400, 300);
    private static final Pointer.Held ALT = new Pointer.Held(false, false, true);

    private final Viewport view = new Viewport(1, 0, 0);
    private final Witness tool = new Witness();
    private Optional<Tool> used = Optional.of(tool);
    private final KeyHand hand = new KeyHand(() -> view, () -> used);

    /** A tool that writes down what it is told. */
    private static final class Witness implements StillTool {
        private final List<String> told = new ArrayList<>();
        private Optional<Pointer> last = Optional.empty();
        private KeyPress kind = KeyPress.DRAG;
        private boolean taking = true;

        private void tell(String what, Pointer at) {
            told.add("%s %.0f %.0f".formatted(what, at.x(), at.y()));
            last = Optional.of(at);
        }

        @Override
        public KeyPress keyPress(Pointer at) {
            return kind;
        }

        @Override
        public void hover(Pointer at) {
            tell("hover", at);
        }

        @Override
        public void away() {
            told.add("away");
        }

        @Override
        public boolean press(Pointer at) {
            tell("press", at);
            return taking;
        }

        @Override
        public void drag(Pointer at) {
            tell("drag", at);
        }

        @Override
        public void release(Pointer at) {
            tell("release", at);
        }
    }

    private void begin(Tool.KeyPress kind) {
        tool.kind = kind;
        hand.enter(new KeyPointer(100, 100, PICTURE));
        tool.told.clear();
    }

    private void move(Way... ways) {
        for (Way way : ways) {
            hand.move(way, Reach.FAR);
        }
    }

    private void press() {
        hand.press(Pointer.Held.NOTHING);
    }

    @Test
    void movingWhilePressedDragsAndTheNextPressLetsGo() {
        begin(Tool.KeyPress.DRAG);
        move(Way.RIGHT);
        press();
        assertTrue(hand.holding());
        move(Way.RIGHT, Way.DOWN);
        press();
        assertFalse(hand.holding());
        move(Way.LEFT);
        assertEquals(
                List.of(
                        "hover 180 100",
                        "press 180 100",
                        "drag 260 100",
                        "drag 260 180",
                        "release 260 180",
                        "hover 260 180",
                        "hover 180 180"),
                tool.told);
    }

    @Test
    void theToolSeesAMouseThatHoldsItsFirstButtonAndTheKeysItBeganWith() {
        begin(Tool.KeyPress.DRAG);
        hand.press(ALT);
        move(Way.RIGHT);
        Pointer dragged = tool.last.orElseThrow();
        assertTrue(dragged.primary() && dragged.alt() && !dragged.shift());
        assertEquals(1, dragged.clicks());
        assertEquals(1, dragged.sample().pressure());
        assertEquals(PICTURE, dragged.picture());
        press();
        Pointer after = tool.last.orElseThrow();
        assertTrue(!after.primary() && !after.alt() && after.clicks() == 0);
    }

    @Test
    void aClickIsLetGoAtOnce() {
        begin(Tool.KeyPress.CLICK);
        press();
        assertFalse(hand.holding());
        assertEquals(List.of("press 100 100", "release 100 100", "hover 100 100"), tool.told);
    }

    @Test
    void anOutlineGetsACornerByEachPressAndClosesAtItsFirst() {
        begin(Tool.KeyPress.CORNERS);
        press();
        move(Way.RIGHT);
        press();
        move(Way.DOWN);
        press();
        move(Way.LEFT, Way.UP);
        press();
        assertFalse(hand.holding());
        assertEquals(
                List.of(
                        "press 100 100",
                        "hover 180 100",
                        "drag 180 100",
                        "hover 180 180",
                        "drag 180 180",
                        "hover 100 180",
                        "hover 100 100",
                        "release 100 100",
                        "hover 100 100"),
                tool.told);
    }

    @Test
    void anOutlineAlsoClosesWhereItsLastCornerWasSet() {
        begin(Tool.KeyPress.CORNERS);
        press();
        move(Way.RIGHT);
        press();
        move(Way.LEFT);
        press(); // two corners make no area to close
        assertTrue(hand.holding());
        press();
        assertFalse(hand.holding());
        assertEquals("release 100 100", tool.told.get(tool.told.size() - 2));
    }

    @Test
    void whatTheToolDoesNotTakeIsNotHeld() {
        begin(Tool.KeyPress.DRAG);
        tool.taking = false;
        press();
        move(Way.RIGHT);
        assertFalse(hand.holding());
        assertEquals(List.of("press 100 100", "hover 180 100"), tool.told);
    }

    @Test
    void whatWasGivenUpIsNotLetGoAgainAndTheNextPressBegins() {
        begin(Tool.KeyPress.DRAG);
        press();
        assertTrue(hand.letGo());
        assertFalse(hand.letGo());
        press();
        assertEquals(List.of("press 100 100", "press 100 100"), tool.told);
    }

    @Test
    void withoutAPointerOrAToolNothingIsPressed() {
        press();
        move(Way.RIGHT);
        assertEquals(Optional.empty(), hand.pointer());
        begin(Tool.KeyPress.DRAG);
        used = Optional.empty(); // handles are hidden
        press();
        move(Way.RIGHT);
        assertFalse(hand.holding());
        assertEquals(180, hand.pointer().orElseThrow().x());
        used = Optional.of(tool);
        hand.leave();
        press();
        assertEquals(List.of("away"), tool.told);
    }
}
