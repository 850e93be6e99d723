package mien.engine.edit.relight;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import mien.engine.edit.EditException;
import mien.engine.flame.CodeLayout;
import mien.engine.flame.FlameCode;
import mien.engine.net.CodeEstimator;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;

/** The demo's reader: one network that sees the whole portrait. */
record EstimatedHead(CodeEstimator estimator, CodeLayout codes, int size, NDManager owner)
        implements HeadReader {

    @Override
    public FlameCode read(Picture portrait) {
        float[] rgb = portrait.resized(size, size).planar(Range.UNIT);
        try (NDManager manager = owner.newSubManager()) {
            float[] numbers =
                    estimator
                            .forward(manager.create(rgb, new Shape(1, 3, size, size)))
                            .toFloatArray();
            for (float v : numbers) {
                if (!Float.isFinite(v)) {
                    throw new EditException(
                            "No head could be read from this picture: choose a portrait that faces the camera.");
                }
            }
            return codes.unpack(numbers);
        }
    }
}
