package mien.engine.edit;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.LayoutClass;
import mien.engine.picture.mask.MaskSet;
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

    /**
     * Soft masks that are painted over the picture.
     *
     * @param id unique within the system
     * @param several whether there may be more than one, each with its name
     * @param getter the masks, as large as the spec's source picture; none while nothing was
     *     painted
     * @param setter the spec with other masks
     */
    record Mask<S>(
            String id,
            boolean several,
            Function<S, MaskSet> getter,
            BiFunction<S, MaskSet, S> setter)
            implements Handle<S> {

        public MaskSet value(S spec) {
            return getter.apply(spec);
        }

        public S with(S spec, MaskSet masks) {
            return setter.apply(spec, masks);
        }
    }

    /**
     * What lies where in the picture, painted class by class.
     *
     * @param id unique within the system
     * @param classes what can be painted, in the order of the palette
     * @param getter the layout, as large as the spec's source picture
     * @param setter the spec with another layout of these classes
     */
    record Layout<S>(
            String id,
            List<LayoutClass> classes,
            Function<S, mien.engine.picture.mask.Layout> getter,
            BiFunction<S, mien.engine.picture.mask.Layout, S> setter)
            implements Handle<S> {

        public Layout {
            classes = List.copyOf(classes);
        }

        public mien.engine.picture.mask.Layout value(S spec) {
            return getter.apply(spec);
        }

        public S with(S spec, mien.engine.picture.mask.Layout layout) {
            return setter.apply(spec, layout);
        }
    }

    /**
     * The faces in the picture, picked by clicking: which of them are edited, and whose identity
     * each gets. What was taken, placed or noted for a face goes with its id.
     *
     * @param id unique within the system
     * @param getter all faces of the spec's source picture, found or placed, from left to right
     * @param editing what can be done with them
     */
    record Faces<S>(String id, Function<S, List<FaceMark>> getter, FaceEditing<S> editing)
            implements Handle<S> {

        public List<FaceMark> value(S spec) {
            return getter.apply(spec);
        }

        /**
         * One face.
         *
         * @throws EditException if there is none of that id
         */
        public FaceMark face(S spec, int face) {
            return value(spec).stream()
                    .filter(mark -> mark.id() == face)
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new EditException(
                                            "The picture has no face %d: choose one of %s."
                                                    .formatted(face, ids(spec))));
        }

        private List<Integer> ids(S spec) {
            return value(spec).stream().map(FaceMark::id).toList();
        }
    }

    /**
     * What a person does with faces. Faces are named by their {@link FaceMark#id}; one that is not
     * there is refused with an {@link EditException}.
     */
    interface FaceEditing<S> {

        /** The five points of a face moved or set anew. */
        S withPoints(S spec, int face, FivePoints points);

        /**
         * A further face where none was found; it is chosen.
         *
         * @throws EditException if there can be no face, such as one with both eyes on one spot
         */
        S added(S spec, FivePoints points);

        /**
         * Without a face that was placed by hand.
         *
         * @throws EditException if it was found, not placed
         */
        S removed(S spec, int face);

        /** Whether the edit is about a face. */
        S chosen(S spec, int face, boolean chosen);

        /**
         * A face gets the identity of one in another picture, and is chosen.
         *
         * @param from another opened picture
         * @param fromFace a face in it
         * @param name what that picture is called
         */
        S taken(S spec, int face, S from, int fromFace, String name);

        /**
         * The note on the rights in a face's source.
         *
         * @throws EditException if it has no source, or the note is too long
         */
        S noted(S spec, int face, String rights);

        /** A face keeps its own identity again. */
        S withoutSource(S spec, int face);
    }

    /**
     * Two sliders that are moved together over a square.
     *
     * @param id unique within the system
     * @param across the id of the slider that runs from left to right
     * @param up the id of the slider that runs from bottom to top
     * @param weights whether both are weights: what is neutral lies in the middle, and half of it
     *     is as far from there as twice; else their scales are the sides of the square
     */
    record Pad<S>(String id, String across, String up, boolean weights) implements Handle<S> {}
}
