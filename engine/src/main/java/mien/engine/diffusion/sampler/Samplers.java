package mien.engine.diffusion.sampler;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import mien.engine.diffusion.Sampler;

/**
 * The samplers a user can choose, by name; the order is that of the menu, the first is the default.
 */
public final class Samplers {

    private static final List<Entry> LIST =
            List.of(
                    new Entry("ddim", Ddim::new),
                    new Entry("ddpm", eta -> new Ddpm()),
                    new Entry("dpm++2m", eta -> new DpmSolver(true)),
                    new Entry("unipc", eta -> new UniPc(UniPc.B.BH2)),
                    new Entry("unipc-bh1", eta -> new UniPc(UniPc.B.BH1)));

    private Samplers() {}

    private record Entry(String name, DoubleFunction<Sampler> make) {}

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
        return LIST.stream()
                .filter(entry -> entry.name.equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name))
                .make
                .apply(eta);
    }

    private static IllegalArgumentException unknown(String name) {
        String known = names().stream().collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "no sampler is called '" + name + "': choose one of " + known);
    }
}
