package mien.engine.flame;

import java.nio.file.Path;
import java.util.Arrays;
import mien.engine.checkpoint.ArrayFile;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.checkpoint.storage.NumberArray;

/**
 * FLAME's own file, {@code generic_model.pkl}: a Python-2 pickle whose arrays are NumPy's, chumpy's
 * or SciPy's. It is read as data; none of these libraries' code is needed or run.
 */
public final class FlameFile {

    /** Columns of the shape basis before those of the expressions. */
    private static final int IDENTITY = 300;

    private static final String ADVICE = "choose generic_model.pkl of FLAME 2020";

    private final Path path;
    private final ArrayFile file;

    private FlameFile(Path path, ArrayFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Reads a head model.
     *
     * @param shapes how many identity coefficients to keep, at most 300 (DECA: 100)
     * @param expressions how many expression coefficients to keep, at most 100 (DECA: 50)
     * @throws CheckpointException when the file cannot be read or is no such model
     */
    public static FlameModel.Data read(Path path, int shapes, int expressions) {
        try (ArrayFile file = ArrayFile.open(path)) {
            return new FlameFile(path, file).data(shapes, expressions);
        } catch (IllegalArgumentException e) {
            throw new CheckpointException(
                    "%s is no head model of FLAME's: %s Please %s."
                            .formatted(path, e.getMessage(), ADVICE),
                    e);
        }
    }

    private FlameModel.Data data(int shapes, int expressions) {
        float[] template = array("v_template", -1, 3).floats();
        int v = template.length / 3;
        NumberArray directions = array("shapedirs", v, 3, -1); // [V, 3, 300 + 100]
        int all = (int) directions.shape()[2];
        if (shapes > Math.min(IDENTITY, all) || IDENTITY + expressions > all) {
            throw refused(
                    "its shape basis has %d columns, fewer than 300 and the %d expressions wanted"
                            .formatted(all, expressions));
        }
        int features = FlameModel.POSE_FEATURES;
        return new FlameModel.Data(
                template,
                columns(directions, 0, shapes),
                columns(directions, IDENTITY, expressions),
                columns(array("posedirs", v, 3, features), 0, features),
                rows(array("J_regressor", FlameModel.JOINTS, v)),
                rows(array("weights", v, FlameModel.JOINTS)),
                parents(array("kintree_table", 2, FlameModel.JOINTS)),
                faces(array("f", -1, 3), v));
    }

    /** An array of these dimensions; −1 is any. */
    private NumberArray array(String name, long... wanted) {
        NumberArray array =
                file.array(name).orElseThrow(() -> refused("it has no array '" + name + "'"));
        long[] shape = array.shape();
        boolean fits = shape.length == wanted.length;
        for (int k = 0; fits && k < wanted.length; k++) {
            fits = wanted[k] < 0 || shape[k] == wanted[k];
        }
        if (!fits) {
            throw refused(
                    "its array '%s' is %s, expected %s"
                            .formatted(name, Arrays.toString(shape), Arrays.toString(wanted)));
        }
        return array;
    }

    private CheckpointException refused(String why) {
        return new CheckpointException(
                "%s is no head model of FLAME's: %s; %s.".formatted(path, why, ADVICE));
    }

    /** Row 0 names each joint's parent; the root's is anything. */
    private int[] parents(NumberArray table) {
        int[] parents = new int[FlameModel.JOINTS];
        parents[0] = -1;
        for (int j = 1; j < parents.length; j++) {
            long parent = table.whole(j);
            if (parent < 0 || parent >= j) {
                throw refused("joint " + j + " hangs on joint " + parent);
            }
            parents[j] = (int) parent;
        }
        return parents;
    }

    private int[] faces(NumberArray corners, int vertices) {
        int[] faces = new int[corners.count()];
        for (int i = 0; i < faces.length; i++) {
            long corner = corners.whole(i);
            if (corner < 0 || corner >= vertices) {
                throw refused("a face has the corner " + corner + ", which is no vertex");
            }
            faces[i] = (int) corner;
        }
        return faces;
    }

    /** Some columns of [V, 3, n], each as [V·3]. */
    private static float[][] columns(NumberArray basis, int from, int count) {
        int all = (int) basis.shape()[2];
        float[][] columns = new float[count][basis.count() / Math.max(all, 1)];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < columns[k].length; i++) {
                columns[k][i] = (float) basis.real(i * all + from + k);
            }
        }
        return columns;
    }

    private static float[][] rows(NumberArray matrix) {
        int width = (int) matrix.shape()[1];
        float[][] rows = new float[(int) matrix.shape()[0]][width];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                rows[i][j] = (float) matrix.real(i * width + j);
            }
        }
        return rows;
    }
}
