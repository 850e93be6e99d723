package mien.engine.train;

import mien.engine.face.FaceQuad;
import mien.engine.face.Landmarks68;
import mien.engine.flame.Posed;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.tensor.NoiseSource;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;

/**
 * Looks framed as a face is before it is swapped: upright in the square of FFHQ's alignment ({@link
 * mien.engine.face.FacePlace}). Drawn so, a face has all the pixels that a portrait network reads;
 * and since whoever finds its landmarks errs a little, so does the frame.
 */
final class Framing {

    private static final double ZOOM = 0.05;
    private static final double SHIFT = 0.04; // half-widths of the picture
    private static final double TURN = 0.05; // radians
    private static final int ROUNDS = 2; // a turned head's roll is not its picture's alone

    private Framing() {}

    /**
     * A look with camera and roll such that the face lies in its square, nearly.
     *
     * @param random how far it misses
     */
    static Look of(Identity who, Look look, NoiseSource random) {
        Look upright = look;
        FaceQuad quad = quad(who, look);
        for (int i = 0; i < ROUNDS; i++) {
            float turned = (float) Math.atan2(quad.ay(), quad.ax()); // rows run down, rolls go up
            float[] h = upright.head();
            upright = upright.withHead(h[0], h[1], h[2] + turned);
            quad = quad(who, upright);
        }
        float[] h = upright.head();
        Look missed = upright.withHead(h[0], h[1], h[2] + off(TURN, random));
        return new Look(
                missed.expression(),
                missed.jaw(),
                missed.gaze(),
                missed.head(),
                missed.light(),
                (float) (2 / quad.side()) * (1 + off(ZOOM, random)),
                off(SHIFT, random),
                off(SHIFT, random),
                missed.backdrop(),
                missed.backdropSeed());
    }

    private static float off(double most, NoiseSource random) {
        return (float) (most * (2 * random.uniform() - 1));
    }

    /** The square in metres about the root, rows down. */
    private static FaceQuad quad(Identity who, Look look) {
        Posed posed = BuiltinHead.rig().model().pose(DrawnPeople.code(who, look));
        float[] xyz = BuiltinHead.rig().landmarks().landmarks2d(posed);
        double[] xy = new double[2 * Landmarks68.COUNT];
        for (int i = 0; i < Landmarks68.COUNT; i++) {
            xy[2 * i] = xyz[3 * i];
            xy[2 * i + 1] = -xyz[3 * i + 1];
        }
        return FaceQuad.of(new Landmarks68(xy));
    }
}
