package mien.engine.flame.head;

/** What a vertex of the built-in head belongs to. */
public final class HeadPart {
    public static final byte SKIN = 0;
    public static final byte LEFT_EYE = 1;
    public static final byte RIGHT_EYE = 2;
    public static final byte LEFT_EAR = 3;
    public static final byte RIGHT_EAR = 4;

    /** Inside of the lips and the cavity behind them. */
    public static final byte MOUTH = 5;

    public static final byte UPPER_TEETH = 6;
    public static final byte LOWER_TEETH = 7;

    /** The rim of the lids, between skin and eyeball. */
    public static final byte LID_RIM = 8;

    private HeadPart() {}
}
