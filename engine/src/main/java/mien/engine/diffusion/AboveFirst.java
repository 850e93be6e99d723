package mien.engine.diffusion;

import java.util.stream.IntStream;

/**
 * count + 1 timesteps spread evenly from 0 to T − 1, rounded half to even, without the 0: where
 * DPM-Solver++ and UniPC of diffusers stand, whose last step goes to timestep 0 (or, with {@link
 * Ending#CLEAN}, past it).
 */
record AboveFirst(int count) implements Respacing {

    AboveFirst {
        Respacing.atLeastOne(count);
    }

    @Override
    public int[] timesteps(int trained) {
        Respacing.requireDistinct(count, trained - 1);
        double stride = (trained - 1.0) / count;
        return IntStream.rangeClosed(1, count).map(j -> (int) Math.rint(j * stride)).toArray();
    }
}
