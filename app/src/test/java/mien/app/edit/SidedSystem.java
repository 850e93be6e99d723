package mien.app.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mien.engine.edit.Control;
import mien.engine.edit.Control.Scale;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.Control.Unit;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Handle;
import mien.engine.edit.Run;
import mien.engine.edit.SavedSpec;
import mien.engine.picture.Picture;

/**
 * Sliders with two sides, a pair for a pad, and parts to take. The proxy is grey, the lighter the
 * larger the last two values are.
 */
final class SidedSystem implements EditSystem<SidedSpec> {

    static final List<String> IDS =
            List.of("smileLeft", "smileRight", "brow.l", "brow.r", "gaze.across", "gaze.up");

    static Slider<SidedSpec> slider(int i) {
        Scale scale =
                i < 2
                        ? new Scale(0, 10, 0.1, Unit.AMOUNT)
                        : i < 4
                                ? new Scale(-100, 100, 1, Unit.AMOUNT)
                                : new Scale(-20, 20, 1, Unit.DEGREES);
        return new Slider<>(
                IDS.get(i), "face", scale, s -> 1, s -> s.at(i), (s, v) -> s.with(i, v));
    }

    static final Control.Borrow<SidedSpec> TAKE =
            new Control.Borrow<>(
                    "take",
                    "face",
                    List.of("light", "pose"),
                    (s, part, from) ->
                            part.equals("light")
                                    ? s.with(0, from.at(0))
                                    : s.with(2, from.at(2)).with(3, from.at(3)));

    static final Control.Choice<SidedSpec> MOOD =
            new Control.Choice<>(
                    "mood",
                    "face",
                    List.of("calm", "wide-awake"),
                    true,
                    s -> s.at(0) > 8 ? "wide-awake" : "calm",
                    (s, value) -> s.with(0, value.equals("calm") ? 1 : 9));

    @Override
    public String id() {
        return "sided";
    }

    @Override
    public List<Control<SidedSpec>> controls() {
        List<Control<SidedSpec>> controls = new ArrayList<>();
        for (int i = 0; i < IDS.size(); i++) {
            controls.add(slider(i));
        }
        controls.add(MOOD);
        controls.add(TAKE);
        return controls;
    }

    @Override
    public List<Handle<SidedSpec>> handles() {
        return List.of(new Handle.Pad<>("gaze", "gaze.across", "gaze.up", false));
    }

    @Override
    public SidedSpec open(Picture portrait, Run run) {
        return SidedSpec.found(portrait);
    }

    @Override
    public Picture proxy(SidedSpec spec) {
        int grey = (int) (128 + 3 * spec.at(4) + 2 * spec.at(5));
        int[] argb = new int[16];
        Arrays.fill(argb, 0xff000000 | grey << 16 | grey << 8 | grey);
        return new Picture(4, 4, argb);
    }

    @Override
    public Picture run(SidedSpec spec, Run run) {
        return proxy(spec);
    }

    @Override
    public SidedSpec untouched(SidedSpec spec) {
        return open(spec.source(), null);
    }

    @Override
    public void warmUp(Run run) {}

    @Override
    public SavedSpec save(SidedSpec spec) {
        throw new UnsupportedOperationException("no test saves it");
    }

    @Override
    public SidedSpec restore(SavedSpec saved, Picture source) {
        throw new UnsupportedOperationException("no test restores it");
    }
}
