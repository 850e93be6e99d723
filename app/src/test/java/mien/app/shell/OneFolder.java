package mien.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mien.app.canvas.tool.pose.PoseForm;
import mien.app.canvas.tool.pose.PosePanel;
import mien.app.text.Texts;

/**
 * A person who keeps everything in one folder and opens always the same.
 *
 * @param opens the name of what is opened
 */
record OneFolder(Path folder, String opens) implements FileAsk {

    @Override
    public Optional<Path> toOpen(Texts texts) {
        return Optional.of(folder.resolve(opens));
    }

    @Override
    public Optional<Path> toPose(Texts texts) {
        return toOpen(texts);
    }

    @Override
    public Optional<PosePanel.Target> toSavePose(Texts texts, String proposed, PoseForm first) {
        return Optional.of(new PosePanel.Target(folder.resolve(proposed), first));
    }

    @Override
    public List<Path> toWeights(Texts texts) {
        return List.of();
    }

    @Override
    public Optional<Path> toFolder(Texts texts) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> toSaveDocument(Texts texts, String proposed) {
        return Optional.of(folder.resolve("mine.mien"));
    }

    @Override
    public Optional<Path> toSave(Texts texts, String proposed) {
        return Optional.of(folder.resolve(proposed));
    }
}
