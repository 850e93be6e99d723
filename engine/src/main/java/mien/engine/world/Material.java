package mien.engine.world;

/** What a triangle of the scene is made of, and the face-parsing class it is labelled with. */
final class Material {
    static final byte SKIN = 0;
    static final byte EYE = 1;
    static final byte MOUTH = 2;
    static final byte TEETH = 3;
    static final byte LID = 4;
    static final byte EAR = 5;
    static final byte HAIR = 6;
    static final byte CLOTH = 7;
    static final byte TORSO = 8;
    static final byte HAT = 9;
    static final byte FRAME = 10;
    static final byte DARK_LENS = 11;
    static final byte JEWEL = 12;
    static final byte COLLAR = 13;

    private Material() {}

    /** Closed surfaces, whose far side is never seen. */
    static boolean closed(byte material) {
        return material <= EAR || material == JEWEL || material == TORSO;
    }
}
