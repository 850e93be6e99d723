package mien.engine.model.known;

import ai.djl.ndarray.types.Shape;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mien.engine.model.known.Identification.Broken;
import mien.engine.model.known.Identification.Recognised;
import mien.engine.model.known.Identification.Unknown;
import mien.engine.model.known.Identification.Unknown.Near;

/**
 * All checkpoints that Mien knows, and the question which of them a file is.
 *
 * <p><b>The rule.</b> Each network is laid on the file behind each prefix under which the file has
 * its names; the fit with the most names and shapes wins, of equal ones the one with the fewest
 * faults. If nothing is missing, misshaped or left over, the file is recognised. Else it is
 * <em>broken</em> when at least six in ten of the names that the network needs are there, half of
 * them in the right shape, and half of what lies behind the prefix belongs to the network; with
 * less it is <em>unknown</em>.
 *
 * @param all in the order of the systems, then of the tables
 */
public record KnownCheckpoints(List<KnownCheckpoint> all) {

    private static final List<String> SYSTEMS =
            List.of("relight", "swap-face", "transfer-pose", "swap-head", "swap-subject");

    private static final double NAMED = 0.6;
    private static final double SHAPED = 0.5;
    private static final double EXPLAINED = 0.5;
    private static final double ALIKE = 0.5;

    public KnownCheckpoints {
        all = List.copyOf(all);
        Set<String> ids = new HashSet<>();
        for (KnownCheckpoint known : all) {
            if (!ids.add(known.id())) {
                throw new IllegalArgumentException("two checkpoints are called " + known.id());
            }
        }
    }

    /** Those that come with the program; read anew, which takes some tens of milliseconds. */
    public static KnownCheckpoints standard() {
        return new KnownCheckpoints(
                SYSTEMS.stream().flatMap(s -> KnownTables.read(s).stream()).toList());
    }

    public Optional<KnownCheckpoint> named(String id) {
        return all.stream().filter(k -> k.id().equals(id)).findFirst();
    }

    /**
     * What a file is.
     *
     * @param file shape of each tensor by name
     */
    public Identification identify(Map<String, Shape> file) {
        Optional<Fit> best = all.stream().flatMap(k -> fits(k, file)).min(BEST_FIRST);
        return best.map(fit -> verdict(fit, file))
                .orElseGet(() -> Unknown.of(file, Optional.empty()));
    }

    /** How a file fits the one network it is said to be. */
    public Identification compare(KnownCheckpoint known, Map<String, Shape> file) {
        Fit fit = fits(known, file).min(BEST_FIRST).orElseGet(() -> Fit.of(known, "", file));
        return fit.faults() == 0 ? recognised(fit) : broken(fit);
    }

    private static final Comparator<Fit> BEST_FIRST =
            Comparator.comparingInt(Fit::evidence)
                    .reversed()
                    .thenComparingInt(Fit::faults)
                    .thenComparingInt(Fit::preference)
                    .thenComparingInt(fit -> fit.prefix().length());

    private static Stream<Fit> fits(KnownCheckpoint known, Map<String, Shape> file) {
        return Prefixes.of(known.tensors(), file.keySet()).stream()
                .map(prefix -> Fit.of(known, prefix, file));
    }

    private static Identification verdict(Fit fit, Map<String, Shape> file) {
        if (fit.faults() == 0) {
            return recognised(fit);
        }
        boolean same =
                fit.share() >= NAMED
                        && fit.matched() >= SHAPED * fit.named()
                        && fit.explained() >= EXPLAINED;
        if (same) {
            return broken(fit);
        }
        return Unknown.of(file, near(fit, file));
    }

    /** Only a likeness that says something about most of the file is worth telling. */
    private static Optional<Near> near(Fit fit, Map<String, Shape> file) {
        int wanted = fit.named() + fit.missing().size();
        return fit.named() >= ALIKE * file.size()
                ? Optional.of(new Near(fit.known(), fit.share(), (double) fit.matched() / wanted))
                : Optional.empty();
    }

    private static Recognised recognised(Fit fit) {
        return new Recognised(fit.known(), fit.prefix(), fit.lacking() == 0);
    }

    private static Broken broken(Fit fit) {
        return new Broken(
                fit.known(), fit.prefix(), fit.missing(), fit.misshaped(), fit.leftOver());
    }
}
