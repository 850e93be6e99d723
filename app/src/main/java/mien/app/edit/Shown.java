package mien.app.edit;

import mien.engine.picture.Picture;

/**
 * A picture on the canvas, and what it is.
 *
 * @param step for {@code STEP}: how many steps it went through; else 0
 * @param steps for {@code STEP}: of how many; else 0
 * @param raw whether it came out of a run and what is done afterwards is still to be done
 */
public record Shown(Picture picture, Kind kind, int step, int steps, boolean raw) {

    /** What a picture on the canvas is. */
    public enum Kind {
        /** As it was opened. */
        ORIGINAL,
        /** Drawn while something is dragged. */
        PROXY,
        /** The expected result after a step. */
        STEP,
        /** The result. */
        RESULT
    }

    /** The same, finished. */
    Shown with(Picture other) {
        return new Shown(other, kind, step, steps, false);
    }

    static Shown original(Picture picture) {
        return new Shown(picture, Kind.ORIGINAL, 0, 0, false);
    }

    static Shown proxy(Picture picture) {
        return new Shown(picture, Kind.PROXY, 0, 0, false);
    }

    static Shown result(Picture picture) {
        return new Shown(picture, Kind.RESULT, 0, 0, true);
    }

    /** A result that was finished on another day. */
    static Shown kept(Picture picture) {
        return new Shown(picture, Kind.RESULT, 0, 0, false);
    }

    static Shown step(Frame frame) {
        return new Shown(frame.x0(), Kind.STEP, frame.step(), frame.steps(), true);
    }
}
