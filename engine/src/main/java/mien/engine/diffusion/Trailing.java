package mien.engine.diffusion;

import java.util.stream.IntStream;

/**
 * T − 1 and down from there in equal parts of T, rounded half to even: the "trailing" spacing of
 * diffusers, which always begins at the noisiest timestep.
 */
record Trailing(int count) implements Respacing {

    Trailing {
        Respacing.atLeastOne(count);
    }

    @Override
    public int[] timesteps(int trained) {
        Respacing.requireDistinct(count, trained);
        double stride = (double) trained / count;
        return IntStream.range(0, count)
                .map(j -> (int) Math.rint(trained - (count - 1 - j) * stride) - 1)
                .toArray();
    }
}
