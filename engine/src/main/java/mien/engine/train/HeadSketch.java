package mien.engine.train;

import java.util.Optional;
import mien.engine.flame.CropTransform;
import mien.engine.flame.FlameCode;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.picture.Picture;
import mien.engine.raster.BufferRenderer;

/** Draws the built-in head of a code as its Lambertian render. */
final class HeadSketch {

    private final BufferRenderer renderer = new BufferRenderer(BuiltinHead.rig());
    private final int size;

    HeadSketch(int size) {
        this.size = size;
    }

    Picture of(FlameCode code) {
        return renderer.render(code, CropTransform.IDENTITY, size, Optional.empty())
                .renderedPicture();
    }
}
