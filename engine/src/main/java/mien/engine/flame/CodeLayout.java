package mien.engine.flame;

import java.util.Arrays;

/**
 * The order in which a FLAME code is written as one vector: shape, texture, expression, pose 6,
 * eyes 6, camera 3, light 27 (DECA's order, with the eyes added).
 */
public record CodeLayout(int shape, int texture, int expression) {

    public static CodeLayout of(FaceRig rig) {
        FlameCode neutral = rig.neutral(1);
        return new CodeLayout(
                neutral.shape().length, neutral.texture().length, neutral.expression().length);
    }

    public int count() {
        return shape + texture + expression + 6 + 6 + 3 + FlameCode.LIGHT;
    }

    /** Where the light begins. */
    public int light() {
        return count() - FlameCode.LIGHT;
    }

    public float[] pack(FlameCode c) {
        float[] all = new float[count()];
        int at = 0;
        for (float[] part :
                new float[][] {
                    c.shape(),
                    c.texture(),
                    c.expression(),
                    c.pose(),
                    c.eyes(),
                    c.camera(),
                    c.light()
                }) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    public FlameCode unpack(float[] all) {
        int[] sizes = {shape, texture, expression, 6, 6, 3, FlameCode.LIGHT};
        float[][] parts = new float[sizes.length][];
        int at = 0;
        for (int i = 0; i < sizes.length; i++) {
            parts[i] = Arrays.copyOfRange(all, at, at + sizes[i]);
            at += sizes[i];
        }
        return new FlameCode(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
    }
}
