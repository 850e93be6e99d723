package mien.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import mien.app.document.DocumentState;
import mien.app.document.DocumentViewModel;
import mien.app.document.LiveEdit;
import mien.app.document.Mark;
import mien.app.edit.EditViewModel;
import mien.app.edit.Version;
import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;

/** Starred versions of the edit that is worked on are marks of the document. */
final class Stars<S extends EditSpec> {

    private final EditViewModel<S> model;
    private final DocumentViewModel documents;
    private final int place;
    private final Supplier<Optional<String>> pack;

    private Stars(
            EditViewModel<S> model,
            DocumentViewModel documents,
            int place,
            Supplier<Optional<String>> pack) {
        this.model = model;
        this.documents = documents;
        this.place = place;
        this.pack = pack;
    }

    /**
     * Shows the marks that the document has for an edit, and keeps those to come.
     *
     * @param place of the edit in the stack
     * @param pack the id of its model
     */
    static <S extends EditSpec> void follow(
            EditViewModel<S> model,
            DocumentViewModel documents,
            int place,
            Supplier<Optional<String>> pack) {
        Stars<S> stars = new Stars<>(model, documents, place, pack);
        documents.stateProperty().get().ifPresent(stars::restore);
        model.versions().setStarsChanged(stars::keep);
    }

    private void restore(DocumentState document) {
        for (Mark mark : document.marks()) {
            Optional<Picture> made = mark.edit().result();
            if (here(mark) && mark.edit() instanceof LiveEdit && made.isPresent()) {
                S spec = model.system().restore(mark.edit().saved(), model.opened().source());
                model.versions().restore(spec, mark.edit().settings(), made.get());
            }
        }
    }

    private boolean here(Mark mark) {
        return mark.at() == place && mark.edit().system().equals(model.system().id());
    }

    private void keep() {
        documents.stateProperty().get().ifPresent(s -> documents.commit(s.withMarks(marks(s))));
    }

    private List<Mark> marks(DocumentState document) {
        List<Mark> marks =
                new ArrayList<>(document.marks().stream().filter(m -> !here(m)).toList());
        model.versions().starred().forEach(v -> marks.add(new Mark("", place, edit(v))));
        return marks;
    }

    private LiveEdit<S> edit(Version<S> v) {
        return new LiveEdit<>(model.system(), v.spec(), v.settings(), pack.get(), v.star());
    }
}
