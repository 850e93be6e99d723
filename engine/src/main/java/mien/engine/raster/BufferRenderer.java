package mien.engine.raster;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import mien.engine.flame.AlbedoModel;
import mien.engine.flame.CropTransform;
import mien.engine.flame.FaceRig;
import mien.engine.flame.FlameCode;
import mien.engine.flame.Landmarks;
import mien.engine.flame.Posed;
import mien.engine.flame.SphericalHarmonics;
import mien.engine.flame.VertexNormals;
import mien.engine.flame.WeakPerspective;

/** From a FLAME code to the nine channels DiffusionRig is conditioned on; safe for many threads. */
public final class BufferRenderer {
    /** Pushes the head away from the viewer, so that no corner lies behind the picture plane. */
    private static final float DEPTH = 10;

    private final FaceRig rig;

    /** The last albedo: sliders of pose, light and expression leave it as it is. */
    private final AtomicReference<Painted> last = new AtomicReference<>();

    private record Painted(float[] coefficients, AlbedoModel.Surface surface) {}

    /**
     * @param rig the head to draw
     */
    public BufferRenderer(FaceRig rig) {
        this.rig = rig;
    }

    /**
     * @param code a head
     * @return the point between eyes and mouth that an edit keeps in place, xyz metres
     */
    public float[] centre(FlameCode code) {
        return centre(rig.model().pose(code));
    }

    private float[] centre(Posed head) {
        return Landmarks.portraitCentre(rig.landmarks().landmarks2d(head));
    }

    /**
     * @param code the head
     * @param crop where its face crop lies in the picture
     * @param size side of the square picture
     * @param recentreOn the {@link #centre} the head is moved to, or empty to leave it
     * @return the buffers
     */
    public Buffers render(
            FlameCode code, CropTransform crop, int size, Optional<float[]> recentreOn) {
        return render(placed(code, recentreOn), code, crop, size, size);
    }

    /**
     * @param code the head
     * @param recentreOn the {@link #centre} the head is moved to, or empty to leave it
     * @return the posed head where it will be drawn
     */
    public Posed placed(FlameCode code, Optional<float[]> recentreOn) {
        Posed head = rig.model().pose(code);
        return recentreOn
                .map(
                        goal -> {
                            float[] now = centre(head);
                            return head.shifted(
                                    new float[] {
                                        goal[0] - now[0], goal[1] - now[1], goal[2] - now[2]
                                    });
                        })
                .orElse(head);
    }

    /**
     * @param head a posed head, already in place
     * @param code whose camera, albedo and light are used
     * @param crop where its face crop lies in the picture
     * @param width columns
     * @param height rows
     * @return the buffers
     */
    public Buffers render(Posed head, FlameCode code, CropTransform crop, int width, int height) {
        float[] seen = WeakPerspective.of(code.camera()).project(head.vertices());
        float[] points = crop.toPicture(seen);
        for (int i = 2; i < points.length; i += 3) {
            points[i] += DEPTH;
        }
        int[] faces = rig.model().faces();
        Fragments fragments = Rasteriser.rasterise(points, faces, width, height);
        float[] normals = VertexNormals.of(head.vertices(), faces);
        return shaded(
                fragments,
                fragments.interpolate(faces, normals, 3),
                surface(code.texture()),
                code.light());
    }

    private AlbedoModel.Surface surface(float[] coefficients) {
        Painted known = last.get();
        if (known != null && Arrays.equals(known.coefficients, coefficients)) {
            return known.surface;
        }
        AlbedoModel.Surface surface = rig.albedo().surface(coefficients);
        last.set(new Painted(coefficients.clone(), surface));
        return surface;
    }

    private static Buffers shaded(
            Fragments fragments, float[] normals, AlbedoModel.Surface surface, float[] light) {
        int n = fragments.face().length;
        float[] albedo = new float[3 * n];
        float[] rendered = new float[3 * n];
        float[] rgb = new float[3];
        for (int i = 0; i < n; i++) {
            if (fragments.face()[i] >= 0) {
                surface.colour(fragments.face()[i], fragments.bary(), 3 * i, rgb);
                float x = normals[i];
                float y = normals[n + i];
                float z = normals[2 * n + i];
                for (int c = 0; c < 3; c++) {
                    albedo[c * n + i] = rgb[c];
                    rendered[c * n + i] = rgb[c] * SphericalHarmonics.shade(light, c, x, y, z);
                }
            }
        }
        return new Buffers(
                fragments.width(),
                fragments.height(),
                rendered,
                normals,
                albedo,
                fragments.coverage());
    }
}
