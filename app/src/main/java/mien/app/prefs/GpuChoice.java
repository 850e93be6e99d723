package mien.app.prefs;

import java.nio.file.Path;
import mien.engine.Hardware;

/** Which library edits run with; what is chosen is used from the next start on. */
public interface GpuChoice {

    /** Checks the CUDA library of a folder by a small run, and chooses it. */
    String use(Path folder);

    /** Fetches DJL's CUDA library, checks and chooses it. */
    String install(Hardware.Fetching fetching);

    /** Goes back to the library that came with Mien. */
    void useBundled();

    /** The engine's own. */
    GpuChoice ENGINE =
            new GpuChoice() {
                @Override
                public String use(Path folder) {
                    return Hardware.use(folder);
                }

                @Override
                public String install(Hardware.Fetching fetching) {
                    return Hardware.install(fetching);
                }

                @Override
                public void useBundled() {
                    Hardware.useBundled();
                }
            };
}
