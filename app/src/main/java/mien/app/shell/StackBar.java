package mien.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import mien.app.document.DocumentState;
import mien.app.document.Edit;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.Icons;
import mien.app.theme.WhileShown;
import mien.engine.edit.EditSystem;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The edits of the document in their order: go to one, take one out, add one. */
final class StackBar extends FlowPane {

    private final StudioViewModel studio;
    private final Texts texts;
    private final Icons icons = new Icons();
    private Optional<Row> shown = Optional.empty();

    /** What the row says. */
    private record Row(
            List<String> systems, int worked, List<Boolean> made, Optional<String> room) {}

    StackBar(StudioViewModel studio, Texts texts) {
        this.studio = studio;
        this.texts = texts;
        getStyleClass().add("stack-bar");
        setAccessibleText(texts.text("stack.name"));
        WhileShown.follow(this, studio.documents().stateProperty(), s -> show(s));
        WhileShown.follow(
                this,
                studio.documentProperty(),
                d -> show(studio.documents().stateProperty().get()));
    }

    /** Every stroke is a commit: only what changes the row makes it anew. */
    private void show(Optional<DocumentState> state) {
        List<Edit> edits = state.map(DocumentState::edits).orElse(List.of());
        Row now =
                new Row(
                        edits.stream().map(Edit::system).toList(),
                        studio.place(),
                        edits.stream().map(e -> e.result().isPresent()).toList(),
                        studio.roomProperty().get().map(EditSystem::id));
        if (!Optional.of(now).equals(shown)) {
            shown = Optional.of(now);
            fill(edits, now.worked);
        }
    }

    private void fill(List<Edit> edits, int worked) {
        getChildren().clear();
        for (int i = 0; i < edits.size(); i++) {
            getChildren().add(edit(edits.get(i).system(), i, i == worked));
        }
        if (worked == edits.size() && !edits.isEmpty()) {
            studio.roomProperty()
                    .get()
                    .ifPresent(r -> getChildren().add(edit(r.id(), worked, true)));
        }
        boolean made = worked < edits.size() && edits.get(worked).result().isPresent();
        if (made) {
            getChildren().add(further());
        }
        boolean wanted = !getChildren().isEmpty();
        setVisible(wanted);
        setManaged(wanted);
    }

    private Node edit(String system, int at, boolean worked) {
        String name = texts.text("stack.edit", at + 1, texts.name("system", system));
        ToggleButton edit = new ToggleButton(name, icons.system(system));
        edit.getStyleClass().add("stack-edit");
        edit.setSelected(worked);
        edit.setOnAction(
                e -> {
                    edit.setSelected(true);
                    studio.goTo(at);
                });
        MenuItem remove = new MenuItem(texts.text("stack.remove"));
        remove.setOnAction(e -> studio.remove(at));
        edit.setContextMenu(new ContextMenu(remove));
        return edit;
    }

    private Button further() {
        Button button =
                Buttons.icon(
                        MaterialDesignP.PLUS,
                        texts.text("command.continue"),
                        studio::continueFromResult);
        button.getStyleClass().add("stack-further");
        return button;
    }
}
