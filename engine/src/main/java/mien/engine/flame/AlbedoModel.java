package mien.engine.flame;

/** The colour of a head's skin before light falls on it: a mean and a basis. */
public sealed interface AlbedoModel permits TextureAlbedo, VertexAlbedo {
    /**
     * @return the most coefficients {@link #surface} takes
     */
    int count();

    /**
     * @param coefficients albedo coefficients in standard deviations; missing ones count as zero
     * @return the coloured surface
     */
    Surface surface(float[] coefficients);

    /** The colours of one head. */
    @FunctionalInterface
    interface Surface {
        /**
         * @param face face number
         * @param w weights of the face's corners, three from {@code at} on
         * @param at where the weights start
         * @param rgb where red, green, blue go (about 0 to 1, not clipped)
         */
        void colour(int face, float[] w, int at, float[] rgb);
    }

    /** Mean plus weighted columns; refuses more coefficients than there are columns. */
    static float[] blended(float[] mean, float[][] basis, float[] coefficients) {
        if (coefficients.length > basis.length) {
            throw new IllegalArgumentException(
                    "This head has %d albedo coefficients, but got %d."
                            .formatted(basis.length, coefficients.length));
        }
        float[] sum = mean.clone();
        LinearBlend.addScaled(sum, coefficients, basis);
        return sum;
    }
}
