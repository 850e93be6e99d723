package mien.engine.edit.relight;

import mien.engine.flame.AlbedoModel;
import mien.engine.flame.CropTransform;
import mien.engine.flame.FaceRig;
import mien.engine.flame.FlameCode;
import mien.engine.flame.Posed;
import mien.engine.flame.SphericalHarmonics;
import mien.engine.flame.VertexNormals;
import mien.engine.flame.WeakPerspective;
import mien.engine.picture.Picture;
import mien.engine.raster.Fragments;
import mien.engine.raster.Rasteriser;

/**
 * The photograph laid over the fitted head, so that its skin can be shown in another pose and
 * another light (quotient images, Shashua and Riklin-Raviv 2001). What the photograph does not show
 * is guessed from its surroundings where it faced away, and is the model's albedo where it was
 * covered.
 */
final class PhotoSkin {

    private static final float DEPTH =
            10; // pushes the head in front of the picture plane, as the buffers do
    private static final float GRAZING = 0.1f; // skin that leans more than this was hardly seen,
    private static final float FACING = 0.35f; // less than this: well
    private static final float TOLERANCE =
            0.02f; // of depth: nearer than this to the front is the front
    private static final float DARK = 0.2f; // added to both shadings, lest shadows turn to grain
    private static final float STILL = 1; // pixels: a point that moved less shows its own pixel

    private final Picture photo;
    private final int[] faces;
    private final float[] points; // x, y in pixels of the photo, z away from the viewer [V·3]
    private final float[] normals; // [V·3]
    private final Fragments fitted;
    private final float[] light;
    private final AlbedoModel.Surface albedo;
    private final float[] guessed; // [V·3]
    private final boolean[] facedAway; // where the guess is better than the albedo [V]

    PhotoSkin(FaceRig rig, Picture photo, FlameCode code, CropTransform crop) {
        this.photo = photo;
        faces = rig.model().faces();
        Posed head = rig.model().pose(code);
        float[] screen = onScreen(head, code, crop);
        points = inPixels(screen, photo.width());
        normals = VertexNormals.of(head.vertices(), faces);
        fitted = Rasteriser.rasterise(screen, faces, photo.width(), photo.height());
        light = code.light();
        albedo = rig.albedo().surface(code.texture());
        guessed = new float[points.length];
        facedAway = new boolean[points.length / 3];
        guess();
    }

    /**
     * A head in picture coordinates, as the buffers are drawn: x right, y down, −1 to 1, z away
     * from the viewer.
     */
    static float[] onScreen(Posed head, FlameCode code, CropTransform crop) {
        float[] points = crop.toPicture(WeakPerspective.of(code.camera()).project(head.vertices()));
        for (int i = 2; i < points.length; i += 3) {
            points[i] += DEPTH;
        }
        return points;
    }

    /** The same with x and y in pixels of a square picture, whole numbers at their centres. */
    static float[] inPixels(float[] screen, int side) {
        float[] pixels = screen.clone();
        for (int i = 0; i < pixels.length; i += 3) {
            pixels[i] = (screen[i] + 1) / 2 * side - 0.5f;
            pixels[i + 1] = (screen[i + 1] + 1) / 2 * side - 0.5f;
        }
        return pixels;
    }

    Picture photo() {
        return photo;
    }

    /** The fitted head as it covers the photograph. */
    Fragments fitted() {
        return fitted;
    }

    /** How far a head lies from the fitted one in the picture: mean of its points, pixels. */
    float distance(float[] screen) {
        float[] now = inPixels(screen, photo.width());
        double sum = 0;
        for (int i = 0; i < now.length; i += 3) {
            sum += Math.hypot(now[i] - points[i], now[i + 1] - points[i + 1]);
        }
        return (float) (3 * sum / now.length);
    }

