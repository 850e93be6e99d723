package mien.engine.flame;

import java.util.List;

/**
 * Everything that drawing and relighting need of a head.
 *
 * @param model the mesh and how it moves
 * @param albedo its colours
 * @param landmarks where its 68 landmarks lie
 * @param shapeNames a word for each shape coefficient; empty if they have none
 * @param expressionNames a word for each expression coefficient; empty if they have none
 */
public record FaceRig(
        FlameModel model,
        AlbedoModel albedo,
        Landmarks landmarks,
        List<String> shapeNames,
        List<String> expressionNames) {
    public FaceRig {
        shapeNames = List.copyOf(shapeNames);
        expressionNames = List.copyOf(expressionNames);
        if (!shapeNames.isEmpty() && shapeNames.size() != model.shapeCount()
                || !expressionNames.isEmpty()
                        && expressionNames.size() != model.expressionCount()) {
            throw new IllegalArgumentException(
                    "A head needs a name for every coefficient or for none.");
        }
    }

    /**
     * @param scale the camera's scale s
     * @return the mean head, facing the viewer in even light
     */
    public FlameCode neutral(float scale) {
        return FlameCode.neutral(
                model.shapeCount(), albedo.count(), model.expressionCount(), scale);
    }
}
