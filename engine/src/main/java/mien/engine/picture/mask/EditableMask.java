package mien.engine.picture.mask;

/**
 * A painted mask, and what is done to it afterwards and stays adjustable: first grown, then
 * feathered, then inverted.
 *
 * @param painted as it was painted
 * @param grow by how many pixels its inside reaches further, in every direction; less than 0
 *     shrinks it
 * @param feather how soft its edge becomes: the standard deviation of a Gaussian, in pixels
 * @param inverted whether inside and outside change places
 */
public record EditableMask(TiledMask painted, double grow, double feather, boolean inverted) {

    /** By how much a mask may grow or shrink. */
    public static final double MOST_GROWTH = 200;

    /** The softest edge. */
    public static final double MOST_FEATHER = 100;

    public EditableMask {
        if (!(Math.abs(grow) <= MOST_GROWTH) || !(feather >= 0 && feather <= MOST_FEATHER)) {
            throw new IllegalArgumentException(
                    "a mask grows by −200 to 200 and is feathered by 0 to 100 pixels, but got %s and %s"
                            .formatted(grow, feather));
        }
    }

    /** As it was painted. */
    public static EditableMask of(TiledMask painted) {
        return new EditableMask(painted, 0, 0, false);
    }

    public EditableMask withPainted(TiledMask mask) {
        return new EditableMask(mask, grow, feather, inverted);
    }

    public EditableMask withGrow(double pixels) {
        return new EditableMask(painted, pixels, feather, inverted);
    }

    public EditableMask withFeather(double pixels) {
        return new EditableMask(painted, grow, pixels, inverted);
    }

    public EditableMask withInverted(boolean invert) {
        return new EditableMask(painted, grow, feather, invert);
    }

    /** The mask with everything done to it. {@link Rendering} remembers it between strokes. */
    public TiledMask rendered() {
        return new Rendering().of(this);
    }

    /** How many pixels away a painted pixel can matter. */
    int reach() {
        return (int) Math.ceil(Math.abs(grow)) + Feather.reach(feather);
    }

    /** Whether another one differs in what was painted only. */
    boolean treatedLike(EditableMask other) {
        return grow == other.grow && feather == other.feather && inverted == other.inverted;
    }
}
