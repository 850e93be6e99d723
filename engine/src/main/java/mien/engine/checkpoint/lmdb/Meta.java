package mien.engine.checkpoint.lmdb;

import java.nio.ByteBuffer;

/**
 * What a meta page says of the tree.
 *
 * @param pageSize bytes a page
 * @param depth pages from the root to a leaf, 0 if there is no entry
 * @param entries how many
 * @param root page number of the root
 * @param lastPage the highest page number in use
 * @param transaction which write made it; the newer of the two meta pages counts
 */
record Meta(int pageSize, int depth, long entries, long root, long lastPage, long transaction) {
    private static final int MAGIC = 0xBEEFC0DE;
    private static final int VERSION = 1;
    private static final int SMALLEST_PAGE = 256;
    private static final int LARGEST_PAGE = 1 << 15;
    private static final int DEEPEST = 32;
    private static final int META_FLAG = 0x08;
    private static final long NONE = -1;

    /** Places in a meta page: its own header, then two trees of 48 bytes, free pages and data. */
    private static final int FLAGS = 10;

    private static final int MAGIC_AT = Page.HEADER;
    private static final int MAGIC_AT_32_BIT = 12;
    private static final int VERSION_AT = 20;
    private static final int FREE_TREE = 40;
    private static final int DATA_TREE = 88;
    private static final int LAST_PAGE = 136;
    private static final int TRANSACTION = 144;
    private static final int END = 152;

    /** Places in a tree's description. */
    private static final int TREE_FLAGS = 4;

    private static final int TREE_DEPTH = 6;
    private static final int TREE_ENTRIES = 32;
    private static final int TREE_ROOT = 40;

    boolean isEmpty() {
        return root == NONE;
    }

    static Meta newest(Pages pages) {
        Meta first = read(pages, 0);
        Meta second = read(pages, first.pageSize);
        if (second.pageSize != first.pageSize) {
            throw pages.damaged("its two beginnings disagree");
        }
        return Long.compareUnsigned(first.transaction, second.transaction) >= 0 ? first : second;
    }

    private static Meta read(Pages pages, int offset) {
        ByteBuffer b = pages.bytes(offset, END);
        int magic = b.getInt(MAGIC_AT);
        if (Integer.reverseBytes(magic) == MAGIC) {
            throw pages.unfit("was made on a big-endian machine; dump it there and load it here");
        }
        if (b.getInt(MAGIC_AT_32_BIT) == MAGIC) {
            throw pages.unfit(
                    "was made by a 32-bit program; dump it there with mdb_dump and load it here"
                            + " with mdb_load");
        }
        if (magic != MAGIC || (b.getShort(FLAGS) & META_FLAG) == 0) {
            throw pages.unfit("is no LMDB database; choose its data.mdb");
        }
        if (b.getInt(VERSION_AT) != VERSION) {
            throw pages.unfit(
                    "is of LMDB format %d, but Mien reads format 1; copy it with mdb_copy"
                            .formatted(b.getInt(VERSION_AT)));
        }
        Meta meta =
                new Meta(
                        b.getInt(FREE_TREE), // the free tree's spare field holds the page size
                        Short.toUnsignedInt(b.getShort(DATA_TREE + TREE_DEPTH)),
                        b.getLong(DATA_TREE + TREE_ENTRIES),
                        b.getLong(DATA_TREE + TREE_ROOT),
                        b.getLong(LAST_PAGE),
                        b.getLong(TRANSACTION));
        meta.require(pages, Short.toUnsignedInt(b.getShort(DATA_TREE + TREE_FLAGS)));
        return meta;
    }

    private void require(Pages pages, int treeFlags) {
        if (pageSize < SMALLEST_PAGE
                || pageSize > LARGEST_PAGE
                || Integer.bitCount(pageSize) != 1) {
            throw pages.damaged("its pages would have " + pageSize + " bytes");
        }
        if (treeFlags != 0) {
            throw pages.unfit(
                    "keeps several values a key or orders its keys in a way of its own; Mien reads"
                            + " plain databases, so copy its entries into one");
        }
        boolean sound =
                entries >= 0
                        && lastPage >= 1
                        && lastPage < Long.MAX_VALUE / pageSize
                        && depth <= DEEPEST
                        && (root == NONE) == (depth == 0)
                        && (root == NONE) == (entries == 0);
        if (!sound) {
            throw pages.damaged("what it says of its tree cannot be true");
        }
    }
}
