package mien.app.soak;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import mien.app.document.DocumentState;
import mien.app.document.LiveEdit;
import mien.app.document.Mark;
import mien.engine.edit.Control;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Rgb;
import mien.engine.picture.Picture;

/** What a person might do next, of a seed; for any editing system. */
record Gestures(Random random) {

    /** Another version of an edit: a slider, a colour, a switch, some numbers. */
    <S extends EditSpec> LiveEdit<S> turned(LiveEdit<S> edit) {
        List<Control<S>> controls = edit.in().controls();
        S spec = turned(edit.spec(), controls.get(random.nextInt(controls.size())));
        return new LiveEdit<>(edit.in(), spec, edit.settings(), edit.pack(), Optional.empty());
    }

    private <S> S turned(S spec, Control<S> control) {
        if (control instanceof Control.Slider<S> slider) {
            Control.Scale scale = slider.scale();
            return slider.with(
                    spec, scale.min() + random.nextDouble() * (scale.max() - scale.min()));
        } else if (control instanceof Control.Colour<S> colour) {
            return colour.with(spec, new Rgb(random.nextDouble(), random.nextDouble(), 1));
        } else if (control instanceof Control.Toggle<S> toggle) {
            return toggle.with(spec, !toggle.value(spec));
        } else if (control instanceof Control.Numbers<S> numbers) {
            float[] row = numbers.value(spec).clone();
            row[random.nextInt(row.length)] += 0.1f * random.nextFloat();
            return numbers.with(spec, row);
        }
        return spec;
    }

    /** The edit with something to show for it. */
    static <S extends EditSpec> LiveEdit<S> made(LiveEdit<S> edit) {
        Picture drawn = edit.in().proxy(edit.spec());
        return edit.withResult(Optional.of(drawn));
    }

    /** The same edit on another picture. */
    static <S extends EditSpec> LiveEdit<S> again(LiveEdit<S> edit, Picture source) {
        S spec = edit.in().restore(edit.saved(), source);
        return new LiveEdit<>(edit.in(), spec, edit.settings(), edit.pack(), Optional.empty());
    }

    /** The version that is looked at, starred; an older star goes where there are many. */
    DocumentState starred(DocumentState state, LiveEdit<?> edit) {
        Mark mark = new Mark("star " + random.nextInt(1000), state.active(), edit);
        List<Mark> marks = state.marks();
        List<Mark> few = marks.size() < 3 ? marks : marks.subList(1, marks.size());
        return state.withMarks(Stream.concat(few.stream(), Stream.of(mark)).toList());
    }
}
