package mien.engine.checkpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * What strict loading found.
 *
 * @param missing names that the network asked for and the file does not have
 * @param leftOver names that the file has and nothing asked for
 * @param misshaped one line for each tensor of another shape than asked for, both shapes named
 * @param repeated names that were asked for more than once: an error in the network, not in the
 *     file
 */
public record LoadReport(
        List<String> missing,
        List<String> leftOver,
        List<String> misshaped,
        List<String> repeated) {

    private static final int NAMED = 5;

    public LoadReport {
        missing = List.copyOf(missing);
        leftOver = List.copyOf(leftOver);
        misshaped = List.copyOf(misshaped);
        repeated = List.copyOf(repeated);
    }

    public boolean clean() {
        return missing.isEmpty() && leftOver.isEmpty() && misshaped.isEmpty() && repeated.isEmpty();
    }

    /** Refuses anything but a clean report. {@code what} is the file or pack, for the sentence. */
    public void require(String what) {
        if (!clean()) {
            throw new CheckpointException(what + " does not fit the network: " + sentence());
        }
    }

    /** The findings in one sentence; the first few names of each kind, then how many more. */
    public String sentence() {
        List<String> parts = new ArrayList<>();
        add(parts, "missing", missing);
        add(parts, "left over", leftOver);
        add(parts, "wrong shape", misshaped);
        add(parts, "asked for twice", repeated);
        return parts.isEmpty() ? "every tensor fits." : String.join("; ", parts) + ".";
    }

    private static void add(List<String> parts, String kind, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
        parts.add(names.size() + " " + kind + " (" + shown + more + ")");
    }
}
