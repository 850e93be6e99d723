package mien.engine.edit.faceswap;

import java.util.stream.Stream;
import mien.engine.edit.Control;
import mien.engine.edit.faceswap.SwapSettings.Guiding;

/** Guidances that go together, by name. How the gradient is taken is the machine's affair. */
enum SwapPreset {
    /** The program without its slips. */
    MENDED(SwapGuidance.DEFAULT),
    /** The program as it was published. */
    AS_PROGRAM(SwapGuidance.of(SwapSettings.asProgram())),
    /** The paper, where it says something. */
    AS_PAPER(SwapGuidance.of(SwapSettings.asPaper())),
    /** For heads that are turned unlike: the authors advise less identity and a longer mask. */
    POSE_SAFE(safe());

    private static final String OWN = "own";

    private static final double SAFE_IDENTITY = 2500;
    private static final double SAFE_FULL = 20 / 75.0;

    /** Shows the preset that is set, or that the values are a person's own. */
    static final Control<SwapSpec> CONTROL =
            new Control.Choice<>(
                    "preset",
                    "tradeoff",
                    Stream.concat(Stream.of(values()).map(SwapControls::word), Stream.of(OWN))
                            .toList(),
                    true,
                    s -> nameOf(s.guidance()),
                    (s, name) -> s.withGuidance(named(name, s.guidance())));

    private final SwapGuidance guidance;

    SwapPreset(SwapGuidance guidance) {
        this.guidance = guidance;
    }

    private static SwapGuidance safe() {
        SwapGuidance mended = SwapGuidance.DEFAULT;
        Guiding less = mended.guiding().with(SwapSettings.IDENTITY, SAFE_IDENTITY);
        return mended.with(less).with(mended.blending().from(SAFE_FULL));
    }

    private static String nameOf(SwapGuidance now) {
        return Stream.of(values())
                .filter(p -> p.like(now).equals(now))
                .map(SwapControls::word)
                .findFirst()
                .orElse(OWN);
    }

    private static SwapGuidance named(String name, SwapGuidance now) {
        return Stream.of(values())
                .filter(p -> SwapControls.word(p).equals(name))
                .map(p -> p.like(now))
                .findFirst()
                .orElse(now);
    }

    /** This preset with the gradient taken as before. */
    private SwapGuidance like(SwapGuidance now) {
        return guidance.with(guidance.guiding().with(now.guiding().form()));
    }
}
