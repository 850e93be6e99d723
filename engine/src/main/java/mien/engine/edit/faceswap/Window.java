package mien.engine.edit.faceswap;

/**
 * The part of a walk in which something acts, in shares of its T steps, so that it means the same
 * in a shorter walk. Ends are outside: the program's 10 &lt; t &lt; 50 of 75 steps is (10/75,
 * 50/75).
 *
 * @param from where the walk leaves it, towards the picture; less than 0 for never
 * @param to where it enters it, from the noise; 1 or more for from the start
 */
public record Window(double from, double to) {

    /** The whole walk. */
    public static final Window ALWAYS = new Window(-1, 1);

    public Window {
        if (!(from < to)) {
            throw new IllegalArgumentException(
                    "A window runs from less to more, not from %s to %s.".formatted(from, to));
        }
    }

    /**
     * @param t place in the walk, T − 1 at its start, 0 at its end
     * @param walk T, how many steps it has
     */
    public boolean open(int t, int walk) {
        double share = (double) t / walk;
        return from < share && share < to;
    }
}
