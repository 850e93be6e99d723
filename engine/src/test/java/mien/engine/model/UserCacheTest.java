package mien.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserCacheTest {

    @Test
    void theCacheLiesWhereTheSystemKeepsCaches() {
        Path home = Path.of("home");
        assertEquals(
                Path.of("xdg/mien"),
                UserCache.folder(Map.of("XDG_CACHE_HOME", "xdg"), "Linux", home));
        assertEquals(Path.of("home/.cache/mien"), UserCache.folder(Map.of(), "Linux", home));
        assertEquals(
                Path.of("home/Library/Caches/Mien"), UserCache.folder(Map.of(), "Mac OS X", home));
        assertEquals(
                Path.of("local/Mien"),
                UserCache.folder(Map.of("LOCALAPPDATA", "local"), "Windows 11", home));
    }
}
