package mien.engine.raster;

/**
 * What the rasteriser saw: one face a pixel.
 *
 * @param width columns
 * @param height rows
 * @param face number of the visible face, −1 where there is none [H·W]
 * @param bary weights of its corners, three a pixel, −1 where there is none [H·W·3]
 * @param z its depth, away from the viewer, −1 where there is none [H·W]
 */
public record Fragments(int width, int height, int[] face, float[] bary, float[] z) {
    /**
     * @return 1 where a face is visible, 0 elsewhere [H·W]
     */
    public float[] coverage() {
        float[] mask = new float[face.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = face[i] >= 0 ? 1 : 0;
        }
        return mask;
    }

    /**
     * @param faces corners of the rasterised mesh [F·3]
     * @param perVertex values of the vertices [V·channels]
     * @param channels values a vertex has
     * @return planar interpolated values [channels·H·W]; 0 where there is no face
     */
    public float[] interpolate(int[] faces, float[] perVertex, int channels) {
        int n = face.length;
        float[] out = new float[channels * n];
        for (int i = 0; i < n; i++) {
            if (face[i] >= 0) {
                int corner = 3 * face[i];
                int a = channels * faces[corner];
                int b = channels * faces[corner + 1];
                int c = channels * faces[corner + 2];
                blend(perVertex, a, b, c, i, out, channels);
            }
        }
        return out;
    }

    /**
     * @param perCorner values of the face corners [F·3·channels]
     * @param channels values a corner has
     * @return planar interpolated values [channels·H·W]; 0 where there is no face
     */
    public float[] interpolateCorners(float[] perCorner, int channels) {
        int n = face.length;
        float[] out = new float[channels * n];
        for (int i = 0; i < n; i++) {
            if (face[i] >= 0) {
                int a = 3 * channels * face[i];
                blend(perCorner, a, a + channels, a + 2 * channels, i, out, channels);
            }
        }
        return out;
    }

    private void blend(float[] in, int a, int b, int c, int pixel, float[] out, int channels) {
        float wa = bary[3 * pixel];
        float wb = bary[3 * pixel + 1];
        float wc = bary[3 * pixel + 2];
        int o = pixel;
        for (int k = 0; k < channels; k++) {
            out[o] = wa * in[a + k] + wb * in[b + k] + wc * in[c + k];
            o += face.length;
        }
    }
}
