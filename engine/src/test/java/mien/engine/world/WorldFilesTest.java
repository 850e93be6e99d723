package mien.engine.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldFilesTest {
    @TempDir Path root;

    @Test
    void writesTheFolderOfAPersonAndOfFurtherLooks() throws Exception {
        Path folder = WorldFiles.write(root, 1_000_000, 1, 64);
        assertEquals(root.resolve("1000000"), folder);
        for (Path at : List.of(folder, folder.resolve("look-1"))) {
            for (String file :
                    List.of(
                            "picture.png",
                            "layout.png",
                            "parsing.png",
                            "normals.png",
                            "albedo.png",
                            "render.png",
                            "joints.json",
                            "code.json",
                            "caption.txt")) {
                assertTrue(Files.size(at.resolve(file)) > 10, at + " lacks " + file);
            }
        }
    }

    @Test
    void theFilesHoldWhatThePortraitHolds() throws Exception {
        Portrait p = DrawnPeople.render(Identity.of(5), Look.of(5, 0), 64);
        WorldFiles.write(root, p);
        assertArrayEquals(p.picture().argb(), Picture.read(root.resolve("picture.png")).argb());
        int[] parsing = Picture.read(root.resolve("parsing.png")).argb();
        for (int i = 0; i < parsing.length; i++) {
            assertEquals(p.parsing()[i], parsing[i] & 0xff);
        }
        JsonNode code = new ObjectMapper().readTree(root.resolve("code.json").toFile());
        assertEquals(DrawnPeople.VERSION, code.get("world_version").asInt());
        assertEquals(5, code.get("seed").asLong());
        assertEquals(9, code.get("light").size());
        assertEquals(p.code().camera()[0], (float) code.get("camera").get(0).asDouble());
        JsonNode joints = new ObjectMapper().readTree(root.resolve("joints.json").toFile());
        assertEquals(18, joints.get("joints").size());
        assertEquals(68, joints.get("landmarks").size());
        assertEquals(
                p.points().landmarks()[0],
                (float) joints.get("landmarks").get(0).get(0).asDouble());
    }
}
