package mien.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.app.document.DocumentState;
import mien.app.document.SessionNote;
import mien.app.edit.EditViewModel;
import mien.app.edit.Frame;
import mien.app.export.ExportSubject;
import mien.app.export.ExportSubject.NamedMask;
import mien.engine.edit.EditRecipe;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Handle;
import mien.engine.edit.RunSettings;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;
import mien.engine.picture.export.Provenance;
import mien.engine.picture.mask.MaskSet;

/**
 * What can be exported of an edit as it is at one moment, and all that could be said of it.
 *
 * @param frames the film of the run
 * @param model that was used
 */
record Exports<S extends EditSpec>(
        EditSystem<S> system,
        S spec,
        RunSettings settings,
        Picture result,
        List<Frame> frames,
        DocumentState document,
        Optional<ModelPack> model) {

    /** Empty while there is no result; on the window's thread. */
    static <S extends EditSpec> Optional<Exports<S>> of(
            EditViewModel<S> edit, DocumentState document, Optional<ModelPack> model) {
        return edit.resultProperty()
                .get()
                .map(
                        result ->
                                new Exports<>(
                                        edit.system(),
                                        edit.spec(),
                                        edit.settingsProperty().get(),
                                        result,
                                        List.copyOf(edit.film().frames()),
                                        document,
                                        model));
    }

    /** Packs pictures and draws masks, which takes its time: in the background. */
    ExportSubject subject() {
        return ExportSubject.of(document.name(), system.id(), spec.source(), result, made())
                .withProxy(system.proxy(spec))
                .withMasks(masks())
                .withSteps(frames.stream().map(Frame::x0).toList());
    }

    private Provenance made() {
        String id = model.map(ModelPack::id).orElse("");
        String title = model.map(ModelPack::title).orElse("");
        EditRecipe recipe = EditRecipe.of(system, spec, settings, id, document.name());
        return Provenance.edit(
                        Provenance.thisTool(),
                        "Mien %s, %s".formatted(system.id(), title),
                        model.map(ModelPack::version).orElse(""))
                .withSources(List.of(new Provenance.Source(document.name(), "")))
                .withRecipe(recipe.text())
                .withSession(SessionNote.of(document, SessionNote.Carry.SOURCES).json());
    }

    private List<NamedMask> masks() {
        List<NamedMask> masks = new ArrayList<>();
        for (Handle<S> handle : system.handles()) {
            if (handle instanceof Handle.Mask<S> painted) {
                for (MaskSet.Named m : painted.value(spec).masks()) {
                    masks.add(new NamedMask(m.name(), m.mask().rendered().plain()));
                }
            }
        }
        return masks;
    }
}
