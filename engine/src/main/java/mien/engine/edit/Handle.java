package mien.engine.edit;

import java.util.function.BiFunction;
import java.util.function.Function;
import mien.engine.picture.Picture;
import mien.engine.picture.pose.Skeleton;

/**
 * Something a person grasps instead of a slider. The kinds are a closed set; each has its tool in
 * the studio.
 */
public sealed interface Handle<S> {

    /** Unique within the system. */
    String id();

    /**
     * A light that is dragged over a sphere.
     *
     * @param id unique within the system
     * @param getter where the light comes from
     * @param setter the spec with the light coming from elsewhere
     * @param sphere a white sphere in the spec's light, a square picture of the given side,
     *     transparent outside
     */
    record Light<S>(
            String id,
            Function<S, Direction> getter,
            BiFunction<S, Direction, S> setter,
            BiFunction<S, Integer, Picture> sphere)
            implements Handle<S> {

        public Direction value(S spec) {
            return getter.apply(spec);
        }

        public S with(S spec, Direction direction) {
            return setter.apply(spec, direction);
        }

        /** The light sphere to look at. */
        public Picture sphere(S spec, int side) {
            return sphere.apply(spec, side);
        }
    }

    /**
     * A figure whose joints are dragged over the picture.
     *
     * @param id unique within the system
     * @param getter the figure, in coordinates of the spec's source picture; {@link Skeleton#EMPTY}
     *     while nobody was found or drawn
     * @param setter the spec with another figure
     */
    record Figure<S>(String id, Function<S, Skeleton> getter, BiFunction<S, Skeleton, S> setter)
            implements Handle<S> {

        public Skeleton value(S spec) {
            return getter.apply(spec);
        }

        public S with(S spec, Skeleton figure) {
            return setter.apply(spec, figure);
        }
    }
}
