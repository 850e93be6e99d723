package mien.engine.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.FaceMark;
import mien.engine.edit.Handle;
import mien.engine.picture.FivePoints;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of faces: whose identity which of them gets. All but the first may be left out; given
 * several times, they belong to the sources in their order.
 */
final class FaceOptions<S extends EditSpec> {

    private static final String SOURCE = "--source";
    private static final String POINTS = "X,Y,…"; // ten numbers
    private static final int NUMBERS = 2 * FivePoints.Mark.values().length;

    private final Handle.Faces<S> handle;
    private final String target;
    private final OptionSpec targetPoints;
    private final OptionSpec source =
            repeated(
                    SOURCE,
                    Path.class,
                    "S",
                    "A picture with the face to take; several go to the faces from left to right.");
    private final OptionSpec sourceFace =
            repeated(
                    "--source-face",
                    Integer.class,
                    "N",
                    "Which face of the source, counted from the left; else the largest.");
    private final OptionSpec sourcePoints =
            repeated(
                    "--source-points",
                    String.class,
                    POINTS,
                    "Five points of the source's face, where none is found: as below.");
    private final OptionSpec targetFace;
    private final OptionSpec rights =
            repeated("--rights", String.class, "NOTE", "Who allowed the use of the source's face.");

    /**
     * @param target what the picture that is edited is called, such as {@code target}
     */
    FaceOptions(Handle.Faces<S> handle, String target) {
        this.handle = handle;
        this.target = target;
        this.targetFace =
                repeated(
                        "--%s-face".formatted(target),
                        Integer.class,
                        "N",
                        "Which face gets it, counted from the left; else the largest. With several"
                                + " sources once for each, or not at all.");
        this.targetPoints =
                repeated(
                        "--%s-points".formatted(target),
                        String.class,
                        POINTS,
                        "A face where none is found: left eye, right eye, nose, left and right corner"
                                + " of the mouth, in pixels; it counts after those that were found.");
    }

    /** In the order they are applied. */
    List<ControlOption<S>> all() {
        ControlOption.Setting<S> taking = (spec, value, open) -> taken(spec, paths(value), open);
        return List.of(
                new ControlOption<>(
                        targetPoints, (spec, value, open) -> placed(spec, texts(value))),
                new ControlOption<>(source, taking),
                new ControlOption<>(targetFace, this::needingSource),
                new ControlOption<>(sourceFace, this::needingSource),
                new ControlOption<>(sourcePoints, this::needingSource),
                new ControlOption<>(rights, this::needingSource));
    }

    private static OptionSpec repeated(
            String name, Class<?> type, String label, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(type)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** What belongs to sources was used with them. */
    private S needingSource(S spec, Object value, Function<Path, S> open) {
        List<?> sources = source.getValue();
        int given = sources == null ? 0 : sources.size();
        if (((List<?>) value).size() > given) {
            throw new EditException(
                    "there are %d, but %s was given %d times: give one for each source."
                            .formatted(((List<?>) value).size(), SOURCE, given));
        }
        return spec;
    }

    private S placed(S spec, List<String> all) {
        S with = spec;
        for (String one : all) {
            with = handle.editing().added(with, points(targetPoints, one));
        }
        return with;
    }

    private S taken(S spec, List<Path> sources, Function<Path, S> open) {
        List<String> notes = texts(rights.getValue());
        List<Integer> receivers = receivers(spec, sources.size());
        S next = spec;
        for (int k = 0; k < sources.size(); k++) {
            Path file = sources.get(k);
            Donor<S> donor = donor(open.apply(file), k);
            int to = receivers.get(k);
            String name = file.getFileName().toString();
            next = handle.editing().taken(next, to, donor.picture, donor.face, name);
            next = k < notes.size() ? handle.editing().noted(next, to, notes.get(k)) : next;
        }
        return next;
    }

    /** An opened source, and which of its faces. */
    private record Donor<S>(S picture, int face) {}

    private Donor<S> donor(S opened, int k) {
        List<String> marked = texts(sourcePoints.getValue());
        if (k < marked.size()) {
            S placed = handle.editing().added(opened, points(sourcePoints, marked.get(k)));
            return new Donor<>(placed, newest(placed));
        }
        return new Donor<>(opened, number(sourceFace, k).orElseGet(() -> largest(opened, SOURCE)));
    }

    /** The faces that get the sources, in their order, each another one. */
    private List<Integer> receivers(S spec, int sources) {
        List<Integer> said = targetFace.getValue() == null ? List.of() : targetFace.getValue();
        if (sources == 1) {
            return List.of(said.isEmpty() ? largest(spec, "--" + target) : said.get(0));
        }
        List<Integer> faces =
                said.isEmpty() ? handle.value(spec).stream().map(FaceMark::id).toList() : said;
        if (faces.isEmpty()) {
            throw faceless("--" + target);
        }
        if (said.isEmpty() && faces.size() < sources) {
            throw new EditException(
                    "%s was given %d times, but the picture of --%s has fewer faces (%d): leave some out, or place more faces with --%s-points."
                            .formatted(SOURCE, sources, target, faces.size(), target));
        }
        if (faces.size() < sources) {
            throw new EditException(
                    "%s was given %d times, but %s only %d: give it once for each source, or not at all."
                            .formatted(SOURCE, sources, targetFace.longestName(), faces.size()));
        }
        if (faces.stream().distinct().count() < faces.size()) {
            throw new EditException(
                    "one face would get two sources: give each source a face of its own with %s."
                            .formatted(targetFace.longestName()));
        }
        return faces;
    }

    private static Optional<Integer> number(OptionSpec option, int k) {
        List<Integer> numbers = option.getValue();
        return numbers == null || k >= numbers.size()
                ? Optional.empty()
                : Optional.of(numbers.get(k));
    }

    private int largest(S spec, String option) {
        return handle.value(spec).stream()
                .max(Comparator.comparingDouble(FaceOptions::area))
                .map(FaceMark::id)
                .orElseThrow(() -> faceless(option));
    }

    private static EditException faceless(String option) {
        return new EditException(
                "no face was found in the picture of %s: give its five points with %s-points %s, or choose another."
                        .formatted(option, option, POINTS));
    }

    private int newest(S spec) {
        return handle.value(spec).stream().mapToInt(FaceMark::id).max().orElseThrow();
    }

    private static double area(FaceMark face) {
        FaceMark.Box b = face.box();
        return (b.right() - b.left()) * (b.bottom() - b.top());
    }

    private static FivePoints points(OptionSpec option, String typed) {
        return FivePoints.of(Numbers.typed(option.longestName(), typed, NUMBERS, NUMBERS, POINTS));
    }

    @SuppressWarnings("unchecked") // picocli made it of the type the option was built with
    private static List<Path> paths(Object value) {
        return (List<Path>) value;
    }

    @SuppressWarnings("unchecked") // as above
    private static List<String> texts(Object value) {
        return value == null ? List.of() : (List<String>) value;
    }
}
