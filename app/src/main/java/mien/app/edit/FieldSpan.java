package mien.app.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/** The fields of a panel, so that a pointer that goes down over them can choose several. */
final class FieldSpan {

    private final Map<String, SliderField> fields = new LinkedHashMap<>();

    void add(String id, SliderField field) {
        fields.put(id, field);
    }

    /** The ids of the fields one sees between a field and a height of the scene, both included. */
    List<String> between(SliderField from, double sceneY) {
        Bounds start = inScene(from);
        double top = Math.min(start.getMinY(), sceneY);
        double bottom = Math.max(start.getMaxY(), sceneY);
        return fields.entrySet().stream()
                .filter(e -> shown(e.getValue()))
                .filter(e -> touches(inScene(e.getValue()), top, bottom))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static boolean touches(Bounds field, double top, double bottom) {
        return field.getMaxY() > top && field.getMinY() < bottom;
    }

    private static boolean shown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }
}
