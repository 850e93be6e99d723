package mien.app.edit;

import java.util.List;
import java.util.Optional;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.FaceMark;
import mien.engine.edit.Handle;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;

/** The part of a picture that an edit is about, small: its faces where it has some, else all. */
final class Detail {

    /** Twice the size on the screen. */
    static final int PIXELS = 184;

    private static final double AROUND = 0.25; // of the faces, on each side

    private Detail() {}

    static <S extends EditSpec> Picture of(EditSystem<S> system, S spec, Picture whole) {
        Picture part = region(system, spec, whole).map(whole::cropped).orElse(whole);
        double k = (double) PIXELS / Math.max(part.width(), part.height());
        return k >= 1
                ? part
                : part.resized(
                        (int) Math.max(1, Math.round(k * part.width())),
                        (int) Math.max(1, Math.round(k * part.height())));
    }

    private static <S extends EditSpec> Optional<Region> region(
            EditSystem<S> system, S spec, Picture whole) {
        List<FaceMark.Box> boxes =
                system.handles().stream()
                        .filter(Handle.Faces.class::isInstance)
                        .flatMap(handle -> ((Handle.Faces<S>) handle).value(spec).stream())
                        .filter(f -> f.chosen() && f.source().isPresent())
                        .map(FaceMark::box)
                        .toList();
        double left = boxes.stream().mapToDouble(FaceMark.Box::left).min().orElse(0);
        double top = boxes.stream().mapToDouble(FaceMark.Box::top).min().orElse(0);
        double right = boxes.stream().mapToDouble(FaceMark.Box::right).max().orElse(0);
        double bottom = boxes.stream().mapToDouble(FaceMark.Box::bottom).max().orElse(0);
        double dx = AROUND * (right - left);
        double dy = AROUND * (bottom - top);
        int x = (int) Math.max(0, left - dx);
        int y = (int) Math.max(0, top - dy);
        int width = (int) Math.min(whole.width() - x, right + dx - x);
        int height = (int) Math.min(whole.height() - y, bottom + dy - y);
        return boxes.isEmpty() || width < 1 || height < 1
                ? Optional.empty()
                : Optional.of(new Region(x, y, width, height));
    }
}
