package mien.engine.picture.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import mien.engine.picture.WriteProgress;

/**
 * Layered PSD (Adobe Photoshop File Formats Specification, "Photoshop file format"): 8 bit red,
 * green, blue, normal blending, layer masks, Unicode names, packed rows, and the merged picture for
 * programs that know no layers.
 */
final class PsdWriter {
    private static final int LONGEST_SIDE = 30_000;
    private static final int HIDDEN = 0x02;
    private static final int FLAGS_COUNT = 0x08; // Photoshop 5 and later: the other bits are meant
    private static final int XMP_RESOURCE = 1060;
    private static final int PACKED = 1;

    private static final int ALPHA = -1;
    private static final int MASK = -2;

    private final LayeredPicture whole;
    private final FileBytes out;
    private final WriteProgress progress;
    private long rows;
    private long written;

    private PsdWriter(LayeredPicture whole, FileChannel out, WriteProgress progress) {
        this.whole = whole;
        this.out = new FileBytes(out);
        this.progress = progress;
    }

    static void write(
            LayeredPicture whole, Optional<String> xmp, FileChannel out, WriteProgress progress)
            throws IOException {
        if (Math.max(whole.width(), whole.height()) > LONGEST_SIDE) {
            throw new PictureException(
                    "A PSD is at most %,d pixels wide and high, but this picture has %d × %d: write OpenRaster or TIFF."
                            .formatted(LONGEST_SIDE, whole.width(), whole.height()));
        }
        new PsdWriter(whole, out, progress).write(xmp);
    }

    private void write(Optional<String> xmp) throws IOException {
        Picture merged = whole.merged();
        boolean opaque = merged.opaque();
        List<Integer> colours = opaque ? List.of(0, 1, 2) : List.of(0, 1, 2, ALPHA);
        rows = (long) colours.size() * whole.height();
        for (Layer layer : whole.layers()) {
            rows += (long) channels(layer).size() * layer.pixels().height();
        }
        header(colours.size());
        resources(xmp);
        layers(opaque);
        merged(merged, colours);
        out.flush();
    }

    private void header(int channels) throws IOException {
        out.ascii("8BPS").u16(1).zeros(6).u16(channels);
        out.u32(whole.height()).u32(whole.width()).u16(8).u16(3);
        out.u32(0); // no palette
    }

    private void resources(Optional<String> xmp) throws IOException {
        long length = out.position();
        out.u32(0);
        if (xmp.isPresent()) {
            byte[] packet = xmp.get().getBytes(StandardCharsets.UTF_8);
            out.ascii("8BIM").u16(XMP_RESOURCE).u16(0).u32(packet.length).bytes(packet);
            out.zeros(packet.length % 2);
        }
        out.patchLength(length);
    }

    private static List<Integer> channels(Layer layer) {
        List<Integer> channels = new ArrayList<>(List.of(ALPHA, 0, 1, 2));
        if (layer.mask().isPresent()) {
            channels.add(MASK);
        }
        return channels;
    }

    /** Records of all layers, then the pixels of all layers. */
    private void layers(boolean opaque) throws IOException {
        long section = out.position();
        out.u32(0);
        long info = out.position();
        out.u32(0);
        int count = whole.layers().size();
        out.u16(opaque ? count : -count); // negative: the merged picture has alpha
        List<List<Long>> lengths = new ArrayList<>();
        for (Layer layer : whole.layers()) {
            lengths.add(record(layer));
        }
        for (int i = 0; i < count; i++) {
            Layer layer = whole.layers().get(i);
            List<Integer> channels = channels(layer);
            for (int c = 0; c < channels.size(); c++) {
                long from = out.position();
                layerChannel(layer, channels.get(c));
                int length = (int) (out.position() - from);
                out.patch(lengths.get(i).get(c), ByteBuffer.allocate(4).putInt(length).flip());
            }
        }
        out.zeros((int) ((out.position() - info) % 2));
        out.patchLength(info);
        out.u32(0); // no mask over all layers
        out.patchLength(section);
    }

