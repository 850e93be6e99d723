package mien.engine.edit.relight;

import java.util.Arrays;
import mien.engine.flame.CodeLayout;
import mien.engine.flame.CropTransform;
import mien.engine.flame.FlameCode;
import mien.engine.picture.Picture;

/**
 * An opened portrait: what was found in it. Nothing here changes while it is edited.
 *
 * @param picture as it was opened
 * @param fitted the code of its head, "from photo"
 * @param crop where the face crop lies in the picture
 * @param proxy draws it fast
 * @param centre the point between eyes and mouth that an edit keeps in place, xyz metres; not
 *     copied, do not write to it
 */
public record Portrait(
        Picture picture, FlameCode fitted, CropTransform crop, Proxy proxy, float[] centre) {

    /** The same picture with the same head in the same place; all else follows from these. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Portrait p
                        && picture.equals(p.picture)
                        && Arrays.equals(packed(fitted), packed(p.fitted))
                        && Arrays.equals(crop.pictureToCrop(), p.crop.pictureToCrop())
                        && crop.width() == p.crop.width()
                        && crop.height() == p.crop.height();
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed(fitted));
    }

    private static float[] packed(FlameCode c) {
        return new CodeLayout(c.shape().length, c.texture().length, c.expression().length).pack(c);
    }

    HeadTurn head() {
        return HeadTurn.of(Coefficients.of(fitted.pose(), 0, 3));
    }

    Jaw jaw() {
        return Jaw.of(Coefficients.of(fitted.pose(), 3, 6));
    }

    Gaze gaze() {
        return Gaze.of(Coefficients.of(fitted.eyes()));
    }

    Light light() {
        return Light.of(Coefficients.of(fitted.light()));
    }

    Coefficients expression() {
        return Coefficients.of(fitted.expression());
    }

    Coefficients shape() {
        return Coefficients.of(fitted.shape());
    }
}
