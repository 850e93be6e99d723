package mien.engine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mien.engine.world.DrawnPeople;
import mien.engine.world.WorldFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws people with every label. */
@Command(
        name = "world",
        description = "Draw people from a seed, each in a folder with every label.")
final class WorldVerb extends Verb {

    private static final String PORTRAIT = "portrait";

    @Option(
            names = "--seed",
            required = true,
            paramLabel = "S",
            description = "The first person; the next is S + 1.")
    long seed;

    @Option(names = "--count", paramLabel = "N", description = "How many people; default 1.")
    int count = 1;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the folders go.")
    Path out;

    @Option(
            names = "--looks",
            paramLabel = "N",
            description = "Further looks of each person, in look-1, look-2 …")
    int looks;

    @Option(
            names = "--framing",
            paramLabel = "NAME",
            description = "portrait, the only one so far.")
    String framing = PORTRAIT;

    @Option(
            names = "--size",
            paramLabel = "PX",
            description = "Side of the pictures, 32 to 1024; default 128.")
    int size = 128;

    WorldVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        check();
        long start = System.nanoTime();
        AtomicInteger done = new AtomicInteger();
        try (ProgressBar bar = console().bar("world")) {
            IntStream.range(0, count)
                    .parallel()
                    .forEach(
                            i -> {
                                context.interrupt().check();
                                WorldFiles.write(out, seed + i, looks, size);
                                bar.show(done.incrementAndGet(), count);
                            });
        }
        report((System.nanoTime() - start) / 1e6);
    }

    private void check() {
        if (!framing.equals(PORTRAIT)) {
            throw new Refusal("--framing %s is not known: use %s.".formatted(framing, PORTRAIT));
        }
        if (count < 1 || looks < 0) {
            throw new Refusal(
                    "--count takes 1 or more and --looks 0 or more, but got %d and %d."
                            .formatted(count, looks));
        }
        Outputs.makeFolder(out);
    }

    private void report(double ms) {
        if (json) {
            ObjectNode all =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("out", out.toString())
                            .put("world_version", DrawnPeople.VERSION)
                            .put("seed", seed)
                            .put("count", count)
                            .put("looks", looks)
                            .put("framing", framing)
                            .put("size", size)
                            .put("ms", Math.round(ms));
            ArrayNode folders = all.putArray("folders");
            IntStream.range(0, count)
                    .forEach(i -> folders.add(out.resolve(Long.toString(seed + i)).toString()));
            console().say(all);
        } else {
            console().say("%s  (%d people, %.1f s)".formatted(out, count, ms / 1000));
        }
    }
}
