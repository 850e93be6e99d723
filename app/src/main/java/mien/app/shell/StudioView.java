package mien.app.shell;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import mien.app.canvas.Compare;
import mien.app.canvas.FilmStrip;
import mien.app.edit.EditViewModel;
import mien.app.export.PngExport;
import mien.app.models.ModelCard;
import mien.app.pixels.PictureImage;
import mien.app.theme.WhileShown;

/** The layout of the window, and what keys and buttons ask of it. */
final class StudioView extends StackPane implements Commands.Actions {

    /** One step of zooming with keys or buttons. */
    static final double ZOOM = 1.25;

    /** One step of turning the view, in degrees. */
    static final double TURN = 15;

    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final StudioViewModel studio;
    private final Surroundings around;
    private final CanvasPane canvas;
    private final SheetPane sheets = new SheetPane();
    private final Commands commands;

    StudioView(StudioViewModel studio, Surroundings around) {
        this.studio = studio;
        this.around = around;
        this.canvas = new CanvasPane(studio, around.texts());
        this.commands = new Commands(this, this);
        Toasts toasts = new Toasts(around.texts(), studio.jobs());
        StackPane.setAlignment(toasts, Pos.TOP_RIGHT);
        canvas.getChildren().add(toasts);
        studio.setNotices(toasts::show);
        StackPane film = new StackPane();
        film.getStyleClass().add("film-pane");
        BorderPane middle = new BorderPane(canvas);
        middle.setBottom(film);
        BorderPane all = new BorderPane(middle);
        all.setTop(new TopBar(studio, this, around));
        all.setLeft(new Rail(studio, around.texts(), this::openFile));
        all.setRight(new SidePanel(studio, around.texts()));
        all.setBottom(new StatusBar(studio, around.texts(), this::showModel));
        getChildren().addAll(all, sheets);
        getStyleClass().add("studio");
        WhileShown.follow(
                this,
                studio.editProperty(),
                e ->
                        film.getChildren()
                                .setAll(
                                        e.map(
                                                        edit ->
                                                                List.<Node>of(
                                                                        new FilmStrip(
                                                                                edit,
                                                                                around.texts())))
                                                .orElse(List.of())));
        commands.listen();
        setOnDragOver(this::dragOver);
        setOnDragExited(e -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(this::dropped);
    }

    /** The picture on its way to the screen, for those who measure it. */
    PictureImage image() {
        return canvas.image();
    }

    private void edit(Consumer<EditViewModel<?>> action) {
        studio.editProperty().get().ifPresent(action);
    }

    private void dragOver(DragEvent e) {
        if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            pseudoClassStateChanged(DROP, true);
        }
        e.consume();
    }

    private void dropped(DragEvent e) {
        Optional<File> file = e.getDragboard().getFiles().stream().findFirst();
        file.ifPresent(f -> studio.open(f.toPath()));
        e.setDropCompleted(file.isPresent());
        e.consume();
    }

    @Override
    public void openFile() {
        around.files().toOpen(around.texts()).ifPresent(studio::open);
    }

    @Override
    public void export() {
        Optional<EditViewModel<?>> ready =
                studio.editProperty().get().filter(e -> e.resultProperty().get().isPresent());
        if (ready.isEmpty()) {
            studio.tell(Notice.problem(around.texts().text("notice.nothing-to-export")));
            return;
        }
        String name = studio.documentProperty().get().map(Document::name).orElse("");
        around.files()
                .toSave(around.texts(), PngExport.proposed(name, ready.get().system().id()))
                .ifPresent(studio::export);
    }

    @Override
    public void undo() {
        edit(EditViewModel::undo);
    }

    @Override
    public void redo() {
        edit(EditViewModel::redo);
    }

    @Override
    public void resetAll() {
        edit(EditViewModel::resetAll);
    }

    @Override
    public void run() {
        edit(EditViewModel::run);
    }

    @Override
    public boolean cancel() {
        if (sheets.shown()) {
            sheets.hide();
            return true;
        }
        if (canvas.canvas().cancel()) {
            return true;
        }
        Optional<EditViewModel<?>> edit = studio.editProperty().get();
        if (edit.filter(EditViewModel::cancel).isPresent()) {
            return true;
        }
        edit.ifPresent(
                e -> e.film().followLive()); // nothing runs: leaves the step that is looked at
        return edit.isPresent();
    }

    @Override
    public void fit() {
        canvas.canvas().fit();
    }

    @Override
    public void zoomTo(double scale) {
        canvas.canvas().zoomTo(scale);
    }

    @Override
    public void zoomBy(double factor) {
        canvas.canvas().zoomBy(factor);
    }

    @Override
    public void showHandles() {
        canvas.toggleHandles();
    }

    @Override
    public void turnView(double degrees) {
        canvas.canvas().turnBy(degrees);
    }

    @Override
    public void turnViewBack() {
        canvas.canvas().turnBack();
    }

    @Override
    public void mirrorView() {
        canvas.canvas().mirror();
    }

    @Override
    public void toggleOriginal() {
        edit(e -> e.comparingProperty().set(!e.comparingProperty().get()));
    }

    @Override
    public void compareNext() {
        canvas.compareNext();
    }

    @Override
    public void compareTurned() {
        canvas.changeCompare(Compare::turned);
    }

    @Override
    public void compareExchanged() {
        canvas.changeCompare(Compare::exchanged);
    }

    @Override
    public boolean offerToTool(KeyEvent key) {
        return canvas.canvas().offer(key);
    }

    @Override
    public void room(int number) {
        studio.use(number);
    }

    @Override
    public void showKeys() {
        sheets.show(new KeySheet(commands.list(), around.texts()));
    }

    private void showModel() {
        studio.model().ifPresent(pack -> sheets.show(new ModelCard(pack, around.texts())));
    }

    @Override
    public void compare(boolean original) {
        canvas.compare(original);
    }

    @Override
    public void spaceHeld(boolean held) {
        canvas.canvas().setSpaceHeld(held);
    }

    @Override
    public boolean pointerOnCanvas() {
        return canvas.canvas().isHover();
    }
}
