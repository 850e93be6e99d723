package mien.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import mien.app.canvas.Compare;
import mien.app.document.DocumentNames;
import mien.app.document.DocumentViewModel;
import mien.app.document.RecoverySheet;
import mien.app.document.journal.Recovery;
import mien.app.edit.EditViewModel;
import mien.app.keys.KeyRouter;
import mien.app.queue.Ledger;

/** What keys, buttons and drops ask of the window. */
final class Actions {

    /** One step of zooming with keys or buttons. */
    static final double ZOOM = 1.25;

    /** One step of turning the view, in degrees. */
    private static final double TURN = 15;

    private final StudioViewModel studio;
    private final Surroundings around;
    private final CanvasPane canvas;
    private final SheetPane sheets;
    private final Pages pages;

    Actions(
            StudioViewModel studio,
            Surroundings around,
            CanvasPane canvas,
            SheetPane sheets,
            Pages pages) {
        this.studio = studio;
        this.around = around;
        this.canvas = canvas;
        this.sheets = sheets;
        this.pages = pages;
    }

    /** Ties the keys of the window to what they ask for. */
    void tie(KeyRouter keys) {
        keys.on("open", this::openFile)
                .on("save", this::save)
                .on("save-as", this::saveAs)
                .on("export", pages::export)
                .on("continue", this::continueFromResult)
                .on("undo", this::undo)
                .on("redo", this::redo)
                .on("reset-all", this::resetAll)
                .on("run", () -> edit(EditViewModel::run))
                .on("cancel", this::cancel)
                .on("fit", canvas.canvas()::fit)
                .on("zoom-100", () -> canvas.canvas().zoomTo(1))
                .on("zoom-200", () -> canvas.canvas().zoomTo(2))
                .on("zoom-400", () -> canvas.canvas().zoomTo(4))
                .on("zoom-800", () -> canvas.canvas().zoomTo(8))
                .on("zoom-in", () -> canvas.canvas().zoomBy(ZOOM))
                .on("zoom-out", () -> canvas.canvas().zoomBy(1 / ZOOM))
                .on("turn-left", () -> canvas.canvas().turnBy(-TURN))
                .on("turn-back", canvas.canvas()::turnBack)
                .on("turn-right", () -> canvas.canvas().turnBy(TURN))
                .on("mirror", canvas.canvas()::mirror)
                .on("handles", canvas::toggleHandles)
                .on("pointer", canvas.canvas()::togglePointer)
                .on("original", this::toggleOriginal)
                .on("compare-next", canvas::compareNext)
                .on("compare-turned", () -> canvas.changeCompare(Compare::turned))
                .on("compare-exchanged", () -> canvas.changeCompare(Compare::exchanged))
                .on("jobs", pages::jobs)
                .on("best-step", () -> edit(e -> e.film().inspectBest()))
                .on("cancel-all", this::cancelAll)
                .on("models", pages::models)
                .on("preferences", pages::preferences)
                .on("engine", pages::engine)
                .on("keys", pages::keys)
                .whileHeld("compare", canvas::compare);
        for (int i = 0; i < 5; i++) {
            int room = i;
            keys.on("room-" + (i + 1), () -> studio.use(room));
        }
    }

    private void edit(Consumer<EditViewModel<?>> action) {
        studio.editProperty().get().ifPresent(action);
    }

    void openFile() {
        around.files().toOpen(around.texts()).ifPresent(studio::open);
    }

    void save() {
        DocumentViewModel documents = studio.documents();
        if (documents.stateProperty().get().isPresent() && !documents.save()) {
            saveAs();
        }
    }

    void saveAs() {
        DocumentViewModel documents = studio.documents();
        documents
                .stateProperty()
                .get()
                .flatMap(
                        s ->
                                around.files()
                                        .toSaveDocument(
                                                around.texts(), DocumentNames.proposed(s.name())))
                .ifPresent(documents::saveAs);
    }

    void continueFromResult() {
        studio.continueFromResult();
    }

    void undo() {
        studio.undo();
    }

    void redo() {
        studio.redo();
    }

    void resetAll() {
        edit(EditViewModel::resetAll);
    }

    private void toggleOriginal() {
        edit(e -> e.comparingProperty().set(!e.comparingProperty().get()));
    }

    /** Leaves the innermost thing there is to leave: a sheet, a drag, a run, a step. */
    private void cancel() {
        if (sheets.shown()) {
            sheets.hide();
        } else if (!canvas.canvas().cancel()) {
            edit(
                    e -> {
                        if (!e.cancel()) {
                            e.film().followLive();
                        }
                    });
        }
    }

    /** Ends every edit under way. */
    private void cancelAll() {
        edit(e -> e.seeds().cancel()); // or one that gave way would go on
        studio.ledgerProperty().get().ifPresent(Ledger::cancelAll);
    }

    /** Weights go to the library, a pose to the figure; of all others the first is opened. */
    void take(List<Path> files) {
        Dropped dropped = Dropped.of(files);
        if (!dropped.weights().isEmpty()) {
            pages.take(dropped.weights());
        }
        first(dropped.others(), studio::open);
        first(dropped.poses(), this::takePose);
    }

    private void takePose(Path file) {
        if (!canvas.takePose(file)) {
            tell("notice.no-figure", file.getFileName());
        }
    }

    /** Does something with the first, and says so if there are more. */
    private void first(List<Path> files, Consumer<Path> action) {
        files.stream().findFirst().ifPresent(action);
        if (files.size() > 1) {
            tell("notice.first-only", files.get(0).getFileName(), files.size() - 1);
        }
    }

    private void tell(String key, Object... values) {
        studio.tell(Notice.problem(around.texts().text(key, values)));
    }

    /** Unsaved work that was found is offered once. */
    void offerUnsaved() {
        RecoverySheet.Asks asks =
                new RecoverySheet.Asks() {
                    @Override
                    public void restore(Recovery.Found found) {
                        studio.restore(found);
                    }

                    @Override
                    public void close() {
                        sheets.hide();
                    }
                };
        sheets.show(new RecoverySheet(studio.documents(), around.texts(), asks));
    }
}
