package mien.app.canvas.tool.pose;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import mien.app.keys.Place;
import mien.app.keys.PlaceKeys;
import mien.app.text.Texts;
import mien.engine.picture.pose.Joint;
import mien.engine.picture.pose.PoseException;
import mien.engine.picture.pose.PoseFile;

/** What the keys of {@link PoseKeys} do to the chosen joints, on the canvas and in the list. */
final class PoseActions {

    private static final double FAR = 10;

    private final PoseModel pose;
    private final PoseStudio studio;
    private final PlaceKeys keys;
    private boolean turning;
    private boolean nudged;

    PoseActions(PoseModel pose, PoseStudio studio) {
        this.pose = pose;
        this.studio = studio;
        this.keys =
                new PlaceKeys(Place.SKELETON, studio.keys())
                        .whileHeld(PoseKeys.TURN, held -> turning = held)
                        .on(PoseKeys.MIRROR, pose::mirror)
                        .on(PoseKeys.ALL, () -> pose.choose(Joint.ALL))
                        .on(PoseKeys.COPY, this::copy)
                        .on(PoseKeys.PASTE, this::paste);
        forChosen(PoseKeys.SHOWN, pose::toggleShown);
        forChosen(PoseKeys.HIDE, pose::hide);
        forChosen(PoseKeys.LIMB, this::limb);
        nudge(PoseKeys.LEFT, -1, 0);
        nudge(PoseKeys.RIGHT, 1, 0);
        nudge(PoseKeys.UP, 0, -1);
        nudge(PoseKeys.DOWN, 0, 1);
        nudge(PoseKeys.FAR_LEFT, -FAR, 0);
        nudge(PoseKeys.FAR_RIGHT, FAR, 0);
        nudge(PoseKeys.FAR_UP, 0, -FAR);
        nudge(PoseKeys.FAR_DOWN, 0, FAR);
    }

    private void nudge(String id, double dx, double dy) {
        keys.on(
                id,
                () ->
                        forChosen(
                                () -> {
                                    pose.nudge(dx, dy);
                                    nudged = true;
                                }),
                this::settle);
    }

    private void forChosen(String id, Runnable action) {
        keys.on(id, () -> forChosen(action), () -> {});
    }

    private boolean forChosen(Runnable action) {
        boolean some = !pose.chosen().isEmpty();
        if (some) {
            action.run();
        }
        return some;
    }

    /** Whether a drag turns the limb. */
    boolean turning() {
        return turning;
    }

    /** Whether the key was one of these. */
    boolean pressed(KeyEvent e) {
        return keys.pressed(e);
    }

    void released(KeyEvent e) {
        keys.released(e);
    }

    /** What was nudged becomes a step of the history. */
    void settle() {
        if (nudged) {
            nudged = false;
            pose.settle();
        }
    }

    private void limb() {
        pose.currentProperty().get().ifPresent(j -> pose.choose(j.subtree()));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(pose.copied());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void paste() {
        String text = Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
        try {
            PoseFile file = PoseFile.parse(text, studio.texts().text("pose.clipboard"));
            studio.say().accept(sentence(studio.texts(), file, pose.put(file)));
        } catch (PoseException e) {
            studio.say().accept(e.getMessage());
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
