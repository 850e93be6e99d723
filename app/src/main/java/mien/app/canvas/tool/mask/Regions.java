package mien.app.canvas.tool.mask;

import mien.engine.picture.Region;

/** Rectangles of pixels. */
final class Regions {

    private Regions() {}

    /** The smallest one that holds two. */
    static Region round(Region a, Region b) {
        int x = Math.min(a.x(), b.x());
        int y = Math.min(a.y(), b.y());
        return new Region(
                x,
                y,
                Math.max(a.x() + a.width(), b.x() + b.width()) - x,
                Math.max(a.y() + a.height(), b.y() + b.height()) - y);
    }
}
