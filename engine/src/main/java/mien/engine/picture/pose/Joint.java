package mien.engine.picture.pose;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The 18 joints in the order of OpenPose's COCO model, which pose transfer takes too. Right and
 * left are the person's own. The joints hang on each other like a tree whose root is the neck.
 */
public enum Joint {
    NOSE,
    NECK,
    RIGHT_SHOULDER,
    RIGHT_ELBOW,
    RIGHT_WRIST,
    LEFT_SHOULDER,
    LEFT_ELBOW,
    LEFT_WRIST,
    RIGHT_HIP,
    RIGHT_KNEE,
    RIGHT_ANKLE,
    LEFT_HIP,
    LEFT_KNEE,
    LEFT_ANKLE,
    RIGHT_EYE,
    LEFT_EYE,
    RIGHT_EAR,
    LEFT_EAR;

    /** All of them, in order. */
    public static final List<Joint> ALL = List.of(values());

    /** Written with a hyphen, such as {@code right-shoulder}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Written with a space, such as {@code right shoulder}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What it hangs on; empty for the neck, the root. */
    public Optional<Joint> parent() {
        return switch (this) {
            case NECK -> Optional.empty();
            case NOSE, RIGHT_SHOULDER, LEFT_SHOULDER, RIGHT_HIP, LEFT_HIP -> Optional.of(NECK);
            case RIGHT_ELBOW -> Optional.of(RIGHT_SHOULDER);
            case RIGHT_WRIST -> Optional.of(RIGHT_ELBOW);
            case LEFT_ELBOW -> Optional.of(LEFT_SHOULDER);
            case LEFT_WRIST -> Optional.of(LEFT_ELBOW);
            case RIGHT_KNEE -> Optional.of(RIGHT_HIP);
            case RIGHT_ANKLE -> Optional.of(RIGHT_KNEE);
            case LEFT_KNEE -> Optional.of(LEFT_HIP);
            case LEFT_ANKLE -> Optional.of(LEFT_KNEE);
            case RIGHT_EYE, LEFT_EYE -> Optional.of(NOSE);
            case RIGHT_EAR -> Optional.of(RIGHT_EYE);
            case LEFT_EAR -> Optional.of(LEFT_EYE);
        };
    }

    /** The same joint of the other side; nose and neck are their own. */
    public Joint mirror() {
        return switch (side()) {
            case MIDDLE -> this;
            case RIGHT -> valueOf(name().replace("RIGHT_", "LEFT_"));
            case LEFT -> valueOf(name().replace("LEFT_", "RIGHT_"));
        };
    }

    /** Where a joint belongs, seen by the person. */
    public enum Side {
        RIGHT,
        LEFT,
        MIDDLE
    }

    /** The side of the person it belongs to. */
    public Side side() {
        if (name().startsWith("RIGHT_")) {
            return Side.RIGHT;
        }
        return name().startsWith("LEFT_") ? Side.LEFT : Side.MIDDLE;
    }

    /** The joint and everything that hangs on it. */
    public Set<Joint> subtree() {
        Set<Joint> all = EnumSet.of(this);
        List<Joint> open = new ArrayList<>(all);
        while (!open.isEmpty()) {
            Joint next = open.remove(open.size() - 1);
            for (Joint j : ALL) {
                if (j.parent().filter(p -> p == next).isPresent() && all.add(j)) {
                    open.add(j);
                }
            }
        }
        return all;
    }
}
