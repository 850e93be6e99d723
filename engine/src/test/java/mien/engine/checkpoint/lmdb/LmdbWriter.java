package mien.engine.checkpoint.lmdb;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes LMDB data files from the description of the format: leaves filled from the left, branches
 * above them until one page is the root, long values on pages of their own.
 */
final class LmdbWriter {
    private static final int BRANCH = 1;
    private static final int LEAF = 2;
    private static final int OVERFLOW = 4;
    private static final int META = 8;

    private final int pageSize;
    private final List<byte[]> pages = new ArrayList<>();
    private int depth;

    /** A node: its key, and its bytes with the 8 of its own header. */
    private record Node(byte[] key, byte[] bytes) {}

    private LmdbWriter(int pageSize) {
        this.pageSize = pageSize;
        pages.add(new byte[pageSize]);
        pages.add(new byte[pageSize]);
    }

    /** A data file; the older of its meta pages knows an empty tree. */
    static byte[] file(Map<byte[], byte[]> entries, int pageSize) {
        LmdbWriter w = new LmdbWriter(pageSize);
        TreeMap<byte[], byte[]> sorted = new TreeMap<>(Arrays::compareUnsigned);
        sorted.putAll(entries);
        long root = w.tree(sorted);
        w.meta(0, 0, 0, -1, 6);
        w.meta(1, w.depth, sorted.size(), root, 7);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        w.pages.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private long tree(TreeMap<byte[], byte[]> sorted) {
        List<Node> nodes = new ArrayList<>();
        sorted.forEach((key, value) -> nodes.add(leafNode(key, value)));
        if (nodes.isEmpty()) {
            return -1;
        }
        List<Node> level = level(nodes, LEAF);
        depth = 1;
        while (level.size() > 1) {
            level = level(level, BRANCH);
            depth++;
        }
        return number(level.get(0));
    }

    private static long number(Node branch) {
        ByteBuffer b = little(branch.bytes);
        return Integer.toUnsignedLong(b.getInt(0))
                | (long) Short.toUnsignedInt(b.getShort(4)) << 32;
    }

    private Node leafNode(byte[] key, byte[] value) {
        boolean big = 8 + key.length + value.length > (pageSize - 16) / 2 - 2;
        byte[] data = big ? little(new byte[8]).putLong(overflow(value)).array() : value;
        ByteBuffer node = little(new byte[8 + key.length + data.length]);
        node.putInt(value.length).putShort((short) (big ? 1 : 0)).putShort((short) key.length);
        node.put(key).put(data);
        return new Node(key, node.array());
    }

    private long overflow(byte[] value) {
        int count = (16 + value.length + pageSize - 1) / pageSize;
        long number = pages.size();
        ByteBuffer all = little(new byte[count * pageSize]);
        all.putLong(number).putShort((short) 0).putShort((short) OVERFLOW).putInt(count).put(value);
        for (int i = 0; i < count; i++) {
            pages.add(Arrays.copyOfRange(all.array(), i * pageSize, (i + 1) * pageSize));
        }
        return number;
    }

    /** Fills pages with nodes; gives a branch node for each of them. */
    private List<Node> level(List<Node> nodes, int kind) {
        List<Node> above = new ArrayList<>();
        int next = 0;
        while (next < nodes.size()) {
            int from = next;
            int room = pageSize - 16;
            while (next < nodes.size() && room >= need(nodes.get(next)) + 2) {
                room -= need(nodes.get(next)) + 2;
                next++;
            }
            List<Node> page = nodes.subList(from, next);
            above.add(branchNode(page.get(0).key, page(page, kind)));
        }
        return above;
    }

    private static int need(Node node) {
        return node.bytes.length + 1 & ~1; // nodes begin at even places
    }

    private static Node branchNode(byte[] key, long page) {
        ByteBuffer node = little(new byte[8 + key.length]);
        node.putInt((int) page).putShort((short) (page >> 32)).putShort((short) key.length);
        return new Node(key, node.put(key).array());
    }

    private long page(List<Node> nodes, int kind) {
        ByteBuffer p = little(new byte[pageSize]);
        int upper = pageSize;
        for (int i = 0; i < nodes.size(); i++) {
            byte[] bytes = nodes.get(i).bytes;
            if (kind == BRANCH && i == 0) { // the least key of a branch is left out
                bytes = Arrays.copyOf(bytes, 8);
                bytes[6] = 0;
                bytes[7] = 0;
            }
            upper -= bytes.length + 1 & ~1;
            p.put(upper, bytes).putShort(16 + 2 * i, (short) upper);
        }
        p.putLong(0, pages.size()).putShort(10, (short) kind);
        p.putShort(12, (short) (16 + 2 * nodes.size())).putShort(14, (short) upper);
        pages.add(p.array());
        return pages.size() - 1;
    }

    private void meta(int number, int depth, long entries, long root, long transaction) {
        ByteBuffer p = little(pages.get(number));
        p.putLong(0, number).putShort(10, (short) META);
        p.putInt(16, 0xBEEFC0DE).putInt(20, 1).putLong(32, 1 << 20);
        p.putInt(40, pageSize).putLong(80, -1); // no free pages
        p.putShort(94, (short) depth).putLong(120, entries).putLong(128, root);
        p.putLong(136, pages.size() - 1).putLong(144, transaction);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
