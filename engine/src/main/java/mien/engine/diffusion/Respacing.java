package mien.engine.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which timesteps of the trained chain a shorter one keeps (Nichol and Dhariwal 2021, section 4,
 * and its code).
 */
public sealed interface Respacing
        permits Respacing.Everything,
                Respacing.Strided,
                Respacing.Steps,
                Respacing.Sections,
                Leading,
                Trailing,
                AboveFirst,
                EvenInLambda {

    /** Every timestep. */
    Respacing ALL = new Everything();

    /** The kept timesteps of a chain of {@code trained} steps, ascending. */
    int[] timesteps(int trained);

    /**
     * Reads what users and model packs write: {@code ""} keeps everything, {@code "ddim20"} keeps
     * 20 at a whole stride, {@code "20"} spreads 20 evenly from first to last, {@code "10,15,20"}
     * does so in each of three equal sections.
     */
    static Respacing parse(String text) {
        String trimmed = text.strip();
        try {
            if (trimmed.isEmpty()) {
                return ALL;
            }
            if (trimmed.startsWith("ddim")) {
                return strided(Integer.parseInt(trimmed.substring("ddim".length())));
            }
            return new Sections(
                    Stream.of(trimmed.split(",", -1))
                            .map(n -> Integer.valueOf(n.strip()))
                            .toList());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is no respacing: write ddim20, 20, 10,15,20 or nothing for every"
                            + " step",
                    e);
        }
    }

    /**
     * {@code count} timesteps at the smallest whole stride that gives so many, as DDIM is usually
     * run.
     */
    static Respacing strided(int count) {
        return new Strided(count);
    }

    /** {@code count} timesteps spread evenly from the first to the last. */
    static Respacing even(int count) {
        return new Sections(List.of(count));
    }

    /**
     * Exactly {@code count} timesteps, for a user's number: strided where a whole stride gives so
     * many, else even.
     */
    static Respacing steps(int count) {
        return new Steps(count);
    }

    /** {@code count} timesteps from T − 1 down in equal parts of T ("trailing" in diffusers). */
    static Respacing trailing(int count) {
        return new Trailing(count);
    }

    /** Keeps the whole chain. */
    record Everything() implements Respacing {
        @Override
        public int[] timesteps(int trained) {
            return IntStream.range(0, trained).toArray();
        }
    }

    /** 0, s, 2s, …: the smallest whole stride s with exactly {@code count} members below T. */
    record Strided(int count) implements Respacing {

        public Strided {
            atLeastOne(count);
        }

        @Override
        public int[] timesteps(int trained) {
            int stride = smallestStride(count, trained).orElseThrow(() -> impossible(trained));
            return IntStream.range(0, count).map(j -> j * stride).toArray();
        }

        private static OptionalInt smallestStride(int count, int trained) {
            return IntStream.rangeClosed(1, trained)
                    .filter(stride -> (trained + stride - 1) / stride == count)
                    .findFirst();
        }

        private IllegalArgumentException impossible(int trained) {
            int[] possible =
                    IntStream.rangeClosed(1, trained)
                            .filter(n -> smallestStride(n, trained).isPresent())
                            .toArray();
            int above = -Arrays.binarySearch(possible, count) - 1; // the insertion point
            String advice =
                    above == possible.length
                            ? "ddim" + trained + " or less"
                            : "ddim"
                                    + possible[above - 1]
                                    + " or ddim"
                                    + possible[above]
                                    + ", or "
                                    + count
                                    + " to spread them evenly";
            return new IllegalArgumentException(
                    "ddim"
                            + count
                            + ": no whole stride picks "
                            + count
                            + " of "
                            + trained
                            + " timesteps; use "
                            + advice);
        }
    }

    /**
     * Exactly so many: {@link Strided} where that is possible, else {@link Sections one even
     * section}.
     */
    record Steps(int count) implements Respacing {

        public Steps {
            atLeastOne(count);
        }

        @Override
        public int[] timesteps(int trained) {
            boolean whole = Strided.smallestStride(count, trained).isPresent();
            return (whole ? strided(count) : even(count)).timesteps(trained);
        }
    }

    /**
     * T cut into equal sections (the first ones take the remainder), each with its own number of
     * even steps.
     */
    record Sections(List<Integer> counts) implements Respacing {

        public Sections {
            counts = List.copyOf(counts);
            counts.forEach(Respacing::atLeastOne);
        }

        @Override
        public int[] timesteps(int trained) {
            List<Integer> kept = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < counts.size(); i++) {
                int size = trained / counts.size() + (i < trained % counts.size() ? 1 : 0);
                int count = counts.get(i);
                if (count > size) {
                    throw new IllegalArgumentException(
                            "cannot take "
                                    + count
                                    + " steps from a section of "
                                    + size
                                    + " timesteps ("
                                    + trained
                                    + " cut into "
                                    + counts.size()
                                    + "): ask for fewer");
                }
                double stride = count == 1 ? 1 : (size - 1.0) / (count - 1);
                double at = 0;
                for (int j = 0; j < count; j++) {
                    kept.add(start + (int) Math.rint(at)); // half to even
                    at += stride; // added up, not multiplied: the original's roundings
                }
                start += size;
            }
            return kept.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    static void atLeastOne(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "a respacing cannot keep " + count + " steps: ask for at least one");
        }
    }

    static void requireDistinct(int count, int places) {
        if (count > places) {
            throw new IllegalArgumentException(
                    "%d steps would visit a timestep twice: ask for %d at most"
                            .formatted(count, places));
        }
    }
}
