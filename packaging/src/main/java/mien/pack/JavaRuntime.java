package mien.pack;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The Java of the package: the modules that its jars need, and no others. */
final class JavaRuntime {

    /** Modules that are looked up by name only, so that no class tells of them. */
    private static final Set<String> BY_NAME =
            Set.of(
                    "java.naming", // logback's settings
                    "jdk.crypto.ec", // fetching over HTTPS
                    "jdk.localedata", // numbers and dates in Korean
                    "jdk.charsets", // terminals on Korean Windows
                    "jdk.zipfs");

    private JavaRuntime() {}

    /** Links it, with the classes of Java itself made ready for a faster start. */
    static void link(Staged staged, Path runtime) throws IOException {
        Set<String> modules = modules(staged);
        // bin/java stays: trainings and trials of libraries run in a Java of their own
        List<String> arguments =
                new ArrayList<>(List.of("--add-modules", String.join(",", modules)));
        arguments.addAll(List.of("--output", runtime.toString()));
        arguments.addAll(List.of("--include-locales", "en,ko"));
        arguments.addAll(List.of("--no-header-files", "--no-man-pages", "--vm", "server"));
        Tool.run("jlink", arguments);
        share(runtime);
    }

    private static Set<String> modules(Staged staged) throws IOException {
        Set<String> modules = new TreeSet<>(BY_NAME);
        List<String> silent = new ArrayList<>();
        for (Path jar : staged.jars()) {
            ModuleDescriptor described = described(jar);
            if (described.isAutomatic()) {
                silent.add(jar.toString());
            } else {
                modules.addAll(required(described));
            }
        }
        modules.addAll(used(silent, staged.jars()));
        return modules;
    }

    private static ModuleDescriptor described(Path jar) {
        return ModuleFinder.of(jar).findAll().iterator().next().descriptor();
    }

    /** The modules of Java that a jar with a description of its own names. */
    private static List<String> required(ModuleDescriptor module) {
        return module.requires().stream()
                .filter(r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name)
                .filter(name -> name.startsWith("java.") || name.startsWith("jdk."))
                .toList();
    }

    /** The modules of Java that the classes of the other jars use. */
    private static List<String> used(List<String> jars, List<Path> path) throws IOException {
        String all =
                path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> arguments =
                new ArrayList<>(List.of("--ignore-missing-deps", "--multi-release", "17"));
        arguments.addAll(List.of("--print-module-deps", "--class-path", all));
        arguments.addAll(jars);
        return List.of(Tool.run("jdeps", arguments).strip().split(","));
    }

    private static void share(Path runtime) throws IOException {
        Path java = runtime.resolve("bin").resolve(Host.WINDOWS ? "java.exe" : "java");
        try {
            int code =
                    new ProcessBuilder(java.toString(), "-Xshare:dump")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor();
            if (code != 0) {
                throw new IOException("java -Xshare:dump ended with code " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("java -Xshare:dump was ended", e);
        }
    }
}
