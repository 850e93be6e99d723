package mien.app.theme;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;

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

    /**
     * The same for a value within another that comes and goes, such as the progress of what is
     * edited; nothing is told while there is none.
     */
    public static <M, T> void follow(
            Node node,
            ObservableValue<Optional<M>> outer,
            Function<? super M, ? extends ObservableValue<? extends T>> inner,
            Consumer<? super T> action) {
        ObservableValue<T> value =
                outer.flatMap(m -> m.<ObservableValue<? extends T>>map(inner).orElse(null));
        follow(node, value, v -> Optional.ofNullable(v).ifPresent(action));
    }

    /**
     * The same for a list: told now if the node is in a window, and of every change while it is.
     */
    public static void followList(Node node, ObservableList<?> list, Runnable show) {
        ListChangeListener<Object> changed = c -> show.run();
        node.sceneProperty()
                .subscribe(
                        scene -> {
                            list.removeListener(changed);
                            if (scene != null) {
                                list.addListener(changed);
                                show.run();
                            }
                        });
    }
}
