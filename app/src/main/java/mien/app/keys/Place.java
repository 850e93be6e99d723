package mien.app.keys;

import java.util.Optional;

/**
 * Where keys ask for something. A place lies within another: then the keys of both work, and of
 * equal ones the inner place's.
 *
 * @param id its words have the key {@code keys.place.<id>}
 * @param within the place around it; empty for the window
 */
public record Place(String id, Optional<Place> within) {

    public static final Place WINDOW = new Place("window", Optional.empty());
    public static final Place CANVAS = WINDOW.with("canvas");
    public static final Place POINTER = CANVAS.with("pointer"); // while keys move it
    public static final Place MASK = CANVAS.with("mask");
    public static final Place SKELETON = CANVAS.with("skeleton");
    public static final Place FACES = CANVAS.with("faces");
    public static final Place FILM = WINDOW.with("film");
    public static final Place VERSIONS = WINDOW.with("versions");
    public static final Place FIELD = WINDOW.with("field");

    /** A place within this one. */
    public Place with(String inner) {
        return new Place(inner, Optional.of(this));
    }

    /** How many places are around it. */
    int depth() {
        return within.map(w -> w.depth() + 1).orElse(0);
    }

    /** Whether the keys of both can work at the same time. */
    boolean together(Place other) {
        return inside(other) || other.inside(this);
    }

    private boolean inside(Place outer) {
        return equals(outer) || within.filter(w -> w.inside(outer)).isPresent();
    }
}
