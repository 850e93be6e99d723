package mien.app.prefs;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import mien.app.job.InOrder;

/**
 * Writes preferences beside the window's thread: a disk may take its time. Of several changes that
 * wait only the newest is written.
 */
public final class PreferenceSaver {

    /** How long closing waits for the disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PreferenceFile file;
    private final InOrder disk;
    private final AtomicReference<Preferences> newest = new AtomicReference<>();

    /**
     * @param background where files are written
     */
    public PreferenceSaver(PreferenceFile file, Executor background) {
        this.file = file;
        this.disk = new InOrder(background);
    }

    public void save(Preferences preferences) {
        newest.set(preferences);
        disk.execute(
                () -> {
                    if (newest.compareAndSet(preferences, null)) {
                        file.save(preferences);
                    }
                });
    }

    /**
     * Waits for what was saved last.
     *
     * @return whether the disk has it
     */
    public boolean settled() {
        return disk.settled(PATIENCE);
    }
}
