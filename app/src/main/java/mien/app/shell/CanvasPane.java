package mien.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import mien.app.canvas.CanvasView;
import mien.app.canvas.Compare;
import mien.app.canvas.Viewport;
import mien.app.canvas.tool.mask.MaskTools;
import mien.app.canvas.tool.pose.PosePanel;
import mien.app.edit.EditViewModel;
import mien.app.edit.Shown;
import mien.app.pixels.PictureImage;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.WhileShown;
import mien.app.versions.Comparison;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The canvas, what says what it shows, and the bar that zooms and compares. */
final class CanvasPane extends StackPane {

    private static final PseudoClass FORMING = PseudoClass.getPseudoClass("forming");

    private final StudioViewModel studio;
    private final Texts texts;
    private final PictureImage image;
    private final PictureImage before; // what the picture is compared with
    private final CanvasView canvas;
    private final Label badge = new Label();
    private final Label zoom = new Label();
    private final Button original = new Button();
    private final Button compare;
    private final ToggleButton mirror;
    private final ToggleButton handles;
    private final Grips tools;
    private final HBox grips = new HBox();
    private List<Grips.Grip> all = List.of(); // one for each of the buttons
    private final StackPane options = new StackPane();
    private final StackPane beside = new StackPane();
    private boolean labelled;
    private Optional<Comparison> versions = Optional.empty(); // instead of the original

    CanvasPane(StudioViewModel studio, Surroundings around) {
        this.studio = studio;
        this.texts = around.texts();
        this.tools =
                new Grips(
                        around,
                        studio.workshopProperty()::get,
                        sentence -> studio.tell(Notice.problem(sentence)));
        image = new PictureImage(studio.jobs());
        before = new PictureImage(studio.jobs());
        canvas = new CanvasView(image, before);
        handles = Buttons.toggle(MaterialDesignE.EYE_OUTLINE, texts.text("command.handles"));
        compare =
                Buttons.icon(
                        MaterialDesignC.COMPARE_HORIZONTAL,
                        texts.text("command.compare-next"),
                        this::compareNext);
        mirror = Buttons.toggle(MaterialDesignF.FLIP_HORIZONTAL, texts.text("command.mirror"));
        mirror.setOnAction(e -> canvas.mirror());
        handles.setSelected(true);
        handles.selectedProperty().subscribe(canvas::setHandlesWanted);
        getStyleClass().add("canvas-pane");
        canvas.setAccessibleText(texts.text("canvas.name"));
        canvas.setPointerKeys(around.keys()::map, texts);
        badge.getStyleClass().add("badge");
        StackPane.setAlignment(badge, Pos.TOP_LEFT);
        HBox bar = bar();
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        grips.getStyleClass().add("canvas-grips");
        options.getStyleClass().add("canvas-options");
        getChildren().addAll(canvas, badge, bar);
        WhileShown.follow(this, studio.documentProperty(), this::open);
        WhileShown.follow(this, canvas.compareProperty().map(Compare::on), this::comparing);
        WhileShown.follow(this, studio.editProperty(), this::edit);
        WhileShown.follow(
                this,
                canvas.viewportProperty(),
                v ->
                        studio.documents()
                                .views()
                                .look(Looking.view(canvas.sight(), studio.roomProperty().get())));
        WhileShown.follow(this, studio.editProperty(), EditViewModel::shownProperty, this::show);
        WhileShown.follow(
                this, studio.editProperty(), EditViewModel::specProperty, s -> canvas.repaint());
    }

    /** What the tool is set to, to stand above the canvas. */
    Region options() {
        return options;
    }

    /** What the tool needs beside the canvas. */
    Region beside() {
        return beside;
    }

    CanvasView canvas() {
        return canvas;
    }

    /** The picture on its way to the screen, for those who measure it. */
    PictureImage image() {
        return image;
    }

    /**
     * What a person did to see what they see.
     *
     * @param tool the number of the tool in use
     * @param versions that are compared
     */
    record Look(CanvasView.Look canvas, int tool, Optional<Comparison> versions) {}

