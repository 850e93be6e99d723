package mien.engine.diffusion;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import mien.engine.diffusion.JournalFormat.Malformed;
import mien.engine.picture.WholeFile;
import mien.engine.picture.WholeFile.Until;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest place of a walk in a file, so that a walk whose program ended can be {@link
 * SamplingLoop#resume resumed} to the same bytes. The file is replaced as a whole or not at all;
 * whether the disk has it is not waited for, which would take longer than a step (after a power cut
 * the check sum tells). When it cannot be written, the walk goes on without it.
 */
public final class Journal implements Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    /** Far more than a walk ever needs; a larger file is none of ours. */
    private static final long LARGEST = 1L << 30;

    private final Path file;
    private final WalkId id;
    private volatile int saved = -1;
    private volatile Optional<String> problem = Optional.empty();

    /**
     * What a journal holds.
     *
     * @param id the walk it belongs to
     * @param place where that walk was
     */
    public record Saved(WalkId id, Waypoint place) {

        /**
         * The place, for a walk that must be the same.
         *
         * @throws JournalException if it is another walk
         */
        public Waypoint placeOn(WalkId walk) {
            String difference = walk.difference(id);
            if (!difference.isEmpty()) {
                throw new JournalException(
                        "The journal belongs to another run (%s): resume it with the settings it was started with, or start anew."
                                .formatted(difference));
            }
            return place;
        }
    }

    /**
     * A journal of the walk, written from its first waypoint on.
     *
     * @param file replaced if it exists; its folder is made if it does not
     */
    public Journal(Path file, WalkId id) {
        this.file = file;
        this.id = id;
    }

    @Override
    public void onWaypoint(Supplier<Waypoint> place) {
        if (problem.isPresent()) {
            return;
        }
        Waypoint here = place.get();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            // handed over: waiting for the disk would take longer than a step
            WholeFile.replace(file, Until.HANDED_OVER, JournalFormat.write(id, here));
            saved = here.done();
        } catch (IOException e) {
            String sentence = sentence(e);
            LOG.warn(sentence);
            problem = Optional.of(sentence);
        }
    }

    /** Why the walk goes on without a journal; empty as long as it has one. */
    public Optional<String> problem() {
        return problem;
    }

    /** Removes the file: the walk has come to its end, or is given up. */
    public void discard() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("the journal {} cannot be removed: {}", file, reason(e));
        }
    }

    /**
     * Reads a journal.
     *
     * @throws JournalException if there is none, or it is broken
     */
    public static Saved read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Malformed("it is too large");
            }
            return JournalFormat.read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new JournalException(
                    "There is no journal %s: the run ended, or never began.".formatted(file), e);
        } catch (IOException e) {
            throw new JournalException(
                    "The journal %s cannot be read: %s.".formatted(file, reason(e)), e);
        } catch (Malformed e) {
            throw new JournalException(
                    "The journal %s is broken (%s): start the run anew."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private String sentence(IOException e) {
        String after =
                saved < 0
                        ? "it cannot be resumed"
                        : "it can be resumed from step %d only".formatted(saved);
        return "The run goes on without its journal %s (%s); if it is interrupted, %s."
                .formatted(file, reason(e), after);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file stands where its folder should be";
        }
        return e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
    }
}
