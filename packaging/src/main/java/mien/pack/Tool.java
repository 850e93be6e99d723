package mien.pack;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/** Tools of the JDK that makes the package. */
final class Tool {

    private Tool() {}

    /**
     * Runs one.
     *
     * @return what it printed
     * @throws IOException if this JDK does not have it, or with what it said
     */
    static String run(String name, List<String> arguments) throws IOException {
        ToolProvider tool =
                ToolProvider.findFirst(name)
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "The JDK %s has no %s: make the package with a full JDK 17 or newer."
                                                        .formatted(
                                                                System.getProperty("java.home"),
                                                                name)));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                tool.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IOException("%s failed (%d): %s%s".formatted(name, code, err, out));
        }
        return out.toString();
    }
}
