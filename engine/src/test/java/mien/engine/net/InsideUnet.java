package mien.engine.net;

import ai.djl.ndarray.NDArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import mien.engine.checkpoint.Weights;
import mien.engine.tensor.Aten;

/** An ADM U-Net taken apart, so that a test sees what leaves each of its cells. */
final class InsideUnet {

    private InsideUnet() {}

    /** The way through the blocks, each cell's output noted under its key. */
    static void run(
            Weights w, AdmConfig c, NDArray x, AdmCondition e, Map<String, NDArray> inside) {
        AdmBody body = new AdmBody(w, c);
        List<List<AdmCell>> input = new ArrayList<>();
        body.down(input);
        List<AdmCell> middle = body.middle();
        List<List<AdmCell>> output = new ArrayList<>();
        body.up(output);

        Deque<NDArray> skips = new ArrayDeque<>();
        NDArray h = x;
        for (int i = 0; i < input.size(); i++) {
            h = through("input_blocks." + i, input.get(i), h, e, inside);
            skips.push(h);
        }
        h = through("middle_block", middle, h, e, inside);
        for (int i = 0; i < output.size(); i++) {
            NDArray joined = Aten.concatChannels(h, skips.pop());
            h = through("output_blocks." + i, output.get(i), joined, e, inside);
        }
    }

    private static NDArray through(
            String key,
            List<AdmCell> cells,
            NDArray x,
            AdmCondition e,
            Map<String, NDArray> inside) {
        NDArray h = x;
        for (int j = 0; j < cells.size(); j++) {
            h = cells.get(j).forward(h, e);
            inside.put(key + "." + j, h);
        }
        inside.put(key, h);
        return h;
    }
}
