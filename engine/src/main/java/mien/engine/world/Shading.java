package mien.engine.world;

import mien.engine.flame.SphericalHarmonics;

/** Colours what a sample sees: material, then light with shadow, openness and highlight. */
final class Shading {
    private final Scene scene;
    private final SampleRaster raster;
    private final Identity who;
    private final SkinPaint paint;
    private final float[] light = new float[27];
    private final float[] key;
    private final float hx;
    private final float hy;
    private final float hz;
    private final int seed;
    private final boolean curly;
    private final Surface s = new Surface();
    private final float[] along = new float[3];

    Shading(Scene scene, SampleRaster raster, Identity who, Look look, float[] key) {
        this.scene = scene;
        this.raster = raster;
        this.who = who;
        this.paint = new SkinPaint(who);
        this.key = key;
        HairStyle style = who.hair().style();
        this.curly = style == HairStyle.AFRO || style == HairStyle.CURLY;
        this.seed = (int) (who.seed() * 77 + 5);
        for (int i = 0; i < 27; i++) {
            light[i] = look.light()[i] * SphericalHarmonics.constant(i / 3);
        }
        float n =
                (float) Math.sqrt(key[0] * key[0] + key[1] * key[1] + (key[2] + 1) * (key[2] + 1));
        hx = key[0] / Math.max(n, 1e-3f); // half-way between lamp and viewer
        hy = key[1] / Math.max(n, 1e-3f);
        hz = (key[2] + 1) / Math.max(n, 1e-3f);
    }

