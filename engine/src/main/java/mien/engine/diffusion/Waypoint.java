package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A place on a walk from which it can go on to the same bytes: with the noise {@link Noise
 * addressed by the step}, nothing else has a memory.
 *
 * @param done how many steps are done, 0 at the start
 * @param shape of x, [N, C, H, W]
 * @param x x_t, row-major float32
 * @param past what the sampler remembers, newest first; empty for one-step methods
 */
public record Waypoint(int done, List<Long> shape, float[] x, List<Past> past) {

    public Waypoint {
        shape = List.copyOf(shape);
        past = List.copyOf(past);
        long count = shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
        boolean fits = done >= 0 && shape.stream().allMatch(n -> n > 0) && count == x.length;
        if (!fits || past.stream().anyMatch(p -> p.x0().length != x.length)) {
            throw new IllegalArgumentException(
                    "a waypoint after %d steps with %d numbers for a picture of %s does not fit"
                            .formatted(done, x.length, shape));
        }
    }

    /** Where a walk stands, copied to the host. */
    static Waypoint of(int done, NDArray x, Stepper stepper) {
        List<Long> shape = LongStream.of(x.getShape().getShape()).boxed().toList();
        return new Waypoint(done, shape, x.toFloatArray(), stepper.past());
    }

    /** How much memory it takes, about. */
    long bytes() {
        return (long) Float.BYTES * x.length * (1 + past.size());
    }

    /** x as an array, which belongs to the manager. */
    NDArray array(NDManager manager) {
        long[] dimensions = shape.stream().mapToLong(Long::longValue).toArray();
        return manager.create(x, new Shape(dimensions));
    }
}
