package mien.app.edit;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
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
import mien.app.keys.KeyMap;
import mien.engine.edit.Control.Scale;

/**
 * A number that is dragged, typed, stepped or reset. The bar is filled from the value found in the
 * photograph, where a mark stands, to the value now: what is filled is what was changed.
 */
public final class SliderField extends Region {

    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final PseudoClass AMONG = PseudoClass.getPseudoClass("among");
    private static final double CLICK = 3; // moves shorter than this are a click
    private static final double ASIDE = 8; // moves shorter than this keep to going down
    private static final double THUMB = 3;
    private static final double INSET = 2;

    /**
     * What happens to the number. Where something happens "together", the other fields that were
     * chosen do the same.
     */
    public interface Lens {
        /** It is moved, and will probably be moved again. */
        void preview(double value, boolean together);

        /** It was let go. */
        void settle();

        /** It gets a value in one step. */
        void write(double value, boolean together);

        /** It goes back to what was found in the photograph. */
        void reset(boolean together);

        /** The pressed pointer goes up or down over other fields, which are chosen so. */
        void span(double sceneY);

        /** No other field is chosen any more. */
        void alone();
    }

    private final SliderScale scale;
    private final Lens lens;
    private final Region fill = part("fill");
    private final Region mark = part("mark");
    private final Region thumb = part("thumb");
    private final Label number = new Label();
    private final EventHandler<KeyEvent> hovered = this::keyedWhileHovered;
    private final FieldKeys common;
    private final FieldKeys own;
    private double value;
    private double photo;
    private double pressedAt;
    private double pressedRow;
    private boolean spanning; // the pointer went down over other fields
    private boolean together;
    private boolean editing;
    private Optional<SliderDrag> drag = Optional.empty();

