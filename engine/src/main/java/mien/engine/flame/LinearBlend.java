package mien.engine.flame;

/** The two inner loops of the head model, written so that the compiler vectorises them. */
final class LinearBlend {
    private LinearBlend() {}

    /** v += Σ k_l · basis_l; zero coefficients cost nothing, four columns share one pass. */
    static void addScaled(float[] v, float[] k, float[][] basis) {
        int[] live = new int[k.length];
        int count = 0;
        for (int l = 0; l < k.length; l++) {
            if (k[l] != 0) {
                live[count++] = l;
            }
        }
        int l = 0;
        for (; l + 4 <= count; l += 4) {
            int a = live[l];
            int b = live[l + 1];
            int c = live[l + 2];
            int d = live[l + 3];
            addFour(v, k[a], basis[a], k[b], basis[b], k[c], basis[c], k[d], basis[d]);
        }
        for (; l < count; l++) {
            addOne(v, k[live[l]], basis[live[l]]);
        }
    }

    private static void addFour(
            float[] v,
            float ka,
            float[] a,
            float kb,
            float[] b,
            float kc,
            float[] c,
            float kd,
            float[] d) {
        for (int i = 0; i < v.length; i++) {
            v[i] += ka * a[i] + kb * b[i] + kc * c[i] + kd * d[i];
        }
    }

    private static void addOne(float[] v, float k, float[] column) {
        for (int i = 0; i < v.length; i++) {
            v[i] += k * column[i];
        }
    }

    /**
     * Vertex = (Σ_j w_j A_j) · (v, 1).
     *
     * @param v [V·3]
     * @param weights [V][5]
     * @param a relative transforms [5][12], rows of 3×4 matrices
     */
    static float[] skinned(float[] v, float[][] weights, float[][] a) {
        float[] out = new float[v.length];
        float[] m = new float[12];
        for (int i = 0; i < weights.length; i++) {
            blend(m, weights[i], a);
            float x = v[3 * i];
            float y = v[3 * i + 1];
            float z = v[3 * i + 2];
            out[3 * i] = m[0] * x + m[1] * y + m[2] * z + m[3];
            out[3 * i + 1] = m[4] * x + m[5] * y + m[6] * z + m[7];
            out[3 * i + 2] = m[8] * x + m[9] * y + m[10] * z + m[11];
        }
        return out;
    }

    private static void blend(float[] m, float[] w, float[][] a) {
        float[] first = a[0];
        for (int e = 0; e < 12; e++) {
            m[e] = w[0] * first[e];
        }
        for (int j = 1; j < w.length; j++) {
            if (w[j] != 0) {
                for (int e = 0; e < 12; e++) {
                    m[e] += w[j] * a[j][e];
                }
            }
        }
    }
}
