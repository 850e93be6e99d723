package mien.engine.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import mien.engine.EngineOptions;
import mien.engine.edit.relight.TinyPack;
import mien.engine.picture.Picture;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;

/** The command line in this process, with folders of its own. */
final class Cli {

    private final Path folder;
    private final Interrupt interrupt = new Interrupt();

    Cli(Path folder) {
        this.folder = folder;
    }

    /** What a verb left on the streams. */
    record Said(int code, String out, String err) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + out, e);
            }
        }
    }

    /** Installs a pack that has learnt nothing. */
    Cli withTinyPack() {
        try {
            TinyPack.write(models().resolve("tiny"), "tiny");
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Path models() {
        return folder.resolve("models");
    }

    Path cache() {
        return folder.resolve("cache");
    }

    Interrupt interrupt() {
        return interrupt;
    }

    Said run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console =
                new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
        EngineOptions options = EngineOptions.DEFAULT.withModelFolders(List.of(models()));
        String[] typed = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code = Main.run(new Context(console, interrupt, options, cache()), typed);
        return new Said(code, out.toString(), err.toString());
    }

    /** A drawn portrait as a file. */
    static Path portrait(Path file, long seed) {
        Identity person = Identity.of(seed);
        Picture picture = DrawnPeople.render(person, Look.of(person, 0), 64).picture();
        picture.write(file);
        return file;
    }
}
