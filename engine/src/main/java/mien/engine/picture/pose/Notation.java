package mien.engine.picture.pose;

import static mien.engine.picture.pose.Joint.*;

import java.util.List;
import java.util.Optional;

/** How a list of numbers, three for each point, stands for a figure. */
public enum Notation {
    /** OpenPose's newer body: a middle hip and six points of the feet besides. */
    BODY_25("OpenPose BODY_25", body25()),
    /** OpenPose's COCO body, also called BODY_18: the joints in our own order. */
    BODY_18("OpenPose COCO-18", Joint.ALL),
    /** COCO's key points: no neck; it is put between the shoulders. */
    COCO_17("COCO-17", coco17());

    private static final int TOES_LEFT = 19; // big toe, small toe, heel; then the right ones
    private static final int TOES_RIGHT = 22;
    private static final int MIDDLE_HIP = 8;

    private final String title;
    private final List<Joint> order; // BODY_25: of the joints we know; see joint(i)

    Notation(String title, List<Joint> order) {
        this.title = title;
        this.order = order;
    }

    /** Its name, for people. */
    public String title() {
        return title;
    }

    private static List<Joint> body25() {
        return List.of(
                NOSE,
                NECK,
                RIGHT_SHOULDER,
                RIGHT_ELBOW,
                RIGHT_WRIST,
                LEFT_SHOULDER,
                LEFT_ELBOW,
                LEFT_WRIST,
                NECK, // the place of the middle hip, which is no joint of ours
                RIGHT_HIP,
                RIGHT_KNEE,
                RIGHT_ANKLE,
                LEFT_HIP,
                LEFT_KNEE,
                LEFT_ANKLE,
                RIGHT_EYE,
                LEFT_EYE,
                RIGHT_EAR,
                LEFT_EAR);
    }

    private static List<Joint> coco17() {
        return List.of(
                NOSE,
                LEFT_EYE,
                RIGHT_EYE,
                LEFT_EAR,
                RIGHT_EAR,
                LEFT_SHOULDER,
                RIGHT_SHOULDER,
                LEFT_ELBOW,
                RIGHT_ELBOW,
                LEFT_WRIST,
                RIGHT_WRIST,
                LEFT_HIP,
                RIGHT_HIP,
                LEFT_KNEE,
                RIGHT_KNEE,
                LEFT_ANKLE,
                RIGHT_ANKLE);
    }

    /** The notation of so many points; empty if there is none. */
    static Optional<Notation> ofPoints(int points) {
        return switch (points) {
            case 25 -> Optional.of(BODY_25);
            case 18 -> Optional.of(BODY_18);
            case 17 -> Optional.of(COCO_17);
            default -> Optional.empty();
        };
    }

    int points() {
        return this == BODY_25 ? 25 : order.size();
    }

    /** The joint of a point; empty for a point that is no joint of ours. */
    Optional<Joint> joint(int point) {
        boolean known = point < order.size() && !(this == BODY_25 && point == MIDDLE_HIP);
        return known ? Optional.of(order.get(point)) : Optional.empty();
    }

    /** The joints whose moves a point that is no joint of ours follows. */
    List<Joint> followed(int point) {
        if (point == MIDDLE_HIP) {
            return List.of(RIGHT_HIP, LEFT_HIP);
        }
        return point >= TOES_RIGHT
                ? List.of(RIGHT_ANKLE)
                : point >= TOES_LEFT ? List.of(LEFT_ANKLE) : List.of();
    }

    /** The figure of some spots, one for each point. */
    Skeleton figure(List<Spot> points) {
        Skeleton figure = Skeleton.EMPTY;
        for (int i = 0; i < points(); i++) {
            Optional<Joint> joint = joint(i);
            if (joint.isPresent()) {
                figure = figure.with(joint.get(), points.get(i));
            }
        }
        return this == COCO_17 ? withNeck(figure) : figure;
    }

    private static Skeleton withNeck(Skeleton figure) {
        Spot r = figure.at(RIGHT_SHOULDER);
        Spot l = figure.at(LEFT_SHOULDER);
        if (!r.placed() || !l.placed()) {
            return figure;
        }
        double x = (r.x() + l.x()) / 2;
        double y = (r.y() + l.y()) / 2;
        return figure.with(
                NECK,
                r.visible() && l.visible()
                        ? new Spot(
                                x,
                                y,
                                Spot.Presence.VISIBLE,
                                Math.min(r.confidence(), l.confidence()))
                        : Spot.hidden(x, y));
    }
}
