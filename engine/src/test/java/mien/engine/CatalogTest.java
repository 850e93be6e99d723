package mien.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mien.engine.edit.Control;
import mien.engine.edit.Direction;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.FaceMark;
import mien.engine.edit.Handle;
import mien.engine.edit.Rgb;
import mien.engine.edit.faceswap.FaceSwap;
import mien.engine.edit.faceswap.SwapSpec;
import mien.engine.edit.relight.FlameCodes;
import mien.engine.edit.relight.Relight;
import mien.engine.face.Landmarks68;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.Layout;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.TiledMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the studio and the command line may expect of every editing system. */
class CatalogTest {

    /** A system with two of its specs: a freshly opened picture, and another one. */
    record Sample<S extends EditSpec>(EditSystem<S> system, S opened, S other) {
        @Override
        public String toString() {
            return system.id();
        }
    }

    static Stream<Sample<?>> everySystem() {
        return Catalog.standard().systems().stream().map(CatalogTest::sample);
    }

    private static Sample<?> sample(EditSystem<?> system) {
        if (system instanceof Relight relight) {
            return new Sample<>(
                    relight,
                    relight.opened(Picture.filled(80, 80, 0xff6080a0), FlameCodes.someone(1)),
                    relight.opened(Picture.filled(80, 80, 0xffa08060), FlameCodes.someone(2)));
        }
        if (system instanceof FaceSwap swap) {
            SwapSpec opened = swap.opened(wave(90, 80, 1), List.of(face(45, 40)));
            SwapSpec donor = swap.opened(wave(90, 80, 2), List.of(face(44, 41)));
            return new Sample<>(
                    swap, opened, faces(swap).editing().taken(opened, 1, donor, 1, "b.png"));
        }
        throw new AssertionError("No sample for " + system.id() + ": add one to this test.");
    }

    private static <S extends EditSpec> Handle.Faces<S> faces(EditSystem<S> system) {
        return system.handles().stream()
                .filter(Handle.Faces.class::isInstance)
                .map(h -> (Handle.Faces<S>) h)
                .findFirst()
                .orElseThrow();
    }

