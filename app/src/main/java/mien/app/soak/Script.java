package mien.app.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import mien.app.document.DocumentState;
import mien.app.document.DocumentViewModel;
import mien.app.document.Edit;
import mien.app.document.LiveEdit;
import mien.app.document.journal.StateFolder;
import mien.engine.Catalog;
import mien.engine.edit.EditSystem;

/**
 * The session that is killed: takes over what the last one left, then does one thing after the
 * other until it is killed. Every line it says tells what it is about to do or what the disk has.
 */
public final class Script {

    /** How many documents it saves to. */
    private static final int DOCUMENTS = 6;

    /** Longer than a machine is stopped while something else is measured. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private final ScriptJobs jobs = new ScriptJobs();
    private final List<EditSystem<?>> systems = Catalog.standard().systems();
    private final Path folder;
    private final Random random;
    private final Gestures gestures;
    private final DocumentViewModel documents;
    private final Deque<DocumentState> undo = new ArrayDeque<>();

    private Script(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
        this.gestures = new Gestures(random);
        this.documents = new DocumentViewModel(jobs, new StateFolder(folder.resolve("state")));
        documents.setProblems(problem -> say("problem " + problem.english()));
        documents.keptProperty().subscribe(kept -> say("kept " + kept));
    }

    /**
     * Ends by itself only when the one who should kill it is gone.
     *
     * @param args the folder to work in, the seed
     */
    public static void main(String[] args) throws InterruptedException {
        ProcessHandle killer = ProcessHandle.current().parent().orElseThrow();
        Script script = new Script(Path.of(args[0]), Long.parseLong(args[1]));
        script.takeOver();
        say("ready");
        while (killer.isAlive()) {
            script.next();
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private DocumentState state() {
        return documents.stateProperty().get().orElseThrow();
    }

    /** Restores what was not saved, else opens the document it began with. */
    private void takeOver() throws InterruptedException {
        boolean[] there = {false};
        documents.lookAround(() -> there[0] = true);
        must(jobs.until(() -> there[0], LONG), "the state folder could not be read");
        there[0] = false;
        if (!documents.found().isEmpty()) {
            documents.restore(documents.found().get(0), s -> there[0] = true);
        } else {
            documents.open(newest(), opened -> there[0] = true);
        }
        must(jobs.until(() -> there[0], LONG), "nothing could be taken over");
        there[0] = false;
        documents.enliven(systems, s -> there[0] = true);
        must(jobs.until(() -> there[0], LONG), "edits did not come to life");
        Path file = documents.fileProperty().get().orElse(Path.of("none"));
        say("document %d %s %s".formatted(documents.revision(), StateDigest.of(state()), file));
    }

    private Path newest() {
        return documents.recent().isEmpty()
                ? folder.resolve(FirstDocument.NAME)
                : documents.recent().get(0).file();
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }

    /** One gesture. */
    private void next() throws InterruptedException {
        int dice = random.nextInt(100);
        Edit current = state().current().orElseThrow();
        if (dice < 20 && !undo.isEmpty()) {
            commit(undo.pop());
        } else if (dice < 28) {
            save();
        } else if (current instanceof LiveEdit<?> edit) {
            undo.push(state());
            commit(changed(edit, dice));
        } else {
            commit(state().withActive(0)); // what this edit begins with has to be made first
        }
    }

    private DocumentState changed(LiveEdit<?> edit, int dice) {
        DocumentState now = state();
        if (dice < 45) {
            return now.withEdit(now.active(), Gestures.made(edit));
        } else if (dice < 48) {
            return gestures.starred(now, edit);
        } else if (dice < 50 && now.edits().size() > 1) {
            return now.withoutEdit(now.edits().size() - 1);
        } else if (dice < 54 && now.edits().size() < 4 && now.outcome().isPresent()) {
            LiveEdit<?> on = Gestures.again(edit, now.outcome().orElseThrow());
            return now.withEdit(now.edits().size(), on);
        }
        return now.withEdit(now.active(), gestures.turned(edit));
    }

    private void commit(DocumentState next) throws InterruptedException {
        if (next.equals(state())) {
            return;
        }
        say("commit %d %s".formatted(documents.revision() + 1, StateDigest.of(next)));
        documents.commit(next);
        long revision = documents.revision();
        // Like a hand, it begins nothing new before the disk has what was done.
        must(
                jobs.until(() -> documents.keptProperty().get() >= revision, LONG),
                "the disk is slow");
    }

    private void save() throws InterruptedException {
        boolean elsewhere = random.nextInt(3) == 0 || documents.fileProperty().get().isEmpty();
        Path file = folder.resolve("document-%d.mien".formatted(random.nextInt(DOCUMENTS)));
        Path goal = elsewhere ? file : documents.fileProperty().get().orElseThrow();
        say("saving %s %s".formatted(StateDigest.of(state()), goal));
        if (elsewhere) {
            documents.saveAs(goal);
        } else {
            documents.save();
        }
        if (random.nextBoolean()) { // else the next gesture comes while it is written
            jobs.until(() -> !documents.savingProperty().get(), LONG);
            say("saved " + goal);
        }
    }
}
