package mien.engine.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import mien.engine.flame.FlameCode;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import mien.engine.picture.WholeFile;
import mien.engine.picture.pose.Joint;

/**
 * A portrait as a folder: picture.png, layout.png, parsing.png (class numbers as grey levels),
 * render.png, normals.png, albedo.png, joints.json, code.json, caption.txt.
 */
public final class WorldFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Order of the 18 joints; right and left are the person's. */
    static final List<String> JOINTS = Joint.ALL.stream().map(Joint::words).toList();

    private WorldFiles() {}

    /**
     * Writes {@code root/<seed>/} and, for K = 1 … furtherLooks, {@code root/<seed>/look-K/}.
     *
     * @param root folder, made if missing
     * @param seed the person
     * @param furtherLooks looks besides the first
     * @param size side of the pictures in pixels
     * @return the person's folder
     * @throws PictureException if a file cannot be written: which, why, and what to do
     */
    public static Path write(Path root, long seed, int furtherLooks, int size) {
        Identity who = Identity.of(seed);
        Path folder = root.resolve(Long.toString(seed));
        for (int k = 0; k <= furtherLooks; k++) {
            Path at = k == 0 ? folder : folder.resolve("look-" + k);
            write(at, DrawnPeople.render(who, Look.of(who, k), size));
        }
        return folder;
    }

    /**
     * @param folder where to, made if missing
     * @param p what to write
     * @throws PictureException if a file cannot be written: which, why, and what to do
     */
    public static void write(Path folder, Portrait p) {
        p.picture().write(folder.resolve("picture.png"));
        grey(p.layout(), p.size()).write(folder.resolve("layout.png"));
        grey(p.parsing(), p.size()).write(folder.resolve("parsing.png"));
        p.buffers().renderedPicture().write(folder.resolve("render.png"));
        p.buffers().normalsPicture().write(folder.resolve("normals.png"));
        p.buffers().albedoPicture().write(folder.resolve("albedo.png"));
        text(joints(p).toPrettyString(), folder.resolve("joints.json"));
        text(code(p).toPrettyString(), folder.resolve("code.json"));
        text(p.caption() + "\n", folder.resolve("caption.txt"));
    }

    private static void text(String text, Path file) {
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Picture grey(byte[] classes, int size) {
        int[] argb = new int[classes.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | classes[i] * 0x010101;
        }
        return new Picture(size, size, argb);
    }

    private static ObjectNode joints(Portrait p) {
        Points points = p.points();
        ObjectNode root = JSON.createObjectNode();
        root.put("width", p.size()).put("height", p.size());
        ArrayNode joints = root.putArray("joints");
        for (int i = 0; i < JOINTS.size(); i++) {
            joints.addObject()
                    .put("name", JOINTS.get(i))
                    .put("x", points.joints()[2 * i])
                    .put("y", points.joints()[2 * i + 1])
                    .put("visible", points.visible()[i]);
        }
        pairs(root.putArray("landmarks"), points.landmarks());
        pairs(root.putArray("five"), points.five());
        numbers(root, "face_box", points.faceBox());
        return root;
    }

    private static ObjectNode code(Portrait p) {
        FlameCode c = p.code();
        Identity who = p.identity();
        ObjectNode root = JSON.createObjectNode();
        root.put("world_version", DrawnPeople.VERSION)
                .put("seed", who.seed())
                .put("framing", "portrait");
        named(root, "shape", BuiltinHead.rig().shapeNames(), c.shape());
        named(root, "texture", BuiltinHead.albedoNames(), c.texture());
        named(root, "expression", BuiltinHead.rig().expressionNames(), c.expression());
        numbers(root, "pose", c.pose());
        numbers(root, "eyes", c.eyes());
        numbers(root, "camera", c.camera());
        ArrayNode light = root.putArray("light");
        for (int band = 0; band < 9; band++) {
            ArrayNode row = light.addArray();
            for (int k = 0; k < 3; k++) {
                row.add(c.light()[3 * band + k]);
            }
        }
        root.putObject("gaze").put("pitch", p.points().gaze()[0]).put("yaw", p.points().gaze()[1]);
        numbers(root, "identity", who.vector());
        root.putObject("hair")
                .put("style", word(who.hair().style()))
                .put("colour", who.hair().colourName());
        Outfit o = who.outfit();
        root.putObject("clothes")
                .put("garment", word(o.garment()))
                .put("pattern", word(o.pattern()))
                .put("colour", o.colourName())
                .put("headwear", word(o.headwear()))
                .put("glasses", word(o.glasses()))
                .put("earrings", o.earrings());
        root.put("backdrop", word(p.look().backdrop()));
        return root;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void named(ObjectNode root, String key, List<String> names, float[] values) {
        ObjectNode node = root.putObject(key);
        for (int i = 0; i < values.length; i++) {
            node.put(names.get(i), values[i]);
        }
    }

    private static void numbers(ObjectNode root, String key, float[] values) {
        ArrayNode node = root.putArray(key);
        for (float v : values) {
            node.add(v);
        }
    }

    private static void pairs(ArrayNode node, float[] xy) {
        for (int i = 0; i < xy.length; i += 2) {
            node.addArray().add(xy[i]).add(xy[i + 1]);
        }
    }
}
