package mien.engine.checkpoint.lmdb;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One page of the tree: a header, the places of its nodes in the order of their keys, and the
 * nodes. Everything is checked against the page's own bytes when it is read.
 */
final class Page {
    /** Bytes before the places of the nodes. */
    static final int HEADER = 16;

    private static final int BRANCH = 0x01;
    private static final int LEAF = 0x02;
    private static final int OVERFLOW = 0x04;
    private static final int KIND = 0x7F & ~0x10; // without "not yet written"

    /** Places in a page's header. */
    private static final int FLAGS = 10;

    private static final int LOWER = 12;

    /** Places in a node: 16 bits each, then the key, then a leaf's value. */
    private static final int NODE_FLAGS = 4;

    private static final int KEY_LENGTH = 6;
    private static final int KEY = 8;

    private static final int BIG_VALUE = 0x01;

    private final Pages pages;
    private final long number;
    private final ByteBuffer bytes;
    private final int kind;

    Page(Pages pages, long number, ByteBuffer bytes) {
        this.pages = pages;
        this.number = number;
        this.bytes = bytes;
        kind = unsigned(FLAGS) & KIND;
        if (bytes.getLong(0) != number) {
            throw pages.damaged("page " + number + " calls itself another");
        }
    }

    long number() {
        return number;
    }

    /** This page, which must be a branch. */
    Page branch() {
        return expect(BRANCH, "branch");
    }

    /** This page, which must be a leaf. */
    Page leaf() {
        return expect(LEAF, "leaf");
    }

    private Page expect(int wanted, String what) {
        if (kind != wanted) {
            throw pages.damaged("page %d is no %s".formatted(number, what));
        }
        if (count() == 0) {
            throw pages.damaged("page " + number + " is empty");
        }
        return this;
    }

    /** How many pages a long value takes, this one the first. */
    long overflowPages() {
        if (kind != OVERFLOW) {
            throw pages.damaged("page " + number + " holds no long value");
        }
        return Integer.toUnsignedLong(bytes.getInt(LOWER));
    }

    /** How many nodes there are. */
    int count() {
        int places = unsigned(LOWER) - HEADER;
        if (places < 0 || places > bytes.capacity() - HEADER || places % 2 != 0) {
            throw pages.damaged("page %d says it has %d bytes of places".formatted(number, places));
        }
        return places / 2;
    }

    /**
     * The last node whose key is not above another; −1 if all are. A branch's first counts as
     * least.
     */
    int lastNotAbove(byte[] key) {
        int low = kind == BRANCH ? 0 : -1; // not above
        int high = count(); // above
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (compare(middle, key) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The order of a node's key against another: bytes unsigned, a beginning before the whole. */
    int compare(int node, byte[] key) {
        return Arrays.compareUnsigned(key(node), key);
    }

    byte[] key(int node) {
        int at = node(node);
        byte[] key = new byte[unsigned(at + KEY_LENGTH)];
        if (at + KEY + key.length > bytes.capacity()) {
            throw outside();
        }
        bytes.get(at + KEY, key);
        return key;
    }

    /** The page a branch's node leads to: 48 bits, the lowest first. */
    long child(int node) {
        int at = node(node);
        return unsigned(at)
                | (long) unsigned(at + 2) << 16
                | (long) unsigned(at + NODE_FLAGS) << 32;
    }

    ByteBuffer value(int node) {
        int at = node(node);
        long length = Integer.toUnsignedLong(bytes.getInt(at));
        int start = at + KEY + unsigned(at + KEY_LENGTH);
        int flags = unsigned(at + NODE_FLAGS);
        if (flags == BIG_VALUE) {
            if (start + Long.BYTES > bytes.capacity()) {
                throw outside();
            }
            return pages.overflow(bytes.getLong(start), length);
        }
        if (flags != 0) {
            throw pages.unfit(
                    "holds named databases or several values a key; Mien reads plain databases, so"
                            + " copy its entries into one");
        }
        if (start + length > bytes.capacity()) {
            throw outside();
        }
        return bytes.slice(start, (int) length).order(bytes.order());
    }

    /** Where a node begins. */
    private int node(int index) {
        int at = unsigned(HEADER + 2 * index);
        if (at < HEADER || at + KEY > bytes.capacity()) {
            throw outside();
        }
        return at;
    }

    private RuntimeException outside() {
        return pages.damaged("a node of page " + number + " lies outside it");
    }

    private int unsigned(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}
