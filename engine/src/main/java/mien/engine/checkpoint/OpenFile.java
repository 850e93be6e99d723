package mien.engine.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import mien.engine.checkpoint.storage.Contents;
import mien.engine.checkpoint.storage.FileBytes;
import mien.engine.checkpoint.storage.Malformed;
import mien.engine.checkpoint.storage.StoredTensor;

/**
 * A file whose container has been recognised and checked, still open for its tensors; and the
 * sentences for whatever goes wrong with it.
 */
record OpenFile(Path path, FileBytes bytes, Contents contents) implements AutoCloseable {

    private static final int LONGEST = 250;

    /** A file of any kind. */
    static OpenFile of(Path path) {
        return of(path, Optional.empty());
    }

    /** A file that must be of one kind. */
    static OpenFile of(Path path, Container container) {
        return of(path, Optional.of(container));
    }

    private static OpenFile of(Path path, Optional<Container> container) {
        try {
            if (Files.isDirectory(path)) {
                throw new CheckpointException(
                        path + " is a folder; choose a file of weights inside it.");
            }
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new CheckpointException(
                        path + " is a device or a pipe; choose a file of weights.");
            }
            return checked(path, FileBytes.open(path), container);
        } catch (NoSuchFileException e) {
            throw new CheckpointException(
                    path + " does not exist; check the name, or import the model again.", e);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static OpenFile checked(Path path, FileBytes bytes, Optional<Container> wanted)
            throws IOException {
        boolean sound = false;
        try {
            Container container = wanted.isPresent() ? wanted.get() : Container.of(bytes);
            Contents contents = read(path, bytes, container);
            sound = true;
            return new OpenFile(path, bytes, contents);
        } catch (Malformed e) {
            throw new CheckpointException(
                    "%s is not a file of weights: %s; %s."
                            .formatted(path, shown(e.getMessage()), e.advice()),
                    e);
        } finally {
            if (!sound) {
                bytes.close();
            }
        }
    }

    private static Contents read(Path path, FileBytes bytes, Container container)
            throws IOException {
        try {
            return container.contents(bytes);
        } catch (Malformed e) {
            throw malformed(path, container.label, e);
        }
    }

    /** How a tensor becomes numbers. */
    interface Reading<A> {
        A of(StoredTensor tensor) throws IOException, Malformed;
    }

    /** Reads one of the file's tensors; its name is for the sentence when that fails. */
    <A> A read(String name, StoredTensor tensor, Reading<A> reading) {
        try {
            return reading.of(tensor);
        } catch (Malformed e) {
            throw malformed(path, contents.container(), e.about(name));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static CheckpointException malformed(Path path, String kind, Malformed e) {
        return new CheckpointException(
                "%s cannot be read as %s: %s; %s."
                        .formatted(path, kind, shown(e.getMessage()), e.advice()),
                e);
    }

    /** Names come from the file: they may be long and hold anything. */
    private static String shown(String why) {
        String plain = why.replaceAll("\\p{C}", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }

    private static CheckpointException unreadable(Path path, IOException e) {
        return new CheckpointException(
                "%s cannot be read (%s); check the disk and the file's permissions."
                        .formatted(path, e),
                e);
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }
}
