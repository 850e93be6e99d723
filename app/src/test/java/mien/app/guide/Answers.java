package mien.app.guide;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mien.app.canvas.tool.pose.PoseForm;
import mien.app.canvas.tool.pose.PosePanel;
import mien.app.shell.FileAsk;
import mien.app.text.Texts;

/** A person who knows which files they want. */
final class Answers implements FileAsk {

    private final Path folder;
    private Optional<Path> wanted = Optional.empty();
    private List<Path> weights = List.of();

    Answers(Path folder) {
        this.folder = folder;
    }

    void want(Path file) {
        wanted = Optional.of(file);
    }

    void wantWeights(List<Path> files) {
        weights = List.copyOf(files);
    }

    @Override
    public Optional<Path> toOpen(Texts texts) {
        return wanted;
    }

    @Override
    public Optional<Path> toPose(Texts texts) {
        return wanted;
    }

    @Override
    public Optional<PosePanel.Target> toSavePose(Texts texts, String proposed, PoseForm first) {
        return Optional.of(new PosePanel.Target(folder.resolve(proposed), first));
    }

    @Override
    public List<Path> toWeights(Texts texts) {
        return weights;
    }

    @Override
    public Optional<Path> toFolder(Texts texts) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> toSaveDocument(Texts texts, String proposed) {
        return Optional.of(folder.resolve(proposed));
    }

    @Override
    public Optional<Path> toSave(Texts texts, String proposed) {
        return Optional.of(folder.resolve(proposed));
    }
}
