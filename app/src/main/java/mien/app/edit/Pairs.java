package mien.app.edit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names of controls that come in two sides, such as {@code smileLeft} and {@code smileRight}. */
final class Pairs {

    private static final Map<String, String> SIDES =
            new TreeMap<>(
                    Map.of(".l", ".r", ".left", ".right", "-left", "-right", "Left", "Right"));

    private Pairs() {}

    /** The id the control of the other side would have; empty for one that has no side. */
    static Optional<String> partner(String id) {
        for (Map.Entry<String, String> side : SIDES.entrySet()) {
            if (id.endsWith(side.getKey())) {
                return Optional.of(swapped(id, side.getKey(), side.getValue()));
            }
            if (id.endsWith(side.getValue())) {
                return Optional.of(swapped(id, side.getValue(), side.getKey()));
            }
        }
        return Optional.empty();
    }

    private static String swapped(String id, String side, String other) {
        return id.substring(0, id.length() - side.length()) + other;
    }
}
