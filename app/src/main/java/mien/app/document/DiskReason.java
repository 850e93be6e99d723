package mien.app.document;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import mien.app.text.Saying;

/** What the disk said, in a few words. */
public final class DiskReason {

    private static final int LONGEST = 200;

    private DiskReason() {}

    public static Saying of(IOException e) {
        String said = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            said = failure.getReason();
        }
        String lower = said.toLowerCase(Locale.ROOT);
        if (e instanceof AccessDeniedException || lower.contains("permission denied")) {
            return Saying.of("disk.permission");
        }
        if (e instanceof NoSuchFileException) {
            return Saying.of("disk.missing");
        }
        return lower.contains("no space")
                ? Saying.of("disk.full")
                : Saying.sentence(shortened(said));
    }

    private static String shortened(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
