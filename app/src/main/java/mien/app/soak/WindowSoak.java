package mien.app.soak;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mien.app.bench.Rank;
import mien.app.document.DocumentException;
import mien.app.document.journal.StateFolder;
import mien.app.prefs.PreferenceFile;
import mien.app.prefs.Preferences;

/**
 * Kills the studio's real window at random moments of a scripted session and looks at what is left;
 * prints what it saw as JSON. Needs a display; {@code packaging/soak-window.sh} brings one.
 */
public final class WindowSoak {

    private static final int GESTURES = 12; // at most in one life
    private static final int MOMENT = 1500; // milliseconds at most after them: a stroke, a run
    private static final int EVERY = 20; // kills between two words of how it goes

    private WindowSoak() {}

    /**
     * Exit code 0, or 1 if a kill lost what must not be lost; the JSON says what.
     *
     * @param args as {@link Order#of}
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Order order = Order.of(args);
        Path folder = order.folder();
        new PreferenceFile(folder.resolve("config").resolve("preferences.json"))
                .save(Preferences.DEFAULT.withTourSeen(true));
        Killer killer = order.killer(new Killer.Life(command(folder), GESTURES, MOMENT));
        int unreadable = 0;
        String problem = "";
        int kill = 0;
        while (kill < order.kills() && problem.isEmpty()) {
            kill++;
            try {
                killer.kill(kill);
            } catch (DocumentException e) {
                unreadable++;
                problem = "kill %d, in %s: %s".formatted(kill, folder, e.getMessage());
            } catch (IllegalStateException e) {
                problem = "kill %d, in %s: %s".formatted(kill, folder, e.getMessage());
            }
            if (kill % EVERY == 0) {
                System.err.printf("%d kills%n", kill);
            }
        }
        System.out.println(figures(killer, kill, unreadable, problem).toPrettyString());
        System.exit(problem.isEmpty() ? 0 : 1);
    }

    /** The same machine as this one, with a state of its own. */
    private static List<String> command(Path folder) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-D%s=%s".formatted(StateFolder.FOLDER, folder.resolve("state")));
        command.add("-D%s=%s".formatted(PreferenceFile.FOLDER, folder.resolve("config")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(WindowScript.class.getName());
        return command;
    }

    private static ObjectNode figures(Killer killer, int kills, int unreadable, String problem)
            throws IOException {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("kills", kills)
                .put("gestures", killer.gestures())
                .put("documents_read", killer.documentsRead())
                .put("documents_unreadable", unreadable)
                .put("killed_while_a_document_was_written", killer.torn())
                .put("work_restored", killer.restored())
                .put("kills_that_lost_a_gesture", killer.losses())
                .put("gestures_lost_at_most", killer.mostLost());
        if (!killer.starts().isEmpty()) {
            double[] millis =
                    killer.starts().stream().mapToDouble(Double::doubleValue).sorted().toArray();
            json.put("reopen_p50_ms", Math.round(Rank.of(millis, 0.5)))
                    .put("reopen_p95_ms", Math.round(Rank.of(millis, 0.95)));
        }
        return json.put("problem", problem);
    }
}
