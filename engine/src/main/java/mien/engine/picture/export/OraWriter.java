package mien.engine.picture.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mien.engine.picture.Encoding;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureFormat;
import mien.engine.picture.WriteProgress;

/**
 * OpenRaster (baseline 0.0.5): a zip whose first entry is its kind, not folded; {@code stack.xml},
 * a PNG a layer, the merged picture and a thumbnail. The format has no layer masks: a mask goes
 * into its layer's alpha and, so that it can be edited, beside it as a hidden grey layer.
 */
final class OraWriter {
    private static final String KIND = "image/openraster";
    private static final LocalDateTime DAY = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final int THUMBNAIL_SIDE = 256;

    private final LayeredPicture whole;
    private final ZipOutputStream zip;
    private final WriteProgress progress;
    private final int parts;
    private int done;

    private OraWriter(LayeredPicture whole, OutputStream out, WriteProgress progress) {
        this.whole = whole;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.progress = progress;
        this.parts = 1 + whole.layers().stream().mapToInt(l -> l.mask().isPresent() ? 2 : 1).sum();
    }

    static void write(
            LayeredPicture whole, Optional<String> xmp, FileChannel out, WriteProgress progress)
            throws IOException {
        OutputStream bytes = new BufferedOutputStream(Channels.newOutputStream(out), 1 << 16);
        new OraWriter(whole, bytes, progress).write(xmp);
        bytes.flush();
    }

    private void write(Optional<String> xmp) throws IOException {
        stored("mimetype", KIND.getBytes(StandardCharsets.US_ASCII));
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        open("stack.xml");
        zip.write(stack().getBytes(StandardCharsets.UTF_8));
        zip.setLevel(Deflater.NO_COMPRESSION); // PNG is folded already
        for (int i = 0; i < whole.layers().size(); i++) {
            Layer layer = whole.layers().get(i);
            png(file(i), masked(layer), Optional.empty());
            if (layer.mask().isPresent()) {
                png(maskFile(i), layer.mask().get().picture(), Optional.empty());
            }
        }
        Picture merged = whole.merged();
        png("mergedimage.png", merged, xmp);
        open("Thumbnails/thumbnail.png");
        zip.write(Thumbnail.of(merged, THUMBNAIL_SIDE).png());
        zip.finish();
    }

    private void stored(String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
    }

    /**
     * The same picture gives the same bytes: every entry is of one day, which needs no extra field.
     */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(DAY);
        return entry;
    }

    private void open(String name) throws IOException {
        zip.putNextEntry(entry(name));
    }

    private void png(String name, Picture picture, Optional<String> xmp) throws IOException {
        open(name);
        Encoding png = Encoding.of(PictureFormat.PNG);
        xmp.map(png::withXmp)
                .orElse(png)
                .write(picture, zip, share -> progress.at((done + share) / parts));
        done++;
    }

    private static String file(int i) {
        return String.format(Locale.ROOT, "data/layer%03d.png", i);
    }

    private static String maskFile(int i) {
        return String.format(Locale.ROOT, "data/layer%03d-mask.png", i);
    }

    /** From the highest layer to the lowest. */
    private String stack() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<image version=\"0.0.5\" w=\"").append(whole.width());
        xml.append("\" h=\"").append(whole.height()).append("\">\n <stack>\n");
        for (int i = whole.layers().size() - 1; i >= 0; i--) {
            Layer layer = whole.layers().get(i);
            if (layer.mask().isPresent()) {
                xml.append(line(layer, layer.name() + " – mask", maskFile(i), 1, false));
            }
            xml.append(line(layer, layer.name(), file(i), layer.opacity(), layer.visible()));
        }
        return xml.append(" </stack>\n</image>\n").toString();
    }

    private static String line(
            Layer layer, String name, String file, double opacity, boolean visible) {
        return String.format(
                Locale.ROOT,
                "  <layer name=\"%s\" src=\"%s\" x=\"%d\" y=\"%d\" opacity=\"%.4f\""
                        + " visibility=\"%s\" composite-op=\"svg:src-over\"/>\n",
                XmlText.escaped(name),
                file,
                layer.x(),
                layer.y(),
                opacity,
                visible ? "visible" : "hidden");
    }

    private static Picture masked(Layer layer) {
        Picture p = layer.pixels();
        if (layer.mask().isEmpty()) {
            return p;
        }
        Mask mask = layer.mask().get();
        int[] argb = new int[p.argb().length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = ((p.argb()[i] >>> 24) * (mask.values()[i] & 0xff) + 127) / 255;
            argb[i] = alpha << 24 | p.argb()[i] & 0xffffff;
        }
        return new Picture(p.width(), p.height(), argb);
    }
}
