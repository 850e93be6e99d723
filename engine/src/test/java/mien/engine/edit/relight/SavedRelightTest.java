package mien.engine.edit.relight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import mien.engine.Mutations;
import mien.engine.edit.Control;
import mien.engine.edit.EditException;
import mien.engine.edit.Rgb;
import mien.engine.edit.SavedSpec;
import mien.engine.flame.CodeLayout;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class SavedRelightTest {

    private static final int SPECS = 60;

    private final Relight relight = new Relight();
    private final RelightSpec opened = relight.opened(picture(1), FlameCodes.someone(3));
    private final RelightSpec other = relight.opened(picture(2), FlameCodes.someone(4));

    @Test
    void aSavedSpecIsRestoredNumberByNumber() {
        CodeLayout layout = CodeLayout.of(BuiltinHead.rig());
        Random random = new Random(20);
        for (int i = 0; i < SPECS; i++) {
            RelightSpec spec = someSpec(random);
            RelightSpec back = relight.restore(throughText(relight.save(spec)), copy(opened));
            assertEquals(spec, back, "spec " + i);
            assertEquals(spec.hashCode(), back.hashCode());
            assertArrayEquals(layout.pack(spec.edited()), layout.pack(back.edited()));
            assertArrayEquals(
                    layout.pack(spec.portrait().fitted()), layout.pack(back.portrait().fitted()));
        }
    }

    @Test
    void aRestoredSpecStillKnowsWhatThePhotoSaid() {
        RelightSpec changed = opened.withJaw(opened.jaw().withDegrees(9));
        RelightSpec back = relight.restore(relight.save(changed), opened.source());
        Control.Slider<RelightSpec> jaw =
                (Control.Slider<RelightSpec>) relight.control("jaw").orElseThrow();
        assertEquals(jaw.neutral(opened), jaw.neutral(back));
        assertNotEquals(opened, back);
        assertEquals(opened, jaw.with(back, jaw.neutral(back)));
    }

    @Test
    void anotherPictureIsCarriedOnlyWhereItIsAnother() {
        assertTrue(relight.save(opened).pictures().isEmpty());
        SavedSpec taken = relight.save(opened.withLatentFrom(other.source()));
        assertEquals(other.source(), taken.pictures().get(SavedRelight.LATENT));
    }

    @Test
    void aNewerVersionIsOneSentence() {
        SavedSpec now = relight.save(opened);
        refused(new SavedSpec(SavedRelight.VERSION + 1, now.values(), Map.of(), Map.of()), "newer");
    }

    @Test
    void everyMissingOrBrokenValueIsOneSentence() {
        ObjectNode whole = relight.save(opened).values();
        for (Iterator<String> keys = whole.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            refusedAfter(values -> values.remove(key), key);
            refusedAfter(values -> values.put(key, "nonsense"), key);
        }
        refusedAfter(v -> ((ObjectNode) v.get("light")).put("strength", -1), "not negative");
        refusedAfter(v -> ((ObjectNode) v.get("light")).put("azimuth", 700), "azimuth");
        refusedAfter(v -> ((ObjectNode) v.get("light")).put("red", 2), "colour");
        refusedAfter(v -> ((ObjectNode) v.get("fitted")).withArray("shape").remove(0), "shape");
    }

    @Test
    void aPictureOfAnotherShapeIsRefused() {
        SavedSpec saved = relight.save(opened);
        Picture wide = Picture.filled(96, 80, 0xff000000);
        assertThrows(EditException.class, () -> relight.restore(saved, wide));
    }

    private void refusedAfter(Consumer<ObjectNode> damage, String why) {
        ObjectNode values = relight.save(opened).values().deepCopy();
        damage.accept(values);
        refused(new SavedSpec(SavedRelight.VERSION, values, Map.of(), Map.of()), why);
    }

    private void refused(SavedSpec saved, String why) {
        EditException e =
                assertThrows(EditException.class, () -> relight.restore(saved, opened.source()));
        assertTrue(e.getMessage().contains(why), e.getMessage());
        Mutations.sentence(e.getMessage());
    }

    /** Some controls set at random, also to values no slider rests on. */
    private RelightSpec someSpec(Random random) {
        RelightSpec spec = opened;
        List<Control<RelightSpec>> controls = relight.controls();
        for (int k = random.nextInt(12); k >= 0; k--) {
            spec = turned(spec, controls.get(random.nextInt(controls.size())), random);
        }
        return spec;
    }

    private RelightSpec turned(RelightSpec s, Control<RelightSpec> control, Random random) {
        if (control instanceof Control.Slider<RelightSpec> slider) {
            Control.Scale scale = slider.scale();
            double share = random.nextDouble();
            return slider.with(s, scale.min() + share * (scale.max() - scale.min()));
        } else if (control instanceof Control.Colour<RelightSpec> colour) {
            return colour.with(s, new Rgb(random.nextDouble(), random.nextDouble(), 1));
        } else if (control instanceof Control.Numbers<RelightSpec> numbers) {
            float[] row = new float[numbers.count()];
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
            return numbers.with(s, row);
        } else if (control instanceof Control.Toggle<RelightSpec> toggle) {
            return toggle.with(s, random.nextBoolean());
        } else if (control instanceof Control.Borrow<RelightSpec> borrow) {
            List<String> parts = borrow.parts();
            return borrow.with(s, parts.get(random.nextInt(parts.size())), other);
        }
        return s;
    }

    /** As a file gives it back. */
    private static SavedSpec throughText(SavedSpec saved) {
        ObjectMapper json = new ObjectMapper();
        try {
            ObjectNode values = (ObjectNode) json.readTree(json.writeValueAsString(saved.values()));
            return new SavedSpec(saved.version(), values, saved.pictures(), saved.masks());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Picture copy(RelightSpec spec) {
        Picture p = spec.source();
        return new Picture(p.width(), p.height(), p.argb().clone());
    }

    private static Picture picture(long seed) {
        int[] argb = new Random(seed).ints(96 * 96).map(v -> v | 0xff000000).toArray();
        return new Picture(96, 96, argb);
    }
}
