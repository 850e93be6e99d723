package mien.app.canvas;

import mien.app.keys.KeyTable;
import mien.app.keys.Place;

/** The keys of the film. */
public final class FilmKeys {

    static final String NEXT = "film.next";
    static final String PREVIOUS = "film.previous";

    private FilmKeys() {}

    public static KeyTable table() {
        return KeyTable.in(Place.FILM).press(NEXT, "Right").press(PREVIOUS, "Left");
    }
}
