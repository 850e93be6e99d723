package mien.engine.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mien.engine.Catalog;
import mien.engine.EngineOptions;
import mien.engine.model.UserCache;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Mien without a window. */
public final class Main {

    private static final long PATIENCE_SECONDS = 30;
    private static final String VERBOSE = "--verbose";

    private Main() {}

    /** Runs one verb and ends the program with its exit code. */
    public static void main(String[] args) {
        System.setProperty("mien.log", Arrays.asList(args).contains(VERBOSE) ? "INFO" : "OFF");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Interrupt interrupt = new Interrupt();
        CountDownLatch ended = new CountDownLatch(1);
        Thread onSignal = new Thread(() -> endEarly(interrupt, ended), "interrupt");
        Runtime.getRuntime().addShutdownHook(onSignal);

        Console console = new Console(out, err, Terminal.watched());
        Context context =
                new Context(console, interrupt, EngineOptions.DEFAULT, UserCache.folder());
        int code = run(context, args);

        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // A signal came first: its hook ends the program.
        }
        System.exit(code);
    }

    /** On a signal the program is already ending: free everything, then leave with our own code. */
    private static void endEarly(Interrupt interrupt, CountDownLatch ended) {
        interrupt.request();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Mien did not end in time and is stopped.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.CANCELLED);
    }

    /** Runs one verb: {@link ExitCode}. */
    static int run(Context context, String... args) {
        try {
            return commandLine(context, List.of(args)).execute(args);
        } catch (OutOfMemoryError e) {
            context.console().warn(Failures.sentence(e));
            return Failures.code(e);
        }
    }

    private static CommandLine commandLine(Context context, List<String> typed) {
        CommandLine root = new CommandLine(new Root());
        List<Verb> verbs =
                List.of(
                        new FitVerb(context),
                        new WorldVerb(context),
                        new TrainVerb(context),
                        new TrainChildVerb(context),
                        new EvaluateVerb(context),
                        new DemoVerb(context),
                        new BenchVerb(context),
                        new ExactVerb(context),
                        new DoctorVerb(context),
                        new GpuVerb(context));
        EditVerb.all(context, Catalog.standard().systems(), typed).forEach(root::addSubcommand);
        verbs.forEach(root::addSubcommand);
        root.addSubcommand(ModelsVerb.with(context));
        Console console = context.console();
        return root.setOut(console.out())
                .setErr(console.err())
                .setParameterExceptionHandler((e, args) -> refused(console, e))
                .setExecutionExceptionHandler(
                        (e, verb, parsed) -> failed(console, e, verb.getCommandSpec()));
    }

    private static int refused(Console console, ParameterException e) {
        CommandSpec verb = e.getCommandLine().getCommandSpec();
        boolean noVerb =
                verb.parent() == null
                        && e instanceof UnmatchedArgumentException u
                        && !u.isUnknownOption();
        console.warn(
                noVerb
                        ? "There is no verb '%s': 'studio --help' lists them."
                                .formatted(((UnmatchedArgumentException) e).getUnmatched().get(0))
                        : "%s; see '%s --help'."
                                .formatted(Failures.line(e.getMessage()), verb.qualifiedName(" ")));
        return ExitCode.BAD_INPUT;
    }

    private static int failed(Console console, Exception e, CommandSpec verb) {
        console.warn(Failures.sentence(e));
        if (verb.userObject() instanceof Verb v && v.verbose) {
            e.printStackTrace(console.err());
        }
        return Failures.code(e);
    }

    /** Without a verb there is nothing to do: the launcher opens the window then. */
    @Command(
            name = "studio",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            synopsisSubcommandLabel = "VERB",
            description = "Mien edits portraits, with a window or, by these verbs, without one.",
            footer = "%nExit codes: 0 done, 2 bad input, 3 cancelled, 4 device or memory.")
    private static final class Root implements Runnable {
        @Override
        public void run() {
            throw new Refusal(
                    "Name a verb, such as 'studio demo --out demo'; 'studio --help' lists them.");
        }
    }
}
