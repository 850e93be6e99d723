package mien.app.canvas;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What lies over two pictures that are compared: which is which, and the divider. */
final class CompareLayer extends Region {

    private static final double INSET = 12;

    private final ObjectProperty<Compare> compare;
    private final Label before = name();
    private final Label after = name();
    private final Divider divider;

    CompareLayer(ObjectProperty<Compare> compare) {
        this.compare = compare;
        setPickOnBounds(false);
        divider = new Divider(at -> compare.set(compare.get().to(at)));
        getChildren().addAll(before, after, divider);
    }

    private static Label name() {
        Label label = new Label();
        label.getStyleClass().add("compare-name");
        label.setMouseTransparent(true);
        return label;
    }

    void setNames(String nameBefore, String nameAfter, String nameDivider) {
        before.setText(nameBefore);
        after.setText(nameAfter);
        divider.setAccessibleText(nameDivider);
        requestLayout();
    }

    Divider divider() {
        return divider;
    }

    @Override
    protected void layoutChildren() {
        Compare now = compare.get();
        Compare.Sides sides = now.sides(new Viewport.Size(getWidth(), getHeight()));
        put(before, sides.before().area(), now.on());
        put(after, sides.after().area(), now.on());
        divider.lay(now, getWidth(), getHeight());
    }

    /** At the outer end of its area, where there is room for it. */
    private void put(Label label, Bounds area, boolean wanted) {
        double w = label.prefWidth(-1);
        double h = label.prefHeight(-1);
        double x = area.getMinX() > 0 ? area.getMaxX() - w - INSET : area.getMinX() + INSET;
        double y = area.getMinY() > 0 ? area.getMaxY() - h - INSET : area.getMinY() + INSET;
        label.setVisible(
                wanted
                        && w + 2 * INSET <= area.getWidth()
                        && h + 2 * INSET <= area.getHeight()
                        && !label.getText().isEmpty());
        label.resizeRelocate(Math.round(x), Math.round(y), w, h);
    }
}
