package mien.engine.train;

import mien.engine.world.Identity;

/** What shows in a face whatever hair is worn: shape, colours and marks, as numbers of about 1. */
final class Traits {

    private static final int SHAPE = Identity.of(0).shape().length;
    private static final int COLOURS = Identity.of(0).albedo().length;
    private static final int MARKS = 9; // the end of an identity's vector

    /** How many there are. */
    static final int COUNT = SHAPE + COLOURS + MARKS;

    private Traits() {}

    static float[] of(Identity who) {
        float[] vector = who.vector();
        float[] traits = new float[COUNT];
        System.arraycopy(vector, 0, traits, 0, SHAPE + COLOURS);
        System.arraycopy(vector, vector.length - MARKS, traits, SHAPE + COLOURS, MARKS);
        return traits;
    }
}
