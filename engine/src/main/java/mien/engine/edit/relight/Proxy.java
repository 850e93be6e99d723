package mien.engine.edit.relight;

import mien.engine.flame.CropTransform;
import mien.engine.flame.FaceRig;
import mien.engine.flame.FlameCode;
import mien.engine.flame.Posed;
import mien.engine.flame.SphericalHarmonics;
import mien.engine.flame.VertexNormals;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.raster.BufferRenderer;
import mien.engine.raster.Fragments;
import mien.engine.raster.Rasteriser;

/**
 * The Lambertian head over the portrait, in the photograph's own skin: what follows a slider at
 * screen rate. Made once for a portrait; drawing is thread-safe.
 */
final class Proxy {

    /** Large enough to look at, small enough to follow the hand. */
    static final int SIDE = 256;

    private static final int RIM = 2; // pixels round the head in which it is still seen
    private static final int CHIN = 8; // landmark
    private static final float[] NECK = {
        0.4f, 0.8f
    }; // of the way up to the chin: clothes below, skin above
    private static final float[] MOVED = {
        0.5f, 2
    }; // pixels: less shows the photograph behind, more what is guessed

    private final FaceRig rig;
    private final PhotoSkin skin;
    private final float[] bare; // 0 where clothes cover the neck, 1 where skin shows [V]
    private final Picture behind; // the photograph without the head

    Proxy(FaceRig rig, Picture portrait, FlameCode fitted, CropTransform crop) {
        this.rig = rig;
        skin = new PhotoSkin(rig, portrait.resized(SIDE, SIDE), fitted, crop);
        bare = bare(rig);
        float[] fade = skin.fitted().interpolate(rig.model().faces(), bare, 1);
        behind = Inpainting.filled(skin.photo(), widened(fade));
    }

    Picture of(RelightSpec spec, BufferRenderer renderer) {
        FlameCode code = spec.edited();
        Posed head = renderer.placed(code, spec.centre());
        int[] faces = rig.model().faces();
        float[] screen = PhotoSkin.onScreen(head, code, spec.portrait().crop());
        Fragments seen = Rasteriser.rasterise(screen, faces, SIDE, SIDE);
        float[] normals = seen.interpolate(faces, VertexNormals.of(head.vertices(), faces), 3);
        float[] fade = seen.interpolate(faces, bare, 1);
        float moved = ramp(skin.distance(screen), MOVED[0], MOVED[1]);

        int[] argb = new int[SIDE * SIDE];
        float[] rgb = new float[3];
        float[] shading = new float[3];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = mixed(skin.photo().argb()[i], behind.argb()[i], moved);
            if (fade[i] > 0) {
                for (int c = 0; c < 3; c++) {
                    shading[c] =
                            SphericalHarmonics.shade(
                                    code.light(),
                                    c,
                                    normals[i],
                                    normals[argb.length + i],
                                    normals[2 * argb.length + i]);
                }
                skin.shaded(seen, i, shading, rgb);
                argb[i] = mixed(argb[i], colour(rgb), fade[i] * inside(seen, i));
            }
        }
        return new Picture(SIDE, SIDE, argb);
    }

    /** From the base of the neck, where clothes are, up to the chin. */
    private static float[] bare(FaceRig rig) {
        Posed rest = rig.model().pose(rig.neutral(1));
        float chin = rig.landmarks().landmarks3d(rest)[3 * CHIN + 1];
        float bottom = Float.MAX_VALUE;
        for (int i = 1; i < rest.vertices().length; i += 3) {
            bottom = Math.min(bottom, rest.vertices()[i]);
        }
        float[] bare = new float[rig.model().vertexCount()];
        for (int v = 0; v < bare.length; v++) {
            float up = (rest.vertices()[3 * v + 1] - bottom) / (chin - bottom);
            bare[v] = ramp(up, NECK[0], NECK[1]);
        }
        return bare;
    }

    /** Where the head is seen, and a rim around it. */
    private static boolean[] widened(float[] fade) {
        boolean[] hole = new boolean[fade.length];
        for (int i = 0; i < fade.length; i++) {
            for (int dy = -RIM; dy <= RIM && fade[i] > 0; dy++) {
                for (int dx = -RIM; dx <= RIM; dx++) {
                    hole[clamped(i / SIDE + dy) * SIDE + clamped(i % SIDE + dx)] = true;
                }
            }
        }
        return hole;
    }

    /** Share of a pixel's surroundings that the head covers: softens its edge. */
    private static float inside(Fragments seen, int pixel) {
        int covered = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                covered +=
                        seen.face()[clamped(pixel / SIDE + dy) * SIDE + clamped(pixel % SIDE + dx)]
                                        >= 0
                                ? 1
                                : 0;
            }
        }
        return covered / 9f;
    }

    private static int clamped(int index) {
        return Math.max(0, Math.min(SIDE - 1, index));
    }

    private static float ramp(float v, float from, float to) {
        return Math.max(0, Math.min(1, (v - from) / (to - from)));
    }

    private static int colour(float[] rgb) {
        return 0xff000000
                | Range.UNIT.level(rgb[0]) << 16
                | Range.UNIT.level(rgb[1]) << 8
                | Range.UNIT.level(rgb[2]);
    }

    private static int mixed(int behind, int drawn, float share) {
        if (share == 0) {
            return behind;
        }
        int out = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int b = behind >> shift & 0xff;
            int d = drawn >> shift & 0xff;
            out = out << 8 | Math.round(b + share * (d - b));
        }
        return out;
    }
}
