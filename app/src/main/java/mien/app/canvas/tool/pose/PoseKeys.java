package mien.app.canvas.tool.pose;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import mien.app.text.Texts;
import mien.engine.picture.pose.Joint;
import mien.engine.picture.pose.PoseException;
import mien.engine.picture.pose.PoseFile;

/** What keys do to the chosen joints, on the canvas and in the list alike. */
final class PoseKeys {

    private static final double COARSE = 10;

    private final PoseModel pose;
    private final Texts texts;
    private final Consumer<String> say;
    private boolean turning;
    private boolean nudged;

    PoseKeys(PoseModel pose, Texts texts, Consumer<String> say) {
        this.pose = pose;
        this.texts = texts;
        this.say = say;
    }

    /** Whether R is held: a drag turns the limb. */
    boolean turning() {
        return turning;
    }

    /** Whether the key was one of these. */
    boolean pressed(KeyEvent e) {
        if (e.isShortcutDown()) {
            return withShortcut(e.getCode());
        }
        double by = e.isShiftDown() ? COARSE : 1;
        switch (e.getCode()) {
            case LEFT -> nudge(-by, 0);
            case RIGHT -> nudge(by, 0);
            case UP -> nudge(0, -by);
            case DOWN -> nudge(0, by);
            case H -> pose.toggleShown();
            case DELETE, BACK_SPACE -> pose.hide();
            case R -> turning = true;
            case G -> pose.currentProperty().get().ifPresent(j -> pose.choose(j.subtree()));
            case M -> {
                if (!e.isShiftDown()) {
                    return false; // mirrors the view
                }
                pose.mirror();
            }
            default -> {
                return false;
            }
        }
        boolean forChosen = e.getCode() != KeyCode.R && e.getCode() != KeyCode.M;
        return !forChosen || !pose.chosen().isEmpty();
    }

    private boolean withShortcut(KeyCode code) {
        switch (code) {
            case C -> copy();
            case V -> paste();
            case A -> pose.choose(Joint.ALL);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void nudge(double dx, double dy) {
        if (!pose.chosen().isEmpty()) {
            pose.nudge(dx, dy);
            nudged = true;
        }
    }

    void released(KeyCode code) {
        if (code == KeyCode.R) {
            turning = false;
        } else if (code.isArrowKey()) {
            settle();
        }
    }

    /** What the arrows did becomes a step of the history. */
    void settle() {
        if (nudged) {
            nudged = false;
            pose.settle();
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(pose.copied());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void paste() {
        String text = Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
        try {
            PoseFile file = PoseFile.parse(text, texts.text("pose.clipboard"));
            say.accept(sentence(texts, file, pose.put(file)));
        } catch (PoseException e) {
            say.accept(e.getMessage());
        }
    }

    /** What was read from a file or the clipboard. */
    static String sentence(Texts texts, PoseFile file, int person) {
        return texts.text(
                "pose.read",
                file.notation(person).title(),
                file.figures().size(),
                file.furtherPoints());
    }
}
