package mien.engine.picture.pose;

import static mien.engine.picture.pose.Joint.*;

import java.util.List;

/**
 * A line of the drawn figure.
 *
 * @param from the joint it begins at
 * @param to the joint it ends at
 * @param rgb its colour, 0xRRGGBB
 */
public record Limb(Joint from, Joint to, int rgb) {

    /** The seventeen limbs in the order and the colours pose transfer draws them in. */
    public static final List<Limb> ALL =
            List.of(
                    new Limb(NECK, RIGHT_SHOULDER, 0xff0000),
                    new Limb(NECK, LEFT_SHOULDER, 0xff5500),
                    new Limb(RIGHT_SHOULDER, RIGHT_ELBOW, 0xffaa00),
                    new Limb(RIGHT_ELBOW, RIGHT_WRIST, 0xffff00),
                    new Limb(LEFT_SHOULDER, LEFT_ELBOW, 0xaaff00),
                    new Limb(LEFT_ELBOW, LEFT_WRIST, 0x55ff00),
                    new Limb(NECK, RIGHT_HIP, 0x00ff00),
                    new Limb(RIGHT_HIP, RIGHT_KNEE, 0x00ff55),
                    new Limb(RIGHT_KNEE, RIGHT_ANKLE, 0x00ffaa),
                    new Limb(NECK, LEFT_HIP, 0x00ffff),
                    new Limb(LEFT_HIP, LEFT_KNEE, 0x00aaff),
                    new Limb(LEFT_KNEE, LEFT_ANKLE, 0x0055ff),
                    new Limb(NECK, NOSE, 0x0000ff),
                    new Limb(NOSE, RIGHT_EYE, 0x5500ff),
                    new Limb(RIGHT_EYE, RIGHT_EAR, 0xaa00ff),
                    new Limb(NOSE, LEFT_EYE, 0xff00ff),
                    new Limb(LEFT_EYE, LEFT_EAR, 0xff00aa));

    private static final int LAST = 0xff0055; // the eighteenth colour has a joint but no limb

    /** The colour a joint is drawn in, 0xRRGGBB: the limbs' colours by number. */
    public static int colour(Joint joint) {
        return joint.ordinal() < ALL.size() ? ALL.get(joint.ordinal()).rgb : LAST;
    }
}
