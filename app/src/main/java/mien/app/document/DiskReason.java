package mien.app.document;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;

/** What the disk said, in a few words. */
public final class DiskReason {

    private DiskReason() {}

    public static String of(IOException e) {
        String said = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            said = failure.getReason();
        }
        String lower = said.toLowerCase(Locale.ROOT);
        if (e instanceof AccessDeniedException || lower.contains("permission denied")) {
            return "no permission";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such folder or file";
        }
        return lower.contains("no space") ? "the disk is full" : said;
    }
}
