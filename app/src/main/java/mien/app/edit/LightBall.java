package mien.app.edit;

import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import mien.app.job.LatestStatus;
import mien.app.keys.KeyMap;
import mien.app.pixels.PictureImage;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;
import mien.engine.edit.Direction;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Handle;
import mien.engine.picture.Picture;

/**
 * A white ball in the picture's light. The lamp is dragged over it; the rim around it stands for
 * light from behind.
 */
public final class LightBall<S extends EditSpec> extends Region {

    private static final PseudoClass BEHIND = PseudoClass.getPseudoClass("behind");
    private static final double RADIUS = 62;
    private static final int PIXELS = 248; // twice the size on the screen
    private static final double STEP = 2; // degrees per key press
    private static final double COARSE = 15;

    private final EditViewModel<S> edit;
    private final Handle.Light<S> light;
    private final Circle rim = circle("rim", RADIUS * LightDisc.RIM);
    private final Circle edge = circle("edge", RADIUS);
    private final Circle photo = circle("photo", 3);
    private final Circle lamp = circle("lamp", 7);
    private final ImageView ball = new ImageView();
    private final LatestStatus<S> wanted;
    private final String name;
    private final FieldKeys keys;

    public LightBall(
            EditViewModel<S> edit, Handle.Light<S> light, Texts texts, Supplier<KeyMap> keys) {
        this.edit = edit;
        this.light = light;
        this.keys = new FieldKeys(keys).on(FieldKeys.RESET, this::reset);
        this.name = texts.name("handle", light.id());
        LatestStatus<Picture> drawn =
                new LatestStatus<>(edit.jobs().window(), p -> ball.setImage(PictureImage.still(p)));
        wanted =
                new LatestStatus<>(
                        edit.jobs().drawing(), s -> drawn.offer(light.sphere(s, PIXELS)));
        getStyleClass().add("light-ball");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleHelp(texts.text("handle.light.help"));
        ball.setFitWidth(2 * RADIUS);
        ball.setFitHeight(2 * RADIUS);
        ball.setSmooth(true);
        getChildren().addAll(rim, ball, edge, photo, lamp);
        WhileShown.follow(this, edit.specProperty(), this::show);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(e -> edit.settle());
        setOnKeyPressed(this::keyed);
        setOnKeyReleased(
                e -> {
                    if (e.getCode().isArrowKey()) {
                        edit.settle();
                    }
                });
    }

    private static Circle circle(String styleClass, double radius) {
        Circle circle = new Circle(radius);
        circle.getStyleClass().add(styleClass);
        circle.setMouseTransparent(true);
        return circle;
    }

    private void show(S spec) {
        wanted.offer(spec);
        put(photo, LightDisc.of(light.value(edit.opened())));
        LightDisc at = LightDisc.of(light.value(spec));
        put(lamp, at);
        lamp.pseudoClassStateChanged(BEHIND, at.behind());
        Direction to = light.value(spec);
        setAccessibleText("%s: %.0f°, %.0f°".formatted(name, to.azimuth(), to.elevation()));
    }

    private static void put(Circle circle, LightDisc at) {
        circle.setTranslateX(at.x() * RADIUS);
        circle.setTranslateY(-at.y() * RADIUS);
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            reset();
        } else {
            dragged(e);
        }
    }

    private void dragged(MouseEvent e) {
        if (e.isPrimaryButtonDown() && e.getClickCount() < 2) {
            double x = (e.getX() - getWidth() / 2) / RADIUS;
            double y = (getHeight() / 2 - e.getY()) / RADIUS;
            aim(new LightDisc(x, y).direction());
        }
    }

    private void reset() {
        edit.apply(light.with(edit.spec(), light.value(edit.opened())));
    }

    private void aim(Direction to) {
        edit.preview(light.with(edit.spec(), to));
    }

    private void keyed(KeyEvent e) {
        double by = e.isShiftDown() ? COARSE : STEP;
        Direction now = light.value(edit.spec());
        switch (e.getCode()) {
            case LEFT -> aim(LightDisc.turned(now, -by, 0));
            case RIGHT -> aim(LightDisc.turned(now, by, 0));
            case UP -> aim(LightDisc.turned(now, 0, by));
            case DOWN -> aim(LightDisc.turned(now, 0, -by));
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
        return 2 * RADIUS * LightDisc.RIM + 2;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 2 * RADIUS * LightDisc.RIM + 2;
    }

    @Override
    protected void layoutChildren() {
        double x = getWidth() / 2;
        double y = getHeight() / 2;
        for (Circle circle : new Circle[] {rim, edge, photo, lamp}) {
            circle.setCenterX(x);
            circle.setCenterY(y);
        }
        ball.relocate(x - RADIUS, y - RADIUS);
    }
}
