package mien.engine.world;

import mien.engine.flame.Posed;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.flame.head.HeadAtlas;

/**
 * The person's own skull, unturned, as columns of points from the crown down: what hair and hats
 * are laid over. Centimetres.
 */
final class Scalp {
    private static final HeadAtlas ATLAS = BuiltinHead.atlas();

    /** Rows of the head's grid that hair can lie on: down to the nape. */
    private static final int ROWS = 44;

    final int columns = ATLAS.angles().length;

    /** Row 0 is the crown [ROWS + 1][columns][3]. */
    private final float[][][] p;

    final int rows = ROWS + 1;

    Scalp(Posed posed, Frame frame) {
        p = new float[rows][columns][3];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int v = r == 0 ? 0 : ATLAS.grid()[r - 1][c];
                frame.toRest(posed.vertices(), 3 * v, p[r][c]);
            }
        }
    }

    float[] at(int row, int column) {
        return p[row][column];
    }

    /** Angle of a column from the front toward the person's left, radians. */
    static float angle(int column) {
        return ATLAS.angles()[column];
    }

    /** Value at |angle| of a curve given by rising degrees and values. */
    static float curve(float[] degrees, float[] values, float angle) {
        float a = (float) Math.toDegrees(Math.abs(angle));
        int i = 1;
        while (i < degrees.length - 1 && a > degrees[i]) {
            i++;
        }
        float t = Math.max(0, Math.min(1, (a - degrees[i - 1]) / (degrees[i] - degrees[i - 1])));
        return values[i - 1] + t * (values[i] - values[i - 1]);
    }
}
