package mien.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mien.app.document.DocumentState;
import mien.app.document.Edit;
import mien.app.document.LiveEdit;
import mien.app.document.SessionNote;
import mien.app.edit.EditViewModel;
import mien.app.edit.Frame;
import mien.app.export.ExportSubject;
import mien.app.export.ExportSubject.NamedMask;
import mien.engine.edit.EditRecipe;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.FaceMark;
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
                .withSteps(frames.stream().map(f -> system.finished(spec, f.x0())).toList());
    }

    private Provenance made() {
        String id = model.map(ModelPack::id).orElse("");
        String title = model.map(ModelPack::title).orElse("");
        EditRecipe recipe = EditRecipe.of(system, spec, settings, id, document.name());
        return Provenance.edit(
                        Provenance.thisTool(),
                        "Mien %s, %s".formatted(system.id(), title),
                        model.map(ModelPack::version).orElse(""))
                .withSources(sources())
                .withRecipe(recipe.text())
                .withSession(SessionNote.of(document, SessionNote.Carry.SOURCES).json());
    }

    /**
     * The picture itself, and every picture that a face was taken from, here or in edits before.
     */
    private List<Provenance.Source> sources() {
        Map<String, String> rights = new LinkedHashMap<>();
        rights.put(document.name(), "");
        for (Edit edit : document.edits()) {
            if (edit instanceof LiveEdit<?> live) {
                gather(live, rights);
            }
        }
        gather(system, spec, rights);
        return rights.entrySet().stream()
                .map(e -> new Provenance.Source(e.getKey(), e.getValue()))
                .toList();
    }

    private static <T extends EditSpec> void gather(LiveEdit<T> edit, Map<String, String> rights) {
        gather(edit.in(), edit.spec(), rights);
    }

    private static <T extends EditSpec> void gather(
            EditSystem<T> system, T spec, Map<String, String> rights) {
        for (Handle<T> handle : system.handles()) {
            if (handle instanceof Handle.Faces<T> faces) {
                faces.value(spec).stream()
                        .filter(FaceMark::chosen)
                        .flatMap(f -> f.source().stream())
                        .forEach(s -> rights.merge(s.name(), s.rights(), Exports::both));
            }
        }
    }

    /** Two notes on one picture. */
    private static String both(String a, String b) {
        if (a.contains(b)) {
            return a;
        }
        return a.isEmpty() ? b : a + "; " + b;
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
