package mien.app.prefs;

import java.util.Map;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** How a window was left, and how it comes back. */
public record WindowState(Stage stage, Scene scene) {

    private static final double GRIP = 80; // so much of it must lie on a screen to be caught

    /** Puts the window where it was, if that place is still on a screen. */
    public void restore(Preferences.Window left) {
        left.place()
                .filter(at -> onScreen(at, left))
                .ifPresentOrElse(
                        at -> {
                            stage.setX(at.x());
                            stage.setY(at.y());
                        },
                        stage::centerOnScreen);
        if (left.maximised()) {
            stage.setMaximized(true);
        }
    }

    private static boolean onScreen(Preferences.Window.Place at, Preferences.Window size) {
        return !Screen.getScreensForRectangle(
                        at.x() + size.width() / 2 - GRIP, at.y(), 2 * GRIP, GRIP)
                .isEmpty();
    }

    /**
     * How it is now; of one that fills the screen, how it was before.
     *
     * @param before how it was when it was opened
     * @param panels sizes of its panels
     */
    public Preferences.Window now(Preferences.Window before, Map<String, Double> panels) {
        if (stage.isMaximized()) {
            return new Preferences.Window(
                    before.width(), before.height(), true, before.place(), panels);
        }
        return new Preferences.Window(scene.getWidth(), scene.getHeight(), false)
                .at(new Preferences.Window.Place(stage.getX(), stage.getY()))
                .withPanels(panels);
    }
}
