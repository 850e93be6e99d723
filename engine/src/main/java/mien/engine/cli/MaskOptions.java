package mien.engine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Handle;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.MaskFiles;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.TiledMask;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of a mask: its file, and what is done to it.
 *
 * @param handle the mask's
 * @param name of the file's option; the others begin with it
 */
record MaskOptions<S extends EditSpec>(Handle.Mask<S> handle, String name) {

    /** In the order they are applied. */
    List<ControlOption<S>> all() {
        return List.of(file(), grow(), feather(), invert());
    }

    private ControlOption<S> file() {
        return new ControlOption<>(
                OptionSpec.builder(name)
                        .type(Path.class)
                        .paramLabel("FILE")
                        .description(
                                "A grey picture as large as the portrait: the edit shows where it is white.")
                        .build(),
                (spec, value, open) -> {
                    TiledMask mask =
                            MaskFiles.read((Path) value)
                                    .requireSize(spec.source().width(), spec.source().height());
                    MaskSet none = MaskSet.none(mask.width(), mask.height());
                    return handle.with(spec, none.added(handle.id(), EditableMask.of(mask)));
                });
    }

    private ControlOption<S> grow() {
        double most = EditableMask.MOST_GROWTH;
        return number(
                "-grow",
                "How far the mask reaches further, −%.0f to %.0f pixels.".formatted(most, most),
                (mask, v) -> mask.withGrow(within("-grow", v, -most, most)));
    }

    private ControlOption<S> feather() {
        double most = EditableMask.MOST_FEATHER;
        return number(
                "-feather",
                "How soft the mask's edge becomes, 0 to %.0f pixels.".formatted(most),
                (mask, v) -> mask.withFeather(within("-feather", v, 0, most)));
    }

    private ControlOption<S> invert() {
        return new ControlOption<>(
                OptionSpec.builder(name + "-invert")
                        .type(Boolean.class)
                        .arity("0")
                        .description("The edit shows where the mask is black instead.")
                        .build(),
                (spec, value, open) ->
                        changed(spec, "-invert", m -> m.withInverted((Boolean) value)));
    }

    /** A mask with a number set. */
    @FunctionalInterface
    private interface Setting {
        EditableMask with(EditableMask mask, double value);
    }

    private ControlOption<S> number(String ending, String description, Setting setting) {
        return new ControlOption<>(
                OptionSpec.builder(name + ending)
                        .type(Double.class)
                        .paramLabel("PX")
                        .description(description)
                        .build(),
                (spec, value, open) -> changed(spec, ending, m -> setting.with(m, (Double) value)));
    }

    private S changed(S spec, String ending, UnaryOperator<EditableMask> change) {
        MaskSet masks = handle.value(spec);
        EditableMask mask =
                masks.current()
                        .orElseThrow(
                                () ->
                                        new EditException(
                                                "%s needs a mask: give one with %s FILE."
                                                        .formatted(name + ending, name)))
                        .mask();
        return handle.with(spec, masks.withCurrent(handle.id(), change.apply(mask)));
    }

    private double within(String ending, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new EditException(
                    "%s takes %.0f to %.0f pixels, but got %s: choose a value in that range."
                            .formatted(name + ending, least, most, value));
        }
        return value;
    }
}
