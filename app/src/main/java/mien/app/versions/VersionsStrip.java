package mien.app.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import mien.app.edit.EditViewModel;
import mien.app.edit.Version;
import mien.app.keys.KeyMap;
import mien.app.keys.KeyRouter;
import mien.app.keys.Place;
import mien.app.keys.PlaceKeys;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.SidewaysScroll;
import mien.app.theme.WhileShown;
import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/**
 * The versions of an edit, the newest first. Pressing one goes to it; with the shortcut key held it
 * is chosen instead: one that is chosen is compared with what the canvas shows, two with each
 * other.
 */
public final class VersionsStrip<S extends EditSpec> extends BorderPane {

    private final EditViewModel<S> edit;
    private final Texts texts;
    private final Consumer<Comparison> compare;
    private final HBox row = new HBox();
    private final SidewaysScroll scroll = new SidewaysScroll(row);
    private final Label empty = new Label();
    private final Button star;
    private final Button comparing;
    private final Button delete;
    private final List<VersionCell<S>> cells = new ArrayList<>();
    private final List<Version<S>> chosen = new ArrayList<>();
    private final ListChangeListener<Version<S>> follow = c -> refill();
    private Optional<Version<S>> last = Optional.empty(); // had the focus last

    /**
     * @param compare shows two pictures
     */
    public VersionsStrip(
            EditViewModel<S> edit,
            Texts texts,
            Supplier<KeyMap> keys,
            Consumer<Comparison> compare) {
        this.edit = edit;
        this.texts = texts;
        this.compare = compare;
        getStyleClass().addAll("film-strip", "versions-strip");
        setAccessibleText(texts.text("versions.title"));
        star = button(MaterialDesignS.STAR_OUTLINE, VersionKeys.STAR, keys, this::star);
        comparing = button(MaterialDesignC.COMPARE, VersionKeys.COMPARE, keys, this::compare);
        delete = button(MaterialDesignD.DELETE_OUTLINE, VersionKeys.DELETE, keys, this::delete);
        HBox bar = new HBox(star, comparing, delete);
        bar.getStyleClass().add("versions-bar");
        bar.setAlignment(Pos.CENTER);
        row.getStyleClass().add("film");
        empty.setText(texts.text("versions.empty"));
        empty.getStyleClass().add("film-empty");
        StackPane middle = new StackPane(scroll, empty);
        middle.setAlignment(Pos.CENTER_LEFT);
        setCenter(middle);
        setRight(bar);
        edit.versions().all().addListener(new WeakListChangeListener<>(follow));
        refill();
        WhileShown.follow(this, edit.specProperty(), s -> mark());
        WhileShown.follow(this, edit.settingsProperty(), s -> mark());
        WhileShown.follow(this, edit.film().resultProperty(), r -> mark());
        PlaceKeys walking =
                new PlaceKeys(Place.VERSIONS, keys)
                        .on(VersionKeys.NEXT, () -> walk(1), () -> {})
                        .on(VersionKeys.PREVIOUS, () -> walk(-1), () -> {});
        addEventFilter(
                KeyEvent.KEY_PRESSED, // before the list scrolls
                e -> {
                    if (walking.pressed(e)) {
                        e.consume();
                    }
                });
        tie(new KeyRouter(this, keys, Place.VERSIONS::equals));
    }

    private void tie(KeyRouter keys) {
        keys.on(VersionKeys.STAR, this::star)
                .on(VersionKeys.COMPARE, this::compare)
                .on(VersionKeys.DELETE, this::delete)
                .on(VersionKeys.CHOOSE, () -> last.ifPresent(this::choose));
    }

    private Button button(Ikon icon, String action, Supplier<KeyMap> keys, Runnable does) {
        String key = keys.get().shown(action).map(k -> " (" + k + ")").orElse("");
        return Buttons.icon(icon, texts.text("command." + action) + key, does);
    }

