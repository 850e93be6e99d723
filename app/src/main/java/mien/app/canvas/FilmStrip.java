package mien.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import mien.app.edit.EditViewModel;
import mien.app.edit.FilmReel;
import mien.app.edit.Frame;
import mien.app.keys.KeyMap;
import mien.app.keys.Place;
import mien.app.keys.PlaceKeys;
import mien.app.pixels.PictureImage;
import mien.app.text.Texts;
import mien.app.theme.SidewaysScroll;
import mien.app.theme.WhileShown;
import mien.engine.picture.Picture;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/**
 * The steps of the newest run, to look at: pressing one shows it on the canvas, pressing it again
 * shows the result. What is changed while a step is looked at acts from there on.
 */
public final class FilmStrip extends StackPane {

    private static final double THUMB = 60;
    private static final PseudoClass BRANCH = PseudoClass.getPseudoClass("branch");
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

    private final EditViewModel<?> edit;
    private final Texts texts;
    private final PlaceKeys keys;
    private final HBox cells = new HBox();
    private final SidewaysScroll scroll = new SidewaysScroll(cells);
    private final ListChangeListener<Frame> follow = this::changed;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final Button leave = new Button();

    /**
     * @param map what the keys mean now; they include {@link FilmKeys#table}
     */
    public FilmStrip(EditViewModel<?> edit, Texts texts, Supplier<KeyMap> map) {
        this.edit = edit;
        this.texts = texts;
        this.keys =
                new PlaceKeys(Place.FILM, map)
                        .on(FilmKeys.NEXT, () -> walk(1), () -> {})
                        .on(FilmKeys.PREVIOUS, () -> walk(-1), () -> {});
        getStyleClass().add("film-strip");
        cells.getStyleClass().add("film");
        Label empty = new Label(texts.text("film.empty"));
        empty.getStyleClass().add("film-empty");
        empty.setWrapText(true);
        leave.getStyleClass().add("film-branch");
        leave.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
        leave.setContentDisplay(ContentDisplay.RIGHT);
        leave.setOnAction(e -> edit.leaveBranch());
        leave.setMinWidth(USE_PREF_SIZE);
        leave.managedProperty().bind(leave.visibleProperty());
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox row = new HBox(scroll, leave); // beside the steps, so that it covers none
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("film-row");
        getChildren().addAll(row, empty);
        setAlignment(Pos.CENTER_LEFT);
        edit.film().frames().addListener(new WeakListChangeListener<>(follow));
        edit.film().frames().forEach(this::add);
        WhileShown.follow(this, edit.film().inspectedProperty(), this::select);
        WhileShown.follow(this, edit.film().branchProperty(), this::branch);
        WhileShown.follow(this, edit.film().bestProperty(), this::best);
        cells.widthProperty().subscribe(w -> reveal());
        Scrub.along(cells, this::scrub);
        cells.getChildren()
                .addListener((ListChangeListener<Node>) c -> empty.setVisible(buttons.isEmpty()));
        empty.setVisible(buttons.isEmpty());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyed);
    }

    private void changed(ListChangeListener.Change<? extends Frame> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                buttons.clear();
                cells.getChildren().clear();
            }
            change.getAddedSubList().forEach(this::add);
        }
    }

    private void add(Frame frame) {
        Picture glimpse = edit.system().glimpse(frame.x0());
        ImageView thumb = new ImageView(PictureImage.still(glimpse));
        thumb.setFitHeight(THUMB);
        thumb.setFitWidth(THUMB * glimpse.width() / glimpse.height());
        Label number = new Label(Integer.toString(frame.step()));
        number.getStyleClass().add("film-number");
        FontIcon star = new FontIcon(MaterialDesignS.STAR);
        star.getStyleClass().add("film-best");
        StackPane picture = new StackPane(thumb, number, star);
        StackPane.setAlignment(number, Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(star, Pos.TOP_LEFT);
        ToggleButton cell = new ToggleButton();
        cell.setGraphic(picture);
        cell.getStyleClass().add("film-cell");
        cell.setUserData(frame);
        best(cell, edit.film().bestProperty().get());
        cell.setOnAction(
                e -> {
                    if (cell.isSelected()) {
                        edit.film().inspect(frame);
                    } else {
                        edit.film().followLive();
                    }
                });
        cell.focusedProperty()
                .subscribe(
                        on -> {
                            if (on) {
                                scroll.reveal(cell);
                            }
                        });
        buttons.add(cell);
        edit.film()
                .branchProperty()
                .get()
                .ifPresent(
                        b -> cell.pseudoClassStateChanged(BRANCH, frame.step() == b.from().step()));
        cells.getChildren().add(cell);
    }

    private void select(Optional<Frame> inspected) {
        buttons.forEach(
                b -> b.setSelected(inspected.filter(f -> f == b.getUserData()).isPresent()));
        if (inspected.isPresent()) {
            reveal();
        }
    }

    /** The step that is looked at stays in view, else the newest one. */
    private void reveal() {
        buttons.stream()
                .filter(ToggleButton::isSelected)
                .findFirst()
                .ifPresentOrElse(scroll::reveal, scroll::revealEnd);
    }

    /** The pointer is drawn over a step. */
    private void scrub(Node cell) {
        cell.requestFocus();
        edit.film().inspect((Frame) cell.getUserData());
    }

    /** Where changes act from, if that is not the first step, and the way back. */
    private void branch(Optional<FilmReel.BranchPoint> point) {
        int step = point.map(b -> b.from().step()).orElse(0);
        leave.setVisible(step > 0);
        leave.setText(texts.text("film.branch", step));
        leave.setAccessibleText(texts.text("film.branch.leave", step));
        buttons.forEach(b -> b.pseudoClassStateChanged(BRANCH, isStep(b, step)));
    }

    private void best(OptionalInt step) {
        buttons.forEach(b -> best(b, step));
    }

    /** Marks the step that scores best by what was measured. */
    private void best(ToggleButton cell, OptionalInt step) {
        Frame frame = (Frame) cell.getUserData();
        boolean best = step.equals(OptionalInt.of(frame.step()));
        cell.pseudoClassStateChanged(BEST, best);
        cell.setAccessibleText(
                texts.text(best ? "film.step.best" : "film.step", frame.step(), frame.steps()));
    }

    private static boolean isStep(ToggleButton cell, int step) {
        return ((Frame) cell.getUserData()).step() == step;
    }

    /**
     * Shows the step so many places on from the one with the focus.
     *
     * @return whether there is one
     */
    private boolean walk(int way) {
        int at = buttons.indexOf(getScene().getFocusOwner());
        int to = at + way;
        if (at < 0 || to < 0 || to >= buttons.size()) {
            return false;
        }
        buttons.get(to).requestFocus();
        buttons.get(to).setSelected(true);
        edit.film().inspect((Frame) buttons.get(to).getUserData());
        return true;
    }

    private void keyed(KeyEvent e) {
        if (keys.pressed(e)) {
            e.consume();
        }
    }
}
