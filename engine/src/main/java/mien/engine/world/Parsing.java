package mien.engine.world;

/**
 * The 19 classes of face parsing, in the order face parsers use, and the five layout classes each
 * belongs to. Left and right are the person's.
 */
public final class Parsing {
    public static final byte BACKGROUND = 0;
    public static final byte SKIN = 1;
    public static final byte LEFT_BROW = 2;
    public static final byte RIGHT_BROW = 3;
    public static final byte LEFT_EYE = 4;
    public static final byte RIGHT_EYE = 5;
    public static final byte GLASSES = 6;
    public static final byte LEFT_EAR = 7;
    public static final byte RIGHT_EAR = 8;
    public static final byte EARRING = 9;
    public static final byte NOSE = 10;
    public static final byte MOUTH = 11;
    public static final byte UPPER_LIP = 12;
    public static final byte LOWER_LIP = 13;
    public static final byte NECK = 14;
    public static final byte NECKLACE = 15;
    public static final byte CLOTH = 16;
    public static final byte HAIR = 17;
    public static final byte HAT = 18;

    /** Number of classes. */
    public static final int COUNT = 19;

    private Parsing() {}

    /**
     * @param parsing a face-parsing class
     * @return its layout class: 0 background, 1 hair, 2 face, 3 neck, 4 body
     */
    public static byte layout(byte parsing) {
        if (parsing == BACKGROUND) {
            return 0;
        }
        if (parsing == HAIR || parsing == HAT) {
            return 1;
        }
        if (parsing <= LOWER_LIP) {
            return 2;
        }
        return (byte) (parsing == CLOTH ? 4 : 3);
    }
}