    private static Picture wave(int width, int height, int seed) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int level =
                    (int) (128 + 90 * Math.sin(seed + i % width * 0.2 + i / width * 0.1 * seed));
            argb[i] = 0xff000000 | level * 0x10101;
        }
        return new Picture(width, height, argb);
    }

    /** Landmarks whose eyes and mouth lie 16 pixels apart. */
    private static Landmarks68 face(double x, double y) {
        double[] xy = new double[2 * Landmarks68.COUNT];
        for (int i = 0; i < Landmarks68.COUNT; i++) {
            boolean left = i >= 36 && i < 42 || i == 48;
            boolean right = i >= 42 && i < 48 || i == 54;
            xy[2 * i] = x + (left ? -8 : right ? 8 : 0);
            xy[2 * i + 1] = y + (i >= 48 ? 8 : i >= 36 ? -8 : 0);
        }
        return new Landmarks68(xy);
    }

    @Test
    void idsAreUniqueAndFindTheirSystem() {
        Catalog catalog = Catalog.standard();
        Set<String> ids = new HashSet<>();
        for (EditSystem<?> system : catalog.systems()) {
            assertTrue(ids.add(system.id()));
            assertTrue(system.id().matches("[a-z-]+"), system.id());
            assertEquals(system.getClass(), catalog.system(system.id()).getClass());
        }
        EditException e = assertThrows(EditException.class, () -> catalog.system("nothing"));
        assertTrue(e.getMessage().contains("choose one of relight"), e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("everySystem")
    <S extends EditSpec> void controlsHaveUniqueIdsAndAGroup(Sample<S> sample) {
        Set<String> ids = new HashSet<>();
        assertFalse(sample.system.controls().isEmpty());
        for (Control<S> control : sample.system.controls()) {
            assertTrue(ids.add(control.id()), control.id() + " appears twice");
            assertTrue(control.id().matches("[a-zA-Z0-9.-]+"), control.id());
            assertTrue(control.group().matches("[a-z]+"), control.group());
            assertEquals(control, sample.system.control(control.id()).orElseThrow());
        }
        Set<String> handles = new HashSet<>();
        for (Handle<S> handle : sample.system.handles()) {
            assertTrue(handles.add(handle.id()), handle.id() + " appears twice");
        }
    }

    @ParameterizedTest
    @MethodSource("everySystem")
    <S extends EditSpec> void aFreshlyOpenedPictureIsUntouchedAndOnItsScales(Sample<S> sample) {
        for (Control<S> control : sample.system.controls()) {
            if (control instanceof Control.Slider<S> slider) {
                assertTrue(slider.untouched(sample.opened), slider.id());
                assertTrue(slider.scale().holds(slider.neutral(sample.opened)), slider.id());
            } else if (control instanceof Control.Colour<S> colour) {
                assertEquals(colour.neutral(sample.opened), colour.value(sample.opened));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everySystem")
    <S extends EditSpec> void everyControlChangesTheSpecAndSettingItBackRestoresIt(
            Sample<S> sample) {
        for (Control<S> control : sample.system.controls()) {
            S before = sample.opened;
            S changed = changed(control, sample);
            assertNotEquals(before, changed, control.id());
            assertEquals(before, restored(control, changed, sample), control.id());
        }
        for (Handle<S> handle : sample.system.handles()) {
            S moved = changed(handle, sample);
            assertNotEquals(sample.opened, moved, handle.id());
            assertEquals(sample.opened, restored(handle, moved, sample), handle.id());
        }
    }

    @ParameterizedTest
    @MethodSource("everySystem")
    <S extends EditSpec> void aSliderShowsWhatItWasSetToAndSaysWhatItTakes(Sample<S> sample) {
        for (Control<S> control : sample.system.controls()) {
            if (control instanceof Control.Slider<S> slider) {
                for (double end : new double[] {slider.scale().min(), slider.scale().max()}) {
                    assertEquals(
                            end, slider.value(slider.with(sample.opened, end)), 1e-5, slider.id());
                }
                double beyond = slider.scale().max() + 1;
                EditException e =
                        assertThrows(EditException.class, () -> slider.with(sample.opened, beyond));
                assertTrue(e.getMessage().contains(slider.id()), e.getMessage());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everySystem")
    <S extends EditSpec> void theProxyShowsOneSpecAlwaysAlikeAndAnotherOneOtherwise(
            Sample<S> sample) {
        int[] proxy = sample.system.proxy(sample.opened).argb();
        assertArrayEquals(proxy, sample.system.proxy(sample.opened).argb());
        assertFalse(Arrays.equals(proxy, sample.system.proxy(sample.other).argb()));
    }

    private static <S extends EditSpec> S changed(Handle<S> handle, Sample<S> sample) {
        S opened = sample.opened;
        if (handle instanceof Handle.Light<S> light) {
            S moved = light.with(opened, new Direction(33, 11));
            assertEquals(new Direction(33, 11), light.value(moved));
            return moved;
        } else if (handle instanceof Handle.Mask<S> mask) {
            MaskSet none = mask.value(opened);
            EditableMask some = EditableMask.of(TiledMask.filled(none.width(), none.height(), 99));
            return mask.with(opened, none.added("some", some));
        } else if (handle instanceof Handle.Layout<S> layout) {
            Layout before = layout.value(opened);
            int last = layout.classes().get(layout.classes().size() - 1).id();
            return layout.with(
                    opened, Layout.filled(layout.classes(), before.width(), before.height(), last));
        }
        if (handle instanceof Handle.Faces<S> faces) {
            return faces.editing()
                    .added(opened, FivePoints.of(20, 20, 30, 20, 25, 25, 21, 30, 29, 30));
        }
        if (handle instanceof Handle.Pad<S> pad) {
            S across = changed(sample.system.control(pad.across()).orElseThrow(), sample);
            S up = changed(sample.system.control(pad.up()).orElseThrow(), sample);
            assertNotEquals(across, up, pad.id() + " moves two different things");
            return across;
        }
        Handle.Figure<S> figure = (Handle.Figure<S>) handle;
        return figure.with(opened, figure.value(sample.other));
    }

    private static <S extends EditSpec> S restored(Handle<S> handle, S changed, Sample<S> sample) {
        S opened = sample.opened;
        if (handle instanceof Handle.Light<S> light) {
            return light.with(changed, light.value(opened));
        } else if (handle instanceof Handle.Mask<S> mask) {
            return mask.with(changed, mask.value(opened));
        } else if (handle instanceof Handle.Layout<S> layout) {
            return layout.with(changed, layout.value(opened));
        }
        if (handle instanceof Handle.Faces<S> faces) {
            S less = changed;
            for (FaceMark face : faces.value(changed)) {
                less = face.placed() ? faces.editing().removed(less, face.id()) : less;
            }
            return less;
        }
        if (handle instanceof Handle.Pad<S> pad) {
            return restored(sample.system.control(pad.across()).orElseThrow(), changed, sample);
        }
        Handle.Figure<S> figure = (Handle.Figure<S>) handle;
        return figure.with(changed, figure.value(opened));
    }

    @ParameterizedTest
    @MethodSource("everySystem")
    <S extends EditSpec> void theSameSpecHasTheSameRunAndAnotherLookAnotherOne(Sample<S> sample) {
        assertTrue(sample.system.sameRun(sample.opened, sample.opened));
        assertFalse(sample.system.sameRun(sample.opened, sample.other));
    }

    private static <S extends EditSpec> S changed(Control<S> control, Sample<S> sample) {
        if (control instanceof Control.Slider<S> slider) {
            double now = slider.value(sample.opened);
            double middle = (slider.scale().min() + slider.scale().max()) / 2;
            return slider.with(
                    sample.opened,
                    (now + (now < middle ? slider.scale().max() : slider.scale().min())) / 2);
        } else if (control instanceof Control.Toggle<S> toggle) {
            return toggle.with(sample.opened, !toggle.value(sample.opened));
        } else if (control instanceof Control.Colour<S> colour) {
            return colour.with(sample.opened, new Rgb(0.2, 0.9, 0.4));
        } else if (control instanceof Control.Numbers<S> numbers) {
            return numbers.with(sample.opened, numbers.value(sample.other));
        }
        if (control instanceof Control.Choice<S> choice) {
            return choice.values().stream()
                    .map(value -> choice.with(sample.opened, value))
                    .filter(other -> !other.equals(sample.opened))
                    .findFirst()
                    .orElse(sample.opened);
        }
        Control.Borrow<S> borrow = (Control.Borrow<S>) control;
        S changed = sample.opened;
        for (String part : borrow.parts()) {
            changed = borrow.with(changed, part, sample.other);
        }
        assertThrows(
                EditException.class, () -> borrow.with(sample.opened, "nothing", sample.other));
        return changed;
    }

    private static <S extends EditSpec> S restored(
            Control<S> control, S changed, Sample<S> sample) {
        if (control instanceof Control.Slider<S> slider) {
            return slider.with(changed, slider.neutral(changed));
        } else if (control instanceof Control.Toggle<S> toggle) {
            return toggle.with(changed, toggle.value(sample.opened));
        } else if (control instanceof Control.Colour<S> colour) {
            return colour.with(changed, colour.neutral(changed));
        } else if (control instanceof Control.Numbers<S> numbers) {
            return numbers.with(changed, numbers.value(sample.opened));
        }
        if (control instanceof Control.Choice<S> choice) {
            return choice.with(changed, choice.value(sample.opened));
        }
        Control.Borrow<S> borrow = (Control.Borrow<S>) control;
        S restored = changed;
        for (String part : borrow.parts()) {
            restored = borrow.with(restored, part, sample.opened);
        }
        return restored;
    }
}
