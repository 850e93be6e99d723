package mien.engine.picture.export;

import java.util.Arrays;
import java.util.Optional;

/** The properties Mien writes, with their namespaces and how XMP holds their values. */
public enum XmpName {
    DIGITAL_SOURCE_TYPE(Space.IPTC, "DigitalSourceType", Shape.TEXT),
    AI_SYSTEM_USED(Space.IPTC, "AISystemUsed", Shape.TEXT),
    AI_SYSTEM_VERSION_USED(Space.IPTC, "AISystemVersionUsed", Shape.TEXT),
    AI_PROMPT_INFORMATION(Space.IPTC, "AIPromptInformation", Shape.TEXT),
    AI_PROMPT_WRITER_NAME(Space.IPTC, "AIPromptWriterName", Shape.TEXT),
    CREATOR_TOOL(Space.XMP, "CreatorTool", Shape.TEXT),
    RIGHTS(Space.DUBLIN_CORE, "rights", Shape.LANGUAGES),
    SOURCES(Space.MIEN, "Sources", Shape.BAG),
    RECIPE(Space.MIEN, "Recipe", Shape.TEXT),
    SESSION(Space.MIEN, "Session", Shape.TEXT);

    /** How values lie in the packet (XMP specification, part 1, section 7). */
    enum Shape {
        TEXT,
        /** One text in the default language. */
        LANGUAGES,
        /** Several, in no order. */
        BAG
    }

    /** Whose names they are. */
    enum Space {
        IPTC("Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"),
        DUBLIN_CORE("dc", "http://purl.org/dc/elements/1.1/"),
        XMP("xmp", "http://ns.adobe.com/xap/1.0/"),
        MIEN("mien", "urn:mien:export:1.0/");

        private final String prefix;
        private final String address;

        Space(String prefix, String address) {
            this.prefix = prefix;
            this.address = address;
        }

        String prefix() {
            return prefix;
        }

        String address() {
            return address;
        }
    }

    private final Space space;
    private final String local;
    private final Shape shape;

    XmpName(Space space, String local, Shape shape) {
        this.space = space;
        this.local = local;
        this.shape = shape;
    }

    Space space() {
        return space;
    }

    Shape shape() {
        return shape;
    }

    /** As people write it: {@code Iptc4xmpExt:DigitalSourceType}. */
    public String qualified() {
        return space.prefix + ":" + local;
    }

    static Optional<XmpName> of(String address, String local) {
        return Arrays.stream(values())
                .filter(n -> n.space.address.equals(address) && n.local.equals(local))
                .findFirst();
    }
}
