package mien.app.canvas;

import javafx.css.PseudoClass;

/** States the style sheets of the canvas know. */
final class PseudoClasses {

    static final PseudoClass PANNING = PseudoClass.getPseudoClass("panning");
    static final PseudoClass GRIP = PseudoClass.getPseudoClass("grip");
    static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private PseudoClasses() {}
}
