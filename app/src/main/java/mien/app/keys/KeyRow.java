package mien.app.keys;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.Page;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** An action, its keys, and what else the same keys ask for. */
final class KeyRow extends VBox {

    private final KeysViewModel keys;
    private final Texts texts;
    private final Function<KeyAction, String> name;
    private final Button add;

    KeyRow(KeysViewModel keys, KeyAction action, Texts texts, Function<KeyAction, String> name) {
        this.keys = keys;
        this.texts = texts;
        this.name = name;
        String words = name.apply(action);
        getStyleClass().add("key-row");
        setUserData(action.id());
        Label what = new Label(words);
        what.getStyleClass().add("key-what");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(what, gap);
        line.getStyleClass().add("key-line");
        line.setAlignment(Pos.CENTER_LEFT);
        if (keys.recordingProperty().get().filter(action::equals).isPresent()) {
            Label waiting = new Label(texts.text("keys.press"));
            waiting.getStyleClass().add("key-waiting");
            line.getChildren().add(waiting);
        } else {
            keys.map().gestures(action).forEach(g -> line.getChildren().add(cap(action, g)));
        }
        add =
                Buttons.icon(
                        MaterialDesignP.PLUS,
                        texts.text("keys.add", words),
                        () -> keys.record(action));
        line.getChildren().add(add);
        Button reset =
                Buttons.icon(
                        MaterialDesignR.RESTORE,
                        texts.text("keys.reset", words),
                        () -> keys.reset(action));
        reset.setVisible(keys.map().changed(action));
        line.getChildren().add(reset);
        getChildren().add(line);
        List<Conflict> conflicts = keys.map().conflicts();
        conflicts.stream().filter(c -> c.concerns(action.id())).forEach(c -> tell(c, action));
    }

    /** Takes the focus to the button that records a key. */
    void focus() {
        add.requestFocus();
    }

    private HBox cap(KeyAction action, Gesture gesture) {
        Label cap = new Label(gesture.shown());
        Button remove =
                Buttons.icon(
                        MaterialDesignC.CLOSE,
                        texts.text("keys.remove", gesture.shown(), name.apply(action)),
                        () -> keys.remove(action, gesture));
        HBox box = new HBox(cap, remove);
        box.getStyleClass().add("key-cap");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void tell(Conflict conflict, KeyAction action) {
        KeyAction other = conflict.besides(action.id());
        String keysShown = conflict.gesture().shown();
        if (conflict.shadowed()) {
            String place = texts.text("keys.place." + other.place().id());
            getChildren()
                    .add(
                            Page.words(
                                    "key-shadow",
                                    texts.text(
                                            "keys.shadow", keysShown, name.apply(other), place)));
            return;
        }
        Label words = new Label(texts.text("keys.conflict", keysShown, name.apply(other)));
        words.getStyleClass().add("key-conflict");
        Button take = new Button(texts.text("keys.only-here"));
        take.setOnAction(e -> keys.settle(conflict, action));
        HBox line = new HBox(words, take);
        line.getStyleClass().add("key-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
    }

    /** What a screen reader and the search call an action. */
    static Function<KeyAction, String> names(Texts texts) {
        return a ->
                texts.optional("keys.name." + a.id())
                        .orElseGet(() -> texts.name("command", a.id()));
    }
}
