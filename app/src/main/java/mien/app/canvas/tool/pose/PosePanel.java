package mien.app.canvas.tool.pose;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mien.app.theme.Buttons;
import mien.engine.picture.pose.Joint.Side;
import mien.engine.picture.pose.PoseException;
import mien.engine.picture.pose.PoseFile;
import mien.engine.picture.pose.PoseShelf;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** Everything about the figure that does not happen on the canvas. */
public final class PosePanel extends VBox {

    private final PoseModel pose;
    private final PoseStudio studio;

    /** Where pose files are; empty if the person thinks better of it. */
    public interface Ask {
        Optional<Path> toOpen();

        /**
         * @param first the form that is proposed
         */
        Optional<Target> toSave(String proposedName, PoseForm first);
    }

    /** Where a pose is saved, and as what. */
    public record Target(Path file, PoseForm form) {}

    public PosePanel(PoseModel pose, PoseShelf shelf, Ask ask, PoseStudio studio) {
        this.pose = pose;
        this.studio = studio;
        getStyleClass().add("pose-panel");
        ShelfMenu kept = new ShelfMenu(pose, shelf, studio.texts(), studio.say());
        HBox tools =
                new HBox(
                        tool(MaterialDesignH.HUMAN_HANDSDOWN, "pose.default", pose::putDefault),
                        kept,
                        tool(MaterialDesignF.FLIP_HORIZONTAL, "pose.mirror", pose::mirror),
                        tool(MaterialDesignR.ROTATE_3D_VARIANT, "pose.turn-round", pose::turnRound),
                        tool(
                                MaterialDesignA.ARROW_EXPAND_RIGHT,
                                "pose.symmetric.right",
                                () -> pose.symmetric(Side.RIGHT)),
                        tool(
                                MaterialDesignA.ARROW_EXPAND_LEFT,
                                "pose.symmetric.left",
                                () -> pose.symmetric(Side.LEFT)),
                        tool(
                                MaterialDesignF.FOLDER_OPEN_OUTLINE,
                                "pose.open",
                                () -> ask.toOpen().ifPresent(this::open)),
                        tool(
                                MaterialDesignC.CONTENT_SAVE_OUTLINE,
                                "pose.save",
                                () ->
                                        ask.toSave("pose" + PoseForm.ENDING, pose.form())
                                                .ifPresent(this::save)));
        tools.getStyleClass().add("pose-tools");
        getChildren().addAll(tools, new JointList(pose, studio));
        setOnDragOver(
                e -> {
                    if (dropped(e).isPresent()) {
                        e.acceptTransferModes(TransferMode.COPY);
                        e.consume();
                    }
                });
        setOnDragDropped(
                e -> {
                    Optional<Path> file = dropped(e);
                    file.ifPresent(this::open);
                    e.setDropCompleted(file.isPresent());
                    e.consume();
                });
    }

    private Node tool(Ikon icon, String key, Runnable action) {
        Button button = Buttons.icon(icon, studio.texts().text(key), action);
        button.setId(key.replace('.', '-'));
        return button;
    }

    private static Optional<Path> dropped(DragEvent e) {
        List<File> files = e.getDragboard().getFiles();
        return files.stream().map(File::toPath).filter(PoseForm::isNameOf).findFirst();
    }

    /** Puts the figure of a file there, and says what was read. */
    public void open(Path file) {
        try {
            PoseFile read = PoseFile.read(file);
            studio.say().accept(PoseActions.sentence(studio.texts(), read, pose.put(read)));
        } catch (PoseException e) {
            studio.say().accept(e.getMessage());
        }
    }

    private void save(Target target) {
        try {
            pose.file(target.form()).write(target.file());
            studio.say().accept(studio.texts().text("pose.saved", target.file().toString()));
        } catch (PoseException e) {
            studio.say().accept(e.getMessage());
        }
    }
}
