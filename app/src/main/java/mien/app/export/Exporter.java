package mien.app.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.picture.Encoding;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureFormat;
import mien.engine.picture.Region;
import mien.engine.picture.WriteProgress;
import mien.engine.picture.export.Enlargement;
import mien.engine.picture.export.Export;
import mien.engine.picture.export.Layer;
import mien.engine.picture.export.LayeredPicture;
import mien.engine.picture.export.Provenance;
import mien.engine.picture.export.StepSheet;

/**
 * Writes what was chosen; slow, and stopped through its progress.
 *
 * @param names what the layers are called
 */
record Exporter(ExportSubject subject, ExportChoice choice, Provenance told, LayerNames names) {

    private static final double PERCENT = 100;

    /** The names of the layers in the artist's language. */
    record LayerNames(String original, String draft, String result, String mask) {}

    /**
     * Writes the file, and the contact sheet beside it where it is wanted.
     *
     * @return what was written, the picture first
     * @throws mien.engine.picture.PictureException if something cannot be written
     */
    List<Path> write(Path chosen, WriteProgress progress) {
        Path file = choice.format().named(chosen);
        progress.at(0);
        Optional<PictureFormat> flat = choice.format().flat();
        if (flat.isPresent()) {
            Encoding how =
                    Encoding.of(flat.get())
                            .withQuality(choice.quality() / PERCENT)
                            .withBehind(choice.behind());
            Export.flat(picture(), told, how, file, progress);
        } else if (choice.format() == ExportFormat.PSD) {
            Export.psd(layers(), told, file, progress);
        } else {
            Export.openRaster(layers(), told, file, progress);
        }
        if (!choice.steps() || subject.steps().isEmpty()) {
            return List.of(file);
        }
        Path sheet = sheet(file);
        Export.flat(StepSheet.of(subject.steps()), told, sheet);
        return List.of(file, sheet);
    }

    private static Path sheet(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + "-steps.png");
    }

    private Picture picture() {
        return choice.originalSize()
                ? Enlargement.in(subject.result(), subject.original(), subject.covers())
                : subject.result();
    }

    /** Original, draft, result, and the result once more behind each mask; masks are hidden. */
    private LayeredPicture layers() {
        Picture original = subject.original();
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.of(names.original, original));
        subject.proxy().ifPresent(p -> layers.add(placed(names.draft, fitted(p)).hidden()));
        Picture result = fitted(subject.result());
        for (ExportSubject.NamedMask mask : subject.masks()) {
            Mask whole = Enlargement.of(mask.mask(), original.width(), original.height());
            layers.add(
                    placed("%s – %s".formatted(names.mask, mask.name()), result)
                            .withMask(covered(whole))
                            .hidden());
        }
        layers.add(placed(names.result, result));
        return new LayeredPicture(original.width(), original.height(), layers);
    }

    private Picture fitted(Picture part) {
        return Enlargement.of(part, subject.covers().width(), subject.covers().height());
    }

    private Layer placed(String name, Picture pixels) {
        Region at = subject.covers();
        return new Layer(name, pixels, at.x(), at.y(), 1, true, Optional.empty());
    }

    /** The part of a mask that lies over the result. */
    private Mask covered(Mask whole) {
        Region at = subject.covers();
        byte[] values = new byte[at.width() * at.height()];
        for (int y = 0; y < at.height(); y++) {
            for (int x = 0; x < at.width(); x++) {
                int wx = at.x() + x;
                int wy = at.y() + y;
                boolean inside = wx >= 0 && wy >= 0 && wx < whole.width() && wy < whole.height();
                values[y * at.width() + x] = (byte) (inside ? whole.at(wx, wy) : 0);
            }
        }
        return new Mask(at.width(), at.height(), values);
    }
}
