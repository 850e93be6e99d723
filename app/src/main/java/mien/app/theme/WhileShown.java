package mien.app.theme;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import java.util.function.Consumer;

/**
 * Views follow their models only while they are in a window, so that a view that was replaced is
 * let go.
 */
public final class WhileShown {

    private WhileShown() {}

    /** Tells the action of the value now, and of later ones while the node is in a window. */
    public static <T> void follow(Node node, ObservableValue<T> value, Consumer<? super T> action) {
        // mapped, not isNotNull(): that one is held weakly and goes with the next collection
        value.when(node.sceneProperty().map(scene -> true).orElse(false))
                .subscribe(v -> action.accept(v));
    }
}
