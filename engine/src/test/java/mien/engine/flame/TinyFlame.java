package mien.engine.flame;

import java.util.Arrays;
import java.util.List;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.flame.Landmarks.SurfacePoints;

/** The small head model of the golden cases: true structure, few vertices. */
public final class TinyFlame {
    private static final int IDENTITY = 300; // columns of a FLAME basis before the expressions

    private TinyFlame() {}

    /**
     * @return every golden case that holds such a model with its results
     */
    public static List<GoldenCase> cases() {
        return Goldens.with("diffusionrig", "model.v_template", "emb.full_lmk_faces_idx", "verts");
    }

    /**
     * @param golden one of {@link #cases}
     * @return its model with the coefficients DECA uses
     */
    public static FlameModel model(GoldenCase golden) {
        int shapes = golden.config().get("n_shape").asInt();
        int expressions = golden.config().get("n_exp").asInt();
        float[] directions = golden.floats("model.shapedirs");
        int all = golden.size("model.shapedirs", 2);
        int[] parents = Arrays.copyOf(parents(golden), FlameModel.JOINTS);
        return new FlameModel(
                new FlameModel.Data(
                        golden.floats("model.v_template"),
                        columns(directions, all, 0, shapes),
                        columns(directions, all, IDENTITY, expressions),
                        columns(golden.floats("model.posedirs"), 36, 0, 36),
                        rows(golden.floats("model.J_regressor"), FlameModel.JOINTS),
                        rows(golden.floats("model.weights"), golden.size("model.v_template", 0)),
                        parents,
                        golden.ints("model.f")));
    }

    private static int[] parents(GoldenCase golden) {
        long[] table = golden.longs("model.kintree_table");
        int[] parents = new int[table.length];
        for (int j = 1; j < parents.length; j++) {
            parents[j] = (int) table[j];
        }
        parents[0] = -1;
        return parents;
    }

    /**
     * @param golden one of {@link #cases}
     * @return its landmark tables
     */
    public static Landmarks landmarks(GoldenCase golden) {
        return new Landmarks(
                points(golden, "static"), points(golden, "dynamic"), points(golden, "full"));
    }

    private static SurfacePoints points(GoldenCase golden, String kind) {
        return SurfacePoints.onFaces(
                golden.ints("model.f"),
                golden.ints("emb." + kind + "_lmk_faces_idx"),
                golden.floats("emb." + kind + "_lmk_bary_coords"));
    }

    /**
     * @param values a batch
     * @param row which of its rows
     * @param length values a row
     * @return the row
     */
    public static float[] row(float[] values, int row, int length) {
        return Arrays.copyOfRange(values, row * length, (row + 1) * length);
    }

    private static float[][] rows(float[] values, int count) {
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = row(values, i, values.length / count);
        }
        return rows;
    }

    private static float[][] columns(float[] values, int all, int from, int count) {
        int n = values.length / all;
        float[][] columns = new float[count][n];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < n; i++) {
                columns[k][i] = values[i * all + from + k];
            }
        }
        return columns;
    }
}
