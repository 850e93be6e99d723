package mien.app.edit;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import mien.app.edit.SliderScale.Grain;
import mien.engine.edit.Control.Scale;

/**
 * A number that is dragged, typed, stepped or reset. The bar is filled from the value found in the
 * photograph, where a mark stands, to the value now: what is filled is what was changed.
 */
public final class SliderField extends Region {

    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final double CLICK = 3; // moves shorter than this are a click
    private static final double THUMB = 3;
    private static final double INSET = 2;

    /** What happens to the number. */
    public interface Lens {
        /** It is moved, and will probably be moved again. */
        void preview(double value);

        /** It was let go. */
        void settle();

        /** It goes back to what was found in the photograph. */
        void reset();
    }

    private final SliderScale scale;
    private final Lens lens;
    private final Region fill = part("fill");
    private final Region mark = part("mark");
    private final Region thumb = part("thumb");
    private final Label number = new Label();
    private final EventHandler<KeyEvent> hovered = this::keyedWhileHovered;
    private double value;
    private double photo;
    private double pressedAt;
    private boolean editing;
    private Optional<SliderDrag> drag = Optional.empty();

    public SliderField(Scale scale, String name, Lens lens) {
        this.scale = new SliderScale(scale);
        this.lens = lens;
        getStyleClass().add("slider-field");
        number.getStyleClass().add("number");
        number.setAlignment(Pos.CENTER_RIGHT);
        number.setMouseTransparent(true);
        getChildren().addAll(fill, mark, thumb, number);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(name);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnKeyPressed(this::keyed);
        setOnKeyReleased(this::keyReleased);
        addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        setOnMouseEntered(e -> getScene().addEventFilter(KeyEvent.KEY_PRESSED, hovered));
        setOnMouseExited(e -> unhover(getScene()));
        sceneProperty().subscribe((was, is) -> unhover(was));
    }

    private static Region part(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.setMouseTransparent(true);
        return region;
    }

    /** What is shown; the lens is not told. */
    public void show(double newValue, double fromPhoto) {
        value = newValue;
        photo = fromPhoto;
        number.setText(scale.written(value));
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        requestLayout();
    }

    private void pressed(MouseEvent e) {
        if (e.getButton() == MouseButton.SECONDARY) {
            giveUp();
        } else if (e.getButton() == MouseButton.PRIMARY && !editing) {
            requestFocus();
            pressedAt = e.getX();
        }
        e.consume();
    }

    private void dragged(MouseEvent e) {
        if (!e.isPrimaryButtonDown() || editing || Double.isNaN(pressedAt)) {
            return;
        }
        if (drag.isEmpty() && Math.abs(e.getX() - pressedAt) >= CLICK) {
            drag = Optional.of(new SliderDrag(scale, value, pressedAt));
            pseudoClassStateChanged(DRAGGED, true);
        }
        drag.ifPresent(
                d ->
                        lens.preview(
                                d.to(
                                        e.getX(),
                                        getWidth(),
                                        grain(e.isShiftDown(), e.isShortcutDown()))));
        e.consume();
    }

