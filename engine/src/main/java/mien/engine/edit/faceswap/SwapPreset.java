package mien.engine.edit.faceswap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mien.engine.edit.Control;
import mien.engine.edit.faceswap.SwapSettings.Guiding;

/**
 * Guidances that go together, by name; before them stands the model's own. How the gradient is
 * taken is the machine's affair.
 */
enum SwapPreset {
    /** The program without its slips. */
    MENDED(SwapGuidance.DEFAULT),
    /** The program as it was published. */
    AS_PROGRAM(SwapGuidance.of(SwapSettings.asProgram())),
    /** The paper, where it says something. */
    AS_PAPER(SwapGuidance.of(SwapSettings.asPaper())),
    /** For heads that are turned unlike: the authors advise less identity and a longer mask. */
    POSE_SAFE(safe());

    private static final String MODEL = "model";
    private static final String OWN = "own";

    private static final double SAFE_IDENTITY = 2500;
    private static final double SAFE_FULL = 20 / 75.0;

    /** Shows the preset that is set, or that the values are a person's own. */
    static final Control<SwapSpec> CONTROL =
            new Control.Choice<>(
                    "preset",
                    "tradeoff",
                    names(),
                    true,
                    s -> nameOf(s.guidance(), s.usual()),
                    (s, name) -> s.withGuidance(named(name, s.guidance(), s.usual())));

    private final SwapGuidance guidance;

    SwapPreset(SwapGuidance guidance) {
        this.guidance = guidance;
    }

    private static SwapGuidance safe() {
        SwapGuidance mended = SwapGuidance.DEFAULT;
        Guiding less = mended.guiding().with(SwapSettings.IDENTITY, SAFE_IDENTITY);
        return mended.with(less).with(mended.blending().from(SAFE_FULL));
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(MODEL));
        Stream.of(values()).map(SwapControls::word).forEach(names::add);
        names.add(OWN);
        return names;
    }

    private static String nameOf(SwapGuidance now, SwapGuidance usual) {
        if (like(usual, now).equals(now)) {
            return MODEL;
        }
        return Stream.of(values())
                .filter(p -> like(p.guidance, now).equals(now))
                .map(SwapControls::word)
                .findFirst()
                .orElse(OWN);
    }

    private static SwapGuidance named(String name, SwapGuidance now, SwapGuidance usual) {
        if (name.equals(MODEL)) {
            return like(usual, now);
        }
        return Stream.of(values())
                .filter(p -> SwapControls.word(p).equals(name))
                .map(p -> like(p.guidance, now))
                .findFirst()
                .orElse(now);
    }

    /** A preset with the gradient taken as before. */
    private static SwapGuidance like(SwapGuidance preset, SwapGuidance now) {
        return preset.with(preset.guiding().with(now.guiding().form()));
    }
}
