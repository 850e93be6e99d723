package mien.engine.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import mien.engine.checkpoint.storage.Bytes;
import mien.engine.checkpoint.storage.Malformed;

/** The kinds of file that weights come in, each with the first bytes that give it away. */
enum Container {
    SAFETENSORS("safetensors") {
        @Override
        boolean begins(ByteBuffer head) {
            return head.remaining() > Long.BYTES
                    && head.getLong(0) > 0
                    && head.getLong(0) < 1L << 32
                    && head.get(Long.BYTES) == '{';
        }

        @Override
        Contents contents(Bytes file) throws IOException, Malformed {
            return SafetensorsHeader.contents(file);
        }
    };

    /** As sentences name it. */
    final String label;

    Container(String label) {
        this.label = label;
    }

    private static final int HEAD = 512;

    /** Whether a file that begins so is of this kind; {@code head} is little-endian. */
    abstract boolean begins(ByteBuffer head);

    /** Reads everything but the tensors' numbers. */
    abstract Contents contents(Bytes file) throws IOException, Malformed;

    /**
     * The kind of a file.
     *
     * @throws Malformed when it is of no such kind; the message says what it seems to be
     */
    static Container of(Bytes file) throws IOException, Malformed {
        ByteBuffer head = file.read(0, (int) Math.min(HEAD, file.size()));
        for (Container c : values()) {
            if (c.begins(head)) {
                return c;
            }
        }
        throw new Malformed(Stranger.sentence(head));
    }
}
