package mien.engine.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import mien.engine.checkpoint.Weights;
import mien.engine.net.AdmConfig.Resampling;
import mien.engine.nn.Convolution3;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Kernel;

/** Lays out the blocks of an ADM U-Net in the order and under the numbers of the checkpoint. */
final class AdmBody {

    private final Weights w;
    private final AdmConfig c;
    private final Deque<Integer> skipChannels = new ArrayDeque<>();
    private int channels;
    private int factor = 1;

    AdmBody(Weights w, AdmConfig c) {
        this.w = w;
        this.c = c;
    }

    /** {@code input_blocks}: per level its residual blocks, then one block that halves the side. */
    void down(List<List<AdmCell>> blocks) {
        int levels = c.multipliers().size();
        channels = c.levelChannels(0);
        Layer stem =
                Layers.conv2d(w.at("input_blocks.0.0"), Kernel.three(c.inChannels(), channels));
        push(blocks, List.of((x, e) -> stem.forward(x)));
        for (int level = 0; level < levels; level++) {
            for (int i = 0; i < c.resBlocks(); i++) {
                Weights at = w.at("input_blocks").at(blocks.size());
                push(blocks, residual(at, channels, c.levelChannels(level)));
            }
            if (level < levels - 1) {
                push(blocks, List.of(halving(w.at("input_blocks").at(blocks.size()).at(0))));
                factor *= 2;
            }
        }
    }

    /** {@code middle_block}: residual block, attention, residual block. */
    List<AdmCell> middle() {
        Weights at = w.at("middle_block");
        return List.of(
                new AdmResBlock(at.at(0), c, channels, channels, AdmSide.KEPT, multiple()),
                new AdmAttention(at.at(1), c, channels),
                new AdmResBlock(at.at(2), c, channels, channels, AdmSide.KEPT, multiple()));
    }

    /**
     * {@code output_blocks}: one residual block more per level, each fed with a skip; the last one
     * doubles the side.
     */
    void up(List<List<AdmCell>> blocks) {
        for (int level = c.multipliers().size() - 1; level >= 0; level--) {
            for (int i = 0; i <= c.resBlocks(); i++) {
                Weights at = w.at("output_blocks").at(blocks.size());
                List<AdmCell> cells =
                        residual(at, channels + skipChannels.pop(), c.levelChannels(level));
                if (level > 0 && i == c.resBlocks()) {
                    cells.add(doubling(at.at(cells.size())));
                    factor /= 2;
                }
                blocks.add(cells);
            }
        }
    }

    int channels() {
        return channels;
    }

    /** The widths of the pictures here are multiples of it. */
    private int multiple() {
        return (1 << (c.multipliers().size() - 1)) / factor;
    }

    private void push(List<List<AdmCell>> blocks, List<AdmCell> cells) {
        blocks.add(cells);
        skipChannels.push(channels);
    }

    private List<AdmCell> residual(Weights at, int in, int out) {
        List<AdmCell> cells = new ArrayList<>();
        cells.add(new AdmResBlock(at.at(0), c, in, out, AdmSide.KEPT, multiple()));
        channels = out;
        if (c.attentionFactors().contains(factor)) {
            cells.add(new AdmAttention(at.at(1), c, out));
        }
        return cells;
    }

    private AdmCell halving(Weights at) {
        if (c.resampling() == Resampling.RES_BLOCK) {
            return new AdmResBlock(at, c, channels, channels, AdmSide.HALVED, multiple());
        }
        if (c.resampling() == Resampling.POOLING) {
            return AdmSide.HALVED;
        }
        Layer op = Layers.conv2d(at.at("op"), Kernel.three(channels, channels).stride(2));
        return (x, e) -> op.forward(x);
    }

    private AdmCell doubling(Weights at) {
        if (c.resampling() == Resampling.RES_BLOCK) {
            return new AdmResBlock(at, c, channels, channels, AdmSide.DOUBLED, multiple());
        }
        if (c.resampling() == Resampling.POOLING) {
            return AdmSide.DOUBLED;
        }
        return new AdmUpsampling(
                new Convolution3(at.at("conv"), channels, channels, 2 * multiple()));
    }
}
