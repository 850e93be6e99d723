package mien.app.toy;

import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.pose.Skeleton;

/** What is drawn over a picture: masks, and a figure. */
public record DrawnSpec(Picture source, MaskSet where, Skeleton figure) implements EditSpec {

    /** Nothing yet. */
    public static DrawnSpec of(Picture source) {
        return new DrawnSpec(source, MaskSet.none(source.width(), source.height()), Skeleton.EMPTY);
    }
}
