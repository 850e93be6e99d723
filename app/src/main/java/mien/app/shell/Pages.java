package mien.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mien.app.document.DocumentState;
import mien.app.edit.EditViewModel;
import mien.app.export.ExportChoice;
import mien.app.export.ExportSheet;
import mien.app.export.ExportState;
import mien.app.export.ExportSubject;
import mien.app.export.ExportViewModel;
import mien.app.job.Workshop;
import mien.app.keys.KeysPage;
import mien.app.models.ModelCard;
import mien.app.models.ModelsPage;
import mien.app.models.ModelsViewModel;
import mien.app.prefs.EnginePage;
import mien.app.prefs.PreferencesPage;
import mien.app.prefs.PreferencesViewModel;
import mien.app.queue.QueueView;

/** The sheets that can lie over the window. */
final class Pages {

    private final StudioViewModel studio;
    private final Surroundings around;
    private final SheetPane sheets;
    private Optional<ModelsViewModel> models = Optional.empty();

    Pages(StudioViewModel studio, Surroundings around, SheetPane sheets) {
        this.studio = studio;
        this.around = around;
        this.sheets = sheets;
    }

    void keys() {
        sheets.show(new KeysPage(around.keys(), around.texts(), sheets::hide));
    }

    void preferences() {
        sheets.show(
                new PreferencesPage(
                        around.preferences(),
                        around.texts(),
                        () -> around.files().toFolder(around.texts()),
                        sheets::hide));
    }

    void engine() {
        around.engine().look();
        sheets.show(
                new EnginePage(
                        around.engine(),
                        around.texts(),
                        () -> around.files().toFolder(around.texts()),
                        sheets::hide));
    }

    /** All edits under way. */
    void jobs() {
        studio.ledgerProperty()
                .get()
                .ifPresent(all -> sheets.show(new QueueView(all, around.texts(), sheets::hide)));
    }

    /** The card of the model that is used. */
    void model() {
        studio.model().ifPresent(pack -> sheets.show(new ModelCard(pack, around.texts())));
    }

    void models() {
        library().ifPresent(this::show);
    }

    /** Files of weights that were dropped. */
    void take(List<Path> weights) {
        library()
                .ifPresent(
                        library -> {
                            library.take(weights);
                            show(library);
                        });
    }

    private void show(ModelsViewModel library) {
        sheets.show(
                new ModelsPage(
                        library,
                        around.texts(),
                        new ModelsPage.Asks(
                                () -> around.files().toWeights(around.texts()),
                                around.links(),
                                pack -> sheets.show(new ModelCard(pack, around.texts())),
                                sheets::hide)));
    }

    private Optional<ModelsViewModel> library() {
        if (models.isEmpty()) {
            models =
                    studio.workshopProperty()
                            .get()
                            .flatMap(Workshop::models)
                            .map(desk -> new ModelsViewModel(studio.jobs(), desk));
            models.ifPresent(ModelsViewModel::refresh);
        }
        return models;
    }

    /** The export of the result there is. */
    void export() {
        Optional<DocumentState> document = studio.documents().stateProperty().get();
        Optional<? extends Exports<?>> now =
                studio.editProperty()
                        .get()
                        .flatMap(edit -> document.flatMap(d -> exports(edit, d)));
        if (now.isEmpty()) {
            studio.tell(Notice.problem(around.texts().text("notice.nothing-to-export")));
            return;
        }
        studio.jobs()
                .fetch(
                        now.get()::subject,
                        this::show,
                        e -> studio.tell(Notice.problem(e.getMessage())));
    }

    private Optional<? extends Exports<?>> exports(EditViewModel<?> edit, DocumentState document) {
        return Exports.of(edit, document, studio.model());
    }

    private void show(ExportSubject subject) {
        PreferencesViewModel preferences = around.preferences();
        ExportViewModel export =
                new ExportViewModel(
                        studio.jobs(),
                        around.texts(),
                        subject,
                        ExportChoice.of(preferences.now().work().export()),
                        chosen -> preferences.changeWork(w -> w.withExport(chosen.remembered())));
        ExportSheet.Asks asks =
                new ExportSheet.Asks(
                        name -> around.files().toSave(around.texts(), name),
                        around.links()::show,
                        sheets::hide);
        sheets.show(new ExportSheet(told(export), around.texts(), asks));
    }

    private ExportViewModel told(ExportViewModel export) {
        export.setEnded(
                end -> {
                    if (end instanceof ExportState.Done done) {
                        studio.tell(Notice.done("notice.exported", done.files().get(0)));
                    } else if (end instanceof ExportState.Failed failed) {
                        studio.tell(Notice.problem(failed.sentence()));
                    }
                });
        return export;
    }
}
