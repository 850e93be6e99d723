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
import mien.engine.edit.Handle;
import mien.engine.model.ModelPack;
import mien.engine.picture.export.Provenance;
import mien.engine.picture.mask.MaskSet;

/** What can be exported of an edit, and all that could be said of it. */
final class Exports {

    private Exports() {}

    /** Empty while there is no result. */
    static <S extends EditSpec> Optional<ExportSubject> of(
            EditViewModel<S> edit, DocumentState document, Optional<ModelPack> model) {
        return edit.resultProperty()
                .get()
                .map(
                        result ->
                                ExportSubject.of(
                                                document.name(),
                                                edit.system().id(),
                                                edit.spec().source(),
                                                result,
                                                made(edit, document, model))
                                        .withProxy(edit.system().proxy(edit.spec()))
                                        .withMasks(masks(edit))
                                        .withSteps(
                                                edit.film().frames().stream()
                                                        .map(Frame::x0)
                                                        .toList()));
    }

    private static <S extends EditSpec> Provenance made(
            EditViewModel<S> edit, DocumentState document, Optional<ModelPack> model) {
        String id = model.map(ModelPack::id).orElse("");
        EditRecipe recipe =
                EditRecipe.of(
                        edit.system(),
                        edit.spec(),
                        edit.settingsProperty().get(),
                        id,
                        document.name());
        return Provenance.edit(
                        Provenance.thisTool(),
                        "Mien %s, %s"
                                .formatted(
                                        edit.system().id(), model.map(ModelPack::title).orElse("")),
                        model.map(ModelPack::version).orElse(""))
                .withSources(List.of(new Provenance.Source(document.name(), "")))
                .withRecipe(recipe.text())
                .withSession(SessionNote.of(document, SessionNote.Carry.SOURCES).json());
    }

    private static <S extends EditSpec> List<NamedMask> masks(EditViewModel<S> edit) {
        List<NamedMask> masks = new ArrayList<>();
        for (Handle<S> handle : edit.system().handles()) {
            if (handle instanceof Handle.Mask<S> painted) {
                for (MaskSet.Named m : painted.value(edit.spec()).masks()) {
                    masks.add(new NamedMask(m.name(), m.mask().rendered().plain()));
                }
            }
        }
        return masks;
    }
}
