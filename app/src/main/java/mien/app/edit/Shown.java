package mien.app.edit;

import mien.engine.picture.Picture;

/**
 * A picture on the canvas, and what it is.
 *
 * @param step for {@code STEP}: how many steps it went through; else 0
 * @param steps for {@code STEP}: of how many; else 0
 */
public record Shown(Picture picture, Kind kind, int step, int steps) {

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

    /** Whether it came out of a run, whole or in part. */
    boolean sampled() {
        return kind == Kind.STEP || kind == Kind.RESULT;
    }

    /** The same with another picture. */
    Shown with(Picture other) {
        return new Shown(other, kind, step, steps);
    }

    static Shown original(Picture picture) {
        return new Shown(picture, Kind.ORIGINAL, 0, 0);
    }

    static Shown proxy(Picture picture) {
        return new Shown(picture, Kind.PROXY, 0, 0);
    }

    static Shown result(Picture picture) {
        return new Shown(picture, Kind.RESULT, 0, 0);
    }

    static Shown step(Frame frame) {
        return new Shown(frame.x0(), Kind.STEP, frame.step(), frame.steps());
    }
}