    Look look() {
        int tool =
                IntStream.range(0, grips.getChildren().size())
                        .filter(i -> ((ToggleButton) grips.getChildren().get(i)).isSelected())
                        .findFirst()
                        .orElse(0);
        return new Look(canvas.look(), tool, versions);
    }

    /** Looks at the same as another pane did. */
    void look(Look as) {
        if (as.tool < grips.getChildren().size()) {
            ((ToggleButton) grips.getChildren().get(as.tool)).fire();
        }
        handles.setSelected(as.canvas.handles());
        versions = as.versions;
        canvas.look(as.canvas);
    }

    /** What brushes are set to. */
    MaskTools maskTools() {
        return tools.masks();
    }

    /**
     * Takes up the tool for the figure, and gives it the pose of a file.
     *
     * @return whether what is edited has a figure
     */
    boolean takePose(Path file) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).beside().orElse(null) instanceof PosePanel panel) {
                ((ToggleButton) grips.getChildren().get(i)).fire();
                panel.open(file);
                return true;
            }
        }
        return false;
    }

    void toggleHandles() {
        handles.setSelected(!handles.isSelected());
    }

    private HBox bar() {
        original.setText(texts.text("canvas.original"));
        original.setGraphic(new FontIcon(MaterialDesignC.COMPARE));
        Buttons.named(original, texts.text("canvas.original.help"));
        original.getStyleClass().addAll("icon-button", "hold-original");
        original.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> compare(true));
        original.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> compare(false));
        original.addEventHandler(KeyEvent.KEY_PRESSED, e -> compareByKey(e, true));
        original.addEventHandler(KeyEvent.KEY_RELEASED, e -> compareByKey(e, false));
        zoom.getStyleClass().add("zoom");
        HBox bar =
                new HBox(
                        original,
                        compare,
                        grips,
                        handles,
                        mirror,
                        Buttons.icon(
                                MaterialDesignM.MINUS,
                                texts.text("command.zoom-out"),
                                () -> canvas.zoomBy(1 / Actions.ZOOM)),
                        zoom,
                        Buttons.icon(
                                MaterialDesignP.PLUS,
                                texts.text("command.zoom-in"),
                                () -> canvas.zoomBy(Actions.ZOOM)),
                        Buttons.icon(
                                MaterialDesignF.FIT_TO_SCREEN_OUTLINE,
                                texts.text("command.fit"),
                                canvas::fit),
                        Buttons.icon(
                                MaterialDesignN.NUMERIC_1_BOX_OUTLINE,
                                texts.text("command.zoom-100"),
                                () -> canvas.zoomTo(1)));
        bar.getStyleClass().add("canvas-bar");
        bar.setAlignment(Pos.CENTER);
        bar.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        WhileShown.follow(bar, canvas.viewportProperty(), this::showZoom);
        return bar;
    }

    private void showZoom(Viewport viewport) {
        long percent = Math.round(100 * viewport.scale());
        long degrees = Math.round(viewport.angle());
        zoom.setText(
                degrees == 0
                        ? texts.text("canvas.zoom", percent)
                        : texts.text("canvas.zoom.turned", percent, degrees));
        mirror.setSelected(viewport.mirrored());
    }

    private void compareByKey(KeyEvent e, boolean held) {
        if (e.getCode() == KeyCode.SPACE || e.getCode() == KeyCode.ENTER) {
            compare(held);
        }
    }

    /** Shows the original for as long as something is held. */
    void compare(boolean held) {
        studio.editProperty().get().ifPresent(e -> e.comparingProperty().set(held));
    }

    /** The next way to compare with the original. */
    void compareNext() {
        if (!compare.isDisabled()) {
            changeCompare(Compare::next);
        }
    }

    void changeCompare(UnaryOperator<Compare> change) {
        canvas.compareProperty().set(change.apply(canvas.compareProperty().get()));
    }

    private void comparing(boolean on) {
        if (on) {
            studio.documentProperty().get().ifPresent(this::showBefore);
        } else {
            leaveVersions();
        }
        badge.setVisible(!on && labelled);
    }

    private void showBefore(Document document) {
        before.show(versions.map(v -> v.before().picture()).orElse(document.picture()));
        versions.flatMap(Comparison::after).ifPresent(after -> image.show(after.picture()));
        nameSides();
    }

    /** Compares versions, with each other or with what the canvas shows. */
    void compare(Comparison wanted) {
        leaveVersions();
        versions = Optional.of(wanted);
        if (canvas.compareProperty().get().on()) {
            comparing(true);
        } else {
            changeCompare(c -> c.with(Compare.Mode.SPLIT));
        }
    }

    /** Back to the original before, and the edit after. */
    private void leaveVersions() {
        boolean other = versions.flatMap(Comparison::after).isPresent();
        versions = Optional.empty();
        if (other) {
            studio.editProperty()
                    .get()
                    .ifPresent(e -> image.show(e.shownProperty().get().picture()));
        }
        nameSides();
    }

    private void nameSides() {
        canvas.setCompareNames(
                versions.map(v -> v.before().name()).orElse(texts.text("badge.original")),
                versions.flatMap(Comparison::after)
                        .map(Comparison.Named::name)
                        .orElse(badge.getText()),
                texts.text("canvas.divider"));
    }

    private void open(Optional<Document> document) {
        label(false);
        changeCompare(c -> c.with(Compare.Mode.OFF));
        document.ifPresent(
                d -> {
                    canvas.open(d.picture());
                    studio.documents().views().first().ifPresent(v -> canvas.sight(Looking.at(v)));
                    image.show(d.picture());
                });
    }

    private void edit(Optional<EditViewModel<?>> edit) {
        edit.ifPresent(e -> e.setPreparing(image::prepare));
        original.setDisable(edit.isEmpty());
        compare.setDisable(edit.isEmpty());
        handles.setDisable(edit.isEmpty());
        all = edit.map(e -> tools.of(e)).orElse(List.of());
        List<ToggleButton> buttons = all.stream().map(this::button).toList();
        grips.getChildren().setAll(buttons);
        grips.setManaged(all.size() > 1);
        grips.setVisible(all.size() > 1);
        grasp(all.stream().findFirst());
        buttons.stream().findFirst().ifPresent(b -> b.setSelected(true));
    }

    private ToggleButton button(Grips.Grip grip) {
        ToggleButton button = Buttons.toggle(grip.icon(), texts.name("handle", grip.handle()));
        button.setId("grip-" + grip.handle());
        button.setOnAction(
                e -> {
                    grips.getChildren().forEach(b -> ((ToggleButton) b).setSelected(b == button));
                    grasp(Optional.of(grip));
                });
        return button;
    }

    /** The tool that the pointer works with from now on. */
    private void grasp(Optional<Grips.Grip> grip) {
        canvas.setTool(grip.map(Grips.Grip::tool));
        fill(options, grip.flatMap(Grips.Grip::options));
        fill(beside, grip.flatMap(Grips.Grip::beside));
    }

    private static void fill(StackPane place, Optional<Region> with) {
        place.getChildren().setAll(with.stream().toList());
        place.setManaged(with.isPresent());
        place.setVisible(with.isPresent());
    }

    private void show(Shown shown) {
        versions = versions.filter(v -> v.after().isEmpty()); // what is edited now is seen
        image.show(shown.picture());
        badge.setText(
                shown.kind() == Shown.Kind.STEP
                        ? texts.text("badge.step", shown.step(), shown.steps())
                        : texts.text("badge." + shown.kind().name().toLowerCase(Locale.ROOT)));
        badge.pseudoClassStateChanged(FORMING, shown.kind() == Shown.Kind.STEP);
        label(true);
        nameSides();
    }

    /** Says what is shown; names on the canvas say it while pictures are compared. */
    private void label(boolean wanted) {
        labelled = wanted;
        badge.setVisible(wanted && !canvas.compareProperty().get().on());
    }
}
