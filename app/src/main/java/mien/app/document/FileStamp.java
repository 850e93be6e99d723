package mien.app.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** Tells whether a file was changed by someone else. */
record FileStamp(long size, FileTime changed) {

    /** The file as it is now; empty if it is not there. */
    static Optional<FileStamp> of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileStamp(now.size(), now.lastModifiedTime()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
