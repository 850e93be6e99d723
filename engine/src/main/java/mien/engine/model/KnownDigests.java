package mien.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mien.engine.picture.WholeFile;
import mien.engine.picture.WholeFile.Until;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SHA-256 of large files, kept in the person's cache: to read gigabytes for it at every start
 * takes longer than to load them. A file is known as long as its length, its times and its place on
 * the disk are as they were. Small files, and those that were changed a moment ago, are read every
 * time; so is everything where the cache cannot be written.
 *
 * @param cache a JSON file
 * @param least bytes of a file that is worth remembering
 * @param clock says how long ago a file was changed
 */
record KnownDigests(Path cache, long least, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(KnownDigests.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STAMP = "stamp";
    private static final String SHA256 = "sha256";
    private static final long LARGE = 16L << 20;

    /** Some disks tell times to two seconds: a change may hide in them. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    /** How a file lies on the disk, and when that came about. */
    private record Stamp(String text, FileTime newest) {}

    /** The one in the person's cache. */
    static KnownDigests standard() {
        return new KnownDigests(
                UserCache.folder().resolve("digests.json"), LARGE, Clock.systemUTC());
    }

    /**
     * The digest of a file, read only if it is not known.
     *
     * @param checkCancelled called before each part that is read; what it throws ends the reading
     * @return 64 hexadecimal digits
     */
    String of(Path file, Runnable checkCancelled) throws IOException {
        if (Files.size(file) >= least) {
            JsonNode known = known().path(key(file));
            if (known.path(STAMP).asText().equals(stamp(file).text)) {
                return known.path(SHA256).asText();
            }
        }
        return anew(file, checkCancelled);
    }

    /** The same, read in any case. */
    String anew(Path file, Runnable checkCancelled) throws IOException {
        Stamp before = stamp(file);
        boolean settled = before.newest.toInstant().plus(SETTLED).isBefore(clock.instant());
        String digest = PackFile.sha256(file, checkCancelled);
        if (Files.size(file) >= least && settled && stamp(file).equals(before)) {
            remember(file, before, digest);
        }
        return digest;
    }

    private static String key(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
        FileTime written = a.lastModifiedTime();
        FileTime changed = changed(file, written);
        String text =
                "%d bytes, written %d, changed %d, %s"
                        .formatted(
                                a.size(),
                                written.to(TimeUnit.NANOSECONDS),
                                changed.to(TimeUnit.NANOSECONDS),
                                a.fileKey());
        return new Stamp(text, written.compareTo(changed) > 0 ? written : changed);
    }

    /** When anything about a file changed, which no program can set back; else the other time. */
    private static FileTime changed(Path file, FileTime written) throws IOException {
        boolean told = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return told ? (FileTime) Files.getAttribute(file, "unix:ctime") : written;
    }

    private ObjectNode known() {
        try {
            if (Files.isRegularFile(cache)
                    && JSON.readTree(cache.toFile()) instanceof ObjectNode all) {
                return all;
            }
        } catch (IOException e) {
            LOG.warn("the digests in {} are made anew: {}", cache, e.getMessage());
        }
        return JSON.createObjectNode();
    }

    private void remember(Path file, Stamp stamp, String digest) {
        ObjectNode all = known();
        all.properties().removeIf(e -> !Files.exists(Path.of(e.getKey())));
        all.putObject(key(file)).put(STAMP, stamp.text).put(SHA256, digest);
        try {
            Files.createDirectories(cache.toAbsolutePath().getParent());
            WholeFile.replace(cache, Until.HANDED_OVER, JSON.writeValueAsBytes(all));
        } catch (IOException e) {
            LOG.info("the digest of {} is not kept ({}): {}", file, cache, e.getMessage());
        }
    }
}
