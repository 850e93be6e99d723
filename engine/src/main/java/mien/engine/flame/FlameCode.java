package mien.engine.flame;

import java.util.Arrays;

/**
 * Everything that tells one picture of a head from another. Coefficients are in standard
 * deviations, rotations are axis-angle vectors in radians. The arrays are not copied; do not write
 * to them.
 *
 * @param shape identity coefficients
 * @param texture albedo coefficients
 * @param expression expression coefficients
 * @param pose 6: the head's rotation, the jaw's rotation
 * @param eyes 6: the left eye's rotation, the right eye's rotation
 * @param camera 3: scale s, shifts t_x and t_y of {@link WeakPerspective}
 * @param light 27: nine spherical-harmonic bands by red, green, blue, row-major [9, 3]
 */
public record FlameCode(
        float[] shape,
        float[] texture,
        float[] expression,
        float[] pose,
        float[] eyes,
        float[] camera,
        float[] light) {

    /** Spherical-harmonic bands times three colours. */
    public static final int LIGHT = 27;

    public FlameCode {
        need("pose", pose, 6);
        need("eyes", eyes, 6);
        need("camera", camera, 3);
        need("light", light, LIGHT);
    }

    private static void need(String what, float[] values, int count) {
        if (values.length != count) {
            throw new IllegalArgumentException(
                    "A FLAME code needs %d %s numbers, but got %d."
                            .formatted(count, what, values.length));
        }
    }

    /**
     * The mean head looking straight ahead in even white light, eyes forward, mouth shut.
     *
     * @param shape number of shape coefficients
     * @param texture number of texture coefficients
     * @param expression number of expression coefficients
     * @param scale the camera's scale s
     * @return the code
     */
    public static FlameCode neutral(int shape, int texture, int expression, float scale) {
        float[] light = new float[LIGHT];
        Arrays.fill(light, 0, 3, 1 / SphericalHarmonics.constant(0)); // shading = 1 everywhere
        return new FlameCode(
                new float[shape],
                new float[texture],
                new float[expression],
                new float[6],
                new float[6],
                new float[] {scale, 0, 0},
                light);
    }

    /**
     * @param newShape identity coefficients
     * @return this code with another identity
     */
    public FlameCode withShape(float[] newShape) {
        return new FlameCode(newShape, texture, expression, pose, eyes, camera, light);
    }

    /**
     * @param newTexture albedo coefficients
     * @return this code with another albedo
     */
    public FlameCode withTexture(float[] newTexture) {
        return new FlameCode(shape, newTexture, expression, pose, eyes, camera, light);
    }

    /**
     * @param newExpression expression coefficients
     * @return this code with another expression (the jaw stays)
     */
    public FlameCode withExpression(float[] newExpression) {
        return new FlameCode(shape, texture, newExpression, pose, eyes, camera, light);
    }

    /**
     * @param newPose 6: the head's rotation, the jaw's rotation
     * @return this code with other rotations
     */
    public FlameCode withPose(float[] newPose) {
        return new FlameCode(shape, texture, expression, newPose, eyes, camera, light);
    }

    /**
     * @param newEyes 6: the left eye's rotation, the right eye's rotation
     * @return this code with another gaze
     */
    public FlameCode withEyes(float[] newEyes) {
        return new FlameCode(shape, texture, expression, pose, newEyes, camera, light);
    }

    /**
     * @param newCamera 3: scale, t_x, t_y
     * @return this code with another camera
     */
    public FlameCode withCamera(float[] newCamera) {
        return new FlameCode(shape, texture, expression, pose, eyes, newCamera, light);
    }

    /**
     * @param newLight 27 light numbers
     * @return this code in another light
     */
    public FlameCode withLight(float[] newLight) {
        return new FlameCode(shape, texture, expression, pose, eyes, camera, newLight);
    }

    /**
     * @param mode what to take
     * @param target whose it is
     * @return this code with that part of the target (DiffusionRig's inference, one mode at a time)
     */
    public FlameCode taking(EditMode mode, FlameCode target) {
        return switch (mode) {
            case POSE -> withPose(joined(target.pose, pose));
            case LIGHT -> withLight(target.light);
            case EXPRESSION ->
                    withExpression(target.expression).withPose(joined(pose, target.pose));
            case LATENT -> this;
        };
    }

    /**
     * Cosine of the angle between shape and albedo coefficients of two codes: 1 for the same
     * person; 0 where one is the mean head.
     */
    public double likeness(FlameCode other) {
        float[] a = appended(shape, texture);
        float[] b = appended(other.shape, other.texture);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }

    private static float[] appended(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** The head's rotation of one pose with the jaw's rotation of another. */
    private static float[] joined(float[] head, float[] jaw) {
        return new float[] {head[0], head[1], head[2], jaw[3], jaw[4], jaw[5]};
    }
}
