package mien.app.canvas.tool.pose;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.engine.picture.pose.Joint;
import mien.engine.picture.pose.Limb;
import mien.engine.picture.pose.Spot;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** One joint of the list: its colour, name and place, and an eye that hides it. */
final class JointLine extends HBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass GRASPED = PseudoClass.getPseudoClass("grasped");
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");

    private final Texts texts;
    private final String name;
    private final Label place = new Label();
    private final Button eye;
    private Spot spot = Spot.ABSENT;
    private boolean held;

    /**
     * @param onEye hides or shows the joint
     */
    JointLine(Joint joint, Texts texts, Consumer<Joint> onEye) {
        this.texts = texts;
        this.name = texts.name("pose.joint", joint.id());
        getStyleClass().add("joint-line");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleHelp(texts.text("pose.joint.help"));
        Region dot = new Region();
        dot.getStyleClass().add("joint-dot");
        dot.setStyle(
                String.format(Locale.ROOT, "-fx-background-color: #%06x;", Limb.colour(joint)));
        Label title = new Label(name);
        title.getStyleClass().add("joint-name");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        place.getStyleClass().add("joint-place");
        eye = Buttons.icon(MaterialDesignE.EYE_OUTLINE, "", () -> onEye.accept(joint));
        eye.getStyleClass().add("joint-eye");
        eye.setFocusTraversable(false); // Space on the line does the same
        getChildren().addAll(dot, title, place, eye);
        show(Spot.ABSENT);
    }

    void show(Spot now) {
        spot = now;
        place.setText(
                now.placed()
                        ? texts.text("pose.place", Math.round(now.x()), Math.round(now.y()))
                        : texts.text("pose.nowhere"));
        boolean visible = now.visible();
        pseudoClassStateChanged(HIDDEN, !visible);
        eye.setGraphic(
                new FontIcon(
                        visible ? MaterialDesignE.EYE_OUTLINE : MaterialDesignE.EYE_OFF_OUTLINE));
        Buttons.named(eye, texts.text(visible ? "pose.hide" : "pose.show", name));
        eye.setDisable(!now.placed());
        speak();
    }

    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    void grasp(boolean grasped) {
        held = grasped;
        pseudoClassStateChanged(GRASPED, grasped);
        speak();
    }

    private void speak() {
        String state =
                switch (spot.presence()) {
                    case VISIBLE -> texts.text(held ? "pose.state.grasped" : "pose.state.visible");
                    case HIDDEN -> texts.text("pose.state.hidden");
                    case ABSENT -> texts.text("pose.nowhere");
                };
        setAccessibleText(texts.text("pose.spoken", name, place.getText(), state));
    }
}
