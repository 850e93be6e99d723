package mien.engine.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all verbs share. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false)
abstract class Verb implements Callable<Integer> {

    @Option(names = "--json", description = "Print the result as JSON, for programs.")
    boolean json;

    @Option(
            names = "--verbose",
            description = "Log what happens, and print the stack trace of an error.")
    boolean verbose;

    final Context context;

    Verb(Context context) {
        this.context = context;
    }

    Console console() {
        return context.console();
    }

    /** Does the work; what it throws is told in one line. */
    abstract void work() throws Exception;

    @Override
    public final Integer call() throws Exception {
        context.interrupt().check();
        work();
        return ExitCode.DONE;
    }
}
