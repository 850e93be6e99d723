package mien.engine.picture.pose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The numbers x, y and certainty of some points, as a file holds them.
 *
 * @param numbers three for each point
 * @param certainty what the third number means
 * @param scaleX picture columns for one unit of x: 1, or the picture's width if a file counts from
 *     0 to 1
 * @param scaleY picture rows for one unit of y
 */
record Points(double[] numbers, Certainty certainty, double scaleX, double scaleY) {

    private static final double OCCLUDED = 0.5; // the confidence of a point COCO calls not visible

    /** What stands behind the two coordinates. */
    enum Certainty {
        /** 0 to 1; 0 does not count. */
        CONFIDENCE,
        /** COCO's: 0 not labelled, 1 labelled but not visible, 2 labelled and visible. */
        FLAG
    }

    int count() {
        return numbers.length / 3;
    }

    List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            spots.add(spot(i));
        }
        return spots;
    }

    private Spot spot(int i) {
        double x = numbers[3 * i];
        double y = numbers[3 * i + 1];
        double c = numbers[3 * i + 2];
        if (c > 0) {
            double sure = certainty == Certainty.FLAG ? (c > 1 ? 1 : OCCLUDED) : Math.min(1, c);
            return new Spot(scaleX * x, scaleY * y, Spot.Presence.VISIBLE, sure);
        }
        boolean nowhere = x == y && (x == 0 || x == -1);
        return nowhere ? Spot.ABSENT : Spot.hidden(scaleX * x, scaleY * y);
    }

    /** With a spot in place of a point; a point that is the same keeps its very numbers. */
    Points with(int i, Spot spot) {
        if (spot.equals(spot(i))) {
            return this;
        }
        double[] next = numbers.clone();
        next[3 * i] = spot.x() / scaleX;
        next[3 * i + 1] = spot.y() / scaleY;
        next[3 * i + 2] =
                !spot.visible()
                        ? 0
                        : certainty == Certainty.CONFIDENCE
                                ? spot.confidence()
                                : spot.confidence() > OCCLUDED ? 2 : 1;
        return new Points(next, certainty, scaleX, scaleY);
    }

    /** A point that has a place moved along. */
    Points shifted(int i, double dx, double dy) {
        Spot now = spot(i);
        return now.placed() && (dx != 0 || dy != 0)
                ? with(i, now.to(now.x() + dx, now.y() + dy))
                : this;
    }

    /** How many points count. */
    int labelled() {
        return (int) spots().stream().filter(Spot::visible).count();
    }

    /** As a file holds them: whole numbers without a point where they are whole. */
    ArrayNode json() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (double n : numbers) {
            if (n == Math.rint(n) && Math.abs(n) < 1e9) {
                array.add((long) n);
            } else {
                array.add(n);
            }
        }
        return array;
    }

    /**
     * The numbers of an array; empty if one of them is none, or it is an object. Missing ones
     * ({@code null}) are 0.
     */
    static Optional<double[]> numbers(JsonNode array) {
        if (array.isObject()) {
            return Optional.empty();
        }
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode n = array.get(i);
            if (!(n.isNumber() || n.isNull()) || !Double.isFinite(n.asDouble())) {
                return Optional.empty();
            }
            numbers[i] = n.asDouble();
        }
        return Optional.of(numbers);
    }
}