    private void refill() {
        boolean focused = getScene() != null && cells.contains(getScene().getFocusOwner());
        chosen.retainAll(edit.versions().all());
        cells.clear();
        edit.versions().all().forEach(v -> cells.add(cell(v)));
        row.getChildren().setAll(cells);
        empty.setVisible(cells.isEmpty());
        last = last.flatMap(this::still);
        mark();
        if (focused) {
            cellOf(last).or(() -> cells.stream().findFirst()).ifPresent(VersionCell::requestFocus);
        }
    }

    /** The version as it is now: a star makes another one of it. */
    private Optional<Version<S>> still(Version<S> old) {
        return edit.versions().all().stream().filter(v -> v.result() == old.result()).findFirst();
    }

    private Optional<VersionCell<S>> cellOf(Optional<Version<S>> version) {
        return cells.stream().filter(c -> Optional.of(c.version()).equals(version)).findFirst();
    }

    private VersionCell<S> cell(Version<S> version) {
        VersionCell<S> cell = new VersionCell<>(version, texts);
        cell.setOnAction(e -> goTo(version));
        cell.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                e -> {
                    if (e.isShortcutDown()) {
                        choose(version);
                        e.consume();
                    }
                });
        cell.focusedProperty()
                .subscribe(
                        on -> {
                            if (on) {
                                last = Optional.of(version);
                                scroll.reveal(cell);
                            }
                        });
        return cell;
    }

    private void goTo(Version<S> version) {
        chosen.clear();
        last = Optional.of(version);
        edit.goTo(version);
        mark();
    }

    /** One more or one less to compare; two at most. */
    private void choose(Version<S> version) {
        if (!chosen.remove(version)) {
            chosen.add(version);
            if (chosen.size() > 2) {
                chosen.remove(0);
            }
        }
        mark();
    }

    private void mark() {
        Optional<Version<S>> current =
                edit.versions()
                        .current(
                                edit.spec(),
                                edit.settingsProperty().get(),
                                edit.film().resultProperty().get());
        for (VersionCell<S> cell : cells) {
            cell.setSelected(current.filter(v -> v == cell.version()).isPresent());
            cell.setChosen(chosen.contains(cell.version()));
        }
        cellOf(current).ifPresent(scroll::reveal);
        boolean none = target().isEmpty();
        star.setDisable(none);
        comparing.setDisable(none);
        delete.setDisable(none);
    }

    /** What the buttons and keys act on: the chosen one, the one looked at last, or the present. */
    private Optional<Version<S>> target() {
        return chosen.stream()
                .findFirst()
                .or(() -> last)
                .or(
                        () ->
                                cells.stream()
                                        .filter(VersionCell::isSelected)
                                        .map(VersionCell::version)
                                        .findFirst());
    }

    private void star() {
        target().ifPresent(edit.versions()::star);
    }

    private void delete() {
        Optional<Version<S>> gone = target();
        int at = gone.map(edit.versions().all()::indexOf).orElse(-1);
        gone.ifPresent(edit.versions()::delete);
        int left = cells.size();
        if (at >= 0 && left > 0) {
            cells.get(Math.min(at, left - 1)).requestFocus();
        }
    }

    private void compare() {
        target().ifPresent(
                        before ->
                                edit.versions()
                                        .finished(before, picture -> compare(before, picture)));
    }

    private void compare(Version<S> before, Picture picture) {
        Comparison.Named first = named(before, picture);
        if (chosen.size() < 2) {
            compare.accept(new Comparison(first, Optional.empty()));
            return;
        }
        Version<S> after = chosen.get(1);
        edit.versions()
                .finished(
                        after,
                        other ->
                                compare.accept(
                                        new Comparison(first, Optional.of(named(after, other)))));
    }

    private Comparison.Named named(Version<S> version, Picture picture) {
        return new Comparison.Named(picture, VersionCell.name(version, texts));
    }

    /**
     * Goes so many versions on from the one with the focus.
     *
     * @return whether there is one
     */
    private boolean walk(int way) {
        int at = cells.indexOf(getScene().getFocusOwner());
        int to = at + way;
        if (at < 0 || to < 0 || to >= cells.size()) {
            return false;
        }
        cells.get(to).requestFocus();
        return true;
    }
}
