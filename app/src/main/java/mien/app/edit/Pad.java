package mien.app.edit;

import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import mien.app.edit.PadModel.Point;
import mien.app.keys.KeyMap;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.EditSpec;

/** A square on which a point is dragged; a ring marks what was found in the photograph. */
final class Pad<S extends EditSpec> extends Region {

    private static final double SIDE = 132;
    private static final double INSET = 9; // so that the knob stays inside

    private final PadModel<S> pad;
    private final Texts texts;
    private final String name;
    private final FieldKeys keys;
    private final Region ground = new Region();
    private final Line across = axis();
    private final Line up = axis();
    private final Circle photo = circle("photo", 4);
    private final Circle knob = circle("knob", 7);

    Pad(PadModel<S> pad, String name, Texts texts, Supplier<KeyMap> keys) {
        this.pad = pad;
        this.texts = texts;
        this.name = name;
        this.keys = new FieldKeys(keys).on(FieldKeys.RESET, pad::reset);
        getStyleClass().add("pad");
        ground.getStyleClass().add("ground");
        ground.setMouseTransparent(true);
        getChildren().addAll(ground, across, up, photo, knob);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleHelp(texts.text("pad.help"));
        WhileShown.follow(this, pad.edit().specProperty(), this::show);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(e -> pad.settle());
        setOnKeyPressed(this::keyed);
        setOnKeyReleased(
                e -> {
                    if (e.getCode().isArrowKey()) {
                        pad.settle();
                    }
                });
    }

    private static Line axis() {
        Line line = new Line();
        line.getStyleClass().add("axis");
        line.setMouseTransparent(true);
        return line;
    }

    private static Circle circle(String styleClass, double radius) {
        Circle circle = new Circle(radius);
        circle.getStyleClass().add(styleClass);
        circle.setMouseTransparent(true);
        return circle;
    }

    private void show(S spec) {
        Point ring = pad.at(pad.edit().opened());
        put(photo, ring);
        put(knob, pad.at(spec));
        across.setStartX(1);
        across.setEndX(SIDE - 1);
        across.setStartY(screenY(ring));
        across.setEndY(screenY(ring));
        up.setStartX(screenX(ring));
        up.setEndX(screenX(ring));
        up.setStartY(1);
        up.setEndY(SIDE - 1);
        setAccessibleText(
                texts.text(
                        "pad.value",
                        name,
                        called(pad.across()),
                        written(pad.across(), spec),
                        called(pad.up()),
                        written(pad.up(), spec)));
    }

    private String called(Slider<S> slider) {
        return texts.name("control", slider.id());
    }

    private String written(Slider<S> slider, S spec) {
        return new SliderScale(slider.scale()).written(slider.value(spec));
    }

    private static void put(Circle circle, Point at) {
        circle.setCenterX(screenX(at));
        circle.setCenterY(screenY(at));
    }

    private static double screenX(Point at) {
        return INSET + at.x() * (SIDE - 2 * INSET);
    }

    private static double screenY(Point at) {
        return SIDE - INSET - at.y() * (SIDE - 2 * INSET);
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            pad.reset();
        } else {
            dragged(e);
        }
    }

    private void dragged(MouseEvent e) {
        if (e.isPrimaryButtonDown() && e.getClickCount() < 2) {
            double side = SIDE - 2 * INSET;
            pad.preview(new Point((e.getX() - INSET) / side, (SIDE - INSET - e.getY()) / side));
        }
    }

    private void keyed(KeyEvent e) {
        switch (e.getCode()) {
            case LEFT -> pad.step(-1, 0, e.isShiftDown());
            case RIGHT -> pad.step(1, 0, e.isShiftDown());
            case UP -> pad.step(0, 1, e.isShiftDown());
            case DOWN -> pad.step(0, -1, e.isShiftDown());
            default -> {
                if (!keys.pressed(e)) {
                    return;
                }
            }
        }
        e.consume();
    }

    @Override
    protected double computePrefWidth(double height) {
        return SIDE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return SIDE;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return SIDE;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return SIDE;
    }

    @Override
    protected void layoutChildren() {
        ground.resizeRelocate(0, 0, SIDE, SIDE);
    }
}
