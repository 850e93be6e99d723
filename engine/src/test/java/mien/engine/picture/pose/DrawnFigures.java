package mien.engine.picture.pose;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figures of all kinds, the same ones every time. */
final class DrawnFigures {

    private DrawnFigures() {}

    /** Every joint has a place and counts. */
    static Skeleton whole(long seed) {
        Random dice = new Random(seed);
        return new Skeleton(
                Joint.ALL.stream().map(j -> Spot.at(place(dice), place(dice))).toList());
    }

    /** Some joints are hidden, some have no place, some are half sure. */
    static Skeleton patchy(long seed) {
        Random dice = new Random(seed);
        return new Skeleton(Joint.ALL.stream().map(j -> spot(dice)).toList());
    }

    static Stream<Skeleton> patchy() {
        return IntStream.range(0, 200).mapToObj(DrawnFigures::patchy);
    }

    static List<Skeleton> some(int count) {
        return IntStream.range(0, count).mapToObj(i -> patchy(i + 900L)).toList();
    }

    private static Spot spot(Random dice) {
        double x = place(dice);
        double y = place(dice);
        return switch (dice.nextInt(5)) {
            case 0 -> Spot.ABSENT;
            case 1 -> Spot.hidden(x, y);
            case 2 -> new Spot(x, y, Spot.Presence.VISIBLE, 0.1 + 0.8 * dice.nextDouble());
            default -> Spot.at(x, y);
        };
    }

    private static double place(Random dice) {
        return Math.rint(dice.nextDouble() * 4000) / 4;
    }
}
