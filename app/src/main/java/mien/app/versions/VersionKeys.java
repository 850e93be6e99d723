package mien.app.versions;

import mien.app.keys.KeyTable;
import mien.app.keys.Place;

/** The keys of the list of versions. */
public final class VersionKeys {

    static final String NEXT = "versions.next";
    static final String PREVIOUS = "versions.previous";
    static final String STAR = "versions.star";
    static final String DELETE = "versions.delete";
    static final String COMPARE = "versions.compare";
    static final String CHOOSE = "versions.choose";

    private VersionKeys() {}

    public static KeyTable table() {
        return KeyTable.in(Place.VERSIONS)
                .press(NEXT, "Right")
                .press(PREVIOUS, "Left")
                .press(STAR, "Period")
                .press(DELETE, "Delete", "Backspace")
                .press(COMPARE, "V")
                .press(CHOOSE, "Shortcut+Space");
    }
}