    /** Whether a pixel's samples all see one material, so that fewer of them tell its colour. */
    boolean uniform(int first, int factor) {
        int f = raster.face[first];
        if (f < 0) {
            return false;
        }
        byte material = scene.material[f];
        for (int y = 0; y < factor; y++) {
            for (int x = 0; x < factor; x++) {
                int g = raster.face[first + y * raster.size + x];
                if (g < 0 || scene.material[g] != material) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Adds the colour of sample {@code i}, which sees something, to rgb; returns its parsing class.
     */
    byte shade(int i, float[] rgb) {
        int f = raster.face[i];
        gather(f, raster.b1[i], raster.b2[i]);
        byte material = scene.material[f];
        boolean hair = material == Material.HAIR;
        switch (material) {
            case Material.SKIN, Material.LID -> paint.paint(s);
            case Material.EAR -> ear();
            case Material.EYE -> eye();
            case Material.MOUTH, Material.TEETH -> mouth(material == Material.TEETH);
            case Material.HAIR -> hair(f, raster.b1[i], raster.b2[i]);
            case Material.TORSO -> torso();
            case Material.COLLAR, Material.HAT -> cloth(material);
            default -> thing(material);
        }
        if (material == Material.LID && s.w > 8.0f) {
            s.label = s.u > 0 ? Parsing.LEFT_EYE : Parsing.RIGHT_EYE;
        }
        light(rgb, hair);
        return s.label;
    }

    private void gather(int f, float b, float c) {
        float a = 1 - b - c;
        int i = scene.corners[3 * f];
        int j = scene.corners[3 * f + 1];
        int k = scene.corners[3 * f + 2];
        s.open = a * scene.open[i] + b * scene.open[j] + c * scene.open[k];
        s.lit = a * scene.lit[i] + b * scene.lit[j] + c * scene.lit[k];
        i *= 3;
        j *= 3;
        k *= 3;
        float[] m = scene.uvw;
        s.u = a * m[i] + b * m[j] + c * m[k];
        s.v = a * m[i + 1] + b * m[j + 1] + c * m[k + 1];
        s.w = a * m[i + 2] + b * m[j + 2] + c * m[k + 2];
        m = scene.rgb;
        s.rgb[0] = a * m[i] + b * m[j] + c * m[k];
        s.rgb[1] = a * m[i + 1] + b * m[j + 1] + c * m[k + 1];
        s.rgb[2] = a * m[i + 2] + b * m[j + 2] + c * m[k + 2];
        m = scene.normal;
        float x = a * m[i] + b * m[j] + c * m[k];
        float y = a * m[i + 1] + b * m[j + 1] + c * m[k + 1];
        float z = a * m[i + 2] + b * m[j + 2] + c * m[k + 2];
        float n = (float) Math.sqrt(x * x + y * y + z * z);
        float r = n < 1e-6f ? 0 : 1 / n;
        if (z < 0) { // the inside of a sheet
            r = -r;
            s.open *= 0.5f;
            s.lit *= 0.4f;
        }
        s.nx = x * r;
        s.ny = y * r;
        s.nz = z * r;
        s.shine = 0;
        s.gloss = 10;
    }

    private void ear() {
        s.label = s.u > 0 ? Parsing.LEFT_EAR : Parsing.RIGHT_EAR;
        s.shine = 0.1f;
        float hollow =
                Shell.smooth(1.6f, 0.4f, Math.abs(s.v + 1.4f))
                        * Shell.smooth(1.2f, 0.3f, Math.abs(s.w + 0.6f));
        s.open *= 1 - 0.4f * hollow;
        s.rgb[0] *= 1.02f;
        s.rgb[1] *= 0.96f;
    }

    private void mouth(boolean teeth) {
        s.label = Parsing.MOUTH;
        s.shine = 0.25f;
        s.gloss = 40;
        s.open *= 0.75f;
        if (teeth) {
            float x = Math.abs(s.u);
            float gap = x / 0.46f - (float) Math.floor(x / 0.46f) - 0.5f;
            s.darken(0.1f * x + 0.22f * Shell.smooth(0.4f, 0.5f, Math.abs(gap)));
        }
    }

    private void eye() {
        s.label = s.u > 0 ? Parsing.LEFT_EYE : Parsing.RIGHT_EYE;
        s.shine = 1.1f;
        s.gloss = 90;
        float dx = Math.abs(s.u) - 3.12f;
        float angle = (float) Math.atan2(s.v, dx);
        float r = dx * dx + s.v * s.v;
        if (r < 0.32f && r > 0.05f) { // spokes of the iris
            s.darken(0.28f * (Noise.at(angle * 4, r * 4, seed) - 0.5f));
        }
    }

    private void hair(int f, float b, float c) {
        s.label = Parsing.HAIR;
        float coarse = Noise.at(s.u * 1.1f, s.w * (curly ? 0.9f : 0.16f), seed);
        float fine = Noise.at(s.u * (curly ? 2.3f : 3.4f), s.w * (curly ? 2.1f : 0.3f), seed + 1);
        float k =
                curly ? 0.72f + 0.3f * coarse + 0.26f * fine : 0.58f + 0.5f * coarse + 0.42f * fine;
        if (curly) { // locks: the shell's normals are too even
            s.nx += 1.0f * (coarse - 0.5f) + 0.5f * (fine - 0.5f);
            s.ny += 0.8f * (Noise.at(s.u * 1.5f, s.w * 1.3f, seed + 6) - 0.5f);
        }
        float tip = 0.9f + 0.2f * s.v;
        for (int i = 0; i < 3; i++) {
            s.rgb[i] = s.rgb[i] * k * tip + 0.012f;
        }
        s.open *= 0.62f + 0.38f * coarse;
        int i = 3 * scene.corners[3 * f];
        int j = 3 * scene.corners[3 * f + 1];
        int l = 3 * scene.corners[3 * f + 2];
        float a = 1 - b - c;
        float n = 0;
        for (int q = 0; q < 3; q++) {
            along[q] = a * scene.along[i + q] + b * scene.along[j + q] + c * scene.along[l + q];
            n += along[q] * along[q];
        }
        n = (float) Math.sqrt(n) + 1e-9f;
        // Kajiya and Kay 1989: the highlight is where the strand is square to the half vector
        float th = (along[0] * hx + along[1] * hy + along[2] * hz) / n + 0.25f * (fine - 0.5f);
        float sin2 = Math.max(0, 1 - th * th);
        float p = sin2 * sin2;
        p *= p;
        p *= p;
        s.shine = p * p * (0.25f + 0.9f * fine) * 0.42f;
        s.gloss = 0;
    }

    private void torso() {
        float front = s.w;
        if (Cloth.covers(who.outfit().garment(), s.u, s.v, front)) {
            Cloth.colour(who.outfit(), s.u, s.v, front, seed, s.rgb);
            cloth(Material.TORSO);
        } else {
            s.label = Parsing.NECK;
            s.shine = 0.1f;
            float mottle = Noise.at(s.u, s.v, s.w, seed) - 0.5f;
            s.darken(0.05f * mottle);
            // shade under the hem, hollow of the collar bones
            float hem = Cloth.below(who.outfit().garment(), s.u, s.v, front);
            s.open *= 1 - 0.35f * Shell.smooth(-0.7f, 0, hem);
            float bone = s.v + 1.2f + 0.10f * Math.abs(s.u);
            if (front > 0 && Math.abs(s.u) > 1.4f) {
                s.darken(
                        0.16f
                                * Shell.smooth(0.6f, 0, Math.abs(bone))
                                * Shell.smooth(11, 6, Math.abs(s.u)));
            }
        }
    }

    private void cloth(byte material) {
        s.label = material == Material.HAT ? Parsing.HAT : Parsing.CLOTH;
        float weave = Noise.at(s.u * 5, s.v * 5, seed + 2) - 0.5f;
        float folds = Noise.at(s.u * 0.35f, s.v * 0.22f, seed + 4) - 0.5f;
        float k = 1 + 0.07f * weave + 0.28f * folds;
        for (int i = 0; i < 3; i++) {
            s.rgb[i] *= k;
        }
        s.nx += 0.35f * folds;
        s.shine = 0.02f;
    }

    private void thing(byte material) {
        boolean jewel = material == Material.JEWEL;
        s.label = jewel ? Parsing.EARRING : Parsing.GLASSES;
        s.shine = material == Material.DARK_LENS ? 0.5f : jewel ? 1.2f : 0.6f;
        s.gloss = jewel ? 25 : 50;
    }

    private void light(float[] rgb, boolean hair) {
        float x = s.nx;
        float y = s.ny;
        float z = s.nz;
        float nd = x * key[0] + y * key[1] + z * key[2];
        float facing = Math.max(0, nd);
        float sky = 0.5f + 0.5f * s.open;
        float spec = 0;
        if (s.shine > 0) {
            float nh = Math.max(0, x * hx + y * hy + z * hz);
            float lobe =
                    s.gloss == 0
                            ? Math.max(0.25f, facing)
                            : (float) Math.exp(-s.gloss * 2 * (1 - nh));
            spec = s.shine * lobe * (0.15f + 0.85f * s.lit);
        }
        float rim = s.gloss == 0 ? 0 : 0.05f * (1 - z) * (1 - z) * s.open;
        float wrap = hair ? 0 : 0.05f * Math.max(0, 1 - Math.abs(nd - 0.05f) * 4) * s.lit;
        for (int c = 0; c < 3; c++) {
            float e =
                    light[c]
                            + light[3 + c] * x
                            + light[6 + c] * y
                            + light[9 + c] * z
                            + light[12 + c] * x * y
                            + light[15 + c] * x * z
                            + light[18 + c] * y * z
                            + light[21 + c] * (x * x - y * y)
                            + light[24 + c] * (3 * z * z - 1);
            e = e * sky - 0.85f * (1 - s.lit) * key[3 + c] * facing;
            e =
                    Math.max(e, 0.07f * (light[c] + 0.2f))
                            + (c == 0 ? wrap : 0.25f * wrap) * key[3 + c];
            rgb[c] += s.rgb[c] * e + spec * (key[3 + c] + 0.15f * light[c]) + rim * light[c];
        }
    }
}
