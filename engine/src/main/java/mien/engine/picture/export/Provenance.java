package mien.engine.picture.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a file says of how its picture was made.
 *
 * @param origin what of it is a photograph
 * @param tool the program, such as {@code Mien 0.1}
 * @param system the system and model that made it
 * @param version of the model; may be empty
 * @param prompt the words it was asked with, if there were any
 * @param sources the pictures it was made of, with the rights in each
 * @param recipe JSON from which the run can be repeated
 * @param session text from which the whole session can be gone on with; may be megabytes long, so
 *     JPEG files do without it
 */
public record Provenance(
        Origin origin,
        String tool,
        String system,
        String version,
        Optional<Prompt> prompt,
        List<Source> sources,
        Optional<String> recipe,
        Optional<String> session) {

    /** How a picture came to be, in the words of the IPTC (NewsCodes, Digital Source Type). */
    public enum Origin {
        /** A photograph, or several, changed by a trained network. */
        COMPOSITE("compositeWithTrainedAlgorithmicMedia"),
        /** Nothing of a photograph is left. */
        SYNTHETIC("trainedAlgorithmicMedia");

        private static final String CODES = "http://cv.iptc.org/newscodes/digitalsourcetype/";

        private final String code;

        Origin(String code) {
            this.code = code;
        }

        /** The address that stands for it. */
        public String address() {
            return CODES + code;
        }
    }

    /**
     * Words that a picture was asked for with.
     *
     * @param writer who wrote them; may be empty
     */
    public record Prompt(String words, String writer) {}

    /**
     * A picture that went in.
     *
     * @param name such as its file name
     * @param rights who allowed what; may be empty
     */
    public record Source(String name, String rights) {}

    public Provenance {
        sources = List.copyOf(sources);
    }

    /** This program, with its version where it runs from a jar. */
    public static String thisTool() {
        return Optional.ofNullable(Provenance.class.getPackage().getImplementationVersion())
                .map(version -> "Mien " + version)
                .orElse("Mien");
    }

    /** An edit of a photograph, with nothing else known. */
    public static Provenance edit(String tool, String system, String version) {
        return new Provenance(
                Origin.COMPOSITE,
                tool,
                system,
                version,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public Provenance withSources(List<Source> newSources) {
        return new Provenance(origin, tool, system, version, prompt, newSources, recipe, session);
    }

    public Provenance withRecipe(String json) {
        return new Provenance(
                origin, tool, system, version, prompt, sources, Optional.of(json), session);
    }

    public Provenance withSession(String text) {
        return new Provenance(
                origin, tool, system, version, prompt, sources, recipe, Optional.of(text));
    }

    public Provenance withoutRecipe() {
        return new Provenance(
                origin, tool, system, version, prompt, sources, Optional.empty(), session);
    }

    public Provenance withoutSession() {
        return new Provenance(
                origin, tool, system, version, prompt, sources, recipe, Optional.empty());
    }

    /**
     * What may leave the house: the marks of a trained network and the rights stay; the recipe, the
     * session, the prompt and its writer, and the names of the sources go.
     */
    public Provenance shared() {
        List<Source> nameless = sources.stream().map(s -> new Source("", s.rights)).toList();
        return new Provenance(
                origin,
                tool,
                system,
                version,
                Optional.empty(),
                nameless,
                Optional.empty(),
                Optional.empty());
    }

    /** Exactly what is written, in the order it is written; empty values are left out. */
    public List<XmpField> fields() {
        List<XmpField> all = new ArrayList<>();
        all.add(XmpField.text(XmpName.DIGITAL_SOURCE_TYPE, origin.address()));
        all.add(XmpField.text(XmpName.AI_SYSTEM_USED, system));
        all.add(XmpField.text(XmpName.AI_SYSTEM_VERSION_USED, version));
        prompt.ifPresent(
                p -> {
                    all.add(XmpField.text(XmpName.AI_PROMPT_INFORMATION, p.words));
                    all.add(XmpField.text(XmpName.AI_PROMPT_WRITER_NAME, p.writer));
                });
        all.add(XmpField.text(XmpName.CREATOR_TOOL, tool));
        all.add(XmpField.text(XmpName.RIGHTS, rights()));
        List<String> named =
                sources.stream()
                        .filter(s -> !s.name.isBlank())
                        .map(s -> s.rights.isBlank() ? s.name : s.name + ": " + s.rights)
                        .toList();
        all.add(new XmpField(XmpName.SOURCES, named));
        recipe.ifPresent(json -> all.add(XmpField.text(XmpName.RECIPE, json)));
        session.ifPresent(text -> all.add(XmpField.text(XmpName.SESSION, text)));
        return all.stream().filter(f -> !f.blank()).toList();
    }

    private String rights() {
        return sources.stream()
                .map(s -> s.rights.strip())
                .filter(r -> !r.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** The XMP packet of the fields. */
    public String packet() {
        return XmpPacket.of(fields());
    }
}
