package mien.launch;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The PyTorch library that is loaded, as DJL and the library itself are told of it.
 *
 * @param environment variables of this process and of those it starts
 * @param properties settings of this Java alone
 */
record Library(Map<String, String> environment, Map<String, String> properties) {

    private static final String VERSION = "2.7.1"; // that of the caller's library in the package

    Library {
        environment = Map.copyOf(environment);
        properties = Map.copyOf(properties);
    }

    static Library bundled(Path folder, Path choice) {
        return new Library(variables(folder, "cpu"), Map.of("mien.natives", choice.toString()));
    }

    static Library chosen(Path folder, Path choice) {
        return new Library(
                variables(folder, "cu128"),
                Map.of(
                        "mien.natives", choice.toString(),
                        "mien.natives.used", folder.toString()));
    }

    private static Map<String, String> variables(Path folder, String flavor) {
        Map<String, String> all = new TreeMap<>();
        all.put("PYTORCH_LIBRARY_PATH", folder.toString());
        all.put("PYTORCH_VERSION", VERSION);
        all.put("PYTORCH_FLAVOR", flavor);
        return all;
    }

    /**
     * Tells this process and those it will start. Comes before anything asks Java for a variable:
     * Java looks once.
     */
    void announce() {
        properties.forEach(System::setProperty);
        environment.forEach(Environment::put);
        // Threads sleep between edits, so that the window is never starved, but wait a moment
        // between two operators: falling asleep and waking costs more than the operator.
        Environment.offer("OMP_WAIT_POLICY", "PASSIVE");
        Environment.offer("GOMP_SPINCOUNT", "30000");
    }
}
