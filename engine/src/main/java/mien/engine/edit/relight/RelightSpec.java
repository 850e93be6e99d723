package mien.engine.edit.relight;

import java.util.Optional;
import mien.engine.edit.EditSpec;
import mien.engine.flame.FlameCode;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.MaskSet;

/**
 * A portrait and everything chosen for it. A freshly opened one holds what was found in the
 * picture.
 *
 * @param portrait the opened portrait
 * @param light the light
 * @param head how the head is turned
 * @param jaw how far the mouth is open
 * @param gaze where the eyes look
 * @param expression coefficients in the order of the rig's names
 * @param shape identity coefficients, standard deviations
 * @param latentFrom the portrait that hair, glasses and background are taken from
 * @param keepCentre whether the face stays where it was when the head turns (the paper's way)
 * @param where the edit shows inside these masks only; everywhere while there are none. They are
 *     laid over the result and cost no run
 */
public record RelightSpec(
        Portrait portrait,
        Light light,
        HeadTurn head,
        Jaw jaw,
        Gaze gaze,
        Coefficients expression,
        Coefficients shape,
        Picture latentFrom,
        boolean keepCentre,
        MaskSet where)
        implements EditSpec {

    /** A portrait with nothing changed. */
    public static RelightSpec of(Portrait p) {
        return new RelightSpec(
                p,
                p.light(),
                p.head(),
                p.jaw(),
                p.gaze(),
                p.expression(),
                p.shape(),
                p.picture(),
                true,
                MaskSet.none(p.picture().width(), p.picture().height()));
    }

    @Override
    public Picture source() {
        return portrait.picture();
    }

    public RelightSpec withLight(Light newLight) {
        return new RelightSpec(
                portrait,
                newLight,
                head,
                jaw,
                gaze,
                expression,
                shape,
                latentFrom,
                keepCentre,
                where);
    }

    public RelightSpec withHead(HeadTurn newHead) {
        return new RelightSpec(
                portrait,
                light,
                newHead,
                jaw,
                gaze,
                expression,
                shape,
                latentFrom,
                keepCentre,
                where);
    }

    public RelightSpec withJaw(Jaw newJaw) {
        return new RelightSpec(
                portrait,
                light,
                head,
                newJaw,
                gaze,
                expression,
                shape,
                latentFrom,
                keepCentre,
                where);
    }

    public RelightSpec withGaze(Gaze newGaze) {
        return new RelightSpec(
                portrait,
                light,
                head,
                jaw,
                newGaze,
                expression,
                shape,
                latentFrom,
                keepCentre,
                where);
    }

    public RelightSpec withExpression(Coefficients newExpression) {
        return new RelightSpec(
                portrait,
                light,
                head,
                jaw,
                gaze,
                newExpression,
                shape,
                latentFrom,
                keepCentre,
                where);
    }

    public RelightSpec withShape(Coefficients newShape) {
        return new RelightSpec(
                portrait,
                light,
                head,
                jaw,
                gaze,
                expression,
                newShape,
                latentFrom,
                keepCentre,
                where);
    }

    public RelightSpec withLatentFrom(Picture picture) {
        return new RelightSpec(
                portrait, light, head, jaw, gaze, expression, shape, picture, keepCentre, where);
    }

    public RelightSpec withKeepCentre(boolean keep) {
        return new RelightSpec(
                portrait, light, head, jaw, gaze, expression, shape, latentFrom, keep, where);
    }

    public RelightSpec withWhere(MaskSet masks) {
        return new RelightSpec(
                portrait, light, head, jaw, gaze, expression, shape, latentFrom, keepCentre, masks);
    }

    /**
     * This person looking as another code says: its light, head, jaw, gaze and expression; shape
     * and camera stay.
     */
    public RelightSpec withLook(FlameCode look) {
        return withLight(Light.of(Coefficients.of(look.light())))
                .withHead(HeadTurn.of(Coefficients.of(look.pose(), 0, 3)))
                .withJaw(Jaw.of(Coefficients.of(look.pose(), 3, 6)))
                .withGaze(Gaze.of(Coefficients.of(look.eyes())))
                .withExpression(Coefficients.of(look.expression()));
    }

    /**
     * The code of the head as it is wanted; the fitted code itself, number by number, where nothing
     * was changed.
     */
    public FlameCode edited() {
        float[] turn = head.vector();
        float[] mouth = jaw.vector();
        return portrait.fitted()
                .withShape(shape.array())
                .withExpression(expression.array())
                .withPose(new float[] {turn[0], turn[1], turn[2], mouth[0], mouth[1], mouth[2]})
                .withEyes(gaze.vectors())
                .withLight(light.numbers());
    }

    /** The point the head is moved to after all edits, or empty where it may wander. */
    public Optional<float[]> centre() {
        return keepCentre ? Optional.of(portrait.centre()) : Optional.empty();
    }
}