    /**
     * What a point of the head sends to the viewer in another light.
     *
     * @param seen the head as it is drawn now
     * @param pixel which of its pixels
     * @param shading red, green, blue of the light that falls there now
     * @param rgb where red, green, blue go, about 0 to 1
     */
    void shaded(Fragments seen, int pixel, float[] shading, float[] rgb) {
        Spot spot = new Spot();
        float away = 0;
        int corner = 3 * seen.face()[pixel];
        for (int k = 0; k < 3; k++) {
            float w = seen.bary()[3 * pixel + k];
            spot.add(faces[corner + k], w);
            away += facedAway[faces[corner + k]] ? w : 0;
        }
        float trust = spot.trust(pixel % seen.width(), pixel / seen.width());
        if (trust < 1) {
            albedo.colour(seen.face()[pixel], seen.bary(), 3 * pixel, rgb);
        }
        for (int c = 0; c < 3; c++) {
            float unseen = 0;
            if (trust < 1) {
                unseen =
                        (rgb[c] + away * (guess(seen, pixel, c) - rgb[c]))
                                * shading[c]; // albedo · shading
            }
            float photographed = trust > 0 ? spot.quotient(c, shading[c]) : 0;
            rgb[c] = unseen + trust * (photographed - unseen);
        }
    }

    private float guess(Fragments seen, int pixel, int c) {
        float sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += seen.bary()[3 * pixel + k] * guessed[3 * faces[3 * seen.face()[pixel] + k] + c];
        }
        return sum;
    }

    /** Vertices that look at the viewer give their colour to those that look away. */
    private void guess() {
        boolean[] known = new boolean[facedAway.length];
        boolean[] wanted = new boolean[facedAway.length];
        for (int v = 0; v < known.length; v++) {
            Spot spot = new Spot();
            spot.add(v, 1);
            known[v] = spot.nz > FACING && !spot.hidden();
            wanted[v] = spot.nz <= FACING;
            for (int c = 0; c < 3 && known[v]; c++) {
                guessed[3 * v + c] = spot.quotient(c, 1);
            }
        }
        TurnedAway.fill(guessed, known, wanted, faces);
        System.arraycopy(known, 0, facedAway, 0, known.length);
    }

    /** Where a point of the head was in the photograph. */
    private final class Spot {
        private float x;
        private float y;
        private float z;
        private float nx;
        private float ny;
        private float nz;

        void add(int vertex, float w) {
            int v = 3 * vertex;
            x += w * points[v];
            y += w * points[v + 1];
            z += w * points[v + 2];
            nx += w * normals[v];
            ny += w * normals[v + 1];
            nz += w * normals[v + 2];
        }

        /** How well the photograph shows it; what did not move shows the pixel it always showed. */
        float trust(int column, int row) {
            if (hidden()) {
                return 0;
            }
            boolean still = Math.abs(x - column) < STILL && Math.abs(y - row) < STILL;
            return still ? 1 : Math.max(0, Math.min(1, (nz - GRAZING) / (FACING - GRAZING)));
        }

        boolean hidden() {
            int column = Math.round(x);
            int row = Math.round(y);
            if (column < 0 || row < 0 || column >= photo.width() || row >= photo.height()) {
                return true;
            }
            float nearest = fitted.z()[row * photo.width() + column];
            return nearest >= 0 && z > nearest + TOLERANCE;
        }

        /** The photograph there, in another light: times the quotient of both shadings. */
        float quotient(int c, float shading) {
            float was = SphericalHarmonics.shade(light, c, nx, ny, nz);
            return sample(16 - 8 * c) * (Math.max(0, shading) + DARK) / (Math.max(0, was) + DARK);
        }

        /** Bilinear, 0 to 1; the edge is repeated. */
        private float sample(int shift) {
            int c = (int) Math.floor(x);
            int r = (int) Math.floor(y);
            float fx = x - c;
            float fy = y - r;
            float top = level(c, r, shift) * (1 - fx) + level(c + 1, r, shift) * fx;
            float bottom = level(c, r + 1, shift) * (1 - fx) + level(c + 1, r + 1, shift) * fx;
            return (top * (1 - fy) + bottom * fy) / 255;
        }

        private int level(int column, int row, int shift) {
            int c = Math.max(0, Math.min(photo.width() - 1, column));
            int r = Math.max(0, Math.min(photo.height() - 1, row));
            return photo.argb()[r * photo.width() + c] >> shift & 0xff;
        }
    }
}