    /** Writes a record; where the lengths of its channels go. */
    private List<Long> record(Layer layer) throws IOException {
        rectangle(layer);
        List<Long> lengths = new ArrayList<>();
        List<Integer> channels = channels(layer);
        out.u16(channels.size());
        for (int channel : channels) {
            out.u16(channel);
            lengths.add(out.position());
            out.u32(0);
        }
        out.ascii("8BIM").ascii("norm").u8((int) Math.round(layer.opacity() * 255)).u8(0);
        out.u8(FLAGS_COUNT | (layer.visible() ? 0 : HIDDEN)).u8(0);
        long extra = out.position();
        out.u32(0);
        if (layer.mask().isPresent()) {
            out.u32(20);
            rectangle(layer);
            out.zeros(4);
        } else {
            out.u32(0);
        }
        out.u32(0); // no blending ranges
        names(layer.name());
        out.patchLength(extra);
        return lengths;
    }

    private void rectangle(Layer layer) throws IOException {
        out.u32(layer.y()).u32(layer.x());
        out.u32(layer.y() + layer.pixels().height()).u32(layer.x() + layer.pixels().width());
    }

    /** A short name for old programs, and the name itself. */
    private void names(String name) throws IOException {
        byte[] old = name.replaceAll("[^ -~]", "_").getBytes(StandardCharsets.US_ASCII);
        int shown = Math.min(31, old.length);
        out.u8(shown).bytes(old, shown).zeros((3 - shown % 4 + 4) % 4);
        byte[] unicode = name.getBytes(StandardCharsets.UTF_16BE);
        int padding = unicode.length % 4;
        out.ascii("8BIM").ascii("luni").u32(4 + unicode.length + padding).u32(name.length());
        out.bytes(unicode).zeros(padding);
    }

    private void layerChannel(Layer layer, int channel) throws IOException {
        out.u16(PACKED);
        int w = layer.pixels().width();
        int h = layer.pixels().height();
        if (channel == MASK) {
            byte[] values = layer.mask().orElseThrow().values();
            packed(w, h, (y, row) -> System.arraycopy(values, y * w, row, 0, w));
        } else {
            packed(w, h, plane(layer.pixels(), channel));
        }
    }

    /** Where it is transparent, programs expect it on white, and take the white out again. */
    private void merged(Picture merged, List<Integer> channels) throws IOException {
        out.u16(PACKED);
        int w = merged.width();
        int h = merged.height();
        long counts = out.position();
        int[] lengths = new int[channels.size() * h];
        out.zeros(2 * lengths.length);
        for (int c = 0; c < channels.size(); c++) {
            int[] rowLengths = rows(w, h, onWhite(merged, channels.get(c)));
            System.arraycopy(rowLengths, 0, lengths, c * h, h);
        }
        out.patch(counts, shorts(lengths));
    }

    /** Fills a row with the samples of a channel. */
    private interface Plane {
        void row(int y, byte[] row);
    }

    private static Plane plane(Picture p, int channel) {
        int shift = channel == ALPHA ? 24 : 16 - 8 * channel;
        return (y, row) -> {
            for (int x = 0; x < p.width(); x++) {
                row[x] = (byte) (p.argb()[y * p.width() + x] >>> shift);
            }
        };
    }

    private static Plane onWhite(Picture p, int channel) {
        if (channel == ALPHA || p.opaque()) {
            return plane(p, channel);
        }
        int shift = 16 - 8 * channel;
        return (y, row) -> {
            for (int x = 0; x < p.width(); x++) {
                int pixel = p.argb()[y * p.width() + x];
                int alpha = pixel >>> 24;
                int level = pixel >> shift & 0xff;
                row[x] = (byte) ((level * alpha + 127) / 255 + 255 - alpha);
            }
        };
    }

    /** The lengths of the rows, then the rows. */
    private void packed(int w, int h, Plane plane) throws IOException {
        long counts = out.position();
        out.zeros(2 * h);
        out.patch(counts, shorts(rows(w, h, plane)));
    }

    private int[] rows(int w, int h, Plane plane) throws IOException {
        int[] lengths = new int[h];
        byte[] row = new byte[w];
        byte[] packed = new byte[PackBits.bound(w)];
        for (int y = 0; y < h; y++) {
            plane.row(y, row);
            lengths[y] = PackBits.pack(row, w, packed);
            out.bytes(packed, lengths[y]);
            progress.at((double) ++written / rows);
        }
        return lengths;
    }

    private static ByteBuffer shorts(int[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        for (int v : values) {
            bytes.putShort((short) v);
        }
        return bytes.flip();
    }
}
