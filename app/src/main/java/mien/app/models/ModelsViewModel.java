package mien.app.models;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mien.app.job.Jobs;
import mien.app.text.Saying;
import mien.engine.model.Checkpoint;
import mien.engine.model.ModelDesk;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;

/**
 * The library of models: what is installed, what could be, and what is being imported. All methods
 * belong to the window's thread.
 */
public final class ModelsViewModel {

    private static final String DEMO = "demo"; // ids of the packs that come with Mien begin so

    private final Jobs jobs;
    private final ModelDesk desk;
    private final ReadOnlyObjectWrapper<Optional<ModelLibrary>> library =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Saying>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Removal>> removal =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<Checkpoint> known = FXCollections.observableArrayList();
    private final ObservableList<ImportViewModel> imports = FXCollections.observableArrayList();
    private final Map<String, ReadOnlyObjectWrapper<Check>> checks = new HashMap<>();

    /**
     * A model that the artist may want to remove, after a first press.
     *
     * @param id the model
     * @param frees bytes that the disk gets back
     */
    public record Removal(String id, long frees) {}

    /** What is known of a model's files. */
    public sealed interface Check {
        /** They have the right lengths; their contents were not compared. */
        record NotYet() implements Check {}

        record Going() implements Check {}

        record Sound() implements Check {}

        record Fault(Saying what) implements Check {}
    }

    public ModelsViewModel(Jobs jobs, ModelDesk desk) {
        this.jobs = jobs;
        this.desk = desk;
        jobs.fetch(desk::checkpoints, all -> known.setAll(all), this::fail);
        refresh();
    }

    /** The installed models, once they were read. */
    public ReadOnlyObjectProperty<Optional<ModelLibrary>> libraryProperty() {
        return library.getReadOnlyProperty();
    }

    /** What went wrong last with an installed model: one sentence. */
    public ReadOnlyObjectProperty<Optional<Saying>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The model whose removal waits to be confirmed. */
    public ReadOnlyObjectProperty<Optional<Removal>> removalProperty() {
        return removal.getReadOnlyProperty();
    }

    /** What published checkpoints are searched for. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Every checkpoint that Mien knows. */
    public ObservableList<Checkpoint> known() {
        return known;
    }

    /** Files on their way, the newest first. */
    public ObservableList<ImportViewModel> imports() {
        return imports;
    }

    /** The known checkpoints that the search finds: all its words stand somewhere. */
    public List<Checkpoint> found() {
        List<String> words = List.of(search.get().toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return known.stream().filter(c -> words.stream().allMatch(text(c)::contains)).toList();
    }

    private static String text(Checkpoint c) {
        return Stream.concat(
                        Stream.of(c.id(), c.title(), c.file(), c.purpose(), c.license(), c.role()),
                        c.systems().stream())
                .reduce("", (a, b) -> a + "\n" + b)
                .toLowerCase(Locale.ROOT);
    }

    /** The installed model that holds a published checkpoint. */
    public Optional<ModelPack> holding(String checkpoint) {
        return library.get().flatMap(l -> l.holding(checkpoint));
    }

    /** Whether a model came with Mien, and knows drawn portraits only. */
    public static boolean demo(ModelPack pack) {
        return pack.id().startsWith(DEMO);
    }

    /** Reads the folders again. */
    public void refresh() {
        jobs.fetch(desk::library, l -> library.set(Optional.of(l)), this::fail);
    }

    /** Takes files or folders that were dropped or chosen; each goes its own way. */
    public void take(List<Path> files) {
        files.forEach(f -> imports.add(0, new ImportViewModel(jobs, desk, f, this::refresh)));
    }

    /** A file is no longer wanted in the list; one that is being copied is cancelled. */
    public void dismiss(ImportViewModel file) {
        file.cancel();
        imports.remove(file);
    }

    public ReadOnlyObjectProperty<Check> checkProperty(String id) {
        return check(id).getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<Check> check(String id) {
        return checks.computeIfAbsent(id, i -> new ReadOnlyObjectWrapper<>(new Check.NotYet()));
    }

    /** Compares a model with what was installed, byte by byte. */
    public void verify(String id) {
        ReadOnlyObjectWrapper<Check> check = check(id);
        check.set(new Check.Going());
        jobs.fetch(
                () -> {
                    desk.verify(id);
                    return new Check.Sound();
                },
                check::set,
                e -> check.set(new Check.Fault(ImportViewModel.saying(e))));
    }

    /** The first of two steps: says what would go. */
    public void askToRemove(String id) {
        problem.set(Optional.empty());
        jobs.fetch(
                () -> new Removal(id, desk.frees(id)),
                asked -> removal.set(Optional.of(asked)),
                this::fail);
    }

    public void keep() {
        removal.set(Optional.empty());
    }

    /** The second step. */
    public void remove() {
        Optional<Removal> asked = removal.get();
        removal.set(Optional.empty());
        asked.ifPresent(
                r ->
                        jobs.fetch(
                                () -> desk.remove(r.id()),
                                left -> {
                                    checks.remove(r.id());
                                    refresh();
                                },
                                e -> {
                                    fail(e);
                                    refresh();
                                }));
    }

    private void fail(RuntimeException e) {
        problem.set(Optional.of(ImportViewModel.saying(e)));
    }
}
