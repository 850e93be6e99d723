package mien.app.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import mien.app.document.DocumentFile;
import mien.app.document.DocumentState;
import mien.app.document.LiveEdit;
import mien.app.job.EngineWorkshop;
import mien.app.job.Workshop;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;

/** The document that the first session begins with. */
final class FirstDocument {

    static final String NAME = "first.mien";

    private static final String SAMPLE = "/mien/ui/samples/portrait-1.png";

    private FirstDocument() {}

    /** Writes one edit of a sample, fitted by the first editing system that is installed. */
    static void write(Path folder) throws IOException {
        try (Workshop shop = EngineWorkshop.open();
                var sample = FirstDocument.class.getResourceAsStream(SAMPLE)) {
            Picture picture = Picture.decode(sample.readAllBytes());
            DocumentState state = DocumentState.of("portrait-1.png", picture);
            DocumentFile.write(
                    state.withEdit(0, fitted(shop, shop.systems().get(0), picture)),
                    folder.resolve(NAME));
        }
    }

    private static <S extends EditSpec> LiveEdit<S> fitted(
            Workshop shop, EditSystem<S> system, Picture picture) {
        S spec = shop.open(system, picture, RunSettings.DEFAULT).join();
        return new LiveEdit<>(
                system, spec, RunSettings.DEFAULT, Optional.empty(), Optional.empty());
    }
}
