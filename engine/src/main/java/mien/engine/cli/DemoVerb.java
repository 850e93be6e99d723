package mien.engine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.edit.faceswap.FaceSwap;
import mien.engine.edit.relight.Relight;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Picture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs every installed system once: the whole of Mien in one command. */
@Command(
        name = "demo",
        description =
                "Run every installed system on a sample; write results, film and one contact"
                        + " sheet.")
final class DemoVerb extends Verb {

    private static final int GAP = 6;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the results go; default demo.")
    Path out = Path.of("demo");

    @Mixin RunOptions run = new RunOptions();

    DemoVerb(Context context) {
        super(context);
    }

    /** What one system's demo left behind. */
    record Shown(String system, String pack, List<Path> files, List<List<Picture>> rows) {}

    @Override
    void work() {
        RunSettings settings = run.settings();
        Outputs.makeFolder(out);
        List<Shown> shown = new ArrayList<>();
        try (Session session = new Session(context)) {
            session.noticeIdleGpu();
            for (EditSystem<?> system : session.engine().systems()) {
                shown(session, system, settings).ifPresent(shown::add);
            }
            if (shown.isEmpty()) {
                session.engine()
                        .library()
                        .choose("relight", settings.model()); // says what is missing
            }
        }
        Path sheet = out.resolve("contact-sheet.png");
        List<List<Picture>> rows = shown.stream().flatMap(s -> s.rows().stream()).toList();
        Outputs.write(ContactSheet.of(rows), sheet);
        report(shown, sheet);
    }

    private Optional<Shown> shown(Session session, EditSystem<?> system, RunSettings settings) {
        return pack(session.engine().library(), system, settings)
                .map(
                        pack -> {
                            try (ProgressBar bar = console().bar(system.id())) {
                                DemoReel reel =
                                        new DemoReel(
                                                session,
                                                settings,
                                                bar,
                                                Made.by(system.id(), pack),
                                                out);
                                List<Path> files = shown(system, reel);
                                return new Shown(system.id(), pack.id(), files, reel.rows());
                            }
                        });
    }

    /** The system's model; a model that was asked for shows its own system alone. */
    private static Optional<ModelPack> pack(
            ModelLibrary library, EditSystem<?> system, RunSettings settings) {
        Optional<ModelPack> asked = settings.model().flatMap(library::pack);
        return settings.model().isPresent()
                ? asked.filter(p -> p.system().equals(system.id()))
                : library.preferred(system.id());
    }

    private static List<Path> shown(EditSystem<?> system, DemoReel reel) {
        if (system instanceof Relight relight) {
            RelightDemo.show(relight, reel);
            return reel.end("film");
        }
        if (system instanceof FaceSwap swap) {
            SwapDemo.show(swap, reel);
            return reel.end("swapped");
        }
        throw new IllegalStateException("there is no demo of " + system.id());
    }

    private void report(List<Shown> shown, Path sheet) {
        if (json) {
            ObjectNode all = JsonNodeFactory.instance.objectNode().put("out", out.toString());
            ArrayNode systems = all.putArray("systems");
            for (Shown s : shown) {
                ObjectNode node =
                        systems.addObject().put("system", s.system()).put("pack", s.pack());
                ArrayNode files = node.putArray("files");
                s.files().forEach(f -> files.add(f.toString()));
            }
            console().say(all.put("sheet", sheet.toString()));
        } else {
            shown.forEach(s -> s.files().forEach(f -> console().say(f.toString())));
            console().say(sheet.toString());
        }
    }
}
