package mien.app.samples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Picture;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;

/**
 * Draws the sample portraits of the studio: {@code FOLDER} writes {@code portrait-N.png}, {@code
 * FOLDER --sheet FIRST COUNT} one sheet to choose others from. No sample is among the people that
 * networks learn from.
 */
final class DrawSamples {

    private static final int SIDE = 224;
    private static final long[] SEEDS = {
        1_000_132, 1_000_097, 1_000_139, 1_000_114, 1_000_145, 1_000_115
    };

    private DrawSamples() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        if (args.length > 1) {
            List<Picture> people = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(args[3]); i++) {
                people.add(portrait(Long.parseLong(args[2]) + i, 128));
            }
            ContactSheet.grid(people, 10, 2, 0xff202020).write(folder.resolve("sheet.png"));
            return;
        }
        for (int i = 0; i < SEEDS.length; i++) {
            portrait(SEEDS[i], SIDE).write(folder.resolve("portrait-%d.png".formatted(i + 1)));
        }
    }

    private static Picture portrait(long seed, int side) {
        return DrawnPeople.render(Identity.of(seed), Look.of(seed, 0), side).picture();
    }
}
