package mien.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The pictures of things that come from the engine; which stands for what is written in a list of
 * the resources.
 */
public final class Icons {

    private static final String LIST = "/mien/ui/icons.properties";

    private final Properties names = new Properties();

    public Icons() {
        try (InputStream in = Icons.class.getResourceAsStream(LIST)) {
            names.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of icons cannot be read", e);
        }
    }

    /** The icon of a system; a general one where none is listed. */
    public FontIcon system(String id) {
        return new FontIcon(names.getProperty("system." + id, names.getProperty("system")));
    }
}
