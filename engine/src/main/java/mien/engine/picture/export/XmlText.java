package mien.engine.picture.export;

/** Any text as XML 1.0 can hold it. */
final class XmlText {
    private static final int UNKNOWN = 0xfffd;

    private XmlText() {}

    /** Escaped for elements and attributes; characters XML has no place for become �. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '<' -> out.append("&lt;");
                                case '>' -> out.append("&gt;");
                                case '&' -> out.append("&amp;");
                                case '"' -> out.append("&quot;");
                                case '\t', '\n', '\r' -> out.append("&#").append(c).append(';');
                                default -> out.appendCodePoint(allowed(c) ? c : UNKNOWN);
                            }
                        });
        return out.toString();
    }

    private static boolean allowed(int c) {
        return c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
    }
}
