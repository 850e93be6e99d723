package mien.engine.edit.faceswap;

import java.util.List;
import mien.engine.edit.Notice;
import mien.engine.edit.Pack;
import mien.engine.edit.Run;
import mien.engine.nn.Layers.Statistics;

/** Makes what a run needs of its pack. */
interface SwapLoading {

    /**
     * What swaps.
     *
     * @param eyes whose statistics the gaze network normalises with
     */
    SwapTools tools(Run run, Statistics eyes);

    /** What finds faces in pictures. */
    SwapTools.Finder finder(Run run);

    /** How a pack's model does best. */
    SwapDefaults defaults(Pack pack);

    /** What a person should know of a pack. */
    List<Notice> notices(Pack pack);
}
