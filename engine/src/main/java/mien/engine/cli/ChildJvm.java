package mien.engine.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Another Java of the same kind: same program and settings, a heap of its own. It ends when its
 * standard input does, so it never outlives this one.
 */
final class ChildJvm {

    /** Written to a child that should end early. */
    static final String STOP = "stop";

    private static final List<String> NICE = List.of("nice", "-n", "10");

    /**
     * A training makes and frees the same few megabytes thousands of times a step. glibc would hand
     * them back to the system each time (measured: a step takes a quarter to a third longer), and
     * threads that sleep at once between operators take half as long again as threads that wait a
     * moment.
     */
    private static final Map<String, String> FOR_LEARNING =
            Map.of(
                    "MALLOC_MMAP_MAX_", "0",
                    "MALLOC_TRIM_THRESHOLD_", "8000000000",
                    "MALLOC_TOP_PAD_", "268435456",
                    "GLIBC_TUNABLES", "glibc.malloc.hugetlb=1", // huge pages: a tenth less
                    "GOMP_SPINCOUNT", "200000");

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();
    private ProcessBuilder.Redirect errors = ProcessBuilder.Redirect.INHERIT;

    /**
     * @param heap its largest heap, such as {@code 2g}
     * @param main its main class
     */
    ChildJvm(String heap, String main, List<String> arguments) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D"))
                .forEach(command::add);
        command.add("-Xmx" + heap);
        command.add(main);
        command.addAll(arguments);
    }

    /** Lets everything else go first, where the system can. */
    ChildJvm withLowPriority() {
        return onPath(NICE.get(0)) ? under(NICE) : this;
    }

    /** Started by another program, such as one that brings a display. */
    ChildJvm under(List<String> program) {
        command.addAll(0, program);
        return this;
    }

    /** Memory and threads as a training likes them; for Linux, without effect elsewhere. */
    ChildJvm forLearning() {
        environment.putAll(FOR_LEARNING);
        return this;
    }

    /** Its standard error goes to the end of a file instead of the terminal. */
    ChildJvm withErrors(Path log) {
        errors = ProcessBuilder.Redirect.appendTo(log.toFile());
        return this;
    }

    /** Whether a program can be started by its name. */
    static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(
                        folder ->
                                !folder.isBlank() && Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * Runs it to its end.
     *
     * @param line told of each line it prints
     * @return its exit code
     */
    int run(Interrupt interrupt, Consumer<String> line) {
        return run(interrupt, line, process -> {});
    }

    /** The same; {@code begun} is told once of the process. */
    @SuppressWarnings("try") // the span acts by being open
    int run(Interrupt interrupt, Consumer<String> line, Consumer<ProcessHandle> begun) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().putAll(environment);
        try {
            Process child = builder.start();
            begun.accept(child.toHandle());
            try (Interrupt.Span ending = interrupt.during(() -> stop(child));
                    BufferedReader printed = child.inputReader(StandardCharsets.UTF_8)) {
                printed.lines().forEach(line);
                return child.waitFor();
            } finally {
                child.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "another Java could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.CANCELLED;
        }
    }

    private static void stop(Process child) {
        try {
            child.getOutputStream().write((STOP + "\n").getBytes(StandardCharsets.UTF_8));
            child.getOutputStream().flush();
        } catch (IOException e) {
            child.destroy(); // it no longer listens
        }
    }
}
