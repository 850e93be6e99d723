package mien.engine.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import mien.engine.train.Recipe;
import mien.engine.train.RunFolder;
import mien.engine.train.Trainer;
import mien.engine.train.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The process a training runs in: one JSON object a line tells how far it is, the last one how it
 * ended.
 */
@Command(name = "train-child", hidden = true, description = "The process of 'train'.")
final class TrainChildVerb extends Verb {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(paramLabel = "RECIPE")
    Path recipe;

    @Option(names = "--folder", required = true)
    Path folder;

    @Option(names = "--people", required = true)
    Path people;

    @Option(names = "--out", required = true)
    Path out;

    TrainChildVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        ParentWatch.begin(System.in, context.interrupt());
        try {
            RunFolder.Facts facts =
                    new Training(Recipe.read(recipe), folder, people)
                            .run(context.interrupt()::requested, this::tell, out);
            console()
                    .say(
                            JSON.createObjectNode()
                                    .put("steps", facts.steps())
                                    .put("hours", facts.hours())
                                    .put("images", facts.images())
                                    .put("loss", facts.loss()));
        } catch (RuntimeException | OutOfMemoryError e) {
            console().say(JSON.createObjectNode().put("error", Failures.sentence(e)));
            throw e;
        }
        context.interrupt().check();
    }

    private void tell(Trainer.Progress p) {
        ObjectNode line =
                JSON.createObjectNode()
                        .put("step", p.step())
                        .put("steps", p.steps())
                        .put("loss_now", p.loss())
                        .put("ms_per_step", p.msPerStep())
                        .put("people", p.people());
        console().say(line);
    }
}
