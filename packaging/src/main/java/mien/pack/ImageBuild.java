package mien.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the package of the system it runs on: a folder that holds everything Mien needs, Java
 * included. Arguments: VERSION REPOSITORY TARGET JAR, where TARGET/jars holds the other jars and
 * JAR the launcher.
 */
public final class ImageBuild {

    private static final String NAME = "Mien";
    private static final String HEAP = "-Xmx3g";
    private static final String SYSTEM_LIBRARIES =
            "/usr/lib/x86_64-linux-gnu:/usr/lib/aarch64-linux-gnu:/usr/lib64:/usr/lib:/usr/local/cuda/lib64";

    private final String version;
    private final Path repository;
    private final Path target;
    private final Path jar;

    private ImageBuild(String version, Path repository, Path target, Path jar) {
        this.version = version;
        this.repository = repository;
        this.target = target;
        this.jar = jar;
    }

    public static void main(String[] args) throws IOException {
        new ImageBuild(args[0], Path.of(args[1]), Path.of(args[2]), Path.of(args[3])).make();
    }

    private void make() throws IOException {
        Path input = Folders.fresh(target.resolve("input"));
        Staged staged = Staged.into(input, jar, target.resolve("jars"));
        Path packaging = repository.resolve("packaging");
        Notices.of(packaging.resolve("NOTICES.md")).mustName(staged.names());
        Folders.copy(packaging.resolve("NOTICES.md"), input.resolve("legal/NOTICES.md"));
        Folders.copy(repository.resolve("LICENSE"), input.resolve("legal/LICENSE"));
        Folders.copy(repository.resolve("models"), input.resolve("models"));

        Path runtime = target.resolve("runtime");
        Folders.delete(runtime);
        JavaRuntime.link(staged, runtime);
        Path icons = Folders.fresh(target.resolve("icons"));
        Path icon = IconFiles.write(icons);

        Path images = Folders.fresh(target.resolve("image"));
        Tool.run("jpackage", arguments(input, runtime, icon, images));
        if (Host.WINDOWS) {
            // where JavaFX looks before it would unpack them
            staged.copyWindowLibraries(images.resolve(NAME).resolve("bin"));
        }
        Path image = images.resolve(Host.MAC ? NAME + ".app" : NAME);
        if (!new StartArchive(image, NAME).write(target.resolve("start"))) {
            System.err.println(
                    "The window could not be opened here, so the package has no archive of its classes and starts a little slower.");
        }
    }

    private List<String> arguments(Path input, Path runtime, Path icon, Path images) {
        List<String> all = new ArrayList<>(List.of("--type", "app-image", "--name", NAME));
        all.addAll(List.of("--app-version", number(version, Host.MAC)));
        all.addAll(List.of("--vendor", NAME, "--description", "A studio for portraits and people"));
        all.addAll(List.of("--input", input.toString(), "--dest", images.toString()));
        all.addAll(List.of("--main-jar", jar.getFileName().toString()));
        all.addAll(List.of("--main-class", "mien.launch.Launcher"));
        all.addAll(List.of("--runtime-image", runtime.toString(), "--icon", icon.toString()));
        all.addAll(List.of("--add-launcher", "studio=" + console()));
        for (String option : javaOptions()) {
            all.addAll(List.of("--java-options", option));
        }
        return all;
    }

    /** A second program for terminals: on Windows the first one cannot print. */
    private Path console() {
        return repository.resolve("packaging/desktop/studio.properties");
    }

    private static List<String> javaOptions() {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                HEAP,
                                "-Dfile.encoding=UTF-8",
                                "-Dai.djl.offline=true",
                                "-DOPT_OUT_TRACKING=true",
                                "-Dmien.libtorch=$APPDIR/" + Staged.LIBTORCH,
                                "-Dmien.models=$APPDIR/models",
                                "-Djna.boot.library.path=$APPDIR",
                                "-Djna.nounpack=true"));
        if (!Host.WINDOWS && !Host.MAC) {
            // else JNA asks another program for them, and Java's view of the environment is
            // settled before the launcher has set what it must
            all.add("-Djna.platform.library.path=" + SYSTEM_LIBRARIES);
        }
        return all;
    }

    /**
     * The number alone, as packages want it.
     *
     * @param mac where the first part may not be 0
     */
    static String number(String version, boolean mac) {
        String number = version.replaceAll("-.*", "");
        return mac && number.startsWith("0.") ? "1" + number.substring(1) : number;
    }
}
