package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DroppedTest {

    private static List<Path> files(String... names) {
        return Stream.of(names).map(Path::of).toList();
    }

    @Test
    void filesAreToldApartByTheirEndingsWhateverTheirCase() {
        Dropped dropped =
                Dropped.of(files("a.PNG", "pose.JSON", "w.Safetensors", "b.mien", "old.pth"));
        assertEquals(files("w.Safetensors", "old.pth"), dropped.weights());
        assertEquals(files("pose.JSON"), dropped.poses());
        assertEquals(files("a.PNG", "b.mien"), dropped.others());
    }
}
