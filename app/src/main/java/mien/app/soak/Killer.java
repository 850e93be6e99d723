package mien.app.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mien.app.document.DocumentFile;
import mien.app.document.DocumentJson;
import mien.app.document.DocumentNames;
import mien.app.document.journal.Recovery;
import mien.app.document.journal.StateFolder;

/**
 * Starts a session again and again, ends it with SIGKILL at random moments, and looks at what is
 * left: every document must be readable and hold what was saved, and at most the gesture in hand
 * may be lost.
 */
final class Killer {

    private static final int EARLY = 10; // every tenth is killed while it starts
    private static final int START = 2500; // milliseconds, where it is not known
    private static final Duration PATIENCE = Duration.ofSeconds(30); // with a slow machine

    private final Path folder;
    private final Random random;
    private final Life life;
    private final Ledger ledger = new Ledger();
    private final List<Double> starts = new ArrayList<>();
    private int documentsRead;
    private int restored;
    private int losses;
    private long mostLost;

    /**
     * How a session lives.
     *
     * @param command starts it; the folder and a seed are added
     * @param gestures how many it makes at most before it is killed
     * @param moment milliseconds that it lives longer at most
     */
    record Life(List<String> command, int gestures, int moment) {}

    /**
     * @param folder where the session finds its documents, and its state in {@code state}
     */
    Killer(Path folder, Random random, Life life) {
        this.folder = folder;
        this.random = random;
        this.life = life;
    }

    /**
     * One life, its end, and a look at what is left.
     *
     * @param number from 1
     * @throws IllegalStateException if something is lost that must not be, with what it is
     * @throws mien.app.document.DocumentException if a document cannot be read
     */
    void kill(int number) throws IOException, InterruptedException {
        liveAndDie(number % EARLY == 0);
        look();
    }

    private void liveAndDie(boolean early) throws IOException, InterruptedException {
        Path said = folder.resolve("stderr.txt");
        List<String> command = new ArrayList<>(life.command);
        command.add(folder.toString());
        command.add(Long.toString(random.nextLong()));
        long begun = System.nanoTime();
        Process session = new ProcessBuilder(command).redirectError(said.toFile()).start();
        try (BufferedReader out = session.inputReader()) {
            if (early) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(usualStart()));
            } else {
                listen(out, said);
                starts.add((System.nanoTime() - begun) / 1e6);
                watch(out, ledger.gestures() + random.nextInt(life.gestures + 1));
                TimeUnit.MILLISECONDS.sleep(random.nextInt(life.moment));
            }
            session.toHandle().destroyForcibly(); // SIGKILL; what it said can still be read
            heard(out);
        }
        session.waitFor();
    }

    /** Until it is ready. */
    private void listen(BufferedReader out, Path said) throws IOException {
        String line = out.readLine();
        for (; line != null && !line.equals("ready"); line = out.readLine()) {
            ledger.hear(line);
            complain();
        }
        if (line == null) {
            throw new IllegalStateException(
                    "the session ended by itself: " + Files.readString(said));
        }
    }

    private int usualStart() {
        return (int) starts.stream().mapToDouble(Double::doubleValue).average().orElse(START);
    }

    /** Until it has made so many gestures, or is slow. */
    private void watch(BufferedReader out, long gestures) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ledger.gestures() < gestures && System.nanoTime() < end) {
            if (out.ready()) {
                ledger.hear(out.readLine());
            } else {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
    }

    /** What it said before it died; the last line may be torn. */
    private void heard(BufferedReader out) throws IOException {
        char[] rest = new char[1 << 20];
        StringBuilder all = new StringBuilder();
        for (int n = out.read(rest); n >= 0; n = out.read(rest)) {
            all.append(rest, 0, n);
        }
        int whole = all.lastIndexOf("\n");
        if (whole >= 0) {
            all.substring(0, whole).lines().forEach(ledger::hear);
        }
    }

    private void complain() {
        if (!ledger.problem().isEmpty()) {
            throw new IllegalStateException(ledger.problem());
        }
    }

    private void look() throws IOException {
        complain();
        Set<String> held = new HashSet<>();
        for (Path file : documents()) {
            DocumentJson.Opened opened = DocumentFile.read(file);
            documentsRead++;
            String digest = StateDigest.of(opened.state());
            held.add(digest);
            if (!opened.lost().isEmpty() || !ledger.mayHold(file.toString(), digest)) {
                throw new IllegalStateException(file + " does not hold what was saved");
            }
        }
        Recovery recovery = new Recovery(new StateFolder(folder.resolve("state")));
        List<Recovery.Found> found = recovery.find();
        long gone;
        if (found.isEmpty()) {
            gone = ledger.lostAfter(held);
        } else {
            Recovery.Restored back = recovery.restore(found.get(0));
            back.session().close();
            gone =
                    ledger.lostAfter(
                            back.committed().revision(), StateDigest.of(back.committed().state()));
            restored++;
        }
        losses += gone > 0 ? 1 : 0;
        mostLost = Math.max(mostLost, gone);
        if (gone > 1 || found.size() > 1) {
            throw new IllegalStateException(
                    "%d gestures are lost, %d sessions found".formatted(gone, found.size()));
        }
    }

    private List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(DocumentNames::isDocument).sorted().toList();
        }
    }

    /** How often it was killed in the middle of writing a document. */
    long torn() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".part")).count();
        }
    }

    long gestures() {
        return ledger.gestures();
    }

    /** How often a document was read after a kill. */
    int documentsRead() {
        return documentsRead;
    }

    /** How often unsaved work was restored. */
    int restored() {
        return restored;
    }

    /** After how many kills a gesture was lost. */
    int losses() {
        return losses;
    }

    /** How many gestures were lost at most by a kill. */
    long mostLost() {
        return mostLost;
    }

    /** Milliseconds from starting a session until it had taken over what the one before left. */
    List<Double> starts() {
        return starts;
    }
}
