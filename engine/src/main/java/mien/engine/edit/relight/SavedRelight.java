package mien.engine.edit.relight;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import mien.engine.edit.Direction;
import mien.engine.edit.EditException;
import mien.engine.edit.Rgb;
import mien.engine.edit.SavedFields;
import mien.engine.edit.SavedMasks;
import mien.engine.edit.SavedSpec;
import mien.engine.flame.FlameCode;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.MaskSet;

/**
 * Relight's specs in files. Each part of a spec has one line in {@link #saved} and one in {@link
 * #restored}; a part that older files lack gets its neutral value there, and the version goes up
 * only when an older Mien would misread the file.
 */
final class SavedRelight {

    static final int VERSION = 1;
    static final String LATENT = "latent";

    private static final String BASE = "base";

    private SavedRelight() {}

    static SavedSpec saved(RelightSpec s) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        values.set("fitted", code(s.portrait().fitted()));
        values.set("light", light(s.light()));
        ObjectNode head = based(s.head().base());
        head.put("yaw", s.head().yaw()).put("pitch", s.head().pitch());
        values.set("head", head.put("roll", s.head().roll()));
        values.set("jaw", based(s.jaw().base()).put("degrees", s.jaw().degrees()));
        ObjectNode gaze = based(s.gaze().base()).put("horizontal", s.gaze().horizontal());
        values.set("gaze", gaze.put("vertical", s.gaze().vertical()));
        values.set("expression", SavedFields.row(s.expression().array()));
        values.set("shape", SavedFields.row(s.shape().array()));
        values.put("keep-centre", s.keepCentre());
        Map<String, Picture> pictures =
                s.latentFrom().equals(s.source()) ? Map.of() : Map.of(LATENT, s.latentFrom());
        if (!s.where().masks().isEmpty()) {
            values.set(Where.ID, SavedMasks.values(Where.ID, s.where()));
        }
        return new SavedSpec(VERSION, values, pictures, SavedMasks.pixels(Where.ID, s.where()));
    }

    /**
     * @param neutral a code of the head that is installed: its lengths are the ones to expect
     * @param opening makes the freshly opened spec of a fitted code
     * @throws EditException if the spec is newer, damaged or of another head
     */
    static RelightSpec restored(SavedSpec saved, FlameCode neutral, Opening opening) {
        SavedFields in = SavedFields.of("relight", saved, VERSION);
        SavedFields head = in.section("head");
        SavedFields jaw = in.section("jaw");
        SavedFields gaze = in.section("gaze");
        RelightSpec opened = opening.of(code(in.section("fitted"), neutral));
        return opened.withLight(light(in.section("light")))
                .withHead(
                        new HeadTurn(
                                row(head, BASE, 3),
                                head.real("yaw"),
                                head.real("pitch"),
                                head.real("roll")))
                .withJaw(new Jaw(row(jaw, BASE, 3), jaw.real("degrees")))
                .withGaze(
                        new Gaze(
                                row(gaze, BASE, 6), gaze.real("horizontal"), gaze.real("vertical")))
                .withExpression(row(in, "expression", neutral.expression().length))
                .withShape(row(in, "shape", neutral.shape().length))
                .withLatentFrom(saved.pictures().getOrDefault(LATENT, opened.source()))
                .withKeepCentre(in.flag("keep-centre"))
                .withWhere(where(in, saved, opened.where()));
    }

    private static MaskSet where(SavedFields in, SavedSpec saved, MaskSet none) {
        return in.has(Where.ID) ? SavedMasks.of(in.section(Where.ID), saved, none) : none;
    }

    /** Makes the freshly opened spec of a head that is known. */
    @FunctionalInterface
    interface Opening {
        RelightSpec of(FlameCode fitted);
    }

    private static ObjectNode based(Coefficients base) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.set(BASE, SavedFields.row(base.array()));
        return part;
    }

    private static ObjectNode light(Light l) {
        ObjectNode light = based(l.base());
        light.put("azimuth", l.direction().azimuth());
        light.put("elevation", l.direction().elevation());
        light.put("strength", l.strength()).put("ambience", l.ambience());
        Rgb c = l.colour();
        return light.put("red", c.red()).put("green", c.green()).put("blue", c.blue());
    }

    private static Light light(SavedFields in) {
        return new Light(
                row(in, BASE, FlameCode.LIGHT),
                new Direction(in.real("azimuth"), in.real("elevation")),
                in.real("strength"),
                in.real("ambience"),
                new Rgb(in.real("red"), in.real("green"), in.real("blue")));
    }

    private static ObjectNode code(FlameCode c) {
        ObjectNode code = JsonNodeFactory.instance.objectNode();
        code.set("shape", SavedFields.row(c.shape()));
        code.set("texture", SavedFields.row(c.texture()));
        code.set("expression", SavedFields.row(c.expression()));
        code.set("pose", SavedFields.row(c.pose()));
        code.set("eyes", SavedFields.row(c.eyes()));
        code.set("camera", SavedFields.row(c.camera()));
        code.set("light", SavedFields.row(c.light()));
        return code;
    }

    private static FlameCode code(SavedFields in, FlameCode neutral) {
        return new FlameCode(
                in.numbers("shape", neutral.shape().length),
                in.numbers("texture", neutral.texture().length),
                in.numbers("expression", neutral.expression().length),
                in.numbers("pose", neutral.pose().length),
                in.numbers("eyes", neutral.eyes().length),
                in.numbers("camera", neutral.camera().length),
                in.numbers("light", FlameCode.LIGHT));
    }

    private static Coefficients row(SavedFields in, String key, int count) {
        return Coefficients.of(in.numbers(key, count));
    }
}