    /**
     * @param keys what the keys mean now; they include {@link FieldKeys#table}
     */
    public SliderField(Scale scale, String name, Lens lens, Supplier<KeyMap> keys) {
        this.scale = new SliderScale(scale);
        this.lens = lens;
        this.common = common(keys);
        this.own = own(keys);
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
        setOnKeyReleased(own::released);
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

    /** Marks it as one of several that were chosen. */
    public void mark(boolean among) {
        pseudoClassStateChanged(AMONG, among);
    }

    private void pressed(MouseEvent e) {
        if (e.getButton() == MouseButton.SECONDARY) {
            giveUp();
        } else if (e.getButton() == MouseButton.PRIMARY && !editing) {
            requestFocus();
            pressedAt = e.getX();
            pressedRow = e.getY();
            spanning = false;
            together = e.isAltDown();
            if (!together) {
                lens.alone();
            }
        }
        e.consume();
    }

    private void dragged(MouseEvent e) {
        if (!e.isPrimaryButtonDown() || editing || Double.isNaN(pressedAt)) {
            return;
        }
        if (drag.isEmpty()) {
            begin(e);
        }
        drag.ifPresent(d -> lens.preview(d.to(e.getX(), getWidth(), grain(e)), together));
        e.consume();
    }

    /** Along the bar moves the number; down or up chooses other fields first. */
    private void begin(MouseEvent e) {
        double aside = Math.abs(e.getX() - pressedAt);
        if (!spanning && Math.abs(e.getY() - pressedRow) > Math.max(getHeight() / 2, aside)) {
            spanning = true;
            together = true;
        }
        if (spanning && aside < ASIDE) {
            lens.span(e.getSceneY());
        } else if (aside >= CLICK) {
            drag = Optional.of(new SliderDrag(scale, value, spanning ? e.getX() : pressedAt));
            pseudoClassStateChanged(DRAGGED, true);
        }
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
                    lens.preview(d.start(), together);
                    letGo();
                });
    }

    private static Grain grain(MouseEvent e) {
        return grain(e.isShiftDown(), e.isShortcutDown());
    }

    private static Grain grain(boolean shift, boolean shortcut) {
        return shift ? Grain.FINE : shortcut ? Grain.SNAP : Grain.STEP;
    }

    private void scrolled(ScrollEvent e) {
        if (e.isShortcutDown() && e.getDeltaY() != 0) { // a plain wheel moves the panel
            step(e.getDeltaY() > 0 ? 1 : -1, grain(e.isShiftDown(), false), e.isAltDown());
            lens.settle();
            e.consume();
        }
    }

    /** Keys that also work while the pointer is over the field. */
    private FieldKeys common(Supplier<KeyMap> map) {
        FieldKeys all = new FieldKeys(map);
        return all.on(FieldKeys.RESET, () -> lens.reset(all.together()))
                .on(FieldKeys.NEGATE, () -> write(scale.scale().clamped(-value), all))
                .on(FieldKeys.COPY, this::copy)
                .on(FieldKeys.PASTE, () -> pasted().ifPresent(v -> write(v, all)));
    }

    private void write(double wanted, FieldKeys by) {
        lens.write(wanted, by.together());
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(scale.number(value));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private OptionalDouble pasted() {
        return scale.read(
                Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse(""));
    }

    /** Keys of the field that was chosen. */
    private FieldKeys own(Supplier<KeyMap> map) {
        FieldKeys all = new FieldKeys(map);
        move(all, FieldKeys.LESS, () -> scale.moved(value, -1, Grain.STEP));
        move(all, FieldKeys.MORE, () -> scale.moved(value, 1, Grain.STEP));
        move(all, FieldKeys.LESS_FINE, () -> scale.moved(value, -1, Grain.FINE));
        move(all, FieldKeys.MORE_FINE, () -> scale.moved(value, 1, Grain.FINE));
        move(all, FieldKeys.LESS_ROUND, () -> scale.moved(value, -1, Grain.SNAP));
        move(all, FieldKeys.MORE_ROUND, () -> scale.moved(value, 1, Grain.SNAP));
        move(all, FieldKeys.LEAST, () -> scale.scale().min());
        move(all, FieldKeys.MOST, () -> scale.scale().max());
        return all.on(
                FieldKeys.TYPE,
                () -> {
                    together = all.together();
                    type(scale.number(value));
                });
    }

    private void move(FieldKeys all, String id, DoubleSupplier to) {
        all.on(id, () -> lens.preview(to.getAsDouble(), all.together()), lens::settle);
    }

    private void keyed(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && drag.isPresent()) {
            giveUp();
            e.consume();
        } else if (own.pressed(e) || common.pressed(e) || digit(e)) {
            e.consume();
        } // else somebody else's
    }

    private boolean digit(KeyEvent e) {
        boolean digit =
                e.getCode().isDigitKey()
                        && !e.isShiftDown()
                        && !e.isShortcutDown()
                        && !e.isAltDown();
        if (digit) {
            together = false;
            type(e.getText());
        }
        return digit;
    }

    private void keyedWhileHovered(KeyEvent e) {
        if (!(getScene().getFocusOwner() instanceof TextInputControl) && common.pressed(e)) {
            e.consume();
        }
    }

    private void unhover(Scene scene) {
        if (scene != null) {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, hovered);
        }
    }

    private void step(int steps, Grain grain, boolean all) {
        lens.preview(scale.moved(value, steps, grain), all);
    }

    /** Puts a text field over the bar. */
    private void type(String text) {
        pressedAt = Double.NaN;
        editing = true;
        boolean whole = text.length() != 1 || text.equals(scale.number(value));
        NumberEntry field =
                new NumberEntry(
                        text,
                        whole,
                        scale::read,
                        new NumberEntry.Listener() {
                            @Override
                            public void take(OptionalDouble number, boolean stay) {
                                taken(number, stay);
                            }

                            @Override
                            public void abandon() {
                                shut(true);
                            }
                        });
        field.setAccessibleText(getAccessibleText());
        getChildren().add(field);
    }

    private void taken(OptionalDouble typed, boolean stay) {
        shut(stay);
        if (typed.isPresent()
                && (together || !scale.number(typed.getAsDouble()).equals(scale.number(value)))) {
            lens.write(typed.getAsDouble(), together);
        }
    }

    private void shut(boolean stay) {
        editing = false;
        pressedAt = Double.NaN;
        getChildren().removeIf(NumberEntry.class::isInstance);
        if (stay) {
            requestFocus();
        }
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
                .filter(NumberEntry.class::isInstance)
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
            case INCREMENT, BLOCK_INCREMENT -> lens.write(scale.moved(value, 1, Grain.STEP), false);
            case DECREMENT, BLOCK_DECREMENT ->
                    lens.write(scale.moved(value, -1, Grain.STEP), false);
            case SET_VALUE -> lens.write(scale.scale().clamped((Double) parameters[0]), false);
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
