package mien.app.canvas.tool.face;

import java.util.Optional;
import mien.engine.picture.FivePoints.Mark;

/**
 * What arrows and buttons act on.
 *
 * @param face the id of a face
 * @param mark one of its points; empty: all of it
 */
public record Grasp(int face, Optional<Mark> mark) {

    public static Grasp of(int face) {
        return new Grasp(face, Optional.empty());
    }

    public static Grasp of(int face, Mark mark) {
        return new Grasp(face, Optional.of(mark));
    }
}
