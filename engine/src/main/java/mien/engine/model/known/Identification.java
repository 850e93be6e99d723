package mien.engine.model.known;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a file of tensors is. */
public sealed interface Identification {

    /** One sentence for people, without the file's name. */
    String sentence();

    /**
     * All that the network needs is there, in the right shapes.
     *
     * @param known the network
     * @param prefix what stands before its names in the file
     * @param complete whether even what it can do without is there
     */
    record Recognised(KnownCheckpoint known, String prefix, boolean complete)
            implements Identification {
        @Override
        public String sentence() {
            return "%s (%s)%s."
                    .formatted(
                            known.title(),
                            known.id(),
                            prefix.isEmpty() ? "" : ", behind '" + prefix + "' in the file");
        }
    }

    /**
     * It is a known network without doubt, but not as published: cut off, patched, or of another
     * configuration.
     *
     * @param known the network
     * @param prefix what stands before its names in the file
     * @param missing names that the file lacks
     * @param misshaped one line for each tensor of another shape
     * @param leftOver names that the network does not have
     */
    record Broken(
            KnownCheckpoint known,
            String prefix,
            List<String> missing,
            List<String> misshaped,
            List<String> leftOver)
            implements Identification {

        private static final int NAMED = 3;

        public Broken {
            missing = List.copyOf(missing);
            misshaped = List.copyOf(misshaped);
            leftOver = List.copyOf(leftOver);
        }

        /** Whether the network would load: the file only holds more than it should. */
        public boolean onlyLeftOver() {
            return missing.isEmpty() && misshaped.isEmpty();
        }

        @Override
        public String sentence() {
            List<String> faults = new ArrayList<>();
            add(faults, "missing", missing);
            add(faults, "of the wrong shape", misshaped);
            add(faults, "left over", leftOver);
            return "almost %s (%s), but broken: %s."
                    .formatted(known.title(), known.id(), String.join("; ", faults));
        }

        private static void add(List<String> faults, String kind, List<String> names) {
            if (!names.isEmpty()) {
                String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
                String more = names.size() > NAMED ? ", …" : "";
                faults.add("%d %s (%s%s)".formatted(names.size(), kind, some, more));
            }
        }
    }

    /**
     * No known network.
     *
     * @param tensors how many were seen
     * @param numbers how many numbers they hold together
     * @param some a few of them with their shapes, spread over the file
     * @param nearest the network whose names come nearest, if any does at all
     */
    record Unknown(int tensors, long numbers, List<String> some, Optional<Near> nearest)
            implements Identification {

        private static final int SHOWN = 4;

        public Unknown {
            some = List.copyOf(some);
        }

        /**
         * A network that was not found, but that something speaks for.
         *
         * @param known the network
         * @param named share of its names that are in the file, 0 … 1
         * @param matched share of its names that are there in the right shape, 0 … 1
         */
        public record Near(KnownCheckpoint known, double named, double matched) {}

        static Unknown of(Map<String, Shape> file, Optional<Near> nearest) {
            List<String> names = new ArrayList<>(new TreeMap<>(file).keySet());
            List<String> some = new ArrayList<>();
            int count = Math.min(SHOWN, names.size());
            for (int i = 0; i < count; i++) {
                String name = names.get((int) ((long) i * names.size() / count));
                some.add(name + " " + file.get(name));
            }
            long numbers = file.values().stream().mapToLong(Shape::size).sum();
            return new Unknown(file.size(), numbers, Collections.unmodifiableList(some), nearest);
        }

        @Override
        public String sentence() {
            if (tensors == 0) {
                return "no checkpoint that Mien knows: it holds no tensors.";
            }
            String near =
                    nearest.map(
                                    n ->
                                            "; %.0f %% of the names of %s (%s) are there, %.0f %% in its shapes"
                                                    .formatted(
                                                            100 * n.named(),
                                                            n.known().title(),
                                                            n.known().id(),
                                                            100 * n.matched()))
                            .orElse("");
            return "no checkpoint that Mien knows: it holds %d tensors, such as %s%s."
                    .formatted(tensors, String.join(", ", some), near);
        }
    }
}
