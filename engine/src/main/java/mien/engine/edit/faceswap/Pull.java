package mien.engine.edit.faceswap;

/**
 * How much an expert has to say.
 *
 * @param weight λ; 0 costs nothing, the expert is not asked
 * @param window when it is asked
 */
public record Pull(double weight, Window window) {

    /** Nothing. */
    public static final Pull NONE = new Pull(0, Window.ALWAYS);

    public Pull {
        if (!(weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException(
                    "The weight of an expert is 0 or more, not %s.".formatted(weight));
        }
    }

    /** The same weight all the way. */
    public static Pull of(double weight) {
        return new Pull(weight, Window.ALWAYS);
    }

    /** The same window with another weight. */
    public Pull weighing(double other) {
        return new Pull(other, window);
    }

    /** λ where the window is open, else 0. */
    double at(int t, int walk) {
        return window.open(t, walk) ? weight : 0;
    }
}
