package mien.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import mien.app.canvas.tool.pose.PoseForm;
import mien.app.canvas.tool.pose.PosePanel;
import mien.app.document.DocumentNames;
import mien.app.text.Texts;

/** Asks the person for a file. */
public interface FileAsk {

    /** A picture or a document to open. */
    Optional<Path> toOpen(Texts texts);

    /** Where to write a picture; the ending of the proposed name says of what kind. */
    Optional<Path> toSave(Texts texts, String proposed);

    /** A pose to open. */
    Optional<Path> toPose(Texts texts);

    /**
     * Where to save a pose, and as what.
     *
     * @param first the form that is proposed
     */
    Optional<PosePanel.Target> toSavePose(Texts texts, String proposed, PoseForm first);

    /** Files of weights; none if the person changed their mind. */
    List<Path> toWeights(Texts texts);

    /** A folder. */
    Optional<Path> toFolder(Texts texts);

    /** Where to save a document. */
    Optional<Path> toSaveDocument(Texts texts, String proposed);

    /** The dialogs of the system; they begin in the folder that was used last. */
    final class Dialogs implements FileAsk {

        private final Window owner;
        private Optional<Path> folder;

        Dialogs(Window owner, Optional<Path> folder) {
            this.owner = owner;
            this.folder = folder;
        }

        /** Where the last file was. */
        Optional<Path> folder() {
            return folder;
        }

        @Override
        public Optional<Path> toOpen(Texts texts) {
            FileChooser chooser = chooser(texts.text("file.open"));
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(
                                    texts.text("file.pictures"),
                                    "*" + DocumentNames.ENDING,
                                    "*.png",
                                    "*.jpg",
                                    "*.jpeg",
                                    "*.tif",
                                    "*.tiff",
                                    "*.webp",
                                    "*.bmp",
                                    "*.gif",
                                    "*.PNG",
                                    "*.JPG",
                                    "*.JPEG"),
                            new FileChooser.ExtensionFilter(texts.text("file.all"), "*.*"));
            return kept(chooser.showOpenDialog(owner));
        }

        @Override
        public Optional<Path> toSave(Texts texts, String proposed) {
            FileChooser chooser = chooser(texts.text("file.export"));
            chooser.setInitialFileName(proposed);
            String ending = proposed.substring(proposed.lastIndexOf('.') + 1);
            chooser.getExtensionFilters()
                    .add(
                            new FileChooser.ExtensionFilter(
                                    ending.toUpperCase(Locale.ROOT), "*." + ending));
            return kept(chooser.showSaveDialog(owner));
        }

        @Override
        public Optional<Path> toPose(Texts texts) {
            FileChooser chooser = chooser(texts.text("pose.open"));
            chooser.getExtensionFilters()
                    .addAll(
                            poses(texts.text("file.poses")),
                            new FileChooser.ExtensionFilter(texts.text("file.all"), "*.*"));
            return kept(chooser.showOpenDialog(owner));
        }

        private static FileChooser.ExtensionFilter poses(String name) {
            return new FileChooser.ExtensionFilter(name, "*" + PoseForm.ENDING);
        }

        @Override
        public Optional<PosePanel.Target> toSavePose(Texts texts, String proposed, PoseForm first) {
            FileChooser chooser = chooser(texts.text("pose.save"));
            chooser.setInitialFileName(proposed);
            List<FileChooser.ExtensionFilter> forms =
                    Stream.of(PoseForm.values())
                            .map(f -> poses(texts.text("pose.form." + f.id())))
                            .toList();
            chooser.getExtensionFilters().addAll(forms);
            chooser.setSelectedExtensionFilter(forms.get(first.ordinal()));
            return kept(chooser.showSaveDialog(owner))
                    .map(
                            file -> {
                                int form = forms.indexOf(chooser.getSelectedExtensionFilter());
                                return new PosePanel.Target(
                                        file, form < 0 ? first : PoseForm.values()[form]);
                            });
        }

        @Override
        public List<Path> toWeights(Texts texts) {
            List<File> chosen = chooser(texts.text("file.weights")).showOpenMultipleDialog(owner);
            return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
        }

        @Override
        public Optional<Path> toFolder(Texts texts) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(texts.text("file.folder"));
            return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
        }

        @Override
        public Optional<Path> toSaveDocument(Texts texts, String proposed) {
            FileChooser chooser = chooser(texts.text("file.save"));
            chooser.setInitialFileName(proposed);
            chooser.getExtensionFilters()
                    .add(
                            new FileChooser.ExtensionFilter(
                                    texts.text("file.documents"), "*" + DocumentNames.ENDING));
            return kept(chooser.showSaveDialog(owner));
        }

        private FileChooser chooser(String title) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            folder.map(Path::toFile)
                    .filter(File::isDirectory)
                    .ifPresent(chooser::setInitialDirectory);
            return chooser;
        }

        private Optional<Path> kept(File chosen) {
            Optional<Path> path = Optional.ofNullable(chosen).map(File::toPath);
            path.map(Path::getParent).ifPresent(parent -> folder = Optional.of(parent));
            return path;
        }
    }
}
