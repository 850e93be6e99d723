package mien.app.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.FaceMark;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Picture;

/**
 * Faces that get other identities, and how strongly.
 *
 * @param weight may be changed while a run goes on
 * @param shape may be changed while a run goes on
 * @param depth may not
 */
public record ToyCast(
        Picture source, List<FaceMark> faces, double weight, double shape, double depth)
        implements EditSpec {

    public ToyCast {
        faces = List.copyOf(faces);
    }

    ToyCast withFaces(List<FaceMark> next) {
        return new ToyCast(source, next, weight, shape, depth);
    }

    public ToyCast withWeight(double next) {
        return new ToyCast(source, faces, next, shape, depth);
    }

    public ToyCast withShape(double next) {
        return new ToyCast(source, faces, weight, next, depth);
    }

    public ToyCast withDepth(double next) {
        return new ToyCast(source, faces, weight, shape, next);
    }

    /** The faces that are changed. */
    List<FaceMark> cast() {
        return faces.stream().filter(f -> f.chosen() && f.source().isPresent()).toList();
    }

    ToyCast with(int face, UnaryOperator<FaceMark> change) {
        if (faces.stream().noneMatch(f -> f.id() == face)) {
            throw new EditException("There is no face %d.".formatted(face));
        }
        return withFaces(faces.stream().map(f -> f.id() == face ? change.apply(f) : f).toList());
    }

    ToyCast added(FivePoints points) {
        int id = 1 + faces.stream().mapToInt(FaceMark::id).max().orElse(0);
        List<FaceMark> more = new ArrayList<>(faces);
        more.add(face(id, points, true));
        return withFaces(more);
    }

    static FaceMark face(int id, FivePoints points, boolean placed) {
        return new FaceMark(id, box(points), points, placed, true, Optional.empty());
    }

    static FaceMark.Box box(FivePoints p) {
        double half = Math.max(4, p.rightEye().x() - p.leftEye().x());
        return new FaceMark.Box(
                p.nose().x() - half, p.nose().y() - half, p.nose().x() + half, p.nose().y() + half);
    }
}
