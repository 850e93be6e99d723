package mien.app.edit;

import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** Where a number is typed: Enter or leaving it takes the number, Esc does not. */
final class NumberEntry extends TextField {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final Function<String, OptionalDouble> reading;

    /** What becomes of it. */
    interface Listener {
        /**
         * It was typed.
         *
         * @param stay whether the keyboard stays with the field, since Enter was pressed
         */
        void take(OptionalDouble number, boolean stay);

        void abandon();
    }

    /**
     * @param text what stands there at first
     * @param whole whether that is a number to be replaced, not the first digit of one
     */
    NumberEntry(
            String text,
            boolean whole,
            Function<String, OptionalDouble> reading,
            Listener listener) {
        super(text);
        this.reading = reading;
        getStyleClass().add("number-input");
        textProperty().subscribe(t -> pseudoClassStateChanged(INVALID, number().isEmpty()));
        setOnAction(
                e -> {
                    if (number().isPresent()) {
                        listener.take(number(), true);
                    }
                });
        setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        listener.abandon();
                        e.consume();
                    }
                });
        sceneProperty().subscribe(scene -> begin(whole));
        focusedProperty()
                .subscribe(
                        (was, is) -> {
                            if (was && !is && getParent() != null) {
                                listener.take(number(), false);
                            }
                        });
    }

    private void begin(boolean whole) {
        if (getScene() != null) {
            requestFocus();
            if (whole) {
                selectAll();
            } else {
                end();
            }
        }
    }

    private OptionalDouble number() {
        return reading.apply(getText());
    }
}
