package mien.engine.diffusion;

import java.util.stream.IntStream;

/**
 * offset, offset + s, offset + 2s, … with the whole stride s = ⌊T/count⌋: latent diffusion, PIDM
 * and the "leading" spacing of diffusers.
 *
 * @param count the steps that are asked for
 * @param offset the first timestep; {@code steps_offset} in diffusers
 * @param extent what happens when the stride does not divide T
 */
record Leading(int count, int offset, Extent extent) implements Respacing {

    /** How far the strides go. */
    enum Extent {
        /** Exactly {@code count} timesteps (diffusers). */
        EXACT,
        /**
         * Every multiple of the stride below T, which may be more than {@code count} (LDM, PIDM).
         */
        FULL
    }

    Leading {
        Respacing.atLeastOne(count);
    }

    @Override
    public int[] timesteps(int trained) {
        int kept = kept(count, trained);
        int stride = trained / Math.min(count, trained);
        if (!fits(count, trained)) {
            int other = nearest(trained);
            throw new IllegalArgumentException(
                    ("%d steps at a stride of %d, starting at %d, leave the chain of %d timesteps;"
                                    + " the nearest number that does not is %d")
                            .formatted(count, stride, offset, trained, other));
        }
        return IntStream.range(0, kept).map(k -> k * stride + offset).toArray();
    }

    /** The number of steps nearest to {@code count} that stays inside the chain. */
    private int nearest(int trained) {
        return IntStream.rangeClosed(1, count + trained)
                .flatMap(d -> IntStream.of(count - d, count + d))
                .filter(n -> n >= 1 && fits(n, trained))
                .findFirst()
                .orElse(1);
    }

    private boolean fits(int n, int trained) {
        return n <= trained && (kept(n, trained) - 1) * (trained / n) + offset < trained;
    }

    private int kept(int n, int trained) {
        int stride = trained / Math.min(n, trained);
        return extent == Extent.EXACT ? n : (trained + stride - 1) / stride;
    }
}
