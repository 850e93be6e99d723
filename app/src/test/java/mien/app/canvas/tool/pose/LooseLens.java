package mien.app.canvas.tool.pose;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import mien.engine.picture.pose.Skeleton;

/** A figure that belongs to no edit; it remembers the steps of its history. */
final class LooseLens implements PoseLens {

    private final ObjectProperty<Skeleton> figure;
    private final List<Skeleton> steps = new ArrayList<>();

    LooseLens(Skeleton figure) {
        this.figure = new SimpleObjectProperty<>(figure);
    }

    List<Skeleton> steps() {
        return steps;
    }

    @Override
    public ObservableValue<Skeleton> figure() {
        return figure;
    }

    @Override
    public void preview(Skeleton next) {
        figure.set(next);
    }

    @Override
    public void settle() {
        steps.add(figure.get());
    }
}
