package mien.engine.flame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import mien.engine.GoldenCase;
import mien.engine.checkpoint.PickleForge;

/** Writes a golden case's head as FLAME's own file has it: chumpy, a csc matrix, columns first. */
final class FlameForge {

    private FlameForge() {}

    static byte[] pickle(GoldenCase golden) {
        int v = golden.size("model.v_template", 0);
        int f = golden.size("model.f", 0);
        int all = golden.size("model.shapedirs", 2);
        long[] parents = golden.longs("model.kintree_table");
        parents[0] = 0xFFFFFFFFL; // what FLAME's root hangs on
        PickleForge out = PickleForge.begun().op("}(");
        out.text("f").array("<u4", false, ints(golden.longs("model.f")), f, 3);
        out.text("v_template")
                .array("<f8", false, doubles(golden.doubles("model.v_template")), v, 3);
        out.text("shapedirs").global("chumpy.ch", "Ch").op(")").raw(0x81).op("}(").text("x");
        out.array(">f8", false, swapped(golden.doubles("model.shapedirs")), v, 3, all);
        out.text("_itr").op("Nub");
        byte[] posedirs = doubles(columnsFirst(golden.doubles("model.posedirs"), v, 3, 36));
        out.text("posedirs").array("<f8", true, posedirs, v, 3, 36);
        sparse(out.text("J_regressor"), golden.doubles("model.J_regressor"), v);
        out.text("weights").array("<f8", false, doubles(golden.doubles("model.weights")), v, 5);
        out.text("kintree_table").array("<u4", false, ints(parents), 2, 5);
        out.text("bs_style").text("lbs");
        return out.op('u').done();
    }

    /** [5, V] by compressed columns. */
    private static void sparse(PickleForge out, double[] matrix, int v) {
        List<Double> data = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        long[] begins = new long[v + 1];
        for (int column = 0; column < v; column++) {
            for (int row = 0; row < FlameModel.JOINTS; row++) {
                if (matrix[row * v + column] != 0) {
                    data.add(matrix[row * v + column]);
                    rows.add((long) row);
                }
            }
            begins[column + 1] = data.size();
        }
        double[] values = data.stream().mapToDouble(d -> d).toArray();
        long[] indices = rows.stream().mapToLong(r -> r).toArray();
        out.global("scipy.sparse.csc", "csc_matrix").op(")").raw(0x81).op("}(");
        out.text("_shape").numbers(FlameModel.JOINTS, v);
        out.text("data").array("<f8", false, doubles(values), values.length);
        out.text("indices").array("<i4", false, ints(indices), indices.length);
        out.text("indptr").array("<i4", false, ints(begins), begins.length);
        out.op("ub");
    }

    private static double[] columnsFirst(double[] rows, int a, int b, int c) {
        double[] out = new double[rows.length];
        for (int i = 0; i < a; i++) {
            for (int j = 0; j < b; j++) {
                for (int k = 0; k < c; k++) {
                    out[(k * b + j) * a + i] = rows[(i * b + j) * c + k];
                }
            }
        }
        return out;
    }

    private static byte[] doubles(double[] values) {
        return bytes(values, ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] swapped(double[] values) {
        return bytes(values, ByteOrder.BIG_ENDIAN);
    }

    private static byte[] bytes(double[] values, ByteOrder order) {
        ByteBuffer out = ByteBuffer.allocate(Double.BYTES * values.length).order(order);
        out.asDoubleBuffer().put(values);
        return out.array();
    }

    private static byte[] ints(long[] values) {
        ByteBuffer out =
                ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            out.putInt((int) value);
        }
        return out.array();
    }
}
