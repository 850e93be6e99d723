package mien.engine.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import mien.engine.checkpoint.objects.Storages;
import mien.engine.checkpoint.objects.TensorTree;
import mien.engine.checkpoint.objects.TorchLegacy;
import mien.engine.checkpoint.pickle.PickleReader;
import mien.engine.checkpoint.storage.Bytes;
import mien.engine.checkpoint.storage.Contents;
import mien.engine.checkpoint.storage.Malformed;
import mien.engine.checkpoint.storage.ZipArchive;

/** The kinds of file that weights come in, each with the first bytes that give it away. */
enum Container {
    SAFETENSORS("safetensors") {
        @Override
        boolean begins(ByteBuffer head, String text) {
            return head.remaining() > Long.BYTES
                    && head.getLong(0) > 0
                    && head.getLong(0) < 1L << 32
                    && text.charAt(Long.BYTES) == '{';
        }

        @Override
        Contents contents(Bytes file) throws IOException, Malformed {
            return SafetensorsHeader.contents(file);
        }
    },

    ZIP("a zip archive") {
        @Override
        boolean begins(ByteBuffer head, String text) {
            return text.startsWith("PK\u0003\u0004");
        }

        @Override
        Contents contents(Bytes file) throws IOException, Malformed {
            Map<String, Bytes> parts = ZipArchive.read(file).parts();
            if (TorchZip.is(parts)) {
                return TorchZip.contents(parts);
            }
            if (Npy.areIn(parts)) {
                return Npy.archive(parts);
            }
            throw Stranger.archive(parts.keySet());
        }
    },

    NUMPY("a NumPy array") {
        @Override
        boolean begins(ByteBuffer head, String text) {
            return text.startsWith(Npy.MAGIC);
        }

        @Override
        Contents contents(Bytes file) throws IOException, Malformed {
            return Npy.array(file);
        }
    },

    TORCH_LEGACY("a PyTorch legacy file") {
        @Override
        boolean begins(ByteBuffer head, String text) {
            int magic =
                    text.indexOf("\u006c\u00fc\u009c\u0046\u00f9\u0020\u006a\u00a8\u0050\u0019");
            return text.startsWith("\u0080") && magic > 0 && magic < LONGEST_PRELUDE;
        }

        @Override
        Contents contents(Bytes file) throws IOException, Malformed {
            TorchLegacy legacy = TorchLegacy.read(file);
            return TensorTree.read(
                    "PyTorch legacy", CheckpointFile.ALONE, legacy.object(), legacy.storages());
        }
    },

    PICKLE("a pickle") {
        @Override
        boolean begins(ByteBuffer head, String text) {
            return TEXT_PICKLE.matcher(text).lookingAt()
                    || text.length() > 1
                            && text.charAt(0) == 0x80
                            && text.charAt(1) >= 2
                            && text.charAt(1) <= 5;
        }

        @Override
        Contents contents(Bytes file) throws IOException, Malformed {
            return TensorTree.read(
                    "pickle",
                    CheckpointFile.ALONE,
                    PickleReader.read(file, 0).value(),
                    Storages.NONE);
        }
    };

    private static final int HEAD = 512;

    /** What can come before the magic number: a protocol, a frame, a length. */
    private static final int LONGEST_PRELUDE = 16;

    /** How pickles of protocols 0 and 1 begin: a dictionary, a list, a tuple, a class. */
    private static final Pattern TEXT_PICKLE =
            Pattern.compile("\\([dlic(]|[}\\]][q(p]|c[a-z_][\\w.]*\\n[A-Za-z_]");

    /** As sentences name it. */
    final String label;

    Container(String label) {
        this.label = label;
    }

    /**
     * Whether a file that begins so is of this kind.
     *
     * @param head little-endian
     * @param text the same as Latin-1
     */
    abstract boolean begins(ByteBuffer head, String text);

    /** Reads everything but the tensors' numbers. */
    abstract Contents contents(Bytes file) throws IOException, Malformed;

    /**
     * The kind of a file.
     *
     * @throws Malformed when it is of no such kind; the message says what it seems to be
     */
    static Container of(Bytes file) throws IOException, Malformed {
        ByteBuffer head = file.read(0, (int) Math.min(HEAD, file.size()));
        String text = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
        for (Container c : values()) {
            if (c.begins(head, text)) {
                return c;
            }
        }
        throw Stranger.of(text);
    }
}
