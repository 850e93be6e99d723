package mien.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mien.app.canvas.tool.mask.MaskTools;
import mien.app.keys.KeyRouter;
import mien.app.keys.Place;
import mien.app.pixels.PictureImage;
import mien.app.prefs.EngineBanner;
import mien.app.prefs.PreferencesPage;
import mien.app.theme.WhileShown;
import mien.app.tour.TourLayer;

/** The layout of the window. */
final class StudioView extends StackPane {

    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final StudioViewModel studio;
    private final Surroundings around;
    private final CanvasPane canvas;
    private final SheetPane sheets = new SheetPane();
    private final Pages pages;
    private final Actions actions;
    private final FilmPane film;
    private final SidePanel side;

    StudioView(StudioViewModel studio, Surroundings around) {
        this.studio = studio;
        this.around = around;
        this.canvas = new CanvasPane(studio, around);
        pages = new Pages(studio, around, sheets);
        actions = new Actions(studio, around, canvas, sheets, pages);
        Toasts toasts = new Toasts(around.texts(), studio.jobs());
        StackPane.setAlignment(toasts, Pos.TOP_RIGHT);
        canvas.getChildren().add(toasts);
        studio.setNotices(toasts::show);
        BorderPane middle = new BorderPane(canvas);
        EngineBanner banner = new EngineBanner(around.engine(), around.texts(), pages::engine);
        middle.setTop(new VBox(banner, canvas.options()));
        middle.setRight(canvas.beside());
        film = new FilmPane(studio, around, canvas::compare);
        middle.setBottom(film);
        BorderPane all = new BorderPane(middle);
        all.setTop(new TopBar(studio, actions, pages, around));
        all.setLeft(new Rail(studio, around.texts(), actions::openFile));
        side = new SidePanel(studio, around);
        all.setRight(side);
        all.setBottom(new StatusBar(studio, around, pages::model, pages::jobs));
        getChildren().addAll(all, sheets, new TourLayer(around.tour(), around.texts(), all));
        getStyleClass().add("studio");
        listen();
        WhileShown.follow(
                this,
                studio.unsavedProperty(),
                n -> {
                    if (n.intValue() > 0
                            && getScene() != null) { // once, not again in another language
                        actions.offerUnsaved();
                    }
                });
    }

    private void listen() {
        addEventFilter(KeyEvent.ANY, this::space);
        addEventHandler(KeyEvent.KEY_PRESSED, this::offerToTool); // before the window's own keys
        addEventFilter(KeyEvent.KEY_RELEASED, canvas.canvas()::offerReleased); // what began ends
        KeyRouter keys =
                new KeyRouter(
                        this,
                        around.keys()::map,
                        place -> place.equals(Place.CANVAS) && !sheets.shown());
        actions.tie(keys);
        keys.on("versions", film::toggle);
        setOnDragOver(this::dragOver);
        setOnDragExited(e -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(this::dropped);
    }

    /**
     * What a person did to see what they see.
     *
     * @param versions whether versions are shown instead of steps
     * @param open which groups of controls are open
     * @param choosing whether preferences are being chosen
     */
    record Look(
            CanvasPane.Look canvas,
            boolean versions,
            Map<String, Boolean> open,
            boolean choosing) {}

    Look look() {
        return new Look(
                canvas.look(),
                film.showsVersions(),
                side.open(),
                sheets.shows(PreferencesPage.class));
    }

    /** Shows what another view on the same studio showed. */
    void look(Look as) {
        canvas.look(as.canvas);
        film.showVersions(as.versions);
        side.open(as.open);
        if (as.choosing) {
            pages.preferences();
        }
    }

    /** The picture on its way to the screen, for those who measure it. */
    PictureImage image() {
        return canvas.image();
    }

    /** What brushes are set to. */
    MaskTools maskTools() {
        return canvas.maskTools();
    }

    private boolean typing() {
        return getScene() != null && getScene().getFocusOwner() instanceof TextInputControl;
    }

    private void offerToTool(KeyEvent e) {
        if (!typing() && !sheets.shown() && canvas.canvas().offer(e)) {
            e.consume();
        }
    }

    /** While the space key is held over the canvas, dragging moves the picture. */
    private void space(KeyEvent e) {
        boolean down = e.getEventType() == KeyEvent.KEY_PRESSED;
        if (e.getCode() != KeyCode.SPACE || down && typing()) {
            return;
        }
        boolean over = canvas.canvas().isHover() && !canvas.canvas().pointsByKeys();
        if (over || !down) {
            canvas.canvas().setSpaceHeld(down);
        }
        if (over) {
            e.consume();
        }
    }

    private void dragOver(DragEvent e) {
        if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            pseudoClassStateChanged(DROP, true);
        }
        e.consume();
    }

    /** Files were let go over the window. */
    void take(List<Path> files) {
        actions.take(files);
    }

    private void dropped(DragEvent e) {
        List<File> files = e.getDragboard().getFiles();
        take(files.stream().map(File::toPath).toList());
        e.setDropCompleted(!files.isEmpty());
        e.consume();
    }
}
