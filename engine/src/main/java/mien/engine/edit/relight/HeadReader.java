package mien.engine.edit.relight;

import mien.engine.flame.FlameCode;
import mien.engine.picture.Picture;

/** Sees which head a portrait shows. */
interface HeadReader {

    /**
     * @param portrait a square portrait
     * @return its code, light included, for a face crop that is the whole picture
     */
    FlameCode read(Picture portrait);
}
