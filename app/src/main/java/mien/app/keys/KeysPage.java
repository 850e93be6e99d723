package mien.app.keys;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.Page;
import mien.app.theme.WhileShown;

/** All keys on one sheet: searched, changed, reset, and told where two mean the same. */
public final class KeysPage extends Page {

    /** What is done with the pointer; their words are {@code gesture.<id>}. */
    private static final List<String> GESTURES =
            List.of(
                    "zoom",
                    "pan",
                    "light",
                    "slider-drag",
                    "slider-fine",
                    "slider-snap",
                    "slider-type",
                    "slider-reset",
                    "slider-together");

    private final KeysViewModel keys;
    private final Texts texts;
    private final Function<KeyAction, String> name;
    private final VBox rows = new VBox();
    private final Label clashes = words("key-conflict", "");

    public KeysPage(KeysViewModel keys, Texts texts, Runnable close) {
        super(texts.text("keys.title"), texts.text("keys.close"), close);
        this.keys = keys;
        this.texts = texts;
        this.name = KeyRow.names(texts);
        getStyleClass().add("keys-page");
        rows.getStyleClass().add("key-rows");
        TextField search = new TextField();
        search.getStyleClass().add("control-search");
        search.setPromptText(texts.text("keys.search"));
        search.setAccessibleText(texts.text("keys.search"));
        search.textProperty().bindBidirectional(keys.searchProperty());
        Button all = new Button(texts.text("keys.reset-all"));
        all.setOnAction(e -> keys.resetAll());
        beside(all);
        body().getChildren().addAll(search, clashes, rows);
        addEventFilter(KeyEvent.ANY, this::listen);
        WhileShown.follow(this, keys.mapProperty(), m -> all.setDisable(m.changes().isEmpty()));
        WhileShown.follow(this, keys.mapProperty(), m -> show());
        WhileShown.follow(this, keys.searchProperty(), s -> show());
        WhileShown.follow(this, keys.recordingProperty(), r -> show());
    }

    /** While a key is waited for, none does anything else. */
    private void listen(KeyEvent e) {
        if (keys.recordingProperty().get().isEmpty()) {
            return;
        }
        e.consume();
        if (e.getEventType() == KeyEvent.KEY_PRESSED) {
            if (e.getCode() == KeyCode.ESCAPE) {
                keys.stopRecording();
            } else {
                Gesture.pressed(e).ifPresent(keys::recorded);
            }
        }
    }

    private void show() {
        Optional<String> focused = focusedRow();
        long count = keys.map().conflicts().stream().filter(c -> !c.shadowed()).count();
        clashes.setText(texts.text("keys.conflicts", count));
        clashes.setManaged(count > 0);
        clashes.setVisible(count > 0);
        rows.getChildren().clear();
        String place = "";
        for (KeyAction action : keys.found(name)) {
            if (!action.place().id().equals(place)) {
                place = action.place().id();
                rows.getChildren().add(heading(texts.text("keys.place." + place)));
            }
            rows.getChildren().add(new KeyRow(keys, action, texts, name));
        }
        pointer();
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(words("model-text", texts.text("keys.nothing")));
        }
        focused.ifPresent(this::focus);
    }

    /** Rows are made anew; the focus stays with the action it was on. */
    private Optional<String> focusedRow() {
        Node at = getScene() == null ? null : getScene().getFocusOwner();
        while (at != null && !(at instanceof KeyRow)) {
            at = at.getParent();
        }
        return Optional.ofNullable(at).map(Node::getUserData).map(String::valueOf);
    }

    private void focus(String id) {
        for (Node row : rows.getChildren()) {
            if (row instanceof KeyRow mine && id.equals(row.getUserData())) {
                mine.focus();
            }
        }
    }

    private void pointer() {
        String wanted = keys.searchProperty().get().strip().toLowerCase(texts.language());
        List<Node> found =
                GESTURES.stream()
                        .filter(
                                g ->
                                        texts.text("gesture." + g)
                                                .toLowerCase(texts.language())
                                                .contains(wanted))
                        .map(this::gesture)
                        .toList();
        if (!found.isEmpty()) {
            rows.getChildren().add(heading(texts.text("keys.pointer")));
            rows.getChildren().addAll(found);
        }
    }

    private Node gesture(String id) {
        Label what = new Label(texts.text("gesture." + id));
        what.getStyleClass().add("key-what");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label how = new Label(texts.text("gesture." + id + ".how"));
        how.getStyleClass().add("key-how");
        HBox line = new HBox(what, gap, how);
        line.getStyleClass().add("key-line");
        return line;
    }
}
