package mien.engine.picture.mask;

import java.awt.image.IndexColorModel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import mien.engine.picture.WholeFile;

/** Layouts as PNG files in the colours of their classes; the palette's places are the ids. */
public final class LayoutFiles {

    private LayoutFiles() {}

    /** The bytes of a PNG file with a palette. */
    public static byte[] png(Layout layout) {
        byte[][] rgb = new byte[3][256];
        for (LayoutClass c : layout.classes()) {
            rgb[0][c.id()] = (byte) (c.rgb() >> 16);
            rgb[1][c.id()] = (byte) (c.rgb() >> 8);
            rgb[2][c.id()] = (byte) c.rgb();
        }
        IndexColorModel palette = new IndexColorModel(8, 256, rgb[0], rgb[1], rgb[2]);
        return MaskFiles.png(layout.width(), layout.height(), layout.plain().values(), palette);
    }

    /**
     * @throws PictureException if the file cannot be written
     */
    public static void write(Layout layout, Path file) {
        WholeFile.write(file, png(layout));
    }

    /**
     * @param file a picture in the colours of the classes, with a palette or without
     * @throws PictureException if it is missing, broken, or shows a colour that no class has
     */
    public static Layout read(Path file, List<LayoutClass> classes) {
        return of(Picture.read(file), classes, file.toString());
    }

    /**
     * @throws PictureException as {@link #read}
     */
    public static Layout decode(byte[] bytes, List<LayoutClass> classes) {
        return of(Picture.decode(bytes), classes, "the layout");
    }

    private static Layout of(Picture picture, List<LayoutClass> classes, String name) {
        Map<Integer, Integer> ids = new HashMap<>();
        classes.forEach(c -> ids.put(c.rgb(), c.id()));
        int w = picture.width();
        byte[] values = new byte[picture.argb().length];
        int lastColour = -1;
        int id = 0;
        for (int i = 0; i < values.length; i++) {
            int colour = picture.argb()[i] & 0xffffff;
            if (colour != lastColour) {
                int row = i / w;
                if (!ids.containsKey(colour)) {
                    throw new PictureException(
                            "In %s the pixel (%d, %d) has the colour #%s, which stands for no class: paint it in one of the %d class colours."
                                    .formatted(
                                            name,
                                            i % w,
                                            row,
                                            String.format(Locale.ROOT, "%06x", colour),
                                            classes.size()));
                }
                id = ids.get(colour);
                lastColour = colour;
            }
            values[i] = (byte) id;
        }
        return Layout.of(classes, new Mask(w, picture.height(), values));
    }
}
