package mien.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import mien.engine.picture.WholeFile;
import mien.engine.picture.WholeFile.Until;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs took here, by what they depend on (system, model, arithmetic, device, effort); kept in
 * a file, so that it is known at the next start. Safe for use by several threads.
 */
public final class Experience {

    private static final Logger LOG = LoggerFactory.getLogger(Experience.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How much a new run counts against all before. */
    private static final double NEW = 0.3;

    private static final int MOST_KINDS = 200;

    private final Optional<Path> file;
    private final Map<String, Kind> kinds = new TreeMap<>();

    /**
     * One run that came to its end.
     *
     * @param loaded whether its weights were there before
     * @param steps it has; 0 for one that samples nothing
     * @param stepSeconds for each of them
     * @param aroundSeconds before the first and after the last
     * @param bytes that it took besides what was in use
     */
    record Observed(
            boolean loaded, int steps, double stepSeconds, double aroundSeconds, long bytes) {}

    /** Means over the runs of a kind; -1 where there were none. */
    private record Kind(
            int steps, double step, double warm, double cold, long warmBytes, long coldBytes) {

        static final Kind NEVER = new Kind(0, -1, -1, -1, -1, -1);

        Kind with(Observed o) {
            return new Kind(
                    o.steps,
                    mean(step, o.stepSeconds),
                    o.loaded ? mean(warm, o.aroundSeconds) : warm,
                    o.loaded ? cold : mean(cold, o.aroundSeconds),
                    o.loaded ? Math.max(warmBytes, o.bytes) : warmBytes,
                    o.loaded ? coldBytes : Math.max(coldBytes, o.bytes));
        }

        private static double mean(double before, double now) {
            return before < 0 ? now : before + NEW * (now - before);
        }
    }

    /**
     * @param file what was learnt; empty: it is forgotten with this process
     */
    public Experience(Optional<Path> file) {
        this.file = file;
        file.filter(Files::isRegularFile).ifPresent(this::read);
    }

    private void read(Path from) {
        try {
            for (Map.Entry<String, JsonNode> e : JSON.readTree(from.toFile()).properties()) {
                kinds.put(e.getKey(), JSON.treeToValue(e.getValue(), Kind.class));
            }
        } catch (IOException e) {
            LOG.warn("what runs took is learnt anew ({}): {}", from, e.getMessage());
            kinds.clear();
        }
    }

    /** A run came to its end. */
    synchronized void learn(String key, Observed run) {
        kinds.put(key, kinds.getOrDefault(key, Kind.NEVER).with(run));
        if (kinds.size() > MOST_KINDS) {
            kinds.keySet().stream()
                    .filter(k -> !k.equals(key))
                    .findFirst()
                    .ifPresent(kinds::remove);
        }
        file.ifPresent(this::write);
    }

    private void write(Path to) {
        ObjectNode all = JSON.createObjectNode();
        kinds.forEach((key, kind) -> all.set(key, JSON.valueToTree(kind)));
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            WholeFile.replace(to, Until.HANDED_OVER, JSON.writeValueAsBytes(all));
        } catch (IOException e) {
            LOG.warn("what runs took is not kept ({}): {}", to, e.getMessage());
        }
    }

    /**
     * What a run will take.
     *
     * @param steps it has; empty: as many as the one before
     * @param loaded whether its weights are loaded
     * @return empty where no such run was made
     */
    public synchronized Optional<Duration> time(String key, OptionalInt steps, boolean loaded) {
        Kind kind = kinds.getOrDefault(key, Kind.NEVER);
        double around = loaded ? kind.warm : kind.cold;
        if (kind.step < 0 || around < 0) {
            return Optional.empty();
        }
        double seconds = steps.orElse(kind.steps) * kind.step + around;
        return Optional.of(Duration.ofMillis(Math.round(1000 * seconds)));
    }

    /**
     * The bytes a run will need besides what is in use.
     *
     * @param weights the bytes of its model's files: the least that one needs which loads them
     */
    public synchronized OptionalLong memory(String key, long weights, boolean loaded) {
        Kind kind = kinds.getOrDefault(key, Kind.NEVER);
        if (loaded) {
            return kind.warmBytes < 0 ? OptionalLong.empty() : OptionalLong.of(kind.warmBytes);
        }
        return OptionalLong.of(
                kind.coldBytes >= 0 ? kind.coldBytes : weights + Math.max(0, kind.warmBytes));
    }

    /** Watches a run, to learn from it. */
    public RunClock clock(String key, RunClock.Machine machine) {
        return new RunClock(machine, run -> learn(key, run));
    }
}
