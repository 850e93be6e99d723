package mien.engine.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import mien.engine.edit.Control;
import mien.engine.edit.Direction;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.picture.Picture;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;

/**
 * What relighting can do, on one drawn portrait: light from three sides, the head turned, a smile.
 */
final class RelightDemo {

    /** Somebody no network was trained on. */
    private static final long PERSON = 1_000_003;

    private static final int SIDE = 128;
    private static final String SAMPLE = "/mien/ui/samples/portrait-1.png";

    private RelightDemo() {}

    static void show(Relight relight, DemoReel reel) {
        RelightSpec opened = reel.given(relight, "portrait", sample());
        edits(relight).forEach((name, edit) -> reel.make(relight, name, edit.apply(opened)));
    }

    private static Map<String, UnaryOperator<RelightSpec>> edits(Relight relight) {
        Map<String, UnaryOperator<RelightSpec>> edits = new LinkedHashMap<>();
        edits.put("light-left", lit(-60, 20));
        edits.put("light-right", lit(60, 20));
        edits.put("light-above", lit(0, 70));
        edits.put(
                "turned",
                spec -> spec.withHead(spec.head().withYaw(spec.head().yaw() > 0 ? -20 : 20)));
        edits.put(
                "smile",
                spec ->
                        slid(
                                relight,
                                slid(relight, spec, "expression.smileLeft", 1),
                                "expression.smileRight",
                                1));
        return edits;
    }

    private static UnaryOperator<RelightSpec> lit(double azimuth, double elevation) {
        return spec -> {
            double strength = Math.max(0.55, spec.light().strength());
            return spec.withLight(
                    spec.light()
                            .withDirection(new Direction(azimuth, elevation))
                            .withStrength(strength));
        };
    }

    private static RelightSpec slid(Relight relight, RelightSpec spec, String id, double value) {
        return relight.control(id)
                .map(c -> c instanceof Control.Slider<RelightSpec> s ? s.with(spec, value) : spec)
                .orElse(spec);
    }

    /** The studio's first sample, or where there is no studio a drawn person. */
    private static Picture sample() {
        try (InputStream bundled = RelightDemo.class.getResourceAsStream(SAMPLE)) {
            if (bundled != null) {
                return Picture.decode(bundled.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the sample portrait cannot be read", e);
        }
        Identity person = Identity.of(PERSON);
        return DrawnPeople.render(person, Look.of(person, 0), SIDE).picture();
    }
}
