package mien.engine.evaluate;

import mien.engine.edit.EditSystem;
import mien.engine.edit.faceswap.SwapSpec;

/**
 * Who swaps faces and who judges it.
 *
 * @param editor opens and edits with the pack that is judged
 * @param side of the portraits that the pack's networks read, pixels
 * @param size side of the pictures that are edited, pixels
 */
public record SwapSetting(
        EditSystem<SwapSpec> system,
        Editor<SwapSpec> editor,
        SwapJudge judge,
        int side,
        int size) {}
