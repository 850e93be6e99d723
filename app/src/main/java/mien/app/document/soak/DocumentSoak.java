package mien.app.document.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mien.app.document.DocumentFile;
import mien.app.document.DocumentJson;
import mien.app.document.DocumentNames;
import mien.app.document.DocumentState;
import mien.app.document.LiveEdit;
import mien.app.document.journal.Recovery;
import mien.app.document.journal.StateFolder;
import mien.app.job.EngineWorkshop;
import mien.app.job.Workshop;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;

/**
 * Kills a scripted session at random moments and looks at what is left: every document must be
 * readable and hold what was saved, and at most the gesture in hand may be lost.
 */
public final class DocumentSoak {

    /** The document that the first session begins with. */
    static final String FIRST = "first.mien";

    private static final int LONGEST_LIFE = 1500; // milliseconds after the session is ready
    private static final int START = 2500; // every tenth is killed while it starts
    private static final String SAMPLE = "/mien/ui/samples/portrait-1.png";

    private final Path folder;
    private final Random random;
    private final Ledger ledger = new Ledger();
    private final Map<Long, Integer> lost = new HashMap<>();
    private int documentsRead;
    private int restored;

    private DocumentSoak(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /**
     * @param args how many kills (200), the seed (1), a folder to work in (a temporary one)
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Path folder = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("mien-soak");
        DocumentSoak soak = new DocumentSoak(Files.createDirectories(folder), seed);
        soak.begin();
        for (int kill = 1; kill <= kills; kill++) {
            try {
                soak.liveAndDie(kill);
                soak.look();
            } catch (IllegalStateException e) {
                System.out.printf("Kill %d, in %s: %s%n", kill, folder, e.getMessage());
                System.exit(1);
            }
            if (kill % 20 == 0 || kill == kills) {
                System.out.println(soak.figures(kill));
            }
        }
        System.exit(0);
    }

    /** A document with one edit, fitted by the first editing system that is installed. */
    private void begin() {
        try (Workshop shop = EngineWorkshop.open();
                var sample = DocumentSoak.class.getResourceAsStream(SAMPLE)) {
            Picture picture = Picture.decode(sample.readAllBytes());
            DocumentState state = DocumentState.of("portrait-1.png", picture);
            DocumentFile.write(
                    state.withEdit(0, fitted(shop, shop.systems().get(0), picture)),
                    folder.resolve(FIRST));
        } catch (IOException e) {
            throw new IllegalStateException("the sample cannot be read", e);
        }
    }

    private static <S extends EditSpec> LiveEdit<S> fitted(
            Workshop shop, EditSystem<S> system, Picture picture) {
        S spec = shop.open(system, picture, RunSettings.DEFAULT).join();
        return new LiveEdit<>(
                system, spec, RunSettings.DEFAULT, Optional.empty(), Optional.empty());
    }

    private void liveAndDie(int kill) throws IOException, InterruptedException {
        Path said = folder.resolve("stderr.txt");
        Process session =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Script.class.getName(),
                                folder.toString(),
                                Long.toString(random.nextLong()))
                        .redirectError(said.toFile())
                        .start();
        try (BufferedReader out = session.inputReader()) {
            boolean early = kill % 10 == 0;
            if (early) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(START));
            } else {
                String line = out.readLine();
                for (; line != null && !line.equals("ready"); line = out.readLine()) {
                    ledger.hear(line);
                }
                if (line == null) {
                    throw new IllegalStateException(
                            "the session ended by itself: " + Files.readString(said));
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE));
            }
            session.toHandle().destroyForcibly(); // SIGKILL; what it said can still be read
            heard(out);
        }
        session.waitFor();
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

    private void look() throws IOException {
        if (!ledger.problem().isEmpty()) {
            throw new IllegalStateException(ledger.problem());
        }
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
        lost.merge(gone, 1, Integer::sum);
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

    private String figures(int kills) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long parts = files.filter(f -> f.toString().endsWith(".part")).count();
            return String.format(
                    Locale.ROOT,
                    "%d kills, %d gestures: %d documents read, none damaged; work restored %d times; the gesture in hand lost %d times, never more; killed %d times in the middle of writing a document",
                    kills,
                    ledger.gestures(),
                    documentsRead,
                    restored,
                    lost.getOrDefault(1L, 0),
                    parts);
        }
    }
}
