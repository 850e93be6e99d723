package mien.app.soak;

import javafx.application.Application;

/**
 * Begins the session that is killed. It is no application itself, so that it runs from the class
 * path.
 */
public final class WindowScript {

    private WindowScript() {}

    /**
     * Ends by itself only when the one who should kill it is gone.
     *
     * @param args the folder to work in, the seed
     */
    public static void main(String[] args) {
        Application.launch(WindowSession.class, args);
    }
}
