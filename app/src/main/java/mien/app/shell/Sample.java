package mien.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import mien.engine.picture.Picture;

/**
 * A portrait that comes with Mien.
 *
 * @param number from 1
 */
public record Sample(int number) {

    private static final int COUNT = 6;

    /** All of them; the first is open when the studio starts. */
    public static List<Sample> all() {
        return IntStream.rangeClosed(1, COUNT).mapToObj(Sample::new).toList();
    }

    /** Its file within the resources. */
    public String resource() {
        return "/mien/ui/samples/portrait-%d.png".formatted(number);
    }

    /** The name of its document. */
    public String name() {
        return "portrait-%d.png".formatted(number);
    }

    public Picture picture() {
        try (InputStream in = Sample.class.getResourceAsStream(resource())) {
            return Picture.decode(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the sample " + resource() + " cannot be read", e);
        }
    }
}
