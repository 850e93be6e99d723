package mien.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * What a soak is asked for.
 *
 * @param kills how many
 * @param folder where the sessions work; there, with the first document in it
 */
record Order(int kills, Random random, Path folder) {

    /**
     * @param args how many kills (200), the seed (1), a folder to work in (a temporary one)
     */
    static Order of(String... args) throws IOException {
        List<String> given = List.of(args);
        int kills = given.isEmpty() ? 200 : Integer.parseInt(given.get(0));
        long seed = given.size() > 1 ? Long.parseLong(given.get(1)) : 1;
        Path folder =
                given.size() > 2
                        ? Files.createDirectories(Path.of(given.get(2)))
                        : Files.createTempDirectory("mien-soak");
        FirstDocument.write(folder);
        return new Order(kills, new Random(seed), folder);
    }

    Killer killer(Killer.Life life) {
        return new Killer(folder, random, life);
    }
}
