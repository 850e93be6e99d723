package mien.app.edit;

/**
 * How the steps of a run are seen while it goes on; the film has all of them anyway.
 *
 * @param strength how strongly they cover the original, 0 (not at all) to 1
 */
public record Preview(double strength) {

    /** Steps are not shown. */
    public static final Preview NONE = new Preview(0);

    /** Steps are shown as they are. */
    public static final Preview FULL = new Preview(1);

    public Preview {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("no preview covers " + strength);
        }
    }
}
