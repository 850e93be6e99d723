package mien.engine.checkpoint.lmdb;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** One walk over all leaves, in order. It cannot go round in circles, since keys only ascend. */
final class Walk implements Iterator<Lmdb.Entry> {
    private final Pages pages;
    private final Meta meta;
    private final Page[] path;
    private final int[] at;
    private long given;
    private byte[] before = {};

    Walk(Pages pages, Meta meta) {
        this.pages = pages;
        this.meta = meta;
        path = new Page[meta.depth()];
        at = new int[meta.depth()];
        if (!meta.isEmpty()) {
            descend(0, meta.root());
        }
    }

    @Override
    public boolean hasNext() {
        return given < meta.entries();
    }

    @Override
    public Lmdb.Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int leaf = path.length - 1;
        byte[] key = path[leaf].key(at[leaf]);
        if (given > 0 && Arrays.compareUnsigned(before, key) >= 0) {
            throw pages.damaged(
                    "the keys of page %d are out of order".formatted(path[leaf].number()));
        }
        Lmdb.Entry entry = new Lmdb.Entry(key, path[leaf].value(at[leaf]));
        before = key;
        given++;
        advance();
        return entry;
    }

    private void advance() {
        int level = path.length - 1;
        while (level >= 0 && ++at[level] == path[level].count()) {
            level--;
        }
        if (level < 0) {
            if (hasNext()) {
                throw ended();
            }
        } else if (level < path.length - 1) {
            descend(level + 1, path[level].child(at[level]));
        }
    }

    private RuntimeException ended() {
        return pages.damaged(
                "it should have %d entries, but has %d".formatted(meta.entries(), given));
    }

    /** Takes the first way down from a page. */
    private void descend(int level, long number) {
        long next = number;
        for (int l = level; l < path.length; l++) {
            Page page = pages.page(next);
            path[l] = l < path.length - 1 ? page.branch() : page.leaf();
            at[l] = 0;
            next = l < path.length - 1 ? page.child(0) : 0;
        }
    }
}
