package mien.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.edit.Cancelled;
import mien.engine.model.ModelPack;
import mien.engine.train.Recipe;
import mien.engine.train.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a network by a recipe, in a process of its own at low priority. */
@Command(
        name = "train",
        description = {
            "Train a network by a recipe.",
            "Ctrl-C saves the state; the same command goes on from there."
        })
final class TrainVerb extends Verb {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(
            paramLabel = "RECIPE",
            description = "A JSON file, such as those in models/demo/recipes.")
    Path recipe;

    @Option(names = "--resume", description = "Insist on going on: an error if nothing was saved.")
    boolean resume;

    @Option(names = "--fresh", description = "Begin anew, although something was saved.")
    boolean fresh;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the network goes (.safetensors, float16).")
    Path out;

    @Option(
            names = "--pack",
            paramLabel = "DIR",
            description = "Bring this pack up to date with the network.")
    Path pack;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            description = "Largest Java heap of the training; default 2g.")
    String heap = "2g";

    TrainVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        Recipe plan = Recipe.read(recipe);
        RunFolder state = state(plan);
        Path network = out == null ? state.path().resolve(PackUpdate.fileName(plan)) : out;
        ObjectNode end = trained(plan, state, network);
        if (pack != null) {
            ModelPack updated = PackUpdate.of(plan, state.facts()).write(network, pack);
            end.put("pack", updated.folder().toString());
        }
        report(end.put("out", network.toString()));
    }

    private RunFolder state(Recipe plan) {
        Path folder = context.training(plan.name());
        boolean saved = Files.isDirectory(folder) && new RunFolder(folder).hasState();
        if (resume && !saved) {
            throw new Refusal(
                    "--resume: nothing was saved in %s; leave it out to begin.".formatted(folder));
        }
        if (fresh && saved) {
            aside(folder);
        }
        return new RunFolder(folder);
    }

    /** What was learnt is never deleted, only moved out of the way. */
    private void aside(Path folder) {
        Path before = folder.resolveSibling(folder.getFileName() + ".before");
        if (Files.exists(before)) {
            throw new Refusal("--fresh: %s is in the way; delete it first.".formatted(before));
        }
        if (!folder.toFile().renameTo(before.toFile())) {
            throw new Refusal(
                    "--fresh: %s cannot be moved to %s; move it yourself."
                            .formatted(folder, before));
        }
    }

    /** The facts of the training that a child did. */
    private ObjectNode trained(Recipe plan, RunFolder state, Path network) {
        Outputs.makeFolder(network.toAbsolutePath().getParent());
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "train-child",
                                recipe.toString(),
                                "--folder=" + state.path(),
                                "--people=" + context.people(),
                                "--out=" + network));
        arguments.add("--verbose");
        ChildJvm child =
                new ChildJvm(heap, Main.class.getName(), arguments).withLowPriority().forLearning();
        Path log = state.path().resolve("train.log");
        if (!verbose) {
            child.withErrors(log);
        }
        TrainWords words;
        int code;
        try (ProgressBar bar = console().bar(plan.name())) {
            words = new TrainWords(told -> show(told, bar));
            code = child.run(context.interrupt(), words);
        }
        if (context.interrupt().requested() || code == ExitCode.CANCELLED) {
            console()
                    .warn(
                            "Saved in %s; the same command goes on from there."
                                    .formatted(state.path()));
            throw new Cancelled();
        }
        if (code != ExitCode.DONE) {
            String told = words.fault();
            throw code == ExitCode.BAD_INPUT
                    ? new Refusal(told)
                    : new DeviceException(
                            "The training stopped (%s): %s has the details, the same command goes on."
                                    .formatted(told.replaceAll("[.]$", ""), log));
        }
        return JSON.createObjectNode().put("recipe", plan.name()).setAll(words.facts());
    }

    private static void show(JsonNode told, ProgressBar bar) {
        bar.show(
                told.get("step").asLong(),
                told.get("steps").asLong(),
                "loss %.4f, %.0f ms a step, %d pictures"
                        .formatted(
                                told.get("loss_now").asDouble(),
                                told.get("ms_per_step").asDouble(),
                                told.get("people").asLong()));
    }

    private void report(ObjectNode end) {
        if (json) {
            console().say(end);
        } else {
            console()
                    .say(
                            "%s  (%d steps, %.1f h, loss %.4f)"
                                    .formatted(
                                            end.get("out").asText(),
                                            end.path("steps").asLong(),
                                            end.path("hours").asDouble(),
                                            end.path("loss").asDouble()));
            Optional.ofNullable(end.get("pack"))
                    .ifPresent(p -> console().say(p.asText() + " is up to date."));
        }
    }
}
