package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mien.engine.edit.Control;
import mien.engine.edit.EditException;
import mien.engine.edit.SavedSpec;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.TiledMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedSwapTest {

    private static final Picture TARGET = MadeUpSwap.picture(96, 64, 3);
    private static final SwapSpec SPEC = spec();

    /** One with something of everything. */
    private static SwapSpec spec() {
        Donor donor = new Donor(MadeUpSwap.picture(20, 20, 4), "aunt.jpg", "she said yes");
        SwapFace found = SwapFace.found(1, MadeUpSwap.landmarks(MadeUpSwap.face(30.25, 31.1, 9.7)));
        SwapFace placed = SwapFace.placed(2, MadeUpSwap.face(1 / 3.0, 40, 11));
        SwapSpec spec =
                SwapSpec.of(
                        TARGET,
                        List.of(found.withDonor(Optional.of(donor)), placed.withChosen(false)),
                        SwapGuidance.DEFAULT.withDepth(0.7));
        MaskSet masks =
                MaskSet.none(96, 64)
                        .added("hair", EditableMask.of(TiledMask.filled(96, 64, 90)).withGrow(3));
        SwapArea where =
                spec.where().withPainted(masks).with(SwapArea.How.WITHIN).with("ears", true);
        return spec.withWhere(where.withBand(2.5))
                .withStrength(0.3)
                .withGuidance(
                        spec.guidance()
                                .with("pose", new Pull(12.5, new Window(0.1, 0.77)))
                                .switched("gaze", false)
                                .withDepth(0.6));
    }

    private static SwapSpec again(SwapSpec spec) {
        SavedSpec saved = SavedSwap.saved(spec);
        try {
            ObjectMapper json = new ObjectMapper();
            ObjectNode read = (ObjectNode) json.readTree(json.writeValueAsString(saved.values()));
            return SavedSwap.restored(
                    new SavedSpec(saved.version(), read, saved.pictures(), saved.masks()), TARGET);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everythingComesBackNumberByNumber() {
        assertEquals(SPEC, again(SPEC));
    }

    static List<Control<SwapSpec>> controls() {
        return SwapControls.all();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void whatAControlSetsComesBack(Control<SwapSpec> control) {
        SwapSpec set = changed(control);
        assertTrue(!set.equals(SPEC), control.id());
        assertEquals(set, again(set));
    }

    private static SwapSpec changed(Control<SwapSpec> control) {
        if (control instanceof Control.Slider<SwapSpec> s) {
            return s.with(SPEC, s.scale().min() + 0.4 * (s.scale().max() - s.scale().min()));
        }
        if (control instanceof Control.Toggle<SwapSpec> t) {
            return t.with(SPEC, !t.value(SPEC));
        }
        Control.Choice<SwapSpec> c = (Control.Choice<SwapSpec>) control;
        String other = c.values().stream().filter(v -> !v.equals(c.value(SPEC))).findFirst().get();
        return c.with(SPEC, other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "faces:3",
                "strength:\"much\"",
                "strength:2",
                "guidance:{}",
                "usual:{}",
                "where:{}",
                "faces:[{\"id\":1,\"points\":[1,2],\"chosen\":true}]",
                "faces:[{\"id\":1,\"points\":[1,2,3,4,5,6,7,8,9,1],\"chosen\":true,\"donor\":{\"portrait\":\"gone\"}}]"
            })
    void whatIsDamagedIsOneSentence(String damage) throws IOException {
        SavedSpec saved = SavedSwap.saved(SPEC);
        int colon = damage.indexOf(':');
        ObjectNode values = saved.values().deepCopy();
        values.set(
                damage.substring(0, colon),
                new ObjectMapper().readTree(damage.substring(colon + 1)));
        SavedSpec broken = new SavedSpec(1, values, Map.of(), saved.masks());
        EditException e =
                assertThrows(EditException.class, () -> SavedSwap.restored(broken, TARGET));
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
    }

    @Test
    void aNewerOneIsRefused() {
        SavedSpec newer = new SavedSpec(2, SavedSwap.saved(SPEC).values(), Map.of(), Map.of());
        EditException e =
                assertThrows(EditException.class, () -> SavedSwap.restored(newer, TARGET));
        assertTrue(e.getMessage().contains("newer Mien"), e.getMessage());
    }
}
