package mien.engine.world;

import mien.engine.flame.AlbedoModel;
import mien.engine.flame.CropTransform;
import mien.engine.flame.FlameCode;
import mien.engine.flame.Landmarks;
import mien.engine.flame.Posed;
import mien.engine.flame.VertexAlbedo;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.raster.BufferRenderer;
import mien.engine.raster.Buffers;

/**
 * The world of drawn people: the same identity, look and size give the same portrait, byte for
 * byte, on every thread.
 */
public final class DrawnPeople {
    /** Raised whenever the same seed gives another picture. */
    public static final int VERSION = 1;

    private static final int SAMPLES = 3;
    private static final BufferRenderer BUFFERS = new BufferRenderer(BuiltinHead.rig());

    private DrawnPeople() {}

    /**
     * @param who the person
     * @param look how they are seen
     * @param size side of the picture in pixels, 32 to 1024
     * @return the portrait with its labels
     */
    public static Portrait render(Identity who, Look look, int size) {
        if (size < 32 || size > 1024) {
            throw new IllegalArgumentException(
                    "A drawn portrait is 32 to 1024 pixels wide, but " + size + " were asked for.");
        }
        FlameCode free = uncentred(who, look);
        Posed posed = BuiltinHead.rig().model().pose(free);
        FlameCode code = centred(free, posed, look);
        Buffers buffers = BUFFERS.render(posed, code, CropTransform.IDENTITY, size, size);
        Frame frame = new Frame(posed, look);
        Scene scene = scene(who, posed, frame, code);
        float[] key = Lights.key(look.light());
        float[] centre = {-code.camera()[1], -code.camera()[2] - 0.02f, 0.02f};
        Shadows.cast(scene, centre, key[0], key[1], key[2]);
        SampleRaster raster = new SampleRaster(scene, code.camera(), size * SAMPLES);
        float[] rgb = new float[3 * size * size];
        byte[] parsing = new byte[size * size];
        new Finish(look, size, SAMPLES, (int) who.seed())
                .develop(raster, new Shading(scene, raster, who, look, key), rgb, parsing);
        byte[] layout = new byte[parsing.length];
        for (int i = 0; i < layout.length; i++) {
            layout[i] = Parsing.layout(parsing[i]);
        }
        Points points = Points.of(posed, frame, look, code.camera(), size, who.outfit());
        return new Portrait(who, look, size, rgb, buffers, code, parsing, layout, points);
    }

    /**
     * The FLAME code of a portrait. Its camera keeps the point between eyes and mouth at the look's
     * place, however the head turns.
     *
     * @param who the person
     * @param look how they are seen
     * @return the code
     */
    public static FlameCode code(Identity who, Look look) {
        FlameCode free = uncentred(who, look);
        return centred(free, BuiltinHead.rig().model().pose(free), look);
    }

    private static FlameCode centred(FlameCode free, Posed posed, Look look) {
        float s = look.scale();
        float[] c = Landmarks.portraitCentre(BuiltinHead.rig().landmarks().landmarks2d(posed));
        return free.withCamera(
                new float[] {s, look.centreX() / s - c[0], look.centreY() / s - c[1]});
    }

    private static FlameCode uncentred(Identity who, Look look) {
        float[] turn = Turn.axisAngle(look.head()[0], look.head()[1], look.head()[2]);
        float[] eye = Turn.axisAngle(look.gaze()[0], look.gaze()[1], 0);
        return new FlameCode(
                who.shape(),
                who.albedo(),
                look.expression(),
                new float[] {turn[0], turn[1], turn[2], look.jaw(), 0, 0},
                new float[] {eye[0], eye[1], eye[2], eye[0], eye[1], eye[2]},
                new float[] {look.scale(), 0, 0},
                look.light());
    }

    static Scene scene(Identity who, Posed posed, Frame frame, FlameCode code) {
        VertexAlbedo albedo = (VertexAlbedo) BuiltinHead.rig().albedo();
        float[] colours = AlbedoModel.blended(albedo.mean(), albedo.basis(), code.texture());
        Scene scene = new Scene();
        HeadPiece.add(scene, posed, frame, colours, who);
        Scalp scalp = new Scalp(posed, frame);
        float[] skin = {colours[0], colours[1], colours[2]};
        TorsoPiece.add(scene, frame, who, skin);
        HairPiece.add(scene, scalp, frame, who);
        HatPiece.add(scene, scalp, frame, who.outfit());
        Trinkets.add(scene, posed, frame, who.outfit());
        return scene;
    }
}
