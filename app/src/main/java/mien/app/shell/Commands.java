package mien.app.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * All keys of the window. A key that a field needs for itself (letters while something is typed)
 * stays with the field.
 */
final class Commands {

    private final Node root;
    private final Actions actions;
    private final List<Command> list;

    /** What keys can ask of the window. */
    interface Actions {
        void openFile();

        void export();

        void undo();

        void redo();

        void resetAll();

        void run();

        boolean cancel();

        void fit();

        void zoomTo(double scale);

        void zoomBy(double factor);

        void showHandles();

        void turnView(double degrees);

        void turnViewBack();

        void mirrorView();

        void toggleOriginal();

        void compareNext();

        void compareTurned();

        void compareExchanged();

        boolean offerToTool(KeyEvent key);

        void room(int number);

        void showKeys();

        void compare(boolean original);

        void spaceHeld(boolean held);

        boolean pointerOnCanvas();
    }

    Commands(Node root, Actions a) {
        this.root = root;
        this.actions = a;
        this.list =
                List.of(
                        Command.of("open", a::openFile, "Shortcut+O"),
                        Command.of("export", a::export, "Shortcut+S", "Shortcut+Shift+E"),
                        Command.of("undo", a::undo, "Shortcut+Z"),
                        Command.of("redo", a::redo, "Shortcut+Shift+Z", "Shortcut+Y"),
                        Command.of("reset-all", a::resetAll, "Shortcut+Shift+R"),
                        Command.of("run", a::run, "Shortcut+Enter", "Shift+Enter"),
                        Command.of("cancel", a::cancel, "Esc", "Shift+X"),
                        Command.of("fit", a::fit, "Shortcut+0", "Shortcut+Numpad 0"),
                        Command.of("zoom-100", () -> a.zoomTo(1), "Shortcut+1"),
                        Command.of("zoom-200", () -> a.zoomTo(2), "Shortcut+2"),
                        Command.of("zoom-400", () -> a.zoomTo(4), "Shortcut+3"),
                        Command.of("zoom-800", () -> a.zoomTo(8), "Shortcut+4"),
                        Command.of(
                                "zoom-in",
                                () -> a.zoomBy(StudioView.ZOOM),
                                "Shortcut+Plus",
                                "Shortcut+Equals"),
                        Command.of(
                                "zoom-out", () -> a.zoomBy(1 / StudioView.ZOOM), "Shortcut+Minus"),
                        Command.of("turn-left", () -> a.turnView(-StudioView.TURN), "4"),
                        Command.of("turn-back", a::turnViewBack, "5"),
                        Command.of("turn-right", () -> a.turnView(StudioView.TURN), "6"),
                        Command.of("mirror", a::mirrorView, "M"),
                        Command.of("handles", a::showHandles, "O"),
                        Command.of("original", a::toggleOriginal, "Z"),
                        Command.of("compare", a::compareNext, "C"),
                        Command.of("compare-turned", a::compareTurned, "Shift+C"),
                        Command.of("compare-exchanged", a::compareExchanged, "Alt+C"),
                        Command.of("room-1", () -> a.room(0), "Alt+1"),
                        Command.of("room-2", () -> a.room(1), "Alt+2"),
                        Command.of("room-3", () -> a.room(2), "Alt+3"),
                        Command.of("room-4", () -> a.room(3), "Alt+4"),
                        Command.of("room-5", () -> a.room(4), "Alt+5"),
                        Command.of("keys", a::showKeys, "F1", "Shift+Slash"));
    }

    /** In the order of the sheet. */
    List<Command> list() {
        return list;
    }

    void listen() {
        root.addEventFilter(KeyEvent.ANY, this::held);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private boolean typing() {
        return root.getScene() != null
                && root.getScene().getFocusOwner() instanceof TextInputControl;
    }

    /** Keys that do something for as long as they are held. */
    private void held(KeyEvent e) {
        boolean down = e.getEventType() == KeyEvent.KEY_PRESSED;
        if (e.getEventType() == KeyEvent.KEY_TYPED || down && typing()) {
            return;
        }
        if (e.getCode() == KeyCode.BACK_SLASH) {
            actions.compare(down);
            e.consume();
        } else if (e.getCode() == KeyCode.SPACE && (actions.pointerOnCanvas() || !down)) {
            actions.spaceHeld(down);
            if (actions.pointerOnCanvas()) {
                e.consume();
            }
        }
    }

    private void pressed(KeyEvent e) {
        if (typing() && !e.isShortcutDown() && !e.isAltDown() && e.getCode() != KeyCode.F1) {
            return;
        }
        if (!typing() && actions.offerToTool(e)) {
            e.consume();
            return;
        }
        list.stream()
                .filter(c -> c.askedBy(e))
                .findFirst()
                .ifPresent(
                        c -> {
                            c.action().run();
                            e.consume();
                        });
    }
}
