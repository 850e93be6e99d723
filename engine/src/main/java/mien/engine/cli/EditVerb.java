package mien.engine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import mien.engine.EditOrder;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import mien.engine.edit.EditRecipe;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.FaceMark;
import mien.engine.edit.Handle;
import mien.engine.edit.Readings;
import mien.engine.edit.RunSettings;
import mien.engine.job.Beginning;
import mien.engine.job.RunRecord;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;
import mien.engine.picture.export.Provenance;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The verb of one editing system; its options come from the system's controls. */
@Command(description = "Edit a portrait.")
final class EditVerb<S extends EditSpec> extends Verb {

    @Option(
            names = "--out",
            required = true,
            paramLabel = "O",
            description = "Where the result goes: .png, .jpg or .tif.")
    Path out;

    @Option(
            names = "--previews",
            paramLabel = "DIR",
            description = "Write every step there: step-01.png, step-02.png …")
    Path previews;

    @Option(
            names = "--share",
            description = {
                "The file says that a network made it, but not how: no recipe,",
                "no settings, no names."
            })
    boolean share;

    @Mixin RunOptions run = new RunOptions();

    @Mixin BeginningOptions begin = new BeginningOptions();

    private final EditSystem<S> system;
    private final CommandLine command;
    private final OptionSpec subject;
    private final List<ControlOption<S>> options;
    private String name = ""; // of the run

    /**
     * @param asked whether this is the verb that was typed: else its options are not made, since
     *     making a system's controls takes a moment
     */
    EditVerb(Context context, EditSystem<S> system, boolean asked) {
        super(context);
        this.system = system;
        CommandSpec spec = CommandSpec.forAnnotatedObject(this);
        subject = subject(system.subject());
        spec.addOption(subject);
        Set<String> taken = new TreeSet<>(spec.optionsMap().keySet());
        options = asked ? ControlOptions.of(system, name -> !taken.contains(name)) : List.of();
        options.forEach(o -> spec.addOption(o.option()));
        command = new CommandLine(spec.name(system.id()));
    }

    private static OptionSpec subject(String name) {
        return OptionSpec.builder("--" + name)
                .type(Path.class)
                .required(true)
                .order(-1) // before all others
                .paramLabel(name.substring(0, 1).toUpperCase(Locale.ROOT))
                .description("The picture to edit.")
                .build();
    }

    /** The verb as picocli takes it. */
    CommandLine command() {
        return command;
    }

    @Override
    void work() {
        Outputs.check("--out", out);
        Path file = subject.getValue();
        RunSettings settings = run.settings();
        Beginning beginning = begin.beginning(context.runs());
        name = begin.run(context.runs());
        Picture picture = Picture.read(file);
        try (Session session = new Session(context);
                ProgressBar bar = console().bar(system.id())) {
            ModelPack pack = session.engine().library().choose(system.id(), settings.model());
            system.notices(pack).forEach(notice -> console().warn(notice.sentence()));
            S spec = edited(session.open(system, picture, settings), session, settings);
            session.noticeIdleGpu();
            Provenance made = Made.by(system.id(), pack);
            Steps steps =
                    new Steps(
                            bar,
                            Optional.ofNullable(previews),
                            made,
                            step -> system.finished(spec, step));
            EditOrder<S> order = new EditOrder<>(system, spec, settings).from(beginning);
            Picture result = system.finished(spec, sampled(session, order, steps));
            steps.requireWritten();
            EditRecipe recipe = EditRecipe.of(system, spec, settings, pack.id(), nameOf(file));
            Provenance told = made.withSources(sources(file, spec)).withRecipe(recipe.text());
            Outputs.write(result, share ? told.shared() : told, out);
            bar.clear();
            report(pack.id(), settings, steps);
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    /** The picture that was edited, and those whose faces went in, with their rights. */
    private List<Provenance.Source> sources(Path file, S spec) {
        List<Provenance.Source> all = new ArrayList<>();
        all.add(new Provenance.Source(nameOf(file), ""));
        for (Handle<S> handle : system.handles()) {
            if (handle instanceof Handle.Faces<S> faces) {
                faces.value(spec).stream()
                        .filter(FaceMark::chosen)
                        .flatMap(face -> face.source().stream())
                        .map(source -> new Provenance.Source(source.name(), source.rights()))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private Picture sampled(Session session, EditOrder<S> order, Steps steps) {
        context.runs().prune();
        RunRecord record = new RunRecord.Lasting(context.runs().of(name));
        try {
            return session.run(order.recorded(record), steps::shown);
        } catch (Cancelled e) {
            throw new Cancelled(
                    "Cancelled; go on with the same options and --resume %s.".formatted(name), e);
        }
    }

    /** The opened spec with every option that was given. */
    private S edited(S opened, Session session, RunSettings settings) {
        S spec = opened;
        for (ControlOption<S> o : options) {
            OptionSpec given = command.getParseResult().matchedOption(o.option().longestName());
            if (given != null) {
                spec =
                        set(
                                spec,
                                o,
                                given,
                                from -> session.open(system, Picture.read(from), settings));
            }
        }
        return spec;
    }

    private static <S> S set(S spec, ControlOption<S> o, OptionSpec given, Function<Path, S> open) {
        try {
            return o.setting().with(spec, given.getValue(), open);
        } catch (EditException e) {
            String name = given.names()[0];
            throw e.getMessage().startsWith(name)
                    ? e
                    : new EditException(name + ": " + e.getMessage(), e);
        }
    }

    private void report(String pack, RunSettings settings, Steps steps) {
        if (json) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            all.put("system", system.id())
                    .put("out", out.toString())
                    .put("pack", pack)
                    .put("seed", settings.seed())
                    .put("run", name)
                    .put("steps", steps.count())
                    .put("first_preview_ms", Math.round(steps.firstMs()))
                    .put("ms", Math.round(steps.sinceStartMs()));
            Readings last = steps.readings().getOrDefault(steps.count(), Readings.NONE);
            ObjectNode readings = all.putObject("readings");
            system.meters().forEach(m -> last.of(m.id()).ifPresent(v -> readings.put(m.id(), v)));
            system.best(steps.readings()).ifPresent(best -> all.put("best_step", best));
            ArrayNode files = all.putArray("previews");
            steps.files().stream().map(Path::toString).forEach(files::add);
            console().say(all);
        } else {
            console()
                    .say(
                            String.format(
                                    Locale.ROOT,
                                    "%s  (%d steps, %.1f s, %s, seed %d, run %s)",
                                    out,
                                    steps.count(),
                                    steps.sinceStartMs() / 1000,
                                    pack,
                                    settings.seed(),
                                    name));
        }
    }

    /** The editing verbs of all systems. */
    static Stream<CommandLine> all(
            Context context, List<EditSystem<?>> systems, List<String> typed) {
        return systems.stream()
                .map(
                        system ->
                                new EditVerb<>(context, system, typed.contains(system.id()))
                                        .command());
    }
}
