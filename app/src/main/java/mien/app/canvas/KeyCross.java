package mien.app.canvas;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A cross where keys have the pointer; open in the middle, so that one sees what lies there. */
final class KeyCross extends Group {

    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    private static final double INNER = 4;
    private static final double OUTER = 15;

    KeyCross() {
        getStyleClass().add("key-cross");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        getChildren().addAll(arms("shade"), arms("line"));
    }

    private static Path arms(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        for (KeyPointer.Way way : KeyPointer.Way.values()) {
            path.getElements()
                    .addAll(
                            new MoveTo(INNER * way.dx(), INNER * way.dy()),
                            new LineTo(OUTER * way.dx(), OUTER * way.dy()));
        }
        return path;
    }

    /**
     * @param at in the view
     * @param held whether something was begun there
     */
    void show(Point2D at, boolean held) {
        setTranslateX(at.getX());
        setTranslateY(at.getY());
        pseudoClassStateChanged(HELD, held);
        setVisible(true);
    }
}
