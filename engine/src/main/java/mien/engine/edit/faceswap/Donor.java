package mien.engine.edit.faceswap;

import mien.engine.edit.FaceMark;
import mien.engine.picture.Picture;

/**
 * A face of another picture, whose identity is taken.
 *
 * @param portrait upright and cut as the networks read faces; square, opaque
 * @param name what its picture is called
 * @param rights who allowed what; may be empty
 */
record Donor(Picture portrait, String name, String rights) {

    /** The side of portraits that are kept: enough for the networks, not the whole photograph. */
    static final int SIDE = 512;

    private static final int THUMBNAIL = 96;

    Donor withRights(String newRights) {
        return new Donor(portrait, name, newRights);
    }

    FaceMark.Source summary() {
        return new FaceMark.Source(portrait.resized(THUMBNAIL, THUMBNAIL), name, rights);
    }

    /** The same face; what it is called and who allowed it aside. */
    Donor nameless() {
        return new Donor(portrait, "", "");
    }
}
