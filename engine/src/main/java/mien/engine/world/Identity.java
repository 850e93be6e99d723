package mien.engine.world;

/**
 * Who a drawn person is: everything that stays when the person moves. The arrays are not copied; do
 * not write to them.
 *
 * @param seed what the person was made from
 * @param shape head shape, coefficients of {@link mien.engine.flame.head.BuiltinHead} in standard
 *     deviations [30]
 * @param albedo skin, lip, brow and eye colour, coefficients of its albedo [16]
 * @param hair hair
 * @param marks lines, freckles, beard, make-up
 * @param outfit clothes, glasses, hat, earrings
 */
public record Identity(
        long seed, float[] shape, float[] albedo, Hair hair, Marks marks, Outfit outfit) {
    /**
     * @param seed any number; below 1,000,000 for training, above for evaluation
     * @return the person of that seed
     */
    public static Identity of(long seed) {
        return Casting.person(seed);
    }

    /**
     * Who is seen after a face swap.
     *
     * @param other whose hair and outfit stay
     * @return this one's head, skin and marks under the other's hair and in their clothes
     */
    public Identity dressedAs(Identity other) {
        return new Identity(seed, shape, albedo, other.hair, marks, other.outfit);
    }

    /**
     * @return shape, albedo, hair, marks as one vector, each entry about -2.5 to 2.5
     */
    public float[] vector() {
        int styles = HairStyle.values().length;
        float[] v = new float[shape.length + albedo.length + styles + 3 + 4 + 9];
        System.arraycopy(shape, 0, v, 0, shape.length);
        System.arraycopy(albedo, 0, v, shape.length, albedo.length);
        int at = shape.length + albedo.length;
        v[at + hair.style().ordinal()] = 1;
        at += styles;
        for (int i = 0; i < 3; i++) {
            v[at++] = 2 * hair.rgb()[i] - 1;
        }
        float[] rest = {
            hair.volume() - 1,
            hair.wave(),
            hair.part(),
            hair.hairline(),
            marks.age(),
            marks.freckles(),
            marks.moles() / 4f,
            marks.beard(),
            marks.moustache(),
            marks.stubble(),
            marks.brows(),
            marks.makeup(),
            marks.shine()
        };
        System.arraycopy(rest, 0, v, at, rest.length);
        return v;
    }
}