    private void released(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && !editing && !Double.isNaN(pressedAt)) {
            if (drag.isPresent()) {
                letGo();
            } else {
                type(scale.number(value));
            }
        }
        e.consume();
    }

    private void letGo() {
        drag = Optional.empty();
        pressedAt = Double.NaN;
        pseudoClassStateChanged(DRAGGED, false);
        lens.settle();
    }

    /** A drag that is not wanted goes back to where it began. */
    private void giveUp() {
        drag.ifPresent(
                d -> {
                    lens.preview(d.start());
                    letGo();
                });
    }

    private static Grain grain(boolean shift, boolean shortcut) {
        return shift ? Grain.FINE : shortcut ? Grain.SNAP : Grain.STEP;
    }

    private void scrolled(ScrollEvent e) {
        if (e.isShortcutDown() && e.getDeltaY() != 0) { // a plain wheel moves the panel
            set(scale.moved(value, e.getDeltaY() > 0 ? 1 : -1, grain(e.isShiftDown(), false)));
            e.consume();
        }
    }

    private void keyed(KeyEvent e) {
        Grain grain = grain(e.isShiftDown(), e.isShortcutDown());
        switch (e.getCode()) {
            case LEFT -> lens.preview(scale.moved(value, -1, grain));
            case RIGHT -> lens.preview(scale.moved(value, 1, grain));
            case PAGE_DOWN -> lens.preview(scale.moved(value, -1, Grain.SNAP));
            case PAGE_UP -> lens.preview(scale.moved(value, 1, Grain.SNAP));
            case HOME -> lens.preview(scale.scale().min());
            case END -> lens.preview(scale.scale().max());
            case ENTER, F2 -> type(scale.number(value));
            case ESCAPE -> {
                if (drag.isEmpty()) {
                    return; // somebody else's
                }
                giveUp();
            }
            default -> {
                if (!digit(e) && !common(e)) {
                    return;
                }
            }
        }
        e.consume();
    }

    private boolean digit(KeyEvent e) {
        boolean digit =
                e.getCode().isDigitKey()
                        && !e.isShiftDown()
                        && !e.isShortcutDown()
                        && !e.isAltDown();
        if (digit) {
            type(e.getText());
        }
        return digit;
    }

    /** Keys that also work while the pointer is over the field. */
    private boolean common(KeyEvent e) {
        if (e.getCode() == KeyCode.BACK_SPACE || e.getCode() == KeyCode.DELETE) {
            lens.reset();
        } else if (e.getCode() == KeyCode.MINUS || e.getCode() == KeyCode.SUBTRACT) {
            set(scale.scale().clamped(-value));
        } else if (e.isShortcutDown() && e.getCode() == KeyCode.C) {
            ClipboardContent content = new ClipboardContent();
            content.putString(scale.number(value));
            Clipboard.getSystemClipboard().setContent(content);
        } else if (e.isShortcutDown() && e.getCode() == KeyCode.V) {
            scale.read(Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse(""))
                    .ifPresent(this::set);
        } else {
            return false;
        }
        return true;
    }

    private void keyedWhileHovered(KeyEvent e) {
        if (!(getScene().getFocusOwner() instanceof TextInputControl) && common(e)) {
            e.consume();
        }
    }

    private void unhover(Scene scene) {
        if (scene != null) {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, hovered);
        }
    }

    private void keyReleased(KeyEvent e) {
        switch (e.getCode()) {
            case LEFT, RIGHT, PAGE_DOWN, PAGE_UP, HOME, END -> lens.settle();
            default -> {}
        }
    }

    private void set(double newValue) {
        lens.preview(newValue);
        lens.settle();
    }

    /** Puts a text field over the bar: Enter or leaving it takes the number, Esc does not. */
    private void type(String text) {
        pressedAt = Double.NaN;
        editing = true;
        TextField field = new TextField(text);
        field.getStyleClass().add("number-input");
        field.setAccessibleText(getAccessibleText());
        field.setOnAction(e -> take(field, true));
        field.textProperty()
                .subscribe(t -> field.pseudoClassStateChanged(INVALID, scale.read(t).isEmpty()));
        field.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        shut(field);
                        requestFocus();
                        e.consume();
                    }
                });
        getChildren().add(field);
        field.requestFocus();
        if (text.length() == 1 && !text.equals(scale.number(value))) {
            field.end();
        } else {
            field.selectAll();
        }
        field.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused && field.getParent() == this) {
                                take(field, false);
                            }
                        });
    }

    private void take(TextField field, boolean stay) {
        OptionalDouble typed = scale.read(field.getText());
        if (typed.isEmpty() && stay) {
            return;
        }
        shut(field);
        if (stay) {
            requestFocus();
        }
        if (typed.isPresent() && !field.getText().equals(scale.number(value))) {
            set(typed.getAsDouble());
        }
    }

    private void shut(TextField field) {
        editing = false;
        pressedAt = Double.NaN;
        getChildren().remove(field);
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        double from = INSET + scale.place(photo) * (w - 2 * INSET);
        double to = INSET + scale.place(value) * (w - 2 * INSET);
        fill.resizeRelocate(
                snapPositionX(Math.min(from, to)), 1, snapSizeX(Math.abs(to - from)), h - 2);
        mark.resizeRelocate(snapPositionX(from - 1), h - 6, 2, 5);
        thumb.resizeRelocate(
                snapPositionX(Math.max(1, Math.min(w - THUMB - 1, to - THUMB / 2))),
                1,
                THUMB,
                h - 2);
        number.resizeRelocate(0, 0, w, h);
        getChildren().stream()
                .filter(TextField.class::isInstance)
                .forEach(f -> f.resizeRelocate(0, 0, w, h));
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> value;
            case MIN_VALUE -> scale.scale().min();
            case MAX_VALUE -> scale.scale().max();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT, BLOCK_INCREMENT -> set(scale.moved(value, 1, Grain.STEP));
            case DECREMENT, BLOCK_DECREMENT -> set(scale.moved(value, -1, Grain.STEP));
            case SET_VALUE -> set(scale.scale().clamped((Double) parameters[0]));
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
