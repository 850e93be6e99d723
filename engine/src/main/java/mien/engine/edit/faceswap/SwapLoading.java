package mien.engine.edit.faceswap;

import java.util.List;
import mien.engine.edit.Notice;
import mien.engine.edit.Pack;
import mien.engine.edit.Run;

/** Makes what a run needs of its pack. */
interface SwapLoading {

    /** What swaps. */
    SwapTools tools(Run run);

    /** What finds faces in pictures. */
    SwapTools.Finder finder(Run run);

    /** What a person should know of a pack. */
    List<Notice> notices(Pack pack);
}
