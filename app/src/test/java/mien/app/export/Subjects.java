package mien.app.export;

import java.util.List;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.export.Provenance;

/** Something to export. */
final class Subjects {
    static final Provenance MADE =
            Provenance.edit("Mien test", "Mien relight, demo", "3")
                    .withSources(List.of(new Provenance.Source("anna.jpg", "")))
                    .withRecipe("{\"format\":\"mien-recipe\",\"run\":{\"seed\":7}}")
                    .withSession("{\"format\":\"mien-session\"}");

    private Subjects() {}

    static Picture ramp(int width, int height) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int x = i % width * 255 / width;
            int y = i / width * 255 / height;
            argb[i] = 0xff000000 | x << 16 | y << 8 | 128;
        }
        return new Picture(width, height, argb);
    }

    /** A small result of a larger picture, with all that an edit leaves behind. */
    static ExportSubject whole() {
        byte[] half = new byte[60 * 40];
        for (int i = 0; i < half.length; i++) {
            half[i] = (byte) (i % 60 < 30 ? 255 : 0);
        }
        return ExportSubject.of("anna.jpg", "relight", ramp(60, 40), ramp(20, 20), MADE)
                .withProxy(Picture.filled(16, 16, 0xff204060))
                .withMasks(List.of(new ExportSubject.NamedMask("face", new Mask(60, 40, half))))
                .withSteps(List.of(ramp(20, 20), ramp(20, 20), ramp(20, 20)));
    }
}
