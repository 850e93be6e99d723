package mien.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Kills a scripted session without a window at random moments and looks at what is left. */
public final class DocumentSoak {

    private static final int GESTURES = 40; // at most in one life
    private static final int MOMENT = 200; // milliseconds at most after them

    private DocumentSoak() {}

    /**
     * @param args how many kills (200), the seed (1), a folder to work in (a temporary one)
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Path folder = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("mien-soak");
        FirstDocument.write(Files.createDirectories(folder));
        Killer.Life life = new Killer.Life(command(), GESTURES, MOMENT);
        Killer killer = new Killer(folder, new Random(seed), life);
        for (int kill = 1; kill <= kills; kill++) {
            try {
                killer.kill(kill);
            } catch (IllegalStateException e) {
                System.out.printf("Kill %d, in %s: %s%n", kill, folder, e.getMessage());
                System.exit(1);
            }
            if (kill % 20 == 0 || kill == kills) {
                System.out.println(figures(killer, kill));
            }
        }
        System.exit(0);
    }

    private static List<String> command() {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Script.class.getName());
    }

    private static String figures(Killer killer, int kills) throws IOException {
        return String.format(
                Locale.ROOT,
                "%d kills, %d gestures: %d documents read, none damaged; work restored %d times; the gesture in hand lost %d times, never more; killed %d times in the middle of writing a document",
                kills,
                killer.gestures(),
                killer.documentsRead(),
                killer.restored(),
                killer.losses(),
                killer.torn());
    }
}
