package mien.engine.picture.pose;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mien.engine.picture.pose.Points.Certainty;

/**
 * One person of a pose file.
 *
 * @param at where in the file the object with the numbers is
 * @param key what the numbers of the body are called there
 * @param notation how they stand for a figure
 * @param body the numbers
 */
record PosePerson(JsonPointer at, String key, Notation notation, Points body) {

    private static final List<String> BODIES =
            List.of("pose_keypoints_2d", "pose_keypoints", "keypoints");

    /** Further points of a person, and the joint they move along with. */
    private static final Map<String, Joint> FURTHER =
            new TreeMap<>(
                    Map.of(
                            "hand_left_keypoints_2d", Joint.LEFT_WRIST,
                            "hand_right_keypoints_2d", Joint.RIGHT_WRIST,
                            "face_keypoints_2d", Joint.NOSE));

    private record Canvas(double width, double height) {}

    /**
     * Everybody in a file.
     *
     * @throws PoseException if there is nobody, or if somebody's numbers cannot be used
     */
    static List<PosePerson> all(JsonNode root, String source) {
        List<PosePerson> people = new ArrayList<>();
        for (JsonPointer at : places(root)) {
            for (String key : BODIES) {
                if (root.at(at).path(key).size() > 0) {
                    people.add(of(root, at, key, people.size() + 1, source));
                    break;
                }
            }
        }
        if (people.isEmpty()) {
            throw new PoseException(
                    "%s holds no figure: choose OpenPose JSON (people with pose_keypoints_2d) or COCO JSON (annotations with keypoints)."
                            .formatted(source));
        }
        return people;
    }

    /** Where people can be: OpenPose's file, a list of such, COCO's annotations or results. */
    private static List<JsonPointer> places(JsonNode root) {
        JsonPointer top = JsonPointer.empty();
        if (root.has("people")) {
            return within(root, top.appendProperty("people"));
        }
        if (root.has("annotations")) {
            return within(root, top.appendProperty("annotations"));
        }
        if (root.isArray()) {
            return root.path(0).has("people")
                    ? within(root, top.appendIndex(0).appendProperty("people"))
                    : within(root, top);
        }
        return List.of(top);
    }

    private static List<JsonPointer> within(JsonNode root, JsonPointer list) {
        List<JsonPointer> places = new ArrayList<>();
        for (int i = 0; i < root.at(list).size(); i++) {
            places.add(list.appendIndex(i));
        }
        return places;
    }

    private static PosePerson of(
            JsonNode root, JsonPointer at, String key, int number, String source) {
        JsonNode array = root.at(at).path(key);
        double[] numbers =
                Points.numbers(array)
                        .orElseThrow(
                                () ->
                                        new PoseException(
                                                "Person %d of %s has something that is no number in %s: correct the file or choose another."
                                                        .formatted(number, source, key)));
        Notation notation =
                (numbers.length % 3 == 0
                                ? Notation.ofPoints(numbers.length / 3)
                                : Optional.<Notation>empty())
                        .orElseThrow(
                                () ->
                                        new PoseException(
                                                "Person %d of %s has %d numbers in %s, but a figure takes 75 (BODY_25), 54 (COCO-18) or 51 (COCO-17): correct the file or choose another."
                                                        .formatted(
                                                                number,
                                                                source,
                                                                numbers.length,
                                                                key)));
        return new PosePerson(at, key, notation, points(root, at, key, numbers));
    }

    private static Points points(JsonNode root, JsonPointer at, String key, double[] numbers) {
        boolean flags = key.equals("keypoints");
        double largest = 0;
        for (int i = 0; i < numbers.length; i++) {
            flags &= i % 3 != 2 || numbers[i] == Math.rint(numbers[i]);
            largest = Math.max(largest, i % 3 == 2 ? 0 : Math.abs(numbers[i]));
        }
        Optional<Canvas> canvas = largest > 0 && largest <= 1 ? canvas(root, at) : Optional.empty();
        return new Points(
                numbers,
                flags ? Certainty.FLAG : Certainty.CONFIDENCE,
                canvas.map(Canvas::width).orElse(1.0),
                canvas.map(Canvas::height).orElse(1.0));
    }

    /** The size of the picture, where a file tells it. */
    private static Optional<Canvas> canvas(JsonNode root, JsonPointer at) {
        for (JsonPointer up = at; up != null; up = up.head()) {
            JsonNode node = root.at(up);
            double width = node.path("canvas_width").asDouble();
            double height = node.path("canvas_height").asDouble();
            if (width > 0 && height > 0) {
                return Optional.of(new Canvas(width, height));
            }
        }
        return Optional.empty();
    }

    Skeleton figure() {
        return notation.figure(body.spots());
    }

    /** How many points it has that are no joints. */
    int furtherPoints(JsonNode root) {
        int count = 0;
        for (int i = 0; i < notation.points(); i++) {
            count += notation.joint(i).isEmpty() && body.spots().get(i).visible() ? 1 : 0;
        }
        for (String name : FURTHER.keySet()) {
            count += further(root, name).map(Points::labelled).orElse(0);
        }
        return count;
    }

    /** Puts a figure into a file: its body, and what moves along with it. */
    PosePerson put(JsonNode root, Skeleton figure) {
        Skeleton before = figure();
        Points next = body;
        for (int i = 0; i < notation.points(); i++) {
            Optional<Joint> joint = notation.joint(i);
            next =
                    joint.isPresent()
                            ? next.with(i, figure.at(joint.get()))
                            : along(next, i, notation.followed(i), before, figure);
        }
        ObjectNode person = (ObjectNode) root.at(at);
        if (next != body) {
            person.set(key, next.json());
            if (person.has("num_keypoints")) {
                person.put("num_keypoints", next.labelled());
            }
        }
        FURTHER.forEach(
                (name, joint) ->
                        further(root, name)
                                .ifPresent(p -> move(person, name, p, joint, before, figure)));
        return new PosePerson(at, key, notation, next);
    }

    private Optional<Points> further(JsonNode root, String name) {
        return Points.numbers(root.at(at).path(name))
                .filter(n -> n.length > 0 && n.length % 3 == 0)
                .map(n -> new Points(n, Certainty.CONFIDENCE, body.scaleX(), body.scaleY()));
    }

    private static void move(
            ObjectNode person,
            String name,
            Points points,
            Joint joint,
            Skeleton before,
            Skeleton after) {
        Points next = points;
        for (int i = 0; i < points.count(); i++) {
            next = along(next, i, List.of(joint), before, after);
        }
        if (next != points) {
            person.set(name, next.json());
        }
    }

    private static Points along(
            Points points, int i, List<Joint> joints, Skeleton before, Skeleton after) {
        double dx = 0;
        double dy = 0;
        for (Joint j : joints) {
            Spot from = before.at(j);
            Spot to = after.at(j);
            if (!from.placed() || !to.placed()) {
                return points;
            }
            dx += (to.x() - from.x()) / joints.size();
            dy += (to.y() - from.y()) / joints.size();
        }
        return points.shifted(i, dx, dy);
    }
}
