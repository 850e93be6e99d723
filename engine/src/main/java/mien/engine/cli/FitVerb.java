package mien.engine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import mien.engine.edit.RunSettings;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.flame.FlameCode;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.picture.Picture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the head and the light of a portrait; the file has the form of the world's code.json. */
@Command(
        name = "fit",
        description = "Read the head, the camera and the light of a portrait into a JSON file.")
final class FitVerb extends Verb {

    @Parameters(paramLabel = "PICTURE", description = "A square, framed portrait.")
    Path picture;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the numbers go; else they are printed.")
    Path out;

    @Mixin RunOptions run = new RunOptions();

    FitVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        RunSettings settings = run.settings();
        Picture portrait = Picture.read(picture);
        ObjectNode code;
        try (Session session = new Session(context)) {
            Relight relight = (Relight) session.engine().system("relight");
            RelightSpec spec = session.open(relight, portrait, settings);
            code =
                    code(
                            spec,
                            session.engine().library().choose(relight.id(), settings.model()).id());
        }
        if (out != null) {
            Outputs.write(code, out);
        }
        if (json || out == null) {
            console().say(code);
        } else {
            console().say(out.toString());
        }
    }

    private ObjectNode code(RelightSpec spec, String pack) {
        FlameCode c = spec.edited();
        ObjectNode root =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("picture", picture.toString())
                        .put("pack", pack)
                        .put("framing", "portrait");
        named(root, "shape", BuiltinHead.rig().shapeNames(), c.shape());
        named(root, "texture", BuiltinHead.albedoNames(), c.texture());
        named(root, "expression", BuiltinHead.rig().expressionNames(), c.expression());
        numbers(root.putArray("pose"), c.pose(), 0, c.pose().length);
        numbers(root.putArray("eyes"), c.eyes(), 0, c.eyes().length);
        numbers(root.putArray("camera"), c.camera(), 0, c.camera().length);
        ArrayNode light = root.putArray("light");
        for (int band = 0; band < FlameCode.LIGHT; band += 3) {
            numbers(light.addArray(), c.light(), band, band + 3);
        }
        return root;
    }

    private static void named(ObjectNode root, String key, List<String> names, float[] values) {
        ObjectNode node = root.putObject(key);
        IntStream.range(0, values.length).forEach(i -> node.put(names.get(i), values[i]));
    }

    private static void numbers(ArrayNode node, float[] values, int from, int to) {
        IntStream.range(from, to).forEach(i -> node.add(values[i]));
    }
}
