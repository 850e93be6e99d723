package mien.engine.diffusion.sampler;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import mien.engine.diffusion.Pacing;
import mien.engine.diffusion.Sampler;

/**
 * The samplers a user can choose, by name; the order is that of the menu, the first is the default.
 */
public final class Samplers {

    private static final List<Entry> LIST =
            List.of(
                    new Entry("ddim", Ddim::new, Pacing.GUIDED_DIFFUSION),
                    new Entry("ddpm", eta -> new Ddpm(), Pacing.GUIDED_DIFFUSION),
                    new Entry("dpm++2m", eta -> new DpmSolver(true), Pacing.EVEN_IN_LAMBDA),
                    new Entry("unipc", eta -> new UniPc(UniPc.B.BH2), Pacing.EVEN_IN_LAMBDA),
                    new Entry("unipc-bh1", eta -> new UniPc(UniPc.B.BH1), Pacing.EVEN_IN_LAMBDA));

    private Samplers() {}

    private record Entry(String name, DoubleFunction<Sampler> make, Pacing pacing) {}

    /** All names, in the order of the menu. */
    public static List<String> names() {
        return LIST.stream().map(Entry::name).toList();
    }

    /**
     * The sampler of a name.
     *
     * @param eta η for the samplers that have one (DDIM, 0 … 1); the others ignore it
     */
    public static Sampler named(String name, double eta) {
        return entry(name).make.apply(eta);
    }

    /**
     * The steps that the sampler of a name does best on, for systems that publish none of their
     * own: a multistep method on steps even in the timestep is worse than DDIM.
     */
    public static Pacing pacing(String name) {
        return entry(name).pacing;
    }

    private static Entry entry(String name) {
        return LIST.stream()
                .filter(entry -> entry.name.equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static IllegalArgumentException unknown(String name) {
        String known = names().stream().collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "no sampler is called '" + name + "': choose one of " + known);
    }
}
