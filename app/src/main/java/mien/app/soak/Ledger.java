package mien.app.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a script said it did, and what may therefore be found after it was killed. */
final class Ledger {

    private final Map<String, List<String>> allowed = new HashMap<>(); // digests by file
    private final TreeMap<Long, String> commits = new TreeMap<>();
    private final Set<Long> made = new HashSet<>(); // commits of results: of no hand
    private long kept;
    private long gestures;
    private String problem = "";

    /** A line of the script. */
    void hear(String line) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
            case "document" -> {
                commits.clear();
                made.clear();
                kept = Long.parseLong(words[1]);
                commits.put(kept, words[2].split(" ", 2)[0]);
            }
            case "commit" -> {
                commits.put(Long.parseLong(words[1]), words[2]);
                gestures++;
            }
            case "made" -> {
                commits.put(Long.parseLong(words[1]), words[2]);
                made.add(Long.parseLong(words[1]));
            }
            case "kept" -> kept = Math.max(kept, Long.parseLong(words[1]));
            case "saving" ->
                    allowed.computeIfAbsent(words[2], f -> new ArrayList<>()).add(words[1]);
            case "problem" -> problem = line;
            default -> {} // "ready", "saved": for people
        }
    }

    /** What went wrong by the script's own word; empty: nothing. */
    String problem() {
        return problem;
    }

    long gestures() {
        return gestures;
    }

    /** Whether a document's file may hold a state; from now on it may hold this or newer ones. */
    boolean mayHold(String file, String digest) {
        List<String> digests = allowed.computeIfAbsent(file, f -> new ArrayList<>(List.of(digest)));
        int at = digests.lastIndexOf(digest);
        if (at > 0) {
            digests.subList(0, at).clear();
        }
        return at >= 0;
    }

    /** How many gestures were begun after a state that was restored. */
    long lostAfter(long revision, String digest) {
        if (!digest.equals(commits.get(revision)) || revision < kept) {
            throw new IllegalStateException(
                    "revision %d was restored as %s, but %d was kept: %s"
                            .formatted(revision, digest, kept, commits.tailMap(kept)));
        }
        return commits.tailMap(revision, false).keySet().stream()
                .filter(r -> !made.contains(r))
                .count();
    }

    /** How many gestures were begun after the newest state that a file holds. */
    long lostAfter(Set<String> files) {
        long newest =
                commits.descendingMap().entrySet().stream()
                        .filter(e -> files.contains(e.getValue()))
                        .mapToLong(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("no file holds what was done"));
        return lostAfter(newest, commits.get(newest));
    }
}
