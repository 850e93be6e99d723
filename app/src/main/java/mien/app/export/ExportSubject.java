package mien.app.export;

import java.util.List;
import java.util.Optional;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;
import mien.engine.picture.export.Provenance;

/**
 * What can be exported.
 *
 * @param name what the document is called
 * @param system the id of the system that made the result
 * @param original the picture the result was made from
 * @param result what was made
 * @param covers the part of the original that the result shows
 * @param proxy the draft it began with
 * @param masks the masks of the edit, over the whole original
 * @param steps the film of the run
 * @param made everything that could be said of it; what is said is chosen
 */
public record ExportSubject(
        String name,
        String system,
        Picture original,
        Picture result,
        Region covers,
        Optional<Picture> proxy,
        List<NamedMask> masks,
        List<Picture> steps,
        Provenance made) {

    /** A mask and what the artist calls it. */
    public record NamedMask(String name, Mask mask) {}

    public ExportSubject {
        masks = List.copyOf(masks);
        steps = List.copyOf(steps);
    }

    /** A result that shows the whole of its original, with nothing beside it. */
    public static ExportSubject of(
            String name, String system, Picture original, Picture result, Provenance made) {
        return new ExportSubject(
                name,
                system,
                original,
                result,
                new Region(0, 0, original.width(), original.height()),
                Optional.empty(),
                List.of(),
                List.of(),
                made);
    }

    public ExportSubject withProxy(Picture now) {
        return new ExportSubject(
                name, system, original, result, covers, Optional.of(now), masks, steps, made);
    }

    public ExportSubject withMasks(List<NamedMask> now) {
        return new ExportSubject(name, system, original, result, covers, proxy, now, steps, made);
    }

    public ExportSubject withSteps(List<Picture> now) {
        return new ExportSubject(name, system, original, result, covers, proxy, masks, now, made);
    }

    /** Whether there are two sizes to choose from. */
    boolean resizable() {
        return result.width() != original.width() || result.height() != original.height();
    }

    /** What to call the file: {@code anna.jpg} becomes {@code anna-relight.psd}. */
    String proposed(ExportFormat format) {
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "-" + system + "." + format.ending();
    }
}
