package mien.app.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mien.app.export.ExportState.Done;
import mien.app.export.ExportState.Failed;
import mien.app.export.ExportState.Ready;
import mien.app.export.ExportState.Stopped;
import mien.app.export.ExportState.Writing;
import mien.app.job.Jobs;
import mien.app.job.LatestStatus;
import mien.app.text.Texts;
import mien.engine.picture.PictureException;
import mien.engine.picture.WriteProgress;
import mien.engine.picture.export.Provenance;
import mien.engine.picture.export.XmpField;
import org.slf4j.LoggerFactory;

/**
 * One export: what is chosen, what the file will say, how far it is. It goes on when its page is
 * closed. All methods belong to the window's thread.
 */
public final class ExportViewModel {

    private static final double TELLING = 0.005; // of the work, between two words about progress

    private final Jobs jobs;
    private final Texts texts;
    private final ExportSubject subject;
    private final Consumer<ExportChoice> remember;
    private final ReadOnlyObjectWrapper<ExportChoice> choice;
    private final Map<String, String> rights = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<List<XmpField>> fields = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ExportState> state =
            new ReadOnlyObjectWrapper<>(new Ready());
    private Consumer<ExportState> ended = end -> {};
    private AtomicBoolean stop = new AtomicBoolean();

    /**
     * @param remember told what was chosen, whenever an export begins
     */
    public ExportViewModel(
            Jobs jobs,
            Texts texts,
            ExportSubject subject,
            ExportChoice first,
            Consumer<ExportChoice> remember) {
        this.jobs = jobs;
        this.texts = texts;
        this.subject = subject;
        this.remember = remember;
        this.choice = new ReadOnlyObjectWrapper<>(first);
        subject.made().sources().forEach(s -> rights.put(s.name(), s.rights()));
        refresh();
    }

    public ExportSubject subject() {
        return subject;
    }

    public ReadOnlyObjectProperty<ExportChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** Everything that will stand in the file besides the pixels, exactly. */
    public ReadOnlyObjectProperty<List<XmpField>> fieldsProperty() {
        return fields.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ExportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Who is told how an export ended, on the window's thread. */
    public void setEnded(Consumer<ExportState> listener) {
        ended = listener;
    }

    public void choose(UnaryOperator<ExportChoice> change) {
        choice.set(change.apply(choice.get()));
        refresh();
    }

    /** Notes who allowed what for a picture that went in. */
    public void note(String source, String words) {
        rights.put(source, words);
        refresh();
    }

    /** What to call the file. */
    public String proposed() {
        return subject.proposed(choice.get().format());
    }

    private void refresh() {
        fields.set(told().fields());
    }

    /** What the file says of itself. */
    private Provenance told() {
        ExportChoice now = choice.get();
        List<Provenance.Source> sources = new ArrayList<>();
        rights.forEach((name, words) -> sources.add(new Provenance.Source(name, words)));
        Provenance all = subject.made().withSources(sources);
        if (now.share()) {
            return all.shared();
        }
        Provenance some = now.recipe() ? all : all.withoutRecipe();
        boolean session = now.session() && now.format() != ExportFormat.JPEG;
        return session ? some : some.withoutSession();
    }

    /** Writes in the background; an export that goes on is let finish first. */
    public void export(Path chosen) {
        if (state.get() instanceof Writing) {
            return;
        }
        remember.accept(choice.get());
        AtomicBoolean mine = new AtomicBoolean();
        stop = mine;
        state.set(new Writing(0));
        LatestStatus<Double> progress = new LatestStatus<>(jobs.window(), this::wrote);
        double[] last = {0};
        WriteProgress watch =
                share -> {
                    if (mine.get()) {
                        throw new CancellationException();
                    }
                    if (share - last[0] > TELLING) {
                        last[0] = share;
                        progress.offer(share);
                    }
                };
        Exporter exporter = new Exporter(subject, choice.get(), told(), names());
        jobs.fetch(
                () -> written(exporter, chosen, watch),
                files -> end(new Done(files)),
                e -> end(failure(e)));
    }

    private List<Path> written(Exporter exporter, Path chosen, WriteProgress watch) {
        try {
            return exporter.write(chosen, watch);
        } catch (OutOfMemoryError e) {
            // One large array could not be had; the file was not begun or is gone again.
            throw new PictureException(texts.text("export.memory", chosen.getFileName()), e);
        }
    }

    private Exporter.LayerNames names() {
        return new Exporter.LayerNames(
                texts.text("export.layer.original"),
                texts.text("export.layer.draft"),
                texts.text("export.layer.result"),
                texts.text("export.layer.mask"));
    }

    private void wrote(double share) {
        if (state.get() instanceof Writing) {
            state.set(new Writing(share));
        }
    }

    private void end(ExportState how) {
        state.set(how);
        ended.accept(how);
    }

    private ExportState failure(RuntimeException e) {
        if (e instanceof CancellationException) {
            return new Stopped();
        }
        if (e instanceof PictureException) {
            return new Failed(e.getMessage());
        }
        LoggerFactory.getLogger(ExportViewModel.class).error("the export failed", e);
        return new Failed(texts.text("export.defect", e));
    }

    /** Stops the export at its next row. */
    public void cancel() {
        stop.set(true);
    }
}
