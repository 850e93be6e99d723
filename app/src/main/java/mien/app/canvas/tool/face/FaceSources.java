package mien.app.canvas.tool.face;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mien.app.edit.Opening;
import mien.engine.edit.EditSpec;

/**
 * Other pictures whose faces can be given to those that are edited. Of one with a single face that
 * face is given at once. Belongs to the window's thread.
 */
public final class FaceSources<S extends EditSpec> {

    private static final int MOST = 12;

    private final FacesModel<S> faces;
    private final Opening<S> opening;
    private final ObservableList<SourcePicture<S>> pictures = FXCollections.observableArrayList();
    private final ObservableList<SourcePicture<S>> view =
            FXCollections.unmodifiableObservableList(pictures);

    public FaceSources(FacesModel<S> faces, Opening<S> opening) {
        this.faces = faces;
        this.opening = opening;
    }

    /** The newest first. */
    public ObservableList<SourcePicture<S>> pictures() {
        return view;
    }

    public ReadOnlyBooleanProperty readingProperty() {
        return opening.readingProperty();
    }

    /** Reads a picture for the face that is next. */
    public void open(Path file) {
        faces.receiver().ifPresentOrElse(f -> open(file, f.id()), () -> open(file, -1));
    }

    /** Reads a picture for a face. */
    public void open(Path file, int face) {
        String name = file.getFileName().toString();
        opening.open(file, spec -> opened(faces.source(name, spec), face));
    }

    private void opened(SourcePicture<S> picture, int face) {
        pictures.removeIf(p -> p.spec().source().equals(picture.spec().source()));
        pictures.add(0, picture);
        if (pictures.size() > MOST) {
            pictures.remove(MOST);
        }
        if (picture.faces().size() == 1 && faces.face(face).isPresent()) {
            faces.take(face, picture, picture.faces().get(0).id());
        }
    }

    /** Gives a face of one of the pictures to the one that is next. */
    public void give(SourcePicture<S> from, int face) {
        faces.receiver().ifPresent(f -> faces.take(f.id(), from, face));
    }

    /** Puts a picture away; what was taken from it stays. */
    public void forget(SourcePicture<S> picture) {
        pictures.remove(picture);
    }
}
