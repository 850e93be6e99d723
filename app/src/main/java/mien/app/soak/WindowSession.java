package mien.app.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.stage.Stage;
import mien.app.document.DocumentState;
import mien.app.document.DocumentViewModel;
import mien.app.edit.EditViewModel;
import mien.app.shell.StudioApp;

/**
 * The studio, and somebody at random who works in it until it is killed: takes over what the last
 * one left, then paints, moves sliders, undoes and saves. Every line it says tells what is about to
 * be done or what the disk has.
 */
public final class WindowSession extends StudioApp {

    private static final int LONGEST_PAUSE = 200; // milliseconds between two gestures
    private static final int DOCUMENTS = 6; // how many it saves to
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final Optional<ProcessHandle> killer = ProcessHandle.current().parent();
    private Path folder;
    private Random random;
    private WindowHand hand;
    private boolean looked;
    private boolean ready;
    private String before = ""; // the digest of what hands made
    private long rested; // when the next gesture may begin

    @Override
    public void start(Stage stage) {
        List<String> args = getParameters().getUnnamed();
        folder = Path.of(args.get(0));
        random = new Random(Long.parseLong(args.get(1)));
        super.start(stage);
        hand = new WindowHand(this, random);
        documents().setProblems(problem -> say("problem " + problem.english()));
        studio().problemProperty().subscribe(p -> p.ifPresent(s -> say("problem " + s.english())));
        studio().editProperty().subscribe(e -> takenOver());
        documents().lookAround(this::takeOver);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private DocumentViewModel documents() {
        return studio().documents();
    }

    private DocumentState state() {
        return documents().stateProperty().get().orElseThrow();
    }

    /** Restores what was not saved, else opens the document that was used last. */
    private void takeOver() {
        looked = true;
        if (documents().found().isEmpty()) {
            studio().open(newest());
        } else {
            studio().restore(documents().found().get(0));
        }
    }

    private Path newest() {
        return documents().recent().isEmpty()
                ? folder.resolve(FirstDocument.NAME)
                : documents().recent().get(0).file();
    }

    /** An edit is there; it counts once it is that of the document that was asked for. */
    private void takenOver() {
        boolean asked = looked && documents().found().isEmpty();
        if (ready || !asked || studio().editProperty().get().isEmpty()) {
            return;
        }
        if (state().edits().isEmpty()) {
            return; // the portrait that every window opens with
        }
        ready = true;
        String digest = StateDigest.of(state());
        before = bare();
        Path file = documents().fileProperty().get().orElse(Path.of("none"));
        say("document %d %s %s".formatted(documents().revision(), digest, file));
        documents().stateProperty().subscribe((was, is) -> committing());
        documents().keptProperty().subscribe(kept -> say("kept " + kept));
        say("ready");
        goOn();
    }

    /** The document, but for results, which no hand makes. */
    private String bare() {
        DocumentState bare = state();
        for (int i = 0; i < bare.edits().size(); i++) {
            bare = bare.withEdit(i, bare.edits().get(i).withResult(Optional.empty()));
        }
        return StateDigest.of(bare.withActive(state().active()));
    }

    /** A commit is about to go to the disk. */
    private void committing() {
        String now = bare();
        String who = now.equals(before) ? "made" : "commit";
        before = now;
        say("%s %d %s".formatted(who, documents().revision() + 1, StateDigest.of(state())));
    }

    /** Like a hand, it begins nothing new before the disk has what was done. */
    private void goOn() {
        if (killer.filter(ProcessHandle::isAlive).isEmpty()) {
            System.exit(0);
        }
        boolean kept = documents().keptProperty().get() >= documents().revision();
        if (kept && !hand.busy() && System.nanoTime() >= rested) {
            studio().editProperty().get().ifPresent(this::gesture);
            rested = System.nanoTime() + random.nextInt(LONGEST_PAUSE) * 1_000_000L;
        }
        studio().jobs().after(GLANCE, this::goOn);
    }

    private void gesture(EditViewModel<?> edit) {
        int dice = random.nextInt(100);
        if (dice < 45) {
            hand.slide(edit);
        } else if (dice < 65) {
            hand.paint(edit);
        } else if (dice < 78) {
            studio().undo();
        } else if (dice < 84) {
            studio().redo();
        } else if (dice < 88) {
            edit.cancel();
        } else if (!documents().savingProperty().get()) {
            save();
        }
    }

    private void save() {
        boolean elsewhere = random.nextInt(3) == 0 || documents().fileProperty().get().isEmpty();
        Path goal =
                elsewhere
                        ? folder.resolve("document-%d.mien".formatted(random.nextInt(DOCUMENTS)))
                        : documents().fileProperty().get().orElseThrow();
        say("saving %s %s".formatted(StateDigest.of(state()), goal));
        if (elsewhere) {
            documents().saveAs(goal);
        } else {
            documents().save();
        }
    }
}
