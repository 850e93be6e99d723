package mien.app.soak;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Kills a scripted session without a window at random moments and looks at what is left. */
public final class DocumentSoak {

    private static final int GESTURES = 40; // at most in one life
    private static final int MOMENT = 200; // milliseconds at most after them

    private DocumentSoak() {}

    /**
     * @param args as {@link Order#of}
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Order order = Order.of(args);
        Killer killer = order.killer(new Killer.Life(command(), GESTURES, MOMENT));
        for (int kill = 1; kill <= order.kills(); kill++) {
            try {
                killer.kill(kill);
            } catch (IllegalStateException e) {
                System.out.printf("Kill %d, in %s: %s%n", kill, order.folder(), e.getMessage());
                System.exit(1);
            }
            if (kill % 20 == 0 || kill == order.kills()) {
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
