package mien.engine.edit.relight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import mien.engine.edit.Control;
import mien.engine.flame.CodeLayout;
import mien.engine.flame.FlameCode;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class RelightSpecTest {

    private final Relight relight = new Relight();
    private final FlameCode fitted = FlameCodes.someone(3);
    private final RelightSpec opened = relight.opened(Picture.filled(96, 96, 0xff8090a0), fitted);
    private final RelightSpec other =
            relight.opened(Picture.filled(96, 96, 0xffa09080), FlameCodes.someone(4));

    @Test
    void anUntouchedSpecIsTheFittedCodeNumberByNumber() {
        CodeLayout layout = CodeLayout.of(BuiltinHead.rig());
        assertArrayEquals(layout.pack(fitted), layout.pack(opened.edited()));
    }

    @Test
    void aChangeLeavesTheSpecBeforeItAlone() {
        CodeLayout layout = CodeLayout.of(BuiltinHead.rig());
        float[] before = layout.pack(opened.edited());
        RelightSpec changed = opened.withHead(opened.head().withYaw(30)).withKeepCentre(false);
        changed.edited().pose()[0] = 99;
        changed.edited().shape()[0] = 99;
        assertNotEquals(opened, changed);
        assertArrayEquals(before, layout.pack(opened.edited()));
        assertEquals(30, changed.head().yaw());
    }

    @Test
    void eachPartChangesItsNumbersOnly() {
        FlameCode lit = opened.withLight(opened.light().withStrength(0.9)).edited();
        assertArrayEquals(fitted.pose(), lit.pose());
        assertArrayEquals(fitted.expression(), lit.expression());
        FlameCode opener = opened.withJaw(opened.jaw().withDegrees(12)).edited();
        assertEquals(Math.toRadians(12), opener.pose()[3], 1e-6);
        assertArrayEquals(fitted.light(), opener.light());
        assertArrayEquals(fitted.eyes(), opener.eyes());
        assertArrayEquals(fitted.camera(), opener.camera());
        assertArrayEquals(fitted.texture(), opener.texture());
    }

    @Test
    void aPortraitTakesWhatTheAuthorsModesTake() {
        FlameCode from = other.edited();
        FlameCode light = take("light").edited();
        assertArrayEquals(from.light(), light.light());
        assertArrayEquals(fitted.pose(), light.pose());
        FlameCode pose = take("pose").edited();
        assertArrayEquals(
                new float[] {from.pose()[0], fitted.pose()[3]},
                new float[] {pose.pose()[0], pose.pose()[3]});
        FlameCode expression = take("expression").edited();
        assertArrayEquals(from.expression(), expression.expression());
        assertEquals(from.pose()[3], expression.pose()[3]);
        assertEquals(fitted.pose()[0], expression.pose()[0]);
        assertArrayEquals(fitted.shape(), expression.shape());
        RelightSpec latent = take("latent");
        assertSame(other.source(), latent.latentFrom());
        assertArrayEquals(fitted.light(), latent.edited().light());
    }

    @Test
    void takingFromOneselfUndoes() {
        RelightSpec changed = take("light");
        Control.Borrow<RelightSpec> take = borrow();
        assertEquals(opened, take.with(changed, "light", opened));
    }

    @Test
    void anotherLookKeepsShapeAlbedoAndCamera() {
        FlameCode look = FlameCodes.someone(9);
        FlameCode code = opened.withLook(look).edited();
        assertArrayEquals(look.light(), code.light());
        assertArrayEquals(look.pose(), code.pose());
        assertArrayEquals(look.eyes(), code.eyes());
        assertArrayEquals(look.expression(), code.expression());
        assertArrayEquals(fitted.shape(), code.shape());
        assertArrayEquals(fitted.texture(), code.texture());
        assertArrayEquals(fitted.camera(), code.camera());
    }

    @Test
    void theFaceIsKeptInPlaceUnlessTheToggleIsOff() {
        assertTrue(opened.centre().isPresent());
        assertEquals(Optional.empty(), opened.withKeepCentre(false).centre());
    }

    private RelightSpec take(String part) {
        return borrow().with(opened, part, other);
    }

    private Control.Borrow<RelightSpec> borrow() {
        return (Control.Borrow<RelightSpec>) relight.control("take").orElseThrow();
    }
}
